"""What pages wish for that is done elsewhere, and who does it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from ladder_app.gui.file_commands import FileCommands
    from ladder_app.gui.opening import Opening
    from ladder_app.gui.reviewing import Reviewing
    from ladder_app.gui.stage import Stage
    from ladder_app.gui.welcome_page import WelcomePage
    from ladder_app.gui.window_dialogs import WindowDialogs
    from ladder_app.gui.workspace import Workspace


class WishedWindow(Protocol):
    """Those in the window who do it."""

    @property
    def stage(self) -> Stage: ...
    @property
    def opening(self) -> Opening: ...
    @property
    def files(self) -> FileCommands: ...
    @property
    def dialogs(self) -> WindowDialogs: ...
    @property
    def reviewing(self) -> Reviewing: ...


def fulfil(workspace: Workspace, window: WishedWindow) -> None:
    """From now on what the pages of this workspace wish for is done."""
    stage, files, dialogs, reviewing = window.stage, window.files, window.dialogs, window.reviewing
    is_own = workspace.document.voice.is_own
    workspace.profile_wanted.connect(dialogs.edit_profile if is_own else reviewing.change_name)
    if not stage.is_earlier:
        workspace.reviewing_wanted.connect(reviewing.begin)
    workspace.overall_wanted.connect(reviewing.write_overall)
    workspace.stop_reviewing_wanted.connect(reviewing.stop)
    workspace.review_copy_wanted.connect(files.save_copy_for_review)
    workspace.save_as_wanted.connect(files.save_as)
    workspace.conflict_wanted.connect(files.settling.resolve)
    workspace.edit_wanted.connect(files.edit_again)
    workspace.calendar_wanted.connect(files.plan.ask_for_calendar)
    workspace.checklist_wanted.connect(files.plan.ask_for_checklist)
    workspace.taking_wanted.connect(files.take_review)
    workspace.close_cycle_wanted.connect(dialogs.close_cycle)
    workspace.log_wanted.connect(dialogs.log_evidence)
    workspace.git_wanted.connect(dialogs.browse_git)
    workspace.export_wanted.connect(dialogs.export)
    workspace.earlier_wanted.connect(stage.look_back)
    workspace.present_wanted.connect(stage.look_at_present)


def fulfil_welcome(page: WelcomePage, window: WishedWindow) -> None:
    """From now on what this page wishes for is done."""
    page.new_wanted.connect(window.opening.start)
    page.open_wanted.connect(window.opening.open_path)
    page.kept_wanted.connect(window.opening.kept.open)
    page.browse_wanted.connect(window.files.browse)
    page.sample_wanted.connect(window.opening.open_sample)
    page.import_wanted.connect(window.dialogs.gathering.browse)
