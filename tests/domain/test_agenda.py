"""What to talk about, and in which order."""

from datetime import date

from hypothesis import given

from ladder_app.domain.agenda import Topic, agenda, in_the_way, year_before
from ladder_app.domain.assessment import Assessment
from ladder_app.domain.comparison import seen_differently
from ladder_app.domain.conversation import with_discussed
from ladder_app.domain.effective import effective_level
from ladder_app.domain.entries import Action, ActionStatus
from ladder_app.domain.readiness import readiness
from tests.domain.builders import TODAY, assessment, level, one, proof, rated, role
from tests.domain.strategies import assessments

MANAGER = "Sample Manager"


@given(assessments())
def test_that_each_criterion_is_on_it_once_with_all_its_reasons(made: Assessment) -> None:
    own = readiness(made)
    found = agenda(made, own, TODAY)
    ids = [point.criterion.id for point in found.points]
    assert len(ids) == len(set(ids))
    assert {point.criterion.id for point in found.about(Topic.DIFFERENCE)} == seen_differently(own.level, made.cycle)
    assert {point.criterion.id for point in found.about(Topic.GAP_WITHOUT_ACTION)} <= {g.criterion.id for g in own.gaps}
    assert {point.criterion.id for point in found.about(Topic.NO_EVIDENCE)} == {s.id for s in own.no_evidence}
    stale = {point.criterion.id for point in found.about(Topic.STALE_EVIDENCE)}
    assert stale <= {s.id for s in own.standings if s.meets and not s.without_evidence}
    assert [point.topics[0] for point in found.points] == sorted(point.topics[0] for point in found.points)
    for point in found.points:
        assert list(point.topics) == sorted(point.topics)


@given(assessments())
def test_that_talking_about_a_point_leaves_it_on_the_agenda_as_done(made: Assessment) -> None:
    found = agenda(made, readiness(made), TODAY)
    for point in found.points[:1]:
        made = with_discussed(made, point.criterion.id, TODAY)
    after = agenda(made, readiness(made), TODAY)
    assert [point.criterion.id for point in after.points] == [point.criterion.id for point in found.points]
    assert all(point.discussed == TODAY for point in after.points[:1])
    assert len(after.open) == len(found.open) - sum(point.is_open for point in found.points[:1])


def test_that_large_differences_come_first_and_gaps_that_move_most_before_the_others() -> None:
    about = role(level("l", ["a", "b", "c", one("heavy", weight=5), "e", "f", "g", one("plus", plus=True)]))
    made = assessment(
        about,
        rated(a=3, b=3, c=2, heavy=2, e=3, f=3, g=1, plus=3),
        reviews=[{"reviewer": MANAGER, "date": TODAY, "ratings": rated(a=2, b=0, f=None)}],
        evidence=[proof("old", "e", day=date(2025, 6, 30)), proof("new", "f", "b", "a")],
        actions=[
            Action(id="open", text="Do it.", criteria=("g",)),
            Action(id="done", text="Did it.", criteria=("c",), status=ActionStatus.DONE),
        ],
    )
    found = agenda(made, readiness(made), TODAY)
    assert [(point.criterion.id, point.topics) for point in found.points] == [
        ("b", (Topic.DIFFERENCE,)),
        ("a", (Topic.DIFFERENCE,)),
        ("f", (Topic.DIFFERENCE,)),
        ("heavy", (Topic.GAP_WITHOUT_ACTION,)),
        ("c", (Topic.GAP_WITHOUT_ACTION,)),
        ("e", (Topic.STALE_EVIDENCE,)),
    ]


def test_that_evidence_of_exactly_a_year_ago_is_fresh_enough() -> None:
    about = role(level("l", ["a", "b"]))
    made = assessment(
        about, rated(a=3, b=3), evidence=[proof("x", "a", day=date(2025, 7, 1)), proof("y", "b", day=date(2025, 6, 30))]
    )
    assert [point.criterion.id for point in agenda(made, readiness(made), TODAY).points] == ["b"]


def test_that_a_leap_day_has_a_year_before() -> None:
    assert year_before(date(2028, 2, 29)) == date(2027, 2, 28)
    assert year_before(date(2028, 2, 28)) == date(2027, 2, 28)


def test_that_what_is_in_the_way_is_below_the_bar_for_both() -> None:
    about = role(level("l", ["a", "b", "c"]))
    made = assessment(
        about,
        rated(a=1, b=2, c=2),
        reviews=[{"reviewer": MANAGER, "date": TODAY, "ratings": rated(a=2, b=3, c=0)}],
        actions=[Action(id="open", text="Do it.", criteria=("a",))],
    )
    found = in_the_way(made, readiness(made), readiness(made, rater=MANAGER))
    assert found.below == ("a", "c")
    assert found.without_action == 1


def test_that_differences_with_any_reviewer_count_once() -> None:
    about = role(level("l", ["a", "b", "c"]))
    reviews = [
        {"reviewer": MANAGER, "date": TODAY, "ratings": rated(a=2, b=3)},
        {"reviewer": "Sample Peer", "date": TODAY, "ratings": rated(a=1, c=None)},
    ]
    made = assessment(about, rated(a=3, b=3, c=3), reviews=reviews)
    assert seen_differently(effective_level(about, "l"), made.cycle) == {"a", "c"}
