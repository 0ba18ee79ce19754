"""Real pages, read by hand and by the importer: the figures that an import has to reach.

`labels.json` and `blind.json` hold what a careful reader finds on the hardest pages, as facts and not as text; those
of `blind.json` were written down from the pages alone, before an import was looked at. For each page:
`levels` with the line of their heading (0 for the page itself), title and grade; `sections` with the line of their
heading, the kind of what is listed there (R or Q) and the number of the level (-1 for all of them); `extends` with
the line of each sentence that takes over another level, and the titles of those levels (“?” if only a person can say).
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from ladder_app.gui.importing.words import asked
from ladder_app.importers.deciding import with_decision
from ladder_app.importers.decisions import decision_on
from ladder_app.importers.markdown import import_markdown
from ladder_app.importers.result import Asks, Imported, Place

_PAGES = Path(__file__).parents[3] / "shared" / "corpus" / "job-families"
_LABELS: dict[str, Any] = {
    page: label
    for name in ("labels.json", "blind.json")
    for page, label in json.loads(Path(__file__).with_name(name).read_text(encoding="utf-8")).items()
}
_BULLET = re.compile(r"(?:[*+-]|\d+[.)])\s+\S")
_PLACES = {"R": Place.RESPONSIBILITY, "Q": Place.REQUIREMENT}

pytestmark = pytest.mark.skipif(not _PAGES.is_dir(), reason="the pages are not here")


@pytest.fixture(scope="module")
def imported() -> dict[str, Imported]:
    """Every page of the corpus as it was understood."""
    return {path.stem: import_markdown(_text(path), path.stem) for path in sorted(_PAGES.glob("*.md"))}


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_that_the_labelled_pages_are_enough() -> None:
    assert len(_LABELS) >= 70


def test_that_hardly_a_page_gives_other_levels_than_a_careful_reader_finds(imported: dict[str, Imported]) -> None:
    wrong = [name for name, label in _LABELS.items() if _levels(imported[name]) != label["levels"]]
    assert len(wrong) <= 0.03 * len(_LABELS), wrong


def _levels(found: Imported) -> list[list[object]]:
    assert found.role is not None
    lines: dict[str, int] = {}
    for line in found.account:
        if line.place is Place.LEVEL and line.level is not None:
            lines.setdefault(line.level, line.line)
    return [[lines.get(level.id, 0), level.title, level.grade] for level in found.role.levels]


def test_that_bullets_become_one_criterion_of_the_right_kind_and_level(imported: dict[str, Imported]) -> None:
    right, wrong = 0, []
    for name, label in _LABELS.items():
        found = imported[name]
        assert found.role is not None
        account = {line.line: line for line in found.account}
        targets: set[str] = set()
        for line, kind, level in _bullets(_text(_PAGES / f"{name}.md"), label["sections"]):
            entry = account[line]
            homes = {lv.id for lv in found.role.levels if level < 0 or lv.title == label["levels"][level][1]}
            own = entry.place is _PLACES[kind] and entry.target is not None and entry.target not in targets
            if (own or entry.place is Place.EXTENDS) and entry.level in homes:
                right += 1
            else:
                wrong.append((name, line, entry.place, entry.level))
            targets.add(entry.target or "")
    assert right > 4_000
    assert right >= 0.995 * (right + len(wrong)), wrong


def _bullets(text: str, sections: list[list[Any]]) -> list[tuple[int, str, int]]:
    """The lines of top-level bullets in the labelled sections, counted without the importer."""
    lines = text.split("\n")
    starts = {start for start, _, _ in sections}
    found = []
    for start, kind, level in sections:
        for number in range(start + 1, len(lines) + 1):
            line = lines[number - 1]
            if line.startswith("#") or number in starts:
                break
            if _BULLET.match(line) and len(line.split()) > 2:
                found.append((number, kind, level))
    return found


def test_that_sentences_of_inheritance_are_resolved_rightly_or_asked(imported: dict[str, Imported]) -> None:
    right, missed, wrong = 0, [], []
    for name, label in _LABELS.items():
        found = imported[name]
        assert found.role is not None
        asked = {question.line for question in found.questions if question.asks is Asks.EXTENDS}
        titles = {level.id: level.title for level in found.role.levels}
        account = {line.line: line for line in found.account}
        for key, expected in label["extends"].items():
            entry = account[int(key)]
            text = entry.text.strip().lstrip("*-+ ").strip()
            level = next((one for one in found.role.levels if one.id == entry.level), None)
            taken = {titles[e.level] for e in level.extends if _says(e.text, text)} if level else set()
            if int(key) in asked or taken == set(expected):
                right += 1
            elif taken:
                wrong.append((name, key, taken))
            else:
                missed.append((name, key))
    assert wrong == []
    assert right >= 0.97 * (right + len(missed)), missed


def _says(said: str | None, text: str) -> bool:
    return any(text.startswith(sentence[:30]) for sentence in (said or "").split("\n") if sentence)


def test_that_every_line_of_every_page_is_accounted_for(imported: dict[str, Imported]) -> None:
    for path in sorted(_PAGES.glob("*.md")):
        lines = _text(path).replace("\r\n", "\n").split("\n")
        filled = [number for number, line in enumerate(lines, 1) if line.strip()]
        assert [line.line for line in imported[path.stem].account] == filled


def test_that_hardly_a_line_stays_unplaced(imported: dict[str, Imported]) -> None:
    lost = [line.text for found in imported.values() for line in found.unplaced()]
    assert all("<" in text for text in lost)
    assert len(lost) <= len(imported) / 5


_KEPT = frozenset(
    (
        Place.SUMMARY,
        Place.LEVEL_SUMMARY,
        Place.GRADE,
        Place.RESPONSIBILITY,
        Place.REQUIREMENT,
        Place.EXTENDS,
        Place.HIRING,
        Place.SPECIALTY,
        Place.NOTE,
    )
)


def test_that_the_words_of_every_line_are_in_the_role(imported: dict[str, Imported]) -> None:
    for name, found in imported.items():
        if found.role is None:
            continue
        text = _letters(" ".join(_texts(found.role.model_dump(mode="json"))))
        for line in found.account:
            if line.place in _KEPT:
                written = re.sub(r"<a name[^>]*></a>|^\s*(?:\d+[.)]\s+)+", "", line.text)
                cells = written.split("|") if written.lstrip().startswith("|") else [written]
                assert all(_letters(cell) in text for cell in cells), (name, line.line)


def _texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for inside in value.values() for text in _texts(inside)]
    if isinstance(value, list):
        return [text for inside in value for text in _texts(inside)]
    return [value] if isinstance(value, str) else []


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def test_that_every_answer_that_is_offered_has_an_effect(imported: dict[str, Imported]) -> None:
    for name, found in imported.items():
        for one in asked(found):
            line = next(line for line in found.account if line.line >= one.line)
            for answer in one.answers:
                decision = decision_on(line, answer.says, answer.value)
                assert with_decision(found, decision) is not None, (name, one.words, answer)
