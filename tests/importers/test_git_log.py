"""Real repositories, made with the real `git`."""

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_app.errors import UnreadableFile
from ladder_app.importers.git_log import Author, GitLog, read_git_log, taken_sources
from ladder_app.importers.git_remote import commit_base

ME = Author("Sample Engineer", "engineer@example.com")
OTHER = Author("Sample Manager", "manager@example.com")
QUIET = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


def git(folder: Path, *words: str, **more: str) -> str:
    environment = {**os.environ, **QUIET, **more}
    done = subprocess.run(["git", "-C", folder, *words], env=environment, check=True, capture_output=True)
    return done.stdout.decode()


def commit(folder: Path, subject: str, day: str, author: Author = ME) -> str:
    when = f"{day}T12:00:00+0000"
    who = {f"GIT_{part}_NAME": author.name for part in ("AUTHOR", "COMMITTER")}
    who |= {f"GIT_{part}_EMAIL": author.address for part in ("AUTHOR", "COMMITTER")}
    git(folder, "commit", "-q", "--allow-empty", "-m", subject, GIT_AUTHOR_DATE=when, GIT_COMMITTER_DATE=when, **who)
    return git(folder, "rev-parse", "HEAD").strip()


@pytest.fixture(autouse=True)
def _without_own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "work"
    folder.mkdir()
    git(folder, "init", "-q")
    git(folder, "config", "user.email", ME.address)
    git(folder, "remote", "add", "origin", "https://name:secret@gitlab.com/group/work.git")
    commit(folder, "Before the cycle", "2026-05-01")
    commit(folder, "Cache the build", "2026-08-01")
    commit(folder, "Review the plan", "2026-08-02", OTHER)
    commit(folder, "Review it again", "2026-08-03", OTHER)
    commit(folder, "שיפור: cache “everything”", "2026-08-04")
    return folder


def read(folder: Path, since: date | None = None) -> GitLog:
    found = read_git_log(folder, since)
    assert found is not None
    return found


def test_that_the_log_is_read_by_author_since_a_day(repository: Path) -> None:
    found = read(repository, date(2026, 7, 1))
    assert found.authors() == (ME, OTHER)
    assert [(c.subject, c.date) for c in found.by(ME)] == [
        ("שיפור: cache “everything”", date(2026, 8, 4)),
        ("Cache the build", date(2026, 8, 1)),
    ]
    assert len(read(repository).by(ME)) == 3
    inside = repository / "deeper"
    inside.mkdir()
    assert read(inside).commits == read(repository).commits


def test_that_several_commits_become_one_entry_that_is_known_again(repository: Path) -> None:
    found = read(repository, date(2026, 7, 1))
    newest, oldest = found.by(ME)
    entry = found.evidence([newest, oldest], "one")
    assert entry.text == "שיפור: cache “everything”\nCache the build"
    assert entry.date == date(2026, 8, 4)
    assert entry.link == f"https://gitlab.com/group/work/-/commit/{newest.hash}"
    assert taken_sources([entry]) == {newest.source, oldest.source}


def test_that_reading_can_be_broken_off(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ladder_app.importers.git_log._TELL_EVERY", 1)
    heard: list[int] = []

    def stop(count: int) -> bool:
        heard.append(count)
        return False

    assert read_git_log(repository, None, stop) is None
    assert len(heard) == 1


def test_that_an_empty_repository_has_no_commits(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    assert read(tmp_path).commits == ()
    assert read(tmp_path).authors() == ()


def test_that_what_cannot_be_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnreadableFile, match="in no Git repository"):
        read_git_log(tmp_path)
    with pytest.raises(UnreadableFile, match="no such folder"):
        read_git_log(tmp_path / "nowhere")
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UnreadableFile, match="not installed"):
        read_git_log(tmp_path)


def test_that_nothing_of_the_repository_is_run(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trap = tmp_path / "trap"
    sprung = tmp_path / "sprung"
    trap.write_text(f"#!/bin/sh\necho $0 >> {sprung}\ncat\n")
    trap.chmod(0o755)
    for name in (
        "core.fsmonitor", "core.pager", "pager.log", "gpg.program", "diff.external", "core.sshCommand", "core.editor",
        "core.askPass", "credential.helper", "interactive.diffFilter", "alias.log", "diff.trap.textconv",
        "filter.trap.smudge", "core.alternateRefsCommand",
    ):  # fmt: skip
        git(repository, "config", name, f"!{trap}" if name == "alias.log" else str(trap))
    git(repository, "config", "log.showSignature", "true")
    git(repository, "config", "format.pretty", "oneline")
    git(repository, "config", "log.decorate", "full")
    git(repository, "config", "color.ui", "always")
    hooks = repository / ".git" / "hooks"
    for name in ("post-index-change", "reference-transaction", "post-checkout"):
        (hooks / name).write_bytes(trap.read_bytes())
        (hooks / name).chmod(0o755)
    (repository / ".gitattributes").write_text("* diff=trap filter=trap\n")
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", str(trap))
    monkeypatch.setenv("GIT_PAGER", str(trap))
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    before = {p: p.stat().st_mtime_ns for p in repository.rglob("*")}
    assert len(read(repository).commits) == 5
    assert not sprung.exists()
    assert {p: p.stat().st_mtime_ns for p in repository.rglob("*")} == before


@pytest.mark.parametrize(
    ("remote", "base"),
    [
        ("https://github.com/a/b.git", "https://github.com/a/b/commit/"),
        ("https://user:secret@github.com/a/b", "https://github.com/a/b/commit/"),
        ("git@github.com:a/b.git", "https://github.com/a/b/commit/"),
        ("ssh://git@gitlab.com:22/a/b/c.git", "https://gitlab.com/a/b/c/-/commit/"),
        ("git@bitbucket.org:a/b.git", "https://bitbucket.org/a/b/commits/"),
        ("http://gitlab.example.com:8080/a/b.git/", "http://gitlab.example.com:8080/a/b/-/commit/"),
        ("git@git.example.com:a/b.git", None),
        ("/srv/git/b.git", None),
        ("ext::sh -c evil", None),
        ("https://github.com/", None),
        ("javascript:alert(1)//github.com/a", None),
        ("", None),
    ],
)
def test_that_the_web_address_follows_from_the_remote(remote: str, base: str | None) -> None:
    assert commit_base(remote) == base


@given(st.text())
def test_that_no_remote_makes_an_address_of_another_kind(remote: str) -> None:
    base = commit_base(remote)
    assert base is None or base.startswith(("https://", "http://"))
