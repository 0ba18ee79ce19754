"""Taking the answers out of a filled form, to be matched with the assessment that they are about."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from ladder_app.domain.cycle import Review
from ladder_app.domain.entries import Rating
from ladder_app.domain.raters import AGREED, SELF
from ladder_app.domain.reviewing import Origin
from ladder_app.errors import Problem, ReviewRefused
from ladder_app.report.form import NOT_APPLICABLE
from ladder_app.report.pdf.archive import FORM_NAME
from ladder_app.report.pdf.fieldnames import DATE, FORM_FORMAT, OVERALL, REVIEWER, comment_name, rating_name
from ladder_app.report.pdf.fieldvalues import FieldValue, field_values
from ladder_app.report.pdf.foreign import attached, foreign_pdf, invalid
from ladder_app.report.words import day, long_day

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_LARGEST_KEY = 2_000_000
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\.? ([^\W\d_]{3,})\.?,? (\d{4})", re.IGNORECASE)
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ReadReview:
    """The answers in a form: the review, what it is about, and what a person should look at.

    `warnings` are sentences: characters that a viewer may have lost, choices and dates that could not be read.
    """

    review: Review
    origin: Origin
    warnings: tuple[str, ...] = ()


def review_in(path: Path, passphrase: str | None = None, *, reviewer: str | None = None) -> ReadReview:
    """The review that somebody wrote into a PDF of the fillable preset.

    `reviewer` is who it is by, where the form has no name in it. A form without a readable date is
    from the day on which the file was saved. Whether it belongs to an assessment, and to the role as
    that has it, is for `domain.reviewing.require_fitting` to say. Raises `UnreadableFile`
    (`LockedFile` without its passphrase), `InvalidFile` for what is no form of Ladder's or is broken,
    and `ReviewRefused` for a form that does not say whose review it is.
    """
    name = str(path)
    with foreign_pdf(path, passphrase) as pdf:
        key = attached(pdf, FORM_NAME, "The key to the form", _LARGEST_KEY, name)
        values = field_values(pdf)
    if key is None:
        raise invalid(name, "This PDF is no form to fill in: Ladder exports one with the fillable preset.")
    origin = _origin(key, name)
    if not values:
        raise invalid(name, "This PDF has lost its fields: it was printed or flattened. Ask for the file itself.")
    return _Answers(name, origin, values).read(reviewer, date.fromtimestamp(path.stat().st_mtime))


class _Answers:
    """The values of one form; collects what a person should look at."""

    def __init__(self, file: str, origin: Origin, values: Mapping[str, FieldValue]) -> None:
        self._file = file
        self._origin = origin
        self._values = values
        self._warnings: list[str] = []

    def read(self, reviewer: str | None, saved: date) -> ReadReview:
        wanted = [REVIEWER, OVERALL, *(rating_name(number + 1) for number in range(len(self._origin.criteria)))]
        if not any(name in self._values for name in wanted):
            raise invalid(self._file, "This PDF has lost the fields that Ladder gave it; ask for the file itself.")
        ratings: dict[str, Rating] = {}
        comments: dict[str, str] = {}
        for number, criterion_id in enumerate(self._origin.criteria, start=1):
            rating = self._rating(number, criterion_id)
            if rating is not None:
                ratings[criterion_id] = rating
            comment = self._text(comment_name(number), f"The comment on {criterion_id}")
            if comment.strip():
                comments[criterion_id] = comment
        overall = self._text(OVERALL, "The comments on the whole")
        review = Review(
            reviewer=self._reviewer(reviewer),
            date=self._date(saved),
            ratings=ratings,
            comments=comments,
            overall=overall if overall.strip() else None,
        )
        return ReadReview(review, self._origin, tuple(self._warnings))

    def _text(self, name: str, what: str) -> str:
        value = self._values.get(name)
        if value is None:
            return ""
        if value.restored:
            self._warnings.append(f"{what} had lost characters that the viewer could not write; they were put back.")
        if value.lost:
            self._warnings.append(f"{what} had rare characters such as emoji, which the viewer may have lost.")
        if value.odd:
            named = ", ".join(f"U+{ord(character):04X}" for character in value.odd[:8])
            self._warnings.append(f"{what} holds characters that the viewer may have put there or spoilt: {named}.")
        return value.text

    def _rating(self, number: int, criterion_id: str) -> Rating | None:
        chosen = _plain(self._text(rating_name(number), f"The rating of {criterion_id}"))
        if not chosen:
            return None
        for step, choice in enumerate(self._origin.scale):
            if chosen == _plain(choice):
                return Rating(step=step)
        if chosen == NOT_APPLICABLE:
            return Rating(not_applicable="")
        self._warnings.append(f"The rating of {criterion_id}, “{chosen}”, is none of the choices; it was left out.")
        return None

    def _reviewer(self, given: str | None) -> str:
        name = " ".join(self._text(REVIEWER, "The reviewer’s name").split()) or " ".join((given or "").split())
        if not name:
            message = "The form does not say whose review it is: the name on its last page is missing."
            raise ReviewRefused(Problem(message, self._file))
        if name.casefold() in (SELF, AGREED):
            message = f"A reviewer cannot be called “{name}”: that word stands for other ratings."
            raise ReviewRefused(Problem(message, self._file))
        return name

    def _date(self, saved: date) -> date:
        written = " ".join(self._text(DATE, "The date").split())
        if not written:
            return saved
        found = _day(written)
        if found is None:
            self._warnings.append(
                f"The date “{written}” could be read in no way or in several; the day the file was saved,"
                f" {day(saved)}, is taken instead."
            )
            return saved
        return found


def _origin(key: str, file: str) -> Origin:
    """What the form is about. Raises `InvalidFile` for a key that is not one, or of a later version."""
    try:
        said: dict[str, Any] = json.loads(key)
        if said["format"] != FORM_FORMAT:
            raise invalid(file, f"This form has the format “{said['format']}”, which this Ladder does not know.")
        texts = [said[name] for name in ("assessment_id", "person", "role_id", "cycle")]
        lists = [said[name] for name in ("criteria", "scale")]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise invalid(file, "The key to this form is broken.") from error
    every = [*texts, *(item for items in lists if isinstance(items, list) for item in items)]
    if not all(isinstance(items, list) for items in lists) or not all(isinstance(item, str) for item in every):
        raise invalid(file, "The key to this form is broken.")
    assessment_id, person, role_id, cycle = texts
    criteria, scale = (tuple(items) for items in lists)
    return Origin(assessment_id, person, role_id, cycle, criteria, scale)


def _plain(choice: str) -> str:
    return " ".join(choice.split()).casefold()


def _day(written: str) -> date | None:
    """The day that a text names beyond doubt: `2026-11-23`, `23 Nov 2026`, `November 23, 2026`, `23.11.2026`."""
    if match := _ISO.fullmatch(written):
        year, month, number = map(int, match.groups())
    elif match := _NUMBERS.fullmatch(written):
        number, month, year = map(int, match.groups())
        if number <= 12 and month != number and ("." not in written):
            if month <= 12:
                return None
            number, month = month, number
    elif match := _DAY_FIRST.fullmatch(written):
        number, month, year = int(match[1]), _month(match[2]), int(match[3])
    elif match := _MONTH_FIRST.fullmatch(written):
        number, month, year = int(match[2]), _month(match[1]), int(match[3])
    else:
        return None
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _month(name: str) -> int:
    """The number of a month by its name or the beginning of it; 0 for none."""
    for number in range(1, 13):
        if long_day(date(2000, number, 1)).split()[1].casefold().startswith(name.casefold()):
            return number
    return 0
