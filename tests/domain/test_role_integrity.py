from hypothesis import given
from hypothesis import strategies as st

from ladder_app.domain.role import Extends, PerformanceIndicator, Role
from tests.domain.builders import faults_in, level, one, responsibilities_of, role
from tests.domain.strategies import roles


def test_that_ids_are_used_once() -> None:
    indicator = PerformanceIndicator(id="p", text="P")
    faults = faults_in(
        lambda: role(level("l", ["a", "a"]), level("l", [], ["a"]), performance_indicators=(indicator, indicator))
    )
    assert faults == {
        ("levels", 1, "id"): "A second level has the id “l”; ids must differ.",
        ("levels", 0, "responsibilities", 1, "id"): "A second criterion has the id “a”; ids must differ.",
        ("levels", 1, "requirements", 0, "id"): "A second criterion has the id “a”; ids must differ.",
        ("performance_indicators", 1, "id"): "A second performance indicator has the id “p”; ids must differ.",
    }


def test_that_a_reference_to_nothing_is_told_with_its_place_and_the_nearest() -> None:
    faults = faults_in(
        lambda: role(
            level("junior", [one("lead")]),
            level("senior", [one("steer", refines="laed", area="peple")], extends=["junior", "juniro"]),
            areas={"people": "People"},
        )
    )
    assert faults == {
        ("levels", 1, "extends", 1, "level"): "No level has the id “juniro”. Did you mean “junior”?",
        ("levels", 1, "responsibilities", 0, "area"): "“peple” is not among the areas. Did you mean “people”?",
        ("levels", 1, "responsibilities", 0, "refines"): "No criterion has the id “laed”. Did you mean “lead”?",
    }


def test_that_a_reference_like_nothing_known_is_told_without_a_guess() -> None:
    faults = faults_in(lambda: role(level("l", [one("lead", refines="zzzzzzzz")])))
    assert faults == {("levels", 0, "responsibilities", 0, "refines"): "No criterion has the id “zzzzzzzz”."}


def test_that_a_criterion_refines_only_those_of_other_levels() -> None:
    faults = faults_in(lambda: role(level("l", ["a"], [one("b", refines="a")])))
    assert faults == {
        ("levels", 0, "requirements", 0, "refines"): (
            "A criterion can refine one of another level only, not of its own."
        )
    }


def test_that_a_circle_of_levels_is_told_with_its_path() -> None:
    faults = faults_in(
        lambda: role(
            level("start", extends=["b"]),
            level("a", extends=["c"]),
            level("b", extends=["plain", "a"]),
            level("c", extends=["b"]),
            level("plain"),
        )
    )
    assert faults == {
        ("levels", 2, "extends", 1, "level"): "These levels extend each other in a circle: b → a → c → b."
    }


def test_that_a_level_that_extends_itself_is_a_circle() -> None:
    faults = faults_in(lambda: role(level("a", extends=["a"])))
    assert faults == {("levels", 0, "extends", 0, "level"): "These levels extend each other in a circle: a → a."}


def test_that_every_circle_is_told_at_once() -> None:
    faults = faults_in(
        lambda: role(
            level("a", [one("x", refines="y")], extends=["b"]),
            level("b", [one("y", refines="x")], extends=["a"]),
            level("c", extends=["c"]),
        )
    )
    assert sorted(faults.values()) == [
        "These criteria refine each other in a circle: x → y → x.",
        "These levels extend each other in a circle: a → b → a.",
        "These levels extend each other in a circle: c → c.",
    ]
    assert ("levels", 0, "responsibilities", 0, "refines") in faults


def test_that_a_tangle_is_told_once_for_each_level_it_closes_at() -> None:
    names = [f"l{i}" for i in range(12)]
    faults = faults_in(lambda: role(*(level(name, extends=names) for name in names)))
    assert 1 <= len(faults) <= len(names)


def test_that_a_chain_of_thousands_of_levels_is_no_circle() -> None:
    levels = [level("l0"), *(level(f"l{i}", extends=[f"l{i - 1}"]) for i in range(1, 3000))]
    assert len(role(*reversed(levels)).levels) == 3000


@given(roles(), st.data())
def test_that_turning_any_extends_around_closes_a_circle(any_role: Role, data: st.DataObject) -> None:
    extending = [level for level in any_role.levels if level.extends]
    if not extending:
        return
    upper = data.draw(st.sampled_from(extending))
    lower_id = data.draw(st.sampled_from(upper.extends)).level
    back = Extends(level=upper.id)
    levels = [
        level.model_copy(update={"extends": (*level.extends, back)}) if level.id == lower_id else level
        for level in any_role.levels
    ]
    faults = faults_in(lambda: Role.model_validate({**dict(any_role), "levels": levels}))
    assert any(
        message.startswith("These levels extend each other in a circle: ") and upper.id in message
        for message in faults.values()
    )


def test_that_hundreds_of_lost_references_are_all_told() -> None:
    lost = [one(f"criterion-{i}", refines=f"criterion-{i}-above") for i in range(300)]
    faults = faults_in(lambda: role(level("l", lost), level("m", extends=[responsibilities_of("l")])))
    assert len(faults) == 300
    assert sum("Did you mean" in message for message in faults.values()) == 20
