"""Typographic characters for terminals and pipes that cannot show them."""

import codecs

PLAIN = "ladder-plain"
"""The name of the error handler for streams: the nearest plain sign, else a question mark."""


def nearest(error: UnicodeError) -> tuple[str | bytes, int]:
    """The handler itself, as `codecs.register_error` wants it."""
    from ladder_app.report.terminal_text import as_encoded

    if not isinstance(error, UnicodeEncodeError):
        raise error
    return as_encoded(error.object[error.start : error.end], error.encoding), error.end


codecs.register_error(PLAIN, nearest)
