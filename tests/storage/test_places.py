import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

from ladder_app.storage import places


def test_that_the_shipped_folders_are_found_in_a_checkout() -> None:
    assert list(places.roles_folder().glob("*.role.yaml"))
    assert (places.resources_folder() / "role.schema.json").is_file()


def test_that_the_shipped_folders_are_found_inside_an_installed_package(tmp_path: Path) -> None:
    package = tmp_path / "ladder_app"
    for folder in ("storage", "roles", "resources"):
        (package / folder).mkdir(parents=True)
    for name in ("__init__.py", "storage/__init__.py"):
        (package / name).touch()
    (package / "storage" / "places.py").write_text(Path(places.__file__).read_text(encoding="utf-8"), encoding="utf-8")
    script = "from ladder_app.storage.places import *; print(roles_folder(), resources_folder(), sep='\\n')"
    told = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert told.stdout.split("\n")[:2] == [str(package / "roles"), str(package / "resources")]


def test_that_one_variable_puts_everything_of_the_persons_own_into_one_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(places.HOME_VARIABLE, str(tmp_path))
    assert {places.settings_folder(), places.data_folder(), places.documents_folder()} == {tmp_path}


def test_that_without_it_they_are_where_the_system_wants_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(places.HOME_VARIABLE, raising=False)
    assert places.settings_folder() == platformdirs.user_config_path("ladder", appauthor=False)
    assert places.data_folder() == platformdirs.user_data_path("ladder", appauthor=False)
    assert places.documents_folder() == platformdirs.user_documents_path()
