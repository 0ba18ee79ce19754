"""A file → what it was understood as. What it is, its content says, not its name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ladder_app.errors import InvalidFile, LadderError, Problem, UnreadableFile
from ladder_app.importers import competencies, mappings, sheets, topics
from ladder_app.importers.decoding import decoded
from ladder_app.importers.front_matter import front_matter
from ladder_app.importers.markdown import import_markdown
from ladder_app.importers.result import AccountLine, Imported, Place
from ladder_app.importers.yaml_source import YamlSource
from ladder_app.storage.reading import MAX_BYTES
from ladder_app.storage.roles import role_from_text
from ladder_app.storage.yaml_reading import SyntaxFault

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ladder_app.importers.meaning_words import Topic

SUFFIXES = frozenset(
    (
        ".md",
        ".markdown",
        ".mdx",
        ".html",
        ".htm",
        ".erb",
        ".yml",
        ".yaml",
        ".json",
        ".csv",
        ".tsv",
        ".xlsx",
        ".txt",
        ".adoc",
        ".rst",
    )
)
"""The endings of files that a folder is searched for."""

_MARKUP = re.compile(
    r"^\s{0,3}(?:#{1,6}\s|[-*+]\s|\d+[.)]\s)|<(?:h\d|ul|ol|li|table|p)\b|^\*\*|^\||^ {0,3}:?-{3,}:?[ \t]*\|"
    r"|^[=-]{3,}\s*$|^ {0,3}:[ \t]+\S|^={2,6}[ \t]*\w",
    re.MULTILINE | re.IGNORECASE,
)
_RULE = re.compile(r"\s*:?-{2,}[-:| ]*")
_EXPECTED = (
    "Expected a page in Markdown or HTML with levels, responsibilities or requirements; "
    f"{competencies.EXPECTED}; {mappings.EXPECTED}; {topics.EXPECTED}; {sheets.EXPECTED}; or a role file."
)


def import_file(
    path: Path, topics_by_line: Mapping[int, Topic] | None = None, columns: Mapping[str, str] | None = None
) -> Imported:
    """What a file holds. Raises `UnreadableFile`, or `InvalidFile` saying what was expected.

    `topics_by_line` and `columns` are a person's decisions, about headings and about columns of a sheet.
    """
    name = path.name.split(".")[0] or path.name
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(Problem(error.strerror or str(error), str(path))) from error
    if len(content) > MAX_BYTES:
        raise InvalidFile(Problem(f"The file is larger than {MAX_BYTES // 1_000_000} MB; that is not read.", str(path)))
    try:
        return import_content(content, name, topics_by_line, columns)
    except LadderError as error:
        raise type(error)(*(Problem(p.message, str(path), p.line, p.column) for p in error.problems)) from error


def import_content(
    content: bytes,
    name: str,
    topics_by_line: Mapping[int, Topic] | None = None,
    columns: Mapping[str, str] | None = None,
) -> Imported:
    """What these bytes hold; see `import_file`."""
    if content.startswith(b"%PDF-"):
        raise InvalidFile("A PDF is not read as a ladder; save the page that it was made from, and import that.")
    if content.startswith(b"PK\x03\x04"):
        from ladder_app.importers.workbooks import xlsx_grids

        return sheets.import_grids(xlsx_grids(content), name, columns)
    text = decoded(content)
    if text is None:
        raise InvalidFile(_EXPECTED)
    return import_text(text, name, topics_by_line, columns)


def import_text(
    text: str, name: str, topics_by_line: Mapping[int, Topic] | None = None, columns: Mapping[str, str] | None = None
) -> Imported:
    """What this text holds; see `import_file`."""
    if not text.strip():
        raise InvalidFile(f"The file is empty. {_EXPECTED}")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    front = front_matter(lines)
    if topics.holds_topics(front.values):
        start = next(i for i, line in enumerate(lines) if line.strip()) + 1
        source = YamlSource("\n".join(lines[start : front.length - 1]) + "\n", start)
        return topics.import_topics(source, lines, name, front.length)
    if (
        not front.length
        and not _SECOND_DOCUMENT.search(text)
        and not _is_told(text)
        and (found := _from_yaml(text, lines, name)) is not None
    ):
        return found
    if columns or _looks_like_csv(text, lines):
        return sheets.import_grid(sheets.csv_grid(text), name, columns)
    if not _MARKUP.search(text) and not front.length:
        raise InvalidFile(_EXPECTED)
    return import_markdown(text, name, topics_by_line)


_SECOND_DOCUMENT = re.compile(r"^[^\S\n]*\S[^\n]*\n(?:[ \t]*\n)*---[ \t]*\n\s*\S", re.MULTILINE)
"""A rule between texts: what looks like YAML above it is not the whole of the file. Tried once for each line."""


def _from_yaml(text: str, lines: list[str], name: str) -> Imported | None:
    try:
        if text.lstrip().startswith("["):
            source = YamlSource("levels: " + text)
        elif _ENTRIES.match(text):
            source = YamlSource("levels:\n" + text, -1)
        else:
            source = YamlSource(text)
    except SyntaxFault:
        return None
    value = source.value
    if str(value.get("format", "")).startswith("ladder-role"):
        return _role_file(text, lines, name)
    if str(value.get("format", "")).startswith("ladder-assessment"):
        raise InvalidFile("This is an assessment, not a ladder: open it instead.")
    if competencies.holds_competencies(value):
        return competencies.import_competencies(source, lines, name)
    if topics.holds_topics(value):
        return topics.import_topics(source, lines, name, len(lines))
    if any(isinstance(inside, (list, dict)) for inside in value.values()):
        found = mappings.import_mapping(source, lines, name)
        if found is not None:
            return found
    if _HEADING.search(text) is not None and all(isinstance(inside, str) for inside in value.values()):
        return None  # a heading over lines with colons
    if len(value) > 2 or text.lstrip().startswith(("{", "[")) or _has_entries(value):
        raise InvalidFile(_EXPECTED)
    return None


def _has_entries(value: Mapping[str, object]) -> bool:
    """Whether it is a list of entries with several keys each: YAML, whatever it is about."""
    listed = value.get("levels") if len(value) == 1 else None
    entries = listed if isinstance(listed, list) else []
    return len(entries) > 1 and all(isinstance(entry, dict) and len(entry) > 1 for entry in entries)


_HEADING = re.compile(r"^#{1,6} \S", re.MULTILINE)
_SENTENCE = re.compile(r"^[A-Z][^\s:#]*(?: [^\s:]+){2,}:[ \t]*$", re.MULTILINE)
_NUMBERED = re.compile(r"^(?:\d{1,2}[.)]|[-*])[ \t]+\*\*\S", re.MULTILINE)
"""A list with names in bold: no key of YAML begins so."""
_TAB = re.compile(r"^[ \t]*===[!+]? [\"']", re.MULTILINE)


def _is_told(text: str) -> bool:
    """Whether headings and sentences over lists only happen to be comments and keys of YAML."""
    if _HEADING.search(text) is None:
        return False
    if _SENTENCE.search(text) is not None or _TAB.search(text) is not None or _NUMBERED.search(text) is not None:
        return True
    keys = _ROOT_KEY.findall(text)
    if len(set(keys)) < len(keys):
        return True
    return _ENTRIES.match(text) is not None and _is_listed(text)


def _is_listed(text: str) -> bool:
    """Whether the entries of a list are a name and a text each, under headings: “- Senior: leads others”."""
    entries = _ENTRY.findall(text)
    keys = sum(line[:1].isspace() and _KEY.match(line) is not None for line in text.split("\n"))
    return len(entries) > 1 and not keys


_ROOT_KEY = re.compile(r"^([^\W\d][^:\n]{0,60}):[ \t]+\S", re.MULTILINE)
"""What would be a key of the whole file; said again under another heading it is none."""
_ENTRY = re.compile(r"^- +[^\n:]+:(?:[ \t]+\S|[ \t]*$)", re.MULTILINE)
_KEY = re.compile(r"\s+[\w\"'][^\s:]*:(?:\s|$)")
_ENTRIES = re.compile(r"(?:\s*#[^\n]*\n|\s*\n)*- +[\w\"'][^\n:]*:(?:\s|$)")
"""A list of YAML whose first entry has keys."""


def _role_file(text: str, lines: list[str], name: str) -> Imported:
    role = role_from_text(text)
    account = tuple(AccountLine(i + 1, line, Place.FRONT_MATTER) for i, line in enumerate(lines) if line.strip())
    return Imported(name, role, account)


def _looks_like_csv(text: str, lines: list[str]) -> bool:
    first = next(line for line in lines if line.strip()).lstrip()
    if first.startswith(("#", "-", "*", "|", "<")) or not any(mark in line for mark in ",;\t|" for line in lines[:5]):
        return False
    try:
        grid = sheets.csv_grid(text)
    except InvalidFile:
        return False
    rows = [cells for _, cells in grid.rows[:50]]
    wide = max((len(row) for row in rows), default=0)
    if len(rows) < 2 or wide < 2 or any(len(cell) > 80 for cell in rows[0]):
        return False
    if any(_is_heading(row) for row in rows) or any(_RULE.fullmatch(line) for line in lines[:50]):
        return False
    if sheets.holds_levels(grid):
        return True
    same = sum(len(cells) == len(rows[0]) for cells in rows)
    return len(rows[0]) > 1 and same >= 0.9 * len(rows) and not _MARKUP.search(text)


def _is_heading(row: list[str]) -> bool:
    return len(row) == 1 and re.match(r"#{1,6}\s", row[0]) is not None
