"""Cells and values that only lead to what another level is asked: “Same as L2”, “see above”, “ditto”."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ladder_app.importers.inheritance import reference_in
from ladder_app.importers.words import plain

_DITTO = re.compile(
    r"(?:ditto|dito|idem|dto\.?|id\.|[\"″〃”„]{1,2}|''|’’|-\s*[\"″”]\s*-|←|<-+|⇐|⟵|同上|同左|同前|〃)\W*", re.IGNORECASE
)
_BEFORE = (
    r"above|left|previous(?: (?:level|one|row|column|role|grade))?|preceding(?: level)?|before|prior(?: level)?"
    r"|(?:the )?(?:level|one) (?:below|before)|lower level|oben|links|vorher(?:ig\w*)?(?: (?:stufe|level))?|vorige\w*"
    r"|ci-dessus|précédent(?:e|s)?|niveau précédent|(?:nivel )?anterior|arriba|acima|precedente|sopra|hierboven"
)
_LEADS = re.compile(
    r"(?:please )?(?:see|same as|as (?:in|for|per|with)|as|like|identical to|equal to|refer to|cf\.?|equivalent to"
    r"|siehe|wie|gleich wie|voir|comme|idem|ver|véase|igual (?:que|a|ao)|mesmo que|come|vedi|zie|zoals|als|se|som"
    r"|jak|jako|lika som)"
    rf"\s+(?:for |in |at |the |an? |el |la |le |bei |o |il |de |het )*"
    rf"(?P<name>(?P<before>{_BEFORE})\b|(?:(?!\s(?:plus|and|but|und|et|y|e)\s)[^,;:+]){{1,60}}?)\s*[.:;]?",
    re.IGNORECASE,
)
_MORE_THAN = re.compile(
    r"(?:in addition to|on top of|beyond|(?:plus |includes? |meets? )?all (?:of )?|everything (?:in|from|of|at)"
    r"|builds? (?:up)?on"
    r"|zusätzlich zu|alles (?:aus|von)|en plus d[eu]|tout ce que|además de|todo lo de|além de|tudo d[eo]|oltre a)"
    rf"\s*(?:the |an? |what |el |la |le |lo |der |dem |des |o |a |os )*(?P<name>(?P<before>{_BEFORE})\b"
    rf"|[^,;:+.]{{1,40}}?)"
    r"(?:'s)?(?: (?:level|expectations|criteria|requirements|responsibilities|skills|does|do))?"
    r"\s*(?:[,;:+.].*|$|\s(?:plus|and|but|und|et|y|e)\s.*)",
    re.IGNORECASE | re.DOTALL,
)
_NAME_PLUS = re.compile(
    r"(?:(?:(?:the )?same as|identical to|equal to|as|like|wie|comme|como|come)\s+)?(?:the |an? |l[eao] |el "
    r"|der |die "
    r"|das )?(?P<name>(?P<before>(?!))?[^,;:+]{1,40}?)\s*(?:,?\s+plus\b|\+|,? and also\b).*",
    re.IGNORECASE | re.DOTALL,
)
_PLUS = ("plus", "+", "and also")
"""Words of which `_NAME_PLUS` needs one; without them it would be tried on everything in vain."""
_BEHIND = re.compile(r"(?P<name>.{1,40}?)\s*(?:と同じ|と同様|に同じ|を参照|参照|同じ|相同)[。.]?")
LONGEST, LONGEST_MORE = 90, 600


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where a text leads: to the level called `name`, or, without one, to what stands before."""

    name: str
    alone: bool = True
    """Whether the text says nothing else."""


def pointer_in(text: str) -> Pointer | None:
    """Where a text leads to; none if it leads nowhere. Whether the name is a level’s, the reader knows."""
    words = plain(text).strip()
    if not words:
        return None
    if _DITTO.fullmatch(text.strip()) is not None:
        return Pointer("")
    if len(words) <= LONGEST:
        if (found := _LEADS.fullmatch(words)) is not None:
            return Pointer("" if found["before"] else found["name"])
        if not words.isascii() and (found := _BEHIND.fullmatch(words)) is not None:
            return Pointer("" if found["name"] in ("上", "左", "上記", "前", "以上") else found["name"])
    if len(words) <= LONGEST_MORE:
        found = _MORE_THAN.fullmatch(words)
        if found is None and any(map(words.casefold().__contains__, _PLUS)):
            found = _NAME_PLUS.fullmatch(words)
        if found is not None:
            return Pointer("" if found["before"] else found["name"], alone=False)
    reference = reference_in(text)
    if reference is None:
        return None
    if reference.above:
        return Pointer("", alone=False)
    return Pointer(reference.bases[0].name, alone=False) if reference.bases else None
