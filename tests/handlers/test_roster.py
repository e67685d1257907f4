"""Who watches: turns by the lead, days taken over by anybody, and one line where it is of use."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.members import Member, MemberKind
from bot.domain.roster import Roster
from bot.domain.team import Team
from bot.jobs import digest, home
from bot.jobs.due import Due
from bot.store import ledger, outbox, presence, team
from bot.store import roster as store
from bot.views import roster as view
from handlers import roster
from tests import make
from tests.commands import say
from tests.fakes import FakeAck
from tests.forms import filled, submission
from tests.make import AMIRA, ELIN, GUEST, JONAS, NOW
from tests.publishing import FakePage

TODAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def lead(deps):
    with deps.transaction() as db:
        team.save(db, Team(AMIRA, (JONAS,), (ELIN,)))


def form(deps, slack, action_id=view.TURNS, *, user=AMIRA):
    roster.click(deps, action_id, FakeAck(), make.click(action_id, user=user))
    return slack.views[-1]


def send(deps, listener, opened, *, user=AMIRA, **said):
    ack = FakeAck()
    listener(deps, ack, submission(opened, user=user, **said))
    return ack.answer


def turns(deps, slack, *people, first="2026-11-24"):
    opened = form(deps, slack)
    return send(deps, roster.save_turns, opened, people=[*people], **{"from": first})


def take(deps, slack, *, user, **said):
    opened = form(deps, slack, view.SWAP, user=user)
    return send(deps, roster.save_swap, opened, user=user, **said)


def told(deps):
    with deps.reading() as db:
        return [item.body for item in outbox.pending(db) if item.kind == "note"]


def stored(deps):
    with deps.reading() as db:
        return store.load(db, TODAY)


def press(deps, listener, *, user):
    element = told(deps)[-1]["blocks"][-1]["elements"][0]
    listener(deps, FakeAck(), make.click(element["action_id"], element["value"], user=user))


def test_the_settings_say_that_nobody_watches_yet(deps, english):
    assert "Ingen har bevakning än" in say(deps, "lucka", "settings")["text"]
    assert "Nobody watches yet" in say(english, "lucka", "settings")["text"]


def test_turns_are_set_said_and_written_down(deps, slack):
    turns(deps, slack, ELIN, JONAS)
    assert stored(deps) == Roster((ELIN, JONAS), TODAY)
    said = told(deps)[-1]["text"]
    assert said.startswith("Sparat. Så här är det nu:\nBevakar i dag: Elin Lindqvist\nv. 48 ")
    assert "v. 49 (30 nov–6 dec): Jonas Berg" in said
    assert "v. 53 (28 dec–3 jan): Jonas Berg" in said
    assert "v. 1 (4–10 jan): Elin Lindqvist" in said
    with deps.reading() as db:
        (act,) = ledger.acts(db, "roster")
    assert (act.act, act.detail["people"]) == ("roster.turns", f"{ELIN} {JONAS}")
    assert filled(form(deps, slack), "from") == "2026-11-24"


def test_turns_can_be_emptied_again(deps, slack):
    turns(deps, slack, ELIN)
    turns(deps, slack)
    assert stored(deps).people == ()
    assert "Ingen har bevakning än" in told(deps)[-1]["text"]


def test_a_guest_cannot_watch(deps, slack):
    assert "Bara medlemmar" in turns(deps, slack, ELIN, GUEST)["errors"]["people"]
    answer = take(deps, slack, user=AMIRA, person=GUEST)
    assert "Bara medlemmar" in answer["errors"]["last"]
    assert stored(deps) == Roster()


def test_a_colleague_sets_no_turns_but_takes_over_a_day_and_gives_it_back(deps, slack):
    turns(deps, slack, AMIRA)
    roster.click(deps, view.TURNS, FakeAck(), make.click(view.TURNS, user=ELIN))
    assert "Det bestämmer huvudansvarig" in told(deps)[-1]["text"]
    opened = form(deps, slack, view.SWAP, user=ELIN)
    assert [block["block_id"] for block in opened["blocks"]] == ["first", "last"]
    take(deps, slack, user=ELIN, first="2026-11-28", last="2026-11-28")
    assert told(deps)[-1]["text"] == "Elin Lindqvist bevakar lördag 28 november."
    press(deps, roster.remove, user=ELIN)
    assert stored(deps).swaps == {}
    assert told(deps)[-1]["text"].startswith("Lördag 28 november är som i turerna igen.")
    press(deps, roster.restore, user=ELIN)
    assert stored(deps).swaps == {date(2026, 11, 28): ELIN}


def test_a_colleague_takes_nobody_elses_day_away(deps, slack):
    take(deps, slack, user=AMIRA, person=JONAS, first="2026-11-28", last="2026-11-29")
    assert "Jonas Berg bevakar lördag 28 november till och med söndag 29" in told(deps)[-1]["text"]
    for _ in range(2):
        roster.remove(deps, FakeAck(), make.click(view.REMOVE, "2026-11-28", user=ELIN))
        assert "Andras dagar ändrar huvudansvarig" in told(deps)[-1]["text"]
    restored = make.click(view.RESTORE, f"2026-11-30 {JONAS}", user=ELIN)
    roster.restore(deps, FakeAck(), restored)
    assert len(stored(deps).swaps) == 2
    roster.show(deps, FakeAck(), make.click(view.SHOW, user=ELIN))
    assert view.REMOVE not in str(told(deps)[-1])


def test_a_day_given_back_twice_has_a_kind_answer(deps, slack):
    take(deps, slack, user=ELIN, first="2026-11-28", last="2026-11-28")
    for _ in range(2):
        roster.remove(deps, FakeAck(), make.click(view.REMOVE, "2026-11-28", user=AMIRA))
    assert "har ingen tagit över längre" in told(deps)[-1]["text"]


WRONG = {"past": ("2026-11-23", "2026-11-24"), "backwards": ("2026-11-26", "2026-11-25")}


@pytest.mark.parametrize(("first", "last"), WRONG.values(), ids=WRONG.keys())
def test_days_that_make_no_sense_are_refused(deps, slack, first, last):
    answer = take(deps, slack, user=ELIN, first=first, last=last)
    assert "De dagarna stämmer inte" in answer["errors"]["last"]


def test_a_turn_and_a_name_that_people_wrote_do_nothing(deps, slack):
    turns(deps, slack, ELIN)
    with deps.transaction() as db:
        db.execute("update members set name = '<!channel>' where id = ?", [ELIN])
    roster.show(deps, FakeAck(), make.click(view.SHOW))
    assert "<!channel>" not in str(told(deps)[-1])


def morning(deps):
    digest.run(deps, Due(TODAY, NOW, NOW))
    return texts(deps)["digest:2026-11-24"]


def texts(deps):
    with deps.reading() as db:
        return {item.key: str(item.body) for item in outbox.pending(db)}


def tab(deps):
    with deps.transaction() as db:
        home.show(db, deps, Member(AMIRA, "Amira", MemberKind.MEMBER, NOW))
    return texts(deps)[f"home:{AMIRA}"]


def test_who_watches_today_stands_in_the_digest_and_at_home_and_follows(deps, slack, hand):
    deps = replace(deps, page=FakePage(hand))
    assert "Bevakar" not in morning(deps) + tab(deps)
    turns(deps, slack, ELIN, JONAS)
    assert "Bevakar i dag: Elin Lindqvist" in texts(deps)["digest:2026-11-24"]
    assert "Bevakar i dag: Elin Lindqvist" in tab(deps)
    with deps.transaction() as db:
        presence.add_absence(db, ELIN, TODAY, date(2026, 11, 25))
    assert "Bevakar i dag: Jonas Berg" in tab(deps)
    with deps.transaction() as db:
        presence.add_absence(db, JONAS, TODAY, date(2026, 11, 25))
    assert "Ingen bevakar i dag" in tab(deps)
