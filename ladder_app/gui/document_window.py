"""What those who work with the open document need of the window that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ladder_app.errors import Problem
    from ladder_app.gui.document import Document
    from ladder_app.gui.opened import Opened
    from ladder_app.gui.theme import Theme
    from ladder_app.storage.settings import Settings


class DocumentWindow(Protocol):
    """A window with a document in it, or none."""

    @property
    def opened(self) -> Opened | None: ...
    @property
    def shown(self) -> Document | None: ...
    @property
    def theme(self) -> Theme: ...
    @property
    def settings(self) -> Settings: ...
    def change_settings(self, settings: Settings) -> None: ...
    def keep_what_is_typed(self) -> None: ...
    def show_trouble(self, headline: str, problems: Sequence[Problem | str]) -> None: ...
