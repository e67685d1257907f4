"""The plan as an iCalendar file (RFC 5545), for Outlook and every other calendar.

A file holds one event a post. Nothing in it depends on when it was asked for, so that a calendar
that has it already need not fetch it again. Loading `icalendar` takes 3 MB and 70 ms, so that this
module is imported where somebody asks for a calendar.
"""

from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import (
    Calendar,
    Component,
    Event,
    Timezone,
    TimezoneDaylight,
    TimezoneStandard,
    vDuration,
    vText,
)

from bot.domain import zones
from bot.domain.feed import Feed
from bot.domain.outlets import Outlet
from bot.domain.plan import Post, Status
from bot.domain.status import VERSION
from bot.domain.text import tidy
from bot.locales import Words
from bot.locales import format as say

REFRESH = timedelta(hours=1)
"""How often a calendar is asked to look again. Outlook looks when it pleases."""

LENGTH = timedelta(minutes=30)
"""How long a post stands in the calendar.

A post is a moment, but an event without length is a hairline in a week view, or is not shown.
Written as a length and not as an end, it is right in the nights when the clock is changed too.
"""

_STATUS = {
    Status.DRAFT: "TENTATIVE",
    Status.READY: "CONFIRMED",
    Status.PUBLISHED: "CONFIRMED",
    Status.CANCELLED: "CANCELLED",
}
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_END = b"END:VCALENDAR\r\n"


class _Text(vText):
    r"""Text as it is: icalendar takes the `\N` in `\\server\Nytt` for a line break."""

    def to_ical(self) -> bytes:
        escaped = str(self).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
        return escaped.replace("\n", "\\n").encode()


def calendar(words: Words, feed: Feed, outlet: Outlet | None = None, *, zone: ZoneInfo) -> bytes:
    """Write the whole plan, or the part of *outlet*, as an iCalendar file."""
    shown = feed.of(outlet) if outlet else feed
    outlets = {each.id: each.name for each in feed.outlets}
    frame = _frame(words, outlet)
    if shown.posts:
        frame.add_component(_zone(shown, zone))
    events = (
        _event(
            post,
            words.language,
            outlet=outlets[post.outlet_id],
            owner=feed.names.get(post.owner or ""),
            namespace=feed.namespace,
            zone=zone,
        )
        for post in shown.posts
    )
    return _bytes(frame).removesuffix(_END) + b"".join(events) + _END


def _frame(words: Words, outlet: Outlet | None) -> Calendar:
    name = words("feed-name-outlet", outlet=tidy(outlet.name)) if outlet else words("feed-name")
    frame = Calendar()
    frame.add("prodid", f"-//Lucka//Lucka {VERSION}//{words.language.upper()}")
    frame.add("version", "2.0")
    frame.add("method", "PUBLISH")
    _write(frame, "x-wr-calname", name)
    _write(frame, "name", name)
    frame.add("refresh-interval", vDuration(REFRESH), {"VALUE": "DURATION"})
    frame.add("x-published-ttl", vDuration(REFRESH))
    return frame


# Writing an event takes half a millisecond, and most are as they were when last asked for.
@lru_cache(maxsize=2500)
def _event(
    post: Post, language: str, *, outlet: str, owner: str | None, namespace: str, zone: ZoneInfo
) -> bytes:
    words = Words(language)
    event = Event()
    event.add("uid", f"post-{post.id}@{namespace}")
    event.add("dtstamp", post.updated_at)
    event.add("created", post.created_at)
    event.add("last-modified", post.updated_at)
    event.add("sequence", post.revision)
    event.add("dtstart", _start(post, zone))
    event.add("duration", LENGTH)
    status = words(f"plan-status-{post.status}")
    _write(event, "summary", words("feed-summary", outlet=outlet, title=post.title, status=status))
    _write(event, "description", _description(words, post, owner))
    event.add("status", _STATUS[post.status])
    event.add("transp", "TRANSPARENT")  # nobody is busy because of it
    _write(event, "categories", outlet)
    if post.link and post.status is Status.PUBLISHED:
        event.add("url", post.link)
    return _bytes(event)


def _start(post: Post, zone: ZoneInfo) -> datetime:
    """Return the wall time of *post* in *zone*; in UTC where it touches a change of the clock.

    In the hour that comes twice the first is meant (RFC 5545, 3.3.5), but ical.js and node-ical
    take the second.
    """
    start = datetime.combine(post.day, post.at, zone)
    walls = start, start + LENGTH
    is_plain = all(wall.utcoffset() == wall.replace(fold=1).utcoffset() for wall in walls)
    return start if is_plain else post.slot.starts(zone)


def _description(words: Words, post: Post, owner: str | None) -> str:
    who = words("feed-owner", name=owner) if owner else say.sentence(words("plan-no-owner"))
    return "\n\n".join(filter(None, [post.text, "\n".join(filter(None, [who, post.link]))]))


def _write(component: Component, name: str, text: str) -> None:
    """Put what people wrote into *component*."""
    component.add(name, _Text(tidy(text)), encode=False)


def _bytes(component: Component) -> bytes:
    return bytes(component.to_ical(sorted=False))  # in the order of writing


def _zone(feed: Feed, zone: ZoneInfo) -> Timezone:
    """Write the rules of *zone* for the years of the posts, from a change before the first on."""
    years = [post.day.year for post in feed.posts]
    made = Timezone()
    made.add("tzid", zone.key)
    for rule in zones.rules(zone, min(years) - 1, max(years) + 1):
        made.add_component(_observance(rule))
    return made


def _observance(rule: zones.Yearly) -> Component:
    change = rule.first
    made: Component = TimezoneDaylight() if change.is_summer else TimezoneStandard()
    made.add("dtstart", change.at)
    made.add("tzname", change.name)
    made.add("tzoffsetfrom", change.before)
    made.add("tzoffsetto", change.after)
    if rule.nth:
        day = f"{rule.nth}{_DAYS[change.at.weekday()]}"
        made.add("rrule", {"freq": "yearly", "bymonth": change.at.month, "byday": day})
    return made
