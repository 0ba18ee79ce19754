from datetime import date

import pytest

from ladder_app.domain.team import Member, member
from ladder_app.errors import Problem
from ladder_app.report.pdf.team import team_missing, team_pdf
from tests.report.pdf.tagged import TaggedDocument
from tests.report.samples import DAY, graded, of_steps, sample

UNREAD = (Problem("Something is missing.", "lost.assessment.yaml", 3, 1), Problem("And more.", "lost.assessment.yaml"))


def people(count: int) -> list[Member]:
    made = [member(sample(), DAY), member(of_steps(3, 3, None, about=graded(3)), DAY)]
    return [
        made[number % 2].model_copy(update={"person": f"Sample Engineer {number} " + "محمد " * (number % 3)})
        for number in range(count)
    ]


@pytest.mark.parametrize("count", [0, 1, 60])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_that_tags_and_content_agree_and_everybody_is_named_once_in_each_table(count: int, paper: str) -> None:
    team = people(count)
    document = TaggedDocument(team_pdf("Platform", team, UNREAD, DAY, paper))  # type: ignore[arg-type] # both are papers
    assert document.faults == []
    named = [item.text() for item in document.root.all() if item.tag == "TH" and item.scope == "/Row"]
    for number in range(count):
        assert sum(f"Engineer {number} " in f"{text} " for text in named) == 2  # in the table, and in a map
    assert any("lost.assessment.yaml:3:1: Something is missing." in item.text() for item in document.root.all())
    assert "one file cannot be read" in document.root.text()


def test_that_the_figures_are_those_of_the_people() -> None:
    one = member(sample(), DAY)
    text = TaggedDocument(team_pdf("Platform", [one], (), DAY, "a4")).root.text()
    for area in one.own.areas:
        assert area.name in text
        assert f"{int(area.shown + 0.5)} %" in text
    assert "grade 8 → 9" in text


def test_that_the_same_team_gives_the_same_bytes() -> None:
    one, other = (team_pdf("Platform", people(3), UNREAD, date(2026, 11, 25), "a4") for _ in range(2))
    assert one == other


def test_that_characters_without_a_glyph_are_found_wherever_they_stand() -> None:
    unread = (Problem("Nothing of \ue002.", "lost.assessment.yaml"),)
    people_of_it = [people(1)[0].model_copy(update={"person": "Sample \ue003"})]
    assert team_missing("Team \ue001", people_of_it, unread) == ("\ue001", "\ue002", "\ue003")
    assert team_missing("Team", people(3), UNREAD) == ()
