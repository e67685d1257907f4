"""The working calendar in the settings, and that it counts everywhere."""

from datetime import date, time

import pytest

from bot.domain.calendar import WorkingCalendar
from bot.domain.team import Team
from bot.domain.workhours import HalfDay
from bot.jobs import digest, nag
from bot.jobs.due import Due
from bot.store import calendar, outbox, team
from bot.views import workdays as view
from handlers import workdays
from tests import make
from tests.commands import say
from tests.fakes import FakeAck
from tests.forms import filled, submission
from tests.make import AMIRA, ELIN, NOW

FRIDAY = date(2026, 11, 27)


def load(deps):
    with deps.reading() as db:
        return calendar.load(db)


def told(deps):
    with deps.reading() as db:
        return [item.body for item in outbox.pending(db) if item.user]


def form(deps, slack, action_id, *, user=AMIRA):
    workdays.click(deps, action_id, FakeAck(), make.click(action_id, user=user))
    return slack.views[-1]


def send(deps, listener, opened, **fields):
    ack = FakeAck()
    listener(deps, ack, submission(opened, **fields))
    return ack.answer


def own(deps, slack, day="2026-11-27", name="Planeringsdag"):
    return send(deps, workdays.add, form(deps, slack, view.OWN), day=day, name=name)


def test_the_settings_say_how_the_team_works(deps):
    shown = say(deps, "lucka", "settings")["text"]
    assert "Arbetstid: måndag–fredag 8.00–16.30" in shown
    assert "Halvdagar: inga" in shown
    assert "Lediga klämdagar: inga" in shown


def test_working_hours_are_shown_in_their_form_and_changed(deps, slack):
    opened = form(deps, slack, view.HOURS)
    assert filled(opened, "weekday-5") == "8.00–16.30"
    send(deps, workdays.save_hours, opened, **{"weekday-5": "8–12, 13–15"})
    hours = ((time(8), time(12)), (time(13), time(15)))
    assert load(deps).hours(FRIDAY) == hours
    assert "måndag–torsdag 8.00–16.30, fredag 8.00–12.00, 13.00–15.00" in told(deps)[-1]["text"]


@pytest.mark.parametrize(
    ("fields", "block_id"),
    [
        ({"weekday-3": "åtta"}, "weekday-3"),
        ({f"weekday-{n}": None for n in range(1, 8)}, "weekday-1"),
    ],
    ids=["unreadable", "never at work"],
)
def test_hours_that_cannot_be_are_refused(deps, slack, fields, block_id):
    answer = send(deps, workdays.save_hours, form(deps, slack, view.HOURS), **fields)
    assert answer["errors"].keys() == {block_id}
    assert load(deps) == WorkingCalendar()


def test_a_half_day_is_kept_until_its_hour_and_given_up_again(deps, slack):
    opened = form(deps, slack, view.HALVES)
    send(deps, workdays.save_halves, opened, walpurgis="14:30")
    assert load(deps).halves == {HalfDay.WALPURGIS: time(14, 30)}
    opened = form(deps, slack, view.HALVES)
    assert filled(opened, "walpurgis") == "14:30"
    send(deps, workdays.save_halves, opened, walpurgis="whole")
    assert load(deps).halves == {}


def test_single_squeeze_days_are_chosen_and_past_ones_stay(deps, slack):
    with deps.transaction() as db:
        calendar.set_squeezed(db, [date(2026, 5, 15)], every=False)
    send(deps, workdays.save_squeezed, form(deps, slack, view.SQUEEZE), days=["2027-05-07"])
    assert load(deps).squeezed == {date(2026, 5, 15), date(2027, 5, 7)}
    assert "Lediga klämdagar: fredag 7 maj 2027" in told(deps)[-1]["text"]
    send(deps, workdays.save_squeezed, form(deps, slack, view.SQUEEZE), every=["every"], days=[])
    assert load(deps).all_squeezed
    assert load(deps).squeezed == {date(2026, 5, 15)}


def test_an_own_free_day_is_added_removed_and_the_removal_undone(deps, slack):
    own(deps, slack)
    assert load(deps).own == {FRIDAY: "Planeringsdag"}
    workdays.remove(deps, FakeAck(), make.click(view.REMOVE, "2026-11-27"))
    assert load(deps).own == {}
    element = told(deps)[-1]["blocks"][-1]["elements"][0]
    for _ in range(2):
        workdays.restore(deps, FakeAck(), make.click(view.RESTORE, element["value"]))
    assert load(deps).own == {FRIDAY: "Planeringsdag"}
    assert "redan gjort" in told(deps)[-1]["text"]


def test_a_free_day_is_not_added_twice_and_not_in_the_past(deps, slack):
    own(deps, slack)
    assert own(deps, slack, name="En annan")["errors"].keys() == {"day"}
    assert own(deps, slack, day="2026-11-20")["errors"].keys() == {"day"}
    assert own(deps, slack, day="2026-12-01", name=" ")["errors"].keys() == {"name"}


def test_a_colleague_may_look_but_not_change(deps, slack):
    with deps.transaction() as db:
        team.save(db, Team(lead=AMIRA, members=(ELIN,)))
    workdays.show(deps, FakeAck(), make.click(view.SHOW, user=ELIN))
    assert "Arbetstid" in told(deps)[-1]["text"]
    for act in (view.HOURS, view.HALVES, view.SQUEEZE, view.OWN):
        workdays.click(deps, act, FakeAck(), make.click(act, user=ELIN))
        assert "Det bestämmer huvudansvarig" in told(deps)[-1]["text"]
    assert slack.views == []


def test_a_name_that_people_wrote_does_nothing(deps, slack):
    own(deps, slack, name="<!channel> *ledigt*")
    workdays.show(deps, FakeAck(), make.click(view.SHOW))
    assert "<!channel>" not in told(deps)[-1]["text"]
    assert "<!channel>" not in say(deps, "plan")["text"]


def test_a_free_day_of_ones_own_counts_everywhere(deps, slack, hand):
    own(deps, slack)
    assert "fredag 27 november, Planeringsdag: ledig dag" in say(deps, "plan")["text"]
    nag.run(deps, Due(deps.today(), NOW, NOW))
    with deps.reading() as db:
        (text,) = [i.body["text"] for i in outbox.pending(db) if i.key == "nag:2026-11-24"]
    assert "är ni lediga (Planeringsdag): publicera ändå, flytta eller lämna tom?" in text
    hand.on(days=3)
    digest.run(deps, Due(FRIDAY, deps.now(), deps.now()))
    nag.run(deps, Due(FRIDAY, deps.now(), deps.now()))
    with deps.reading() as db:
        assert not [i.key for i in outbox.pending(db) if i.key.endswith("2026-11-27")]


def test_a_half_day_is_a_day_on_which_the_digest_comes(deps, hand):
    with deps.transaction() as db:
        calendar.set_halves(db, {HalfDay.BEFORE_CHRISTMAS_EVE: time(12)})
    hand.on(days=29)
    digest.run(deps, Due(deps.today(), deps.now(), deps.now()))
    with deps.reading() as db:
        assert [i.key for i in outbox.pending(db) if i.key == "digest:2026-12-23"]
