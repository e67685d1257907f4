"""Many comments at once: the one message that stands for them, and the list behind its button."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.comments import Place, Relayed
from bot.domain.storm import Gathered, Storm
from bot.domain.text import title_of
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    context,
    defuse,
    header,
    link,
    message,
    section,
)
from bot.views.comments import Reader, row, row_shown

LIST = "storm.list"

ROWS = 15
"""How many comments the list shows; two blocks each."""


def gathered(
    reader: Reader,
    storm: Storm,
    place: Place,
    counts: Gathered,
    newest: Relayed | None,
    *,
    now: datetime,
) -> Message:
    """Show how many comments on a post stand here, the newest of them, and the way to the rest."""
    words, title = reader.words, _title(reader, place)
    said = words("storm-count", count=counts.count, open=counts.open)
    head = words("storm-headline", post=link(place.permalink or "", title))
    out = [words("storm-out", count=counts.out)] if counts.out else []
    last = [words("storm-newest"), row(reader, newest, now=now)] if newest else []
    small = words("storm-over" if storm.ended_at else "storm-lasts")
    show = button(
        words("storm-show"),
        LIST,
        str(storm.id),
        primary=counts.open > 0,
        says=words("storm-show-says", post=title_of(place.text, 40)),
    )
    blocks: list[Block] = [section("\n".join([f"*{head}*", said, *out]))]
    blocks += [section("\n".join(last))] if last else []
    text = "\n".join([words("storm-headline", post=title), said, *out, *last, small])
    return message(text, [*blocks, context(small), actions(show)])


def listing(
    reader: Reader, place: Place, rows: Sequence[Relayed], *, total: int, user: str, now: datetime
) -> Message:
    """Show the open comments that are gathered, *rows* of *total*, each as in any other list."""
    words, title = reader.words, _title(reader, place)
    if not rows:
        said = words("storm-list-none", post=title)
        return message(said, [section(said)])
    said = words("storm-list", count=total, post=title)
    blocks: list[Block] = [header(words("storm-list-title")), section(said)]
    for one in rows:
        blocks += row_shown(reader, one, user=user, now=now)
    rest = [words("comments-list-more", count=total - len(rows))] if total > len(rows) else []
    texts = [row(reader, one, now=now) for one in rows]
    return message("\n".join([said, *texts, *rest]), [*blocks, *map(context, rest)])


def _title(reader: Reader, place: Place) -> str:
    return defuse(title_of(place.text, 80)) or reader.words("comments-post-untitled")
