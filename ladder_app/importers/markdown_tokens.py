"""Lines of Markdown → the tokens of its blocks, with no more rules of the parser than have something to find."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_UNUSED = ("normalize", "inline", "text_join", "code")
_MARKS = {"fence": ("```", "~~~"), "blockquote": (">",), "table": ("|",), "html_block": ("<",), "reference": ("]:",)}
"""Rules, and of what a text holds one at least where they find something."""
_RULE = re.compile(r"([-*_])(?:[ \t]*\1){2,}$")


def block_tokens(lines: list[str]) -> list[Token]:
    """The blocks that these lines are; what stands inside a line is not looked at."""
    text = "\n".join(lines).replace("\x00", "\ufffd")
    return _parser_without(_rules_without_matter(text, lines)).parse(text)


@lru_cache(maxsize=32)
def _parser_without(rules: tuple[str, ...]) -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table").disable([*_UNUSED, *rules])


def _rules_without_matter(text: str, lines: list[str]) -> tuple[str, ...]:
    """The rules that have nothing to find on a page, and would be tried on each of its lines."""
    rules = [rule for rule, marks in _MARKS.items() if not any(mark in text for mark in marks)]
    drawn = [line for line in map(str.rstrip, lines) if line.endswith(("-", "=", "*", "_"))]
    if not any(line.endswith(("-", "=")) for line in drawn):
        rules.append("lheading")
    if not any(map(_RULE.search, drawn)):
        rules.append("hr")
    return tuple(rules)
