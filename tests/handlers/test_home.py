"""Opening the home tab, turning its pages, and how it follows what happens."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from bot.deps import Deps
from bot.domain.calendar import ONE_DAY
from bot.domain.outlets import DEFAULT_CADENCE
from bot.domain.plan import Entry, Status
from bot.domain.publishing import Publication
from bot.domain.team import Team
from bot.jobs import home as job
from bot.store import homes, ledger, outbox, outbox_looks, outlets, posts, publications, team
from bot.store.outbox import Kind
from bot.views import gaps as gaps_view
from bot.views import home as view
from bot.views import idea_routing
from bot.views import plan as plan_view
from handlers import gaps, home, plan_acts, plan_forms
from tests import make, publishing
from tests.commands import say
from tests.fakes import FakeAck, FakeSlack, Hand
from tests.forms import submission
from tests.make import AMIRA, ELIN, GUEST, JONAS, NOW
from tests.publishing import FakePage

WEDNESDAY = date(2026, 11, 25)
FRIDAY_AT_11 = datetime(2026, 11, 27, 10, tzinfo=UTC)


def event(user: str = AMIRA, *, tab: str = "home", event_id: str = "Ev1") -> dict[str, Any]:
    return {
        "type": "event_callback",
        "event_id": event_id,
        "team_id": "T0LUCKA",
        "event": {"type": "app_home_opened", "user": user, "channel": "D0AMIRA", "tab": tab},
    }


def opened(deps: Deps, user: str = AMIRA, **fields: Any) -> list[str]:
    """Open the tab and return what it shows, a text a block."""
    ack = FakeAck()
    home.opened(deps, ack, event(user, **fields))
    assert ack.answer == {}
    return shown(deps, user)


def blocks(deps: Deps, user: str = AMIRA) -> list[dict[str, Any]]:
    """Return the blocks of the tab as it is decided."""
    with deps.reading() as db:
        (row,) = db.query("select body, kind from outbox where key = ?", [f"home:{user}"])
    assert row["kind"] == Kind.HOME
    found: list[dict[str, Any]] = json.loads(row["body"])["blocks"]
    return found


def shown(deps: Deps, user: str = AMIRA) -> list[str]:
    return [json.dumps(block, ensure_ascii=False) for block in blocks(deps, user)]


def part(deps: Deps, title: str, user: str = AMIRA) -> list[str]:
    """Return the texts of the sections under the heading *title*."""
    found: list[str] = []
    inside = False
    for block in blocks(deps, user):
        if block["type"] == "header":
            inside = title in block["text"]["text"]
        elif inside and block["type"] == "section":
            found.append(block["text"]["text"])
    return found


def plan(deps: Deps, title: str, day: date, **fields: Any) -> int:
    with deps.transaction() as db:
        entry = Entry(title, day=day, at=time(11), **{"outlet_id": 1, "owner": AMIRA, **fields})
        return posts.add(db, entry, who=AMIRA, now=deps.now()).id


def click(deps: Deps, listener: Any, action_id: str, value: str, **where: Any) -> None:
    """Use a button and let the tabs follow."""
    listener(deps, FakeAck(), make.click(action_id, value, **where))
    job.drain(deps)


def take_wednesday(deps: Deps, user: str = AMIRA, channel: str | None = None) -> None:
    click(deps, gaps.take, gaps_view.TAKE, "1 2026-11-25 11:00", user=user, channel=channel)


def test_the_tab_shows_how_the_plan_stands(deps: Deps) -> None:
    text = "".join(opened(deps))
    assert "Hej Amira Haddad!" in text
    assert "Planen räcker till i morgon" in text
    assert "□□□□□□□□□□□□ 1 av 60 dagar utan lucka" in text
    assert "14 dagar: 0 av 6, ingen klar" in text
    assert "onsdag 25 november: *Lucka* · Facebook kl. 11.00" in text
    assert "kommentar" not in text


def test_every_slot_of_eight_weeks_says_its_state_and_posts_outside_slots_are_there(
    deps: Deps,
) -> None:
    plan(deps, "Utkast", WEDNESDAY)
    plan(deps, "Klart", date(2026, 11, 27), status=Status.READY, owner=None)
    plan(deps, "Utanför", date(2026, 11, 28), outlet_id=2)
    plan(deps, "Bortom", date(2027, 1, 19))
    plan(deps, "Sist", date(2027, 1, 17))
    click(deps, gaps.leave_empty, gaps_view.LEAVE_EMPTY, "1 2026-11-30 11:00")
    text = "".join(opened(deps))
    assert "*Utkast* · Facebook kl. 11.00 · utkast · Amira Haddad" in text
    assert "*Klart* · Facebook kl. 11.00 · klart · ingen ansvarig" in text
    assert "lördag 28 november: *Utanför* · Webb kl. 11.00" in text
    assert "måndag 30 november: lämnas tom" in text
    assert "fredag 25 december, Juldagen: ledig dag" in text
    assert ["v. 48" in text, "v. 2 " in text, "v. 3 " in text] == [True, True, False]
    assert "*Sist*" in text


def test_the_tab_shows_my_five_next_posts_the_late_ones_first_and_nobody_elses(deps: Deps) -> None:
    for number in range(1, 8):
        plan(deps, f"Mitt {number}", date(2026, 12, number))
    plan(deps, "Försenat", date(2026, 11, 20))
    plan(deps, "Jonas", date(2026, 12, 1), owner=JONAS)
    done = plan(deps, "Ute", date(2026, 11, 24))
    with deps.transaction() as db:
        posts.update(db, replace(posts.get(db, done), status=Status.PUBLISHED))
    opened(deps)
    mine = part(deps, "Dina inlägg")
    titles = [line.split("*")[1] for line in mine]
    assert titles == ["Försenat", *(f"Mitt {number}" for number in range(1, 5))]
    assert "utkast, skulle ha gått ut" in mine[0]
    assert "… och 3 till." in "".join(shown(deps))


def test_the_tab_is_up_to_date_whenever_it_is_opened(deps: Deps, hand: Hand) -> None:
    opened(deps)
    plan(deps, "Nytt", WEDNESDAY)
    hand.on(minutes=5)
    text = "".join(opened(deps, event_id="Ev2"))
    assert "*Nytt*" in text
    assert "kl. 8.20" in text


def test_the_tab_speaks_english_too(english: Deps) -> None:
    text = "".join(opened(english))
    assert "Hello Amira Haddad!" in text
    assert "Getting started: 0 of 5 steps done" in text


def test_a_guest_sees_whom_to_ask_and_nothing_of_the_plan(deps: Deps) -> None:
    text = "".join(opened(deps, GUEST))
    assert deps.words("refusal-not-a-member") in text
    assert "november" not in text
    take_wednesday(deps)
    assert "".join(shown(deps, GUEST)) == text


def test_the_tab_of_messages_is_none_of_our_business(deps: Deps) -> None:
    ack = FakeAck()
    home.opened(deps, ack, event(tab="messages"))
    assert ack.answer == {}
    with deps.reading() as db:
        assert outbox.pending(db) == []


def test_slack_telling_twice_changes_nothing(deps: Deps, hand: Hand) -> None:
    before = opened(deps)
    hand.on(minutes=5)
    assert opened(deps) == before


# -- after each act


@pytest.mark.parametrize("channel", [None, make.PLAN], ids=["on the tab", "in a channel"])
def test_who_acts_sees_it_on_their_tab_wherever_they_act_and_whenever_they_opened_it(
    deps: Deps, hand: Hand, channel: str | None
) -> None:
    opened(deps)
    hand.on(hours=26)
    click(deps, gaps.take, gaps_view.TAKE, "1 2026-11-27 11:00", channel=channel)
    assert "Inlägg av Amira Haddad" in "".join(shown(deps))


def test_those_who_opened_their_tab_within_a_day_see_what_others_do(deps: Deps, hand: Hand) -> None:
    opened(deps, JONAS, event_id="Ev1")
    hand.on(hours=2)
    opened(deps, ELIN, event_id="Ev2")
    hand.on(hours=22)
    click(deps, gaps.take, gaps_view.TAKE, "1 2026-11-27 11:00")
    assert "Inlägg av Amira Haddad" in "".join(shown(deps, ELIN))
    assert "Inlägg av Amira Haddad" not in "".join(shown(deps, JONAS))
    with deps.reading() as db:  # who never opened theirs has none to keep true
        assert outbox.place(db, f"home:{AMIRA}") is None
        assert f"home:{AMIRA}" not in outbox_looks.revisions(db)


def test_being_shown_anew_does_not_count_as_opening(deps: Deps, hand: Hand) -> None:
    opened(deps, JONAS)
    for _ in range(3):
        hand.on(hours=10)
        click(deps, gaps.leave_empty, gaps_view.LEAVE_EMPTY, "1 2026-11-30 11:00")
        click(deps, gaps.restore, gaps_view.RESTORE, "1 2026-11-30 11:00")
    with deps.reading() as db:
        assert [(v.user, v.opened) for v in homes.viewers(db)] == [(JONAS, NOW)]
    assert "kl. 4.15" in shown(deps, JONAS)[-1]


def test_at_most_ten_tabs_are_shown_anew_and_the_actors_is_among_them(
    deps: Deps, hand: Hand
) -> None:
    people = [AMIRA, *(f"U0NR{number}" for number in range(12))]
    for number, user in enumerate(people):
        opened(deps, user, event_id=f"Ev{number}")
        hand.on(minutes=1)
    take_wednesday(deps)
    seen = [user for user in people if "Inlägg av Amira Haddad" in "".join(shown(deps, user))]
    assert seen == [AMIRA, *people[-9:]]


def test_nothing_is_done_where_nothing_has_happened(deps: Deps, hand: Hand) -> None:
    opened(deps)
    take_wednesday(deps)
    before = shown(deps)
    hand.on(minutes=5)
    assert job.drain(deps) > 60
    assert shown(deps) == before


def test_filling_moving_and_marking_can_be_done_in_place(deps: Deps, slack: FakeSlack) -> None:
    opened(deps)
    fill = next(b["accessory"] for b in blocks(deps) if "Fyll" in str(b.get("accessory")))
    plan_forms.click_gap(
        deps, FakeAck(), make.click(fill["action_id"], fill["value"], channel=None)
    )
    form = submission(slack.views[-1], title="Öppet hus", text="Välkommen!")
    plan_forms.save(deps, FakeAck(), form)
    job.drain(deps)
    assert "*Öppet hus*" in part(deps, "Dina inlägg")[0]
    menu = next(b["accessory"] for b in blocks(deps) if "post.menu" in str(b.get("accessory")))
    values = [option["value"].partition(" ")[0] for option in menu["options"]]
    assert values == ["open", "change", "move", "ready", "cancel"]
    ready = menu["options"][3]["value"]
    click(deps, plan_acts.choose, plan_view.MENU, ready, channel=None)
    assert "· klart ·" in part(deps, "Dina inlägg")[0]


# -- pages


@pytest.fixture
def many(deps: Deps) -> Deps:
    """Ten outlets that each want three posts a week."""
    with deps.transaction() as db:
        for number in range(9):
            outlets.add(db, f"Kanal {number}", DEFAULT_CADENCE)
    return deps


def turns(deps: Deps) -> dict[str, str]:
    """Return the values of the buttons that turn the page."""
    found = [e for b in blocks(deps) if b["type"] == "actions" for e in b["elements"]]
    return {e["action_id"]: e["value"] for e in found if e["action_id"].startswith("home.")}


def test_all_pages_together_show_every_row_and_turn_back_and_forth(many: Deps) -> None:
    opened(many)
    gaps_shown, pages = 0, 0
    while True:
        assert len(blocks(many)) <= 100
        pages += 1
        gaps_shown += sum("plan.fill" in t or "slot.menu" in t for t in shown(many))
        if view.LATER not in turns(many):
            break
        click(many, home.turn, view.LATER, turns(many)[view.LATER], channel=None)
    assert gaps_shown == 10 * 23
    assert pages == 4
    assert f"sida {pages} av {pages}" in "".join(shown(many))
    click(many, home.turn, view.EARLIER, turns(many)[view.EARLIER], channel=None)
    assert f"sida {pages - 1} av {pages}" in "".join(shown(many))


def test_the_page_stays_through_acts_until_the_tab_is_opened_anew(many: Deps) -> None:
    opened(many)
    click(many, home.turn, view.LATER, "2", channel=None)
    take_wednesday(many)
    assert "sida 3 av 4" in "".join(shown(many))
    take_wednesday(many, JONAS)
    assert "sida 3 av 4" in "".join(shown(many))
    assert "sida 1 av 4" in "".join(opened(many, event_id="Ev2"))


def test_a_page_that_is_gone_is_the_last_and_a_forged_one_is_refused(deps: Deps) -> None:
    opened(deps)
    click(deps, home.turn, view.LATER, "999999", channel=None)
    assert "v. 48" in "".join(shown(deps))
    click(deps, home.turn, view.LATER, "-1", channel=None)
    with deps.reading() as db:
        notes = [item.body["text"] for item in outbox.pending(db) if item.kind is not Kind.HOME]
    assert notes == [deps.words("refusal-stale")]


# -- the first steps


def test_the_checklist_follows_what_the_team_does_and_never_comes_back(
    deps: Deps, hand: Hand
) -> None:
    opened(deps)
    assert part(deps, "Kom i gång: 0 av 5")[0].count("○ Att göra") == 5
    say(deps, "idea", "Så bokar du vaccin")
    say(deps, "plan", "fredag 11.00 Öppet hus")
    job.drain(deps)
    (lines,) = part(deps, "Kom i gång: 2 av 5")
    assert "○ Att göra: säg vem som är huvudansvarig. Skriv `/lucka inställningar`." in lines
    assert "✔ Gjort: spara en idé\n✔ Gjort: planera ett inlägg\n○ Att göra: markera" in lines
    day = deps.today()
    for number in range(15):
        plan(deps, f"Nr {number}", day + timedelta(days=number), status=Status.READY)
    take_wednesday(deps, JONAS)
    with deps.transaction() as db:
        team.save(db, Team(AMIRA, (), ()))
    opened(deps, event_id="Ev2")
    assert "Kom i gång" not in "".join(shown(deps))
    hand.on(days=20)
    assert "Kom i gång" not in "".join(opened(deps, event_id="Ev3"))
    with deps.reading() as db:
        assert homes.steps_are_done(db)


def test_a_ready_post_can_be_published_from_the_tab_and_its_state_is_seen(
    deps: Deps, hand: Hand
) -> None:
    desk = replace(deps, page=FakePage(hand))
    publishing.allowed(desk)
    post = publishing.ready(desk)
    assert f"go_out {post.id}" in "".join(opened(desk))
    with desk.transaction() as db:
        waits = Publication(
            0, post.id, post.revision, 1, post.text, None, AMIRA, True, FRIDAY_AT_11, FRIDAY_AT_11
        )
        publications.add(db, waits)
    assert "Går ut på Facebook fredag 27 november kl. 11.00." in "".join(
        opened(desk, event_id="Ev2")
    )


def test_what_happens_on_the_page_is_seen_too(deps: Deps) -> None:
    opened(deps)
    plan(deps, "Nytt", deps.today() + ONE_DAY)
    with deps.transaction() as db:
        ledger.record(db, "facebook", "comment.answered", "comment:1", now=deps.now())
    job.drain(deps)
    assert "*Nytt*" in "".join(shown(deps))


def test_ideas_that_wait_are_counted_with_the_way_to_them(deps: Deps) -> None:
    assert "idéer väntar" not in str(opened(deps))
    for number in range(2):
        say(deps, "idea", f"Idé {number}")
    text = str(opened(deps, event_id="Ev2"))
    assert "2 idéer väntar på beslut" in text
    assert idea_routing.WAITING in text
