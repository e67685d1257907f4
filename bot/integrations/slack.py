"""Slack's Web API, as the bot uses it: post, update, whisper, look up, open a form.

Nothing here repeats a request by itself: slack_sdk's default would repeat a post after a dropped
connection, and so say it twice. What went wrong is sorted by what can be done about it.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime
from enum import StrEnum
from http.client import HTTPException
from pathlib import Path
from socket import gaierror
from typing import Any
from urllib.error import HTTPError

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.webhook import WebhookClient

from bot.domain.members import Member
from bot.integrations.slack_files import (
    FileClosed,
    FileGone,
    FileUnread,
    download,
    opened,
    send,
    size,
)
from bot.integrations.slack_shapes import (
    Channel,
    Identity,
    Reacted,
    channel_from,
    key_of,
    keyed,
    kind_from,
    next_page,
    reacted_from,
)

TIMEOUT_SECONDS = 10
USUAL_WAIT_SECONDS = 30.0  # where Slack does not say how long
LONGEST_WAIT_SECONDS = 3600.0


class Outcome(StrEnum):
    """What is known after a call that failed, and so what to do."""

    UNKNOWN = "unknown"  # it may have worked: look before trying again
    UNREACHED = "unreached"  # certainly not done: Slack was not even reached
    WAIT = "wait"  # certainly not done; Slack says when to come back
    CHANNEL = "channel"  # nothing can be posted to this channel until somebody mends it
    ACCOUNT = "account"  # nothing can be done at all until somebody mends the token
    REFUSED = "refused"  # this very call will never work


class SlackTrouble(Exception):
    """A call failed: *code* is Slack's error or the kind of network failure, never a text.

    `wait` is in seconds. `looking` is set by who was only looking for an earlier attempt: then
    nothing is known about that attempt still.
    """

    def __init__(self, outcome: Outcome, code: str, *, wait: float = 0.0) -> None:
        super().__init__(code)
        self.outcome = outcome
        self.code = code
        self.wait = wait
        self.looking = False


# What chat.postMessage documents: after these the message may stand in the channel all the same.
_UNKNOWN = {"fatal_error", "internal_error", "service_unavailable", "request_timeout"}
_WAIT = {"ratelimited", "rate_limited", "message_limit_exceeded"}
_CHANNEL = {
    "not_in_channel",
    "channel_not_found",
    "is_archived",
    "restricted_action",
    "restricted_action_read_only_channel",
    "restricted_action_thread_only_channel",
    "messages_tab_disabled",
}
_ACCOUNT = {
    "invalid_auth",
    "not_authed",
    "account_inactive",
    "token_revoked",
    "token_expired",
    "missing_scope",
    "no_permission",
    "org_login_required",
    "team_access_not_granted",
    "ekm_access_denied",
    "accesslimited",
}


class Slack:
    """The calls the bot makes. Every method raises SlackTrouble when it does not succeed."""

    def __init__(self, token: str, base_url: str) -> None:
        self.client = WebClient(
            token=token, base_url=base_url, timeout=TIMEOUT_SECONDS, retry_handlers=[]
        )

    def post(
        self, channel: str, body: Mapping[str, Any], *, key: str, thread: str | None = None
    ) -> str:
        """Post *body* with *key* as metadata, by which `find` knows it again; return its ts.

        With *thread*, the ts of another message, it stands under that one and in the channel.
        """
        where = {"thread_ts": thread, "reply_broadcast": True} if thread else {}
        answer = self._call(
            "chat.postMessage",
            channel=channel,
            metadata=keyed(key),
            unfurl_links=False,
            unfurl_media=False,
            **where,
            **body,
        )
        if not isinstance(answer.get("ts"), str):
            raise SlackTrouble(Outcome.UNKNOWN, "no_ts")
        return str(answer["ts"])

    def update(self, channel: str, ts: str, body: Mapping[str, Any]) -> None:
        """Make the message at (*channel*, *ts*) say *body*.

        A message can be posted to a person, but is changed only in the conversation with them.
        """
        said = {name: it for name, it in body.items() if name != "thread_ts"}  # it stays there
        self._call("chat.update", channel=self._conversation(channel), ts=ts, **said)

    def note(self, channel: str, user: str, body: Mapping[str, Any]) -> None:
        """Say *body* in *channel* so that only *user* sees it."""
        self._call("chat.postEphemeral", channel=channel, user=user, **body)

    def reply(self, url: str, body: Mapping[str, Any]) -> None:
        """Say *body* at the response address of a command, to whoever gave it alone.

        The address works for half an hour and five times; later it is REFUSED.
        """
        try:
            answer = WebhookClient(url, timeout=TIMEOUT_SECONDS, retry_handlers=[]).send_dict(
                {"response_type": "ephemeral", "replace_original": False, **body}
            )
        except (OSError, HTTPException, SlackClientError, ValueError) as error:
            raise _unanswered(error) from None
        if answer.status_code == 429:
            raise SlackTrouble(Outcome.WAIT, "ratelimited", wait=_wait(answer.headers))
        if answer.status_code >= 500:
            raise SlackTrouble(Outcome.UNKNOWN, str(answer.status_code))
        if answer.status_code >= 400:
            raise SlackTrouble(Outcome.REFUSED, str(answer.status_code))

    def home(self, user: str, view: Mapping[str, Any]) -> None:
        """Show *view* as the home tab of *user*."""
        self._call("views.publish", user_id=user, view=view)

    def open_view(self, trigger_id: str, view: Mapping[str, Any]) -> None:
        """Open *view* as a form; a trigger lives three seconds and works once."""
        self._call("views.open", trigger_id=trigger_id, view=view)

    def update_view(self, view_id: str, view: Mapping[str, Any], *, known: str) -> None:
        """Let an open form be *view*, unless it has changed since it was *known* (its hash)."""
        self._call("views.update", view_id=view_id, hash=known, view=view)

    def find(
        self,
        channel: str,
        key: str,
        *,
        oldest: datetime,
        thread: str | None = None,
        page: str = "",
    ) -> tuple[str | None, str]:
        """Look for our message with *key* on one *page* of *channel*, '' for the first.

        Return its ts, or None, and the page that follows, or ''. What is before *oldest* is on
        none. With *thread* the pages are of what stands under that message.
        """
        where = {"ts": thread} if thread else {}
        found = self._call(
            "conversations.replies" if thread else "conversations.history",
            **where,
            **({"cursor": page} if page else {}),
            channel=self._conversation(channel),
            oldest=f"{oldest.timestamp():.6f}",
            include_all_metadata=True,
            limit=200,
        )
        ours = (str(each["ts"]) for each in found["messages"] if key_of(each) == key)
        return next(ours, None), next_page(found)

    def reacted(self, channel: str, *, oldest: datetime) -> Iterator[list[Reacted]]:
        """Yield what stands in *channel* from *oldest* on, newest first; a call for each page.

        Slack takes 50 such calls a minute.
        """
        for page in self._pages(
            "conversations.history",
            channel=channel,
            oldest=f"{oldest.timestamp():.6f}",
            inclusive=True,
            limit=200,
        ):
            yield [reacted_from(message) for message in page["messages"]]

    def permalink(self, channel: str, ts: str) -> str:
        """Return the lasting address of the message at (*channel*, *ts*)."""
        return str(self._call("chat.getPermalink", channel=channel, message_ts=ts)["permalink"])

    def upload(self, name: str, data: bytes | Path, *, title: str, alt: str) -> str:
        """Bring the file *name* to Slack, shown to nobody; return its id. Repeating it is harmless.

        What lies on the disk goes from there piece by piece; an OSError is the disk's alone.
        """
        place = _sorted(
            self.client.files_getUploadURLExternal,
            filename=name,
            length=size(data),
            alt_txt=alt or None,
        )
        file, address = place.get("file_id"), place.get("upload_url")
        if not isinstance(file, str) or not isinstance(address, str):
            raise SlackTrouble(Outcome.UNKNOWN, "no_file")
        with opened(data) as body:
            _sorted(send, address, body)
        _sorted(self.client.files_completeUploadExternal, files=[{"id": file, "title": title}])
        return file

    def is_ready(self, file: str) -> bool:
        """Say whether Slack has looked at *file* and found a picture: before, no message shows it."""
        found = self._call("files.info", file=file)["file"]
        sized = any(name in found for name in ("original_w", "thumb_360", "thumb_64"))
        return sized and str(found.get("mimetype", "")).startswith("image/")

    def file_link(self, file: str) -> str:
        """Return the address of *file*, which is ours.

        What was uploaded to nobody can be read by those who read a message of ours with its
        address: posting it shares the file. So a file and its message go by the outbox, once.
        """
        return str(self._call("files.info", file=file)["file"]["permalink"])

    def fetch(self, file: str, *, most: int, of: str) -> bytes:
        """Return the bytes of *file*, brought by *of*; raise a trouble of `slack_files`, too."""
        try:
            found = self._call("files.info", file=file)["file"]
        except SlackTrouble as trouble:
            if trouble.code in _FILE_GONE:
                raise FileGone from None
            if trouble.outcome in (Outcome.ACCOUNT, Outcome.REFUSED):
                raise FileClosed from None
            raise
        try:
            token, base_url = self.client.token or "", self.client.base_url
            return download(found, token=token, base_url=base_url, most=most, of=of)
        except FileUnread as problem:
            raise SlackTrouble(Outcome.UNREACHED, str(problem)) from None

    def identity(self) -> Identity:
        """Return who we are; the scopes come from a header of the answer."""
        answer = self._call("auth.test")
        scopes = answer.headers.get("x-oauth-scopes") or answer.headers.get("X-OAuth-Scopes") or ""
        return Identity(
            user_id=answer["user_id"],
            bot_id=answer.get("bot_id") or "",
            team=answer["team"],
            team_id=answer["team_id"],
            scopes=frozenset(scope.strip() for scope in scopes.split(",") if scope.strip()),
        )

    def server_time(self) -> datetime | None:
        """Return what Slack's clock says, by the header of an answer; None if it says nothing."""
        headers = self._call("auth.test").headers
        date = headers.get("date") or headers.get("Date")
        return parsedate_to_datetime(date) if date else None

    def try_socket(self, app_token: str) -> None:
        """Ask for a Socket Mode address, to see whether *app_token* is good; it is not used."""
        self._call("apps.connections.open", app_token=app_token)

    def member(self, user: str, *, team_id: str, now: datetime) -> Member:
        """Return who *user* is in the workspace *team_id*."""
        found = self._call("users.info", user=user)["user"]
        profile = found.get("profile") or {}
        name = profile.get("display_name") or profile.get("real_name") or found.get("real_name")
        return Member(user, name or found["name"], kind_from(found, team_id), now)

    def channel(self, name: str) -> Channel | None:
        """Return the channel with this id or `#name`, or None if the bot cannot see one."""
        if name[:1] in "CGD" and name.isalnum() and name.isupper():
            return self._channel_by_id(name)
        wanted = name.removeprefix("#")
        return next((found for found in self.channels() if found.name == wanted), None)

    def channels(self) -> Iterator[Channel]:
        """Yield the channels that the bot can see."""
        pages = self._pages("conversations.list", types="public_channel,private_channel", limit=200)
        for page in pages:
            yield from (channel_from(found) for found in page["channels"])

    def _channel_by_id(self, channel: str) -> Channel | None:
        try:
            return channel_from(self._call("conversations.info", channel=channel)["channel"])
        except SlackTrouble as trouble:
            if trouble.code == "channel_not_found":
                return None
            raise

    def _conversation(self, channel: str) -> str:
        """Return the conversation that *channel* names, which may be a person."""
        if not channel.startswith(("U", "W")):
            return channel
        return str(self._call("conversations.open", users=channel)["channel"]["id"])

    def _pages(self, method: str, **arguments: Any) -> Iterator[Any]:  # noqa: ANN401 -- Slack's JSON
        cursor = ""
        while True:
            page = self._call(method, **arguments, **({"cursor": cursor} if cursor else {}))
            yield page
            cursor = next_page(page)
            if not cursor:
                return

    def _call(self, method: str, **arguments: Any) -> Any:  # noqa: ANN401 -- Slack's JSON
        """Call *method* once and sort what may go wrong."""
        if method == "apps.connections.open":
            return _sorted(self.client.apps_connections_open, **arguments)
        if method in _JSON_METHODS:
            return _sorted(self.client.api_call, method, json=arguments)
        return _sorted(self.client.api_call, method, params=arguments)


def _sorted(call: Callable[..., Any], *given: object, **arguments: Any) -> Any:  # noqa: ANN401 -- Slack's JSON
    """Make *call* and sort what may go wrong."""
    try:
        return call(*given, **arguments)
    except SlackApiError as error:
        raise trouble_in(error) from None  # the answer may quote what people wrote
    except (OSError, HTTPException, SlackClientError) as error:
        raise _unanswered(error) from None
    except (AttributeError, TypeError, ValueError, RecursionError) as error:
        # slack_sdk stumbled over an answer that is none of Slack's.
        raise SlackTrouble(Outcome.UNKNOWN, type(error).__name__) from None


_FILE_GONE = {"file_not_found", "file_deleted"}
_JSON_METHODS = {
    "chat.postMessage",
    "chat.update",
    "chat.postEphemeral",
    "views.open",
    "views.publish",
    "views.update",
}


def _unanswered(error: Exception) -> SlackTrouble:
    """Tell a server that was never reached from one that may have worked without answering."""
    if isinstance(error, HTTPError):  # where the bytes of a file go
        error.close()
        return SlackTrouble(Outcome.UNKNOWN, str(error.code))
    reason = getattr(error, "reason", error)
    if isinstance(reason, (ConnectionRefusedError, gaierror)):
        return SlackTrouble(Outcome.UNREACHED, type(reason).__name__)
    return SlackTrouble(Outcome.UNKNOWN, type(reason).__name__)


def trouble_in(error: SlackApiError) -> SlackTrouble:
    """Return what an answer that says no means."""
    response = error.response
    data: Any = response.data if not isinstance(response, dict) else response
    code = str(data.get("error", "")) if isinstance(data, dict) else ""
    if not re.fullmatch(r"[a-z0-9_]+", code):  # a gateway's page, which slack_sdk quotes here
        code = "not_json"
    status = getattr(response, "status_code", 200)
    if status == 429 or code in _WAIT:
        return SlackTrouble(Outcome.WAIT, "ratelimited", wait=_wait(response.headers))
    if status >= 500 or code in _UNKNOWN or code == "not_json":
        return SlackTrouble(Outcome.UNKNOWN, code)
    if code in _CHANNEL:
        return SlackTrouble(Outcome.CHANNEL, code)
    if code in _ACCOUNT:
        return SlackTrouble(Outcome.ACCOUNT, code)
    return SlackTrouble(Outcome.REFUSED, code)


def _wait(headers: Mapping[str, str]) -> float:
    """Return how many seconds to wait; a gateway may say nothing, a date, or forever."""
    said = headers.get("Retry-After") or headers.get("retry-after")
    known = said if said and said.isascii() and said.isdigit() else USUAL_WAIT_SECONDS
    return min(float(known), LONGEST_WAIT_SECONDS)
