"""The root of every refusal: how the domain says no.

A refusal carries a kind and plain values, never a sentence. The kind is the id of the message in
the catalogues (`bot/locales/*/`) that says it to a person; the values are that message's
variables. Subclasses stand beside the noun they guard:

>>> class SlotTaken(Refusal):
...     "Say that somebody was first."
...     kind = "refusal-slot-taken"
>>> refusal = SlotTaken(post_id=7)
>>> refusal.kind, refusal.values["post_id"], str(refusal)
('refusal-slot-taken', 7, 'refusal-slot-taken(post_id=7)')
"""

from collections.abc import Mapping
from datetime import date, time
from types import MappingProxyType
from typing import ClassVar

RefusalValue = str | int | float | date | time | None


class Refusal(Exception):
    """Say no to what a person asked for, in a way that each language can explain."""

    kind: ClassVar[str] = "refusal"
    values: Mapping[str, RefusalValue]

    def __init__(self, **values: RefusalValue) -> None:
        super().__init__(values)
        self.values = MappingProxyType(values)

    def __str__(self) -> str:
        pieces = ", ".join(f"{name}={value!r}" for name, value in self.values.items())
        return f"{self.kind}({pieces})"
