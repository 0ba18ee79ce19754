"""The commands that write a file: new, rate, export."""

import argparse
import os
import sys
from datetime import date
from typing import TYPE_CHECKING

from ladder_app.errors import CannotWrite, Problem
from ladder_app.markup import isolated

if TYPE_CHECKING:
    from pathlib import Path

    from ladder_app.domain.assessment import Assessment
    from ladder_app.domain.entries import Rating
    from ladder_app.domain.scale import Scale
    from ladder_app.report.parts import Report

ENDINGS = (".pdf", ".md", ".json", ".ics")
_PLAN = "plan"


def new(arguments: argparse.Namespace) -> int:
    """Start an assessment in a file."""
    from ladder_app.cli.choosing import level_id
    from ladder_app.domain.assessment import Person, new_assessment
    from ladder_app.storage.assessments import save_assessment
    from ladder_app.storage.identity import new_identity
    from ladder_app.storage.roles import find_role

    file: Path = arguments.output
    role = find_role(arguments.role)
    person = Person(name=arguments.person)
    levels = [level_id(role, name) for name in (arguments.current, arguments.target)]
    assessment = new_assessment(role, person, date.today(), *levels, identity=new_identity())
    if file.exists() and not arguments.force:
        raise CannotWrite(Problem("There is a file of that name; --force replaces it.", str(file)))
    save_assessment(file, assessment)
    sys.stdout.write(
        f"Wrote {file}: {isolated(person.name)}, aiming for {isolated(role.level(assessment.target).title)}\n"
    )
    _warn_of_a_step_down(assessment)
    return 0


def _warn_of_a_step_down(assessment: "Assessment") -> None:
    """A target below the current level may be meant, yet more often the two were swapped."""
    from ladder_app.cli.failures import complain

    levels = [level.id for level in assessment.role.levels]
    current, target = assessment.current, assessment.target
    if current is not None and levels.index(target) < levels.index(current):
        complain(f"warning: the target, {target}, is a level below the current one, {current}.")


def rate(arguments: argparse.Namespace) -> int:
    """Rate one criterion in a file, or clear its rating."""
    from ladder_app.storage.assessments import load_assessment
    from ladder_app.storage.rating_in_text import save_rating

    ways = (arguments.step is not None, arguments.clear, arguments.not_applicable is not None)
    if sum(ways) != 1:
        arguments.usage_error("give a STEP, --clear or --not-applicable REASON, one of the three")
    criterion: str = arguments.criterion
    before = load_assessment(arguments.file)
    scale = before.role.scale
    rating = _rating(arguments, scale)
    save_rating(arguments.file, criterion, rating)
    said, was = _rating_words(scale, rating), _rating_words(scale, before.cycle.ratings.get(criterion))
    sys.stdout.write(f"{criterion}: {said} ({'as before' if said == was else f'was {was}'})\n")
    return 0


def _rating_words(scale: "Scale", rating: "Rating | None") -> str:
    """A rating on one line: `3 Meets`, `not applicable, Held by finance`, `unrated`."""
    if rating is None:
        return "unrated"
    if rating.step is not None:
        return scale.named(rating.step)
    return " ".join(f"not applicable, {isolated(rating.not_applicable or '')}".split()).rstrip(",")


def _rating(arguments: argparse.Namespace, scale: "Scale") -> "Rating | None":
    from ladder_app.cli.choosing import step_number
    from ladder_app.domain.entries import Rating

    if arguments.clear:
        return None
    if arguments.not_applicable is not None:
        return Rating(not_applicable=arguments.not_applicable)
    return Rating(step=step_number(scale, arguments.step))


def export(arguments: argparse.Namespace) -> int:
    """Write the document for the conversation, of the kind that the ending names."""
    from ladder_app.cli.choosing import level_id
    from ladder_app.cli.opening import opened
    from ladder_app.report.content import report
    from ladder_app.report.parts import Preset
    from ladder_app.storage.atomic import write_atomically

    file: Path = arguments.output
    ending = file.suffix.lower()
    _refuse_nonsense(arguments, ending)
    is_plan = arguments.preset == _PLAN or ending == ".ics"
    _refuse_to_replace(arguments.file, file, force=arguments.force)
    assessment = opened(arguments.file)
    level = level_id(assessment.role, arguments.level)
    if is_plan:
        write_atomically(file, _plan(assessment, level, arguments.rater, ending), private=True)
        sys.stdout.write(f"Wrote {file}\n")
        return 0
    said = report(
        assessment,
        date.today(),
        level=level,
        rater=arguments.rater,
        preset=Preset(arguments.preset),
        with_evidence=not arguments.no_evidence,
        with_notes=arguments.with_notes,
        with_inherited=not arguments.no_inherited,
    )
    if ending == ".pdf":
        content = _pdf(said, assessment, arguments)
    elif ending == ".md":
        from ladder_app.report.markdown import markdown

        content = markdown(said).encode()
    else:
        from ladder_app.domain.readiness import readiness
        from ladder_app.report.json_export import json_text, report_json

        content = json_text(report_json(said, readiness(assessment, level, arguments.rater))).encode()
    write_atomically(file, content, private=True)
    sys.stdout.write(f"Wrote {file}\n")
    return 0


def _refuse_nonsense(arguments: argparse.Namespace, ending: str) -> None:
    """What was asked for must go together."""
    preset: str = arguments.preset
    refuse = arguments.usage_error
    if ending not in ENDINGS:
        refuse(f"the ending of {arguments.output} must be one of {', '.join(ENDINGS)}")
    if preset == "fillable" and ending != ".pdf":
        refuse("--preset fillable is for a PDF only")
    if preset == _PLAN and ending not in (".ics", ".md"):
        refuse("--preset plan is for .md and .ics; in a PDF the plan is part of the full document")
    if ending == ".ics" and preset not in ("full", _PLAN):
        refuse(f"a calendar holds the plan, and nothing of --preset {preset}")
    if arguments.no_evidence and preset == "promotion":
        refuse("a promotion case is made of the evidence; leave --no-evidence out")
    if arguments.no_inherited and preset in ("conversation", "promotion", _PLAN):
        refuse(f"--no-inherited is not for --preset {preset}")
    for_pdf = {
        "--paper": arguments.paper,
        "--no-data": arguments.no_data,
        "--lock": arguments.lock,
        "--passphrase-file": arguments.passphrase_file,
    }
    for option, value in for_pdf.items():
        if value and ending != ".pdf":
            refuse(f"{option} is for a PDF only")
    if arguments.lock and not sys.stdin.isatty():
        refuse("nobody can be asked for the passphrase here; use --passphrase-file")


def _plan(assessment: "Assessment", level: str | None, rater: str, ending: str) -> bytes:
    from ladder_app.domain.readiness import readiness
    from ladder_app.report.plan_files import plan_file

    return plan_file(assessment, readiness(assessment, level, rater), date.today(), ending)


def _pdf(said: "Report", assessment: "Assessment", arguments: argparse.Namespace) -> bytes:
    from ladder_app.cli.failures import complain_of_missing
    from ladder_app.cli.paper import customary_paper
    from ladder_app.report.pdf.export import missing_characters, pdf_bytes
    from ladder_app.report.sharing import shared
    from ladder_app.storage.assessments import assessment_text

    data = None
    if not arguments.no_data:
        data = assessment_text(
            shared(assessment, with_notes=arguments.with_notes, with_promotion=arguments.preset == "promotion")
        ).encode()
    passphrase = _passphrase(arguments)
    paper = arguments.paper or customary_paper(os.environ)
    content = pdf_bytes(said, paper=paper, attachment=data, passphrase=passphrase)
    complain_of_missing(missing_characters(said))
    return content


def _passphrase(arguments: argparse.Namespace) -> str | None:
    from ladder_app.cli.opening import new_passphrase, passphrase_in

    if arguments.lock:
        return new_passphrase()
    return None if arguments.passphrase_file is None else passphrase_in(arguments.passphrase_file)


def _refuse_to_replace(source: "Path", out: "Path", *, force: bool) -> None:
    """The assessment is never replaced by its document, another file only when asked for."""
    if out.exists() and source.exists() and out.samefile(source):
        raise CannotWrite(Problem("This is the assessment itself; choose another name for the document.", str(out)))
    if out.is_file() and not force:
        raise CannotWrite(Problem("There is a file of that name; --force replaces it.", str(out)))
