from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_app.domain.assessment import Assessment, Experience, Person
from ladder_app.domain.entries import Action, ActionKind, ActionStatus, Rating
from ladder_app.domain.plan import MOST_IN_FOCUS, SOON, InFocus, Plan, Serves, Why, closing, plan
from ladder_app.domain.readiness import readiness
from tests.domain.builders import assessment, faults_in, level, na, one, rated, role
from tests.domain.strategies import assessments, days

TODAY = date(2026, 11, 23)


def action(action_id: str, *criteria: str, due: date | None = None, **more: object) -> Action:
    return Action.model_validate(
        {"id": action_id, "text": f"Do {action_id}.", "due": due, "criteria": criteria, **more}
    )


def planned(about: Assessment, today: date = TODAY) -> Plan:
    return plan(about, readiness(about), today)


def in_days(days_ahead: int) -> date:
    return TODAY + timedelta(days=days_ahead)


def names(focus: tuple[InFocus, ...]) -> list[str]:
    return [item.planned.action.id for item in focus]


@given(assessments(), days)
def test_that_every_action_has_one_place_and_every_gap_is_served_or_waits(about: Assessment, today: date) -> None:
    found = planned(about, today)
    places = [
        *(item.planned.action for item in found.focus),
        *(item.action for item in found.later),
        *(item.action for item in found.idle),
        *found.done,
        *found.dropped,
    ]
    assert sorted(a.id for a in places) == sorted(a.id for a in about.cycle.actions)
    assert found.open_actions == sum(a.is_open for a in about.cycle.actions)
    served = {gap.standing.id for item in found.focus for gap in item.planned.gaps}
    served |= {gap.standing.id for item in found.later for gap in item.gaps}
    gaps = [gap.standing.id for gap in found.readiness.gaps]
    assert [item.gap.standing.id for item in found.waiting] == [name for name in gaps if name not in served]
    assert served <= set(gaps)


@given(assessments(), days)
def test_that_the_focus_is_a_handful_and_takes_what_is_due_first(about: Assessment, today: date) -> None:
    found = planned(about, today)
    served = len(found.focus) + len(found.later)
    assert len(found.focus) == min(served, MOST_IN_FOCUS)
    if found.later:
        left = [item for item in found.later if (item.action.due or date.max) - today <= SOON]
        chosen = [item for item in found.focus if item.why in (Why.OVERDUE, Why.DUE_SOON)]
        assert not left or len(chosen) == MOST_IN_FOCUS
    assert all((item.why is Why.OVERDUE) == item.planned.overdue for item in found.focus)


@given(assessments(), days)
def test_that_done_actions_bring_what_closing_their_gaps_brings(about: Assessment, today: date) -> None:
    found = planned(about, today)
    shown = found.readiness.figures.shown
    assert shown <= found.once_focus_is_done.shown <= found.once_all_is_done.shown
    assert found.once_all_is_done.shown <= found.once_all_is_done.possible
    for item in found.focus:
        once = closing(found.readiness, [gap.standing.id for gap in item.planned.gaps])
        assert once.shown == pytest.approx(shown + item.planned.adds_points)
    if not found.waiting:
        assert found.once_all_is_done.met == found.once_all_is_done.rated


@given(assessments(), days, st.randoms(use_true_random=False))
def test_that_the_order_in_the_file_decides_nothing_but_ties(about: Assessment, today: date, random: Random) -> None:
    actions = list(about.cycle.actions)
    random.shuffle(actions)
    before, after = planned(about, today), planned(about.with_cycle(actions=tuple(actions)), today)
    assert [i.planned.adds_points for i in before.focus] == pytest.approx([i.planned.adds_points for i in after.focus])
    assert before.waiting == after.waiting


def test_that_closing_a_gap_is_rating_it_as_met() -> None:
    about = assessment(role(level("a", ["x", "y", "z"])), rated(x=1, y=3))
    met = about.rated("x", Rating(step=3))
    assert closing(readiness(about), ["x", "z"]) == readiness(met).figures


ONE_LEVEL = role(level("a", [one("x", weight=3), one("y", weight=2), "z"]))
GAPS = rated(x=1, y=1, z=1)


def test_that_what_is_overdue_comes_first_then_what_is_due_soon_then_what_adds_most() -> None:
    actions = (
        action("far", "x", due=in_days(200)),
        action("soon", "z", due=in_days(30)),
        action("late", "z", due=in_days(-1)),
        action("undated", "y"),
        action("today", "z", due=TODAY),
    )
    found = planned(assessment(ONE_LEVEL, GAPS, actions=actions))
    assert [(item.planned.action.id, item.why) for item in found.focus] == [
        ("late", Why.OVERDUE),
        ("today", Why.DUE_SOON),
        ("soon", Why.DUE_SOON),
        ("far", Why.ADDS_MOST),
        ("undated", Why.NEXT_GAP),
    ]


def test_that_no_gap_has_a_second_action_in_focus_before_every_other_has_one() -> None:
    actions = (*(action(f"x{i}", "x") for i in range(5)), action("y", "y"), action("z", "z"))
    found = planned(assessment(ONE_LEVEL, GAPS, actions=actions))
    assert names(found.focus) == ["x0", "y", "z", "x1", "x2"]
    assert [item.why for item in found.focus] == [Why.ADDS_MOST, Why.NEXT_GAP, Why.NEXT_GAP, Why.SAME_GAP, Why.SAME_GAP]
    assert [item.action.id for item in found.later] == ["x3", "x4"]


def test_that_an_action_for_several_gaps_adds_what_they_add_together() -> None:
    found = planned(assessment(ONE_LEVEL, GAPS, actions=(action("both", "z", "x"), action("y", "y"))))
    assert names(found.focus) == ["both", "y"]
    assert [gap.standing.id for gap in found.focus[0].planned.gaps] == ["x", "z"]
    assert found.focus[0].planned.adds_points == pytest.approx(100 * (4 / 6) * (2 / 3))


def test_that_later_actions_stand_in_the_order_of_the_gaps_and_then_by_date() -> None:
    first = [action(f"soon{i}", "x", due=in_days(i)) for i in range(5)]
    rest = [action("z", "z"), action("y2", "y", due=in_days(90)), action("y1", "y", due=in_days(60)), action("x", "x")]
    found = planned(assessment(ONE_LEVEL, GAPS, actions=(*first, *rest)))
    assert [item.action.id for item in found.later] == ["x", "y1", "y2", "z"]


def test_that_an_action_that_serves_no_gap_says_what_it_is_about() -> None:
    lower = level("a", ["below"])
    upper = level("b", ["met", "gap", "open", "gone", one("extra", plus=True)])
    ratings = {**rated(met=3, gap=1, extra=1), "gone": na()}
    actions = (
        action("for-met", "met", "extra", due=in_days(-3)),
        action("for-open", "met", "open"),
        action("for-gone", "gone"),
        action("for-plus", "extra"),
        action("for-below", "below"),
        action("for-nothing"),
    )
    found = planned(assessment(role(lower, upper), ratings, actions=actions))
    assert {item.action.id: item.serves for item in found.idle} == {
        "for-met": Serves.MET,
        "for-open": Serves.UNRATED,
        "for-gone": Serves.NOT_APPLICABLE,
        "for-plus": Serves.PLUS,
        "for-below": Serves.ELSEWHERE,
        "for-nothing": Serves.NOTHING,
    }
    assert [item.action.id for item in found.idle if item.overdue] == ["for-met"]
    assert not found.focus
    assert [item.gap.standing.id for item in found.waiting] == ["gap"]


def test_that_a_gap_in_years_says_when_time_closes_it() -> None:
    about = role(
        level(
            "a",
            [],
            [one("years", years={"minimum": 8, "of": "coding"}), one("other", years={"minimum": 1, "of": "talks"})],
        )
    )
    since = Person(
        name="Sample Engineer",
        experience=(Experience(of="coding", since=date(2020, 3, 1)), Experience(of="talks", since=date(2020, 3, 1))),
    )
    found = planned(assessment(about, rated(years=1, other=1)).model_copy(update={"person": since}))
    assert [item.met_on for item in found.waiting] == [date(2028, 3, 1), None]


def test_that_the_newest_done_action_is_first() -> None:
    done = ActionStatus.DONE
    actions = (
        action("undated", "x", status=done),
        action("old", "x", status=done, done_on=in_days(-9)),
        action("new", "x", status=done, done_on=in_days(-1), due=in_days(-90)),
        action("planned", "x", status=done, due=in_days(-5)),
        action("dropped", "x", status=ActionStatus.DROPPED),
    )
    found = planned(assessment(ONE_LEVEL, GAPS, actions=actions))
    assert [item.id for item in found.done] == ["new", "planned", "old", "undated"]
    assert [item.id for item in found.dropped] == ["dropped"]


def test_that_an_action_done_keeps_the_day_and_one_taken_up_again_has_none() -> None:
    begun = action("a", "x", kind=ActionKind.TRAINING, helper="Sample Manager")
    done = begun.with_status(ActionStatus.DONE, TODAY)
    assert done.done_on == TODAY
    assert done.with_status(ActionStatus.DONE, in_days(5)) == done
    assert done.with_status(ActionStatus.OPEN, in_days(5)) == begun
    assert done.with_status(ActionStatus.DROPPED, in_days(5)).done_on is None


def test_that_only_what_is_done_has_a_day_on_which_it_was_done() -> None:
    wrong = action("a", "x", done_on=TODAY)
    found = faults_in(lambda: assessment(ONE_LEVEL, GAPS, actions=(wrong,)))
    (message,) = found.values()
    assert message == "The action “a” has a day on which it was done, and its status is open."


def test_that_nothing_is_planned_where_nothing_is_asked_for() -> None:
    found = planned(assessment(role(level("a"))))
    assert (found.focus, found.waiting, found.once_all_is_done.required) == ((), (), 0)
