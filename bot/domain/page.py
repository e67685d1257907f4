"""What is read from the public page: posts, comments, and how the reading went."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, StrEnum


class PageTrouble(StrEnum):
    """Say what an error of the page's interface asks us to do."""

    RETRY = "retry"  # a blip: the next round does it again
    SLOW_DOWN = "slow_down"  # a limit: calling on prolongs the block
    TOKEN = "token"  # noqa: S105 -- a person must log in again
    PERMISSION = "permission"  # a person must grant a right or restore a role
    GONE = "gone"  # deleted, or hidden from us: the page says the same for both
    BUG = "bug"  # our call is wrong; repeating it does not help


class PageDepth(Enum):
    """How far back a round reads: the value is a number of posts."""

    RECENT = 25
    HISTORY = 600  # about what the interface gives out of a year


@dataclass(frozen=True, slots=True)
class PagePost:
    """A published post of the page; `text` is as received, "" for none.

    `comments_reported` is the page's own count. It errs in both directions: show it, compare
    nothing with it.
    """

    id: str
    text: str
    created_at: datetime
    updated_at: datetime | None
    permalink: str | None
    comments_reported: int | None


@dataclass(frozen=True, slots=True)
class PageComment:
    """A comment or a reply; `text` is as received (not normalised), "" for none.

    `parent_id` is the top-level comment of a reply. The author is None where the page withholds
    it. `attachment` is the kind (photo, sticker, video_inline, share …), never the content.
    """

    id: str
    post_id: str
    parent_id: str | None
    author_id: str | None
    author_name: str | None
    text: str
    created_at: datetime
    permalink: str | None
    attachment: str | None
    is_hidden: bool
    from_page: bool


@dataclass(frozen=True, slots=True)
class PageUsage:
    """How much of the page's call budget is used (percent), and the wait once it is spent."""

    percent: int = 0
    wait_seconds: int = 0


@dataclass(frozen=True, slots=True)
class PageRound:
    """One look at the page: newest posts first, comments in chronological order.

    `complete` is False when the reading stopped at its bound or at a repeated cursor: what lies
    behind is unread, and the next round must not stop at known comments.
    """

    posts: tuple[PagePost, ...]
    comments: tuple[PageComment, ...]
    usage: PageUsage
    calls: int
    complete: bool = True

    def sees_no_public(self) -> bool:
        """Tell whether comments are counted but none by the public is readable.

        That is how an app looks that lacks access to what the public writes.
        """
        reported = sum(post.comments_reported or 0 for post in self.posts)
        own = sum(1 for comment in self.comments if comment.from_page)
        return reported > own and own == len(self.comments)


@dataclass(frozen=True, slots=True)
class PageIdentity:
    """Who the token speaks as."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class PageToken:
    """What the page's interface says about our token; None stands for "no end"."""

    type: str
    is_valid: bool
    profile_id: str | None
    scopes: frozenset[str]
    expires_at: datetime | None
    data_access_expires_at: datetime | None


@dataclass(frozen=True, slots=True)
class PageDraft:
    """A post of the page that need not be visible yet."""

    id: str
    text: str
    created_at: datetime
    is_published: bool
    permalink: str | None = None
