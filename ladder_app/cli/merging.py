"""The command that takes a review into an assessment: merge."""

import argparse
import sys
from typing import TYPE_CHECKING

from ladder_app.cli.failures import complain
from ladder_app.errors import LockedFile
from ladder_app.markup import isolated

if TYPE_CHECKING:
    from pathlib import Path

    from ladder_app.domain.assessment import Assessment
    from ladder_app.gui.returned_review import Answers


def merge(arguments: argparse.Namespace) -> int:
    """Show what a review changes, and take it over once the person agrees."""
    from ladder_app.storage.assessments import load_assessment, save_assessment

    file: Path = arguments.file
    assessment = load_assessment(file)
    found = _answers(arguments, assessment)
    if not _show_changes(assessment, found):
        return 0
    if not arguments.yes:
        if not sys.stdin.isatty():
            arguments.usage_error("nothing was changed: nobody can be asked here; say --yes to take this over")
        if not _agreed():
            sys.stdout.write("Nothing was changed.\n")
            return 0
        assessment = load_assessment(file)  # it may have changed while the person was reading
    merged = _with_all(assessment, found)
    save_assessment(file, merged)
    sys.stdout.write(f"Wrote {file}\n")
    return 0


def _answers(arguments: argparse.Namespace, assessment: "Assessment") -> "list[Answers]":
    """The reviews in the file that was named, found to belong to the assessment."""
    from ladder_app.cli.opening import passphrase_asked, passphrase_in
    from ladder_app.gui.returned_review import answers_in

    passphrase = None if arguments.passphrase_file is None else passphrase_in(arguments.passphrase_file)
    try:
        found = answers_in(arguments.review, assessment, passphrase, arguments.reviewer)
    except LockedFile:
        passphrase = passphrase_asked(arguments.review) if passphrase is None else None
        if passphrase is None:
            raise
        found = answers_in(arguments.review, assessment, passphrase, arguments.reviewer)
    complain(*(f"warning: {warning}" for answers in found for warning in answers.warnings))
    return found


def _show_changes(assessment: "Assessment", found: "list[Answers]") -> bool:
    """Write what would change; whether anything would."""
    from ladder_app.domain.reviewing import is_outdated, review_changes
    from ladder_app.report.review_words import change_about, change_words
    from ladder_app.report.words import day

    changing = False
    for review, asked, _ in found:
        by = f"{isolated(review.reviewer)}, {day(review.date)}"
        changes = review_changes(assessment, review, asked)
        if not changes:
            older = is_outdated(assessment, review)
            sys.stdout.write(f"{by}: {'older than the review that is there' if older else 'nothing new'}.\n")
            continue
        changing = True
        sys.stdout.write(f"{by}:\n")
        for change in changes:
            sys.stdout.write(f"  {change_about(change)}\n      {change_words(change)}\n")
    return changing


def _with_all(assessment: "Assessment", found: "list[Answers]") -> "Assessment":
    from ladder_app.domain.reviewing import with_review

    for review, asked, _ in found:
        assessment = with_review(assessment, review, asked)
    return assessment


def _agreed() -> bool:
    sys.stdout.write("Take this over? [y/N] ")
    sys.stdout.flush()
    return sys.stdin.readline().strip().casefold() in ("y", "yes")
