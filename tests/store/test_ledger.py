"""Ledgers: a run, an event, an act, a fact is written once and found again."""

from datetime import timedelta

from bot.domain.members import Member, MemberKind
from bot.store import ledger, members
from tests.make import AMIRA, NOW


def test_a_run_can_be_taken_once(db):
    assert ledger.claim(db, "digest", "2026-11-24", now=NOW, late=False)
    assert not ledger.claim(db, "digest", "2026-11-24", now=NOW, late=True)
    assert ledger.ran(db, "digest", "2026-11-24")
    assert not ledger.ran(db, "nag", "2026-11-24")


def test_an_event_is_new_once_until_it_is_forgotten(db):
    assert not ledger.seen(db, "Ev1")
    assert ledger.first_time(db, "Ev1", now=NOW)
    assert not ledger.first_time(db, "Ev1", now=NOW + timedelta(hours=24))
    assert ledger.seen(db, "Ev1")

    assert ledger.forget_events(db, before=NOW + timedelta(seconds=1)) == 1

    assert ledger.first_time(db, "Ev1", now=NOW)


def test_acts_are_kept_in_order_with_who_what_and_when(db):
    ledger.record(db, AMIRA, "post.added", "post:1", now=NOW)
    ledger.record(db, AMIRA, "post.moved", "post:1", now=NOW, day="2026-12-01")
    ledger.record(db, AMIRA, "post.added", "post:2", now=NOW)

    acts = ledger.acts(db, "post:1")

    assert [(a.who, a.act, a.at) for a in acts] == [
        (AMIRA, "post.added", NOW),
        (AMIRA, "post.moved", NOW),
    ]
    assert acts[1].detail == {"day": "2026-12-01"}


def test_facts_are_set_found_by_prefix_and_dropped(db):
    ledger.set_fact(db, "alarm:slack", "a")
    ledger.set_fact(db, "alarm:slack", "b")
    ledger.set_fact(db, "channel:plan", "C0PLAN")

    assert ledger.fact(db, "alarm:slack") == "b"
    assert ledger.facts(db, "alarm:") == {"alarm:slack": "b"}
    ledger.drop_fact(db, "alarm:slack")
    assert ledger.fact(db, "alarm:slack") is None


def test_members_are_remembered_and_named(db):
    amira = Member(AMIRA, "Amira Haddad", MemberKind.MEMBER, NOW)

    members.keep(db, amira)

    assert members.find(db, AMIRA) == amira
    assert members.find(db, "U404") is None
    assert members.names(db, [AMIRA, None, "U404"]) == {AMIRA: "Amira Haddad"}
    assert members.names(db, []) == {}
