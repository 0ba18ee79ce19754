"""What is said of what was found in a folder, or in several files. No Qt."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from ladder_app.gui.importing.words import many
from ladder_app.markup import isolated, isolated_quotations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ladder_app.errors import Problem
    from ladder_app.gui.importing.looking import Gathered

_MOST_NAMED = 4
_PAGES = "pages, sheets or YAML that name levels and what they ask for (.md, .html, .csv, .xlsx, .yaml, .json, .txt)"
_PEOPLE = "assessments of a team (.assessment.yaml, or PDFs that Ladder exported with their data)"


def words_about(found: Gathered) -> str:
    """What was seen in it, so that the person can tell what it is."""
    ladders, people = found.ladders, found.people
    said = []
    if found.is_one:
        each = "a level" if found.is_by_level else "the same levels for another competency"
        names = _named([path.name for path in found.pages])
        said.append(f"{len(found.pages)} files hold {each} each, as one role does: {names}.")
        left = [file for file in ladders if file.path not in found.pages]
        if left:
            out = "stays" if len(left) == 1 else "stay"
            said.append(f"As one role, {_named([file.path.name for file in left])} {out} out of it.")
    elif ladders:
        said.append(f"{many(len(ladders), 'file')} {'holds' if len(ladders) == 1 else 'hold'} a role each.")
    bare = [file for file in found.readable if file not in ladders]
    if bare:
        said.append(f"No level was found in {_named([file.path.name for file in bare])}; you can say where they are.")
    unread = [file for file in found.files if file.imported is None]
    if unread:
        said.append(f"Not read: {_named([file.path.name for file in unread])}.")
    if people:
        said.append(f"There {'is' if people == 1 else 'are'} {many(people, 'assessment')} in it.")
    return " ".join(said)


def refusal(found: Gathered) -> list[str]:
    """Why there is nothing to import in it, what was expected, and what hinders each file."""
    expected = f"Expected were {_PAGES}" + (f"; or {_PEOPLE}." if found.is_folder else ".")
    opened = [f"{many(found.roles, 'role file')} in it can be opened: File → Open."] if found.roles else []
    return [expected, *opened, *(in_its_file(problem) for file in found.files for problem in file.problems)]


def in_its_file(problem: Problem) -> str:
    """A problem with the name of the file that it is in, unless it says that itself."""
    name = f"“{PurePath(problem.file).name}”" if problem.file else ""
    at = f", line {problem.line}" if problem.line is not None else ""
    is_named = not name or name in problem.message
    return isolated_quotations(problem.message if is_named else f"{name}{at}: {problem.message}")


def _named(names: Sequence[str]) -> str:
    more = len(names) - _MOST_NAMED
    said = ", ".join(isolated(name) for name in names[:_MOST_NAMED])
    return said + (f" and {more} more" if more > 0 else "")
