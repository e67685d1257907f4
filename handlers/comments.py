"""What people do with comments: `/comments`, the buttons, and the four reactions that mean something.

A reaction and the button that says the same do the same, through `carry_out`.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.comment_acts import decide, gone
from bot.domain.comments import Act, AnswerTaken, CommentGone, CommentTaken, CommentVanished
from bot.domain.errors import Refusal
from bot.domain.marks import FlagStands
from bot.domain.team import check_works
from bot.jobs import digest, page_changes, relay
from bot.store import comments, ledger, members, outbox, reactions, team, vanished
from bot.views import comment_claims, refusals
from bot.views import comments as view
from bot.views.blocks import Message
from handlers import blocking, comment_moderated, concerns, praise, tagging
from handlers.answering import actor, deciding, place, tell, whisper, whispering
from handlers.comment_card import reader_of
from handlers.names import command_name
from handlers.picked import picked
from handlers.slack_text import text_of
from handlers.urgent import asked, asking

MINE = frozenset({"mine", "mina", "my", "mitt", "min"})
ALL = frozenset({"", "list", "lista", "alla", "all", "open", "öppna"})
BUTTONS = {
    view.CLAIM: Act.CLAIM,
    view.RELEASE: Act.RELEASE,
    view.HANDLE: Act.HANDLE,
    view.REOPEN: Act.REOPEN,
    view.SOS: Act.SOS,
    view.WAS_ME: Act.WAS_ME,
    view.WAS_NOT_ME: Act.WAS_NOT_ME,
    view.FLAG: Act.FLAG,
    view.UNFLAG: Act.UNFLAG,
    view.UNCOUNT: Act.UNCOUNT,
    view.COUNT: Act.COUNT,
}
REACTIONS = {
    "eyes": (Act.CLAIM, Act.RELEASE),
    "white_check_mark": (Act.HANDLE, Act.UNHANDLE),
    "triangular_flag_on_post": (Act.FLAG, Act.UNFLAG),
    "blue_heart": (Act.PRAISE, Act.UNPRAISE),
}
"""What adding and removing each emoji means; every other one means nothing."""

OPENING = frozenset({Act.REOPEN, Act.UNHANDLE})
"""What makes no sense with a comment that is done and not on the page any more."""

CLOSING = frozenset({Act.HANDLE, Act.WAS_ME, Act.UNNEED})
"""After what a person is asked what the comment was: it is done, and they know."""


class NotYetKnownError(Exception):
    """A reaction came to a message of ours whose place is not stored yet: let Slack repeat it."""


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    for action_id, act in BUTTONS.items():
        app.action(action_id)(partial(click, deps, act))
    app.event("reaction_added")(partial(react, deps))
    app.event("reaction_removed")(partial(react, deps))


def answer(deps: Deps, command: Mapping[str, Any]) -> None:
    """Answer `/comments` with what is open, or with what is mine."""
    text = text_of(command)
    is_mine = text.casefold() in MINE
    if text.casefold() in comment_moderated.WORDS:
        message = comment_moderated.listing(deps, command["user_id"])
    elif text.casefold() in blocking.WORDS:
        message = blocking.listing(deps, command["user_id"])
    elif text.casefold() in praise.WORDS:
        message = praise.listing(deps)
    elif text.casefold() in concerns.WORDS:
        message = concerns.listing(deps)
    elif is_mine or text.casefold() in ALL:
        message = _listing(deps, command["user_id"], is_mine=is_mine)
    else:
        name = command_name(deps, "comments")
        message = view.usage(deps.words, command=name, unknown=_unknown(text))
    whisper(deps, command, message)


def click(deps: Deps, act: Act, ack: Ack, body: dict[str, Any]) -> None:
    """Do what a button says; say so unless the comment's own message shows it."""
    with (
        whispering(deps, ack, body),
        offering(deps, body),
        asking(deps, body),
        deciding(deps, body) as db,
    ):
        comment_id = picked(body)
        is_news = carry_out(deps, db, act, comment_id, actor(body) or "")
        asks = tagging.rows(deps, db, comment_id) if act in CLOSING else []
        if _is_elsewhere(body):
            (shown,) = comments.relayed(db, [comment_id])
            tell(deps, db, body, view.did(deps.words, act, shown, asks))
        elif asks and is_news:
            tagging.ask(deps, db, body, comment_id)


def react(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Do what a reaction means; other emoji and other messages mean nothing.

    Who takes an emoji back that changed nothing is not told so.
    """
    with whispering(deps, ack, body):
        event = body["event"]
        emoji = event["reaction"].split("::")[0]  # without the skin tone
        comment_id = _comment_at(deps, event) if emoji in REACTIONS else None
        if comment_id is None:
            return
        if event["type"] == "reaction_removed" and _reads(deps, event["user"]):
            return  # it meant nothing, and who put it there was told so
        with deciding(deps, body) as db:
            if _note(deps, db, event, comment_id, emoji):
                _do(deps, db, body, comment_id, emoji)


def carry_out(
    deps: Deps, db: Database, act: Act, comment_id: str, who: str, said: str = ""
) -> bool:
    """Let *who* do *act*: decide, save, write it down, and show it; False if all was so before.

    Nothing is written where a Refusal is raised.
    """
    check_works(team.load(db), who)
    before = comments.find(db, comment_id)
    if before is None:
        raise CommentGone(command=command_name(deps, "comments"))
    now, is_gone = deps.now(), bool(vanished.gone_at(db, [comment_id]))
    if is_gone and act in OPENING:
        raise CommentVanished
    try:
        after = decide(before, act, who, now=now, said=said)
    except (CommentTaken, AnswerTaken) as refused:
        owner = str(refused.values["who"])
        name = members.names(db, [owner]).get(owner, deps.words("somebody"))
        raise type(refused)(who=name, owner=owner, comment=comment_id) from None
    if after == before:
        return False
    comments.save(db, gone(after, now=now) if is_gone else after)
    detail = {act.says: said} if act.says else {}
    ledger.record(db, who, act.recorded, f"comment:{comment_id}", now=now, **detail)
    if act is Act.COUNT:
        page_changes.close_answered(db, [comment_id])
    quoting = comments.replies(db, comment_id) if act in {Act.FLAG, Act.UNFLAG} else ()
    relay.show(deps, db, [comment_id, *quoting], now=now)
    if act in {Act.FLAG, Act.UNFLAG}:
        digest.refresh(db, deps, now)
    return True


def taken(deps: Deps, refused: CommentTaken) -> Message:
    """Say who has a comment, with the way to take it from them."""
    text = refusals.refusal(deps.words, refused, today=deps.today())["text"]
    value = f"{refused.values['comment']} {refused.values['owner']}"
    return comment_claims.taken(deps.words, text, value)


@contextmanager
def offering(deps: Deps, body: Mapping[str, Any]) -> Iterator[None]:
    """Tell whoever wants what a colleague has who that is, and offer to take it from them."""
    try:
        yield
    except CommentTaken as refused:
        whisper(deps, body, taken(deps, refused))


def _is_elsewhere(body: Mapping[str, Any]) -> bool:
    """Say whether a click was on a list or a private word, which do not follow the comment."""
    channel = place(body) or "D"  # a home tab
    return bool((body.get("container") or {}).get("is_ephemeral")) or channel.startswith("D")


def _do(deps: Deps, db: Database, body: Mapping[str, Any], comment_id: str, emoji: str) -> None:
    """Do what adding or removing *emoji* means; the refusal of what was added is told."""
    event = body["event"]
    is_added = event["type"] == "reaction_added"
    act = REACTIONS[emoji][0 if is_added else 1]
    try:
        if carry_out(deps, db, act, comment_id, event["user"]) and act in CLOSING:
            tagging.ask(deps, db, body, comment_id)
    except CommentTaken as refused:
        if is_added:
            tell(deps, db, body, taken(deps, refused))
    except FlagStands:
        tell(deps, db, body, asked(deps, db, comment_id))
    except Refusal as refused:
        if is_added:
            tell(deps, db, body, refusals.refusal(deps.words, refused, today=deps.today()))


def _reads(deps: Deps, user: str) -> bool:
    with deps.reading() as db:
        return team.load(db).reads(user)


def _note(deps: Deps, db: Database, event: dict[str, Any], comment_id: str, emoji: str) -> bool:
    """Note that a reaction stands or does so no more; False if we know of it from later than this."""
    user, told = event["user"], event.get("event_ts")
    at = datetime.fromtimestamp(float(told), UTC) if told else None
    if at and reactions.is_newer(db, comment_id, user, emoji, than=at):
        return False
    note = reactions.add if event["type"] == "reaction_added" else reactions.remove
    note(db, comment_id, user, emoji, at=at or deps.now())
    return True


def _listing(deps: Deps, reader: str, *, is_mine: bool) -> Message:
    owner = reader if is_mine else None
    with deps.reading() as db:
        total = comments.count_open(db, owner=owner)
        rows = comments.open_comments(db, view.ROWS, owner=owner)
        told = reader_of(deps, db, {who for row in rows for who in row.people()})
    if total:
        return view.listing(told, rows, total=total, user=reader, is_mine=is_mine, now=deps.now())
    if deps.page is None:
        return view.no_page(deps.words)
    return view.empty(deps.words, command=command_name(deps, "comments"), is_mine=is_mine)


def _unknown(text: str) -> str:
    return "" if text.casefold() in {"help", "hjälp", "?"} else text


def _comment_at(deps: Deps, event: dict[str, Any]) -> str | None:
    """Return the id of the comment whose message got the reaction, or None if it is another."""
    item = event["item"]
    channel, ts = item.get("channel", ""), item.get("ts", "")
    with deps.reading() as db:
        found = relay.comment_at(db, channel, ts)
        is_ours = (
            channel == deps.comments_channel and event.get("item_user") == deps.identity.user_id
        )
        if is_ours and outbox.key_at(db, channel, ts) is None and outbox.in_doubt(db, channel):
            raise NotYetKnownError(f"{channel} {ts}")
    return found
