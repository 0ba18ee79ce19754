"""Where things lie: what comes with the program, and what is the person's own."""

from __future__ import annotations

import os
from pathlib import Path

HOME_VARIABLE = "LADDER_HOME"
"""Names one folder for everything of the person's own, for portable use and for tests."""


def roles_folder() -> Path:
    """The role files that come with the program."""
    return _shipped("roles")


def own_roles_folder() -> Path:
    """Where the person may put role files of their own, to be known by id; it may not exist yet."""
    return data_folder() / "roles"


def resources_folder() -> Path:
    """Schemas, icons and the sample that come with the program."""
    return _shipped("resources")


def settings_folder() -> Path:
    """Where the person's settings are kept; it may not exist yet."""
    return _own("config")


def data_folder() -> Path:
    """Where the person's recovery files and new assessments are kept; it may not exist yet."""
    return _own("data")


def documents_folder() -> Path:
    """Where new assessments go unless the person says otherwise; it may not exist yet."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Path(home)
    import platformdirs

    return platformdirs.user_documents_path()


def _shipped(name: str) -> Path:
    """Inside the package once it is installed or bundled, next to it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / name
    return inside if inside.is_dir() else package.parent / name


def _own(kind: str) -> Path:
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Path(home)
    import platformdirs

    find = platformdirs.user_config_path if kind == "config" else platformdirs.user_data_path
    return find("ladder", appauthor=False)
