"""The languages that the bot speaks."""

from enum import StrEnum


class Language(StrEnum):
    """A language with a whole catalogue."""

    SV = "sv"
    EN = "en"
