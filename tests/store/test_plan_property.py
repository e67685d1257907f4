"""Whatever is planned, moved, cancelled and undone, the plan stays true."""

from contextlib import closing, suppress
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from bot.domain import acts
from bot.domain.errors import Refusal
from bot.domain.gaps import filled
from bot.domain.ideas import read
from bot.domain.plan import Entry
from bot.locales import Words
from bot.store import db as store_db
from bot.store import ideas, outlets, posts
from tests.make import AMIRA, NOW

ZONE = ZoneInfo("Europe/Stockholm")
TODAY = date(2026, 11, 24)
END = TODAY + timedelta(days=21)
IDEAS = 3

places = st.tuples(
    st.integers(0, 20).map(lambda days: TODAY + timedelta(days=days)),
    st.sampled_from([time(9), time(11), time(13)]),
)
which = st.integers(1, 5)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("plan"), places, st.integers(1, IDEAS)),
        st.tuples(st.just("move"), places, which),
        st.tuples(st.just("cancel"), st.none(), which),
        st.tuples(st.just("restore"), st.none(), which),
    ),
    max_size=15,
)


def do(db, act, place, number):
    if act == "plan":
        idea_id = number if ideas.is_free(db, number) else None
        entry = Entry(f"Inlägg {number}", 1, *place, idea_id=idea_id)
        posts.add(db, entry, who=AMIRA, now=NOW)
        return
    post = posts.get(db, number)
    if act == "move":
        after = acts.moved(post, *place, today=TODAY, zone=ZONE, now=NOW)
    elif act == "cancel":
        after = acts.cancelled(post, now=NOW)
    else:
        former = posts.former(db, number)
        idea_id = former.idea_id if former else None
        free = idea_id is None or ideas.is_free(db, idea_id, besides=number)
        after = acts.undone(post, former, post.revision, idea_is_free=free, now=NOW)
    posts.update(db, after)


def hold(db):
    """Check what must hold after every step."""
    plan = posts.plan(db, TODAY, END)
    living = [post.id for post in plan.posts]
    every = [
        row["id"]
        for row in db.query("select id from posts where status <> 'cancelled' order by id")
    ]
    assert sorted(living) == every, "each living post stands in the plan once"
    gaps = set(plan.gaps(now=NOW, zone=ZONE))
    assert not gaps & filled(plan.slots(), [post.slot for post in plan.posts])
    used = [post.idea_id for post in plan.posts if post.idea_id]
    assert len(used) == len(set(used)), "no idea is planned twice"
    free = {idea.id for idea in ideas.free(db)}
    assert free == set(range(1, IDEAS + 1)) - set(used)


@given(steps)
@settings(max_examples=60, deadline=None)
def test_no_sequence_of_acts_loses_a_post_or_an_idea(empty_in_memory, sequence):
    with closing(store_db.connect(":memory:")) as connection:
        empty_in_memory.backup(connection)
        db = Database(connection)
        outlets.ensure_defaults(db, Words("sv"))
        for number in range(IDEAS):
            ideas.add(db, read(f"Idé {number}"), author=AMIRA, now=NOW)
        for step in sequence:
            with suppress(Refusal):
                do(db, *step)
            hold(db)


@given(places, places)
@settings(max_examples=25, deadline=None)
def test_undoing_a_move_is_as_if_nothing_had_happened(empty_in_memory, before, after):
    with closing(store_db.connect(":memory:")) as connection:
        empty_in_memory.backup(connection)
        db = Database(connection)
        outlets.ensure_defaults(db, Words("sv"))
        posts.add(db, Entry("Inlägg", 1, *before), who=AMIRA, now=NOW)
        gaps = posts.plan(db, TODAY, END).gaps(now=NOW, zone=ZONE)
        with suppress(acts.NothingToDo):
            do(db, "move", after, 1)
            do(db, "restore", None, 1)
        assert posts.get(db, 1).slot.at == before[1]
        assert posts.plan(db, TODAY, END).gaps(now=NOW, zone=ZONE) == gaps
