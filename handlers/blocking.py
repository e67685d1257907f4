"""Blocking somebody from the page, and lifting it: buttons, a reason, an end, a second person."""

from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain import blocking as domain
from bot.domain.blocking import Block, State
from bot.domain.comment_rules import RuleKind
from bot.domain.comments import Relayed
from bot.domain.moderation import Case
from bot.domain.moderation_acts import SnapshotFailed
from bot.domain.team import check_decides, check_works
from bot.jobs import blocking, cases
from bot.store import blocks, comments, moderation, team
from bot.views import blocking as view
from bot.views import comment_cases
from bot.views.blocks import Message
from bot.views.forms import Origin
from handlers.answering import actor, deciding, place, submitting, tell, whispering
from handlers.comment_card import one, reader_of
from handlers.comment_moderation import NoPage
from handlers.forms import check_shown, open_form, origin_of
from handlers.picked import number, picked

WORDS = frozenset({"blocked", "blocks", "blockerade", "blockeringar", "blockerad"})
"""What is written after `/comments` to see who is blocked now."""


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(comment_cases.BLOCK)(partial(click, deps))
    app.view(view.SAVE)(partial(save, deps))
    app.action(view.CONFIRM)(partial(confirm, deps))
    app.action(view.DECLINE)(partial(decline, deps))
    app.action(view.LIFT)(partial(lift, deps))
    app.action(view.EXTEND)(partial(click_extend, deps))
    app.view(view.EXTEND_SAVE)(partial(extend, deps))
    app.action(view.AGAIN)(partial(again, deps))


def listing(deps: Deps, user: str) -> Message:
    """Return who is blocked now; only those who decide may see it."""
    with deps.reading() as db:
        check_decides(team.load(db), user)
        those = blocks.lasting(db)
        shown = comments.relayed(db, {block.comment_id for block in those})
        reader = blocking.reader_of(deps, db, those, deps.now())
    return view.listing(reader, those, {one.comment.id: one for one in shown})


def click(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form for the author of a comment that was hidden or removed."""
    with whispering(deps, ack, body):
        who = actor(body) or ""
        with deps.reading() as db:
            case, shown = _possible(deps, db, who, number(picked(body)))
            second = cases.second_named(deps, db, who, now=deps.now())
            reader = reader_of(deps, db, shown.relay.people())
        origin = Origin(place(body), case.id)
        open_form(deps, body, view.form(reader, shown, origin, second=second))


def save(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Decide, and ask a second person or let the page be written on."""
    with submitting(deps, ack, body, view.REASON):
        check_shown(body, view.UNTIL)
        said, origin, who = view.read(body["view"]["state"]), origin_of(body), actor(body) or ""
        with deciding(deps, body) as db:
            block = _decide(deps, db, said, origin.subject or 0, who)
            tell(deps, db, body, view.under_way(deps.words, block))
    deps.publish()


def confirm(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Agree to what a colleague has decided, and let it be done."""
    with whispering(deps, ack, body), deciding(deps, body) as db:
        block, who = _block(db, body)
        _note(deps, db, domain.confirmed(block, who, now=deps.now()), who, "block_agreed")
    deps.publish()


def decline(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let the person write."""
    with whispering(deps, ack, body), deciding(deps, body) as db:
        block, who = _block(db, body)
        _note(deps, db, domain.declined(block, who, now=deps.now()), who, "block_declined")


def lift(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let the person write again: who decides may, and who decided it."""
    with whispering(deps, ack, body), deciding(deps, body) as db:
        block, who = _block(db, body)
        if who != block.who:
            check_decides(team.load(db), who)
        lifted = domain.lifted(block, who, now=deps.now())
        _note(deps, db, lifted, who, "block_lifted")
        key = "block-lifting" if lifted.state is State.ENDING else "block-withdrawn"
        tell(deps, db, body, view.said(deps.words, key))
    deps.publish()


def click_extend(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form in which a block goes on."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            block, who = _block(db, body)
            check_decides(team.load(db), who)
            shown = one(deps, db, block.comment_id)
            reader = blocking.reader_of(deps, db, [block], deps.now())
        opened = view.extend_form(reader, block, shown, Origin(place(body), block.id))
        open_form(deps, body, opened)


def extend(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let a block go on, for a reason and until a day."""
    with submitting(deps, ack, body, view.REASON):
        check_shown(body, view.UNTIL)
        said, origin, who = view.read(body["view"]["state"]), origin_of(body), actor(body) or ""
        with deciding(deps, body) as db:
            check_decides(team.load(db), who)
            before = blocks.get(db, origin.subject or 0)
            after = domain.extended(before, said.reason, said.until, today=deps.today())
            _note(deps, db, after, who, "block_extended")
            tell(deps, db, body, view.said(deps.words, "block-extended"))


def again(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Try once more what the page had refused."""
    with whispering(deps, ack, body), deciding(deps, body) as db:
        block, who = _block(db, body)
        _possible(deps, db, who, block.case_id)
        _note(deps, db, domain.again(block, now=deps.now()), who, "block_retried")
        tell(deps, db, body, view.said(deps.words, "block-goes"))
    deps.publish()


def _decide(deps: Deps, db: Database, said: view.Said, case_id: int, who: str) -> Block:
    now = deps.now()
    case, shown = _possible(deps, db, who, case_id)
    seconds = cases.second_people(deps, db, who, now=deps.now())
    made = domain.decided(
        case,
        shown.comment,
        said.reason,
        said.until,
        who,
        is_second_there=bool(seconds),
        today=deps.today(),
        now=now,
    )
    block = blocks.add(db, made)
    blocking.record(db, block, who, "comment.block_asked", now=now)
    if block.state is State.ASKED:
        blocking.show(deps, db, block, now=now, called=seconds)
    return block


def _note(deps: Deps, db: Database, block: Block, who: str, act: str) -> None:
    """Store how a block stands, write it down, and show it where it was asked about."""
    now = deps.now()
    blocks.save(db, block)
    blocking.record(db, block, who, f"comment.{act}", now=now)
    blocking.show(deps, db, block, now=now)
    blocking.refresh(deps, db, now=now)


def _possible(deps: Deps, db: Database, who: str, case_id: int) -> tuple[Case, Relayed]:
    """Return the case and its comment if *who* may block its author now; refuse otherwise."""
    if deps.page is None:
        raise NoPage
    check_works(team.load(db), who)
    case = moderation.get(db, case_id)
    shown = one(deps, db, case.comment_id)
    person = domain.author(case, shown.comment)
    if blocks.of(db, person):
        raise domain.BlockedAlready
    if case.kind is RuleKind.PAGE and not moderation.saved(db, [case.id]):
        raise SnapshotFailed
    return case, shown


def _block(db: Database, body: dict[str, Any]) -> tuple[Block, str]:
    """Return the block of a button, and who pressed it, if they are in the team."""
    who = actor(body) or ""
    check_works(team.load(db), who)
    return blocks.get(db, number(picked(body))), who
