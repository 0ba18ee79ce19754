"""How long the full PDF takes, against the same content set by other makers of PDFs in the same run.

The most that a ratio may be is a twelfth for WeasyPrint and fpdf2, and 2.5 for typst at 60 criteria.
One that is not installed is left out with a word.
"""

import sys
from collections.abc import Callable, Iterator
from importlib.util import find_spec

from ladder_app.report.parts import Report
from tests.bench.bench_pdf import _full, _medians
from tests.bench.pdf_content import rated_report
from tests.bench.pdf_others import fpdf2, typst, weasyprint

_OTHERS: tuple[tuple[str, str, Callable[[Report], bytes], float], ...] = (
    ("WeasyPrint", "weasyprint", weasyprint, 1 / 12),
    ("fpdf2", "fpdf", fpdf2, 1 / 12),
    ("typst, PDF/UA", "typst", typst, 2.5),
)


def rows() -> Iterator[tuple[str, float, float]]:
    """For each figure its name, the ratio measured and the ratio aimed at."""
    report = rated_report(60)
    for name, module, way, goal in _OTHERS:
        if find_spec(module) is None:
            sys.stdout.write(f"PDF of 60 criteria ÷ {name}: it is not installed, so this is left out\n")
            continue
        ours, theirs = _medians(report, (_full, way))
        yield f"PDF of 60 criteria ÷ {name}", ours / theirs, goal
