from ladder_app.domain.cycle import IndicatorValue, ProjectRow, SurveyAnswer
from ladder_app.report.indicator_words import value_line


def test_that_a_value_says_its_figure_what_it_follows_from_and_the_note() -> None:
    done = ProjectRow(name="a", on_time=True, within_budget=True)
    late = ProjectRow(name="b", on_time=False, within_budget=True)
    share = IndicatorValue(indicator="x", period="2026 Q3", projects=(done, done, late), note="One was ours.")
    assert value_line(share).replace("\u00a0", " ") == (
        "2026 Q3: 67 % (2 of 3 projects on time and within budget; One was ours.)"
    )
    one = IndicatorValue(indicator="x", period="Q", projects=(done,))
    assert "1 of 1 project on time" in value_line(one)
    answers = (SurveyAnswer(by="A", score=4), SurveyAnswer(by="B", score=4.5))
    survey = IndicatorValue(indicator="x", period="Q", answers=answers)
    assert value_line(survey) == "Q: 4.2 (mean of two answers by two people)"
    assert value_line(IndicatorValue(indicator="x", period="Q", value="4.3 of 5")) == "Q: 4.3 of 5"
