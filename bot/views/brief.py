"""The page that a manager forwards, in Slack: what is chosen before it is made, and where it is."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.brief import SENTENCE_LIMIT, Offered, without_name
from bot.domain.periods import Period
from bot.domain.text import title_of
from bot.locales import Words
from bot.views.blocks import (
    OPTION_LIMIT,
    Block,
    Message,
    context,
    defuse,
    field,
    link,
    modal,
    option,
    quote,
    section,
    select,
    simple,
    text_input,
    values,
)
from bot.views.discretion import masked
from bot.views.forms import Origin
from bot.views.report_words import period_name

MAKE = "brief.make"

PRAISE, SENTENCE = "praise", "sentence"
NONE = "none"
QUOTED = 200
"""How much of the praise stands on the page."""

_SHOWN = 5


def form(words: Words, period: Period, offered: Sequence[Offered], channel: str | None) -> Block:
    """Return the form: one praise or none, and a sentence of the lead's own."""
    name = period_name(words, period)
    return modal(
        MAKE,
        words("brief-title"),
        words("brief-submit"),
        words("settings-close"),
        [
            context(words("brief-intro", period=name)),
            field(
                words("brief-sentence"),
                text_input("value", limit=SENTENCE_LIMIT),
                block_id=SENTENCE,
                hint=words("brief-sentence-hint"),
                optional=True,
            ),
            *_praise(words, offered, name),
        ],
        private_metadata=Origin(channel, period=period.code).pack(),
    )


def read(state: Mapping[str, Any]) -> tuple[str | None, str]:
    """Read the form: the id of the praised comment, if any, and the sentence."""
    said = values(state)
    chosen = said.get(PRAISE)
    return (None if chosen in (None, NONE) else chosen), said.get(SENTENCE) or ""


def quoted(words: Words, one: Offered) -> str:
    """Return praise as it stands on the page, plain: masked, without the name, not too long."""
    return title_of(" ".join(without_name(masked(words, one.text), one.author).split()), QUOTED)


def asked(words: Words) -> Message:
    """Say that the page is being made, and where it will come."""
    return simple(words("brief-asked"))


def shown(words: Words, period: Period, name: str, address: str) -> Message:
    """Give the page at *address*, one of Slack's, to whoever reads this."""
    said = words("brief-ready", period=period_name(words, period), file=link(address, name))
    return simple(said)


def shown_pdf(words: Words, name: str, address: str) -> Message:
    """Give the same page as PDF."""
    return simple(words("brief-ready-pdf", file=link(address, name)))


def without_pdf(words: Words) -> Message:
    """Say that there is no PDF, and what to do instead."""
    return simple(words("brief-no-pdf"))


def file_name(words: Words, period: Period, kind: str) -> str:
    """Name the file after its period."""
    return f"lucka-{words('brief-file')}-{period.start}.{kind}"


def _praise(words: Words, offered: Sequence[Offered], period: str) -> list[Block]:
    if not offered:
        return [context(words("brief-praise-empty", period=period))]
    choices = [option(words("brief-praise-none"), NONE)]
    choices += [
        option(title_of(quoted(words, one), OPTION_LIMIT), one.comment_id) for one in offered
    ]
    some = [quote(defuse(quoted(words, one))) for one in offered[:_SHOWN]]
    return [
        field(
            words("brief-praise"),
            select("value", choices, NONE),
            block_id=PRAISE,
            hint=words("brief-praise-hint"),
        ),
        section("\n\n".join(some)),
    ]
