"""Tables under a level: which column names the area, which is the criterion, which explains or remarks."""

import pytest

from ladder_app.domain.role import Kind
from ladder_app.importers.markdown import import_markdown
from tests.importers.pages import role_of, table


def _page(*tables: str) -> str:
    titles = ("Junior Baker", "Senior Baker", "Head Baker")
    return "# Bakers\n\n" + "\n".join(f"## {title}\n\n{one}" for title, one in zip(titles, tables, strict=False))


def _said(page: str) -> list[list[tuple[str, str | None]]]:
    role = role_of(page)
    return [[(c.text, role.areas[c.area] if c.area else None) for _, c in level.criteria()] for level in role.levels]


def _notes(page: str) -> str:
    return "\n".join(note.text for note in role_of(page).notes)


_MEANS = "Fire: “What do I heat?” <br> <br>*It is hot, mostly.*"
_EXPECTED = [[("Heats it with help.", "Oven")], [("Mends it by hand.", "Oven"), ("Builds it anew.", "Oven")]]


@pytest.mark.parametrize(
    "head", ["Skill|Meaning|Expectation", "Principle|Competencies|Level Expectations", "a|b|c", "||"]
)
def test_that_a_column_that_is_the_same_in_every_level_explains(head: str) -> None:
    page = _page(
        table(head, f"Oven|{_MEANS}|Heats it with help."),
        table(head, f"Oven|{_MEANS.replace(' <br>', '<br>')}|Mends it by hand.<br><br>Builds it anew."),
    )
    assert _said(page) == _EXPECTED
    assert _MEANS in _notes(page)


@pytest.mark.parametrize(
    "head", ["Skill|Definition|Expectations", "Area|Why it matters|Behaviours", "Area|Question|Criteria"]
)
def test_that_a_column_headed_as_explaining_explains(head: str) -> None:
    page = _page(
        table(head, "Oven|What is it that we heat here?|Heats it with help."),
        table(head, "Oven|What else is it that we do?|Mends it by hand.<br>Builds it anew."),
    )
    assert _said(page) == _EXPECTED


@pytest.mark.parametrize("head", ["Notes", "Examples", "Links", "Comentarios", "備考"])
def test_that_remarks_are_notes_wherever_they_stand(head: str) -> None:
    page = _page(
        table(f"Skill|Expectation|{head}", "Oven|Heats it with help.|Mind the door."),
        table(f"Skill|{head}|Expectation", "Oven|Mind the cat.|• Mends it by hand. • Builds it anew."),
    )
    assert _said(page) == _EXPECTED
    assert "Mind the door." in _notes(page)
    assert "Mind the cat." in _notes(page)


def test_that_two_columns_of_names_are_an_area_inside_an_area() -> None:
    one = table("Area|Competency|Description", "Craft|Oven|Heats it with help of others.", "|Dough|Kneads it by hand.")
    other = table("Area|Competency|Description", "Craft|Oven|Mends it with care.", "Town|Shop|Sells the bread to all.")
    assert _said(_page(one, other)) == [
        [("Heats it with help of others.", "Craft – Oven"), ("Kneads it by hand.", "Craft – Dough")],
        [("Mends it with care.", "Craft – Oven"), ("Sells the bread to all.", "Town – Shop")],
    ]


def test_that_several_columns_of_texts_are_criteria_each_by_itself() -> None:
    head = "Skill|By hand|With machines"
    page = _page(
        table(head, "Oven|Heats it with wood and straw.|Heats it with gas or power."),
        table(head, "Oven|Mends it with a hammer.|Mends it with a welding torch."),
    )
    assert _said(page) == [
        [
            ("Heats it with wood and straw.", "Oven – By hand"),
            ("Heats it with gas or power.", "Oven – With machines"),
        ],
        [("Mends it with a hammer.", "Oven – By hand"), ("Mends it with a welding torch.", "Oven – With machines")],
    ]


def test_that_columns_headed_by_kinds_say_the_kind() -> None:
    head = "Responsibilities|Requirements|Nice to have"
    page = _page(
        table(head, "- Heats the oven<br>- Sells bread|Knows the oven|Has a hat"),
        table(head, "- Mends the oven<br>- Buys flour|Knows the shop|Has a coat"),
    )
    levels = role_of(page).levels
    assert [[(kind, c.text, c.plus) for kind, c in level.criteria()] for level in levels] == [
        [
            (Kind.RESPONSIBILITY, f"{verb} the oven", False),
            (Kind.RESPONSIBILITY, other, False),
            (Kind.REQUIREMENT, f"Knows the {what}", False),
            (Kind.REQUIREMENT, f"Has a {wear}", True),
        ]
        for verb, other, what, wear in (
            ("Heats", "Sells bread", "oven", "hat"),
            ("Mends", "Buys flour", "shop", "coat"),
        )
    ]


def test_that_a_statement_that_is_explained_beside_is_the_criterion() -> None:
    page = _page(
        table("Task|Description", "Heats the oven every single morning|It is cold over night."),
        table("Task|Description", "Mends the oven whenever it is broken|It breaks now and then."),
    )
    assert _said(page) == [
        [("Heats the oven every single morning", None)],
        [("Mends the oven whenever it is broken", None)],
    ]


def test_that_numbers_marks_and_placeholders_are_no_criteria() -> None:
    page = _page(
        table("#|Skill|Expectation", "1|Oven|Heats it with help.", "2|Shop|TBD"),
        table("#|Skill|Met", "1|Mends the oven with a hammer|✓", "2|Sells the bread|x"),
    )
    assert _said(page) == [
        [("Heats it with help.", "Oven")],
        [("Mends the oven with a hammer", None), ("Sells the bread", None)],
    ]


def test_that_a_row_of_one_name_is_the_area_of_the_rows_below() -> None:
    page = _page(
        table("Skill|Expectation", "**Craft**|", "Oven|Heats it with help.", "**Town**|", "Shop|Sells bread to all."),
        table("Skill|Expectation", "Oven|Mends it by hand."),
    )
    assert _said(page)[0] == [("Heats it with help.", "Craft – Oven"), ("Sells bread to all.", "Town – Shop")]


def test_that_every_line_of_such_tables_is_placed() -> None:
    head = "Skill|Meaning|Expectation|Notes"
    page = _page(table(head, f"Oven|{_MEANS}|Heats it.|Mind it.", "|||"), table(head, f"Oven|{_MEANS}|Mends it.|"))
    assert not list(import_markdown(page, "x").unplaced())
