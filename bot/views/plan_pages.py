"""One week or one month of the plan, page by page, with buttons to what lies before and after."""

from collections.abc import Sequence

from bot.domain.calendar import Week
from bot.domain.months import Month
from bot.domain.weeks import WeekPlan
from bot.locales import Words
from bot.locales import format as say
from bot.views.blocks import (
    BLOCKS_LIMIT,
    Block,
    Message,
    actions,
    button,
    context,
    header,
    message,
)
from bot.views.plan import NEW, Frame, weeks_shown

BEFORE = "plan.before"
AFTER = "plan.after"
PAGE_BEFORE = "plan.page_before"
PAGE_AFTER = "plan.page_after"
TURNS = (BEFORE, AFTER, PAGE_BEFORE, PAGE_AFTER)

ROOM = BLOCKS_LIMIT - 3  # lines of weeks; besides them a title, which page it is, buttons
YEARS = range(2000, 2100)
"""The years that can be turned to; the calendar knows no others."""

Span = Week | Month


def value(span: Span, page: int = 0) -> str:
    """Write what a button shows.

    >>> value(Week(2026, 50)), value(Month(2026, 12), 1)
    ('week 2026 50 0', 'month 2026 12 1')
    """
    return f"{_kind(span)} {span.year} {span.number} {page}"


def render(
    words: Words, span: Span, pages: Sequence[Sequence[WeekPlan]], page: int, frame: Frame
) -> Message:
    """Show *page* (from 0) of the *pages* that *span* takes."""
    lines, blocks = weeks_shown(words, pages[page], frame)
    title = [_month(words, span)] if isinstance(span, Month) else []
    which = []
    if len(pages) > 1:
        left = sum(len(w.rows) for p in pages for w in p) - sum(len(w.rows) for w in pages[page])
        which = [words("plan-page", page=page + 1, pages=len(pages), left=left)]
    buttons = [button(words("plan-new"), NEW), *_turns(words, span, page, len(pages))]
    return message(
        "\n".join([*title, *lines, *which]),
        [*map(header, title), *blocks, *map(context, which), actions(*buttons)],
    )


def _turns(words: Words, span: Span, page: int, pages: int) -> list[Block]:
    """Return the buttons to the other pages, and to the weeks or months beside this one."""
    kind = _kind(span)
    turns = [
        (PAGE_BEFORE, "plan-page-before", span, page - 1),
        (PAGE_AFTER, "plan-page-after", span, page + 1),
        (BEFORE, f"plan-{kind}-before", span.shifted(-1), 0),
        (AFTER, f"plan-{kind}-after", span.shifted(1), 0),
    ]
    return [
        button(words(label), action_id, value(to, number))
        for action_id, label, to, number in turns
        if 0 <= number < (pages if to == span else 1) and to.year in YEARS
    ]


def _month(words: Words, month: Month) -> str:
    name = words("month", number=month.number)
    return say.sentence(words("month-with-year", month=name, year=str(month.year)))


def _kind(span: Span) -> str:
    return "week" if isinstance(span, Week) else "month"
