"""Pictures in *Picture and persons*: added, said in words, taken away, and asked about to publish."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.media import Kind
from bot.domain.photos import LARGEST
from bot.domain.plan import Status
from bot.domain.publishing import Publishing
from bot.store import posts, publications
from bot.store import reserves as reserve_store
from handlers import gaps, plan_acts, plan_media, reserves
from tests import make
from tests.fakes import FakeAck
from tests.forms import submission
from tests.handlers.test_publishing import confirm, form
from tests.publishing import FakePage, allowed, current, last, latest, ready

TWO = [
    {"id": "F1", "name": "vinter.jpg", "size": 1000, "mimetype": "image/jpeg"},
    {"id": "F2", "name": "karta <x>.png", "size": 2000, "mimetype": "image/png"},
]


@pytest.fixture
def desk(deps, hand):
    """The bot's parts where posts are published from Slack, and files may be read there."""
    identity = replace(deps.identity, scopes=frozenset({"files:read"}))
    made = replace(deps, page=FakePage(hand), identity=identity)
    allowed(made)
    return made


@pytest.fixture
def post(desk):
    return ready(desk)


def open_form(deps, slack, post):
    plan_media.click(deps, FakeAck(), make.click("post.media", str(post.id)))
    return slack.views[-1]


def submit(deps, opened, **said):
    ack = FakeAck()
    plan_media.save(deps, ack, submission(opened, **said))
    return ack.answer


def fields(opened):
    return [block["block_id"] for block in opened["blocks"] if block["type"] == "input"]


def photos(deps, post):
    return current(deps, post).media.photos


def buttons(body):
    elements = [e for block in body["blocks"] for e in block.get("elements", [])]
    return [e.get("action_id") for e in elements]


def test_two_pictures_are_added_then_said_in_words_and_the_post_can_be_ready(desk, slack, post):
    assert submit(desk, open_form(desk, slack, post), photos=TWO) == {}
    after = current(desk, post)
    assert (after.media.kind, after.status) == (Kind.PICTURE, Status.DRAFT)
    assert [(p.file, p.name, p.size, p.by) for p in after.media.photos] == [
        ("F1", "vinter.jpg", 1000, make.AMIRA),
        ("F2", "karta <x>.png", 2000, make.AMIRA),
    ]
    assert "2 bilder saknar alt-text" in last(desk)["text"]
    assert "post.media" in buttons(last(desk))
    opened = open_form(desk, slack, post)
    assert fields(opened)[:6] == [
        "kind",
        "photo_alt_0",
        "photo_0",
        "photo_alt_1",
        "photo_1",
        "photos",
    ]
    said = {"photo_alt_0": " En plogad väg. ", "photo_1": ["decorative"]}
    assert submit(desk, opened, **said) == {}
    first, second = photos(desk, post)
    assert (first.alt, first.is_decorative) == ("En plogad väg.", False)
    assert (second.alt, second.is_decorative) == ("", True)
    assert "saknar alt-text" not in last(desk)["text"]


def test_a_draft_with_new_pictures_is_told_what_they_lack_with_the_way_there(desk, slack):
    post = ready(desk, status=Status.DRAFT)
    submit(desk, open_form(desk, slack, post), photos=TWO[:1])
    assert "En bild saknar alt-text" in last(desk)["text"]
    assert "post.media" in buttons(last(desk))


def test_one_picture_is_said_in_the_same_form_in_which_it_is_added(desk, slack, post):
    submit(desk, open_form(desk, slack, post), photos=TWO[:1], alt="En plogad väg.")
    after = current(desk, post)
    assert after.media.photos[0].alt == "En plogad väg."
    assert after.status is Status.READY


def test_a_picture_is_taken_away_and_another_comes_after_the_rest(desk, slack, post):
    submit(desk, open_form(desk, slack, post), photos=TWO)
    third = {"id": "F3", "name": "tre.gif", "size": 3, "mimetype": "image/gif"}
    opened = open_form(desk, slack, post)
    submit(desk, opened, photo_0=["remove"], photo_alt_1="Karta.", photos=[third])
    assert [(p.file, p.alt) for p in photos(desk, post)] == [("F2", "Karta."), ("F3", "")]


def test_a_colleague_who_changes_the_words_of_a_picture_has_not_brought_it(desk, slack, post):
    submit(desk, open_form(desk, slack, post), photos=TWO)
    said = {"photo_alt_0": "En plogad väg.", "photo_1": ["remove"], "photos": TWO[1:]}
    assert submit(desk, open_form(desk, slack, post), user=make.JONAS, **said) == {}
    assert [(p.file, p.by) for p in photos(desk, post)] == [("F1", make.AMIRA), ("F2", make.JONAS)]


def test_nobody_says_in_a_form_that_another_has_brought_a_picture(desk, slack, post):
    forged = {**TWO[0], "by": make.JONAS, "user": make.JONAS, "user_id": make.JONAS}
    submit(desk, open_form(desk, slack, post), photos=[forged])
    assert [p.by for p in photos(desk, post)] == [make.AMIRA]


def test_what_is_no_file_adds_nothing_and_a_name_is_a_short_line(desk, slack, post):
    forged = [{}, None, "F1", {"id": "C0SECRET"}, {"id": "F1\n"}, {"id": ["F1"]}, {"id": None}]
    named = {"id": "F7", "name": "a\u202e\n" + "b" * 5000, "size": "much", "mimetype": None}
    assert submit(desk, open_form(desk, slack, post), photos=[*forged, named]) == {}
    (photo,) = photos(desk, post)
    assert (photo.file, photo.size) == ("F7", 0)
    assert photo.name.startswith("a b")
    assert len(photo.name) <= 60


def test_the_field_for_more_goes_when_there_are_ten_and_offers_what_is_left_before(
    desk, slack, post
):
    nine = [{"id": f"F{n}", "name": f"{n}.png", "size": 1} for n in range(9)]
    submit(desk, open_form(desk, slack, post), photos=nine)
    opened = open_form(desk, slack, post)
    (more,) = [b for b in opened["blocks"] if b.get("block_id") == "photos"]
    assert more["element"]["max_files"] == 1
    submit(desk, opened, photos=TWO[:1])
    assert "photos" not in fields(open_form(desk, slack, post))


@pytest.mark.parametrize(
    ("said", "field", "says"),
    [
        ({"photos": [{**TWO[0], "size": LARGEST + 1}]}, "photos", "vinter.jpg är för stor"),
        ({"photos": [{**TWO[0], "mimetype": "text/html"}]}, "photos", "är ingen bild"),
        ({"photos": [{**TWO[0], "id": f"F{n}"} for n in range(11)]}, "photos", "11 bilder"),
        ({"photos": TWO, "kind": "film"}, "kind", "Film och bilder går inte ihop"),
    ],
    ids=["too large", "no picture", "too many", "a film"],
)
def test_what_does_not_fit_is_refused_beside_its_field(desk, slack, post, said, field, says):
    answer = submit(desk, open_form(desk, slack, post), **said)
    assert says in answer["errors"][field]
    assert photos(desk, post) == ()


def test_undoing_brings_the_pictures_from_before_back(desk, slack, post):
    submit(desk, open_form(desk, slack, post), photos=TWO[:1], alt="En plogad väg.")
    submit(desk, open_form(desk, slack, post), photo_0=["remove"])
    assert photos(desk, post) == ()
    (undo,) = [
        e["value"]
        for block in last(desk)["blocks"]
        for e in block.get("elements", [])
        if e.get("action_id") == "post.restore"
    ]
    plan_acts.restore(desk, FakeAck(), make.click("post.restore", undo))
    assert [(p.file, p.by) for p in photos(desk, post)] == [("F1", make.AMIRA)]


@pytest.mark.parametrize("missing", ["publishing", "outlet", "scope"])
def test_where_pictures_cannot_go_out_from_here_none_are_asked_for(desk, slack, post, missing):
    if missing == "scope":
        desk = replace(desk, identity=make.identity())
    else:
        off = Publishing(is_on=missing == "outlet", outlet_id=2)
        with desk.transaction() as db:
            publications.decide(db, off)
    assert "photos" not in fields(open_form(desk, slack, post))


def test_the_question_shows_each_picture_in_words_and_asks_for_a_link_in_the_text(
    desk, slack, post
):
    submit(desk, open_form(desk, slack, post), photos=TWO[:1], alt="En <plogad> väg.")
    opened = form(desk, slack, current(desk, post))
    assert fields(opened) == ["link", "when"]
    assert "Bild 1, vinter.jpg: ”En &lt;plogad&gt; väg.”" in str(opened["blocks"])
    assert "sist i texten" in str(opened["blocks"])
    assert confirm(desk, opened, when="planned") == {}
    (picture,) = latest(desk, post).pictures
    assert (picture.file, picture.alt, picture.by) == ("F1", "En <plogad> väg.", make.AMIRA)


def test_a_changed_picture_withdraws_what_waits_and_says_so(desk, slack, post):
    submit(desk, open_form(desk, slack, post), photos=TWO[:1], alt="En plogad väg.")
    confirm(desk, form(desk, slack, current(desk, post)), when="planned")
    opened = open_form(desk, slack, post)
    submit(desk, opened, photo_alt_0="En plogad väg i Lillsjö.")
    assert "går inte ut av sig självt" in last(desk)["text"]
    assert not latest(desk, post).is_active


def test_a_film_is_published_by_hand(desk, slack, post):
    submit(desk, open_form(desk, slack, post), kind="film", captions="done")
    assert form(desk, slack, current(desk, post)) is None
    assert "kan jag inte lägga ut" in last(desk)["text"]


def test_a_reserve_keeps_its_pictures_and_a_gap_is_filled_with_them(desk, slack):
    reserves.click_form(desk, FakeAck(), make.click("reserve.form"))
    opened = slack.views[-1]
    assert "photos" in fields(opened)
    ack = FakeAck()
    said = {"title": "Hitta till 1177", "note": "Så.", "alt": "En karta."}
    reserves.save(desk, ack, submission(opened, photos=TWO[:1], **said))
    assert ack.answer == {}
    with desk.reading() as db:
        (kept,) = reserve_store.listed(db)
    assert [(photo.file, photo.alt) for photo in kept.media.photos] == [("F1", "En karta.")]

    reserves.click_form(desk, FakeAck(), make.click("reserve.form", str(kept.idea.id)))
    again = slack.views[-1]
    more = submission(again, user=make.JONAS, photos=TWO[1:], alt="En bild.")
    reserves.save(desk, ack, more)
    assert ack.answer == {}
    gaps.plan_idea(
        desk, FakeAck(), make.click("gap.plan_idea", f"1 2026-11-25 11:00 {kept.idea.id}")
    )
    with desk.reading() as db:
        (post,) = posts.between(db, date(2026, 11, 25), date(2026, 11, 26))
    assert [(photo.alt, photo.by) for photo in post.media.photos] == [
        ("En karta.", make.AMIRA),
        ("En bild.", make.JONAS),
    ]


def test_a_picture_without_words_is_no_reserve(desk, slack):
    reserves.click_form(desk, FakeAck(), make.click("reserve.form"))
    ack = FakeAck()
    said = {"title": "Hitta till 1177", "note": "Så."}
    reserves.save(desk, ack, submission(slack.views[-1], photos=TWO[:1], **said))
    assert ack.answer["response_action"] == "errors"
