"""One line, such as “yesterday cut the nightly build 40 min → 9 min https://…”, read as an achievement."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from ladder_app.domain.entries import Change, Evidence

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NO_UNIT = (
    "a|across|after|an|and|as|at|before|but|by|for|from|in|into|of|off|on|or|over|per|since|so|than|that|the|then|"
    "through|to|under|via|when|where|which|while|with|within|without"
)
_MONTH = r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
_MONTH += r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_YEAR = r"(?:,?\s+(?P<year>[12]\d{3}))?"
_DATES = (
    r"(?P<iso>[12]\d{3}-\d\d-\d\d)",
    r"(?P<dotted>\d{1,2}\.\d{1,2}\.[12]\d{3})",
    r"(?P<word>today|yesterday)",
    r"(?P<ago>\d{1,3})\s+days?\s+ago",
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH}{_YEAR}",
    rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:.]){_YEAR}",
)
_WEEKDAY = rf"(?:last\s+)?(?P<weekday>{'|'.join(_WEEKDAYS)})"
_SEPARATOR = r"\s*[:;,–—-]+(?:\s+|\Z)"
_AT_START = [re.compile(rf"(?:on\s+)?{form}(?:{_SEPARATOR}|\s+|\Z)", re.IGNORECASE) for form in _DATES]
_AT_START.append(re.compile(rf"(?:on\s+)?{_WEEKDAY}{_SEPARATOR}", re.IGNORECASE))
_AT_END = [re.compile(rf"(?:\A|[\s,;(–—-])(?:on\s+)?{form}[.)!]*\Z", re.IGNORECASE) for form in _DATES]
_AT_END.append(re.compile(rf"(?:\A|\s)(?:on|last)\s+{_WEEKDAY}[.)!]*\Z", re.IGNORECASE))

_LINK = re.compile(r"https?://[^\s<>]+", re.IGNORECASE)
_BEHIND_A_LINK = ".,;:!?)]}'\"”’"

_PER = r"\s(?:a|an|per)\s[^\W\d_]+"
_UNIT = rf"(?:{_PER}|\s?(?:%|(?!(?:{_NO_UNIT})\b)[^\W\d_][\w/²³°]{{0,11}})(?:{_PER})?)"
_VALUE = rf"[~≈<>+-]?[$€£]?\d[\d.,:]*(?<![.,:])[$€£]?{_UNIT}?"
_FROM_TO = re.compile(rf"\bfrom\s+(?P<before>{_VALUE})\s+to\s+(?P<after>{_VALUE})(?!\w)", re.IGNORECASE)
_ARROW = re.compile(rf"(?<!\S)(?P<before>{_VALUE})\s*(?:→|->|=>|⇒)\s*(?P<after>{_VALUE})(?!\w)", re.IGNORECASE)
_NAMED_FIGURE = re.compile(r"(.*\S)\s*[,;–—]\s+((?:[^\s,;–—]+\s){0,3}[^\s,;–—]+)")
_LAST_WORD = re.compile(r"\s([^\W\d_]+)\Z")
_BARE_YEAR = re.compile(r"[12]\d{3}\Z")
_LONGEST_READ = 2_000


@dataclass(frozen=True, slots=True)
class QuickEntry:
    """What was understood of a line. `says_date` tells whether the day was said or is simply today."""

    text: str
    date: date
    says_date: bool = False
    link: str | None = None
    change: Change | None = None

    def evidence(self, identity: str, criteria: tuple[str, ...] = ()) -> Evidence:
        """It as evidence of that id."""
        return Evidence(
            id=identity, date=self.date, text=self.text, change=self.change, link=self.link, criteria=criteria
        )


def understood(line: str, today: date) -> QuickEntry | None:
    """The achievement that a line tells; None for a blank one. Never raises.

    A date counts at the beginning or the end: `today`, `yesterday`, `3 days ago`, `Monday:`, `last Monday`,
    `2026-11-03`, `3.11.2026`, `3 Nov`, `Nov 3, 2025`; one without a year is the last such day. The first web
    address is the link. `40 min → 9 min` (or `->`) is the figure that moved and leaves the text; `from 40 min
    to 9 min` is read too, and stays part of the sentence. A few words between the last comma and the arrow say which
    figure it is.
    """
    whole = " ".join(line.split())
    if not whole:
        return None
    if len(whole) > _LONGEST_READ:
        return QuickEntry(whole, today)
    rest, link = _without_link(whole)
    rest, said = _without_date(rest, today)
    rest, change = _without_change(rest)
    return QuickEntry(rest or whole, said or today, said is not None, link, change)


def _without_link(text: str) -> tuple[str, str | None]:
    found = _LINK.search(text)
    if found is None:
        return text, None
    link = found.group().rstrip(_BEHIND_A_LINK)
    if link.count("(") > link.count(")") and text[found.start() + len(link) :].startswith(")"):
        link += ")"
    if link.endswith("/") and link.count("/") == 2:
        return text, None
    before = text[: found.start()].rstrip(" <(")
    behind = text[found.start() + len(link) :]
    if behind[:1] in (">", ")") and text[found.start() - 1 : found.start()] in ("<", "("):
        behind = behind[1:]
    return _joined(before, behind), link


def _without_date(text: str, today: date) -> tuple[str, date | None]:
    for form in _AT_START:
        found = form.match(text)
        day = None if found is None else _day(found, today)
        if found is not None and day is not None:
            return _tidy(text[found.end() :]), day
    for form in _AT_END:
        found = form.search(text)
        day = None if found is None else _day(found, today)
        if found is not None and day is not None:
            return _tidy(text[: found.start()]), day
    return text, None


def _day(found: re.Match[str], today: date) -> date | None:
    said = found.groupdict()
    try:
        if said.get("iso"):
            return date.fromisoformat(said["iso"])
        if said.get("dotted"):
            day, month, year = (int(part) for part in said["dotted"].split("."))
            return date(year, month, day)
        if said.get("word"):
            return today - timedelta(days=said["word"].casefold() == "yesterday")
        if said.get("ago"):
            return today - timedelta(days=int(said["ago"]))
        if said.get("weekday"):
            back = (today.weekday() - _WEEKDAYS.index(said["weekday"].casefold()) - 1) % 7 + 1
            return today - timedelta(days=back)
        month = _MONTHS.index(said["month"][:3].casefold()) + 1
        if said["year"]:
            return date(int(said["year"]), month, int(said["day"]))
        return _last_such_day(month, int(said["day"]), today)
    except (ValueError, OverflowError):
        return None


def _last_such_day(month: int, day: int, today: date) -> date:
    """The newest such day that is not after today; 29 February may be some years back."""
    for year in range(today.year, max(today.year - 9, 1), -1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found <= today:
            return found
    raise ValueError(day)


def _without_change(text: str) -> tuple[str, Change | None]:
    for pattern in (_ARROW, _FROM_TO):
        for found in pattern.finditer(text):
            before = _value(found.group("before"))
            after = _value(found.group("after"))
            if before is None or after is None or (_BARE_YEAR.match(before) and _BARE_YEAR.match(after)):
                continue
            if pattern is _FROM_TO:
                return text, Change(before=before, after=after)
            behind = text[found.start("after") + len(after) :]
            head, of = text[: found.start()], None
            if not behind.strip(" ."):
                head, of = _with_figure(head)
            return _joined(head, behind), Change(of=of, before=before, after=after)
    return text, None


def _with_figure(text: str) -> tuple[str, str | None]:
    """The text, and the figure that it names behind its last comma: `Moved the last team, nightly build`."""
    named = _NAMED_FIGURE.fullmatch(text.rstrip(" :"))
    return (named.group(1), named.group(2)) if named is not None else (text, None)


def _value(text: str) -> str | None:
    """The figure with its unit; None for a day of the calendar."""
    word = _LAST_WORD.search(text)
    is_day = word is not None and word.group(1)[:3].casefold() in _MONTHS and len(text) <= len(word.group()) + 2
    return None if is_day else text


def _joined(before: str, behind: str) -> str:
    """What stood before and behind something that was taken out."""
    gap = "" if behind[:1] and behind[:1] in ".,;:!?)" else " "
    return _tidy(f"{before.rstrip()}{gap}{behind.lstrip()}")


def _tidy(text: str) -> str:
    return text.strip().lstrip(",;:–—- ").rstrip(",;:–—- ")
