"""Competency YAML: a list of levels, a list of themes, and competencies that name one of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ladder_app.domain.role import Kind
from ladder_app.importers.building import imported
from ladder_app.importers.drafts import Draft, DraftCriterion, DraftLevel, DraftNote, Ledger
from ladder_app.importers.ids import slug
from ladder_app.importers.result import Place
from ladder_app.importers.yaml_source import YamlSource, text_of

if TYPE_CHECKING:
    from ladder_app.importers.result import Imported

EXPECTED = "YAML with “levels” (id, name), “themes” (id, name) and “competencies” (level, theme, summary)"

_LISTS = ("competencies", "skills", "criteria", "expectations", "behaviours", "behaviors")
_TEXTS = ("summary", "text", "description", "criterion", "name")
_THEMES = ("themes", "areas", "categories", "domains", "pillars", "topics")
_THEME_OF = ("theme", "area", "category", "domain", "pillar", "topic")


def holds_competencies(value: dict[str, Any]) -> bool:
    """Whether these values are competencies by level."""
    levels, entries = value.get("levels"), _entries(value)
    return isinstance(levels, list) and entries is not None and isinstance(value.get(entries), list)


def _entries(value: dict[str, Any]) -> str | None:
    for name in _LISTS:
        listed = value.get(name)
        if isinstance(listed, list) and any(isinstance(entry, dict) and "level" in entry for entry in listed):
            return name
    return None


def import_competencies(source: YamlSource, lines: list[str], name: str) -> Imported:
    """The role that the competencies make."""
    return imported(_Reader(source, lines).read(), name)


class _Reader:
    """Goes through levels, themes and competencies."""

    def __init__(self, source: YamlSource, lines: list[str]) -> None:
        self._source = source
        self._draft = Draft(Ledger(lines))
        self._levels: dict[str, DraftLevel] = {}

    def read(self) -> Draft:
        source, draft, value = self._source, self._draft, self._source.value
        for key in value:
            source.put(source.line(key), _PLACES.get(key, Place.FRONT_MATTER))
        draft.title = text_of(value.get("name") or value.get("title"))
        draft.summary = [text for text in [text_of(value.get("summary") or value.get("description"))] if text]
        self._read_levels(value)
        for theme in _THEMES:
            for number, entry in source.entries(theme):
                self._theme(theme, number, entry)
        entries = _entries(value) or ""
        for number, entry in source.entries(entries):
            self._competency(source.line(entries, number), entry)
        source.settle(draft.ledger, len(draft.ledger.lines))
        return draft

    def _read_levels(self, value: dict[str, Any]) -> None:
        for number, entry in enumerate(value["levels"]):
            line = self._source.line("levels", number)
            fields = entry if isinstance(entry, dict) else {"name": entry}
            title = text_of(fields.get("name") or fields.get("title") or fields.get("id"))
            if not title:
                continue
            level = DraftLevel(title, line)
            level.summary = [text for text in [text_of(fields.get("summary") or fields.get("description"))] if text]
            self._draft.levels.append(level)
            self._levels[text_of(fields.get("id")) or title] = level
            self._levels.setdefault(title, level)
            self._source.put(line, Place.LEVEL, level)

    def _theme(self, key: str, number: int, entry: dict[str, Any]) -> None:
        title = text_of(entry.get("name") or entry.get("title") or entry.get("id"))
        if not title:
            return
        line = self._source.line(key, number)
        self._draft.areas[slug(text_of(entry.get("id")) or title)] = title
        if said := text_of(entry.get("summary") or entry.get("description")):
            self._draft.notes.append(DraftNote(title, [said]))
        self._source.put(line, Place.AREA)

    def _competency(self, line: int, entry: dict[str, Any]) -> None:
        level = self._levels.get(text_of(entry.get("level")))
        key = next((key for key in _TEXTS if text_of(entry.get(key))), None)
        if level is None or key is None:
            self._source.put(line, Place.UNPLACED)
            return
        theme = next((text_of(entry[key]) for key in _THEME_OF if entry.get(key)), "")
        area = slug(theme) if theme else None
        if area is not None:
            self._draft.areas.setdefault(area, theme)
        parts = [text_of(entry[key])]
        skipped = {key, "id", "level", *_THEME_OF}
        for other, value in entry.items():
            if other not in skipped and (said := text_of(value)):
                parts.append(said if isinstance(value, list) else f"{other}: {said}")
        criterion = DraftCriterion("\n".join(parts), Kind.REQUIREMENT, line, area, given_id=text_of(entry.get("id")))
        level.criteria.append(criterion)
        self._source.put(line, Place.REQUIREMENT, level, criterion)


_PLACES = {
    "name": Place.TITLE,
    "title": Place.TITLE,
    "summary": Place.SUMMARY,
    "description": Place.SUMMARY,
} | dict.fromkeys(("levels", *_THEMES, *_LISTS), Place.HEADING)
