"""The only reader of the wall clock.

Everything else takes `now` as an argument. The sandbox steers the clock of all its processes
through a small file that holds the seconds to add; without that file the clock is the machine's.
"""

import os
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path


class Clock:
    """Tell the time, possibly steered through *file* (shared by several processes)."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._seen: tuple[int, int, float] = (0, 0, 0.0)

    def now(self) -> datetime:
        """Return the current instant, aware and in UTC."""
        return datetime.now(UTC) + timedelta(seconds=self._offset())

    def steer(self, seconds: float) -> None:
        """Move the clock by *seconds* for every process that shares the file."""
        if self._file is None:
            raise ValueError("a clock without a file cannot be steered")
        _write(self._file, f"{self._offset() + seconds:.3f}")

    def _offset(self) -> float:
        """Return the steering in seconds, reading the file only when it has changed.

        While the file holds no such number, what was read before counts.
        """
        if self._file is None:
            return 0.0
        try:
            stat = self._file.stat()
            mark = (stat.st_mtime_ns, stat.st_ino)
            if self._seen[:2] != mark:
                self._seen = (*mark, _seconds(self._file.read_text(encoding="ascii")))
        except FileNotFoundError:
            return 0.0
        except (OSError, ValueError, OverflowError):
            pass
        return self._seen[2]


def monotonic() -> float:
    """Return seconds that never jump, for pacing and time limits."""
    return time.monotonic()


def _seconds(text: str) -> float:
    """Read what `steer` wrote; raise ValueError or OverflowError unless it leads to a date."""
    seconds = float(text or 0)
    _ = datetime.now(UTC) + timedelta(seconds=seconds)
    return seconds


def _write(file: Path, text: str) -> None:
    """Replace *file* in one step, so that no reader sees half of it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent)
    with os.fdopen(handle, "w", encoding="ascii") as new:
        new.write(text)
    Path(name).replace(file)
