"""Drawing in a process of its own, which ends: nothing of the library stays in the bot's memory."""

import subprocess
import sys
from pathlib import Path

from bot.drawing.wire import Drawing, dump

LIMIT_SECONDS = 60.0
_ROOT = Path(__file__).parents[2]
_BEGINS, _ENDS = b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"


class NotDrawnError(Exception):
    """There is no picture; says why in a word, never what was to be drawn."""


def draw(drawing: Drawing, folder: Path, *, seconds: float = LIMIT_SECONDS) -> bytes:
    """Return *drawing* as a PNG; *folder* is where the library keeps its list of fonts.

    The process is given nothing of our environment, which holds the tokens.
    """
    command = [sys.executable, "-m", "bot.drawing"]
    settings = {"MPLCONFIGDIR": str(folder)}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        done = subprocess.run(  # noqa: S603 -- our own program
            command,
            input=dump(drawing),
            capture_output=True,
            cwd=_ROOT,
            env=settings,
            timeout=seconds,
            check=True,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise NotDrawnError(type(error).__name__) from None
    if not (done.stdout.startswith(_BEGINS) and done.stdout.endswith(_ENDS)):
        raise NotDrawnError("NoPicture")
    return done.stdout
