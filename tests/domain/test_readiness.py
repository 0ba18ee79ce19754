"""The rules of readiness, for every role and every scale."""

from collections.abc import Mapping

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ladder_app.domain.effective import EffectiveLevel, effective_level
from ladder_app.domain.entries import Rating
from ladder_app.domain.readiness import Figures, SectionKind, Verdict, figures, readiness_of, section_kind
from ladder_app.domain.role import EvidencePolicy, Role
from tests.domain import plainly
from tests.domain.strategies import ratings_of, roles, some_of

Case = tuple[EffectiveLevel, dict[str, Rating], frozenset[str]]


@st.composite
def rated_levels(draw: st.DrawFn) -> Case:
    """A level of any role, its criteria rated somehow, some of them with evidence."""
    role = draw(roles())
    level = effective_level(role, draw(st.sampled_from([level.id for level in role.levels])))
    return level, draw(ratings_of(role)), frozenset(draw(some_of(role)))


def all_met(level: EffectiveLevel, ratings: Mapping[str, Rating]) -> dict[str, Rating]:
    """The ratings, with all that is unrated rated as just meeting."""
    meets = Rating(step=level.role.scale.meets)
    return {**{criterion.id: meets for criterion in level.criteria}, **ratings}


def everything(level: EffectiveLevel) -> frozenset[str]:
    return frozenset(criterion.id for criterion in level.criteria)


def with_levels_reordered(role: Role, reverse: bool) -> Role:
    """The role with the criteria of every level in another order."""
    step = -1 if reverse else 1
    return role.model_copy(
        update={
            "levels": tuple(
                level.model_copy(
                    update={
                        "responsibilities": level.responsibilities[::step],
                        "requirements": level.requirements[::step],
                        "extends": level.extends[::step],
                    }
                )
                for level in role.levels
            )
        }
    )


@given(rated_levels())
def test_that_the_figures_are_those_of_the_formula(case: Case) -> None:
    level, ratings, evidenced = case
    found = readiness_of(level, ratings, evidenced).figures
    counted = plainly.required(level.role, level.level.id, ratings, evidenced)
    meets = level.role.scale.meets
    assert found.shown == pytest.approx(float(plainly.shown(counted, meets)), abs=1e-9)
    assert found.possible == pytest.approx(float(plainly.possible(counted, meets)), abs=1e-9)
    assert found.required == len(counted)
    assert found.rated == sum(c.step is not None for c in counted)
    assert found.unrated == sum(c.step is None for c in counted)
    assert found.met == sum(c.step is not None and c.step >= meets for c in counted)


@given(rated_levels())
def test_that_the_verdict_is_the_one_defined(case: Case) -> None:
    level, ratings, evidenced = case
    counted = plainly.required(level.role, level.level.id, ratings, evidenced)
    policy = level.role.readiness
    expected = plainly.verdict(counted, level.role.scale.meets, policy.near)
    assert readiness_of(level, ratings, evidenced).verdict.word == expected


@given(rated_levels())
def test_that_shown_never_exceeds_possible_nor_possible_100(
    case: Case,
) -> None:
    found = readiness_of(*case)
    for part in (found.figures, *(section.figures for section in found.sections)):
        assert 0 <= part.shown <= part.possible <= 100
        assert 0 <= part.met <= part.rated <= part.required


@given(rated_levels(), st.data())
def test_that_a_rating_that_rises_lowers_neither_what_is_shown_nor_the_verdict(case: Case, data: st.DataObject) -> None:
    level, ratings, evidenced = case
    steps = {name: r.step for name, r in ratings.items() if r.step is not None and name in level.by_id}
    assume(steps)
    name = data.draw(st.sampled_from(sorted(steps)))
    higher = data.draw(st.integers(steps[name], level.role.scale.highest))
    before = readiness_of(level, ratings, evidenced)
    after = readiness_of(level, {**ratings, name: Rating(step=higher)}, evidenced)
    assert after.figures.shown >= before.figures.shown
    assert after.figures.possible >= before.figures.possible
    assert after.figures.met >= before.figures.met
    assert after.verdict >= before.verdict


@given(rated_levels(), st.data())
def test_that_evidence_added_lowers_neither_what_is_shown_nor_the_verdict(case: Case, data: st.DataObject) -> None:
    level, ratings, evidenced = case
    assume(level.criteria)
    more = evidenced | {data.draw(st.sampled_from(sorted(level.by_id)))}
    before, after = readiness_of(level, ratings, evidenced), readiness_of(level, ratings, more)
    assert after.figures.shown >= before.figures.shown
    assert after.verdict >= before.verdict
    assert len(after.no_evidence) <= len(before.no_evidence)


@given(rated_levels())
def test_that_rating_all_unrated_as_meeting_shows_exactly_what_was_possible(
    case: Case,
) -> None:
    level, ratings, evidenced = case
    backed = evidenced | (everything(level) - set(ratings))
    before = readiness_of(level, ratings, evidenced).figures
    after = readiness_of(level, all_met(level, ratings), backed).figures
    assert after.shown == after.possible == before.possible
    assert after.rated == after.required == before.required


@given(rated_levels())
def test_that_a_verdict_that_is_open_can_still_become_nearly_or_ready(
    case: Case,
) -> None:
    level, ratings, evidenced = case
    now = readiness_of(level, ratings, evidenced)
    at_best = readiness_of(level, all_met(level, ratings), evidenced | (everything(level) - set(ratings)))
    assert at_best.verdict is not Verdict.OPEN
    if now.verdict is Verdict.OPEN:
        assert at_best.verdict in (Verdict.NEARLY, Verdict.READY)
    else:
        assert at_best.verdict is now.verdict


@given(rated_levels(), st.booleans())
def test_that_the_order_of_criteria_changes_nothing(case: Case, reverse: bool) -> None:
    level, ratings, evidenced = case
    moved = effective_level(with_levels_reordered(level.role, reverse), level.level.id)
    backwards = dict(reversed(ratings.items()))
    before, after = readiness_of(level, ratings, evidenced), readiness_of(moved, backwards, evidenced)
    assert after.figures == before.figures
    assert after.verdict == before.verdict
    assert {gap.standing.id: gap.adds_points for gap in after.gaps} == {
        gap.standing.id: gap.adds_points for gap in before.gaps
    }
    assert {(s.name, s.figures) for s in after.sections} == {(s.name, s.figures) for s in before.sections}


@given(rated_levels(), st.data())
def test_that_plus_criteria_never_move_anything(case: Case, data: st.DataObject) -> None:
    level, ratings, evidenced = case
    plus = {criterion.id for criterion in level.criteria if criterion.plus}
    other = data.draw(ratings_of(level.role, sorted(plus)))
    without = {name: rating for name, rating in ratings.items() if name not in plus}
    before, after = readiness_of(level, ratings, evidenced), readiness_of(level, {**without, **other}, evidenced)
    assert after.figures == before.figures
    assert after.verdict == before.verdict
    assert [gap.standing.id for gap in after.gaps] == [gap.standing.id for gap in before.gaps]
    assert after.sections == before.sections
    assert {standing.id for standing in after.plus} == plus
    assert not plus & {standing.id for standing in (*after.unrated, *after.no_evidence)}


@given(rated_levels(), st.data())
def test_that_what_does_not_apply_leaves_the_sum(case: Case, data: st.DataObject) -> None:
    level, ratings, evidenced = case
    required = [s for s in readiness_of(level, ratings, evidenced).standings if s.counts]
    assume(required)
    out = data.draw(st.sampled_from(required)).id
    after = readiness_of(level, {**ratings, out: Rating(not_applicable="")}, evidenced)
    rest = [standing for standing in required if standing.id != out]
    assert after.figures == figures(rest)
    assert out in {standing.id for standing in after.not_applicable}
    assert out not in {gap.standing.id for gap in after.gaps}


@given(rated_levels(), st.data())
def test_that_unrated_is_neither_zero_nor_not_applicable(case: Case, data: st.DataObject) -> None:
    level, ratings, evidenced = case
    counting = [s for s in readiness_of(level, ratings, evidenced).standings if s.counts]
    rated = [standing for standing in counting if standing.step is not None]
    assume(rated)
    total = sum(standing.criterion.weight for standing in counting)
    name = data.draw(st.sampled_from(rated)).id
    without = {key: rating for key, rating in ratings.items() if key != name}
    unrated = readiness_of(level, without, evidenced)
    zero = readiness_of(level, {**ratings, name: Rating(step=0)}, evidenced)
    absent = readiness_of(level, {**ratings, name: Rating(not_applicable="")}, evidenced)
    assert unrated.figures.shown == zero.figures.shown
    assert unrated.figures.possible >= zero.figures.possible
    assert unrated.figures.possible - zero.figures.possible == pytest.approx(
        100 * unrated.by_id[name].criterion.weight / total, abs=1e-9
    )
    assert (unrated.figures.required, unrated.figures.rated) == (zero.figures.required, zero.figures.rated - 1)
    assert absent.figures.required == unrated.figures.required - 1
    assert name in {standing.id for standing in unrated.unrated}
    assert name not in {standing.id for standing in (*zero.unrated, *absent.unrated)}
    assert unrated.by_id[name].score is None
    assert zero.by_id[name].score == 0


@given(rated_levels(), st.data())
def test_that_one_strong_area_never_buys_a_weak_one(case: Case, data: st.DataObject) -> None:
    """However high everything else is rated, one criterion far below keeps the verdict down, one below keeps it off."""
    level, _, _ = case
    scale = level.role.scale
    required = [criterion.id for criterion in level.criteria if not criterion.plus]
    assume(required)
    weak = data.draw(st.sampled_from(required))
    best = {name: Rating(step=scale.highest) for name in everything(level)}
    at = {
        below: readiness_of(level, {**best, weak: Rating(step=scale.meets - below)}, everything(level)).verdict
        for below in (1, 2)
        if below <= scale.meets
    }
    assert at[1] in (Verdict.NEARLY, Verdict.NOT_READY)
    assert at.get(2, Verdict.NOT_READY) is Verdict.NOT_READY


@given(rated_levels())
def test_that_going_over_the_bar_earns_nothing_more(case: Case) -> None:
    level, ratings, evidenced = case
    meets = level.role.scale.meets
    capped = {
        name: Rating(step=min(rating.step, meets)) if rating.step is not None else rating
        for name, rating in ratings.items()
    }
    before, after = readiness_of(level, ratings, evidenced), readiness_of(level, capped, evidenced)
    assert (after.figures, after.verdict) == (before.figures, before.verdict)


@given(rated_levels())
def test_that_ready_means_every_one_is_met(case: Case) -> None:
    found = readiness_of(*case)
    counting = [standing for standing in found.standings if standing.counts]
    assert (found.verdict is Verdict.READY) == (bool(counting) and all(standing.meets for standing in counting))
    assert (found.verdict is Verdict.NO_CRITERIA) == (not counting)
    if found.verdict is Verdict.READY:
        assert found.figures.shown == found.figures.possible == 100
        assert found.gaps == ()


@given(rated_levels())
def test_that_standings_tell_apart_gaps_met_unrated_and_what_does_not_count(
    case: Case,
) -> None:
    found = readiness_of(*case)
    for standing in found.standings:
        states = [standing.is_gap, standing.counts and standing.meets, standing in found.unrated, not standing.counts]
        assert states.count(True) == 1
        assert found.by_id[standing.id] is standing
    assert {gap.criterion.id for gap in found.gaps} == {s.id for s in found.standings if s.is_gap}


@given(rated_levels())
def test_that_the_three_kinds_of_section_sum_up_to_the_whole(
    case: Case,
) -> None:
    level, ratings, evidenced = case
    found = readiness_of(level, ratings, evidenced)
    kinds = [section for section in found.sections if section.kind is not SectionKind.AREA]
    for count in ("met", "rated", "unrated", "required"):
        assert sum(getattr(s.figures, count) for s in kinds) == getattr(found.figures, count)
    weights = {
        kind: sum(s.criterion.weight for s in found.standings if s.counts and section_kind(s.criterion) is kind)
        for kind in SectionKind
    }
    total = sum(weights.values())
    for percent in ("shown", "possible"):
        parts = [getattr(s.figures, percent) * weights[s.kind] / total for s in kinds]
        assert sum(parts) == pytest.approx(getattr(found.figures, percent), abs=1e-6)


@given(rated_levels())
def test_that_each_area_has_the_figures_of_its_criteria(
    case: Case,
) -> None:
    level, ratings, evidenced = case
    found = readiness_of(level, ratings, evidenced)
    for section in found.sections:
        if section.kind is not SectionKind.AREA:
            continue
        assert section.area is not None
        assert section.name == level.role.areas[section.area]
        inside = [s for s in found.standings if s.criterion.criterion.area == section.area]
        assert section.figures == figures(inside)
        assert section.figures.required > 0
    named = [section.area for section in found.sections if section.kind is SectionKind.AREA]
    assert named == [
        area
        for area in level.role.areas
        if any(s.counts and s.criterion.criterion.area == area for s in found.standings)
    ]


@given(rated_levels())
def test_that_no_evidence_flags_what_meets_without_any(case: Case) -> None:
    level, ratings, evidenced = case
    found = readiness_of(level, ratings, evidenced)
    meets = level.role.scale.meets
    expected = {
        criterion.id
        for criterion in level.criteria
        if not criterion.plus
        and criterion.id not in evidenced
        and criterion.id in ratings
        and (ratings[criterion.id].step or 0) >= meets
    }
    assert {standing.id for standing in found.no_evidence} == expected
    required = level.role.readiness.evidence is EvidencePolicy.REQUIRED
    assert all(s.step == meets - 1 if required else s.step == ratings[s.id].step for s in found.no_evidence)


@given(rated_levels())
def test_that_gaps_come_by_what_closing_adds_then_fewer_steps_then_role_order(
    case: Case,
) -> None:
    level, ratings, evidenced = case
    found = readiness_of(level, ratings, evidenced)
    place = {criterion.id: i for i, criterion in enumerate(level.criteria)}
    for sooner, later in zip(found.gaps, found.gaps[1:], strict=False):
        if sooner.adds_points == pytest.approx(later.adds_points, abs=2e-9):
            near = sooner.standing.steps_to_go, place[sooner.standing.id]
            far = later.standing.steps_to_go, place[later.standing.id]
            assert near < far or abs(sooner.adds_points - later.adds_points) > 1e-12
        else:
            assert sooner.adds_points > later.adds_points


@given(rated_levels(), st.data())
def test_that_closing_a_gap_adds_to_shown_what_it_says(case: Case, data: st.DataObject) -> None:
    level, ratings, evidenced = case
    before = readiness_of(level, ratings, evidenced)
    assume(before.gaps)
    gap = data.draw(st.sampled_from(before.gaps))
    closed = {**ratings, gap.standing.id: Rating(step=level.role.scale.meets)}
    after = readiness_of(level, closed, evidenced | {gap.standing.id})
    assert after.figures.shown - before.figures.shown == pytest.approx(gap.adds_points, abs=1e-9)
    assert after.verdict >= before.verdict
    assert gap.adds_points >= 0
    assert gap.standing.steps_to_go >= 1


@given(rated_levels())
def test_that_closing_every_gap_of_a_fully_rated_level_makes_it_ready(
    case: Case,
) -> None:
    level, ratings, _ = case
    rated = all_met(level, ratings)
    found = readiness_of(level, rated, everything(level))
    meets = Rating(step=level.role.scale.meets)
    closed = readiness_of(level, {**rated, **{gap.standing.id: meets for gap in found.gaps}}, everything(level))
    assert closed.verdict in (Verdict.READY, Verdict.NO_CRITERIA)
    assert found.figures.shown + sum(gap.adds_points for gap in found.gaps) == pytest.approx(
        closed.figures.shown, abs=1e-6
    )


@given(rated_levels(), st.data())
def test_that_bringing_up_to_date_what_changed_is_as_good_as_starting_over(case: Case, data: st.DataObject) -> None:
    level, ratings, evidenced = case
    changed = data.draw(some_of(level.role))
    untouched = {name: rating for name, rating in ratings.items() if name not in changed}
    after = {**untouched, **data.draw(ratings_of(level.role, changed))}
    proven = (evidenced - set(changed)) | set(changed[::2])
    brought = readiness_of(level, ratings, evidenced).updated(after, proven, changed)
    assert brought == readiness_of(level, after, proven)


@given(rated_levels())
def test_that_marks_on_a_rating_count_for_nothing(case: Case) -> None:
    level, ratings, evidenced = case
    unmarked = {
        name: rating.model_copy(update={"carried": False, "check_again": False}) for name, rating in ratings.items()
    }
    before, after = readiness_of(level, ratings, evidenced), readiness_of(level, unmarked, evidenced)
    assert (after.figures, after.verdict) == (before.figures, before.verdict)


def test_that_verdicts_rise_in_the_order_named() -> None:
    assert Verdict.NOT_READY < Verdict.OPEN < Verdict.NEARLY < Verdict.READY
    assert [verdict.word for verdict in Verdict] == ["no_criteria", "not_ready", "open", "nearly", "ready"]


def test_that_no_figures_are_all_zero() -> None:
    assert figures([]) == Figures(0.0, 0.0, 0, 0, 0)
