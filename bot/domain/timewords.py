"""The vocabulary of `bot.domain.when`: how people in Sweden write days, weeks and times.

Swedish and English are read side by side, for people mix them. These are words that people type,
not words that the bot says: those are in the catalogues. Everything is matched without regard to
case, on text in NFC.
"""

import re
from collections.abc import Iterable


def _numbered(*lines: str) -> dict[str, int]:
    """Give each word of each line the line's number, from 1."""
    return {word: number for number, line in enumerate(lines, start=1) for word in line.split()}


def _any(words: Iterable[str]) -> str:
    """Match any of *words*, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


MONTHS = _numbered(
    "januari january jan",
    "februari february feb",
    "mars march mar",
    "april apr",
    "maj may",
    "juni june jun",
    "juli july jul",
    "augusti august aug",
    "september sept sep",
    "oktober october okt oct",
    "november nov",
    "december dec",
)
SWEDISH_WEEKDAYS = _numbered(
    "måndag måndagen mandag mån",
    "tisdag tisdagen tis",
    "onsdag onsdagen ons",
    "torsdag torsdagen tors tor",
    "fredag fredagen fre",
    "lördag lördagen lordag lör",
    "söndag söndagen sondag sön",
)
ENGLISH_WEEKDAYS = _numbered(
    "monday mon",
    "tuesday tues tue",
    "wednesday wed",
    "thursday thurs thur thu",
    "friday fri",
    "saturday sat",
    "sunday sun",
)
_ENGLISH_IN_FULL = {name for name in ENGLISH_WEEKDAYS if name.endswith("day")}
WEEKDAYS = SWEDISH_WEEKDAYS | ENGLISH_WEEKDAYS
COUNTS = _numbered(
    "en ett one a",
    "två tva two",
    "tre three",
    "fyra four",
    "fem five",
    "sex six",
    "sju seven",
    "åtta atta eight",
    "nio nine",
    "tio ten",
)
NEAR = {  # days from today
    **dict.fromkeys(("idag", "today"), 0),
    **dict.fromkeys(("imorgon", "tomorrow"), 1),
    **dict.fromkeys(("iövermorgon", "övermorgon", "iovermorgon", "thedayaftertomorrow"), 2),
    **dict.fromkeys(("dayaftertomorrow", "overmorgon"), 2),
    **dict.fromkeys(("igår", "yesterday"), -1),
}
WEEKS_AHEAD = {  # weeks from this one
    **dict.fromkeys(("nästa", "nasta", "next"), 1),
    **dict.fromkeys(("denna", "den här", "this"), 0),
}

# After each piece comes space, a mark, or the end: "112-dagen" and "v. 50-gympa" are titles.
_END = r"(?=[,;:)]|\.?(?:\s|$))"
_ON = r"(?:(?:nu|på|on|den|the|kommande|coming)\s+)*"
_MONTH = rf"(?P<month>{_any(MONTHS)})\.?"
_YEAR = r"(?P<year>20\d\d)"


def key(word: str) -> str:
    """Make the key of the tables above from *word* as it was typed.

    Python takes the Turkish I's for i where case does not count, but folds them otherwise.

    >>> key("FR\u0130DAY"), key("I  DAG")
    ('friday', 'i dag')
    """
    return " ".join(word.replace("\u0130", "i").replace("\u0131", "i").casefold().split())


def _pattern(expression: str) -> re.Pattern[str]:
    return re.compile(expression + _END, re.IGNORECASE)


NEAR_DAY = _pattern(
    r"(?P<near>i\s?dag|today|i\s?morgon|tomorrow|(?:i\s?)?[öo]vermorgon"
    r"|(?:the\s+)?day\s+after\s+tomorrow|i\s?går|yesterday)"
)
IN_SOME_TIME = _pattern(
    rf"(?:om|in)\s+(?P<count>\d{{1,4}}|{_any(COUNTS)})\s+"
    r"(?:(?P<days>dagar|dag|days?)|(?P<weeks>veckor|vecka|weeks?)|månad(?:er)?|months?)"
)
WEEKDAY = _pattern(rf"{_ON}(?P<weekday>{_any(WEEKDAYS)})\.?")
# In English in full only: "week 50 sun cream", and Swedish "v. 50 fri entré", go on as titles.
WEEKDAY_AFTER_WEEK = _pattern(
    rf"{_ON}(?P<weekday>{_any({*SWEDISH_WEEKDAYS, *_ENGLISH_IN_FULL})})\.?"
)
WEEKDAY_OF_WEEK = _pattern(rf"{_ON}(?P<which>{_any(WEEKS_AHEAD)})\s+(?P<weekday>{_any(WEEKDAYS)})")
THIS_OR_NEXT_WEEK = _pattern(rf"(?P<which>{_any(WEEKS_AHEAD)})\s+(?:vecka|week)")
NUMBERED_WEEK = _pattern(
    r"(?:(?:i|in|of|under)\s+)?(?:veckan|vecka|v|week|wk|w)\.?\s*(?P<week>\d{1,2})"
    rf"(?:\s*[,/]?\s*{_YEAR}{_END})?(?:\s*\([^)]*\))?"
)
WEEK_BESIDE_DAY = _pattern(r"(?P<bracket>\()?(?:v|vecka|week)\.?\s*(?P<week>\d{1,2})(?(bracket)\))")
BARE_WEEK = re.compile(r"\d{1,2}(?=\s|$)")
DATES = (
    _pattern(r"(?P<year>\d{4})-(?P<number>\d{1,2})-(?P<day>\d{1,2})"),
    _pattern(
        rf"{_ON}(?P<day>\d{{1,2}})/(?P<number>\d{{1,2}})"
        rf"(?:[-/](?P<short>\d\d)|[-/\s]\s*{_YEAR})?"
    ),
    _pattern(
        rf"{_ON}(?P<day>0?[1-9]|[12]\d|3[01])\.(?P<number>0?[1-9]|1[0-2])"
        rf"(?:\.(?P<short>\d\d)|[.\s]\s*{_YEAR})?\.?"
    ),
    _pattern(
        rf"{_ON}(?P<day>\d{{1,2}})(?:st|nd|rd|th|:[ae]|e|\.)?\s*(?:of\s+)?{_MONTH}"
        rf"(?:,?\s*{_YEAR}{_END})?"
    ),
    _pattern(
        rf"{_ON}{_MONTH}\s*(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s*{_YEAR}{_END})?"
    ),
)
DOTTED_TIME = _pattern(r"(?P<hour>[01]?\d|2[0-3])\.(?P<minute>[0-5]\d)")
TIMES = (
    _pattern(
        r"(?:kl(?:ockan)?\.?|at|@)\s*(?P<hour>\d{1,2})(?:[.:](?P<minute>\d\d))?"
        r"(?:\s?(?P<half>[ap])\.?m\.?)?"
    ),
    _pattern(r"(?P<hour>\d{1,2})(?:[.:](?P<minute>\d\d))?\s?(?P<half>[ap])\.?m\.?"),
    _pattern(r"(?P<hour>\d{1,2}):(?P<minute>\d\d)"),
    DOTTED_TIME,
    # 24.00 is meant as a time and refused; 12.75 may be a price, and begins the title.
    _pattern(r"(?P<hour>2[4-9])\.(?P<minute>[0-5]\d)"),
)

# Words that mean the same outlet; a team's own names come from its outlets.
OUTLET_NAMES = (
    frozenset({"facebook", "fb"}),
    frozenset({"webb", "webben", "web", "website", "webbplats", "webbplatsen", "webbsida"}),
    frozenset({"intranät", "intranätet", "intranat", "intranet"}),
    frozenset({"instagram", "insta", "ig"}),
    frozenset({"linkedin", "li"}),
    frozenset({"youtube", "yt"}),
)
TO_OUTLET = re.compile(r"(?:på|on|till|to)\s+", re.IGNORECASE)
