"""The whole record of one comment in Slack, for one person's eyes; what is too much is in the file."""

from collections.abc import Iterator, Sequence

from bot.domain.records import Record
from bot.domain.text import title_of
from bot.locales import Words
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    context,
    defuse,
    link,
    message,
    quotation,
    section,
    simple,
)
from bot.views.record_words import Teller

OPEN = "record.open"
FILES = "record.files"

MOST = 2900  # characters of a section
SECTIONS = 40
POST_SHOWN = 150


def whole(teller: Teller, record: Record) -> Message:
    """Show the record *record*, unmasked, with the way to have it as a file."""
    words, comment = teller.words, record.comment
    direction = teller.say(f"record-direction-{record.direction}")
    at, author = teller.at(comment.created_at), defuse(teller.author(comment))
    head = f"*{at} · {direction} · {author}*"
    text = comment.text or teller.say("comments-no-text")
    told = teller.facts(record).items()
    parts = [
        part for name, lines in told for part in _sections(teller.say(f"record-{name}"), lines)
    ]
    rest = [context(words("record-cut"))] if len(parts) > SECTIONS else []
    files = actions(button(words("record-files"), FILES, comment.id))
    blocks: list[Block] = [section(f"{head}\n{_places(teller, record)}"), quotation(text)]
    blocks += [section(part) for part in parts[:SECTIONS]]
    return message("\n".join([head, defuse(text), *parts]), [*blocks, *rest, files])


def asked(words: Words) -> Message:
    """Say that the files are being made."""
    return simple(words("record-files-asked"))


def _places(teller: Teller, record: Record) -> str:
    post = defuse(title_of(record.place.text, POST_SHOWN)) or teller.say("record-post-untitled")
    under = link(record.place.permalink, post) if record.place.permalink else post
    own = teller.link(record.comment)
    here = f" · {link(own, teller.say('record-link'))}" if own else ""
    return f"{teller.say('record-post')}: {under}{here}"


def _sections(name: str, lines: Sequence[str]) -> Iterator[str]:
    """Yield *lines* under *name* as paragraphs that Slack takes; a longer line is cut."""
    held = f"*{name}*"
    for line in lines:
        told = defuse(line[: MOST // 6])  # escaped, each sign may take five
        if len(held) + len(told) > MOST:
            yield held
            held = told
        else:
            held = f"{held}\n{told}"
    yield held
