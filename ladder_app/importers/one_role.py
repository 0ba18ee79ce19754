"""Files of one folder that together are one role: a level a file, or a competency a file with the same levels."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ladder_app.errors import InvalidFile, LadderError, Problem, UnreadableFile
from ladder_app.importers.building import AT_ALL
from ladder_app.importers.combining import combined
from ladder_app.importers.decoding import decoded
from ladder_app.importers.level_order import in_order
from ladder_app.importers.markdown import import_markdown
from ladder_app.importers.page_joining import files_joined, joined_pages
from ladder_app.importers.ranked_headings import family
from ladder_app.importers.result import AccountLine, Asks, Place, Question
from ladder_app.importers.sources import import_file
from ladder_app.importers.words import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ladder_app.domain.role import Role
    from ladder_app.importers.combining import Part
    from ladder_app.importers.folder import FromFile
    from ladder_app.importers.result import Imported

_MARKDOWN = frozenset((".md", ".markdown", ".mdx", ".txt"))
"""The endings of pages that are read as the chapters of one."""
_FEWEST = 2
_NAMED = 4
"""How many pages a question names."""


@dataclass(frozen=True, slots=True)
class Together:
    """Pages that may be one role, in the order of their levels, or by name where each is a competency."""

    pages: tuple[Path, ...]
    is_by_level: bool

    @property
    def question(self) -> str:
        """What is to be asked about them."""
        each = "a level" if self.is_by_level else "the same levels for another competency"
        names = ", ".join(f"“{path.name}”" for path in self.pages[:_NAMED]) + ("…" if len(self.pages) > _NAMED else "")
        return f"{names}: each of these {len(self.pages)} files holds {each}; are they one role, to be read together?"


def together(files: Sequence[FromFile]) -> list[Together]:
    """The pages among these that may be one role."""
    folders: dict[Path, list[FromFile]] = defaultdict(list)
    for file in files:
        if can_be_part(file):
            folders[file.path.parent].append(file)
    return [found for inside in folders.values() if (found := _among(inside)) is not None]


def asked(files: Sequence[FromFile]) -> list[FromFile]:
    """The same files, each with the question whether it is one role with others."""
    questions = {path: found.question for found in together(files) for path in found.pages}
    return [
        replace(file, imported=_with_question(file.imported, questions[file.path]))
        if file.imported is not None and file.path in questions
        else file
        for file in files
    ]


def as_one(files: Sequence[FromFile]) -> list[FromFile]:
    """The same files, pages of a folder as the one role that they are said to be; it stands in place of the first.

    Raises `UnreadableFile`, or `InvalidFile` if no pages among them have anything in common.
    """
    groups = together(files)
    if not groups:
        first = str(files[0].path.parent) if files else ""
        raise InvalidFile(
            Problem("No pages here are one role: none differ in rank alone, or have the same levels.", first)
        )
    found = list(files)
    for group in groups:
        folder = group.pages[0].parent
        one = _with_one(
            found, group, folder, read_as_one(group.pages, folder.resolve().name, is_by_level=group.is_by_level)
        )
        found = [file for file in one if file.path not in group.pages]
    return found


def _with_one(files: Sequence[FromFile], group: Together, folder: Path, one: Imported) -> list[FromFile]:
    """The files, the first of a group standing for all of it."""
    first = next(i for i, file in enumerate(files) if file.path in group.pages)
    return [replace(file, path=folder, imported=one) if i == first else file for i, file in enumerate(files)]


def can_be_part(file: FromFile) -> bool:
    """Whether a file may be read with others as one role: it holds one that is not kept by Ladder already."""
    return file.imported is not None and file.imported.role is not None and not _is_ours(file.imported)


def read_as_one(pages: Sequence[Path], name: str, *, is_by_level: bool = True) -> Imported:
    """What these files come to as one role.

    Pages in Markdown are read as the chapters of one, so that their sentences find each other's levels; whatever is not
    Markdown is understood by itself, and its levels put with theirs of the same name. Raises `UnreadableFile` or
    `InvalidFile`, with every file that cannot be part of it and why.
    """
    texts = [path for path in pages if path.suffix.casefold() in _MARKDOWN]
    texts = texts if len(texts) > 1 or len(pages) == 1 else []
    problems: list[Problem] = []
    parts: list[Part] = []
    for path in pages:
        try:
            if path not in texts:
                parts.append((path.name, _part(path)))
            elif path == texts[0]:
                parts.append(("", _chapters(texts, name, is_by_level=is_by_level)))
        except LadderError as error:
            problems += error.problems
    if problems:
        raise InvalidFile(*problems)
    found = parts[0][1] if len(texts) == len(pages) else combined(name, parts, is_by_level=is_by_level)
    message = f"Nothing says what the role is called; “{name}” is the name of the folder. Is it right?"
    return replace(found, questions=(Question(found.account[0].line, Asks.TITLE, message), *found.questions))


def _part(path: Path) -> Imported:
    found = import_file(path)
    if found.role is None:
        message = f"No level was found in “{path.name}”; leave it out, or say by itself where its levels are."
        raise InvalidFile(Problem(message, str(path)))
    if _is_ours(found):
        message = f"“{path.name}” is a role of Ladder already; leave it out, and open it instead."
        raise InvalidFile(Problem(message, str(path)))
    return found


def _is_ours(found: Imported) -> bool:
    """Whether a source is a role file: all of it is read as it is, and no line goes anywhere."""
    return all(line.place is Place.FRONT_MATTER for line in found.account)


def _chapters(pages: Sequence[Path], name: str, *, is_by_level: bool) -> Imported:
    texts = [(path.name, _text(path)) for path in pages]
    found = import_markdown(joined_pages(name, texts, is_by_level=is_by_level), name)
    if found.role is None:
        names = ", ".join(f"“{path.name}”" for path in pages)
        raise InvalidFile(Problem(f"No level was found in {names}.", str(pages[0])))
    files = files_joined(name, texts, is_by_level=is_by_level)
    account = list(found.account)
    for file, (_, text) in zip(files, texts, strict=True):
        front = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[: file.front]
        numbered = enumerate(front, file.first)
        account += [AccountLine(number, line, Place.FRONT_MATTER) for number, line in numbered if line.strip()]
    return replace(found, account=tuple(sorted(account, key=_number)), files=files)


def _text(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(Problem(error.strerror or str(error), str(path))) from error
    return decoded(content) or ""


def _number(line: AccountLine) -> int:
    return line.line


def _with_question(imported: Imported, message: str) -> Imported:
    # Pages that have their areas or their levels in common are parts of a ladder; that is no question any more.
    others = [q for q in imported.questions if q.message != AT_ALL and q.asks is not Asks.TITLE]
    return replace(imported, questions=(Question(1, Asks.LEVELS, message), *others))


def _among(files: list[FromFile]) -> Together | None:
    roles = [(file.path, file.imported.role) for file in files if file.imported is not None and file.imported.role]
    single = [(path, role) for path, role in roles if len(role.levels) == 1]
    if len(single) >= _FEWEST and len(single) == len(roles) and _are_steps([role for _, role in single]):
        order = in_order([role.levels[0].title for _, role in single])
        return Together(tuple(single[i][0] for i in order), is_by_level=True)
    several = [(path, role) for path, role in roles if len(role.levels) > 1]
    if len(several) >= _FEWEST and _share_levels([role for _, role in several]):
        return Together(tuple(path for path, _ in several), is_by_level=False)
    return None


def _are_steps(roles: list[Role]) -> bool:
    """Whether levels of as many pages differ in rank alone, or are asked about in the same areas."""
    titles = [role.levels[0].title for role in roles]
    if len({tokens(title) for title in titles}) < len(titles):
        return False
    families = {family(title) for title in titles}
    if len(families) == 1 and None not in families:
        return True
    areas = [set(role.areas.values()) for role in roles]
    common = set.intersection(*areas)
    return bool(common) and all(len(common) * 2 >= len(one) for one in areas)


def _share_levels(roles: list[Role]) -> bool:
    """Whether each page has at least half of its levels in common with every other, by plain names of rank."""
    names = [{tokens(level.title) for level in role.levels} for role in roles]
    every = set.union(*names)
    ranked = all(family(level.title) == frozenset() for role in roles for level in role.levels)
    return ranked and all(len(one & every) == len(one) and len(one) * 2 >= len(every) for one in names)
