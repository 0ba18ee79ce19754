"""The heads of a grid: which column or row is a level, and what the other columns are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ladder_app.importers.cells import is_tick, says_nothing
from ladder_app.importers.grid_scale import is_marked, is_scaled, is_step
from ladder_app.importers.lengths import words_in
from ladder_app.importers.level_names import without_remark
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.meanings import meaning
from ladder_app.importers.numbered_steps import is_unreached, numbered_steps
from ladder_app.importers.opposites import says_opposite
from ladder_app.importers.words import PARTS, PROFICIENCY, is_rank, looks_like_title, plain, tokens

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_MEANINGS = {
    "level": (
        "level", "title", "role", "job title", "position", "grade title", "rung", "level name", "seniority",
        "job level", "career level", "seniority level", "role level", "role title", "stage",
    ),
    "text": (
        "text", "criterion", "criteria", "description", "requirement", "responsibility", "expectation", "behaviour",
        "behavior", "competency description", "statement", "summary", "indicator", "expectations", "behaviours",
        "behaviors", "requirements", "responsibilities", "what it looks like", "what good looks like", "definition",
        "expected behaviour", "expected behavior", "details", "detail", "outcome", "example behaviours", "evidence",
    ),
    "kind": ("kind", "type", "section", "criterion type"),
    "area": (
        "competency", "skill", "topic", "competence", "capability", "area", "attribute", "trait", "competency name",
        "skill name", "sub-category", "subcategory", "sub category", "competency area", "skill area", "dimension",
    ),
    "theme": ("theme", "category", "pillar", "domain", "area", "dimension", "skill group", "group", "competency group"),
    "grade": ("grade", "job grade", "band", "pay grade", "salary grade"),
}  # fmt: skip
_LEVEL_HEAD = re.compile(
    r"\W*(?:career |job |pay )?(?:levels?|rungs?|seniority|positions?|roles?|titles?|stage|grades?|bands?|tiers?)\b"
    r".{0,20}",
    re.IGNORECASE,
)
_ANSWER_HEAD = re.compile(
    r"\d+|(?:the |your )?(?:rating|score|point|star|mark|value|answer|priority|day|week|month|phase|sprint|question)s?",
    re.IGNORECASE,
)
"""What heads a column of numbers that are no levels."""
_ABOUT = re.compile(
    r"(?:short )?(?:description|definition|what (?:it is|this is|it means)|summary|about|explanation)", re.I
)
_LINK_ONLY = re.compile(r"\[[^\]]*\]\(#[^)]*\)")
_REMARK = re.compile(
    r"(?:for )?examples?|evidence|(?:further |additional |other )?(?:notes?|comments?|remarks?)|links?|see also"
    r"|(?:useful |further )?(?:resources?|references?|sources?|reading)|last (?:updated|changed)|changelog"
    r"|reports to|reporting (?:line|structure|to)|headcount|location"
    r"|(?:salary|pay|compensation)(?: (?:range|band))?s?|bemerkung(?:en)?|anmerkung(?:en)?|notizen?|kommentare?"
    r"|beispiele?|quellen?|remarques?|commentaires?|exemples?|liens?|ejemplos?|comentarios?|enlaces?|notas?"
    r"|observaç(?:ão|ões)"
    r"|exemplos?|comentários?|note|esempi[o]?|commenti|opmerking(?:en)?|voorbeeld(?:en)?|uwagi|przykład(?:y)?"
    r"|примечани[ея]|пример(?:ы)?|комментари[ий]|備考|例|コメント|メモ|备注|示例|例子|비고|예시",
    re.IGNORECASE,
)
_STAGE = re.compile(
    r"(?:early|mid|late|later|new|entry|first|young|starting)[ -]"
    r"(?:career|stage|grads?|graduates?|hires?|starters?|joiners?)",
    re.IGNORECASE,
)
"""“Early career”, “New hire”: how far somebody is, without a rank."""
_BEHIND = re.compile(r"\(([^()]{1,20})\)$")
_TELLS = 3
_MORE = 2
_KINDS = (Topic.RESPONSIBILITY, Topic.REQUIREMENT, Topic.PLUS)
_GROUPS = frozenset(_MEANINGS["theme"])


@dataclass(frozen=True, slots=True)
class LevelColumns:
    """The columns that are levels, by number and title, and those that name the competency of a row."""

    titles: list[tuple[int, str]]
    labels: list[int]
    heads: list[str]
    beside: list[int]
    """Those that only give examples for the level before them."""


def fields_of(head: Sequence[str], columns: Mapping[str, str] | None = None) -> dict[str, int] | None:
    """Which column is the level, the text and so on; none if level or text is not to be found."""
    names = [plain(cell).casefold().strip(" :*#") for cell in head]
    found: dict[str, int] = {}
    for field, known in _MEANINGS.items():
        wanted = [columns[field].casefold().strip()] if columns and field in columns else list(known)
        position = next(
            (names.index(name) for name in wanted if name in names and names.index(name) not in found.values()), None
        )
        if position is not None:
            found[field] = position
    return found if "level" in found and "text" in found else None


def fields_of_names(head: str) -> bool:
    """Whether a text is but the head of a column that names levels or competencies: “Title”, “Area”."""
    name = plain(head).casefold().strip(" :*#")
    return any(name in _MEANINGS[field] for field in ("level", "area", "theme"))


def heads_levels(head: str) -> bool:
    """Whether a column is headed by a word for levels."""
    return _LEVEL_HEAD.fullmatch(plain(head)) is not None


def level_title(text: str) -> str:
    """A level's name; a bare number is said to be one."""
    name = plain(text)
    return f"Level {name}" if name.isdigit() else text.strip()


def names_level(text: str) -> bool:
    """Whether the head of a column could be a level's."""
    if (behind := _BEHIND.search(plain(text))) is not None and is_rank(behind[1]):
        return True
    name = without_remark(text)
    words = tokens(name)
    if not words or len(words) > 9:
        return False
    if _STAGE.fullmatch(plain(name)):
        return True
    return looks_like_title(name) or (len(words) <= 2 and (words[0] in PROFICIENCY or words[-1] in PROFICIENCY))


def is_remark(head: str) -> bool:
    """Whether a column is headed as one of remarks, examples or links, or of what is not wanted."""
    return _REMARK.fullmatch(plain(head).strip(" :*()")) is not None or says_opposite(head)


def level_columns(head: Sequence[str], body: Sequence[tuple[range, list[str]]]) -> LevelColumns | None:
    """The levels that stand side by side in a head; none if it has not two."""
    beside = [i for i, cell in enumerate(head) if i and (is_remark(cell) or _is_void(i, body))]
    last = max((i for i, cell in enumerate(head) if cell and i not in beside), default=0)
    inside = [i for i in range(last + 1) if i not in beside]
    first = next((i for i in inside[:-1] if are_levels([head[j] for j in inside if j >= i])), None)
    if first is None:
        first = next((i for i in inside[1:-1] if counts_up([head[j] for j in inside if j >= i])), None)
    if first is None:
        first = next((i for i in inside[1:-1] if _stand_beside_levels(head, [j for j in inside if j >= i], body)), None)
    if first is None:
        first = next((i for i in inside[1:-1] if _are_marked(head, [j for j in inside if j >= i], body)), None)
    steps = numbered_steps(head) if first is None else []
    if steps:
        first = steps[0]
        unreached = [first - 1] if is_unreached(head[first - 1]) else []
        behind = [i for i in range(first, len(head)) if head[i] and i not in steps]
        beside = sorted({*beside, *unreached, *behind})
    if first is None:
        return None
    titles = [(i, level_title(head[i])) for i in steps or inside if i >= first]
    if len({title.casefold() for _, title in titles}) < len(titles):
        return None
    texts = [cells[i] for _, cells in body for i, _ in titles if i < len(cells) and cells[i]]
    scaled = is_scaled([cells for _, cells in body], [i for i, _ in titles])
    if scaled and all(is_step(title) for _, title in titles):
        return None  # one more row of the scale, and not its head
    said = scaled or any(words_in(text) > 1 or text.isalpha() or is_tick(text) for text in texts)
    if not said or any(map(_LINK_ONLY.fullmatch, texts)):
        return None
    labels = [i for i in range(first) if i not in beside] if steps else list(range(first))
    return LevelColumns(titles, labels, [head[i] for i in labels], [i for i in beside if steps or i > first])


def _is_void(column: int, body: Sequence[tuple[range, list[str]]]) -> bool:
    """Whether all cells of a column only keep its place: “N/A”."""
    cells = [cells[column] for _, cells in body if column < len(cells)]
    return any(cells) and all(not cell or says_nothing(cell) for cell in cells)


def are_levels(cells: Sequence[str]) -> bool:
    """Whether all of them name levels; the plain name of a job does beside its “Senior”, and so does a longer one."""
    sure = [set(tokens(without_remark(cell))) for cell in cells if names_level(cell)]
    if not sure or not all(cells):
        return False
    return all(names_level(cell) or _is_kin(set(tokens(without_remark(cell))), sure) for cell in cells)


def _are_marked(head: Sequence[str], columns: list[int], body: Sequence[tuple[range, list[str]]]) -> bool:
    """Whether columns, of which most are called as levels are, hold nothing but marks or words of a scale."""
    heads = [plain(head[i]).casefold().strip(" :") for i in columns]
    known = {word for words in _MEANINGS.values() for word in words}
    if not all(heads) or known.intersection(heads) or any(meaning(name).topic in _KINDS for name in heads):
        return False
    named = sum(names_level(head[i]) for i in columns)
    rows = [cells for _, cells in body if any(cells)]
    return named * 2 > len(columns) and (is_marked(rows, columns) or is_scaled(rows, columns))


def _is_kin(name: set[str], sure: list[set[str]]) -> bool:
    """Whether a name is one of these with a word or two more, or without some of its own."""
    return bool(name) and any(name < words or (words < name and len(name - words) <= _MORE) for words in sure)


def _stand_beside_levels(head: Sequence[str], columns: list[int], body: Sequence[tuple[range, list[str]]]) -> bool:
    """Whether columns that are headed by single words hold texts as the one beside them does that names a level."""
    known = {word for words in _MEANINGS.values() for word in words}
    heads = [plain(head[i]).casefold().strip(" :") for i in columns]
    if not any(names_level(head[i]) for i in columns) or any(not name or name in known for name in heads):
        return False
    if any(words_in(name) > 3 or _ABOUT.fullmatch(name) for name in heads):
        return False
    if len(body) > 1 and all(cells and names_level(cells[0]) for _, cells in body):
        return False  # the rows are levels
    texts = [[cells[i] for i in columns if i < len(cells)] for _, cells in body]
    said = [sum(words_in(text) > 1 for text in row) for row in texts if any(row)]
    return len(columns) > 1 and bool(said) and sum(said) * 4 >= 3 * len(said) * len(columns)


def counts_up(cells: Sequence[str]) -> bool:
    """Whether cells go through the numbers one by one, bare or behind the same letters: “B1”, “B2”, “B3”."""
    found = [_STEM.fullmatch(plain(cell)) for cell in cells]
    stems = {match["stem"].casefold() for match in found if match is not None}
    if len(found) < 2 or not all(found) or len(stems) > 1 or stems & _PERIODS:
        return False
    numbers = [int(match["number"]) for match in found if match is not None]
    return numbers == list(range(numbers[0], numbers[0] + len(numbers)))


_STEM = re.compile(r"(?P<stem>[^\W\d_]{0,4})[ .-]?(?P<number>\d{1,2})")
_PERIODS = PARTS | {"h", "w", "d", "m", "y", "yr", "jan", "feb", "item", "col"}


def level_rows(
    head: Sequence[str], body: Sequence[tuple[range, list[str]]], fields: Mapping[str, int] | None
) -> list[str] | None:
    """The level that each row begins with (none for a remark); none at all if rows are something else."""
    others = [i for i, cell in enumerate(head) if i and cell]
    if fields is not None and (fields["level"] != 0 or len(set(others) - set(fields.values())) < 2):
        return None
    filled = [cells for _, cells in body if any(cells[1:])]
    names = [cells[0] for i, cells in enumerate(filled) if not _goes_on(filled, i)]
    least = 1 if _LEVEL_HEAD.fullmatch(head[0]) and len(others) > 1 else 2
    if (
        len(filled) < least
        or not others
        or not all(names)
        or len({plain(name).casefold() for name in names}) < len(names)
    ):
        return None
    in_rows = all(names_level(name) or name.isdecimal() for name in names) or counts_up(names)
    across = sum(map(names_level, head[1:]))
    if any(len(name) > 60 for name in names) or across * (2 if in_rows else len(others) + 1) > len(others):
        return None
    if _ANSWER_HEAD.fullmatch(plain(head[0]).strip(" :*")) and all(map(str.isdecimal, names)):
        return None
    if not in_rows and not _LEVEL_HEAD.fullmatch(head[0]):
        return None
    texts = [cell for cells in filled for cell in cells[1:] if cell]
    words = sum(map(words_in, texts)) / max(1, len(texts))
    sure = _LEVEL_HEAD.fullmatch(head[0]) or all(meaning(head[i]).topic in _KINDS for i in others)
    if meaning(head[0]).topic is Topic.GRADE and not any(_tells(filled, i) for i in others):
        return None  # names and years beside grades are what is asked of nobody
    if words < (1.2 if in_rows and sure else 4) or any(map(_LINK_ONLY.fullmatch, texts)):
        return None
    return [cells[0] if any(cells[1:]) else "" for _, cells in body]


def _tells(rows: Sequence[list[str]], column: int) -> bool:
    """Whether a column tells of something, in some words each."""
    texts = [cells[column] for cells in rows if column < len(cells) and cells[column]]
    return sum(map(words_in, texts)) >= _TELLS * max(1, len(texts)) and not all(text[:1].isdigit() for text in texts)


def _goes_on(rows: Sequence[list[str]], i: int) -> bool:
    """Whether a row is still about the level of the row before it, whose cell covers both."""
    return bool(i and rows[i][0] and rows[i][0] == rows[i - 1][0] and names_level(rows[i][0]))


def label_order(across: LevelColumns) -> list[int]:
    """The columns that name a competency, the widest group first."""
    heads = [plain(head).casefold().strip(" :") for head in across.heads]
    return sorted(range(len(heads)), key=lambda i: (heads[i] not in _GROUPS, i))


def is_about_a_competency(across: LevelColumns, label: int, text: str) -> bool:
    """Whether what stands in a column of names explains a competency rather than names it."""
    return len(across.labels) > 1 and (_ABOUT.fullmatch(plain(across.heads[label])) is not None or is_wide(text))


def is_wide(text: str) -> bool:
    """Whether a text is a sentence, not a name."""
    return words_in(text) > 10


def names_and_texts(head: Sequence[str]) -> bool:
    """Whether the first column of a table names what the others tell of."""
    first = plain(head[0]).casefold().strip(" :*#") if head else ""
    return len(head) > 1 and (
        first in _MEANINGS["area"] or first in _GROUPS or first in ("responsibility", "responsibilities")
    )
