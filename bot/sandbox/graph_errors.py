"""The errors of the Graph API, in its shape and with its codes."""

from typing import Any
from urllib.parse import urlsplit


class GraphRefusal(Exception):
    """An answer other than success: an HTTP status and a body in Graph's shape."""

    def __init__(
        self,
        code: int,
        message: str,
        *,
        subcode: int | None = None,
        kind: str = "OAuthException",
        status: int = 400,
        transient: bool | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        error: dict[str, Any] = {"message": message, "type": kind, "code": code}
        if subcode is not None:
            error["error_subcode"] = subcode
        if transient is not None:
            error["is_transient"] = transient
        error["fbtrace_id"] = "AsandboxTrace"
        self.body = {"error": error}


def unknown_field(name: str, node: str) -> GraphRefusal:
    """Refuse a call that names a field *node* does not have."""
    return GraphRefusal(
        100, f"(#100) Tried accessing nonexisting field ({name}) on node type ({node})"
    )


def missing(object_id: str, verb: str = "get") -> GraphRefusal:
    """Refuse a call on something deleted, unknown or not permitted: all three look alike."""
    return GraphRefusal(
        100,
        f"Unsupported {verb} request. Object with ID '{object_id}' does not exist, cannot be "
        "loaded due to missing permissions, or does not support this operation. Please read the "
        "Graph API documentation at https://developers.facebook.com/docs/graph-api",
        subcode=33,
        kind="GraphMethodException",
    )


def bad_parameter(text: str) -> GraphRefusal:
    """Refuse a parameter's value."""
    return GraphRefusal(100, f"(#100) {text}")


def syntax_error(text: str, position: int, source: str) -> GraphRefusal:
    """Refuse a `fields` value that cannot be read."""
    return GraphRefusal(2500, f'Syntax error "{text}" at character {position}: {source[:80]}')


def unknown_path(path: str) -> GraphRefusal:
    """Refuse an address that names nothing."""
    return GraphRefusal(2500, f"Unknown path components: {path}")


def no_permission(text: str = "Permissions error") -> GraphRefusal:
    """Refuse what the token may not do."""
    return GraphRefusal(200, f"(#200) {text}", status=403)


def dead_token(text: str, subcode: int | None = None) -> GraphRefusal:
    """Refuse a token."""
    return GraphRefusal(190, text, subcode=subcode)


def over_budget(status: int) -> GraphRefusal:
    """Refuse a call while the page's budget is spent."""
    return GraphRefusal(
        80001,
        "(#80001) There have been too many calls to this Page account. Wait a bit and try again. "
        "For more info, please refer to "
        "https://developers.facebook.com/docs/graph-api/overview/rate-limiting.",
        status=status,
    )


def repeated_post() -> GraphRefusal:
    """Refuse a post that says the same as the one before it."""
    return GraphRefusal(506, "(#506) Duplicate status message")


def check_link(link: str) -> None:
    """Refuse a link that Facebook would not show: one of its own, or one that leads nowhere.

    The emulator fetches nothing; a name that ends in `.invalid` never exists and stands for those.
    """
    parts = urlsplit(link)
    host = parts.hostname or ""
    if host == "facebook.com" or host.endswith(".facebook.com"):
        raise GraphRefusal(1609008, "(#1609008) You can't attach a link to Facebook itself")
    if parts.scheme not in {"http", "https"} or not host or host.endswith(".invalid"):
        raise GraphRefusal(1609005, "(#1609005) The link you have shared could not be scraped")
