"""Rights and stand-ins in the settings: who may do what, and which deputy leads when."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.domain.rights import MOST_NAMED, Grant, Level, Right
from bot.domain.team import StandIn, Team
from bot.locales import Words
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    chosen,
    context,
    escape,
    field,
    header,
    message,
    modal,
    option,
    section,
    select,
    values,
)
from bot.views.forms import Origin
from bot.views.pickers import day_picker, people_picker, person_picker
from bot.views.presence import FIRST, LAST, PERSON, Known, line, value
from bot.views.settings import Topic, kept

SHOW = "rights.show"
CHANGE = "rights.change"
SAVE = "rights.save"
STAND_IN = "rights.stand_in"
STAND_IN_SAVE = "rights.stand_in_save"
REMOVE = "rights.remove"
RESTORE = "rights.restore"

SHOWN = 20


def topic(words: Words, team: Team, names: Mapping[str, str], today: date) -> Topic:
    """Say who leads today, and who may do what."""
    now = [_leads(words, team, names, today), *_lines(words, team, names)]
    return Topic(words("rights-title"), "\n".join(now), SHOW)


def page(words: Words, team: Team, names: Mapping[str, str], today: date) -> Message:
    """Show who leads when and who may do what, with what can be changed."""
    title, lines = words("rights-title"), _lines(words, team, names)
    known = Known((), names, today)
    coming = [each for each in team.stand_ins if each.end > today][:SHOWN]
    rows = [_row(words, each, known) for each in coming]
    leads = _leads(words, team, names, today)
    blocks = [
        header(title),
        section("\n".join(lines), accessory=button(words("settings-change"), CHANGE)),
        context(words("rights-elsewhere")),
        section(f"{leads}\n{words('rights-intro')}"),
        *rows,
        actions(button(words("rights-stand-in"), STAND_IN)),
    ]
    said = [title, *lines, leads, *(row["text"]["text"] for row in rows)]
    return message("\n".join(said), blocks)


def form(words: Words, team: Team, origin: Origin) -> dict[str, Any]:
    """Return the form that says who may do what."""
    blocks = [block for right in Right for block in _fields(words, right, team.grant(right))]
    return _form(words, SAVE, "rights-form", blocks, origin)


def read(state: Mapping[str, Any]) -> dict[Right, Grant]:
    """Read who may do what; a menu without a choice of ours leaves it to the lead."""
    said = values(state)
    levels = {
        right: Level.TEAM if said.get(right) == Level.TEAM else Level.LEADS for right in Right
    }
    return {right: Grant(level, chosen(state, _users(right))) for right, level in levels.items()}


def stand_in_form(words: Words, team: Team, origin: Origin, *, today: date) -> dict[str, Any]:
    """Return the form for the days on which a deputy leads."""
    first = next(iter(team.deputies), None)
    hint = words("rights-person-hint")
    blocks = [
        field(words("rights-person"), person_picker(first), block_id=PERSON, hint=hint),
        field(words("presence-first"), day_picker(today), block_id=FIRST),
        field(
            words("presence-last"),
            day_picker(today),
            block_id=LAST,
            hint=words("presence-last-hint"),
        ),
    ]
    return _form(words, STAND_IN_SAVE, "rights-stand-in-form", blocks, origin)


def saved(words: Words, team: Team, names: Mapping[str, str]) -> Message:
    """Say who may do what from now on."""
    return kept(words, "\n".join([words("rights-saved"), *_lines(words, team, names)]))


def added(words: Words, stand_in: StandIn, known: Known) -> Message:
    """Say who leads when, with the way back."""
    undo = button(words("plan-undo"), REMOVE, str(stand_in.id))
    return kept(words, words("rights-added", line=line(words, stand_in, known)), undo)


def removed(words: Words, stand_in: StandIn, known: Known) -> Message:
    """Say that it is as always again, with the way back."""
    undo = button(words("plan-undo"), RESTORE, value(stand_in))
    return kept(words, words("rights-removed", line=line(words, stand_in, known)), undo)


def _fields(words: Words, right: Right, grant: Grant) -> list[Block]:
    levels = [option(words(f"rights-level-{level}"), level) for level in Level]
    people = people_picker(grant.users, most=MOST_NAMED)
    label = words(f"rights-{right}")
    return [
        field(label, select("value", levels, grant.level), block_id=right),
        field(words("rights-besides", right=label), people, block_id=_users(right), optional=True),
    ]


def _lines(words: Words, team: Team, names: Mapping[str, str]) -> list[str]:
    return [_line(words, right, team, names) for right in Right]


def _line(words: Words, right: Right, team: Team, names: Mapping[str, str]) -> str:
    grant = team.grant(right)
    level = "nobody-leads" if grant.level is Level.LEADS and team.lead is None else grant.level
    besides = [escape(names.get(user, words("somebody"))) for user in grant.users]
    who = ", ".join([words(f"rights-level-{level}"), *besides])
    return words("rights-line", right=words(f"rights-{right}"), who=who)


def _leads(words: Words, team: Team, names: Mapping[str, str], today: date) -> str:
    user = next(iter(team.line(today)), None)
    if user is None:
        return words("rights-nobody-leads")
    return words("rights-leads", who=escape(names.get(user, words("somebody"))))


def _row(words: Words, stand_in: StandIn, known: Known) -> Block:
    remove = button(words("settings-remove"), REMOVE, str(stand_in.id))
    return section(line(words, stand_in, known), accessory=remove)


def _users(right: Right) -> str:
    return f"{right}-besides"


def _form(
    words: Words, callback_id: str, title: str, blocks: list[Block], origin: Origin
) -> dict[str, Any]:
    labels = (words(title), words("settings-save"), words("settings-close"))
    return modal(callback_id, *labels, blocks, private_metadata=origin.pack())
