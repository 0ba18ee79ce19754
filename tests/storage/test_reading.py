from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_app.domain.assessment import Person, new_assessment
from ladder_app.domain.role import Criterion, Level, Role
from ladder_app.errors import FileError, InvalidFile, NewerFormat, Problem, UnreadableFile
from ladder_app.storage.assessments import assessment_from_text, assessment_text, load_assessment
from ladder_app.storage.check import problems_in
from ladder_app.storage.reading import MAX_BYTES, read_text
from ladder_app.storage.roles import load_role, role_from_text, role_text
from ladder_app.storage.validation import MOST_COUNTED, MOST_FAULTS, MOST_GUESSES

ROLE = Role(
    id="sample",
    title="Sample",
    levels=(Level(id="one", title="One", requirements=(Criterion(id="a", text="A"), Criterion(id="b", text="B"))),),
)
HEAD = "format: ladder-role/1\nid: sample\ntitle: Sample\n"
LEVEL = "levels:\n  - id: one\n    title: One\n"


def told(text: str) -> list[str]:
    """Every problem of a role file as `line:column: message`."""
    with pytest.raises(InvalidFile) as caught:
        role_from_text(text)
    return [str(problem) for problem in caught.value.problems]


def told_of_assessment(text: str) -> list[str]:
    with pytest.raises(InvalidFile) as caught:
        assessment_from_text(text)
    return [str(problem) for problem in caught.value.problems]


def test_that_what_a_person_means_is_what_is_read() -> None:
    role = role_from_text(
        "format: ladder-role/1\nid: 8\ntitle: 2026\ndescription: No\nsummary:\nnotes: ~\n"
        "areas: {on: 1.50, null: null}\nlevels:\n  - id: 1\n    title: yes\n    grade: 08\n    requirements:\n"
        "      - {id: 1e3, text: ~x, weight: .5, plus: Yes, area: on, years: {minimum: 2., of: 2026-11-23}}\n"
        "      - {id: y, text: 'null', weight: 1e1, plus: off}\n    responsibilities:\n"
    )
    first, second = role.levels[0].requirements
    assert (role.id, role.title, role.description, role.summary) == ("8", "2026", "No", None)
    assert role.areas == {"on": "1.50"}
    assert (role.levels[0].id, role.levels[0].title, role.levels[0].grade) == ("1", "yes", 8)
    assert (first.id, first.text, first.weight, first.plus, first.area) == ("1e3", "~x", 0.5, True, "on")
    assert first.years is not None
    assert (first.years.minimum, first.years.of) == (2, "2026-11-23")
    assert (second.id, second.text, second.weight, second.plus) == ("y", "null", 10, False)


def test_that_every_fault_of_a_role_is_told_at_once_with_its_place() -> None:
    text = (
        "format: ladder-role/1\r\n"
        "id: a b\r\n"
        "titel: 😀\r\n"
        "titel: 😀\r\n"
        "title:\r\n"
        "scale: {meets: 9, steps: [{label: a}, {label: b}]}\r\n"
        "readiness: {near: 2, evidence: requierd, weights: {requirement: nan, responsibility: 1e9}}\r\n"
        "areas: [x]\r\n"
        "levels:\r\n"
        "  - id: one\r\n"
        "    title: [One]\r\n"
        "    grade: high\r\n"
        "    summary: &s {a: b}\r\n"
        "    requirements:\r\n"
        "      - {text: '', weigth: 3, weight: -1, plus: maybe, years: {minimum: 0}}\r\n"
        "      - only text\r\n"
        "      -\r\n"
        "  - 7\r\n"
        "hiring_process: {steps: one}\r\n"
        "notes: text\r\n"
        "colour: red\r\n"
    )
    assert told(text) == [
        "2:5: “a b” cannot be an id: use letters and digits, with “-”, “_” and “.” inside, at most 100 characters.",
        "4:1: “titel” is there a second time; keep one of them.",
        "4:1: “titel” is not a key that is known here. Did you mean “title”?",
        "5:1: “title” is empty; give it a value.",
        "6:16: meets must be a step from 1 to 1, not 9.",
        "7:19: “near” must be at most 1, not 2.",
        "7:32: “evidence” must be one of expected, required, not “requierd”. Did you mean “required”?",
        "7:65: “requirement” must be a number, not “nan”.",
        "7:86: “responsibility” must be at most 1,000,000, not 1,000,000,000.",
        "8:1: “areas” must be keys with values, not a list.",
        "11:5: “title” must be a text, not a list.",
        "12:12: “grade” must be a whole number, not “high”.",
        "13:5: “summary” must be a text, not keys with values.",
        "13:14: “&s” marks a value for use elsewhere; write it out instead.",
        "15:9: “id” is missing.",
        "15:16: “text” is empty; give it a value.",
        "15:20: “weigth” is not a key that is known here. Did you mean “weight”?",
        "15:39: “weight” must be at least 0.000001, not -1.",
        "15:49: “plus” must be true or false, not “maybe”.",
        "15:56: “of” is missing.",
        "15:73: “minimum” must be greater than 0, not 0.",
        "16:9: Entry 2 of “requirements” must be keys with values, not “only text”.",
        "17:8: Entry 3 of “requirements” must be keys with values, not empty.",
        "18:5: Entry 2 of “levels” must be keys with values, not “7”.",
        "19:25: “steps” must be a list, each entry on a line that starts with “- ”, not “one”.",
        "20:8: “notes” must be a list, each entry on a line that starts with “- ”, not “text”.",
        "21:1: “colour” is not a key that is known here."
        " Known here: format, id, title, description, summary, source, base_url, scale, readiness, areas, levels,"
        " performance_indicators, hiring_process, notes.",
    ]


def test_that_contradictions_between_good_parts_are_told_at_the_value_or_its_key() -> None:
    text = HEAD + (
        "levels:\n"
        "  - id: one\n"
        "    title: One\n"
        "    extends:\n"
        "      - level: on\n"
        "    requirements:\n"
        "      - {id: a, text: A, area: craft}\n"
        "      - {id: a, text: B, refines: c}\n"
    )
    assert [problem.rsplit(": ", 1)[0] for problem in told(text)] == ["8:16", "10:32", "11:14", "11:35"]


def test_that_an_assessment_is_told_what_its_role_does_not_have() -> None:
    good = assessment_text(
        new_assessment(ROLE, Person(name="Sample Engineer"), date(2026, 11, 23), target="one", identity="sample")
    )
    text = good.replace("target: one\n", "target: ones\n").replace(
        "    opened: 2026-11-23\n",
        "    opened: 2026-11-23\n    ratings:\n      a: {step: 7}\n      c: {step: 1}\n    notes:\n      d: text\n",
    )
    assert told_of_assessment(text) == [
        "5:9: The role has no level “ones”. Did you mean “one”?",
        "10:17: The scale goes from 0 to 4; 7 is not on it.",
        "11:7: The role has no criterion “c”.",
        "13:7: The role has no criterion “d”.",
    ]


def test_that_the_faults_of_a_cycle_are_told_where_they_are() -> None:
    text = assessment_text(
        new_assessment(ROLE, Person(name="Sample Engineer"), date(2026, 11, 23), target="one", identity="sample")
    )
    text = text.replace(
        "    opened: 2026-11-23\n",
        "    opened: 23.11.2026\n    ratings:\n      a: {step: x}\n      b: {carried: true}\n      c:\n",
    )
    assert told_of_assessment(text) == [
        "8:13: A day of the calendar is written as 2026-04-30, not “23.11.2026”.",
        "10:17: “step” must be a whole number, not “x”.",
        "11:7: A rating is either a step or not_applicable with a reason, one of the two.",
    ]


def test_that_lists_that_are_too_short_or_too_long_are_told_in_entries() -> None:
    steps = "".join(f"    - label: {number}\n" for number in range(11))
    assert told(HEAD + LEVEL + "scale:\n  meets: 1\n  steps:\n" + steps) == [
        "9:3: “steps” may have 10 entries at most."
    ]
    assert told(HEAD + "levels: []\nscale: {meets: 1, steps: [{label: x}]}\n") == [
        "4:1: “levels” needs at least 1 entry.",
        "5:19: “steps” needs at least 2 entries.",
    ]
    assert told(HEAD + "levels: one\n") == [
        "4:9: “levels” must be a list, each entry on a line that starts with “- ”, not “one”."
    ]
    assert told(HEAD) == ["1:1: “levels” is missing."]


def test_that_a_key_that_cannot_be_an_id_is_told_at_the_key() -> None:
    assert told(HEAD + "areas:\n  a b: People\n  '[key]': x\n" + LEVEL) == [
        "5:3: “a b” cannot be an id: use letters and digits, with “-”, “_” and “.” inside, at most 100 characters.",
        "6:3: “[key]” cannot be an id: use letters and digits, with “-”, “_” and “.” inside, at most 100 characters.",
    ]


def test_that_an_id_may_have_a_hundred_characters_and_a_long_one_is_shown_shortened() -> None:
    assert role_from_text(HEAD.replace("sample", "x" * 100) + LEVEL).id == "x" * 100
    assert told(HEAD.replace("sample", "x" * 101) + LEVEL)[0].startswith("2:5: “" + "x" * 39 + "…” cannot be an id")


def test_that_guessing_ends_where_everything_is_wrong() -> None:
    problems = told(HEAD + LEVEL + "".join(f"titl{number}: x\n" for number in range(10, 99)))
    assert [("Did you mean" in problem) for problem in problems] == [True] * MOST_GUESSES + [False] * 69


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("id: x\n", "“format” is missing; start the file with “format: ladder-role/1” or “format: ladder-assess"),
        ("id: x\nformat:\n", "“format” is missing;"),
        ("format: [x]\n", "“format” is missing;"),
        ("format: ladder-rol/1\n", "1:9: “ladder-rol/1” is not a format that is known here. Did you mean “ladder"),
        ("a: 1\nformat: recipe\n", "2:9: “recipe” is not a format that is known here. Known are ladder-role/1 and"),
        ("format: ladder-role/0\n", "“ladder-role/0” is not a format that is known here."),
        ("format: ladder-assessment/1\n", "1:9: This is an assessment file, not a role file."),
    ],
)  # fmt: skip
def test_that_the_format_is_looked_at_before_anything_else(text: str, problem: str) -> None:
    (only,) = told(text)
    assert problem in only


@pytest.mark.parametrize("suffix", ["role", "assessment"])
def test_that_a_newer_format_is_refused_by_name_and_left_untouched(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / "newer.yaml"
    content = f"# mine\nformat: ladder-{suffix}/12\nsurprise: 1\nsurprise: 2\n"
    path.write_text(content)
    for load in (load_role, load_assessment):
        with pytest.raises(NewerFormat, match=rf"newer.yaml:2:9: .*ladder-{suffix}/12"):
            load(path)
    assert path.read_text() == content


def test_that_a_missing_file_a_folder_and_an_impossible_name_are_told(tmp_path: Path) -> None:
    for path, words in (
        (tmp_path / "none.yaml", "There is no such file."),
        (tmp_path, "This is a folder, not a file."),
        (Path("nul\0.yaml"), "The file cannot be opened: embedded null byte."),
        (tmp_path / ("x" * 300), "The file cannot be opened: File name too long."),
    ):
        with pytest.raises(UnreadableFile) as caught:
            read_text(path)
        assert caught.value.problems == (Problem(words, str(path)),)


def test_that_a_byte_order_mark_is_passed_over_and_does_not_shift_places(tmp_path: Path) -> None:
    path = tmp_path / "marked.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + role_text(ROLE).encode())
    assert load_role(path) == ROLE
    path.write_bytes(b"\xef\xbb\xbfformat: x\n")
    assert problems_in(path)[0].column == 9


def test_that_other_encodings_are_told_with_the_first_place_that_shows_it(tmp_path: Path) -> None:
    path = tmp_path / "latin.yaml"
    for content, place in (
        ("a: ä\nb: é\n".encode("latin-1"), (1, 4)),
        (b"\xef\xbb\xbf" + "a: ä\r\n".encode() + b"\xff", (2, 1)),
        ("a: b".encode("utf-16"), (1, 1)),
    ):
        path.write_bytes(content)
        with pytest.raises(UnreadableFile, match="save the file as UTF-8") as caught:
            load_role(path)
        assert (caught.value.problems[0].line, caught.value.problems[0].column) == place


def test_that_a_file_beyond_the_size_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(InvalidFile, match=f"larger than {MAX_BYTES // 1_000_000} MB"):
        load_role(path)


@given(st.integers(0, 10**6), st.integers(0, 40), st.text(max_size=3))
def test_that_a_damaged_file_is_answered_with_a_problem_and_a_place(at: int, cut: int, put: str) -> None:
    text = role_text(ROLE)
    at %= len(text)
    try:
        role_from_text(text[:at] + put + text[at + cut :], "damaged.yaml")
    except FileError as error:
        problems = error.problems
    else:
        return
    assert problems
    for problem in problems:
        assert problem.file == "damaged.yaml"
        assert problem.line is not None
        assert problem.column is not None
        assert "pydantic" not in problem.message.lower()


def test_that_a_file_is_not_changed_by_being_read(tmp_path: Path) -> None:
    path = tmp_path / "old.yaml"
    path.write_bytes(b"format: ladder-role/1\r\nid:   x # why\r\n")
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    assert problems_in(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_that_a_message_shows_what_it_quotes_on_one_line_and_in_its_order() -> None:
    (problem,) = told(HEAD + LEVEL + '"a\\u202eb\\u2028c": x\n')
    assert "“a\\u202eb c” is not a key" in problem
    extends = LEVEL + "    extends: [{level: " + "x" * 1000 + "}]\n"
    assert told(HEAD + extends)[0].partition("“")[2] == "x" * 119 + "…”."


def test_that_a_file_that_is_wrong_all_over_is_told_in_its_first_thousands_of_faults() -> None:
    problems = told(HEAD + LEVEL + "".join(f"k{number}: x\n" for number in range(MOST_FAULTS + 1200)))
    assert len(problems) == MOST_FAULTS + 1
    assert "1,200 more faults are not listed" in problems[-1]
    assert problems[-1].startswith(f"{7 + MOST_FAULTS}:")


GOOD_NOTE = "  - {title: x, text: x}\n"


def test_that_faults_far_down_in_a_long_list_are_not_passed_over() -> None:
    few = HEAD + LEVEL + "notes:\n" + GOOD_NOTE * (MOST_FAULTS - 2000) + "  - x\n" * (MOST_COUNTED + 1)
    problems = told(few)
    assert len(problems) == 2002
    assert f"{MOST_COUNTED + 1 - 2001:,} more faults are not listed" in problems[-1]
    none = HEAD + LEVEL + "notes:\n" + GOOD_NOTE * (MOST_FAULTS + 1) + "  - x\n" * (MOST_COUNTED + 1)
    (problem,) = told(none)
    assert f"{MOST_COUNTED + 1:,} faults are further down" in problem


def test_that_what_a_level_has_counts_behind_thousands_of_unknown_keys() -> None:
    unknown = "".join(f"k{number}: x\n" for number in range(MOST_COUNTED + 1))
    problems = told("format: ladder-role/1\n" + unknown + "id: a\ntitle: b\n" + LEVEL)
    assert len(problems) == MOST_FAULTS + 1
    assert not any("missing" in problem for problem in problems)


def test_that_a_list_of_wrong_entries_is_told_from_its_beginning_with_the_number_left_out() -> None:
    problems = told("format: ladder-role/1\nlevels:\n" + "  - x\n" * (MOST_COUNTED + 500))
    assert len(problems) == MOST_FAULTS + 1
    beside = ("no id", "no title", "no level left")
    assert f"{MOST_COUNTED + 500 + len(beside) - MOST_FAULTS:,} more faults are not listed" in problems[-1]


def test_that_so_many_unknown_keys_are_told_too() -> None:
    problems = told(HEAD + LEVEL + "".join(f"k{number}: x\n" for number in range(MOST_COUNTED + 1)))
    assert len(problems) == MOST_FAULTS + 1
    assert f"{MOST_COUNTED + 1 - MOST_FAULTS:,} more faults are not listed" in problems[-1]


def test_that_a_pdf_is_called_one(tmp_path: Path) -> None:
    path = tmp_path / "talk.yaml"
    path.write_bytes(b"%PDF-1.7\n%\xe2\xe3")
    with pytest.raises(UnreadableFile, match="This is a PDF"):
        read_text(path)
