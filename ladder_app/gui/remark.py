"""Small lines made of pieces in tones of their own. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

from ladder_app.report.sentences import SEPARATOR


@dataclass(frozen=True, slots=True)
class Remark:
    """A piece of a small line; `tone` is a colour token."""

    text: str
    tone: str = "muted"


def joined(remarks: Sequence[Remark]) -> str:
    """A small line."""
    return SEPARATOR.join(remark.text for remark in remarks)
