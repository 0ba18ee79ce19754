"""Levels in YAML or JSON whose keys nobody agreed on: what a key means is read from its words and what it holds."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ladder_app.domain.role import Kind
from ladder_app.importers.building import imported
from ladder_app.importers.drafts import Draft, DraftCriterion, DraftLevel, DraftNote, Ledger
from ladder_app.importers.grades import grade_in
from ladder_app.importers.grid_heads import names_level
from ladder_app.importers.grid_reading import joined_names
from ladder_app.importers.ids import slug
from ladder_app.importers.mapping_words import CODES, GROUPS, KINDS, LEVELS, NAMES, OTHERS, SILENT, TEXTS
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.meanings import meaning
from ladder_app.importers.result import Place
from ladder_app.importers.yaml_source import YamlSource, text_of

if TYPE_CHECKING:
    from ladder_app.importers.result import Imported

EXPECTED = "YAML or JSON with a list of levels, each with its criteria, or competencies that say what each level means"

_PLACES = {Kind.RESPONSIBILITY: Place.RESPONSIBILITY, Kind.REQUIREMENT: Place.REQUIREMENT}
_EXAMPLE = re.compile(r"example", re.IGNORECASE)
_WORDS = re.compile(r"[_-]+|(?<=[a-z])(?=[A-Z])")

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class _Here:
    """What is known of the place that is being read."""

    level: DraftLevel | None = None
    area: str = ""
    kind: Kind | None = None
    plus: bool = False
    example: bool = False


def import_mapping(source: YamlSource, lines: list[str], name: str) -> Imported | None:
    """The role that the values make; none if they name no levels with criteria."""
    if source.value.keys() & OTHERS:
        return None
    draft = _Reader(source, lines).read()
    texts = [c.text for c in draft.shared] + [c.text for level in draft.levels for c in level.criteria]
    # Programs keep single words and numbers under such keys; what a person is to do takes a sentence.
    said = sum(len(text.split()) > 1 and any(c.isalpha() for c in text) for text in texts)
    filled = sum(bool(level.criteria) for level in draft.levels)
    few = filled < 2 and len(texts) < 2
    if not texts or said * 2 < len(texts) or few:
        return None
    if not draft.levels and {c.kind for c in draft.shared} != set(Kind):
        return None
    return imported(draft, name)


class _Reader:
    """Goes through the values, whatever they are nested in."""

    def __init__(self, source: YamlSource, lines: list[str]) -> None:
        self._source = source
        self._draft = Draft(Ledger(lines))
        self._levels: dict[str, DraftLevel] = {}

    def read(self) -> Draft:
        value = self._source.value
        for key, inside in sorted(value.items(), key=lambda pair: pair[0].casefold() not in LEVELS):
            lowered = key.casefold()
            if isinstance(inside, (list, dict)):
                self._key(key, inside, (key,), _Here())
            elif lowered in NAMES and not self._draft.title:
                self._draft.title, self._draft.title_line = text_of(inside), self._source.line(key)
                self._source.put(self._draft.title_line, Place.TITLE)
            elif lowered in TEXTS and text_of(inside):
                self._draft.summary.append(text_of(inside))
                self._source.put(self._source.line(key), Place.SUMMARY)
            else:
                self._note(key, inside, (key,), _Here())
        if not any(level.criteria for level in self._draft.levels):
            self._draft.levels.clear()
        self._draft.levels.sort(key=_order)
        self._source.settle(self._draft.ledger, len(self._draft.ledger.lines))
        return self._draft

    def _walk(self, value: object, path: Path, here: _Here) -> None:
        if isinstance(value, dict):
            self._entry(value, path, here)
        elif isinstance(value, list):
            for number, entry in enumerate(value):
                self._walk(entry, (*path, number), here)
        elif text := text_of(value):
            self._criterion(text, path, here)

    def _criterion(self, text: str, path: Path, here: _Here) -> None:
        line = self._source.line(*path)
        if here.example or (here.level is None and here.kind is None):
            title = joined_names(here.level.title if here.level else "", here.area)
            self._draft.notes.append(DraftNote(title, [text]))
            self._source.put(line, Place.NOTE, here.level)
            return
        kind = here.kind or Kind.REQUIREMENT
        area = slug(here.area) if here.area else None
        if area is not None:
            self._draft.areas.setdefault(area, here.area)
        criterion = DraftCriterion(text, kind, line, area, here.plus)
        (self._draft.shared if here.level is None else here.level.criteria).append(criterion)
        self._source.put(line, _PLACES[kind], here.level, criterion)

    def _entry(self, value: dict[str, Any], path: Path, here: _Here) -> None:
        """A mapping that is a competency or a criterion: its name is an area, or the text itself."""
        used: set[str] = set()
        code = next((key for key in value if key.casefold() in ("level", "role", "grade", "rank")), None)
        if here.level is None and code is not None and (known := self._named(text_of(value[code]), path)) is not None:
            here = replace(here, level=known)
            used.add(code)
            self._source.put(self._source.line(*path), Place.LEVEL, known)
        name = next((key for key in value if key.casefold() in NAMES and text_of(value[key])), None)
        if name is not None and any(key != name and _holds(key, value[key]) for key in value):
            here = replace(here, area=joined_names(here.area, text_of(value[name])))
            used.add(name)
            self._source.put(self._source.line(*path), Place.AREA, here.level)
        for key, inside in value.items():
            if key not in used:
                self._key(key, inside, (*path, key), here)

    def _key(self, key: str, inside: object, path: Path, here: _Here) -> None:
        lowered, words = key.casefold(), _WORDS.sub(" ", key)
        topic = meaning(words).topic
        line = self._source.line(*path)
        if here.level is None and isinstance(inside, (list, dict)) and self._holds_levels(lowered, inside):
            self._source.put(line, Place.HEADING)
            self._levels_in(inside, path, here)
        elif here.level is None and self._is_level(key, inside):
            self._source.put(line, Place.LEVEL)
            self._walk(inside, path, replace(here, level=self._level(_title(key, words), line)))
        elif here.level is not None and topic is Topic.GRADE and not isinstance(inside, (list, dict)):
            here.level.grade, here.level.grade_line = grade_in(text_of(inside), alone=True), line
            self._source.put(line, Place.GRADE, here.level)
        elif _EXAMPLE.search(key):
            self._source.put(line, Place.HEADING, here.level)
            self._walk(inside, path, replace(here, example=True))
        elif topic in KINDS and lowered not in GROUPS:
            self._source.put(line, Place.HEADING, here.level)
            self._walk(inside, path, replace(here, kind=KINDS[topic], plus=topic is Topic.PLUS))
        elif lowered in GROUPS or lowered in TEXTS or lowered in NAMES:
            self._source.put(line, Place.HEADING, here.level)
            self._walk(inside, path, here)
        elif lowered in SILENT and not isinstance(inside, (list, dict)):
            self._note(key, inside, path, here)
        elif isinstance(inside, (list, dict)) or here.level is not None:
            self._source.put(line, Place.AREA, here.level)
            self._walk(inside, path, replace(here, area=joined_names(here.area, _sentence(words))))
        else:
            self._note(key, inside, path, here)

    def _note(self, key: str, value: object, path: Path, here: _Here) -> None:
        self._source.put(self._source.line(*path), Place.FRONT_MATTER, here.level)
        text = text_of(value)
        if text and key.casefold() not in SILENT:
            self._draft.notes.append(DraftNote(joined_names(here.area, _sentence(_WORDS.sub(" ", key))), [text]))

    # Levels

    def _levels_in(self, value: list[Any] | dict[str, Any], path: Path, here: _Here) -> None:
        entries: list[tuple[str | int, Any]] = list(value.items() if isinstance(value, dict) else enumerate(value))
        for key, entry in entries:
            line = self._source.line(*path, key)
            fallback = _title(key, key) if isinstance(key, str) else f"Level {key + 1}"
            if not isinstance(entry, dict):
                said = text_of(entry)
                if isinstance(key, int) and said and not isinstance(entry, list):
                    self._source.put(line, Place.LEVEL, self._level(said, line))
                    continue
                level = self._level(fallback, line)
                self._source.put(line, Place.LEVEL, level)
                self._walk(entry, (*path, key), replace(here, level=level))
                continue
            name = next((k for k in entry if k.casefold() in NAMES and text_of(entry[k])), None)
            code = next((k for k in entry if k.casefold() in CODES and text_of(entry[k])), None)
            title = _composed(text_of(entry[name]) if name else "", text_of(entry[code]) if code else "", fallback)
            level = self._level(title, line)
            for known in (key if isinstance(key, str) else "", text_of(entry[code]) if code else ""):
                if known:
                    self._levels.setdefault(known.casefold(), level)
            self._source.put(line, Place.LEVEL, level)
            self._level_entry(entry, (*path, key), replace(here, level=level), {name, code})

    def _level_entry(self, entry: dict[str, Any], path: Path, here: _Here, used: set[str | None]) -> None:
        level = here.level
        for key, inside in entry.items():
            if key in used or level is None:
                continue
            if here.area and key.casefold() in TEXTS and not isinstance(inside, (list, dict)):
                self._draft.notes.append(DraftNote(joined_names(level.title, here.area), [text_of(inside)]))
                self._source.put(self._source.line(*path, key), Place.NOTE, level)
            elif key.casefold() in TEXTS and not isinstance(inside, (list, dict)):
                level.summary.append(text_of(inside))
                self._source.put(self._source.line(*path, key), Place.LEVEL_SUMMARY, level)
            else:
                self._key(key, inside, (*path, key), here)

    def _holds_levels(self, key: str, inside: list[Any] | dict[str, Any]) -> bool:
        """Whether the entries are levels by their names, or have names or numbers of their own."""
        if key not in LEVELS:
            return False
        if isinstance(inside, list):
            return bool(inside)
        return all(
            self._is_level(key, entry)
            or (isinstance(entry, dict) and any(k.casefold() in NAMES for k in entry))
            or key.isdecimal()
            or _CODE.fullmatch(key)
            for key, entry in inside.items()
        )

    def _is_level(self, key: str, inside: object) -> bool:
        if self._known(key) is not None:
            return True
        return inside is not None and names_level(_title(key, _WORDS.sub(" ", key)))

    def _known(self, name: str) -> DraftLevel | None:
        return self._levels.get(name.casefold()) if name else None

    def _named(self, name: str, path: Path) -> DraftLevel | None:
        """The level that an entry says it is about."""
        if self._known(name) is None and (name.isdecimal() or names_level(name)):
            return self._level(_title(name, name), self._source.line(*path))
        return self._known(name)

    def _level(self, title: str, line: int) -> DraftLevel:
        level = self._levels.get(title.casefold())
        if level is None:
            level = self._levels[title.casefold()] = DraftLevel(title, line)
            self._draft.levels.append(level)
        return level


def _holds(key: str, value: object) -> bool:
    return key.casefold() not in SILENT and bool(text_of(value))


def _title(key: str, words: str) -> str:
    """A key as the name of a level."""
    if key.isdecimal():
        return f"Level {key}"
    return _sentence(words.replace("_", " ")) if key.islower() and ("_" in key or "-" in key or key.isalpha()) else key


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _composed(name: str, code: str, fallback: str) -> str:
    if not name:
        return _title(code, code) if code and (code.isdecimal() or names_level(code)) else fallback
    if code and code.casefold() not in name.casefold() and (code.isdecimal() or _CODE.fullmatch(code)):
        return f"{_title(code, code)} – {name}"
    return name


_CODE = re.compile(r"[A-Za-z]{1,3}\d{1,2}")


def _order(level: DraftLevel) -> tuple[int, str]:
    found = re.match(r"Level (\d{1,3})\b", level.title)
    return (int(found[1]), "") if found else (1_000, "")
