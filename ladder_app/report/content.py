"""What a report says: an assessment and a day in, every word and number of the document out."""

from datetime import date

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.raters import SELF
from ladder_app.report.parts import Preset, Report


def report(
    assessment: Assessment,
    today: date,
    *,
    level: str | None = None,
    rater: str = SELF,
    preset: Preset = Preset.FULL,
    with_evidence: bool = True,
    with_notes: bool = False,
) -> Report:
    """The report of a level (the target unless named) by one rater's ratings, as of a day.

    `with_evidence` and `with_notes` say whether the texts of the evidence and the person's own
    notes are in it. Raises `UnknownName` for a level the role does not have or a rater who has
    not rated.
    """
    raise NotImplementedError
