"""The colour space of the document: sRGB (IEC 61966-2-1) as an ICC profile of version 2."""

from __future__ import annotations

from struct import pack

_CURVE_POINTS = 1024
# The primaries and the white of sRGB, adapted to D50, as the ICC publishes them; X, Y and Z.
_WHITE = (0.9642, 1.0, 0.8249)
_RED = (0.43607, 0.22249, 0.01392)
_GREEN = (0.38515, 0.71687, 0.09708)
_BLUE = (0.14307, 0.06061, 0.71410)
_HEADER_LENGTH = 128


def srgb_profile() -> bytes:
    """The profile, always the same bytes."""
    curve = _curve()
    description = b"sRGB IEC61966-2.1\0"
    tags = (
        (b"desc", b"desc\0\0\0\0" + pack(">I", len(description)) + description + bytes(8 + 3 + 67)),
        (b"cprt", b"text\0\0\0\0" + b"No copyright, use freely\0"),
        (b"wtpt", _xyz(_WHITE)),
        (b"rXYZ", _xyz(_RED)),
        (b"gXYZ", _xyz(_GREEN)),
        (b"bXYZ", _xyz(_BLUE)),
        (b"rTRC", curve),
        (b"gTRC", curve),
        (b"bTRC", curve),
    )
    table = pack(">I", len(tags))
    body = b""
    places: dict[bytes, int] = {}
    start = _HEADER_LENGTH + 4 + 12 * len(tags)
    for signature, content in tags:
        if content not in places:
            places[content] = start + len(body)
            body += content + bytes(-len(content) % 4)
        table += signature + pack(">II", places[content], len(content))
    return _header(start + len(body)) + table + body


def _header(size: int) -> bytes:
    day = pack(">6H", 2020, 1, 1, 0, 0, 0)
    white = pack(">3i", *(round(part * 65536) for part in _WHITE))
    head = pack(">I4s4s4s4s4s", size, bytes(4), b"\x02\x10\0\0", b"mntr", b"RGB ", b"XYZ ") + day + b"acsp"
    head += bytes(4 + 4 + 4 + 4 + 8 + 4) + white
    return head + bytes(_HEADER_LENGTH - len(head))


def _xyz(value: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + pack(">3i", *(round(part * 65536) for part in value))


def _curve() -> bytes:
    points = []
    for i in range(_CURVE_POINTS):
        x = i / (_CURVE_POINTS - 1)
        linear = x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4
        points.append(round(linear * 65535))
    return b"curv\0\0\0\0" + pack(f">I{_CURVE_POINTS}H", _CURVE_POINTS, *points)
