import pytest
from hypothesis import given

from ladder_app.domain.scale import DEFAULT_SCALE, Scale, Step
from tests.domain.builders import faults_in, scale
from tests.domain.strategies import scales


def test_that_the_default_scale_is_the_one_described() -> None:
    assert [step.label for step in DEFAULT_SCALE.steps] == ["Not yet", "Starting", "Growing", "Meets", "Exceeds"]
    assert (DEFAULT_SCALE.meets, DEFAULT_SCALE.highest) == (3, 4)
    assert DEFAULT_SCALE.named(DEFAULT_SCALE.meets) == "3 Meets"


def test_that_the_default_scale_would_pass_its_own_checks() -> None:
    assert Scale.model_validate(DEFAULT_SCALE.model_dump()) == DEFAULT_SCALE


@given(scales())
def test_that_the_bar_is_a_step_of_the_scale_and_never_the_lowest(any_scale: Scale) -> None:
    assert 1 <= any_scale.meets <= any_scale.highest <= 9
    assert any_scale.named(any_scale.meets).startswith(f"{any_scale.meets} ")


@pytest.mark.parametrize("meets", [-1, 0, 3, 10])
def test_that_a_bar_off_the_scale_or_at_its_lowest_step_is_refused(meets: int) -> None:
    assert faults_in(lambda: scale(3, meets)) == {("meets",): f"meets must be a step from 1 to 2, not {meets}."}


def test_that_two_steps_of_one_label_are_refused_along_with_a_bar_off_the_scale() -> None:
    steps = [{"label": label} for label in ("No", "Nearly so", "Yes", "nearly  SO", "No")]
    assert faults_in(lambda: Scale.model_validate({"meets": 9, "steps": steps})) == {
        ("meets",): "meets must be a step from 1 to 4, not 9.",
        ("steps", 3, "label"): "A second step has the label “nearly  SO”; labels must differ.",
        ("steps", 4, "label"): "A second step has the label “No”; labels must differ.",
    }


@pytest.mark.parametrize("steps", [0, 1, 11])
def test_that_a_scale_has_two_to_ten_steps(steps: int) -> None:
    assert ("steps",) in faults_in(lambda: scale(steps, 1))


@pytest.mark.parametrize("meets", [True, "1", 1.0])
def test_that_the_bar_is_a_number_and_not_something_like_one(meets: object) -> None:
    steps = [Step(label="No"), Step(label="Yes")]
    assert ("meets",) in faults_in(lambda: Scale.model_validate({"meets": meets, "steps": steps}))
