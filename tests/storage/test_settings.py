from pathlib import Path

import pytest
from hypothesis import given

from ladder_app.errors import CannotWrite
from ladder_app.storage.settings import (
    MOST_PUT_OFF,
    MOST_RECENT_FILES,
    Settings,
    load_settings,
    save_settings,
    settings_file,
)
from ladder_app.storage.yaml_reading import PlainDocument
from ladder_app.storage.yaml_writing import yaml_text
from tests.storage.strategies import texts

CHOSEN = Settings(
    theme="dark",
    text_size_percent=150,
    paper="letter",
    export_preset="summary",
    export_with_evidence=False,
    export_with_notes=True,
    export_with_inherited=False,
    export_with_data=False,
    export_locked=True,
    name="Sample Engineer",
    recent_files=("/b.assessment.yaml", "/a: b.assessment.yaml"),
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "not" / "there" / "yet"
    monkeypatch.setenv("LADDER_HOME", str(home))
    return home


def put(text: str | bytes) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_bytes(text.encode() if isinstance(text, str) else text)


def test_that_settings_come_back_as_they_were_saved(home: Path) -> None:
    assert load_settings() == Settings()
    save_settings(CHOSEN)
    assert load_settings() == CHOSEN
    save_settings(Settings())
    assert load_settings() == Settings()
    assert [path.name for path in home.iterdir()] == ["settings.yaml"]


@given(texts)
def test_that_any_name_and_any_path_come_back(text: str) -> None:
    settings = Settings(name=text, recent_files=(text,))
    value = PlainDocument(yaml_text(settings)).value
    assert value == {"name": text, "recent_files": [text]}


@pytest.mark.parametrize("content", ["theme: [", "", "- x\n", b"\xff\xfe", "theme: 'x\n"])
def test_that_settings_that_cannot_be_read_are_put_aside(home: Path, content: str | bytes) -> None:
    put(content)
    assert load_settings() == Settings()
    assert [path.name for path in home.iterdir()] == ["settings.broken.yaml"]
    save_settings(CHOSEN)
    assert load_settings() == CHOSEN


def test_that_what_is_good_in_broken_settings_counts_and_what_a_later_version_added_is_passed_over(home: Path) -> None:
    put("theme: dark\ntext_size_percent: huge\nfont: serif\nrecent_files: [a, [b]]\nname: 8\n")
    assert load_settings() == Settings(theme="dark", name="8")
    assert [path.name for path in home.iterdir()] == ["settings.broken.yaml"]
    put_again = "theme: light\nfont: serif\n"
    settings_file().write_text(put_again)
    assert load_settings() == Settings(theme="light")
    assert settings_file().read_text() == put_again


def test_that_settings_without_a_value_have_the_default(home: Path) -> None:
    put("theme:\nname: x\n")
    assert load_settings() == Settings(name="x")
    assert home.is_dir()


def test_that_a_folder_in_the_place_of_the_settings_does_not_stop_the_start(home: Path) -> None:
    (home / "settings.yaml").mkdir(parents=True)
    assert load_settings() == Settings()


def test_that_settings_that_cannot_be_put_aside_do_not_stop_the_start(home: Path) -> None:
    put("theme: [")
    (home / "settings.broken.yaml").mkdir()
    assert load_settings() == Settings()


def test_that_a_folder_for_the_settings_that_cannot_be_made_is_told(home: Path) -> None:
    home.parent.mkdir(parents=True)
    home.write_text("a file")
    with pytest.raises(CannotWrite, match="folder cannot be made"):
        save_settings(CHOSEN)
    assert load_settings() == Settings()


def test_that_the_newest_recent_file_comes_first_and_once_and_ten_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    settings = Settings()
    for number in (*range(12), 5):
        settings = settings.with_recent(Path(f"{number}.assessment.yaml"))
    names = [Path(name).name.split(".")[0] for name in settings.recent_files]
    assert names == ["5", "11", "10", "9", "8", "7", "6", "4", "3", "2"]
    assert len(names) == MOST_RECENT_FILES
    assert all(Path(name).parent == tmp_path for name in settings.recent_files)
    assert Path(settings.without_recent(Path("5.assessment.yaml")).recent_files[0]).name.startswith("11.")


def test_that_what_was_put_off_is_remembered_newest_first_once_and_not_for_ever() -> None:
    settings = Settings()
    for version in [*map(str, range(MOST_PUT_OFF + 2)), "5"]:
        settings = settings.with_role_put_off(version)
    assert settings.roles_put_off[0] == "5"
    assert settings.roles_put_off.count("5") == 1
    assert len(settings.roles_put_off) == MOST_PUT_OFF
