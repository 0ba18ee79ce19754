import pytest
from hypothesis import given

from ladder_app.domain.role import Kind, Role, Weights
from ladder_app.errors import UnknownName
from tests.domain.builders import level, one, role
from tests.domain.strategies import roles

LADDER = role(
    level("junior", ["a"], ["b"]),
    level("senior", ["c"]),
    level("principal"),
    base_url="https://example.org/",
)


def test_that_a_level_is_found_by_its_id() -> None:
    assert LADDER.level("senior") is LADDER.levels[1]


def test_that_an_unknown_level_is_told_with_the_nearest_and_all_there_are() -> None:
    with pytest.raises(UnknownName) as caught:
        LADDER.level("senor")
    assert str(caught.value) == (
        "“Role” has no level “senor”. Did you mean “senior”? It has: junior, senior, principal."
    )


@pytest.mark.parametrize(
    ("current", "following"),
    [(None, "junior"), ("junior", "senior"), ("senior", "principal"), ("principal", "principal")],
)
def test_that_the_next_level_is_the_one_above(current: str | None, following: str) -> None:
    assert LADDER.next_level(current).id == following


def test_that_the_level_after_an_unknown_one_is_unknown() -> None:
    with pytest.raises(UnknownName):
        LADDER.next_level("nowhere")


def test_that_criteria_come_in_file_order_with_level_and_kind() -> None:
    assert [(home.id, kind, c.id) for home, kind, c in LADDER.criteria()] == [
        ("junior", Kind.RESPONSIBILITY, "a"),
        ("junior", Kind.REQUIREMENT, "b"),
        ("senior", Kind.RESPONSIBILITY, "c"),
    ]


def test_that_a_criterion_is_found_by_its_id() -> None:
    assert LADDER.criterion("b") is LADDER.levels[0].requirements[0]


def test_that_an_unknown_criterion_is_told_with_the_nearest() -> None:
    about = role(level("l", [one("lead-a-team")]))
    with pytest.raises(UnknownName, match=r"“Role” has no criterion “lead-team”\. Did you mean “lead-a-team”[?]"):
        about.criterion("lead-team")


def test_that_a_level_is_called_by_its_grade_where_it_has_one() -> None:
    plain = LADDER.levels[0]
    assert plain.short_name == "JUNIOR"
    assert plain.model_copy(update={"grade": 9}).short_name == "grade 9"
    assert plain.model_copy(update={"grade": 0}).short_name == "grade 0"


def test_that_relative_links_get_the_base_address() -> None:
    assert LADDER.link("/jobs#x") == "https://example.org/jobs#x"
    assert LADDER.link("https://other.example/") == "https://other.example/"
    assert role(level("l")).link("/jobs") == "/jobs"


def test_that_weights_go_by_kind() -> None:
    weights = Weights(requirement=2, responsibility=3)
    assert weights.of(Kind.REQUIREMENT) == 2
    assert weights.of(Kind.RESPONSIBILITY) == 3


@given(roles())
def test_that_a_role_survives_being_written_down(any_role: Role) -> None:
    assert Role.model_validate(any_role.model_dump(mode="python")) == any_role
    assert Role.model_validate_json(any_role.model_dump_json()) == any_role
