"""The weekly word: its setting, the draft, the text that a person may change before it is sent."""

from collections.abc import Iterable, Mapping
from typing import Any

from bot.domain.plan import Post
from bot.domain.text import title_of
from bot.domain.weekly_word import FRIDAY, TEXT_LIMIT, WEEKDAYS, Weekly, Word
from bot.locales import Words
from bot.locales import format as say
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    context,
    cut,
    escape,
    field,
    message,
    modal,
    option,
    quotation,
    section,
    select,
    simple,
    text_input,
    values,
)
from bot.views.forms import Origin
from bot.views.settings import Topic, kept

CHANGE = "weekly.change"
SAVE = "weekly.save"
EDIT = "weekly.edit"
SEND = "weekly.send"
SKIP = "weekly.skip"

DAY, CHANNEL, TEXT = "day", "channel", "text"
OFF = "off"

SHOWN = 8
"""Posts of each kind; a word that is longer is not read."""

TITLE_LIMIT = 80
NICE_LIMIT = 180


def topic(words: Words, weekly: Weekly) -> Topic:
    """Say on which day the draft comes and where the word goes."""
    return Topic(words("weekly-title"), _when(words, weekly), CHANGE)


def form(words: Words, weekly: Weekly, origin: Origin) -> dict[str, Any]:
    """Return the form of the setting; Friday is suggested."""
    days = [option(say.sentence(words("weekday", number=n)), str(n)) for n in WEEKDAYS]
    options = [option(words("weekly-off"), OFF), *days]
    held = str(weekly.weekday) if weekly.weekday else OFF if weekly.channel else str(FRIDAY)
    picker: Block = {
        "type": "conversations_select",
        "action_id": "value",
        "filter": {"include": ["public", "private"], "exclude_external_shared_channels": True},
    }
    if weekly.channel:
        picker["initial_conversation"] = weekly.channel
    hint = words("weekly-channel-hint")
    blocks = [
        field(words("weekly-day"), select("value", options, held), block_id=DAY),
        field(words("weekly-channel"), picker, block_id=CHANNEL, hint=hint, optional=True),
    ]
    labels = (words("weekly-title"), words("settings-save"), words("settings-close"))
    return modal(SAVE, *labels, blocks, private_metadata=origin.pack())


def read(state: Mapping[str, Any]) -> Weekly:
    """Read the form of the setting."""
    said = values(state)
    day = said.get(DAY)
    known = {str(n): n for n in WEEKDAYS}
    return Weekly(known.get(day or ""), said.get(CHANNEL) or None)


def saved(words: Words, weekly: Weekly) -> Message:
    """Say how it is from now on."""
    return kept(words, words("weekly-saved", when=_when(words, weekly)))


def text(words: Words, word: Word, *, prefix: str) -> str:
    """Write the word as a person would send it: plain text, not escaped."""
    parts = [words("weekly-head", week=say.week(word.day, words))]
    if word.went:
        parts.append("\n".join([words("weekly-went"), *_titles(words, word.went)]))
    if word.coming:
        parts.append("\n".join([words("weekly-coming"), *_coming(words, word)]))
    if word.nice:
        parts.append(words("weekly-nice", text=title_of(word.nice, NICE_LIMIT)))
    parts.append(words("weekly-ideas", prefix=prefix))
    return cut("\n\n".join(parts), TEXT_LIMIT)


def draft(words: Words, weekly: Weekly, word: Word, *, prefix: str, week: str) -> Message:
    """Show the word to who decides whether the channel gets it; it can be copied, too."""
    if word.is_empty:
        return simple(words("weekly-empty"))
    lead, said = words("weekly-draft"), text(words, word, prefix=prefix)
    shown = [section(lead), quotation(said), context(_to(words, weekly))]
    ways = _ways(words, weekly, week)
    return message(f"{lead}\n{escape(said)}", [*shown, *([actions(*ways)] if ways else [])])


def edit(words: Words, weekly: Weekly, said: str, origin: Origin) -> dict[str, Any]:
    """Return the form in which the text is read once more, changed, and sent."""
    blocks = [
        section(_to(words, weekly)),
        field(
            words("weekly-text"),
            text_input("value", said, multiline=True, limit=TEXT_LIMIT),
            block_id=TEXT,
            hint=words("weekly-text-hint"),
        ),
    ]
    labels = (words("weekly-title"), words("weekly-send"), words("settings-close"))
    return modal(SEND, *labels, blocks, private_metadata=origin.pack())


def read_sent(state: Mapping[str, Any]) -> str:
    """Read what is to be sent."""
    return values(state).get(TEXT) or ""


def sent(said: str) -> Message:
    """Return the word as the channel gets it."""
    return simple(escape(said))


def decided(words: Words, *, who: str, week: str, is_sent: bool, channel: str) -> Message:
    """Say in the draft's place what *who* (a name) decided."""
    number = str(int(week.rpartition("W")[2]))
    if is_sent:
        said = words("weekly-sent-by", who=escape(who), week=number, channel=f"<#{channel}>")
        return simple(said)
    again = actions(button(words("weekly-edit-after-all"), EDIT, week))
    return simple(words("weekly-skipped-by", who=escape(who), week=number), again)


def _ways(words: Words, weekly: Weekly, week: str) -> list[Block]:
    """Return the ways on: to send needs a channel, to leave out a draft that comes every week."""
    edit_ = button(words("weekly-edit"), EDIT, week, primary=True)
    skip_ = button(words("weekly-skip"), SKIP, week)
    return [*([edit_] if weekly.channel else []), *([skip_] if weekly.weekday else [])]


def _when(words: Words, weekly: Weekly) -> str:
    if weekly.weekday is None:
        return words("weekly-none")
    day = words("weekday", number=weekly.weekday)
    return f"{words('weekly-when', day=day)} {_to(words, weekly)}"


def _to(words: Words, weekly: Weekly) -> str:
    if weekly.channel is None:
        return words("weekly-nowhere")
    return words("weekly-to", channel=f"<#{weekly.channel}>")


def _titles(words: Words, posts: Iterable[Post]) -> list[str]:
    every = list(posts)
    rows = [f"• {title_of(post.title, TITLE_LIMIT)}" for post in every[:SHOWN]]
    return [*rows, *_more(words, len(every) - SHOWN)]


def _coming(words: Words, word: Word) -> list[str]:
    rows = [
        words("weekly-row", day=_day(words, post), title=title_of(post.title, TITLE_LIMIT))
        for post in word.coming[:SHOWN]
    ]
    return [*rows, *_more(words, len(word.coming) - SHOWN)]


def _day(words: Words, post: Post) -> str:
    weekday = words("weekday", number=post.day.isoweekday())
    return f"{weekday} {say.day_short(post.day, words, today=post.day)}"


def _more(words: Words, count: int) -> list[str]:
    return [words("weekly-more", count=count)] if count > 0 else []
