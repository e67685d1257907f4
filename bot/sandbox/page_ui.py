"""What the browser asks about the simulated page: `GET /ui/page` and the acts of people on it."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.hub import Hub
from bot.sandbox.page import Page
from bot.sandbox.page_rows import Comment, Post, resident_id

LONGEST_COMMENT = 8_000

Act = Callable[[Page, dict[str, Any], str], str | None]
Endpoint = Callable[[Request], Awaitable[Response]]


class UnusableInput(Exception):
    """The browser asked for something that cannot be done; the argument is the error's code."""


def routes(page: Page, hub: Hub, zone: ZoneInfo) -> list[Route]:
    """Return the routes; every change to *page*, whoever makes it, is published on *hub*."""
    page.on_change(lambda change: hub.publish("page", change.post_id))

    async def show(_: Request) -> Response:
        return JSONResponse(shown(page, zone))

    async def photo(request: Request) -> Response:
        found = page.photos.data(request.path_params["id"])
        return Response(found[0], media_type=f"image/{found[1]}") if found else Response("", 404)

    def acting(act: Act) -> Endpoint:
        async def endpoint(request: Request) -> Response:
            return await _acted(act, page, request)

        return endpoint

    return [
        Route("/ui/page", show, methods=["GET"]),
        Route("/ui/page/photos/{id}", photo, methods=["GET"]),
        Route("/ui/page/posts", acting(_publish), methods=["POST"]),
        Route("/ui/page/comments", acting(_write), methods=["POST"]),
        Route("/ui/page/comments/{id}", acting(_change), methods=["POST"]),
        Route("/ui/page/comments/{id}/delete", acting(_delete), methods=["POST"]),
    ]


def shown(page: Page, zone: ZoneInfo) -> dict[str, Any]:
    """Return the whole page as the browser shows it, newest post first."""
    profile = page.profile()
    return {
        "page": {"id": profile.id, "name": profile.name, "about": profile.about},
        "posts": [
            _post(post, page.comments(post.id), zone) | {"photos": _photos(page, post)}
            for post in page.posts()
        ],
    }


def _photos(page: Page, post: Post) -> list[dict[str, str]]:
    return [
        {"src": f"/ui/page/photos/{photo.id}", "alt": photo.alt}
        for photo in page.photos.of(post.id)
    ]


def _post(post: Post, comments: list[Comment], zone: ZoneInfo) -> dict[str, Any]:
    return {
        "id": post.id,
        "message": post.message,
        "link": post.link,
        "reactions": post.reactions,
        "comments": [_comment(one, comments, zone) for one in comments if one.parent_id is None],
        **_times(post.created, zone),
    }


def _comment(comment: Comment, everything: list[Comment], zone: ZoneInfo) -> dict[str, Any]:
    return {
        "id": comment.id,
        "author": comment.author,
        "is_page": comment.is_page,
        "message": comment.message,
        "attachment": comment.attachment,
        "hidden": bool(comment.hidden),
        "replies": [
            _comment(reply, everything, zone)
            for reply in everything
            if reply.parent_id == comment.id
        ],
        **_times(comment.created, zone),
    }


def _times(seconds: int, zone: ZoneInfo) -> dict[str, str]:
    """Return the instant in UTC, and the team's local time without an offset."""
    at = datetime.fromtimestamp(seconds, UTC)
    local = at.astimezone(zone).replace(tzinfo=None)
    return {"at": at.isoformat(), "local": local.isoformat()}


async def _acted(act: Act, page: Page, request: Request) -> Response:
    """Do *act*; answer with the new id, if there is one, or with the error's code."""
    try:
        made = act(page, await _body(request), request.path_params.get("id", ""))
    except UnusableInput as problem:
        return JSONResponse({"ok": False, "error": str(problem)})
    return JSONResponse({"ok": True} | ({"id": made} if made else {}))


async def _body(request: Request) -> dict[str, Any]:
    try:
        body = await request.json()
    except ValueError as error:
        raise UnusableInput("invalid_json") from error
    if not isinstance(body, dict):
        raise UnusableInput("invalid_json")
    return body


def _publish(page: Page, body: dict[str, Any], _: str) -> str:
    return page.add_post(_message(body))


def _write(page: Page, body: dict[str, Any], _: str) -> str:
    post_id, parent_id, author = body.get("post_id"), body.get("parent_id"), body.get("author")
    if page.post(str(post_id)) is None:
        raise UnusableInput("post_not_found")
    if parent_id is not None and _found(page, str(parent_id)).post_id != post_id:
        raise UnusableInput("comment_not_found")
    if author is not None and not str(author).strip():
        raise UnusableInput("no_author")
    if author is not None and resident_id(str(author).strip()) in page.blocked():
        raise UnusableInput("blocked")
    return page.add_comment(
        str(post_id),
        _message(body),
        author=str(author).strip() if author is not None else None,
        parent_id=str(parent_id) if parent_id is not None else None,
    )


def _change(page: Page, body: dict[str, Any], comment_id: str) -> None:
    comment = _found(page, comment_id)
    if "hidden" in body:
        page.hide_comment(comment, hidden=bool(body["hidden"]))
    if "message" in body:
        page.edit_comment(comment, _message(body))


def _delete(page: Page, _: dict[str, Any], comment_id: str) -> None:
    page.delete_comment(_found(page, comment_id))


def _found(page: Page, comment_id: str) -> Comment:
    comment = page.comment(comment_id)
    if comment is None:
        raise UnusableInput("comment_not_found")
    return comment


def _message(body: dict[str, Any]) -> str:
    """Return the text, which may be long but not empty."""
    message = body.get("message")
    if not isinstance(message, str) or not message.strip():
        raise UnusableInput("no_text")
    if len(message) > LONGEST_COMMENT:
        raise UnusableInput("msg_too_long")
    return message
