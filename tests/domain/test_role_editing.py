from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from ladder_app.domain.role import Criterion, Kind, Level, Role
from ladder_app.domain.role_editing import (
    Place,
    blank_extends,
    blank_role,
    changed,
    criteria_of,
    criterion_added,
    criterion_at,
    criterion_changed,
    criterion_renamed,
    level_added,
    level_changed,
    level_renamed,
    moved,
    new_name,
    place_at,
    refinable,
    removed,
    step,
)
from tests.domain.builders import level, one, role
from tests.domain.strategies import roles


def places(about: Role) -> list[Place]:
    """Every level and every criterion."""
    found = [Place(number) for number in range(len(about.levels))]
    for number, each in enumerate(about.levels):
        found += [Place(number, kind, i) for kind in Kind for i in range(len(criteria_of(each, kind)))]
    return found


def texts(about: Role) -> Counter[str]:
    return Counter(criterion.id for _, _, criterion in about.criteria())


@given(roles(), st.data())
def test_that_moving_loses_and_doubles_nothing(about: Role, data: st.DataObject) -> None:
    source = data.draw(st.sampled_from(places(about)))
    if source.kind is None:
        target = Place(data.draw(st.integers(0, len(about.levels))))
    else:
        to = data.draw(st.integers(0, len(about.levels) - 1))
        kind = data.draw(st.sampled_from(Kind))
        target = Place(to, kind, data.draw(st.integers(0, len(criteria_of(about.levels[to], kind)))))
    after, place = moved(about, source, target)
    assert texts(after) == texts(about)
    assert {one.id for one in after.levels} == {one.id for one in about.levels}
    if source.kind is None:
        assert after.levels[place.level] is about.levels[source.level]
    else:
        assert criterion_at(after, place) is criterion_at(about, source)
        assert place.kind is target.kind


@given(roles(), st.data())
def test_that_a_step_down_and_one_up_change_nothing(about: Role, data: st.DataObject) -> None:
    start = data.draw(st.sampled_from(places(about)))
    lower, below = step(about, start, 1)
    if below == start:
        assert lower is about
        return
    again, back = step(lower, below, -1)
    assert (again, back) == (about, start)


@given(roles(), st.data())
def test_that_steps_lead_from_one_end_of_the_role_to_the_other(about: Role, data: st.DataObject) -> None:
    found = [place for place in places(about) if place.kind is not None]
    if not found:
        return
    place = data.draw(st.sampled_from(found))
    for _ in range(sum(texts(about).values()) + 2 * len(about.levels) + 1):
        about, place = step(about, place, 1)
    assert (place.level, place.kind) == (len(about.levels) - 1, Kind.REQUIREMENT)
    assert criterion_at(about, place) is about.levels[-1].requirements[-1]


@given(roles(), st.data())
def test_that_adding_and_removing_are_each_others_inverse(about: Role, data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(about.levels) - 1))
    kind = data.draw(st.sampled_from(Kind))
    place = Place(number, kind, data.draw(st.integers(0, len(criteria_of(about.levels[number], kind)))))
    more = criterion_added(about, place, one("quite-new"))
    assert criterion_at(more, place).id == "quite-new"
    assert removed(more, place) == about
    taller = level_added(about, number, level("quite-new"))
    assert removed(taller, Place(number)) == about


@given(roles(), st.data())
def test_that_what_refers_to_something_follows_its_new_id(about: Role, data: st.DataObject) -> None:
    place = data.draw(st.sampled_from(places(about)))
    rename = level_renamed if place.kind is None else criterion_renamed
    after = rename(about, place, "quite-new")
    assert Role.model_validate(after.model_dump()) == after
    before = about.levels[place.level].id if place.kind is None else criterion_at(about, place).id
    assert rename(after, place, before) == about


@given(roles(), st.data())
def test_that_paths_of_places_lead_back_to_them(about: Role, data: st.DataObject) -> None:
    place = data.draw(st.sampled_from(places(about)))
    assert place_at(place.path) == place
    assert place_at((*place.path, "id")) == place


def test_that_paths_about_the_role_itself_are_at_no_place() -> None:
    assert place_at(("title",)) is None
    assert place_at(("performance_indicators", 0, "id")) is None
    assert place_at(("levels",)) is None


def test_that_a_criterion_may_refine_those_of_the_levels_its_own_builds_on() -> None:
    about = role(
        level("low", ["a"], ["x"]),
        level("middle", ["b"], extends=["low"]),
        level("high", ["c"], extends=["middle"]),
        level("aside", ["d"]),
    )
    names = [criterion.id for _, criterion in refinable(about, Place(2, Kind.RESPONSIBILITY, 0))]
    assert names == ["a", "b"]
    assert [c.id for _, c in refinable(about, Place(3, Kind.RESPONSIBILITY, 0))] == ["a", "b", "c"]
    lost = level_changed(about, Place(3), extends=(blank_extends(Level.model_construct(id="nowhere")),))
    assert [c.id for _, c in refinable(lost, Place(3, Kind.RESPONSIBILITY, 0))] == ["a", "b", "c"]


def test_that_a_change_may_pass_through_what_is_at_fault() -> None:
    about = role(level("low", ["a"]))
    place = Place(0, Kind.RESPONSIBILITY, 0)
    assert criterion_at(criterion_changed(about, place, text=""), place).text == ""
    assert changed(about, title="").title == ""


def test_that_a_new_role_is_one_and_new_names_differ() -> None:
    assert blank_role().contradictions() == []
    assert new_name("a", ["a", "a-2"]) == "a-3"
    assert new_name("b", ["a"]) == "b"
    assert isinstance(one("a"), Criterion)
