"""The comments behind the figures of a report, in a form that is only read: one figure at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.comments import Relayed
from bot.domain.measures import Group
from bot.domain.periods import Period
from bot.views import comments
from bot.views.blocks import Block, actions, button, context, option, plain, section, select
from bot.views.comments import Reader
from bot.views.forms import Origin
from bot.views.report_words import period_name

CHOOSE = "report.choose"
NEXT = "report.next"
BACK = "report.back"
TURNS = (CHOOSE, NEXT, BACK)
LABEL = "report.list"
PAGE = 12
"""Comments on a page; each a section of text and a row of one button."""


@dataclass(frozen=True, slots=True)
class Behind:
    """A page of the comments in *group*, from *offset* on; *sizes* are those of every group."""

    period: Period
    group: Group
    offset: int
    sizes: Mapping[Group, int]
    rows: Sequence[Relayed]


def value(period: Period, group: Group, offset: int = 0) -> str:
    """Write what a choice or a button shows."""
    return f"{group} {offset} {period.code}"


def form(reader: Reader, found: Behind, channel: str | None) -> dict[str, Any]:
    """Return the form; it has nothing to submit."""
    words = reader.words
    return {
        "type": "modal",
        "callback_id": LABEL,
        "title": plain(words("report-behind-title")),
        "close": plain(words("report-close")),
        "private_metadata": Origin(channel).pack(),
        "blocks": [
            context(period_name(words, found.period)),
            actions(_menu(reader, found)),
            *_rows(reader, found),
            *_turns(reader, found),
        ],
    }


def _menu(reader: Reader, found: Behind) -> Block:
    words = reader.words
    kept = [group for group in Group if found.sizes[group] or group is found.group]
    options = [
        option(words(f"report-group-{group}", count=found.sizes[group]), value(found.period, group))
        for group in kept
    ]
    menu = select(CHOOSE, options, value(found.period, found.group))
    return {**menu, "placeholder": plain(words("report-behind-choose"))}


def _rows(reader: Reader, found: Behind) -> list[Block]:
    if not found.rows:
        return [section(reader.words("report-behind-none"))]
    rows = [section(comments.row(reader, one), accessory=_more(reader, one)) for one in found.rows]
    return [context(reader.words("report-behind-more")), *rows]


def _more(reader: Reader, one: Relayed) -> Block:
    return button(reader.words("comments-more"), comments.MORE, one.comment.id)


def _turns(reader: Reader, found: Behind) -> list[Block]:
    words, total = reader.words, found.sizes[found.group]
    last = found.offset + len(found.rows)
    if not found.rows:
        return []
    ways = []
    if found.offset:
        at = max(0, found.offset - PAGE)
        ways.append(button(words("report-behind-back"), BACK, value(found.period, found.group, at)))
    if last < total:
        next_ = value(found.period, found.group, last)
        ways.append(button(words("report-behind-next"), NEXT, next_))
    page = words("report-behind-page", first=found.offset + 1, last=last, total=total)
    return [*([actions(*ways)] if ways else []), context(page)]
