"""When a file is open in another Ladder: who has it, since when, and what can be done."""

from datetime import UTC, datetime, timedelta

from PySide6.QtWidgets import QMessageBox, QWidget

from ladder_app.gui.questions import Step, ask
from ladder_app.gui.versions_dialog import when
from ladder_app.markup import isolated
from ladder_app.report.words import counted
from ladder_app.storage.lock import Holder

_PROBABLY_ENDED = timedelta(minutes=10)


def holder_words(holder: Holder) -> str:
    """Who has it open: `open since 12 Sep 2026, 14:05 by sam on laptop`."""
    where = "on this computer" if holder.is_this_machine else f"on {isolated(holder.machine)}"
    by = f" by {isolated(holder.user)}" if holder.user else ""
    return f"open since {when(holder.since)}{by} {where}"


def ask_about_holder(parent: QWidget, name: str, holder: Holder, read_only: Step, take_over: Step) -> QMessageBox:
    """Offer to look at the file without changing it, or to take it over. Does not block."""
    words = f"It has been {holder_words(holder)}."
    silent = holder.silent_for(datetime.now(UTC))
    if not holder.is_this_machine and silent >= _PROBABLY_ENDED:
        minutes = counted(int(silent.total_seconds() // 60), "minute", "minutes")
        words += f" Nothing was heard of it for {minutes}: it has probably ended."
    return ask(
        parent,
        f"“{isolated(name)}” is already open.",
        words,
        ("Open read only", read_only),
        ("Take it over", take_over),
    )
