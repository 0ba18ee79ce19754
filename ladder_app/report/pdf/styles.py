"""The type scale of the report and its measures, in points."""

from __future__ import annotations

from ladder_app.report.pdf.setting import Style
from ladder_app.report.pdf.typefaces import Face

NAME = Style(Face.SEMIBOLD, 27, 32)
ROUTE = Style(Face.REGULAR, 14, 19, "muted")
CHAPTER = Style(Face.SEMIBOLD, 20, 26)
LEAD = Style(Face.REGULAR, 13, 18.5)
HEADING = Style(Face.SEMIBOLD, 12, 16)
BODY = Style(Face.REGULAR, 10, 14)
STRONG = Style(Face.SEMIBOLD, 10, 14)
MUTED = Style(Face.REGULAR, 10, 14, "muted")
SMALL = Style(Face.REGULAR, 8.5, 12, "muted")

PAPERS = {"a4": (595.2756, 841.8898), "letter": (612.0, 792.0)}
SIDE_MARGIN = 54.0
TOP_MARGIN = 58.0
FIRST_TOP_MARGIN = 48.0
BOTTOM_MARGIN = 54.0
HEADER_BASELINE = 38.0
FOOTER_BASELINE_FROM_BOTTOM = 34.0
HAIRLINE = 0.5
