"""HTML that has no headings, but calls parts titles in its classes; tags between entries are layout."""

from ladder_app.importers.markdown import import_markdown
from ladder_app.importers.result import Place
from tests.importers.pages import places, rungs

_ROW = """<div class="row">
  <{tag} class="{cls}">{name}</{tag}>
  <p>Works with ovens.</p>
  <ul>
    <li>
      <span>Heating</span> Heats the oven
      at {hour}.
    </li>
    <li>Cleans it.</li>
  </ul>
</div>
"""


def _page(tag: str = "span", cls: str = "big title", head: str = "") -> str:
    rows = [
        _ROW.format(tag=tag, cls=cls, name=name, hour=hour)
        for name, hour in (("E1: Engineer I", "six"), ("E2: Engineer II", "five"))
    ]
    return f'<!DOCTYPE html>\n<html>\n<script src="a.js"></script>\n<body>\n{head}{"".join(rows)}</body>\n</html>\n'


def test_that_what_a_class_calls_a_title_is_a_heading_where_there_are_none() -> None:
    for page in (_page(), _page("div", "heading"), _page("p", "card-title")):
        assert [(rung.title, rung.duties) for rung in rungs(page)] == [
            ("E1: Engineer I", ["Heating Heats the oven at six.", "Cleans it."]),
            ("E2: Engineer II", ["Heating Heats the oven at five.", "Cleans it."]),
        ]


def test_that_classes_say_nothing_beside_headings() -> None:
    assert [rung.title for rung in rungs(_page(head="<h1>Bakers</h1>\n"))] == ["Bakers"]


def test_that_tags_between_entries_and_scripts_are_layout() -> None:
    found = import_markdown(_page(), "x")
    assert not list(found.unplaced())
    assert places(found)[3] is Place.LAYOUT
