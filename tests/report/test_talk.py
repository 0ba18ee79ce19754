from datetime import date

import pytest
from hypothesis import given

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.comparison import Outcome, compared
from ladder_app.domain.cycle import Agreed, Conversation, Cycle, Review
from ladder_app.domain.effective import effective_level
from ladder_app.domain.entries import Action, Evidence, Rating
from ladder_app.domain.plan import plan
from ladder_app.domain.readiness import readiness
from ladder_app.markup import inline, plain_spans
from ladder_app.report.content import report
from ladder_app.report.markdown import markdown
from ladder_app.report.parts import Preset
from ladder_app.report.pdf.export import pdf_bytes
from ladder_app.report.plan_words import summary_sentence
from ladder_app.report.talk_parts import Talk
from ladder_app.storage.assessments import sample_assessment
from tests.domain.strategies import assessments
from tests.report.pdf.material import assessed
from tests.report.pdf.reading import page_texts
from tests.report.samples import of_steps

DAY = date(2026, 11, 23)


def talked(about: Assessment, preset: Preset = Preset.CONVERSATION, *, with_evidence: bool = True) -> Talk:
    found = report(about, DAY, preset=preset, with_evidence=with_evidence).talk
    assert found is not None
    return found


@given(assessments())
def test_that_all_that_is_seen_differently_is_there_the_largest_first_and_nothing_else(about: Assessment) -> None:
    found = talked(about)
    level = effective_level(about.role, about.target)
    apart: dict[str, int] = {}
    for review in about.cycle.reviews:
        for item in compared(level, about.cycle, review.reviewer).criteria:
            if item.outcome in (Outcome.DIFFERENT, Outcome.ONE_DOES_NOT_APPLY):
                apart[item.criterion.id] = max(apart.get(item.criterion.id, 0), abs(item.steps or 0))
    assert {side.criterion_id for side in found.sides} == set(apart)
    sizes = [apart[side.criterion_id] for side in found.sides]
    assert sizes == sorted(sizes, reverse=True)
    assert not {side.criterion_id for side in found.sides} & {mention.criterion_id for mention in found.same}
    assert len(found.agreed) == len(about.cycle.agreed)


def test_that_counts_of_one_and_of_all_read_as_one_says_them() -> None:
    def seen(*own: int | None, others: tuple[int, ...]) -> Talk:
        ratings = {f"c{i}": Rating(step=step) for i, step in enumerate(others)}
        review = Review(reviewer="Sample Manager", date=DAY, ratings=ratings)
        return talked(assessed(["One", "Two", "Three"], steps=own).with_cycle(reviews=(review,)))

    assert seen(1, others=(1,)).sides_note == "No difference: the one criterion rated by both sides is seen the same."
    assert seen(1, others=(1,)).agreed_note == "One criterion counts as agreed because you rated it the same."
    both = seen(1, 2, others=(1, 2))
    assert both.sides_note == "No difference: the two criteria rated by both sides are seen the same."
    assert both.agreed_note == "Two criteria count as agreed because you rated them the same."


def test_that_the_sample_has_both_texts_and_what_was_agreed() -> None:
    found = talked(sample_assessment())
    assert [view.label for view in found.views] == ["Sample Engineer", "Sample Manager", "As agreed"]
    assert found.sides_note == "Of 19 criteria rated by both sides, five are seen differently."
    first = found.sides[0]
    assert first.remark == "One step apart"
    assert [(view.who, view.rating) for view in first.views] == [
        ("Sample Engineer", "3 Meets"),
        ("Sample Manager", "2 Growing"),
    ]
    assert plain_spans(first.views[1].text).startswith("Two very good hires")
    assert [line.rating for line in found.agreed] == ["2 Growing", "", "4 Exceeds", "3 Meets"]
    assert found.agreed_note == "13 more criteria count as agreed because you rated them the same."
    assert found.agenda[0].remark == "seen differently · gap without an action"


def test_that_an_empty_agenda_says_why() -> None:
    about = sample_assessment()
    unrated = about.model_copy(update={"cycles": (Cycle(name="2026 H2", opened=DAY),)})
    assert talked(unrated).agenda_more == "Nothing is rated yet; what to talk about follows from the ratings."
    assert "Nothing is rated yet" in markdown(report(unrated, DAY, preset=Preset.CONVERSATION))
    fine = of_steps(3, 3).with_cycle(evidence=(Evidence(id="e", date=DAY, text="Did it.", criteria=("a", "b")),))
    assert talked(fine).agenda_more == "Nothing is seen differently, and nothing lacks an action or evidence."


def test_that_private_notes_are_there_only_when_asked_for() -> None:
    about = sample_assessment().noted("recruit-talent", "For my eyes.")
    assert "For my eyes." not in markdown(report(about, DAY, preset=Preset.CONVERSATION))
    assert "For my eyes." in markdown(report(about, DAY, preset=Preset.CONVERSATION, with_notes=True))
    without = talked(about, with_evidence=False)
    assert without.sides[0].views[0].text == ()


def test_that_two_reviewers_stand_beside_the_person() -> None:
    about = sample_assessment()
    second = Review(reviewer="Sample Peer", date=DAY, ratings={"recruit-talent": Rating(step=0)}, comments={})
    found = talked(about.with_cycle(reviews=(*about.cycle.reviews, second)))
    assert found.sides[0].remark == "Three steps apart"
    assert [view.who for view in found.sides[0].views] == ["Sample Engineer", "Sample Manager", "Sample Peer"]


def test_that_what_applies_for_one_only_is_said_with_the_reason() -> None:
    about = sample_assessment().rated("recruit-talent", Rating(not_applicable="We are not hiring."))
    side = next(side for side in talked(about).sides if side.criterion_id == "recruit-talent")
    assert side.remark == "Applies for one of you only"
    assert plain_spans(side.views[0].text) == "We are not hiring."


@pytest.mark.parametrize(
    ("changes", "note"),
    [
        ({"reviews": ()}, "Nobody has reviewed 2026 H2 yet."),
        ({"ratings": {}}, "Nothing has been rated by both sides yet."),
    ],
)
def test_that_what_is_missing_is_said(changes: dict[str, object], note: str) -> None:
    found = talked(sample_assessment().with_cycle(**changes))
    assert found.sides_note == note
    assert found.sides == ()


def test_that_the_day_and_the_summary_of_the_talk_are_in_it() -> None:
    held = Conversation(held=DAY, summary="A good **hour**.", discussed={"recruit-talent": DAY})
    about = sample_assessment().with_cycle(conversation=held, agreed={"recruit-talent": Agreed(text="Done.")})
    text = markdown(report(about, DAY, preset=Preset.CONVERSATION))
    assert "Talked on 23 Nov 2026." in text
    assert "A good **hour**." in text
    assert "- [x] Identify and recruit top talent" in text
    assert talked(about).agreed[0].rating == ""


def test_that_the_full_document_has_both_views_and_the_summary_none() -> None:
    about = sample_assessment()
    full = markdown(report(about, DAY))
    assert "## Side by side" in full
    assert "## Agreed" in full
    assert report(about, DAY, preset=Preset.SUMMARY).talk is None
    assert report(about, DAY, preset=Preset.FILLABLE).talk is None
    assert "## Plan" not in full


def test_that_an_action_for_no_gap_is_counted_and_listed_wherever_the_plan_is() -> None:
    about = of_steps(1, 3).with_action(Action(id="x", text="Ask around."))
    part = talked(about).plan
    assert [(line.action.text, line.why) for line in part.idle] == [(inline("Ask around."), "About no criterion.")]
    assert part.nothing == "No action for a gap yet. The gap has no action."
    found = plan(about, readiness(about), DAY)
    assert ", one open action, for no gap; " in summary_sentence(found)
    room = report(about, DAY, preset=Preset.CONVERSATION)
    for said in (markdown(room), " ".join(page_texts(pdf_bytes(room, paper="a4")))):
        assert "Ask around." in said
        assert "No actions yet" not in said


@given(assessments())
def test_that_every_word_of_a_reviewer_has_one_place(about: Assessment) -> None:
    found = talked(about)
    level = effective_level(about.role, about.target)
    said = {
        item.criterion.id
        for review in about.cycle.reviews
        for item in compared(level, about.cycle, review.reviewer).criteria
        if item.comment
    }
    at = [side.criterion_id for side in (*found.sides, *found.remarks)]
    assert len(at) == len(set(at))
    assert said <= set(at) or found.remarks_more
    assert len(found.overall) == len([one for one in about.cycle.reviews if one.overall])


def test_that_what_a_reviewer_wrote_beside_the_differences_is_in_the_document_for_the_room() -> None:
    about = of_steps(3, 3, 2)
    one, two, three = (criterion.id for criterion in effective_level(about.role, about.target).criteria)
    comments = {one: "Well **done**.", two: "Not rated, but seen.", three: "Different."}
    ratings = {one: Rating(step=3), three: Rating(step=4)}
    review = Review(reviewer="Sample Manager", date=DAY, ratings=ratings, comments=comments, overall="A strong year.")
    about = about.with_cycle(reviews=(review,))
    found = talked(about)
    assert [side.criterion_id for side in found.sides] == [three]
    assert [(side.criterion_id, side.remark) for side in found.remarks] == [
        (one, "Seen the same"),
        (two, "No rating to compare"),
    ]
    room = report(about, DAY, preset=Preset.CONVERSATION)
    for text in (markdown(room).replace("**", ""), " ".join(page_texts(pdf_bytes(room, paper="a4")))):
        for words in ("A strong year.", "Well done.", "Not rated, but seen.", "Different."):
            assert text.count(words) == 1


def test_that_many_comments_and_actions_are_cut_with_a_word_about_the_rest() -> None:
    about = of_steps(*[3] * 20)
    names = [criterion.id for criterion in effective_level(about.role, about.target).criteria]
    comments = dict.fromkeys(names, "Seen.")
    about = about.with_cycle(reviews=(Review(reviewer="Sample Manager", date=DAY, comments=comments),))
    for i in range(60):
        about = about.with_action(Action(id=f"a{i}", text=f"Ask around {i}."))
    found = talked(about)
    assert len(found.remarks) == 8
    assert found.remarks_more == "Twelve more criteria have a comment; the full document has it."
    assert len(found.plan.idle) == 8
    assert found.plan.idle_more == "52 more actions are for no gap; the Plan page lists them."
    room = report(about, DAY, preset=Preset.CONVERSATION)
    pages = page_texts(pdf_bytes(room, paper="letter"))
    for text in (markdown(room), " ".join(" ".join(pages).split())):
        assert found.remarks_more in text
        assert found.plan.idle_more in text
    assert len(pages) <= 3


@pytest.mark.parametrize("count", [0, 1, 8, 9])
def test_that_few_actions_for_no_gap_are_all_there(count: int) -> None:
    about = of_steps(3)
    for i in range(count):
        about = about.with_action(Action(id=f"a{i}", text=f"Ask around {i}."))
    part = talked(about).plan
    assert len(part.idle) == min(count, 8)
    assert part.idle_more == ("One more action is for no gap; the Plan page lists it." if count > 8 else "")


@pytest.mark.parametrize(
    ("theirs", "note"),
    [
        ((2,), "The one criterion rated by both sides is seen differently."),
        ((2, 1), "Both criteria rated by both sides are seen differently."),
        ((2, 3), "Of two criteria rated by both sides, one is seen differently."),
    ],
)
def test_that_how_much_is_seen_differently_is_said_plainly(theirs: tuple[int, ...], note: str) -> None:
    about = of_steps(3, 3, 3)
    names = [criterion.id for criterion in effective_level(about.role, about.target).criteria]
    ratings = {name: Rating(step=step) for name, step in zip(names, theirs, strict=False)}
    about = about.with_cycle(reviews=(Review(reviewer="Sample Manager", date=DAY, ratings=ratings),))
    assert talked(about).sides_note == note
