"""What kind of picture some bytes are, as both Slack and Facebook look at them; and a small one."""

import struct
import zlib

_BEGINNINGS = {
    b"\xff\xd8\xff": "jpeg",
    b"\x89PNG\r\n\x1a\n": "png",
    b"GIF87a": "gif",
    b"GIF89a": "gif",
}


def kind_of(data: bytes) -> str | None:
    """Return `jpeg`, `png`, `gif` or `webp`, or None where it is no picture."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return next((kind for begin, kind in _BEGINNINGS.items() if data.startswith(begin)), None)


def dot(name: str) -> bytes:
    """Return a picture of one point, whose colour follows from *name*."""
    colour = zlib.crc32(name.encode()).to_bytes(4)[:3]
    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    parts = (b"IHDR", head), (b"IDAT", zlib.compress(b"\0" + colour)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_part(kind, data) for kind, data in parts)


def _part(kind: bytes, data: bytes) -> bytes:
    whole = kind + data
    return len(data).to_bytes(4) + whole + zlib.crc32(whole).to_bytes(4)
