"""The colours of print."""

import pytest

from ladder_app.report.pdf.palette import Rgb, colour, ink_on, is_pale, shade


def luminance(value: Rgb) -> float:
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in value)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Rgb, other: Rgb) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("token", ["text", "muted", "accent", "good", "warn", "bad"])
def test_that_every_ink_reads_on_paper(token: str) -> None:
    assert contrast(colour(token), colour("paper")) >= 4.5


@pytest.mark.parametrize("highest", range(1, 10))
def test_that_the_digit_of_the_chosen_step_reads_on_its_fill(highest: int) -> None:
    for step in range(highest + 1):
        fill = shade(step, highest)
        assert contrast(colour(ink_on(fill)), fill) >= 4


def test_that_the_default_scale_has_the_colours_of_the_screen() -> None:
    assert [shade(i, 4) for i in range(5)] == [colour(f"rating.{i}") for i in range(5)]


def test_that_only_the_lowest_steps_need_an_outline() -> None:
    assert [is_pale(shade(i, 4)) for i in range(5)] == [True, False, False, False, False]


def test_that_an_unknown_colour_is_an_error() -> None:
    with pytest.raises(KeyError):
        colour("mauve")
