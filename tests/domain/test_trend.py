from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.cycle import Cycle
from ladder_app.domain.entries import Rating
from ladder_app.domain.history import next_cycle, take_over
from ladder_app.domain.raters import AGREED
from ladder_app.domain.readiness import readiness
from ladder_app.domain.role import Role
from ladder_app.domain.team import View, member
from ladder_app.domain.trend import Movement, movements, trend
from ladder_app.errors import UnknownName
from tests.domain.builders import TODAY, assessment, level, na, one, rated, role, scale
from tests.domain.strategies import assessments, roles
from tests.domain.test_history import LATER, later_versions

MIRRORED = {
    Movement.ROSE: Movement.FELL,
    Movement.FELL: Movement.ROSE,
    Movement.NEW: Movement.GONE,
    Movement.GONE: Movement.NEW,
    Movement.UNCHANGED: Movement.UNCHANGED,
}


@given(assessments())
def test_that_there_is_a_point_for_every_cycle_and_the_last_is_the_readiness_of_today(file: Assessment) -> None:
    points = trend(file)
    assert [point.cycle for point in points] == list(file.cycles)
    last = points[-1].views
    assert last[View.SELF] == readiness(file)
    for view, seen in last.items():
        assert seen.rater == readiness(file, rater=seen.rater).rater
        standpoint = member(file, TODAY).seen_by(view)
        assert standpoint is not None
        assert standpoint.shown == seen.figures.shown
    assert all((view in last) == (member(file, TODAY).seen_by(view) is not None) for view in View)


@given(assessments())
def test_that_every_point_says_what_its_cycle_said_while_it_was_the_last(file: Assessment) -> None:
    for number, point in enumerate(trend(file)):
        then = file.model_copy(update={"cycles": file.cycles[: number + 1]})
        assert dict(point.views) == {view: readiness(then, rater=seen.rater) for view, seen in point.views.items()}


@given(assessments(), st.sampled_from(View))
def test_that_everything_rated_moved_in_one_way_and_back_in_the_mirrored_one(file: Assessment, view: View) -> None:
    first, last = file.cycles[0], file.cycles[-1]
    there, back = movements(file, first, last, view=view), movements(file, last, first, view=view)
    assert sum(there.counts.values()) == len(there.criteria)
    assert [moved.criterion.id for moved in there.criteria] == [moved.criterion.id for moved in back.criteria]
    for one_way, other_way in zip(there.criteria, back.criteria, strict=True):
        assert other_way.movement is MIRRORED[one_way.movement]
        assert one_way.reached_bar(file.role.scale) == other_way.lost_bar(file.role.scale)
    for movement in Movement:
        assert {m.criterion.id for m in there.of(movement)} == {
            m.criterion.id for m in there.criteria if m.movement is movement
        }


@given(assessments())
def test_that_right_after_a_cycle_is_closed_nothing_has_moved(file: Assessment) -> None:
    after = next_cycle(file, "2041 H1", LATER)
    moved = movements(after, after.cycles[-2], after.cycles[-1])
    assert moved.counts[Movement.UNCHANGED] == len(moved.criteria)
    old, new = trend(after)[-2:]
    assert [s.rating and s.rating.step for s in old.views[View.SELF].standings] == [
        s.rating and s.rating.step for s in new.views[View.SELF].standings
    ]


@given(st.data(), roles())
def test_that_a_new_version_of_the_role_loses_no_movement_of_a_criterion(data: st.DataObject, about: Role) -> None:
    file = data.draw(assessments(about))
    after = take_over(file, data.draw(later_versions(about)))
    wanted = {name for cycle in (after.cycles[0], after.cycles[-1]) for name in cycle.ratings}
    seen = {
        moved.criterion.id
        for level_id in (each.id for each in after.role.levels)
        for moved in movements(after, after.cycles[0], after.cycles[-1], level_id).criteria
    }
    refined = {criterion.refines for _, _, criterion in after.role.criteria()}
    assert wanted - refined <= seen


@given(assessments())
def test_that_a_rating_that_rises_never_counts_as_fallen(file: Assessment) -> None:
    top = file.role.scale.highest
    risen = file.with_cycle(
        ratings={
            name: rating if rating.step is None else Rating(step=min(rating.step + 1, top))
            for name, rating in file.cycle.ratings.items()
        }
    )
    assert movements(risen, file.cycle, risen.cycle).counts[Movement.FELL] == 0


def test_that_the_words_for_each_movement_fit_and_the_largest_come_first() -> None:
    about = role(level("l", ["rose", "leapt", "fell", "new", "gone", "na-now", "same", "never"]), scale=scale(5, 3))
    then = rated(rose=2, leapt=0, fell=3, gone=3, **{"na-now": 2}, same=1)
    now = rated(rose=3, leapt=4, fell=2, new=1, **{"na-now": None}, same=1)
    file = _two_cycles(about, then, now)
    moved = movements(file, file.cycles[0], file.cycles[-1])
    assert [m.criterion.id for m in moved.of(Movement.ROSE)] == ["leapt", "rose"]
    assert [m.steps for m in moved.of(Movement.ROSE)] == [4, 1]
    assert [m.criterion.id for m in moved.of(Movement.FELL)] == ["fell"]
    assert [m.criterion.id for m in moved.of(Movement.NEW)] == ["new"]
    assert [m.criterion.id for m in moved.of(Movement.GONE)] == ["gone", "na-now"]
    assert [m.criterion.id for m in moved.of(Movement.UNCHANGED)] == ["same"]
    assert [m.criterion.id for m in moved.criteria if m.reached_bar(about.scale)] == ["rose", "leapt"]
    assert [m.criterion.id for m in moved.criteria if m.lost_bar(about.scale)] == ["fell", "gone"]


def test_that_a_retired_criterion_is_gone_and_says_so() -> None:
    about = role(level("l", ["a", "b"]))
    file = take_over(
        next_cycle(assessment(about, rated(a=3, b=2)), "2027 H1", LATER), role(level("l", ["a", one("c", "Other.")]))
    )
    file = file.with_cycle(ratings={name: r for name, r in file.cycle.ratings.items() if name != "b"})
    (gone,) = movements(file, file.cycles[0], file.cycles[-1]).of(Movement.GONE)
    assert (gone.criterion.id, gone.retired) == ("b", True)


def test_that_the_newest_review_stands_for_the_reviewers_and_a_view_that_is_not_there_is_left_out() -> None:
    about = role(level("l", ["a"]))
    reviews = [
        {"reviewer": "Sample Peer", "date": date(2026, 7, 2), "ratings": rated(a=1)},
        {"reviewer": "Sample Manager", "date": date(2026, 7, 9), "ratings": rated(a=2)},
    ]
    alone, reviewed = assessment(about, rated(a=3)), assessment(about, rated(a=2), reviews=reviews)
    assert list(trend(alone)[0].views) == [View.SELF]
    seen = trend(reviewed)[0].views
    assert [seen[view].rater for view in View] == ["self", "Sample Manager", AGREED]
    moved = movements(alone, alone.cycle, reviewed.cycle, view=View.REVIEW)
    assert moved.counts[Movement.NEW] == 1


def test_that_does_not_apply_in_both_is_unchanged_and_has_no_steps() -> None:
    about = role(level("l", ["a"]))
    file = _two_cycles(about, {"a": na()}, {"a": na("still none")})
    (moved,) = movements(file, file.cycles[0], file.cycles[-1]).criteria
    assert (moved.movement, moved.steps) == (Movement.UNCHANGED, None)


def test_that_a_level_the_role_does_not_have_is_refused() -> None:
    file = assessment(role(level("l", ["a"])))
    with pytest.raises(UnknownName):
        trend(file, "m")
    with pytest.raises(UnknownName):
        movements(file, file.cycle, file.cycle, "m")


def _two_cycles(about: Role, then: dict[str, Rating], now: dict[str, Rating]) -> Assessment:
    file = assessment(about, now)
    earlier = Cycle(name="2026 H1", opened=date(2026, 1, 5), closed=date(2026, 6, 30), ratings=then)
    return file.model_copy(update={"cycles": (earlier, file.cycle)})
