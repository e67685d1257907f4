"""A post that is everything at once: a series' date, a sibling, an imported event, about to go out."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, time
from threading import Barrier

import pytest

from bot.domain.imports import Event
from bot.domain.outlets import Cadence, Pause
from bot.domain.plan import Status
from bot.domain.publishing import State
from bot.domain.series import Pattern
from bot.jobs import publish, sweeping, taking
from bot.jobs import series as series_job
from bot.jobs.due import Due
from bot.store import cadences, calendar, outbox, outlets, posts, series
from bot.views import going_out
from bot.views import plan_acts as view
from handlers import imports as imports_handler
from handlers import plan_acts, plan_siblings, publishing
from tests import make
from tests.fakes import FakeAck
from tests.forms import submission
from tests.make import AMIRA, ELIN, JONAS
from tests.publishing import FakePage, allowed, current, latest, told

DAY = date(2026, 12, 3)
EVENT = Event("1", "Här jobbar jag", DAY, time(11))


@pytest.fixture
def page(hand):
    return FakePage(hand)


@pytest.fixture
def on(deps, page):
    desk = replace(deps, page=page)
    allowed(desk)
    return desk


@pytest.fixture
def post(on, slack):
    """Thursday's post, ready, planned on the web too, and waiting for its time."""
    pattern = Pattern("Här jobbar jag", 1, Cadence("FREQ=WEEKLY;BYDAY=TH", time(11)), DAY)
    with on.transaction() as db:
        series.add(db, replace(pattern, title="Här jobbar jag"), who=AMIRA, now=on.now())
    night(on)
    read_in(on, EVENT)
    with on.transaction() as db:
        first = posts.between(db, DAY, date(2026, 12, 4))[0]
        made = replace(first, text="Vem är du?", owner=AMIRA, status=Status.READY)
        posts.update(db, made, who=AMIRA)
    plan_siblings.click(on, FakeAck(), make.click("post.also", str(first.id)))
    ack = FakeAck()
    plan_siblings.save(on, ack, submission(slack.views[-1], **{"on-2": True}))
    assert ack.answer == {}
    wait(on, slack, first)
    return current(on, first)


def night(on):
    series_job.run(on, Due(on.today(), on.now(), on.now()))


def read_in(on, *events):
    return taking.take_in(on, events, source="calendar")


def wait(on, slack, post):
    act(on, going_out.GO_OUT, post)
    ack = FakeAck()
    publishing.confirm(on, ack, submission(slack.views[-1]))
    assert ack.answer == {}


def act(on, name, post, *, user=AMIRA):
    plan_acts.click(on, name, FakeAck(), make.click(name, str(post.id), user=user))


def submit(on, handler, opened, *, user=AMIRA, **said):
    ack = FakeAck()
    handler(on, ack, submission(opened, user=user, **said))
    return ack.answer


def values(on, prefix, action):
    """Return the values of *action* in the newest message whose key begins with *prefix*."""
    with on.reading() as db:
        rows = db.query("select body from outbox where key like ? order by id", [f"{prefix}%"])
        blocks = json.loads(list(rows)[-1]["body"])["blocks"]
    found = [e for block in blocks for e in block.get("elements", [])]
    return [e["value"] for e in found if e.get("action_id") == action]


def undo(on):
    (value,) = values(on, "note:", view.RESTORE)
    plan_acts.restore(on, FakeAck(), make.click(view.RESTORE, value))


def on_day(on, day=DAY):
    with on.reading() as db:
        return [p for p in posts.between(db, day, date.max) if p.day == day]


def cancel(on, slack, post):
    act(on, view.CANCEL, post)
    assert submit(on, plan_acts.cancel, slack.views[-1]) == {}


def test_cancelled_it_does_not_go_out_and_nothing_brings_it_back_but_an_undo(on, slack, page, post):
    cancel(on, slack, post)
    night(on)
    read_in(on, EVENT)
    assert latest(on, post).state is State.WITHDRAWN
    assert [p.outlet_id for p in on_day(on)] == [2]
    undo(on)
    night(on)
    read_in(on, EVENT)
    assert current(on, post).status is Status.READY
    assert {p.outlet_id for p in on_day(on)} == {1, 2}
    assert len(on_day(on)) == 2
    publish.drain(on)
    assert page.made == {}
    wait(on, slack, post)


def test_moved_with_its_sibling_it_goes_out_at_its_new_time_once(on, slack, page, hand, post):
    act(on, view.MOVE, post)
    assert submit(on, plan_acts.move, slack.views[-1], day="2026-12-04", along=True) == {}
    night(on)
    read_in(on, EVENT)
    assert on_day(on) == []
    assert sorted(p.outlet_id for p in on_day(on, date(2026, 12, 4))) == [1, 2]
    hand.to(post.slot.starts(on.settings.timezone))
    publish.drain(on)
    assert page.made == {}
    hand.on(days=1)
    publish.drain(on)
    assert page.visible("Vem är du?") == ["100200300400500_1"]
    night(on)
    assert current(on, post).status is Status.PUBLISHED


@pytest.mark.parametrize("way", ["retired", "paused", "free"])
def test_what_is_set_moves_neither_the_post_nor_what_was_decided(on, hand, page, post, way):
    with on.transaction() as db:
        if way == "retired":
            outlets.retire(db, 1, now=on.now())
        elif way == "paused":
            cadences.pause(db, 1, Pause("Jul", date(2026, 11, 24), date(2027, 1, 7)))
        else:
            calendar.add_own(db, DAY, "Planeringsdag")
    night(on)
    read_in(on, EVENT)
    assert sorted(p.outlet_id for p in on_day(on)) == [1, 2]
    hand.to(post.slot.starts(on.settings.timezone))
    publish.drain(on)
    assert len(page.visible("Vem är du?")) == 1


@pytest.mark.parametrize(
    ("news", "state", "due"),
    [
        ([replace(EVENT, day=date(2026, 12, 1))], State.WAITING, date(2026, 12, 1)),
        ([replace(EVENT, day=date(2026, 12, 8))], State.WAITING, date(2026, 12, 8)),
        ([replace(EVENT, title="Ny rubrik")], State.WAITING, DAY),
        ([], State.WITHDRAWN, DAY),
    ],
)
def test_what_waits_follows_what_is_taken_from_outlook(on, post, news, state, due):
    read_in(on, *news)
    (value,) = values(on, "import:", "import.take")
    body = make.click("import.take", value, user=JONAS)
    imports_handler.answer(on, FakeAck(), body, take=True)
    waits = latest(on, post)
    assert (waits.state, waits.due.date()) == (state, due)
    assert any("går inte ut" in text for text in told(on)) is (state is State.WITHDRAWN)


def test_an_undone_import_takes_along_what_waits(on, slack):
    ready = replace(EVENT, text="Kom!", owner="Amira Haddad", status=Status.READY)
    done = taking.take_in(on, [ready], source="file")
    (post,) = on_day(on)
    wait(on, slack, post)
    imports_handler.undo(on, FakeAck(), make.click("import.undo", str(done.import_id)))
    sweeping.go_on(on)
    assert current(on, post).status is Status.CANCELLED
    assert latest(on, post).state is State.WITHDRAWN


def at_once(*acts):
    barrier = Barrier(len(acts))

    def start(do):
        barrier.wait()
        return do()

    with ThreadPoolExecutor(len(acts)) as pool:
        list(pool.map(start, acts))


@pytest.mark.parametrize("_attempt", range(3))
def test_whoever_acts_at_the_same_instant_one_thing_happens(on, slack, page, post, hand, _attempt):
    act(on, view.CANCEL, post)
    cancelling = slack.views[-1]
    act(on, view.MOVE, post)
    moving = slack.views[-1]
    act(on, view.PUBLISH, post)
    marking = slack.views[-1]
    hand.to(post.slot.starts(on.settings.timezone))
    said = {"day": "2026-12-07"}
    at_once(
        lambda: submit(on, plan_acts.move, moving, user=ELIN, **said),
        lambda: submit(on, plan_acts.publish, marking, user=JONAS),
        lambda: submit(on, plan_acts.cancel, cancelling),
        lambda: publish.drain(on),
    )
    hand.on(minutes=1)
    publish.drain(on)
    shown, after = page.visible("Vem är du?"), current(on, post)
    assert len(shown) <= 1
    assert after.revision <= post.revision + 1 + bool(shown)  # moved while it went out: it is out
    waits = latest(on, post)
    assert not (after.status is Status.CANCELLED and waits.is_active)
    assert bool(shown) is (waits.state is State.PUBLISHED)


def test_of_many_who_take_the_same_question_at_once_one_answer_counts(on, post):
    read_in(on, replace(EVENT, day=date(2026, 12, 8)))
    (value,) = values(on, "import:", "import.take")
    body = make.click("import.take", value)
    at_once(
        *(
            lambda take=take: imports_handler.answer(on, FakeAck(), body, take=take)
            for take in (True, False, True, False)
        )
    )
    assert current(on, post).revision in (post.revision, post.revision + 1)
    with on.reading() as db:
        rows = db.query("select act from audit where act in ('import.taken', 'import.kept')")
        assert len(list(rows)) == 1


def test_of_many_who_undo_the_same_act_at_once_one_does(on, slack, post):
    cancel(on, slack, post)
    (value,) = values(on, "note:", view.RESTORE)
    body = make.click(view.RESTORE, value)
    at_once(*(lambda: plan_acts.restore(on, FakeAck(), body) for _ in range(4)))
    assert current(on, post).revision == post.revision + 2
    with on.reading() as db:
        assert outbox.pending(db)
