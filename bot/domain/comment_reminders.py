"""Whom an open comment is brought to mind, and when: its owner, then the channel, then the lead.

When half of the time is over that the team has promised, counted in office time, its owner hears
of it; after three quarters the channel; and once it is over the lead. What nobody has taken goes to
the channel at once, and so does what belongs to somebody who is away. "We will get back" and an
act that opens it again begin the time anew. What is urgent has a clock of its own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from enum import StrEnum

from bot.domain.calendar import ONE_DAY
from bot.domain.officetime import Clock, office_clock
from bot.domain.policy import deadlines
from bot.domain.roster import Duty

OWNER_AFTER = 0.5
CHANNEL_AFTER = 0.75
"""After which part of the promised time the owner and the channel hear of it."""

MOST_DAYS = 3
"""On how many days one addressee hears of the same comment; today's plan goes on naming it."""


class Step(StrEnum):
    """How far the time is over, and so who is asked."""

    OWNER = "owner"
    CHANNEL = "channel"
    LEAD = "lead"


@dataclass(frozen=True, slots=True)
class Waiting:
    """An open comment, *since* when an answer is awaited, and who has it."""

    comment_id: str
    since: datetime
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class Ask:
    """One comment of a reminder: asked of *who*, None for the channel of the comments."""

    comment_id: str
    who: str | None
    step: Step


@dataclass(frozen=True, slots=True)
class Told:
    """On how many days, and on which the last, somebody heard of a comment."""

    days: int
    last: date


def asks(waiting: Sequence[Waiting], duty: Duty, *, now: datetime, zone: tzinfo) -> list[Ask]:
    """Tell whom to ask at *now* about which of the comments that are *waiting*."""
    local, calendar = now.astimezone(zone), duty.presence.calendar
    first = min((each.since for each in waiting), default=now).astimezone(zone).date()
    end = local.date() + ONE_DAY
    due = deadlines(duty.policy, calendar, first, end, zone=zone)
    untils = [due(each.since) for each in waiting]
    last = max([now, *untils]).astimezone(zone).date()
    office = office_clock(calendar, first, last + ONE_DAY, zone)
    steps = [
        (each, _step(each.since, until, office, now))
        for each, until in zip(waiting, untils, strict=True)
    ]
    day = local.date()
    return [_ask(each, step, duty, day) for each, step in steps if step is not None]


def fresh(
    found: Iterable[Ask],
    told: dict[tuple[str | None, str], Told],
    duty: Duty,
    *,
    local: datetime,
) -> list[Ask]:
    """Choose what may be said at *local*: not twice on a day, not for ever, and in nobody's quiet."""
    return [
        ask
        for ask in found
        if _may_hear(told.get((ask.who, ask.comment_id)), local.date())
        and duty.may_ping(ask.who, local, urgent=False)
    ]


def _may_hear(told: Told | None, today: date) -> bool:
    return told is None or (told.last != today and told.days < MOST_DAYS)


def _step(since: datetime, until: datetime, office: Clock, now: datetime) -> Step | None:
    """Tell how far the time from *since* to *until* is over, counted in office time."""
    if now > until:
        return Step.LEAD
    begun = office.at(since)
    whole, gone = office.at(until) - begun, office.at(now) - begun
    if gone >= whole * CHANNEL_AFTER:
        return Step.CHANNEL
    return Step.OWNER if gone >= whole * OWNER_AFTER else None


def _ask(each: Waiting, step: Step, duty: Duty, today: date) -> Ask:
    if step is Step.OWNER and each.owner and not duty.presence.has_leave(each.owner, today):
        return Ask(each.comment_id, each.owner, step)
    if step is Step.LEAD and (who := duty.leads(today)):
        return Ask(each.comment_id, who, step)
    return Ask(each.comment_id, None, Step.CHANNEL)
