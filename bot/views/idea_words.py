"""What is said about an idea wherever it is shown: tags, season, votes, where it stands, and why."""

from collections.abc import Mapping
from datetime import date, datetime, tzinfo

from bot.domain.calendar import ONE_DAY, Week
from bot.domain.ideas import TITLE_LIMIT as IDEA_LIMIT
from bot.domain.ideas import Idea
from bot.domain.plan import Post
from bot.domain.reuse import Offer, Reuse
from bot.domain.routing import Where
from bot.domain.seasons import By, Days, Months, Season
from bot.domain.suggestions import (
    ForOutlet,
    InSeason,
    KeptLongAgo,
    NothingAbout,
    Ready,
    Reason,
    Voted,
)
from bot.domain.wheel import AUTHOR
from bot.locales import Words
from bot.locales import format as say
from bot.views.blocks import cut, escape
from bot.views.plan import Frame

TAGS_LIMIT = 100
TITLE_LIMIT = 80
_SHORT = 40
_REASON_SHOWN = 100


def tags(idea: Idea) -> str:
    """Write the tags as they were written, escaped; empty where there are none."""
    return escape(cut(" ".join(f"#{tag}" for tag in idea.tags), TAGS_LIMIT))


def author(words: Words, idea: Idea, names: Mapping[str, str]) -> str:
    """Say whose idea it is, escaped: a person's, or the year wheel's."""
    if idea.author == AUTHOR:
        return words("idea-from-wheel")
    name = names.get(idea.author)
    return escape(name) if name else words("somebody")


def season(words: Words, when: Season, *, today: date) -> str:
    """Write when an idea belongs, so that the form can read it back."""
    match when:
        case By(day):
            return words("idea-season-by", day=say.day_long(day, words, today=today))
        case Days(start, end) if end - start > ONE_DAY:
            first, last = Week.of(start), Week.of(end - ONE_DAY)
            week = say.week(start, words)
            if last != first:
                week = words("wheel-weeks", first=first.number, last=last.number)
            return week if first.year == Week.of(today).year else f"{week} {first.year}"
        case Days(start, _):
            return say.day_long(start, words, today=today)
        case Months(first, last):
            return _months(words, first, last)


def _months(words: Words, first: int, last: int) -> str:
    names = [words("month", number=number) for number in dict.fromkeys((first, last))]
    return "–".join(names)


def standing(
    words: Words, idea: Idea, post: Post | None, outlets: Mapping[int, str], today: date
) -> str:
    """Say how an idea stands: planned, waiting, where it belongs, put off, or a no; escaped."""
    if post:
        return words("idea-planned", day=say.day_long(post.day, words, today=today))
    routing = idea.routing
    match routing.where:
        case Where.OUTLET:
            if routing.outlet_id is None:
                return words("idea-routed-several")
            name = outlets.get(routing.outlet_id, "")
            return words("idea-routed", outlet=escape(cut(name, TITLE_LIMIT)))
        case Where.LATER if routing.until and routing.until > today:
            day = say.day_long(routing.until, words, today=today)
            return words("idea-later-until", day=day)
        case Where.NO:
            return words(
                "idea-said-no", reason=escape(cut(" ".join(routing.reason.split()), _REASON_SHOWN))
            )
    return words("idea-waits")


def fitting(words: Words, each: Offer, frame: Frame) -> str:
    """Return one line of mrkdwn: what is offered, and why in half a sentence."""
    title, why = lines(words, each, frame, limit=TITLE_LIMIT)
    if isinstance(each, Reuse):
        return f"{title} {say.sentence(why)}"
    return f"{title}: {why}" if why else title


def lines(words: Words, each: Offer, frame: Frame, limit: int = IDEA_LIMIT) -> tuple[str, str]:
    """Return what is offered and why, escaped; no reason where nothing speaks for it but its age."""
    if isinstance(each, Reuse):
        title = escape(cut(each.post.title, limit))
        key = "reuse-year-ago" if each.is_year_ago else "reuse-season"
        return words(key, title=title), reuse_reasons(words, each, frame)
    why = " · ".join(_reason(words, reason, each.idea, frame) for reason in each.reasons)
    return escape(cut(each.idea.title, limit)), why


def reuse_reasons(words: Words, each: Reuse, frame: Frame) -> str:
    """Say when a post ran, and what speaks for it."""
    said = [words("reuse-ran", day=say.day_long(each.post.day, words, today=frame.today))]
    if each.season:
        when = season(words, each.season, today=frame.today)
        said.append(words("reason-season", season=when))
    if each.praise:
        said.append(words("reuse-praise", count=each.praise))
    return " · ".join(said)


def _reason(words: Words, reason: Reason, idea: Idea, frame: Frame) -> str:
    match reason:
        case Ready():
            return words("reason-reserve")
        case ForOutlet(outlet_id):
            return words("reason-outlet", outlet=frame.outlet(outlet_id))
        case InSeason(when):
            return _in_season(words, when, idea, frame)
        case NothingAbout(tag):
            return words("reason-variety", tag=escape(cut(tag, _SHORT)))
        case Voted(votes):
            return words("idea-votes", count=votes)
        case KeptLongAgo(since):
            return words("reason-age", since=_month(words, since, frame.zone, frame.today))


def _in_season(words: Words, when: Season, idea: Idea, frame: Frame) -> str:
    said = season(words, when, today=frame.today)
    if isinstance(when, By):
        return said
    is_day = isinstance(when, Days) and when.end - when.start == ONE_DAY
    if is_day and idea.author == AUTHOR:
        return words("reason-theme-day", day=said)
    return words("reason-season", season=said)


def _month(words: Words, since: datetime, zone: tzinfo, today: date) -> str:
    day = since.astimezone(zone).date()
    name = words("month", number=day.month)
    return name if day.year == today.year else f"{name} {day.year}"
