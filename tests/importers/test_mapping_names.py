"""What levels in YAML and JSON are called, whatever key says it; scales beside them; heads that count up."""

import json

import pytest

from ladder_app.domain.role import Role
from ladder_app.importers.sources import import_text


def _role(text: str) -> Role:
    role = import_text(text, "x").role
    assert role is not None
    return role


def _levels(text: str) -> list[tuple[str, list[str]]]:
    return [(level.title, [c.text for _, c in level.criteria()]) for level in _role(text).levels]


@pytest.mark.parametrize("key", ["proficiency", "stage", "called", "tier"])
def test_that_the_short_text_that_tells_levels_apart_is_their_name(key: str) -> None:
    page = "ovens:\n"
    for skill in ("Dough", "Heat"):
        page += f"  - competency: {skill}\n    definition: [Rye, Wheat]\n    required: Familiar\n    levels:\n"
        for name in ("Familiar", "Experienced"):
            page += f"      - {key}: {name}\n        definition: {name} with {skill}.\n        required: true\n"
    assert _levels(page) == [
        ("Familiar", ["Familiar with Dough.", "Familiar with Heat."]),
        ("Experienced", ["Experienced with Dough.", "Experienced with Heat."]),
    ]


def test_that_texts_that_tell_levels_apart_by_what_they_ask_are_no_names() -> None:
    page = "levels:\n  - skills: Bakes rye bread for the whole town.\n  - skills: Mends any oven by hand.\n"
    assert [title for title, _ in _levels(page)] == ["Level 1", "Level 2"]


def _ladder(**more: object) -> str:
    levels = [
        {"level": 1, "title": "Software Developer", "objective": "Bakes alone."},
        {"level": 2, "title": "Senior Software Developer", "objective": "Teaches others."},
        {"level": 2, "title": "Software Manager", "objective": "Leads the shop."},
    ]
    return json.dumps({**more, "career-levels": levels}, indent=1)


def test_that_the_number_beside_the_title_of_a_level_is_its_grade_and_two_of_one_number_stay_two() -> None:
    role = _role(_ladder())
    assert [(level.title, level.grade) for level in role.levels] == [
        ("Software Developer", 1),
        ("Senior Software Developer", 2),
        ("Software Manager", 2),
    ]
    assert [texts for _, texts in _levels(_ladder())] == [["Bakes alone."], ["Teaches others."], ["Leads the shop."]]


def test_that_a_scale_beside_the_levels_is_a_note() -> None:
    scale = [{"level": "Novice", "description": "Bakes with help."}, {"level": "Expert", "description": "Knows all."}]
    page = _ladder(**{"capability-levels": scale})
    assert _levels(page) == _levels(_ladder())
    assert "Knows all." in [note.text for note in _role(page).notes]


def test_that_entries_that_name_their_level_are_read_where_no_list_of_levels_stands_beside() -> None:
    page = "expectations:\n  - {level: Novice, text: Bakes with help.}\n  - {level: Expert, text: Knows all ovens.}\n"
    assert _levels(page) == [("Novice", ["Bakes with help."]), ("Expert", ["Knows all ovens."])]


_HEAD = "Skill,Not like this,{0},With a machine,Source\n"
_ROW = "Dough,Burns it,Kneads with help,Kneads alone,Teaches it,Watches it,A book\n"


@pytest.mark.parametrize("sign", [": ", ") ", ". ", " – ", "\uff1a"])
def test_that_heads_that_count_up_are_levels_among_other_columns(sign: str) -> None:
    head = _HEAD.format(f"1{sign}guided,2{sign}alone,3{sign}teaching")
    assert _levels(head + _ROW) == [
        (f"1{sign}guided", ["Kneads with help"]),
        (f"2{sign}alone", ["Kneads alone"]),
        (f"3{sign}teaching", ["Teaches it"]),
    ]


def test_that_the_zero_of_a_scale_is_no_level() -> None:
    head = _HEAD.format("0: not yet,1: guided,2: alone,3: teaching")
    row = _ROW.replace("Burns it", "Burns it,Cannot knead")
    assert [title for title, _ in _levels(head + row)] == ["1: guided", "2: alone", "3: teaching"]
    assert "Cannot knead" in [note.text for note in _role(head + row).notes]


def test_that_what_draws_an_entry_is_nothing_of_it_and_its_short_description_has_no_area() -> None:
    page = "".join(
        f"- role: {name}\n  desc: Bakes as a {name} does.\n  height: 100\n" for name in ("Helper", "Apprentice")
    )
    role = _role(page)
    assert _levels(page) == [("Helper", ["Bakes as a Helper does."]), ("Apprentice", ["Bakes as a Apprentice does."])]
    assert not role.areas
