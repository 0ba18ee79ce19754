"""A team in a window of its own: reads a folder beside it, exports the table, opens people in the main window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ladder_app.errors import LadderError
from ladder_app.gui import waiting
from ladder_app.gui.background import Background
from ladder_app.gui.dates import today
from ladder_app.gui.errand import Errand
from ladder_app.gui.fault_words import fault_words
from ladder_app.gui.team_model import TeamModel
from ladder_app.gui.team_page import TeamPage
from ladder_app.gui.team_rows import TeamRow
from ladder_app.gui.theme import Theme
from ladder_app.gui.trouble import show_trouble
from ladder_app.gui.window_place import fit
from ladder_app.markup import isolated
from ladder_app.report.pdf.export import Paper
from ladder_app.report.team.words import by_name
from ladder_app.storage.disk import Disk
from ladder_app.storage.team import Team, TeamReader

_WHY = "It is made, and then its disk takes it."
_LOOKS_EVERY_MS = 50
_USUAL, _SMALLEST = QSize(1180, 720), QSize(640, 420)


@dataclass(slots=True)
class _SoFar:
    """How far reading is: said by the thread that reads, and looked at by the window, which may be gone by then."""

    done: int = 0
    of: int = 0

    def say(self, done: int, of: int) -> None:
        self.done, self.of = done, of


class TeamWindow(QWidget):
    """Shows the assessments of one folder. Reading them happens beside it and can be cancelled."""

    open_wanted = Signal(object)
    """A person's file is to be opened: a `Path`."""
    closed = Signal(object)
    """This window, closed."""

    def __init__(self, folder: Path, theme: Theme, paper: Callable[[], Paper]) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.folder = folder
        self._theme = theme
        self._paper = paper
        self._team: Team | None = None
        self._model = TeamModel(today(), self)
        self._cancelled = Event()
        self._so_far = _SoFar()
        self._looks = QTimer(self)
        self._looks.setInterval(_LOOKS_EVERY_MS)
        self._looks.timeout.connect(self._show_so_far)
        self._reading: Background[Team | LadderError | None] = Background(self._show_found, self)
        self._writing = Errand(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setWindowTitle(f"{isolated(folder.name or str(folder))} – Ladder")
        self.setMinimumSize(_SMALLEST)
        fit(self, _USUAL)
        self.page = self._make_page()
        QShortcut(QKeySequence(QKeySequence.StandardKey.Refresh), self).activated.connect(self.refresh)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self._search)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Close), self).activated.connect(self.close)
        self.refresh()

    @property
    def is_busy(self) -> bool:
        """Whether it is reading or writing."""
        return self._reading.is_busy or self._writing.is_busy

    def dress(self, theme: Theme) -> None:
        """Show the same in another look."""
        self._theme = theme
        words = self.page.search.text()
        self._column.removeWidget(self.page)
        self.page.deleteLater()
        self.page = self._make_page()
        self.page.search.setText(words)
        if self._team is not None:
            self.page.show_team(self._team)

    def refresh(self) -> None:
        """Read what has changed in the folder."""
        if not self._reading.is_busy:
            self._cancelled, self._so_far = Event(), _SoFar()
            self.page.show_progress(0, 0)
            self._looks.start()
            self._reading.start(partial(_read, self.folder, self._cancelled, self._so_far))

    def cancel(self) -> None:
        """Stop reading after the files that are being read now, or at once where their disk does not answer."""
        self._cancelled.set()
        if not self._reading.wait(waiting.AT_ONCE_MS):
            self._reading.give_up()
            self._show_found(None)

    def export_csv(self) -> None:
        """Ask where to, and write the table for a spreadsheet."""
        from ladder_app.gui.file_choices import TABLES, choose_to_save

        choose_to_save(self, "Export CSV", self.folder / "team.csv", TABLES, self.write_csv)

    def write_csv(self, path: Path) -> None:
        """Write those who are listed, in their order; what goes wrong is on screen."""
        from ladder_app.report.team.tables import csv_bytes

        self._write(path, ".csv", partial(csv_bytes, [(row.file, row.member) for row in self._model.rows]))

    def export_pdf(self) -> None:
        """Ask where to, and write the table and the map of areas."""
        from ladder_app.gui.file_choices import PDFS, choose_to_save

        choose_to_save(self, "Export PDF", self.folder / "team.pdf", PDFS, self.write_pdf)

    def write_pdf(self, path: Path) -> None:
        """Write those who are listed, in their order; what goes wrong is on screen."""
        from ladder_app.report.pdf.team import team_missing, team_pdf

        problems = self._team.problems if self._team is not None else ()
        members = [row.member for row in self._model.rows]
        name = self.folder.name or "Team"
        make = partial(team_pdf, name, members, problems, today(), self._paper())
        self._write(path, ".pdf", make, partial(team_missing, name, members, problems))

    def _write(
        self, path: Path, ending: str, make: Callable[[], bytes], missing: Callable[[], Sequence[str]] = tuple
    ) -> None:
        """Make a file and write it, on a thread of its own."""
        path = path if path.suffix else path.with_suffix(ending)
        work, then = partial(_written, path, make, missing), partial(self._on_written, path)
        words = f"Saving “{isolated(path.name)}”…"
        refused, given_up = partial(self._on_not_written, path), partial(self._on_given_up, words)
        if not self._writing.is_busy:
            self.page.say(f"Writing {isolated(path.name)}…")
        self._writing.write(self._theme, words, work, then, refused, given_up, _WHY)

    def _on_written(self, path: Path, missing: Sequence[str]) -> None:
        boxes = f". No font on this computer has {' '.join(missing)} – each prints as □." if missing else ""
        self.page.say(f"Wrote {isolated(str(path))}{boxes}")

    def _on_not_written(self, path: Path, error: LadderError) -> None:
        self.page.say("")
        show_trouble(self, f"“{isolated(path.name)}” could not be written.", error.problems)

    def _on_given_up(self, words: str) -> None:
        self.page.say("")
        self._writing.tell_given_up(self._theme, words)

    def _make_page(self) -> TeamPage:
        page = TeamPage(self._theme, self.folder, self._model, self)
        page.again_wanted.connect(self.refresh)
        page.cancel_wanted.connect(self.cancel)
        page.csv_wanted.connect(self.export_csv)
        page.pdf_wanted.connect(self.export_pdf)
        page.person_wanted.connect(self._open)
        self._column.addWidget(page)
        return page

    def _show_so_far(self) -> None:
        self.page.show_progress(self._so_far.done, self._so_far.of)

    def _show_found(self, found: Team | LadderError | None) -> None:
        self._looks.stop()
        if isinstance(found, LadderError):
            self.page.show_message("The folder cannot be opened", fault_words(found.problems, "\n"))
            return
        if found is None:
            self.page.show_message(
                "Reading was cancelled", "What has been read is kept; read again to go on from there."
            )
            return
        self._team = found
        rows = by_name(found.people)
        self._model.show_team([TeamRow(file, member) for file, member in rows])
        self.page.show_team(found)

    def _open(self, file: str) -> None:
        self.open_wanted.emit(Path(file))

    def _search(self) -> None:
        self.page.focus_search()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._cancelled.set()
        super().closeEvent(event)
        self.closed.emit(self)


def _read(folder: Path, cancelled: Event, so_far: _SoFar) -> Team | LadderError | None:
    """On a thread of its own, which knows nothing of the window."""
    from ladder_app.report.pdf.embedded import assessment_if_any

    try:
        return TeamReader(folder, assessment_if_any).read(so_far.say, cancelled.is_set)
    except LadderError as error:
        return error


def _written(path: Path, make: Callable[[], bytes], missing: Callable[[], Sequence[str]], disk: Disk) -> Sequence[str]:
    from ladder_app.storage.atomic import write_atomically

    write_atomically(path, make(), private=True, disk=disk)
    return missing()
