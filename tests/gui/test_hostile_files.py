"""Files that are out to break the window, and texts that would like to be more than text."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox

from ladder_app.domain.assessment import Person, new_assessment
from ladder_app.domain.cycle import Agreed, Conversation, Review
from ladder_app.domain.entries import Action, Evidence, Rating
from ladder_app.domain.role import Role
from ladder_app.gui.conversation_rows import Tab
from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.pages import Page
from ladder_app.storage.assessments import load_assessment, save_assessment
from tests.gui.conftest import TODAY
from tests.gui.hands import is_saved
from tests.storage.fuzz.harness import CORPUS

ROOT = Path(__file__).parents[2]
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the limit on memory is Linux's")

TEXTS = (
    "<b>bold?</b> <img src='file:///etc/passwd'> &amp; <a href='javascript:alert(1)'>x</a>",
    "[a link](javascript:alert(1)) and ![an image](file:///etc/passwd)",
    "\u202egnol txet \u2066isolated\u2069 \u200bzero\u200dwidth\u200c",
    "עברית and العربية and हिन्दी and ไทย and 日本語 and 🪜👩‍💻",
    "x" * 5_000,
    "line one\nline two\n\n- not a list",
    "%s %d {0} {name} $HOME `rm -rf`",
)


def boxes(window: MainWindow) -> list[QMessageBox]:
    return [box for box in window.findChildren(QMessageBox) if box.isVisible()]


def test_that_past_offenders_are_refused_in_words_and_the_window_goes_on(window: MainWindow, tmp_path: Path) -> None:
    for offender in sorted(CORPUS.iterdir()):
        path = tmp_path / f"{offender.stem}.assessment.yaml"
        path.write_bytes(offender.read_bytes())
        if not window.open_path(path):
            assert len(boxes(window)) == 1, offender
            assert offender.stem in boxes(window)[0].text()
            boxes(window)[0].close()
            QApplication.processEvents()
        assert path.read_bytes() == offender.read_bytes()
    assert window.isVisible()


def opened(folder: Path, first: int, count: int) -> str:
    """What the child said; offenders are in the folder."""
    command = [sys.executable, "-m", "tests.gui.fuzz_child", str(folder), str(first), str(count)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


@linux
def test_that_no_bent_role_assessment_or_settings_file_breaks_the_window(tmp_path: Path) -> None:
    assert opened(tmp_path, 1, 200) == "200 opened\n"


@linux
def test_that_no_past_offender_breaks_it_again(tmp_path: Path) -> None:
    assert opened(tmp_path, 0, 0) == f"{len(list(CORPUS.iterdir()))} opened\n"


@linux
@pytest.mark.long
@pytest.mark.parametrize("part", range(20))
def test_that_no_file_of_twenty_thousand_breaks_the_window(tmp_path: Path, part: int) -> None:
    assert opened(tmp_path, 2_000_000 + part * 1000, 1000) == "1000 opened\n"


def assert_text_is_text(window: MainWindow) -> None:
    QApplication.processEvents()
    for label in window.findChildren(QLabel):
        if label.textFormat() is Qt.TextFormat.RichText:
            assert "<img" not in label.text()
            assert "javascript:" not in label.text().partition("href=")[2].partition(">")[0]
        else:
            assert label.textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_that_text_is_text_in_a_review_and_in_what_was_agreed(window: MainWindow, text: str) -> None:
    name = text.replace("\n", " ")[:300]
    levels = [{"id": "one", "title": "One", "responsibilities": [{"id": "a", "text": text}]}]
    role = Role.model_validate({"id": "role", "title": "Role", "levels": levels})
    made = new_assessment(role, Person(name=name), TODAY, identity="hostile").rated("a", Rating(step=3))
    review = Review(reviewer=f"{name}!", date=TODAY, ratings={"a": Rating(not_applicable=text)}, comments={"a": text})
    reviews = (review.model_copy(update={"overall": text}), review.model_copy(update={"reviewer": f"{name}?"}))
    agreed, talk = {"a": Agreed(rating=Rating(step=2), text=text)}, Conversation(held=TODAY, summary=text)
    window.show_document(made.with_cycle(reviews=reviews, agreed=agreed, conversation=talk), None)
    window.show_page(Page.CONVERSATION)
    assert window.workspace is not None
    conversation = window.workspace.conversation
    assert conversation is not None
    for tab in Tab:
        conversation.head.choose(tab)
        assert_text_is_text(window)
    shown = conversation.present()
    assert shown is not None
    assert_text_is_text(window)
    shown.grab()
    shown.close()
    window.show_document(made, None, reviewer=f"{name}!")
    assert window.workspace is not None
    window.workspace.assess.show_details()
    assert_text_is_text(window)
    window.grab()


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_that_text_is_text_on_every_page(window: MainWindow, tmp_path: Path, text: str) -> None:
    level = {"id": "one", "title": text[:200], "responsibilities": [{"id": "a", "text": text}]}
    role = Role.model_validate({"id": "role", "title": text[:200], "summary": text, "levels": [level]})
    person = Person(name=text.replace("\n", " ")[:300])
    made = new_assessment(role, person, TODAY, identity="hostile")
    made = made.rated("a", Rating(not_applicable=text)).noted("a", text)
    made = made.with_evidence(Evidence(id="e", date=TODAY, text=text, link="javascript:alert(1)", criteria=("a",)))
    made = made.with_action(Action(id="x", text=text, criteria=("a",)))
    path = tmp_path / "hostile.assessment.yaml"
    save_assessment(path, made)
    assert window.open_path(path)
    assert window.workspace is not None
    for page in Page:
        window.show_page(page)
        assert_text_is_text(window)
    window.grab()
    assert window.saver is not None
    assert is_saved(window.saver)
    assert load_assessment(path) == made
