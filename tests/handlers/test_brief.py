"""The page that a manager forwards: chosen by a person, made of what is known, never with a name."""

import json
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.domain.comments import Act, State
from bot.domain.ideas import Thought
from bot.domain.periods import month
from bot.domain.plan import Entry, Status
from bot.domain.praise import Praise
from bot.domain.team import Team
from bot.drawing import paper
from bot.drawing.child import NotDrawnError
from bot.jobs import pictures
from bot.store import briefs, comments, ideas, posts, praise, team
from bot.views.report import BRIEF
from handlers import brief as handlers
from handlers import comments as desk_handlers
from handlers.comments import carry_out
from tests import make, page
from tests.fakes import FakeAck
from tests.forms import submission
from tests.make import AMIRA, COMMENTS, ELIN, JONAS
from tests.moderating import FIRST, desk

NOVEMBER = month(date(2026, 11, 1))
WORDS = "Måste man boka?"


@pytest.fixture(autouse=True)
def no_library(monkeypatch):
    """As it is where the optional library is not installed."""
    monkeypatch.setattr(paper, "is_installed", lambda: False)


@pytest.fixture
def parts(deps):
    """A desk with one comment that is praise."""
    made = desk(deps)[0]
    desk_handlers.click(made, Act.PRAISE, FakeAck(), make.click("any", FIRST, channel=COMMENTS))
    return made


def opened(deps, user=AMIRA, code=NOVEMBER.code):
    handlers.click(deps, FakeAck(), make.click(BRIEF, code, user=user))
    return deps.slack.views[-1] if deps.slack.views else None


def made(deps, user=AMIRA, **said):
    ack = FakeAck()
    handlers.make(deps, ack, submission(opened(deps, user), user=user, **said))
    return ack


def drain(deps):
    for _ in range(4):
        pictures.drain(deps, lambda drawing, folder: b"")


def files(deps):
    return [data.decode(errors="replace") for data in deps.slack.files.values()]


def told(deps, user=AMIRA):
    with deps.reading() as db:
        rows = db.execute(
            "select body from outbox where ? in (channel, user) order by id", [user]
        ).fetchall()
    return [json.loads(body)["text"] for (body,) in rows]


def test_the_page_comes_to_whoever_chose_what_stands_on_it(parts):
    assert made(parts, praise=FIRST, sentence="En  lugn\nmånad.").calls == [{}]
    assert any(said.startswith("Jag gör sidan.") for said in told(parts))
    drain(parts)
    (found,) = files(parts)
    assert found.startswith("<!DOCTYPE html>")
    assert '<p class="own">En lugn månad.</p>' in found
    assert f"”{WORDS}”" in found
    assert "En invånare" in found
    assert "Maja" not in found
    assert "https://lucka.slack.example/files/F0" in told(parts)[-1]


def test_without_praise_and_sentence_there_is_a_page_all_the_same(parts):
    made(parts)
    drain(parts)
    (found,) = files(parts)
    assert WORDS not in found
    assert 'class="own"' not in found


def test_the_name_stands_there_only_with_consent(parts):
    with parts.transaction() as db:
        noted = Praise(FIRST, "Ambulansen", "", "Bra!", True, AMIRA, parts.now())
        praise.save(db, noted)
    made(parts, praise=FIRST)
    drain(parts)
    assert "Maja Lindqvist, som vill att vi visar det" in files(parts)[0]


def test_a_colleagues_praise_is_not_offered(parts):
    with parts.transaction() as db:
        carry_out(parts, db, Act.UNCOUNT, FIRST, AMIRA)
        assert briefs.praise(db, FIRST) is None


@pytest.mark.parametrize("state", [State.HIDDEN, State.REMOVED, State.GONE])
def test_what_was_removed_meanwhile_is_not_shown(parts, state):
    made(parts, praise=FIRST)
    with parts.transaction() as db:
        db.execute("update relays set state = ? where comment_id = ?", [state, FIRST])
    drain(parts)
    assert WORDS not in files(parts)[0]
    with parts.reading() as db:
        assert briefs.praise(db, FIRST) is None
        assert comments.find(db, FIRST)


def test_two_people_get_their_own_page(parts):
    for user in (AMIRA, JONAS):
        made(parts, user, sentence=f"Hälsar {user}")
    drain(parts)
    assert [sum(user in found for found in files(parts)) for user in (AMIRA, JONAS)] == [1, 1]


def test_it_is_in_the_log_without_its_words(parts):
    made(parts, praise=FIRST, sentence="Hemligt")
    with parts.reading() as db:
        acts = db.execute(
            "select who, act, subject, detail from audit where act like 'report.%'"
        ).fetchall()
    assert acts == [(AMIRA, "report.brief_asked", f"report:{NOVEMBER.code}", "{}")]


def test_only_the_team_reads_the_praise(parts):
    with parts.transaction() as db:
        team.save(db, Team(JONAS))
    assert opened(parts, ELIN) is None
    assert "teamet" in told(parts, ELIN)[-1]


@pytest.mark.parametrize("code", ["", "hej", "month 2026-11-02"])
def test_a_stale_button_gets_a_kind_answer(parts, code):
    assert opened(parts, code=code) is None
    assert "finns inte längre" in told(parts)[-1]


def test_praise_that_is_gone_cannot_be_chosen(parts):
    form = opened(parts)
    with parts.transaction() as db:
        db.execute("update relays set praised_at = null, praised_by = null")
    handlers.make(parts, ack := FakeAck(), submission(form, praise=FIRST))
    assert "finns inte längre" in ack.answer["errors"]["sentence"]
    drain(parts)
    assert files(parts) == []


def test_where_the_library_is_there_it_comes_as_pdf_too(parts, monkeypatch):
    monkeypatch.setattr(paper, "is_installed", lambda: True)
    monkeypatch.setattr(paper, "to_pdf", lambda data, folder: b"%PDF-" + data[:15])
    made(parts)
    drain(parts)
    assert sorted(found[:5] for found in files(parts)) == ["%PDF-", "<!DOC"]
    assert any("samma sida som PDF" in said for said in told(parts))


def test_a_pdf_that_fails_leaves_the_page(parts, monkeypatch):
    def fail(data, folder):
        raise NotDrawnError("TimeoutExpired")

    monkeypatch.setattr(paper, "is_installed", lambda: True)
    monkeypatch.setattr(paper, "to_pdf", fail)
    made(parts)
    drain(parts)
    assert [found[:5] for found in files(parts)] == ["<!DOC"]
    assert any("gick inte att göra som PDF" in said for said in told(parts))


def test_posts_stand_there_by_outlet_and_what_comes_once(parts):
    plan(parts, "Så bokar du", date(2026, 11, 20), link=page.post().permalink, tags=("vaccin",))
    plan(parts, "Jul i länet", date(2026, 12, 1))
    plan(parts, "Långt fram", parts.today() + timedelta(weeks=5))
    made(parts)
    drain(parts)
    (found,) = files(parts)
    assert "1 inlägg: Facebook 1." in found
    assert "Mest skrevs under: #vaccin 1." in found
    assert "1 dec · Facebook · Jul i länet" in found
    assert "Långt fram" not in found


def plan(deps, title, day, *, link=None, tags=()):
    now = datetime(2026, 11, 1, tzinfo=UTC)
    with deps.transaction() as db:
        idea = ideas.add(db, Thought(title, tags=tags), author=AMIRA, now=now)
        entry = Entry(title, 1, day, time(11), owner=AMIRA, idea_id=idea.id)
        post = posts.add(db, entry, who=AMIRA, now=now)
        if link:
            db.execute(
                "update posts set status = ?, published_at = ?, link = ? where id = ?",
                [Status.PUBLISHED, now.isoformat(), link, post.id],
            )
