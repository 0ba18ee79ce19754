"""The conversation in words: who sees what, why something is on the agenda, what is still in the way."""

from collections.abc import Iterator
from datetime import date

from ladder_app.domain.agenda import InTheWay, Point, Topic
from ladder_app.domain.comparison import Compared, Outcome
from ladder_app.domain.cycle import Agreed, Cycle, Review
from ladder_app.domain.effective import EffectiveLevel
from ladder_app.domain.entries import Rating
from ladder_app.domain.scale import Scale
from ladder_app.markup import isolated, plain
from ladder_app.report.sentences import level_name, rating_words
from ladder_app.report.words import capitalised, counted, day, number

TOPIC_WORDS = {
    Topic.DIFFERENCE: "seen differently",
    Topic.GAP_WITHOUT_ACTION: "gap without an action",
    Topic.NO_EVIDENCE: "met, but no evidence",
    Topic.STALE_EVIDENCE: "no evidence newer than a year",
}


def whose(name: str, rating: Rating | None, scale: Scale) -> str:
    """`Sample Manager – 1 Starting`."""
    words = rating_words(scale, rating)
    if rating is not None and rating.not_applicable:
        words = f"{words}: {isolated(rating.not_applicable)}"
    return f"{isolated(name)} – {words}"


def view_remark(item: Compared, person: str, reviewer: str) -> str:
    """What the marks on the scale cannot say of a criterion: who did not rate it, or says that it does not apply."""
    match item.outcome:
        case Outcome.ONE_DOES_NOT_APPLY:
            name = person if item.own is not None and not item.own.applies else reviewer
            return f"{isolated(name)}: not applicable"
        case Outcome.SAME if item.own is not None and not item.own.applies:
            return "not applicable, both say"
        case Outcome.NOT_REVIEWED | Outcome.UNRATED if item.comment:
            return f"{isolated(reviewer)}: a comment, no rating"
        case Outcome.NOT_REVIEWED:
            return f"{isolated(reviewer)} has not rated it"
        case Outcome.NOT_SELF_RATED:
            return f"{isolated(person)} has not rated it"
        case Outcome.UNRATED:
            return "rated by neither"
    return ""


def point_remark(point: Point) -> str:
    """Why a criterion is on the agenda: `seen differently · met, but no evidence`."""
    return " · ".join(TOPIC_WORDS[topic] for topic in point.topics)


def agreed_words(scale: Scale, counts: Rating | None) -> str:
    """`3 Meets`, or `open` where no rating counts as agreed."""
    return "open" if counts is None else rating_words(scale, counts)


def agreed_hint(scale: Scale, recorded: Agreed | None, counts: Rating | None) -> str:
    """Beside where the agreed rating is recorded: what it is, or why one counts without being recorded."""
    if recorded is not None and recorded.rating is not None:
        return capitalised(rating_words(scale, recorded.rating))
    if counts is not None:
        return f"{capitalised(rating_words(scale, counts))}: you all say so"
    return "Still open"


def spoken(text: str, views: list[tuple[str, Rating | None]], agreed: str, scale: Scale) -> str:
    """A row for somebody who cannot see it."""
    seen = [f"{isolated(name)}: {rating_words(scale, rating)}" for name, rating in views]
    return ", ".join([isolated(text), *seen, f"agreed: {agreed}"])


def heading_words(cycle: Cycle, person: str, review: Review | None) -> str:
    """Under the title: whose views these are, and when they were given."""
    if review is None:
        return f"{isolated(cycle.name)} · nobody has reviewed it yet"
    views = f"{isolated(person)} beside {isolated(review.reviewer)}, {day(review.date)}"
    held = cycle.conversation.held
    return f"{views} · talked on {day(held)}" if held else f"{views} · start with what you see differently"


def in_the_way_words(found: InTheWay, level: EffectiveLevel, *, alone: bool = False) -> str:
    """What is below the bar in both views (`alone`: in the person's), and whether the plan has something for it."""
    where = "" if alone else " in both views"
    scale = level.role.scale
    bar = isolated(plain(scale.steps[scale.meets].label))
    count = len(found.below)
    if not count:
        return f"Nothing: no criterion is below “{bar}”{where}."
    below = f"{capitalised(counted(count, 'criterion is', 'criteria are'))} below “{bar}”{where}"
    without = found.without_action
    if not without:
        return f"{below}; {'it has' if count == 1 else 'each has'} an action in the plan."
    if without == count:
        return f"{below}, and no action is about {'it' if count == 1 else 'any of them'} yet."
    return f"{below}; {number(without)} of them {'has' if without == 1 else 'have'} no action yet."


def in_the_way_heading(level: EffectiveLevel) -> str:
    """`In the way of grade 9`."""
    return f"In the way of {isolated(level_name(level.level))}"


def nothing_words(tab: str, *, same: int, one_sided: int) -> Iterator[str]:
    """What an empty list says instead: that it is good news, and where the rest is."""
    if tab == "Differences":
        yield "Nothing is seen differently."
        parts = [f"{counted(same, 'criterion is', 'criteria are')} seen the same way"] if same else []
        if one_sided:
            parts.append(f"{counted(one_sided, 'is', 'are')} rated from one side only or by neither")
        if parts:
            yield f"{capitalised(', '.join(parts))}."
    elif tab == "Seen the same":
        yield "Nothing is seen the same way yet."
    elif tab == "Not reviewed":
        yield "Both have rated everything."
    else:
        yield "Nothing is on the agenda: no differences, every gap has an action, everything met has fresh evidence."


def talked_words(on: date | None) -> str:
    """`Talked about`, with the day once it was."""
    return "Talked about" if on is None else f"Talked about on {day(on)}"
