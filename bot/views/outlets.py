"""The outlets in the settings: all of them, one with what it wants and when, and what was done."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.domain.cadences import MOST_PARTS, NAME_LIMIT
from bot.domain.outlets import Cadence, Departure, Outlet, Pause, Slot
from bot.locales import Words
from bot.views import cadences
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    context,
    cut_markup,
    escape,
    field,
    header,
    message,
    modal,
    option,
    section,
    select,
    text_input,
)
from bot.views.forms import Origin
from bot.views.settings import Topic, kept

LIST = "outlet.list"
SHOW = "outlet.show"
NEW = "outlet.new"
CHANGE = "outlet.change"
RETIRE = "outlet.retire"
PAIR = "outlet.pair"
REVIVE = "outlet.revive"
NEW_CADENCE = "cadence.new"
CADENCE_MENU = "cadence.menu"
NEW_DEPARTURE = "departure.new"
NEW_PAUSE = "pause.new"
REMOVE = "part.remove"
RESTORE = "part.restore"

ADD = "outlet.add"
SAVE = "outlet.save"

NAME, PLACE = "name", "place"

_IN_TOPIC = 10
_LINE_LIMIT = 250


@dataclass(frozen=True, slots=True)
class Page:
    """One outlet as its page shows it: what is set, each by its id, and what follows."""

    outlet: Outlet
    cadences: Sequence[tuple[int, Cadence]]
    departures: Sequence[tuple[int, Departure]]
    pauses: Sequence[tuple[int, Pause]]
    upcoming: Sequence[Slot]


def topic(words: Words, outlets: Iterable[Outlet], *, today: date) -> Topic:
    """Say which outlets there are, and when they want posts."""
    used = [outlet for outlet in outlets if not outlet.retired]
    lines = [summary(words, outlet, today=today) for outlet in used[:_IN_TOPIC]]
    if more := len(used[_IN_TOPIC:]):
        lines.append(words("outlet-more", count=more))
    return Topic(words("outlets-title"), "\n".join(lines), LIST)


def listed(words: Words, outlets: Sequence[Outlet], *, today: date) -> Message:
    """Show every outlet, each with the button that leads on."""
    lines = [summary(words, outlet, today=today) for outlet in outlets]
    rows = [_row(words, o, line) for o, line in zip(outlets, lines, strict=True)]
    title, intro = words("outlets-title"), words("outlets-intro")
    last = actions(button(words("outlet-new"), NEW))
    return message("\n".join([title, *lines]), [header(title), context(intro), *rows, last])


def summary(words: Words, outlet: Outlet, *, today: date) -> str:
    """Say in a line of mrkdwn when *outlet* wants posts."""
    name = escape(outlet.name)
    if outlet.retired:
        return words("outlet-summary", name=name, cadence=words("outlet-retired"))
    said = "; ".join(cadences.line(words, each, today=today) for each in outlet.cadences)
    cadence = cut_markup(said, _LINE_LIMIT) or words("outlet-no-cadence")
    return words("outlet-summary", name=name, cadence=cadence)


def page(words: Words, shown: Page, *, today: date) -> Message:
    """Show one outlet: its cadences, departures and pauses, with all that can be done."""
    outlet = shown.outlet
    blocks: list[Block] = [header(outlet.name)]
    if shown.cadences or shown.upcoming:
        blocks.append(section(cadences.slots_line(words, shown.upcoming, today=today)))
    for number, cadence in shown.cadences:
        menu = _cadence_menu(words, number)
        blocks.append(section(cadences.line(words, cadence, today=today), accessory=menu))
    if not shown.cadences:
        blocks.append(section(words("outlet-no-cadence-yet")))
    for number, departure in shown.departures[:MOST_PARTS]:
        said = cadences.departure_line(words, departure, today=today)
        blocks.append(_removable(words, said, f"exceptions {number}"))
    for number, pause in shown.pauses[:MOST_PARTS]:
        said = cadences.pause_line(words, pause, today=today)
        blocks.append(_removable(words, said, f"pauses {number}"))
    if outlet.pair:
        blocks.append(section(words("outlet-pair-is-on")))
    lines = [block["text"]["text"] for block in blocks[1:]]
    text = "\n".join([escape(outlet.name), *lines])
    return message(text, [*blocks, _acts(words, outlet)])


def form(
    words: Words, outlet: Outlet | None, outlets: Sequence[Outlet], origin: Origin
) -> dict[str, Any]:
    """Return the form for an outlet's name and, for one that is there, its place in the order."""
    name = text_input("value", outlet.name if outlet else "", limit=NAME_LIMIT)
    blocks = [field(words("outlet-name"), name, block_id=NAME)]
    if outlet:
        ids = [each.id for each in outlets]
        places = [option(str(n), str(n)) for n in range(1, len(ids) + 1)]
        menu = select("value", places, str(ids.index(outlet.id) + 1))
        hint = words("outlet-place-hint")
        blocks.append(field(words("outlet-place"), menu, block_id=PLACE, hint=hint))
    title = words("outlet-form-change" if outlet else "outlet-form-new")
    labels = (title, words("settings-save"), words("settings-close"))
    return modal(SAVE if outlet else ADD, *labels, blocks, private_metadata=origin.pack())


def done(
    words: Words, said: str, shown: Page, gaps: int, undo: Block | None, *, today: date
) -> Message:
    """Answer with what was done (*said*, mrkdwn), what follows for the plan, and the way back."""
    lines = [said]
    if not shown.outlet.retired:
        lines += [
            cadences.slots_line(words, shown.upcoming, today=today),
            words("outlet-gaps", count=gaps),
        ]
    show = button(words("outlet-show"), SHOW, str(shown.outlet.id))
    return kept(words, "\n".join(lines), *([undo] if undo else []), show)


def undo_button(words: Words, act: str, value: str) -> Block:
    """Return the button that takes back what was just done."""
    return button(words("plan-undo"), act, value)


def _row(words: Words, outlet: Outlet, line: str) -> Block:
    act, label = (REVIVE, "outlet-revive") if outlet.retired else (SHOW, "settings-change")
    says = words("settings-says", label=words("settings-change"), title=outlet.name)
    return section(line, accessory=button(words(label), act, str(outlet.id), says=says))


def _cadence_menu(words: Words, number: int) -> Block:
    options = [
        option(words("settings-change"), f"change {number}"),
        option(words("settings-remove"), f"remove {number}"),
    ]
    return {"type": "overflow", "action_id": CADENCE_MENU, "options": options}


def _removable(words: Words, said: str, value: str) -> Block:
    return section(said, accessory=button(words("settings-remove"), REMOVE, value))


def _acts(words: Words, outlet: Outlet) -> Block:
    value = str(outlet.id)
    if outlet.retired:
        return actions(button(words("outlet-revive"), REVIVE, value))
    pair = "off" if outlet.pair else "on"
    return actions(
        button(words("cadence-new"), NEW_CADENCE, value),
        button(words("departure-new"), NEW_DEPARTURE, value),
        button(words("pause-new"), NEW_PAUSE, value),
        button(words("outlet-change"), CHANGE, value),
        button(words(f"outlet-pair-{pair}"), PAIR, f"{value} {pair}"),
        button(words("outlet-retire"), RETIRE, value),
    )
