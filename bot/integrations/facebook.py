"""The Facebook page, read and written on through the Graph API.

The token travels in a header, so that it is in no address, no log and no exception. Addresses of
next pages are never followed as they are: only their cursor is used, against our own base address.
"""

import hashlib
import hmac
import json
import logging
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from bot.domain.copies import Picture, PictureUnread
from bot.domain.page import (
    PageComment,
    PageDepth,
    PageDraft,
    PageIdentity,
    PageMemory,
    PagePost,
    PageRound,
    PageToken,
    PageTrouble,
    PageUsage,
)
from bot.integrations.facebook_errors import GraphError, checked, usage_in
from bot.integrations.facebook_pictures import download
from bot.integrations.facebook_round import Round, every_node
from bot.integrations.facebook_shapes import (
    COMMENT_FIELDS,
    DRAFT_FIELDS,
    NEWEST_FIRST,
    PICTURED,
    POST_FIELDS,
    app_fields_from,
    comment_from,
    draft_from,
    drafts_from,
    fields_from,
    identity_from,
    picture_from,
    post_from,
    replies_from,
    shaped,
    token_from,
    written_from,
)

if TYPE_CHECKING:
    import httpx

log = logging.getLogger(__name__)

NEWEST = 100  # posts of any kind in one list; an attempt of a minute ago is among them
NO_MEMORY = PageMemory()
NO_PROXY = ("all://127.0.0.1", "all://localhost", "all://[::1]")  # the sandbox lives here


class GraphPage:
    """Speak with the Graph API as one page. Safe to share between threads."""

    def __init__(
        self,
        *,
        base_url: str,
        version: str,
        page_id: str,
        token: str,
        app_secret: str | None = None,
        timeout: float = 10.0,
        transport: "httpx.BaseTransport | None" = None,
    ) -> None:
        self.page_id = page_id
        self._root = f"{base_url.rstrip('/')}/{version}"
        self._token = token
        self._proof = appsecret_proof(app_secret, token) if app_secret else None
        self._timeout = timeout
        self._transport = transport

    def read_page(
        self, memory: PageMemory = NO_MEMORY, *, depth: PageDepth = PageDepth.RECENT
    ) -> PageRound:
        """Return the newest posts and their comments; raise GraphError when that fails.

        Where the interface proves that it answers newest first, the reading of a post stops at a
        page of comments whose oldest ten are known. All or nothing: an error discards the round.
        """
        with shaped():
            return Round(self.get, self.page_id, memory).read(depth.value)

    def read_post(self, post_id: str, memory: PageMemory = NO_MEMORY) -> PageRound:
        """Return the comments on one post, and no post; raise GraphError when that fails.

        All of them, unless the reading can stop at what *memory* knows, as in `read_page`.
        """
        with shaped():
            return Round(self.get, self.page_id, memory).read_post(post_id)

    def post_of(self, post_id: str) -> PagePost:
        """Return one post, also where no list shows it; raise GraphError."""
        return post_from(self.get(post_id, {"fields": POST_FIELDS})[0])

    def subscribed_fields(self) -> frozenset[str]:
        """Return the fields of the page of which some app is told; raise GraphError."""
        wanted = {"fields": "subscribed_fields"}
        return fields_from(self.get(f"{self.page_id}/subscribed_apps", wanted)[0])

    def list_posts(self) -> PageRound:
        """Return the newest posts without their comments, in one call."""
        with shaped():
            return Round(self.get, self.page_id, NO_MEMORY).list_posts(NEWEST)

    def denies(self, node_id: str) -> bool:
        """Tell whether the page says that a post or a comment is gone, or not for us to see.

        It says the same for both: what else is known decides.
        """
        try:
            self.see(node_id)
        except GraphError as error:
            if error.kind is not PageTrouble.GONE:
                raise
            return True
        return False

    def whoami(self) -> PageIdentity:
        """Return who the token speaks as; compare its id with the page's."""
        return identity_from(self.get("me", {"fields": "id,name"})[0])

    def debug_token(self) -> PageToken:
        """Return the kind, the permissions and the end of our token."""
        return token_from(self.get("debug_token", {"input_token": self._token})[0])

    def app_fields(self, app_id: str) -> frozenset[str]:
        """Return the fields of pages of which the app is told; our token must be the app's own."""
        return app_fields_from(self.get(f"{app_id}/subscriptions", {})[0])

    def upload_photo(self, name: str, data: bytes, mime: str, alt: str) -> str:
        """Bring a picture that nobody sees before a post shows it, and return its id.

        What no post shows vanishes after a day, so that bringing it once more is harmless.
        """
        said = {"published": "false"} | ({"alt_text_custom": alt} if alt else {})
        brought = {"source": (name, data, mime)}
        return _id_in(self._call("POST", f"{self.page_id}/photos", {}, said, brought)[0])

    def create_unpublished(self, text: str, link: str | None, photos: Sequence[str] = ()) -> str:
        """Create a post that nobody sees yet, showing *photos*, and return its id.

        A GraphError of the kind RETRY leaves open whether it was created: look at `drafts` first.
        """
        said = {"message": text, "published": "false"} | ({"link": link} if link else {})
        if photos:
            said["attached_media"] = json.dumps([{"media_fbid": photo} for photo in photos])
        return _id_in(self.post(f"{self.page_id}/feed", said))

    def drafts(self) -> list[PageDraft]:
        """Return the newest of the page's own posts, visible or not."""
        wanted = {"fields": DRAFT_FIELDS, "limit": str(NEWEST)}
        return drafts_from(self.get(f"{self.page_id}/feed", wanted)[0], self.page_id)

    def release(self, post_id: str) -> None:
        """Make a created post visible; doing so again is harmless."""
        self.post(post_id, {"is_published": "true"})

    def draft(self, post_id: str) -> PageDraft:
        """Return one post of the page, visible or not."""
        return draft_from(self.get(post_id, {"fields": DRAFT_FIELDS})[0])

    def reply(self, comment_id: str, text: str) -> str:
        """Answer a comment, which must stand at the top of its thread, and return the reply's id.

        A GraphError of the kind RETRY leaves open whether it was done: look at `replies` first.
        """
        made = written_from(self.post(f"{comment_id}/comments", {"message": text}))
        if made is None:  # an answer without an id is still a write that happened
            raise GraphError(PageTrouble.RETRY, reason="no id")
        return made

    def replies(self, comment_id: str, post_id: str) -> list[PageComment]:
        """Return all that stands under a comment; raise where that cannot be read to its end."""
        wanted = {
            "fields": COMMENT_FIELDS,
            "filter": "stream",
            "order": NEWEST_FIRST,
            "limit": str(NEWEST),
        }
        nodes = every_node(self.get, f"{comment_id}/comments", wanted)
        return replies_from(nodes, comment_id, post_id, self.page_id)

    def comment(self, comment_id: str, post_id: str) -> PageComment:
        """Return one comment; the kind GONE says that it is not there, or hidden from us."""
        node = self.get(comment_id, {"fields": COMMENT_FIELDS})[0]
        return comment_from(node, post_id, self.page_id)

    def edit_comment(self, comment_id: str, text: str) -> None:
        """Let a comment of the page's own say *text*; doing so again is harmless."""
        self.post(comment_id, {"message": text})

    def delete_comment(self, comment_id: str) -> None:
        """Remove a comment of the page's own; the second time it is GONE."""
        self._call("DELETE", comment_id, {})

    def set_hidden(self, comment_id: str, *, hidden: bool) -> None:
        """Hide a resident's comment, or show it again; doing so again is harmless."""
        self.post(comment_id, {"is_hidden": "true" if hidden else "false"})

    def remove_comment(self, comment_id: str) -> None:
        """Remove a resident's comment for good; the second time it is GONE."""
        self._call("DELETE", comment_id, {})

    def may_hide(self, comment_id: str) -> bool:
        """Say whether the page lets us hide this comment; where it does not tell, it may."""
        return self.get(comment_id, {"fields": "can_hide"})[0].get("can_hide") is not False

    def block(self, person: str) -> None:
        """Let *person* write on the page no more; doing so again is harmless."""
        said = self.post(f"{self.page_id}/blocked", {"user": person})
        if said.get(person, said.get("success", True)) is False:
            raise GraphError(PageTrouble.PERMISSION, reason="not blocked")

    def unblock(self, person: str) -> None:
        """Let *person* write on the page again; where they are not blocked it may be GONE."""
        self._call("DELETE", f"{self.page_id}/blocked", {"user": person})

    def picture_of(self, comment_id: str) -> Picture | None:
        """Return the picture that came with a comment, None where none did.

        Raises GraphError, and PictureUnread where there is one that cannot be fetched.
        """
        node = self.get(comment_id, {"fields": "attachment"})[0]
        kind, address = picture_from(node)
        if address is None:
            if kind in PICTURED:
                raise PictureUnread("nowhere")
            return None
        return download(address, base_url=self._root, transport=self._transport)

    def see(self, node_id: str) -> None:
        """Look whether a comment or a post is there; the kind GONE says that it is not."""
        self.get(node_id, {"fields": "id"})

    def get(self, path: str, params: Mapping[str, str]) -> tuple[dict[str, Any], PageUsage]:
        """Return the answer to one GET and the usage it reported; raise GraphError."""
        return self._call("GET", path, params)

    def post(self, path: str, said: Mapping[str, str]) -> dict[str, Any]:
        """Write once, without any retry, and return the answer; raise GraphError."""
        return self._call("POST", path, {}, said)[0]

    def _call(
        self,
        method: str,
        path: str,
        params: Mapping[str, str],
        said: Mapping[str, str] | None = None,
        brought: Mapping[str, tuple[str, bytes, str]] | None = None,
    ) -> tuple[dict[str, Any], PageUsage]:
        import httpx  # noqa: PLC0415 -- 16 MB and 90 ms that a bot without a page does not need

        proof = {"appsecret_proof": self._proof} if self._proof else {}
        where = f"{self._root}/{path}"
        try:
            answer = self._client.request(
                method, where, params={**params, **proof}, data=said, files=brought
            )
        except httpx.RequestError as problem:
            # "from None": the chain would carry the request with its token.
            reason = type(problem).__name__
            raise GraphError(PageTrouble.RETRY, reason=reason) from None
        except (httpx.InvalidURL, UnicodeError):  # an address or a token that cannot be sent
            raise GraphError(PageTrouble.BUG, reason="not sendable") from None
        if method != "GET":
            log.info("page: %s %s: %d", method, path, answer.status_code)
        usage = usage_in(answer.headers)
        return checked(answer.status_code, _json(answer), usage), usage

    def close(self) -> None:
        """Let go of the connections."""
        if "_client" in self.__dict__:
            self._client.close()

    @cached_property
    def _client(self) -> "httpx.Client":
        import httpx  # noqa: PLC0415 -- see above

        for name in ("httpx", "httpcore"):  # they log addresses, which hold the proof
            logging.getLogger(name).setLevel(logging.WARNING)
        return httpx.Client(
            headers={"Authorization": f"Bearer {self._token}"},
            timeout=self._timeout,
            transport=self._transport,
            mounts=dict.fromkeys(NO_PROXY),
        )


def appsecret_proof(secret: str, token: str) -> str:
    """Return the proof that a call comes from our app: hex HMAC-SHA256 of the token.

    >>> appsecret_proof("synthetic-app-secret-0001", "EAAsyntheticpagetoken")[:16]
    '8570aa24b5399fd6'
    """
    return hmac.new(secret.encode(), token.encode(), hashlib.sha256).hexdigest()


def _id_in(body: Mapping[str, Any]) -> str:
    """Return the id of what was written; an answer without one is still a write that happened."""
    made = written_from(body)
    if made is None:
        raise GraphError(PageTrouble.RETRY, reason="no id")
    return made


def _json(answer: "httpx.Response") -> object:
    """Return the parsed body, or None where it is no JSON."""
    try:
        return answer.json()
    except (ValueError, RecursionError):  # also what is not even text, or nested without end
        return None
