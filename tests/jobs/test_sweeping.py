"""Somebody shifts the whole calendar: one question, one answer, in turns, undone as a whole."""

import json
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from bot.domain import acts
from bot.domain.imports import Event, QuestionOver
from bot.domain.sweeps import FEW
from bot.jobs import asking, refresh, sweeping, taking
from bot.store import imports, ledger, posts
from tests.make import AMIRA, JONAS, NOW

DAY = date(2026, 12, 3)
MANY = 2 * taking.BATCH + 7
EVENTS = [Event(f"{n}", f"Nr {n}", DAY + timedelta(days=n % 90), time(11)) for n in range(MANY)]
SHIFTED = [replace(event, day=event.day + timedelta(days=1)) for event in EVENTS]


class Killed(BaseException):
    """The process ends here."""


def read(deps, events):
    return taking.take_in(deps, events, source="calendar", ask_about_new=True)


def said(deps, like="import:%"):
    with deps.reading() as db:
        rows = db.query("select body from outbox where key like ? order by id", [like])
        return [json.loads(row["body"]) for row in rows]


def value(deps):
    """Return what the gathered question's buttons say."""
    elements = said(deps, "import:all:%")[-1]["blocks"][1]["elements"]
    assert len({each["value"] for each in elements}) == 1
    return elements[0]["value"]


def answer(deps, value, *, take):
    with deps.transaction() as db:
        sweeping.answer(db, deps, value, take=take, who=AMIRA)
    sweeping.go_on(deps)


def undo(deps, sweep_id=1):
    with deps.transaction() as db:
        sweeping.undo(db, deps, sweep_id, who=JONAS)
    sweeping.go_on(deps)


def days(deps):
    with deps.reading() as db:
        living = posts.between(db, DAY, DAY + timedelta(days=1000))
        return {post.title: post.day for post in living}


def plan_of(events):
    return {event.title: event.day for event in events}


def torn(deps, after):
    left = [after]

    @contextmanager
    def transaction():
        left[0] -= 1
        if left[0] < 0:
            raise Killed
        with deps.transaction() as db:
            yield db

    return replace(deps, transaction=transaction)


@pytest.fixture
def shifted(deps):
    """A plan of many posts, whose events are all a day later in Outlook now."""
    taking.take_in(deps, EVENTS, source="calendar")
    read(deps, SHIFTED)
    return deps


def test_as_many_as_people_can_answer_are_asked_about_one_by_one(deps):
    taking.take_in(deps, EVENTS[:FEW], source="calendar")
    read(deps, SHIFTED[:FEW])
    assert len(said(deps)) == FEW
    assert said(deps, "import:all:%") == []


def test_more_are_one_question_that_names_a_few_and_counts_the_rest(shifted):
    (message,) = said(shifted)
    assert f"på {MANY} ställen" in message["text"]
    assert f"… och {MANY - 8} till." in message["text"]


def test_with_questions_waiting_one_more_is_gathered_too(deps):
    taking.take_in(deps, EVENTS[: FEW + 1], source="calendar")
    read(deps, [*SHIFTED[:FEW], EVENTS[FEW]])
    read(deps, SHIFTED[: FEW + 1])
    assert len(said(deps)) == FEW + 1
    assert "på 1 ställe*" in said(deps, "import:all:%")[0]["text"]


def test_all_is_taken_and_undone(shifted):
    answer(shifted, value(shifted), take=True)
    assert days(shifted) == plan_of(SHIFTED)
    assert f"Amira Haddad tog det som står i Outlook på {MANY}" in said(shifted)[0]["text"]

    undo(shifted)
    assert days(shifted) == plan_of(EVENTS)
    undone, again = said(shifted)
    assert f"Jonas Berg ångrade: {MANY} ställen" in undone["text"]
    assert f"på {MANY} ställen" in again["text"]


def test_all_of_ours_is_kept_and_asked_about_again_once_that_is_undone(shifted):
    answer(shifted, value(shifted), take=False)
    assert days(shifted) == plan_of(EVENTS)
    assert read(shifted, SHIFTED).differing == 0

    undo(shifted)
    assert days(shifted) == plan_of(EVENTS)
    assert read(shifted, SHIFTED).differing == MANY


def test_new_and_gone_events_are_taken_and_undone_like_the_others(deps):
    taking.take_in(deps, EVENTS[:20], source="calendar")
    read(deps, EVENTS[10:30])
    answer(deps, value(deps), take=True)
    assert days(deps) == plan_of(EVENTS[10:30])
    undo(deps)
    assert days(deps) == plan_of(EVENTS[:20])


def test_what_was_changed_after_the_question_is_left_alone_and_asked_about_by_itself(shifted, hand):
    hand.on(minutes=5)
    with shifted.transaction() as db:
        post = posts.get(db, 1)
        entry = replace(acts.entry_of(post), at=time(15))
        posts.update(db, acts.changed(post, entry, today=NOW.date(), now=shifted.now()))
        refresh.plan_changed(db, shifted, shifted.now())
    answer(shifted, value(shifted), take=True)

    assert days(shifted) == plan_of(SHIFTED) | {"Nr 0": DAY}
    first, second = said(shifted)
    assert "1 har ändrats sedan jag frågade" in first["text"]
    assert "*Nr 0*" in second["text"]


def test_undo_leaves_alone_what_somebody_has_changed_since(shifted):
    answer(shifted, value(shifted), take=True)
    with shifted.transaction() as db:
        post = posts.get(db, 1)
        posts.update(db, acts.cancelled(post, now=NOW))
    undo(shifted)

    assert days(shifted) == {k: v for k, v in plan_of(EVENTS).items() if k != "Nr 0"}
    assert "1 har någon ändrat sedan dess" in said(shifted)[0]["text"]


@pytest.mark.parametrize("after", range(6))
def test_torn_at_any_place_it_goes_on(shifted, after):
    with shifted.transaction() as db:
        sweeping.answer(db, shifted, value(shifted), take=True, who=AMIRA)
    with suppress(Killed):
        sweeping.go_on(torn(shifted, after))
    sweeping.go_on(shifted)
    assert days(shifted) == plan_of(SHIFTED)

    with shifted.transaction() as db:
        sweeping.undo(db, shifted, 1, who=AMIRA)
    with suppress(Killed):
        sweeping.go_on(torn(shifted, after))
    sweeping.go_on(shifted)
    assert days(shifted) == plan_of(EVENTS)


def test_no_turn_changes_more_than_a_few_posts(shifted):
    seen = []

    @contextmanager
    def transaction():
        with shifted.transaction() as db:
            before = db.execute("select count(*) from posts where revision > 1").fetchone()[0]
            yield db
            after = db.execute("select count(*) from posts where revision > 1").fetchone()[0]
            seen.append(after - before)

    with shifted.transaction() as db:
        sweeping.answer(db, shifted, value(shifted), take=True, who=AMIRA)
    sweeping.go_on(replace(shifted, transaction=transaction))
    assert max(seen) == taking.BATCH
    assert sum(seen) == MANY


def test_an_answer_to_another_question_is_refused_and_one_counts_once(shifted):
    old = value(shifted)
    read(shifted, [replace(e, at=time(14)) for e in SHIFTED])
    with shifted.transaction() as db, pytest.raises(QuestionOver):
        sweeping.answer(db, shifted, old, take=True, who=AMIRA)
    answer(shifted, value(shifted), take=False)
    with shifted.transaction() as db, pytest.raises(QuestionOver):
        sweeping.answer(db, shifted, old, take=True, who=AMIRA)
    undo(shifted)
    with shifted.transaction() as db, pytest.raises(QuestionOver):
        sweeping.undo(db, shifted, 1, who=AMIRA)


def test_the_same_question_is_not_said_anew_by_the_next_reading(shifted):
    before = value(shifted)
    read(shifted, SHIFTED)
    assert value(shifted) == before


def test_ten_are_asked_about_by_themselves_and_the_rest_stays_one_question(shifted):
    with shifted.transaction() as db:
        asking.ask_new(db, shifted, NOW, apart=FEW)
    assert len(said(shifted)) == FEW + 1
    assert f"på {MANY - FEW} ställen" in said(shifted, "import:all:%")[0]["text"]


def test_a_question_over_which_outlook_changed_its_mind_is_over(shifted):
    read(shifted, EVENTS)
    (message,) = said(shifted)
    assert "Det löste sig" in message["text"]


def test_a_change_of_the_plan_looks_only_at_questions_that_wait_by_themselves(shifted, monkeypatch):
    """With thousands that differ, a click must not read them all."""
    asked = []
    monkeypatch.setattr(imports, "differing", lambda _db, thing: asked.append(thing) or [])
    with shifted.transaction() as db:
        refresh.plan_changed(db, shifted, NOW)
    assert asked == []


def test_what_was_done_is_in_the_log(shifted):
    answer(shifted, value(shifted), take=True)
    with shifted.reading() as db:
        (act,) = ledger.acts(db, "sweep:1")
    assert (act.act, act.who) == ("import.swept", AMIRA)
