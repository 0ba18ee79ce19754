"""The keys that act on the plan, for the menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from ladder_app.gui.plan_page import PlanPage


class PlanCommands:
    """Passes what a key means on to the Plan page that is there now, if any."""

    def __init__(self, page: Callable[[], PlanPage | None]) -> None:
        self._page = page

    def edit(self) -> None:
        """Edit the current action."""
        page = self._page()
        if page is not None:
            page.edit_current()

    def tick(self) -> None:
        """Say that the current action is done, or open again."""
        page = self._page()
        if page is not None:
            page.tick_current()

    def add(self) -> None:
        """Add an action for the current gap."""
        page = self._page()
        if page is not None:
            page.add_action()

    def remove(self) -> None:
        """Take the current action away."""
        page = self._page()
        if page is not None:
            page.remove_current()

    def step_by(self, steps: int) -> None:
        """Go to another row."""
        page = self._page()
        if page is not None:
            page.step_by(steps)
