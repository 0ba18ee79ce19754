"""Entries of a list that head other lists, and heads of tables with remarks or further words in them."""

import pytest

from tests.importers.pages import role_of, rungs

_NAMES = ("Junior Weaver (0–2 years)", "Weaver (typically 2–5 years)", "Senior Weaver")


@pytest.mark.parametrize(("mark", "entry"), [("1.", "-"), ("1)", "*"), ("*", "-"), ("-", "1.")])
@pytest.mark.parametrize("names", [_NAMES, ("Level 1", "Level 2"), ("Trainee", "Middle", "Expert")])
def test_that_single_entries_over_lists_are_levels(mark: str, entry: str, names: tuple[str, ...]) -> None:
    page = "# Weaving\n\n"
    for i, name in enumerate(names):
        head = mark.replace("1", str(i + 1))
        page += f"{head} {name}\n\n{entry} Weaves cloth {i}\n{entry.replace('1', '2')} Mends loom {i}\n\n"
    found = rungs(page)
    assert [level.title for level in found] == list(names)
    assert [level.duties for level in found] == [[f"Weaves cloth {i}", f"Mends loom {i}"] for i in range(len(names))]


def test_that_single_entries_that_are_criteria_stay_them() -> None:
    page = (
        "# Weaver\n\n## Responsibilities\n\n1. Weaves cloth.\n\n- Of wool.\n- Of silk.\n\n2. Mends looms.\n\n- All.\n"
    )
    assert [len(level.duties) for level in rungs(page)] == [5]


@pytest.mark.parametrize(
    "heads",
    [
        ("QA Junior<br></br> (With the support of a coach)", "QA Junior Advanced<br> (Alone)", "QA Senior (Leads)"),
        ("Junior Weaver (under the eye of a more senior weaver on the floor)", "Weaver (alone)", "Lead Weaver [leads]"),
        ("Junior", "Middle", "Senior", "Lead/Specialist"),
    ],
)
def test_that_remarks_and_further_words_in_heads_keep_columns_levels(heads: tuple[str, ...]) -> None:
    row = " | ".join(
        f"- Sets up loom {i}.<br></br>  - Cleans it {i}.<br></br>  -Tells of it {i}." for i in range(len(heads))
    )
    page = f"# Weaving\n\n| Skills | {' | '.join(heads)} |\n|{'---|' * (len(heads) + 1)}\n"
    page += f"| Soft skills |{' |' * len(heads)}\n| <strong>Looms</strong> | {row} |\n"
    role = role_of(page)
    assert len(role.levels) == len(heads)
    assert [[c.text for _, c in level.criteria()] for level in role.levels] == [
        [f"Sets up loom {i}.", f"Cleans it {i}.", f"Tells of it {i}."] for i in range(len(heads))
    ]
    assert set(role.areas.values()) == {"Soft skills – Looms"}
