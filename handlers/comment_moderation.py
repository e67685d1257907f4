"""Hiding and removing comments: a dialogue, a second person where one is there, and the way back."""

from datetime import datetime
from functools import partial
from typing import Any, cast

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain import moderation as domain
from bot.domain import moderation_acts as acts
from bot.domain.comment_rules import Rule, RuleGone, RuleKind
from bot.domain.comments import Relayed
from bot.domain.disposal import Disposed
from bot.domain.errors import Refusal
from bot.domain.kept import in_use
from bot.domain.moderation import Case, Deed, State
from bot.domain.rights import Right
from bot.domain.team import check_may, check_works
from bot.jobs import cases
from bot.store import comments, ledger, moderation, team
from bot.store.comment_rules import RULES
from bot.views import comment_cases
from bot.views import comment_moderation as view
from bot.views.comment_moderation import Said
from bot.views.forms import Origin
from handlers.answering import actor, deciding, place, submitting, tell, whispering
from handlers.comment_card import one, reader_of
from handlers.forms import check_shown, open_form, origin_of
from handlers.picked import Stale, number, picked


class NoPage(Refusal):
    """Refuse where no page is connected."""

    kind = "refusal-moderation-no-page"


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(comment_cases.OPEN)(partial(click, deps))
    app.view(view.ASK)(partial(ask, deps))
    app.view(view.SAVE)(partial(save, deps))
    app.action(comment_cases.CONFIRM)(partial(confirm, deps))
    app.action(comment_cases.DECLINE)(partial(decline, deps))
    app.action(comment_cases.UNDO)(partial(undo, deps))
    app.action(view.SHOW_AGAIN)(partial(show_again, deps))
    app.action(comment_cases.AGAIN)(partial(again, deps))
    app.action(comment_cases.REPORTED)(partial(report, deps))


def click(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the dialogue, which asks for the rule."""
    with whispering(deps, ack, body):
        with deps.reading() as db:
            shown = _possible(deps, db, actor(body) or "", picked(body))
            rules = in_use(RULES.known(db))
            reader = reader_of(deps, db, shown.relay.people())
        revision = domain.fingerprint(shown.comment.text)
        origin = Origin(place(body), None, revision, comment=shown.comment.id)
        open_form(deps, body, view.ask(reader, shown, rules, origin))


def ask(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show the second form in the place of the first: what is done for this rule, and who is asked."""
    opened: dict[str, Any] = {}

    def follow(**answer: Any) -> None:  # noqa: ANN401 -- Slack's
        ack(**(answer or {"response_action": "update", "view": opened}))

    with submitting(deps, cast("Ack", follow), body, view.RULE):
        check_shown(body, view.RULE)
        said, origin, who = view.read(body["view"]["state"]), origin_of(body), actor(body) or ""
        with deps.reading() as db:
            shown = _possible(deps, db, who, origin.comment)
            acts.check_same(shown.comment, origin.revision)
            rule = _rule(db, said.rule)
            words = acts.read_words(said.words, rule)
            second = cases.second_named(deps, db, who, now=deps.now())
            reader = reader_of(deps, db, shown.relay.people())
        next_origin = Origin(
            origin.channel, rule.id if rule else None, origin.revision, comment=origin.comment
        )
        opened |= view.confirm(reader, shown, rule, words, next_origin, second=second)


def save(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Decide: save all there is first, then ask a second person or let the page be written on."""
    with submitting(deps, ack, body, view.DEED):
        check_shown(body, view.DEED)
        said, origin, who = view.read(body["view"]["state"]), origin_of(body), actor(body) or ""
        with deciding(deps, body) as db:
            case, is_saved = _decide(deps, db, said, origin, who)
            tell(deps, db, body, view.under_way(deps.words, case, is_saved=is_saved))
    deps.publish()


def confirm(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Agree to what a colleague has decided, and let it be done."""
    with whispering(deps, ack, body), deciding(deps, body) as db:
        case, who = _case(db, body)
        shown = one(deps, db, case.comment_id)
        acts.check_possible(shown.relay, case.deed)
        agreed = acts.confirmed(case, shown.comment, who, now=deps.now())
        _save_first(deps, db, agreed, shown)
        _note(deps, db, agreed, who, "comment.moderation_agreed")
    deps.publish()


def decline(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let the comment stay."""
    with whispering(deps, ack, body), deciding(deps, body) as db:
        case, who = _case(db, body)
        declined = acts.declined(case, who, now=deps.now())
        _note(deps, db, declined, who, "comment.moderation_declined")


def undo(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show a hidden comment again, or withdraw what is not done yet."""
    with whispering(deps, ack, body), deciding(deps, body) as db:
        case, who = _case(db, body)
        _undo(deps, db, body, case, who)
    deps.publish()


def show_again(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show a hidden comment again, found by the comment."""
    with whispering(deps, ack, body), deciding(deps, body) as db:
        who = actor(body) or ""
        check_may(team.load(db), who, Right.REMOVE)
        found = [case for case in moderation.of(db, picked(body)) if case.state is State.DONE]
        if not found:
            raise acts.OverAlready
        _undo(deps, db, body, found[-1], who)
    deps.publish()


def again(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Try once more what the page had refused."""
    with whispering(deps, ack, body), deciding(deps, body) as db:
        case, who = _case(db, body)
        shown = _possible(deps, db, who, case.comment_id, case.deed)
        waiting = acts.again(case, shown.comment, now=deps.now())
        moderation.save(db, waiting)
        tell(deps, db, body, view.under_way(deps.words, waiting, is_saved=True))
    deps.publish()


def report(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Note that somebody has told Facebook of a comment, which the bot cannot."""
    with whispering(deps, ack, body), deciding(deps, body) as db:
        who, shown = actor(body) or "", one(deps, db, picked(body))
        check_works(team.load(db), who)
        subject = f"comment:{shown.comment.id}"
        done = ledger.acts(db, subject)
        if not any((act.who, act.act) == (who, "comment.reported") for act in done):
            ledger.record(db, who, "comment.reported", subject, now=deps.now())
        tell(deps, db, body, view.said(deps.words, "moderation-reported-noted"))


def _decide(deps: Deps, db: Database, said: Said, origin: Origin, who: str) -> tuple[Case, bool]:
    if said.deed is None:
        raise Stale
    now = deps.now()
    shown = _possible(deps, db, who, origin.comment, said.deed)
    acts.check_same(shown.comment, origin.revision)
    rule = _rule(db, str(origin.subject)) if origin.subject else None
    seconds = cases.second_people(deps, db, who, now=deps.now())
    made = acts.decided(
        shown.comment, said.deed, rule, said.words, who, is_second_there=bool(seconds), now=now
    )
    case = moderation.add(db, made)
    is_saved = _save_first(deps, db, case, shown)
    if case.state is State.ASKED:
        _record(db, case, who, "comment.moderation_asked", now)
        cases.show_request(deps, db, case, now=now, called=seconds)
    return case, is_saved


def _save_first(deps: Deps, db: Database, case: Case, shown: Relayed) -> bool:
    """Save all that is known of the comment; without that only the law is acted upon."""
    now = deps.now()
    is_saved = moderation.take_snapshot(db, case, shown.comment, shown.relay, now=now)
    if not is_saved:
        if case.kind is RuleKind.PAGE:
            raise acts.SnapshotFailed
        _record(db, case, "lucka", "comment.snapshot_failed", now)
    return is_saved


def _undo(deps: Deps, db: Database, body: dict[str, Any], case: Case, who: str) -> None:
    if comments.find(db, case.comment_id) is None:
        raise Disposed
    undone = acts.undone(case, who, now=deps.now())
    if undone.state is State.UNDONE:
        _note(deps, db, undone, who, "comment.moderation_declined")
    else:
        moderation.save(db, undone)
    key = "moderation-withdrawn" if undone.state is State.UNDONE else "moderation-undoing"
    tell(deps, db, body, view.said(deps.words, key))


def _note(deps: Deps, db: Database, case: Case, who: str, act: str) -> None:
    """Store how a case stands, write it down, and show it where it was asked about."""
    now = deps.now()
    moderation.save(db, case)
    _record(db, case, who, act, now)
    cases.show_request(deps, db, case, now=now)


def _record(db: Database, case: Case, who: str, act: str, now: datetime) -> None:
    rule = str(case.rule_id or "other")
    ledger.record(db, who, act, f"comment:{case.comment_id}", now=now, case=str(case.id), rule=rule)


def _possible(
    deps: Deps, db: Database, who: str, comment_id: str | None, deed: Deed | None = None
) -> Relayed:
    """Return the comment if *who* may act on it now; refuse otherwise."""
    if deps.page is None:
        raise NoPage
    check_may(team.load(db), who, Right.REMOVE)
    shown = one(deps, db, comment_id or "")
    acts.check_possible(shown.relay, deed)
    if moderation.under_way(db, shown.comment.id):
        raise acts.UnderWay
    return shown


def _case(db: Database, body: dict[str, Any]) -> tuple[Case, str]:
    """Return the case of a button, and who pressed it, if they are in the team."""
    who = actor(body) or ""
    check_may(team.load(db), who, Right.REMOVE)
    return moderation.get(db, number(picked(body))), who


def _rule(db: Database, chosen: str) -> Rule | None:
    """Return the rule that was chosen, which must be in use; None for another one."""
    if chosen == view.OTHER:
        return None
    rule = RULES.get(db, number(chosen))
    if rule.archived_at:
        raise RuleGone
    return rule
