from datetime import date

import pytest

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.cycle import Agreed, Review
from ladder_app.domain.entries import Action, Evidence, Rating
from ladder_app.markup import Span, plain_spans
from ladder_app.report.content import report
from ladder_app.report.item_parts import Item, Mark, ReviewEntry
from tests.domain.builders import assessment as made_of
from tests.domain.builders import evidence_required, level, one, rated, role
from tests.report.samples import DAY, graded, of_steps, sample, sample_report


def item(made: Assessment, criterion_id: str = "a", rater: str = "self") -> Item:
    found = report(made, DAY, rater=rater, with_notes=True)
    sections = (*found.sections, *([found.plus] if found.plus else []))
    return next(i for section in sections for i in section.items if i.criterion_id == criterion_id)


@pytest.mark.parametrize(
    ("step", "mark", "rating"),
    [
        (3, Mark.MET, "3 Meets"),
        (2, Mark.BELOW, "2 Growing"),
        (None, Mark.UNRATED, "not rated"),
        (-1, Mark.NOT_APPLICABLE, "not applicable"),
    ],
)
def test_that_a_rating_has_a_mark_and_words(step: int | None, mark: Mark, rating: str) -> None:
    found = item(of_steps(step))
    assert (found.mark, found.rating) == (mark, rating)
    assert found.step == (step if step != -1 else None)


def test_that_what_does_not_apply_stays_in_its_section_with_its_reason() -> None:
    found = report(of_steps(3, -1, -1), DAY)
    (section,) = found.sections
    assert section.note == "1 of 1 rated · two do not apply"
    assert [(entry.criterion_id, plain_spans(entry.reason)) for entry in found.not_applicable] == [
        ("b", "no budget here"),
        ("c", "no budget here"),
    ]
    assert report(of_steps(-1), DAY).sections[0].note == "one does not apply"


def test_that_plus_criteria_stand_apart() -> None:
    about = role(level("top", ["a", one("b", plus=True, weight=3)]))
    found = report(made_of(about, rated(b=4)), DAY)
    assert found.plus is not None
    assert [(entry.criterion_id, entry.details) for entry in found.plus.items] == [("b", "weight 3")]
    assert [entry.criterion_id for entry in found.sections[0].items] == ["a"]


def test_that_a_refined_criterion_shows_what_it_grew_from() -> None:
    found = item(sample(), "performance-reviews-for-managers")
    (refined,) = found.refined
    assert plain_spans(refined) == (
        "Grows from grade 8: “Conduct performance reviews and career development planning for team members.”"
        " – rated 3 there"
    )
    assert found.details == "People and teams"


def test_that_an_unrated_one_it_grew_from_says_nothing_of_a_rating() -> None:
    about = role(level("base", ["a"]), level("top", [one("b", refines="a")], extends=["base"]))
    assert [plain_spans(spans) for spans in item(made_of(about), "b").refined] == ["Grows from BASE: “Text of a.”"]


def test_that_remarks_say_what_to_know_about_a_rating() -> None:
    assert item(sample(), "new-tools").remark == "no evidence yet · kept from 2026 H1, not looked at since"
    assert item(of_steps(3).rated("a", Rating(step=2, carried=True))).remark == (
        "kept from the last cycle, not looked at since"
    )
    assert item(of_steps(3).rated("a", Rating(step=2, check_again=True))).remark == "reworded since it was rated"
    strict = graded(1, readiness=evidence_required())
    assert item(of_steps(4, about=strict)).remark == "counts as 2 Growing until there is evidence"
    assert item(sample(), "five-years-leading").remark == "4 years 5 months of 5 years, from the profile"


def test_that_a_plus_never_counts_as_less_however_evidence_is_required() -> None:
    about = role(level("top", ["a", one("b", plus=True), one("c", plus=True)]), readiness=evidence_required())
    made = made_of(about, rated(b=3, c=1))
    assert (item(made, "b").mark, item(made, "b").remark) == (Mark.MET, "no evidence yet")
    assert item(made, "c").mark is Mark.BELOW


def test_that_evidence_stands_newest_first_with_links_that_are_safe() -> None:
    made = of_steps(3)
    for i, link in enumerate(["https://example.org/x", "javascript:alert(1)", " roadmap/41 ", None]):
        made = made.with_evidence(
            Evidence(id=f"e{i}", date=date(2026, 1, 1 + i), text="*Did* it.", link=link, criteria=("a", "a"))
        )
    assert [(entry.date, entry.source, entry.link) for entry in item(made).evidence] == [
        ("4 Jan 2026", None, None),
        ("3 Jan 2026", "roadmap/41", None),
        ("2 Jan 2026", "javascript:alert(1)", None),
        ("1 Jan 2026", "https://example.org/x", "https://example.org/x"),
    ]
    assert item(made).evidence[0].text == (Span("Did", italic=True), Span(" it."))


def test_that_links_in_the_roles_text_are_absolute_and_those_in_a_persons_only_if_safe() -> None:
    about = role(level("top", [one("a", "See [here](/page).")]), base_url="https://example.org/")
    found = item(made_of(about, rated(a=3)).noted("a", "Or [there](/page)."))
    assert [span.link for span in found.text] == [None, "https://example.org/page", None]
    assert found.note == (Span("Or "), Span("there"), Span("."))


def test_that_actions_say_when_and_what_will_show_it() -> None:
    made = of_steps(1).with_action(
        Action(id="x", text="Do.", due=date(2027, 3, 15), done_when="It is.", criteria=("a",))
    )
    made = made.with_action(Action(id="y", text="Did.", due=date(2026, 3, 15), criteria=("a",)))
    overdue, planned = item(made).actions
    assert (overdue.details, overdue.status) == ("was due 15 Mar 2026", "overdue")
    assert (planned.details, planned.status) == ("due 15 Mar 2027 · done when: It is.", "open")
    assert [[plain_spans(about) for about in action.about] for action in report(made, DAY).actions] == [
        ["Text of a."]
    ] * 2


def reviewed() -> Assessment:
    made = of_steps(2, 3)
    review = Review(reviewer="Sample Manager", date=DAY, ratings=rated(a=3, b=3), comments={"a": "Well *done*."})
    return made.with_cycle(reviews=(review,))


def test_that_a_review_stands_beside_the_rating() -> None:
    (entry,) = item(reviewed()).reviews
    assert entry == ReviewEntry(
        "Sample Manager", "3 Meets", (Span("Well "), Span("done", italic=True), Span(".")), differs=True
    )
    assert item(reviewed(), "b").reviews == (ReviewEntry("Sample Manager", "3 Meets", (), differs=False),)


def test_that_in_the_reviewers_view_the_persons_own_rating_stands_beside() -> None:
    found = item(reviewed(), rater="Sample Manager")
    assert found.rating == "3 Meets"
    own, comment = found.reviews
    assert (own.reviewer, own.rating, own.differs) == ("Sample Engineer", "2 Growing", True)
    assert (comment.reviewer, comment.rating, plain_spans(comment.comment)) == ("Sample Manager", None, "Well done.")


def test_that_what_was_agreed_is_said() -> None:
    assert plain_spans(item(sample(), "presentations").agreed).startswith("3 Meets – Met.")
    made = of_steps(3, 3, 3)
    made = made.with_cycle(agreed={"a": Agreed(rating=Rating(step=3)), "b": Agreed(text="Later.")})
    assert [plain_spans(item(made, name).agreed) for name in "abc"] == ["3 Meets", "Later.", ""]


def test_that_the_samples_sections_are_its_headings() -> None:
    assert [(section.heading, section.note) for section in sample_report().sections] == [
        ("Responsibilities – new at grade 9", "7 of 8 rated"),
        ("Responsibilities – carried over from grade 8", "9 of 9 rated"),
        ("Requirements", "4 of 7 rated"),
    ]
