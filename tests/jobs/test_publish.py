"""Publishing on the page: once, whatever happens, and never what nobody wants any more."""

import random
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import time, timedelta

import pytest

from bot.domain import acts, publishing_acts
from bot.domain import publishing as domain
from bot.domain.page import PageTrouble
from bot.domain.plan import Status
from bot.domain.publishing import Problem, Publishing, State
from bot.integrations.facebook_errors import GraphError
from bot.jobs import publications as going_out
from bot.jobs import publish
from bot.store import ledger, outbox, posts, publications
from tests import make
from tests.publishing import (
    FakePage,
    allowed,
    current,
    failing,
    latest,
    ready,
    told,
    unanswered,
)
from tests.tearing import torn_times


class Killed(BaseException):
    """The process ends here."""


@pytest.fixture
def page(hand):
    return FakePage(hand)


@pytest.fixture
def desk(deps, page):
    """The bot's parts with a page that is published on."""
    made = replace(deps, page=page)
    allowed(made)
    return made


def decide(deps, post, *, link=None, planned=False, who=make.AMIRA):
    with deps.transaction() as db:
        former = publications.latest(db, [post.id]).get(post.id)
        made = publishing_acts.decided(
            post,
            former,
            link=link,
            who=who,
            is_planned=planned,
            now=deps.now(),
            zone=deps.settings.timezone,
        )
        return publications.add(db, made)


def change(deps, post, **fields):
    with deps.transaction() as db:
        changed = posts.update(db, replace(posts.get(db, post.id), **fields))
        going_out.follow(db, deps, post.id, by=make.JONAS, now=deps.now())
    return changed


def run_until_quiet(deps, hand, *, seconds=20, most=60):
    """Drain again and again until nothing is under way."""
    for _ in range(most):
        if publish.drain(deps) == publish.IDLE_SECONDS:
            return
        hand.on(seconds=seconds)
    raise AssertionError("it never ends")


def test_it_goes_out_in_two_phases_and_the_link_comes_back_to_the_plan(desk, page):
    post = ready(desk)
    decide(desk, post, link="https://lillsjo.example/oppet")
    publish.drain(desk)
    assert page.calls == ["create", "release", "draft"]
    assert list(page.links.values()) == ["https://lillsjo.example/oppet"]
    after = current(desk, post)
    assert (after.status, after.link) == (
        Status.PUBLISHED,
        "https://www.facebook.example/posts/1",
    )
    (out,) = told(desk)
    assert out.startswith("Ute på Facebook: *Öppet hus* · <https://www.facebook.example/posts/1|")
    with desk.reading() as db:
        (act,) = ledger.acts(db, f"post:{post.id}")
    assert (act.who, act.act, act.detail) == (
        make.AMIRA,
        "post.published",
        {"page_post": f"{page.page_id}_1"},
    )


def test_the_person_is_told_directly_and_once(desk, page):
    decide(desk, ready(desk))
    publish.drain(desk)
    publish.drain(desk)
    with desk.reading() as db:
        (item,) = outbox.pending(db)
    assert (item.channel, item.key) == (make.AMIRA, "publish:1")


def test_at_its_time_it_waits_until_then(desk, page, hand):
    post = ready(desk)
    decide(desk, post, planned=True)
    assert publish.drain(desk) == publish.LOOK_SECONDS
    hand.to(post.slot.starts(desk.settings.timezone) - timedelta(seconds=1))
    publish.drain(desk)
    assert page.calls == []
    hand.on(seconds=1)
    publish.drain(desk)
    assert page.visible("Välkommen!") == [f"{page.page_id}_1"]


@pytest.mark.parametrize(("minutes", "is_out"), [(60, True), (61, False)])
def test_after_an_hour_it_asks_instead_of_publishing_late(desk, page, hand, minutes, is_out):
    post = ready(desk)
    decide(desk, post, planned=True)
    hand.to(post.slot.starts(desk.settings.timezone) + timedelta(minutes=minutes))
    publish.drain(desk)
    assert bool(page.visible("Välkommen!")) == is_out
    if not is_out:
        assert "över en timme för sent. Ska det ut ändå?" in told(desk)[-1]
        assert current(desk, post).status is Status.READY


@pytest.mark.parametrize("planned", [False, True], ids=["now", "at its time"])
def test_what_was_decided_while_the_clock_was_ahead_waits_for_its_hour_alone(
    desk, page, hand, planned
):
    post = ready(desk)
    hand.on(hours=26)
    decide(desk, post, planned=planned)
    hand.on(hours=-26)
    publish.drain(desk)
    assert len(page.visible("Välkommen!")) == (not planned)


def test_an_unanswered_attempt_is_found_on_the_page_and_not_repeated(desk, page, hand):
    decide(desk, ready(desk))
    with failing(page, "create", unanswered(), done=True):
        publish.drain(desk)
    assert page.visible("Välkommen!") == []
    hand.on(seconds=15)
    publish.drain(desk)
    assert page.calls == ["create", "drafts", "release", "draft"]
    assert page.visible("Välkommen!") == [f"{page.page_id}_1"]


def test_an_attempt_that_never_arrived_is_made_again_after_two_looks(desk, page, hand):
    decide(desk, ready(desk))
    with failing(page, "create", unanswered()):
        publish.drain(desk)
    run_until_quiet(desk, hand)
    assert page.calls == ["create", "drafts", "drafts", "create", "release", "draft"]


def test_a_page_that_swallows_everything_is_given_up_and_the_person_told(desk, page, hand):
    decide(desk, ready(desk))
    with failing(page, "create", unanswered()):
        run_until_quiet(desk, hand)
    assert page.calls.count("create") == domain.MOST_TRIES
    assert "Jag har försökt flera gånger" in told(desk)[-1]


def test_while_the_page_cannot_be_read_nothing_is_created_anew(desk, page, hand):
    post = ready(desk)
    decide(desk, post)
    with failing(page, "create", unanswered(), done=True):
        publish.drain(desk)
    with failing(page, "drafts", unanswered()):
        run_until_quiet(desk, hand, seconds=120, most=60)
    assert page.calls.count("create") == 1
    assert latest(desk, post).problem is Problem.LATE
    assert page.visible("Välkommen!") == []


def test_another_persons_draft_with_the_same_words_is_not_taken(desk, page, hand):
    page._create("Välkommen!", None)
    hand.on(hours=1)
    decide(desk, ready(desk))
    with failing(page, "create", unanswered(), done=True):
        publish.drain(desk)
    run_until_quiet(desk, hand)
    assert page.visible("Välkommen!") == [f"{page.page_id}_2"]


def error(kind, code=None, **more):
    return GraphError(kind, code=code, status=400, **more)


@pytest.mark.parametrize(
    ("fault", "problem", "says"),
    [
        (error(PageTrouble.TOKEN, 190), Problem.TOKEN, "hämta en ny"),
        (error(PageTrouble.PERMISSION, 200), Problem.PERMISSION, "pages_manage_posts"),
        (error(PageTrouble.PERMISSION, 368), Problem.RULES, "Facebook har stoppat det (368)"),
        (error(PageTrouble.BUG, 1609005), Problem.LINK, "kan inte läsa länken"),
        (error(PageTrouble.BUG, 506), Problem.DUPLICATE, "säger samma sak"),
        (error(PageTrouble.BUG, 100), Problem.REFUSED, "tog inte emot det (100)"),
    ],
    ids=["token", "permission", "rules", "link", "duplicate", "anything else"],
)
def test_a_refusal_is_told_once_with_what_to_do(desk, page, hand, fault, problem, says):
    post = ready(desk)
    decide(desk, post)
    with failing(page, "create", fault):
        run_until_quiet(desk, hand)
    assert page.calls == ["create"]
    assert (latest(desk, post).state, latest(desk, post).problem) == (State.FAILED, problem)
    (said,) = told(desk)
    assert says in said
    decide(desk, post)
    publish.drain(desk)
    assert len(page.visible("Välkommen!")) == 1


def test_a_limit_is_waited_for_and_then_it_goes_out(desk, page, hand):
    post = ready(desk)
    decide(desk, post)
    with failing(page, "create", error(PageTrouble.SLOW_DOWN, 80001, wait_seconds=600)):
        publish.drain(desk)
    assert latest(desk, post).problem is Problem.SLOW
    hand.on(seconds=599)
    publish.drain(desk)
    assert page.calls == ["create"]
    hand.on(seconds=1)
    publish.drain(desk)
    assert len(page.visible("Välkommen!")) == 1
    assert latest(desk, post).problem is None


def test_what_is_visible_counts_as_out_although_its_address_cannot_be_read(desk, page, hand):
    post = ready(desk)
    decide(desk, post)
    with failing(page, "draft", error(PageTrouble.TOKEN, 190)):
        publish.drain(desk)
    assert (current(desk, post).status, current(desk, post).link) == (Status.PUBLISHED, None)
    assert "Länken gick inte att läsa" in told(desk)[-1]


def test_where_nobody_knows_whether_it_came_out_the_person_is_asked_to_look(desk, page, hand):
    post = ready(desk)
    decide(desk, post)
    with failing(page, "release", unanswered(), done=True):
        publish.drain(desk)
    hand.on(seconds=15)
    with failing(page, "draft", error(PageTrouble.TOKEN, 190)):
        publish.drain(desk)
    assert "Titta på sidan först" in told(desk)[-1]
    decide(desk, post)  # and once more: what has been begun is taken up again
    publish.drain(desk)
    assert len(page.made) == 1
    assert current(desk, post).status is Status.PUBLISHED


@pytest.mark.parametrize("wait", [False, True], ids=["told of it", "noticed when due"])
@pytest.mark.parametrize(
    "fields",
    [
        {"text": "Nej, inte så."},
        {"status": Status.DRAFT},
        {"status": Status.CANCELLED},
        {"outlet_id": 2},
    ],
    ids=["another text", "a draft again", "cancelled", "another outlet"],
)
def test_a_changed_post_does_not_go_out(desk, page, hand, fields, wait):
    post = ready(desk)
    decide(desk, post, planned=True)
    if wait:
        with desk.transaction() as db:
            posts.update(db, replace(post, **fields))
    else:
        change(desk, post, **fields)
        assert latest(desk, post).state is State.WITHDRAWN
        assert "går inte ut av sig självt" in told(desk)[-1]
    hand.to(post.slot.starts(desk.settings.timezone))
    publish.drain(desk)
    assert page.calls == []
    assert not latest(desk, post).is_active


@pytest.mark.parametrize("wait", [False, True], ids=["told of it", "noticed when due"])
def test_a_moved_post_goes_out_at_its_new_time(desk, page, hand, wait):
    post = ready(desk)
    decide(desk, post, planned=True)
    later = post.day + timedelta(days=3)
    if wait:
        with desk.transaction() as db:
            posts.update(db, replace(post, day=later))
    else:
        change(desk, post, day=later)
    hand.to(post.slot.starts(desk.settings.timezone))
    publish.drain(desk)
    assert page.calls == []
    hand.to(replace(post.slot, day=later).starts(desk.settings.timezone))
    publish.drain(desk)
    assert len(page.visible("Välkommen!")) == 1


@pytest.mark.parametrize(
    "setting",
    [
        Publishing(is_on=False, outlet_id=1),
        Publishing(is_on=True, outlet_id=2),
        Publishing(is_on=True, outlet_id=1, users=(make.JONAS,)),
    ],
    ids=["off", "another outlet", "another person"],
)
def test_it_goes_out_only_while_it_is_allowed(desk, page, hand, setting):
    post = ready(desk)
    decide(desk, post, planned=True)
    with desk.transaction() as db:
        publications.decide(db, setting)
    hand.to(post.slot.starts(desk.settings.timezone))
    publish.drain(desk)
    assert page.calls == []
    assert latest(desk, post).problem is Problem.FORBIDDEN


def test_what_is_withdrawn_while_it_is_being_created_does_not_show(desk, page, hand):
    post = ready(desk)
    decide(desk, post)

    def fault(name, do):
        made = do()
        if name == "create":
            with desk.transaction() as db:
                publications.save(
                    db, publishing_acts.withdrawn(publications.active_of(db, post.id))
                )
        return made

    page.fault = fault
    run_until_quiet(desk, hand)
    assert page.visible("Välkommen!") == []
    page.fault = None
    decide(desk, post)
    run_until_quiet(desk, hand)
    assert (len(page.made), len(page.visible("Välkommen!"))) == (1, 1)


def test_a_post_that_was_cancelled_at_the_last_moment_stays_cancelled_but_its_person_knows(
    desk, page
):
    post = ready(desk)
    decide(desk, post)

    def fault(name, do):
        if name == "release":
            with desk.transaction() as db:
                posts.update(db, acts.cancelled(posts.get(db, post.id), now=desk.now()))
        return do()

    page.fault = fault
    publish.drain(desk)
    assert current(desk, post).status is Status.CANCELLED
    assert "Ute på Facebook" in told(desk)[-1]


def torn(rng, deps, page):
    """Return *deps* and a fault by which anything may end anywhere, at any call or unit of work."""

    def fault(name, do):
        what = rng.random()
        if what < 0.12:
            raise Killed
        if what < 0.24:
            raise unanswered()
        if what < 0.28:
            raise error(PageTrouble.SLOW_DOWN, 4, wait_seconds=20)
        made = do()
        if what < 0.42:
            raise Killed
        if what < 0.6:
            raise unanswered()
        return made

    @contextmanager
    def transaction():
        if rng.random() < 0.06:
            raise Killed
        with deps.transaction() as db:
            yield db
        if rng.random() < 0.06:
            raise Killed

    page.fault = fault
    return replace(deps, transaction=transaction)


@torn_times(500)
def test_whatever_is_torn_where_it_shows_at_most_once(desk, page, hand, seeds):
    """Most come out; those that do not have said so. None shows twice, none is out in silence."""
    published = 0
    for seed in seeds:
        rng, text = random.Random(seed), f"Välkommen nummer {seed}!"  # noqa: S311
        post = ready(desk, text)
        decide(desk, post)
        broken = torn(rng, desk, page)
        for _ in range(rng.randrange(2, 9)):
            with suppress(Killed):  # a new process goes on with what is stored
                publish.drain(broken)
            hand.on(seconds=rng.choice([5, 20, 80]))
        page.fault = None
        run_until_quiet(desk, hand)
        out = latest(desk, post)
        assert len(page.visible(text)) <= 1, f"seed {seed}"
        assert bool(page.visible(text)) == (out.state is State.PUBLISHED), f"seed {seed}: {out}"
        assert (current(desk, post).status is Status.PUBLISHED) == bool(page.visible(text))
        published += out.state is State.PUBLISHED
    assert published > len(seeds) * 24 // 25
    with desk.reading() as db:
        keys = [row["key"] for row in db.query("select key from outbox where key like 'publish:%'")]
    assert len(keys) == len(seeds)


def test_the_page_tells_its_name_once_it_is_needed(desk, page):
    publish.drain(desk)
    with desk.reading() as db:
        assert publish.page_name(db, desk) == "Region Lillsjö"


def test_without_a_page_there_is_nothing_to_do(deps):
    assert publish.drain(deps) == publish.IDLE_SECONDS


def test_what_is_moved_to_a_time_that_has_passed_is_withdrawn_and_not_published_at_once(
    desk, page, hand
):
    post = ready(desk)
    decide(desk, post, planned=True)
    hand.to(post.slot.starts(desk.settings.timezone) - timedelta(minutes=30))
    change(desk, post, at=time(10))
    publish.drain(desk)
    assert latest(desk, post).state is State.WITHDRAWN
    assert page.calls == []


def test_a_post_that_was_only_given_to_somebody_else_is_still_asked_about(desk, page, hand):
    """What follows a change is held to the setting like everything else."""
    post = ready(desk)
    decide(desk, post, planned=True)
    with desk.transaction() as db:
        posts.update(db, replace(post, owner=make.JONAS))
        publications.decide(db, Publishing(is_on=False, outlet_id=1))
    hand.to(post.slot.starts(desk.settings.timezone))
    publish.drain(desk)
    assert page.calls == []
    assert latest(desk, post).problem is Problem.FORBIDDEN
