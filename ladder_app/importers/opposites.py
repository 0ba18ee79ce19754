"""Labels of what is not wanted: “Ineffective behaviours”, “Red flags”. What stands under them is no criterion."""

from __future__ import annotations

import re

from ladder_app.importers.words import plain

_OPPOSITE = re.compile(
    r"(?:(?:examples? of|signs? of|typical|common|observed|possible)\s+)?"
    r"(?:ineffective|negative|counter[ -]?productive|undesir(?:ed|able)|unwanted|unacceptable|insufficient"
    r"|inappropriate"
    r"|poor|bad|weak|wrong|contra(?:ry|[ -]indicators?)|(?:counter|negative)[ -]?(?:examples?|indicators?)"
    r"|anti[ -]?patterns?|red flags?|warning signs?|pitfalls?|don'?ts?|do not"
    r"|(?:explicit(?:ly)? )?non[ -](?:criteria|goals?|requirements?|examples?|responsibilities)"
    r"|(?:(?:is|are|you are|you're|we do) )?not (?:yet )?(?:expected|required|asked|expect|responsible|in scope)"
    r"(?: (?:to|for|of|at|from)\b.{0,40})?|out of scope|what (?:we|you) (?:do not|don't) .{0,40}"
    r"|not (?:yet|good|ok(?:ay)?|effective|enough)"
    r"|below (?:expectations?|standard|level)|(?:does not|doesn'?t|not) (?:meet|meeting)(?: expectations?)?"
    r"|set-?backs?|short-?comings?|weakness(?:es)?|failings?|deal[ -]?breakers?|derailers?|what holds (?:you|them) back"
    r"|what (?:it|this|bad|poor) (?:is not|isn'?t|looks? like)|common mistakes|underperform(?:s|ing|ance)?"
    r"|negativ\w*|unerwünscht\w*|ungenügend\w*|inefficace?s?|inefica(?:z|ces)|negativ[oa]s?|ineffica(?:ce|ci)"
    r"|niet effectief|nieskuteczn\w*|неэффективн\w*|негативн\w*|.*\bchưa (?:tới|đạt|đủ|phù hợp)"
    r"|未(?:到)?達(?:例)?|悪い例|反例|不合格|反面|부정적)"
    r"(?:\s+(?:behaviou?rs?|examples?|indicators?|signs?|practices?|performance|actions?|conduct|patterns?|verhalten"
    r"|beispiele?|comportements?|comportamientos?|comportamenti|comportamentos?|gedrag|поведение|признаки))*",
    re.IGNORECASE,
)


def says_opposite(label: str) -> bool:
    """Whether a label is about what should not be done."""
    return _OPPOSITE.fullmatch(plain(label).strip(" :*()?!")) is not None


_WANTED = re.compile(
    r"(?:effective|positive|desir(?:ed|able)|wanted|good|dos?)(?:\s+(?:behaviou?rs?|examples?|indicators?|signs?))?",
    re.IGNORECASE,
)


def says_wanted(label: str) -> bool:
    """Whether a label only says that what stands under it is wanted, beside what is not."""
    return _WANTED.fullmatch(plain(label).strip(" :*()?!")) is not None
