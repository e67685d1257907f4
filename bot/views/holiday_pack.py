"""The holiday pack as a whole: its gaps in one list, each with what may fill it."""

from collections.abc import Mapping, Sequence

from bot.domain.holidays import Pack
from bot.domain.nags import Row, State
from bot.domain.outlets import Slot
from bot.domain.reuse import Offer
from bot.locales import Words
from bot.views import gaps
from bot.views.blocks import Block, Message, context, header, message, section, simple
from bot.views.holidays import line, title
from bot.views.nag import gap_rows
from bot.views.plan import Frame

SHOWN = 12
"""Gaps that are shown at once, the nearest first; each takes two blocks."""


def render(
    words: Words, pack: Pack, offers: Mapping[Slot, Sequence[Offer]], frame: Frame
) -> Message:
    """Return the pack; what is filled goes from the list when it is shown anew."""
    blocks: list[Block] = [
        header(title(words, pack)),
        section(line(words, pack, today=frame.today)),
        *gap_rows(words, [_row(slot, frame) for slot in pack.gaps[:SHOWN]], offers, frame),
    ]
    if (more := len(pack.gaps) - SHOWN) > 0:
        blocks.append(context(words("holiday-more", count=more)))
    return message(gaps.spoken(blocks), blocks)


def nothing(words: Words) -> Message:
    """Say kindly that there is nothing to do."""
    return simple(words("holiday-none"))


def _row(slot: Slot, frame: Frame) -> Row:
    free = frame.calendar.free_day(slot.day)
    return Row(slot, State.ASKS if free else State.OPEN, free=free)
