"""The colours of both themes, by the name of what they are for. Contrast is tested on these."""

from collections.abc import Mapping

LIGHT: Mapping[str, str] = {
    "window": "#f6f7f9",
    "panel": "#ffffff",
    "paper": "#ffffff",
    "text": "#1b1f27",
    "muted": "#626b7a",
    "line": "#e2e5ea",
    "control": "#868e9c",
    "scroll": "#c5cad3",
    "track": "#f1f2f4",
    "accent": "#2f5bd3",
    "accent_text": "#ffffff",
    "tint": "#e9effc",
    "good": "#1f7a4d",
    "warn": "#a65b00",
    "bad": "#b3261e",
    "rating.0": "#f1f2f4",
    "rating.1": "#d7e3f8",
    "rating.2": "#a9c4f1",
    "rating.3": "#5f8de0",
    "rating.4": "#2a4fb0",
}

DARK: Mapping[str, str] = {
    "window": "#15181d",
    "panel": "#1d2127",
    "paper": "#1d2127",
    "text": "#e8ebf0",
    "muted": "#98a1b0",
    "line": "#2e343d",
    "control": "#6b7482",
    "scroll": "#454d59",
    "track": "#2a2f37",
    "accent": "#7fa3ff",
    "accent_text": "#10131a",
    "tint": "#24304a",
    "good": "#62c794",
    "warn": "#e9a64a",
    "bad": "#f2857d",
    "rating.0": "#2a2f37",
    "rating.1": "#2b3b58",
    "rating.2": "#35538c",
    "rating.3": "#4d7ad0",
    "rating.4": "#8fb1ff",
}


def rating_token(step: int, highest: int) -> str:
    """The colour of a step: the five rating colours spread over a scale of any length."""
    return f"rating.{round(4 * step / highest)}"


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`, 0 to 1, as WCAG 2.2 defines it."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def text_on(colour: str, tokens: Mapping[str, str]) -> str:
    """Black or white ink, whichever reads better on a colour of these tokens."""
    return max("#ffffff", "#10131a", key=lambda ink: contrast(ink, colour)) if colour else tokens["text"]
