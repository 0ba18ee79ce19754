from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_app.storage.file_names import file_stem, free_path


@pytest.mark.parametrize(
    ("parts", "stem"),
    [
        (("Sample Engineer", "2026 H2"), "Sample Engineer – 2026 H2"),
        (("../a/b\\c", "x:y"), "a b c – x y"),
        (("", "only"), "only"),
        ((" . ", "///"), "Untitled"),
        (("é" * 200,), "é" * 90),
    ],
)
def test_that_a_name_is_made_of_what_every_disk_takes(parts: tuple[str, ...], stem: str) -> None:
    assert file_stem(*parts) == stem


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=3))
def test_that_any_texts_make_a_name_of_one_part_that_is_not_too_long(parts: list[str]) -> None:
    stem = file_stem(*parts)
    assert 0 < len(stem.encode()) <= 180
    assert not set(stem) & set('/\\:*?"<>|\0\n')
    assert stem == stem.strip(" .")


def test_that_a_taken_name_gets_the_next_free_number(tmp_path: Path) -> None:
    for name in ("a.yaml", "a 2.yaml", "a 3.yaml"):
        assert free_path(tmp_path, "a", ".yaml") == tmp_path / name
        (tmp_path / name).touch()
