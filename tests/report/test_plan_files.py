from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.entries import Action
from ladder_app.domain.readiness import readiness
from ladder_app.errors import ExportFailed
from ladder_app.report.plan_calendar import calendar_file
from ladder_app.report.plan_checklist import checklist
from ladder_app.report.plan_files import plan_file
from ladder_app.storage.assessments import sample_assessment
from tests.domain.strategies import assessments

TODAY = date(2026, 11, 23)


def only(**facts: object) -> Assessment:
    action = Action.model_validate({"id": "one", "text": "Do it.", "criteria": ("presentations",), **facts})
    return sample_assessment().with_cycle(actions=(action,))


def day(action: Action) -> str | None:
    return None if action.due is None else f"{action.due:%Y%m%d}"


@given(assessments())
def test_that_every_open_action_is_in_the_calendar_once_and_nothing_else(about: Assessment) -> None:
    found = Calendar.from_ical(calendar_file(about, TODAY)).subcomponents
    wanted = {f"{action.id}@{about.id}.ladder": day(action) for action in about.cycle.actions if action.is_open}
    dates = [item.to_ical().decode().partition("DTSTART;VALUE=DATE:")[2][:8] or None for item in found]
    assert dict(zip([str(item["uid"]) for item in found], dates, strict=True)) == wanted
    assert len(found) == len(wanted)
    assert calendar_file(about, TODAY) == calendar_file(about, TODAY)


@given(st.text(min_size=1, max_size=80).filter(str.strip))
def test_that_any_text_comes_back_as_one_line_of_text(text: str) -> None:
    content = calendar_file(only(text=text, due=TODAY), TODAY)
    (event,) = Calendar.from_ical(content).subcomponents
    assert event.name == "VEVENT"
    assert "\n" not in str(event["summary"])
    assert content.count(b"BEGIN:") == 2


def test_that_a_date_is_a_whole_day_and_takes_nobody_s_time() -> None:
    text = calendar_file(only(due=date(2027, 3, 15), done_when="It, is; so.", helper="Sample Manager"), TODAY).decode()
    assert "DTSTART;VALUE=DATE:20270315" in text
    assert "DTEND;VALUE=DATE:20270316" in text
    assert "TRANSP:TRANSPARENT" in text
    assert "DESCRIPTION:Done when: It\\, is\\; so." in text
    assert "Sample" not in text


def test_that_an_action_without_a_date_is_a_task() -> None:
    assert "BEGIN:VTODO" in calendar_file(only(), TODAY).decode()
    assert "BEGIN:VEVENT" not in calendar_file(only(), TODAY).decode()
    assert "DTEND" not in calendar_file(only(due=date.max), TODAY).decode()


def test_that_the_checklist_has_boxes_reasons_and_what_is_missing() -> None:
    about = sample_assessment()
    text = checklist(about, readiness(about), TODAY)
    assert text.startswith("# Plan for Senior Engineering Manager, Engineering Productivity, grade 9\n")
    assert "72\u00a0% today, 78\u00a0% once these three are done and their gaps are closed." in text
    assert "- [ ] Give two talks on faster pipelines to other departments.\n  - Due 30 Apr 2027 · with others" in text
    assert "- [x] Train four engineers" in text
    assert "– +1.4 points, time closes it on 1 Feb 2028" in text


def test_that_a_text_in_the_checklist_is_text() -> None:
    about = only(text="# not a heading <b>\n- [x] not a box", done_when="*it* is", helper="a|b")
    text = checklist(about, readiness(about), TODAY)
    assert text.count("\n- [") == 1
    assert "\\<b>" in text
    assert "\\*it\\* is" in text


def test_that_other_endings_are_refused() -> None:
    about = sample_assessment()
    with pytest.raises(ExportFailed, match=r"not as \.txt"):
        plan_file(about, readiness(about), TODAY, ".txt")


def test_that_what_shows_that_an_action_is_done_turns_nothing_of_the_words_before_it() -> None:
    (found,) = Calendar.from_ical(calendar_file(only(done_when="שלום (עולם)"), TODAY)).subcomponents
    assert str(found["description"]) == "Done when: \u2068שלום (עולם)\u2069"  # noqa: RUF001
