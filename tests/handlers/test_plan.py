"""`/plan`: shown, asked and planned in one line."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from bot.domain.ideas import read
from bot.domain.outlets import Slot
from bot.domain.plan import Entry, Status
from bot.store import gaps, ideas, ledger, outbox, posts
from handlers import plan as handler
from tests import make
from tests.commands import say
from tests.fakes import FakeAck

START, END = date(2026, 1, 1), date(2030, 1, 1)


def command(deps, text, *, user=make.AMIRA):
    return say(deps, "plan", text, user=user)


def planned(deps):
    with deps.reading() as db:
        return posts.between(db, START, END)


def put(deps, title, day, **fields):
    entry = Entry(title, fields.pop("outlet", 1), day, fields.pop("at", time(11)), **fields)
    with deps.transaction() as db:
        return posts.add(db, entry, who=make.AMIRA, now=deps.now())


def buttons(message):
    found = []
    for block in message["blocks"]:
        elements = block.get("elements") or [block.get("accessory")]
        found += [e for e in elements if e and e["type"] == "button"]
    return found


@pytest.mark.parametrize(
    ("text", "day", "at", "outlet", "title"),
    [
        ("fredag 11.00 Öppet hus", (2026, 11, 27), time(11), 1, "Öppet hus"),
        ("i morgon Vaccin", (2026, 11, 25), time(11), 1, "Vaccin"),
        ("28/11 14.30 webb Nya tider", (2026, 11, 28), time(14, 30), 2, "Nya tider"),
        ("2026-12-01 intranät Hej", (2026, 12, 1), time(9), 3, "Hej"),
        ("v. 50 Luciatåg", (2026, 12, 7), time(11), 1, "Luciatåg"),
        ("v. 50 15.00 Luciatåg", (2026, 12, 7), time(15), 1, "Luciatåg"),
        ("next Tuesday Flu", (2026, 12, 1), time(11), 1, "Flu"),
        ("fredag r&amp;d &lt;3", (2026, 11, 27), time(11), 1, "r&d <3"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_one_line_is_a_post(deps, text, day, at, outlet, title):
    answer = command(deps, text)
    (post,) = planned(deps)
    assert (post.title, post.slot) == (title, Slot(date(*day), at, outlet))
    assert (post.owner, post.status) == (make.AMIRA, Status.DRAFT)
    assert answer["text"].startswith("Planerat: *")
    assert [b["text"]["text"] for b in buttons(answer)] == ["Ändra", "Ångra"]
    with deps.reading() as db:
        assert [act.act for act in ledger.acts(db, f"post:{post.id}")] == ["post.planned"]


def test_the_answer_says_how_the_line_was_understood(deps):
    said = command(deps, "fre 11.00 Öppet hus <!channel>")["text"]
    assert said == (
        "Planerat: *Öppet hus &lt;!channel&gt;*, fredag 27 november (v. 48) kl. 11.00 "
        "· Facebook · utkast · Amira Haddad"
    )


def test_today_after_the_usual_hour_means_the_next_full_hour(deps, hand):
    hand.to(datetime(2026, 11, 24, 12, 20, tzinfo=UTC))
    command(deps, "i dag Snöstorm")
    assert planned(deps)[0].at == time(14)


def test_a_second_post_on_the_same_day_is_planned_and_said(deps):
    put(deps, "Öppet hus", date(2026, 11, 27))
    answer = command(deps, "fredag 11.00 Vaccin")
    assert len(planned(deps)) == 2
    assert "OBS, inom samma timme i samma kanal: ”Öppet hus” kl. 11.00." in answer["text"]


def test_a_free_day_is_said(deps):
    assert "Dagen är ledig: Julafton." in command(deps, "24/12 God jul")["text"]


def test_the_title_of_a_free_idea_links_it(deps):
    with deps.transaction() as db:
        idea = ideas.add(db, read("Öppet hus"), author=make.JONAS, now=make.NOW)
    answer = command(deps, "fredag ÖPPET hus")
    assert planned(deps)[0].idea_id == idea.id
    assert "Kommer från idén ”Öppet hus”." in answer["text"]
    command(deps, "måndag öppet hus")
    assert [post.idea_id for post in planned(deps)] == [idea.id, None]


def test_the_same_line_entered_twice_is_planned_once_and_said(deps, hand):
    command(deps, "fredag Öppet hus")
    assert command(deps, "fredag Öppet hus")["text"].startswith("Det har jag redan")
    assert len(planned(deps)) == 1
    hand.on(minutes=1)
    command(deps, "fredag Öppet hus")
    assert len(planned(deps)) == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hej hopp", "Jag ser ingen dag i ”hej hopp”"),
        ("fredag", "Rubriken saknas"),
        ("31/11 Öppet hus", "finns inte i kalendern"),
        ("fredag kl. 25 Öppet hus", "klockslag"),
        ("v. 60 Öppet hus", "Vecka 60 finns inte 2026."),
        ("23/11 Öppet hus", "har redan varit"),
        ("i dag 07.00 Öppet hus", "har redan varit"),
        ("28/3/2027 02.30 Öppet hus", "sommartid"),
        ("fredag " + "x" * 200, "Korta den till högst 150"),
        ("v. 50 webb Öppet hus", "Det finns ingen lucka v. 50"),
        ("<!channel>", "Jag ser ingen dag i ”&lt;!channel&gt;”"),
        ("x" * 4000, "Jag ser ingen dag"),
        ("🎉", "Jag ser ingen dag"),
        ("fredag \u200b", "Rubriken saknas"),
    ],
    ids=lambda value: value[:12],
)
def test_what_cannot_be_planned_gets_a_kind_answer_and_writes_nothing(deps, text, said):
    answer = command(deps, text)
    assert said in answer["text"]
    assert planned(deps) == []


@pytest.mark.parametrize("moment", [make.NOW, datetime(2026, 12, 30, 9, tzinfo=UTC)])
def test_the_examples_given_are_right_on_that_day(deps, hand, moment):
    hand.to(moment)
    said = command(deps, "hej hopp")["text"]
    examples = [line.split("`")[1] for line in said.splitlines() if "`" in line]
    assert len(examples) == 3
    for example in examples:
        assert command(deps, example.removeprefix("/plan "))["text"].startswith("Planerat")


def test_the_next_weeks_show_posts_gaps_and_what_is_left_empty(deps):
    put(deps, "Öppet hus", date(2026, 11, 27), owner=make.JONAS, status=Status.READY)
    with deps.transaction() as db:
        gaps.leave_empty(db, Slot(date(2026, 11, 30), time(11), 1), who=make.AMIRA, now=make.NOW)
    lines = command(deps, "")["text"].splitlines()
    assert lines[:5] == [
        "Planen räcker till i morgon, onsdag 25 november: då är första luckan.",
        "*v. 48 (23–29 nov)*",
        "onsdag 25 november: *Lucka* · Facebook kl. 11.00",
        "fredag 27 november: *Öppet hus* · Facebook kl. 11.00 · klart · Jonas Berg",
        "*v. 49 (30 nov–6 dec)*",
    ]
    assert lines[5] == "måndag 30 november: lämnas tom · Facebook kl. 11.00"


def test_a_post_that_should_be_out_says_so(deps):
    put(deps, "Öppet hus", date(2026, 11, 23))
    assert "utkast, skulle ha gått ut" in command(deps, "v. 48")["text"]


def test_further_weeks_begin_where_the_shown_ones_end(deps):
    (more,) = [b for b in buttons(command(deps, "")) if b["action_id"] == "plan.more"]
    assert more["value"] == "2026-12-14"
    handler.more(deps, FakeAck(), make.click("plan.more", more["value"]))
    with deps.reading() as db:
        (item,) = outbox.pending(db)
    assert "v. 51" in item.body["text"]
    assert "v. 53 (28 dec–3 jan)" in item.body["text"]
    assert "fredag 25 december, Juldagen: ledig dag." in item.body["text"]


@pytest.mark.parametrize("value", ["", "x", "2026-13-01", "9999-12-31", "0001-01-01"])
def test_foreign_days_get_a_clear_word(deps, value):
    handler.more(deps, FakeAck(), make.click("plan.more", value))
    with deps.reading() as db:
        assert "finns inte längre" in outbox.pending(db)[0].body["text"]


@pytest.mark.parametrize("text", ["gaps", "luckor", "LUCKOR"])
def test_the_gaps_are_listed_to_the_horizon_with_a_button_each(deps, text):
    answer = command(deps, text)
    assert "fredag 22 januari 2027 (v. 3)" in answer["text"]
    found = [b["accessory"]["action_id"] for b in answer["blocks"] if "accessory" in b]
    assert Counter(found) == {"plan.fill": 23, "slot.menu": 3}


def test_a_full_plan_has_no_gaps(deps):
    with deps.transaction() as db:
        for gap in posts.plan(db, date(2026, 11, 24), date(2027, 1, 24)).slots():
            entry = Entry("Fullt", gap.outlet_id, gap.day, gap.at)
            posts.add(db, entry, who=make.AMIRA, now=make.NOW)
    assert command(deps, "luckor")["text"] == "Inga luckor på 60 dagar."


@pytest.mark.parametrize("text", ["vecka 53", "week 53", "v. 53", "53"])
def test_one_week_is_shown_whole(deps, text):
    put(deps, "Gott nytt år", date(2027, 1, 1))
    said = command(deps, text)["text"]
    assert said.startswith("*v. 53 (28 dec–3 jan)*")
    assert "Gott nytt år" in said


@pytest.mark.parametrize("text", ["vecka", "week"])
def test_a_week_without_a_number_is_this_one(deps, text):
    assert command(deps, text)["text"].startswith("*v. 48")


def test_a_crowded_plan_is_cut_to_what_slack_takes_and_counts_the_rest(deps):
    for number in range(70):
        put(deps, f"Inlägg {number}", date(2026, 11, 25), at=time(8 + number % 10))
    blocks = command(deps, "")["blocks"]
    assert 45 <= len(blocks) <= 50
    rows = sum(block["type"] == "section" for block in blocks) - 1  # the first line is the runway
    (rest,) = [block["elements"][0]["text"] for block in blocks if block["type"] == "context"]
    assert rest.startswith(f"… och {70 + 7 - rows} till.")  # seven gaps in these three weeks


def test_help_says_what_can_be_written(deps):
    renamed = replace(deps, settings=replace(deps.settings, command_prefix="lucka-"))
    assert "/lucka-plan luckor" in command(renamed, "hjälp")["text"]


@pytest.mark.parametrize("text", ["add", "ny", "lägg till"])
def test_the_form_is_opened_on_request(deps, slack, text):
    assert command(deps, text) == {}
    assert slack.views[0]["callback_id"] == "plan.save"


def test_it_all_speaks_english_too(english):
    said = command(english, "Friday 11:00 Open house")["text"]
    assert said == (
        "Planned: *Open house*, Friday 27 November (week 48) at 11:00 "
        "on Facebook · draft · Amira Haddad"
    )
    assert "*Gap* · Facebook at 11:00" in command(english, "")["text"]
    examples = [x.split("`")[1] for x in command(english, "hey")["text"].splitlines() if "`" in x]
    for example in examples:
        assert command(english, example.removeprefix("/plan "))["text"].startswith("Planned")


def test_words_that_cannot_be_seen_are_asked_for_with_the_examples_once(deps):
    said = command(deps, "\u200b")["text"]
    assert said.count("•") == 3


def test_a_refusal_begins_like_a_sentence(deps):
    assert command(deps, "i går Öppet hus")["text"].startswith("Måndag 23 november (v. 48) har")
