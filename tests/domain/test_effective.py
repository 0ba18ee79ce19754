import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_app.domain.effective import EffectiveLevel, effective_level
from ladder_app.domain.role import Extends, Kind, Role, Weights
from ladder_app.errors import UnknownName
from tests.domain import plainly
from tests.domain.builders import level, one, responsibilities_of, role
from tests.domain.strategies import roles


def effective_levels(about: Role) -> list[EffectiveLevel]:
    return [effective_level(about, level.id) for level in about.levels]


def ids(found: EffectiveLevel) -> list[str]:
    return [criterion.id for criterion in found.criteria]


@given(roles())
def test_that_they_are_those_that_paths_of_their_kind_lead_to_less_the_refined(any_role: Role) -> None:
    for found in effective_levels(any_role):
        assert ids(found) == plainly.effective_ids(any_role, found.level.id)


@given(roles())
def test_that_each_counts_once(any_role: Role) -> None:
    for found in effective_levels(any_role):
        assert len(set(ids(found))) == len(found.criteria)


@given(roles())
def test_that_own_criteria_come_first_and_in_file_order(any_role: Role) -> None:
    for found in effective_levels(any_role):
        inherited = [criterion.inherited for criterion in found.criteria]
        assert inherited == sorted(inherited)
        own = [c.id for _, c in found.level.criteria()]
        assert [c.id for c in found.criteria if not c.inherited] == [name for name in own if name in ids(found)]


@given(roles())
def test_that_each_knows_its_level_its_kind_and_its_weight(any_role: Role) -> None:
    homes = {criterion.id: (level.id, kind) for level, kind, criterion in any_role.criteria()}
    for found in effective_levels(any_role):
        for c in found.criteria:
            assert (c.level.id, c.kind) == homes[c.id]
            assert c.inherited == (c.level.id != found.level.id)
            assert c.criterion == any_role.criterion(c.id)
            assert (c.text, c.plus) == (c.criterion.text, c.criterion.plus)
            defaults = any_role.readiness.weights
            default = defaults.requirement if c.kind is Kind.REQUIREMENT else defaults.responsibility
            assert c.weight == (default if c.criterion.weight is None else c.criterion.weight)
        assert found.by_id == {c.id: c for c in found.criteria}
        assert [found.criteria[place].id for place in found.places.values()] == list(found.places)
        assert {lower.id for lower in found.lower_levels} == {c.level.id for c in found.criteria if c.inherited}


@given(roles())
def test_that_a_refined_one_stands_under_its_refiner_and_nowhere_else(any_role: Role) -> None:
    for found in effective_levels(any_role):
        for c in found.criteria:
            chain = [refined.criterion.id for refined in c.refined]
            assert chain == plainly.refined_by(any_role, c.criterion)
            assert not set(chain) & set(ids(found))
            for refined in c.refined:
                assert refined.criterion in [own for _, own in refined.level.criteria()]


@given(roles(), st.data())
def test_that_the_place_of_a_level_in_the_file_does_not_matter(any_role: Role, data: st.DataObject) -> None:
    levels = data.draw(st.permutations(any_role.levels))
    moved = Role.model_validate({**dict(any_role), "levels": levels})
    for found in effective_levels(any_role):
        assert ids(effective_level(moved, found.level.id)) == ids(found)


def test_that_kinds_narrow_along_the_path() -> None:
    about = role(
        level("bottom", ["duty"], ["skill"]),
        level("middle", extends=["bottom"]),
        level("top", extends=[responsibilities_of("middle")]),
    )
    assert ids(effective_level(about, "middle")) == ["duty", "skill"]
    assert ids(effective_level(about, "top")) == ["duty"]


def test_that_a_second_path_brings_the_kinds_that_the_first_did_not() -> None:
    skills = Extends(level="bottom", kinds=(Kind.REQUIREMENT,))
    about = role(
        level("bottom", ["duty"], ["skill"]),
        level("left", ["l"], extends=[responsibilities_of("bottom")]),
        level("right", ["r"], extends=[skills]),
        level("top", ["t"], extends=["left", "right"]),
    )
    assert ids(effective_level(about, "top")) == ["t", "l", "duty", "r", "skill"]


def test_that_a_chain_of_refinements_stands_under_the_sharpest() -> None:
    about = role(
        level("one", [], [one("two-years")]),
        level("two", [], [one("five-years", refines="two-years")], extends=["one"]),
        level("three", [], [one("eight-years", refines="five-years"), "budget"], extends=["two"]),
    )
    found = effective_level(about, "three")
    assert ids(found) == ["eight-years", "budget"]
    assert [(r.criterion.id, r.level.id) for r in found.criteria[0].refined] == [
        ("five-years", "two"),
        ("two-years", "one"),
    ]
    assert [level.id for level in found.lower_levels] == []


def test_that_what_is_refined_is_shown_even_where_its_kind_is_not_inherited() -> None:
    about = role(
        level("one", ["duty"], ["two-years"]),
        level("two", [], [one("five-years", refines="two-years")], extends=[responsibilities_of("one")]),
    )
    found = effective_level(about, "two")
    assert ids(found) == ["five-years", "duty"]
    assert [r.criterion.id for r in found.criteria[0].refined] == ["two-years"]
    assert [level.id for level in found.lower_levels] == ["one"]


def test_that_a_level_below_is_not_changed_by_what_refines_it_above() -> None:
    about = role(level("one", ["duty"]), level("two", [one("more", refines="duty")], extends=["one"]))
    assert ids(effective_level(about, "one")) == ["duty"]


def test_that_the_kinds_weight_counts_where_the_criterion_names_none() -> None:
    about = role(
        level("l", ["duty", one("heavy", weight=5)], ["skill"]),
        readiness={"weights": Weights(requirement=2, responsibility=3)},
    )
    assert [c.weight for c in effective_level(about, "l").criteria] == [3, 5, 2]


def test_that_thousands_of_levels_in_a_row_are_walked() -> None:
    levels = [level("l0", ["c0"]), *(level(f"l{i}", [f"c{i}"], extends=[f"l{i - 1}"]) for i in range(1, 3000))]
    assert len(effective_level(role(*levels), "l2999").criteria) == 3000


def test_that_a_lattice_with_more_paths_than_could_be_walked_is_walked() -> None:
    layers = [[level("0a", ["0a-c"]), level("0b", ["0b-c"])]]
    for i in range(1, 40):
        layers.append([level(f"{i}{side}", extends=[f"{i - 1}a", f"{i - 1}b"]) for side in "ab"])
    about = role(*(level for layer in layers for level in layer))
    assert ids(effective_level(about, "39a")) == ["0a-c", "0b-c"]


def test_that_an_unknown_level_is_told() -> None:
    with pytest.raises(UnknownName, match="no level “m”"):
        effective_level(role(level("l")), "m")
