"""Lessons learned, from the command to the line that comes back when something alike is planned."""

import json
from datetime import date, time, timedelta

import pytest

from bot.domain.lessons import is_alike, traits
from bot.domain.meetings import Meetings
from bot.domain.plan import Entry
from bot.domain.team import Team
from bot.jobs import meeting
from bot.jobs.due import Due
from bot.jobs.frames import frame
from bot.store import lessons, meetings, posts, team
from bot.views import lessons as view
from handlers import comment_card, plan_card
from handlers import lessons as handlers
from tests import counted, make
from tests.commands import say
from tests.conftest import enforce_limits
from tests.fakes import FakeAck
from tests.forms import filled, submission
from tests.make import AMIRA, ELIN, JONAS, NOW
from tests.moderating import FIRST, desk

LEARNED = "Skriv alltid hur man bokar vaccination mot influensa"


def newest(deps):
    with deps.reading() as db:
        return lessons.newest(db, limit=100)


def told(deps):
    with deps.reading() as db:
        rows = db.execute("select body from outbox where kind = 'note' order by id").fetchall()
    body = json.loads(rows[-1][0])
    enforce_limits(body["blocks"])
    return body


def press(deps, listener, value, *, user=AMIRA, **said):
    listener(deps, FakeAck(), make.click("any", value, user=user), **said)


def planned(deps, title, day=date(2026, 12, 1), **said):
    with deps.transaction() as db:
        return posts.add(db, Entry(title, 1, day, time(11), **said), who=AMIRA, now=NOW)


def test_what_is_written_is_kept_and_can_be_undone(deps):
    assert LEARNED in say(deps, "lesson", f"  {LEARNED} ")["text"]
    (lesson,) = newest(deps)
    assert (lesson.text, lesson.who) == (LEARNED, AMIRA)
    press(deps, handlers.turn, "1", is_dropped=True)
    assert newest(deps) == []
    press(deps, handlers.turn, "1", is_dropped=False)
    assert [one.text for one in newest(deps)] == [LEARNED]
    with deps.reading() as db:
        acts = db.execute("select act, subject, detail from audit where act like 'lesson.%'")
        assert [*acts.fetchall()] == [
            (f"lesson.{act}", "lesson:1", "{}") for act in ("kept", "dropped", "revived")
        ]


@pytest.mark.parametrize("text", ["", "lista", "List", "hjälp"])
def test_they_are_listed(deps, text):
    assert "Inga lärdomar än." in say(deps, "lesson", text)["text"]
    say(deps, "lesson", "Inget om <!channel> i juli")
    assert "Inget om &lt;!channel&gt; i juli" in say(deps, "lesson", text)["text"]


def test_many_are_listed_page_by_page(deps):
    with deps.transaction() as db:
        for n in range(40):
            lessons.add(db, f"{n} " + "&" * 290, who=AMIRA, now=NOW)
    body = say(deps, "lesson")
    enforce_limits(body["blocks"])
    assert "39 &amp;" in body["text"]
    press(deps, handlers.page, "15")
    assert "24 &amp;" in told(deps)["text"]
    press(deps, handlers.page, "30")
    assert view.PAGE in str(told(deps)["blocks"])


def test_one_comes_back_when_something_alike_is_planned(deps):
    say(deps, "lesson", LEARNED)
    body = say(deps, "plan", "1 december 11.00 Vaccinationen mot influensan börjar")
    assert f"💡 Från förra gången: {LEARNED}" in body["text"]
    enforce_limits(body["blocks"])
    assert body["blocks"][-1]["type"] == "actions"
    assert "💡" not in say(deps, "plan", "2 december 11.00 Öppet hus på folkhögskolan")["text"]


def test_one_that_was_removed_does_not_come_back(deps):
    say(deps, "lesson", LEARNED)
    press(deps, handlers.turn, "1", is_dropped=True)
    assert "💡" not in say(deps, "plan", "1 december 11.00 Vaccination mot influensa")["text"]


def test_the_series_and_the_tags_of_its_post_bring_it_back(deps):
    say(deps, "idea", "Ambulansen bakom kulisserna #jobb")
    say(deps, "idea", "Kökets hemligheter #Jobb")
    first, other = (planned(deps, title, idea_id=n) for n, title in ((1, "A"), (2, "B")))
    with deps.transaction() as db:
        kept = lessons.add(db, "Fråga om foto först", who=AMIRA, now=NOW, post_id=first.id)
        assert lessons.alike(db, other) == kept
        assert lessons.alike(db, first) is None
        assert lessons.alike(db, planned_on(db, "Helt annat")) is None


def planned_on(db, title):
    entry = Entry(title, 1, date(2026, 12, 3), time(11))
    return posts.add(db, entry, who=AMIRA, now=NOW)


@pytest.mark.parametrize(
    ("planned", "alike"),
    [
        ("Vaccinera mot influensan", True),
        ("Influensan är här", False),
        ("Boka hur man vill alltid", False),
        ('Boka "OR" * influensa: vaccin)', True),
        ("", False),
    ],
)
def test_two_words_must_be_alike(planned, alike):
    assert is_alike(traits([planned], []), traits([LEARNED], [])) is alike


@pytest.mark.parametrize("title", ['" OR * : ( -', "NEAR(a b)", "å" * 300, "🎄🎄"])
def test_any_title_can_be_planned(deps, title):
    say(deps, "lesson", LEARNED)
    post = planned(deps, title)
    with deps.reading() as db:
        assert lessons.alike(db, post) is None


def test_it_can_be_changed(deps):
    say(deps, "lesson", LEARNED)
    press(deps, handlers.choose, "change 1", user=JONAS)
    form = deps.slack.views[-1]
    assert filled(form, "text") == LEARNED
    handlers.save(deps, ack := FakeAck(), submission(form, text=" "))
    assert "Skriv med några ord" in ack.answer["errors"]["text"]
    handlers.save(deps, FakeAck(), submission(form, text="Skriv öppettiderna överst"))
    assert [one.text for one in newest(deps)] == ["Skriv öppettiderna överst"]
    press(deps, handlers.choose, "drop 1")
    handlers.save(deps, ack := FakeAck(), submission(form, text="Igen"))
    assert "finns inte längre" in ack.answer["errors"]["text"]


def test_a_post_and_a_comment_have_the_button(deps):
    made = desk(deps)[0]
    post = planned(made, "Öppet hus", made.today() + timedelta(days=2))
    plan_card.show(made, make.click("any", str(post.id)), post.id)
    assert f"post {post.id}" in str(told(made)["blocks"])
    press(made, comment_card.click, FIRST)
    assert f"comment {FIRST}" in str(told(made)["blocks"])
    for about in (f"post {post.id}", f"comment {FIRST}"):
        press(made, handlers.click, about)
        handlers.save(made, FakeAck(), submission(made.slack.views[-1], text="Minns det"))
    of_comment, of_post = newest(made)
    assert (of_post.post_id, of_post.comment_id) == (post.id, None)
    assert (of_comment.post_id, of_comment.comment_id) == (None, FIRST)


def test_why_a_post_went_as_it_did_is_asked_and_told_in_the_meetings_pack(deps, hand):
    with deps.transaction() as db:
        meetings.save(db, Meetings(date(2026, 11, 26), time(10)))
        post = counted.published(db, 1, date(2026, 11, 20), reactions=40)
    now = hand.to(NOW + timedelta(days=1))
    meeting.run(deps, Due(now.date(), now, now))
    (why,) = [e for b in pack(deps)["blocks"] for e in b.get("elements", ()) if "options" in e]
    assert (why["action_id"], why["options"][0]["value"]) == (view.OPEN, f"post {post.id}")
    press(deps, handlers.click, why["options"][0]["value"])
    asked = deps.slack.views[-1]
    assert asked["blocks"][0]["text"]["text"] == f"Om *{post.title}*:"
    handlers.save(deps, FakeAck(), submission(asked, text="Vi frågade <!here>"))
    assert "Lärdom: _Vi frågade &lt;!here&gt;_" in pack(deps)["text"]
    press(deps, handlers.turn, "1", is_dropped=True)
    assert "Lärdom" not in pack(deps)["text"]


def pack(deps):
    with deps.reading() as db:
        query = "select body from outbox where key like 'meeting:pack:%'"
        ((body,),) = db.execute(query).fetchall()
    return json.loads(body)


@pytest.mark.parametrize("value", ["", "post", "post x", "post 999"])
def test_a_stale_button_gets_a_kind_answer(deps, value):
    press(deps, handlers.click, value)
    assert "finns inte" in told(deps)["text"]
    assert deps.slack.views == []


@pytest.mark.parametrize("value", ["99", "x", ""])
def test_one_that_is_not_there_gets_a_kind_answer(deps, value):
    press(deps, handlers.turn, value, is_dropped=True)
    assert "finns inte längre" in told(deps)["text"]


def test_only_the_team_keeps_them(deps):
    with deps.transaction() as db:
        team.save(db, Team(JONAS))
    say(deps, "lesson", LEARNED, user=ELIN)
    assert newest(deps) == []


def test_the_list_is_reviewed(english, words, snapshot):
    say(english, "lesson", LEARNED)
    with english.reading() as db:
        found = lessons.newest(db, limit=5)
    with english.reading() as db:
        shown = frame(db, english, NOW, [], {AMIRA})
    snapshot(view.listing(words, found, shown, offset=0, total=1, prefix=""))
