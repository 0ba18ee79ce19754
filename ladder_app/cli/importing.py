"""The command that makes roles of other people's ladders."""

import argparse
import shutil
import sys
from functools import partial
from typing import TYPE_CHECKING

from ladder_app.cli.failures import complain
from ladder_app.markup import isolated

if TYPE_CHECKING:
    from pathlib import Path

    from ladder_app.domain.role import Role
    from ladder_app.importers.folder import FromFile
    from ladder_app.importers.result import Imported

_EXPECTED = (
    "No ladder was found, so nothing was written. Expected were headings or columns that name levels, or "
    "responsibilities and requirements; if it is one all the same, say so in the window: File → Import."
)


def import_(arguments: argparse.Namespace) -> int:
    """Import files or folders; say at the end what became of each."""
    from ladder_app.errors import InvalidFile, Problem
    from ladder_app.importers.folder import files_in, joined, read_files
    from ladder_app.importers.one_role import as_one, asked, together

    sources: list[Path] = arguments.sources
    output: Path | None = arguments.output
    paths = files_in(sources)
    people = _people_in(sources)
    if not paths:
        raise InvalidFile(Problem(f"Nothing here could hold a ladder.{people}", str(sources[0])))
    many = len(paths) > 1 or any(source.is_dir() for source in sources)
    if many and output is not None and output.suffix in (".yaml", ".yml"):
        arguments.usage_error("for more than one file, -o must name a folder")
    files: list[FromFile] = []
    for number, path in enumerate(paths, 1):
        if many:
            _progress(f"{number} of {len(paths)} – {isolated(path.name)}")
        files += read_files([path])
    if many:
        _progress("")
    files = as_one(files) if arguments.one_role else asked(joined(files))
    if arguments.json:
        _show_json(files, many=many)
    written = _write(files, output, many=many, force=arguments.force) if output is not None else {}
    if not arguments.json:
        sys.stdout.write(_report(files, written))
        if not arguments.one_role and together(files):
            sys.stdout.write("With --one-role, such pages are read together.\n")
        sys.stdout.write(f"{people.strip()}\n" if people else "")
    faults = [problem for file in files for problem in file.problems]
    complain(*(str(problem) for problem in faults))
    ladders = [file for file in files if file.imported and file.imported.role and not _is_none(file.imported)]
    if not ladders and any(file.imported and _is_none(file.imported) for file in files):
        complain(_EXPECTED)
    return 1 if faults or not ladders else 0


def _is_none(imported: "Imported") -> bool:
    """Whether nothing in the source speaks of a ladder; in the window a person can say that it is one."""
    from ladder_app.importers.building import AT_ALL

    return any(question.message == AT_ALL for question in imported.questions)


def _people_in(sources: "list[Path]") -> str:
    """What is to be said of assessments in the folders among these; nothing if there are none."""
    from ladder_app.storage.team import team_files

    count = sum(len(team_files(source)) for source in sources if source.is_dir())
    are = "is" if count == 1 else "are"
    return f" {_many(count, 'assessment')} {are} left out; ladder-app team reads a folder of them." if count else ""


def _progress(words: str) -> None:
    """Say how far it is in one line of the terminal, over what was said there before; nothing wipes that away."""
    if sys.stderr.isatty():
        width = shutil.get_terminal_size().columns - 1
        sys.stderr.write(f"\r{words[:width].ljust(width)}\r")
        sys.stderr.flush()


def _show_json(files: "list[FromFile]", *, many: bool) -> None:
    import json

    from ladder_app.cli.reading import show_json

    plain = [{"file": str(file.path), **file.imported.plain()} for file in files if file.imported is not None]
    show_json(json.dumps(plain if many else (plain[0] if plain else None), indent=2, ensure_ascii=False) + "\n")


def _write(files: "list[FromFile]", output: "Path", *, many: bool, force: bool) -> "dict[Path, Path]":
    """Write the roles, all of them or none; gives for each source where its role went.

    A file that says something else, such as a role that was edited since, is replaced only by force.
    """
    from ladder_app.errors import CannotWrite, Problem
    from ladder_app.storage.roles import save_role

    folder = many or output.is_dir()
    if folder:
        try:
            output.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CannotWrite(Problem(f"The folder cannot be made: {error.strerror}.", str(output))) from error
    roles = _targets(files, output, folder=folder)
    taken = [target for _, target, role in roles if not force and _is_taken(target, role)]
    if taken:
        message = "There is a file of that name that says something else; --force replaces it."
        raise CannotWrite(*(Problem(message, str(target)) for target in taken))
    for _, target, role in roles:
        save_role(target, role)
    return {source: target for source, target, _ in roles}


def _targets(files: "list[FromFile]", output: "Path", *, folder: bool) -> "list[tuple[Path, Path, Role]]":
    """Each source with a role, and where that goes."""
    from ladder_app.storage.roles import ROLE_SUFFIX

    found: list[tuple[Path, Path, Role]] = []
    taken: set[Path] = set()
    for file in files:
        if file.imported is None or file.imported.role is None or _is_none(file.imported):
            continue
        target = output
        if folder:
            name = file.imported.role.id
            target = output / (name + ROLE_SUFFIX)
            number = 2
            while target in taken:
                target = output / f"{name}-{number}{ROLE_SUFFIX}"
                number += 1
        taken.add(target)
        found.append((file.path, target, file.imported.role))
    return found


def _is_taken(target: "Path", role: "Role") -> bool:
    from ladder_app.storage.roles import role_text

    if not target.is_file():
        return False
    try:
        return target.read_bytes() != role_text(role).encode()
    except OSError:
        return True


def _report(files: "list[FromFile]", written: "dict[Path, Path]") -> str:
    """What became of each file, and the sum."""
    from ladder_app.importers.source_files import place_at

    lines = []
    levels = criteria = questions = unplaced = 0
    for file in files:
        if file.imported is None:
            lines.append(f"{file.path}: not read")
            continue
        role = file.imported.role
        lost = list(file.imported.unplaced())
        count = len(role.levels) if role else 0
        rated = sum(1 for _ in role.criteria()) if role else 0
        parts = [_many(count, "level"), _many(rated, "criterion", "criteria")]
        parts += [_many(len(file.imported.questions), "question")] if file.imported.questions else []
        parts += [_many(len(lost), "line") + " unplaced"] if lost else []
        where = f" → {written[file.path]}" if file.path in written else ""
        lines.append(f"{file.path}: {', '.join(parts)}{where}")
        lines += [f"  hidden, and left out: {isolated(name)}" for name in file.imported.left_out]
        at = partial(place_at, file.imported.files)
        lines += [f"  {at(q.line)}: {q.message}" + _choices(q.choices) for q in file.imported.questions]
        lines += [f"  {at(line.line)} is unplaced: {isolated(line.text.strip()[:80])}" for line in lost]
        levels, criteria = levels + count, criteria + rated
        questions, unplaced = questions + len(file.imported.questions), unplaced + len(lost)
    if len(files) > 1:
        lines.append(
            f"{_many(len(files), 'file')}: {_many(levels, 'level')}, {_many(criteria, 'criterion', 'criteria')}, "
            f"{_many(questions, 'question')}, {_many(unplaced, 'line')} unplaced."
        )
    return "\n".join(lines) + "\n"


def _choices(choices: tuple[str, ...]) -> str:
    return f" (perhaps {', '.join(choices)})" if choices else ""


def _many(count: int, one: str, more: str | None = None) -> str:
    return f"{count} {one if count == 1 else more or one + 's'}"
