"""What a start of the window loads, and what waits until somebody wants it."""

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = """
import enum
import sys
from pathlib import Path

from ladder_app.gui.application import start

application, window = start(Path(sys.argv[1]))
window.grab()
kinds = (enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag)
print(*sys.modules)
print(*{made.__qualname__.partition(".")[0] for kind in kinds for made in kind.__subclasses__()})
"""

# Each of them takes longer than a page: PDF libraries, parsers, whatever is for another day.
FOR_LATER = (
    "html",
    "markdown_it",
    "openpyxl",
    "pikepdf",
    "platformdirs",
    "pypdfium2",
    "reportlab",
    "unittest",
    "ladder_app.domain.history",
    "ladder_app.domain.merging",
    "ladder_app.gui.criterion_sheet",
    "ladder_app.gui.conversation_page",
    "ladder_app.gui.export_dialog",
    "ladder_app.gui.readiness_page",
    "ladder_app.gui.role_page",
    "ladder_app.gui.trouble",
    "ladder_app.gui.welcome_page",
    "ladder_app.importers",
    "ladder_app.report.content",
    "ladder_app.report.pdf",
)
# Qt's bindings make a class with all of its enumerations when it is first met: 10 to 20 ms for each of these.
NOT_MET = ("QFileDialog", "QGradient", "QIcon", "QMessageBox", "QStyle")


def test_that_the_first_page_loads_only_what_it_shows(sample_file: Path) -> None:
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(sample_file)], env=environ, capture_output=True, text=True, check=True
    )
    modules, classes = (line.split() for line in done.stdout.splitlines())
    assert [name for name in FOR_LATER if name in modules] == []
    assert [name for name in NOT_MET if name in classes] == []
    assert "ladder_app.gui.assess_page" in modules
    assert "QListView" in classes
