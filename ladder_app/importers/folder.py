"""Many sources at once: levels that extend a level of another page find it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ladder_app.domain.role import Extends, Kind, Level, Role
from ladder_app.errors import LadderError, Problem
from ladder_app.importers.result import Asks, Imported, Question
from ladder_app.importers.sources import SUFFIXES, import_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_ASSESSMENTS = (".assessment.yaml", ".assessment.yml")


@dataclass(frozen=True, slots=True)
class FromFile:
    """A file of a folder: what it held, or why it was not read."""

    path: Path
    imported: Imported | None
    problems: tuple[Problem, ...] = ()


def files_in(sources: Iterable[Path]) -> list[Path]:
    """The files among these, and those in the folders among them, that could hold a ladder.

    In folders, hidden files and assessments are left out.
    """
    found: list[Path] = []
    for source in sources:
        if not source.is_dir():
            found.append(source)
            continue
        for path in sorted(source.rglob("*")):
            hidden = any(part.startswith(".") for part in path.relative_to(source).parts)
            is_somebody = path.name.casefold().endswith(_ASSESSMENTS)
            if path.suffix.casefold() in SUFFIXES and not hidden and not is_somebody and path.is_file():
                found.append(path)
    return list(dict.fromkeys(found))


def read_files(paths: Iterable[Path]) -> Iterator[FromFile]:
    """Each file as it was understood, one after the other."""
    for path in paths:
        try:
            yield FromFile(path, import_file(path))
        except LadderError as error:
            yield FromFile(path, None, error.problems)


def joined(files: list[FromFile]) -> list[FromFile]:
    """The same files, with the questions answered that another of them answers.

    A level that extends a level of another page gets it: that level, and those it builds on itself, are taken into the
    role as they stand there, below the levels of the page.
    """
    pages = _Pages(files)
    return [
        replace(file, imported=_with_other_pages(file.imported, pages, file)) if file.imported is not None else file
        for file in files
    ]


_TRAILING = re.compile(r"(?:/index|/_index)?(?:\.\w+)*/*$")


class _Pages:
    """Finds the page of the folder that an address means, by the end of its path."""

    def __init__(self, files: list[FromFile]) -> None:
        self._files = [(_words(str(file.path)), file) for file in files]

    def at(self, address: str) -> FromFile | None:
        """The one file whose path ends as the address does; none if there are none or several."""
        page = re.sub(r"^\w+://[^/]+", "", address.partition("#")[0])
        wanted = _words(page)
        for count in range(len(wanted), 0, -1):
            found = [file for words, file in self._files if words[-count:] == wanted[-count:]]
            if found and (count > 1 or len(wanted) == 1):
                return found[0] if len(found) == 1 else None
        return None


def _words(path: str) -> list[str]:
    """The parts of a path; `a__b.md` is `a/b`, as pages saved one by one are named."""
    return [part for part in re.split(r"/|__|\\", _TRAILING.sub("", path)) if part not in ("", ".", "..")]


def _with_other_pages(page: Imported, pages: _Pages, file: FromFile) -> Imported:
    role = page.role
    if role is None:
        return page
    left: list[Question] = []
    for question in page.questions:
        other = pages.at(question.page) if question.asks is Asks.EXTENDS and question.page else None
        there = other.imported if other is not None and other is not file else None
        target = None if there is None else _target(there, question.page or "")
        if target is None or question.level is None:
            left.append(question)
            continue
        role = _with_level(role, question, page, *target)
    return replace(page, role=role, questions=tuple(left))


def _target(other: Imported, address: str) -> tuple[Role, Level] | None:
    if other.role is None:
        return None
    role, anchor = other.role, address.partition("#")[2]
    if anchor in other.anchors:
        return role, role.level(other.anchors[anchor])
    return (role, role.levels[0]) if len(role.levels) == 1 and not anchor else None


def level_meant(other: Imported, address: str) -> Level | None:
    """The level of a page that an address means; none if it leaves open which."""
    found = _target(other, address)
    return None if found is None else found[1]


def with_level_of(page: Imported, question: Question, other: Role, base: str) -> Imported | None:
    """The page with its question answered: the level extends this one of another role, which is taken in as `joined`
    does. None where the question is not open any more."""
    if page.role is None or question.level is None or question not in page.questions:
        return None
    left = tuple(q for q in page.questions if q != question)
    return replace(page, role=_with_level(page.role, question, page, other, other.level(base)), questions=left)


def _with_level(role: Role, question: Question, page: Imported, other: Role, base: Level) -> Role:
    text = next((line.text.strip().lstrip("*-+ ") for line in page.account if line.line == question.line), None)
    kinds = _kinds(page, question)
    names = {base.id: f"{other.id}.{base.id}"[:100].rstrip("-.")}
    taken = [base]
    for level in taken:
        for extends in level.extends:
            if extends.level not in names:
                names[extends.level] = f"{other.id}.{extends.level}"[:100].rstrip("-.")
                taken.append(other.level(extends.level))
    known = {level.id for level in role.levels}
    criteria = {c.id for level in role.levels for _, c in level.criteria()}
    new = [_renamed(level, names, other.id, criteria) for level in reversed(taken) if names[level.id] not in known]
    levels = [
        level.model_copy(update={"extends": (*level.extends, Extends(level=names[base.id], kinds=kinds, text=text))})
        if level.id == question.level
        else level
        for level in role.levels
    ]
    areas = {**other.areas, **role.areas} if any(c.area for level in new for _, c in level.criteria()) else role.areas
    return Role(**{**dict(role), "levels": (*new, *levels), "areas": areas})


def _renamed(level: Level, names: dict[str, str], prefix: str, taken: set[str]) -> Level:
    """The level under its name in another role; ids of criteria that are taken there get the page's name in front."""

    def name(criterion: str) -> str:
        return f"{prefix}.{criterion}"[:100].rstrip("-.") if criterion in taken else criterion

    def all_of(kind: str) -> tuple[object, ...]:
        return tuple(c.model_copy(update={"id": name(c.id), "refines": None}) for c in getattr(level, kind))

    return level.model_copy(
        update={
            "id": names[level.id],
            "extends": tuple(e.model_copy(update={"level": names[e.level]}) for e in level.extends),
            "responsibilities": all_of("responsibilities"),
            "requirements": all_of("requirements"),
        }
    )


def _kinds(page: Imported, question: Question) -> tuple[Kind, ...]:
    """The kinds that the sentence on the question's line takes over."""
    from ladder_app.importers.inheritance import kinds_in

    line = next((line for line in page.account if line.line == question.line), None)
    return (kinds_in(line.text) if line is not None else ()) or (Kind.RESPONSIBILITY, Kind.REQUIREMENT)
