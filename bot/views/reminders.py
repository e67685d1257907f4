"""Reminders in the settings: how near a gap is asked about, where, in which tone, and of whom."""

from collections.abc import Mapping
from typing import Any

from bot.domain.levels import Levels, Reach, read_days
from bot.locales import Words
from bot.locales import format as say
from bot.views.blocks import (
    Block,
    Message,
    button,
    context,
    escape,
    field,
    header,
    message,
    modal,
    option,
    section,
    select,
    text_input,
    values,
)
from bot.views.forms import Origin
from bot.views.settings import Topic, kept

SHOW = "reminders.show"
LEVELS = "reminders.levels"
OWNERS = "reminders.owners"
LEVELS_SAVE = "reminders.levels_save"
OWNERS_SAVE = "reminders.owners_save"

PERSON, TEAM, LISTED, REACH, TONE = "person", "team", "listed", "reach", "tone"
RISING, GENTLE = "rising", "gentle"
WEEKDAYS = {number: f"owner-{number}" for number in range(1, 6)}

Owners = Mapping[int, str]


def topic(words: Words, levels: Levels, owners: Owners, names: Mapping[str, str]) -> Topic:
    """Say how gaps are asked about, and who has which weekday."""
    now = "\n".join([_levels(words, levels), _owners(words, owners, names)])
    return Topic(words("reminders-title"), now, SHOW)


def page(words: Words, levels: Levels, owners: Owners, names: Mapping[str, str]) -> Message:
    """Show all that can be set, each with the button that changes it."""
    title = words("reminders-title")
    lines = {LEVELS: _levels(words, levels), OWNERS: _owners(words, owners, names)}
    rows = [
        section(line, accessory=button(words("settings-change"), act))
        for act, line in lines.items()
    ]
    intro = context(words("reminders-intro"))
    return message("\n".join([title, *lines.values()]), [header(title), intro, *rows])


def levels_form(words: Words, levels: Levels, origin: Origin) -> dict[str, Any]:
    """Return the form for the levels, where reminders go, and their tone."""
    days = {PERSON: levels.person, TEAM: levels.team, LISTED: levels.listed}
    reaches = [option(words(f"reminders-reach-{reach}"), reach) for reach in Reach]
    tones = [option(words(f"reminders-tone-{tone}"), tone) for tone in (RISING, GENTLE)]
    tone = RISING if levels.rising else GENTLE
    blocks = [
        field(words("reminders-reach"), select("value", reaches, levels.reach), block_id=REACH),
        field(words("reminders-tone"), select("value", tones, tone), block_id=TONE),
        *(_days(words, name, number) for name, number in days.items()),
    ]
    return _form(words, LEVELS_SAVE, "reminders-levels-form", blocks, origin)


def owners_form(words: Words, owners: Owners, origin: Origin) -> dict[str, Any]:
    """Return the form that says who has which weekday."""
    blocks: list[Block] = [context(words("reminders-owners-hint"))]
    for number, block_id in WEEKDAYS.items():
        people: Block = {"type": "users_select", "action_id": "value"}
        if number in owners:
            people["initial_user"] = owners[number]
        label = say.sentence(words("weekday", number=number))
        blocks.append(field(label, people, block_id=block_id, optional=True))
    return _form(words, OWNERS_SAVE, "reminders-owners-form", blocks, origin)


def read_levels(state: Mapping[str, Any]) -> Levels:
    """Read the submitted levels."""
    said = values(state)
    person, team, listed = (
        read_days(said.get(name) or "", name) for name in (PERSON, TEAM, LISTED)
    )
    reach = next((each for each in Reach if each == said.get(REACH)), Reach.PEOPLE)
    return Levels(person, team, listed, reach, said.get(TONE) != GENTLE)


def read_owners(state: Mapping[str, Any]) -> dict[int, str]:
    """Read who has which weekday."""
    said = values(state)
    return {n: user for n, block_id in WEEKDAYS.items() if (user := said.get(block_id))}


def saved(words: Words, levels: Levels, owners: Owners, names: Mapping[str, str]) -> Message:
    """Say how it is from now on."""
    lines = [words("reminders-saved"), _levels(words, levels), _owners(words, owners, names)]
    return kept(words, "\n".join(lines))


def _levels(words: Words, levels: Levels) -> str:
    numbers = {"person": levels.person, "team": levels.team, "listed": levels.listed}
    said = words(f"reminders-now-{levels.reach}", **numbers)
    if levels.reach is Reach.PEOPLE:
        return f"{said} {words(f'reminders-now-{RISING if levels.rising else GENTLE}')}"
    return said


def _owners(words: Words, owners: Owners, names: Mapping[str, str]) -> str:
    if not owners:
        return words("reminders-no-owners")
    said = ", ".join(
        words(
            "reminders-owner",
            weekday=words("weekday", number=number),
            who=escape(names.get(user, words("somebody"))),
        )
        for number, user in sorted(owners.items())
    )
    return words("reminders-owners", days=said)


def _days(words: Words, name: str, number: int) -> Block:
    held = text_input("value", str(number), limit=2)
    label, hint = words(f"reminders-{name}"), words(f"reminders-{name}-hint")
    return field(label, held, block_id=name, hint=hint)


def _form(
    words: Words, callback_id: str, title: str, blocks: list[Block], origin: Origin
) -> dict[str, Any]:
    labels = (words(title), words("settings-save"), words("settings-close"))
    return modal(callback_id, *labels, blocks, private_metadata=origin.pack())
