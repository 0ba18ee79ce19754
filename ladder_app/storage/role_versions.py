"""Other versions of a role: found on this machine by its id, and known again by what they say."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from ladder_app.errors import FileError
from ladder_app.storage.places import own_roles_folder, roles_folder
from ladder_app.storage.reading import SourceText, read_text
from ladder_app.storage.roles import ROLE_SUFFIX, load_role, role_text

if TYPE_CHECKING:
    from pathlib import Path

    from ladder_app.domain.role import Role


def other_version(role: Role) -> Role | None:
    """The role of the same id that lies in the person's own folder of roles, or else comes with the program.

    None where there is none, where it cannot be read, and where it says the same.
    """
    for folder in (own_roles_folder(), roles_folder()):
        for path in sorted(folder.glob("*" + ROLE_SUFFIX)):
            if _id_in(path) == role.id:
                try:
                    found = load_role(path)
                except FileError:
                    continue
                return None if found == role else found
    return None


def version_of(role: Role) -> str:
    """What a version of a role is known by: its id and a digest of all that it says."""
    return f"{role.id} {sha256(role_text(role).encode()).hexdigest()[:16]}"


def _id_in(path: Path) -> str | None:
    try:
        value = SourceText(read_text(path)).value
    except FileError:
        return None
    return str(value.get("id") or path.name.removesuffix(ROLE_SUFFIX))
