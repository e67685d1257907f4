"""What kind of picture some bytes are, as both Slack and Facebook look at them."""

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
