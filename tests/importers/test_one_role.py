"""Pages of one folder that together are one role."""

from pathlib import Path

import pytest

from ladder_app.domain.role import Role
from ladder_app.errors import InvalidFile
from ladder_app.importers.folder import FromFile, files_in, read_files
from ladder_app.importers.one_role import as_one, asked, read_as_one, together
from ladder_app.importers.page_joining import joined_pages

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


def test_that_only_markdown_is_read_together(tmp_path: Path) -> None:
    with pytest.raises(InvalidFile):
        read_as_one([tmp_path / "a.csv"], "mill")


def test_that_every_line_of_the_pages_stands_in_the_joined_one() -> None:
    pages = list(_BY_LEVEL.items())
    text = joined_pages("mill", pages, is_by_level=True)
    for _, page in pages:
        for line in page.split("\n"):
            assert line.lstrip("# ") in text
