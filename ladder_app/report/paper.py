"""The paper that a country uses."""

from typing import Literal

# After the Unicode locale data (supplemental/paperSize); everybody else uses A4.
_LETTER_COUNTRIES = frozenset(
    {"BZ", "CA", "CL", "CO", "CR", "DO", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"}
)


def paper_of(country: str) -> Literal["a4", "letter"]:
    """Letter or A4, for a country's two letters (ISO 3166)."""
    return "letter" if country in _LETTER_COUNTRIES else "a4"
