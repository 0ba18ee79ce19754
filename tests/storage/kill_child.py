"""Edits a document without pause, until it is killed. Started by test_kill.

Arguments: the file, and where the last number was. It says on its output, in a line each, `kept N` once edit N
is in the recovery file and `saved N` once it is in the document's own file.
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

from ladder_app.storage.assessments import load_assessment, save_assessment
from ladder_app.storage.life import Life
from ladder_app.storage.recovery import Recovery
from ladder_app.storage.versions import Versions


def main() -> None:
    """Edit for ever."""
    path, number = Path(sys.argv[1]), int(sys.argv[2])
    assessment = load_assessment(path)
    recovery, versions = Recovery(Life(), path), Versions(assessment.id)
    while True:
        number += 1
        assessment = assessment.noted("a", f"Edit {number}")
        recovery.keep(assessment)
        say(f"kept {number}")
        if number % 3 == 0:
            save_assessment(path, assessment)
            say(f"saved {number}")
            versions.keep(assessment, datetime.now(UTC))
            recovery.saved(assessment)


def say(words: str) -> None:
    """Tell the parent."""
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


main()
