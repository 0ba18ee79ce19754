"""Evidence from a Git repository: the commits of one author, chosen line by line."""

from collections.abc import Set
from datetime import date
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListView, QProgressBar, QWidget

from ladder_app.domain.assessment import Assessment
from ladder_app.errors import LadderError
from ladder_app.gui import waiting
from ladder_app.gui.background import Background
from ladder_app.gui.choice import Choice
from ladder_app.gui.document import Document
from ladder_app.gui.fault_words import fault_words
from ladder_app.gui.fields import DateField
from ladder_app.gui.flow_layout import FlowLayout
from ladder_app.gui.git_model import GitDelegate, GitModel
from ladder_app.gui.met import whenever_met
from ladder_app.gui.parts import button, text_label
from ladder_app.gui.plain_dialog import PlainDialog
from ladder_app.gui.theme import Theme
from ladder_app.gui.tick import Tick
from ladder_app.gui.typed_edit import new_id
from ladder_app.importers.git_log import Author, GitLog, read_git_log, taken_sources
from ladder_app.markup import isolated, shown
from ladder_app.report.words import capitalised, counted

_LOOK_MS = 200


class _Commits(QListView):
    """Space chooses a commit."""

    added = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        model = self.model()
        if event.key() == Qt.Key.Key_Space and isinstance(model, GitModel):
            model.toggle(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.added.emit()
        else:
            super().keyPressEvent(event)


class _Look:
    """One reading of the log, which can be given up and says how far it is."""

    def __init__(self) -> None:
        self.given_up = Event()
        self.read = 0

    def go_on(self, count: int) -> bool:
        self.read = count
        return not self.given_up.is_set()


class GitDialog(PlainDialog):
    """Stays open after adding, so that several joined entries can be made one after the other."""

    def __init__(self, document: Document, theme: Theme, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(theme, f"Evidence from “{isolated(folder.name)}”", 720, parent, height_px=560)
        self._document = document
        self._folder = folder
        self._log: GitLog | None = None
        self._look = _Look()
        self._background: Background[GitLog | LadderError | None] = Background(self._on_read, self)
        self.author = Choice(theme, "Author", self, fits=True)
        self.author.activated.connect(self._list)
        self.since = DateField(theme, "Since", document.assessment.cycle.opened)
        self.since.dateChanged.connect(self.read)
        row = FlowLayout(theme.px(8), theme.px(6))
        row.addWidget(text_label(theme, "Commits by", wrap=False))
        row.addWidget(self.author)
        row.addWidget(text_label(theme, "since", wrap=False))
        row.addWidget(self.since)
        self.body.addLayout(row)
        self.progress = QProgressBar(self)
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(theme.px(6))
        self.body.addWidget(self.progress)
        self.words = text_label(theme, "", tone="muted")
        self.body.addWidget(self.words)
        self.stop = button(theme, "Stop reading")
        self.stop.clicked.connect(self._give_up)
        self.body.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignLeft)
        self._make_list()
        self.as_one = Tick(theme, "Join them into one entry")
        self.body.addWidget(self.as_one)
        self.count: QLabel = text_label(theme, "", tone="muted", wrap=False)
        self._foot.insertWidget(0, self.count)
        self.add_button("Close").clicked.connect(self.reject)
        self._add = self.add_button("Add", "primary")
        self._add.clicked.connect(self.add)
        self.model.chosen_changed.connect(self._show_chosen)
        self._ticking = QTimer(self)
        self._ticking.setInterval(_LOOK_MS)
        self._ticking.timeout.connect(self._say_progress)
        self.finished.connect(self._give_up)
        whenever_met(document, self._meet, self)
        self._show_chosen()
        self.read()

    def _make_list(self) -> None:
        self.model = GitModel(self)
        self.view = _Commits(self)
        self.view.setObjectName("choices")
        self.view.setAccessibleName("Commits")
        self.view.setUniformItemSizes(True)
        self.view.setItemDelegate(GitDelegate(self.theme, self.view))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setModel(self.model)
        self.view.setMinimumHeight(self.theme.px(160))
        self.view.clicked.connect(self.model.toggle)
        self.view.added.connect(self.add)
        self.body.addWidget(self.view, 1)

    def read(self) -> None:
        """Read the log beside the window; a reading that goes on is given up first."""
        self._look.given_up.set()
        self._background.give_up()
        self._look = look = _Look()
        self._log = None
        self.model.show_commits((), frozenset())
        self._show_reading(is_on=True)
        self._background.start(partial(_read, self._folder, self.since.value(), look))

    def add(self) -> None:
        """Put what is chosen into the journal."""
        commits = self.model.chosen
        if not commits or self._log is None:
            return
        groups = [commits] if self.as_one.isChecked() else [[commit] for commit in commits]
        entries = [self._log.evidence(group, new_id()) for group in groups]
        name = "add evidence" if len(entries) == 1 else f"add {len(entries)} entries"
        self._document.put_many_evidence(name, entries)
        place = self.view.currentIndex().row()
        self._list()
        self.view.setCurrentIndex(self.model.index(max(place, 0)))
        self.count.setText(f"{capitalised(counted(len(entries), 'entry', 'entries'))} added")

    def _on_read(self, found: GitLog | LadderError | None) -> None:
        self._show_reading(is_on=False)
        if isinstance(found, LadderError):
            self.words.setText(fault_words(found.problems, "\n"))
            return
        if found is None:
            self.words.setText("Stopped. Choose another day to read again.")
            return
        self._log = found
        self.author.clear()
        self.author.addItems([shown(str(author)) for author in found.authors()])
        self.author.updateGeometry()
        self._list()
        self.view.setFocus()

    def _give_up(self) -> None:
        self._look.given_up.set()
        if self._background.is_busy and not self._background.wait(waiting.AT_ONCE_MS):
            # What does not answer is not waited for.
            self._background.give_up()
            self._on_read(None)

    def _author(self) -> Author | None:
        authors = self._log.authors() if self._log is not None else ()
        place = self.author.currentIndex()
        return authors[place] if 0 <= place < len(authors) else None

    def _list(self) -> None:
        author = self._author()
        commits = self._log.by(author) if self._log is not None and author is not None else ()
        self.model.show_commits(commits, _taken(self._document.assessment))
        self.view.setCurrentIndex(self.model.index(0))
        self.words.setText(
            f"{capitalised(counted(len(commits), 'commit', 'commits'))}. Space chooses, Return adds."
            if commits
            else "No commits since then."
        )

    def _meet(self, assessment: Assessment) -> None:
        self.model.show_taken(_taken(assessment))

    def _show_reading(self, *, is_on: bool) -> None:
        self.progress.setVisible(is_on)
        self.stop.setVisible(is_on)
        if is_on:
            self.words.setText("Reading the log…")
            self._ticking.start()
        else:
            self._ticking.stop()

    def _say_progress(self) -> None:
        if self._look.read:
            self.words.setText(f"Reading the log… {self._look.read:,} commits so far.")

    def _show_chosen(self) -> None:
        count = len(self.model.chosen)
        self.count.setText(f"{capitalised(counted(count, 'commit', 'commits'))} chosen" if count else "")
        self._add.setEnabled(count > 0)
        self.as_one.setEnabled(count > 1)


def _taken(assessment: Assessment) -> Set[str]:
    return taken_sources(entry for cycle in assessment.cycles for entry in cycle.evidence)


def _read(folder: Path, since: date, look: _Look) -> GitLog | LadderError | None:
    try:
        return read_git_log(folder, since, look.go_on)
    except LadderError as error:
        return error
