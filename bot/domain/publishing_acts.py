"""What people do about publishing: allow it, confirm it, withdraw it; and what is refused."""

from dataclasses import replace
from datetime import datetime, tzinfo

from bot.domain.acts import Outdated, check_open
from bot.domain.errors import Refusal
from bot.domain.media import Kind
from bot.domain.plan import LinkUnfit, Post, Status, read_link
from bot.domain.publishing import Problem, Publication, Publishing, State, afresh, pictures
from bot.domain.team import Team
from bot.domain.text import is_blank


class PublishingOff(Refusal):
    """Refuse to publish where the team has not allowed it, or where there is no page."""

    kind = "refusal-publishing-off"


class NotPublisher(Refusal):
    """Refuse to publish for somebody who may not."""

    kind = "refusal-not-publisher"


class NobodyPublishes(Refusal):
    """Refuse to allow publishing without anybody who may."""

    kind = "refusal-nobody-publishes"
    field = "users"


class OtherOutlet(Refusal):
    """Refuse to publish on the page what is meant for another outlet."""

    kind = "refusal-publish-outlet"


class NotReady(Refusal):
    """Refuse to publish a draft."""

    kind = "refusal-publish-draft"


class NothingToSay(Refusal):
    """Refuse to publish a post without a text."""

    kind = "refusal-publish-no-text"


class FilmByHand(Refusal):
    """Refuse to publish what shows a film or a broadcast: that is done on the page."""

    kind = "refusal-publish-film"


class UnderWay(Refusal):
    """Refuse to publish what already waits to go out."""

    kind = "refusal-publish-under-way"


class IsOut(Refusal):
    """Refuse to publish once more what the bot has published."""

    kind = "refusal-publish-out"


class TimePassed(Refusal):
    """Refuse to wait for a time that has passed."""

    kind = "refusal-publish-time-passed"
    field = "when"


class TooLateToWithdraw(Refusal):
    """Refuse to withdraw what is out, or may be at this moment."""

    kind = "refusal-publish-going"


class NothingWaits(Refusal):
    """Refuse to withdraw where nothing waits any more."""

    kind = "refusal-publish-nothing-waits"


def check_fit(post: Post, setting: Publishing) -> None:
    """Refuse to publish *post* unless it is open, ready, the page's, and says something."""
    check_open(post)
    if post.outlet_id != setting.outlet_id:
        raise OtherOutlet
    if post.status is not Status.READY:
        raise NotReady(title=post.title)
    if is_blank(post.text):
        raise NothingToSay(title=post.title)
    if post.media.kind in (Kind.FILM, Kind.LIVE):
        raise FilmByHand(title=post.title)


def check_allowed(setting: Publishing, team: Team, user: str) -> None:
    """Refuse *user* unless publishing is on and they may."""
    if not setting.is_on:
        raise PublishingOff
    if not setting.allows(user, team):
        raise NotPublisher


def check_unchanged(post: Post, revision: int | None) -> None:
    """Refuse to publish what has been changed since it was shown."""
    if post.revision != revision:
        raise Outdated


def due_of(post: Post, *, is_planned: bool, now: datetime, zone: tzinfo) -> datetime:
    """Return when *post* is to go out: now, or at its time, which must be ahead."""
    if not is_planned:
        return now
    due = post.slot.starts(zone)
    if due <= now:
        raise TimePassed
    return due


def decided(
    post: Post,
    former: Publication | None,
    *,
    link: str | None,
    who: str,
    is_planned: bool,
    now: datetime,
    zone: tzinfo,
) -> Publication:
    """Return the decision of *who* to let *post* go out; it takes over what *former* has begun."""
    due = due_of(post, is_planned=is_planned, now=now, zone=zone)
    fresh = Publication(
        id=0,
        post_id=post.id,
        revision=post.revision,
        outlet_id=post.outlet_id,
        text=post.text,
        link=link,
        who=who,
        is_planned=is_planned,
        due=due,
        next_at=due,
        pictures=pictures(post.media),
    )
    same = former and _goes_out(former) == _goes_out(fresh)
    if former is None or not same or former.problem is Problem.GONE:
        return fresh
    return replace(
        fresh,
        state=State.CREATED if former.page_post_id else State.WAITING,
        tried_at=former.tried_at,
        page_post_id=former.page_post_id,
        released_at=former.released_at,
    )


def _goes_out(publication: Publication) -> tuple[object, ...]:
    return publication.text, publication.link, afresh(publication.pictures)


def withdrawn(publication: Publication | None) -> Publication:
    """Withdraw what has not begun to show."""
    if publication is None or not publication.is_active:
        raise NothingWaits
    if publication.released_at:
        raise TooLateToWithdraw
    return replace(publication, state=State.WITHDRAWN, problem=None)


def outward_link(text: str | None) -> str | None:
    """Read the address that is to go out with a post; the page shows what stands there.

    Facebook refuses addresses of its own (code 1609008), so that they are refused here first.
    """
    link = read_link(text)
    if link and "facebook.com" in link.partition("://")[2].partition("/")[0].casefold():
        raise LinkUnfit
    return link
