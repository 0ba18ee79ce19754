from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.entries import Change, Evidence
from ladder_app.errors import UnknownName
from ladder_app.storage.assessments import assessment_text, load_assessment, save_assessment
from ladder_app.storage.evidence_in_text import save_evidence
from tests.storage.strategies import assessments
from tests.storage.test_rating_in_text import BY_HAND, by_hand

ENTRY = Evidence(
    id="one", date=date(2026, 11, 3), text="Did it.", change=Change(before="40 min", after="9 min"), criteria=("led",)
)
LINES = """\
- id: one
  date: 2026-11-03
  text: Did it.
  change:
    before: 40 min
    after: 9 min
  criteria:
    - led
"""


def indented(spaces: int) -> str:
    return "".join(f"{' ' * spaces}{line}\n" for line in LINES.splitlines())


def test_that_the_first_entry_goes_behind_the_cycle(tmp_path: Path) -> None:
    path = by_hand(tmp_path)
    save_evidence(path, [ENTRY])
    notes = '  notes: {led: "no idea"}\n'
    assert path.read_text() == BY_HAND.replace(notes, f"{notes}  evidence:\n{indented(4)}")
    assert load_assessment(path).cycle.evidence == (ENTRY,)


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_that_an_entry_goes_behind_the_others(tmp_path: Path, ending: str) -> None:
    there = "  evidence:\n  - {id: zero, date: 2026-11-02,   # by hand\n     text: It}\n\n  # and then\n"
    text = BY_HAND.replace("  notes:", f"{there}  notes:")
    path = by_hand(tmp_path, text.replace("\n", ending))
    save_evidence(path, [ENTRY, ENTRY.model_copy(update={"id": "two"})])
    added = indented(2) + indented(2).replace("one", "two")
    assert path.read_bytes().decode().replace(ending, "\n") == text.replace("text: It}\n", f"text: It}}\n{added}")
    assert path.read_bytes().count(b"\r") == (path.read_bytes().count(b"\n") if ending == "\r\n" else 0)


def test_that_a_file_may_end_without_a_line_break(tmp_path: Path) -> None:
    head, _, role = BY_HAND.partition("cycles:")
    cycles, _, role = role.partition("role:")
    path = by_hand(tmp_path, f"{head}role:{role}cycles:{cycles}".rstrip())
    save_evidence(path, [ENTRY])
    assert path.read_text().endswith(f'"no idea"}}\n  evidence:\n{indented(4)}')


@pytest.mark.parametrize("value", ["[]", "[{id: zero, date: 2026-11-02, text: It}]"])
def test_that_without_lines_to_go_to_the_file_takes_our_form(tmp_path: Path, value: str) -> None:
    path = by_hand(tmp_path, BY_HAND.replace("  notes:", f"  evidence: {value}\n  notes:"))
    save_evidence(path, [ENTRY])
    found = load_assessment(path)
    assert found.cycle.evidence[-1] == ENTRY
    assert path.read_text() == assessment_text(found)


def test_that_a_file_in_our_own_form_stays_in_it(tmp_path: Path) -> None:
    path = by_hand(tmp_path)
    save_assessment(path, load_assessment(path))
    save_evidence(path, [ENTRY])
    assert path.read_text() == assessment_text(load_assessment(path))


def test_that_what_is_refused_leaves_the_file(tmp_path: Path) -> None:
    path = by_hand(tmp_path)
    with pytest.raises(UnknownName):
        save_evidence(path, [ENTRY.model_copy(update={"criteria": ("lead",)})])
    assert path.read_text() == BY_HAND


@given(assessments())
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_that_any_file_takes_it_and_a_comment_stays(tmp_path: Path, about: Assessment) -> None:
    path = tmp_path / "mine.assessment.yaml"
    entry = ENTRY.model_copy(update={"criteria": (), "id": "one-of-mine"})
    save_assessment(path, about)
    path.write_text("# mine\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    save_evidence(path, [entry])
    assert load_assessment(path) == about.with_evidence(entry)
