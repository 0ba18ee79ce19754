"""What a whole story needs: the window's own fixtures."""

from tests.gui.conftest import _disks_answer_at_once, _garbage_stays_in_this_thread, theme

__all__ = ["_disks_answer_at_once", "_garbage_stays_in_this_thread", "theme"]
