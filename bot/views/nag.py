"""The nag: a message in the plan's channel about the gaps of the coming weeks, or to one person."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.holidays import Pack
from bot.domain.levels import Tone
from bot.domain.nags import Nag, Row, State, later_choices
from bot.domain.outlets import Slot
from bot.domain.reuse import Offer
from bot.locales import Words
from bot.locales import format as say
from bot.views import gaps, holidays, idea_words
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    context,
    cut,
    divider,
    escape,
    header,
    message,
    section,
)
from bot.views.free_days import MOVE, free_name
from bot.views.plan import FILL, Frame, owner_words

SETTLED_LIMIT = 10
TITLE_LIMIT = 80

Ideas = Mapping[Slot, Sequence[Offer]]


@dataclass(frozen=True, slots=True)
class Asked:
    """How somebody is asked; `is_own` where the weekdays are theirs, else they stand in or lead."""

    tone: Tone
    is_own: bool


def render(
    words: Words,
    nag: Nag,
    ideas: Ideas,
    frame: Frame,
    *,
    prefix: str = "",
    days: int = 14,
    direct: int = 0,
    pack: Pack | None = None,
) -> Message:
    """Return the channel's nag as it stands: what is open in full, then what has been settled.

    It speaks of the coming *days*; *direct* counts the open gaps that people are asked about,
    *pack* is the holiday pack while that is to be planned.
    """
    title = _title(words, nag, days)
    small = [context(words("nag-direct", count=direct))] if direct else []
    also = holidays.offer(words, pack, today=frame.today)
    return _message([header(title), *_Talk(words, frame).rows(nag, ideas, prefix, small), *also])


def direct(
    words: Words, nag: Nag, ideas: Ideas, frame: Frame, asked: Asked, *, prefix: str = ""
) -> Message:
    """Return the nag to one person, in its tone; once all is settled it thanks."""
    if not nag.open:
        title, intro = words("nag-direct-done"), []
    else:
        title = words(f"nag-{asked.tone}-title", count=nag.open)
        why = words("nag-own" if asked.is_own else "nag-cover")
        intro = [section(" ".join([why, words(f"nag-{asked.tone}", count=nag.open)]))]
    return _message([header(title), *intro, *_Talk(words, frame).rows(nag, ideas, prefix)])


def gap_rows(words: Words, rows: Sequence[Row], ideas: Ideas, frame: Frame) -> list[Block]:
    """Return the open *rows*, gaps and those that ask, with what can be done about each."""
    talk = _Talk(words, frame)
    blocks: list[Block] = []
    for row in rows:
        found = ideas.get(row.slot, ())
        blocks += talk.asking(row, found) if row.free else talk.gap(row, found, primary=False)
    return blocks


def _message(blocks: list[Block]) -> Message:
    return message(gaps.spoken(blocks), blocks)


def _title(words: Words, nag: Nag, days: int) -> str:
    """Say how many gaps are open, else how many free days ask, else that all is answered."""
    if nag.missing:
        return words("nag-title", count=nag.missing, days=days)
    if nag.asking:
        return words("nag-title-asks", count=nag.asking)
    put_off = sum(row.state is State.POSTPONED for row in nag.settled)
    return words("nag-put-off", count=put_off) if put_off else words("nag-done", days=days)


class _Talk:
    """The sentences about one row, for one reader."""

    def __init__(self, words: Words, frame: Frame) -> None:
        self._words = words
        self._frame = frame

    def rows(self, nag: Nag, ideas: Ideas, prefix: str, small: Sequence[Block] = ()) -> list[Block]:
        """Return all that *nag* names, *small* print between what is open and what is settled."""
        blocks: list[Block] = []
        for number, row in enumerate(nag.gaps):
            blocks += self.gap(row, ideas.get(row.slot, ()), primary=number == 0)
        for row in nag.asks:
            blocks += self.asking(row, ideas.get(row.slot, ()))
        if nag.more:
            blocks.append(context("\n".join(self.more(nag.more, prefix))))
        blocks += small
        if nag.settled:
            title = context(self._words("nag-settled"))
            blocks += [divider(), title, *self.settled(nag.settled)]
        return blocks

    def gap(self, row: Row, ideas: Sequence[Offer], *, primary: bool) -> list[Block]:
        """Return an open gap with what can be done about it."""
        words, slot = self._words, row.slot
        take = button(
            words("gap-take"),
            gaps.TAKE,
            gaps.value(slot),
            primary=primary,
            says=words("gap-take-says", day=self._day(slot.day)),
        )
        return [section(self._with_ideas(self._named(slot), ideas)), self._acts(slot, ideas, take)]

    def asking(self, row: Row, ideas: Sequence[Offer]) -> list[Block]:
        """Return a slot on a free day: a question, not a nag."""
        words, slot = self._words, row.slot
        if row.free is None:
            raise ValueError("only a free day asks")
        asked = words(
            "nag-asks",
            kind=row.free.kind.value,
            gap=self._named(slot),
            name=free_name(words, row.free),
        )
        anyway = button(words("gap-fill-anyway"), FILL, gaps.value(slot))
        move = button(words("gap-move"), MOVE, gaps.value(slot))
        return [section(self._with_ideas(asked, ideas)), self._acts(slot, ideas, anyway, move)]

    def more(self, rows: Sequence[Row], prefix: str) -> Iterator[str]:
        """Count the gaps, and the slots that ask, which are not shown, up to the last of them."""
        for state, said in ((State.OPEN, "nag-more"), (State.ASKS, "nag-more-asks")):
            if days := [row.slot.day for row in rows if row.state is state]:
                yield self._words(said, count=len(days), day=self._day(max(days)), prefix=prefix)

    def settled(self, rows: Sequence[Row]) -> list[Block]:
        """Return one line per slot that has been settled; what was decided can be undone."""
        blocks = [self._settled(row) for row in rows[:SETTLED_LIMIT]]
        if len(rows) > SETTLED_LIMIT:
            more = len(rows) - SETTLED_LIMIT
            blocks.append(context(self._words("nag-settled-more", count=more)))
        return blocks

    def _settled(self, row: Row) -> Block:
        line = self._outcome(row)
        if row.state in (State.LEFT_EMPTY, State.POSTPONED):
            return section(line, accessory=gaps.restore_button(self._words, row.slot))
        return section(line)

    def _outcome(self, row: Row) -> str:
        words, gap = self._words, self._named(row.slot)
        who = owner_words(words, row.who, self._frame.names)
        match row.state:
            case State.FILLED:
                title = escape(cut(row.title, TITLE_LIMIT))
                if row.who is None:
                    return words("nag-filled", gap=gap, title=title)
                return words("nag-filled-by", gap=gap, title=title, who=who)
            case State.LEFT_EMPTY:
                return words("nag-left-empty", gap=gap, who=who)
            case State.POSTPONED:
                until = row.until or self._frame.today
                day = say.day_relative(until, words, today=self._frame.today)
                return words("nag-postponed", gap=gap, day=day, who=who)
            case _:
                return words("nag-passed", gap=gap)

    def _acts(self, slot: Slot, ideas: Sequence[Offer], *first: Block) -> Block:
        """Return the row of acts: an idea here, *first*, leave empty, later."""
        words = self._words
        empty = button(
            words("gap-leave-empty"),
            gaps.LEAVE_EMPTY,
            gaps.value(slot),
            says=words("gap-leave-empty-says", day=self._day(slot.day)),
        )
        later = later_choices(slot, today=self._frame.today, calendar=self._frame.calendar)
        return actions(
            *([gaps.idea_menu(words, slot, ideas)] if ideas else []),
            *first,
            empty,
            *([gaps.later_menu(words, slot, later, self._frame)] if later else []),
        )

    def _with_ideas(self, text: str, ideas: Sequence[Offer]) -> str:
        if not ideas:
            return text
        lines = (f"• {idea_words.fitting(self._words, idea, self._frame)}" for idea in ideas)
        return "\n".join([text, self._words("nag-fits"), *lines])

    def _named(self, slot: Slot) -> str:
        return say.sentence(gaps.named(self._words, slot, self._frame))

    def _day(self, day: date) -> str:
        return say.day_long(day, self._words, today=self._frame.today)
