import re
from datetime import date

import pytest
from hypothesis import given

from ladder_app.charts.gauge import gauge_caption
from ladder_app.domain.assessment import Assessment, Rating
from ladder_app.domain.effective import effective_level
from ladder_app.domain.readiness import Figures, SectionKind, Verdict, readiness, readiness_of
from ladder_app.domain.role import Extends, Kind, Role
from ladder_app.domain.scale import Scale, Step
from ladder_app.domain.years import YearsSuggestion
from ladder_app.report import sentences
from ladder_app.report.words import number
from tests.domain.builders import evidence_required, level, one, proof, rated, role, scale
from tests.report.samples import graded, of_steps, ready, sample, views

NUMBERS = {number(i): i for i in range(13)}


def said(*steps: int | None, about: Role | None = None, current: str | None = None) -> str:
    return sentences.verdict_sentence(ready(*steps, about=about), current).text


@pytest.mark.parametrize(
    ("steps", "text"),
    [
        ((3, 3, 3), "Ready for grade 9. All 3 criteria are met. There is no evidence yet."),
        ((3, 4), "Ready for grade 9. Both criteria are met. There is no evidence yet."),
        ((3,), "Ready for grade 9. Its only criterion is met. There is no evidence yet."),
        ((2,), "Not ready for grade 9 yet. Its only criterion is not met."),
        ((3,) * 9 + (2,), "Nearly ready for grade 9. 9 of 10 criteria are met; one is one step below the bar."),
        (
            (3,) * 9 + (1,),
            "Not ready for grade 9 yet. 9 of 10 criteria are met; one is below the bar, by more than one step.",
        ),
        (
            (3, 0, 1, 2, None),
            "Not ready for grade 9 yet. 1 of 5 criteria is met; three are below the bar, two of them by more"
            " than one step. One is not rated.",
        ),
        (
            (0, 1, None, None),
            "Not ready for grade 9 yet. None of 4 criteria is met; two are below the bar, all of them by more"
            " than one step. Two are not rated.",
        ),
        ((3, None, None), "Still open for grade 9. 1 of 3 criteria is met. Two are not rated yet, and they decide."),
        ((3, 3, None), "Still open for grade 9. 2 of 3 criteria are met. One is not rated yet, and it decides."),
        ((None, None), "Nothing is rated yet. Two criteria of grade 9 wait for a rating."),
        ((None,), "Nothing is rated yet. One criterion of grade 9 waits for a rating."),
        ((-1, -1), "There is nothing to rate for grade 9. None of its required criteria applies."),
    ],
)
def test_that_the_verdict_is_what_a_manager_would_say(steps: tuple[int | None, ...], text: str) -> None:
    assert said(*steps) == text


def test_that_the_sample_is_told_as_it_is() -> None:
    sentence = sentences.verdict_sentence(readiness(sample()), sample().current)
    assert sentence.lead == "Not ready for grade 9 yet."
    assert sentence.rest == (
        "14 of 24 criteria are met; six are below the bar, two of them by more than one step. Four are not rated."
    )


def test_that_it_is_said_how_many_of_the_met_have_no_evidence() -> None:
    made = of_steps(3, 3, 3)
    made = made.with_evidence(proof("e", "a"))
    assert sentences.verdict_sentence(readiness(made)).rest == "All 3 criteria are met. Two have no evidence yet."


def test_that_a_level_without_required_criteria_has_nothing_to_rate() -> None:
    about = role(level("only", [one("a", plus=True)]))
    sentence = sentences.verdict_sentence(readiness_of(effective_level(about, "only"), rated(a=3)))
    assert sentence.text == "There is nothing to rate for ONLY. The role lists no required criteria for it."


@pytest.mark.parametrize(
    ("steps", "lead"),
    [
        ((3, 3), "Meets all of grade 9."),
        ((3,) * 9 + (2,), "Meets nearly all of grade 9."),
        ((3, 1), "Does not meet all of grade 9 yet."),
        ((3, None), "Still open for grade 9."),
    ],
)
def test_that_about_the_level_one_is_at_the_question_is_whether_it_is_met(
    steps: tuple[int | None, ...], lead: str
) -> None:
    assert sentences.verdict_sentence(ready(*steps), "senior").lead == lead


@given(views())
def test_that_every_number_in_the_verdict_is_the_domains(view: tuple[Assessment, str, str]) -> None:
    made, level_id, rater = view
    found = readiness(made, level_id, rater)
    text = sentences.verdict_sentence(found, made.current).text
    figures = found.figures
    if not figures.rated:
        return
    counts = {word: NUMBERS.get(word.lower()) if not word.isdigit() else int(word) for word in re.findall(r"\w+", text)}
    if match := re.search(r"(\d+) of (\d+) criteria", text):
        assert (int(match[1]), int(match[2])) == (figures.met, figures.required)
    if match := re.search(r"; (\w+) (?:is|are) (?:below|one step below)", text):
        assert counts[match[1]] == len(found.gaps)
    if match := re.search(r"(\w+) of them by more", text):
        far = sum(gap.standing.steps_to_go > 1 for gap in found.gaps)
        assert far == (len(found.gaps) if match[1] == "all" else counts[match[1]])
    match = re.search(r"(\w+) (?:is|are) not rated", text)
    assert (counts[match[1]] if match else 0) == figures.unrated
    assert ("Ready for" in text or "Meets all of" in text) == (found.verdict is Verdict.READY)


@pytest.mark.parametrize(
    ("figures", "outlook", "caption"),
    [
        (Figures(0, 0, 0, 0, 0), "nothing to rate", "nothing to rate"),
        (Figures(50, 50, 1, 2, 2), "all rated", "shown"),
        (Figures(0, 100, 0, 0, 2), "nothing rated yet", "up to 100 % possible"),
        (Figures(64.2, 81.4, 14, 20, 24), "up to 81 % once the last four are rated", "up to 81 % possible"),
        (Figures(64, 81, 14, 23, 24), "up to 81 % once the last one is rated", "up to 81 % possible"),
    ],
)
def test_that_the_outlook_says_what_the_unrated_may_bring(figures: Figures, outlook: str, caption: str) -> None:
    assert sentences.outlook(figures).replace("\u00a0", " ") == outlook
    assert gauge_caption(figures).replace("\u00a0", " ") == caption


def test_that_the_current_level_says_how_much_of_it_is_rated() -> None:
    assert sentences.current_level_line(ready(3, 3)).replace("\u00a0", " ") == "current grade 9: 100 %"
    assert sentences.current_level_line(ready(3, None)).replace("\u00a0", " ") == "current grade 9: 50 %, 1 of 2 rated"


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
