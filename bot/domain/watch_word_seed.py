"""The watch words that count until a team has its own: few, and plain signs of danger.

Words that are mostly used for something else ("död", "bomb", "hat") are left out: a list that
flags what is harmless is soon not read any more.
"""

from collections.abc import Mapping

from bot.domain.watch_words import WordKind, WordList

SEED: Mapping[WordKind, WordList] = {
    WordKind.DANGER: WordList(
        (
            "självmord*", "ta livet av mig", "tar livet av mig", "ta mitt liv", "tar mitt liv",
            "vill inte leva", "orkar inte leva", "vill dö", "skada mig själv", "skär mig",
            "överdos*", "slår mina barn", "misshandlar mig", "tryck över bröstet", "ont i bröstet",
            "kan inte andas", "chest pain*", "across my chest", "across his chest",
            "across her chest", "can't breathe", "cannot breathe", "suicid*", "kill myself",
            "end my life", "want to die", "hurt myself", "overdose*",
        )
    ),
    WordKind.THREAT: WordList(
        (
            "döda dig", "döda er", "döda honom", "döda henne", "döda dem", "mörda dig", "mörda er",
            "ska dö",
            "borde skjutas", "skjuta dig", "skjuta er", "spränga er", "bombhot*", "knivhugga*",
            "slå ihjäl*", "vet var du bor", "vet var ni bor", "bränna ner*", "kill you",
            "shoot you", "know where you live", "bomb threat*", "burn down*",
        )
    ),
    WordKind.HATE: WordList(
        (
            "neger*", "negrer*", "svartskalle*", "svartskallar*", "blatte*", "blattar*",
            "judejävel*", "judejävlar*", "bögjävel*", "bögjävlar*", "zigenarjävel*", "apejävel*",
            "undermänniska*", "undermänniskor*", "gasa dem", "gasa er", "heil hitler",
            "nigger*", "faggot*", "subhuman*", "gas the",
        )
    ),
    WordKind.OWN: WordList(),
}  # fmt: skip
