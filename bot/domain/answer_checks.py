"""What an answer on the page should not say, whatever the writer said first; advice, never a lock.

That the writer has been a patient is secret even where they told it themselves (OSL 25:1), and
what sounds like a decision in a single matter was criticised by JO in 2022. The phrases are signs,
not proof: who sends the answer knows better. Tone and ease of reading are `bot.domain.tone`'s.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from bot.domain.text import tidy

LONG = 600  # characters; an answer that is longer belongs in a letter or a call
MOST = 4


class Risk(StrEnum):
    """What is wrong with what an answer says, the weightiest first."""

    NUMBER = "number"  # a personal identity number
    CARE = "care"  # confirms a care relation
    PROMISE = "promise"  # promises an outcome in a single matter
    BLANK = "blank"  # a place in a ready text that nobody has filled
    LONG = "long"


@dataclass(frozen=True, slots=True)
class Warned:
    """One thing to think of, and the words of the answer that it is about."""

    risk: Risk
    said: str = ""


_CARE = re.compile(
    r"""
    \b(?:
        din[a]?\s(?:patient)?journal\w* | din\s(?:\w+\s)?(?:behandling|operation|undersökning|diagnos
        |remiss|provtagning|läkare|medicin|vård(?:tid|kontakt|plan)|läkartid)\b
      | dina\s(?:\w+\s)?(?:prov(?:svar|er)|läkemedel|värden|mediciner|journaler)
      | ditt\s(?:\w+\s)?(?:besök|provsvar|läkarbesök|vårdbesök|vårdtillfälle)
      | när\sdu\s(?:var|låg|blev)\s(?:inlagd|inne|hos\soss|på\s(?:avdelning|akut)\w*)
      | när\sdu\s(?:besökte|sökte)\s(?:oss|vård)
      | du\s(?:är|var|har\svarit)\s(?:patient|inlagd)
      | som\spatient\shos\soss
      | vi\s(?:ser|kan\sse)\s(?:att\sdu|i\s(?:din|ditt|journalen|systemet))
      | your\s(?:medical\s|health\s|patient\s)?records?\b
      | your\s(?:\w+\s)?(?:visit|stay)\s(?:to|with|at)
      | your\s(?:\w+\s)?(?:treatment|surgery|operation|diagnosis|referral|test\sresults?
        |appointment|doctor|medication)
      | when\syou\s(?:were|was)\s(?:admitted|with\sus|a\spatient|in\shospital)
      | when\syou\s(?:visited|came\sto)\sus
      | you\s(?:are|were|have\sbeen)\s(?:a\spatient|admitted)
      | we\s(?:can\s)?see\s(?:that\syou|in\s(?:your|the\srecord))
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_PROMISE = re.compile(
    r"""
    \b(?:
        (?:vi|jag)\s(?:lovar|garanterar)
      | du\s(?:kommer\s(?:att|säkert|snart)\s(?:att\s)?|ska\s|lär\s)få\b
      | du\sfår\s(?:din|ditt|dina)\s(?:\w+\s)?(?:pengar|ersättning|tid|plats|hjälp)
      | du\s(?:kommer\satt|lär)\sbli\b
      | du\shar\srätt\still
      | (?:beslutet|ansökan|ärendet)\s(?:kommer\satt|blir|lär)
      | din\sansökan\s(?:kommer|beviljas|godkänns)
      | det\s(?:ordnar|löser)\ssig
      | we\s(?:promise|guarantee)
      | you\s(?:will|shall)\s(?:\w+\s)?(?:get|receive|be\s(?:given|granted|called|offered))
      | you\s(?:are|have)\s(?:entitled|the\sright)\sto
      | (?:the\sdecision|your\s(?:application|case))\swill
      | it\swill\sbe\s(?:approved|granted|fine|solved)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?<![\d-])(?:19|20)?(\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01]))"
    r"([-+–  ]?)(\d{4})(?!\d)"
)
_PLACE = re.compile(r"\{[^{}\n]{1,30}\}")


def warnings(text: str) -> tuple[Warned, ...]:
    """Return what to think of before *text* is sent as the page."""
    whole = " ".join(tidy(text).split())
    return tuple(islice(_found(whole), MOST))


def _found(text: str) -> Iterator[Warned]:
    if any(map(_is_number, _NUMBER.finditer(text))):
        yield Warned(Risk.NUMBER)  # and it is not repeated here
    for risk, pattern in ((Risk.CARE, _CARE), (Risk.PROMISE, _PROMISE)):
        if match := pattern.search(text):
            yield Warned(risk, match.group())
    for place in dict.fromkeys(_PLACE.findall(text)):
        yield Warned(Risk.BLANK, place)
    if len(text) > LONG:
        yield Warned(Risk.LONG)


def _is_number(match: re.Match[str]) -> bool:
    """Tell a personal number from ten other digits: it is written with a sign, or adds up."""
    born, sign, last = match.groups()
    if sign in {"-", "+", "–"}:
        return True
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(born + last))
    return sum(n // 10 + n % 10 for n in doubled) % 10 == 0
