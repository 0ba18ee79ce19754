import csv
import io
import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.team import Member, member
from ladder_app.report.team.tables import team_csv, team_json, team_json_lines
from ladder_app.report.team.terminal import team_text
from ladder_app.report.team.words import by_name, share_words, summary_words, way_words
from ladder_app.report.terminal_text import cells
from tests.domain.strategies import assessments
from tests.report.samples import DAY, graded, of_steps, sample


def named(name: str, made: Assessment | None = None) -> Member:
    found = member(made or sample(), DAY)
    return found.model_copy(update={"person": name})


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1), max_size=4))
def test_that_a_spreadsheet_gets_one_line_a_person_and_no_formula(people: list[str]) -> None:
    text = team_csv([(f"{name}.yaml", named(name)) for name in people])
    head, *lines = csv.reader(io.StringIO(text, newline=""))
    assert len(lines) == len(people)
    for name, line in zip(people, lines, strict=True):
        assert len(line) == len(head)
        assert line[0] in (name, f"'{name}")
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in line)


def test_that_the_figures_in_a_spreadsheet_are_those_of_the_person() -> None:
    one = member(sample(), DAY)
    head, line = csv.reader(io.StringIO(team_csv([("a.yaml", one)])))
    cells_of = dict(zip(head, line, strict=True))
    assert cells_of["Self %"] == f"{one.own.shown:.1f}"
    assert one.review is not None
    assert cells_of["Reviewer"] == one.review.rater
    assert cells_of["Open actions"] == str(one.open_actions)
    for area in one.own.areas:
        assert cells_of[area.name] == f"{area.shown:.1f}"


@given(assessments())
def test_that_every_line_of_json_lines_is_that_person_in_the_whole(made: Assessment) -> None:
    rows = [("a.yaml", member(made, DAY)), ("b.yaml", member(sample(), DAY))]
    lines = [json.loads(line) for line in team_json_lines(rows)]
    assert lines == json.loads(json.dumps(team_json("team", rows, [])))["members"]
    assert lines[0]["self"]["shown"] == rows[0][1].own.shown
    assert lines[0]["last_touched"] == DAY.isoformat()


@given(assessments(), st.integers(60, 140))
def test_that_the_table_names_everybody_and_stays_on_the_screen(made: Assessment, width: int) -> None:
    text = team_text(
        [("a.yaml", named("Sample Engineer With A Very Long Name Indeed", made))], "One person.", DAY, width=width
    )
    for word in ("Sample", "Indeed"):
        assert word in text
    assert text.endswith("One person.\n")
    longest = max(map(cells, text.splitlines()))
    assert longest <= max(width, 115)


def test_that_files_that_cannot_be_read_are_counted() -> None:
    assert team_text([], summary_words(0, 2), DAY) == "No people; two files cannot be read.\n"
    assert summary_words(1, 0) == "One person."
    assert summary_words(2, 0, 1) == "Two people; one older copy left out."


def test_that_missing_ratings_show_as_a_range() -> None:
    about = graded(4)
    assert share_words(member(of_steps(3, 3, 3, 3, about=about), DAY).own) == "100\u00a0%"
    assert share_words(member(of_steps(3, 3, None, None, about=about), DAY).own) == "50–100\u00a0%"
    assert share_words(member(of_steps(-1, -1, -1, -1, about=about), DAY).own) == "–"
    assert share_words(None) == "–"


def test_that_the_way_is_said_by_grades_where_there_are_some() -> None:
    assert way_words(member(sample(), DAY)) == "grade 8 → 9"
    assert way_words(member(of_steps(3), DAY)) == "→ grade 9"


def test_that_people_are_listed_by_name_whatever_the_case() -> None:
    rows = [("1", named("bea")), ("2", named("Ada")), ("0", named("bea"))]
    assert [file for file, _ in by_name(rows)] == ["2", "0", "1"]


def test_that_an_overdue_action_is_told_calmly() -> None:
    late = member(sample(), DAY).model_copy(update={"open_actions": 2, "next_due": date(2026, 11, 3)})
    assert "2, was due 3 Nov" in team_text([("a", late)], "", DAY)
