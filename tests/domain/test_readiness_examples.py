"""Readiness of real shapes, with numbers that can be checked by hand."""

import pytest

from ladder_app.domain.assessment import Person, new_assessment
from ladder_app.domain.effective import effective_level
from ladder_app.domain.entries import Rating
from ladder_app.domain.readiness import Readiness, SectionKind, Verdict, readiness, readiness_of
from ladder_app.domain.role import ReadinessPolicy, Role
from ladder_app.errors import UnknownName
from tests.domain.builders import (
    TODAY,
    assessment,
    evidence_required,
    level,
    na,
    one,
    proof,
    rated,
    responsibilities_of,
    role,
    scale,
)


def manager_role() -> Role:
    """Two levels of the shape of an engineering manager's: 10 + 7 criteria, then 8 + 7 of which five refine."""
    duties = [f"duty-{i}" for i in range(1, 11)]
    return role(
        level(
            "manager",
            duties,
            ["years", "leading", "solutions", "analysis", "talking", one("tools", plus=True), "remote"],
        ),
        level(
            "senior",
            [*(f"senior-duty-{i}" for i in range(1, 8)), one("reviews", refines="duty-9")],
            [
                one("senior-years", refines="years"),
                one("senior-leading", refines="leading"),
                one("at-scale", refines="solutions"),
                "coaching",
                one("presenting", refines="talking"),
                "budgets",
                "fast-paced",
            ],
            extends=[responsibilities_of("manager")],
        ),
    )


def all_rated(about: Role, level_id: str, step: int) -> dict[str, Rating]:
    return {criterion.id: Rating(step=step) for criterion in effective_level(about, level_id).criteria}


def of(about: Role, **steps: int | None) -> Readiness:
    """Readiness of the last level; underlines in names stand for hyphens, None for not applicable."""
    named = {name.replace("_", "-"): rating for name, rating in rated(**steps).items()}
    return readiness(assessment(about, named))


def test_that_the_senior_manager_has_24_effective_criteria_of_which_9_are_inherited() -> None:
    found = effective_level(manager_role(), "senior")
    assert len(found.criteria) == 24
    assert [c.id for c in found.criteria if c.inherited] == [f"duty-{i}" for i in (1, 2, 3, 4, 5, 6, 7, 8, 10)]
    assert [r.criterion.id for r in found.by_id["reviews"].refined] == ["duty-9"]
    assert sum(bool(c.refined) for c in found.criteria) == 5
    assert [lower.id for lower in found.lower_levels] == ["manager"]


def test_that_a_manager_half_way_sees_these_figures() -> None:
    """19 meet, 2 one step below, 1 two below, 2 unrated: (19 + 2·2/3 + 1/3) / 24 and 2/24 more."""
    about = manager_role()
    ratings = all_rated(about, "senior", 3)
    ratings |= rated(reviews=4, coaching=2, **{"duty-1": 2, "senior-duty-1": 1})
    del ratings["budgets"], ratings["fast-paced"]
    found = readiness(assessment(about, ratings))
    assert found.figures.shown == pytest.approx(100 * 62 / 72)
    assert found.figures.possible == pytest.approx(100 * 68 / 72)
    assert (found.figures.met, found.figures.rated, found.figures.required) == (19, 22, 24)
    assert found.verdict is Verdict.NOT_READY
    assert [(gap.criterion.id, gap.standing.steps_to_go) for gap in found.gaps] == [
        ("senior-duty-1", 2),
        ("coaching", 1),
        ("duty-1", 1),
    ]
    assert [gap.adds_points for gap in found.gaps] == pytest.approx([200 / 72, 100 / 72, 100 / 72])
    assert [(s.kind, s.figures.met, s.figures.rated, s.figures.required) for s in found.sections] == [
        (SectionKind.OWN_RESPONSIBILITIES, 7, 8, 8),
        (SectionKind.INHERITED_RESPONSIBILITIES, 8, 9, 9),
        (SectionKind.REQUIREMENTS, 4, 5, 7),
    ]
    assert found.sections[2].figures.shown == pytest.approx(100 * 14 / 21)
    assert found.sections[2].figures.possible == pytest.approx(100 * 20 / 21)


@pytest.mark.parametrize(("below", "verdict"), [(0, Verdict.READY), (1, Verdict.NEARLY), (2, Verdict.NEARLY)])
def test_that_two_of_24_just_below_the_bar_are_nearly_ready(below: int, verdict: Verdict) -> None:
    about = manager_role()
    ratings = all_rated(about, "senior", 3) | {f"duty-{i + 1}": Rating(step=2) for i in range(below)}
    assert readiness(assessment(about, ratings)).verdict is verdict


def test_that_three_of_24_are_too_many_for_nearly() -> None:
    about = manager_role()
    ratings = all_rated(about, "senior", 4) | rated(coaching=2, budgets=2, reviews=2)
    found = readiness(assessment(about, ratings))
    assert found.figures.met / found.figures.required == 0.875
    assert found.figures.shown == pytest.approx(100 * 23 / 24)
    assert found.verdict is Verdict.NOT_READY


def test_that_the_plus_of_the_first_level_counts_for_nothing() -> None:
    about = manager_role()
    ratings = all_rated(about, "manager", 3)
    with_plus = readiness(assessment(about, ratings | rated(tools=0)), "manager")
    assert with_plus.figures.required == 16
    assert with_plus.verdict is Verdict.READY
    assert [standing.id for standing in with_plus.plus] == ["tools"]


def test_that_without_a_rating_everything_is_open() -> None:
    found = readiness(assessment(manager_role()))
    assert (found.figures.shown, found.figures.possible) == (0, 100)
    assert (found.figures.met, found.figures.rated, found.figures.unrated) == (0, 0, 24)
    assert found.verdict is Verdict.OPEN
    assert len(found.unrated) == 24


def test_that_weights_tell_what_closing_a_gap_adds() -> None:
    """(1·1/3 + 2·2/3 + 5·1) / 8 = 83 1/3 %; closing b adds 2·1/3 / 8, closing a 1·2/3 / 8: the same, b in one step."""
    about = role(level("l", ["a", one("b", weight=2), one("c", weight=5)]))
    found = of(about, a=1, b=2, c=3)
    assert found.figures.shown == pytest.approx(100 * 20 / 24)
    assert [(gap.criterion.id, gap.standing.steps_to_go) for gap in found.gaps] == [("b", 1), ("a", 2)]
    assert [gap.adds_points for gap in found.gaps] == pytest.approx([100 / 12, 100 / 12])


def test_that_gaps_that_add_the_same_in_as_many_steps_stay_in_role_order() -> None:
    about = role(level("l", [one("a", weight=0.1), one("b", weight=0.1), one("c", weight=0.7)], [one("d", weight=0.1)]))
    assert [gap.criterion.id for gap in of(about, a=1, b=1, c=2, d=1).gaps] == ["c", "a", "b", "d"]


def test_that_what_does_not_apply_is_neither_met_nor_missing() -> None:
    about = role(level("l", ["a", "b", "c", "d"]))
    found = of(about, a=3, b=3, c=None, d=2)
    assert found.figures.shown == pytest.approx(100 * 8 / 9)
    assert (found.figures.met, found.figures.required) == (2, 3)
    assert [standing.id for standing in found.not_applicable] == ["c"]


def test_that_where_nothing_applies_there_is_nothing_to_be_ready_for() -> None:
    about = role(level("l", ["a"], [one("b", plus=True)]))
    found = of(about, a=None, b=4)
    assert found.verdict is Verdict.NO_CRITERIA
    assert found.sections == ()
    assert found.figures.shown == found.figures.possible == 0


@pytest.mark.parametrize(
    ("met", "below", "unrated", "verdict"),
    [
        (9, 0, 1, Verdict.OPEN),
        (8, 1, 1, Verdict.OPEN),
        (7, 2, 1, Verdict.NOT_READY),
        (9, 1, 0, Verdict.NEARLY),
        (8, 2, 0, Verdict.NOT_READY),
        (0, 1, 9, Verdict.OPEN),
        (0, 2, 8, Verdict.NOT_READY),
        (10, 0, 0, Verdict.READY),
    ],
)
def test_that_nine_of_ten_is_near(met: int, below: int, unrated: int, verdict: Verdict) -> None:
    names = [f"c{i}" for i in range(met + below + unrated)]
    about = role(level("l", names))
    steps = [3] * met + [2] * below
    ratings = {name: Rating(step=step) for name, step in zip(names, steps, strict=False)}
    assert readiness(assessment(about, ratings)).verdict is verdict


@pytest.mark.parametrize(("near", "verdict"), [(0, Verdict.NEARLY), (0.5, Verdict.NEARLY), (0.51, Verdict.NOT_READY)])
def test_that_the_role_says_what_is_near(near: float, verdict: Verdict) -> None:
    about = role(level("l", ["a", "b"]), readiness=ReadinessPolicy(near=near))
    assert of(about, a=3, b=2).verdict is verdict


def test_that_on_two_steps_there_is_only_one_below() -> None:
    about = role(level("l", ["a", "b"]), scale=scale(2, 1), readiness=ReadinessPolicy(near=0.5))
    assert of(about, a=1, b=0).verdict is Verdict.NEARLY
    assert of(about, a=1, b=1).verdict is Verdict.READY
    assert of(about, a=1, b=0).figures.shown == 50


def test_that_on_ten_steps_two_below_is_too_far() -> None:
    about = role(level("l", ["a", "b"]), scale=scale(10, 8), readiness=ReadinessPolicy(near=0))
    assert of(about, a=9, b=7).verdict is Verdict.NEARLY
    assert of(about, a=9, b=6).verdict is Verdict.NOT_READY
    assert of(about, a=9, b=6).figures.shown == pytest.approx(100 * 14 / 16)


def test_that_required_evidence_puts_an_unsupported_rating_just_below_the_bar() -> None:
    about = role(level("l", ["a", "b", "c"]), readiness=evidence_required())
    found = readiness(assessment(about, rated(a=4, b=3, c=1), evidence=[proof("e", "b")]))
    assert [(s.id, s.step) for s in found.standings] == [("a", 2), ("b", 3), ("c", 1)]
    assert found.figures.shown == pytest.approx(100 * (2 + 3 + 1) / 9)
    assert [s.id for s in found.no_evidence] == ["a"]
    assert [gap.criterion.id for gap in found.gaps] == ["c", "a"]


def test_that_expected_evidence_only_flags() -> None:
    about = role(level("l", ["a", "b", "c"]))
    found = readiness(assessment(about, rated(a=4, b=3, c=1), evidence=[proof("e", "b")]))
    assert [s.step for s in found.standings] == [4, 3, 1]
    assert [s.id for s in found.no_evidence] == ["a"]


def test_that_areas_are_told_by_their_titles_in_the_order_of_the_role() -> None:
    about = role(
        level("l", [one("a", area="craft"), one("b", area="people"), "c"], [one("d", area="people", plus=True)]),
        areas={"people": "People and teams", "craft": "Craft", "empty": "Nobody's"},
    )
    areas = [section for section in of(about, a=3, b=1).sections if section.kind is SectionKind.AREA]
    assert [(s.name, s.area, s.figures.shown) for s in areas] == [
        ("People and teams", "people", pytest.approx(100 / 3)),
        ("Craft", "craft", 100),
    ]


def test_that_sections_are_told_in_words() -> None:
    found = readiness(assessment(manager_role()))
    assert [section.name for section in found.sections] == [
        "own responsibilities",
        "inherited responsibilities",
        "requirements",
    ]


def test_that_the_target_is_looked_at_unless_another_level_is_named() -> None:
    about = assessment(manager_role())
    assert readiness(about).level.level.id == "senior"
    assert readiness(about, "manager").level.level.id == "manager"
    with pytest.raises(UnknownName, match="no level “”"):
        readiness(about, "")


def test_that_reviewers_and_the_agreement_have_a_readiness_of_their_own() -> None:
    about = role(level("l", ["a", "b"]))
    review = {"reviewer": "Sample Manager", "date": TODAY, "ratings": rated(a=3, b=2)}
    file = assessment(about, rated(a=3, b=4), reviews=[review])
    shown = {rater: readiness(file, rater=rater).figures.shown for rater in ("self", "Sample Manager", "agreed")}
    assert shown == {"self": 100, "Sample Manager": pytest.approx(100 * 5 / 6), "agreed": 50}
    assert readiness(file, rater="agreed").rater == "agreed"
    with pytest.raises(UnknownName):
        readiness(file, rater="Somebody")


def test_that_ratings_of_criteria_the_level_does_not_ask_for_count_for_nothing() -> None:
    about = role(level("junior", ["a"]), level("senior", ["b"]))
    assert of(about, a=4).figures.rated == 0


def test_that_a_criterion_has_one_rating_however_many_levels_it_counts_for() -> None:
    about = role(level("junior", ["a"]), level("senior", ["b"], extends=["junior"]))
    file = assessment(about, rated(a=3, b=0))
    assert readiness(file, "junior").verdict is Verdict.READY
    assert readiness(file, "senior").by_id["a"].meets
    assert readiness(file.rated("a", Rating(step=0)), "junior").verdict is Verdict.NOT_READY


def test_that_whole_percents_stay_whole() -> None:
    about = role(level("l", [one("a", weight=29), one("b", weight=71)]), scale=scale(2, 1))
    assert of(about, a=1, b=0).figures.shown == 29


@pytest.mark.parametrize("weight", [0.08124373119358075, 0.09327983951855567, 1 / 3, 1e-6, 1e6])
def test_that_all_met_shows_100_to_the_last_bit(weight: float) -> None:
    about = role(level("l", [one("a", weight=weight), one("b", weight=weight)]))
    found = of(about, a=3, b=4).figures
    assert found.shown == found.possible == 100


def test_that_a_level_prepared_once_serves_any_ratings() -> None:
    found = effective_level(role(level("l", ["a", "b"])), "l")
    assert readiness_of(found, rated(a=3)).figures.shown == 50
    assert readiness_of(found, {"a": na()}).figures.required == 1
    assert readiness_of(found, rated(a=3), frozenset({"a"})).no_evidence == ()


def test_that_a_new_assessment_starts_at_nothing_shown() -> None:
    file = new_assessment(manager_role(), Person(name="Sample Engineer"), TODAY, current="manager", identity="sample")
    assert readiness(file).figures.shown == 0


def test_that_gaps_that_add_the_same_count_as_such_whatever_the_last_bit_says() -> None:
    """Closing a adds 100·2.2·(3/4)/5.5, closing b 100·3.3·(2/4)/5.5: both 30, though floats make a's a hair more."""
    about = role(level("l", [one("a", weight=2.2), one("b", weight=3.3)]), scale=scale(5, 4))
    found = of(about, a=1, b=2)
    assert [gap.adds_points for gap in found.gaps] == pytest.approx([30, 30])
    assert [gap.criterion.id for gap in found.gaps] == ["b", "a"]
