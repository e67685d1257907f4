"""Publishing with pictures: each is brought before the post, and the post still comes once."""

import random
from contextlib import suppress
from dataclasses import replace

import pytest

from bot.domain.media import Kind, Media
from bot.domain.page import PageTrouble
from bot.domain.photos import LARGEST, Photo
from bot.domain.plan import Status
from bot.domain.publishing import MOST_UPLOADS, Problem, State
from bot.integrations.slack_files import FileClosed
from bot.jobs import publish
from bot.store import ledger, posts, publications
from tests.jobs.test_publish import Killed, change, decide, error, run_until_quiet, torn
from tests.make import AMIRA, JONAS
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

JPEG, PNG = b"\xff\xd8\xff\xe0JFIF", b"\x89PNG\r\n\x1a\n\x00\x00"
ROAD = Photo("FROAD", "väg & <bild>.jpg", len(JPEG), "En plogad väg.", by=AMIRA)
MAP = Photo("FMAP", "karta.jpg", len(PNG), "Karta över Lillsjö.", by=AMIRA)


@pytest.fixture
def page(hand):
    return FakePage(hand)


@pytest.fixture
def desk(deps, slack, page):
    """The bot's parts with a page, and two pictures in Slack; one is not what it is called."""
    slack.files |= {"FROAD": JPEG, "FMAP": PNG}
    made = replace(deps, page=page)
    allowed(made)
    return made


def pictured(desk, text="Välkommen!", photos=(ROAD, MAP)):
    """Plan a ready post that shows *photos*."""
    post = ready(desk, text)
    with desk.transaction() as db:
        return posts.update(db, replace(post, media=Media(Kind.PICTURE, photos=tuple(photos))))


def test_each_picture_is_brought_with_its_words_before_the_post_shows_them_in_order(desk, page):
    post = pictured(desk)
    decide(desk, post)
    publish.drain(desk)
    assert page.calls == ["upload", "upload", "create", "release", "draft"]
    (out,) = page.visible("Välkommen!")
    assert page.alts(out) == [ROAD.alt, MAP.alt]
    assert [mime for mime, _ in page.photos.values()] == ["image/jpeg", "image/png"]
    assert current(desk, post).status is Status.PUBLISHED


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("Välkommen!", "Välkommen!\n\nhttps://lillsjo.example/oppet"),
        ("Se https://lillsjo.example/oppet", "Se https://lillsjo.example/oppet"),
    ],
)
def test_a_link_beside_pictures_ends_the_text_unless_it_is_there(desk, page, hand, text, out):
    """Also after an attempt of which nobody knows whether it was done: the text is recognised."""
    decide(desk, pictured(desk, text), link="https://lillsjo.example/oppet")
    with failing(page, "create", unanswered(), done=True):
        publish.drain(desk)
    run_until_quiet(desk, hand)
    assert len(page.visible(out)) == 1
    assert list(page.links.values()) == [None]


def test_what_only_decorates_goes_out_without_words(desk, page):
    decide(desk, pictured(desk, photos=[replace(ROAD, is_decorative=True)]))
    publish.drain(desk)
    assert page.alts(page.visible("Välkommen!")[0]) == [""]


def test_a_picture_that_nobody_knows_to_be_there_is_brought_again_and_the_others_are_not(
    desk, page, hand
):
    decide(desk, pictured(desk))
    with failing(page, "upload", unanswered(), done=True):
        publish.drain(desk)
    assert page.calls == ["upload"]
    hand.on(seconds=15)
    publish.drain(desk)
    assert page.calls == ["upload", "upload", "upload", "create", "release", "draft"]
    (out,) = page.visible("Välkommen!")
    assert page.shows[out] == ("photo-2", "photo-3")


def test_what_was_brought_is_kept_while_the_post_is_looked_for(desk, page, hand):
    decide(desk, pictured(desk))
    with failing(page, "create", unanswered()):
        publish.drain(desk)
    run_until_quiet(desk, hand)
    assert page.calls.count("upload") == 2
    assert page.calls.count("create") == 2
    assert len(page.visible("Välkommen!")) == 1


def gone(slack):
    del slack.files["FMAP"]


def closed(slack):
    slack.files["FMAP"] = FileClosed()


def foreign(slack):
    slack.owners["FMAP"] = JONAS


def large(slack):
    slack.files["FMAP"] = PNG + bytes(LARGEST)


def unfit(slack):
    slack.files["FMAP"] = b"<html>"


@pytest.mark.parametrize(
    "case",
    [
        (gone, Problem.PHOTO_GONE, "Bilden karta.jpg finns inte kvar i Slack"),
        (closed, Problem.PHOTO_CLOSED, "Jag får inte läsa bilden karta.jpg"),
        (foreign, Problem.PHOTO_CLOSED, "eller så lades den till av någon annan än den som"),
        (large, Problem.PHOTO_LARGE, "Bilden karta.jpg är för stor"),
        (unfit, Problem.PHOTO_UNFIT, "karta.jpg är ingen bild som Facebook tar emot"),
    ],
    ids=["gone", "closed", "somebody else's", "too large", "no picture"],
)
def test_a_picture_that_cannot_be_had_is_told_once_and_nothing_is_out(
    desk, slack, page, hand, case
):
    spoil, problem, says = case
    post = pictured(desk)
    spoil(slack)
    decide(desk, post)
    run_until_quiet(desk, hand)
    assert page.calls == ["upload"]
    assert (latest(desk, post).state, latest(desk, post).problem) == (State.FAILED, problem)
    (said,) = told(desk)
    assert says in said
    slack.files["FMAP"] = PNG
    slack.owners.clear()
    decide(desk, post)
    publish.drain(desk)
    (out,) = page.visible("Välkommen!")
    assert page.alts(out) == [ROAD.alt, MAP.alt]


@pytest.mark.parametrize(
    ("fault", "problem", "says"),
    [
        (error(PageTrouble.TOKEN, 190), Problem.TOKEN, "hämta en ny"),
        (error(PageTrouble.PERMISSION, 200), Problem.PERMISSION, "pages_manage_posts"),
        (error(PageTrouble.BUG, 324), Problem.PHOTO_REFUSED, "(väg &amp; &lt;bild&gt;.jpg, 324)"),
        (error(PageTrouble.GONE, 100), Problem.PHOTO_REFUSED, "tog inte emot bilden"),
    ],
    ids=["token", "permission", "no picture to Facebook", "no such page"],
)
def test_a_picture_that_the_page_refuses_is_told_with_what_to_do(
    desk, page, hand, fault, problem, says
):
    post = pictured(desk)
    decide(desk, post)
    with failing(page, "upload", fault):
        run_until_quiet(desk, hand)
    assert page.calls == ["upload"]
    assert latest(desk, post).problem is problem
    assert says in told(desk)[-1]
    with desk.reading() as db:  # what people call a file is in no log
        (failed,) = [a for a in ledger.acts(db, f"post:{post.id}") if a.act.endswith("failed")]
    assert failed.detail == {"problem": problem}


def test_a_picture_of_which_nobody_knows_who_brought_it_is_asked_for_once_more(desk, page, hand):
    """As are those of an earlier version."""
    decide(desk, pictured(desk, photos=[replace(ROAD, by="")]))
    run_until_quiet(desk, hand)
    assert page.visible("Välkommen!") == []
    assert "ladda upp den själv där" in told(desk)[-1]


def test_a_limit_of_the_page_is_waited_for(desk, page, hand):
    post = pictured(desk)
    decide(desk, post)
    with failing(page, "upload", error(PageTrouble.SLOW_DOWN, 80001, wait_seconds=600)):
        publish.drain(desk)
    assert latest(desk, post).problem is Problem.SLOW
    hand.on(seconds=600)
    publish.drain(desk)
    assert len(page.visible("Välkommen!")) == 1


def test_a_slack_that_does_not_answer_is_given_up_after_some_tries(desk, slack, page, hand):
    post = pictured(desk)
    decide(desk, post)
    slack.down = "timeout"
    run_until_quiet(desk, hand)
    assert page.calls == []
    assert latest(desk, post).problem is Problem.PHOTO_STUCK
    assert "Inget är ute" in told(desk)[-1]


def test_a_page_that_swallows_a_picture_is_given_up_after_some_tries(desk, page, hand):
    decide(desk, pictured(desk))
    with failing(page, "upload", unanswered()):
        run_until_quiet(desk, hand)
    assert page.calls == ["upload"] * MOST_UPLOADS


@pytest.mark.parametrize("wait", [False, True], ids=["told of it", "noticed when due"])
def test_a_post_with_other_pictures_than_those_confirmed_does_not_go_out(desk, page, hand, wait):
    post = pictured(desk)
    decide(desk, post, planned=True)
    media = replace(post.media, photos=(ROAD,))
    if wait:
        with desk.transaction() as db:
            posts.update(db, replace(posts.get(db, post.id), media=media))
    else:
        change(desk, post, media=media)
        assert latest(desk, post).state is State.WITHDRAWN
    hand.to(post.slot.starts(desk.settings.timezone))
    publish.drain(desk)
    assert page.calls == []
    assert not latest(desk, post).is_active


def test_what_is_withdrawn_between_two_pictures_goes_no_further(desk, page):
    post = pictured(desk)
    decide(desk, post)

    def fault(name, do):
        made = do()
        change(desk, post, status=Status.DRAFT)
        return made

    page.fault = fault
    publish.drain(desk)
    assert page.calls == ["upload"]
    assert latest(desk, post).state is State.WITHDRAWN


def kills(desk, page, slack):
    """Return how many calls and units of work one publication takes, by carrying one out."""
    spans = Spans(desk, slack, page)
    decide(desk, pictured(desk, "Räknad"))
    publish.drain(spans.deps)
    page.fault = None
    return spans.count


class Spans:
    """The bot's parts, in which the process ends at the *end*th point between two steps."""

    def __init__(self, desk, slack, page, end=None):
        self.count, self.end, self.desk = 0, end, desk
        page.fault = self.around
        self.deps = replace(desk, transaction=self.transaction, slack=Fetching(self, slack))

    def point(self):
        self.count += 1
        if self.count == self.end:
            raise Killed

    def around(self, name, do):
        self.point()
        made = do()
        self.point()
        return made

    def transaction(self):
        return Unit(self)


class Unit:
    """A unit of work before and after which the process may end."""

    def __init__(self, spans):
        self.spans, self.unit = spans, spans.desk.transaction()

    def __enter__(self):
        self.spans.point()
        return self.unit.__enter__()

    def __exit__(self, *error):
        self.unit.__exit__(*error)
        if error[0] is None:
            self.spans.point()


class Fetching:
    """A Slack before and after whose answers the process may end."""

    def __init__(self, spans, slack):
        self.spans, self.slack = spans, slack

    def fetch(self, file, *, most, of):
        return self.spans.around("fetch", lambda: self.slack.fetch(file, most=most, of=of))


def test_killed_at_any_point_whatever_it_comes_out_once_with_both_pictures(desk, page, hand, slack):
    points = kills(desk, page, slack)
    assert points > 25
    for end in range(1, points + 1):
        text = f"Välkommen nummer {end}!"
        post = pictured(desk, text)
        decide(desk, post)
        with pytest.raises(Killed):
            publish.drain(Spans(desk, slack, page, end).deps)
        page.fault = None
        run_until_quiet(desk, hand)
        (out,) = page.visible(text)
        assert page.alts(out) == [ROAD.alt, MAP.alt], f"killed at {end}"
        assert latest(desk, post).state is State.PUBLISHED
        assert len([d for d in page.made.values() if d.text == text]) == 1, f"killed at {end}"


@torn_times(200)
def test_whatever_is_torn_where_it_shows_at_most_once_and_never_without_its_pictures(
    desk, page, hand, seeds
):
    published = 0
    for seed in seeds:
        rng, text = random.Random(seed), f"Välkommen nummer {seed}!"  # noqa: S311
        post = pictured(desk, text)
        decide(desk, post)
        broken = torn(rng, desk, page)
        for _ in range(rng.randrange(2, 12)):
            with suppress(Killed):  # a new process goes on with what is stored
                publish.drain(broken)
            hand.on(seconds=rng.choice([5, 20, 80]))
        page.fault = None
        run_until_quiet(desk, hand)
        seen, out = page.visible(text), latest(desk, post)
        assert len(seen) <= 1, f"seed {seed}"
        assert bool(seen) == (out.state is State.PUBLISHED), f"seed {seed}: {out}"
        assert all(page.alts(each) == [ROAD.alt, MAP.alt] for each in seen), f"seed {seed}"
        published += len(seen)
    assert published > len(seeds) * 9 // 10


def test_a_publication_of_an_earlier_version_has_no_pictures(desk, page):
    post = ready(desk)
    decide(desk, post)
    with desk.transaction() as db:
        (stored,) = db.query("select pictures from publications")
        assert stored == {"pictures": "[]"}
        assert publications.active(db)[0].pictures == ()
    publish.drain(desk)
    assert page.calls == ["create", "release", "draft"]
