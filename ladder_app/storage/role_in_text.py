"""A role that was changed, in the words of its file: what did not change keeps its bytes, and its comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.domain.role_editing import is_same
from ladder_app.errors import FileError
from ladder_app.storage.entries_in_text import Rewriting
from ladder_app.storage.roles import role_from_text, role_text
from ladder_app.storage.yaml_nodes import comments_in

if TYPE_CHECKING:
    from ladder_app.domain.role import Role


def role_in_text(text: str, role: Role) -> str:
    """The text of a role file, changed where the role is another and nowhere else.

    Where that cannot be done the file is written anew, as `role_text` does; the same if there was no text.
    Raises `InvalidFile` if the text is no role.
    """
    if not text:
        return role_text(role)
    before = role_from_text(text)
    if is_same(before, role):
        return text
    breaks = "\r\n" if "\r\n" in text else "\n"
    whole = text.replace("\r\n", "\n")
    try:
        changed = Rewriting(whole if whole.endswith("\n") else whole + "\n", before, role).text()
        if not is_same(role_from_text(changed), role):
            changed = role_text(role)
    except (FileError, ValueError):
        changed = role_text(role)
    return changed.replace("\n", breaks)


def lost_comments(before: str, after: str) -> tuple[str, ...]:
    """The comments that stand in a text and no longer in another, in alphabetical order."""
    return tuple(sorted((comments_in(before) - comments_in(after)).elements())) if before else ()
