from hypothesis import given
from hypothesis import strategies as st

from ladder_app.domain.role import Extends, Kind, Role
from ladder_app.domain.role_editing import Place, aside, criteria_of
from ladder_app.domain.role_references import with_areas, without
from tests.domain.builders import level, one, responsibilities_of, role
from tests.domain.strategies import AREAS, roles
from tests.domain.test_role_editing import places

DO = Kind.RESPONSIBILITY


@given(roles(), st.data())
def test_that_what_goes_leaves_a_sound_role(about: Role, data: st.DataObject) -> None:
    place = data.draw(st.sampled_from(places(about)))
    after = without(about, place)
    if place.kind is not None or len(about.levels) > 1:
        assert Role.model_validate(after.model_dump()) == after


def test_that_a_chain_of_refinements_closes() -> None:
    about = role(
        level("a", ["low"]), level("b", [one("middle", refines="low")]), level("c", [one("high", refines="middle")])
    )
    assert without(about, Place(1, DO, 0)).levels[2].responsibilities[0].refines == "low"
    assert without(about, Place(1)).levels[1].responsibilities[0].refines == "low"
    assert without(about, Place(0)).levels[0].responsibilities[0].refines is None
    assert without(about, Place(2, DO, 0)).levels[1] is about.levels[1]


def test_that_nothing_comes_to_refine_its_own_level() -> None:
    about = role(
        level("a", [one("low"), one("high", refines="middle")]),
        level("b", [one("middle", refines="low")]),
    )
    assert without(about, Place(1, DO, 0)).levels[0].responsibilities[1].refines is None


def test_that_who_built_on_what_goes_builds_on_what_that_built_on() -> None:
    about = role(
        level("a"),
        level("b", extends=[responsibilities_of("a")]),
        level("c", extends=["b"]),
        level("d", extends=["b", "a"]),
    )
    after = without(about, Place(1))
    assert after.levels[1].extends == (Extends(level="a", kinds=(DO,)),)
    assert after.levels[2].extends == (Extends(level="a"),)
    only = role(
        level("a"),
        level("b", extends=[responsibilities_of("a")]),
        level("c", extends=[Extends(level="b", kinds=(Kind.REQUIREMENT,))]),
    )
    assert without(only, Place(1)).levels[1].extends == ()


def test_that_criteria_follow_their_areas() -> None:
    about = role(level("a", [one("x", area="craft"), one("y", area="people"), one("z")]), areas=AREAS)
    after = with_areas(about, {"hands": "Hands"}, {"craft": "hands"})
    assert [c.area for c in after.levels[0].responsibilities] == ["hands", None, None]
    assert dict(after.areas) == {"hands": "Hands"}
    same = with_areas(about, {**AREAS, "new": "New"}, {name: name for name in AREAS})
    assert same.levels[0] is about.levels[0]


@given(roles(), st.data())
def test_that_stepping_aside_and_back_ends_in_the_same_level(about: Role, data: st.DataObject) -> None:
    place = data.draw(st.sampled_from(places(about)))
    after, there = aside(about, place, 1)
    if place.kind is None or place.level + 1 == len(about.levels):
        assert (after, there) == (about, place)
    else:
        assert there == Place(place.level + 1, place.kind, len(criteria_of(about.levels[place.level + 1], place.kind)))
        assert aside(after, there, -1)[1].level == place.level
        assert aside(about, Place(0, place.kind, 0), -1)[1] == Place(0, place.kind, 0)
