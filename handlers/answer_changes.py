"""Changing and removing an answer of the page's, by the buttons under it in the thread."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain import answer_acts, answer_checks
from bot.domain import answer_changes as domain
from bot.domain.answer_changes import Act, Change
from bot.domain.answers import Answer
from bot.domain.team import check_works
from bot.domain.text import is_blank, tidy
from bot.store import answer_changes, answers, team
from bot.views import answer_changes as view
from bot.views.answers import DELETE, EDIT
from bot.views.forms import CommentOrigin
from handlers.answering import AskAgain, actor, deciding, place, submitting, whispering
from handlers.answers import origin_of_comment, text_block
from handlers.forms import open_form
from handlers.picked import number, picked


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(EDIT)(partial(ask_edit, deps))
    app.action(DELETE)(partial(ask_delete, deps))
    app.view(view.EDIT_SAVE)(partial(edit, deps))
    app.view(view.DELETE_SAVE)(partial(delete, deps))


def ask_edit(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form in which an answer is changed."""
    with whispering(deps, ack, body):
        answer, origin = _opened(deps, body)
        open_form(deps, body, view.edit_form(deps.words, answer, answer.text, origin))


def ask_delete(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Ask before an answer is removed."""
    with whispering(deps, ack, body):
        answer, origin = _opened(deps, body)
        open_form(deps, body, view.delete_form(deps.words, answer, origin))


def edit(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Decide that an answer says something else; what is worth a thought is shown once."""
    with submitting(deps, ack, body, text_block(body)):
        origin = origin_of_comment(body)
        text = tidy(view.read_text(body["view"]["state"], origin))
        if is_blank(text):
            raise answer_acts.NothingToAnswer
        with deciding(deps, body) as db:
            answer = _fit(deps, db, actor(body) or "", origin.subject or 0)
            domain.check_differs(answer, text)
            warned = answer_checks.warnings(text)
            mark = " ".join(it.risk for it in warned)
            if mark and mark != origin.agreed:
                after = replace(origin, agreed=mark, revision=(origin.revision or 0) + 1)
                raise AskAgain(view.edit_form(deps.words, answer, text, after, warned=warned))
            _decide(deps, db, body, answer, Act.EDIT, text)
    deps.publish()


def delete(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Decide that an answer is taken away."""
    with whispering(deps, ack, body):
        origin = origin_of_comment(body)
        with deciding(deps, body) as db:
            answer = _fit(deps, db, actor(body) or "", origin.subject or 0)
            _decide(deps, db, body, answer, Act.DELETE, "")
    deps.publish()


def _opened(deps: Deps, body: Mapping[str, Any]) -> tuple[Answer, CommentOrigin]:
    with deps.reading() as db:
        answer = _fit(deps, db, actor(body) or "", number(picked(body)))
    return answer, CommentOrigin(place(body), answer.id, comment=answer.comment_id)


def _fit(deps: Deps, db: Database, who: str, answer_id: int) -> Answer:
    """Return the answer if *who* may change it now; refuse otherwise."""
    if deps.page is None:
        raise answer_acts.NoPageToAnswer
    named = team.load(db)
    check_works(named, who)
    answer_acts.check_allowed(answers.setting(db), named, who)
    answer = domain.check_out(answers.find(db, answer_id))
    if answer_changes.waiting_for(db, answer_id):
        raise domain.ChangeUnderWay
    return answer


def _decide(
    deps: Deps, db: Database, body: Mapping[str, Any], answer: Answer, act: Act, text: str
) -> None:
    now = deps.now()
    answer_changes.add(db, Change(0, answer.id, act, text, actor(body) or "", now, now))
