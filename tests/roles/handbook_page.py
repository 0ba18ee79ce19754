"""A role set as the Markdown page of a job family, to compare it with the page it was made from."""

from collections.abc import Iterator

from ladder_app.domain.role import HiringProcess, Level, PerformanceIndicator, Role


def page_lines(role: Role) -> list[str]:
    """The lines of the page that are not blank, in order."""
    return list(_lines(role))


def _lines(role: Role) -> Iterator[str]:
    yield from ("---", f'title: "{role.title}"', f'description: "{role.description}"', "---")
    if role.summary:
        yield role.summary
    yield "## Levels"
    for level in role.levels:
        yield from _level_lines(level)
    yield "## Performance Indicators"
    for indicator in role.performance_indicators:
        yield from _indicator_lines(indicator)
    if role.hiring_process:
        yield "## Hiring Process"
        yield from _hiring_lines(role.hiring_process)
    for note in role.notes:
        yield f"## {note.title}"
        yield note.text


def _level_lines(level: Level) -> Iterator[str]:
    yield f"### {level.title}"
    yield "#### Job Grade"
    yield str(level.grade_text)
    yield "#### Responsibilities"
    for extends in level.extends:
        yield f"- {extends.text}"
    for criterion in level.responsibilities:
        yield f"- {criterion.text}"
    yield "#### Requirements"
    for criterion in level.requirements:
        yield f"- {criterion.text}"


def _indicator_lines(indicator: PerformanceIndicator) -> Iterator[str]:
    yield f"- [{indicator.text}]({indicator.url})" if indicator.url else f"- {indicator.text}"
    if indicator.measure:
        yield f"  - {indicator.measure}"


def _hiring_lines(process: HiringProcess) -> Iterator[str]:
    if process.intro:
        yield process.intro
    for step in process.steps:
        yield f"1. {step}"
    if process.outro:
        yield process.outro
