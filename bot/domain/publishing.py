"""Publishing on the page: who may, what goes out and when, and what has become of it.

It goes out in two phases: created unpublished, its id kept, then made visible. Only the one whose
id is kept is ever made visible, and doing that twice is harmless, so that whatever is interrupted
where, the page shows it once. Its pictures are brought to the page before: those that no post
comes to show vanish there after a day, so that bringing one twice is harmless, too.

What is to go out later waits with us and not in Facebook's scheduler: the plan moves, and a moved,
changed or cancelled post must take its publishing along. Facebook's window ends after thirty days,
too, and there would be two places in which to withdraw. The price is that a bot that is down is
late; then it asks instead of publishing at a bad hour.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum, StrEnum

from bot.domain.media import Kind, Media
from bot.domain.outlets import Outlet
from bot.domain.page import PageDraft
from bot.domain.plan import Post, Status
from bot.domain.team import Team
from bot.domain.text import tidy
from bot.domain.waiting import is_due

LATE = timedelta(hours=1)
"""How long after its time something still goes out by itself; later, the person is asked."""

FIRST_LOOK = timedelta(seconds=15)  # after an attempt whose outcome nobody told us
SECOND_LOOK = timedelta(seconds=75)  # the page's list may lag; what is not there now never came
ENOUGH_LOOKS = 2
MOST_TRIES = 3
MOST_UPLOADS = 10  # of one picture; bringing it once more is harmless
SKEW = timedelta(minutes=5)  # our clock and the page's may differ this much
LINKLESS = timedelta(minutes=10)  # how long a visible post's address is asked for


class State(StrEnum):
    """How far a publication has come; the last three are ends."""

    WAITING = "waiting"
    CREATED = "created"  # stands on the page, unpublished
    RELEASED = "released"  # visible; its address is still to be read
    PUBLISHED = "published"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"


ACTIVE = frozenset({State.WAITING, State.CREATED, State.RELEASED})


class Problem(StrEnum):
    """Why something did not go out: what the person is told to do follows from it."""

    SLOW = "slow"
    TOKEN = "token"  # noqa: S105 -- not a secret
    PERMISSION = "permission"
    RULES = "rules"
    LINK = "link"
    DUPLICATE = "duplicate"
    GONE = "gone"
    REFUSED = "refused"
    LATE = "late"
    CHANGED = "changed"
    FORBIDDEN = "forbidden"
    UNSURE = "unsure"  # it may be out: a person must look at the page
    NOWHERE = "nowhere"  # tried several times, and it never came to stand there
    PHOTO_GONE = "photo-gone"  # not in Slack any more
    PHOTO_CLOSED = "photo-closed"  # in Slack, but not for us
    PHOTO_LARGE = "photo-large"
    PHOTO_UNFIT = "photo-unfit"  # no picture, whatever it is called
    PHOTO_REFUSED = "photo-refused"  # by the page
    PHOTO_STUCK = "photo-stuck"  # tried several times, and Slack or the page did not answer


@dataclass(frozen=True, slots=True)
class Publishing:
    """What the team has decided: whether, on which outlet, and who (nobody named: the lead)."""

    is_on: bool = False
    outlet_id: int | None = None
    users: tuple[str, ...] = ()

    def allows(self, user: str, team: Team) -> bool:
        """Tell whether *user* may publish; without people named, the lead and the deputies may."""
        return self.is_on and user in (self.users or deciders(team)) and not team.reads(user)


def deciders(team: Team) -> tuple[str, ...]:
    """Return the lead and the deputies; unlike elsewhere, no lead does not mean everybody."""
    return (team.lead, *team.deputies) if team.lead else ()


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture that goes out: Slack's *file*, its words ('' if it decorates), who brought it.

    *page_photo_id* is what the page calls it once it is there.
    """

    file: str
    name: str
    alt: str
    page_photo_id: str | None = None
    by: str = ""


def pictures(media: Media) -> tuple[Picture, ...]:
    """Return the pictures that go out with a post that shows *media*."""
    silent = media.kind is Kind.DECORATIVE
    return tuple(
        Picture(
            photo.file,
            photo.name,
            "" if silent or photo.is_decorative else photo.alt,
            by=photo.by,
        )
        for photo in media.photos
    )


def afresh(brought: Iterable[Picture]) -> tuple[Picture, ...]:
    """Return pictures as if none were on the page yet, where those that no post shows vanish."""
    return tuple(replace(picture, page_photo_id=None) for picture in brought)


@dataclass(frozen=True, slots=True)
class Publication:
    """One decision of *who* to let *text*, *link* and *pictures* of a post go out at *due* (UTC).

    *revision* is the post's at that moment. *tries* counts those of the present step. *tried_at*
    is set while an attempt to create it may have succeeded without our knowing, *released_at* once
    it may be visible. *trail* is the happening in which it was last decided about.
    """

    id: int
    post_id: int
    revision: int
    outlet_id: int
    text: str
    link: str | None
    who: str
    is_planned: bool
    due: datetime
    next_at: datetime
    state: State = State.WAITING
    tries: int = 0
    looks: int = 0
    tried_at: datetime | None = None
    page_post_id: str | None = None
    released_at: datetime | None = None
    permalink: str | None = None
    problem: Problem | None = None
    code: str = ""
    pictures: tuple[Picture, ...] = ()
    trail: str = ""

    @property
    def is_active(self) -> bool:
        """Tell whether it is still to go out."""
        return self.state in ACTIVE

    def is_due(self, now: datetime) -> bool:
        """Tell whether something is to be done about it; what is planned keeps to its hour."""
        if self.is_planned and not self.released_at and now < self.due:
            return False
        return is_due(self.next_at, now)

    @property
    def outward(self) -> tuple[str, str | None]:
        """The text and the link as the page gets them: beside pictures it shows no link but in words."""
        if not (self.pictures and self.link):
            return self.text, self.link
        is_there = self.link in self.text
        return (self.text if is_there else f"{self.text.rstrip()}\n\n{self.link}"), None

    @property
    def next_picture(self) -> Picture | None:
        """The first picture that the page does not have yet."""
        return next((each for each in self.pictures if each.page_photo_id is None), None)

    @property
    def step(self) -> "Step":
        """What is to be done next."""
        if self.page_post_id is None:
            if self.tried_at:
                return Step.LOOK
            return Step.UPLOAD if self.next_picture else Step.CREATE
        return Step.CONFIRM if self.released_at else Step.RELEASE


class Step(Enum):
    """What can be done for a publication; each ends in a state from which to go on after a crash."""

    UPLOAD = "upload"  # one picture, which nobody sees before a post shows it
    CREATE = "create"
    LOOK = "look"  # whether the last attempt to create it stands on the page
    RELEASE = "release"
    CONFIRM = "confirm"  # whether it is visible, and where


class Fate(Enum):
    """What a change of the post means for its publication."""

    KEEP = "keep"
    FOLLOW = "follow"  # what goes out is the same: only the time, or what is not shown
    DROP = "drop"


def page_outlet(outlets: Sequence[Outlet]) -> int | None:
    """Return the outlet that is the page, most likely: the one that is called so, or the first."""
    named = (outlet.id for outlet in outlets if "facebook" in outlet.name.casefold())
    return next(named, outlets[0].id if outlets else None)


def fate(publication: Publication, post: Post | None) -> Fate:
    """Tell what the state of *post* means for its publication."""
    if post is None or post.status is not Status.READY:
        return Fate.DROP
    if (post.text, post.outlet_id) != (publication.text, publication.outlet_id):
        return Fate.DROP
    if pictures(post.media) != afresh(publication.pictures):
        return Fate.DROP
    return Fate.KEEP if post.revision == publication.revision else Fate.FOLLOW


def is_late(publication: Publication, now: datetime) -> bool:
    """Tell whether it is too late to go out by itself."""
    return now - publication.due > LATE


def own_draft(
    drafts: Iterable[PageDraft], publication: Publication, taken: Collection[str]
) -> PageDraft | None:
    """Return which of the page's posts came of the attempt of *publication*, or None.

    Ours is unpublished, says exactly the same, was made since the attempt and belongs to no other
    publication. Were there several, each would do, for only one is ever made visible.
    """
    if publication.tried_at is None:
        return None
    since, said = publication.tried_at - SKEW, tidy(publication.outward[0])
    fitting = (
        draft
        for draft in drafts
        if not draft.is_published
        and draft.id not in taken
        and draft.created_at >= since
        and tidy(draft.text) == said
    )
    return min(fitting, key=lambda draft: (draft.created_at, draft.id), default=None)
