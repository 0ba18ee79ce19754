from datetime import date

from ladder_app.domain.assessment import Assessment, Experience, Person
from ladder_app.domain.cycle import Agreed, Review
from ladder_app.domain.entries import Action, ActionStatus, Rating
from ladder_app.domain.role import Years
from ladder_app.markup import plain_spans
from ladder_app.report.content import report
from ladder_app.report.summary_parts import GapLine
from tests.domain.builders import assessment as made_of
from tests.domain.builders import evidence_required, level, one, proof, rated, role
from tests.report.samples import DAY, of_steps, sample, sample_report


def talk(made: Assessment) -> list[tuple[str, str]]:
    return [(plain_spans(point.text), point.remark) for point in report(made, DAY).talking_points]


def first_gap(made: Assessment) -> GapLine:
    return report(made, DAY).gaps[0]


def strongest(made: Assessment, rater: str = "self") -> list[str]:
    return [entry.criterion_id for entry in report(made, DAY, rater=rater).strengths]


def test_that_strengths_are_the_highest_ratings_and_the_levels_own_before_inherited_ones() -> None:
    assert [(entry.criterion_id, entry.remark) for entry in sample_report().strengths] == [
        ("represent-the-team", "4 Exceeds, two pieces of evidence"),
        ("high-performing-team", "3 Meets, three pieces of evidence"),
        ("lead-a-team", "3 Meets, two pieces of evidence"),
    ]
    about = role(level("base", ["a", "b"]), level("top", ["c", "d", "e"], extends=["base"]))
    made = made_of(about, rated(a=4, b=3, c=3, d=3, e=4))
    for i, name in enumerate(["a", "b", "b", "c", "d", "d"]):
        made = made.with_evidence(proof(f"e{i}", name))
    assert strongest(made) == ["a", "d", "c"]


def test_that_a_strength_without_evidence_is_named_only_where_nothing_has_any() -> None:
    made = of_steps(3, 4, 4, 3)
    assert strongest(made) == ["b", "c", "a"]
    assert strongest(made.with_evidence(proof("e", "d"))) == ["d"]


def test_that_what_a_reviewer_rates_lower_is_no_strength() -> None:
    made = of_steps(3, 3, 3, 3).with_cycle(reviews=(review(a=2, b=3, c=4, d=None),))
    assert strongest(made) == ["b", "c"]
    assert strongest(made, "Sample Manager") == ["b"]


def test_that_what_was_agreed_ends_a_dispute() -> None:
    made = of_steps(3, 3).with_cycle(reviews=(review(a=2, b=3),))
    settled = made.with_cycle(agreed={"a": Agreed(rating=Rating(step=3)), "b": Agreed(rating=Rating(step=2))})
    assert strongest(settled) == ["a"]
    assert strongest(settled, "agreed") == ["a"]


def test_that_what_is_below_the_bar_is_no_strength() -> None:
    strengths = report(of_steps(2, 3, None, -1), DAY).strengths
    assert [(entry.criterion_id, entry.remark) for entry in strengths] == [("b", "3 Meets, no evidence yet")]


def test_that_gaps_say_what_will_be_done() -> None:
    gaps = {gap.criterion_id: gap for gap in sample_report().gaps}
    assert gaps["budget-and-resources"].next_step == "action, 15 Mar 2027"
    assert gaps["budgets"].next_step == "no action yet"
    assert not gaps["budgets"].has_next_step
    years = gaps["eight-years-in-engineering"]
    assert years.next_step == "met on 1 Feb 2028"
    assert years.remark == "6 years 9 months of 8 years, from the profile · +1.4 points"


def test_that_an_action_is_said_as_it_stands() -> None:
    made = of_steps(1)

    def after(due: date | None = None, status: ActionStatus = ActionStatus.OPEN) -> str:
        action = Action(id="x", text="Do.", due=due, status=status, criteria=("a",))
        return first_gap(made.with_action(action)).next_step

    assert after() == "action, no date"
    assert after(due=date(2026, 11, 22)) == "overdue, 22 Nov 2026"
    assert after(due=DAY) == "action, 23 Nov 2026"
    assert after(status=ActionStatus.DONE) == "action done"
    assert after(status=ActionStatus.DROPPED) == "no action yet"


def test_that_an_open_action_comes_before_one_that_is_done_and_the_nearest_first() -> None:
    made = of_steps(1).with_action(Action(id="1", text="Was.", status=ActionStatus.DONE, criteria=("a",)))
    made = made.with_action(Action(id="2", text="Later.", due=date(2028, 1, 1), criteria=("a",)))
    made = made.with_action(Action(id="3", text="Soon.", due=date(2027, 1, 1), criteria=("a",)))
    assert first_gap(made).next_step == "action, 1 Jan 2027"


def test_that_years_that_are_met_already_promise_nothing() -> None:
    about = role(level("top", [one("a", years=Years(minimum=5, of="Coding"))]))
    person = Person(name="Sample Engineer", experience=(Experience(of="coding", since=date(2016, 1, 1)),))
    gap = first_gap(made_of(about, rated(a=2)).model_copy(update={"person": person}))
    assert gap.next_step == "no action yet"
    assert gap.remark.startswith("10 years 10 months of 5 years")


def review(name: str = "Sample Manager", **steps: int | None) -> Review:
    return Review(reviewer=name, date=DAY, ratings=rated(**steps))


def test_that_views_that_differ_are_talked_about_the_farthest_apart_first() -> None:
    made = of_steps(1, 1, 1, 1, 1, -1).with_cycle(reviews=(review(a=1, b=2, c=3, d=4, e=2, f=1),))
    assert talk(made) == [
        ("Text of d.", "self 1, Sample Manager 4"),
        ("Text of c.", "self 1, Sample Manager 3"),
        ("Text of b.", "self 1, Sample Manager 2"),
        ("Two more ratings differ.", ""),
    ]


def test_that_several_reviewers_stand_side_by_side() -> None:
    made = of_steps(3).with_cycle(reviews=(review("One", a=1), review("Two", a=3), review("Three", a=None)))
    assert talk(made)[0] == ("Text of a.", "self 3, One 1, Three not applicable")


def test_that_a_few_of_those_without_evidence_are_named_what_claims_most_first() -> None:
    about = role(level("base", ["a", "b"]), level("top", ["c", "d", "e"], extends=["base"]))
    (point,) = report(made_of(about, rated(a=3, b=4, c=3, d=4, e=3)), DAY).talking_points
    assert plain_spans(point.text) == "Five criteria rated as met show no evidence yet."
    assert [plain_spans(named) for named in point.about] == ["Text of d.", "Text of b.", "Text of c."]


def test_that_where_evidence_is_required_page_one_says_what_a_rating_counts_as() -> None:
    about = role(level("top", ["a", "b"]), readiness=evidence_required())
    found = report(made_of(about, rated(a=4, b=2)), DAY)
    assert [(gap.rating, gap.counts_as) for gap in found.gaps] == [
        ("4 Exceeds", "counts as 2 Growing until there is evidence"),
        ("2 Growing", ""),
    ]
    assert [entry.remark for entry in found.no_evidence] == ["4 Exceeds, counts as 2 Growing until there is evidence"]
    assert [plain_spans(point.text) for point in found.talking_points] == [
        "One criterion rated as met waits for the evidence that this role requires."
    ]


def test_that_what_has_been_settled_is_not_talked_about_again() -> None:
    made = of_steps(1).with_cycle(reviews=(review(a=3),), agreed={"a": Agreed(rating=Rating(step=3))})
    assert talk(made) == []


def test_that_what_only_the_reviewer_rated_is_counted() -> None:
    made = of_steps(1, None, None).with_cycle(reviews=(review(a=1, b=2, c=3),))
    assert talk(made) == [("Two criteria are rated by Sample Manager only.", "")]


def test_that_ratings_are_kept_from_a_cycle_and_never_carried_over_from_a_level() -> None:
    assert ("Two ratings are kept from 2026 H1 and not looked at since.", "") in talk(sample())


def test_that_the_record_says_what_it_is_missing() -> None:
    made = of_steps(3, 3, 3).with_evidence(proof("e", "a"))
    made = made.rated("b", Rating(step=3, carried=True)).rated("c", Rating(step=3, check_again=True))
    made = made.with_action(Action(id="x", text="Do.", due=date(2026, 1, 1)))
    assert [text for text, _ in talk(made)] == [
        "Two criteria rated as met show no evidence yet.",
        "One criterion was reworded after it was rated.",
        "One rating is kept from the last cycle and not looked at since.",
        "One action is overdue.",
    ]
