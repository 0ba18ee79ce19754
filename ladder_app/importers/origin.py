"""Where a page says that it is published."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ladder_app.domain.role import Source
from ladder_app.importers.result import Place

if TYPE_CHECKING:
    from ladder_app.importers.result import Imported

_KEY = re.compile(
    r"[\"']?(?:canonical(?:_?url)?|permalink|source_?url|url)[\"']?\s*[:=]\s*[\"']?((?:https?:/)?/[^\s\"']+)",
    re.IGNORECASE,
)
_LINK = re.compile(r"<(?:link|meta)\b[^>]*(?:rel=[\"']?canonical\b|property=[\"']og:url\b)[^>]*>", re.IGNORECASE)
_TARGET = re.compile(r"(?:href|content)=[\"']([^\"'\s]+)", re.IGNORECASE)


def address_in(found: Imported) -> str | None:
    """The address that a page gives as its own, in its front matter or its head."""
    for line in found.account:
        if line.place is Place.FRONT_MATTER and (key := _KEY.match(line.text)):
            return key[1]
        if (link := _LINK.search(line.text)) and (target := _TARGET.search(link[0])):
            return target[1]
    return None


def with_origin(found: Imported) -> Imported:
    """The source with its address in the role, if it says one and the role none."""
    address = address_in(found)
    if address is None or found.role is None or found.role.source is not None:
        return found
    source = Source(title=found.role.title, url=address)
    return replace(found, role=found.role.model_copy(update={"source": source}))
