"""Importing ladders, and warnings about roles, on the command line."""

import json
from pathlib import Path

import pytest

from ladder_app.cli import main
from ladder_app.storage.roles import load_role

_PAGE = """---
title: Baker
---

## Levels

### Baker

#### Responsibilities

- Bakes bread.

### Senior Baker

#### Responsibilities

- Extends the Baker responsibilities
- Teaches bakers.
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "baker.md"
    path.write_text(_PAGE, encoding="utf-8")
    return path


def test_that_a_page_becomes_a_role_file(page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "baker.role.yaml"
    assert main(["import", str(page), "-o", str(target)]) == 0
    assert [level.title for level in load_role(target).levels] == ["Baker", "Senior Baker"]
    assert capsys.readouterr().out == f"{page}: 2 levels, 2 criteria → {target}\n"


def test_that_json_gives_role_and_account(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(page), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["role"]["title"] == "Baker"
    lines = {entry["line"]: entry["place"] for entry in said["account"]}
    assert lines[11] == "responsibility"
    assert lines[17] == "extends"
    assert len(lines) == sum(bool(line.strip()) for line in _PAGE.split("\n"))


@pytest.mark.usefixtures("page")
def test_that_a_folder_ends_in_one_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "broken.yaml").write_text("levels: [", encoding="utf-8")
    out = tmp_path / "out"
    assert main(["import", str(tmp_path), "-o", str(out)]) == 1
    said = capsys.readouterr()
    assert load_role(out / "baker.role.yaml").title == "Baker"
    assert "2 files: 2 levels, 2 criteria, 0 questions, 0 lines unplaced." in said.out
    assert "broken.yaml" in said.err
    assert "Expected a page" in said.err


def test_that_questions_and_unplaced_lines_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.md"
    path.write_text(_PAGE.replace("the Baker resp", "the Miller resp") + "\n<%= partial 'x' %>\n", encoding="utf-8")
    assert main(["import", str(path)]) == 0
    said = capsys.readouterr().out
    assert "line 17: “Extends the Miller responsibilities” names “Miller”" in said
    assert "is unplaced: <%= partial 'x' %>" in said


def test_that_one_file_for_many_roles_is_wrong_usage(page: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.md"
    other.write_text(page.read_text(encoding="utf-8"), encoding="utf-8")
    assert main(["import", str(page), str(other), "-o", str(tmp_path / "x.yaml")]) == 2
    assert not (tmp_path / "x.yaml").exists()


def test_that_two_pages_of_one_title_get_two_files(page: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.md"
    other.write_text(page.read_text(encoding="utf-8"), encoding="utf-8")
    assert main(["import", str(page), str(other), "-o", str(tmp_path / "out")]) == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["baker-2.role.yaml", "baker.role.yaml"]


def test_that_roles_edited_since_are_replaced_by_force_alone_and_named_all_at_once(
    page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page.with_name("cook.md").write_text(_PAGE.replace("Baker", "Cook"), encoding="utf-8")
    page.with_name("maid.md").write_text(_PAGE.replace("Baker", "Maid"), encoding="utf-8")
    out = tmp_path / "out"
    again = ["import", *map(str, sorted(tmp_path.glob("*.md"))), "-o", str(out)]
    assert main(again) == main(again) == 0
    edited = [out / "baker.role.yaml", out / "cook.role.yaml"]
    for file in edited:
        file.write_text(file.read_text(encoding="utf-8") + "# Mine\n", encoding="utf-8")
    (out / "maid.role.yaml").unlink()
    capsys.readouterr()
    assert main(again) == 1
    assert [line.split(": ")[0] for line in capsys.readouterr().err.splitlines()] == list(map(str, edited))
    assert all(file.read_text(encoding="utf-8").endswith("# Mine\n") for file in edited)
    assert not (out / "maid.role.yaml").exists()
    assert main([*again, "--force"]) == 0
    assert not any("# Mine" in file.read_text(encoding="utf-8") for file in edited)


def test_that_an_empty_folder_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(tmp_path)]) == 1
    assert "Nothing here could hold a ladder." in capsys.readouterr().err


@pytest.mark.usefixtures("page")
def test_that_assessments_in_a_folder_are_left_out_and_that_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "somebody.assessment.yaml").write_text("format: ladder-assessment/1\n", encoding="utf-8")
    assert main(["import", str(tmp_path)]) == 0
    said = capsys.readouterr()
    assert "1 assessment is left out; ladder-app team" in said.out
    assert not said.err
    (tmp_path / "other.yaml").write_text("format: ladder-assessment/1\nperson: {}\n", encoding="utf-8")
    assert main(["import", str(tmp_path)]) == 1
    assert "This is an assessment, not a ladder" in capsys.readouterr().err


@pytest.mark.usefixtures("page")
def test_that_a_terminal_is_told_which_file_of_how_many_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "senior.md").write_text(_PAGE, encoding="utf-8")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert main(["import", str(tmp_path)]) == 0
    told = [line.strip() for line in capsys.readouterr().err.split("\r") if line.strip()]
    assert told == ["1 of 2 – baker.md", "2 of 2 – senior.md"]


_DOUBLED = """format: ladder-role/1
id: r
title: R
levels:
  - id: a
    title: A
    requirements:
      - {id: one, text: Plans the work}
      - {id: two, text: Plans the work.}
"""


def test_that_warnings_have_line_and_column_and_are_no_failure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "r.role.yaml"
    path.write_text(_DOUBLED, encoding="utf-8")
    assert main(["check", str(path)]) == 0
    assert f"{path}:9:9: warning: This says the same as “one”; it is rated twice." in capsys.readouterr().err


def test_that_strict_makes_warnings_a_failure(tmp_path: Path) -> None:
    path = tmp_path / "r.role.yaml"
    path.write_text(_DOUBLED, encoding="utf-8")
    assert main(["check", "--strict", str(path)]) == 1


def test_that_a_pdf_is_refused_with_what_to_do_instead(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "ladder.pdf"
    path.write_bytes(b"%PDF-1.7\n%\xe2\xe3")
    assert main(["import", str(path)]) == 1
    assert "A PDF is not read as a ladder" in capsys.readouterr().err


def test_that_pages_of_a_folder_are_one_role_if_that_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "mill"
    folder.mkdir()
    for name in ("Junior Weaver", "Weaver", "Senior Weaver"):
        text = f"# {name}\n\n## Looms\n\n- Weaves as a {name}\n- Helps a {name}\n"
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    assert main(["import", str(folder)]) == 0
    said = capsys.readouterr().out
    assert said.count("are they one role, to be read together?") == 3
    assert "--one-role" in said
    assert main(["import", str(folder), "--one-role", "-o", str(tmp_path / "out")]) == 0
    assert f"{folder}: 3 levels, 6 criteria" in capsys.readouterr().out
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["mill.role.yaml"]
    monkeypatch.chdir(folder)
    assert main(["import", ".", "--one-role", "-o", str(tmp_path / "here")]) == 0
    assert [path.name for path in (tmp_path / "here").iterdir()] == ["mill.role.yaml"]


def test_that_a_list_of_anything_writes_nothing_and_says_what_was_expected(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page, target = tmp_path / "grocery-list.md", tmp_path / "grocery.role.yaml"
    page.write_text("# Groceries\n\n- 2 loaves of bread\n- milk and butter\n- apples, pears\n- washing powder\n")
    assert main(["import", str(page), "-o", str(target)]) == 1
    assert not target.exists()
    assert "Expected were headings or columns that name levels" in capsys.readouterr().err
