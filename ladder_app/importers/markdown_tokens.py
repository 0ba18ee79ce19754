"""Lines of Markdown → the tokens of its blocks, with no more rules of the parser than have something to find."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.meanings import meaning

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

_UNUSED = ("normalize", "inline", "text_join", "code")
_MARKS = {"fence": ("```", "~~~"), "blockquote": (">",), "table": ("|",), "html_block": ("<",), "reference": ("]:",)}
"""Rules, and of what a text holds one at least where they find something."""
_LABEL = re.compile(r"(?:(?:\*\*|__)(?P<bold>[^*_]{3,60})(?:\*\*|__):?|(?P<plain>[A-Z][\w’' -]{2,40}):)[ \t]*")
_KINDS = frozenset((Topic.RESPONSIBILITY, Topic.REQUIREMENT, Topic.PLUS))
_ITEM = re.compile(r"(?:[-*+]|\d{1,3}[.)])[ \t]")
_PASTED = re.compile(r"^([ \t]*(?:[-*+]|\d{1,3}[.)]|#{1,6}))\u00a0", re.MULTILINE)
"""A mark with a no-break space behind it, as what is copied from a browser has it."""
_RULE = re.compile(r"([-*_])(?:[ \t]*\1){2,}$")


def block_tokens(lines: list[str]) -> list[Token]:
    """The blocks that these lines are; what stands inside a line is not looked at."""
    text = "\n".join(lines).replace("\x00", "\ufffd")
    if "\u00a0" in text:
        text = _PASTED.sub(r"\1 ", text)
    return _parser_without(_rules_without_matter(text, lines)).parse(text)


@lru_cache(maxsize=32)
def _parser_without(rules: tuple[str, ...]) -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable("table")
    parser.block.ruler.before("paragraph", "label", _ends_at_label, {"alt": ["paragraph", "list"]})
    return parser.disable([*_UNUSED, *rules])


def _ends_at_label(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Whether a list or a text ends where a label over the next list follows right under it, without a blank line."""
    if not silent or line + 1 >= end:
        return False
    start, following = state.bMarks[line], state.bMarks[line + 1]
    return _is_label(state.src[start : state.eMarks[line]]) and _ITEM.match(state.src, following) is not None


def _is_label(line: str) -> bool:
    """Whether a line says no more than which kind of criteria follows: “**Requirements**”, “Nice-to-haves:”."""
    found = _LABEL.fullmatch(line)
    return found is not None and meaning(found["bold"] or found["plain"]).topic in _KINDS


def _rules_without_matter(text: str, lines: list[str]) -> tuple[str, ...]:
    """The rules that have nothing to find on a page, and would be tried on each of its lines."""
    rules = [rule for rule, marks in _MARKS.items() if not any(mark in text for mark in marks)]
    drawn = [line for line in map(str.rstrip, lines) if line.endswith(("-", "=", "*", "_"))]
    if not any(line.endswith(("-", "=")) for line in drawn):
        rules.append("lheading")
    if not any(map(_RULE.search, drawn)):
        rules.append("hr")
    if not any(map(_is_label, lines)):
        rules.append("label")
    return tuple(rules)
