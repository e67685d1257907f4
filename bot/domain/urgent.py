"""A flag has a clock of its own: somebody is asked, and then somebody else, until one judges it.

First whoever watches, then the lead, then the deputies, then the channel without anybody's name;
and so again, a few times a day. In office hours each one's wait is the policy's; outside them it is
as long as the watch's, and only whoever watches is asked. Of all that was due while nobody could be asked, or while the bot
was not running, only the next step is taken.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo

from bot.domain.comments import LUCKA, Relay
from bot.domain.errors import Refusal
from bot.domain.judgements import Judgement, Outcome
from bot.domain.marks import SLIP
from bot.domain.roster import Duty

ROUNDS_A_DAY = 3
"""How many times a day everybody is asked; after that today's plan goes on naming it."""

PAUSE = timedelta(minutes=5)
"""Nobody is asked about two comments within less."""

_MINUTE = timedelta(minutes=1)


class FlagGone(Refusal):
    """Refuse to judge what is not flagged (any more)."""

    kind = "refusal-flag-gone"


@dataclass(frozen=True, slots=True)
class Asked:
    """Who was asked at which step, and when; None for the channel, which ends a round."""

    step: int
    who: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Flag:
    """A comment that is flagged and not judged, with those who were *asked* since.

    *earlier* counts the steps of former flags: a step's number never comes twice.
    """

    comment_id: str
    by: str
    since: datetime
    asked: tuple[Asked, ...] = ()
    earlier: int = 0

    @property
    def round(self) -> tuple[Asked, ...]:
        """Those who were asked in this round."""
        ends = [n for n, each in enumerate(self.asked) if each.who is None]
        return self.asked[ends[-1] + 1 :] if ends else self.asked


@dataclass(frozen=True, slots=True)
class Ask:
    """The next step: who is asked now, None for the channel, and until when it may be said."""

    comment_id: str
    step: int
    who: str | None
    until: datetime


def asks(flags: Sequence[Flag], duty: Duty, *, now: datetime, zone: tzinfo) -> list[Ask]:
    """Return whom to ask at *now* about which of *flags*, nobody about two at once."""
    busy = {it.who for flag in flags for it in flag.asked if abs(now - it.at) < PAUSE}
    found = []
    for flag in flags:
        ask = next_ask(flag, duty, now=now, zone=zone)
        if ask is not None and ask.who not in busy:
            busy.add(ask.who)
            found.append(ask)
    return found


def next_ask(flag: Flag, duty: Duty, *, now: datetime, zone: tzinfo) -> Ask | None:
    """Return the next step of *flag* if it is due at *now*, and if anybody may be asked."""
    local = now.astimezone(zone)
    rounds = [it for it in flag.asked if it.who is None and _day(it, zone) == local.date()]
    if not _is_due(flag, duty, now, local) or len(rounds) >= ROUNDS_A_DAY:
        return None
    heard = {it.who for it in flag.round}
    left = [who for who in duty.reachable(local, urgent=True) if who not in heard]
    if not left and not duty.may_ping(None, local, urgent=True):
        return None
    who = left[0] if left else None
    step = flag.earlier + len(flag.asked) + 1
    asked = replace(flag, asked=(*flag.asked, Asked(step, who, now)))
    return Ask(
        flag.comment_id, step, who, now + _hearing(who, duty, local, _wait(asked, duty, local))
    )


def judge(
    relay: Relay, outcome: Outcome, who: str, why: str, *, now: datetime
) -> tuple[Relay, Judgement]:
    """Close the flag of *relay* with an *outcome*; it can be flagged anew."""
    if relay.flagged_by is None or relay.flagged_at is None:
        raise FlagGone
    found = Judgement(relay.comment_id, relay.flagged_by, relay.flagged_at, who, now, outcome, why)
    return replace(relay, flagged_by=None, flagged_at=None), found


def _is_due(flag: Flag, duty: Duty, now: datetime, local: datetime) -> bool:
    """Tell whether the last one had their time; a clock that was set back holds up nothing."""
    if flag.asked:
        return abs(now - flag.asked[-1].at) >= _wait(flag, duty, local)
    return flag.by == LUCKA or abs(now - flag.since) >= SLIP


def _wait(flag: Flag, duty: Duty, local: datetime) -> timedelta:
    """Tell how long the one who was asked last has; the channel has the longest."""
    if not duty.presence.calendar.is_at_work(local):
        return duty.policy.every
    waits = duty.policy.waits
    return waits[min(len(flag.round), len(waits)) - 1] * _MINUTE


def _hearing(who: str | None, duty: Duty, local: datetime, wait: timedelta) -> timedelta:
    """Tell how much of *wait* is over before *who* may no longer be asked."""
    minutes = (_MINUTE * n for n in range(wait // _MINUTE))
    quiet = (each for each in minutes if not duty.may_ping(who, local + each, urgent=True))
    return next(quiet, wait)


def _day(asked: Asked, zone: tzinfo) -> object:
    return asked.at.astimezone(zone).date()
