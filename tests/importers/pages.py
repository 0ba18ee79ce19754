"""Pages in short, and what an import makes of them in short."""

from typing import NamedTuple

from ladder_app.domain.role import Role
from ladder_app.importers.markdown import import_markdown
from ladder_app.importers.result import Asks, Imported, Place, Question


class Rung(NamedTuple):
    """A level in short."""

    title: str
    grade: int | None
    duties: list[str]
    needs: list[str]


def role_of(text: str) -> Role:
    """The role of a page that has one."""
    role = import_markdown(text, "page").role
    assert role is not None
    return role


def rungs(text: str) -> list[Rung]:
    """The levels of a page."""
    return [
        Rung(level.title, level.grade, [c.text for c in level.responsibilities], [c.text for c in level.requirements])
        for level in role_of(text).levels
    ]


def doubts(found: Imported) -> list[Question]:
    """What is asked beside what a page without a title is called."""
    return [question for question in found.questions if question.asks is not Asks.TITLE]


def places(found: Imported) -> dict[int, Place]:
    """Where each line went."""
    return {line.line: line.place for line in found.account}


def bases(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Who extends whom, and in which kinds."""
    role = role_of(text)
    titles = {level.id: level.title for level in role.levels}
    return [
        (level.title, titles[extends.level], tuple(kind.value for kind in extends.kinds))
        for level in role.levels
        for extends in level.extends
    ]


def table(*rows: str) -> str:
    """A table in Markdown of rows whose cells are parted by bars."""
    lines = [f"| {row.replace('|', ' | ')} |" for row in rows]
    return "\n".join([lines[0], "|---" * (rows[0].count("|") + 1) + "|", *lines[1:]]) + "\n"
