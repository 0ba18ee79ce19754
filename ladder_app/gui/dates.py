"""Today, for the window; everything below takes it as an argument."""

from datetime import date


def today() -> date:
    """The date on this computer's clock."""
    return date.today()
