"""Which ideas fit a gap. Deterministic: the same plan and ideas always give the same answer.

The rule, the first difference decides:

1. outlet: an idea that names the gap's outlet comes before one that names none, and an idea that
   names only other outlets comes last. The words and links of title and note are read;
2. season: an idea that names the time of year in which the gap lies comes before one that names
   none, and one that names another time of year comes last;
3. variety: an idea that shares no longer word with the title of a post within a week of the gap;
4. age: the oldest idea, so that none is forgotten.

No idea is offered again in one message while there is one that was offered less.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.ideas import Idea
from bot.domain.outlets import Slot
from bot.domain.text import fold

MOST = 3
POOL = 100
"""How many free ideas are looked at, the oldest; among these the rule chooses."""

NEAR = timedelta(days=7)
_WORD = re.compile(r"\w+")
_STEM = 6  # "vaccinera" and "vaccination" are about the same thing; shorter words say too little

_MONTHS = (
    "januari january", "februari february", "mars march", "april", "maj", "juni june", "juli july",
    "augusti august", "september", "oktober october", "november", "december",
)  # fmt: skip
# Whole words, for "vår" is "our" too, and "jul" begins "juli".
_SEASONS: Mapping[str, frozenset[int]] = {
    word: frozenset(months)
    for words, months in (
        ("vinter vintern vinterns winter", (12, 1, 2)),
        ("våren vårens vårlik springtime", (3, 4, 5)),
        ("sommar sommaren sommarens summer", (6, 7, 8)),
        ("höst hösten höstens autumn", (9, 10, 11)),
        ("sportlov sportlovet", (2, 3)),
        ("påsk påsken påsklovet easter", (3, 4)),
        ("midsommar midsummer", (6,)),
        ("skolstart skolstarten", (8,)),
        ("höstlov höstlovet halloween", (10, 11)),
        ("advent adventskalender", (11, 12)),
        ("lucia jul julen julens julafton jullov jullovet christmas", (12,)),
        ("nyår nyåret nyårslöften", (12, 1)),
        *((names, (number,)) for number, names in enumerate(_MONTHS, start=1)),
    )
    for word in words.split()
}


@dataclass(frozen=True, slots=True)
class Neighbour:
    """What is planned already: an idea should not say the same as the post beside it."""

    day: date
    title: str


@dataclass(frozen=True, slots=True)
class _Read:
    """An idea with what its words say about where and when it belongs."""

    idea: Idea
    outlets: frozenset[int]
    months: frozenset[int]
    stems: frozenset[str]


def suggest(
    gaps: Sequence[Slot],
    ideas: Iterable[Idea],
    *,
    outlets: Mapping[int, str],
    neighbours: Sequence[Neighbour],
    most: int = MOST,
) -> dict[Slot, tuple[Idea, ...]]:
    """Choose up to *most* ideas for each of *gaps*; *outlets* are names by id."""
    read = [_read(idea, outlets) for idea in ideas]
    offered: Counter[int] = Counter()
    chosen: dict[Slot, tuple[Idea, ...]] = {}
    for gap in gaps:
        beside = _stems_near(gap.day, neighbours)
        ranked = sorted(read, key=lambda r: (offered[r.idea.id], *_rank(r, gap, beside)))
        chosen[gap] = tuple(r.idea for r in ranked[:most])
        offered.update(idea.id for idea in chosen[gap])
    return chosen


def _rank(read: _Read, gap: Slot, beside: frozenset[str]) -> tuple[object, ...]:
    return (
        _fit(read.outlets, gap.outlet_id),
        _fit(read.months, gap.day.month),
        bool(read.stems & beside),
        read.idea.created_at,
        read.idea.id,
    )


def _fit(named: frozenset[int], wanted: int) -> int:
    """Rank what is named: the wanted (0), nothing (1), only something else (2)."""
    if not named:
        return 1
    return 0 if wanted in named else 2


def _read(idea: Idea, outlets: Mapping[int, str]) -> _Read:
    words = _words(" ".join((idea.title, idea.note, *idea.links)))
    names = {outlet: fold(name) for outlet, name in outlets.items()}
    return _Read(
        idea,
        frozenset(o for o, name in names.items() if any(w.startswith(name) for w in words)),
        frozenset().union(*(_SEASONS.get(word, ()) for word in words)),
        _stems(idea.title),
    )


def _stems_near(day: date, neighbours: Iterable[Neighbour]) -> frozenset[str]:
    near = (_stems(n.title) for n in neighbours if abs(n.day - day) <= NEAR)
    return frozenset().union(*near)


def _stems(title: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _words(title) if len(word) >= _STEM)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(text)))
