"""Acts on what stands around a post's text: picture, persons, decisions, watch, siblings."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta, tzinfo

from bot.domain.acts import NothingToDo, check_open
from bot.domain.calendar import ONE_DAY, WorkingCalendar
from bot.domain.errors import Refusal
from bot.domain.media import DECIDED, Media, Ruling
from bot.domain.outlets import Slot
from bot.domain.plan import Post, Status, check_day, check_time
from bot.domain.ready import NotReady, missing, settle, waivable

WATCH = timedelta(hours=48)
"""How long somebody keeps an eye on a post that needs it."""


CALM_DAYS = 21
"""How far a post is offered to move, at most."""


class NoDecisionNeeded(Refusal):
    """Refuse to decide about persons where nobody is seen who needs it."""

    kind = "refusal-no-decision-needed"


class NoWatchNeeded(Refusal):
    """Refuse a watch on a post that does not ask for one."""

    kind = "refusal-no-watch-needed"


def equipped(post: Post, media: Media, *, now: datetime) -> Post:
    """Let *post* show *media*; another picture or other persons ask for a new decision."""
    check_open(post)
    if media == post.media:
        raise NothingToDo
    same = _seen(media) == _seen(post.media)
    after = replace(
        post,
        media=media,
        ruling=post.ruling if same else None,
        waived=post.waived if same else frozenset(),
        watcher=post.watcher if media.watch else None,
        second=None,
        updated_at=now,
    )
    return settle(after)


def _seen(media: Media) -> tuple[object, ...]:
    """Return what a decision about persons was made of."""
    return media.kind, media.persons, [photo.file for photo in media.photos]


def overridden(post: Post, *, now: datetime) -> Post:
    """Call *post* ready although it lacks something that the lead lets pass."""
    check_open(post)
    lacking = missing(post)
    if post.status is Status.READY:
        raise NothingToDo
    if lacking and not waivable(lacking):
        raise NotReady
    waived = post.waived | frozenset(lacking)
    return replace(post, status=Status.READY, waived=waived, updated_at=now)


def ruled(post: Post, ruling: Ruling, *, now: datetime) -> Post:
    """Note what was decided about the persons in *post*; a no makes it a draft again."""
    check_open(post)
    if post.media.persons not in DECIDED:
        raise NoDecisionNeeded
    if ruling == post.ruling:
        raise NothingToDo
    return settle(replace(post, ruling=ruling, updated_at=now))


def watched(post: Post, who: str, *, now: datetime) -> Post:
    """Let *who* keep an eye on *post*, which may be out already."""
    if post.status is not Status.PUBLISHED:
        check_open(post)
    if not post.media.watch:
        raise NoWatchNeeded
    if post.watcher == who:
        raise NothingToDo
    return replace(post, watcher=who, updated_at=now)


def is_ruling(post: Post, former: Post) -> bool:
    """Tell whether what made *post* of *former* was for those to decide who may."""
    decided = post.ruling is not None and post.ruling != former.ruling
    return decided or bool(post.waived - former.waived)


def shifted(post: Post, span: timedelta, *, today: date, zone: tzinfo, now: datetime) -> Post:
    """Move *post* by *span* along with a sibling: they stay as far apart by the clock as they were."""
    there = _by_the_clock(post) + span
    if there.date() != post.day:  # what is overdue may get another hour
        check_day(there.date(), today=today)
    check_time(there.date(), there.time(), zone=zone)
    return replace(post, day=there.date(), at=there.time(), updated_at=now)


def span_of(before: Post, after: Post) -> timedelta:
    """Return how far a post has moved, by the clock on the wall."""
    return _by_the_clock(after) - _by_the_clock(before)


def _by_the_clock(post: Post) -> datetime:
    return datetime.combine(post.day, post.at)


def unlinked(post: Post, *, now: datetime) -> Post:
    """Let *post* stand by itself, without siblings."""
    check_open(post)
    if post.sibling is None:
        raise NothingToDo
    return replace(post, sibling=None, updated_at=now)


def is_exposed(post: Post, calendar: WorkingCalendar, zone: tzinfo) -> bool:
    """Tell whether *post* needs watching at a time when nobody is at work.

    Nights count as cared for; a day off within the watch does not.
    """
    if not post.media.watch:
        return False
    last = (post.slot.starts(zone) + WATCH - timedelta(microseconds=1)).astimezone(zone).date()
    days = (post.day + n * ONE_DAY for n in range((last - post.day).days + 1))
    return any(not calendar.is_working_day(day) for day in days)


def calm_slot(
    post: Post, gaps: Iterable[Slot], calendar: WorkingCalendar, zone: tzinfo
) -> Slot | None:
    """Return where *post* may move so that nobody need watch it over days off.

    That is the next of the *gaps* of its outlet, which are in order, or else the next day at the
    same time; None where there is none within three weeks.
    """
    end = post.day + CALM_DAYS * ONE_DAY
    mine = [g for g in gaps if g.outlet_id == post.outlet_id and g > post.slot and g.day < end]
    days = (post.day + n * ONE_DAY for n in range(1, CALM_DAYS))
    places = [*mine, *(Slot(day, post.at, post.outlet_id) for day in days)]
    calm = (s for s in places if not is_exposed(replace(post, day=s.day, at=s.at), calendar, zone))
    return next(calm, None)


def to_watch(
    posts: Iterable[Post], today: date, calendar: WorkingCalendar, zone: tzinfo
) -> tuple[Post, ...]:
    """Return the posts to ask about today: those that go out before the next working day is over."""
    last = calendar.next_working_day(today)
    return tuple(p for p in posts if today <= p.day <= last and is_exposed(p, calendar, zone))
