"""The life of a document, watched: started by test_privacy with a folder in which everything has to stay.

Says on its output what it should not have done, one a line, and `done` at the end.
"""

import os
import sys
from pathlib import Path

FOLDER = Path(sys.argv[1]).resolve()
FORBIDDEN = ("socket.", "http.client.", "urllib.", "ftplib.", "smtplib.", "webbrowser.", "subprocess.", "os.system")
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
said: list[str] = []


def watch(event: str, arguments: tuple[object, ...]) -> None:
    """Note what goes to the network, starts a program, or writes outside the folder."""
    if event.startswith(FORBIDDEN):
        said.append(f"{event} {arguments}")
    if event == "open":
        name, _, flags = arguments
        if isinstance(name, str | bytes) and isinstance(flags, int) and flags & WRITES:
            path = os.path.abspath(os.fsdecode(name))  # noqa: PTH100 - makes no path objects in a hook
            if path != os.devnull and not path.startswith(str(FOLDER)):
                said.append(f"writes {path}")


def live() -> None:
    """Start, rate, look, export; keep for recovery, keep versions, crash and start again."""
    from ladder_app.cli import main

    file = FOLDER / "mine.assessment.yaml"
    role = "engineering-productivity-manager"
    command(main, "new", "--role", role, "--person", "Sample Engineer", "-o", file)
    command(main, "rate", file, "lead-a-team", "3")
    command(main, "rate", file, "team-roadmap", "--not-applicable", "Not here")
    command(main, "check", file)
    command(main, "readiness", file)
    command(main, "readiness", file, "--json")
    for ending in ("pdf", "md", "json"):
        command(main, "export", file, "-o", FOLDER / f"talk.{ending}")
    below_the_window(file)


def command(main: object, *arguments: object) -> None:
    """Run one command."""
    assert callable(main)
    if main([str(argument) for argument in arguments]) != 0:
        said.append(f"failed: {arguments}")


def below_the_window(file: Path) -> None:
    """What the window does with a document, without the window."""
    from datetime import UTC, datetime

    from ladder_app.errors import UnknownName
    from ladder_app.storage.assessments import load_assessment
    from ladder_app.storage.crash_log import FaultLog, faults_left, log, report_of
    from ladder_app.storage.life import Life
    from ladder_app.storage.lock import DocumentLock
    from ladder_app.storage.recovery import Recovery, leftovers
    from ladder_app.storage.settings import load_settings, save_settings
    from ladder_app.storage.versions import Versions

    leftovers()
    faults_left()
    life = Life()
    FaultLog(life).start()
    assessment = load_assessment(file)
    lock = DocumentLock(file, life)
    lock.take()
    recovery = Recovery(life, file)
    recovery.keep(assessment.noted("lead-a-team", "Nobody may know this"))
    Versions(assessment.id).keep(assessment, datetime.now(UTC))
    save_settings(load_settings().with_recent(file))
    log(report_of(UnknownName("Nobody may know this")))


if __name__ == "__main__":
    real_output = sys.stdout
    sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - until the end
    sys.addaudithook(watch)
    live()
    real_output.write("\n".join([*said, "done"]) + "\n")
