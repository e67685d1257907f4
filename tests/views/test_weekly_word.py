"""The weekly word as it is drafted, changed and sent."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain.plan import Status
from bot.domain.weekly_word import TEXT_LIMIT, Weekly, Word
from bot.views import weekly_word as view
from bot.views.forms import Origin
from tests.conftest import enforce_limits
from tests.make import post

FRIDAY = date(2026, 11, 27)
WEEKLY = Weekly(5, "C0ALLMANT")
WORD = Word(
    FRIDAY,
    (post(1, date(2026, 11, 24), title="Så bokar du <!channel>", status=Status.PUBLISHED),),
    (post(2, date(2026, 12, 1), title="Jul i länet"), post(3, date(2026, 12, 3), title="Öppet")),
    "Tack för allt!",
)
CROWDED = replace(
    WORD,
    went=tuple(post(n, FRIDAY, title="W" * 300) for n in range(60)),
    coming=tuple(post(n, FRIDAY + timedelta(days=n % 7), title="W" * 300) for n in range(60)),
    nice="W " * 900,
)


@pytest.mark.parametrize("weekly", [WEEKLY, Weekly(5), Weekly()], ids=["on", "nowhere", "off"])
def test_the_setting_says_when_and_where(words, weekly, snapshot):
    topic = view.topic(words, weekly)
    snapshot({"blocks": [], "said": [topic.title, topic.now]})
    form = view.form(words, weekly, Origin("C1"))
    enforce_limits(form["blocks"])


def test_while_it_is_off_there_is_only_the_text(words):
    shown = view.draft(words, Weekly(), WORD, prefix="", week="2026-W48")
    assert [block["type"] for block in shown["blocks"]] == ["section", "rich_text", "context"]


@pytest.mark.parametrize("weekly", [WEEKLY, Weekly(5)], ids=["to a channel", "to copy"])
def test_the_draft_is_a_text_that_can_be_sent(words, weekly, snapshot):
    snapshot(view.draft(words, weekly, WORD, prefix="", week="2026-W48"))


def test_a_week_of_which_there_is_nothing_to_tell(words):
    said = view.draft(words, WEEKLY, Word(FRIDAY, (), ()), prefix="", week="2026-W48")
    assert said["text"] == words("weekly-empty")


def test_the_longest_word_can_be_shown_changed_and_sent(words):
    said = view.text(words, CROWDED, prefix="lucka-")
    assert len(said) <= TEXT_LIMIT
    enforce_limits(view.draft(words, WEEKLY, CROWDED, prefix="", week="2026-W48")["blocks"])
    enforce_limits(view.edit(words, WEEKLY, said, Origin())["blocks"])
    enforce_limits(view.sent("&" * TEXT_LIMIT)["blocks"])


def test_what_is_sent_pings_nobody():
    assert "<!channel>" not in view.sent("Hej <!channel>")["text"]


@pytest.mark.parametrize("is_sent", [True, False], ids=["sent", "skipped"])
def test_what_was_decided_stands_in_the_drafts_place(words, is_sent, snapshot):
    said = view.decided(words, who="<!here>", week="2026-W08", is_sent=is_sent, channel="C1")
    snapshot(said)
