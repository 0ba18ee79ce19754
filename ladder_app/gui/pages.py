"""The pages of an open assessment, and the order in which a person finds them."""

from enum import Enum

from ladder_app.gui.icons import Icon


class Page(Enum):
    """The pages, in the order of the sidebar, each by the name that people read."""

    ASSESS = "Assess"
    EVIDENCE = "Evidence"
    READINESS = "Readiness"
    PLAN = "Plan"
    CONVERSATION = "Conversation"
    HISTORY = "History"
    ROLE = "Role"

    @property
    def icon(self) -> Icon:
        return Icon[self.name]

    @property
    def shortcut(self) -> str:
        """Its key: Ctrl and its place in the sidebar."""
        return f"Ctrl+{list(Page).index(self) + 1}"


REVIEWED = (Page.ASSESS, Page.ROLE)
"""What a reviewer works on; the other pages belong to the person."""
