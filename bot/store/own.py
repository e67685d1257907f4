"""Files for their owner alone: what the bot writes beside its database is personal data."""

import os
from io import TextIOWrapper
from pathlib import Path

MODE = 0o600


def write(file: Path, data: bytes) -> None:
    """Write *data* into a new *file*, in place of what may have that name."""
    with os.fdopen(_new(file), "wb") as out:
        out.write(data)


def opened(file: Path, encoding: str) -> TextIOWrapper:
    """Open a new text *file*, line ends as they are written, in place of what may have that name."""
    return TextIOWrapper(os.fdopen(_new(file), "wb"), encoding=encoding, newline="")


def _new(file: Path) -> int:
    """Make *file* anew: an old one may be readable by others, or lead elsewhere."""
    file.unlink(missing_ok=True)
    made = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, MODE)
    os.fchmod(made, MODE)
    return made
