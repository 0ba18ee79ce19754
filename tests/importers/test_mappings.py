"""YAML and JSON under any keys: levels first or competencies first, lists or mappings."""

import json

import pytest

from ladder_app.domain.role import Kind, Role
from ladder_app.errors import InvalidFile
from ladder_app.importers.result import Imported
from ladder_app.importers.sources import import_text


def _role(found: Imported) -> Role:
    assert found.role is not None
    return found.role


def _short(text: str) -> list[tuple[str, list[tuple[str, str | None]]]]:
    role = _role(import_text(text, "x"))
    return [
        (level.title, [(c.text, role.areas[c.area] if c.area else None) for _, c in level.criteria()])
        for level in role.levels
    ]


_BAKERS = [
    ("Junior Baker", [("Heats it.", "Oven"), ("Sells.", "Shop")]),
    ("Head Baker", [("Mends it.", "Oven"), ("Buys.", "Shop")]),
]


def _both(one: object, other: object) -> dict[str, object]:
    return {"Junior Baker": one, "Head Baker": other}


_FIRST, _SECOND = {"Oven": "Heats it.", "Shop": ["Sells."]}, {"Oven": ["Mends it."], "Shop": "Buys."}
_SHAPES: dict[str, object] = {
    "levels as a list": {
        "levels": [{"name": "Junior Baker", "expectations": _FIRST}, {"name": "Head Baker", "expectations": _SECOND}]
    },
    "levels by name": {"levels": _both(_FIRST, _SECOND)},
    "levels by id": {
        "ladder": {"l1": {"title": "Junior Baker", "skills": _FIRST}, "l2": {"title": "Head Baker", "skills": _SECOND}}
    },
    "levels at the root": _both(_FIRST, _SECOND),
    "a list at the root": [{"title": "Junior Baker", **_FIRST}, {"title": "Head Baker", **_SECOND}],
    "competencies with levels by name": {
        "competencies": [
            {"name": "Oven", "levels": _both("Heats it.", ["Mends it."])},
            {"name": "Shop", "levels": _both("Sells.", "Buys.")},
        ]
    },
    "competencies by name with a list of levels": {
        "skills": {
            "Oven": [{"level": "Junior Baker", "text": "Heats it."}, {"level": "Head Baker", "text": "Mends it."}],
            "Shop": [{"level": "Junior Baker", "text": "Sells."}, {"level": "Head Baker", "text": "Buys."}],
        },
        "levels": ["Junior Baker", "Head Baker"],
    },
    "competencies of a level with descriptions": {
        "levels": [
            {
                "title": "Junior Baker",
                "competencies": [{"name": "Oven", "description": "Heats it."}, {"name": "Shop", "items": ["Sells."]}],
            },
            {
                "title": "Head Baker",
                "competencies": [{"name": "Oven", "description": "Mends it."}, {"name": "Shop", "text": "Buys."}],
            },
        ]
    },
}


@pytest.mark.parametrize("shape", _SHAPES.values(), ids=_SHAPES.keys())
def test_that_the_same_ladder_is_read_from_every_arrangement(shape: object) -> None:
    for text in (json.dumps(shape), json.dumps(shape, indent=2)):
        assert _short(text) == _BAKERS


def test_that_kinds_grades_and_summaries_are_known_by_their_keys() -> None:
    text = """\
role: Bakers
summary: All who bake.
levels:
  - level: 1
    title: Baker
    grade: 5
    summary: Bakes.
    responsibilities:
      - Bakes bread.
    requirements:
      - Can bake.
    nice_to_haves:
      - Has an oven.
"""
    found = import_text(text, "x")
    role = _role(found)
    (level,) = role.levels
    assert (role.title, role.summary) == ("Bakers", "All who bake.")
    assert (level.title, level.grade, level.summary) == ("Level 1 – Baker", 5, "Bakes.")
    assert [(kind, c.text, c.plus) for kind, c in level.criteria()] == [
        (Kind.RESPONSIBILITY, "Bakes bread.", False),
        (Kind.REQUIREMENT, "Can bake.", False),
        (Kind.REQUIREMENT, "Has an oven.", True),
    ]
    assert [line.line for line in found.account] == list(range(1, 14))
    assert not list(found.unplaced())


def test_that_milestones_of_tracks_are_levels_with_the_track_as_area() -> None:
    tracks = {
        name: {"description": f"{name}!", "milestones": [{"summary": "a b", "signals": ["c d"], "examples": ["e f"]}]}
        for name in ("Oven", "Shop")
    }
    role = _role(import_text(json.dumps(tracks), "x"))
    assert _short(json.dumps(tracks)) == [("Level 1", [("c d", "Oven"), ("c d", "Shop")])]
    assert {(note.title, note.text) for note in role.notes} == {
        ("Oven", "Oven!"),
        ("Shop", "Shop!"),
        ("Level 1 – Oven", "a b"),
        ("Level 1 – Oven", "e f"),
        ("Level 1 – Shop", "a b"),
        ("Level 1 – Shop", "e f"),
    }


@pytest.mark.parametrize("text", ["[]", "{}", '{"a": [1, 2], "b": {"c": 3}}', "[1, 2]", "a:\n  - b\nc: d\ne: f\n"])
def test_that_values_without_levels_are_refused(text: str) -> None:
    with pytest.raises(InvalidFile, match="Expected"):
        import_text(text, "x")


@pytest.mark.parametrize(
    "text",
    [
        "services:\n  web:\n    image: nginx latest\n    roles:\n      - a web server\n",
        '{"$schema": "x", "title": "T", "properties": {"levels": {"title": "the levels", "type": "an array"}}}',
        '{"title": "App", "roles": {"admin": "The one", "manager": "A manager of things"}, "save": {"a": "Save it"}}',
        '[{"name": "Anna", "role": "Manager", "mail": "a@b"}, {"name": "Ben", "role": "Engineer", "mail": "b@b"}]',
        "site: Docs\nnav:\n  - Home: index.md\n  - Roles: roles.md\nplugins:\n  - search\n",
        "title: T\nrequirements:\n  - numpy 1.0\n  - scipy 2.0\nother: 1\n",
    ],
)
def test_that_values_of_other_programs_are_refused(text: str) -> None:
    with pytest.raises(InvalidFile, match="Expected"):
        import_text(text, "x")
