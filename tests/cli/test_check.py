"""`check` for the ladder's owner: every kind of warning where it is, and as a hook of a real Git repository."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.cli.conftest import Ladder
from tests.roles.places import REPOSITORY

HEAD = "format: ladder-role/1\nid: baker\ntitle: Baker\n"
GOOD = f"{HEAD}levels:\n  - {{id: baker, title: Baker}}\n"
FILES = {
    "the same twice": (
        """\
levels:
  - id: a
    title: A
    requirements:
      - {id: x, text: Writes tests for all code.}
      - id: y
        text: writes   tests for all code
""",
        ["9:9: warning: This says the same as “x”; it is rated twice."],
    ),
    "nearly the same": (
        """\
levels:
  - id: a
    title: A
    requirements:
      - {id: x, text: Plans and leads small projects of the team}
  - id: b
    title: B
    extends: [{level: a}]
    requirements:
      - text: >-
          Plans and leads large projects
          of the team
        id: y
""",
        ["13:9: warning: This says nearly the same as “x”; if it takes its place, say “refines”."],
    ),
    "out of reach": (
        """\
levels:
  - {id: a, title: A}
  - {id: b, title: B, extends: [{level: a}]}

  # alone
  -   id: c
      title: C
""",
        ["9:7: warning: “C” cannot be reached: it extends no level and none extends it, as the others do."],
    ),
    "called alike": (
        "levels:\n  - {id: a, title: Senior Baker}\n  - {id: b, title: senior  baker}\n",
        ["6:20: warning: “senior  baker” is also what “a” is called."],
    ),
    "grades": (
        "levels:\n  - {id: a, title: A, grade: 7}\n  - {id: b, title: B, grade: 6, extends: [{level: a}]}\n",
        [
            "6:30: warning: Grade 6 comes after grade 7; levels go from the lowest up.",
            "6:51: warning: Grade 6 extends “A”, which is grade 7.",
        ],
    ),
    "without area": (
        """\
areas: {craft: Craft}
levels:
  - id: a
    title: A
    responsibilities:
      - {id: x, text: One, area: craft}
      - {id: y, text: Two}
""",
        ["10:9: warning: “y” has no area, as other criteria have; it counts for none."],
    ),
    "weaker": (
        """\
levels:
  - id: a
    title: A
    requirements:
      - {id: eight, text: 8+ years of baking}
      - {id: years, text: Baked, years: {minimum: 8, of: baking}}
  - id: b
    title: B
    extends: [{level: a}]
    requirements:
      - {id: five, text: 5+ years of baking, refines: eight}
      - {id: fewer, text: Baked a lot, years: {minimum: 5, of: baking}, refines: years}
      - id: plus
        text: Oven
        plus: true
        refines: eight
""",
        [
            "14:55: warning: 5 years refine 8 of “eight”; that is less.",
            "15:82: warning: 5 years refine 8 of “years”; that is less.",
            "19:18: warning: “eight” is required, and what refines it only a plus.",
        ],
    ),
}


@pytest.mark.parametrize(("body", "warnings"), FILES.values(), ids=FILES.keys())
def test_that_every_kind_of_warning_is_told_where_it_is(
    ladder: Ladder, tmp_path: Path, body: str, warnings: list[str]
) -> None:
    path = tmp_path / "baker.role.yaml"
    path.write_text(HEAD + body)
    outcome = ladder("check", path)
    assert outcome.err.splitlines() == [f"{path}:{warning}" for warning in warnings]
    assert (outcome.status, outcome.out) == (0, "No faults.\n")
    strict = ladder("check", "--strict", path)
    assert (strict.status, strict.out, strict.err) == (1, "", outcome.err)


def test_that_faults_come_alone_and_are_no_warnings(ladder: Ladder, tmp_path: Path) -> None:
    path = tmp_path / "baker.role.yaml"
    path.write_text(f"{HEAD}levels:\n  - {{id: a, title: A, grade: 7}}\n  - {{id: a, title: A, grade: 6}}\n")
    outcome = ladder("check", path)
    assert outcome.err == f"{path}:6:10: A second level has the id “a”; ids must differ.\n"
    assert outcome.status == 1


def _documented() -> str:
    return (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("## A ladder kept in Git\n")[2]


def test_that_the_documented_hooks_are_those_that_there_are() -> None:
    (block,) = re.findall(r"(?m)^    repos:\n(?:    .*\n)+", _documented())
    (local,) = yaml.safe_load(block)["repos"][0]["hooks"]
    (carried,) = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert (local["id"], local["entry"]) == (carried["id"], carried["entry"])
    for hook in (local, carried):
        assert re.search(hook["files"], "roles/baker.role.yaml")
        assert not re.search(hook["files"], "mine.assessment.yaml")


@pytest.mark.skipif(os.name == "nt" or shutil.which("git") is None, reason="needs git and a shell")
def test_that_the_documented_hook_of_git_lets_only_good_roles_pass(tmp_path: Path) -> None:
    who = {"GIT_AUTHOR_NAME": "Sample Owner", "GIT_AUTHOR_EMAIL": "owner@example.com"}
    who |= {"GIT_COMMITTER_NAME": "Sample Owner", "GIT_COMMITTER_EMAIL": "owner@example.com"}
    environment = os.environ | who | {"PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    environment |= {"GIT_CONFIG_GLOBAL": os.devnull, "PYTHONPATH": str(REPOSITORY)}

    def git(*words: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(["git", "-C", tmp_path, *words], env=environment, capture_output=True, check=False)

    assert git("init", "-q").returncode == 0
    program = tmp_path / "bin" / "ladder-app"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m ladder_app "$@"\n')
    hook = tmp_path / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("".join(line[4:] + "\n" for line in re.findall(r"(?m)^    (?:#!|git diff).*$", _documented())))
    for script in (program, hook):
        script.chmod(0o755)
    role = tmp_path / "my baker.role.yaml"
    role.write_text(GOOD)
    git("add", role.name)
    assert git("commit", "-m", "good").returncode == 0
    role.write_text(HEAD + FILES["the same twice"][0])
    git("add", role.name)
    refused = git("commit", "-m", "twice")
    assert refused.returncode != 0
    assert b"my baker.role.yaml:9:9: warning: This says the same" in refused.stderr
    assert git("log", "--format=%s").stdout == b"good\n"
