"""The clock of the flags: one step at a time, each written down, none lost and none sent twice."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from threading import Thread
from zoneinfo import ZoneInfo

import pytest

from bot import jobs
from bot.domain.comments import LUCKA, Act, State
from bot.domain.judgements import Outcome
from bot.domain.policy import Policy, Preset
from bot.domain.team import Team
from bot.domain.urgent import judge
from bot.domain.watch_words import WordKind, WordList
from bot.jobs import digest, once, poll, relay, urgent
from bot.jobs.due import Due
from bot.store import comments, ledger, policy, roster, team, watch_words
from bot.store import urgent as store
from handlers.comments import carry_out
from tests import page
from tests.make import AMIRA, COMMENTS, ELIN, JONAS
from tests.page import FakePage

ZONE = ZoneInfo("Europe/Stockholm")
FIRST, SECOND = page.comment(1).id, page.comment(2).id
THREAT = "Jag vet var du bor"
DANGER = "Jag orkar inte leva längre"


@pytest.fixture
def deps(deps, hand):
    """Elin watches, Amira leads, Jonas is the deputy; a page with nothing on it, Tuesday 9.00."""
    with deps.transaction() as db:
        team.save(db, Team(AMIRA, (JONAS,), (ELIN,)))
        roster.set_turns(db, [ELIN], datetime(2026, 11, 23, tzinfo=ZONE).date())
    made = replace(deps, page=FakePage())
    to(hand, "09:00")
    poll.run(made, made.now())
    return made


def to(hand, clock, day=24):
    hour, minute = map(int, clock.split(":"))
    return hand.to(datetime(2026, 11, day, hour, minute, tzinfo=ZONE).astimezone(UTC))


def write(deps, *texts, first=1):
    """Let residents write, and the page be read."""
    deps.page.comments += [
        page.comment(n, text, at=deps.now()) for n, text in enumerate(texts, start=first)
    ]
    poll.run(deps, deps.now())


def look(deps, hand, clock, day=24):
    urgent.look(deps, to(hand, clock, day))


def said(deps):
    """The messages that ask, by key."""
    with deps.reading() as db:
        rows = db.query("select key, body from outbox where key like 'urgent:%' order by id")
        return {row["key"]: json.loads(row["body"])["text"] for row in rows}


def alerts(deps, comment_id=FIRST):
    with deps.reading() as db:
        acts = ledger.acts(db, f"comment:{comment_id}")
    return [(a.who, a.detail["to"], a.detail["step"]) for a in acts if a.act == store.ALERTED]


def act(deps, what, who, comment_id=FIRST):
    with deps.transaction() as db:
        carry_out(deps, db, what, comment_id, who)


def decide(deps, who=AMIRA, outcome=Outcome.KEPT, comment_id=FIRST):
    with deps.transaction() as db:
        after, found = judge(
            comments.find(db, comment_id), outcome, who, "Hård ton", now=deps.now()
        )
        comments.save(db, after)
        store.keep(db, found)
        ledger.record(db, who, store.JUDGED, f"comment:{comment_id}", now=deps.now())
        relay.show(deps, db, [comment_id], now=deps.now())


def test_with_nobody_reacting_all_three_are_asked_and_the_log_shows_each_attempt(deps, hand):
    write(deps, "Ni är hopplösa")
    act(deps, Act.FLAG, AMIRA)
    for clock in ("09:01", "09:02", "09:03", "09:17", "09:18", "09:47", "10:46", "10:47"):
        look(deps, hand, clock)
    assert alerts(deps) == [
        (LUCKA, ELIN, "1"), (LUCKA, AMIRA, "2"), (LUCKA, JONAS, "3"), (LUCKA, "", "4"),
    ]  # fmt: skip
    texts = said(deps)
    assert list(texts) == [f"urgent:{FIRST}:{step}" for step in (1, 2, 3, 4)]
    for text, who in zip(texts.values(), (ELIN, AMIRA, JONAS), strict=False):
        assert text.startswith(f"<@{who}>, den här kommentaren är akut.")
        assert text.count("<@") == 1
    assert "Sedan frågade jag Amira Haddad kl. 9.17." in texts[f"urgent:{FIRST}:1"]
    assert "Sedan frågade jag i Slack-kanalen kl. 10.47." in texts[f"urgent:{FIRST}:3"]
    assert "<" not in texts[f"urgent:{FIRST}:4"].splitlines()[0]
    with deps.reading() as db:
        rows = list(db.query("select channel, until from outbox where key like 'urgent:%'"))
    assert {row["channel"] for row in rows} == {COMMENTS}
    assert rows[0]["until"].startswith("2026-11-24T08:17")


def test_a_watch_word_flags_what_is_new_and_is_asked_about_at_once(deps, hand):
    write(deps, THREAT, "Tack för i dag!")
    look(deps, hand, "09:00")
    assert alerts(deps) == [(LUCKA, ELIN, "1")]
    assert alerts(deps, SECOND) == []
    assert "Akut: flaggad av ordlistan" in said(deps)[f"urgent:{FIRST}:1"]
    with deps.reading() as db:
        (one,) = comments.relayed(db, [FIRST])
    assert replace(one.relay, flagged_by=None, flagged_at=None).state is State.NEW
    assert (one.relay.owner, one.relay.closed_by, one.comment.is_hidden) == (None, None, False)


def test_danger_to_life_shows_what_one_may_answer(deps, hand):
    write(deps, DANGER)
    look(deps, hand, "09:00")
    text = said(deps)[f"urgent:{FIRST}:1"]
    assert "ring 112" in text
    assert "call 112" in text
    assert "1177" in text


def test_a_word_that_an_edit_brings_flags_and_one_that_was_judged_does_not_again(deps, hand):
    write(deps, "Ni är hopplösa")
    deps.page.comments[0] = replace(deps.page.comments[0], text=THREAT)
    poll.run(deps, deps.now())
    with deps.reading() as db:
        assert store.open_ids(db) == [FIRST]
    decide(deps)
    deps.page.comments[0] = replace(deps.page.comments[0], text=f"{THREAT}!")
    poll.run(deps, deps.now())
    with deps.reading() as db:
        assert store.open_ids(db) == []
    deps.page.comments[0] = replace(deps.page.comments[0], text=f"{THREAT}, du ska dö")
    poll.run(deps, deps.now())
    with deps.reading() as db:
        assert store.open_ids(db) == [FIRST]


def test_hiding_on_facebook_is_no_edit_and_the_pages_own_words_flag_nothing(deps, hand):
    write(deps, "Tack!")
    with deps.transaction() as db:
        watch_words.save(db, WordKind.OWN, WordList(("tack",)))
    deps.page.comments[0] = replace(deps.page.comments[0], is_hidden=True)
    deps.page.comments.append(page.answer(9, under=1, at=deps.now(), text="Tack själv! Du ska dö"))
    poll.run(deps, deps.now())
    with deps.reading() as db:
        assert store.open_ids(db) == []


def test_how_often_a_word_was_right_is_counted(deps, hand):
    write(deps, THREAT, THREAT, DANGER)
    decide(deps)
    decide(deps, outcome=Outcome.REPORTED, comment_id=SECOND)
    with deps.reading() as db:
        found = watch_words.counts(db)
    assert [(each.found, each.kept) for each in (found["vet var du bor"],)] == [(2, 1)]
    assert (found["orkar inte leva"].found, found["orkar inte leva"].kept) == (1, 0)


def test_a_judgement_ends_it_and_every_message_says_so(deps, hand):
    write(deps, THREAT)
    look(deps, hand, "09:00")
    look(deps, hand, "09:15")
    decide(deps)
    look(deps, hand, "10:00")
    assert len(alerts(deps)) == 2
    for text in said(deps).values():
        assert text.startswith("Klart: kommentaren är bedömd.")
        assert "<@" not in text
        assert "Bedömd: kvar, inte regelbrott · Amira Haddad kl. 9.15 · ”Hård ton”" in text


@pytest.mark.parametrize("state", State)
def test_no_state_of_the_comment_stops_it(deps, hand, state):
    write(deps, THREAT)
    with deps.transaction() as db:
        held = comments.find(db, FIRST)
        promised = deps.now() if state is State.PROMISED else None
        why = "emoji" if state is State.UNNEEDED else None
        comments.save(db, replace(held, state=state, promised_at=promised, reason=why))
    look(deps, hand, "09:00")
    look(deps, hand, "09:15")
    assert len(alerts(deps)) == 2


def test_a_slip_that_is_taken_back_asks_nobody(deps, hand):
    write(deps, "Ni är hopplösa")
    act(deps, Act.FLAG, AMIRA)
    look(deps, hand, "09:01")
    act(deps, Act.UNFLAG, AMIRA)
    look(deps, hand, "09:30")
    assert said(deps) == {}


def test_a_comment_that_is_flagged_anew_is_asked_about_anew(deps, hand):
    write(deps, THREAT)
    look(deps, hand, "09:00")
    decide(deps)
    act(deps, Act.FLAG, JONAS)
    look(deps, hand, "09:06")
    assert alerts(deps) == [(LUCKA, ELIN, "1"), (LUCKA, ELIN, "2")]
    assert said(deps)[f"urgent:{FIRST}:2"].startswith(f"<@{ELIN}>")


def test_nobody_is_asked_outside_hours_unless_it_is_watched(deps, hand):
    with deps.transaction() as db:
        policy.save(db, Policy(preset=Preset.OFFICE))
    to(hand, "12:00", 28)
    write(deps, THREAT)
    look(deps, hand, "12:00", 28)
    assert said(deps) == {}
    with deps.transaction() as db:
        policy.save(db, Policy(preset=Preset.WATCH))
    look(deps, hand, "12:01", 28)
    assert alerts(deps) == [(LUCKA, ELIN, "1")]


def test_two_looks_at_once_ask_once(deps, hand):
    write(deps, THREAT)
    threads = [Thread(target=urgent.look, args=(deps, deps.now())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(alerts(deps)) == 1
    with deps.reading() as db:
        rows = db.query("select revision from outbox where key like 'urgent:%'")
        assert [row["revision"] for row in rows] == [1]


def test_a_crash_before_the_end_of_the_step_leaves_nothing_and_it_is_taken_again(
    deps, hand, monkeypatch
):
    write(deps, THREAT)
    with monkeypatch.context() as patched:
        patched.setattr(urgent.digest, "refresh", _crash)
        with pytest.raises(ZeroDivisionError):
            look(deps, hand, "09:00")
    assert (alerts(deps), said(deps)) == ([], {})
    look(deps, hand, "09:01")
    assert alerts(deps) == [(LUCKA, ELIN, "1")]


def _crash(*_):
    raise ZeroDivisionError


def test_after_a_day_without_the_bot_one_step_is_taken_and_not_all(deps, hand):
    write(deps, THREAT)
    look(deps, hand, "09:00")
    for clock in ("09:00", "09:01", "09:02"):
        look(deps, hand, clock, 25)
    assert [to for _, to, _ in alerts(deps)] == [ELIN, AMIRA]


def test_many_flags_are_one_question_at_a_time(deps, hand):
    write(deps, *[THREAT] * 30)
    for minute in range(10):
        look(deps, hand, f"09:0{minute}")
    assert [text.startswith(f"<@{ELIN}>") for text in said(deps).values()] == [True, True]


def test_todays_plan_begins_with_what_is_not_judged(deps, hand):
    write(deps, *[THREAT] * 5)
    digest.run(deps, Due(deps.today(), deps.now(), deps.now()))
    assert _plan(deps).splitlines()[1].startswith("*Akut, obedömd sedan i dag kl. 9.00*")
    assert "… och 2 till." in _plan(deps)
    look(deps, hand, "09:01")
    for comment_id in [page.comment(n).id for n in range(1, 6)]:
        decide(deps, comment_id=comment_id)
    with deps.transaction() as db:
        digest.refresh(db, deps, deps.now())
    assert "Akut" not in _plan(deps)


def _plan(deps):
    with deps.reading() as db:
        (row,) = db.query("select body from outbox where key like 'digest:%'")
    return json.loads(row["body"])["text"].replace("\xa0", " ")


def test_the_timetable_looks_with_every_tick(deps, hand):
    write(deps, THREAT)
    jobs.Timetable(deps, ()).tick()
    assert len(said(deps)) == 1


def test_a_dry_run_shows_the_step_and_writes_nothing(deps, hand, tmp_path):
    write(deps, THREAT)
    settings = replace(deps.settings, database_path=tmp_path / "lucka.db")
    shown = once.run(settings, urgent.JOB, now=deps.now(), page=None, dry=True)
    assert [key for key, _ in shown if key.startswith("urgent:")] == [f"urgent:{FIRST}:1"]
    assert (alerts(deps), said(deps)) == ([], {})
