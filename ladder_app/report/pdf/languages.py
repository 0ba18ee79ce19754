"""Which language a text is in, where its letters tell it, so that a screen reader speaks it with the right voice."""

from __future__ import annotations

import re

# Scripts, each with the language that is written in it, or that most of those are who write in it.
_SCRIPTS = {
    "el": "\u0370-\u03ff\u1f00-\u1fff",
    "hy": "\u0530-\u058f",
    "he": "\u0590-\u05ff\ufb1d-\ufb4f",
    "ar": "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc",
    "hi": "\u0900-\u097f",
    "bn": "\u0980-\u09ff",
    "pa": "\u0a00-\u0a7f",
    "gu": "\u0a80-\u0aff",
    "ta": "\u0b80-\u0bff",
    "te": "\u0c00-\u0c7f",
    "kn": "\u0c80-\u0cff",
    "ml": "\u0d00-\u0d7f",
    "si": "\u0d80-\u0dff",
    "th": "\u0e00-\u0e7f",
    "lo": "\u0e80-\u0eff",
    "my": "\u1000-\u109f",
    "ka": "\u10a0-\u10ff\u1c90-\u1cbf",
    "am": "\u1200-\u139f",
    "km": "\u1780-\u17ff",
    "ja": "\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f",
    "ko": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3",
    "ru": "\u0400-\u04ff",
}
_LETTERS = {code: re.compile(f"[{letters}]") for code, letters in _SCRIPTS.items()}
_ANY = re.compile(f"[{''.join(_SCRIPTS.values())}]")
# Chinese characters stand among the letters of these two, and alone they may be of either.
_WITH_CHINESE = ("ja", "ko")
_CHINESE = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
# Of the languages that share a script, those that letters of their own tell apart; all others stay unknown.
_URDU, _PERSIAN = re.compile("[\u0679\u0688\u0691\u06ba\u06d2]"), re.compile("[\u067e\u0686\u0698\u06af]")
_UKRAINIAN, _RUSSIAN = re.compile("[\u0456\u0457\u0454\u0491]", re.I), re.compile("[\u044b\u044d\u0451]", re.I)


def language_of(text: str) -> str | None:
    """The language that most of a text is in, as a tag such as `he`; None where its letters do not tell it."""
    if not _ANY.search(text):
        return None
    counts = {code: len(letters.findall(text)) for code, letters in _LETTERS.items()}
    code = max(counts, key=counts.__getitem__)
    rest = _ANY.sub("", text)
    if code in _WITH_CHINESE:
        rest = _CHINESE.sub("", rest)
    others = sum(counts.values()) - counts[code] + sum(map(str.isalpha, rest))
    if counts[code] <= others:
        return None
    if code == "ar":
        return "ur" if _URDU.search(text) else "fa" if _PERSIAN.search(text) else code
    if code == "ru":
        return "uk" if _UKRAINIAN.search(text) else code if _RUSSIAN.search(text) else None
    return code
