"""When another program changed the file that is open: the person chooses, and both versions survive."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMessageBox, QWidget

from ladder_app.domain.assessment import Assessment
from ladder_app.errors import FileError, Problem
from ladder_app.gui.document import Document
from ladder_app.gui.questions import ask
from ladder_app.gui.saver import Saver
from ladder_app.gui.trouble import show_trouble
from ladder_app.storage.assessments import ASSESSMENT_SUFFIX, save_assessment
from ladder_app.storage.atomic import write_atomically
from ladder_app.storage.file_names import free_path
from ladder_app.storage.patience import answered


def ask_about_conflict(
    parent: QWidget, document: Document, saver: Saver, reopen: Callable[[Path], object]
) -> QMessageBox:
    """Ask which version to go on with. The other is kept in a file beside it. Does not block."""
    path = document.path
    assert path is not None  # noqa: S101 – only a file can be changed on disk
    return ask(
        parent,
        f"Another program changed “{path.name}” while you were working on it.",
        "Go on with one of the two; the other is kept in a file beside it.",
        ("Go on with mine", partial(_go_on_with_mine, parent, path, saver)),
        ("Go on with the other", partial(_go_on_with_theirs, parent, path, document, saver, reopen)),
    )


def _beside(path: Path, whose: str) -> Path:
    stem = path.name.removesuffix(".yaml").removesuffix(".assessment")
    when = datetime.now().strftime("%Y-%m-%d %H.%M")
    return free_path(path.parent, f"{stem} ({whose}, {when})", ASSESSMENT_SUFFIX)


def _keep_other(path: Path) -> None:
    write_atomically(_beside(path, "from disk"), path.read_bytes(), private=True)


def _keep_mine(path: Path, assessment: Assessment) -> None:
    save_assessment(_beside(path, "mine"), assessment)


def _go_on_with_mine(parent: QWidget, path: Path, saver: Saver) -> None:
    try:
        answered(partial(_keep_other, path))
    except (OSError, FileError) as error:
        show_trouble(parent, "The other version could not be kept, so nothing was written.", [Problem(str(error))])
        return
    saver.overwrite()


def _go_on_with_theirs(
    parent: QWidget,
    path: Path,
    document: Document,
    saver: Saver,
    reopen: Callable[[Path], object],
) -> None:
    try:
        answered(partial(_keep_mine, path, document.assessment))
    except FileError as error:
        show_trouble(parent, "Your version could not be kept, so nothing was changed.", error.problems)
        return
    saver.give_up()
    reopen(path)
