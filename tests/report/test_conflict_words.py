"""What two sides changed differently, as a person reads it before deciding."""

from collections.abc import Callable
from datetime import date

import pytest

from ladder_app.domain.assessment import Assessment, Experience, HiringRecord, Person
from ladder_app.domain.cycle import IndicatorValue, ProjectRow, Review, SurveyAnswer
from ladder_app.domain.entries import Action, ActionKind, ActionStatus, Change, Evidence, Rating
from ladder_app.domain.hiring import with_record
from ladder_app.domain.indicators import with_value
from ladder_app.domain.merging import ABSENT, Conflict, merge
from ladder_app.domain.role import Role
from ladder_app.report.conflict_words import conflict_about, conflict_kind, side_words
from tests.domain.builders import SAMPLE, TODAY, assessment, level, role

LADDER = Role.model_validate(
    {
        **role(level("junior", ["a", "b"]), level("senior", ["c"])).model_dump(),
        "performance_indicators": [{"id": "rate", "text": "Completion **rate**"}],
    }
)
ACTION = Action(id="x", text="Ask for *it*.", criteria=("a",))
EVIDENCE = Evidence(id="y", date=TODAY, text="Did it.", criteria=("a",))
REVIEW = Review(reviewer="Sample Manager", date=TODAY, comments={"a": "Well."})
START = with_record(
    with_value(
        assessment(LADDER, reviews=(REVIEW,)).with_action(ACTION).with_evidence(EVIDENCE),
        IndicatorValue(indicator="rate", period="Q1", value="1"),
    ),
    HiringRecord(step="A call.", outcome="arranged"),
)
Edit = Callable[[Assessment, int], Assessment]
PROJECTS = tuple(ProjectRow(name=name, on_time=name == "a", within_budget=True) for name in "ab")


def acted(field: str, *values: object) -> Edit:
    return lambda there, side: there.with_action(ACTION.model_copy(update={field: values[side]}))


def proved(*updates: dict[str, object]) -> Edit:
    return lambda there, side: there.with_evidence(EVIDENCE.model_copy(update=updates[side]))


def known(*since: date) -> Edit:
    def edit(there: Assessment, side: int) -> Assessment:
        person = Person(name="Sample Engineer", experience=(Experience(of="coding", since=since[side]),))
        return there.with_profile(person, there.current, there.target)

    return edit


def valued(*updates: dict[str, object]) -> Edit:
    def edit(there: Assessment, side: int) -> Assessment:
        before = there.cycle.indicators[0]
        return with_value(there, IndicatorValue(indicator="rate", period="Q1", **updates[side]), before)  # type: ignore[arg-type]

    return edit


def commented(there: Assessment, side: int) -> Assessment:
    return there.with_cycle(reviews=(REVIEW.model_copy(update={"comments": {"a": f"Words {side}"}}),))


FIRST, SECOND = date(2026, 5, 4), date(2026, 9, 1)


@pytest.mark.parametrize(
    ("edit", "kind", "about", "mine", "theirs"),
    [
        (lambda there, side: there.rated("a", Rating(step=side)), "Rating", "Text of a.", "0 Not yet", "1 Starting"),
        (
            lambda there, side: there.rated("a", Rating(not_applicable="ab"[side])),
            "Rating", "Text of a.", "not applicable: a", "not applicable: b",
        ),
        (lambda there, side: there.noted("b", "ab"[side]), "Note", "Text of b.", "a", "b"),
        (acted("text", "One", "Two"), "Action", "", "One", "Two"),
        (acted("due", FIRST, SECOND), "Action, due date", "Ask for it.", "4 May 2026", "1 Sep 2026"),
        (acted("kind", ActionKind.TRAINING, ActionKind.WITH_OTHERS), "Action, kind", "Ask for it.",
         "training", "with others"),
        (acted("status", ActionStatus.DONE, ActionStatus.DROPPED), "Action, where it stands", "Ask for it.",
         "done", "dropped"),
        (proved({"link": "https://a"}, {"link": "https://b"}), "Evidence, link", "Did it.", "https://a", "https://b"),
        (
            proved({"result": "Quick"}, {"change": Change(before="4", after="2")}),
            "Evidence, what came of it", "Did it.", "Quick", "4\u00a0→ 2",
        ),
        (known(FIRST, SECOND), "Profile, experience", "", "coding, since 4 May 2026", "coding, since 1 Sep 2026"),
        (
            lambda there, side: there.with_profile(SAMPLE, "senior" if side else None, "junior" if side else "senior"),
            None, None, None, None,
        ),
        (
            lambda there, side: with_record(there, HiringRecord(step="A call.", outcome="ab"[side])),
            "Hiring step, outcome", "A call.", "a", "b",
        ),
        (valued({"value": "88 %"}, {"projects": PROJECTS}), "Indicator value, value", "Completion rate, Q1",
         "88 %", "50\u00a0%"),
        (valued({"value": "2"}, {"answers": (SurveyAnswer(by="A", score=4),)}), "Indicator value, value",
         "Completion rate, Q1", "2", "4"),
        (commented, "Review, comment", "Text of a.", "Words 0", "Words 1"),
        (lambda there, side: there.with_promotion("ab"[side], ""), "Promotion case, summary", "", "a", "b"),
    ],
)  # fmt: skip
def test_that_a_conflict_says_what_it_is_and_what_either_side_says(
    edit: Edit, kind: str | None, about: str | None, mine: str | None, theirs: str | None
) -> None:
    sides = edit(START, 0), edit(START, 1)
    conflicts = merge(START, *sides).conflicts
    if kind is None:
        assert conflicts == ()
        return
    (conflict,) = conflicts
    assert bare(conflict_kind(conflict)) == kind
    assert bare(conflict_about(conflict, sides[0])) == about
    assert bare(side_words(conflict, conflict.mine, sides[0])) == mine
    assert bare(side_words(conflict, conflict.theirs, sides[0])) == theirs


def bare(words: str) -> str:
    return words.replace("\u2068", "").replace("\u2069", "")


def test_that_levels_are_called_by_their_titles() -> None:
    for value, words in ((None, "not in this role yet"), ("senior", "Senior")):
        conflict = Conflict(("current",), None, value, "junior")
        assert conflict_kind(conflict) == "Current level"
        assert side_words(conflict, value, START).lower() == words.lower()


def test_that_a_whole_entry_is_said_by_its_words_and_one_that_is_gone_as_nothing() -> None:
    conflict = Conflict(("cycles", 0, "actions", "x"), ACTION, ACTION, ABSENT)
    assert (conflict_kind(conflict), conflict_about(conflict, START)) == ("Action", "")
    assert side_words(conflict, ACTION, START) == "Ask for *it*."
    assert side_words(conflict, ABSENT, START) == "nothing"
    assert side_words(conflict, EVIDENCE, START) == "Did it."
    value, record = START.cycle.indicators[0], START.hiring[0]
    assert bare(side_words(conflict, value, START)) == "Q1: 1"
    assert side_words(conflict, record, START) == "arranged"
    assert side_words(conflict, LADDER, START) == LADDER.title
    assert conflict_kind(Conflict(("cycles", 1), None, None, None)) == "File"


def test_that_what_is_long_is_shortened() -> None:
    conflict = Conflict(("cycles", 0, "notes", "a"), None, "word " * 100, None)
    words = side_words(conflict, conflict.mine, START)
    assert len(words) <= 320
    assert words.endswith("…")


def test_that_of_two_long_texts_that_begin_alike_one_reads_where_they_differ() -> None:
    same = "the same words again and " * 30
    conflict = Conflict(("cycles", 0, "notes", "a"), None, f"{same}mine at the end", f"{same}theirs, too")
    mine, theirs = (side_words(conflict, side, START) for side in (conflict.mine, conflict.theirs))
    assert mine.startswith("…")
    assert mine.endswith("mine at the end")
    assert theirs.endswith("theirs, too")
    levels = Conflict(("current",), None, "senior", "junior")
    assert side_words(levels, "senior", START).lower() == "senior"
