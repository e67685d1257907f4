"""Whose token a Graph call carries, and whether it still works."""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.sandbox.graph_errors import GraphRefusal, dead_token
from bot.sandbox.graph_state import Switches, TokenState
from bot.sandbox.graph_view import Caller
from bot.sandbox.identity import PAGE, PAGE_APP_SECRET, PAGE_TOKEN

USER_TOKEN = "sandbox-user-token"  # noqa: S105 -- not a secret
OTHER_PAGE_TOKEN = "sandbox-other-page-token"  # noqa: S105 -- not a secret
APP_ID = "900100200300400"
APP_TOKEN = f"{APP_ID}|{PAGE_APP_SECRET}"
OTHER_PAGE_ID = "100200300400999"

DATA_ACCESS = timedelta(days=90)
SCOPES = (
    "pages_show_list",
    "pages_read_engagement",
    "pages_read_user_content",
    "pages_manage_engagement",
    "pages_manage_posts",
    "pages_manage_metadata",
    "public_profile",
)
EXPIRED = (
    "Error validating access token: Session has expired on Monday, 23-Nov-26 02:00:00 PST. "
    "The current time is Tuesday, 24-Nov-26 01:12:00 PST."
)
CHANGED = (
    "Error validating access token: The session has been invalidated because the user changed "
    "their password or Facebook has changed the session for security reasons."
)
ROLE_LOST = "Error validating access token: The user no longer has a role on the page."
DEAD = {
    TokenState.EXPIRED: (463, EXPIRED),
    TokenState.PASSWORD: (460, CHANGED),
    TokenState.ROLE_LOST: (492, ROLE_LOST),
}


@dataclass(frozen=True, slots=True)
class Token:
    """A token that was recognised; `is_foreign` belongs to another page."""

    caller: Caller
    is_foreign: bool = False


KNOWN = {
    PAGE_TOKEN: Token(Caller.PAGE),
    USER_TOKEN: Token(Caller.USER),
    OTHER_PAGE_TOKEN: Token(Caller.PAGE, is_foreign=True),
    APP_TOKEN: Token(Caller.APP),
}


def recognised(text: str, proof: str | None, switches: Switches) -> Token:
    """Return the token behind *text*, or raise a GraphRefusal (190, or 100 for a bad proof)."""
    if text not in KNOWN:
        raise dead_token("Invalid OAuth access token - Cannot parse access token")
    if proof is not None and not hmac.compare_digest(proof, proof_of(text)):
        raise GraphRefusal(
            100,
            "Invalid appsecret_proof provided in the API argument",
            kind="GraphMethodException",
        )
    if text == PAGE_TOKEN and switches.token in DEAD:
        subcode, message = DEAD[switches.token]
        raise dead_token(message, subcode)
    return KNOWN[text]


def proof_of(token: str) -> str:
    """Return the app's proof for *token*: hex HMAC-SHA256, keyed with the app secret."""
    return hmac.new(PAGE_APP_SECRET.encode(), token.encode(), hashlib.sha256).hexdigest()


def debug(text: str, switches: Switches, now: datetime) -> dict[str, Any]:
    """Return what `debug_token` says about the token *text*."""
    token = KNOWN.get(text)
    if token is None or token.caller is Caller.APP:
        error = {"code": 190, "message": "Invalid OAuth access token."}
        return {"data": {"error": error, "is_valid": False, "scopes": []}}
    data: dict[str, Any] = {
        "app_id": APP_ID,
        "type": "PAGE" if token.caller is Caller.PAGE else "USER",
        "application": "Lucka (sandbox)",
        "data_access_expires_at": int((now + DATA_ACCESS).timestamp()),
        "expires_at": 0,
        "is_valid": True,
        "scopes": [scope for scope in SCOPES if scope not in switches.lacking],
        "user_id": "700100200300400",
    }
    if token.caller is Caller.PAGE:
        data["profile_id"] = OTHER_PAGE_ID if token.is_foreign else PAGE
        if switches.token in DEAD:
            subcode, message = DEAD[switches.token]
            data["is_valid"] = False
            data["error"] = {"code": 190, "subcode": subcode, "message": message}
    return {"data": data}
