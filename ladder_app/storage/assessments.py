"""Assessment files: reading, writing, and the sample."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.domain.assessment import Assessment
from ladder_app.storage.atomic import write_atomically
from ladder_app.storage.disk import DISK, Disk
from ladder_app.storage.migrations import ASSESSMENT
from ladder_app.storage.places import resources_folder
from ladder_app.storage.reading import SourceText, read_text
from ladder_app.storage.yaml_writing import yaml_text

if TYPE_CHECKING:
    from pathlib import Path

    from ladder_app.storage.file_stamp import FileStamp

ASSESSMENT_SUFFIX = ".assessment.yaml"


def assessment_from_text(text: str, file: str | None = None) -> Assessment:
    """The assessment that a text describes. Raises `InvalidFile` with every fault, or `NewerFormat`."""
    return SourceText(text, file).as_model(Assessment, ASSESSMENT)


def load_assessment(path: Path) -> Assessment:
    """The assessment in a file. Raises `UnreadableFile`, `InvalidFile` with every fault, or `NewerFormat`."""
    return assessment_from_text(read_text(path), str(path))


def assessment_text(assessment: Assessment) -> str:
    """The assessment as a file holds it."""
    return yaml_text(assessment)


def save_assessment(path: Path, assessment: Assessment, disk: Disk = DISK) -> FileStamp:
    """Write the assessment to a file, whole or not at all; a new file is the person's alone. Gives its stamp.

    Raises `CannotWrite`; what was there before is then still there.
    """
    return write_atomically(path, assessment_text(assessment).encode(), private=True, disk=disk)


def sample_assessment() -> Assessment:
    """The sample that comes with the program."""
    return load_assessment(resources_folder() / ("sample" + ASSESSMENT_SUFFIX))
