"""The paper that a person's country uses."""

from collections.abc import Mapping
from typing import Literal

from ladder_app.report.paper import paper_of


def customary_paper(environ: Mapping[str, str]) -> Literal["a4", "letter"]:
    """Letter or A4, from the country in the locale variables (`en_US.UTF-8`)."""
    names = (environ.get(name) for name in ("LC_ALL", "LC_PAPER", "LANG"))
    locale = next((name for name in names if name), "")
    country = locale.partition(".")[0].partition("@")[0].partition("_")[2]
    return paper_of(country)
