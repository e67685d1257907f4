"""Answering as the page: the form, its menus, and the explicit act of sending."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain import answer_acts, answer_checks, tone
from bot.domain import answers as domain
from bot.domain.answers import Answer, Kind, Known
from bot.domain.comments import Relayed
from bot.domain.page import PageComment
from bot.domain.replies import Kind as Text
from bot.domain.replies import Reply, ReplyGone, filled, pasted
from bot.domain.team import check_works
from bot.domain.text import is_blank
from bot.integrations.slack import SlackTrouble
from bot.jobs import publish
from bot.store import answers, members, replies, team
from bot.views import answers as view
from bot.views import tone as tone_view
from bot.views.answers import Asked, Draft
from bot.views.comments import ANSWER
from bot.views.forms import CommentOrigin
from handlers import tagging
from handlers.answering import AskAgain, actor, deciding, place, submitting, tell, whispering
from handlers.comment_card import one, reader_of
from handlers.forms import check_shown, open_form, origin_of
from handlers.picked import Stale, number, picked


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(ANSWER)(partial(ask, deps))
    app.action(view.AGAIN)(partial(ask_again, deps))
    for action_id in (view.FILL, view.KIND):
        app.action(action_id)(partial(choose, deps, action_id))
    app.view(view.SEND)(partial(send, deps))


def ask(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form for a comment."""
    with whispering(deps, ack, body):
        _open(deps, body, picked(body), Draft())


def ask_again(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form with the text of an answer that did not go out."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            former = answers.find(db, number(picked(body)))
        if former is None:
            raise Stale
        draft = Draft(former.text, former.kind)
        _open(deps, body, former.comment_id, draft, route=former.route_id)


def choose(deps: Deps, action_id: str, ack: Ack, body: dict[str, Any]) -> None:
    """Put the chosen text into the form, or the usual words of the chosen kind."""
    with whispering(deps, ack, body):
        origin, chosen = origin_of_comment(body), picked(body)
        draft = view.read(body["view"]["state"], origin)
        with deps.reading() as db:
            who = actor(body) or ""
            shown = _fit(deps, db, who, origin.comment)
            ready = replies.known(db)
            text = _put_in(deps, action_id, chosen, draft, shown, ready)
            if text is None:
                return
            after = replace(origin, revision=(origin.revision or 0) + 1)
            if action_id == view.FILL:
                after = replace(after, subject=_route(ready, chosen))
            asked = _asked(deps, db, who, shown)
            reader = reader_of(deps, db, shown.people())
        opened = view.form(reader, asked, replace(draft, text=text), after, today=deps.today())
        try:
            deps.slack.update_view(body["view"]["id"], opened, known=body["view"]["hash"])
        except SlackTrouble as trouble:
            raise Stale from trouble


def send(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Decide that the page says what the form shows: the explicit act, by somebody who may."""
    with submitting(deps, ack, body, text_block(body)):
        origin = origin_of_comment(body)
        check_shown(body, view.text_block(origin))
        draft, who = view.read(body["view"]["state"], origin), actor(body) or ""
        with deciding(deps, body) as db:
            shown = _fit(deps, db, who, origin.comment)
            asked = _asked(deps, db, who, shown)
            whole = _whole(asked, draft)
            _check_agreed(deps, db, asked, draft, origin)
            answers.add(db, replace(_answer(deps, db, asked, whole, who), route_id=origin.subject))
            is_last = draft.kind is Kind.ANSWER  # what it was is known once it is done
            asks = tagging.rows(deps, db, origin.comment) if is_last else []
            tell(deps, db, body, view.decided(deps.words, asks))
    deps.publish()


def _open(
    deps: Deps,
    body: Mapping[str, Any],
    comment_id: str,
    draft: Draft,
    *,
    route: int | None = None,
) -> None:
    with deps.reading() as db:
        who = actor(body) or ""
        shown = _fit(deps, db, who, comment_id)
        asked = _asked(deps, db, who, shown)
        origin = CommentOrigin(place(body), route, comment=comment_id, seen=asked.known.mark)
        reader = reader_of(deps, db, shown.people())
    open_form(deps, body, view.form(reader, asked, draft, origin, today=deps.today()))


def _fit(deps: Deps, db: Database, who: str, comment_id: str) -> Relayed:
    """Return the comment if *who* may answer it now; refuse otherwise."""
    if deps.page is None:
        raise answer_acts.NoPageToAnswer
    named = team.load(db)
    check_works(named, who)
    answer_acts.check_allowed(answers.setting(db), named, who)
    shown = one(deps, db, comment_id)
    answer_acts.check_answerable(shown.relay)
    if answers.waiting_for(db, comment_id):
        raise answer_acts.AnswerUnderWay
    return shown


def _asked(deps: Deps, db: Database, who: str, shown: Relayed) -> Asked:
    return Asked(
        shown,
        _known(db, shown.comment),
        replies.known(db),
        publish.page_name(db, deps),
        _signature(db, who),
    )


def _signature(db: Database, who: str) -> str:
    name = members.names(db, [who]).get(who, "")
    return domain.signature_of(answers.setting(db).signature, name) if name else ""


def _known(db: Database, asked: PageComment) -> Known:
    """Return what the page has said since in the thread, as far as it was read or is ours."""
    target = domain.thread_of(asked)
    found = tuple(answers.replies(db, asked, target))
    ours = [each.page_id or "" for each in answers.of_thread(db, target)]
    return Known(found, tuple(sorted({*(reply.id for reply in found), *ours})))


def _whole(asked: Asked, draft: Draft) -> Draft:
    """Return the answer as it goes out; refuse one that is empty or too long."""
    if is_blank(draft.text):
        raise answer_acts.NothingToAnswer
    whole = domain.signed(draft.text, asked.signature)
    if len(whole) > domain.LIMIT:
        raise answer_acts.AnswerTooLong(most=domain.LIMIT)
    return replace(draft, text=whole)


def _check_agreed(
    deps: Deps, db: Database, asked: Asked, draft: Draft, origin: CommentOrigin
) -> None:
    """Show the form once more where there is something to think of that it has not shown yet."""
    warned = answer_checks.warnings(draft.text)
    findings = tone.advice(draft.text, language=deps.words.language)
    mark = " ".join([*(it.risk for it in warned), *(it.kind for it in findings)])
    is_news = asked.known.mark != origin.seen
    if not is_news and (not mark or mark == origin.agreed):
        return
    after = replace(origin, seen=asked.known.mark, agreed=mark, revision=(origin.revision or 0) + 1)
    advice = tone_view.lines_of(deps.words, draft.text)
    again = replace(asked, warned=warned, advice=advice, is_news=is_news)
    reader = reader_of(deps, db, asked.shown.people())
    raise AskAgain(view.form(reader, again, draft, after, today=deps.today()))


def _answer(deps: Deps, db: Database, asked: Asked, draft: Draft, who: str) -> Answer:
    """Return the decision; what a former attempt may have brought there gets time to show."""
    now, target = deps.now(), domain.thread_of(asked.shown.comment)
    doubts = [each.tried_at for each in answers.in_doubt(db, target) if each.tried_at]
    return Answer(
        id=0,
        comment_id=asked.shown.comment.id,
        target_id=target,
        kind=draft.kind,
        text=draft.text,
        who=who,
        decided_at=now,
        next_at=max([now, *(at + domain.SETTLED for at in doubts)]),
        known=asked.known.ids,
    )


def _put_in(
    deps: Deps,
    action_id: str,
    chosen: str,
    draft: Draft,
    shown: Relayed,
    ready: list[Reply],
) -> str | None:
    """Return the text that the form holds after something was chosen; None where it stays."""
    author = shown.comment.author_name
    promise = deps.words("answer-promise-text")
    usual = [promise, *(filled(each, author) for each in ready)]
    if action_id == view.FILL:
        found = next((each for each in ready if str(each.id) == chosen), None)
        if chosen and found is None:
            raise ReplyGone
        return pasted(draft.text, filled(found, author), usual) if found else None
    if chosen == Kind.PROMISE and is_blank(draft.text):
        return promise
    return "" if chosen == Kind.ANSWER and draft.text == promise else None


def _route(ready: list[Reply], chosen: str) -> int | None:
    """Return the id of the chosen text if it leads somewhere else."""
    return next(
        (each.id for each in ready if str(each.id) == chosen and each.kind is Text.ROUTE), None
    )


def origin_of_comment(body: Mapping[str, Any]) -> CommentOrigin:
    """Return what the form remembered; refuse one of a former version."""
    origin = origin_of(body) if "view" in body else None
    if not isinstance(origin, CommentOrigin):
        raise Stale
    return origin


def text_block(body: Mapping[str, Any]) -> str:
    """Return the block of a submitted form in which there is a text, whichever round it is of."""
    held = body["view"]["state"]["values"]
    return next((name for name in held if name.startswith(view.TEXT_BLOCK)), view.TEXT_BLOCK)
