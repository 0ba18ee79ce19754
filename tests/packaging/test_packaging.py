import re
from configparser import ConfigParser
from fnmatch import fnmatch
from pathlib import Path
from xml.etree import ElementTree

from ladder_app import __version__
from ladder_app.storage.assessments import ASSESSMENT_SUFFIX
from ladder_app.storage.places import resources_folder
from ladder_app.storage.roles import ROLE_SUFFIX

ROOT = Path(__file__).resolve().parent.parent.parent
LINUX = ROOT / "packaging" / "linux"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


def xml(name: str) -> ElementTree.Element:
    return ElementTree.parse(LINUX / name).getroot()  # noqa: S314 – our own file


def desktop_entry() -> dict[str, str]:
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]  # the documented way to keep letter case
    parser.read(LINUX / "ladder.desktop", encoding="utf-8")
    return dict(parser["Desktop Entry"])


def kinds_of_file() -> dict[str, list[str]]:
    """The globs of each MIME type that we declare."""
    return {
        str(kind.get("type")): [str(glob.get("pattern")) for glob in kind.iter(f"{MIME}glob")]
        for kind in xml("ladder.mime.xml")
    }


def test_that_the_desktop_entry_opens_files_with_the_command_we_install() -> None:
    entry = desktop_entry()
    assert entry["Type"] == "Application"
    command, argument = entry["Exec"].split()
    assert argument == "%f"
    assert f'{command} = "ladder_app.cli:main"' in (ROOT / "pyproject.toml").read_text("utf-8")
    assert set(entry["MimeType"].rstrip(";").split(";")) == set(kinds_of_file())
    assert (resources_folder() / "icons" / f"{entry['Icon']}.svg").is_file()


def test_that_our_files_are_of_our_kinds() -> None:
    globs = [glob for each in kinds_of_file().values() for glob in each]
    for suffix in (ASSESSMENT_SUFFIX, ROLE_SUFFIX):
        assert sum(fnmatch(f"mine{suffix}", glob) for glob in globs) == 1
    assert not any(fnmatch("any.yaml", glob) for glob in globs)


def test_that_the_software_centre_hears_the_same() -> None:
    info = xml("ladder.metainfo.xml")
    assert info.findtext("launchable") == "ladder.desktop"
    assert info.findtext("provides/binary") == desktop_entry()["Exec"].split()[0]
    assert {kind.text for kind in info.iter("mediatype")} == set(kinds_of_file())
    releases = [release.get("version") for release in info.iter("release")]
    assert releases[0] == __version__


def test_that_the_spec_compiles_and_packs_what_the_program_looks_for() -> None:
    text = (ROOT / "packaging" / "ladder.spec").read_text("utf-8")
    compile(text, "ladder.spec", "exec")
    packed = re.findall(r'\(str\(root / "(\w+)"\), "ladder_app/(\w+)"\)', text)
    assert packed == [("roles", "roles"), ("resources", "resources")]
    assert all((ROOT / name).is_dir() for name, _ in packed)


def test_that_the_icon_is_square_and_falls_on_whole_pixels_at_16() -> None:
    icon = ElementTree.parse(resources_folder() / "icons" / "ladder.svg").getroot()  # noqa: S314 – our own file
    assert icon.get("viewBox") == "0 0 64 64"
    bars = [shape for shape in icon.iter("{http://www.w3.org/2000/svg}rect") if shape.get("x")]
    assert len(bars) == 5
    assert all(float(shape.get(name, "")) % 4 == 0 for shape in bars for name in ("x", "y", "width", "height"))


def test_that_the_changelog_knows_this_version() -> None:
    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")
