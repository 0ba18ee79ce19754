"""The command that adds evidence: log."""

import argparse
import sys
from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

from ladder_app.errors import UnknownName
from ladder_app.markup import isolated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ladder_app.domain.entries import Evidence
    from ladder_app.importers.git_log import Author, Commit, GitLog


def log(arguments: argparse.Namespace) -> int:
    """Add one achievement to the current cycle of a file, or list and take the commits of a repository."""
    if (arguments.text is None) == (arguments.git is None):
        arguments.usage_error("give a TEXT, or --git FOLDER")
    if arguments.git is not None:
        if arguments.date or arguments.link or arguments.result:
            arguments.usage_error("--date, --link and --result are for a TEXT only")
        return _from_git(arguments)
    if arguments.author or arguments.since or arguments.take:
        arguments.usage_error("--author, --since and --take are for --git only")
    return _from_text(arguments)


def _from_text(arguments: argparse.Namespace) -> int:
    from ladder_app.domain.quick_entry import understood

    found = understood(arguments.text, date.today())
    if found is None:  # the parser of the arguments lets no blank text through
        return 1
    said = {"date": arguments.date, "link": arguments.link, "result": arguments.result}
    changes = {name: value for name, value in said.items() if value is not None}
    _save(arguments, [found.evidence(_new_id()).model_copy(update=changes)])
    return 0


def _from_git(arguments: argparse.Namespace) -> int:
    from ladder_app.importers.git_log import read_git_log, taken_sources
    from ladder_app.storage.assessments import load_assessment

    assessment = load_assessment(arguments.file)
    found = read_git_log(arguments.git, arguments.since or assessment.cycle.opened)
    if found is None:  # nobody breaks it off here
        return 1
    taken = taken_sources(entry for cycle in assessment.cycles for entry in cycle.evidence)
    if arguments.take:
        commits = [_commit(found.commits, name) for name in arguments.take]
        _save(arguments, [found.evidence([c], _new_id()) for c in dict.fromkeys(commits) if c.source not in taken])
        for commit in commits:
            if commit.source in taken:
                sys.stdout.write(f"{isolated(commit.subject)}: is there already\n")
        return 0
    _list(found, _author(found, arguments.author), taken)
    return 0


def _list(found: "GitLog", author: "Author | None", taken: frozenset[str]) -> None:
    from ladder_app.importers.git_log import SHORT_HASH

    commits = found.commits if author is None else found.by(author)
    for commit in commits:
        mark = "*" if commit.source in taken else " "
        sys.stdout.write(f"{mark} {commit.hash[:SHORT_HASH]}  {commit.date}  {isolated(commit.subject)}\n")
    if not commits:
        sys.stdout.write("No commits since then.\n")


def _author(found: "GitLog", name: str | None) -> "Author | None":
    """The one that is asked for, else the person that Git is set up for; None where nobody has made a commit."""
    authors = found.authors()
    wanted = name or found.me
    author = next((author for author in authors if author.is_meant_by(wanted)), None)
    if author is None and (name is not None or authors):
        known = "".join(f"\n  {author}" for author in authors[:20])
        whom = f"“{wanted}” has made no commits" if wanted else "Git does not say who you are"
        raise UnknownName(f"{whom}; choose with --author:{known}" if known else f"{whom} since then.")
    return author


def _commit(commits: "Sequence[Commit]", name: str) -> "Commit":
    found = [commit for commit in commits if commit.hash.startswith(name.lower())]
    if len(found) != 1:
        raise UnknownName(f"{'Several commits begin' if found else 'No commit since then begins'} with “{name}”.")
    return found[0]


def _save(arguments: argparse.Namespace, entries: "Sequence[Evidence]") -> None:
    from ladder_app.report.evidence_words import logged_words
    from ladder_app.storage.evidence_in_text import save_evidence

    criteria = tuple(dict.fromkeys(arguments.criterion))
    made = [entry.model_copy(update={"criteria": criteria}) for entry in entries]
    if made:
        save_evidence(arguments.file, made)
    for entry in made:
        sys.stdout.write(f"{logged_words(entry)}\n")


def _new_id() -> str:
    return uuid4().hex[:12]
