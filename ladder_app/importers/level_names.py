"""The names of levels as their headings give them, without the words that only say that it is one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ladder_app.importers.words import looks_like_title, plain, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

_IN_FRONT = re.compile(
    r"^(?:(?:career |job )?(?:level|role|title|position)"
    r"|(?:job|role|position|career) (?:profile|description|title|spec(?:ification)?|level)"
    r"|stellenbeschreibung|rolle|position|fiche de poste|poste|rôle|cargo|puesto|rol|ruolo|functie)"
    r"\s*[:–—-]\s*(?=[^\W\d])",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^(?:(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)]|\d{1,2}(?:\.\d{1,2})+\.?)\s+(?=[^\W\d])", re.IGNORECASE)
_STOP = re.compile(r"(?<=[^\W\d_]{4})\.$")
"""The stop behind a name that begins a paragraph; abbreviations keep theirs."""
_BEHIND = re.compile(
    r"\s*(?:[–—:|]|\s-\s|-\s|\()\s*(?:the )?(?:(?:job|role|position|career|level) )?"
    r"(?:profile|description|spec(?:ification)?|overview|rubric|guide|summary|expectations|level|role|position"
    r"|job)\)?\s*$"
    r"|\s+(?:job|role|position) (?:profile|description|spec(?:ification)?)\s*$|(?<=\w)\s+(?:role|position)$"
    r"|\s*(?:[–—:|]|\s-\s|\()\s*(?:stellenbeschreibung|rollenprofil|fiche de poste|descripción del puesto"
    r"|descrição (?:do cargo|da vaga))\)?\s*$",
    re.IGNORECASE,
)


def level_name(title: str) -> str:
    """The name of a level as its heading gives it: “Level: Baker” and “Baker – Job Profile” are “Baker”."""
    name = _NUMBER.sub("", plain(title))
    name = _STOP.sub("", _IN_FRONT.sub("", name)).rstrip(": ")
    shorter = _BEHIND.sub("", name).strip(" –—-:|")
    return shorter if shorter and shorter != name and looks_like_title(shorter) else name


def without_number(title: str) -> str:
    """A heading without what counts it: “1.2 Ovens” is “Ovens”."""
    return _NUMBER.sub("", plain(title))


_REMARK = re.compile("\\s*[(\\[\uff08\u3010][^()\\[\\]\uff08\uff09\u3010\u3011]*[)\\]\uff09\u3011]\\s*$")


def without_remark(title: str) -> str:
    """A name without what brackets say behind it: “Junior Baker (0–2 years)” is “Junior Baker”."""
    name = plain(title).rstrip(": ")
    return _REMARK.sub("", name) or name


_CODE = re.compile(r"(?:l|level|lvl|ic|g|grade)?(\d{1,2})")


def same_but_for_code(name: str, others: Sequence[str]) -> int | None:
    """Which of these names says the same: its number is written otherwise (“L6”, “Level 6”), or it has none.

    None if several could be meant.
    """
    bare, code = _parted(name)
    found = []
    for number, other in enumerate(others):
        words, its = _parted(other)
        if bare and words == bare and (its == code or not its or not code):
            found.append(number)
    return found[0] if len(found) == 1 else None


def _parted(name: str) -> tuple[tuple[str, ...], str]:
    words = tokens(name)
    codes = [match[1] for word in words if (match := _CODE.fullmatch(word)) is not None]
    return tuple(word for word in words if not _CODE.fullmatch(word)), codes[0] if codes else ""
