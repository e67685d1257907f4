"""The team in the settings: who leads, who stands in, who else is in it."""

from collections.abc import Iterable, Mapping
from typing import Any

from bot.domain.team import MOST, Team, named
from bot.locales import Words
from bot.views.blocks import Message, chosen, escape, field, modal, values
from bot.views.forms import Origin
from bot.views.pickers import people_picker, person_picker
from bot.views.settings import Topic, kept

CHANGE = "team.change"
SAVE = "team.save"

LEAD, DEPUTIES, MEMBERS, READERS = "lead", "deputies", "members", "readers"


def topic(words: Words, team: Team, names: Mapping[str, str]) -> Topic:
    """Say who is who."""
    return Topic(words("team-title"), "\n".join(_lines(words, team, names)), CHANGE)


def form(words: Words, team: Team, origin: Origin) -> dict[str, Any]:
    """Return the form that names the team."""
    blocks = [
        field(words("team-lead"), person_picker(team.lead), block_id=LEAD, optional=True),
        field(
            words("team-deputies"),
            people_picker(team.deputies, most=MOST),
            block_id=DEPUTIES,
            hint=words("team-deputies-hint"),
            optional=True,
        ),
        field(
            words("team-members"),
            people_picker(team.members, most=MOST),
            block_id=MEMBERS,
            optional=True,
        ),
        field(
            words("team-readers"),
            people_picker(team.readers, most=MOST),
            block_id=READERS,
            hint=words("team-readers-hint"),
            optional=True,
        ),
    ]
    labels = (words("team-title"), words("settings-save"), words("settings-close"))
    return modal(SAVE, *labels, blocks, private_metadata=origin.pack())


def read(state: Mapping[str, Any]) -> Team:
    """Read whom the submitted form names."""
    roles = (chosen(state, role) for role in (DEPUTIES, MEMBERS, READERS))
    return named(values(state).get(LEAD) or None, *roles)


def saved(words: Words, team: Team, names: Mapping[str, str]) -> Message:
    """Say who is who from now on."""
    return kept(words, "\n".join([words("team-saved"), *_lines(words, team, names)]))


def _lines(words: Words, team: Team, names: Mapping[str, str]) -> list[str]:
    roles = ((LEAD, (team.lead,)), (DEPUTIES, team.deputies), (MEMBERS, team.members))
    readers = ((READERS, team.readers),) if team.readers else ()
    return [
        f"{words(f'team-{role}')}: {_people(words, users, names)}"
        for role, users in (*roles, *readers)
    ]


def _people(words: Words, users: Iterable[str | None], names: Mapping[str, str]) -> str:
    """Name people without a mention, which would ping."""
    called = [escape(names.get(user, words("somebody"))) for user in users if user]
    return ", ".join(called) or words("settings-undecided")
