"""The best that fits a gap, in the lists of the plan and on the home tab: one click plans it."""

from collections.abc import Iterable, Mapping, Sequence

from bot.domain.outlets import Slot
from bot.domain.reuse import Offer
from bot.domain.weeks import Opening, Row, Want
from bot.locales import Words
from bot.views import gaps, idea_words
from bot.views.blocks import Block, button, section
from bot.views.plan import Beside, Frame

LISTED = 10
"""Gaps of a list that something is offered for; each takes two blocks instead of one."""

ON_HOME = 3
"""The same on a page of the home tab, which has less room."""

USE = "plan.use_offer"


def nearest(rows: Iterable[Row], most: int) -> list[Slot]:
    """Return the first *most* gaps among *rows*, without those that only ask."""
    gaps_among = (r.slot for r in rows if isinstance(r, Opening) and r.want is Want.GAP)
    return [slot for slot, _ in zip(gaps_among, range(most), strict=False)]


def beside(
    words: Words, offers: Mapping[Slot, Sequence[Offer]], frame: Frame
) -> dict[Slot, Beside]:
    """Return, for each gap that something fits, the best of it with its reason and a button."""
    return {slot: _beside(words, slot, found[0], frame) for slot, found in offers.items() if found}


def choices(words: Words, slot: Slot, found: Sequence[Offer], frame: Frame) -> list[Block]:
    """Return what fits *slot* as rows of a form, each with a button that puts it in there."""
    return [
        section(
            words("fitting-line", offer=idea_words.fitting(words, each, frame)),
            accessory=_take(words, slot, each, USE),
        )
        for each in found
    ]


def _beside(words: Words, slot: Slot, best: Offer, frame: Frame) -> Beside:
    line = words("fitting-line", offer=idea_words.fitting(words, best, frame))
    return Beside(line, _take(words, slot, best, gaps.PLAN_IDEA))


def _take(words: Words, slot: Slot, each: Offer, action_id: str) -> Block:
    says = words("fitting-take-says", title=gaps.title_of(each))
    return button(words("fitting-take"), action_id, gaps.offer_value(slot, each), says=says)
