"""Lines that act as headings: bold ones, labels over lists, and entries of a list that name what follows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ladder_app.importers.blocks import Block, Heading, Listing, Paragraph
from ladder_app.importers.inheritance import reference_in
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.meanings import meaning
from ladder_app.importers.words import looks_like_title, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_BOLD_LINE = re.compile(r"(?:\*\*|__)(?=\S)((?:(?!\*\*|__).)+?)(?:\*\*|__)\s*:?\s*")
_LABEL = re.compile(r"([^.!?;:]{3,60}):\s*")
_IS_SENTENCE = re.compile(
    r"\b(?:all|everything|extends?|includes?|same|plus|following|above|previous|are|is)\b", re.IGNORECASE
)
BOLD_DEPTH = 7
LABEL_DEPTH = 8
_LABEL_TOPICS = frozenset(
    (Topic.RESPONSIBILITY, Topic.REQUIREMENT, Topic.PLUS, Topic.INDICATOR, Topic.GRADE, Topic.HIRING)
)
_OPENS = re.compile(
    r"(?:key )?performance indicators|responsibilities|(?:preferred |minimum )?(?:requirements|qualifications)"
    r"|nice[ -]to[ -]haves?|hiring process",
    re.IGNORECASE,
)


def acting_heading(block: Block, topics: Mapping[int, Topic]) -> Heading | None:
    """A paragraph whose first line is bold from end to end, or is a label such as “Requirements:”."""
    if not isinstance(block, Paragraph):
        return None
    number, text = block.rows[0]
    lines = range(number, number + 1)
    if text.startswith(("**", "__")) and (found := _BOLD_LINE.fullmatch(text)) and len(found[1]) < 100:
        return Heading(BOLD_DEPTH, found[1], lines)
    alone = len(block.rows) == 1
    if alone and len(text) < 64 and (found := _LABEL.fullmatch(text)) and meaning(found[1]).topic in _LABEL_TOPICS:
        words = plain(found[1])
        a_label = len(words.split()) <= 5 and words[:1].isupper() and not _IS_SENTENCE.search(words)
        if a_label and reference_in(text) is None:
            return Heading(LABEL_DEPTH, text, lines)
    if alone and len(text) < 70 and text.isupper() and _is_cried(text):
        return Heading(BOLD_DEPTH if meaning(text).topic is Topic.NAME else LABEL_DEPTH, text, lines)
    if not alone and len(text) < 30 and not text.endswith((".", ",")) and _is_nice(text):
        return Heading(LABEL_DEPTH, text, lines)
    if number in topics:
        return Heading(LABEL_DEPTH, text, range(lines.start, lines.start + len(block.rows)))
    return None


_SHORTEST_CRY = 5


def _is_cried(text: str) -> bool:
    """Whether a line of capitals alone is the name of a level or says what follows: “BAKER II”, “DUTIES”."""
    words = plain(text).rstrip(": ").split()
    if not words or len(words) > 8 or text[-1:] in ".,;!?" or sum(map(str.isalpha, text)) < _SHORTEST_CRY:
        return False
    topic = meaning(text).topic
    return topic in _LABEL_TOPICS or (topic is Topic.NAME and looks_like_title(text))


_NICE = re.compile(
    r"(?:nice[ -]to[ -]haves?|good to haves?|bonus(?: points)?|preferred(?: qualifications)?):?", re.IGNORECASE
)


def _is_nice(text: str) -> bool:
    """Whether the first line of a paragraph says that what is listed below is only nice to have."""
    return _NICE.fullmatch(plain(text)) is not None


def label_at_end(block: Paragraph, following: Sequence[Block]) -> Heading | None:
    """The label in bold that ends a paragraph over a list: “**Scope**: one oven.”, and below it “**Skills**:”."""
    number, text = block.rows[-1]
    if len(block.rows) < 2 or not text.startswith(("**", "__")) or not text.endswith((":", ":**", ":__")):
        return None
    found = _BOLD_LINE.fullmatch(text)
    if found is None or len(found[1]) >= 100 or not following or not isinstance(following[0], Listing):
        return None
    return Heading(BOLD_DEPTH, found[1], range(number, number + 1))


def bare_headings(blocks: list[Block]) -> dict[int, Heading]:
    """On a page without any marked heading but its title: lines alone over a list, and titles over those."""
    if any(isinstance(block, Heading) for block in blocks[1:]):
        return {}
    found: dict[int, Heading] = {}
    titled = bool(blocks) and isinstance(blocks[0], Heading)
    for number in range(len(blocks) - 2, -1, -1):
        block, following = blocks[number], blocks[number + 1]
        if not isinstance(block, Paragraph) or len(block.rows) > 1 or len(words := plain(block.text).split()) > 8:
            continue
        if not words or not words[0][:1].isupper() or block.text.rstrip()[-1:] in ".,;!?":
            continue
        topic = meaning(block.text).topic
        if topic in _LABEL_TOPICS and len(words) <= 5 and isinstance(following, (Listing, Paragraph)):
            found[number] = Heading(LABEL_DEPTH, block.text, block.lines)
        elif (
            topic is Topic.NAME
            and looks_like_title(block.text)
            and not (titled and block.text.rstrip().endswith(":"))
            and (isinstance(following, Listing) or (number + 1 in found and found[number + 1].depth == LABEL_DEPTH))
        ):
            found[number] = Heading(BOLD_DEPTH, block.text, block.lines)
    return found


def label_lines(blocks: list[Block]) -> dict[int, Heading]:
    """Lines over lists that are neither bold nor end in a colon, and those that name one category of several."""
    found: dict[int, Heading] = {}
    names: list[int] = []
    inside = False
    for number, block in enumerate(blocks):
        if isinstance(block, Heading):
            _name_all(names, blocks, found)
            names = []
            inside = meaning(block.text).topic in _LABEL_TOPICS
        elif inside and isinstance(block, Paragraph) and len(block.rows) == 1:
            following = blocks[number + 1] if number + 1 < len(blocks) else None
            words = plain(block.text).rstrip(":").split()
            if not isinstance(following, Listing) or not 0 < len(words) <= 4 or not words[0][:1].isupper():
                continue
            said = plain(block.text)
            if said[-1:] in ".,;!?" or _IS_SENTENCE.search(said) or reference_in(block.text) is not None:
                continue
            topic = meaning(block.text).topic
            if topic in _LABEL_TOPICS:
                found[number] = Heading(LABEL_DEPTH, block.text, block.lines)
            elif topic is Topic.NAME:
                names.append(number)
    _name_all(names, blocks, found)
    return found


def _name_all(names: list[int], blocks: list[Block], found: dict[int, Heading]) -> None:
    if len(names) > 1:
        for number in names:
            block = blocks[number]
            if isinstance(block, Paragraph):
                found[number] = Heading(LABEL_DEPTH, block.text, block.lines)


def with_opening_entries(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, each list cut where an entry is but the name of what follows: “Performance Indicators”."""
    for block in blocks:
        if not isinstance(block, Listing):
            yield block
            continue
        start = 0
        for number, item in enumerate(block.items):
            opens = not item.children and 0 < number < len(block.items) - 1 and _OPENS.fullmatch(plain(item.text))
            if opens:
                if number > start:
                    yield Listing(block.items[start:number])
                yield Heading(LABEL_DEPTH, item.text, item.lines)
                start = number + 1
        yield Listing(block.items[start:]) if start else block
