"""The team's meetings in the settings: every how many weeks, on which day, at what time."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.meetings import INTERVALS, Meetings, MeetingTimeMissing
from bot.locales import Words
from bot.locales import format as say
from bot.views.blocks import Message, field, modal, option, select, values
from bot.views.forms import Origin
from bot.views.pickers import day_picker, time_picker
from bot.views.settings import Topic, kept

CHANGE = "meeting.change"
SAVE = "meeting.save"

DAY, TIME, EVERY = "day", "time", "every"

USUAL = time(10)
USUAL_INTERVAL = 2


def topic(words: Words, meetings: Meetings | None, following: date | None, today: date) -> Topic:
    """Say when the team meets; *following* is the next meeting."""
    return Topic(words("meeting-title"), _when(words, meetings, following, today), CHANGE)


def form(
    words: Words, meetings: Meetings | None, following: date | None, origin: Origin, zone: ZoneInfo
) -> dict[str, Any]:
    """Return the form that says when the team meets, beginning with the next meeting."""
    day = day_picker(following)
    at = time_picker(meetings.at if meetings else USUAL, zone.key)
    options = [option(words("meeting-every", weeks=weeks), str(weeks)) for weeks in INTERVALS]
    every = select("value", options, str(meetings.every if meetings else USUAL_INTERVAL))
    hint = words("meeting-day-hint")
    blocks = [
        field(words("meeting-day"), day, block_id=DAY, hint=hint, optional=True),
        field(words("meeting-time"), at, block_id=TIME, optional=True),
        field(words("meeting-how-often"), every, block_id=EVERY),
    ]
    labels = (words("meeting-title"), words("settings-save"), words("settings-close"))
    return modal(SAVE, *labels, blocks, private_metadata=origin.pack())


def read(state: Mapping[str, Any]) -> Meetings | None:
    """Read when the submitted form says that the team meets; no day means no meetings."""
    said = values(state)
    day, at = said.get(DAY), said.get(TIME)
    if not day:
        return None
    if not at:
        raise MeetingTimeMissing
    return Meetings(
        date.fromisoformat(day), time.fromisoformat(at), int(said.get(EVERY) or USUAL_INTERVAL)
    )


def saved(words: Words, meetings: Meetings | None, following: date | None, today: date) -> Message:
    """Say when the team meets from now on."""
    return kept(words, words("meeting-saved", when=_when(words, meetings, following, today)))


def _when(words: Words, meetings: Meetings | None, following: date | None, today: date) -> str:
    if meetings is None or following is None:
        return words("meeting-none")
    return words(
        "meeting-when",
        every=words("meeting-every", weeks=meetings.every),
        clock=say.clock(meetings.at, words),
        day=say.day_with_week(following, words, today=today),
    )
