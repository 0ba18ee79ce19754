"""`python -m tests.screenshots FOLDER`: a picture of every page, light and dark, empty and full, in two sizes.

The names say what they show: `assess-full-dark-1024x640.png`, `assess-full-light-1024x640-200percent.png`.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from time import monotonic

os.environ["QT_QPA_PLATFORM"] = "offscreen"
_HOME = tempfile.TemporaryDirectory(prefix="ladder-screenshots-")
os.environ["LADDER_HOME"] = _HOME.name

from PySide6.QtCore import QCoreApplication, QEvent  # noqa: E402 – after the platform is chosen
from PySide6.QtWidgets import QApplication, QDialog, QWidget  # noqa: E402

from ladder_app.domain.assessment import Assessment, new_assessment  # noqa: E402
from ladder_app.domain.entries import Rating  # noqa: E402
from ladder_app.domain.role import Kind  # noqa: E402
from ladder_app.domain.role_editing import Place  # noqa: E402
from ladder_app.gui import main_window  # noqa: E402
from ladder_app.gui.application import make_application  # noqa: E402
from ladder_app.gui.conversation_rows import Tab  # noqa: E402
from ladder_app.gui.floating_notice import FloatingNotice  # noqa: E402
from ladder_app.gui.importing.columns_dialog import ColumnsDialog  # noqa: E402
from ladder_app.gui.main_window import MainWindow  # noqa: E402
from ladder_app.gui.pages import Page  # noqa: E402
from ladder_app.gui.pdf_preview import PdfPreview  # noqa: E402
from ladder_app.gui.theme import Theme, window_family  # noqa: E402
from ladder_app.gui.waiting import THE_DISK, WORK_ON  # noqa: E402
from ladder_app.importers.decisions import Says  # noqa: E402
from ladder_app.storage.assessments import sample_assessment, save_assessment  # noqa: E402
from ladder_app.storage.settings import Settings  # noqa: E402
from ladder_app.storage.versions import Versions  # noqa: E402

SIZES = ((1280, 800), (1024, 640))
LARGER_PERCENT = (150, 200)
TODAY = date(2026, 11, 23)
_LONGEST_WAIT_S = 30
_FILE = "Sample Engineer – Engineering Productivity Manager.assessment.yaml"
_GONE = "Sample Engineer – 2025 H2.assessment.yaml"


_PAGE = """# Baker

## Baker

### Responsibilities

- Bakes the daily bread.

### Requirements

- Two years at the oven.
- Knowledge of rye is a plus.

## Master Baker

### Responsibilities

- Extends that of the Big Baker.
- Teaches an apprentice.
"""

_SHEET = """Field,Sort,New hand,Old hand,Remark
Ovens,Responsibility,Lights them,Mends them,every day
Rye,Requirement,Knows of it,Knows it,
"""


def _empty(sample: Assessment) -> Assessment:
    return new_assessment(sample.role, sample.person, TODAY, sample.current, sample.target, identity="sample")


def _its_day() -> date:
    return TODAY


def _settle() -> None:
    for _ in range(4):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _wait(until: Callable[[], bool]) -> None:
    deadline = monotonic() + _LONGEST_WAIT_S
    while not until() and monotonic() < deadline:
        QApplication.processEvents()


def _has_pages(preview: PdfPreview) -> bool:
    return bool(preview.page_count)


def _own_place() -> Path:
    """A folder for one window: a file that another window has open is asked about, not shown."""
    return Path(tempfile.mkdtemp(dir=_HOME.name))


def _windows(theme: Theme, size: tuple[int, int]) -> Iterator[tuple[str, QWidget]]:
    """A window for every page and state, ready to be looked at, with its name."""
    home = Path(_HOME.name)
    sample = sample_assessment()
    first = _window(theme, size, Settings())
    first.show_first(None)
    yield "welcome-empty", first
    recent = tuple(str(home / name) for name in (_FILE, _GONE, "Sample Engineer – 2025 H1.assessment.yaml"))
    save_assessment(home / _FILE, sample)
    Versions(sample.id).keep(sample, datetime(2026, 9, 12, 14, 5, tzinfo=UTC), home / _GONE)
    back = _window(theme, size, Settings(name="Sample Engineer", recent_files=recent))
    back.show_first(None)
    yield "welcome-full", back
    for state, assessment in (("empty", _empty(sample)), ("full", sample)):
        path = _own_place() / _FILE
        save_assessment(path, assessment)
        window = _window(theme, size, Settings())
        window.open_path(path)
        for page in Page:
            window.show_page(page)
            if page is Page.ASSESS and window.workspace is not None:
                window.workspace.assess.view.step_by(1)
            yield f"{page.name.lower()}-{state}", window
    slow = FloatingNotice(theme, f"Saving a copy as “{_FILE}”…", f"{THE_DISK} {WORK_ON}", "Cancel", window)
    slow.show_itself()
    yield "saving-slowly", window
    slow.go_away()
    if window.workspace is not None and window.workspace.conversation is not None:
        window.show_page(Page.CONVERSATION)
        for tab in Tab:
            window.workspace.conversation.head.choose(tab)
            yield f"conversation-{tab.name.lower()}", window
    reviewing = _window(theme, size, Settings())
    reviewing.show_document(sample.with_cycle(reviews=()), None, reviewer="Sample Manager")
    if reviewing.document is not None:
        reviewing.document.rate(reviewing.document.level.criteria[0].id, Rating(step=2))
    yield "reviewer", reviewing
    for name, opened in (
        ("export", window.dialogs.export),
        ("profile", window.dialogs.edit_profile),
        ("close-cycle", window.dialogs.close_cycle),
        ("preferences", window.dialogs.edit_preferences),
        ("shortcuts", window.dialogs.show_shortcuts),
        ("about", window.dialogs.show_about),
    ):
        opened()
        preview = next(iter(window.findChildren(PdfPreview)), None)
        if preview is not None:
            _wait(partial(_has_pages, preview))
        yield f"dialog-{name}", window
    ladder = _own_place() / "baker.md"
    ladder.write_text(_PAGE)
    imports = window.dialogs.imports
    imports.read(ladder)
    _wait(lambda: bool(imports.windows))
    review = imports.windows[0]
    review.resize(*size)
    yield "import", review
    review.source.go_to(7)
    review.say(Says.SPLIT)
    yield "import-split", review
    review.close()
    yield from _more_imports(window, size)
    sheet = _own_place() / "bakers.csv"
    sheet.write_text(_SHEET)
    imports.read(sheet)
    _wait(lambda: window.findChild(ColumnsDialog) is not None)
    columns = window.findChild(ColumnsDialog)
    if columns is not None:
        columns.order.setCurrentIndex(1)
    yield "import-columns", window
    yield from _beside(window, size)


def _more_imports(window: MainWindow, size: tuple[int, int]) -> Iterator[tuple[str, QWidget]]:
    """A page without a level, and a newer page of a role in use."""
    for name, text in (
        ("import-whole", "# Pitfalls\n\n- Burns the bread.\n- Wastes flour.\n"),
        ("import-newer", _PAGE),
    ):
        page = _own_place() / f"{name}.md"
        page.write_text(text)
        window.dialogs.imports.read(page)
        review = window.dialogs.imports.windows[-1]
        review.resize(*size)
        role = review.role
        if role is not None:
            first = role.levels[0]
            duties = tuple(c.model_copy(update={"text": f"{c.text} Daily."}) for c in first.responsibilities)
            older = first.model_copy(update={"responsibilities": duties, "requirements": ()})
            review.draft.compare_with(role.model_copy(update={"levels": (older, *role.levels[1:])}), "baker")
        yield name, review
        review.close()


def _beside(window: MainWindow, size: tuple[int, int]) -> Iterator[tuple[str, QWidget]]:
    """The windows beside the main one: a team, by people and by areas, and the role editor."""
    sample = sample_assessment()
    folder = _own_place()
    for number, name in enumerate(("Sample Engineer", "Sample Architect", "Sample Developer")):
        person = sample.person.model_copy(update={"name": name})
        rated = dict.fromkeys(sample.cycle.ratings, Rating(step=number + 2))
        made = sample.model_copy(update={"id": f"person-{number}", "person": person})
        save_assessment(folder / f"{name}.assessment.yaml", made.with_cycle(ratings=rated) if number else made)
    team = window.dialogs.teams.show(folder)
    team.resize(*size)
    while team.is_busy:
        QApplication.processEvents()
    yield "team-people", team
    team.page.areas.click()
    yield "team-areas", team
    team.close()
    editor = window.dialogs.roles.edit(sample.role)
    editor.resize(*size)
    for name, place in (("role", None), ("level", Place(1)), ("criterion", Place(1, Kind.RESPONSIBILITY, 0))):
        editor.draft.look_at(place)
        yield f"role-editor-{name}", editor
    editor.criterion_form.weight.setFocus()
    editor.criterion_form.weight.edited.emit("heavy")
    while not editor.draft.is_checked:
        QApplication.processEvents()
    yield "role-editor-fault", editor
    editor.close_for_good()


def _with_larger_text(theme: Theme, size: tuple[int, int]) -> Iterator[tuple[str, MainWindow]]:
    """The pages that larger text is hardest on."""
    path = _own_place() / _FILE
    save_assessment(path, sample_assessment())
    window = _window(theme, size, Settings())
    window.open_path(path)
    workspace = window.workspace
    if workspace is not None:
        workspace.assess.view.step_by(1)
        yield "assess-full", window
        workspace.assess.show_details()
        yield "details-full", window
        window.show_page(Page.EVIDENCE)
        yield "evidence-full", window
        window.show_page(Page.READINESS)
        yield "readiness-full", window
        window.show_page(Page.PLAN)
        yield "plan-full", window
        window.show_page(Page.CONVERSATION)
        yield "conversation-full", window


def _window(theme: Theme, size: tuple[int, int], settings: Settings) -> MainWindow:
    window = MainWindow(settings, theme)
    window.resize(*size)
    window.show()
    return window


def _picture(window: QWidget, path: Path) -> None:
    """The window, with a dialog in front of it in its middle."""
    _settle()
    picture = window.grab()
    dialog = next((d for d in window.findChildren(QDialog) if d.isVisible()), None)
    if dialog is not None:
        from PySide6.QtGui import QPainter

        painter = QPainter(picture)
        shown = dialog.grab()
        painter.drawPixmap((window.width() - shown.width()) // 2, (window.height() - shown.height()) // 2, shown)
        painter.end()
        dialog.close()
        _settle()
    picture.save(str(path))


def main(folder: str) -> int:
    """Write the pictures into a folder, which is made if it is not there."""
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    setattr(main_window, "today", _its_day)  # noqa: B010 – a name the module only imports
    application = make_application()
    family = window_family()
    count = 0
    for dark in (False, True):
        look = "dark" if dark else "light"
        theme = Theme(dark, 100, family)
        theme.apply(application)
        for width, height in SIZES:
            for name, window in _windows(theme, (width, height)):
                _picture(window, target / f"{name}-{look}-{width}x{height}.png")
                count += 1
        for percent in LARGER_PERCENT:
            theme = Theme(dark, percent, family)
            theme.apply(application)
            for width, height in SIZES:
                for name, window in _with_larger_text(theme, (width, height)):
                    _picture(window, target / f"{name}-{look}-{width}x{height}-{percent}percent.png")
                    count += 1
    sys.stdout.write(f"{count} pictures in {target}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
