"""What is half typed is there for the next start, and for nobody who still types."""

import os
import stat

import pytest

from ladder_app.errors import CannotWrite
from ladder_app.storage.drafts import DraftFile, LeftDrafts, drafts_folder, form_of, left_drafts
from ladder_app.storage.life import Life
from tests.storage.failing_disk import FailingDisk

HALF = {"evidence a": {"Link": "https://example.org", "What you achieved": ""}}


def test_that_there_are_none_at_first() -> None:
    assert left_drafts("mine") == LeftDrafts()


def test_that_what_is_half_typed_is_left_by_the_dead_alone_and_to_its_own_assessment() -> None:
    life = Life()
    DraftFile(life, "mine").keep(HALF)
    assert left_drafts("mine") == LeftDrafts()
    life.end()
    found = left_drafts("mine")
    assert found.drafts == HALF
    assert left_drafts("other") == LeftDrafts()
    found.discard()
    assert left_drafts("mine") == LeftDrafts()


def test_that_several_of_one_form_are_all_found_and_what_is_the_same_once() -> None:
    for link in ("one", "two", "one", "three"):
        life = Life()
        DraftFile(life, "mine").keep({"evidence a": {"Link": link}})
        life.end()
    drafts = left_drafts("mine").drafts
    assert sorted(values["Link"] for values in drafts.values()) == ["one", "three", "two"]
    assert {form_of(key) for key in drafts} == {"evidence a"}
    assert len(drafts) == 3


def test_that_who_closes_an_assessment_finds_it_again_in_the_same_ladder() -> None:
    life = Life()
    file = DraftFile(life, "mine")
    file.keep(HALF)
    file.let_go()
    file.let_go()
    assert left_drafts("mine").drafts == HALF
    life.end()


def test_that_nothing_half_typed_leaves_no_file() -> None:
    life = Life()
    file = DraftFile(life, "mine")
    file.keep(HALF)
    file.keep({})
    file.keep({})
    assert not list(drafts_folder().iterdir())
    life.end()


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_that_drafts_are_the_persons_alone() -> None:
    life = Life()
    DraftFile(life, "mine").keep(HALF)
    (file,) = drafts_folder().iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    life.end()


@pytest.mark.parametrize("content", ["", "[]", '{"assessment": "mine", "drafts": 1}', '{"assessment": 1}', "\udcff"])
def test_that_what_is_no_draft_is_passed_over(content: str) -> None:
    drafts_folder().mkdir(parents=True)
    (drafts_folder() / "dead-1.drafts.json").write_bytes(content.encode(errors="surrogateescape"))
    assert left_drafts("mine") == LeftDrafts()


def test_that_a_form_that_is_no_form_is_passed_over() -> None:
    drafts_folder().mkdir(parents=True)
    file = drafts_folder() / "dead-1.drafts.json"
    file.write_text('{"assessment": "mine", "drafts": {"log": 1, "profile": {"Name": 2}}}')
    assert left_drafts("mine") == LeftDrafts({"profile": {"Name": "2"}}, (file,))


def test_that_a_full_disk_is_said() -> None:
    life = Life()
    with pytest.raises(CannotWrite):
        DraftFile(life, "mine", FailingDisk("write")).keep(HALF)
    life.end()
