"""Which ideas fit a gap, and why. Deterministic: the same plan and ideas always give the same.

Near the day come first two of the reserve, which are ready to go out, unless they belong elsewhere
or to another time; further ahead none is offered. Of these, as of ideas, the first difference
decides:

1. outlet: an idea that belongs to the gap's outlet comes before one that belongs to none, and one
   that belongs only to others comes last. What was decided counts, else what its author chose,
   else the words and links of title and note;
2. season: an idea for the time in which the gap lies comes before one for any time, and one for
   another time comes last. What its author chose counts, else the words; what is tied to a day or
   a week is offered near it only;
3. variety: an idea that shares no longer word, and no tag, with a post within a week of the gap;
4. votes;
5. age: the oldest idea, so that none is forgotten.

No idea is offered again in one message while there is one that was offered less. What was put off
until after the gap, or got a no, is not offered at all.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.domain.ideas import Idea
from bot.domain.outlets import Slot
from bot.domain.seasons import NAMED, By, Days, Months, Season
from bot.domain.tags import key
from bot.domain.text import fold

MOST = 3
MOST_REASONS = 3
MOST_READY = 2
"""How many of the reserve are offered for one gap, so that ideas are, too."""

POOL = 100
"""How many of the oldest ideas are looked at; among these, and some others, the rule chooses."""

NEAR = timedelta(days=7)
OLD = timedelta(days=60)
"""An idea that has waited this long says so."""

_WORD = re.compile(r"\w+")
_STEM = 6  # "vaccinera" and "vaccination" are about the same thing; shorter words say too little


@dataclass(frozen=True, slots=True)
class Neighbour:
    """What is planned already: an idea should not say the same as the post beside it."""

    day: date
    title: str


@dataclass(frozen=True, slots=True)
class ForOutlet:
    """It suits the gap's outlet."""

    outlet_id: int


@dataclass(frozen=True, slots=True)
class InSeason:
    """It belongs to the time of the gap."""

    season: Season


@dataclass(frozen=True, slots=True)
class NothingAbout:
    """Nothing that is planned near the gap is about *tag*."""

    tag: str


@dataclass(frozen=True, slots=True)
class Voted:
    """So many colleagues want it."""

    votes: int


@dataclass(frozen=True, slots=True)
class KeptLongAgo:
    """It has waited since then."""

    since: datetime


@dataclass(frozen=True, slots=True)
class Ready:
    """It lies ready in the reserve, and the day is near."""


@dataclass(frozen=True, slots=True)
class Near:
    """The *reserves* that are offered for the gaps before the day *end*."""

    end: date
    reserves: Sequence[Idea] = ()


Reason = Ready | ForOutlet | InSeason | NothingAbout | Voted | KeptLongAgo


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An idea for a gap, with the strongest *reasons* first."""

    idea: Idea
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class _Read:
    """An idea with what it says about where and when it belongs, and what it is about."""

    idea: Idea
    outlets: frozenset[int]
    seasons: tuple[Season, ...]
    stems: frozenset[str]
    tags: tuple[str, ...]
    is_reserve: bool = False


@dataclass(frozen=True, slots=True)
class _Beside:
    """What is *said* in what is planned near a gap, and how its longer words begin."""

    said: str
    stems: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Fit:
    """How an idea fits a gap: the lower, the better."""

    outlet: int
    season: int
    repeats: bool

    @property
    def is_foreign(self) -> bool:
        """Tell whether it belongs only to another outlet, or to another time."""
        return 2 in (self.outlet, self.season)

    @classmethod
    def of(cls, read: _Read, gap: Slot, beside: _Beside) -> "_Fit":
        season = min(each.fit(gap.day) for each in read.seasons) if read.seasons else 1
        return cls(_named(read.outlets, gap.outlet_id), season, _repeats(read, beside))


def suggest(
    gaps: Sequence[Slot],
    ideas: Iterable[Idea],
    *,
    outlets: Mapping[int, str],
    neighbours: Sequence[Neighbour],
    now: datetime,
    near: Near | None = None,
    most: int = MOST,
) -> dict[Slot, tuple[Suggestion, ...]]:
    """Choose up to *most* ideas for each of *gaps*; *outlets* are names by id."""
    names = {outlet: fold(name) for outlet, name in outlets.items()}
    read = [_read(idea, names) for idea in ideas]
    ready = [replace(_read(idea, names), is_reserve=True) for idea in near.reserves] if near else []
    near_day = {day: _words_near(day, neighbours) for day in {gap.day for gap in gaps}}
    offered: Counter[int] = Counter()
    chosen: dict[Slot, tuple[Suggestion, ...]] = {}
    for gap in gaps:
        beside = near_day[gap.day]
        ahead = [
            each
            for each in read
            if each.idea.routing.suggestible(gap.day) and not _is_for_other_days(each.idea, gap.day)
        ]
        first = ready if near and gap.day < near.end else []
        best = [p for p in _ranked(first, gap, beside, offered) if not p[0].is_foreign][:MOST_READY]
        ranked = [*best, *_ranked(ahead, gap, beside, offered)][:most]
        chosen[gap] = tuple(
            Suggestion(each.idea, _reasons(fit, each, gap, beside, now)) for fit, each in ranked
        )
        offered.update(each.idea.id for _, each in ranked)
    return chosen


def _is_for_other_days(idea: Idea, day: date) -> bool:
    """Tell whether *idea* is tied to a day or a week that *day* is not near, or to one gone by."""
    return isinstance(idea.season, Days | By) and idea.season.fit(day) == 2


def _ranked(
    ideas: Iterable[_Read], gap: Slot, beside: _Beside, offered: Mapping[int, int]
) -> list[tuple[_Fit, _Read]]:
    """Put *ideas* in the order of the rule, after those that were *offered* less."""
    fits = [(_Fit.of(each, gap, beside), each) for each in ideas]
    return sorted(fits, key=lambda pair: (offered[pair[1].idea.id], *_rank(*pair)))


def _rank(fit: _Fit, read: _Read) -> tuple[object, ...]:
    idea = read.idea
    return fit.outlet, fit.season, fit.repeats, -idea.votes, idea.created_at, idea.id


def _reasons(
    fit: _Fit, read: _Read, gap: Slot, beside: _Beside, now: datetime
) -> tuple[Reason, ...]:
    return tuple(_every_reason(fit, read, gap, beside, now))[:MOST_REASONS]


def _every_reason(
    fit: _Fit, read: _Read, gap: Slot, beside: _Beside, now: datetime
) -> Iterator[Reason]:
    """Yield what speaks for an idea, in the order of the rule."""
    idea = read.idea
    if read.is_reserve:
        yield Ready()
    if fit.outlet == 0:
        yield ForOutlet(gap.outlet_id)
    if fit.season == 0:
        month = Months(gap.day.month, gap.day.month)
        yield InSeason(idea.season or month)
    if read.tags and beside.said and not fit.repeats:
        yield NothingAbout(idea.tags[0])
    if idea.votes:
        yield Voted(idea.votes)
    if now - idea.created_at >= OLD:
        yield KeptLongAgo(idea.created_at)


def _named(outlets: frozenset[int], wanted: int) -> int:
    """Rank what is named: the wanted (0), nothing (1), only something else (2)."""
    if not outlets:
        return 1
    return 0 if wanted in outlets else 2


def _repeats(read: _Read, beside: _Beside) -> bool:
    """Tell whether a word nearby has the same beginning as a word of the idea, or holds its tag."""
    if not read.stems.isdisjoint(beside.stems):
        return True
    return any(_begins(beside.said, tag) for tag in read.tags)


def _read(idea: Idea, names: Mapping[int, str]) -> _Read:
    words = _words(" ".join((idea.title, idea.note, *idea.links)))
    return _Read(
        idea,
        _outlets(idea, words, names),
        (idea.season,) if idea.season else _seasons(words),
        _stems(_words(idea.title)),
        tuple(key(tag) for tag in idea.tags),
    )


def _outlets(idea: Idea, words: frozenset[str], names: Mapping[int, str]) -> frozenset[int]:
    if idea.routing.outlet_id is not None:
        return frozenset({idea.routing.outlet_id})
    if idea.outlets:
        return frozenset(idea.outlets)
    said = _said(words)
    return frozenset(outlet for outlet, name in names.items() if _begins(said, name))


def _seasons(words: frozenset[str]) -> tuple[Season, ...]:
    return tuple(Months(*NAMED[word]) for word in sorted(words & NAMED.keys()))


def _words_near(day: date, neighbours: Iterable[Neighbour]) -> _Beside:
    words = frozenset[str]().union(
        *(_words(n.title) for n in neighbours if abs(n.day - day) <= NEAR)
    )
    return _Beside(_said(words), _stems(words))


def _said(words: Iterable[str]) -> str:
    """Write *words* so that one search tells whether any of them begins with something."""
    return "".join(f"\n{word}" for word in words)


def _begins(said: str, beginning: str) -> bool:
    return f"\n{beginning}" in said


def _stems(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in words if len(word) >= _STEM)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(text)))
