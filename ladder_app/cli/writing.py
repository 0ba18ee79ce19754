"""The commands that write a file: new, rate, export."""

import argparse
import sys
from datetime import date
from typing import TYPE_CHECKING

from ladder_app.errors import CannotWrite, Problem

if TYPE_CHECKING:
    from pathlib import Path

    from ladder_app.domain.assessment import Rating
    from ladder_app.domain.scale import Scale

ENDINGS = (".pdf", ".md", ".json")


def new(arguments: argparse.Namespace) -> int:
    """Start an assessment in a file."""
    from ladder_app.cli.choosing import level_id
    from ladder_app.domain.assessment import Person, new_assessment
    from ladder_app.storage.assessments import save_assessment
    from ladder_app.storage.roles import find_role

    file: Path = arguments.output
    role = find_role(arguments.role)
    person = Person(name=arguments.person)
    levels = [level_id(role, name) for name in (arguments.current, arguments.target)]
    assessment = new_assessment(role, person, date.today(), *levels)
    if file.exists() and not arguments.force:
        raise CannotWrite(Problem("There is a file of that name; --force replaces it.", str(file)))
    save_assessment(file, assessment)
    sys.stdout.write(f"{file}: {person.name}, aiming for {role.level(assessment.target).title}.\n")
    return 0


def rate(arguments: argparse.Namespace) -> int:
    """Rate one criterion in a file, or clear its rating."""
    from ladder_app.storage.assessments import load_assessment, save_assessment

    ways = (arguments.step is not None, arguments.clear, arguments.not_applicable is not None)
    if sum(ways) != 1:
        arguments.usage_error("give a STEP, --clear or --not-applicable REASON, one of the three")
    assessment = load_assessment(arguments.file)
    rated = assessment.rated(arguments.criterion, _rating(arguments, assessment.role.scale))
    save_assessment(arguments.file, rated)
    return 0


def _rating(arguments: argparse.Namespace, scale: "Scale") -> "Rating | None":
    from ladder_app.cli.choosing import step_number
    from ladder_app.domain.assessment import Rating

    if arguments.clear:
        return None
    if arguments.not_applicable is not None:
        return Rating(not_applicable=arguments.not_applicable)
    return Rating(step=step_number(scale, arguments.step))


def export(arguments: argparse.Namespace) -> int:
    """Write the document for the conversation, as its ending says."""
    raise NotImplementedError
