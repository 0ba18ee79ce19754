from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.cycle import Agreed, Review
from ladder_app.domain.entries import Action, ActionStatus, Rating
from ladder_app.domain.raters import AGREED, SELF
from ladder_app.domain.readiness import SectionKind, readiness
from ladder_app.domain.team import Member, View, areas, member
from tests.domain.builders import TODAY, assessment, level, one, rated, role
from tests.domain.strategies import assessments

CRAFT = role(
    level("senior", [one("a", area="craft"), one("b", area="people")], ["c"]),
    areas={"craft": "Craft", "people": "People"},
)
PLAIN = role(level("senior", ["a"], ["c"]))


def review(by: str, day: date, **steps: int) -> Review:
    return Review(reviewer=by, date=day, ratings=rated(**steps))


@given(assessments())
def test_that_a_member_shows_the_figures_that_readiness_gives(made: Assessment) -> None:
    shown = member(made, TODAY)
    for view, rater in ((View.SELF, SELF), (View.AGREED, AGREED)):
        seen = shown.seen_by(view)
        if seen is not None:
            expected = readiness(made, rater=rater)
            assert (seen.shown, seen.possible) == (expected.figures.shown, expected.figures.possible)
            assert (seen.met, seen.rated, seen.required) == (
                expected.figures.met,
                expected.figures.rated,
                expected.figures.required,
            )
            assert seen.says is expected.verdict
            wanted = {s.name for s in expected.sections if (s.kind is SectionKind.AREA) == bool(made.role.areas)}
            assert {area.name for area in seen.areas} == wanted
    assert (shown.review is None) == (not made.cycle.reviews)
    assert shown.reviewers == len(made.cycle.reviews)


@given(assessments())
def test_that_a_member_survives_being_kept_as_json(made: Assessment) -> None:
    shown = member(made, TODAY)
    assert Member.model_validate_json(shown.model_dump_json(exclude_defaults=True)) == shown


def test_that_the_newest_review_is_the_one_that_is_shown() -> None:
    older, newer = review("Sample Peer", TODAY - timedelta(1), a=1), review("Sample Manager", TODAY, a=3)
    for reviews in ((older, newer), (newer, older)):
        shown = member(assessment(CRAFT, rated(a=2), reviews=reviews), TODAY)
        assert shown.review is not None
        assert (shown.review.rater, shown.reviewed, shown.reviewers) == ("Sample Manager", TODAY, 2)


def test_that_nothing_is_agreed_before_there_is_a_review_or_a_talk() -> None:
    assert member(assessment(CRAFT, rated(a=2)), TODAY).agreed is None
    talked = assessment(CRAFT, rated(a=2), agreed={"a": Agreed(rating=Rating(step=3))})
    assert member(talked, TODAY).agreed is not None


def test_that_open_actions_are_counted_and_the_first_one_due_is_named() -> None:
    def action(name: str, due: date | None, status: ActionStatus = ActionStatus.OPEN) -> Action:
        return Action(id=name, text=name, due=due, status=status)

    soon, later = TODAY + timedelta(1), TODAY + timedelta(9)
    done = action("done", TODAY - timedelta(9), ActionStatus.DONE)
    shown = member(assessment(CRAFT, actions=(action("x", later), action("y", soon), action("z", None), done)), TODAY)
    assert (shown.open_actions, shown.next_due) == (3, soon)
    assert not shown.overdue(soon)
    assert shown.overdue(later)
    assert not member(assessment(CRAFT), TODAY).overdue(later)


def test_that_a_role_without_areas_is_shown_by_its_kinds() -> None:
    assert areas([member(assessment(PLAIN), TODAY)]) == ("own responsibilities", "requirements")


@given(st.permutations([CRAFT, PLAIN, CRAFT]))
def test_that_each_area_of_a_team_is_named_once(roles: list[object]) -> None:
    found = areas(member(assessment(one_role), TODAY) for one_role in roles)  # type: ignore[arg-type] # roles they are
    assert sorted(found) == ["Craft", "People", "own responsibilities", "requirements"]


def test_that_a_member_says_from_where_to_where() -> None:
    about = role(level("junior", ["x"]), level("senior", ["a"]).model_copy(update={"grade": 9}))
    made = assessment(about).model_copy(update={"current": "junior"})
    shown = member(made, TODAY)
    assert shown.current is not None
    assert (shown.current.id, shown.current.grade, shown.target.grade) == ("junior", None, 9)
    assert shown.touched == TODAY
