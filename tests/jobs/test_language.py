"""One `Words` follows what is chosen, whoever chose it, and a failed decision leaves it alone."""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from bot.domain.language import Language
from bot.jobs import Timetable, importing, language, once
from bot.locales import Words
from bot.locales import format as say
from bot.store import language as store
from bot.store.db import Store


@pytest.fixture
def speaking(deps):
    return replace(deps, transaction=language.speaking(deps.transaction, deps.words))


@pytest.fixture
def other(deps):
    """Another process on the same database."""
    opened = Store(deps.settings.database_path)
    yield opened
    opened.close()


def choose(store_, chosen):
    with store_.transaction() as db:
        store.choose(db, chosen)


def test_what_another_process_chose_counts_from_the_next_decision(speaking, other):
    choose(other, Language.EN)
    assert speaking.words.language == "sv"
    with speaking.transaction():
        assert speaking.words("tomorrow") == "tomorrow"


def test_it_is_heard_of_also_where_nothing_is_decided(speaking, other):
    language.listen(speaking)
    assert speaking.words.language == "sv"
    choose(other, Language.EN)
    language.listen(speaking)
    assert speaking.words.language == "en"
    with other.transaction() as db:
        db.execute("delete from language")
    language.listen(speaking)
    assert speaking.words.language == "sv"


def test_a_decision_that_fails_leaves_the_language_as_it_was(speaking):
    with suppress(RuntimeError), speaking.transaction() as db:
        store.choose(db, Language.EN)
        language.speak(speaking, db)
        assert speaking.words.language == "en"
        raise RuntimeError
    assert speaking.words.language == "sv"
    language.listen(speaking)
    assert speaking.words.language == "sv"


def test_without_a_choice_the_words_are_those_they_began_with(deps):
    with deps.reading() as db:
        assert language.words_of(replace(deps.settings, language="en"), db).language == "en"
    choose(deps, Language.SV)
    with deps.reading() as db:
        assert language.words_of(replace(deps.settings, language="en"), db).language == "sv"


def test_dates_and_times_that_were_said_before_are_said_in_the_new_language():
    words, day = Words("sv"), date(2026, 11, 24)
    assert say.day_long(day, words, today=day) == "tisdag 24 november"
    assert say.clock(time(9, 30), words).replace("\xa0", " ") == "kl. 9.30"
    words.speak("en")
    assert say.day_long(day, words, today=day) == "Tuesday 24 November"
    assert "09:30" in say.clock(time(9, 30), words)
    words.speak(None)
    assert say.day_long(day, words, today=day) == "tisdag 24 november"


@pytest.mark.parametrize("dry", [False, True], ids=["real", "dry"])
def test_a_job_from_the_command_line_speaks_it_under_the_same_key(deps, dry):
    choose(deps, Language.EN)
    morning = datetime(2026, 11, 30, 7, 15, tzinfo=UTC)
    ((key, said),) = once.run(deps.settings, "digest", now=morning, page=None, dry=dry)
    assert key == "digest:2026-11-30"
    assert "Monday 30 November" in said["text"]


def test_a_file_that_is_read_into_the_plan_from_the_command_line_is_told_in_it(deps):
    choose(deps, Language.EN)
    table = "Datum;Tid;Kanal;Rubrik\n2026-12-03;11:00;Facebook;Öppet hus\n".encode()
    importing.take_file(deps.settings, "plan.csv", table, now=deps.now(), dry=False)
    with deps.reading() as db:
        bodies = [body for (body,) in db.execute("select body from outbox").fetchall()]
    assert any("Undo this import" in body for body in bodies)


def test_the_timetable_listens(speaking, other):
    choose(other, Language.EN)
    Timetable(speaking, ()).tick()
    assert speaking.words.language == "en"
