"""Forms filled in with several libraries, and the answers read back."""

import ctypes
import json
import logging
import os
import shutil
import subprocess
import zlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from xml.sax.saxutils import escape

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ladder_app.domain.cycle import Review
from ladder_app.domain.entries import Rating
from ladder_app.domain.reviewing import require_fitting, review_changes, with_review
from ladder_app.errors import InvalidFile, LockedFile, ReviewRefused, UnreadableFile
from ladder_app.report.parts import Preset
from ladder_app.report.pdf.answers import ReadReview, review_in
from ladder_app.report.pdf.export import pdf_bytes
from ladder_app.report.pdf.fieldvalues import field_values
from tests.report.pdf.material import assessed, reported

TEXTS = {
    "latin": "Zoë said: “well done” – 5 € (and more)\\",
    "newlines": "first line\nsecond line\n\nfourth line",
    "cyrillic and greek": "Жизнь и Ωμέγα",
    "east asian": "漢字かな 中文 한국어",
    "right to left": "שלום עולם — مرحبا بالعالم",
    "indian": "नमस्ते दुनिया",
    "emoji": "done 🎉 by 👩\u200d💻 ✓",
}
LOCK = "four words no spaces"
LONG = "A comment that goes on. " * 200


def reviewed() -> Review:
    return Review(
        reviewer="Sample Manager",
        date=date(2026, 11, 3),
        ratings={"c0": Rating(step=2), "c1": Rating(not_applicable="Held by finance")},
        comments={"c0": TEXTS["emoji"], "c1": LONG},
        overall=TEXTS["newlines"],
    )


@lru_cache(maxsize=4)
def form(*, earlier: bool = False) -> bytes:
    made = assessed(["First text.", "Second text.", "Third text."])
    if earlier:
        made = made.with_cycle(reviews=(reviewed(),))
    return pdf_bytes(reported(made, Preset.FILLABLE), paper="a4")


def with_pikepdf(source: Path, out: Path, values: Mapping[str, str]) -> None:
    with pikepdf.open(source) as pdf:
        for field in pdf.Root["/AcroForm"]["/Fields"]:
            if str(field["/T"]) in values:
                field["/V"] = pikepdf.String(values[str(field["/T"])])
        pdf.save(out)


def with_pypdf(source: Path, out: Path, values: Mapping[str, str]) -> None:
    pypdf = pytest.importorskip("pypdf")
    # It warns that its own drawing of other scripts will be wrong; only the values are read.
    logging.getLogger("pypdf").setLevel(logging.ERROR)
    writer = pypdf.PdfWriter(clone_from=source)
    writer.update_page_form_field_values(None, dict(values), auto_regenerate=False)
    writer.write(out)


def with_pdftk(source: Path, out: Path, values: Mapping[str, str]) -> None:
    if shutil.which("pdftk") is None:
        pytest.skip("pdftk is not installed")
    fields = "".join(f'<field name="{name}"><value>{escape(value)}</value></field>' for name, value in values.items())
    answers = out.with_suffix(".xfdf")
    answers.write_text(
        '<?xml version="1.0" encoding="UTF-8"?><xfdf xmlns="http://ns.adobe.com/xfdf/" xml:space="preserve">'
        f"<fields>{fields}</fields></xfdf>",
        "utf-8",
    )
    subprocess.run(["pdftk", source, "fill_form", answers, "output", out], check=True)


WITH_POPPLER = """
import json, sys
import gi
gi.require_version("Poppler", "0.18")
from gi.repository import Poppler
source, out, values = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
document = Poppler.Document.new_from_file(source, None)
for number in range(document.get_n_pages()):
    for mapping in document.get_page(number).get_form_field_mapping():
        field = mapping.field
        value = values.get(field.get_name())
        if value is None:
            continue
        if field.get_field_type() == Poppler.FormFieldType.CHOICE:
            items = [field.choice_get_item(i) for i in range(field.choice_get_n_items())]
            field.choice_select_item(items.index(value))
        else:
            field.text_set_text(value)
document.save(out)
"""


def with_poppler(source: Path, out: Path, values: Mapping[str, str]) -> None:
    python = "/usr/bin/python3"
    probe = "import gi; gi.require_version('Poppler', '0.18'); from gi.repository import Poppler"
    if not Path(python).exists() or subprocess.run([python, "-c", probe], check=False, capture_output=True).returncode:
        pytest.skip("the bindings of poppler are not installed")
    command = [python, "-c", WITH_POPPLER, source.as_uri(), out.as_uri(), json.dumps(values)]
    subprocess.run(command, check=True, capture_output=True)


Fill = Callable[[Path, Path, Mapping[str, str]], None]
FILLERS: dict[str, Fill] = {
    "pikepdf": with_pikepdf,
    "pypdf": with_pypdf,
    "pdftk": with_pdftk,
    "poppler": with_poppler,
}


def filled(folder: Path, values: Mapping[str, str], fill: Fill = with_pikepdf, *, earlier: bool = False) -> Path:
    source, out = folder / "form.pdf", folder / "filled.pdf"
    source.write_bytes(form(earlier=earlier))
    fill(source, out, values)
    return out


def read(folder: Path, **values: str) -> ReadReview:
    return review_in(filled(folder, {"reviewer": "Sample Manager", **values}))


@pytest.mark.parametrize("filler", list(FILLERS))
def test_that_answers_come_back_exactly_whoever_filled_them_in(filler: str, tmp_path: Path) -> None:
    names = ["comment_1", "comment_2", "comment_3", "overall"]
    values = {"reviewer": "Zoë Müller", "date": "2026-11-24", "rating_1": "3 Meets", "rating_3": "not applicable"}
    for some in (list(TEXTS.values())[:4], list(TEXTS.values())[3:]):
        values |= dict(zip(names, some, strict=True))
        found = review_in(filled(tmp_path, values, FILLERS[filler]))
        assert found.warnings == ()
        assert found.review.reviewer == "Zoë Müller"
        assert found.review.date == date(2026, 11, 24)
        assert found.review.ratings == {"c0": Rating(step=3), "c2": Rating(not_applicable="")}
        assert [found.review.comments.get(f"c{i}") for i in range(3)] == some[:3]
        assert found.review.overall == some[3]


@pytest.mark.parametrize("filler", list(FILLERS))
def test_that_the_tags_of_the_fields_stay_with_the_form_data(filler: str, tmp_path: Path) -> None:
    found = review_in(filled(tmp_path, {"reviewer": "Sample Manager"}, FILLERS[filler]))
    origin = found.origin
    assert (origin.assessment_id, origin.person, origin.role_id, origin.cycle) == (
        "sample", "Sample Engineer", "engineer", "2026 H2",
    )  # fmt: skip
    assert origin.criteria == ("c0", "c1", "c2")
    require_fitting(assessed(["First text.", "Second text.", "Third text."]), origin)


def test_that_a_form_that_nobody_touched_says_what_was_said_before(tmp_path: Path) -> None:
    made = assessed(["First text.", "Second text.", "Third text."]).with_cycle(reviews=(reviewed(),))
    found = review_in(filled(tmp_path, {}, earlier=True))
    assert review_changes(made, found.review, found.origin.criteria) == ()
    assert with_review(made, found.review, found.origin.criteria) == made


def test_that_a_comment_longer_than_a_string_may_be_comes_back_whole(tmp_path: Path) -> None:
    said = reviewed().model_copy(update={"overall": LONG * 10, "comments": {"c0": "🎉" * 9_000}})
    made = assessed(["First text.", "Second text."]).with_cycle(reviews=(said,))
    path = tmp_path / "long.pdf"
    path.write_bytes(pdf_bytes(reported(made, Preset.FILLABLE), paper="a4"))
    assert review_in(path).review.overall == said.overall
    assert review_in(path).review.comments == said.comments


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    st.text(st.characters(exclude_categories=["Cs", "Co", "Cc"], exclude_characters="\ufffd\ufffe\uffff\u2028\u2029"))
)
def test_that_any_text_comes_back(tmp_path: Path, text: str) -> None:
    found = read(tmp_path, comment_1=text)
    assert found.review.comments.get("c0", "") == (text if text.strip() else "")


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\u2028", "\n"])
def test_that_line_ends_of_any_kind_are_newlines(newline: str, tmp_path: Path) -> None:
    assert read(tmp_path, comment_1=f"one{newline}two").review.comments["c0"] == "one\ntwo"


@pytest.mark.parametrize(("text", "named"), [("odd \ue123", "U+E123"), ("gone \ufffd", "U+FFFD"), ("nul \0", "U+0000")])
def test_that_characters_that_nobody_types_are_reported(text: str, named: str, tmp_path: Path) -> None:
    (warning,) = read(tmp_path, comment_1=text).warnings
    assert "c0" in warning
    assert named in warning


def test_that_half_a_character_is_reported_and_can_be_written_to_a_file(tmp_path: Path) -> None:
    path = filled(tmp_path, {"reviewer": "Sample Manager"})
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for field in pdf.Root["/AcroForm"]["/Fields"]:
            if field["/T"] == "comment_1":
                field["/V"] = pikepdf.String(b"\xfe\xff\x00a\xd8\x3c")
        pdf.save()
    found = review_in(path)
    assert found.review.comments["c0"] == "a\ufffd"
    assert "U+D83C" in found.warnings[0]


def test_that_emoji_which_a_viewer_dropped_from_what_was_there_come_back(tmp_path: Path) -> None:
    dropped = "".join(c for c in TEXTS["emoji"] if ord(c) < 0x10000)
    found = review_in(filled(tmp_path, {"comment_1": dropped}, earlier=True))
    assert found.review.comments["c0"] == TEXTS["emoji"]
    assert "put back" in found.warnings[0]
    edited = review_in(filled(tmp_path, {"comment_1": f"{dropped} and more"}, earlier=True))
    assert edited.review.comments["c0"] == f"{dropped} and more"
    assert "may have lost" in edited.warnings[0]


def with_pdfium(source: Path, out: Path, values: Mapping[str, str]) -> None:
    """Clicks into each field and types, as a person does in a browser."""
    places: dict[str, tuple[int, float, float]] = {}
    with pikepdf.open(source) as pdf:
        for i, page in enumerate(pdf.pages):
            for field in page.get("/Annots", pikepdf.Array()):
                if field["/Subtype"] == "/Widget" and str(field["/T"]) in values:
                    left, low, right, high = (float(edge) for edge in field["/Rect"])
                    places[str(field["/T"])] = (i, (left + right) / 2, (low + high) / 2)
    document = pypdfium2.PdfDocument(source)
    document.init_forms()
    form_of = document.formenv
    for name, (i, x, y) in places.items():
        page = document[i]
        raw.FORM_OnMouseMove(form_of, page, 0, x, y)
        raw.FORM_OnLButtonDown(form_of, page, 0, x, y)
        raw.FORM_OnLButtonUp(form_of, page, 0, x, y)
        raw.FORM_SelectAllText(form_of, page)
        typed = ctypes.create_string_buffer((values[name] + "\0").encode("utf-16-le"))
        raw.FORM_ReplaceSelection(form_of, page, ctypes.cast(typed, ctypes.POINTER(ctypes.c_ushort)))
        raw.FORM_ForceToKillFocus(form_of)
    document.save(out)


def test_that_what_pdfium_writes_is_read_and_what_it_spoils_is_named(tmp_path: Path) -> None:
    values = {"reviewer": "Zoë 山田", "comment_1": f"{TEXTS['newlines']}\nЖизнь", "comment_2": "two 🎉"}
    found = review_in(filled(tmp_path, values, with_pdfium))
    assert found.review.reviewer == "Zoë 山田"
    assert found.review.comments["c0"] == values["comment_1"]
    (warning,) = found.warnings
    assert "c1" in warning
    assert "U+F389" in warning
    again = review_in(filled(tmp_path, {"comment_1": TEXTS["emoji"]}, with_pdfium, earlier=True))
    assert again.review.comments["c0"] == TEXTS["emoji"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-11-24", date(2026, 11, 24)),
        ("24 Nov 2026", date(2026, 11, 24)),
        ("24th November, 2026", date(2026, 11, 24)),
        ("Nov 24, 2026", date(2026, 11, 24)),
        ("24.11.2026", date(2026, 11, 24)),
        ("24/11/2026", date(2026, 11, 24)),
        ("11/24/2026", date(2026, 11, 24)),
        ("5.6.2026", date(2026, 6, 5)),
        ("5/5/2026", date(2026, 5, 5)),
        ("5/6/2026", None),
        ("31.2.2026", None),
        ("last Tuesday", None),
        ("", None),
    ],
)
def test_that_dates_are_read_as_people_write_them_and_never_guessed(
    written: str, meant: date | None, tmp_path: Path
) -> None:
    path = filled(tmp_path, {"reviewer": "Sample Manager", "date": written})
    saved = datetime(2026, 12, 1, 12, tzinfo=UTC).timestamp()
    os.utime(path, (saved, saved))
    found = review_in(path)
    assert found.review.date == (meant or date(2026, 12, 1))
    assert bool(found.warnings) is (meant is None and written != "")


def test_that_a_choice_that_is_none_is_left_out_and_said(tmp_path: Path) -> None:
    found = read(tmp_path, rating_1="Superb", rating_2=" 2  growing ")
    assert found.review.ratings == {"c1": Rating(step=2)}
    assert "“superb”" in found.warnings[0]


def test_that_a_name_is_needed_and_can_be_given(tmp_path: Path) -> None:
    path = filled(tmp_path, {"comment_1": "Well done."})
    with pytest.raises(ReviewRefused, match="whose review"):
        review_in(path)
    assert review_in(path, reviewer="Sample Manager").review.reviewer == "Sample Manager"


def test_that_nobody_is_called_self(tmp_path: Path) -> None:
    with pytest.raises(ReviewRefused, match="Self"):
        read(tmp_path, reviewer="Self")


def test_that_fields_moved_into_groups_are_found_and_their_values_inherited(tmp_path: Path) -> None:
    path = filled(tmp_path, {"reviewer": "Sample Manager", "comment_1": "Here."})
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        form_object = pdf.Root["/AcroForm"]
        for field in list(form_object["/Fields"]):
            if field["/T"] == "comment_1":
                parent = pikepdf.Dictionary(T=field["/T"], V=field["/V"], Kids=[field])
                del field["/T"], field["/V"]
                others = [one for one in form_object["/Fields"] if one.objgen != field.objgen]
                form_object["/Fields"] = pikepdf.Array([*others, pdf.make_indirect(parent)])
        pdf.save()
    assert review_in(path).review.comments == {"c0": "Here."}


def test_that_no_answer_is_unpacked_without_end(tmp_path: Path) -> None:
    file = filled(tmp_path, {})
    with pikepdf.open(file, allow_overwriting_input=True) as pdf:
        value = pikepdf.Stream(pdf, b"")
        value.write(zlib.compress(b" " * 70_000_000), filter=pikepdf.Name.FlateDecode)
        pdf.Root.AcroForm.Fields[0].V = pdf.make_indirect(value)
        pdf.save(file)
    with pytest.raises(InvalidFile, match="broken"):
        review_in(file)


def test_that_a_circle_of_fields_ends() -> None:
    with pikepdf.new() as pdf:
        field = pdf.make_indirect(pikepdf.Dictionary(T="a", V="text"))
        field["/Kids"] = pikepdf.Array([field, field])
        pdf.Root["/AcroForm"] = pikepdf.Dictionary(Fields=[field])
        assert field_values(pdf)["a"].text == "text"


@pytest.mark.parametrize("content", [b"", b"nothing", b"%PDF-1.7\nbroken"])
def test_that_what_is_no_pdf_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(content)
    with pytest.raises(InvalidFile):
        review_in(path)
    with pytest.raises(UnreadableFile):
        review_in(tmp_path / "nowhere.pdf")


def test_that_a_form_that_was_flattened_is_refused(tmp_path: Path) -> None:
    path = filled(tmp_path, {})
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        del pdf.Root["/AcroForm"]
        for page in pdf.pages:
            if "/Annots" in page:
                del page["/Annots"]
        pdf.save()
    with pytest.raises(InvalidFile, match="flattened"):
        review_in(path)


@pytest.mark.parametrize("key", [b"[]", b"{", b"\xff", b'{"format": "ladder-form/9"}', b'{"format": "ladder-form/1"}'])
def test_that_a_broken_key_is_refused(key: bytes, tmp_path: Path) -> None:
    path = filled(tmp_path, {})
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        names = pdf.Root["/Names"]["/EmbeddedFiles"]["/Names"]
        names[1]["/EF"]["/F"].write(key)
        pdf.save()
    with pytest.raises(InvalidFile, match="form"):
        review_in(path)


def test_that_a_locked_form_opens_with_its_passphrase(tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    report = reported(
        assessed(["Text."]).with_cycle(reviews=(reviewed().model_copy(update={"comments": {}, "ratings": {}}),)),
        Preset.FILLABLE,
    )
    path.write_bytes(pdf_bytes(report, paper="a4", passphrase=LOCK))
    with pytest.raises(LockedFile):
        review_in(path)
    assert review_in(path, LOCK).review.reviewer == "Sample Manager"


def test_that_an_origin_that_differs_is_refused_with_the_reason() -> None:
    made = assessed(["First text.", "Second text.", "Third text."])
    asked = reported(made, Preset.FILLABLE).form
    assert asked is not None
    require_fitting(made, asked.origin)
    for changed, reason in (
        (replace(asked.origin, assessment_id="x"), "another assessment of Sample Engineer"),
        (replace(asked.origin, assessment_id="x", person="Another"), "about Another; the assessment is that of Sample"),
        (replace(asked.origin, cycle="2026 H1"), "about the cycle “2026 H1”"),
        (replace(asked.origin, criteria=("c0", "gone")), "criteria that this one does not have: gone"),
        (replace(asked.origin, scale=("0 No", "1 Yes")), "another rating scale"),
    ):
        with pytest.raises(ReviewRefused, match=reason):
            require_fitting(made, changed)
