"""Documents to put on a page."""

from datetime import date

from ladder_app.domain.assessment import Assessment, Person, new_assessment
from ladder_app.domain.entries import Action, Evidence, Rating
from ladder_app.domain.role import Role
from ladder_app.gui.document import Document
from ladder_app.storage.assessments import sample_assessment

TODAY = date(2026, 11, 23)


def sample_document() -> Document:
    return Document(sample_assessment(), None, TODAY)


def put_evidence(document: Document, evidence: Evidence) -> None:
    """Have this evidence, new or in place of the one with its id, as one edit."""
    document.edit("add evidence", document.assessment.with_evidence(evidence), evidence.criteria)


def put_action(document: Document, action: Action) -> None:
    """Have this action, new or in place of the one with its id, as one edit."""
    document.edit("add action", document.assessment.with_action(action), action.criteria)


def unrated_document() -> Document:
    sample = sample_assessment()
    return Document(
        new_assessment(sample.role, sample.person, TODAY, sample.current, sample.target, identity="sample"), None, TODAY
    )


def document_with_everything() -> Document:
    """A small role with a plus, an area, years and something that does not apply."""
    role = Role.model_validate(
        {
            "id": "baker",
            "title": "Baker",
            "areas": {"ovens": "Ovens & <b>heat</b>"},
            "levels": [
                {
                    "id": "first",
                    "title": "Baker",
                    "responsibilities": [
                        {"id": "bread", "text": "Bakes **bread** & <i>rolls</i>.", "area": "ovens"},
                        {"id": "cakes", "text": "Bakes cakes.", "plus": True},
                        {"id": "night", "text": "Works at night."},
                    ],
                    "requirements": [
                        {"id": "years", "text": "3+ years of baking.", "years": {"minimum": 3, "of": "baking"}}
                    ],
                }
            ],
        }
    )
    assessment = new_assessment(role, Person(name="Sample Engineer"), TODAY, identity="sample")
    assessment = assessment.rated("bread", Rating(step=3)).rated("night", Rating(not_applicable="we bake by day"))
    return Document(assessment.rated("years", Rating(step=1)), None, TODAY)


def document_without_criteria() -> Document:
    role = Role.model_validate({"id": "guest", "title": "Guest", "levels": [{"id": "only", "title": "Guest"}]})
    return Document(new_assessment(role, Person(name="Sample Engineer"), TODAY, identity="sample"), None, TODAY)


def long_document(criteria: int = 200) -> Document:
    """A role of one level with many long criteria, two thirds of them rated."""
    text = "Explains decisions in writing, so that those who were not in the room understand them a year later. "
    role = Role.model_validate(
        {
            "id": "long",
            "title": "Long",
            "levels": [
                {
                    "id": "only",
                    "title": "Everything at once",
                    "responsibilities": [
                        {"id": f"c{place}", "text": text * (1 + place % 4)} for place in range(criteria)
                    ],
                }
            ],
        }
    )
    assessment: Assessment = new_assessment(role, Person(name="Sample Engineer"), TODAY, identity="sample")
    for place in range(criteria):
        if place % 3:
            assessment = assessment.rated(f"c{place}", Rating(step=place % 5))
    return Document(assessment, None, TODAY)
