from hypothesis import given

from ladder_app.domain.role import Criterion, Extends, Kind, Role, Source, Years
from ladder_app.domain.role_editing import Place, changed, criterion_added, criterion_changed, level_changed
from ladder_app.domain.scale import Scale, Step
from ladder_app.storage.role_drafts import draft_remarks
from tests.domain.builders import level, one, role
from tests.domain.strategies import roles

GOOD = role(level("low", ["a"]), level("high", ["b"]))


def messages(about: Role) -> list[str]:
    return [remark.message for remark in draft_remarks(about)]


@given(roles())
def test_that_a_role_that_exists_has_no_faults(about: Role) -> None:
    assert [remark for remark in draft_remarks(about) if remark.is_fault] == []


def test_that_every_fault_is_told_with_its_place() -> None:
    place = Place(0, Kind.RESPONSIBILITY, 1)
    draft = criterion_added(GOOD, place, Criterion.model_construct(id="a", text="", area="nowhere"))
    draft = level_changed(draft, Place(1), title="")
    found = {remark.path: remark.message for remark in draft_remarks(draft)}
    assert set(found) == {
        ("levels", 0, "responsibilities", 1, "text"),
        ("levels", 0, "responsibilities", 1, "id"),
        ("levels", 0, "responsibilities", 1, "area"),
        ("levels", 1, "title"),
    }
    assert all(remark.is_fault for remark in draft_remarks(draft))


def test_that_contradictions_inside_a_scale_are_told() -> None:
    steps = (Step(label="No"), Step(label="no"))
    draft = changed(GOOD, scale=Scale.model_construct(meets=3, steps=steps))
    assert len(messages(draft)) == 2


def test_that_an_area_with_an_impossible_id_is_told_at_its_place() -> None:
    draft = changed(GOOD, areas={"no id": "Area"})
    (remark,) = draft_remarks(draft)
    assert remark.path == ("areas", "no id")


def test_that_warnings_come_once_there_are_no_faults() -> None:
    same = role(level("low", ["a"]), level("low2", ["b"]).model_copy(update={"title": "LOW"}))
    (remark,) = draft_remarks(same)
    assert not remark.is_fault
    assert remark.path == ("levels", 1, "title")


def test_that_what_is_wrong_is_said_for_who_looks_at_a_form() -> None:
    place = Place(0, Kind.RESPONSIBILITY, 0)
    bad = Years.model_construct(minimum=0, of="")
    draft = criterion_changed(GOOD, place, weight="much", years=bad, id="")
    draft = level_changed(draft, Place(1), grade=7.5)
    steps = (Step.model_construct(label=""),)
    source = Source.model_construct(title="", url="x")
    draft = changed(draft, scale=Scale.model_construct(meets=1, steps=steps), source=source, title="", base_url=5)
    assert sorted(messages(draft)) == sorted(
        [
            "A weight is a number above 0, such as 0.5 or 3. What is listed and never counted is a plus.",
            "Years are a number above 0, such as 5; leave both fields empty if none are asked for.",
            "Say what the years are of, such as software engineering.",
            "A grade is a whole number, such as 7; leave it empty if there is none.",
            "A scale has 2 to 10 steps.",
            "A step has no name yet: give it one, or remove it.",
            "Say where it was published, or clear the address and the licence.",
            "The role needs a title.",
            "empty cannot be an id: use letters and digits, with “-”, “_” and “.” inside, at most 100 characters.",
            "“base_url” must be a text, not 5.",
        ]
    )


def test_that_warnings_name_criteria_by_their_words() -> None:
    words = "Plans and leads the small projects of the whole team, and everything around them, from start to end"
    about = role(level("low", [one("a", words), one("b", f"{words}.")]))
    assert messages(about) == [f"This says the same as “{words[:59]}…”; it is rated twice."]


def test_that_warnings_do_not_name_what_they_stand_at() -> None:
    about = role(
        level("low", [one("a", "One thing", area="x"), one("b", "Other matter")]),
        level("high", extends=["low"]),
        level("lone"),
        areas={"x": "X"},
    )
    assert messages(about) == [
        "This criterion has no area, as other criteria have; it counts for none.",
        "This level cannot be reached: it extends no level and none extends it, as the others do.",
    ]


def test_that_contradictions_say_what_to_do() -> None:
    place = Place(0, Kind.RESPONSIBILITY, 0)
    about = role(level("low", ["a", "b"]), level("high", [one("c", refines="a")], extends=["low"]))
    circle = level_changed(criterion_changed(about, place, refines="c"), Place(0), extends=(Extends(level="high"),))
    assert messages(circle) == [
        "These levels extend each other in a circle: low → high → low. Take one of them out.",
        "These criteria refine each other in a circle: a → c → a. Let one of them refine none.",
    ]
    assert messages(criterion_changed(about, place, refines="b"))[0].endswith("Choose another, or none.")
