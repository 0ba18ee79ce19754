"""What one sees of the kept versions before one is taken."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.cycle import Agreed, IndicatorValue, Review
from ladder_app.domain.entries import Rating
from ladder_app.domain.history import next_cycle
from ladder_app.domain.indicators import with_value
from ladder_app.gui.theme import Theme
from ladder_app.gui.versions_dialog import VersionsDialog, moments, when
from ladder_app.report.version_words import differences
from ladder_app.storage.versions import Versions
from tests.gui.conftest import TODAY

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
BUDGET = "budget-and-resources"


def test_that_moments_have_seconds_only_where_two_fall_into_one_minute() -> None:
    saved = [NOON + timedelta(seconds=70), NOON + timedelta(seconds=9), NOON]
    assert moments(saved) == [when(saved[0]), f"{when(NOON)}:09", f"{when(NOON)}:00"]


def test_that_going_back_to_before_a_review_and_an_agreement_says_that_they_would_go(sample: Assessment) -> None:
    review = Review(reviewer="Another Manager", date=TODAY, ratings={BUDGET: Rating(step=2)})
    cycle = sample.cycle.model_copy(
        update={
            "reviews": (*sample.cycle.reviews, review),
            "agreed": {**sample.cycle.agreed, BUDGET: Agreed(rating=Rating(step=4))},
        }
    )
    now = sample.model_copy(update={"cycles": (*sample.cycles[:-1], cycle)})
    said = differences(sample, now)
    assert "The review by Another Manager would go" in said
    assert "What was agreed about one criterion would be as then" in said
    assert "The review by Another Manager would come back" in differences(now, sample)


def test_that_all_that_a_person_writes_is_said_to_differ(sample: Assessment) -> None:
    value = IndicatorValue(indicator=sample.role.performance_indicators[0].id, period="2031 Q1", value="7")
    entry = sample.cycle.evidence[0].model_copy(update={"text": "Something else"})
    now = with_value(sample, value).with_promotion("Because.", "").with_evidence(entry).noted(BUDGET, "A thought")
    now = now.with_profile(now.person.model_copy(update={"name": "Someone Else", "title": "Other"}), None, now.target)
    role = now.role.model_copy(update={"title": "Another title"})
    now = now.model_copy(update={"role": role, "cycles": (*now.cycles[:-1], now.cycle)})
    said = differences(sample, now)
    assert "One indicator value would go" in said
    assert "One piece of evidence would be as then" in said
    assert any(line.startswith("One note would") for line in said)
    assert "Your words for the promotion case would be as then" in said
    assert "Of the profile, name, title and levels would be as then" in said
    assert any(line.startswith("The role “") for line in said)
    assert "One indicator value would come back" in differences(now, sample)


def test_that_going_back_to_an_earlier_cycle_says_so(sample: Assessment) -> None:
    now = next_cycle(sample, "Later", TODAY)
    said = differences(sample, now)
    assert any("Later" in line and line.endswith("would go, with all that is in it") for line in said)
    assert any(line.endswith("would be the current one again") for line in said)
    assert any("Later" in line and line.endswith("would come back") for line in differences(now, sample))
    first = sample.cycles[0].model_copy(update={"notes": {BUDGET: "Then"}})
    other = now.model_copy(update={"cycles": (first, *now.cycles[1:])})
    assert any(line.endswith("would be as it was then") for line in differences(now, other))


def test_that_each_version_says_of_which_file_it_is(
    sample: Assessment, tmp_path: Path, theme: Theme, qtbot: QtBot
) -> None:
    versions = Versions(sample.id)
    versions.keep(sample, NOON, tmp_path / "first.assessment.yaml")
    dialog = VersionsDialog(theme, sample, versions.newest_first())
    qtbot.addWidget(dialog)
    (listed,) = dialog.findChildren(QListWidget)
    assert "first.assessment.yaml" in listed.item(0).text()
    assert str(tmp_path) in listed.item(0).toolTip()
