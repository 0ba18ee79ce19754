"""The commits of a Git repository, read with the `git` program: what somebody did, to take as evidence.

The repository is somebody else's ground. Nothing of its configuration is run (no hook, pager, monitor, signature
program or filter), nothing is fetched, and nothing in it is written.
"""

import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from io import BufferedReader
from pathlib import Path
from tempfile import TemporaryFile

from ladder_app.domain.entries import Evidence
from ladder_app.errors import Problem, UnreadableFile
from ladder_app.importers.git_remote import commit_base

_HARMLESS = (
    "--no-pager",
    "--no-optional-locks",
    "--no-replace-objects",
    "--literal-pathspecs",
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "core.attributesFile="),
    *("-c", "diff.external="),
    *("-c", "log.showSignature=false"),
    *("-c", "log.follow=false"),
    *("-c", "protocol.allow=never"),
    *("-c", "credential.helper="),
    *("-c", "gc.auto=0"),
    *("-c", "maintenance.auto=false"),
)
_SURROUNDINGS = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "",
    "GIT_PAGER": "cat",
    "GIT_ASKPASS": "",
    "SSH_ASKPASS": "",
    "LC_ALL": "C.UTF-8",
    "LANGUAGE": "",
}
_LOG = (
    "log",
    "--no-color",
    "--no-show-signature",
    "--no-ext-diff",
    "--no-textconv",
    "--no-patch",
    "--no-notes",
    "--no-decorate",
    "--encoding=UTF-8",
    "-z",
    "--format=%H%x1f%aN%x1f%aE%x1f%as%x1f%s",
)
_TELL_EVERY = 1_000
SHORT_HASH = 9


@dataclass(frozen=True, slots=True)
class Author:
    """Somebody who has made commits."""

    name: str
    address: str

    def __str__(self) -> str:
        return f"{self.name} <{self.address}>"

    def is_meant_by(self, words: str) -> bool:
        """Whether these words are the name, the address, or both."""
        return words.casefold() in (self.name.casefold(), self.address.casefold(), str(self).casefold())


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit, by the day its author made it."""

    hash: str
    author: Author
    date: date
    subject: str

    @property
    def source(self) -> str:
        """What evidence taken from it says in its `source`."""
        return f"git:{self.hash}"


@dataclass(frozen=True)
class GitLog:
    """What a repository's log says since a day, newest first. `me` is the person that its `git` is set up for."""

    commits: tuple[Commit, ...]
    me: str
    link_base: str | None

    def authors(self) -> tuple[Author, ...]:
        """Everybody in the log: the person it is set up for first, then those with the most commits."""
        counts = Counter(commit.author for commit in self.commits)
        return tuple(sorted(counts, key=lambda author: (not author.is_meant_by(self.me), -counts[author])))

    def by(self, author: Author) -> tuple[Commit, ...]:
        """The commits of one author."""
        return tuple(commit for commit in self.commits if commit.author == author)

    def link(self, commit: Commit) -> str | None:
        """Where a commit can be seen, if the repository has a home on the web."""
        return None if self.link_base is None else self.link_base + commit.hash

    def evidence(self, commits: Sequence[Commit], identity: str) -> Evidence:
        """One entry of one or more commits: their subjects, the newest one's day and link, all their hashes."""
        newest = max(commits, key=lambda commit: commit.date)
        return Evidence(
            id=identity,
            date=newest.date,
            text="\n".join(dict.fromkeys(commit.subject for commit in commits)),
            link=self.link(newest),
            source=" ".join(commit.source for commit in commits),
        )


def taken_sources(evidence: Iterable[Evidence]) -> frozenset[str]:
    """Where all of this evidence was taken from."""
    return frozenset(source for entry in evidence for source in entry.sources)


def read_git_log(
    folder: Path, since: date | None = None, go_on: Callable[[int], bool] = lambda _: True
) -> GitLog | None:
    """The log of the repository that a folder is in. `go_on` hears how many commits are read and says whether to
    read on; None once it said no. Raises `UnreadableFile` where there is no repository, no `git`, or no leave.
    """
    git = _Git(folder)
    me = git.setting("user.email") or git.setting("user.name")
    remote = git.setting("remote.origin.url")
    commits = git.commits(since, go_on)
    return None if commits is None else GitLog(tuple(commits), me, commit_base(remote))


class _Git:
    """Runs `git` in one folder."""

    def __init__(self, folder: Path) -> None:
        program = shutil.which("git")
        if program is None:
            raise UnreadableFile(Problem("Git is not installed, or not where programs are looked for.", str(folder)))
        if not folder.is_dir():
            raise UnreadableFile(Problem("There is no such folder.", str(folder)))
        self._folder = folder
        self._command = [program, *_HARMLESS, "-C", str(folder)]
        kept = {name: value for name, value in os.environ.items() if not name.upper().startswith("GIT_")}
        self._environment = {**kept, **_SURROUNDINGS}

    def setting(self, name: str) -> str:
        """A value of the repository's configuration; empty where it is not set."""
        done = subprocess.run(  # noqa: S603 – a fixed command; the folder is an argument of its own
            [*self._command, "config", "--get", name],
            env=self._environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        return done.stdout.decode(errors="replace").strip()

    def commits(self, since: date | None, go_on: Callable[[int], bool]) -> list[Commit] | None:
        """The commits from HEAD down to a day; None if it was broken off."""
        command = [*self._command, *_LOG]
        if since is not None:
            command.append(f"--since={since.isoformat()}T00:00:00")
        found: list[Commit] = []
        with (
            TemporaryFile() as complaints,  # a pipe that nobody reads would fill up
            subprocess.Popen(  # noqa: S603 – a fixed command; the folder is an argument of its own
                [*command, "HEAD", "--"],
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=complaints,
                bufsize=-1,
            ) as running,
        ):
            assert isinstance(running.stdout, BufferedReader)  # noqa: S101 – it was asked for
            rest = b""
            authors: dict[tuple[str, str], Author] = {}
            while block := running.stdout.read1(1 << 16):
                *records, rest = (rest + block).split(b"\0")
                before = len(found) // _TELL_EVERY
                found.extend(commit for record in records if (commit := _commit(record, authors)) is not None)
                if len(found) // _TELL_EVERY != before and not go_on(len(found)):
                    running.kill()
                    return None
            if (commit := _commit(rest, authors)) is not None:
                found.append(commit)
            running.wait()
            complaints.seek(0)
            said = complaints.read().decode(errors="replace")
        if running.returncode:
            return self._without_commits(said)
        return found

    def _without_commits(self, said: str) -> list[Commit]:
        """What a failure of the log means: an empty repository has no commits, anything else is said."""
        if "ambiguous argument 'HEAD'" in said or "bad revision 'HEAD'" in said or "unknown revision" in said:
            return []
        if "dubious ownership" in said:
            message = (
                "This repository belongs to somebody else, so Git does not open it. If you trust it, run: "
                f"git config --global --add safe.directory {self._folder}"
            )
        elif "not a git repository" in said:
            message = "This folder is in no Git repository."
        else:
            lines = said.strip().splitlines()
            message = f"Git cannot read this repository: {lines[-1] if lines else 'it does not say why'}"
        raise UnreadableFile(Problem(message, str(self._folder)))


def _commit(record: bytes, authors: dict[tuple[str, str], Author]) -> Commit | None:
    parts = record.decode(errors="replace").split("\x1f", 4)
    if len(parts) != 5:
        return None
    name, address = parts[1], parts[2]
    author = authors.setdefault((name, address), Author(name, address))
    with suppress(ValueError):
        return Commit(parts[0], author, date.fromisoformat(parts[3]), parts[4].strip() or parts[0][:SHORT_HASH])
    return None
