"""Show the page, its posts and comments as Graph nodes with the fields that were asked for.

What is empty is left out, never null; a field that does not exist fails the whole call.
"""

from collections.abc import Callable
from typing import Any

from bot.sandbox.graph_errors import bad_parameter, unknown_field
from bot.sandbox.graph_fields import Field, parse, render
from bot.sandbox.graph_paging import Key, limit_of, paged
from bot.sandbox.graph_state import Mode, Order, Switches
from bot.sandbox.graph_view import Caller, View, instant, number
from bot.sandbox.identity import PAGE, PAGE_TOKEN
from bot.sandbox.page import Page
from bot.sandbox.page_rows import Comment, Post

FOREIGN_NUMBER = "100000000000777"  # the page's number in addresses is not its Graph id
APP = {"name": "Lucka (sandbox)", "id": "900100200300400"}
MOST_POSTS = 100

PAGE_DEFAULT = parse("name,id")
POST_DEFAULT = parse("created_time,message,id")
COMMENT_DEFAULT = parse("created_time,from,message,id")
PARENT_DEFAULT = parse("created_time,from,message,id")

# Real fields that are always empty here.
POST_SILENT = frozenset(
    (
        "story", "scheduled_publish_time", "backdated_time", "to", "admin_creator", "application",
        "attachments", "full_picture", "message_tags", "parent_id", "promotable_id", "targeting",
        "feed_targeting", "properties", "sharedposts", "insights",
    )
)  # fmt: skip
COMMENT_SILENT = frozenset(
    (
        "object", "private_reply_conversation", "admin_creator",
        "live_broadcast_timestamp",
    )
)  # fmt: skip


class Nodes:
    """Render nodes and edges for one call."""

    def __init__(self, page: Page, switches: Switches, view: View) -> None:
        self.page = page
        self.switches = switches
        self.view = view

    def profile(self, fields: tuple[Field, ...]) -> dict[str, Any]:
        """Return the page's own node."""
        profile = self.page.profile()
        values: dict[str, Any] = {
            "id": PAGE,
            "name": profile.name,
            "about": profile.about,
            "link": f"{self.view.site}/facebook/{FOREIGN_NUMBER}",
            "fan_count": 12_480,
            "followers_count": 13_055,
            "category": "Government organization",
        }
        if self.view.caller is Caller.USER:
            values["access_token"] = PAGE_TOKEN
        shown = {"id": PAGE}
        for field in fields or PAGE_DEFAULT:
            if field.name not in values:
                raise unknown_field(field.name, "Page")
            shown[field.name] = values[field.name]
        return shown

    def post(self, post: Post, fields: tuple[Field, ...]) -> dict[str, Any]:
        """Return a post's node."""
        return self._node("PagePost", POST_VALUES, POST_SILENT, post, fields or POST_DEFAULT)

    def comment(self, comment: Comment, fields: tuple[Field, ...]) -> dict[str, Any]:
        """Return a comment's node."""
        wanted = fields or COMMENT_DEFAULT
        return self._node("Comment", COMMENT_VALUES, COMMENT_SILENT, comment, wanted)

    def _node(
        self,
        name: str,
        values: dict[str, Callable[["Nodes", Any, Field], Any]],
        silent: frozenset[str],
        row: Post | Comment,
        fields: tuple[Field, ...],
    ) -> dict[str, Any]:
        """Return the wanted fields that are not empty; `id` always."""
        shown: dict[str, Any] = {"id": row.id}
        for field in fields:
            if field.name in self.switches.gone:
                raise unknown_field(field.name, name)
            if field.name in values:
                value = values[field.name](self, row, field)
                if value is not None:
                    shown[field.name] = value
            elif field.name not in silent:
                raise unknown_field(field.name, name)
        return shown

    def posts(self, edge: str, params: dict[str, str], fields: tuple[Field, ...]) -> dict[str, Any]:
        """Return one page of the page's posts, newest first; `since`/`until` mean the posts'."""
        if limit_of(params) > MOST_POSTS:
            raise bad_parameter(f"param limit must not exceed {MOST_POSTS}.")
        since, until = _seconds(params, "since", 0), _seconds(params, "until", 2**40)
        return paged(
            [post for post in self._posts_of(edge) if since <= post.created <= until],
            lambda post: (-post.created, -post.seq),
            self._carried(params, fields),
            address=f"{self.view.root}/{PAGE}/{edge}",
            render=lambda post: self.post(post, fields),
            quirk=self.view.quirk,
        )

    def _posts_of(self, edge: str) -> list[Post]:
        """Return what an edge lists: the feed, also what is not published yet."""
        return self.page.posts(unpublished=edge == "feed")

    def comments(
        self, parent: Post | Comment, params: dict[str, str], fields: tuple[Field, ...]
    ) -> dict[str, Any]:
        """Return one page of the comments on a post, or of the replies to a comment."""
        everything = self.under(parent, stream=params.get("filter") == "stream")
        params = {**params, "limit": str(min(limit_of(params), self.switches.most_comments))}
        order = self._order(params)
        answer = paged(
            [comment for comment in everything if self._is_listed(comment)],
            ORDERS[order],
            self._carried(params, fields),
            address=f"{self.view.root}/{parent.id}/comments",
            render=lambda comment: self.comment(comment, fields),
            quirk=self.view.quirk,
        )
        if params.get("summary", "false") not in {"false", "0"}:
            answer["summary"] = {
                "order": order,
                "total_count": self._total(parent, everything),
                "can_comment": True,
            }
        return answer

    def under(self, parent: Post | Comment, *, stream: bool) -> list[Comment]:
        """Return the comments on a post (with *stream* the replies, too), or a comment's replies."""
        if isinstance(parent, Post):
            found = self.page.comments(parent.id)
            return found if stream else [one for one in found if one.parent_id is None]
        return [one for one in self.page.comments(parent.post_id) if one.parent_id == parent.id]

    def _order(self, params: dict[str, str]) -> str:
        """Return the order that is really used, which need not be the one asked for."""
        if self.switches.order is not Order.HONOURED:
            return self.switches.order.value
        usual = "chronological" if params.get("filter") == "stream" else "ranked"
        order = params.get("order", usual)
        if order not in ORDERS:
            raise bad_parameter("param order must be one of {CHRONOLOGICAL, REVERSE_CHRONOLOGICAL}")
        return order

    def _is_listed(self, comment: Comment) -> bool:
        """Tell whether this caller sees the comment at all; nobody is told of what is left out."""
        if self.view.caller is not Caller.PAGE:
            return False
        if comment.hidden and not self.switches.hidden_listed:
            return False
        return comment.is_page or self.switches.mode is not Mode.BODIES_WITHHELD

    def _total(self, parent: Post | Comment, everything: list[Comment]) -> int:
        """Return the count Facebook reports: deleted comments stay in it."""
        if self.view.caller is not Caller.PAGE:
            return 0
        return len(everything) + (parent.ghosts if isinstance(parent, Post) else 0)

    def _carried(self, params: dict[str, str], fields: tuple[Field, ...]) -> dict[str, str]:
        """Return the parameters that the address of the next page repeats."""
        carried = {name: value for name, value in params.items() if name != "access_token"}
        if fields:
            carried["fields"] = render(fields)
        if self.view.token:
            carried["access_token"] = self.view.token
        return carried

    def author(self, comment: Comment, _: Field) -> dict[str, str] | None:
        """Return `from`, or None where it is withheld."""
        open_to_us = self.view.caller is Caller.PAGE and self.switches.mode is Mode.FULL
        if not comment.is_page and not open_to_us:
            return None
        return {"name": comment.author, "id": comment.author_id}

    def updated(self, post: Post, _: Field) -> str:
        """Return when something last happened to a post, or only to its first level."""
        if self.switches.replies_move:
            return instant(post.updated)
        tops = [one.created for one in self.under(post, stream=False)]
        return instant(max([post.created, *tops]))

    def edge(self, post: Post, field: Field) -> dict[str, Any] | None:
        """Return a post's comments within it; an empty edge may be left out like all that is."""
        found = self.comments(post, dict(field.modifiers), field.fields)
        return found if found["data"] or self.switches.empty_edges else None

    def parent(self, comment: Comment, field: Field) -> dict[str, Any] | None:
        """Return a reply's top-level comment."""
        found = self.page.comment(comment.parent_id) if comment.parent_id else None
        return self.comment(found, field.fields or PARENT_DEFAULT) if found else None

    def tags(self, comment: Comment, _: Field) -> list[dict[str, Any]] | None:
        """Return who is mentioned: the page, where a resident writes `@` and its name."""
        if comment.is_page or "@" not in comment.message:
            return None
        name = self.page.profile().name
        at = comment.message.find(f"@{name}")
        if at < 0:
            return None
        return [{"id": PAGE, "name": name, "type": "page", "offset": at, "length": len(name) + 1}]

    def permalink(self, row: Post | Comment) -> str:
        """Return the address for people; the sandbox's server leads it to its own page."""
        post_id = row.id if isinstance(row, Post) else row.post_id
        address = f"{self.view.site}/facebook/{FOREIGN_NUMBER}/posts/{number(post_id)}"
        if isinstance(row, Post):
            return address
        own = number(row.id)
        if row.parent_id is None:
            return f"{address}?comment_id={own}"
        return f"{address}?comment_id={number(row.parent_id)}&reply_comment_id={own}"


def _seconds(params: dict[str, str], name: str, usual: int) -> int:
    """Return a time bound; Unix seconds are the only spelling the emulator reads."""
    text = params.get(name, str(usual))
    if not text.isdecimal():
        raise bad_parameter(f"param {name} must be a Unix timestamp.")
    return int(text)


def _counted(total: int, field: Field) -> dict[str, Any]:
    """Return an edge of reactions: the emulator knows how many, not whose."""
    answer: dict[str, Any] = {"data": []}
    if dict(field.modifiers).get("summary", "false") not in {"false", "0"}:
        answer["summary"] = {"total_count": total, "viewer_reaction": "NONE"}
    return answer


def _attachment(nodes: Nodes, comment: Comment) -> dict[str, Any] | None:
    if comment.attachment is None:
        return None
    shown: dict[str, Any] = {
        "type": comment.attachment,
        "url": f"https://www.facebook.com/photo.php?fbid={number(comment.id)}",
        "target": {"id": number(comment.id)},
    }
    if comment.attachment in {"photo", "sticker"}:
        src = f"{nodes.view.site}/facebook-media/{number(comment.id)}"
        shown["media"] = {"image": {"src": src, "height": 1, "width": 1}}
    return shown


ORDERS: dict[str, Callable[[Comment], Key]] = {
    "chronological": lambda one: (one.created, one.seq),
    "reverse_chronological": lambda one: (-one.created, -one.seq),
    "ranked": lambda one: (-len(one.message), one.seq),  # any order that is not time's
}

POST_VALUES: dict[str, Callable[[Nodes, Post, Field], Any]] = {
    "id": lambda _, post, __: post.id,
    "message": lambda _, post, __: post.message or None,
    "created_time": lambda _, post, __: instant(post.created),
    "updated_time": Nodes.updated,
    "permalink_url": lambda nodes, post, _: nodes.permalink(post),
    "status_type": lambda *_: "mobile_status_update",
    "promotion_status": lambda *_: "inactive",
    "is_published": lambda _, post, __: bool(post.published),
    "is_hidden": lambda *_: False,
    "is_expired": lambda *_: False,
    "from": lambda nodes, *_: {"name": nodes.page.profile().name, "id": PAGE},
    "shares": lambda _, post, __: {"count": post.shares} if post.shares else None,
    "reactions": lambda _, post, field: _counted(post.reactions, field),
    "likes": lambda _, post, field: _counted(post.reactions, field),
    "comments": Nodes.edge,
}

COMMENT_VALUES: dict[str, Callable[[Nodes, Comment, Field], Any]] = {
    "id": lambda _, comment, __: comment.id,
    "message": lambda _, comment, __: comment.message or None,
    "from": Nodes.author,
    "message_tags": Nodes.tags,
    "created_time": lambda _, comment, __: instant(comment.created),
    "parent": Nodes.parent,
    "permalink_url": lambda nodes, comment, _: nodes.permalink(comment),
    "attachment": lambda nodes, comment, _: _attachment(nodes, comment),
    "comment_count": lambda nodes, comment, _: len(nodes.under(comment, stream=True)),
    "like_count": lambda *_: 0,
    "user_likes": lambda *_: False,
    "can_comment": lambda *_: True,
    "can_like": lambda *_: True,
    "can_remove": lambda *_: True,
    "can_hide": lambda _, comment, __: not comment.is_page,
    "can_reply_privately": lambda _, comment, __: not comment.is_page,
    "is_hidden": lambda _, comment, __: bool(comment.hidden),
    "is_private": lambda *_: False,
    "application": lambda _, comment, __: APP if comment.by_app else None,
    "likes": lambda _, __, field: _counted(0, field),
    "reactions": lambda _, __, field: _counted(0, field),
    "comments": lambda nodes, comment, field: nodes.comments(
        comment, dict(field.modifiers), field.fields
    ),
}
