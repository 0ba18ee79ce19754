"""Where the changes of a document are, as the status bar says it."""

from enum import Enum

_LONGEST_NAME = 24
TAKEN_OVER = "taken over by another window"
"""Why a document is read only that could be written before."""
FREE_AGAIN = "the other window has closed the file"
"""Why it still is, where it could be written again."""


class SaveState(Enum):
    """Where the changes are."""

    SAVED = "All changes saved"
    PENDING = "Saving…"
    NOT_KEPT = "Not kept in a file yet"
    READ_ONLY = "Read only"
    CHANGED_ON_DISK = "Changed on disk by another program"
    GONE = "The file is gone – writing it again…"
    FAILED = "Not saved"


def shortened(name: str) -> str:
    """A file's name with its ending, short enough for a status bar."""
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 12]}…{name[-11:]}"
