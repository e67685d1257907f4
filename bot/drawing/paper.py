"""A page of HTML as PDF, where the optional library (`weasyprint`) is installed: in its own process."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from bot.drawing.child import LIMIT_SECONDS, NotDrawnError

LIBRARY = "weasyprint"
_BEGINS = b"%PDF-"


def is_installed() -> bool:
    """Tell whether there is anything to make a PDF with."""
    return find_spec(LIBRARY) is not None


def to_pdf(page: bytes, folder: Path, *, seconds: float = LIMIT_SECONDS) -> bytes:
    """Return *page* as PDF; *folder* is where the library's fonts are remembered.

    Like the process that draws, this one is given nothing of our environment.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        done = subprocess.run(  # noqa: S603 -- our own interpreter
            [sys.executable, "-m", LIBRARY, "--quiet", "-", "-"],
            input=page,
            capture_output=True,
            env={"XDG_CACHE_HOME": str(folder)},
            timeout=seconds,
            check=True,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise NotDrawnError(type(error).__name__) from None
    if not done.stdout.startswith(_BEGINS):
        raise NotDrawnError("NoPaper")
    return done.stdout
