"""How long each version of the Graph API can be used.

From Meta's changelog, "Available Graph API and Marketing API versions"
(developers.facebook.com/docs/graph-api/changelog/versions), as it stood in November 2026. A call
to a version that has ended is answered by the oldest one alive, whose answers may differ.
"""

from datetime import date

USABLE_UNTIL = {
    "v19.0": date(2026, 5, 21),
    "v20.0": date(2026, 9, 24),
    "v21.0": date(2027, 1, 21),
    "v22.0": date(2027, 5, 20),
    "v23.0": date(2027, 10, 8),
    "v24.0": date(2028, 2, 18),
    "v25.0": date(2028, 7, 29),
}
"""The last day of each version that has one; a newer version's is not set yet."""


def usable_until(version: str) -> date | None:
    """Return the last day of *version*, or None where none is known.

    >>> usable_until("v24.0")
    datetime.date(2028, 2, 18)
    """
    return USABLE_UNTIL.get(version)
