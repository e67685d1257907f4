"""The page's rules for comments, in the settings; everybody may look, the lead and deputies change."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.comment_rules import Rule, check_room, rule_text
from bot.store import comment_rules, ledger
from bot.views import comment_rules as view
from bot.views.forms import Origin
from handlers.answering import actor, deciding, place, submitting, tell, whisper, whispering
from handlers.forms import check_shown, open_form, origin_of
from handlers.picked import number, picked
from handlers.settings import check_may_change


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.SHOW)(partial(show, deps))
    app.action(view.NEW)(partial(click_new, deps))
    app.action(view.MENU)(partial(choose, deps))
    app.action(view.ARCHIVE)(partial(archive, deps))
    app.action(view.REVIVE)(partial(revive, deps))
    app.view(view.SAVE)(partial(save, deps))


def show(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show every rule."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            rules = comment_rules.known(db)
        whisper(deps, body, view.page(deps.words, rules))


def click_new(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form for a new rule."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            check_may_change(db, body)
        open_form(deps, body, view.form(deps.words, None, Origin(place(body))))


def choose(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Do what the menu beside a rule says: change it, or archive it."""
    act, _, rule_id = picked(body).partition(" ")
    if act == view.PUT_AWAY:
        _turn(deps, ack, body, rule_id, is_archived=True)
        return
    with whispering(deps, ack, body):
        with deps.reading() as db:
            check_may_change(db, body)
            rule = comment_rules.get(db, number(rule_id))
        open_form(deps, body, view.form(deps.words, rule, Origin(place(body), rule.id)))


def save(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let a rule be what the form says."""
    with submitting(deps, ack, body, view.TEXT):
        check_shown(body, view.KIND)
        (text, kind), origin = view.read(body["view"]["state"]), origin_of(body)
        with deciding(deps, body) as db:
            check_may_change(db, body)
            rules = comment_rules.known(db)
            said = rule_text(text, (rule for rule in rules if rule.id != origin.subject))
            if origin.subject is None:
                check_room(rules)
                rule = comment_rules.add(db, said, kind)
            else:
                comment_rules.get(db, origin.subject)
                rule = comment_rules.change(db, origin.subject, said, kind)
            _note(deps, db, body, "saved", rule)
            tell(deps, db, body, view.saved(deps.words, rule))


def archive(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Take a rule out of use."""
    _turn(deps, ack, body, picked(body), is_archived=True)


def revive(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Take a rule into use again."""
    _turn(deps, ack, body, picked(body), is_archived=False)


def _turn(deps: Deps, ack: Ack, body: dict[str, Any], rule_id: str, *, is_archived: bool) -> None:
    with whispering(deps, ack, body), deciding(deps, body) as db:
        check_may_change(db, body)
        comment_rules.get(db, number(rule_id))
        if not is_archived:
            check_room(comment_rules.known(db))
        rule = comment_rules.archive(db, number(rule_id), deps.now() if is_archived else None)
        _note(deps, db, body, "archived" if is_archived else "revived", rule)
        tell(deps, db, body, view.turned(deps.words, rule))


def _note(deps: Deps, db: Database, body: Mapping[str, Any], what: str, rule: Rule) -> None:
    subject = f"rule:{rule.id}"
    ledger.record(db, actor(body) or "", f"rule.{what}", subject, now=deps.now())
