"""Why a file is not read in: each reason names the line, where there is one.

Nothing of such a file is taken. The limits keep the reading of a hostile one within seconds and a
few dozen megabytes; a calendar that people keep is far below them.
"""

from dataclasses import dataclass

from bot.domain.errors import Refusal
from bot.domain.text import tidy

MOST_BYTES = 10_000_000
MOST_LINES = 400_000
MOST_EVENTS = 4_000
"""Events and occurrences ahead. What is over does not count."""

SHOWN = 60


class FileTooLarge(Refusal):
    """Refuse more bytes, lines or events than a plan can have."""

    kind = "refusal-import-too-large"


class NotACalendar(Refusal):
    """Refuse what does not even begin as a calendar."""

    kind = "refusal-import-no-calendar"


class CutOff(Refusal):
    """Refuse a calendar that ends too early: what is missing would look as if it were gone."""

    kind = "refusal-import-cut-off"


class LineUnfit(Refusal):
    """Refuse a line that is none of a calendar's."""

    kind = "refusal-import-line"


class NoStart(Refusal):
    """Refuse an event that does not say when."""

    kind = "refusal-import-no-start"


class MomentUnfit(Refusal):
    """Refuse a date or a time that cannot be read."""

    kind = "refusal-import-moment"


class ZoneUnknown(Refusal):
    """Refuse a time in a zone that nobody knows."""

    kind = "refusal-import-zone"


class RuleUnfit(Refusal):
    """Refuse a recurrence that cannot be read, or that comes many times a day."""

    kind = "refusal-import-rule"


class RuleTooLong(Refusal):
    """Refuse recurrences that take too long to work out."""

    kind = "refusal-import-too-much"


class ColumnMissing(Refusal):
    """Refuse a table without a day or a title."""

    kind = "refusal-import-column"


@dataclass(frozen=True, slots=True)
class RowProblem:
    """What is wrong with one row of a table: *kind* names the message."""

    line: int
    kind: str
    value: str = ""


class RowsUnfit(Refusal):
    """Refuse a table with rows that cannot be read; `problems` says which."""

    kind = "refusal-import-rows"

    def __init__(self, problems: tuple[RowProblem, ...], *, count: int) -> None:
        super().__init__(count=count)
        self.problems = problems


def shown(value: str) -> str:
    """Return a piece of a foreign file so that it can be quoted anywhere."""
    plain = " ".join(tidy(value).split())
    return plain if len(plain) <= SHOWN else plain[: SHOWN - 1] + "…"
