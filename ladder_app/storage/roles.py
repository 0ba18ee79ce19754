"""Role files: reading, writing, and the roles that come with the program."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ladder_app.domain.role import Role
from ladder_app.errors import FileError, UnknownName, did_you_mean
from ladder_app.storage.addresses import is_same_page
from ladder_app.storage.atomic import write_atomically
from ladder_app.storage.disk import DISK, Disk
from ladder_app.storage.migrations import ROLE
from ladder_app.storage.places import own_roles_folder, roles_folder
from ladder_app.storage.reading import SourceText, read_text
from ladder_app.storage.yaml_writing import yaml_text

ROLE_SUFFIX = ".role.yaml"


def role_from_text(text: str, file: str | None = None) -> Role:
    """The role that a text describes. Raises `InvalidFile` with every fault, or `NewerFormat`."""
    return SourceText(text, file).as_model(Role, ROLE)


def load_role(path: Path) -> Role:
    """The role in a file. Raises `UnreadableFile`, `InvalidFile` with every fault, or `NewerFormat`."""
    return role_from_text(read_text(path), str(path))


def role_text(role: Role) -> str:
    """The role as a file holds it."""
    return yaml_text(role)


def save_role(path: Path, role: Role, disk: Disk = DISK) -> None:
    """Write the role to a file, whole or not at all. Raises `CannotWrite`."""
    write_atomically(path, role_text(role).encode(), private=False, disk=disk)


@dataclass(frozen=True, slots=True)
class RoleFile:
    """A shipped role as a list shows it; the file itself may not have been validated."""

    path: Path
    id: str
    title: str
    description: str
    levels: int
    address: str = ""
    """Where it was published."""

    def load(self) -> Role:
        """The role itself."""
        return load_role(self.path)


def shipped_roles() -> tuple[RoleFile, ...]:
    """The roles that come with the program, by title; a file that cannot be read is not among them."""
    return _roles_in(roles_folder())


def own_roles() -> tuple[RoleFile, ...]:
    """The person's own roles, by title; each goes by the path of its file. What cannot be read is not among them."""
    return tuple(replace(file, id=str(file.path)) for file in _roles_in(own_roles_folder()))


def role_in_use(role_id: str, title: str = "", address: str = "") -> Path | None:
    """The file of the role that came from that address, has that id, or – alone – that title, in this order; the
    person's own before those that come with the program."""
    files = (*_roles_in(own_roles_folder()), *shipped_roles())
    same_title = [file for file in files if title and file.title.casefold() == title.casefold()]
    found = (
        *(file for file in files if address and is_same_page(file.address, address)),
        *(file for file in files if file.id == role_id),
        *(same_title if len(same_title) == 1 else ()),
    )
    return found[0].path if found else None


def _roles_in(folder: Path) -> tuple[RoleFile, ...]:
    found = []
    for path in sorted(folder.glob("*" + ROLE_SUFFIX)):
        try:
            value = SourceText(read_text(path)).value
        except FileError:
            continue
        found.append(_role_file(path, value))
    return tuple(sorted(found, key=lambda file: file.title.casefold()))


def _role_file(path: Path, value: dict[str, Any]) -> RoleFile:
    name = path.name.removesuffix(ROLE_SUFFIX)
    levels, source = value.get("levels"), value.get("source")
    return RoleFile(
        path=path,
        id=str(value.get("id") or name),
        title=str(value.get("title") or name),
        description=str(value.get("description") or ""),
        levels=len(levels) if isinstance(levels, list) else 0,
        address=str(source.get("url") or "") if isinstance(source, dict) else "",
    )


def find_role(name_or_path: str) -> Role:
    """The shipped role of that id, or the one in the file of that path.

    Raises `UnknownName` if it is neither, and as `load_role` does.
    """
    shipped = {file.id: file for file in shipped_roles()}
    if name_or_path in shipped:
        return shipped[name_or_path].load()
    path = Path(name_or_path)
    if path.name != name_or_path or path.suffix in (".yaml", ".yml") or path.is_file():
        return load_role(path)
    raise UnknownName(
        f"There is no role “{name_or_path}”.{did_you_mean(name_or_path, shipped)}"
        f" Known are {', '.join(shipped)}; a path to a role file works too."
    )
