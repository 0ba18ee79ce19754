from datetime import date, timedelta

import pytest

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.entries import Action, ActionKind, ActionStatus, Rating
from ladder_app.domain.plan import Plan, plan
from ladder_app.domain.readiness import readiness
from ladder_app.report.plan_words import (
    details,
    due_words,
    effect,
    focus_effect,
    nothing_planned,
    summary_sentence,
    why_words,
)
from tests.domain.builders import assessment, level, one, rated, role

TODAY = date(2026, 11, 23)
LEVEL = role(level("a", [one("x", weight=3), one("y", weight=2), "z"]))


def action(action_id: str = "a", *criteria: str, **more: object) -> Action:
    return Action.model_validate({"id": action_id, "text": "Do it.", "criteria": criteria, **more})


def planned(about: Assessment) -> Plan:
    return plan(about, readiness(about), TODAY)


def with_actions(*actions: Action) -> Plan:
    return planned(assessment(LEVEL, rated(x=1, y=1, z=2), actions=actions))


def in_days(days: int) -> date:
    return TODAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (action(), "no date"),
        (action(due=in_days(-20)), "was due 3 Nov"),
        (action(due=date(2027, 3, 15)), "due 15 Mar 2027"),
        (action(status=ActionStatus.DONE), "done"),
        (action(status=ActionStatus.DONE, done_on=date(2026, 10, 26), due=in_days(-90)), "done on 26 Oct"),
        (action(status=ActionStatus.DROPPED, due=in_days(-20)), "dropped"),
    ],
)
def test_that_an_action_says_when_it_is_due_and_never_shouts(made: Action, words: str) -> None:
    assert due_words(made, TODAY) == words


def test_that_an_action_tells_its_particulars_on_one_line() -> None:
    made = action(helper="Sample Peer", kind=ActionKind.TRAINING, done_when="The exam is passed.")
    assert details(made, TODAY) == "no date · help: Sample Peer · training · done when: The exam is passed."


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (action("a", "y", due=in_days(-1)), "First because its day has passed; closing this gap adds 22.2 points"),
        (action("a", "y", due=TODAY), "Here because it is due today; closing"),
        (action("a", "y", due=in_days(1)), "Here because it is due tomorrow; closing"),
        (action("a", "y", due=in_days(12)), "Here because it is due in twelve days; closing"),
        (action("a", "x", "z"), "Nothing else in the plan adds more: closing its two gaps adds"),
    ],
)
def test_that_each_action_in_focus_says_why(made: Action, words: str) -> None:
    found = with_actions(made)
    assert why_words(found.focus[0], TODAY).startswith(words)
    assert why_words(found.focus[0], TODAY).endswith("to readiness.")


def test_that_the_others_are_the_next_gap_or_one_more_for_the_same() -> None:
    found = with_actions(action("a", "x"), action("b", "y"), action("c", "x"))
    assert [why_words(item, TODAY).split(":")[0].split(";")[0] for item in found.focus] == [
        "Nothing else in the plan adds more",
        "The next gap",
        "One more for a gap that has an action here",
    ]


def test_that_the_effect_is_in_whole_percent_or_else_in_points() -> None:
    assert effect(72.2, 77.9) == "72\u00a0%\u00a0→\u00a078\u00a0%"
    assert effect(40.0, 40.3) == "+0.3 points"


def test_that_the_plan_is_summed_up() -> None:
    none, single, two = with_actions(), with_actions(action("a", "x")), with_actions(action("a", "x"), action("b", "y"))
    assert focus_effect(none) == ""
    assert focus_effect(single) == "39\u00a0% today, 72\u00a0% once this is done and its gap is closed."
    assert focus_effect(two).endswith("once these two are done and their gaps are closed.")
    assert focus_effect(with_actions(action("a", "x", "y"))).endswith("once this is done and its gaps are closed.")
    assert summary_sentence(none) == "Three gaps to A, no open actions; three gaps have none yet."
    assert summary_sentence(two) == "Three gaps to A, two open actions; one gap has none yet."
    assert summary_sentence(planned(assessment(LEVEL))) == ""


def test_that_it_is_said_why_there_is_nothing_to_plan_for() -> None:
    assert nothing_planned(with_actions()) is None
    headings = {
        "There is nothing to plan for": assessment(role(level("a"))),
        "Nothing is rated yet": assessment(LEVEL),
        "No gaps so far": assessment(LEVEL, rated(x=3)),
        "No gaps": assessment(LEVEL, rated(x=3, y=4)).rated("z", Rating(step=3)),
    }
    for heading, about in headings.items():
        found = nothing_planned(planned(about))
        assert found is not None
        assert found[0] == heading
