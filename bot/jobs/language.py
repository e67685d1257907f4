"""The language of everything that is said: what the team has chosen, else what `.env` says.

There is one `Words` in a process. It is told the language at the beginning of each decision, so
that also what another process has decided counts from then on, and by whatever changes it before
anything more is said. A decision that fails leaves it as it was.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlite_utils import Database

from bot.config import Settings
from bot.deps import Deps, Unit
from bot.locales import Words
from bot.store import language as store


def words_of(settings: Settings, db: Database) -> Words:
    """Return the words of a process that begins."""
    words = Words(settings.language)
    words.speak(store.chosen(db))
    return words


def speak(deps: Deps, db: Database) -> None:
    """Speak what is chosen as *db* is now."""
    deps.words.speak(store.chosen(db))


def speaking(unit: Unit, words: Words) -> Unit:
    """Return *unit*, in which *words* are those of the chosen language from its beginning."""

    @contextmanager
    def spoken() -> Iterator[Database]:
        with unit() as db:
            before = store.chosen(db)
            words.speak(before)
            try:
                yield db
            except BaseException:
                words.speak(before)
                raise

    return spoken


def listen(deps: Deps) -> None:
    """Hear of a language that another process has chosen while nothing was decided here."""
    with deps.reading() as db:
        is_other = deps.words.language != (store.chosen(db) or deps.words.usual)
    if is_other:
        with deps.transaction():
            pass  # its beginning speaks it, and nobody changes it meanwhile
