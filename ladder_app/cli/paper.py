"""The paper that a person's country uses."""

from collections.abc import Mapping
from typing import Literal

# After the Unicode locale data (supplemental/paperSize); everybody else uses A4.
_LETTER_COUNTRIES = frozenset(
    {"BZ", "CA", "CL", "CO", "CR", "DO", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"}
)


def customary_paper(environ: Mapping[str, str]) -> Literal["a4", "letter"]:
    """Letter or A4, from the country in the locale variables (`en_US.UTF-8`)."""
    names = (environ.get(name) for name in ("LC_ALL", "LC_PAPER", "LANG"))
    locale = next((name for name in names if name), "")
    country = locale.partition(".")[0].partition("@")[0].partition("_")[2]
    return "letter" if country in _LETTER_COUNTRIES else "a4"
