from hypothesis import given

from ladder_app.domain.role import Criterion, Kind, Role
from ladder_app.domain.role_editing import Place, changed, criterion_added, level_changed
from ladder_app.domain.scale import Scale, Step
from ladder_app.storage.role_drafts import draft_remarks
from tests.domain.builders import level, role
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
