"""Preferences: the look, the size of text, the paper."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from ladder_app.charts.percent import NO_BREAK_SPACE
from ladder_app.gui.choice import Choice
from ladder_app.gui.parts import text_label
from ladder_app.gui.plain_dialog import PlainDialog
from ladder_app.gui.theme import Theme
from ladder_app.storage.settings import Settings

_THEMES = (("As the system is", "system"), ("Light", "light"), ("Dark", "dark"))
_PAPERS = (("As is usual here", "auto"), ("A4", "a4"), ("Letter", "letter"))
_SIZES_PERCENT = (100, 110, 125, 150, 175, 200)


class PreferencesDialog(PlainDialog):
    """Lets the person change how the window looks and what is printed on."""

    settings_changed = Signal(object)
    """The person wants these `Settings`."""

    def __init__(self, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Preferences", 420, parent)
        self._settings = settings
        sizes = sorted({*_SIZES_PERCENT, settings.text_size_percent})
        self._look = self._choice("Look", _THEMES, settings.theme)
        size_choices = tuple((f"{size}{NO_BREAK_SPACE}%", size) for size in sizes)
        self._size = self._choice("Text size", size_choices, settings.text_size_percent)
        self._paper = self._choice("Paper", _PAPERS, settings.paper)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setHorizontalSpacing(theme.px(18))
        form.setVerticalSpacing(theme.px(10))
        for field in (self._look, self._size, self._paper):
            caption = text_label(theme, field.accessibleName(), wrap=False)
            caption.setMinimumHeight(field.sizeHint().height())
            caption.setBuddy(field)
            form.addRow(caption, field)
        self.body.addLayout(form)
        self.body.addStretch(1)
        self.add_button("Cancel").clicked.connect(self.reject)
        self.add_button("Apply", "primary").clicked.connect(self._apply)

    def _choice(self, name: str, entries: tuple[tuple[str, object], ...], chosen: object) -> Choice:
        box = Choice(self.theme, name, self)
        for words, value in entries:
            box.addItem(words, value)
        box.setCurrentIndex(box.findData(chosen))
        return box

    def _apply(self) -> None:
        changes = {
            "theme": self._look.currentData(),
            "text_size_percent": self._size.currentData(),
            "paper": self._paper.currentData(),
        }
        self.accept()
        self.settings_changed.emit(self._settings.model_copy(update=changes))
