"""The command that takes a review into an assessment: merge."""

import argparse
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from ladder_app.cli.failures import complain
from ladder_app.errors import ReviewRefused

if TYPE_CHECKING:
    from pathlib import Path

    from ladder_app.domain.assessment import Assessment, Review


class _Answers(NamedTuple):
    """A review, and the criteria that its reviewer was asked about; None where it is all that they said."""

    review: "Review"
    asked: "tuple[str, ...] | None"


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


def _answers(arguments: argparse.Namespace, assessment: "Assessment") -> list[_Answers]:
    """The reviews in the file that was named, found to belong to the assessment."""
    from ladder_app.report.pdf.embedded import looks_like_pdf

    source: Path = arguments.review
    try:
        if looks_like_pdf(source):
            return _of_form(arguments, assessment)
        return _of_assessment(source, assessment)
    except ReviewRefused as error:
        problems = (p if p.file else replace(p, file=str(source)) for p in error.problems)
        raise ReviewRefused(*problems) from error


def _of_form(arguments: argparse.Namespace, assessment: "Assessment") -> list[_Answers]:
    from ladder_app.cli.opening import passphrase_in
    from ladder_app.domain.reviewing import require_fitting
    from ladder_app.report.pdf.answers import review_in

    passphrase = None if arguments.passphrase_file is None else passphrase_in(arguments.passphrase_file)
    read = review_in(arguments.review, passphrase, reviewer=arguments.reviewer)
    require_fitting(assessment, read.origin)
    complain(*(f"warning: {warning}" for warning in read.warnings))
    return [_Answers(read.review, read.origin.criteria)]


def _of_assessment(source: "Path", assessment: "Assessment") -> list[_Answers]:
    from ladder_app.domain.reviewing import reviews_in
    from ladder_app.storage.assessments import load_assessment

    other = load_assessment(source)
    reviews = reviews_in(other, assessment)
    if not reviews:
        raise ReviewRefused(f"Nobody has reviewed {other.cycle.name} in it; self-ratings are not taken over.")
    if other.cycle.ratings != assessment.cycle.ratings:
        complain("warning: the self-ratings differ in the two; those of the review are not taken over.")
    return [_Answers(review, None) for review in reviews]


def _show_changes(assessment: "Assessment", found: list[_Answers]) -> bool:
    """Write what would change; whether anything would."""
    from ladder_app.domain.reviewing import is_outdated, review_changes
    from ladder_app.report.review_words import change_about, change_words
    from ladder_app.report.words import day

    changing = False
    for review, asked in found:
        by = f"{review.reviewer}, {day(review.date)}"
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


def _with_all(assessment: "Assessment", found: list[_Answers]) -> "Assessment":
    from ladder_app.domain.reviewing import with_review

    for review, asked in found:
        assessment = with_review(assessment, review, asked)
    return assessment


def _agreed() -> bool:
    sys.stdout.write("Take this over? [y/N] ")
    sys.stdout.flush()
    return sys.stdin.readline().strip().casefold() in ("y", "yes")
