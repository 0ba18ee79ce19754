"""Many pages at once: links between them are followed."""

from pathlib import Path

from ladder_app.domain.effective import effective_level
from ladder_app.importers.folder import FromFile, files_in, joined, read_files

_BAKER = "---\ntitle: Baker\n---\n## Requirements\n- Can bake.\n## Responsibilities\n- Bakes.\n"
_HEADS = """---
title: Heads
---
## Levels
### Head Baker
#### Responsibilities
- Extends that of the [Baker](/jobs/baker/) responsibilities
- Leads bakers.
### Head Miller
#### Responsibilities
- Extends that of the [Miller](/jobs/miller/) responsibilities
- Leads millers.
"""


def _files(tmp_path: Path) -> list[FromFile]:
    (tmp_path / "jobs").mkdir()
    (tmp_path / "jobs" / "baker.md").write_text(_BAKER, encoding="utf-8")
    (tmp_path / "jobs" / "heads.md").write_text(_HEADS, encoding="utf-8")
    (tmp_path / ".hidden.md").write_text(_BAKER, encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"")
    return list(read_files(files_in([tmp_path])))


def test_that_a_folder_is_searched_for_what_could_be_a_ladder(tmp_path: Path) -> None:
    assert [file.path.name for file in _files(tmp_path)] == ["baker.md", "heads.md"]


def test_that_a_level_of_another_page_is_found_and_taken_along(tmp_path: Path) -> None:
    heads = joined(_files(tmp_path))[1].imported
    assert heads is not None
    assert heads.role is not None
    assert [level.id for level in heads.role.levels] == ["baker.baker", "head-baker", "head-miller"]
    (extends,) = heads.role.level("head-baker").extends
    assert [kind.value for kind in extends.kinds] == ["responsibility"]
    texts = [one.criterion.text for one in effective_level(heads.role, "head-baker").criteria]
    assert texts == ["Leads bakers.", "Bakes."]


def test_that_a_page_that_is_not_there_stays_a_question(tmp_path: Path) -> None:
    heads = joined(_files(tmp_path))[1].imported
    assert heads is not None
    assert [question.page for question in heads.questions] == ["/jobs/miller/"]


def test_that_a_file_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("x: [", encoding="utf-8")
    (tmp_path / "b.md").write_text(_BAKER, encoding="utf-8")
    first, second = read_files(files_in([tmp_path]))
    assert first.imported is None
    assert first.problems
    assert second.imported is not None
