"""What the bot says of a token or a version that will end."""

from datetime import date

from bot.locales import Words
from bot.locales import format as say
from bot.views.blocks import Message, simple


def token(words: Words, end: date, *, today: date) -> Message:
    """Say when the page's token ends, in how many days, and what to do; or that it has ended."""
    shown = say.day_long(end, words, today=today)
    if end < today:
        return simple(words("ended-token", date=shown))
    return simple(words("ending-token", date=shown, days=(end - today).days))


def version(words: Words, value: str, end: date, *, today: date) -> Message:
    """Say until when the version *value* can be used, and what to do; or that it has ended."""
    shown = say.day_long(end, words, today=today)
    if end < today:
        return simple(words("ended-version", date=shown, value=value))
    return simple(words("ending-version", date=shown, value=value, days=(end - today).days))


def new_token(words: Words, end: date | None, *, today: date) -> Message:
    """Say that there is a new token, and until when."""
    if end is None:
        return simple(words("ending-token-endless"))
    return simple(words("ending-token-over", date=say.day_long(end, words, today=today)))


def new_version(words: Words, end: date | None, *, today: date) -> Message:
    """Say that another version is used, and until when."""
    if end is None:
        return simple(words("ending-version-endless"))
    return simple(words("ending-version-over", date=say.day_long(end, words, today=today)))
