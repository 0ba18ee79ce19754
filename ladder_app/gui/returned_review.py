"""Reading what comes back from a reviewer: a filled form, or a copy of the assessment, on its own or inside a PDF.

Without Qt: the command line takes reviews in with it, too.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from ladder_app.domain.reviewing import require_fitting, reviews_in
from ladder_app.errors import InvalidFile, Problem, ReviewRefused
from ladder_app.markup import isolated

if TYPE_CHECKING:
    from pathlib import Path

    from ladder_app.domain.assessment import Assessment
    from ladder_app.domain.cycle import Review


class Answers(NamedTuple):
    """A review, the criteria its reviewer was asked about (None: all that they said), and what to look at."""

    review: Review
    asked: tuple[str, ...] | None
    warnings: tuple[str, ...] = ()


def answers_in(
    path: Path, assessment: Assessment, passphrase: str | None = None, reviewer: str | None = None
) -> list[Answers]:
    """The reviews in a file, at least one, found to belong to the assessment; the file is named in every problem.

    `reviewer` is who a form is by that does not say so. Raises `LockedFile` without its passphrase,
    `ReviewRefused` for what belongs elsewhere, holds no review or says no name, and other
    `LadderError`s for what cannot be read.
    """
    try:
        return _answers(path, assessment, passphrase, reviewer)
    except ReviewRefused as error:
        raise ReviewRefused(*(p if p.file else replace(p, file=str(path)) for p in error.problems)) from error


def _answers(path: Path, assessment: Assessment, passphrase: str | None, reviewer: str | None) -> list[Answers]:
    from ladder_app.report.pdf.embedded import Held, embedded_assessment, held_by, looks_like_pdf
    from ladder_app.storage.assessments import assessment_from_text, load_assessment

    if not looks_like_pdf(path):
        return _of_copy(load_assessment(path), assessment)
    held = held_by(path, passphrase)
    if Held.FORM in held:
        from ladder_app.report.pdf.answers import review_in

        read = review_in(path, passphrase, reviewer=reviewer)
        require_fitting(assessment, read.origin)
        return [Answers(read.review, read.origin.criteria, read.warnings)]
    if Held.ASSESSMENT in held:
        return _of_copy(assessment_from_text(embedded_assessment(path, passphrase), str(path)), assessment)
    message = "There is no review in this PDF: it is no form to fill in, and it carries no assessment."
    raise InvalidFile(Problem(message, str(path)))


def _of_copy(other: Assessment, assessment: Assessment) -> list[Answers]:
    found = reviews_in(other, assessment)
    if not found:
        raise ReviewRefused(f"Nobody has reviewed {isolated(other.cycle.name)} in it; self-ratings are not taken over.")
    warnings: tuple[str, ...] = ()
    if other.cycle.ratings != assessment.cycle.ratings:
        warnings = ("The self-ratings differ in the two; those of the review are not taken over.",)
    first, *others = found
    return [Answers(first, None, warnings), *(Answers(review, None) for review in others)]
