"""The reminder of open comments: one message a day to whom it concerns, true until evening."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.comment_reminders import Step
from bot.domain.comments import Relayed, State
from bot.domain.policy import Promise
from bot.views.blocks import Block, Message, context, header, message, section
from bot.views.comments import Reader, row_shown
from bot.views.gaps import spoken
from bot.views.policy import promise_words

IN_FULL = 10
"""How many comments stand there with their buttons; two blocks each."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What one addressee is asked: all comments of the day, open or settled meanwhile.

    *steps* has why, by comment. Without *who* it is the channel of the comments.
    """

    who: str | None
    rows: Sequence[Relayed]
    steps: Mapping[str, Step]
    promise: Promise

    def open(self, step: Step) -> list[Relayed]:
        """Return what is open of *step*."""
        mine = (row for row in self.rows if self.steps[row.comment.id] is step)
        return [row for row in mine if row.relay.state.is_open]


def render(reader: Reader, letter: Letter, *, now: datetime) -> Message:
    """Say what waits, the most pressing first; once all is settled, thank."""
    words, still = reader.words, {step: letter.open(step) for step in (Step.LEAD, *Step)}
    count = sum(map(len, still.values()))
    settled = len(letter.rows) - count
    whose = "channel" if letter.who is None else "direct"
    title = words(f"waiting-{whose}", count=count) if count else words("waiting-done")
    blocks, room = [header(title)], IN_FULL
    for step, rows in still.items():
        blocks += _part(reader, letter, step, rows[:room], now)
        room -= len(rows[:room])
    if count > IN_FULL:
        blocks.append(context(words("comments-list-more", count=count - IN_FULL)))
    if settled and count:
        blocks.append(context(words("waiting-settled", count=settled)))
    return message(spoken(blocks), blocks)


def _part(
    reader: Reader, letter: Letter, step: Step, rows: Sequence[Relayed], now: datetime
) -> list[Block]:
    promise = promise_words(reader.words, letter.promise)
    blocks: list[Block] = []
    for why, some in _by_promise(rows):
        blocks.append(section(reader.words(f"waiting-{step}-{why}", promise=promise)))
        for row in some:
            blocks += row_shown(reader, row, user=letter.who or "", now=now)
    return blocks


def _by_promise(rows: Sequence[Relayed]) -> list[tuple[str, list[Relayed]]]:
    """Part what nobody has answered from what the page has promised to get back to."""
    promised = [row for row in rows if row.relay.state is State.PROMISED]
    others = [row for row in rows if row.relay.state is not State.PROMISED]
    return [(why, some) for why, some in (("intro", others), ("promised", promised)) if some]
