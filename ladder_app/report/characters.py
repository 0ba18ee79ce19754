"""What characters are called."""

import unicodedata


def character_name(character: str) -> str:
    """What Unicode calls a character: `U+1F389 PARTY POPPER`."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()
