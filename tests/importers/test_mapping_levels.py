"""Levels that YAML and JSON name by keys nobody agreed on, in any nesting and any language."""

import json

import pytest

from ladder_app.errors import InvalidFile
from ladder_app.importers.result import Asks, Place
from ladder_app.importers.sources import import_text


def _levels(text: str) -> list[tuple[str, list[tuple[str, str | None]]]]:
    role = import_text(text, "x").role
    assert role is not None
    return [
        (level.title, [(c.text, role.areas[c.area] if c.area else None) for _, c in level.criteria()])
        for level in role.levels
    ]


_FOUR = [
    ("Basic", [("Heats it", "Oven"), ("Sells it", "Shop")]),
    ("Decent", [("Cleans it", "Oven"), ("Buys it", "Shop")]),
    ("Good", [("Mends it", "Oven"), ("Runs it", "Shop")]),
]
_OVEN = {"basic": "Heats it", "decent": "Cleans it", "good": "Mends it"}
_SHOP = {"basic": "Sells it", "decent": "Buys it", "good": "Runs it"}


def _listed(texts: dict[str, str]) -> dict[str, list[str]]:
    return {key: [text] for key, text in texts.items()}


def _inside(texts: dict[str, str]) -> dict[str, dict[str, str]]:
    return {key: {"description": text} for key, text in texts.items()}


@pytest.mark.parametrize(
    "shape",
    [
        {"skills": [{"name": "Oven", "levels": _OVEN}, {"name": "Shop", "levels": _SHOP}]},
        {"skills": [{"name": "Oven", **_OVEN}, {"name": "Shop", **_SHOP}]},
        {"skills": {"Oven": _OVEN, "Shop": _SHOP}},
        {"Oven": _OVEN, "Shop": _SHOP},
        {"Oven": {"levels": _OVEN}, "Shop": {"levels": _SHOP}},
        {"skills": [{"name": "Oven", "levels": _listed(_OVEN)}, {"name": "Shop", "levels": _listed(_SHOP)}]},
        {"skills": [{"name": "Oven", "levels": _inside(_OVEN)}, {"name": "Shop", "levels": _inside(_SHOP)}]},
        [{"name": "Oven", "levels": _OVEN}, {"name": "Shop", "levels": _SHOP}],
        {"competências": [{"nome": "Oven", "níveis": _OVEN}, {"nome": "Shop", "níveis": _SHOP}]},
    ],
)
def test_that_what_stands_beside_a_level_in_the_same_shape_is_one(shape: object) -> None:
    for text in (json.dumps(shape, ensure_ascii=False), json.dumps(shape, indent=2)):
        assert _levels(text) == _FOUR


@pytest.mark.parametrize("names", [["Um", "Dois"], ["einfach", "besser"], ["初級", "上級"], ["0", "1"], ["L0", "L1"]])
def test_that_all_keys_under_levels_are_levels_whatever_they_are_called(names: list[str]) -> None:
    low, high = names
    shape = {
        "name": "Bakers",
        "skills": [
            {"name": "Oven", "levels": {low: "Heats it well", high: "Mends it well"}},
            {"name": "Shop", "levels": {low: "Sells the bread", high: "Runs the shop"}},
        ],
    }
    titles = [title for title, _ in _levels(json.dumps(shape))]
    assert [title.casefold().removeprefix("level ") for title in titles] == [name.casefold() for name in names]


def test_that_texts_in_a_list_of_levels_are_what_the_levels_ask() -> None:
    texts = {"Oven": ["Heats it", "Mends it"], "Shop": ["Sells it", "Runs it"]}
    shape = {"skills": [{"name": name, "levels": said} for name, said in texts.items()]}
    expected = [[("Heats it", "Oven"), ("Sells it", "Shop")], [("Mends it", "Oven"), ("Runs it", "Shop")]]
    assert _levels(json.dumps(shape)) == list(zip(["Level 1", "Level 2"], expected, strict=True))
    named = {"levels": ["Apprentice", "Baker"], **shape}
    assert _levels(json.dumps(named)) == list(zip(["Apprentice", "Baker"], expected, strict=True))


def test_that_tracks_over_levels_are_no_levels() -> None:
    shape = {
        "levels": {
            "craft": {"L1": ["Heats it well"], "L2": ["Mends it well"]},
            "people": {"L3": ["Leads the bakers"], "L4": ["Leads the shop"]},
        }
    }
    assert [title for title, _ in _levels(json.dumps(shape))] == ["L1", "L2", "L3", "L4"]


def test_that_texts_without_blanks_are_long_enough() -> None:
    shape = {"name": "パン", "L1": {"summary": "窯を温める。"}, "L2": {"summary": "窯を直す。", "detail": "see L1"}}
    found = import_text(json.dumps(shape, ensure_ascii=False, indent=1), "x")
    assert _levels(json.dumps(shape)) == [("L1", [("窯を温める。", None)]), ("L2", [("窯を直す。", None)])]
    assert [(q.asks, q.line, q.level, q.choices) for q in found.questions] == [(Asks.EXTENDS, 8, "l2", ("l1",))]
    assert {a.line: a.place for a in found.account}[1] is Place.LAYOUT
    assert not list(found.unplaced())


def test_that_bullets_in_a_text_are_criteria_on_their_lines() -> None:
    page = "levels:\n  junior:\n    oven: |\n      - Heats it\n      - Cleans it\n    shop: TBD\n"
    page += "  senior:\n    oven: Mends it\n"
    found = import_text(page, "x")
    assert _levels(page) == [
        ("Junior", [("Heats it", "Oven"), ("Cleans it", "Oven")]),
        ("Senior", [("Mends it", "Oven")]),
    ]
    assert [a.line for a in found.account if a.place is Place.REQUIREMENT] == [4, 5, 8]


@pytest.mark.parametrize(
    "shape",
    [
        {"title": "App", "roles": {"admin": "The one", "owner": "The other one"}, "save": {"a": "Save it"}},
        {"menu": {"basic": "A basic plan", "other": "Another plan"}},
        {"logging": {"version": "one or two", "root": {"level": "A level", "handlers": ["a handler"]}}},
    ],
)
def test_that_keys_of_other_programs_are_no_levels(shape: object) -> None:
    with pytest.raises(InvalidFile, match="Expected"):
        import_text(json.dumps(shape), "x")


def test_that_competencies_are_called_by_their_own_keys_and_by_what_they_are_a_part_of() -> None:
    said = {"Oven": ("Heats it well", "Mends it well"), "Dough": ("Kneads it well", "Mixes it well")}
    skills = [
        {"skill": name, "expectations": [{"level": "Junior", "text": low}, {"level": "Senior", "text": high}]}
        for name, (low, high) in said.items()
    ]
    assert _levels(json.dumps({"framework": [{"pillar": "Craft", "skills": skills}]})) == [
        ("Junior", [("Heats it well", "Craft – Oven"), ("Kneads it well", "Craft – Dough")]),
        ("Senior", [("Mends it well", "Craft – Oven"), ("Mixes it well", "Craft – Dough")]),
    ]


def test_that_lists_as_long_as_that_of_the_levels_go_through_them() -> None:
    rows = [
        {"title": "Oven", "values": ["Heats it well", "Mends it well"]},
        {"title": "Shop", "values": ["TBD", "Runs it"]},
    ]
    shape = {"levels": ["Junior", "Senior"], "categories": [{"title": "Craft", "rows": rows}]}
    assert _levels(json.dumps(shape)) == [
        ("Junior", [("Heats it well", "Craft – Oven")]),
        ("Senior", [("Mends it well", "Craft – Oven"), ("Runs it", "Craft – Shop")]),
    ]


@pytest.mark.parametrize(("first", "second"), [("level1", "level2"), ("L3", "L4"), ("step_1", "step_2")])
def test_that_keys_that_count_up_are_levels_whatever_else_stands_beside_them(first: str, second: str) -> None:
    oven = {"id": 1, "name": "Oven", first: "Heats it", second: "Cleans it", "ordered": 2, "links": []}
    shop = {"id": 2, "name": "Shop", first: "Sells it", second: "Buys it", "links": [{"text": "Opens at six"}]}
    found = _levels(json.dumps({"status": 200, "groups": [{"id": 1, "competencies": [oven, shop]}]}))
    names = [name.casefold().replace("_", " ") for name in (first, second)]
    asked = [["Heats it", "Sells it"], ["Cleans it", "Buys it"]]
    assert [(title.casefold(), [text for text, _ in texts]) for title, texts in found] == list(
        zip(names, asked, strict=True)
    )


def test_that_a_key_that_groups_is_no_level_though_somebody_may_be_called_so() -> None:
    ovens = {"name": "Ovens", "competencies": [{"name": "Heat", "junior": "Heats it", "senior": "Mends it"}]}
    found = _levels(json.dumps({"groups": [ovens]}))
    assert [title.casefold() for title, _ in found] == ["junior", "senior"]
