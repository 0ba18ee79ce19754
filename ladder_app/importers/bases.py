"""Which levels the levels of a draft take over from: sentences resolved, the rest asked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ladder_app.domain.role import Kind
from ladder_app.importers.drafts import DraftQuestion
from ladder_app.importers.likeness import SURE, THRESHOLD, Likeness
from ladder_app.importers.result import Asks
from ladder_app.importers.sharing import lowest_of, share
from ladder_app.importers.taken_over import TakenOver
from ladder_app.importers.words import CODED, looks_like_title, plain, ranks, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ladder_app.importers.drafts import Draft, DraftExtends, DraftLevel
    from ladder_app.importers.inheritance import Base

BOTH = (Kind.RESPONSIBILITY, Kind.REQUIREMENT)
_CODE_AND_NAME = re.compile(
    r"((?:level|lvl|grade|band|ic|l|e|p|m|s|t) ?\d{1,2})(?:\s*[:–—,-]\s*|\s+)(?:\((.+)\)|([^\s(].+))", re.IGNORECASE
)
_LOWER = frozenset(("associate", "assistant", "junior", "intern", "trainee", "apprentice", "graduate", "entry"))
_SECTION_ABOVE = re.compile(r"\bsections? above\b", re.IGNORECASE)
_ALL_ABOVE = re.compile(
    r"\b(?:previous|preceding|prior) (?:levels|roles|positions|grades)\b|\blevels (?:above|below|before)\b",
    re.IGNORECASE,
)
_ORNAMENTS = re.compile(r"^[^\w(\[\"“]+")
_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_PARTS = re.compile(r"\s*(?:,\s*(?:and|or)\s+|\band/or\b|\band\b|\bor\b|\s/\s|\s&\s)\s*", re.IGNORECASE)


class Bases:
    """Resolves every reference of a draft; gives `taken`, `questions` and `kept`, the texts without a level."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._levels = draft.levels
        titles = {tokens(level.title) for level in draft.levels}
        names = [(i, level.title) for i, level in enumerate(draft.levels)]
        for i, level in enumerate(draft.levels):
            aliases = {*level.aliases, *parts_of_title(level.title)}
            names += [(i, alias) for alias in sorted(aliases) if tokens(alias) not in titles]
        self._likeness = Likeness(names)
        self.taken = TakenOver()
        self.questions: list[DraftQuestion] = []
        self.kept: list[tuple[DraftLevel, str]] = []

    def resolve(self) -> None:
        """Go through the levels in order."""
        for level in self._levels:
            for extends in level.extends:
                self._one(level, extends)
        for extends in self._draft.page_extends:
            self._one(lowest_of(self._levels, self.taken, all_levels=True), extends)
        for some in self._draft.groups:
            for extends in some.extends:
                self._several(some.levels, extends)
        self.questions += share(self._draft, self.taken)

    def _several(self, levels: list[DraftLevel], extends: DraftExtends) -> None:
        """Some levels share a sentence; what is to ask about it is asked once."""
        first, *others = levels
        self._one(first, extends)
        for taken in self.taken.of(first):
            for level in others:
                if taken.text == extends.text and not self.taken.reaches(taken.base, level):
                    self.taken.take(level, taken.base, taken.kinds, taken.text)

    def _one(self, level: DraftLevel, extends: DraftExtends) -> None:
        reference = extends.reference
        said, section = reference.kinds, extends.section
        kinds = (section,) if section is not None else (said or BOTH)
        if section is not None and len(said) > 1:
            kinds = said
        bases = list(self._bases(level, extends))
        if bases and section is not None and said and section not in said:
            message = (
                f"speaks of {_plural(said[0])} among the {_plural(section)}; it was taken for the {_plural(section)}."
            )
            self._ask(level, extends, message)
        if not bases:
            self.kept.append((level, extends.text))
            return
        for base in bases:
            if self.taken.reaches(base, level):
                before = self._levels[: self._levels.index(level)][-1:]
                others = before if base is level else [base]
                self._ask(level, extends, "would make a level extend itself; which level is meant?", others)
                self.kept.append((level, extends.text))
            else:
                self.taken.take(level, base, kinds, extends.text)

    def _bases(self, level: DraftLevel, extends: DraftExtends) -> Iterator[DraftLevel]:
        reference = extends.reference
        if reference.above and self._draft.shared and _SECTION_ABOVE.search(extends.text):
            return  # what all levels share: they have it already
        if reference.above:
            before = [one for one in self._levels[: self._levels.index(level)] if one.track == level.track]
            if before and (main := self._main(before)) is not before[-1]:
                message = "takes over what stands above; is the level right above meant, or an earlier one?"
                self._ask(level, extends, message, [main, before[-1]])
            elif before:
                yield from self._above(before, extends)
            elif not self._draft.shared:
                self._ask(level, extends, "takes over what stands above, but no level does; which level is meant?")
            return
        found: list[DraftLevel] = []
        for base in reference.bases:
            found += self._base(level, extends, base)
        unique = list(dict.fromkeys(found))
        if reference.either and len(unique) > 1:
            self._ask(level, extends, "names more than one level; which of them is meant?", unique)
            return
        yield from unique

    def _above(self, before: list[DraftLevel], extends: DraftExtends) -> list[DraftLevel]:
        """The last of these levels; where the sentence speaks of all of them, also those it does not build on."""
        above = before[-1:]
        if _ALL_ABOVE.search(extends.text):
            for one in before[-2::-1]:
                if not any(self.taken.reaches(near, one, extends.section) for near in above):
                    above.append(one)
        return above

    def _main(self, before: list[DraftLevel]) -> DraftLevel:
        """The last of these levels that is no lower one than those before it: “above” skips what is set apart below."""
        last = before[-1]
        if not _LOWER.intersection(tokens(last.title)) or len(before) < 2:
            return last
        return before[-2] if self.taken.reaches(last, before[-2]) or not ranks(before[-2].title) else last

    def _base(self, level: DraftLevel, extends: DraftExtends, base: Base) -> list[DraftLevel]:
        if base.href is not None:
            page, _, anchor = base.href.partition("#")
            if anchor and anchor in self._draft.anchors and (not page or self._is_here(page)):
                target = self._draft.anchors[anchor]
                if target is not None:
                    named = self._likeness.resolve(base.name, 1.0) if base.name else None
                    if named is not None and self._levels[named] is not target:
                        choices = [self._levels[named], target]
                        self._ask(level, extends, "names one level and links to another; which one is meant?", choices)
                        return []
                    return [target]
                # What all levels share they have already; a link that only looks as if it led there names a level.
                named = self._likeness.resolve(base.name, 1.0)
                return [] if named is None else [self._levels[named]]
            if page and not self._is_here(page):
                self._ask(level, extends, f"leads to another page ({base.href}).", page=base.href)
                return []
        if level.track:
            beside = [one for one in self._levels if one.track == level.track]
            own = [(i, parts_of_title(one.title)[0]) for i, one in enumerate(beside) if parts_of_title(one.title)]
            same = Likeness(own).resolve(base.name, SURE)
            if same is not None:
                return [beside[same]]
        parts = [part for part in _PARTS.split(base.name) if part.strip()]
        several = len(parts) > 1 and all(looks_like_title(part) for part in parts)
        number = self._likeness.resolve(base.name, SURE if several else THRESHOLD)
        if number is not None:
            return [self._levels[number]]
        _, comma, rest = parts[-1].partition(",") if parts else ("", "", "")
        if several and comma:
            # “Baker & Senior Baker, Rye”: the team is said once.
            parts = [part if "," in part else f"{part},{rest}" for part in parts]
        numbers = [self._likeness.resolve(part) for part in parts] if len(parts) > 1 else []
        known = [number is not None for number in numbers]
        if any(known) and (all(known) or several):
            for part, number in zip(parts, numbers, strict=True):
                if number is None:
                    self._ask(level, extends, f"names “{part}”, which no level here is called; which one is meant?")
            return [self._levels[number] for number in numbers if number is not None]
        if self._draft.shared and looks_like_title(base.name) and tokens(base.name) == tokens(self._draft.title):
            return []  # the role as such: what all levels share they have already
        if not extends.reference.sure and not self._likeness.ranking(base.name):
            return []
        ranked = self._likeness.ranking(base.name)
        near = [self._levels[number] for score, number in ranked if score >= THRESHOLD - 0.32][:4]
        self._ask(level, extends, f"names “{base.name}”, which no level here is called; which one is meant?", near)
        return []

    def _is_here(self, page: str) -> bool:
        """Whether the address can only be the page's own: its last part is one of the words of its title."""
        last = page.rstrip("/").rsplit("/", 1)[-1].removesuffix(".html").removesuffix(".md")
        return last in ("", ".") or tokens(last.replace("-", " ")) == tokens(self._draft.title)

    def _ask(
        self,
        level: DraftLevel,
        extends: DraftExtends,
        message: str,
        choices: list[DraftLevel] | None = None,
        page: str | None = None,
    ) -> None:
        said = plain(extends.text)
        short = said if len(said) <= 90 else said[:89] + "…"
        self.questions.append(
            DraftQuestion(extends.line, Asks.EXTENDS, f"“{short}” {message}", level, tuple(choices or ()), page)
        )


def parts_of_title(title: str) -> list[str]:
    """What a level with a code or brackets in its title is also called: “Level 2: Baker” is “Level 2”, and “Baker”."""
    title = _ORNAMENTS.sub("", plain(title))
    found = _CODE_AND_NAME.fullmatch(title)
    if found is not None:
        return [found[1], found[2] or found[3]]
    bare = _BRACKETS.sub("", plain(title))
    if not bare or bare == plain(title):
        return []
    inside = plain(title)[len(bare) :].strip(" ()")
    return [bare, inside] if CODED.fullmatch(inside) and len(inside) <= 8 else [bare]


def _plural(kind: Kind) -> str:
    return "responsibilities" if kind is Kind.RESPONSIBILITY else "requirements"
