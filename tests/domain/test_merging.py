from collections.abc import Iterator
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ladder_app.domain.assessment import Assessment, Person
from ladder_app.domain.cycle import Agreed, Cycle, IndicatorValue, Review
from ladder_app.domain.entries import Action, Rating
from ladder_app.domain.history import next_cycle, take_over
from ladder_app.domain.merging import ABSENT, Merged, merge
from ladder_app.domain.role import Role
from tests.domain.builders import SAMPLE, TODAY, assessment, level, one, proof, rated, role
from tests.domain.strategies import assessments, roles

LADDER = role(level("junior", ["a", "b"]), level("senior", ["c"], extends=["junior"]))
BASE = assessment(LADDER, rated(a=2), notes={"a": "So far."}, evidence=(proof("e1", "a"),))


@st.composite
def threes(draw: st.DrawFn) -> tuple[Assessment, Assessment, Assessment]:
    """A base and two that went on from it: each has parts of another assessment about the same role."""
    about = draw(roles())
    base = draw(assessments(about))
    return base, draw(gone_on(base)), draw(gone_on(base))


@st.composite
def gone_on(draw: st.DrawFn, base: Assessment) -> Assessment:
    other = draw(assessments(base.role))
    fields = ["ratings", "notes", "evidence", "actions", "indicators", "reviews", "agreed", "name", "opened"]
    taken = draw(st.lists(st.sampled_from(fields), unique=True))
    changed = base.with_cycle(**{field: getattr(other.cycle, field) for field in taken})
    if draw(st.booleans()):
        changed = changed.model_copy(update={"current": other.current, "target": other.target})
    what = draw(st.integers(0, 5))
    if what == 0:
        return next_cycle(changed, "2027 H1", TODAY)
    if what == 1 and len(changed.cycles) > 1:
        *earlier, before, _ = changed.cycles
        return changed.model_copy(update={"cycles": (*earlier, before.model_copy(update={"closed": None}))})
    return other if what == 2 else changed


def in_order(value: Assessment) -> Assessment:
    """The assessment with its lists in one order, whoever added to them first."""
    cycles = []
    for cycle in value.cycles:
        lists: dict[str, object] = {
            field: tuple(sorted(getattr(cycle, field), key=repr)) for field in ("reviews", "indicators")
        }
        for field in ("evidence", "actions"):
            entries = [e.model_copy(update={"criteria": tuple(sorted(e.criteria))}) for e in getattr(cycle, field)]
            lists[field] = tuple(sorted(entries, key=repr))
        cycles.append(cycle.model_copy(update=lists))
    return value.model_copy(update={"cycles": tuple(cycles)})


def is_sound(value: Assessment) -> bool:
    return Assessment.model_validate(value.model_dump()) == value


@given(threes())
def test_that_what_only_one_side_did_is_what_comes_out(three: tuple[Assessment, Assessment, Assessment]) -> None:
    base, changed, _ = three
    for merged in (merge(base, changed, base), merge(base, base, changed), merge(base, changed, changed)):
        assert merged == Merged(changed, ())
        assert list(merged.assessment.cycle.ratings) == list(changed.cycle.ratings)


@given(threes())
def test_that_both_sides_see_the_same_conflicts_and_the_same_outcome(
    three: tuple[Assessment, Assessment, Assessment],
) -> None:
    base, mine, theirs = three
    here, there = merge(base, mine, theirs), merge(base, theirs, mine)
    assert is_sound(here.assessment)
    conflicts = {each.place: (each.mine, each.theirs) for each in here.conflicts}
    assert conflicts == {each.place: (each.theirs, each.mine) for each in there.conflicts}
    assert len(conflicts) == len(here.conflicts)
    decided = merge(base, mine, theirs, conflicts)
    assert is_sound(decided.assessment)
    assert in_order(decided.assessment) == in_order(there.assessment)
    assert decided.conflicts == here.conflicts


def leaves(cycle: Cycle) -> Iterator[tuple[tuple[Any, ...], object]]:
    """Everything in a cycle that a person decides about as one, with its place."""
    yield from ((("name",), cycle.name), (("opened",), cycle.opened), (("closed",), cycle.closed))
    for field in ("ratings", "notes"):
        for name, value in getattr(cycle, field).items():
            yield (field, name), value
    for piece in cycle.evidence:
        for field in ("date", "text", "link", "source"):
            yield ("evidence", piece.id, field), getattr(piece, field)
        yield ("evidence", piece.id, "result"), (piece.result, piece.change)
    for action in cycle.actions:
        for field in ("text", "due", "done_when", "helper", "kind"):
            yield ("actions", action.id, field), getattr(action, field)
        yield ("actions", action.id, "status"), (action.status, action.done_on)
    for name, entry in cycle.agreed.items():
        yield ("agreed", name, "rating"), entry.rating
        yield ("agreed", name, "text"), entry.text


@given(threes())
def test_that_nothing_is_lost_and_nothing_is_made_up(three: tuple[Assessment, Assessment, Assessment]) -> None:
    base, mine, theirs = (dict(leaves(each.cycles[0])) for each in three)
    merged = merge(*three)
    found = dict(leaves(merged.assessment.cycles[0]))
    conflicts = {each.place[2:]: each for each in merged.conflicts if each.place[:2] == ("cycles", 0)}
    for place in {*base, *mine, *theirs}:
        before, here, there = (side.get(place, ABSENT) for side in (base, mine, theirs))
        if conflicts.keys() & {place[:2]}:
            continue  # one side took all of it away, or it is decided as a whole
        if here == there or before == there:
            expected = here
        elif before == here:
            expected = there
        elif place in conflicts:
            assert (conflicts[place].mine, conflicts[place].theirs) == (here, there)
            expected = here
        else:
            # Where one says nothing, the other is heard.
            assert place[0] in ("agreed", "closed") or before is ABSENT
            continue
        if place != ("closed",) and not (place[0] == "agreed" and expected in (ABSENT, None)):
            assert found.get(place, ABSENT) == expected
    assert {*found} <= {*base, *mine, *theirs}


def test_that_edits_of_different_things_come_together() -> None:
    mine = BASE.rated("b", Rating(step=3)).noted("a", "").with_evidence(proof("e2", "b"))
    theirs = (
        BASE.rated("c", Rating(step=1))
        .with_evidence(proof("e3", "c"))
        .with_profile(Person(name="Renamed"), "junior", "senior")
    )
    merged = merge(BASE, mine, theirs)
    assert merged.conflicts == ()
    both = merged.assessment
    assert both.cycle.ratings == rated(a=2, b=3, c=1)
    assert both.cycle.notes == {}
    assert [item.id for item in both.cycle.evidence] == ["e1", "e2", "e3"]
    assert (both.person.name, both.current) == ("Renamed", "junior")


def test_that_what_both_changed_is_told_and_decided_place_by_place() -> None:
    mine = BASE.rated("a", Rating(step=3)).noted("a", "Mine.").without_evidence("e1")
    changed = proof("e1", "a", "b")
    theirs = BASE.rated("a", None).noted("a", "Theirs.").with_evidence(changed)
    merged = merge(BASE, mine, theirs)
    told = {each.place: (each.base, each.mine, each.theirs, each.criterion_id) for each in merged.conflicts}
    assert told == {
        ("cycles", 0, "ratings", "a"): (Rating(step=2), Rating(step=3), ABSENT, "a"),
        ("cycles", 0, "notes", "a"): ("So far.", "Mine.", "Theirs.", "a"),
        ("cycles", 0, "evidence", "e1"): (BASE.cycle.evidence[0], ABSENT, changed, None),
    }
    assert repr(ABSENT) == "ABSENT"
    assert merged.assessment == mine
    decided = merge(BASE, mine, theirs, [("cycles", 0, "ratings", "a"), ("cycles", 0, "evidence", "e1")])
    assert decided.assessment.cycle.ratings == {}
    assert decided.assessment.cycle.notes == {"a": "Mine."}
    assert decided.assessment.cycle.evidence == (changed,)


def test_that_reviews_and_agreements_merge_criterion_by_criterion() -> None:
    def reviewed(comments: dict[str, str], agreed: Agreed) -> Assessment:
        review = Review(reviewer="Sample Manager", date=TODAY, ratings=rated(a=3), comments=comments)
        return BASE.with_cycle(reviews=(review,), agreed={"a": agreed})

    mine = reviewed({"a": "Good."}, Agreed(rating=Rating(step=3)))
    theirs = reviewed({"b": "Soon."}, Agreed(text="Said so."))
    for base in (BASE, reviewed({}, Agreed())):
        merged = merge(base, mine, theirs)
        assert merged.conflicts == ()
        (review,) = merged.assessment.cycle.reviews
        assert review.comments == {"a": "Good.", "b": "Soon."}
        assert merged.assessment.cycle.agreed == {"a": Agreed(rating=Rating(step=3), text="Said so.")}


def test_that_a_comment_in_a_review_is_about_its_criterion_and_a_date_about_none() -> None:
    def reviewed(comment: str, day: int) -> Assessment:
        review = Review(reviewer="Sample Manager", date=date(2026, 11, day), comments={"a": comment})
        return BASE.with_cycle(reviews=(review,))

    merged = merge(BASE, reviewed("Good.", 1), reviewed("Better.", 2))
    at = ("cycles", 0, "reviews", "Sample Manager")
    assert [(each.place, each.criterion_id) for each in merged.conflicts] == [
        ((*at, "date"), None),
        ((*at, "comments", "a"), "a"),
    ]


def test_that_a_cycle_begun_here_keeps_what_was_done_there() -> None:
    merged = merge(BASE, next_cycle(BASE, "2027 H1", TODAY), BASE.rated("b", Rating(step=3)))
    assert merged.conflicts == ()
    assert [cycle.closed for cycle in merged.assessment.cycles] == [TODAY, None]
    assert merged.assessment.cycles[0].ratings == rated(a=2, b=3)


def test_that_a_cycle_taken_back_here_and_filled_there_is_a_conflict() -> None:
    begun = next_cycle(BASE, "2027 H1", TODAY)
    filled = begun.rated("b", Rating(step=3))
    for mine, theirs in ((BASE, filled), (filled, BASE)):
        merged = merge(begun, mine, theirs)
        assert [each.place for each in merged.conflicts] == [("cycles", 1)]
        assert merged.assessment == mine
        assert merge(begun, mine, theirs, [("cycles", 1)]).assessment == theirs.model_copy(
            update={"cycles": (theirs.cycles[0].model_copy(update={"closed": TODAY}), *theirs.cycles[1:])}
            if theirs is filled
            else {}
        )


def test_that_two_values_of_an_indicator_for_one_period_stay_two() -> None:
    about = Role.model_validate(
        {**LADDER.model_dump(), "performance_indicators": [{"id": "rate", "text": "Completion rate"}]}
    )
    first, second, third = (IndicatorValue(indicator="rate", period="Q1", value=str(i)) for i in range(3))
    base = assessment(about, indicators=(first, second))
    merged = merge(base, base.with_cycle(indicators=(first, third)), base.with_cycle(indicators=(third, second)))
    assert merged.conflicts == ()
    assert merged.assessment.cycle.indicators == (third, third)


NEWER = role(level("junior", ["a", one("b", "Another text.")]), level("chief", ["d"], extends=["junior"]))


def test_that_a_newer_role_of_one_side_is_taken_and_the_others_edits_follow_it() -> None:
    start = BASE.with_profile(SAMPLE, "senior", "senior").rated("c", Rating(step=1))
    moved = take_over(start, NEWER, current="junior", target="chief")
    edited = start.rated("b", Rating(step=2)).with_evidence(proof("e2", "c"))
    for mine, theirs in ((moved, edited), (edited, moved)):
        merged = merge(start, mine, theirs)
        assert merged.conflicts == ()
        assert merged.assessment.role == NEWER
        assert (merged.assessment.current, merged.assessment.target) == ("junior", "chief")
        assert merged.assessment.cycle.ratings["b"] == Rating(step=2, check_again=True)
        assert [item.id for item in merged.assessment.retired] == ["c"]
        assert is_sound(merged.assessment)


def test_that_two_newer_roles_are_a_conflict_about_the_role() -> None:
    other = role(level("junior", ["a", "b"]), level("senior", ["c", "z"], extends=["junior"]))
    mine, theirs = take_over(BASE, NEWER, target="chief"), take_over(BASE, other).rated("z", Rating(step=4))
    merged = merge(BASE, mine, theirs)
    assert ("role",) in [each.place for each in merged.conflicts]
    assert merged.assessment.role == NEWER
    assert merged.assessment.cycle.ratings["z"] == Rating(step=4)
    assert "z" in [item.id for item in merged.assessment.retired]
    assert is_sound(merged.assessment)
    decided = merge(BASE, mine, theirs, [("role",)]).assessment
    assert decided.role == other
    assert decided.cycle.ratings["z"] == Rating(step=4)
    assert is_sound(decided)


def test_that_what_is_retired_stays_while_anything_speaks_of_it() -> None:
    gone = one("gone")
    base = Assessment.model_validate({**assessment(LADDER).model_dump(), "retired": [gone]})
    mine = base.model_copy(update={"retired": ()})
    theirs = base.with_action(Action(id="act", text="Do it.", criteria=("gone",)))
    merged = merge(base, mine, theirs)
    assert merged.assessment.retired == (gone,)
    assert is_sound(merged.assessment)


def test_that_it_keeps_the_id() -> None:
    renamed = BASE.model_copy(update={"id": "other"})
    assert merge(BASE, renamed, BASE).assessment.id == "other"
    assert merge(BASE, BASE, renamed).assessment.id == "other"
    assert merge(BASE, renamed, BASE.model_copy(update={"id": "third"})).assessment.id == "other"


def test_that_two_sides_may_write_one_text_each_of_a_promotion_case() -> None:
    base = assessment(role(level("a", ["x"])))
    mine, theirs = base.with_promotion("In short.", ""), base.with_promotion("", "Because.")
    merged = merge(base, mine, theirs)
    assert merged.conflicts == ()
    assert merged.assessment == base.with_promotion("In short.", "Because.")
