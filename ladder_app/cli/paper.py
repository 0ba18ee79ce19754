"""The paper that a person's country uses."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ladder_app.report.paper import paper_of

if TYPE_CHECKING:
    from ladder_app.report.pdf.export import Paper


def customary_paper(environ: Mapping[str, str]) -> "Paper":
    """Letter or A4, from the country in the locale variables (`en_US.UTF-8`)."""
    names = (environ.get(name) for name in ("LC_ALL", "LC_PAPER", "LANG"))
    locale = next((name for name in names if name), "")
    return paper_of(locale.partition(".")[0].partition("@")[0].partition("_")[2])
