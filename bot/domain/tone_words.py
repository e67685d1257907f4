"""Swedish words that the tone advice knows, and where they stand in a text.

*Stiff*: the idea is that of "Svarta listan" (Statsrådsberedningen, 2011): words to replace in what
the public reads. The pairs are the common ones of Swedish plain-language guides (Skellefteå
kommun, "Checklista för klarspråk"; Malmö stad, "Enkla ord"), each form with a form that can stand
in its place. *Passive*: the same checklist; no grammar is at hand, so only forms that are hardly
ever anything else are known.
"""

from collections.abc import Mapping
from types import MappingProxyType

from bot.domain.lix import running, sentences, words


def _listed(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_PAIRS = """
avseende om, angående om, beträffande om, medelst med, huruvida om, samt och, ej inte, vänligen,
erhålla få, erhåller får, erhöll fick, erhållit fått,
inkomma komma in, inkommer kommer in, inkom kom in, inkommit kommit in,
erfordras behövs, erfordrades behövdes, erfordrar behöver,
tillse se till, tillser ser till, tillsåg såg till, tillsett sett till,
genomföra göra, genomför gör, genomförde gjorde, genomfört gjort,
genomföras göras, genomförs görs, genomfördes gjordes, genomförts gjorts,
målsättning mål, målsättningen målet, målsättningar mål, målsättningarna målen,
påbörja börja, påbörjar börjar, påbörjade började, påbörjat börjat,
påbörjas börjar, påbörjades började, påbörjats börjat,
utgöra vara, utgör är, utgjorde var, utgjort varit
"""

STIFF: Mapping[str, str] = MappingProxyType(
    {stiff: plain for stiff, _, plain in (p.strip().partition(" ") for p in _PAIRS.split(","))}
)
"""Stiff word → plain word; nothing where the word is best left out."""

PASSIVE_ENDINGS = _listed(
    """eras ades ddes rdes ats etts juds judas örs örts öras jorts ålls ållas älls ällas änds ändas
    äggs äggas rivs rivas"""
)
PASSIVES = frozenset(
    _listed(
        """anmäls avslutas bedöms behandlas beslutas betalas bokas byggs delas flyttas följas följs ges
    hänvisas inleds lämnas meddelas ombeds ordnas påbörjas prövas sköts skickas stängs tas
    undersöks uppmanas utreds visas ändras öppnas"""
    )
)

_DEPONENTS = _listed("and envis fatt färd hopp lyck låts misslyck svett vist ålders åldr")
NOT_PASSIVE = frozenset(
    _listed(
        """behövs finns kräks känns minns trivs trivas trivts tycks hörs törs
    hals kurs västerås kvälls äggs judas kameras operas senats"""
    )
) | frozenset(stem + ending for stem in _DEPONENTS for ending in ("as", "ades", "ats"))
"""Verbs that have no other form than that with -s, and nouns and names that end like a passive."""

NOT_PASSIVE_ENDINGS = ("plats", "ktörs", "sörs", "nörs", "törs", "ljuds")

SHORTENERS = frozenset(
    {"bit.ly", "buff.ly", "goo.gl", "is.gd", "ow.ly", "rebrand.ly", "t.co", "t.ly", "tinyurl.com"}
)
"""Hosts whose addresses do not show where they lead."""

SWEDISH = frozenset(
    _listed(
        """alla att av blir de den det dig din du där efter eller en er ett från för ha har hos hur här
    i inte jag kan kom man med mer ni nu när och om oss på sin ska som så till under ut var vem vi
    vid vår vårt våra är"""
    )
)
ENGLISH = frozenset(
    _listed(
        """a all and are as at be by can for from has have how if in is it more not of on or our out
    that the their they this to us was we when who will with you your"""
    )
)
"""The commonest words of each language: by them a text shows which it is in."""


def is_swedish(text: str) -> bool:
    """Tell whether *text* is clearly Swedish: a tenth of its words are the commonest ones."""
    every = _lowered(text)
    hits = sum(word in SWEDISH or word in STIFF for word in every)
    return hits * 10 >= max(len(every), 1) and hits > sum(word in ENGLISH for word in every)


def stiff(text: str) -> list[str]:
    """Return the stiff words of *text*, each once, in lower case."""
    return [word for word in dict.fromkeys(_lowered(text)) if word in STIFF]


def passives(text: str) -> list[str]:
    """Return what is surely passive in *text*, each once; names in its midst are left alone."""
    every = dict.fromkeys(w for s in sentences(text) for w in _running_words(s))
    return [word for word in every if _is_passive(word)]


def _lowered(text: str) -> list[str]:
    return words(running(text).casefold())


def _running_words(sentence: str) -> list[str]:
    """Return the words of *sentence* that are no names: lower case, or the first."""
    first, *rest = words(sentence)
    return [first.casefold(), *(word for word in rest if word.islower())]


def _is_passive(word: str) -> bool:
    if word in NOT_PASSIVE or word.endswith(NOT_PASSIVE_ENDINGS):
        return False
    return word in PASSIVES or word.endswith(PASSIVE_ENDINGS)
