"""Addresses of pages, compared as a person would."""

from __future__ import annotations

import re

_SCHEME = re.compile(r"^\w+://")
_TAIL = re.compile(r"(?:/(?:_?index)(?:\.\w+)*)?/*$")


def is_same_page(one: str, other: str) -> bool:
    """Whether two addresses lead to one page; of one without a host only the path is compared."""
    first, second = _parts(one), _parts(other)
    if "" in (first[0], second[0]):
        return first[1] == second[1] != ""
    return first == second


def _parts(address: str) -> tuple[str, str]:
    """Host and path."""
    whole = re.split(r"[?#]", address.strip(), maxsplit=1)[0]
    bare = _SCHEME.sub("", whole)
    host, slash, path = bare.partition("/") if bare != whole else ("", "/", whole.lstrip("/"))
    return host.casefold().removeprefix("www."), _TAIL.sub("", slash + path)
