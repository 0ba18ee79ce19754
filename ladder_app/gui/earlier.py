"""An earlier cycle as it is looked back at: all pages, and nothing to be changed."""

from ladder_app.domain.cycles import earlier_cycle
from ladder_app.gui.document import Document
from ladder_app.gui.opened import Opened
from ladder_app.gui.theme import Theme
from ladder_app.gui.workspace import Workspace
from ladder_app.markup import isolated
from ladder_app.report.history_words import closed_words


def earlier_workspace(opened: Opened, number: int, theme: Theme) -> Workspace:
    """A workspace that shows the cycle of that number, from 0, and says why it is read only."""
    present = opened.document
    assessment = earlier_cycle(present.assessment, number)
    document = Document(assessment, present.path, present.today, origin=present.origin)
    why = closed_words(assessment.cycle)
    document.forbid_edits(why)
    workspace = Workspace(document, opened.saver, theme)
    document.setParent(workspace)
    workspace.say_earlier(f"{why}. It is read only.", f"Back to {isolated(present.assessment.cycle.name)}")
    return workspace
