from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.assessment_integrity import assessment_faults
from ladder_app.domain.cycle import Agreed, IndicatorValue, Review
from ladder_app.domain.entries import Action, ActionStatus, Rating
from ladder_app.domain.history import next_cycle, role_difference, take_over
from ladder_app.domain.readiness import readiness
from ladder_app.domain.role import Criterion, PerformanceIndicator, Role, Years
from ladder_app.errors import UnknownName
from tests.domain.builders import TODAY, assessment, level, na, one, proof, rated, role, scale
from tests.domain.strategies import assessments, ids_of, roles

LATER = date(2027, 1, 4)


@st.composite
def later_versions(draw: st.DrawFn, old: Role) -> Role:
    """The role with some criteria dropped, reworded, renamed or added, the levels as they were."""
    kept = st.sampled_from(["as it was", "as it was", "reworded", "renamed", "dropped"])
    levels = []
    for old_level in old.levels:
        lists: dict[str, tuple[Criterion, ...]] = {}
        for name in ("responsibilities", "requirements"):
            now: list[Criterion] = []
            for criterion in getattr(old_level, name):
                plain = criterion.model_copy(update={"refines": None})
                change = draw(kept)
                if change == "as it was":
                    now.append(plain)
                elif change == "reworded":
                    now.append(plain.model_copy(update={"text": f"{plain.text} And tell others why."}))
                elif change == "renamed":
                    now.append(plain.model_copy(update={"id": f"{plain.id}-2", "text": f" {plain.text}\n"}))
            if draw(st.booleans()):
                now.append(
                    Criterion(id=f"{old_level.id}-{name[:3]}-new", text=draw(st.sampled_from(["New.", "Plan work."])))
                )
            lists[name] = tuple(now)
        levels.append(old_level.model_copy(update=lists))
    return Role.model_validate({**dict(old), "levels": levels})


@given(assessments())
def test_that_the_next_cycle_starts_from_the_last_ones_ratings_marked_carried(file: Assessment) -> None:
    after = next_cycle(file, "2041 H1", LATER)
    *earlier, closed, opened = after.cycles
    assert tuple(earlier) == file.cycles[:-1]
    assert closed == file.cycle.model_copy(update={"closed": LATER})
    assert (opened.name, opened.opened, opened.closed) == ("2041 H1", LATER, None)
    assert set(opened.ratings) == set(file.cycle.ratings)
    for name, rating in opened.ratings.items():
        assert rating == file.cycle.ratings[name].model_copy(update={"carried": True})
    assert opened.actions == tuple(a for a in file.cycle.actions if a.status is ActionStatus.OPEN)
    assert not any((opened.evidence, opened.indicators, opened.reviews, opened.notes, opened.agreed))


@given(assessments())
def test_that_a_next_cycle_is_consistent_and_leaves_the_original(file: Assessment) -> None:
    before = file.model_dump()
    after = next_cycle(file, "2041 H1", LATER)
    assert file.model_dump() == before
    assert assessment_faults(after) == []
    assert after.model_copy(update={"cycles": file.cycles}) == file


@given(assessments(), st.data())
def test_that_a_touched_rating_loses_its_mark_and_the_others_keep_theirs(file: Assessment, data: st.DataObject) -> None:
    assume(file.cycle.ratings)
    after = next_cycle(file, "2041 H1", LATER)
    name = data.draw(st.sampled_from(sorted(after.cycle.ratings)))
    touched = after.rated(name, Rating(step=after.cycle.ratings[name].step or 0))
    assert [key for key, rating in touched.cycle.ratings.items() if not rating.carried] == [name]


def test_that_a_cycle_that_was_closed_before_keeps_its_day() -> None:
    file = assessment(role(level("l", ["a"])), rated(a=2), closed=date(2026, 12, 20))
    assert [cycle.closed for cycle in next_cycle(file, "2027 H1", LATER).cycles] == [date(2026, 12, 20), None]


def test_that_ratings_of_retired_criteria_stay_behind() -> None:
    file = assessment(role(level("l", ["a"])), rated(a=2)).model_copy(update={"retired": (one("old"),)})
    file = file.with_cycle(ratings=rated(a=2, old=3))
    after = next_cycle(file, "2027 H1", LATER)
    assert set(after.cycle.ratings) == {"a"}
    assert set(after.cycles[0].ratings) == {"a", "old"}


@given(roles())
def test_that_a_role_does_not_differ_from_itself(any_role: Role) -> None:
    assert role_difference(any_role, any_role).is_empty


@given(st.data())
def test_that_every_criterion_is_kept_new_or_gone_and_none_is_two_of_them(data: st.DataObject) -> None:
    old = data.draw(roles())
    new = data.draw(later_versions(old))
    found = role_difference(old, new)
    gone, added = {c.id for c in found.gone}, {c.id for c in found.new}
    same_id = set(ids_of(old)) & set(ids_of(new))
    assert gone | same_id | set(found.renamed) == set(ids_of(old))
    assert added | same_id | set(found.renamed.values()) == set(ids_of(new))
    assert len(gone) + len(same_id) + len(found.renamed) == len(ids_of(old))
    assert len(added) + len(same_id) + len(found.renamed) == len(ids_of(new))
    for before, after in found.renamed.items():
        assert old.criterion(before).text.split() == new.criterion(after).text.split()
    for name in same_id:
        one_, other = old.criterion(name), new.criterion(name)
        reworded = one_.text.split() != other.text.split() or one_.years != other.years
        assert (other.id in {pair.new.id for pair in found.reworded}) or not reworded
    assert not {c.text.strip() for c in found.gone} & {c.text.strip() for c in found.new}


def test_that_the_difference_is_told_in_the_order_of_the_roles() -> None:
    old = role(level("l", [one("a", "A."), one("b", "B."), one("c", "C."), one("d", "D.")]))
    new = role(level("l", [one("e", "E."), one("d", "D!"), one("b", " B.\n"), one("z", "C."), one("f", "F.")]))
    found = role_difference(old, new)
    assert [c.id for c in found.new] == ["e", "f"]
    assert [(pair.old.text, pair.new.text) for pair in found.reworded] == [("D.", "D!")]
    assert [c.id for c in found.gone] == ["a"]
    assert found.renamed == {"c": "z"}
    assert not found.is_empty


def test_that_the_same_text_is_looked_for_at_its_own_level_first() -> None:
    old = role(level("one", [one("a", "Mentor.")]), level("two", [one("b", "Mentor.")]))
    new = role(level("one"), level("two", [one("c", "Mentor.")]))
    found = role_difference(old, new)
    assert found.renamed == {"b": "c"}
    assert [c.id for c in found.gone] == ["a"]


def test_that_a_text_that_moved_to_another_level_is_known_again() -> None:
    old = role(level("one", [one("a", "Mentor.")]), level("two"))
    new = role(level("one"), level("two", [], [one("b", "Mentor.")]))
    assert role_difference(old, new).renamed == {"a": "b"}


def test_that_the_id_goes_before_the_text() -> None:
    old = role(level("l", [one("a", "Plan."), one("b", "Lead.")]))
    new = role(level("l", [one("a", "Lead."), one("c", "Plan.")]))
    found = role_difference(old, new)
    assert [(pair.old.id, pair.new.id) for pair in found.reworded] == [("a", "a")]
    assert [c.id for c in found.gone] == ["b"]
    assert [c.id for c in found.new] == ["c"]


def test_that_more_years_reword_a_criterion_and_a_weight_does_not() -> None:
    old = role(level("l", [one("a", years=Years(minimum=5, of="x")), one("b", weight=1)]))
    new = role(level("l", [one("a", years=Years(minimum=8, of="x")), one("b", weight=2, plus=True)]))
    assert [pair.new.id for pair in role_difference(old, new).reworded] == ["a"]


@given(st.data())
def test_that_nothing_the_person_wrote_is_lost(data: st.DataObject) -> None:
    old = data.draw(roles())
    file = data.draw(assessments(old))
    new = data.draw(later_versions(old))
    after = take_over(file, new)
    names = role_difference(old, new).renamed
    assert after.role is new
    assert assessment_faults(after) == []
    for before, now in zip(file.cycles, after.cycles, strict=True):
        steps = {names.get(key, key): (r.step, r.not_applicable, r.carried) for key, r in before.ratings.items()}
        assert {key: (r.step, r.not_applicable, r.carried) for key, r in now.ratings.items()} == steps
        assert now.notes == {names.get(key, key): note for key, note in before.notes.items()}
        assert [(e.id, e.criteria) for e in now.evidence] == [
            (e.id, tuple(names.get(key, key) for key in e.criteria)) for e in before.evidence
        ]
        assert [(a.id, a.criteria) for a in now.actions] == [
            (a.id, tuple(names.get(key, key) for key in a.criteria)) for a in before.actions
        ]
        assert now.indicators == before.indicators
        for was_said, said in zip(before.reviews, now.reviews, strict=True):
            assert said.reviewer == was_said.reviewer
            assert said.comments == {names.get(key, key): text for key, text in was_said.comments.items()}
            assert {key: r.step for key, r in said.ratings.items()} == {
                names.get(key, key): r.step for key, r in was_said.ratings.items()
            }
        assert {key: (a.text, a.rating and a.rating.step) for key, a in now.agreed.items()} == {
            names.get(key, key): (a.text, a.rating and a.rating.step) for key, a in before.agreed.items()
        }


@given(st.data())
def test_that_reworded_ones_are_to_be_checked_again_in_the_current_cycle_alone(data: st.DataObject) -> None:
    old = data.draw(roles())
    file = data.draw(assessments(old))
    new = data.draw(later_versions(old))
    difference = role_difference(old, new)
    reworded = {pair.new.id for pair in difference.reworded}
    after = take_over(file, new)
    original = {new_id: old_id for old_id, new_id in difference.renamed.items()}
    for before, now in zip(file.cycles, after.cycles, strict=True):
        for name, rating in now.ratings.items():
            was = before.ratings[original.get(name, name)].check_again
            assert rating.check_again == (was or (now is after.cycle and name in reworded))


@given(st.data())
def test_that_what_is_gone_is_kept_as_retired_and_comes_back_with_an_older_role(data: st.DataObject) -> None:
    old = data.draw(roles())
    file = data.draw(assessments(old))
    new = data.draw(later_versions(old))
    after = take_over(file, new)
    assert after.retired == role_difference(old, new).gone
    back = take_over(after, old)
    assert not {criterion.id for criterion in back.retired} & set(ids_of(old))
    gone = {criterion.id for criterion in after.retired}
    for name in gone & set(file.cycle.ratings):
        assert back.cycle.ratings[name].step == file.cycle.ratings[name].step


@given(assessments())
def test_that_taking_over_the_same_role_changes_nothing(file: Assessment) -> None:
    assert take_over(file, file.role) == file


def test_that_taking_over_follows_everything_said_about_a_criterion() -> None:
    old = role(level("l", [one("a", "Plan."), one("b", "Lead."), one("c", "Gone.")]))
    new = role(level("l", [one("plan", "Plan."), one("b", "Lead well.")]))
    review = Review(reviewer="Sample Manager", date=TODAY, ratings=rated(a=1, b=2), comments={"a": "Nearly."})
    file = assessment(
        old,
        rated(a=2, b=None, c=3),
        notes={"a": "N", "c": "C"},
        evidence=[proof("e", "a", "c")],
        actions=[Action(id="x", text="T", criteria=("a", "b"))],
        reviews=[review],
        agreed={"a": Agreed(rating=Rating(step=2)), "b": Agreed(text="Later.", rating=Rating(step=1))},
    )
    after = take_over(file, new).cycle
    assert after.ratings == {
        "plan": Rating(step=2),
        "b": na().model_copy(update={"check_again": True}),
        "c": Rating(step=3),
    }
    assert after.notes == {"plan": "N", "c": "C"}
    assert after.evidence[0].criteria == ("plan", "c")
    assert after.actions[0].criteria == ("plan", "b")
    assert after.reviews[0].ratings == {"plan": Rating(step=1), "b": Rating(step=2, check_again=True)}
    assert after.reviews[0].comments == {"plan": "Nearly."}
    assert after.agreed["plan"] == Agreed(rating=Rating(step=2))
    assert after.agreed["b"] == Agreed(text="Later.", rating=Rating(step=1, check_again=True))


def test_that_a_retired_criterion_comes_to_life_by_its_text() -> None:
    first = role(level("l", [one("a", "Plan.")]))
    without = role(level("l"))
    again = role(level("l", [one("planning", "Plan.")]))
    file = take_over(take_over(assessment(first, rated(a=2)), without), again)
    assert file.retired == ()
    assert file.cycle.ratings == rated(planning=2)
    assert readiness(file).figures.rated == 1


def test_that_values_of_indicators_follow_them_and_outlive_them() -> None:
    def with_indicators(*indicators: PerformanceIndicator) -> Role:
        return role(level("l", ["a"]), performance_indicators=indicators)

    done, sold = PerformanceIndicator(id="done", text="Done"), PerformanceIndicator(id="sold", text="Sold")
    values = [IndicatorValue(indicator=name, period="Q1", value="7") for name in ("done", "sold")]
    file = assessment(with_indicators(done, sold), indicators=values)
    after = take_over(file, with_indicators(PerformanceIndicator(id="completed", text=" Done ")))
    assert [value.indicator for value in after.cycle.indicators] == ["completed", "sold"]
    assert after.retired_indicators == (sold,)
    assert take_over(after, with_indicators(sold, done)).retired_indicators == ()


def test_that_a_step_above_a_shorter_scale_becomes_its_highest_and_all_steps_are_to_be_checked_again() -> None:
    old = role(level("l", ["a", "b", "c"]))
    new = role(level("l", ["a", "b", "c"]), scale=scale(3, 2))
    file = next_cycle(assessment(old, rated(a=4, b=1, c=None)), "2027 H1", LATER)
    after = take_over(file, new)
    assert [(r.step, r.check_again) for r in after.cycle.ratings.values()] == [(2, True), (1, True), (None, False)]
    assert [(r.step, r.check_again) for r in after.cycles[0].ratings.values()] == [
        (2, False),
        (1, False),
        (None, False),
    ]


def test_that_a_moved_bar_or_a_new_label_calls_for_another_look_and_a_descriptor_does_not() -> None:
    def described(meets: int, label: str, descriptor: str) -> Role:
        steps = [{"label": "No"}, {"label": "Some"}, {"label": label, "descriptor": descriptor}]
        return role(level("l", ["a"]), scale={"meets": meets, "steps": steps})

    file = assessment(described(2, "Yes", ""), rated(a=1))
    for version, check_again in (
        (described(1, "Yes", ""), True),
        (described(2, "Always", ""), True),
        (described(2, "Yes", "every day"), False),
    ):
        assert take_over(file, version).cycle.ratings["a"].check_again is check_again


def test_that_a_level_that_is_gone_has_to_be_replaced_by_one_that_is_there() -> None:
    old = role(level("junior", ["a"]), level("senior", ["b"]))
    new = role(level("junior", ["a"]), level("seniors", ["b"]))
    file = assessment(old, rated(a=1)).model_copy(update={"current": "junior"})
    with pytest.raises(UnknownName, match=r"no level “senior”\. Did you mean “seniors”"):
        take_over(file, new)
    after = take_over(file, new, target="seniors")
    assert (after.current, after.target) == ("junior", "seniors")
    with pytest.raises(UnknownName, match="no level “junio”"):
        take_over(file, new, current="junio", target="seniors")
    gone = take_over(after, role(level("seniors", ["b"])), current="seniors")
    assert (gone.current, gone.target) == ("seniors", "seniors")
