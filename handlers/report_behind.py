"""The comments behind the figures of a report: choose a figure, turn the pages."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from slack_bolt import Ack, App

from bot.deps import Deps
from bot.domain.measures import Group
from bot.domain.periods import Period
from bot.integrations.slack import SlackTrouble
from bot.jobs import reports
from bot.store import comments
from bot.views import report as report_view
from bot.views import report_behind as view
from handlers.answering import place, whispering
from handlers.comment_card import reader_of
from handlers.forms import show_form
from handlers.picked import Stale, number, picked
from handlers.report import period_of


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(report_view.BEHIND)(partial(show, deps))
    for action_id in view.TURNS:
        app.action(action_id)(partial(turn, deps))


def show(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the list; what needs somebody comes first, where there is any."""
    with whispering(deps, ack, body):
        period = period_of(picked(body))
        show_form(deps, body, _form(deps, body, period, None, 0))


def turn(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show another figure, or another page."""
    with whispering(deps, ack, body):
        group, offset, code = _turned(picked(body))
        shown = _form(deps, body, period_of(code), group, offset)
        try:
            deps.slack.update_view(body["view"]["id"], shown, known=body["view"]["hash"])
        except SlackTrouble as trouble:
            raise Stale from trouble


def _form(
    deps: Deps, body: Mapping[str, Any], period: Period, group: Group | None, offset: int
) -> dict[str, Any]:
    """Return a page of *group*; one that is not there (any more) is the first."""
    with deps.reading() as db:
        found = reports.groups(db, deps, period, deps.now())
        chosen = group or (Group.LATE if found[Group.LATE] else Group.RECEIVED)
        begin = offset if offset < len(found[chosen]) else 0
        ids = [case.id for case in found[chosen][begin : begin + view.PAGE]]
        rows = comments.relayed(db, ids)
        reader = reader_of(deps, db, {who for row in rows for who in row.people()})
    sizes = {each: len(cases) for each, cases in found.items()}
    return view.form(reader, view.Behind(period, chosen, begin, sizes, rows), place(body))


def _turned(value: str) -> tuple[Group, int, str]:
    """Read what `view.value` wrote; refuse anything else."""
    name, _, rest = value.partition(" ")
    offset, _, code = rest.partition(" ")
    try:
        return Group(name), number(offset), code
    except ValueError as error:
        raise Stale from error
