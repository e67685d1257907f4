"""Files that come in a direct message: on their way, there, or not to be had."""

from bot.locales import Words
from bot.views.blocks import Message, link, simple


def on_way(words: Words) -> Message:
    """Say that the file comes."""
    return simple(words("file-on-way"))


def ready(words: Words, address: str, title: str) -> Message:
    """Give the file at *address*, one of Slack's, to whoever reads this."""
    return simple(words("file-ready", file=link(address, title)))


def not_sent(words: Words, kind: str) -> Message:
    """Say why (*kind*) there is no file, and what to do."""
    return simple(words(f"file-{kind}"))
