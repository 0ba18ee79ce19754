"""Values of performance indicators in words: `88 % (14 of 16 projects on time and within budget)`."""

from ladder_app.domain.cycle import IndicatorValue
from ladder_app.domain.indicators import share, survey
from ladder_app.markup import isolated, shown
from ladder_app.report.words import counted, percent, plain_number


def value_words(value: IndicatorValue) -> str:
    """The figure alone: `88 %`, `4.3`, or what was written."""
    if value.projects:
        return percent(share(value.projects).percent)
    if value.answers:
        return plain_number(survey(value.answers).mean, 1)
    return shown(value.value or "")


def basis_words(value: IndicatorValue) -> str:
    """What the figure follows from, and the note: `14 of 16 projects on time and within budget; a good quarter`."""
    parts = []
    if value.projects:
        found = share(value.projects)
        parts.append(
            f"{found.done} of {found.of} {'project' if found.of == 1 else 'projects'} on time and within budget"
        )
    if value.answers:
        asked = survey(value.answers)
        people = counted(asked.people, "person", "people")
        parts.append(f"mean of {counted(asked.answers, 'answer', 'answers')} by {people}")
    if value.note:
        parts.append(isolated(value.note) if parts else shown(value.note))
    return "; ".join(parts)


def value_line(value: IndicatorValue) -> str:
    """`2026 Q3: 88 % (14 of 16 projects on time and within budget)`."""
    basis = basis_words(value)
    return f"{isolated(value.period)}: {isolated(value_words(value))}{f' ({isolated(basis)})' if basis else ''}"
