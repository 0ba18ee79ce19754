import re

import pytest
from hypothesis import given

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.effective import effective_level
from ladder_app.domain.readiness import Verdict, readiness, readiness_of
from ladder_app.domain.role import Role
from ladder_app.domain.scale import Scale, Step
from ladder_app.report.verdict import verdict_sentence
from ladder_app.report.words import number
from tests.domain.builders import evidence_required, level, one, proof, rated, role
from tests.report.samples import graded, of_steps, ready, sample, views

NUMBERS = {number(i): i for i in range(13)}


def said(*steps: int | None, about: Role | None = None, current: str | None = None) -> str:
    return verdict_sentence(ready(*steps, about=about), current).text


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
            "Not ready for grade 9 yet. 9 of 10 criteria are met; one is more than one step below the bar.",
        ),
        (
            (3, 0, 1, 2, None),
            "Not ready for grade 9 yet. 1 of 5 criteria is met; three are below the bar, two of them by more"
            " than one step. One is not rated.",
        ),
        (
            (0, 1, None, None),
            "Not ready for grade 9 yet. None of the 4 criteria is met; two are more than one step below the bar."
            " Two are not rated.",
        ),
        ((2, 2), "Not ready for grade 9 yet. Neither criterion is met; two are one step below the bar."),
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
    sentence = verdict_sentence(readiness(sample()), sample().current)
    assert sentence.lead == "Not ready for grade 9 yet."
    assert sentence.rest == (
        "14 of 24 criteria are met; six are below the bar, two of them by more than one step. Four are not rated."
    )


def test_that_it_is_said_how_many_of_the_met_have_no_evidence() -> None:
    made = of_steps(3, 3, 3)
    made = made.with_evidence(proof("e", "a"))
    assert verdict_sentence(readiness(made)).rest == "All 3 criteria are met. Two have no evidence yet."


def test_that_a_level_without_required_criteria_has_nothing_to_rate() -> None:
    about = role(level("only", [one("a", plus=True)]))
    sentence = verdict_sentence(readiness_of(effective_level(about, "only"), rated(a=3)))
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
    assert verdict_sentence(ready(*steps), "senior").lead == lead


@given(views())
def test_that_every_number_in_the_verdict_is_the_domains(view: tuple[Assessment, str, str]) -> None:
    made, level_id, rater = view
    found = readiness(made, level_id, rater)
    text = verdict_sentence(found, made.current).text
    figures = found.figures
    if not figures.rated:
        return
    counts = {word: NUMBERS.get(word.lower()) if not word.isdigit() else int(word) for word in re.findall(r"\w+", text)}
    if match := re.search(r"(\d+) of (\d+) criteria", text):
        assert (int(match[1]), int(match[2])) == (figures.met, figures.required)
    held = [gap for gap in found.gaps if gap.standing.without_evidence]
    below = [gap for gap in found.gaps if not gap.standing.without_evidence]
    if match := re.search(r"; (\w+) (?:is|are) rated as met but", text):
        assert counts[match[1]] == len(held)
    if match := re.search(r"; (\w+) (?:is|are) (?:below|(?:more than )?one step below)", text):
        assert counts[match[1]] == len(below)
    if match := re.search(r"(\w+) of them by more", text):
        far = sum(gap.standing.steps_to_go > 1 for gap in below)
        assert far == counts[match[1]]
        assert 0 < far < len(below)
    if match := re.search(r"(more than )?one step below", text):
        assert {gap.standing.steps_to_go > 1 for gap in below} == {match[1] is not None}
    match = re.search(r"(\w+) (?:is|are) not rated", text)
    assert (counts[match[1]] if match else 0) == figures.unrated
    assert ("Ready for" in text or "Meets all of" in text) == (found.verdict is Verdict.READY)


def lettered(count: int) -> Role:
    """A role whose steps are letters, whose bar is `5 F`, and which requires evidence."""
    letters = Scale(meets=5, steps=tuple(Step(label=letter) for letter in "ABCDEFG"))
    return graded(count, scale=letters, readiness=evidence_required())


@pytest.mark.parametrize(
    ("steps", "text"),
    [
        (
            (6, 6, 6, 4),
            "Not ready for grade 9 yet. None of the 4 criteria is met with evidence; three are rated as met but show"
            " none; one is one step below the bar.",
        ),
        (
            (6, None),
            "Not ready for grade 9 yet. Neither criterion is met with evidence; one is rated as met but shows none."
            " One is not rated.",
        ),
        (
            (5,),
            "Not ready for grade 9 yet. Its only criterion is rated as met, but shows no evidence,"
            " which this role requires.",
        ),
        ((4,), "Not ready for grade 9 yet. Its only criterion is not met."),
    ],
)
def test_that_where_evidence_is_required_what_lacks_it_is_told_from_what_is_below(
    steps: tuple[int | None, ...], text: str
) -> None:
    assert said(*steps, about=lettered(len(steps))) == text


def test_that_where_evidence_is_required_what_is_met_is_met_with_evidence() -> None:
    made = of_steps(6, 5, about=lettered(2)).with_evidence(proof("e", "a", "b"))
    assert verdict_sentence(readiness(made)).text == "Ready for grade 9. Both criteria are met with evidence."
