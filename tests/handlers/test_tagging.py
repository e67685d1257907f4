"""One tap says what a comment was, another how long it took; the report sets the fear beside it."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.comments import Act
from bot.domain.measures import Share
from bot.domain.periods import month
from bot.domain.tagging import Effort, Tag
from bot.domain.team import Team
from bot.jobs import reports
from bot.store import ledger, tagging, team
from bot.views import fears as fears_view
from bot.views import tagging as view
from handlers import comment_card, fears
from handlers import tagging as handlers
from tests import make, new_year, page
from tests.commands import say
from tests.fakes import FakeAck
from tests.forms import submission
from tests.handlers.test_comments import FIRST, TS, acts, click, react, relayed, sent, whispers
from tests.make import AMIRA, COMMENTS, ELIN, JONAS


@pytest.fixture
def one(deps):
    """Everything, with one comment that is relayed and stands in Slack."""
    relayed(deps, page.comment(1))
    sent(deps, FIRST, TS)
    return deps


def tap(deps, act, *, value=FIRST, user=AMIRA):
    """Tap one of the buttons, as the listeners are registered; return what is said instead."""
    taps = {}

    class App:
        def action(self, action_id):
            return lambda listener: taps.setdefault(action_id, listener)

    handlers.register(App(), deps)
    body = make.click(act, value, user=user, channel=COMMENTS)
    taps[act](FakeAck(), body)
    return [each.body for each in whispers(deps) if each.user == user][-1]


def marked(deps):
    with deps.reading() as db:
        found = tagging.mark(db, FIRST)
    return found.tag, found.effort


@pytest.mark.parametrize("way", ["button", "emoji", "it was me"])
def test_who_closes_a_comment_is_asked_once_what_it_was(one, way):
    if way == "emoji":
        react(one, "white_check_mark")
    else:
        click(one, Act.HANDLE)
    (word,) = whispers(one)
    assert word.user == AMIRA
    assert "Vad var det, och hur lång tid tog det?" in word.body["text"]
    click(one, Act.HANDLE)
    assert len(whispers(one)) == 1


def test_two_taps_are_kept_and_shown_in_the_place_of_the_question(one):
    said = tap(one, view.tag_act(Tag.QUESTION))
    assert "Märkt: *Fråga*. Hur lång tid tog det?" in said["text"]
    said = tap(one, view.effort_act(Effort.SHORT))
    assert "Märkt: *Fråga · Under 5 min*." in said["text"]
    assert marked(one) == (Tag.QUESTION, Effort.SHORT)
    assert [act for _, act in acts(one)] == ["comment.tagged", "comment.timed"]


def test_the_last_tap_counts_and_the_same_tap_twice_is_one(one):
    for user, tag in ((AMIRA, Tag.CRITICAL), (JONAS, Tag.QUESTION), (JONAS, Tag.QUESTION)):
        tap(one, view.tag_act(tag), user=user)
    assert marked(one) == (Tag.QUESTION, None)
    with one.reading() as db:
        found = ledger.acts(db, f"comment:{FIRST}")
    assert [(act.who, act.detail["tag"]) for act in found] == [
        (AMIRA, "critical"),
        (JONAS, "question"),
    ]


def test_a_tag_can_be_removed_and_nobody_is_asked_about_what_is_known(one):
    tap(one, view.tag_act(Tag.OTHER))
    tap(one, view.CLEAR)
    assert marked(one) == (None, None)
    tap(one, view.CLEAR)
    assert [act for _, act in acts(one)] == ["comment.tagged", "comment.untagged"]
    tap(one, view.tag_act(Tag.OTHER))
    tap(one, view.effort_act(Effort.LONG))
    before = len(whispers(one))
    click(one, Act.HANDLE)
    assert len(whispers(one)) == before


def test_on_the_card_the_tap_shows_the_card_anew(one):
    comment_card.click(one, FakeAck(), make.click("any", FIRST, channel=COMMENTS))
    (word,) = whispers(one)
    values = [
        element["value"]
        for block in word.body["blocks"]
        if block["type"] == "actions"
        for element in block["elements"]
        if element["action_id"].startswith(("comment.tag.", "comment.effort."))
    ]
    assert values == [f"card {FIRST}"] * 7
    said = tap(one, view.tag_act(Tag.CRITICAL), value=values[0])
    assert "Det här har hänt" in said["text"]
    assert "märkte den" in said["text"]
    assert "Märkt: *Kritik*" in str(said["blocks"])


def test_praise_that_was_marked_with_a_heart_is_praise_until_somebody_says_otherwise(one):
    react(one, "blue_heart")
    assert marked(one) == (Tag.PRAISE, None)
    tap(one, view.tag_act(Tag.QUESTION))
    assert marked(one) == (Tag.QUESTION, None)


def test_only_the_team_tags_once_people_are_named(one):
    with one.transaction() as db:
        team.save(db, Team(lead=JONAS))
    assert "innehållsteamet" in tap(one, view.tag_act(Tag.CRITICAL))["text"]
    assert marked(one) == (None, None)


def test_closing_from_a_list_asks_below_what_is_said(one):
    body = make.click("any", FIRST, channel=f"D{AMIRA}")
    from handlers import comments as desk  # noqa: PLC0415 -- the one place

    desk.click(one, Act.HANDLE, FakeAck(), body)
    (word,) = whispers(one)
    assert "Vad var det" in str(word.body["blocks"])


def test_the_report_counts_what_was_tagged_and_compares_with_the_months_before(deps, hand):
    new_year.settle(deps, hand)
    with deps.transaction() as db:
        for number in range(1, 31):
            tag = Tag.CRITICAL if number <= 12 else Tag.QUESTION
            tagging.set_tag(db, page.comment(number).id, tag)
            tagging.set_effort(db, page.comment(number).id, Effort.MIDDLE)
    with deps.reading() as db:
        found = reports.gather(db, deps, month(date(2026, 12, 1)), deps.now())
    assert found.tagging.tagged == Share(30, found.comments.now.received)
    assert found.tagging.tags[Tag.CRITICAL] == Share(12, 30)
    assert found.tagging.spent.hours == (2, 8)
    assert found.tagging.flagged == 2
    assert found.tagging.then == ()  # the bot was not there before
    with deps.reading() as db:
        january = reports.gather(db, deps, month(date(2027, 1, 1)), deps.now())
    assert [each.months for each in january.tagging.then] == []
    assert "30 av 5" in say(deps, "report", "2026-12")["text"]


def write(deps, slack, user=AMIRA, **said):
    fears.click(deps, FakeAck(), make.click(fears_view.CHANGE, user=user))
    ack = FakeAck()
    fears.save(deps, ack, submission(slack.views[-1], user=user, **said))
    return ack.answer


def test_the_fear_is_written_once_in_the_settings_and_stands_beside_the_figure(deps, slack, hand):
    new_year.settle(deps, hand)
    hand.to(new_year.at(1, 9))
    assert write(deps, slack, criticism="hälften <!channel>", time="5 tim i veckan") == {}
    hand.to(new_year.LOOKED)
    said = say(deps, "report", "2026-12")
    shown = str(said["blocks"])
    assert "trodde ni 1 december 2026: ”hälften &lt;!channel&gt;”. Det blev: inget" in shown
    assert "”5 tim i veckan”. Det blev: ingen har angett tid än" in shown
    assert "Om tiden: ”5 tim i veckan”" in say(deps, "lucka", "inställningar")["text"]
    write(deps, slack, criticism="hälften", time="5 tim i veckan")
    assert "Orden ändrades 11 januari 2027" in str(say(deps, "report", "2026-12")["blocks"])


def test_an_empty_fear_and_a_strangers_one_are_refused(deps, slack):
    assert "Skriv minst en" in str(write(deps, slack, criticism=" "))
    with deps.transaction() as db:
        team.save(db, Team(lead=JONAS, members=(ELIN,)))
    fears.click(deps, FakeAck(), body := make.click(fears_view.CHANGE, user=ELIN))
    assert body
    with deps.reading() as db:
        assert tagging.fear(db) is None
    ack = FakeAck()
    fears.save(deps, ack, submission(slack.views[-1], user=ELIN, criticism="ja"))
    assert ack.answer["response_action"] == "errors"


def test_without_a_page_there_is_nothing_to_tag(deps):
    with deps.reading() as db:
        found = reports.gather(db, replace(deps, page=None), month(date(2026, 11, 1)), deps.now())
    assert found.tagging is None
