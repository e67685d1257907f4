"""What is read from the public page: posts, comments, and how the reading went."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, StrEnum

EVERYTHING = "*"
"""Stands for every post where it is told which are unread."""

PUBLIC_SCOPE = "pages_read_user_content"
"""The permission without which nothing that the public writes can be read."""


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
    `mentions_page` says that it names the page, and so is addressed to us.
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
    mentions_page: bool = False


@dataclass(frozen=True, slots=True)
class PageUsage:
    """How much of the page's call budget is used (percent), and the wait once it is spent."""

    percent: int = 0
    wait_seconds: int = 0


def nothing_known(_: object) -> bool:
    """Know nothing, so that everything is read."""
    return False


@dataclass(frozen=True, slots=True)
class PageMemory:
    """What is known before a look, so that it costs no more than it must.

    `comment` knows a comment by its id. `post` says that nothing has been written under a post
    since it was last read, by the page's own word, which holds for replies only mostly. `unread`
    are posts that are read to their end whatever is known.
    """

    comment: Callable[[str], bool] = nothing_known
    post: Callable[[PagePost], bool] = nothing_known
    unread: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PageRound:
    """One look at the page: newest posts first, comments in chronological order.

    `complete` is False when the reading stopped at a bound, at a repeated cursor or at what it
    could not make sense of: what lies behind is unread, and the next round must not stop at known
    comments. `unread` are the posts of which that is true, or EVERYTHING. `whole` are posts of which every comment that the page lists
    was read: one that is missing there is missing on the page. `waiting` are posts that were left
    because they are quiet, though the order of their comments proves nothing. `unreadable` counts
    the comments that were skipped because they made no sense.
    """

    posts: tuple[PagePost, ...]
    comments: tuple[PageComment, ...]
    usage: PageUsage
    calls: int
    complete: bool = True
    unread: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()
    waiting: frozenset[str] = frozenset()
    unreadable: int = 0

    def sees_no_public(self) -> bool:
        """Tell whether comments are counted but none by the public is readable.

        That is how an app looks that lacks access to what the public writes.
        """
        reported = sum(post.comments_reported or 0 for post in self.posts)
        own = sum(1 for comment in self.comments if comment.from_page)
        return reported > own and own == len(self.comments)

    def sees_public(self) -> bool:
        """Tell whether anything that the public wrote was readable."""
        return any(not comment.from_page for comment in self.comments)


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
    app_id: str = ""

    def ends(self) -> datetime | None:
        """Return when it ends, or its access to data does, whichever comes first."""
        known = (self.expires_at, self.data_access_expires_at)
        return min((end for end in known if end is not None), default=None)

    def reads_public(self, page_id: str) -> bool:
        """Tell whether it is the living token of *page_id* and may read what the public writes."""
        is_ours = self.type == "PAGE" and self.profile_id == page_id
        return self.is_valid and is_ours and PUBLIC_SCOPE in self.scopes


@dataclass(frozen=True, slots=True)
class PageDraft:
    """A post of the page that need not be visible yet."""

    id: str
    text: str
    created_at: datetime
    is_published: bool
    permalink: str | None = None


def merged(old: PageComment, new: PageComment) -> PageComment:
    """Return what is known of a comment after reading it once more.

    The page may withhold the author, the address or who is mentioned the next time; that is no
    news. When it was written does not change.
    """
    return replace(
        new,
        parent_id=new.parent_id or old.parent_id,
        author_id=new.author_id or old.author_id,
        author_name=new.author_name or old.author_name,
        created_at=old.created_at,
        permalink=new.permalink or old.permalink,
        from_page=new.from_page or old.from_page,
        mentions_page=new.mentions_page or old.mentions_page,
    )
