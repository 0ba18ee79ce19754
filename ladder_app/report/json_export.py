"""Readiness and whole reports as JSON, for scripts and for other tools."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum, IntEnum
from typing import TYPE_CHECKING

from ladder_app.markup import Span, Spans, plain_spans, without_isolates

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from ladder_app.domain.readiness import Readiness, Standing
    from ladder_app.report.parts import Report

Json = Mapping[str, object]


def readiness_json(readiness: Readiness) -> dict[str, object]:
    """The figures of `ladder-app readiness --json`.

    `shown`, `possible` are percentages, `blockers` the ids of the gaps in their order. `criteria`
    has every effective criterion in role order: `weight` is what it weighs in the sum (0 for a
    *plus*, which never moves it), `rating` the step given, `null` while unrated or
    `"not_applicable"`, and `score` from 0 to 1, `null` where there is none.
    """
    figures = readiness.figures
    return {
        "level": readiness.level.level.id,
        "rater": readiness.rater,
        "shown": figures.shown,
        "possible": figures.possible,
        "met": figures.met,
        "rated": figures.rated,
        "required": figures.required,
        "verdict": readiness.verdict.word,
        "blockers": [gap.criterion.id for gap in readiness.gaps],
        "no_evidence": [standing.id for standing in readiness.no_evidence],
        "sections": [{"name": section.name, **_plain_fields(section.figures)} for section in readiness.sections],
        "criteria": [_criterion(standing) for standing in readiness.standings],
    }


def report_json(report: Report, readiness: Readiness) -> dict[str, object]:
    """A whole report: the words of the document under their names, and the figures under `readiness`.

    Texts are plain; the links in a `text` are listed beside it, as `text_links`.
    """
    return {"format": "ladder-report/1", **_plain_fields(report), "readiness": readiness_json(readiness)}


def json_text(value: Json) -> str:
    """The JSON as a file holds it: indented, every script as itself, one line end at the end."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _criterion(standing: Standing) -> dict[str, object]:
    rating: int | str | None = None
    if standing.rating is not None:
        rating = "not_applicable" if standing.rating.step is None else standing.rating.step
    weight = 0.0 if standing.criterion.plus else standing.criterion.weight
    return {"id": standing.id, "weight": weight, "rating": rating, "score": standing.score}


def _plain_fields(value: DataclassInstance) -> dict[str, object]:
    found: dict[str, object] = {}
    for field in fields(value):
        content = getattr(value, field.name)
        # A text of no spans is an empty text; any other empty tuple is an empty list.
        found[field.name] = "" if content == () and field.type in (Spans, "Spans") else _plain(content)
        links = _links(content)
        if links:
            found[f"{field.name}_links"] = links
    return found


def _links(value: object) -> list[str]:
    if not isinstance(value, tuple):
        return []
    return list(dict.fromkeys(item.link for item in value if isinstance(item, Span) and item.link))


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        if value and all(isinstance(item, Span) for item in value):
            return without_isolates(plain_spans(value))
        return [_plain(item) for item in value]
    if isinstance(value, str) and not isinstance(value, Enum):
        return without_isolates(value)
    if isinstance(value, IntEnum):
        return value.name.lower()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return _plain_fields(value)
    return value
