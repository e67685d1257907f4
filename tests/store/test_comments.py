"""What is stored of the page, and of the team's decisions."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from threading import Barrier

from sqlite_utils import Database

from bot.domain.comment_acts import decide
from bot.domain.comments import Act, CommentTaken, Relay, State
from bot.domain.page import PageComment, PagePost
from bot.store import comments, versions
from bot.store import page as store_page
from bot.store.db import Store
from tests import page
from tests.make import AMIRA, JONAS, NOW

LONG_AGO = NOW - timedelta(days=365)


def minutes(number: int) -> timedelta:
    return timedelta(minutes=number)


def keep(
    db: Database, *found: PageComment, posts: tuple[PagePost, ...] = (page.post(),)
) -> store_page.Kept:
    return store_page.keep(db, posts, found, now=NOW)


def relay(db: Database, *found: PageComment) -> tuple[str, ...]:
    """Store comments and make relays of them."""
    kept = keep(db, *found)
    return comments.add_relays(db, kept.new, since=LONG_AGO, now=NOW)


def state(db: Database, comment: PageComment) -> State:
    found = comments.find(db, comment.id)
    assert found
    return found.state


def test_what_was_read_comes_back_as_it_was(db: Database) -> None:
    odd = page.comment(
        text="  A\u030a! 🎄 <!channel>\r\n\u202e", attachment="photo", is_hidden=True, under=7
    )
    kept = keep(db, odd)
    assert kept.new == (odd.id,)
    assert store_page.find_comments(db, [odd.id]) == {odd.id: odd}


def test_half_an_emoji_does_not_stop_the_reading(db: Database) -> None:
    half = page.comment(text="hej \ud83d", author_name="\ud83d")
    keep(db, half)
    assert store_page.find_comments(db, [half.id])[half.id].text == "hej ?"
    assert not keep(db, half)


def test_the_same_reading_again_writes_nothing(db: Database) -> None:
    found = [page.comment(1), page.comment(2, under=1), page.answer(3, under=1, at=NOW)]
    keep(db, *found)
    before = db.conn.total_changes
    assert not keep(db, *found)
    assert db.conn.total_changes == before


def test_an_edit_and_what_it_replaces_are_the_only_things_written(db: Database) -> None:
    keep(db, page.comment(1), page.comment(2))
    before = db.conn.total_changes
    kept = keep(db, page.comment(1, "Måste man boka tid?"), page.comment(2))
    assert (kept.new, kept.changed) == ((), (page.comment(1).id,))
    assert kept.edited == (page.comment(1).id,)
    assert db.conn.total_changes == before + 2
    (version,) = versions.of(db, page.comment(1).id)
    assert (version.text, version.replaced_at) == (page.comment().text, NOW)


def test_a_comment_on_an_unknown_post_gets_a_stub_until_the_post_is_read(db: Database) -> None:
    relay_ids = relay(db, page.comment(1, post_id="9"))
    assert comments.relayed(db, relay_ids)[0].place.text == ""
    kept = keep(db, posts=(page.post("9", "Vintertider"),))
    assert kept.posts == ("9",)
    assert comments.relayed(db, relay_ids)[0].place.text == "Vintertider"


def test_a_post_whose_address_is_withheld_keeps_it(db: Database) -> None:
    keep(db)
    assert not keep(db, posts=(page.post(permalink=None),))


def test_comments_on_the_newest_posts_are_known(db: Database) -> None:
    posts = tuple(
        page.post(str(n), created_at=NOW - timedelta(days=n))
        for n in range(store_page.POSTS_KNOWN + 5)
    )
    found = [page.comment(n, post_id=str(n)) for n in range(store_page.POSTS_KNOWN + 5)]
    keep(db, *found, posts=posts)
    known = store_page.known_ids(db)
    assert known == {c.id for c in found[: store_page.POSTS_KNOWN]}


def test_the_pages_own_and_what_is_too_old_is_not_relayed(db: Database) -> None:
    found = [
        page.comment(1, at=NOW - minutes(61)),
        page.comment(2, at=NOW - minutes(60)),
        page.answer(3, under=1, at=NOW),
    ]
    kept = keep(db, *found)
    new = comments.add_relays(db, kept.new, since=NOW - minutes(60), now=NOW)
    assert new == (page.comment(2).id,)


def test_the_pages_reply_closes_what_is_older_in_its_thread(db: Database) -> None:
    top, early, late = (
        page.comment(1, at=NOW),
        page.comment(2, under=1, at=NOW + minutes(1)),
        page.comment(3, under=1, at=NOW + minutes(9)),
    )
    elsewhere = page.comment(4, at=NOW)
    relay(db, top, early, late, elsewhere)
    reply = page.answer(5, under=1, at=NOW + minutes(5))
    answers = comments.close_answered(db, keep(db, reply).new)
    assert {(a.comment_id, a.answer_id, a.at) for a in answers} == {
        (top.id, reply.id, reply.created_at),
        (early.id, reply.id, reply.created_at),
    }
    assert state(db, top) is state(db, early) is State.ANSWERED
    assert state(db, late) is state(db, elsewhere) is State.NEW


def test_the_earliest_reply_is_the_answer(db: Database) -> None:
    top = page.comment(1, at=NOW)
    relay(db, top)
    second = page.answer(3, under=1, at=NOW + minutes(7))
    first = page.answer(4, under=1, at=NOW + minutes(2))
    answers = comments.close_answered(db, keep(db, second, first).new)
    assert [(a.answer_id, a.at) for a in answers] == [(first.id, first.created_at)]


def test_within_one_second_only_the_comment_that_is_answered_is_older(db: Database) -> None:
    top, reply = page.comment(1, at=NOW), page.comment(2, under=1, at=NOW)
    relay(db, top, reply)
    comments.close_answered(db, keep(db, page.answer(3, under=1, at=NOW)).new)
    assert state(db, top) is State.ANSWERED
    assert state(db, reply) is State.NEW


def test_a_comment_that_comes_to_light_after_its_answer_is_answered(db: Database) -> None:
    keep(db, page.answer(2, under=1, at=NOW))
    late = page.comment(1, at=NOW - minutes(5))
    new = relay(db, late)
    comments.close_answered(db, new)
    assert state(db, late) is State.ANSWERED


def test_a_promise_is_no_answer_but_what_is_said_after_it_is(db: Database) -> None:
    top, promise = page.comment(1, at=NOW), page.answer(2, under=1, at=NOW + minutes(5))
    relay(db, top)
    said = promise.created_at
    promised = Relay(
        top.id, NOW, State.PROMISED, AMIRA, NOW, promised_at=said, answer_id=promise.id
    )
    comments.save(db, promised)
    assert comments.close_answered(db, keep(db, promise).new) == []
    assert comments.find(db, top.id) == promised
    comments.close_answered(db, keep(db, page.answer(3, under=1, at=NOW + minutes(60))).new)
    assert state(db, top) is State.ANSWERED


def test_what_was_reopened_stays_open_until_a_new_answer(db: Database) -> None:
    top = page.comment(1, at=NOW)
    relay(db, top)
    comments.close_answered(db, keep(db, page.answer(2, under=1, at=NOW + minutes(1))).new)
    closed = comments.find(db, top.id)
    assert closed
    comments.save(db, decide(closed, Act.REOPEN, AMIRA, now=NOW))
    other = page.comment(3, at=NOW + minutes(2))
    comments.close_answered(db, relay(db, other))
    assert state(db, top) is State.NEW
    comments.close_answered(db, keep(db, page.answer(4, under=1, at=NOW + minutes(3))).new)
    assert state(db, top) is State.ANSWERED


def test_an_answer_does_not_change_what_is_done(db: Database) -> None:
    top = page.comment(1, at=NOW)
    (comment_id,) = relay(db, top)
    comments.save(db, Relay(comment_id, NOW, State.HANDLED, closed_by=AMIRA, closed_at=NOW))
    assert not comments.close_answered(db, keep(db, page.answer(2, under=1, at=NOW)).new)


def test_a_relay_comes_back_as_it_was_saved(db: Database) -> None:
    (comment_id,) = relay(db, page.comment())
    whole = Relay(
        comment_id,
        relayed_at=NOW,
        state=State.ANSWERED,
        owner=AMIRA,
        claimed_at=NOW + minutes(1),
        flagged_by=JONAS,
        flagged_at=NOW + minutes(2),
        praised_by=AMIRA,
        praised_at=NOW + minutes(3),
        closed_by="facebook",
        closed_at=NOW + minutes(4),
        answer_id="1_9",
    )
    comments.save(db, whole)
    assert comments.find(db, comment_id) == whole
    assert comments.find(db, "1_404") is None


def test_open_comments_come_oldest_first_and_can_be_mine(db: Database) -> None:
    found = [page.comment(n, at=NOW - minutes(n)) for n in range(1, 5)]
    for comment_id in relay(db, *found):
        if comment_id.endswith("_2"):
            comments.save(db, Relay(comment_id, NOW, State.CLAIMED, owner=AMIRA, claimed_at=NOW))
        if comment_id.endswith("_4"):
            comments.save(db, Relay(comment_id, NOW, State.HANDLED, closed_by=AMIRA, closed_at=NOW))
    opened = comments.open_comments(db, 2)
    assert [one.comment.id for one in opened] == [found[2].id, found[1].id]
    assert [one.comment.id for one in comments.open_comments(db, 9, owner=AMIRA)] == [found[1].id]
    assert (comments.count_open(db), comments.count_open(db, owner=AMIRA)) == (3, 1)
    assert comments.count_open(db, owner=JONAS) == 0


def test_what_is_shown_of_a_reply_includes_what_it_stands_under(db: Database) -> None:
    top, reply = page.comment(1, at=NOW - minutes(9)), page.comment(2, under=1)
    shown = comments.relayed(db, [reply.id, *relay(db, top, reply), "1_404"])
    assert [(one.comment, one.parent) for one in shown] == [(top, None), (reply, top)]
    assert shown[0].place.text == page.TITLE


def test_of_many_who_take_it_at_once_one_gets_it(store: Store) -> None:
    people = 8
    with store.transaction() as db:
        (comment_id,) = relay(db, page.comment())
    start = Barrier(people)

    def claim(who: str) -> bool:
        start.wait()
        with store.transaction() as db:
            found = comments.find(db, comment_id)
            assert found
            try:
                comments.save(db, decide(found, Act.CLAIM, who, now=NOW))
            except CommentTaken:
                return False
            return True

    users = [f"U{n}" for n in range(people)]
    with ThreadPoolExecutor(people) as pool:
        won = list(pool.map(claim, users))
    assert sum(won) == 1
    with store.reading() as db:
        owner = comments.find(db, comment_id)
    assert owner
    assert owner == replace(owner, owner=users[won.index(True)], state=State.CLAIMED)
