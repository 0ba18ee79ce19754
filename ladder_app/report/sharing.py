"""What of an assessment goes to others inside a document."""

from ladder_app.domain.assessment import Assessment


def shared(assessment: Assessment, *, with_notes: bool = False) -> Assessment:
    """The assessment without the person's private notes, unless they are asked for."""
    if with_notes or not any(cycle.notes for cycle in assessment.cycles):
        return assessment
    cycles = tuple(cycle.model_copy(update={"notes": {}}) for cycle in assessment.cycles)
    return assessment.model_copy(update={"cycles": cycles})
