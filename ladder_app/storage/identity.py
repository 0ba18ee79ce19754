"""What an assessment is known by, whatever its file is called and wherever it lies."""

from __future__ import annotations

import os
import re

_SAFE_NAME = re.compile(r"[a-z0-9]{32}")


def new_identity() -> str:
    """An id that no other assessment has: 32 hexadecimal digits at random."""
    return readable(os.urandom(16).hex())


def readable(digits: str) -> str:
    """Hexadecimal digits with a letter in front, so that no reader of YAML takes them for a number."""
    return "abcdef"[int(digits[0], 16) % 6] + digits[1:]


def folder_name(identity: str) -> str:
    """A name that every file system takes, one for each identity; ids that a person made up may be anything."""
    if _SAFE_NAME.fullmatch(identity):
        return identity
    import hashlib

    return "-" + hashlib.sha256(identity.encode()).hexdigest()[:31]
