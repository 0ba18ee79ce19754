"""What the program remembers of a person's choices, apart from their assessments."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ladder_app.errors import FileError
from ladder_app.storage.atomic import make_private_folder, write_atomically
from ladder_app.storage.disk import DISK, Disk
from ladder_app.storage.places import settings_folder
from ladder_app.storage.reading import read_text
from ladder_app.storage.typed_scalars import give_types
from ladder_app.storage.yaml_reading import PlainDocument, SyntaxFault
from ladder_app.storage.yaml_writing import yaml_text

if TYPE_CHECKING:
    from pathlib import Path

MOST_RECENT_FILES = 10
MOST_PUT_OFF = 50


class Settings(BaseModel):
    """The choices; each has a default, and what a later version may add is passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    theme: Literal["system", "light", "dark"] = "system"
    text_size_percent: Annotated[int, Field(ge=100, le=200)] = 100
    paper: Literal["auto", "a4", "letter"] = "auto"
    export_preset: Literal["full", "summary", "conversation", "promotion", "fillable"] = "full"
    export_with_evidence: bool = True
    export_with_notes: bool = False
    export_with_inherited: bool = True
    export_with_data: bool = True
    export_locked: bool = False
    name: str = ""
    reviewer_name: str = ""
    roles_put_off: Annotated[tuple[str, ...], Field(max_length=MOST_PUT_OFF)] = ()
    team_folder: str = ""
    recent_files: Annotated[tuple[str, ...], Field(max_length=MOST_RECENT_FILES)] = ()

    def with_recent(self, path: Path) -> Self:
        """A copy with that file as the newest of the recent ones."""
        newest = os.path.abspath(path)  # noqa: PTH100 - a link keeps the name the person knows
        older = [name for name in self.recent_files if name != newest]
        return self.model_copy(update={"recent_files": (newest, *older)[:MOST_RECENT_FILES]})

    def with_role_put_off(self, version: str) -> Self:
        """A copy that remembers that the person does not want to hear of that version of a role now."""
        older = [known for known in self.roles_put_off if known != version]
        return self.model_copy(update={"roles_put_off": (version, *older)[:MOST_PUT_OFF]})

    def without_recent(self, path: Path) -> Self:
        """A copy in which that file is not among the recent ones."""
        gone = os.path.abspath(path)  # noqa: PTH100 - as in with_recent
        return self.model_copy(update={"recent_files": tuple(name for name in self.recent_files if name != gone)})


def settings_file() -> Path:
    """The file the settings are kept in; it may not exist yet."""
    return settings_folder() / "settings.yaml"


def load_settings() -> Settings:
    """The settings as last saved. A broken file is put aside as `settings.broken.yaml`; what was good in it counts."""
    path = settings_file()
    try:
        document = PlainDocument(read_text(path))
    except (FileError, SyntaxFault):
        _put_aside(path)
        return Settings()
    give_types(Settings, document.value)
    try:
        return Settings.model_validate(document.value)
    except ValidationError as error:
        _put_aside(path)
        return Settings.model_validate(_good_part(document.value, error))


def save_settings(settings: Settings, disk: Disk = DISK) -> None:
    """Write the settings. Raises `CannotWrite`."""
    path = settings_file()
    make_private_folder(path.parent, disk)
    write_atomically(path, yaml_text(settings).encode(), private=True, disk=disk)


def _good_part(value: dict[str, Any], error: ValidationError) -> dict[str, Any]:
    at_fault = {fault["loc"][0] for fault in error.errors(include_url=False)}
    return {key: kept for key, kept in value.items() if key not in at_fault}


def _put_aside(path: Path) -> None:
    with suppress(OSError):
        path.replace(path.with_name("settings.broken.yaml"))
