import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_app.domain.assessment import Assessment, Person
from ladder_app.report.content import report
from ladder_app.report.parts import Report
from ladder_app.report.terminal import terminal
from ladder_app.report.terminal_text import cells
from tests.domain.builders import assessment as made_of
from tests.domain.builders import level, role
from tests.report.samples import DAY, of_steps, sample_report, views


def test_that_the_sample_is_readable() -> None:
    text = terminal(sample_report())
    assert text.startswith("Sample Engineer\nEngineering Manager, Engineering Productivity → ")
    assert "Not ready for grade 9 yet. 14 of 24 criteria are met; six are below the bar, two\n" in text
    assert "Grade 9                           █████████████████░░░···   72\u00a0%  20 of 24 rated\n" in text
    assert "░ not rated yet: up to 89\u00a0% once four are rated\n" in text
    assert "1  Manage the Engineering Productivity team's budget and resources.\n   1 Starting · two steps" in text
    assert re.search(r"^2 Growing +4 +2 ÷ 3 +2\.67 +11\.1$", text, re.MULTILINE)
    assert "· Four criteria rated as met show no evidence yet.\n  – Stay up-to-date on industry trends" in text
    assert text.endswith(".\n")
    assert "\x1b" not in text


@given(views(), st.integers(0, 200))
def test_that_no_line_is_wider_than_the_terminal(view: tuple[Assessment, str, str], width: int) -> None:
    made, level_id, rater = view
    text = terminal(report(made, DAY, level=level_id, rater=rater), width=width)
    assert max(map(cells, text.splitlines())) <= min(max(width, 40), 100)


@pytest.mark.parametrize("width", [40, 50, 60, 72, 80, 100])
def test_that_the_sample_fits_any_terminal(width: int) -> None:
    assert max(map(cells, terminal(sample_report(), width=width).splitlines())) <= width


def test_that_in_a_narrow_terminal_labels_stand_above_their_bars() -> None:
    lines = terminal(sample_report(), width=40).splitlines()
    place = lines.index("Responsibilities, new at grade 9")
    assert "█" in lines[place + 1]


def test_that_plain_ascii_says_the_same() -> None:
    text = terminal(sample_report(), encoding="ascii")
    assert text.isascii()
    assert "#################===---   72 %" in text


def coloured(*steps: int) -> str:
    return terminal(report(of_steps(*steps), DAY), colour=True)


def test_that_colour_is_only_added() -> None:
    def plain(text: str) -> str:
        return re.sub(r"\x1b\[\d+m", "", text)

    assert plain(terminal(sample_report(), colour=True)) == terminal(sample_report())
    assert "\x1b[31mNot ready for grade 9 yet.\x1b[0m" in coloured(1)
    assert "\x1b[32mReady for grade 9.\x1b[0m" in coloured(3)


def test_that_a_lead_too_long_for_its_line_is_simply_not_coloured() -> None:
    about = role(level("top", ["a"]).model_copy(update={"title": "A " * 60}))
    assert "\x1b[31m" not in terminal(report(made_of(about), DAY), colour=True)


def nothing() -> Report:
    return report(made_of(role(level("top"))), DAY)


def test_that_a_level_without_criteria_has_no_bars_and_no_sum() -> None:
    text = terminal(nothing())
    assert "There is nothing to rate for TOP." in text
    assert "rated\n" not in text
    assert "How this is computed" not in text


def test_that_a_name_cannot_write_to_the_terminal() -> None:
    made = of_steps(3).model_copy(update={"person": Person(name="\x1b]0;x\x07Sample")})
    assert "\x1b" not in terminal(report(made, DAY))
