from datetime import date

import pytest

from ladder_app.charts.gauge import gauge_caption
from ladder_app.domain.effective import effective_level
from ladder_app.domain.entries import Rating
from ladder_app.domain.readiness import Figures, SectionKind, readiness
from ladder_app.domain.role import Extends, Kind
from ladder_app.domain.scale import Scale, Step
from ladder_app.domain.years import YearsSuggestion
from ladder_app.report import sentences
from tests.domain.builders import evidence_required, level, role, scale
from tests.report.samples import graded, of_steps, ready, sample


@pytest.mark.parametrize(
    ("figures", "outlook", "caption", "note"),
    [
        (Figures(0, 0, 0, 0, 0), "nothing to rate", "nothing to rate", ""),
        (Figures(50, 50, 1, 2, 2), "all rated", "shown", ""),
        (Figures(0, 100, 0, 0, 2), "nothing rated yet", "shown so far", "up to 100 % once two are rated"),
        (
            Figures(64.2, 81.4, 14, 20, 24),
            "up to 81 % once the last four are rated",
            "shown so far",
            "up to 81 % once four are rated",
        ),
        (
            Figures(64, 81, 14, 23, 24),
            "up to 81 % once the last one is rated",
            "shown so far",
            "up to 81 % once the last one is rated",
        ),
    ],
)
def test_that_the_outlook_says_what_the_unrated_may_bring(
    figures: Figures, outlook: str, caption: str, note: str
) -> None:
    assert sentences.outlook(figures).replace("\u00a0", " ") == outlook
    assert gauge_caption(figures) == caption
    assert sentences.gauge_note(figures).replace("\u00a0", " ") == note


@pytest.mark.parametrize(("rated", "enough"), [(0, False), (1, False), (2, True), (4, True)])
def test_that_a_percentage_is_worth_saying_from_half_of_the_ratings_on(rated: int, enough: bool) -> None:
    assert sentences.tells_enough(Figures(0, 100, 0, rated, 4)) is enough
    assert not sentences.tells_enough(Figures(0, 0, 0, 0, 0))


def test_that_headings_say_what_is_new_and_what_is_carried_over() -> None:
    target = effective_level(sample().role, "senior-engineering-manager")
    assert [sentences.section_heading(target, kind) for kind in list(SectionKind)[:3]] == [
        "Responsibilities – new at grade 9",
        "Responsibilities – carried over from grade 8",
        "Requirements",
    ]
    assert [sentences.section_label(target, kind) for kind in list(SectionKind)[:3]] == [
        "Responsibilities, new at grade 9",
        "Responsibilities, carried over",
        "Requirements",
    ]


def test_that_a_level_that_extends_none_has_plain_headings() -> None:
    first = effective_level(sample().role, "engineering-manager")
    assert sentences.section_heading(first, SectionKind.OWN_RESPONSIBILITIES) == "Responsibilities"


def carried_over(*grades: int | None) -> str:
    below = [level(f"l{i}", [f"c{i}"]).model_copy(update={"grade": grade}) for i, grade in enumerate(grades)]
    top = level("top", ["t"], extends=[Extends(level=b.id, kinds=(Kind.RESPONSIBILITY,)) for b in below])
    return sentences.section_heading(
        effective_level(role(*below, top), "top"), SectionKind.INHERITED_RESPONSIBILITIES
    ).removeprefix("Responsibilities – carried over from ")


def test_that_levels_carried_over_from_are_named_while_they_are_few() -> None:
    assert carried_over(7, 6, 8) == "grades 6, 7 and 8"
    assert carried_over(7, None) == "grade 7 and L1"
    assert carried_over(7, 7) == "grade 7 and grade 7"
    assert carried_over(None) == "L0"
    assert carried_over(1, 2, 3, 4) == "four other levels"


def test_that_a_level_without_a_grade_goes_by_its_title() -> None:
    about = role(level("base", ["a"]), level("top", ["b"], extends=["base"]))
    assert sentences.section_heading(effective_level(about, "top"), SectionKind.OWN_RESPONSIBILITIES) == (
        "Responsibilities – new for TOP"
    )
    assert sentences.level_title(about.level("top")) == "TOP"
    assert sentences.level_title(graded().level("senior")) == "SENIOR, grade 9"
    assert sentences.gaps_heading(about.level("top"), "base") == "What stands between here and TOP"
    assert sentences.gaps_heading(about.level("top"), "top") == "What is below the bar of TOP"


def test_that_grades_show_the_way() -> None:
    about = sample().role
    assert sentences.grades(about, "engineering-manager", "senior-engineering-manager") == "8 → 9"
    assert sentences.grades(about, None, "senior-engineering-manager") == "9"
    assert sentences.grades(about, "engineering-manager", "engineering-manager") == "8"
    assert sentences.grades(role(level("a", ["x"])), None, "a") is None


def test_that_ratings_are_in_the_words_of_the_roles_own_scale() -> None:
    own = Scale(meets=1, steps=(Step(label="*No*"), Step(label="Yes & more")))
    assert sentences.rating_words(own, Rating(step=0)) == "0 No"
    assert sentences.rating_words(own, Rating(step=1)) == "1 Yes & more"
    assert sentences.rating_words(own, Rating(not_applicable="why")) == "not applicable"
    assert sentences.rating_words(own, None) == "not rated"
    assert [sentences.rating_short(rating) for rating in (Rating(step=1), Rating(not_applicable=""), None)] == [
        "1",
        "not applicable",
        "not rated",
    ]
    assert sentences.steps_to_bar(1, own) == "one step to Yes & more"


def test_that_a_gap_says_what_it_takes() -> None:
    first, second = ready(1, 2, 3).gaps
    bar = ready(3).level.role.scale
    assert sentences.gap_remark(first, bar, has_evidence=False) == "two steps to Meets · +22.2 points · no evidence yet"
    assert sentences.gap_remark(second, bar, has_evidence=True) == "one step to Meets · +11.1 points"


def test_that_a_gap_in_years_counts_them() -> None:
    (gap,) = ready(2).gaps
    years = YearsSuggestion(8, 81, 2, date(2028, 2, 1))
    bar = graded().scale
    assert sentences.gap_remark(gap, bar, has_evidence=False, suggestion=years, your="your") == (
        "6 years 9 months of 8 years, from your profile · +33.3 points"
    )


def test_that_a_rating_that_lacks_required_evidence_says_what_it_counts_as() -> None:
    about = graded(1, readiness=evidence_required(), scale=scale(3, 2))
    (gap,) = readiness(of_steps(2, about=about)).gaps
    assert sentences.gap_remark(gap, about.scale, has_evidence=False) == (
        "counts as 1 Step 1 until there is evidence · +50.0 points"
    )


def test_that_it_is_said_whose_ratings_these_are() -> None:
    assert sentences.rated_by("self", "Sample Engineer") == "Rated by Sample Engineer"
    assert sentences.rated_by("Sample Manager", "Sample Engineer") == "As Sample Manager sees it"
    assert sentences.rated_by("agreed", "Sample Engineer") == "As agreed in the conversation"
