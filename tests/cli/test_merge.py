"""Sending a form out, having it filled in, and taking the answers back."""

import io
import sys
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.cycle import Conversation, Review
from ladder_app.domain.entries import Rating
from ladder_app.domain.raters import review_by
from ladder_app.storage.assessments import load_assessment, sample_assessment, save_assessment
from tests.cli.conftest import Ladder

TEXT = "Zoë – “quoted”\nЖизнь, 漢字, שלום 🎉"


def filled(source: Path, **values: str) -> Path:
    out = source.with_name("filled.pdf")
    with pikepdf.open(source) as pdf:
        for field in pdf.Root["/AcroForm"]["/Fields"]:
            if str(field["/T"]) in values:
                field["/V"] = pikepdf.String(values[str(field["/T"])])
        pdf.save(out)
    return out


@pytest.fixture
def form(ladder: Ladder, sample: Path) -> Path:
    out = sample.with_name("form.pdf")
    assert ladder("export", sample, "-o", out, "--preset", "fillable").status == 0
    return out


def first(path: Path) -> str:
    return load_assessment(path).role.level(load_assessment(path).target).responsibilities[0].id


def test_that_answers_come_back_and_nothing_else_changes(ladder: Ladder, sample: Path, form: Path) -> None:
    before = load_assessment(sample)
    answers = filled(form, rating_1="1 Starting", comment_1=TEXT, date="24 Nov 2026", reviewer="Sample Manager")
    outcome = ladder("merge", sample, answers, "--yes")
    assert (outcome.status, outcome.err) == (0, "")
    assert "rating 3 Meets → 1 Starting" in outcome.out
    after = load_assessment(sample)
    review = review_by(after.cycle, "Sample Manager")
    assert review.ratings[first(sample)] == Rating(step=1)
    assert review.comments[first(sample)] == TEXT
    assert review.date == date(2026, 11, 24)
    assert after.cycle.ratings == before.cycle.ratings
    assert after.with_cycle(reviews=before.cycle.reviews) == before


def test_that_merging_twice_changes_nothing(ladder: Ladder, sample: Path, form: Path) -> None:
    answers = filled(form, rating_1="not applicable", date="2026-11-24")
    ladder("merge", sample, answers, "--yes")
    once = sample.read_bytes()
    outcome = ladder("merge", sample, answers, "--yes")
    assert (outcome.status, outcome.out) == (0, "Sample Manager, 24 Nov 2026: nothing new.\n")
    assert sample.read_bytes() == once


def test_that_nothing_is_taken_over_unasked(ladder: Ladder, sample: Path, form: Path) -> None:
    before = sample.read_bytes()
    outcome = ladder("merge", sample, filled(form, rating_1="1 Starting", date="2026-11-24"))
    assert outcome.status == 2
    assert "rating 3 Meets → 1 Starting" in outcome.out
    assert "--yes" in outcome.err
    assert sample.read_bytes() == before


class Terminal(io.StringIO):
    """Somebody at a keyboard."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("said", "taken"), [("y\n", True), ("n\n", False), ("", False)])
def test_that_a_person_at_a_terminal_is_asked(
    said: str, taken: bool, ladder: Ladder, sample: Path, form: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sample.read_bytes()
    monkeypatch.setattr(sys, "stdin", Terminal(said))
    outcome = ladder("merge", sample, filled(form, rating_1="1 Starting", date="2026-11-24"))
    assert outcome.status == 0
    assert "Take this over?" in outcome.out
    assert (sample.read_bytes() != before) is taken


def other(sample: Path, assessment: Assessment) -> Path:
    path = sample.with_name("other.assessment.yaml")
    save_assessment(path, assessment)
    return path


def test_that_a_form_of_somebody_else_is_refused(ladder: Ladder, sample: Path, form: Path) -> None:
    made = sample_assessment()
    person = made.person.model_copy(update={"name": "Another Engineer"})
    path = other(sample, made.model_copy(update={"id": "other", "person": person}))
    outcome = ladder("merge", path, form, "--yes")
    assert outcome.status == 1
    assert outcome.err == f"{form}: This review is about Sample Engineer; the assessment is that of Another Engineer.\n"


def test_that_a_form_of_another_cycle_or_an_older_role_is_refused_with_both_reasons(
    ladder: Ladder, sample: Path, form: Path
) -> None:
    made = sample_assessment().with_cycle(name="2027 H1")
    levels = tuple(
        level.model_copy(update={"responsibilities": ()}) if level.id == made.target else level
        for level in made.role.levels
    )
    nothing: dict[str, object] = {"ratings": {}, "agreed": {}, "notes": {}, "conversation": Conversation()}
    nothing |= dict.fromkeys(("evidence", "reviews", "actions", "indicators"), ())
    role = made.role.model_copy(update={"levels": levels})
    path = other(
        sample,
        made.with_cycle(**nothing).model_copy(update={"role": role, "cycles": (made.with_cycle(**nothing).cycle,)}),
    )
    outcome = ladder("merge", path, form, "--yes")
    assert outcome.status == 1
    assert "is about the cycle" in outcome.err
    assert "another version of the role" in outcome.err


def test_that_what_holds_no_review_is_refused(ladder: Ladder, sample: Path) -> None:
    out = sample.with_name("talk.pdf")
    ladder("export", sample, "-o", out, "--no-data")
    outcome = ladder("merge", sample, out, "--yes")
    assert outcome.status == 1
    assert outcome.err.startswith(f"{out}: There is no review in this PDF")


def test_that_reviews_in_the_assessment_inside_a_pdf_are_taken(ladder: Ladder, sample: Path) -> None:
    before = load_assessment(sample)
    review = Review(reviewer="Second Reader", date=date(2026, 11, 24), ratings={first(sample): Rating(step=4)})
    copy = other(sample, before.with_cycle(reviews=(*before.cycle.reviews, review)))
    out = sample.with_name("talk.pdf")
    ladder("export", copy, "-o", out)
    outcome = ladder("merge", sample, out, "--yes")
    assert (outcome.status, outcome.err) == (0, "")
    assert "Sample Manager, 3 Nov 2026: nothing new." in outcome.out
    assert load_assessment(sample).cycle.reviews[-1] == review


def test_that_a_locked_pdf_with_reviews_is_unlocked_by_its_passphrase(ladder: Ladder, sample: Path) -> None:
    words = sample.with_name("words")
    words.write_text("four words no spaces", "utf-8")
    out = sample.with_name("talk.pdf")
    ladder("export", sample, "-o", out, "--passphrase-file", words)
    assert ladder("merge", sample, out, "--yes").err == f"{out}: This PDF is locked with a passphrase.\n"
    assert "nothing new" in ladder("merge", sample, out, "--yes", "--passphrase-file", words).out


def test_that_the_passphrase_of_a_locked_review_is_asked_for_at_a_terminal(
    ladder: Ladder, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = sample.with_name("words")
    words.write_text("four words", "utf-8")
    out = sample.with_name("talk.pdf")
    ladder("export", sample, "-o", out, "--passphrase-file", words)
    typed = ["four words", "three words"]
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda _: typed.pop(0))
    assert "nothing new" in ladder("merge", sample, out, "--yes").out
    assert "not the PDF’s passphrase" in ladder("merge", sample, out, "--yes").err
    words.write_text("three words", "utf-8")
    assert "not the PDF’s passphrase" in ladder("merge", sample, out, "--yes", "--passphrase-file", words).err
    assert not typed


def test_that_a_review_without_a_name_needs_one(ladder: Ladder, sample: Path, form: Path) -> None:
    answers = filled(form, reviewer="", date="2026-11-24")
    assert "does not say whose review it is" in ladder("merge", sample, answers, "--yes").err
    outcome = ladder("merge", sample, answers, "--yes", "--reviewer", "Second Reader")
    assert outcome.status == 0
    names = [review.reviewer for review in load_assessment(sample).cycle.reviews]
    assert names == ["Sample Manager", "Second Reader"]


def test_that_reviews_in_a_copy_of_the_assessment_are_taken_and_its_self_ratings_not(
    ladder: Ladder, sample: Path
) -> None:
    before = load_assessment(sample)
    name = first(sample)
    review = Review(reviewer="Second Reader", date=date(2026, 11, 24), ratings={name: Rating(step=4)})
    copy = before.rated(name, Rating(step=0)).with_cycle(reviews=(*before.cycle.reviews, review))
    outcome = ladder("merge", sample, other(sample, copy), "--yes")
    assert outcome.status == 0
    assert "self-ratings" in outcome.err
    after = load_assessment(sample)
    assert after.cycle.reviews[-1] == review
    assert after.cycle.ratings == before.cycle.ratings


def test_that_a_copy_without_reviews_has_nothing_to_give(ladder: Ladder, sample: Path) -> None:
    path = other(sample, load_assessment(sample).with_cycle(reviews=()))
    outcome = ladder("merge", sample, path, "--yes")
    assert outcome.status == 1
    assert "self-ratings are not taken over" in outcome.err
