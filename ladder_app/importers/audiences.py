"""For whom a heading is meant that names levels: “Requirements for Senior and Staff”, “Senior & Staff Bakers”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ladder_app.importers.bases import parts_of_title
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.words import RANKS, is_rank, looks_like_title, plain, ranks, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ladder_app.importers.rungs import Outline, Rung
    from ladder_app.importers.sections import Section

_JOINS = re.compile(r"\s*(?:,\s*(?:and|or|&)\s|,|/|&|\+|\band/or\b|\band\b|\bor\b)\s*", re.IGNORECASE)
_UPWARDS = re.compile(r"\s*(?:\+|\b(?:and|or) (?:above|up|upwards?|higher|beyond|more senior))\s*$", re.IGNORECASE)
_SPAN = re.compile(r"\s*(?:–|—|\bto\b|\bthrough\b|\s-\s)\s*", re.IGNORECASE)
_CODE = re.compile(r"\(([a-z]{1,3}\d{1,2})\)", re.IGNORECASE)
_LEADS = re.compile(r"^(?:shared (?:by|between|among|across|for)|common (?:to|for|in)|both|for|at)\b\s*", re.IGNORECASE)


class Audiences:
    """Which levels a text names, each by its whole title, by its rank alone, or without what the last one says."""

    def __init__(self, titles: Sequence[str]) -> None:
        self._titles = titles
        self._by_words: dict[tuple[str, ...], set[int]] = {}
        self._by_rank: dict[frozenset[str], set[int]] = {}
        for number, title in enumerate(titles):
            for name in (title, *parts_of_title(title), *_CODE.findall(plain(title))):
                self._by_words.setdefault(tokens(name), set()).add(number)
            self._by_rank.setdefault(ranks(title), set()).add(number)

    def named(self, text: str) -> list[int]:
        """The numbers of the levels, in order; none if a part of the text is no level’s name."""
        words = _LEADS.sub("", plain(text)).strip(" .:")
        whole = self._one(words, ())
        if whole is not None:
            return [whole]
        if upwards := _UPWARDS.search(words):
            lowest = self._one(words[: upwards.start()], ())
            return [] if lowest is None else list(range(lowest, len(self._titles)))
        ends = _SPAN.split(words)
        if len(ends) == 2 and None not in (span := [self._one(end, ()) for end in ends]):
            return list(range(span[0] or 0, (span[1] or 0) + 1))
        parts = [part for part in _JOINS.split(words) if part.strip()]
        shared = tuple(word for word in tokens(parts[-1]) if word not in RANKS) if len(parts) > 1 else ()
        found = [self._one(part, shared) for part in parts]
        return sorted({number for number in found if number is not None}) if None not in found else []

    def _one(self, name: str, shared: tuple[str, ...]) -> int | None:
        words = tokens(name)
        if not words:
            return None
        fitting = self._by_words.get(words) or self._by_words.get((*words, *shared), set())
        if not fitting and is_rank(name) and ranks(name):
            fitting = self._by_rank.get(ranks(name), set())
        return next(iter(fitting)) if len(fitting) == 1 else None


def names_several(text: str) -> bool:
    """Whether a text is made of several names, whatever they are."""
    return _JOINS.search(text) is not None


def shared_headings(sections: list[Section]) -> dict[int, list[int]]:
    """Headings that name several levels which have headings of their own, with the numbers of those.

    What stands under such a heading, to its end, goes with it.
    """
    open_to = [
        (i, section)
        for i, section in enumerate(sections)
        if section.topic is Topic.NAME and section.depth and looks_like_title(section.title)
    ]
    joined = [(i, section) for i, section in open_to if names_several(plain(section.title))]
    if not joined:
        return {}
    alone = [(i, section) for i, section in open_to if not names_several(plain(section.title))]
    audiences = Audiences([section.title for _, section in alone])
    found: dict[int, list[int]] = {}
    for i, section in joined:
        numbers = audiences.named(section.title)
        if len(numbers) > 1 and all(alone[number][1].depth >= section.depth for number in numbers):
            inside = len(list(section.subtree()))
            if not any(i < alone[number][0] < i + inside for number in numbers):
                found.update((at, [alone[number][0] for number in numbers]) for at in range(i, i + inside))
    return found


def give_to_the_named(outline: Outline) -> None:
    """Sections outside of the levels that their headings name belong to these."""
    if not outline.rungs:
        return
    audiences: Audiences | None = None
    for i, section in enumerate(outline.sections):
        if not section.is_kind or not section.who or i in outline.specialties or i in outline.area_of:
            continue
        owner = outline.owner.get(i)
        if owner is not None and owner.head is not None and section.is_in(owner.head):
            continue
        audiences = audiences or Audiences([rung.title for rung in outline.rungs])
        meant = [outline.rungs[number] for number in audiences.named(section.who)]
        inside = range(i, i + len(list(section.subtree())))
        if len(meant) > 1:
            _share(outline, inside, meant)
        elif (
            meant
            and meant[0] is not owner
            and not (owner is not None and _has(meant[0], section.topic))
            and not any(set(tokens(rung.title)) > set(tokens(section.who)) for rung in outline.rungs)
        ):
            outline.aside -= set(inside)
            outline.owner.update(dict.fromkeys(inside, meant[0]))


def share_in_tracks(outline: Outline) -> None:
    """What stands over some of the levels under a heading of theirs is shared by these, not by those elsewhere."""
    heads = [(rung, rung.head) for rung in outline.rungs if rung.head is not None]
    for i, section in enumerate(outline.sections):
        if not section.is_kind or i in outline.owner or i in outline.specialties or i in outline.shared_by:
            continue
        around = section.parent
        while around is not None and around.depth:
            inside = [rung for rung, head in heads if head.is_in(around)]
            if inside:
                if len(inside) < len(outline.rungs):
                    _share(outline, range(i, i + len(list(section.subtree()))), inside)
                break
            around = around.parent


def _share(outline: Outline, inside: range, meant: list[Rung]) -> None:
    for i in inside:
        outline.owner.pop(i, None)
        outline.aside.discard(i)
        outline.shared_by[i] = meant
        if outline.sections[i].topic is Topic.NAME and i > inside.start:
            outline.kind_of.setdefault(i, outline.sections[inside.start].topic)


def _has(rung: Rung, topic: Topic) -> bool:
    return any(section.topic is topic for section in rung.sections)
