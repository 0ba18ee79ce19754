"""The panel beside the plan, in which an action is written or changed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ladder_app.domain.entries import Action
from ladder_app.gui.action_panel import ActionForm
from ladder_app.gui.document import Document
from ladder_app.gui.parts import empty, text_label
from ladder_app.gui.served_gaps import ServedGaps
from ladder_app.gui.theme import SEMIBOLD, SMALL_PX, Theme


class PlanPanel(QFrame):
    """Shows one form at a time; one that is left open is kept."""

    finished = Signal()
    """The form was closed: the keyboard may go back to the list."""

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self._document = document
        self._theme = theme
        self._form: ActionForm | None = None
        area = QScrollArea(self)
        area.setObjectName("panel")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        content.setObjectName("panel")
        area.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        column = QVBoxLayout(content)
        column.setContentsMargins(theme.px(18), theme.px(18), theme.px(18), theme.px(22))
        column.setSpacing(theme.px(10))
        self._inside = QVBoxLayout()
        self._inside.setSpacing(theme.px(7))
        column.addLayout(self._inside)
        column.addStretch(1)

    @property
    def is_editing(self) -> bool:
        return self._form is not None

    @property
    def writing(self) -> str:
        """The id of the action in the form, also of one that has no words yet; empty if there is no form."""
        return self._form.id if self._form is not None else ""

    @property
    def criteria(self) -> tuple[str, ...]:
        """What the action in the form is for."""
        return self._form.criteria if self._form is not None else ()

    def edit(self, action: Action) -> None:
        """Change an action."""
        self._show(action.criteria, action)

    def add(self, criterion_id: str) -> None:
        """Write a new action for a criterion."""
        self._show((criterion_id,), None)

    def keep_everything(self) -> None:
        """Keep what stands in an open form, and close it."""
        if self._form is not None:
            self._form.leave()

    def _show(self, criteria: tuple[str, ...], action: Action | None) -> None:
        self.keep_everything()
        empty(self._inside)
        theme = self._theme
        caption = "New action" if action is None else "Action"
        self._inside.addWidget(text_label(theme, caption, SMALL_PX, SEMIBOLD, tone="muted"))
        served = ServedGaps(theme, self._document, criteria)
        self._inside.addWidget(served)
        self._inside.addSpacing(theme.px(6))
        form = ActionForm(theme, self._document, criteria[0] if criteria else "", action, unfolded=True)
        form.finished.connect(self._close)
        served.changed.connect(form.serve)
        form.attached.connect(served.show_criteria)
        self._form = form
        self._inside.addWidget(form)
        form.begin()
        form.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _close(self) -> None:
        self._form = None
        self.finished.emit()
