"""The same texts set by other makers of PDFs, which only the benches install."""

from html import escape
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any

from ladder_app.report.parts import Report
from tests.bench.pdf_baselines import lines_of

_MARGIN_MM = 19.05
_LEFT_SHARE = 0.76


def fonts() -> Path:
    """The folder of the report's fonts."""
    import font_source_sans_pro  # type: ignore[import-untyped]

    return Path(font_source_sans_pro.font_directory)


def weasyprint(report: Report) -> bytes:
    """A table of HTML, tagged."""
    library: Any = import_module("weasyprint")
    rows = "".join(
        f"<tr><td>{escape(left)}</td><td><b>{escape(right)}</b></td></tr>" for left, right in lines_of(report)
    )
    faces = "".join(
        f"@font-face {{font-family: Report; font-weight: {weight}; src: url('{(fonts() / name).as_uri()}')}}"
        for weight, name in ((400, "SourceSansPro-Regular.ttf"), (700, "SourceSansPro-Semibold.ttf"))
    )
    style = (
        f"{faces} @page {{size: A4; margin: 54pt; @bottom-left {{content: '{escape(report.footer)}'}}"
        " @bottom-right {content: counter(page)}} body {font: 10pt/14pt Report} td {vertical-align: top; padding: 0}"
        " table {border-collapse: collapse; width: 100%} td:first-child {width: 76%; padding-right: 12pt}"
    )
    page = f"<html lang='en'><title>{escape(report.title)}</title><style>{style}</style><table>{rows}</table></html>"
    made: bytes = library.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1")
    return made


def fpdf2(report: Report) -> bytes:
    """Two columns of cells, as its manual would have a table set."""
    library: Any = import_module("fpdf")

    class Pages(library.FPDF):  # type: ignore[misc]
        def footer(self) -> None:
            self.set_y(-14)
            self.cell(100, 5, report.footer)
            self.cell(0, 5, str(self.page_no()), align="R")

    pdf = Pages(format="A4")
    pdf.set_margin(_MARGIN_MM)
    pdf.set_auto_page_break(True, _MARGIN_MM)
    pdf.add_font("Report", "", fonts() / "SourceSansPro-Regular.ttf")
    pdf.add_font("Report", "B", fonts() / "SourceSansPro-Semibold.ttf")
    pdf.set_font("Report", size=10)
    pdf.add_page()
    with pdf.table(
        col_widths=(_LEFT_SHARE, 1 - _LEFT_SHARE), borders_layout="NONE", first_row_as_headings=False, line_height=4.94
    ) as table:
        for left, right in lines_of(report):
            row = table.row()
            row.cell(left)
            row.cell(right)
    return bytes(pdf.output())


def typst(report: Report) -> bytes:
    """A table, tagged, as PDF/UA-1."""
    library: Any = import_module("typst")
    cells = "".join(f"[#{_text(left)}], [#strong({_text(right)})],\n" for left, right in lines_of(report))
    source = (
        f'#set document(title: {_text(report.title)})\n#set text(font: "Source Sans Pro", size: 10pt, lang: "en")\n'
        f'#set page(paper: "a4", margin: 54pt, footer: context [#{_text(report.footer)} #h(1fr)'
        " #counter(page).display()])\n"
        f"#table(columns: (76%, 24%), stroke: none, inset: (x: 0pt, y: 2pt),\n{cells})"
    )
    made: bytes = library.compile(BytesIO(source.encode()).getvalue(), font_paths=[str(fonts())], pdf_standards="ua-1")
    return made


def _text(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'
