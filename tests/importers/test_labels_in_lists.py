"""Entries that end in a colon over lists of their own, beside others like them: names of competencies."""

import pytest

from ladder_app.importers.sources import import_text
from tests.importers.pages import role_of


def _page(names: tuple[str, ...]) -> str:
    page = "# Weavers\n\n"
    for rank in ("Junior Weaver", "Senior Weaver"):
        page += f"## {rank}\n\n"
        for name in names:
            page += f"- {name} :\n  - Weaves wool for the {rank}.\n  - Mends what was torn before.\n"
        page += "\n"
    return page


_NAMES = ("Looms", "Quality of the woven cloth", "Yarn, wool and linen")


def test_that_long_labels_beside_short_ones_are_areas() -> None:
    role = role_of(_page(_NAMES))
    assert [len(list(level.criteria())) for level in role.levels] == [6, 6]
    assert list(role.areas.values()) == list(_NAMES)


def test_that_a_sentence_over_a_list_stays_with_it_where_nothing_else_is_a_label() -> None:
    role = role_of(_page(("You have worked for years with these",)))
    assert [len(list(level.criteria())) for level in role.levels] == [1, 1]


@pytest.mark.parametrize("names", [_NAMES, ("Looms", "Yarn")])
def test_that_headings_over_such_lists_are_no_comments_of_yaml(names: tuple[str, ...]) -> None:
    role = import_text(_page(names), "page").role
    assert role is not None
    assert [level.title for level in role.levels] == ["Junior Weaver", "Senior Weaver"]
    assert [len(list(level.criteria())) for level in role.levels] == [2 * len(names)] * 2
