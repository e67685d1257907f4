"""The buttons of the questions about another calendar: once, by anybody, and never on old news."""

import json
from dataclasses import replace
from datetime import date, time

import pytest

from bot.domain.imports import Event
from bot.domain.plan import Status
from bot.jobs import imports, sweeping, taking
from bot.store import ledger, outbox, posts
from bot.views import imports as view
from handlers import imports as handler
from tests import make
from tests.fakes import FakeAck

EVENT = Event("1", "Öppet hus", date(2026, 12, 3), time(11))


@pytest.fixture
def take(deps):
    def take_in(*events, **more):
        done = taking.take_in(deps, events, source="calendar", **more)
        with deps.transaction() as db:
            if done.import_id:
                message = view.read_in(deps.words, done.new, done.import_id)
                key = imports.message_key(done.import_id)
                outbox.put(db, key, make.PLAN, message, now=make.NOW)
            return done

    return take_in


def said(deps, prefix):
    with deps.reading() as db:
        rows = db.query("select body from outbox where key like ? order by id", [f"{prefix}%"])
        return [json.loads(row["body"]) for row in rows]


def value(deps, prefix="import:"):
    (button, *_) = (e for b in said(deps, prefix)[-1]["blocks"] for e in b.get("elements", []))
    return button["value"]


def answer(deps, text, *, take):
    ack = FakeAck()
    body = make.click(view.TAKE if take else view.KEEP, text)
    handler.answer(deps, ack, body, take=take)
    assert ack.calls == [{}]


def undo(deps, text):
    ack = FakeAck()
    handler.undo(deps, ack, make.click(view.UNDO, text))
    assert ack.calls == [{}]
    sweeping.go_on(deps)


def post(deps):
    with deps.reading() as db:
        return posts.get(db, 1)


def test_taking_outlooks_moves_the_post_and_offers_to_undo_it(deps, take):
    take(EVENT)
    take(replace(EVENT, at=time(13)))
    answer(deps, value(deps), take=True)

    assert post(deps).at == time(13)
    note = said(deps, "note:")[-1]
    assert "Ändrat: *Öppet hus*" in note["text"]
    assert "post.restore" in json.dumps(note)
    with deps.reading() as db:
        assert [act.act for act in ledger.acts(db, "post:1")] == ["post.imported", "post.changed"]


def test_keeping_ours_changes_nothing(deps, take):
    take(EVENT)
    take(replace(EVENT, at=time(13)))
    answer(deps, value(deps), take=False)

    assert post(deps).at == time(11)
    assert "Planen är som förut" in said(deps, "note:")[-1]["text"]


def test_what_is_gone_is_cancelled_on_request(deps, take):
    take(EVENT, replace(EVENT, uid="2", title="Annat"))
    take(replace(EVENT, uid="2", title="Annat"))
    answer(deps, value(deps), take=True)

    assert post(deps).status is Status.CANCELLED
    assert "Inställt" in said(deps, "note:")[-1]["text"]


@pytest.mark.parametrize("text", ["", "nonsense", "a b", "x" * 2000, "' or 1 1"])
@pytest.mark.parametrize("wanted", [True, False])
def test_a_foreign_or_an_old_button_is_told_so(deps, take, text, wanted):
    take(EVENT)
    answer(deps, text, take=wanted)

    assert "gäller inte längre" in said(deps, "note:")[-1]["text"]


def test_two_who_click_at_once_are_one_answer(deps, take):
    take(EVENT)
    take(replace(EVENT, at=time(13)))
    clicked = value(deps)
    answer(deps, clicked, take=False)
    answer(deps, clicked, take=True)

    assert post(deps).at == time(11)
    assert "gäller inte längre" in said(deps, "note:")[-1]["text"]


def test_a_reading_is_undone_once(deps, take):
    take(EVENT)
    clicked = value(deps, "imported:")
    undo(deps, clicked)
    undo(deps, clicked)

    assert post(deps).status is Status.CANCELLED
    assert "Amira Haddad har ångrat" in said(deps, "imported:")[0]["text"]
    assert "redan ångrad" in said(deps, "note:")[-1]["text"]


@pytest.mark.parametrize("text", ["", "hej", "99"])
def test_undoing_what_is_no_reading_is_refused(deps, text):
    undo(deps, text)

    assert len(said(deps, "note:")) == 1
