"""Levels in YAML or JSON whose keys nobody agreed on: what a key means is read from its words and what it holds."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ladder_app.importers.building import imported
from ladder_app.importers.drafts import Draft, DraftLevel, DraftNote, Ledger
from ladder_app.importers.grades import grade_in
from ladder_app.importers.grid_heads import is_remark, names_level
from ladder_app.importers.grid_reading import joined_names
from ladder_app.importers.lengths import words_in
from ladder_app.importers.mapping_criteria import Here, MappingCriteria
from ladder_app.importers.mapping_entries import (
    called,
    is_flag,
    is_holding,
    is_of_a_scale,
    is_said,
    speaks_of_levels,
    telling_key,
)
from ladder_app.importers.mapping_levels import (
    Path,
    is_over_levels,
    key_words,
    levels_at,
    lists_competencies,
    sort_told,
)
from ladder_app.importers.mapping_names import CODE, is_called, is_of_an_area, level_name, names, order, sentence
from ladder_app.importers.mapping_sense import doubt_about_keys, holds_ladder, is_about_people, set_values_aside
from ladder_app.importers.mapping_words import (
    COMPETENCIES,
    GROUPS,
    KEY_TOPICS,
    KINDS,
    LEVELS,
    NAMES,
    OTHERS,
    RIGHTS,
    SILENT,
    TEXTS,
    THEMES,
    TITLES,
)
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.meanings import meaning
from ladder_app.importers.opposites import says_opposite, says_wanted
from ladder_app.importers.result import Place
from ladder_app.importers.yaml_source import YamlSource, text_of

if TYPE_CHECKING:
    from ladder_app.importers.result import Imported

EXPECTED = "YAML or JSON with a list of levels, each with its criteria, or competencies that say what each level means"

_EXAMPLE = re.compile(r"example", re.IGNORECASE)


def import_mapping(source: YamlSource, lines: list[str], name: str) -> Imported | None:
    """The role that the values make; none if they name no levels with criteria."""
    if source.value.keys() & OTHERS or is_about_people(source.value):
        return None
    draft = _Reader(source, lines).read()
    set_values_aside(draft)
    if not holds_ladder(draft):
        return None
    draft.questions += doubt_about_keys(source.value, draft)
    return imported(draft, name)


class _Reader:
    """Goes through the values, whatever they are nested in."""

    def __init__(self, source: YamlSource, lines: list[str]) -> None:
        self._source = source
        self._draft = Draft(Ledger(lines))
        self._levels: dict[str, DraftLevel] = {}
        self._levels_at = levels_at(source.value)
        self._criteria = MappingCriteria(source, self._draft)
        self._are_listed = False

    def read(self) -> Draft:
        value = self._source.value
        named = any(key.casefold() in NAMES and isinstance(value[key], str) for key in value)
        for key, inside in sorted(value.items(), key=lambda pair: not speaks_of_levels(pair[0])):
            lowered = key.casefold()
            if isinstance(inside, (list, dict)):
                self._key(key, inside, (key,), Here())
            elif (lowered in NAMES or (lowered in TITLES and not named)) and not self._draft.title:
                self._draft.title, self._draft.title_line = text_of(inside), self._source.line(key)
                self._source.put(self._draft.title_line, Place.TITLE)
            elif lowered in TEXTS and text_of(inside):
                self._draft.summary.append(text_of(inside))
                self._source.put(self._source.line(key), Place.SUMMARY)
            else:
                self._note(key, inside, (key,), Here())
        if not any(level.criteria for level in self._draft.levels):
            self._draft.levels.clear()
        self._draft.levels.sort(key=lambda level: order(level.title))
        self._criteria.close()
        bare = (number for number, line in enumerate(self._draft.ledger.lines) if not line.strip("{}[], \t"))
        self._draft.ledger.put(bare, Place.LAYOUT)
        self._source.settle(self._draft.ledger, len(self._draft.ledger.lines))
        return self._draft

    def _walk(self, value: object, path: Path, here: Here) -> None:
        if isinstance(value, dict):
            self._entry(value, path, here)
        elif isinstance(value, list):
            beside = [] if path[-1] in TEXTS else self._beside(value, here)
            for number, entry in enumerate(value):
                if beside:
                    self._walk(entry, (*path, number), replace(here, level=beside[number]))
                    continue
                self._walk(entry, (*path, number), here)
        elif text := text_of(value):
            self._criteria.text(text, path, here)

    def _beside(self, value: list[Any], here: Here) -> list[DraftLevel]:
        """The levels that the texts of a list go through one by one, as a row of a table does; none if they do not."""
        several = 1 < len(value) == len(self._draft.levels) and all(isinstance(entry, str) for entry in value)
        if not several or here.level is not None or not here.area or here.example:
            return []
        return list(self._draft.levels)

    def _entry(self, value: dict[str, Any], path: Path, here: Here) -> None:
        """A mapping that is a competency or a criterion: its name is an area, or the text itself."""
        used: set[str] = set()
        code = next((key for key in value if key.casefold() in ("level", "role", "grade", "rank")), None)
        if code is not None and self._are_listed and len(path) > 1 and is_of_a_scale(key_words(str(path[-2]))):
            # Beside a list of the levels, these are steps of a scale that it speaks of.
            code = None
        if here.level is None and code is not None and (known := self._named(text_of(value[code]), path)) is not None:
            here = replace(here, level=known)
            used.add(code)
            self._source.put(self._source.line(*path), Place.LEVEL, known)
        if (sort := sort_told(value)) is not None:
            here = replace(here, kind=KINDS[sort[1]], plus=sort[1] is Topic.PLUS)
            used.add(sort[0])
            self._source.put(self._source.line(*path, sort[0]), Place.HEADING, here.level)
        name = next((key for key in value if key.casefold() in NAMES and text_of(value[key])), None)
        around = [key for key in value if key.casefold() in THEMES and is_said(value[key])]
        name = name or next((key for key in value if key.casefold() in COMPETENCIES and is_said(value[key])), None)
        if around and (name is not None or any(isinstance(inside, (list, dict)) for inside in value.values())):
            here = replace(here, area=joined_names(here.area, *(text_of(value[key]) for key in around)))
            used.update(around)
            self._source.put(self._source.line(*path), Place.AREA, here.level)
        if name is not None and any(key != name and is_holding(key, value[key]) for key in value):
            here = replace(here, area=joined_names(here.area, text_of(value[name])))
            used.add(name)
            self._source.put(self._source.line(*path), Place.AREA, here.level)
        for key, inside in value.items():
            if key not in used:
                self._key(key, inside, (*path, key), here)

    def _key(self, key: str, inside: object, path: Path, here: Here) -> None:
        lowered, words = key.casefold(), key_words(key)
        topic = KEY_TOPICS.get(lowered) or meaning(words).topic
        line = self._source.line(*path)
        if here.level is None and isinstance(inside, (list, dict)) and self._holds_levels(key, inside, path):
            self._source.put(line, Place.HEADING)
            self._levels_in(inside, path, here)
        elif here.level is None and self._is_level(key, inside, path):
            if isinstance(inside, dict) and is_called(inside, in_area=bool(here.area)):
                self._levels_in({key: inside}, path[:-1], here)
                return
            self._source.put(line, Place.LEVEL)
            self._walk(inside, path, replace(here, level=self._level(level_name(key, words), line)))
        elif not isinstance(inside, (list, dict)) and (is_remark(words) or is_flag(text_of(inside)) or names(words)):
            self._note(key, inside, path, here)
        elif here.level is not None and topic is Topic.GRADE and not isinstance(inside, (list, dict)):
            here.level.grade, here.level.grade_line = grade_in(text_of(inside), alone=True), line
            self._source.put(line, Place.GRADE, here.level)
        elif _EXAMPLE.search(key) or lowered in RIGHTS or says_opposite(words):
            self._source.put(line, Place.HEADING, here.level)
            self._walk(inside, path, replace(here, example=True))
        elif topic in KINDS and lowered not in GROUPS and not (isinstance(inside, str) and is_of_an_area(words)):
            self._source.put(line, Place.HEADING, here.level)
            self._walk(inside, path, replace(here, kind=KINDS[topic], plus=topic is Topic.PLUS))
        elif lowered in (*GROUPS, *TEXTS, *NAMES, *LEVELS) or says_wanted(words) or is_over_levels(words):
            self._source.put(line, Place.HEADING, here.level)
            self._walk(inside, path, here)
        elif lowered in SILENT and not isinstance(inside, (list, dict)):
            self._note(key, inside, path, here)
        elif isinstance(inside, (list, dict)) or here.level is not None:
            self._source.put(line, Place.AREA, here.level)
            # What has a name of its own is not called by its key.
            called = isinstance(inside, dict) and any(k.casefold() in NAMES and text_of(inside[k]) for k in inside)
            area = here.area if called else joined_names(here.area, sentence(words))
            self._walk(inside, path, replace(here, area=area))
        else:
            self._note(key, inside, path, here)

    def _note(self, key: str, value: object, path: Path, here: Here) -> None:
        self._source.put(self._source.line(*path), Place.FRONT_MATTER, here.level)
        text = text_of(value)
        if text and key.casefold() not in SILENT:
            self._draft.notes.append(DraftNote(joined_names(here.area, sentence(key_words(key))), [text]))

    # Levels

    def _levels_in(self, value: list[Any] | dict[str, Any], path: Path, here: Here) -> None:
        if isinstance(value, list) and (titles := self._titles_of_texts(value, here)):
            for number, (title, entry) in enumerate(zip(titles, value, strict=True)):
                line = self._source.line(*path, number)
                self._walk(entry, (*path, number), replace(here, level=self._level(title, line)))
            return
        telling = telling_key(value) if isinstance(value, list) else None
        self._are_listed = self._are_listed or (isinstance(value, list) and not here.area)
        entries: list[tuple[str | int, Any]] = list(value.items() if isinstance(value, dict) else enumerate(value))
        for key, entry in entries:
            line = self._source.line(*path, key)
            fallback = level_name(key, key) if isinstance(key, str) else f"Level {key + 1}"
            if not isinstance(entry, dict):
                said = text_of(entry)
                if isinstance(key, int) and said and not isinstance(entry, list):
                    self._source.put(line, Place.LEVEL, self._level(said, line))
                    continue
                level = self._level(fallback, line)
                self._source.put(line, Place.LEVEL, level)
                self._walk(entry, (*path, key), replace(here, level=level))
                continue
            of = called(entry, key, fallback, telling)
            before = self._known(key) if isinstance(key, str) else None
            level = before or self._level(of.title, line)
            if of.grade and level.grade is None:
                level.grade, level.grade_line = grade_in(of.grade, alone=True), line
            for known in (key if isinstance(key, str) else "", text_of(entry[of.code]) if of.code else ""):
                if known:
                    self._levels.setdefault(known.casefold(), level)
            self._source.put(line, Place.LEVEL, level)
            self._level_entry(entry, (*path, key), replace(here, level=level), {of.name, of.code})

    def _titles_of_texts(self, value: list[Any], here: Here) -> list[str]:
        """What the levels are called that a list of texts goes through one by one; none if the texts are names."""
        texts = [text_of(entry) for entry in value]
        if not all(isinstance(entry, str) for entry in value) or len(value) < 2:
            return []
        if not here.area and sum(words_in(text) > 4 for text in texts) < len(texts):
            return []
        if len(self._draft.levels) == len(texts):
            return [level.title for level in self._draft.levels]
        return [f"Level {number}" for number in range(1, len(texts) + 1)]

    def _level_entry(self, entry: dict[str, Any], path: Path, here: Here, used: set[str | None]) -> None:
        level = here.level
        alone = all(key in used or key.casefold() in TEXTS or not is_holding(key, entry[key]) for key in entry)
        for key, inside in entry.items():
            if key in used or level is None:
                continue
            if here.area and not alone and key.casefold() in TEXTS and not isinstance(inside, (list, dict)):
                self._draft.notes.append(DraftNote(joined_names(level.title, here.area), [text_of(inside)]))
                self._source.put(self._source.line(*path, key), Place.NOTE, level)
            elif not here.area and key.casefold() in TEXTS and not isinstance(inside, (list, dict)):
                level.summary.append(text_of(inside))
                self._source.put(self._source.line(*path, key), Place.LEVEL_SUMMARY, level)
            else:
                self._key(key, inside, (*path, key), here)

    def _holds_levels(self, key: str, inside: list[Any] | dict[str, Any], path: Path) -> bool:
        """Whether the entries are levels by their names, or have names or numbers of their own."""
        if not speaks_of_levels(key):
            return False
        if isinstance(inside, list):
            return bool(inside) and not lists_competencies(inside, path, self._levels_at)
        return path in self._levels_at or all(
            self._is_level(key, entry, (*path, key))
            or (isinstance(entry, dict) and any(k.casefold() in NAMES for k in entry))
            or key.isdecimal()
            or CODE.fullmatch(key)
            for key, entry in inside.items()
        )

    def _is_level(self, key: str, inside: object, path: Path) -> bool:
        if self._known(key) is not None or key in self._levels_at.get(path[:-1], ()):
            return True
        return inside is not None and key.casefold() not in GROUPS and names_level(level_name(key, key_words(key)))

    def _known(self, name: str) -> DraftLevel | None:
        return self._levels.get(name.casefold()) if name else None

    def _named(self, name: str, path: Path) -> DraftLevel | None:
        """The level that an entry says it is about."""
        if self._known(name) is None and (name.isdecimal() or names_level(name)):
            return self._level(level_name(name, name), self._source.line(*path))
        return self._known(name)

    def _level(self, title: str, line: int) -> DraftLevel:
        level = self._levels.get(title.casefold())
        if level is None:
            level = self._levels[title.casefold()] = DraftLevel(title, line)
            self._draft.levels.append(level)
        return level
