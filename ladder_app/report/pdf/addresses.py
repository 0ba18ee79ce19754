"""Addresses that stand in a text as they are: they lead where they say, as a reader of a document expects."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ladder_app.markup import safe_link

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ladder_app.markup import Span

# What follows an address in a sentence is no part of it.
_ADDRESS = re.compile(r"https?://[^\s<>“”„\"]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+", re.IGNORECASE)
_AFTER = ".,;:!?…’'*_"
_PAIRS = {")": "(", "]": "["}


def with_addresses(spans: Sequence[Span]) -> Sequence[Span]:
    """The spans, with a link on every address among their words; code and what leads elsewhere stays as it is."""
    if not any(":/" in span.text or "@" in span.text for span in spans):
        return spans
    return [part for span in spans for part in (_parted(span) if span.link is None and not span.code else (span,))]


def _parted(span: Span) -> Iterator[Span]:
    at = 0
    for found in _ADDRESS.finditer(span.text):
        shown = _without_what_follows(found.group())
        link = safe_link(shown if "://" in shown else f"mailto:{shown}")
        if link is None:
            continue
        if found.start() > at:
            yield replace(span, text=span.text[at : found.start()])
        yield replace(span, text=shown, link=link)
        at = found.start() + len(shown)
    if at < len(span.text):
        yield replace(span, text=span.text[at:])


def _without_what_follows(address: str) -> str:
    while address:
        last = address[-1]
        if last not in _AFTER and not (last in _PAIRS and address.count(last) > address.count(_PAIRS[last])):
            break
        address = address[:-1]
    return address
