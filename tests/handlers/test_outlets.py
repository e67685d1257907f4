"""Outlets and their cadences in the settings: every act, its way back, and who may not."""

from datetime import date, time

import pytest

from bot.domain.outlets import Cadence, Departure, Pause
from bot.domain.plan import Entry
from bot.domain.team import Team
from bot.store import ledger, outbox, outlets, posts, team
from bot.views import cadences as cadence_view
from bot.views import outlets as view
from handlers import cadences, settings
from handlers import outlets as handler
from tests import make
from tests.commands import say
from tests.fakes import FakeAck
from tests.forms import filled, submission
from tests.make import AMIRA, ELIN

MONDAYS = Cadence("FREQ=WEEKLY;BYDAY=MO,WE,FR", time(11))
SUNDAYS = Cadence("FREQ=WEEKLY;BYDAY=SU", time(18))
NEXT = "Nästa tider: onsdag 25 november kl. 11.00"


def outlet(deps, number=1):
    with deps.reading() as db:
        return outlets.get(db, number)


def told(deps):
    with deps.reading() as db:
        return [item.body for item in outbox.pending(db) if item.user]


def said(deps):
    return told(deps)[-1]["text"]


def press(deps, slack, listener, value="", *, user=AMIRA):
    """Click, and return the form that opens."""
    before = len(slack.views)
    listener(deps, FakeAck(), make.click("x", value, user=user))
    return slack.views[-1] if len(slack.views) > before else None


def send(deps, listener, form, *, user=AMIRA, **fields):
    ack = FakeAck()
    listener(deps, ack, submission(form, user=user, **fields))
    return ack.answer


def undo(deps):
    """Press the undo button of the last answer."""
    element = told(deps)[-1]["blocks"][-1]["elements"][0]
    acts = {
        view.RETIRE: handler.retire,
        view.REVIVE: handler.revive,
        view.REMOVE: cadences.click_remove,
        view.RESTORE: cadences.restore,
    }
    acts[element["action_id"]](deps, FakeAck(), make.click(element["action_id"], element["value"]))


def test_the_settings_say_when_each_outlet_wants_posts(deps):
    shown = say(deps, "lucka", "settings")["text"]
    assert "Facebook: måndag, onsdag, fredag kl. 11.00" in shown
    assert "Webb: ingen takt, planeras fritt" in shown


def test_forty_outlets_fit_in_the_settings_and_in_the_list(deps, slack):
    with deps.transaction() as db:
        for number in range(37):
            outlets.add(db, f"Kanal {number} {'x' * 25}", *[MONDAYS] * 10)
    settings.click(deps, FakeAck(), make.click("settings.open"))
    handler.show_list(deps, FakeAck(), make.click(view.LIST))
    assert len(told(deps)[-1]["blocks"]) == 43
    answer = send(deps, handler.add, press(deps, slack, handler.click_new), name="En till")
    assert "Det finns redan 40 kanaler" in answer["errors"]["name"]


def test_an_outlet_is_added_and_the_addition_is_undone(deps, slack):
    send(deps, handler.add, press(deps, slack, handler.click_new), name="  Podd ")
    assert outlet(deps, 4).name == "Podd"
    undo(deps)
    assert outlet(deps, 4).retired


@pytest.mark.parametrize("name", ["facebook", " "], ids=["taken", "nothing"])
def test_an_outlet_needs_a_name_of_its_own(deps, slack, name):
    answer = send(deps, handler.add, press(deps, slack, handler.click_new), name=name)
    assert answer["errors"].keys() == {"name"}


def test_an_outlet_is_renamed_and_put_first(deps, slack):
    form = press(deps, slack, handler.click_change, "2")
    send(deps, handler.save, form, name="Webben", place="1")
    with deps.reading() as db:
        assert [o.name for o in outlets.known(db)] == ["Webben", "Facebook", "Intranät"]


def test_a_retired_outlet_keeps_its_posts_and_is_taken_back(deps):
    with deps.transaction() as db:
        posts.add(db, Entry("Hej", 1, date(2026, 11, 27), time(11)), who=AMIRA, now=deps.now())
    handler.retire(deps, FakeAck(), make.click(view.RETIRE, "1"))
    shown = say(deps, "plan")["text"]
    assert "*Hej* · Facebook" in shown
    assert "Lucka" not in shown
    assert "Webb" in say(deps, "plan", "fredag 11.00 Facebook är kul")["text"]
    undo(deps)
    assert not outlet(deps).retired


def test_a_form_for_an_outlet_that_was_retired_meanwhile_is_refused(deps, slack):
    form = press(deps, slack, cadences.click_new, "1")
    handler.retire(deps, FakeAck(), make.click(view.RETIRE, "1"))
    answer = send(deps, cadences.add, form, weekdays=["SU"], times="18")
    assert "redan gjort" in answer["errors"]["times"]


def test_the_last_outlet_stays(deps):
    for number in ("1", "2", "3"):
        handler.retire(deps, FakeAck(), make.click(view.RETIRE, number))
    assert not outlet(deps, 3).retired
    assert "den enda kanalen" in said(deps)


def test_a_second_cadence_is_added_and_what_follows_is_said(deps, slack):
    form = press(deps, slack, cadences.click_new, "1")
    send(deps, cadences.add, form, weekdays=["SU"], times="18")
    assert outlet(deps).cadences == (MONDAYS, SUNDAYS)
    assert NEXT in said(deps)
    assert "söndag 29 november kl. 18.00" in said(deps)
    assert "Kanalen har nu 31 luckor" in said(deps)


def test_several_times_are_several_cadences_and_none_comes_twice(deps, slack):
    form = press(deps, slack, cadences.click_new, "1")
    send(deps, cadences.add, form, weekdays=["MO", "WE", "FR"], times="11, 15.30")
    assert [each.at for each in outlet(deps).cadences] == [time(11), time(15, 30)]


def test_every_other_week_is_chosen_by_its_next_week(deps, slack):
    form = press(deps, slack, cadences.click_new, "2")
    send(deps, cadences.add, form, weekdays=["TU"], times="9", weeks="2 1")
    assert "Nästa tider: tisdag 24 november kl. 9.00 · tisdag 8 december" in said(deps)
    handler.show(deps, FakeAck(), make.click(view.SHOW, "2"))
    assert "varannan vecka, nästa gång v. " in said(deps)


@pytest.mark.parametrize(
    ("fields", "block_id", "words"),
    [
        ({"times": "11"}, "weekdays", "minst en veckodag"),
        ({"times": "elva", "weekdays": ["MO"]}, "times", "inget klockslag"),
        ({"times": "11", "rule": "varje fredag"}, "rule", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
        ({"times": "11", "rule": "FREQ=DAILY;COUNT=3"}, "rule", "FREQ=WEEKLY"),
    ],
    ids=["no days", "no time", "no rule", "a rule that begins somewhere"],
)
def test_what_cannot_be_a_cadence_is_refused_beside_its_field(deps, slack, fields, block_id, words):
    answer = send(deps, cadences.add, press(deps, slack, cadences.click_new, "1"), **fields)
    assert words in answer["errors"][block_id]
    assert outlet(deps).cadences == (MONDAYS,)


def test_a_cadence_is_changed_in_a_form_that_shows_it_and_no_post_moves(deps, slack):
    with deps.transaction() as db:
        entry = Entry("Hej", 1, date(2026, 11, 27), time(11))
        before = posts.add(db, entry, who=AMIRA, now=deps.now())
    form = press(deps, slack, cadences.choose, "change 1")
    assert filled(form, cadence_view.TIMES) == "11.00"
    send(deps, cadences.save, form, weekdays=["TU"], times="10")
    assert outlet(deps).cadences == (Cadence("FREQ=WEEKLY;BYDAY=TU", time(10)),)
    with deps.reading() as db:
        assert posts.get(db, before.id) == before
    assert "Inga inlägg har flyttats." in said(deps)


def test_a_rule_of_ones_own_is_shown_in_its_form_again(deps, slack):
    form = press(deps, slack, cadences.choose, "change 1")
    send(deps, cadences.save, form, rule="FREQ=MONTHLY;BYDAY=1MO")
    form = press(deps, slack, cadences.choose, "change 1")
    assert filled(form, cadence_view.RULE) == "FREQ=MONTHLY;BYDAY=1MO"


def test_a_cadence_is_removed_and_the_removal_is_undone(deps):
    cadences.choose(deps, FakeAck(), make.click(view.CADENCE_MENU, "remove 1"))
    assert outlet(deps).cadences == ()
    assert "Inga tider det närmaste året." in said(deps)
    undo(deps)
    assert outlet(deps).cadences == (MONDAYS,)


def test_a_cadence_that_was_removed_while_its_form_was_open_is_not_saved(deps, slack):
    form = press(deps, slack, cadences.choose, "change 1")
    cadences.choose(deps, FakeAck(), make.click(view.CADENCE_MENU, "remove 1"))
    answer = send(deps, cadences.save, form, times="10")
    assert "redan gjort" in answer["errors"]["times"]


def test_clicking_remove_twice_removes_once(deps):
    for _ in range(2):
        cadences.choose(deps, FakeAck(), make.click(view.CADENCE_MENU, "remove 1"))
    assert "redan gjort" in said(deps)
    with deps.reading() as db:
        assert [act.act for act in ledger.acts(db, "outlet:1")] == ["cadence.removed"]


def test_a_day_without_a_post_and_one_with_an_extra_one(deps, slack):
    form = press(deps, slack, cadences.click_departure, "1")
    send(deps, cadences.depart, form, day="2026-11-25")
    assert "Nästa tider: fredag 27 november" in said(deps)
    send(deps, cadences.depart, form, day="2026-11-26", kind="extra", time="14:30")
    assert "Nästa tider: torsdag 26 november kl. 14.30" in said(deps)
    undo(deps)
    assert outlet(deps).departures == (Departure(date(2026, 11, 25), None, extra=False),)


def test_an_extra_post_needs_a_time_and_a_day_ahead(deps, slack):
    form = press(deps, slack, cadences.click_departure, "1")
    assert send(deps, cadences.depart, form, kind="extra")["errors"].keys() == {"time"}
    assert send(deps, cadences.depart, form, day="2026-11-23")["errors"].keys() == {"day"}


def test_a_pause_empties_the_summer_and_can_be_undone(deps, slack):
    form = press(deps, slack, cadences.click_pause, "1")
    send(deps, cadences.pause, form, name="Julpaus", first="2026-11-24", last="2027-01-10")
    assert outlet(deps).pauses == (Pause("Julpaus", date(2026, 11, 24), date(2027, 1, 11)),)
    assert "Nästa tider: måndag 11 januari 2027" in said(deps)
    assert "Kanalen har nu 6 luckor" in said(deps)
    undo(deps)
    assert outlet(deps).pauses == ()


@pytest.mark.parametrize(
    ("listener", "value"),
    [
        (handler.click_new, ""),
        (handler.click_change, "1"),
        (handler.retire, "1"),
        (handler.revive, "1"),
        (cadences.click_new, "1"),
        (cadences.click_departure, "1"),
        (cadences.click_pause, "1"),
        (cadences.choose, "change 1"),
        (cadences.choose, "remove 1"),
        (cadences.restore, "cadences 1"),
    ],
)
def test_a_colleague_may_look_but_not_change(deps, slack, listener, value):
    with deps.transaction() as db:
        team.save(db, Team(lead=AMIRA, members=(ELIN,)))
    handler.show(deps, FakeAck(), make.click(view.SHOW, "1", user=ELIN))
    assert NEXT in said(deps)
    assert press(deps, slack, listener, value, user=ELIN) is None
    assert "Det bestämmer huvudansvarig" in said(deps)
    assert outlet(deps).cadences == (MONDAYS,)


def test_everything_can_be_said_in_english(english, slack):
    deps = english
    send(
        deps,
        cadences.add,
        press(deps, slack, cadences.click_new, "1"),
        weekdays=["SU"],
        times="18:00",
    )
    assert "Next times: Wednesday 25 November at 11:00" in said(deps)
    handler.show(deps, FakeAck(), make.click(view.SHOW, "1"))
    assert "Sunday" in said(deps)
