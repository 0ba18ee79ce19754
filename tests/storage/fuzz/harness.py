"""Reads files that are out to break the reader, and says which did.

    python -m tests.storage.fuzz.harness FOLDER FIRST COUNT

Every file has to be read or refused with file, line and fault, in two seconds and 200 MB. Offenders are left in
FOLDER; the ones that were mended go into the corpus. With COUNT 0 the corpus is read.
"""

from __future__ import annotations

import os
import resource
import sys
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from ladder_app.errors import FileError
from ladder_app.storage.assessments import assessment_from_text, assessment_text, load_assessment
from ladder_app.storage.check import problems_in
from ladder_app.storage.places import HOME_VARIABLE
from ladder_app.storage.reading import read_text
from ladder_app.storage.roles import load_role, role_from_text, role_text
from ladder_app.storage.settings import load_settings, save_settings, settings_file
from tests.storage.fuzz.mutations import Mutations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ladder_app.errors import Problem

CORPUS = Path(__file__).parent / "corpus"
MOST_SECONDS = 2.0
MOST_BYTES = 200_000_000


def offences(content: bytes, path: Path) -> Iterator[str]:
    """What goes wrong when the content is read as a role or an assessment, and as settings."""
    try:
        path.write_bytes(content)
        started = time.process_time()
        problems = problems_in(path)
        seconds = time.process_time() - started
        if seconds > MOST_SECONDS:
            yield f"took {seconds:.1f} s"
        yield from _wrongly_told(content, path, problems)
        settings_file().write_bytes(content)
        save_settings(load_settings())
    except Exception:
        yield traceback.format_exc()


def _wrongly_told(content: bytes, path: Path, problems: tuple[Problem, ...]) -> Iterator[str]:
    if path.read_bytes() != content:
        yield "the file was changed by reading it"
    if not problems:
        yield from _not_the_same_again(path)
        return
    for load in (load_role, load_assessment):
        try:
            load(path)
        except FileError:
            continue
        yield f"{load.__name__} reads what the check refuses"
    lines = content.count(b"\n") + content.count(b"\r") + 1
    for problem in problems:
        if problem.file != str(path) or not problem.message.strip():
            yield f"no file or no fault: {problem!r}"
        if problem.line is None or problem.column is None or not 1 <= problem.line <= lines or problem.column < 1:
            yield f"no such place: {problem!r}"
        if len(problem.message) > 1000 or not problem.message.isprintable():
            yield f"not for a person to read: {problem!r}"


def _not_the_same_again(path: Path) -> Iterator[str]:
    """Whether a good file, written again, says something else."""
    text = read_text(path)
    if "ladder-role" in text.partition("levels")[0].partition("cycles")[0]:
        role = load_role(path)
        again: object = role_from_text(role_text(role))
        if again != role:
            yield "the role is another once it was written"
        return
    assessment = load_assessment(path)
    if assessment_from_text(assessment_text(assessment)) != assessment:
        yield "the assessment is another once it was written"


def limit_memory() -> None:
    """Let this process take 200 MB more than it has; what is set aside for a thread and never touched is free."""
    pages = int(Path("/proc/self/statm").read_text().split()[5])
    most = pages * resource.getpagesize() + MOST_BYTES
    resource.setrlimit(resource.RLIMIT_DATA, (most, resource.getrlimit(resource.RLIMIT_DATA)[1]))


def files(first: int, count: int) -> Iterator[tuple[str, bytes]]:
    """The files of so many seeds, each by its name; the corpus for none."""
    if not count:
        for path in sorted(CORPUS.iterdir()):
            yield path.name, path.read_bytes()
    for seed in range(first, first + count):
        yield f"seed-{seed}.yaml", Mutations(seed).next()


def main() -> None:
    """Read the files, write what was wrong with which."""
    folder, first, count = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    os.environ[HOME_VARIABLE] = str(folder / "home")
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    read = 0
    for name, content in files(first, count):
        read += 1
        limit_memory()
        found = list(offences(content, folder / "file.yaml"))
        if found:
            (folder / name).write_bytes(content)
            sys.stdout.write("\n".join([f"{name}:", *found]) + "\n")
    sys.stdout.write(f"{read} read\n")


if __name__ == "__main__":
    main()
