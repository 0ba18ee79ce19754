"""What is said of a name that is not in the role, whatever it is written in."""

import pytest

from ladder_app.cli.choosing import step_number
from ladder_app.domain.scale import Scale, Step
from ladder_app.errors import UnknownName


def test_that_names_from_right_to_left_turn_nothing_of_the_sentence() -> None:
    scale = Scale(meets=1, steps=(Step(label="עוד לא"), Step(label="עומד")))
    with pytest.raises(UnknownName) as caught:
        step_number(scale, "שלום")
    said = str(caught.value)
    assert "“\u2068שלום\u2069”" in said  # noqa: RUF001
    assert "It has: \u20680 עוד לא\u2069, \u20681 עומד\u2069." in said
