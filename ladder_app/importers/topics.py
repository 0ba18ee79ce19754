"""Front matter with topics, each with the criteria of every level: frameworks that a site draws from data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ladder_app.domain.role import Kind
from ladder_app.importers.building import imported
from ladder_app.importers.drafts import Draft, DraftCriterion, DraftLevel, DraftNote, Ledger
from ladder_app.importers.ids import slug
from ladder_app.importers.markdown_blocks import markdown_blocks
from ladder_app.importers.result import Place
from ladder_app.importers.sections import plain_title, sections_of
from ladder_app.importers.yaml_source import text_of

if TYPE_CHECKING:
    from ladder_app.importers.result import Imported
    from ladder_app.importers.yaml_source import YamlSource

EXPECTED = "front matter with “topics” (name, content) and, inside, “level” and “criteria”"


def holds_topics(value: dict[str, Any]) -> bool:
    """Whether these values are topics with criteria by level."""
    topics = value.get("topics")
    return isinstance(topics, list) and any(
        isinstance(topic, dict) and isinstance(topic.get("content"), list) for topic in topics
    )


def import_topics(source: YamlSource, lines: list[str], name: str, front_length: int) -> Imported:
    """The role that the topics make; the text under the front matter becomes notes."""
    return imported(_Reader(source, lines, front_length).read(), name)


class _Reader:
    """Goes through the topics and then the text."""

    def __init__(self, source: YamlSource, lines: list[str], front_length: int) -> None:
        self._source = source
        self._draft = Draft(Ledger(lines))
        self._front_length = front_length
        self._levels: dict[str, DraftLevel] = {}

    def read(self) -> Draft:
        source, draft = self._source, self._draft
        for key in source.value:
            place = Place.TITLE if key == "title" else Place.HEADING if key == "topics" else Place.FRONT_MATTER
            source.put(source.line(key), place)
        draft.title = text_of(source.value.get("title") or source.value.get("name"))
        for number, topic in source.entries("topics"):
            area = slug(text_of(topic.get("name")) or text_of(topic.get("title")))
            draft.areas[area] = text_of(topic.get("title")) or text_of(topic.get("name")) or area
            source.put(source.line("topics", number), Place.AREA)
            content = topic.get("content")
            for step, part in enumerate(content if isinstance(content, list) else []):
                if isinstance(part, dict):
                    self._part(("topics", number, "content", step), part, area)
        draft.levels.sort(key=_order)
        source.settle(draft.ledger, self._front_length - 1)
        draft.ledger.put(range(self._front_length), Place.FRONT_MATTER)
        self._text()
        return draft

    def _part(self, path: tuple[str | int, ...], part: dict[str, Any], area: str) -> None:
        line = self._source.line(*path)
        name = text_of(part.get("level"))
        if not name:
            self._source.put(line, Place.UNPLACED)
            return
        level = self._levels.get(name)
        if level is None:
            level = DraftLevel(f"Level {name}" if name.isdigit() else name, line)
            self._levels[name] = level
            self._draft.levels.append(level)
        self._source.put(line, Place.LEVEL, level)
        for key, value in part.items():
            if key == "level":
                continue
            self._source.put(self._source.line(*path, key), Place.HEADING, level)
            for number, entry in enumerate(value if isinstance(value, list) else [value]):
                where = (*path, key, number) if isinstance(value, list) else (*path, key)
                if text := _criterion(entry):
                    criterion = DraftCriterion(text, Kind.REQUIREMENT, self._source.line(*where), area)
                    level.criteria.append(criterion)
                    self._source.put(criterion.line, Place.REQUIREMENT, level, criterion)

    def _text(self) -> None:
        lines = self._draft.ledger.lines
        page = markdown_blocks(lines, self._front_length)
        for section in sections_of(page.blocks, {}):
            parts = ["\n".join(lines[block.lines.start : block.lines.stop]).rstrip() for block in section.blocks]
            if not section.depth:
                self._draft.summary += parts
            elif parts:
                self._draft.notes.append(DraftNote(plain_title(section), parts))
            else:
                self._draft.notes.append(DraftNote("", [plain_title(section)]))
            place = Place.NOTE if section.depth else Place.SUMMARY
            self._draft.ledger.put(section.lines, place)
            for block in section.blocks:
                self._draft.ledger.put(block.lines, place)
        self._draft.ledger.put(page.layout, Place.LAYOUT)


def _order(level: DraftLevel) -> tuple[int, str]:
    number = level.title.removeprefix("Level ")
    return (int(number), "") if number.isdigit() else (1_000, "")


def _criterion(entry: object) -> str:
    if isinstance(entry, dict):
        texts = [text_of(value) for value in entry.values()]
        return "\n".join(text for text in texts if text)
    return text_of(entry)
