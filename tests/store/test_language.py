"""Which language is chosen."""

import sqlite3

import pytest

from bot.domain.language import Language
from bot.store import language


def test_none_is_chosen_until_somebody_does(db):
    assert language.chosen(db) is None
    language.choose(db, Language.EN)
    language.choose(db, Language.SV)
    assert language.chosen(db) is Language.SV
    assert db["language"].count == 1


def test_the_database_takes_no_other(db):
    with pytest.raises(sqlite3.IntegrityError):
        db.execute("insert into language values (1, 'tlh')")
