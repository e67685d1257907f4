"""Disposal: listed once a month, done after a click alone, to the last byte, and never undone by a look."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.deps import Deps
from bot.domain.answers import Kind
from bot.domain.comments import State as Ended
from bot.domain.disposal import Class, Hold, RuleChanged, Scope, State
from bot.domain.ideas import Thought
from bot.domain.page import PageComment, PageRound, PageUsage
from bot.domain.plan import Status
from bot.jobs import disposal as job
from bot.jobs import page_merge, relay, retelling
from bot.jobs.due import Due
from bot.store import answers, comments, disposal, ideas, ledger, outbox, posts
from bot.store import page as store_page
from bot.store.db import stamp
from tests import answering, make, page
from tests.answering import AnswerPage
from tests.disposing import (
    LONG_AGO,
    RULE,
    allow,
    arrive,
    bot,
    bytes_of,
    close,
    decide_all,
    finish,
    is_due,
    listed,
    stored,
)
from tests.fakes import Hand

SECRET = "Min dotter Xanthippa föddes hos er i våras"
FORMER = "Min dotter Xanthippe föddes hos er i våras"
ANSWER = "Vad roligt att höra om Xanthippas födelse, hälsa henne"
FIRST, SECOND, THIRD = (page.comment(number).id for number in (1, 2, 3))


@pytest.fixture
def parts(deps: Deps, tmp_path: Path) -> Deps:
    return bot(deps, tmp_path)


def old(number: int, text: str = SECRET, *, days: int = 0, **more: Any) -> PageComment:
    return page.comment(number, text, at=LONG_AGO - timedelta(days), **more)


def hold(deps: Deps, scope: Scope = Scope.ALL, **more: object) -> int:
    with deps.transaction() as db:
        return disposal.add_hold(
            db,
            Hold(scope, "Begärt ut", make.AMIRA, deps.now(), **more),  # type: ignore[arg-type]
        )


def body(deps: Deps, key: str) -> str:
    with deps.reading() as db:
        return str(db.execute("select body from outbox where key = ?", [key]).fetchone()[0])


def everything_about_it(deps: Deps) -> None:
    """Write the secret words wherever the bot keeps words about a comment."""
    arrive(deps, old(1, FORMER))
    with deps.transaction() as db:
        store_page.keep(db, [page.post()], [old(1)], now=LONG_AGO)
        reply = page.answer(7, under=1, at=LONG_AGO + timedelta(hours=1), text=ANSWER)
        store_page.keep(db, [page.post()], [reply], now=LONG_AGO)
        relay.show(deps, db, [FIRST], now=LONG_AGO)
        outbox.put(db, "digest:2026-08-27", make.PLAN, {"text": f"Akut: > {SECRET}"}, now=LONG_AGO)
        db.execute(
            "insert into praise values (?, 'BB', 'bb', ?, 0, ?, ?, null, null)",
            [FIRST, SECRET, make.AMIRA, stamp(LONG_AGO)],
        )
        db.execute(
            "insert into judgements (comment_id, flagged_by, flagged_at, judged_by, judged_at,"
            " outcome, reason) values (?, 'lucka', ?, ?, ?, 'kept', ?)",
            [FIRST, stamp(LONG_AGO), make.AMIRA, stamp(LONG_AGO), SECRET],
        )
        db.execute(
            "insert into watch_hits values (?, 'xanthippa', 'own', ?)", [FIRST, stamp(LONG_AGO)]
        )
    made = answering.decide(deps, old(1), ANSWER, kind=Kind.ANSWER)
    with deps.transaction() as db:
        answers.save(db, replace(made, state=answers.State.SENT, page_id="x"))
        db.execute(
            "insert into answer_changes (answer_id, act, text, who, decided_at, next_at, state)"
            " values (?, 'edit', ?, ?, '', '', 'done')",
            [made.id, ANSWER, make.AMIRA],
        )
        outbox.put(
            db, f"answer:{made.id}", make.COMMENTS, {"text": f"Svarat: {ANSWER}"}, now=LONG_AGO
        )
    answering.in_slack(deps)
    close(deps, FIRST)


def test_nothing_of_it_is_left_in_the_whole_file(parts: Deps, tmp_path: Path) -> None:
    everything_about_it(parts)
    assert b"Xanthipp" in bytes_of(tmp_path)
    allow(parts, Class.ROUTINE)

    decide_all(parts, listed(parts))
    answering.in_slack(parts)

    left = bytes_of(tmp_path).decode("utf-8", errors="replace").casefold()
    assert "xanthipp" not in left
    assert "Maja Lindqvist".casefold() not in left


def test_the_figures_and_the_log_stay(parts: Deps) -> None:
    everything_about_it(parts)
    allow(parts, Class.ROUTINE)
    with parts.reading() as db:
        before = ledger.acts(db, f"comment:{FIRST}")

    (only,) = listed(parts)
    decide_all(parts, [only])

    with parts.reading() as db:
        (row,) = db.query(
            "select r.state, c.created_at, c.text from relays r"
            " join comments c on c.id = r.comment_id"
        )
        assert (row["state"], row["created_at"], row["text"]) == ("handled", stamp(LONG_AGO), "")
        assert ledger.acts(db, f"comment:{FIRST}") == before
        acts = ledger.acts(db, f"disposal:{only.id}")
        assert list(db.execute("pragma foreign_key_check")) == []
    assert [(act.act, act.who) for act in acts] == [
        ("disposal.decided", make.AMIRA),
        ("disposal.done", make.AMIRA),
    ]
    assert acts[-1].detail == {
        "class": "routine", "decision": "RS 2026/114", "decided": "2026-01-08", "count": "2",
    }  # fmt: skip
    done = stored(parts, only.id)
    assert (done.state, done.disposed, done.skipped, done.who) == (State.DONE, 2, 0, make.AMIRA)


def test_what_stood_in_slack_says_so(parts: Deps) -> None:
    everything_about_it(parts)
    allow(parts, Class.ROUTINE)

    (only,) = listed(parts)
    decide_all(parts, [only])

    for key in (f"relay:{FIRST}", "digest:2026-08-27", "answer:1"):
        assert "Det som stod här är gallrat." in body(parts, key), key
    assert stored(parts, only.id).copies == 3
    report = body(parts, f"disposal-report:{only.id}")
    assert "3 meddelanden från mig i Slack byts ut" in report
    assert "säkerhetskopior" in report


def test_a_page_that_still_shows_it_brings_nothing_back(parts: Deps) -> None:
    """Neither a look, a sweep, an edit nor its going makes the comment known or new again."""
    arrive(parts, old(1))
    close(parts, FIRST)
    allow(parts, Class.ROUTINE)
    decide_all(parts, listed(parts))
    answering.in_slack(parts)
    fake = AnswerPage(parts.now)

    for found in (old(1), old(1, "Ändrat av Xanthippa"), replace(old(1), is_hidden=True)):
        fake.put(found)
        answering.read(parts, fake)
    with parts.transaction() as db:
        seen = PageRound((page.post(),), (), PageUsage(), 1)
        page_merge.merge(parts, db, page.PAGE, seen, [FIRST], now=parts.now())
        relay.show(parts, db, [FIRST], now=parts.now())
        retelling.catch_up(parts, db, now=parts.now())

    with parts.reading() as db:
        (row,) = db.query("select * from comments")
        assert (row["text"], row["author_name"], row["is_hidden"]) == ("", None, 0)
        assert comments.find(db, FIRST) is None
        assert outbox.pending(db) == []
        assert db.execute("select count(*) from comment_versions").fetchone() == (0,)


def test_a_new_reply_in_a_disposed_thread_is_a_new_matter(parts: Deps) -> None:
    arrive(parts, old(1))
    close(parts, FIRST)
    allow(parts, Class.ROUTINE)
    decide_all(parts, listed(parts))
    fake = AnswerPage(parts.now)

    fake.put(old(1), page.comment(2, "Jag undrar fortfarande", under=1))
    answering.read(parts, fake)

    with parts.reading() as db:
        assert comments.open_ids(db) == (SECOND,)
    assert "Jag undrar fortfarande" in body(parts, f"relay:{SECOND}")
    assert is_due(parts, Class.ROUTINE) == []


def test_nothing_is_due_without_a_decision_and_nothing_goes_without_a_click(
    parts: Deps, hand: Hand
) -> None:
    arrive(parts, old(1))
    close(parts, FIRST)

    assert listed(parts) == []
    allow(parts, Class.ROUTINE)
    assert [each.found.count for each in listed(parts)] == [1]
    job.go_on(parts, parts.now())

    with parts.reading() as db:
        assert comments.find(db, FIRST) is not None


@pytest.mark.parametrize(
    "what",
    [
        {},
        {"scope": Scope.POST, "subject": page.POST},
        {"scope": Scope.COMMENT, "subject": FIRST},
        {"scope": Scope.COMMENT, "subject": SECOND},
        {"scope": Scope.PERIOD, "start": LONG_AGO.date(), "end": LONG_AGO.date() + timedelta(1)},
    ],
    ids=["all", "post", "comment", "reply in the thread", "period"],
)
def test_a_hold_keeps_it_and_its_thread_and_says_so(parts: Deps, what: dict[str, object]) -> None:
    arrive(parts, old(1), old(2, under=1), old(3, "Något annat", days=9))
    close(parts, FIRST, SECOND, THIRD)
    allow(parts, Class.ROUTINE)
    hold_id = hold(parts, **what)  # type: ignore[arg-type]

    lists = listed(parts)

    is_narrow = what.get("scope") in (Scope.COMMENT, Scope.PERIOD)
    assert [(each.found.count, each.found.held) for each in lists] == (
        [(1, 2)] if is_narrow else []
    )
    with parts.transaction() as db:
        assert disposal.lift(db, hold_id, who=make.AMIRA, now=parts.now())
        assert not disposal.lift(db, hold_id, who=make.AMIRA, now=parts.now())
    assert [each.found.count for each in listed(parts)] == [3]


def test_a_hold_that_comes_while_it_goes_on_keeps_the_rest(
    parts: Deps, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrive(parts, *(old(number, f"Nummer {number}") for number in range(1, 6)))
    close(parts, *(page.comment(number).id for number in range(1, 6)))
    allow(parts, Class.ROUTINE)
    (only,) = listed(parts)
    monkeypatch.setattr(job, "BATCH", 2)
    monkeypatch.setattr(job, "STEPS", 3)  # collecting, the copies, and two comments
    with parts.transaction() as db:
        job.begin(parts, db, only, make.AMIRA, now=parts.now())
    job.go_on(parts, parts.now())
    hold(parts)

    finish(parts)

    done = stored(parts, only.id)
    assert (done.disposed, done.skipped) == (2, 3)
    assert "3 handlingar hoppades över" in body(parts, f"disposal-report:{only.id}")


def test_what_is_opened_again_before_its_turn_stays(parts: Deps) -> None:
    arrive(parts, old(1), old(2, "Något annat"))
    close(parts, FIRST, SECOND)
    allow(parts, Class.ROUTINE)
    (only,) = listed(parts)
    with parts.transaction() as db:
        job.begin(parts, db, only, make.AMIRA, now=parts.now())
        db.execute(
            "update relays set state = 'new', closed_at = null where comment_id = ?", [FIRST]
        )

    finish(parts)

    with parts.reading() as db:
        assert comments.find(db, FIRST) is not None
        assert comments.find(db, SECOND) is None
    assert (stored(parts, only.id).disposed, stored(parts, only.id).skipped) == (1, 1)


def test_a_bot_that_dies_at_any_step_goes_on_where_it_was(
    parts: Deps, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrive(parts, *(old(number, f"Nummer {number}") for number in range(1, 6)))
    close(parts, *(page.comment(number).id for number in range(1, 6)))
    allow(parts, Class.ROUTINE)
    (only,) = listed(parts)
    monkeypatch.setattr(job, "BATCH", 2)
    monkeypatch.setattr(job, "STEPS", 1)
    with parts.transaction() as db:
        job.begin(parts, db, only, make.AMIRA, now=parts.now())
    real = parts.transaction

    def dying():  # type: ignore[no-untyped-def]
        raise OSError

    for _ in range(20):
        with pytest.raises(OSError):
            job.go_on(replace(parts, transaction=dying), parts.now())
        job.go_on(replace(parts, transaction=real), parts.now())
        if stored(parts, only.id).state is State.DONE:
            break

    assert stored(parts, only.id).disposed == 5


def test_a_moderated_thread_waits_until_a_person_says_that_it_was_handed_over(parts: Deps) -> None:
    arrive(parts, old(1), old(2, "Ett svar", under=1))
    close(parts, FIRST, state=Ended.REMOVED)
    close(parts, SECOND)
    allow(parts, Class.ROUTINE, Class.KEPT)
    assert listed(parts) == []

    with parts.transaction() as db:
        assert disposal.hand_over(db, [FIRST], [FIRST], who=make.AMIRA, now=LONG_AGO) == (
            [FIRST],
            [],
        )
    assert is_due(parts, Class.ROUTINE) == []
    assert [item for _, item in is_due(parts, Class.KEPT)] == [FIRST, SECOND]

    decide_all(parts, listed(parts))
    with parts.reading() as db:
        assert db.execute("select count(*) from comments where text <> ''").fetchone() == (0,)


def test_the_period_of_what_was_handed_over_begins_with_that(parts: Deps) -> None:
    arrive(parts, old(1))
    close(parts, FIRST, state=Ended.REMOVED)
    with parts.transaction() as db:
        disposal.hand_over(db, [FIRST], [FIRST], who=make.AMIRA, now=parts.now())

    assert is_due(parts, Class.KEPT) == []


@pytest.mark.parametrize(
    "sql",
    [
        "update relays set state = 'claimed', closed_at = null",
        "update relays set flagged_by = 'U0AMIRA'",
        "update relays set closed_at = '2026-11-20T00:00:00.000000+00:00'",
        """insert into answers (comment_id, target_id, kind, text, who, known, decided_at, next_at,
        state) select id, id, 'answer', '', 'U', '[]', '', '', 'waiting' from comments""",
    ],
    ids=["open", "flagged", "closed lately", "an answer on its way"],
)
def test_what_is_not_over_is_not_due(parts: Deps, sql: str) -> None:
    arrive(parts, old(1))
    close(parts, FIRST)
    assert is_due(parts, Class.ROUTINE)
    with parts.transaction() as db:
        db.execute(sql)

    assert is_due(parts, Class.ROUTINE) == []


def test_a_thread_is_one_matter(parts: Deps) -> None:
    arrive(parts, old(1), old(2, "Och jag då?", under=1))
    close(parts, FIRST)

    assert is_due(parts, Class.ROUTINE) == []


def test_a_changed_decision_makes_a_list_void(parts: Deps) -> None:
    arrive(parts, old(1))
    close(parts, FIRST)
    allow(parts, Class.ROUTINE)
    (only,) = listed(parts)
    allow(parts, Class.ROUTINE, rule=replace(RULE, amount=60))

    with pytest.raises(RuleChanged), parts.transaction() as db:
        job.begin(parts, db, only, make.AMIRA, now=parts.now())


def test_ideas_and_cancelled_posts_lose_their_words_and_stay_what_they_were(
    parts: Deps, tmp_path: Path
) -> None:
    with parts.transaction() as db:
        gone = ideas.add(
            db, Thought("Xanthippas idé", "Om Xanthippa"), author=make.AMIRA, now=LONG_AGO
        )
        ideas.drop(db, gone.id, now=LONG_AGO)
        kept = ideas.add(db, Thought("Den här används", ""), author=make.AMIRA, now=LONG_AGO)
        made = posts.add(
            db,
            make.post(0, date(2026, 9, 1), title="Xanthippas inlägg", text="Om Xanthippa"),
            who=make.AMIRA,
            now=LONG_AGO,
        )
        cancelled = replace(made, status=Status.CANCELLED, updated_at=LONG_AGO)
        posts.update(db, cancelled, who=make.AMIRA)
    allow(parts, Class.WORKING)
    assert is_due(parts, Class.WORKING) == [("idea", str(gone.id)), ("post", str(made.id))]

    decide_all(parts, listed(parts))

    assert b"anthipp" not in bytes_of(tmp_path)
    with parts.reading() as db:
        assert ideas.get(db, kept.id).title == "Den här används"
        assert posts.get(db, made.id).title == "–"
        assert posts.get(db, made.id).status is Status.CANCELLED


def test_copies_of_messages_go_and_what_is_open_keeps_its_own(parts: Deps) -> None:
    arrive(parts, old(1), old(2, "Öppen"))
    close(parts, FIRST)
    with parts.transaction() as db:
        db.execute("update outbox set sent_at = ?", [stamp(LONG_AGO)])
    allow(parts, Class.COPIES)

    decide_all(parts, listed(parts))

    assert body(parts, f"relay:{FIRST}") == "{}"
    assert "Öppen" in body(parts, f"relay:{SECOND}")
    with parts.reading() as db:
        assert outbox.place(db, f"relay:{FIRST}") is not None
        assert not any(item.key.startswith("relay:") for item in outbox.pending(db))


@pytest.mark.parametrize(
    ("days", "months"),
    [
        (["2026-12-01", "2026-12-02"], 1),
        (["2027-01-01", "2027-01-04", "2027-01-05"], 1),  # New Year's Day, a weekend
        (["2026-12-09", "2027-01-04"], 2),  # a bot that was not running on the first
    ],
)
def test_it_is_listed_once_a_month_on_a_working_day(
    parts: Deps, hand: Hand, days: list[str], months: int
) -> None:
    arrive(parts, old(1))
    close(parts, FIRST)
    allow(parts, Class.ROUTINE)
    for day in days:
        hand.to(datetime.fromisoformat(f"{day}T08:15+01:00"))
        job.run(parts, Due(date.fromisoformat(day), parts.now(), parts.now()))

    with parts.reading() as db:
        sent = db.execute("select channel from outbox where key glob 'disposal:*'").fetchall()
    assert sent == [(make.AMIRA,)] * months


def test_everybody_who_asks_for_a_list_is_answered_though_the_month_asks_too(
    parts: Deps, hand: Hand
) -> None:
    allow(parts, Class.ROUTINE)
    with parts.transaction() as db:
        for who in (make.AMIRA, make.JONAS, make.AMIRA):
            job.want_list(db, who)
    hand.to(datetime.fromisoformat("2026-12-01T08:15+01:00"))
    job.run(parts, Due(date(2026, 12, 1), parts.now(), parts.now()))
    job.list_wanted(parts, parts.now())

    with parts.reading() as db:
        told = db.execute("select channel from outbox where key glob 'disposal-nothing:*'")
        assert sorted(who for (who,) in told) == sorted([make.AMIRA, make.JONAS])
