"""Answer one Graph call: which node or edge it names, what it reads or changes."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from bot.sandbox import graph_insights, graph_photos
from bot.sandbox.graph_errors import (
    GraphRefusal,
    bad_parameter,
    check_link,
    missing,
    no_permission,
    repeated_post,
    unknown_path,
)
from bot.sandbox.graph_fields import parse
from bot.sandbox.graph_nodes import Nodes
from bot.sandbox.graph_paging import limit_of
from bot.sandbox.graph_state import Switches
from bot.sandbox.graph_tokens import APP_ID, Token, debug
from bot.sandbox.graph_view import Caller, View
from bot.sandbox.hooks import Hooks
from bot.sandbox.identity import PAGE
from bot.sandbox.multipart import Upload
from bot.sandbox.page import Page
from bot.sandbox.page_rows import Comment, Post

Json = dict[str, Any]
Answer = Json | list[Json]

POST_EDGES = ("published_posts", "posts", "feed")
SUCCESS: Json = {"success": True}
MOST_IN_BATCH = 50
NO_PUBLISHING = (
    "If posting to a page, requires both pages_read_engagement and pages_manage_posts as an admin "
    "with sufficient administrative permission"
)


@dataclass(frozen=True, slots=True)
class Call:
    """One request: `path` without the version, `params` from address and body, no token."""

    method: str
    path: tuple[str, ...]
    params: dict[str, str]
    files: dict[str, Upload] = field(default_factory=dict)


class Graph:
    """Answer calls for one caller."""

    def __init__(
        self, page: Page, switches: Switches, token: Token, view: View, hooks: Hooks
    ) -> None:
        self.page = page
        self.hooks = hooks
        self.switches = switches
        self.token = token
        self.nodes = Nodes(page, switches, view)

    def answer(self, call: Call) -> Answer:
        """Return the body of a successful answer, or raise a GraphRefusal."""
        if not call.path:
            return self._many(call)
        if call.path == ("debug_token",):
            return debug(call.params.get("input_token", ""), self.switches, self.nodes.view.now)
        if call.path == (APP_ID, "subscriptions"):
            return self._of_app(call)
        self._check_rights(call)
        first, *edge = call.path
        if first == "me":
            first = PAGE if self.token.caller is Caller.PAGE else "me"
        if len(edge) > 1:
            raise unknown_path("/" + "/".join(call.path))
        return self._node(call, first, edge[0] if edge else "")

    def _check_rights(self, call: Call) -> None:
        """Refuse a foreign page's token everywhere, and writing with any but the page's own."""
        writes = call.method != "GET"
        if self.token.is_foreign or (writes and self.token.caller is not Caller.PAGE):
            raise no_permission()

    def _node(self, call: Call, node_id: str, edge: str) -> Answer:
        if node_id == PAGE:
            return self._of_page(call, edge)
        if node_id == "me":
            return {"id": "700100200300400", "name": "Amira Haddad"}
        post = self.page.post(node_id)
        if post is not None:
            return self._of_post(call, post, edge)
        comment = self.page.comment(node_id)
        if comment is not None:
            return self._of_comment(call, comment, edge)
        raise missing(node_id, call.method.lower())

    def _of_page(self, call: Call, edge: str) -> Answer:
        fields = parse(call.params.get("fields", ""))
        if not edge:
            return self.nodes.profile(fields)
        if edge == "photos" and call.method == "POST":
            self._check_may_publish()
            return graph_photos.bring(self.page, call.params, call.files.get("source"))
        if edge == "subscribed_apps":
            return self._subscribed(call)
        if edge == "blocked":
            return self._blocked(call)
        if edge not in POST_EDGES:
            raise unknown_path(f"/{PAGE}/{edge}")
        if call.method == "GET":
            return self.nodes.posts(edge, call.params, fields)
        return self._publish(call.params)

    def _subscribed(self, call: Call) -> Json:
        """Show or change whether the app is told of what happens on the page."""
        if call.method == "GET":
            return self.hooks.apps()
        if "pages_manage_metadata" in self.switches.lacking:
            raise no_permission()
        wanted = call.params.get("subscribed_fields", "") if call.method == "POST" else ""
        self.hooks.page_fields = tuple(name for name in wanted.split(",") if name)
        return SUCCESS

    def _blocked(self, call: Call) -> Json:
        """Show who is blocked, or block or unblock somebody."""
        if call.method == "GET":
            return {"data": [{"id": person} for person in self.page.blocked()]}
        self._check_may_engage()
        person = call.params.get("user", "")
        if not person:
            raise bad_parameter("param user must be non-empty.")
        self.page.set_blocked(person, blocked=call.method == "POST")
        return {person: True} if call.method == "POST" else SUCCESS

    def _of_app(self, call: Call) -> Json:
        """Show or change what the app itself is subscribed to, which needs its own token."""
        if self.token.caller is not Caller.APP:
            raise no_permission("This method must be called with an app access_token.")
        if call.method == "GET":
            return self.hooks.subscriptions()
        if call.method == "POST":
            self.hooks.subscribe(call.params)
        else:
            self.hooks.callback = None
        return SUCCESS

    def _publish(self, params: dict[str, str]) -> Json:
        """Create a post with a message or a link, visible or not yet."""
        self._check_may_publish()
        message, link = params.get("message", ""), params.get("link") or None
        photos = graph_photos.attached(self.page, params)
        if not message.strip() and link is None and not photos:
            raise bad_parameter("Missing message or attachment")
        if link is not None:
            check_link(link)
        posts = self.page.posts()
        if posts and posts[0].message == message:
            raise repeated_post()
        published = _is_true(params, "published")
        made = self.page.add_post(message, link=link, published=published, photos=photos)
        return {"id": made, "post_supports_client_mutation_id": True}

    def _check_may_publish(self) -> None:
        if "pages_manage_posts" in self.switches.lacking:
            raise no_permission(NO_PUBLISHING)

    def _check_may_engage(self) -> None:
        if "pages_manage_engagement" in self.switches.lacking:
            raise no_permission()

    def _of_post(self, call: Call, post: Post, edge: str) -> Answer:
        fields = parse(call.params.get("fields", ""))
        if edge == "comments":
            if call.method == "GET":
                return self.nodes.comments(post, call.params, fields)
            return self._write_comment(call, post.id, None)
        if edge == "insights" and call.method == "GET":
            return graph_insights.of_post(post, call.params, self.switches)
        if edge:
            raise unknown_path(f"/{post.id}/{edge}")
        if call.method == "GET":
            return self.nodes.post(post, fields)
        self._check_may_publish()
        if call.method == "DELETE":
            self.page.delete_post(post.id)
        if "message" in call.params:
            self.page.edit_post(post.id, call.params["message"])
        if "is_published" in call.params and _is_true(call.params, "is_published"):
            self.page.release_post(post)
        return SUCCESS

    def _of_comment(self, call: Call, comment: Comment, edge: str) -> Answer:
        fields = parse(call.params.get("fields", ""))
        if edge == "comments":
            if call.method == "GET":
                return self.nodes.comments(comment, call.params, fields)
            return self._write_comment(call, comment.post_id, comment.id)
        if edge:
            raise unknown_path(f"/{comment.id}/{edge}")
        if call.method == "GET":
            return self.nodes.comment(comment, fields)
        self._check_may_engage()
        if call.method == "DELETE":
            self.page.delete_comment(comment)
        else:
            self._change_comment(comment, call.params)
        return SUCCESS

    def _write_comment(self, call: Call, post_id: str, parent_id: str | None) -> Json:
        """Write as the page; `fields` asks for the new comment instead of its bare id."""
        self._check_may_engage()
        message = call.params.get("message", "")
        if not message.strip():
            raise bad_parameter("Missing message or attachment")
        wanted = parse(call.params.get("fields", ""))
        written = self.page.add_comment(post_id, message, parent_id=parent_id, by_app=True)
        comment = self.page.comment(written)
        return self.nodes.comment(comment, wanted) if comment and wanted else {"id": written}

    def _change_comment(self, comment: Comment, params: dict[str, str]) -> None:
        """Edit the page's own comment, or hide one of the public's."""
        if "message" in params:
            if not comment.is_page:
                raise no_permission()
            self.page.edit_comment(comment, params["message"])
        if "is_hidden" in params:
            if comment.is_page:
                raise no_permission("Can not hide or unhide this comment")
            hidden = params["is_hidden"].lower() in {"true", "1"}
            self.page.hide_comment(comment, hidden=hidden)

    def _many(self, call: Call) -> Answer:
        """Answer `ids=a,b` with an object, `batch=[…]` with a list."""
        if "ids" in call.params:
            wanted = [name for name in call.params["ids"].split(",") if name]
            rest = {name: value for name, value in call.params.items() if name != "ids"}
            return {name: self.answer(Call("GET", (name,), rest)) for name in wanted}
        if "batch" in call.params:
            return [self._part(part) for part in batch_of(call.params)]
        raise unknown_path("/")

    def _part(self, part: dict[str, str]) -> Json:
        """Answer one part of a batch; its body is JSON inside a string."""
        address = urlsplit(part.get("relative_url", ""))
        params = dict(parse_qsl(address.query)) | dict(parse_qsl(part.get("body", "")))
        path = tuple(step for step in address.path.split("/") if step)
        try:
            status, body = 200, self.answer(Call(part.get("method", "GET"), path, params))
        except GraphRefusal as refusal:
            status, body = refusal.status, refusal.body
        return {"code": status, "body": json.dumps(body, ensure_ascii=False)}


def _is_true(params: Mapping[str, str], name: str) -> bool:
    """Read a parameter that is true unless it says otherwise."""
    return params.get(name, "true").lower() in {"true", "1"}


def batch_of(params: Mapping[str, str]) -> list[dict[str, str]]:
    """Return the parts of a batch."""
    try:
        parts = json.loads(params["batch"])
    except ValueError as error:
        raise bad_parameter("param batch must be an array.") from error
    if not isinstance(parts, list) or len(parts) > MOST_IN_BATCH:
        raise GraphRefusal(
            100,
            "Too many requests in batch message. Maximum batch size is 50",
            kind="GraphBatchException",
        )
    return parts


def weight(call: Call, *, nested: bool = False) -> int:
    """Return how many calls this one counts as: one for each id and each part of a batch.

    With *nested* also one for each edge inside a list.
    """
    if nested and "comments." in call.params.get("fields", ""):
        return 1 + limit_of(call.params)
    if "ids" in call.params and not call.path:
        return max(1, call.params["ids"].count(",") + 1)
    if "batch" in call.params and not call.path:
        return max(1, len(batch_of(call.params)))
    return 1
