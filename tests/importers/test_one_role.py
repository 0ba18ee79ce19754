"""Pages of one folder that together are one role."""

from pathlib import Path

import pytest

from ladder_app.domain.role import Role
from ladder_app.errors import InvalidFile
from ladder_app.importers.building import AT_ALL, NO_CRITERIA
from ladder_app.importers.deciding import with_decision
from ladder_app.importers.decisions import Says, decision_on
from ladder_app.importers.folder import FromFile, files_in, read_files
from ladder_app.importers.one_role import as_one, asked, read_as_one, together
from ladder_app.importers.page_joining import joined_pages
from ladder_app.importers.result import Asks
from ladder_app.importers.source_files import file_at, number_at

_BY_LEVEL = {
    "juniorweaver.md": "# Junior Weaver \\(JW\\)\n\n## Looms\n\n* Sets up looms\n* Cleans them\n\n## Yarn\n\n* Spins\n",
    "seniorweaver.md": "# Senior Weaver \\(SW\\)\n\n## Looms\n\n* Builds looms\n\n## Yarn\n\n* Dyes yarn\n* Buys it\n",
    "weaver.md": "# Weaver \\(W\\)\n\n## Looms\n\n* Mends looms\n\n## Yarn\n\n* Chooses yarn\n",
}
_NUMBERED = {
    "01 Junior.md": "---\ntitle: Junior\n---\n\n# 01 Junior\n\n## Looms\n\n- Sets up looms\n- Cleans them\n",
    "02 Expert.md": "---\ntitle: Expert\n---\n\n# 02 Expert\n\n## Looms\n\n- Builds looms\n- Sells them\n",
}
_UNDERLINED = {
    "a.md": "Weaver I\n========\n\nLooms\n-----\n\n- Sets up looms\n\n```\n# no heading\n```\n",
    "b.md": "Weaver II\n========\n\nLooms\n-----\n\n- Builds looms\n",
}
_BY_COMPETENCY = {
    "looms.md": "Looms.\n\n### Level 1\n- Sets up looms\n\n### Level 2\n- Mends looms\n\n### Level 3\n- Builds looms\n",
    "yarn-craft.md": "What yarn is.\n\n### Level 2\n- Spins yarn\n\n### Level 3\n- Dyes yarn\n",
}


def _read(folder: Path, pages: dict[str, str]) -> list[FromFile]:
    folder.mkdir(exist_ok=True)
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8")
    return list(read_files(files_in([folder])))


def _role(files: list[FromFile]) -> Role:
    (one,) = as_one(files)
    assert one.imported is not None
    assert one.imported.role is not None
    return one.imported.role


@pytest.mark.parametrize(
    ("pages", "levels"),
    [
        (_BY_LEVEL, ["Junior Weaver (JW)", "Weaver (W)", "Senior Weaver (SW)"]),
        (_NUMBERED, ["01 Junior", "02 Expert"]),
        (_UNDERLINED, ["Weaver I", "Weaver II"]),
    ],
)
def test_that_pages_of_a_level_each_are_one_role_if_that_is_said(
    tmp_path: Path, pages: dict[str, str], levels: list[str]
) -> None:
    files = _read(tmp_path / "mill", pages)
    role = _role(files)
    assert [level.title for level in role.levels] == levels
    assert role.title == "mill"
    assert role.areas["looms"] == "Looms"
    apart = {
        c.text for file in files if file.imported and file.imported.role for _, _, c in file.imported.role.criteria()
    }
    assert {c.text for _, _, c in role.criteria()} == apart


def test_that_pages_of_a_competency_each_are_one_role_with_these_as_areas(tmp_path: Path) -> None:
    role = _role(_read(tmp_path / "mill", _BY_COMPETENCY))
    found = {level.title: [(role.areas[c.area or ""], c.text) for _, c in level.criteria()] for level in role.levels}
    assert found == {
        "Level 1": [("Looms", "Sets up looms")],
        "Level 2": [("Looms", "Mends looms"), ("Yarn craft", "Spins yarn")],
        "Level 3": [("Looms", "Builds looms"), ("Yarn craft", "Dyes yarn")],
    }


@pytest.mark.parametrize("pages", [_BY_LEVEL, _NUMBERED, _UNDERLINED, _BY_COMPETENCY])
def test_that_it_is_asked_whether_pages_are_one_role(tmp_path: Path, pages: dict[str, str]) -> None:
    for file in asked(_read(tmp_path / "mill", pages)):
        assert file.imported is not None
        assert "are they one role" in file.imported.questions[0].message
        assert not [q for q in file.imported.questions if "ladder at all" in q.message]


@pytest.mark.parametrize(
    "pages",
    [
        {"weaver.md": _BY_LEVEL["weaver.md"], "smith.md": "# Blacksmith\n\n## Fire\n\n* Lights it\n* Fans it\n"},
        {"weaver.md": _BY_LEVEL["weaver.md"]},
        {"x.md": _BY_COMPETENCY["looms.md"], "y.md": "# Smiths\n\n## Junior Smith\n- Bows\n## Lead Smith\n- Casts\n"},
    ],
)  # fmt: skip
def test_that_other_pages_are_neither_asked_about_nor_joined(tmp_path: Path, pages: dict[str, str]) -> None:
    files = _read(tmp_path / "mill", pages)
    assert together(files) == []
    assert asked(files) == files
    with pytest.raises(InvalidFile):
        as_one(files)


_MIXED = {
    "junior.html": "<body><h1>Junior Weaver</h1><h2>Responsibilities</h2><ul><li>Sets up looms</li></ul></body>",
    "lead.csv": "Level,Area,Criterion\nLead Weaver,Looms,Designs looms\nLead Weaver,Yarn,Buys yarn\n",
    "senior.md": "---\nurl: /senior\n---\n\n# Senior Weaver\n\n## Responsibilities\n\n"
    "- Extends the Weaver responsibilities\n- Builds looms\n",
    "weaver.md": "# Weaver\n\n## Responsibilities\n\n- Mends looms\n",
    "principal.yaml": "levels:\n- name: Principal Weaver\n  responsibilities:\n  - Invents looms\n  - Teaches\n",
}


def test_that_files_of_every_kind_are_read_together_and_nothing_of_them_is_lost(tmp_path: Path) -> None:
    files = _read(tmp_path / "mill", _MIXED)
    one = read_as_one([file.path for file in files], "mill")
    assert one.role is not None
    found = {level.title: [c.text for _, c in level.criteria()] for level in one.role.levels}
    assert found == {
        "Junior Weaver": ["Sets up looms"],
        "Weaver": ["Mends looms"],
        "Senior Weaver": ["Builds looms"],
        "Lead Weaver": ["Designs looms", "Buys yarn"],
        "Principal Weaver": ["Invents looms", "Teaches"],
    }
    assert [e.level for level in one.role.levels for e in level.extends] == ["weaver"]
    assert list(one.role.areas.values()) == ["Looms", "Yarn"]
    assert [file.name for file in one.files] == ["junior.html", "lead.csv", "principal.yaml", "senior.md", "weaver.md"]


def test_that_every_line_is_counted_as_its_own_file_does(tmp_path: Path) -> None:
    more = "---\ntitle: Apprentice Weaver\n---\nResponsibilities:\n\n- Spins\n"
    files = _read(tmp_path / "mill", {**_MIXED, "apprentice.md": more})
    one = read_as_one([file.path for file in files], "mill")
    counted: dict[str, dict[int, str]] = {}
    for line in one.account:
        at, number = file_at(one.files, line.line), number_at(one.files, line.line)
        if at is not None and number is not None:
            counted.setdefault(at.name, {})[number] = line.text.lstrip("# ")
    for file in files:
        text = file.path.read_text(encoding="utf-8")
        lines = {number: line.lstrip("# ") for number, line in enumerate(text.split("\n"), 1) if line.strip()}
        assert counted[file.path.name] == lines, file.path.name
    assert sorted(line.line for line in one.account) == sorted({line.line for line in one.account})


def test_that_levels_of_the_same_name_are_one_and_areas_are_the_files(tmp_path: Path) -> None:
    pages = {
        "looms.md": "### Junior\n- Sets up looms\n\n### Senior\n- Builds looms\n",
        "yarn-craft.csv": "Level,Criterion\nJunior,Spins yarn\nSenior,Dyes yarn\n",
        "people.html": "<h1>People</h1><h2>Junior</h2><ul><li>Listens</li></ul><h2>Senior</h2><ul><li>Leads</li></ul>",
    }
    (group,) = together(_read(tmp_path / "mill", pages))
    assert not group.is_by_level
    role = read_as_one(group.pages, "mill", is_by_level=False).role
    assert role is not None
    found = {level.title: [(role.areas[c.area or ""], c.text) for _, c in level.criteria()] for level in role.levels}
    assert found == {
        "Junior": [("Looms", "Sets up looms"), ("People", "Listens"), ("Yarn craft", "Spins yarn")],
        "Senior": [("Looms", "Builds looms"), ("People", "Leads"), ("Yarn craft", "Dyes yarn")],
    }


def test_that_a_part_that_would_be_no_ladder_by_itself_is_one_with_the_others(tmp_path: Path) -> None:
    pages = {
        "a.csv": "Level,Criterion\nWeaver,Weaves\nLead Weaver,Leads\n",
        "b.html": "<h1>Senior Weaver</h1><h2>Looms</h2><ul><li>Builds looms</li></ul>",
        "c.md": "# Weavers\n\n## Levels\n\n### Weaver\n\n### Master Weaver\n\nIs the best.\n",
    }
    files = _read(tmp_path / "mill", pages)
    told = {q.message for file in files if file.imported for q in file.imported.questions}
    assert {AT_ALL, NO_CRITERIA} <= told
    one = read_as_one([file.path for file in files if file.imported and file.imported.role], "mill")
    assert one.role is not None
    asked_now = [q.message for q in one.questions if q.asks is Asks.LEVELS]
    assert asked_now == ["“Master Weaver” asks nothing; is it a level?"], "another file says what “Weaver” asks"
    question = next(q for q in one.questions if q.asks is Asks.LEVELS)
    line = next(line for line in one.account if line.line >= question.line)
    after = with_decision(one, decision_on(line, Says.NO_LEVELS))
    assert after is not None
    assert after.role is not None
    assert "Master Weaver" not in [level.title for level in after.role.levels]


def test_that_decisions_about_files_read_together_hold(tmp_path: Path) -> None:
    files = _read(tmp_path / "mill", _MIXED)
    one = read_as_one([file.path for file in files], "mill")
    line = next(line for line in one.account if "Buys yarn" in line.text)
    decision = decision_on(line, Says.NOTE)
    after = with_decision(one, decision)
    assert after is not None
    assert after.role is not None
    assert not any(c.text == "Buys yarn" for _, _, c in after.role.criteria())
    assert after.files == one.files


def test_that_files_that_cannot_be_part_of_it_are_refused_by_name_and_with_why(tmp_path: Path) -> None:
    others = {
        "a.md": "# Junior Weaver\n\n- Spins\n",
        "b.html": "<p>Nothing.</p>",
        "c.json": "{",
        "d.yaml": "format: ladder-role/1\nid: r\ntitle: R\nlevels: [{id: a, title: A}]\n",
    }
    files = _read(tmp_path / "mill", others)
    with pytest.raises(InvalidFile) as refused:
        read_as_one([file.path for file in files], "mill")
    said = {Path(problem.file or "").name: problem.message for problem in refused.value.problems}
    assert "No level was found in “b.html”" in said["b.html"]
    assert "Expected" in said["c.json"]
    assert "a role of Ladder already" in said["d.yaml"]
    assert "a.md" not in said


def test_that_every_line_of_the_pages_stands_in_the_joined_one() -> None:
    pages = list(_BY_LEVEL.items())
    text = joined_pages("mill", pages, is_by_level=True)
    for _, page in pages:
        for line in page.split("\n"):
            assert line.lstrip("# ") in text
