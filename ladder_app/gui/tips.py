"""Tooltips that show a text as it is."""


def tip(text: str) -> str:
    """A tooltip for a text from a file: none of its markup is interpreted, and a long one wraps."""
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
    return f"<qt>{safe}</qt>" if text else ""
