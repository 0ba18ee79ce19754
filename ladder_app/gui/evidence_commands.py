"""The keys that act on the journal of evidence, for the menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from ladder_app.gui.evidence_page import EvidencePage


class EvidenceCommands:
    """Passes what a key means on to the Evidence page, while nothing is being written there."""

    def __init__(self, page: Callable[[], EvidencePage | None]) -> None:
        self._of_window = page

    def _page(self) -> EvidencePage | None:
        page = self._of_window()
        return None if page is None or page.is_busy else page

    def attach(self) -> None:
        """Choose criteria for the chosen entries, or for the current one."""
        page = self._page()
        if page is not None:
            page.attach_chosen()

    def remove(self) -> None:
        """Delete the chosen entries, or the current one."""
        page = self._page()
        if page is not None:
            page.remove_chosen()

    def step_by(self, steps: int) -> None:
        """Go to another entry."""
        page = self._page()
        if page is not None:
            page.view.step_by(steps)
