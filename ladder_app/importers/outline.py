"""Sections → levels, and to which level each section belongs."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ladder_app.importers.acting_headings import BOLD_DEPTH
from ladder_app.importers.audiences import Audiences, give_to_the_named, share_in_tracks, shared_headings
from ladder_app.importers.bases import parts_of_title
from ladder_app.importers.level_grades import has_grade, resembles
from ladder_app.importers.level_headings import CLOSING, LevelHeadings
from ladder_app.importers.levels_by_area import levels_by_area
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.rungs import Outline, Rung
from ladder_app.importers.specialties import specialty_sections
from ladder_app.importers.tracks import levels_of_tracks
from ladder_app.importers.words import RANKS, looks_like_title, plain, ranks, tokens

if TYPE_CHECKING:
    from ladder_app.importers.sections import Section


class _Outliner:
    """Walks over the sections once, keeping the level that is open."""

    def __init__(self, sections: list[Section], role_title: str) -> None:
        self._all = sections
        self._role_title = role_title
        self._specialties = specialty_sections(sections)
        self._shared = shared_headings(sections)
        self._tracks = levels_of_tracks(sections, self._specialties)
        self._over_track = {id(track) for track in self._tracks.values()}
        over = {i for i, section in enumerate(sections) if id(section) in self._over_track}
        self._headings = LevelHeadings(sections, role_title, self._specialties | self._shared.keys() | over)
        areas = levels_by_area(sections, self._specialties | self._tracks.keys())
        self.outline = Outline(sections, [], {}, self._specialties, {}, areas)
        self._areas = {id(area) for area in areas.values()}

    def walk(self) -> Outline:
        current: Rung | None = None
        open_kind: Section | None = None
        closed = False
        aside: Section | None = None
        rungs = self.outline.rungs
        owner = self.outline.owner
        for i, section in enumerate(self._all):
            if i in self._shared:
                closed, open_kind, aside = True, None, None
                self._kind_of_shared(i, section)
                continue
            if i in self._specialties:
                if section.topic is Topic.SPECIALTY and current and section.depth > current.depth:
                    owner[i] = current
                elif current is None or section.depth <= current.depth:
                    closed = True
                elif i - 1 in owner and i - 1 in self._specialties:
                    owner[i] = owner[i - 1]
                open_kind = None
                continue
            if id(section) in self._over_track:
                current, closed, open_kind, aside = None, False, None, None
                continue
            if i in self._tracks:
                current = Rung(section.title, section, [section], track=plain(self._tracks[i].title))
                rungs.append(current)
                owner[i] = current
                closed, open_kind, aside = False, None, None
                continue
            if i in self.outline.area_of:
                around = self.outline.area_of[i]
                current, closed, open_kind, aside = self._in_area(i, section), False, None, None
                if around.is_kind and section.depth > around.depth:
                    open_kind = around
                continue
            if id(section) in self._areas:
                closed = current is not None and section.depth <= current.depth
            if open_kind is not None and section.depth <= open_kind.depth:
                open_kind = _kind_around(section)
            if open_kind is not None and section.topic is Topic.NAME and section.depth > open_kind.depth:
                again = self._known(section.title)
                if again is not None:
                    owner[i] = again
                    again.sections.append(section)
                    self.outline.kind_of[i] = open_kind.topic
                    continue
            if current is not None and section.topic is Topic.NAME and self._is_again(section, current):
                graded_again = has_grade(self._all, i) and section.depth <= current.depth
                if not graded_again or not current.sections[1:]:
                    owner[i] = current
                    current.sections.append(section)
                    self.outline.again.add(i)
                    continue
            if not self._is_around_areas(section) and self._headings.is_level(i, open_kind):
                known = self._known(section.title) if self.outline.area_of else None
                current = known or Rung(section.title, section)
                if known is None:
                    rungs.append(current)
                current.sections.append(section)
                owner[i] = current
                closed = False
                open_kind = aside = None
                continue
            if aside is not None and not section.is_in(aside):
                aside = None
            if section.topic is Topic.NAME and current is not None and section.depth <= current.depth:
                aside = section
            elif aside is not None and section.is_kind and not self._is_named(section, current):
                self.outline.aside.add(i)
                continue
            if section.is_kind or section.topic is Topic.GRADE:
                if section.is_kind:
                    open_kind = section
                named = self._implicit(section, current)
                if named is not None:
                    current, closed = named, False
                if current is not None and not self._is_not_its_own(section, current, closed=closed):
                    self._own(i, section, current)
                continue
            if section.topic in (Topic.LEVELS,):
                if current is None or section.depth <= current.depth or not self._levels_inside(i):
                    closed = closed or current is not None
                    if current is not None and section.depth > current.depth:
                        closed = False
                continue
            if section.topic in CLOSING and current is not None and section.depth <= current.depth:
                if section.who and resembles(section.who, current.title):
                    self._own(i, section, current)
                else:
                    closed, aside = True, section
                continue
            beside = aside is not None and aside is not section and aside.depth < BOLD_DEPTH
            if current is not None and not closed and not beside and section.depth > current.depth:
                self._own(i, section, current)
                if open_kind is not None and section.topic is Topic.NAME:
                    self.outline.kind_of[i] = open_kind.topic
                continue
            if open_kind is not None and section.topic is Topic.NAME:
                self.outline.kind_of[i] = open_kind.topic
                if open_kind.who and current is not None and open_kind in current.sections:
                    self._own(i, section, current)
        for i, heads in self._shared.items():
            self.outline.shared_by[i] = [rung for rung in rungs if any(rung.head is self._all[head] for head in heads)]
        give_to_the_named(self.outline)
        share_in_tracks(self.outline)
        return self.outline

    def _is_around_areas(self, section: Section) -> bool:
        """Whether levels come back under a heading, or it is the title over such headings."""
        if id(section) in self._areas:
            return True
        return section.depth == 1 and any(area.is_in(section) for area in self.outline.area_of.values())

    def _kind_of_shared(self, i: int, section: Section) -> None:
        around = _kind_around(section)
        if section.topic is Topic.NAME:
            self.outline.kind_of[i] = around.topic if around is not None else Topic.RESPONSIBILITY

    @staticmethod
    def _is_again(section: Section, current: Rung) -> bool:
        """Whether a heading says the name of the open level again: alike, or longer in a level that is empty so far."""
        if tokens(section.title) == tokens(current.title):
            return True
        inside = current.head is not None and section.parent is current.head and len(current.sections) == 1
        return inside and tokens(current.title) in [tokens(part) for part in parts_of_title(section.title)]

    def _in_area(self, i: int, section: Section) -> Rung:
        """The level of a heading that comes back under every area."""
        rung = self._known(section.title)
        if rung is None:
            rung = Rung(section.title, section)
            self.outline.rungs.append(rung)
        around = self.outline.area_of[i]
        if around.is_kind:
            self.outline.kind_of[i] = around.topic
        rung.sections.append(section)
        self.outline.owner[i] = rung
        return rung

    @staticmethod
    def _is_named(section: Section, current: Rung | None) -> bool:
        return current is not None and bool(section.who) and resembles(section.who, current.title)

    @staticmethod
    def _is_not_its_own(section: Section, current: Rung, *, closed: bool) -> bool:
        """Whether a section beside or above the open level is another's."""
        if section.depth > current.depth or section.who:
            return False
        inside = {one.topic for one in current.sections if one.is_kind and one.depth > section.depth}
        # Beside a level that has headings of this kind inside, one more is for all, as one above them is.
        over = section.is_kind and (bool(inside) if section.depth < current.depth else section.topic in inside)
        return (
            closed
            or over
            or section.is_for_everybody
            or (section.topic is Topic.GRADE and any(s.topic is Topic.GRADE for s in current.sections))
        )

    def _levels_inside(self, i: int) -> bool:
        return any(s.topic is Topic.NAME for s in self._all[i].children)

    def _own(self, i: int, section: Section, rung: Rung) -> None:
        self.outline.owner[i] = rung
        rung.sections.append(section)
        if section.who:
            rung.aliases.append(section.who)

    def _known(self, title: str) -> Rung | None:
        wanted = Counter(tokens(title))
        for rung in self.outline.rungs:
            if Counter(tokens(rung.title)) == wanted:
                return rung
        return None

    def _implicit(self, section: Section, current: Rung | None) -> Rung | None:
        """The level that “Senior Engineer Responsibilities” names, where no heading of its own does."""
        who = section.who
        if not who or not looks_like_title(who):
            return None
        if self._headings.any:
            return self._forgotten(section, current)
        if current is not None and (section.depth > current.depth or resembles(who, current.title)):
            return None
        known = self._known(who)
        if known is not None:
            return known
        if current is not None and current.head is not None:
            return None
        if resembles(who, self._role_title) and not ranks(who):
            return None
        if len(tokens(who)) == 1 and not ranks(who):
            return None
        rung = Rung(_as_written(section, who), None)
        self.outline.rungs.append(rung)
        return rung

    def _forgotten(self, section: Section, current: Rung | None) -> Rung | None:
        """The level whose own heading the page forgot: of another rank than the open one, which has all of its kind."""
        if (
            current is None
            or not (section.is_kind or section.topic is Topic.GRADE)
            or not RANKS.intersection(tokens(section.who))
            or ranks(section.who) == ranks(current.title)
        ):
            return None
        known = self._known(section.who)
        if known is not None:
            return known if known is current or (known.head is None and known in self.outline.rungs) else None
        bare = set(tokens(section.who)) - RANKS
        is_ours = any(bare == set(tokens(name)) - RANKS for name in (current.title, *current.aliases))
        is_full = any(one.topic is section.topic for one in current.sections)
        if not is_ours or not is_full or any(tokens(one.title) == tokens(section.who) for one in self._all):
            return None
        titles = [one.title for one in self._all if one.topic is Topic.NAME and one.titleish]
        if len(Audiences(titles).named(section.who)) > 1:
            return None
        rung = Rung(_as_written(section, section.who), None, named_by=section)
        self.outline.rungs.append(rung)
        return rung


def _kind_around(section: Section) -> Section | None:
    """The section of criteria that a section is a part of, beside others."""
    around = section.parent
    while around is not None and not around.is_kind:
        around = around.parent
    return around


def _as_written(section: Section, who: str) -> str:
    title = plain(section.title)
    at = title.casefold().find(who)
    return title[at : at + len(who)] if at >= 0 else who


def outline_of(sections: list[Section], role_title: str) -> Outline:
    """The levels of a page, and the level of each section."""
    return _Outliner(sections, role_title).walk()
