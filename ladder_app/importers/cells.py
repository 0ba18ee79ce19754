"""What a cell of a table says: statements, a mark that something is meant, or nothing yet."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ladder_app.importers.lengths import starts_anew, words_in
from ladder_app.importers.words import plain

_MARKS = "•·▪▫◦●○‣∙✓✔☑✅☐→➢➤►"
_BULLET = re.compile(
    rf"^[ \t]*(?:(?:[-*+–—{_MARKS}]|\d{{1,2}}[.)]|\[[ xX]?\])[ \t]+|[-–—{_MARKS}](?=[A-ZÀ-Þ]))", re.MULTILINE
)
_INSIDE = re.compile(rf"(?<=\S)\s+(?=[{_MARKS}]\s)")
"""Before a bullet in the middle of a line."""
_BREAK = re.compile(r"[ \t]*<(?:/?br|/?p|/?div|/?ul|/?ol)\b[^>]*>[ \t]*", re.IGNORECASE)
_ITEM = re.compile(r"\s*<li\b[^>]*>\s*", re.IGNORECASE)
_ITEM_END = re.compile(r"\s*</li>\s*", re.IGNORECASE)
_BLANK = re.compile(r"\n[ \t]*\n\s*")
_ENDED = re.compile(r"[.!?;。\uff0e\uff01\uff1f؟।…)\]]\W*$")

_NOTHING = re.compile(
    r"\W*(?:n\W?a|(?:none|nothing)(?: (?:expected|required|needed|yet))?|nil|tb[adc]|todo|wip"
    r"|(?:still )?to be (?:defined|determined|decided|confirmed|announced|written"
    r"|done|completed|added|filled in)|coming soon|not (?:applicable|defined|specified)(?: yet)?|under construction"
    r"|entfällt|offen|noch offen|keine|à définir|por definir|a definir|da definire|nvt|n\.?v\.?t\.?|未定|該当なし|なし"
    r"|待定|暂无|.{0,40}\bto be (?:defined|determined|announced))?\W*",
    re.IGNORECASE,
)
_TICK = re.compile(
    r"[\s*_`]*(?:[✓✔☑✅🗹🗸●•■★√]+\ufe0f?|x|\[x\]|yes|y|ja|oui|sí|si|sim|:(?:heavy_|white_)?check_mark:|○|◯|はい"
    r"|required|expected)[\s*_`]*",
    re.IGNORECASE,
)
_CROSSES = re.compile(r"[\s*_`]*(?:[✗✘❌✖]\ufe0f?|:x:|no|nein|non|não|いいえ|×|\[\s?\]|☐|□)[\s*_`]*", re.IGNORECASE)


@dataclass(slots=True)
class Cell:
    """The statements of a cell, and what stands in front of their bullets."""

    statements: list[str]
    leads: list[str] = field(default_factory=list)


def says_nothing(text: str) -> bool:
    """Whether a text only keeps a place: “n/a”, “–”, “TBD”, “to be defined”."""
    return len(text) < 60 and _NOTHING.fullmatch(plain(text)) is not None and not is_tick(text)


def is_tick(text: str) -> bool:
    """Whether a cell says by a mark that what its row or column names is meant."""
    return len(text) < 24 and _TICK.fullmatch(text) is not None


def is_cross(text: str) -> bool:
    """Whether a cell says by a mark that it is not meant."""
    return len(text) < 24 and _CROSSES.fullmatch(text) is not None


def read_cell(text: str) -> Cell:
    """The statements of a cell, what introduces them aside."""
    if "<" in text:
        text = _BREAK.sub(_as_lines, _ITEM_END.sub("\n", _ITEM.sub("\n- ", text)))
    text = text.strip()
    parts = [part.strip() for part in _BLANK.split(text) if part.strip()]
    if len(parts) > 1 and all(map(_is_statement, parts)) and not _goes_on(parts):
        found = Cell([])
        for part in parts:
            inside = _part(part)
            found.leads += inside.leads
            found.statements += inside.statements
        return found
    return _part(text)


def _as_lines(found: re.Match[str]) -> str:
    return "\n" if found[0].strip().casefold().startswith(("<br", "</br")) else "\n\n"


def _is_statement(part: str) -> bool:
    """Whether a paragraph of a cell says something by itself."""
    return _BULLET.match(part) is not None or words_in(part) > 1 or _ENDED.search(part) is not None


def _goes_on(parts: list[str]) -> bool:
    """Whether a paragraph is the rest of a sentence before it; where none begins with a capital, none is."""
    anew = [_BULLET.match(part) is not None or starts_anew(part) for part in parts]
    pairs = zip(parts, anew[1:], strict=False)
    return any(anew) and any(not starts and not _ENDED.search(before) for before, starts in pairs)


def _part(text: str) -> Cell:
    if text[:1] and text[0] in _MARKS:
        text = _INSIDE.sub("\n", text)
    first = _BULLET.search(text)
    if first is not None and (len(_BULLET.findall(text)) > 1 or (not first.start() and "\n" not in text)):
        lead = text[: first.start()].strip()
        if not lead or lead.endswith(":"):
            statements = [part.strip() for part in _BULLET.split(text[first.start() :]) if part.strip()]
            return Cell(statements, [lead] if lead else [])
    rows = [row.strip() for row in text.split("\n") if row.strip()]
    if len(rows) > 1 and all(starts_anew(row) and words_in(row) > 1 for row in rows) and _are_apart(rows):
        return Cell(rows)
    return Cell([text] if text else [])


def _are_apart(rows: list[str]) -> bool:
    """Whether rows in a script without capitals are statements, not one text broken over lines."""
    if any(row.lstrip("\"'“”„«(*_[")[:1].isupper() for row in rows):
        return True
    ended = sum(_ENDED.search(row) is not None for row in rows)
    return not ended or ended >= len(rows) - 1
