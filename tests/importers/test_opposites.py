"""What should not be done is no criterion; competencies that hold levels are no levels."""

import json

import pytest

from ladder_app.domain.role import Kind
from ladder_app.errors import InvalidFile
from ladder_app.importers.opposites import says_opposite, says_wanted
from ladder_app.importers.result import Imported
from ladder_app.importers.sources import import_text

_STEPS = {"Junior Weaver": "Weaves with help from others", "Senior Weaver": "Weaves alone and helps others"}


def _texts(found: Imported) -> dict[str, list[str]]:
    assert found.role is not None
    return {level.title: [c.text for _, c in level.criteria()] for level in found.role.levels}


@pytest.mark.parametrize(
    "label",
    [
        "Ineffective", "ineffective behaviours", "Negative indicators", "Red flags:", "Anti-patterns", "Not yet",
        "Examples of poor behaviour", "Below expectations", "Does not meet expectations", "What bad looks like",
        "未達例",
    ],
)  # fmt: skip
def test_that_labels_of_what_is_not_wanted_are_known(label: str) -> None:
    assert says_opposite(label)
    assert not says_wanted(label)


@pytest.mark.parametrize(
    "label", ["Effective", "Communication", "Not only weaving", "Bad Homburg", "Good examples", ""]
)
def test_that_other_labels_are_none(label: str) -> None:
    assert not says_opposite(label)


@pytest.mark.parametrize(("good", "bad"), [("effective", "ineffective"), ("positive", "negative"), ("do", "dont")])
def test_that_pairs_of_wanted_and_unwanted_give_the_wanted(good: str, bad: str) -> None:
    pair = {good: "Asks what the weaver needs", bad: "Guesses what the weaver needs"}
    found = import_text(json.dumps({"Asking": {"level1": [pair], "level2": [pair, pair]}}, indent=1), "mill")
    assert found.role is not None
    assert {level: set(texts) for level, texts in _texts(found).items()} == {
        "level1": {pair[good]}, "level2": {pair[good]},
    }  # fmt: skip
    assert any(pair[bad] in note.text for note in found.role.notes)
    assert set(found.role.areas.values()) == {"Asking"}


@pytest.mark.parametrize("head", ["Red flags", "Negative behaviours", "Not yet"])
def test_that_columns_and_chapters_of_what_is_not_wanted_are_notes(head: str) -> None:
    rows = "".join(f"| {name} | Weaves well in way {i} | Weaves badly in way {i} |\n" for i, name in enumerate(_STEPS))
    table = f"# Weaving\n\n| Level | Signs | {head} |\n|---|---|---|\n{rows}"
    assert _texts(import_text(table, "mill")) == {name: [f"Weaves well in way {i}"] for i, name in enumerate(_STEPS)}
    page = "# Weaving\n\n" + "".join(
        f"## {name}\n\n### Responsibilities\n\n- {text}\n\n### {head}\n\n- Tears the cloth\n\n"
        for name, text in _STEPS.items()
    )
    assert _texts(import_text(page, "mill")) == {name: [text] for name, text in _STEPS.items()}


@pytest.mark.parametrize("around", ["expectations", "by_level", "rubric"])
@pytest.mark.parametrize("form", ["root", "competencies", "skills"])
def test_that_competencies_in_a_list_with_levels_as_keys_are_areas(around: str, form: str) -> None:
    entries = [
        {"id": i, "name": name, "category": "Cloth", "tag": tag, around: {k: f"{v} {i}" for k, v in _STEPS.items()}}
        for i, (name, tag) in enumerate((("Looms", "SKILL"), ("Yarn", "RESPONSIBILITY")))
    ]
    found = import_text(json.dumps(entries if form == "root" else {form: entries}, indent=1), "mill")
    assert found.role is not None
    assert _texts(found).keys() == _STEPS.keys()
    for level in found.role.levels:
        assert {(kind, c.text[-1]) for kind, c in level.criteria()} in (
            {(Kind.REQUIREMENT, "0"), (Kind.RESPONSIBILITY, "1")}, {(Kind.REQUIREMENT, "0"), (Kind.REQUIREMENT, "1")},
        )  # fmt: skip
    assert set(found.role.areas.values()) == {"Cloth – Looms", "Cloth – Yarn"}


def test_that_codes_with_dots_are_no_levels() -> None:
    sheet = "id,area,name,text\n" + "".join(
        f"AB.{i}.{i},Cloth,Weave {i},Learners weave cloth of kind {i} alone\n" for i in range(1, 5)
    )
    with pytest.raises(InvalidFile):
        import_text(sheet, "mill")
