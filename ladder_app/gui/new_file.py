"""Starting an assessment: it has a file of its own from the first moment."""

from datetime import date
from pathlib import Path

from ladder_app.domain.assessment import Assessment, Person, new_assessment
from ladder_app.gui.found import FoundFile
from ladder_app.gui.welcome_start import NewAssessment
from ladder_app.markup import plain
from ladder_app.storage.assessments import ASSESSMENT_SUFFIX, save_assessment
from ladder_app.storage.atomic import make_private_folder
from ladder_app.storage.disk import Disk
from ladder_app.storage.file_names import file_stem, free_path
from ladder_app.storage.identity import new_identity
from ladder_app.storage.places import documents_folder
from ladder_app.storage.roles import find_role


def proposed_path(assessment: Assessment, folder: Path) -> Path:
    """A free path in a folder, named after the person and the role."""
    return free_path(folder, file_stem(assessment.person.name, plain(assessment.role.title)), ASSESSMENT_SUFFIX)


def started(wanted: NewAssessment, today: date, disk: Disk) -> FoundFile:
    """A new assessment in the file it has now, among the person's documents.

    Raises `LadderError` where the role cannot be read, the level is not there or the file cannot be written.
    """
    role = find_role(wanted.role)
    person = Person(name=wanted.name)
    assessment = new_assessment(role, person, today, wanted.current, wanted.target, identity=new_identity())
    folder = documents_folder()
    make_private_folder(folder, disk)
    path = proposed_path(assessment, folder)
    return FoundFile(path, assessment, save_assessment(path, assessment, disk))
