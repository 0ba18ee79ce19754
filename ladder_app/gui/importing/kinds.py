"""Which files may be ladders, by their names; what is in them is seen when they are read. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

IMPORTABLE = (".md", ".markdown", ".mdx", ".html", ".htm", ".erb", ".csv", ".tsv", ".xlsx", ".json", ".txt")
"""The endings of other people's ladders; YAML may be one of ours or one of theirs."""

FOREIGN_OR_OURS = (".yaml", ".yml")
KINDS = f"Ladders ({' '.join('*' + ending for ending in (*IMPORTABLE, *FOREIGN_OR_OURS))})"
"""The files that are offered to choose from."""
_OURS = (".role.yaml", ".role.yml", ".assessment.yaml", ".assessment.yml")


def is_ladder(path: Path) -> bool:
    """Whether a file may be somebody's ladder, by its name."""
    name = path.name.lower()
    return name.endswith(IMPORTABLE) or (name.endswith(FOREIGN_OR_OURS) and not name.endswith(_OURS))
