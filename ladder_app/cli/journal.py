"""The command that adds evidence: log."""

import argparse
import sys
from datetime import date
from uuid import uuid4


def log(arguments: argparse.Namespace) -> int:
    """Add one achievement to the current cycle of a file."""
    from ladder_app.domain.quick_entry import understood
    from ladder_app.report.evidence_words import logged_words
    from ladder_app.storage.evidence_in_text import save_evidence

    found = understood(arguments.text, date.today())
    if found is None:  # the parser of the arguments lets no blank text through
        return 1
    made = found.evidence(uuid4().hex[:12], tuple(dict.fromkeys(arguments.criterion)))
    said = {"date": arguments.date, "link": arguments.link, "result": arguments.result}
    entry = made.model_copy(update={name: value for name, value in said.items() if value is not None})
    save_evidence(arguments.file, [entry])
    sys.stdout.write(f"{logged_words(entry)}\n")
    return 0
