"""What became of comments is read from the page's words and the log, and nothing is kept of it."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.comment_acts import decide
from bot.domain.comments import Act
from bot.domain.measures import Share, measure
from bot.domain.policy import Policy
from bot.store import calendar, comments, ledger, measures
from bot.store import page as store_page
from tests import page
from tests.make import AMIRA, NOW

ZONE = ZoneInfo("Europe/Stockholm")
LONG_AGO = NOW - timedelta(days=365)


def at(number):
    """A moment that many hours after the comment."""
    return NOW + timedelta(hours=number)


def keep(db, *found, seen=NOW):
    """Read comments of the page, and do with them what the poll does."""
    kept = store_page.keep(db, (page.post(),), found, now=seen)
    comments.add_relays(db, kept.new, since=LONG_AGO, now=seen)
    for answer in comments.close_answered(db, kept.new):
        subject = f"comment:{answer.comment_id}"
        ledger.record(db, "facebook", "comment.answered", subject, now=answer.at)


def act(db, name, hour, *, number=1):
    subject = f"comment:{page.comment(number).id}"
    ledger.record(db, AMIRA, f"comment.{name}", subject, now=at(hour))


def cases(db):
    return measures.cases(db, NOW - timedelta(days=30), NOW + timedelta(days=30))


def case(db):
    (found,) = cases(db)
    return found


def asked(number=1, **said):
    return page.comment(number, at=NOW, **said)


def test_the_pages_own_reply_gives_the_true_time(db):
    keep(db, asked())
    keep(db, page.answer(2, under=1, at=at(1)), seen=at(3))
    found = case(db)
    assert (found.written, found.answered, found.final) == (NOW, at(1), at(1))


def test_the_first_reply_counts(db):
    keep(db, asked(), page.answer(2, under=1, at=at(1)), page.answer(3, under=1, at=at(2)))
    assert case(db).answered == at(1)


def test_a_hand_over_counts_unless_it_was_taken_back(db):
    keep(db, asked())
    act(db, "claimed", 1)
    act(db, "handled", 2)
    assert (case(db).claimed, case(db).answered) == (at(1), at(2))
    act(db, "reopened", 3)
    assert case(db).answered is None


def test_the_first_claim_counts_whoever_has_it_in_the_end(db):
    keep(db, asked())
    for hour, name in enumerate(("claimed", "released", "claimed"), start=1):
        act(db, name, hour)
    assert case(db).claimed == at(1)


HANDS = {
    "taken over by a colleague": (["claimed", "taken_over"], 1),
    "handed over": (["claimed", "handed_over"], 1),
    "handed over, and given back": (["claimed", "handed_over", "declined", "claimed"], 1),
    "given to somebody while nobody had it": (["handed_over", "claimed"], 1),
    "taken over and given back": (["claimed", "taken_over", "given_back"], 1),
    "lapsed, and taken anew": (["claimed", "lapsed", "claimed"], 1),
    "passed on, and taken by another": (["claimed", "passed_on", "claimed"], 1),
    "opened again": (["claimed", "handled", "reopened", "claimed"], 1),
    "flagged first": (["flagged", "claimed"], 2),
}


@pytest.mark.parametrize(("names", "hour"), HANDS.values(), ids=HANDS.keys())
def test_time_to_claim_ends_when_somebody_first_had_it(db, names, hour):
    keep(db, asked())
    for number, name in enumerate(names, start=1):
        act(db, name, number)
    found = measure(cases(db), Policy(), calendar.load(db), now=NOW + timedelta(days=30), zone=ZONE)
    assert found.claim.count == 1
    assert found.claim.clock.median == timedelta(hours=hour)


def test_what_nobody_ever_had_has_no_time_to_claim(db):
    keep(db, asked())
    act(db, "handled", 1)
    assert case(db).claimed is None


def test_what_was_left_out_does_not_count_until_somebody_lets_it(db):
    keep(db, asked())
    for name, counts in ((Act.UNCOUNT, False), (Act.COUNT, True)):
        (relay,) = [comments.find(db, page.comment(1).id)]
        comments.save(db, decide(relay, name, AMIRA, now=at(1)))
        assert case(db).is_counted is counts


def test_we_will_get_back_is_a_first_answer(db):
    keep(db, asked())
    act(db, "promised", 2)
    assert (case(db).answered, case(db).is_promise) == (at(2), True)


SPARED = ["unneeded", "hidden", "removed", "gone"]


@pytest.mark.parametrize("name", SPARED)
def test_no_answer_is_needed_until_it_is_opened_again(db, name):
    keep(db, asked())
    act(db, name, 1)
    assert not case(db).needs_answer
    act(db, "reopened", 2)
    assert case(db).needs_answer


@pytest.mark.parametrize("name", SPARED)
def test_what_was_answered_before_stays_in_the_rate(db, name):
    keep(db, asked(), page.answer(2, under=1, at=at(1)))
    act(db, name, 2)
    assert case(db).needs_answer


def test_a_flag_is_judged_and_one_taken_back_is_none(db):
    keep(db, asked())
    act(db, "flagged", 1)
    act(db, "judged", 3)
    assert (case(db).flagged, case(db).judged) == (at(1), at(3))


def test_a_flag_taken_back_is_none(db):
    keep(db, asked())
    act(db, "flagged", 1)
    act(db, "unflagged", 2)
    assert case(db).flagged is None


def test_a_reply_counts_that_names_the_page(db):
    mention = page.comment(2, under=1, at=at(1), mentions_page=True)
    keep(db, asked(), mention, page.comment(3, under=1, at=at(2)))
    found = cases(db)
    assert [(each.id, each.is_top) for each in found] == [
        (page.comment(1).id, True),
        (mention.id, False),
    ]
    assert found[1].needs_answer
    keep(db, page.answer(4, under=1, at=at(3)), seen=at(4))
    assert cases(db)[1].answered == at(3)


def test_a_reply_counts_where_the_page_has_written_in_its_thread_before(db):
    keep(db, asked(), page.comment(2, under=1, at=at(1)))
    assert [each.is_top for each in cases(db)] == [True]
    keep(db, page.answer(3, under=1, at=at(2)), page.comment(4, under=1, at=at(3)))
    reply = cases(db)[-1]
    assert (reply.id, reply.is_top, reply.answered) == (page.comment(4).id, False, None)
    keep(db, page.answer(5, under=1, at=at(4)))
    assert cases(db)[-1].answered == at(4)


def test_the_page_itself_history_and_another_month_are_not_counted(db):
    store_page.keep(db, (page.post(),), [asked(7)], now=NOW)  # no relay: history
    keep(db, page.comment(8, at=at(24 * 31)), page.comment(9, at=at(1), from_page=True))
    assert cases(db) == []


def test_what_was_seen_afterwards_is_marked(db):
    keep(db, asked(), seen=at(5))
    assert case(db).is_seen_afterwards


def test_a_corrected_calendar_corrects_the_past(db):
    keep(db, asked(), page.answer(2, under=1, at=at(30)))

    def measured():
        return measure(cases(db), Policy(), calendar.load(db), now=at(100), zone=ZONE)

    before = measured()
    changes = db.conn.total_changes
    calendar.add_own(db, date(2026, 11, 25), "Planeringsdag")
    after = measured()
    assert db.conn.total_changes == changes + 1
    assert (before.within, after.within) == (Share(0, 1), Share(1, 1))
    assert before.first.office.median == timedelta(hours=14, minutes=30)
    assert after.first.office.median == timedelta(hours=8, minutes=15)
