from datetime import date

from hypothesis import given
from markdown_it import MarkdownIt

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.cycle import Review
from ladder_app.domain.entries import Action, Evidence
from ladder_app.markup import plain
from ladder_app.report.content import report
from ladder_app.report.markdown import markdown
from tests.domain.builders import assessment as made_of
from tests.domain.builders import level, one, rated, role
from tests.report.samples import DAY, of_steps, sample, sample_report, views

HOSTILE = "<script>x</script> | a ]]> **b** &amp; `c` # d"


def headings(text: str) -> list[str]:
    return [line.lstrip("# ") for line in text.splitlines() if line.startswith("#")]


def test_that_the_sample_is_a_whole_document() -> None:
    text = markdown(sample_report())
    assert headings(text) == [
        "Sample Engineer",
        "Readiness for grade 9",
        "Strongest",
        "To talk about",
        "Met, with no evidence yet",
        "What stands between here and grade 9",
        "Actions",
        "Side by side",
        "Agreed",
        "What has moved",
        "Rose",
        "New",
        "How this is computed",
        "Responsibilities – new at grade 9",
        "Responsibilities – carried over from grade 8",
        "Requirements",
        "Performance indicators",
        "Sample Manager, 3 Nov 2026",
        "The scale",
    ]
    assert "**Not ready for grade 9 yet.** 14 of 24 criteria are met;" in text
    assert "- [x] Train four engineers as interviewers" in text
    assert "([https://example.com/engprod/roadmap/41](https://example.com/engprod/roadmap/41))" in text
    for _, _, criterion in sample().role.criteria():
        if criterion.id in {item.criterion_id for section in sample_report().sections for item in section.items}:
            assert criterion.text in text


@given(views())
def test_that_any_report_can_be_written(view: tuple[Assessment, str, str]) -> None:
    made, level_id, rater = view
    text = markdown(report(made, DAY, level=level_id, rater=rater, with_notes=True))
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\n\n\n" not in text


def test_that_texts_from_a_file_stay_text() -> None:
    about = role(level("top", [one("a", HOSTILE)]), title=HOSTILE)
    made = made_of(about, rated(a=1)).noted("a", HOSTILE)
    made = made.with_evidence(Evidence(id="e", date=DAY, text=HOSTILE, link="javascript:alert(1)", criteria=("a",)))
    made = made.with_action(Action(id="x", text=HOSTILE, done_when=HOSTILE, criteria=("a",)))
    made = made.with_cycle(reviews=(Review(reviewer=HOSTILE, date=DAY, comments={"a": HOSTILE}, overall=HOSTILE),))
    text = markdown(report(made, DAY, with_notes=True))
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    assert "<script" not in html.replace("<br>", "")
    assert "javascript:alert(1)" in html
    assert 'href="javascript' not in html
    assert len(headings(text)) == len(headings(markdown(report(made_of(about, rated(a=1)), DAY)))) + 2


def test_that_a_table_keeps_its_columns_whatever_stands_in_it() -> None:
    about = role(level("top", [one("a", "x | y\nz")]))
    text = markdown(report(made_of(about, rated(a=1)), DAY))
    (row,) = [line for line in text.splitlines() if line.startswith("| 1 |")]
    assert (
        row == "| 1 | x \\| y z<br>two steps to Meets · +66.7 points · no evidence yet | 1 Starting | no action yet |"
    )


def test_that_long_evidence_keeps_its_lines_inside_its_point() -> None:
    made = of_steps(3).with_evidence(Evidence(id="e", date=date(2026, 1, 1), text="One.\n\n# Two.", criteria=("a",)))
    assert "  - 1 Jan 2026: One.\\\n    \\# Two." in markdown(report(made, DAY))


def test_that_a_report_of_nothing_is_still_a_document() -> None:
    about = role(level("top", []))
    text = markdown(report(made_of(about), DAY))
    assert "There is nothing to rate for TOP." in text
    assert headings(text) == ["Sample Engineer", "How this is computed", "The scale"]
    assert plain(text)
