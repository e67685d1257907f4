"""What is drawn: charts of bars below each other, each bar in two parts; every word already said."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: *label* stands below it, *some* is the full part of it, *others* the hatched one.

    *told* stands above it. A *label* may be empty where there is no room for every one.
    """

    label: str
    some: int
    others: int
    told: str


@dataclass(frozen=True, slots=True)
class Panel:
    """One chart: *says* is what it shows, in a sentence; *some* and *others* name the parts.

    *below* names what the labels are.
    """

    title: str
    says: str
    some: str
    others: str
    below: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole picture: two lines on top, the charts."""

    title: str
    subtitle: str
    panels: tuple[Panel, ...]
