"""The keys that act on the current criterion, for the menus."""

from collections.abc import Callable
from typing import Protocol

from ladder_app.domain.entries import Rating


class RatingPage(Protocol):
    """A page with a current criterion that the keys act on."""

    def rate_current(self, rating: Rating | None) -> None: ...
    def rate_not_applicable(self) -> None: ...
    def confirm_current(self) -> None: ...
    def add_evidence(self) -> None: ...
    def add_action(self) -> None: ...
    def step_by(self, steps: int) -> None: ...
    def go_to_next_unrated(self) -> None: ...


class RatingCommands:
    """Passes what a key means on to the page in front, if it is one that rates."""

    def __init__(self, page: Callable[[], RatingPage | None]) -> None:
        self._page = page

    def rate(self, step: int) -> None:
        """Rate the current criterion."""
        self._give(Rating(step=step))

    def clear_rating(self) -> None:
        """Take the rating of the current criterion away."""
        self._give(None)

    def rate_not_applicable(self) -> None:
        """Say that the current criterion does not apply."""
        page = self._page()
        if page is not None:
            page.rate_not_applicable()

    def confirm_rating(self) -> None:
        """Stand by a rating that is carried over or to be checked again."""
        page = self._page()
        if page is not None:
            page.confirm_current()

    def add_evidence(self) -> None:
        """Add evidence for the current criterion."""
        page = self._page()
        if page is not None:
            page.add_evidence()

    def add_action(self) -> None:
        """Add an action for the current criterion."""
        page = self._page()
        if page is not None:
            page.add_action()

    def step_by(self, steps: int) -> None:
        """Go to another criterion."""
        page = self._page()
        if page is not None:
            page.step_by(steps)

    def go_to_next_unrated(self) -> None:
        """Go to the next criterion without a rating."""
        page = self._page()
        if page is not None:
            page.go_to_next_unrated()

    def _give(self, rating: Rating | None) -> None:
        page = self._page()
        if page is not None:
            page.rate_current(rating)
