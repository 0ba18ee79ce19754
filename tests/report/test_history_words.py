from ladder_app.domain.cycles import CarryOver
from ladder_app.domain.entries import Rating
from ladder_app.domain.readiness import readiness
from ladder_app.domain.trend import Moved, movements
from ladder_app.report.history_words import (
    carried_along,
    closed_words,
    cycle_days,
    figures_words,
    left_behind,
    moved_words,
    movement_sentence,
)
from tests.domain.builders import assessment, level, one, rated, role

NOTHING = CarryOver(0, 0, 0, 0, 0, 0, 0, 0, 0)


def test_that_what_goes_along_and_what_stays_is_said_in_words() -> None:
    carry = CarryOver(22, 3, 1, 18, 0, 1, 0, 1, 3)
    assert carried_along(carry) == (
        "22 ratings, each marked as carried until you rate or confirm it, and three open actions."
    )
    assert left_behind(carry) == (
        "18 pieces of evidence, one review, one action that is done or dropped, three indicator values"
        " and one rating of what the role no longer asks."
    )
    one_rating = CarryOver(1, 0, 0, 0, 0, 0, 0, 0, 0)
    assert carried_along(one_rating) == "one rating, marked as carried until you rate or confirm it."
    assert carried_along(NOTHING).startswith("Nothing")
    assert left_behind(NOTHING) == "Nothing else is in this cycle."


def test_that_a_movement_says_from_where_to_where_and_what_it_did_to_the_bar() -> None:
    scale = role(level("l")).scale
    a = one("a")
    assert moved_words(Moved(a, Rating(step=2), Rating(step=3)), scale) == "2 Growing → 3 Meets · reached the bar"
    assert moved_words(Moved(a, Rating(step=3), Rating(step=1)), scale) == "3 Meets → 1 Starting · was at the bar"
    assert moved_words(Moved(a, Rating(step=3), Rating(step=3)), scale) == "3 Meets"
    gone = moved_words(Moved(a, Rating(step=1), None, retired=True), scale)
    assert gone == "1 Starting → not rated · no longer in the role"


def test_that_the_sentence_counts_every_way_something_moved() -> None:
    file = assessment(role(level("l", ["a", "b"])), rated(a=3, b=1))
    empty = assessment(role(level("l", ["a", "b"]))).cycle
    assert movement_sentence(movements(file, empty, file.cycle)) == "Two are new."
    assert movement_sentence(movements(file, file.cycle, file.cycle)) == "Two are unchanged."
    assert movement_sentence(movements(file, empty, empty)) == "Nothing is rated in either of the two."


def test_that_cycles_say_their_days_and_figures_say_when_there_are_none() -> None:
    file = assessment(role(level("l", ["a"])))
    assert cycle_days(file.cycle) == "since 1 Jul 2026"
    closed = file.cycle.model_copy(update={"closed": file.cycle.opened})
    assert cycle_days(closed) == "1 Jul 2026 – 1 Jul 2026"
    assert closed_words(closed) == "2026 H2 was closed on 1 Jul 2026"
    assert closed_words(file.cycle) == "2026 H2 was closed"
    assert figures_words(readiness(file)) == "nothing rated"
    assert figures_words(readiness(assessment(role(level("l"))))) == "nothing to rate"
    assert figures_words(readiness(file.rated("a", Rating(step=3)))).replace("\u00a0", " ") == "100 % · 1 of 1 met"
