"""One look at the page: as few calls as possible, but every one that is needed."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

from bot.domain.page import (
    EVERYTHING,
    PageComment,
    PageMemory,
    PagePost,
    PageRound,
    PageTrouble,
    PageUsage,
)
from bot.integrations.facebook_errors import GraphError
from bot.integrations.facebook_shapes import (
    COMMENT_FIELDS,
    NEWEST_FIRST,
    POST_FIELDS,
    comment_from,
    post_fields,
    post_from,
)

POSTS_A_CALL = 25
NESTED_COMMENTS = 25  # of each post, in the call that reads the posts
COMMENTS_A_CALL = 100  # of one post, when there are more
ENOUGH = 10  # known ones at the end of a page, newest first: those behind them are known, too
MOST_CALLS = 500  # of one round; far above any real need, but not endless
MOST_PERCENT = 90  # of the budget: from here on a round goes no further, for writing needs the rest

Json = dict[str, Any]
Get = Callable[[str, Mapping[str, str]], tuple[Json, PageUsage]]


class Round:
    """One look at the page, with what it has gathered so far."""

    def __init__(self, get: Get, page_id: str, memory: PageMemory) -> None:
        self._get = get
        self._page_id = page_id
        self._memory = memory
        self._shrink = 1  # by how much the limits are divided; grows when asked to take less
        self._calls = 0
        self._usage = PageUsage()
        self._posts: dict[str, PagePost] = {}
        self._comments: dict[str, PageComment] = {}
        self._unread: set[str] = set()
        self._whole: set[str] = set()
        self._waiting: set[str] = set()
        self._unreadable = 0

    def read(self, wanted: int) -> PageRound:
        """Read the *wanted* newest posts and their comments."""
        for node in self._post_nodes(wanted):
            post = post_from(node)
            self._posts[post.id] = post
            self._read_comments(post, node.get("comments") or {})
        return self._told()

    def read_post(self, post_id: str) -> PageRound:
        """Read all the comments on one post."""
        self._read_behind(post_id, None)
        return self._told()

    def list_posts(self, most: int) -> PageRound:
        """Read the *most* newest posts in one call, without their comments."""
        params = {"limit": str(most), "fields": POST_FIELDS}
        body = self._call(f"{self._page_id}/published_posts", lambda: params, "")
        self._posts = {post.id: post for post in map(post_from, body["data"])}
        return self._told()

    def _told(self) -> PageRound:
        return PageRound(
            tuple(self._posts.values()),
            tuple(sorted(self._comments.values(), key=_by_time)),
            self._usage,
            self._calls,
            not self._unread,
            frozenset(self._unread),
            frozenset(self._whole - self._unread),
            frozenset(self._waiting),
            self._unreadable,
        )

    def _post_nodes(self, wanted: int) -> Iterator[Json]:
        """Yield the newest posts, page by page."""
        for page in self._pages(f"{self._page_id}/published_posts", self._post_params, EVERYTHING):
            yield from page["data"][: wanted - len(self._posts)]
            if len(self._posts) >= wanted:
                return

    def _read_comments(self, post: PagePost, first: Json) -> None:
        """Take in what came with the post, and read on behind it while that is needed."""
        if not self._take(post.id, first) and not self._can_wait(post, first):
            self._read_behind(post.id, first)

    def _can_wait(self, post: PagePost, first: Json) -> bool:
        """Tell whether to leave what lies behind: the order proves nothing, but the post is quiet."""
        if _next_cursor(first) is None or _is_newest_first(first):
            return False
        if post.id in self._memory.unread or not self._memory.post(post):
            return False
        self._waiting.add(post.id)
        return True

    def _read_behind(self, post_id: str, first: Json | None) -> None:
        """Read a post's comments, those after *first*, until they are known or at an end."""
        pages = self._pages(f"{post_id}/comments", self._comment_params, post_id, first)
        for page in pages:
            if self._take(post_id, page):
                return

    def _take(self, post_id: str, page: Json) -> bool:
        """Keep the comments of one page; tell whether what lies behind it is known, too."""
        nodes = page.get("data") or []
        found = [self._comment(node, post_id) for node in nodes]
        comments = [comment for comment in found if comment is not None]
        self._comments |= {comment.id: comment for comment in comments}
        if len(comments) < len(nodes):
            self._unread.add(post_id)
        if _next_cursor(page) is None:
            self._whole.add(post_id)
        if post_id in self._memory.unread or not _is_newest_first(page):
            return False
        oldest = comments[-ENOUGH:]
        return bool(oldest) and all(self._memory.comment(one.id) for one in oldest)

    def _comment(self, node: Json, post_id: str) -> PageComment | None:
        """Return one comment, or None where there is none to be made of it: the others can be."""
        if isinstance(node, dict) and not node.get("id"):
            return None  # withheld from who may only look
        try:
            return comment_from(node, post_id, self._page_id)
        except GraphError:
            self._unreadable += 1
            return None

    def _pages(
        self,
        path: str,
        params: Callable[[], dict[str, str]],
        what: str,
        behind: Json | None = None,
    ) -> Iterator[Json]:
        """Yield an edge's pages (those after *behind*) until there is no next one.

        Where they are left before their end, *what* counts as unread.
        """
        after = _next_cursor(behind) if behind is not None else ""
        seen = set()
        while after is not None:
            if after in seen or self._calls >= MOST_CALLS or self._usage.percent >= MOST_PERCENT:
                self._unread.add(what)
                return
            seen.add(after)
            page = self._call(path, params, after)
            yield page
            after = _next_cursor(page)

    def _call(self, path: str, params: Callable[[], dict[str, str]], after: str) -> Json:
        """Make one call; take half as much for as long as the interface finds it too much."""
        cursor = {"after": after} if after else {}
        while True:
            self._calls += 1
            try:
                body, self._usage = self._get(path, {**params(), **cursor})
            except GraphError as error:
                if not error.too_much or self._shrink > POSTS_A_CALL:
                    raise
                self._shrink *= 2
            else:
                if not isinstance(body.get("data"), list):  # a half answer is not an empty page
                    raise GraphError(PageTrouble.RETRY, reason="no data")
                return body

    def _post_params(self) -> dict[str, str]:
        limits = self._limit(POSTS_A_CALL), self._limit(NESTED_COMMENTS)
        return {"limit": str(limits[0]), "fields": post_fields(limits[1])}

    def _comment_params(self) -> dict[str, str]:
        return {
            "limit": str(self._limit(COMMENTS_A_CALL)),
            "fields": COMMENT_FIELDS,
            "filter": "stream",
            "order": NEWEST_FIRST,
            "summary": "true",
        }

    def _limit(self, usual: int) -> int:
        return max(1, usual // self._shrink)


def every_node(get: Get, path: str, params: Mapping[str, str]) -> list[Json]:
    """Return an edge to its end; raise where that is not reached: half of it proves nothing."""
    nodes: list[Json] = []
    seen: set[str] = set()
    after: str | None = ""
    while after is not None:
        if after in seen or len(seen) >= MOST_CALLS:
            raise GraphError(PageTrouble.RETRY, reason="no end")
        seen.add(after)
        page = get(path, {**params, **({"after": after} if after else {})})[0]
        if not isinstance(page.get("data"), list):
            raise GraphError(PageTrouble.RETRY, reason="no data")
        nodes += page["data"]
        try:
            after = _next_cursor(page)
        except (AttributeError, TypeError, ValueError):
            raise GraphError(PageTrouble.RETRY, reason="no next") from None
    return nodes


def _is_newest_first(page: Json) -> bool:
    """Tell whether the interface says that it answers newest first."""
    return bool((page.get("summary") or {}).get("order") == NEWEST_FIRST)


def _by_time(comment: PageComment) -> tuple[object, ...]:
    """Sort by time; in the same second a reply comes after what it may answer."""
    return comment.created_at, comment.parent_id is not None, comment.id


def _next_cursor(page: Mapping[str, Any]) -> str | None:
    """Return the cursor behind *page*, or None after the last one.

    Only a missing `next` is the end: a page may be short, or empty, and still not be the last.
    A `next` without a cursor leads to the start ("") once more, which is told as incomplete.
    """
    paging = page.get("paging") or {}
    address = paging.get("next")
    if not address:
        return None
    in_address = parse_qs(urlsplit(address).query).get("after")
    cursor = in_address[0] if in_address else (paging.get("cursors") or {}).get("after")
    return str(cursor or "")
