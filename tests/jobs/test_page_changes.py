"""What happens to comments after they were relayed: edited, hidden, gone, back, written under."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.deps import Deps
from bot.domain.comment_acts import decide
from bot.domain.comments import Act, CommentVanished, Relay, State
from bot.jobs import page_cost, poll
from bot.store import comments, ledger, measures, outbox, vanished, versions
from handlers.comments import carry_out
from tests import page
from tests.make import AMIRA, JONAS, NOW
from tests.page import FakePage

MINUTE = timedelta(minutes=1)
ONE = page.comment(1).id


@pytest.fixture
def fake() -> FakePage:
    return FakePage()


@pytest.fixture
def deps(deps: Deps, fake: FakePage) -> Deps:
    return replace(deps, page=fake)  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def _no_costs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(poll, "_costs", {})


def look(deps: Deps, **later: float) -> None:
    poll.run(deps, NOW + timedelta(**later))


def act(deps: Deps, number: int, what: Act, who: str = AMIRA, **later: float) -> None:
    with deps.transaction() as db:
        before = relay(deps, number)
        comments.save(db, decide(before, what, who, now=NOW + timedelta(**later)))


def relay(deps: Deps, number: int) -> Relay:
    with deps.reading() as db:
        found = comments.find(db, page.comment(number).id)
    assert found
    return found


def said(deps: Deps, number: int) -> str:
    with deps.reading() as db:
        key = f"relay:{page.comment(number).id}"
        rows = db.query("select json_extract(body, '$.text') as t from outbox where key = ?", [key])
        return next(str(row["t"]) for row in rows)


def acts(deps: Deps, number: int) -> list[str]:
    with deps.reading() as db:
        happened = ledger.acts(db, f"comment:{page.comment(number).id}")
    assert {one.who for one in happened} <= {"facebook"}
    return [one.act.removeprefix("comment.") for one in happened]


def words_to(deps: Deps, user: str) -> list[str]:
    with deps.reading() as db:
        rows = db.query(
            "select json_extract(body, '$.text') as t from outbox where channel = ?", [user]
        )
        return [str(row["t"]) for row in rows]


def test_an_edited_comment_keeps_what_it_said_and_its_message_says_so(
    deps: Deps, fake: FakePage
) -> None:
    fake.put(page.comment(1, "Måste man boka?"))
    look(deps)
    fake.put(page.comment(1, "Måste man boka tid?"))
    look(deps, minutes=1)
    fake.put(page.comment(1, "Glöm det!"))
    look(deps, minutes=2)
    with deps.reading() as db:
        assert [v.text for v in versions.of(db, ONE)] == ["Måste man boka?", "Måste man boka tid?"]
    assert "Glöm det!" in said(deps, 1)
    assert "Redigerad kl. 8.17" in said(deps, 1)
    assert acts(deps, 1) == ["edited", "edited"]


def test_hiding_and_showing_are_followed_and_written_down(deps: Deps, fake: FakePage) -> None:
    fake.put(page.comment(1))
    look(deps)
    fake.put(page.comment(1, is_hidden=True))
    look(deps, minutes=1)
    assert "Dold på Facebook" in said(deps, 1)
    fake.put(page.comment(1))
    look(deps, minutes=2)
    assert "Dold" not in said(deps, 1)
    assert acts(deps, 1) == ["hidden-outside", "shown-outside"]
    assert relay(deps, 1).state is State.NEW


def test_what_we_hid_ourselves_is_no_news(deps: Deps, fake: FakePage) -> None:
    fake.put(page.comment(1))
    look(deps)
    with deps.transaction() as db:
        hidden = replace(relay(deps, 1), state=State.HIDDEN, closed_by=AMIRA, closed_at=NOW)
        comments.save(db, hidden)
    fake.put(page.comment(1, is_hidden=True))
    look(deps, minutes=1)
    assert acts(deps, 1) == []


def test_a_comment_that_is_gone_is_closed_and_its_text_is_shown_no_more(
    deps: Deps, fake: FakePage
) -> None:
    fake.comments = [page.comment(1), page.comment(2, "Och var?")]
    look(deps)
    act(deps, 1, Act.CLAIM)
    fake.comments = fake.comments[1:]
    look(deps, minutes=5)
    gone = relay(deps, 1)
    assert (gone.state, gone.closed_by, gone.closed_at) == (
        State.GONE, "facebook", NOW + 5 * MINUTE
    )  # fmt: skip
    assert "Borttagen på Facebook kl. 8.20" in said(deps, 1)
    assert "Måste man boka?" not in said(deps, 1)
    assert acts(deps, 1) == ["gone"]
    assert relay(deps, 2).state is State.NEW
    assert fake.asked == [ONE]
    with pytest.raises(CommentVanished):
        act(deps, 1, Act.REOPEN)


def test_a_comment_that_comes_back_is_open_again_for_who_had_it(deps: Deps, fake: FakePage) -> None:
    fake.comments = [page.comment(1), page.comment(2)]
    look(deps)
    act(deps, 1, Act.CLAIM)
    fake.comments = fake.comments[1:]
    look(deps, minutes=1)
    fake.put(page.comment(1))
    look(deps, minutes=2)
    assert (relay(deps, 1).state, relay(deps, 1).owner) == (State.CLAIMED, AMIRA)
    assert "Måste man boka?" in said(deps, 1)
    assert acts(deps, 1) == ["gone", "back"]


def test_replies_go_with_their_comment_and_are_not_asked_about(deps: Deps, fake: FakePage) -> None:
    fake.comments = [page.comment(1), page.comment(2, under=1), page.comment(3)]
    look(deps)
    fake.comments = fake.comments[2:]
    look(deps, minutes=1)
    assert [relay(deps, n).state for n in (1, 2, 3)] == [State.GONE, State.GONE, State.NEW]
    assert fake.asked == [ONE]


def test_what_is_missing_but_not_denied_is_there(deps: Deps, fake: FakePage) -> None:
    fake.comments = [page.comment(1), page.comment(2)]
    look(deps)
    deny = fake.denies
    fake.denies = lambda node: deny(node) and node != ONE  # type: ignore[method-assign]
    fake.comments = fake.comments[1:]
    for minute in range(1, 30):
        look(deps, minutes=minute)
    assert relay(deps, 1).state is State.NEW
    assert fake.asked == [ONE], "it is not asked about every minute"


def test_what_is_denied_but_was_not_missed_in_a_whole_list_is_there(
    deps: Deps, fake: FakePage
) -> None:
    fake.comments = [page.comment(1), page.comment(2)]
    look(deps)
    fake.comments, fake.complete = fake.comments[1:], False
    look(deps, minutes=1)
    assert relay(deps, 1).state is State.NEW


@pytest.mark.parametrize("scopes", [frozenset(), frozenset({"pages_read_engagement"})])
def test_a_permission_that_was_withdrawn_removes_nothing(
    deps: Deps, fake: FakePage, scopes: frozenset[str]
) -> None:
    fake.comments = [page.comment(1), page.answer(2, under=9, at=NOW)]
    look(deps)
    fake.comments, fake.scopes = fake.comments[1:], scopes
    look(deps, minutes=1)
    assert relay(deps, 1).state is State.NEW
    assert fake.asked == []


def test_the_only_comment_of_a_page_may_go_where_the_token_is_in_order(
    deps: Deps, fake: FakePage
) -> None:
    fake.comments = [page.comment(1)]
    look(deps)
    fake.comments = []
    look(deps, minutes=1)
    assert relay(deps, 1).state is State.GONE


def test_a_post_that_was_removed_takes_its_comments_along(deps: Deps, fake: FakePage) -> None:
    older = page.post("7", created_at=NOW - timedelta(days=3))
    fake.posts.append(older)
    fake.comments = [page.comment(1), page.comment(2, post_id="7")]
    look(deps)
    fake.posts, fake.comments = [older], fake.comments[1:]
    look(deps, minutes=1)
    assert [relay(deps, n).state for n in (1, 2)] == [State.GONE, State.NEW]


def test_what_was_done_stays_done_when_it_goes(deps: Deps, fake: FakePage) -> None:
    fake.comments = [page.comment(1), page.comment(2)]
    look(deps)
    act(deps, 1, Act.HANDLE)
    fake.comments = fake.comments[1:]
    look(deps, minutes=1)
    assert relay(deps, 1).state is State.HANDLED
    assert "Borttagen på Facebook" in said(deps, 1)
    assert "Måste man boka?" not in said(deps, 1)


def test_what_is_urgent_waits_for_a_person_though_it_is_gone(deps: Deps, fake: FakePage) -> None:
    fake.comments = [page.comment(1), page.comment(2)]
    look(deps)
    act(deps, 1, Act.FLAG)
    fake.comments = fake.comments[1:]
    look(deps, minutes=1)
    assert relay(deps, 1).state is State.NEW
    assert "Borttagen på Facebook" in said(deps, 1)


def test_an_answer_that_comes_to_light_late_counts_with_its_true_time(
    deps: Deps, fake: FakePage
) -> None:
    fake.comments = [page.comment(1)]
    look(deps)
    fake.put(page.answer(2, under=1, at=NOW + 10 * MINUTE))
    look(deps, days=2)
    assert relay(deps, 1).closed_at == NOW + 10 * MINUTE


def test_who_had_a_thread_is_suggested_and_told_when_somebody_writes_again(
    deps: Deps, fake: FakePage
) -> None:
    fake.put(page.comment(1))
    look(deps)
    act(deps, 1, Act.CLAIM)
    fake.put(page.answer(2, under=1, at=NOW + 5 * MINUTE))
    look(deps, minutes=6)
    fake.put(page.comment(3, "Men var?", under=1, at=NOW + 20 * MINUTE))
    look(deps, minutes=21)
    look(deps, minutes=22)
    again = relay(deps, 3)
    assert (again.state, again.owner, again.suggested) == (State.NEW, None, AMIRA)
    assert "Amira Haddad hade tråden senast" in said(deps, 3)
    (word,) = words_to(deps, AMIRA)
    assert "Någon skriver igen i en tråd som du hade" in word
    assert acts(deps, 1) == ["answered", "continued"]
    with deps.reading() as db:
        (row,) = db.query("select thread from outbox where key = ?", [f"relay:{again.comment_id}"])
    assert row["thread"] == f"relay:{ONE}"


def test_ten_replies_are_one_private_word(deps: Deps, fake: FakePage) -> None:
    fake.put(page.comment(1))
    look(deps)
    act(deps, 1, Act.HANDLE, JONAS, minutes=1)
    for number in range(2, 12):
        fake.put(page.comment(number, under=1, at=NOW + number * MINUTE))
        look(deps, minutes=number + 1)
    assert len(words_to(deps, JONAS)) == 1


def test_nobody_is_told_at_night_nor_of_what_somebody_has_taken_by_morning(
    deps: Deps, fake: FakePage
) -> None:
    fake.put(page.comment(1))
    look(deps)
    act(deps, 1, Act.HANDLE)
    fake.put(page.comment(2, under=1, at=NOW + timedelta(hours=14)))
    fake.put(page.comment(3, under=1, at=NOW + timedelta(hours=20)))
    look(deps, hours=20)
    assert words_to(deps, AMIRA) == []
    act(deps, 3, Act.CLAIM, JONAS, hours=21)
    look(deps, days=1, hours=1)
    assert len(words_to(deps, AMIRA)) == 1


def test_a_reply_to_an_open_thread_suggests_nobody(deps: Deps, fake: FakePage) -> None:
    fake.put(page.comment(1))
    look(deps)
    act(deps, 1, Act.CLAIM)
    fake.put(page.comment(2, under=1, at=NOW + MINUTE))
    look(deps, minutes=2)
    assert relay(deps, 2).suggested is None
    assert words_to(deps, AMIRA) == []


def test_one_bad_comment_is_reported_and_the_others_arrive(deps: Deps, fake: FakePage) -> None:
    fake.put(page.comment(1))
    told = fake._told
    fake._told = lambda *a: replace(told(*a), unreadable=1, unread=frozenset({page.POST}))  # type: ignore[method-assign]
    look(deps)
    assert relay(deps, 1).state is State.NEW
    (state,) = [s for s in deps.health.states() if s.part == "page-comments"]
    assert (state.kind, state.detail) == ("trouble-page-unreadable", "1")
    look(deps, minutes=1)
    assert fake.looks[-1][0].unread == {page.POST}


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sets(st.integers(1, 5)), min_size=1, max_size=6))
def test_whatever_goes_and_comes_the_relays_say_what_the_page_says(
    deps: Deps, rounds: list[set[int]]
) -> None:
    fake = FakePage()
    with deps.transaction() as db:
        for table in ("relays", "comment_versions", "comments", "page_posts", "outbox"):
            db[table].delete_where()
    reading = replace(deps, page=fake)  # type: ignore[arg-type]
    for number, there in enumerate(rounds):
        poll._costs.clear()
        fake.comments = [page.comment(n, at=NOW + MINUTE) for n in sorted(there)]
        look(reading, minutes=number + 2)
    last, ever = rounds[-1], set().union(*rounds)
    with deps.reading() as db:
        gone = vanished.gone_at(db, [page.comment(n).id for n in ever])
        assert set(gone) == {page.comment(n).id for n in ever - last}
        assert {page.comment(n).id for n in last} == {
            row["comment_id"] for row in db.query("select * from relays where state = 'new'")
        }


def test_the_usage_ladder_slows_down_and_stops(deps: Deps, fake: FakePage, monkeypatch) -> None:
    seconds = [1000.0]
    monkeypatch.setattr(page_cost, "monotonic", lambda: seconds[0])
    for percent, pause in ((59, 0), (60, 119), (80, 600), (90, 3600)):
        fake.usage = replace(fake.usage, percent=percent)
        looks = len(fake.looks)
        look(deps)
        assert len(fake.looks) == looks + 1
        seconds[0] += max(pause - 1, 0)
        look(deps)
        assert len(fake.looks) == looks + 1 + (pause == 0), percent
        seconds[0] += 1
        poll._costs.clear()


def test_outbox_knows_the_thread(deps: Deps, fake: FakePage) -> None:
    fake.comments = [page.comment(1), page.comment(2, under=1)]
    look(deps)
    with deps.reading() as db:
        assert [item.thread for item in outbox.pending(db)] == [None]
        rows = db.query("select thread from outbox order by id")
        assert [row["thread"] for row in rows] == [None, f"relay:{ONE}"]


def counts(deps: Deps, number: int) -> bool:
    """Whether a comment is among those that need an answer."""
    with deps.reading() as db:
        found = measures.cases(db, NOW - timedelta(days=1), NOW + timedelta(days=1))
    return next(c.needs_answer for c in found if c.id == page.comment(number).id)


def test_what_is_back_needs_an_answer_again(deps: Deps, fake: FakePage) -> None:
    fake.comments = [page.comment(1), page.comment(2)]
    look(deps)
    fake.comments = [page.comment(2)]
    look(deps, minutes=1)
    assert not counts(deps, 1)
    fake.put(page.comment(1))
    look(deps, minutes=2)
    assert counts(deps, 1)


def test_what_we_hid_and_others_show_again_is_open(deps: Deps, fake: FakePage) -> None:
    fake.put(page.comment(1))
    look(deps)
    with deps.transaction() as db:
        comments.save(db, replace(relay(deps, 1), state=State.HIDDEN, closed_by=AMIRA))
    fake.put(page.comment(1, is_hidden=True))
    look(deps, minutes=1)
    fake.put(page.comment(1))
    look(deps, minutes=2)
    assert relay(deps, 1).state is State.NEW


def test_an_answer_removed_on_the_page_leaves_its_comment_open(deps: Deps, fake: FakePage) -> None:
    asked = page.comment(1)
    fake.comments = [asked, page.answer(2, under=1, at=NOW)]
    look(deps)
    fake.comments = [asked]
    look(deps, minutes=1)
    assert relay(deps, 1).state is State.NEW
    assert acts(deps, 1) == ["answered", "reopened"]


@pytest.mark.parametrize("undo", [Act.COUNT, Act.UNFLAG])
def test_what_went_meanwhile_does_not_wait_again(deps: Deps, fake: FakePage, undo: Act) -> None:
    fake.comments = [page.comment(1), page.comment(2)]
    look(deps)
    do(deps, Act.UNCOUNT if undo is Act.COUNT else Act.FLAG)
    fake.comments = [page.comment(2)]
    look(deps, minutes=1)
    do(deps, undo)
    assert relay(deps, 1).state is State.GONE


def test_what_counts_again_was_answered_meanwhile(deps: Deps, fake: FakePage) -> None:
    fake.put(page.comment(1))
    look(deps)
    do(deps, Act.UNCOUNT)
    fake.put(page.answer(2, under=1, at=NOW))
    look(deps, minutes=1)
    do(deps, Act.COUNT)
    assert relay(deps, 1).state is State.ANSWERED


def do(deps: Deps, what: Act) -> None:
    """Let Amira do something to the first comment, as a button does."""
    with deps.transaction() as db:
        carry_out(deps, db, what, ONE, AMIRA)
