import re
import shlex
import textwrap
from pathlib import Path

import pytest

from ladder_app.cli import main
from ladder_app.storage.roles import role_from_text, shipped_roles

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def indented_blocks() -> list[str]:
    return [textwrap.dedent(block) for block in re.findall(r"(?:^    .*\n|^\n(?=    ))+", README, re.MULTILINE)]


def test_that_the_example_role_is_a_role() -> None:
    role = role_from_text(next(block for block in indented_blocks() if block.lstrip().startswith("format:")))
    assert role.criterion("better-bread").refines == "bread"
    assert [level.id for level in role.levels] == ["baker", "master-baker"]


def test_that_the_example_commands_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    block = next(block for block in indented_blocks() if "talk.pdf --preset" in block)
    software_engineer = next(file for file in shipped_roles() if file.id == "software-engineer").load()
    criterion = next(iter(software_engineer.criteria()))[2].id
    for line in block.strip().splitlines():
        program, *arguments = shlex.split(line.replace("CRITERION", criterion))
        assert program == "ladder-app"
        assert main(arguments) == 0, line
    assert (tmp_path / "talk.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "packaging/README.md"])
def test_that_links_and_pictures_lead_somewhere(page: str) -> None:
    folder = (ROOT / page).parent
    targets = re.findall(r"\[[^\]]*\]\((?!https?:)([^)#]+)\)", (ROOT / page).read_text("utf-8"))
    assert [target for target in targets if not (folder / target).exists()] == []
