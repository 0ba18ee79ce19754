"""Decides about the lines of a page without a pause, until it is killed; says how many decisions are kept. Started by
test_deciding_kept with the page."""

import sys
from pathlib import Path
from time import monotonic

from ladder_app.gui.application import start
from ladder_app.importers.decisions import Says

_LONGEST_S = 120


def main() -> None:
    """Import the page, and call one line after the other a requirement."""
    application, window = start()
    window.dialogs.imports.read(Path(sys.argv[1]))
    while not window.dialogs.imports.windows:
        application.processEvents()
    (review,) = window.dialogs.imports.windows
    lines = [line for line in review.draft.found.account if line.text.startswith("- ")]
    said, count = 0, len(lines)
    until = monotonic() + _LONGEST_S
    while said < count and monotonic() < until:
        if lines:
            review.draft.say("requirement", Says.REQUIREMENT, [lines.pop(0)])
        application.processEvents()
        if len(review.keeping.kept) > said:
            said = len(review.keeping.kept)
            print(said, flush=True)  # noqa: T201 – what the test reads


main()
