"""How long the full PDF takes, against the same content set the plain ways in the same run."""

from collections.abc import Callable
from statistics import median
from time import perf_counter

from ladder_app.report.parts import Report
from ladder_app.report.pdf.export import pdf_bytes
from tests.bench.pdf_baselines import long_table, raw_canvas, register_fonts
from tests.bench.pdf_content import rated_report

_ROUNDS = 7
_GOALS = ((60, 2.0), (600, 1.6))
_LONG_TABLE_GOAL = 0.5

Way = Callable[[Report], bytes]


def rows() -> list[tuple[str, float, float]]:
    """For each figure its name, the ratio measured and the ratio aimed at."""
    register_fonts()
    found: list[tuple[str, float, float]] = []
    for count, goal in _GOALS:
        report = rated_report(count)
        ours, raw, table = _medians(report, (_full, raw_canvas, long_table))
        found.append((f"PDF of {count} criteria ÷ the same on a bare canvas", ours / raw, goal))
        found.append((f"PDF of {count} criteria ÷ a LongTable of Paragraphs", ours / table, _LONG_TABLE_GOAL))
    return found


def _full(report: Report) -> bytes:
    return pdf_bytes(report, paper="a4")


def _medians(report: Report, ways: tuple[Way, ...]) -> list[float]:
    """The median seconds of each way, taken in turns so that a slow moment meets all of them."""
    times: list[list[float]] = [[] for _ in ways]
    for round_number in range(_ROUNDS + 1):
        for way, spent in zip(ways, times, strict=True):
            start = perf_counter()
            way(report)
            if round_number:  # the first round loads fonts
                spent.append(perf_counter() - start)
    return [median(spent) for spent in times]


if __name__ == "__main__":
    for name, ratio, goal in rows():
        print(f"{name:<55} {ratio:5.2f}  (goal {goal})")  # noqa: T201 – a table for people
