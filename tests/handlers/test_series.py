"""Series in Slack: made, changed, skipped, ended, looked back at; never twice, never over a person."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from threading import Thread

import pytest

from bot.domain import acts
from bot.domain.members import MemberKind
from bot.domain.outlets import Cadence, Slot
from bot.domain.plan import Entry, Status
from bot.domain.series import Pattern
from bot.jobs import once
from bot.jobs import series as job
from bot.jobs.due import Due
from bot.store import gaps, ledger, outbox, posts
from bot.store import series as store
from handlers import plan_acts, plan_forms
from handlers import series as handler
from handlers import series_forms as forms
from tests import make
from tests.commands import say
from tests.fakes import FakeAck
from tests.forms import filled, submission

DATES = ["2026-12-01", "2026-12-15", "2026-12-29", "2027-01-12"]
SAID = {
    "name": "Här jobbar jag",
    "owner": [make.AMIRA, make.JONAS],
    "text": "Vem är du?",
    "week": "2026-11-30",
    "last": "2027-06-24",
}


def click(deps, act, value="", *, user=make.AMIRA):
    ack = FakeAck()
    act(deps, ack, make.click("x", value, user=user))
    assert ack.calls == [{}]


def submit(deps, view, *, save=forms.save, **said):
    ack = FakeAck()
    save(deps, ack, submission(view, **said))
    return ack.answer


def open_new(deps, slack):
    click(deps, forms.click_new)
    return slack.views[-1]


def open_change(deps, slack, series_id=1):
    click(deps, forms.click_change, str(series_id))
    return slack.views[-1]


def make_series(deps, slack, **said):
    assert submit(deps, open_new(deps, slack), **{**SAID, **said}) == {}
    return told(deps)


def told(deps):
    """The last private answer, sent by now."""
    with deps.transaction() as db:
        found = [item for item in outbox.pending(db) if item.kind == "note"]
        for item in found:
            outbox.sent(db, item, None, revision=item.revision, now=deps.now())
    return found[-1].body["text"]


def planned(deps):
    with deps.reading() as db:
        return posts.between(db, date(2026, 1, 1), date(2030, 1, 1))


def days(deps):
    return [str(post.day) for post in planned(deps)]


def log(deps, subject="series:1"):
    with deps.reading() as db:
        return [act.act for act in ledger.acts(db, subject)]


def run(deps, day=None):
    now = deps.now()
    job.run(deps, Due(day or deps.today(), now, now))


def touch(deps, index=0, **fields):
    with deps.transaction() as db:
        post = posts.between(db, date(2026, 1, 1), date(2030, 1, 1))[index]
        return posts.update(db, replace(post, **fields))


def put(deps, day, at=time(11)):
    with deps.transaction() as db:
        entry = Entry("Öppet hus", 1, date.fromisoformat(day), at)
        return posts.add(db, entry, who=make.ELIN, now=deps.now())


def test_a_new_series_puts_its_drafts_into_the_plan_with_owners_in_turn(deps, slack):
    answer = make_series(deps, slack)
    assert "Sparat: *Här jobbar jag* är en serie." in answer
    assert "Facebook kl. 11.00 · varannan vecka: tisdag · till och med torsdag 24 juni" in answer
    assert answer.count("•") == 5
    assert (
        "• tisdag 1 december (v. 49): Amira Haddad\n• tisdag 15 december (v. 51): Jonas" in answer
    )
    assert "• tisdag 29 december (v. 53): Amira Haddad\n• tisdag 12 januari 2027 (v. 2)" in answer
    assert "4 utkast är inlagda i planen." in answer
    assert [(str(p.day), p.owner, p.text, p.status) for p in planned(deps)] == [
        (day, owner, "Vem är du?", Status.DRAFT)
        for day, owner in zip(DATES, [make.AMIRA, make.JONAS] * 2, strict=True)
    ]
    assert log(deps) == ["series.made"]


def test_the_form_begins_next_week_and_the_other_weeks_are_one_choice_away(deps, slack):
    view = open_new(deps, slack)
    assert filled(view, "week") == "2026-11-30"
    assert filled(view, "time") == "11:00"
    make_series(deps, slack, week="2026-12-07")
    assert days(deps) == ["2026-12-08", "2026-12-22", "2027-01-05", "2027-01-19"]


@pytest.mark.parametrize(
    ("said", "dates"),
    [
        ({"often": "month-first"}, ["2026-12-01", "2027-01-05"]),
        ({"often": "own", "rule": "FREQ=MONTHLY;BYMONTHDAY=15"}, ["2026-12-15", "2027-01-15"]),
        ({"often": "weekly", "weekdays": ["TH"], "last": "2027-01-07"},
         ["2026-12-03", "2026-12-10", "2026-12-17", "2027-01-07"]),
        ({"first": "2026-12-20"}, ["2026-12-29", "2027-01-12"]),
    ],
    ids=["first Tuesday", "own rule", "free Thursdays", "a first day"],
)  # fmt: skip
def test_other_rhythms(deps, slack, said, dates):
    make_series(deps, slack, **said)
    assert days(deps) == dates


def test_free_days_are_told(deps, slack):
    answer = make_series(deps, slack, often="weekly", weekdays=["TH"])
    assert (
        "Röda dagar och aftnar som serien hoppar över: torsdag 24 december (v. 52), torsdag 31"
        in answer
    )
    make_series(deps, slack, often="weekly", weekdays=["TH"], free="publish", outlet="2")
    assert days(deps).count("2026-12-24") == 1


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"name": "  "}, "name"),
        ({"weekdays": []}, "weekdays"),
        ({"often": "own", "rule": "varje fredag"}, "rule"),
        ({"last": "2026-11-25"}, "last"),
        ({"owner": [make.AMIRA, make.GUEST]}, "owner"),
        ({"time": None}, "time"),
    ],
)
def test_what_makes_no_series_is_refused_beside_its_field(deps, slack, said, field):
    slack.kinds["U0GAST"] = MemberKind.GUEST
    answer = submit(deps, open_new(deps, slack), **{**SAID, **said})
    assert list(answer["errors"]) == [field]
    assert planned(deps) == []
    assert log(deps) == []


def test_the_daily_job_adds_only_what_the_horizon_has_reached(deps, slack, hand):
    make_series(deps, slack)
    run(deps)
    assert days(deps) == DATES
    hand.on(days=3)
    run(deps)
    assert days(deps) == [*DATES, "2027-01-26"]
    run(deps)
    run(deps, date(2026, 11, 28))
    assert days(deps) == [*DATES, "2027-01-26"]
    assert log(deps, "post:5") == ["post.planned"]


def test_the_job_from_the_command_line_does_the_same(deps, slack, hand, tmp_path):
    make_series(deps, slack)
    settings = replace(deps.settings, database_path=tmp_path / "lucka.db")
    now = hand.on(days=3)
    once.run(settings, "series", now=now, page=None, dry=True)
    assert days(deps) == DATES
    once.run(settings, "series", now=now, page=None, dry=False)
    once.run(settings, "series", now=now, page=None, dry=False)
    assert len(days(deps)) == 5


def test_eight_at_once_make_one_post_a_date(deps, slack):
    make_series(deps, slack)
    with deps.transaction() as db:
        db.execute("delete from occurrences")
        db.execute("delete from post_history")
        db.execute("delete from posts")
    due = [Due(deps.today() + timedelta(days=n), deps.now(), deps.now()) for n in range(8)]
    threads = [Thread(target=job.run, args=(deps, each)) for each in due]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert days(deps) == DATES


@pytest.mark.parametrize("night", ["2026-10-24T22:30", "2026-10-25T00:30", "2026-10-25T01:30"])
def test_the_night_when_clocks_change_adds_nothing_twice(deps, slack, hand, night):
    hand.to(datetime(2026, 10, 20, 8, 0, tzinfo=UTC))
    make_series(deps, slack, week="2026-10-19", often="weekly", last=None)
    before = days(deps)
    hand.to(datetime.fromisoformat(night).replace(tzinfo=UTC))
    run(deps)
    again = days(deps)
    run(deps)
    assert days(deps) == again == sorted(set(again))
    assert set(before) <= set(again)
    assert {p.at for p in planned(deps)} == {time(11)}


def test_a_form_that_slack_sends_twice_makes_one_series(deps, slack):
    body = submission(open_new(deps, slack), **SAID)
    for _ in range(2):
        ack = FakeAck()
        forms.save(deps, ack, body)
        assert ack.answer == {}
    assert days(deps) == DATES


def test_a_change_takes_the_untouched_along_and_leaves_the_touched(deps, slack):
    make_series(deps, slack)
    touch(deps, 1, title="Amira på ambulansen")
    assert submit(deps, open_change(deps, slack), time="09:30", owner=[make.ELIN]) == {}
    answer = told(deps)
    assert "3 utkast i planen har ändrats på samma sätt." in answer
    assert "Kvar som de är, för någon har ändrat dem: ”Amira på ambulansen” tisdag 15" in answer
    assert [(f"{p.at:%H:%M}", p.owner) for p in planned(deps)] == [
        ("09:30", make.ELIN), ("11:00", make.JONAS), ("09:30", make.ELIN), ("09:30", make.ELIN),
    ]  # fmt: skip
    assert log(deps) == ["series.made", "series.changed"]
    assert submit(deps, open_change(deps, slack), time="10:00") == {}
    assert [f"{p.at:%H:%M}" for p in planned(deps)] == ["10:00", "11:00", "10:00", "10:00"]


def test_other_weeks_move_the_untouched_and_back_again_is_nothing(deps, slack):
    make_series(deps, slack)
    before = planned(deps)
    submit(deps, open_change(deps, slack), week="2026-12-07")
    assert days(deps) == ["2026-12-08", "2026-12-22", "2027-01-05", "2027-01-19"]
    submit(deps, open_change(deps, slack), week="2026-12-14")
    assert [(p.id, p.slot, p.owner, p.title) for p in planned(deps)] == [
        (p.id, p.slot, p.owner, p.title) for p in before
    ]


def test_a_change_is_undone_and_leaves_what_was_touched(deps, slack):
    make_series(deps, slack)
    before = [(p.at, p.owner) for p in planned(deps)]
    assert submit(deps, open_change(deps, slack), time="09:30", owner=[make.ELIN]) == {}
    touch(deps, 1, title="Amira på ambulansen")
    click(deps, handler.revert, "1 2")
    after = [(p.at, p.owner) for p in planned(deps)]
    assert after[:1] + after[2:] == before[:1] + before[2:]
    assert after[1] == (time(9, 30), make.ELIN)
    assert log(deps) == ["series.made", "series.changed", "series.reverted"]

    click(deps, handler.revert, "1 2")
    assert log(deps) == ["series.made", "series.changed", "series.reverted"]
    assert "Någon har ändrat serien" in told(deps)


def test_the_change_form_begins_as_the_series_is_and_shows_the_next_dates(deps, slack):
    make_series(deps, slack, title="Här jobbar jag {nummer}", free="publish")
    view = open_change(deps, slack)
    assert "tisdag 1 december (v. 49): Amira Haddad" in view["blocks"][0]["text"]["text"]
    held = {name: filled(view, name) for name in ("name", "often", "week", "first", "title")}
    assert held == {
        "name": "Här jobbar jag",
        "often": "second-week",
        "week": "2026-11-30",
        "first": "2026-11-30",
        "title": "Här jobbar jag {nummer}",
    }
    assert submit(deps, view) == {}
    assert log(deps) == ["series.made"], "a change of nothing changes nothing"
    assert [p.title[-1] for p in planned(deps)] == ["1", "2", "3", "4"]


def test_a_change_begun_before_a_colleagues_is_refused(deps, slack):
    make_series(deps, slack)
    mine, theirs = open_change(deps, slack), open_change(deps, slack)
    assert submit(deps, theirs, time="09:00") == {}
    answer = submit(deps, mine, time="10:00")
    assert "Någon har ändrat serien" in answer["errors"]["name"]
    assert {p.at for p in planned(deps)} == {time(9)}


def test_skipping_a_date_cancels_its_post_moves_no_turn_and_can_be_undone(deps, slack):
    make_series(deps, slack)
    click(deps, handler.skip, "1 2026-12-15")
    assert "hoppar över tisdag 15 december (v. 51). Utkastet är borta" in told(deps)
    run(deps)
    assert [(str(p.day), p.owner) for p in planned(deps)] == [
        ("2026-12-01", make.AMIRA), ("2026-12-29", make.AMIRA), ("2027-01-12", make.JONAS),
    ]  # fmt: skip
    assert log(deps) == ["series.made", "series.skipped"]
    click(deps, plan_acts.restore, "2 2")
    run(deps)
    assert days(deps) == DATES


def test_a_date_beyond_the_horizon_can_be_skipped_too(deps, slack, hand):
    make_series(deps, slack)
    click(deps, handler.skip, "1 2027-01-26")
    assert "hoppar över tisdag 26 januari" in told(deps)
    click(deps, handler.skip, "1 2027-01-26")
    assert "redan så" in told(deps)
    hand.on(days=7)
    run(deps)
    assert days(deps) == DATES
    click(deps, handler.unskip, "1 2027-01-26")
    assert "1 utkast är inlagt" in told(deps)
    assert days(deps) == [*DATES, "2027-01-26"]
    click(deps, handler.unskip, "1 2027-01-26")
    assert "redan så" in told(deps)


def test_a_cancelled_post_is_a_skipped_date_until_the_cancel_is_undone(deps, slack):
    make_series(deps, slack)
    with deps.transaction() as db:
        posts.update(db, acts.cancelled(posts.get(db, 1), now=deps.now()))
    run(deps)
    assert days(deps) == DATES[1:]
    assert "1 december" not in say(deps, "plan", "serier")["text"]
    click(deps, plan_acts.restore, "1 2")
    assert "Serie: Här jobbar jag" in told(deps)
    assert days(deps) == DATES


def test_whoever_cancels_a_post_is_told_that_the_series_skips_the_day(deps, slack):
    make_series(deps, slack)
    plan_acts.click(deps, "post.cancel", FakeAck(), make.click("post.cancel", "1"))
    submit(deps, slack.views[-1], save=plan_acts.cancel)
    assert "Serien Här jobbar jag hoppar över den dagen." in told(deps)
    assert days(deps) == DATES[1:]


def test_a_moved_post_stays_that_dates_post(deps, slack, hand):
    make_series(deps, slack)
    touch(deps, 0, day=date(2026, 12, 3))
    hand.on(days=1)
    run(deps)
    assert days(deps)[0] == "2026-12-03"
    assert len(days(deps)) == 4
    shown = say(deps, "plan", "serier")["text"]
    assert "tisdag 1 december (v. 49), flyttat till torsdag 3 december (v. 49)" in shown


def test_a_persons_post_on_the_day_is_not_doubled_and_told(deps, slack):
    put(deps, "2026-12-01", time(15))
    with deps.transaction() as db:
        gaps.leave_empty(db, Slot(date(2026, 12, 15), time(11), 1), who="U1", now=deps.now())
    answer = make_series(deps, slack)
    assert "lägger inget: tisdag 1 december (v. 49), tisdag 15 december (v. 51)" in answer
    assert [p.title for p in planned(deps)] == ["Öppet hus", "Här jobbar jag", "Här jobbar jag"]
    listed = say(deps, "plan", "serier")["text"]
    assert "tisdag 1 december (v. 49): läggs inte in, tiden är redan bestämd" in listed
    assert "tisdag 29 december (v. 53): Amira Haddad" in listed


def test_ending_withdraws_the_untouched_keeps_the_touched_and_can_be_undone(deps, slack):
    make_series(deps, slack)
    touch(deps, 0, text="Amira om sitt jobb")
    click(deps, handler.end, "1")
    answer = told(deps)
    assert "3 utkast som ingen hade rört är borta ur planen." in answer
    assert "Kvar som de är, för någon har ändrat dem: ”Här jobbar jag” tisdag 1" in answer
    assert days(deps) == DATES[:1]
    assert log(deps)[-1] == "series.ended"
    run(deps)
    assert days(deps) == DATES[:1]
    click(deps, handler.resume, "1 2")
    assert "fortsätter" in told(deps)
    assert days(deps) == DATES
    assert [p.id for p in planned(deps)] == [1, 2, 3, 4]
    click(deps, handler.resume, "1 2")
    assert "Någon har ändrat serien" in told(deps)


@pytest.mark.parametrize(
    ("act", "value"),
    [
        (handler.end, "1"),
        (handler.skip, "1 2026-12-01"),
        (handler.unskip, "1 2026-12-01"),
        (forms.click_change, "1"),
    ],
)
def test_what_is_over_is_told_to_be_over(deps, slack, act, value):
    make_series(deps, slack)
    click(deps, handler.end, "1")
    told(deps)
    click(deps, act, value)
    assert "finns inte längre" in told(deps)


@pytest.mark.parametrize("value", ["1 2026-12-02", "1 2026-11-17", "1 2030-01-01", "7 2026-12-01"])
def test_only_dates_of_the_series_can_be_skipped(deps, slack, value):
    make_series(deps, slack)
    click(deps, handler.skip, value)
    assert "finns inte längre" in told(deps)
    assert days(deps) == DATES


def test_three_good_ones_are_the_last_published(deps, slack):
    make_series(deps, slack, often="weekly")
    click(deps, handler.good, "1")
    assert "Inget i *Här jobbar jag* är publicerat än." in told(deps)
    with deps.transaction() as db:
        for post in posts.between(db, date(2026, 12, 1), date(2026, 12, 31))[:4]:
            link = f"https://facebook.com/{post.id}" if post.id > 2 else None
            posts.update(db, acts.published(post, link, now=deps.now()))
    click(deps, handler.good, "1")
    answer = told(deps)
    assert "de 3 senast publicerade" in answer
    assert answer.count("•") == 3
    assert "<https://facebook.com/4|Här jobbar jag> · tisdag 22 december" in answer
    assert "tisdag 1 december" not in answer


@pytest.mark.parametrize("word", ["serier", "Serie", "series"])
def test_the_list_shows_each_series_with_its_next_dates(deps, slack, word):
    assert "Ni har inga serier än" in say(deps, "plan", word)["text"]
    make_series(deps, slack)
    make_series(deps, slack, name="<!channel> & co", outlet="2", owner=[])
    text = say(deps, "plan", word)["text"]
    assert "*Här jobbar jag*\nFacebook kl. 11.00 · varannan vecka: tisdag" in text
    assert "Närmast: tisdag 1 december (v. 49): Amira Haddad · tisdag 15 december" in text
    assert "&lt;!channel&gt; &amp; co" in text


def test_many_series_are_paged_under_slacks_limit(deps, slack):
    with deps.transaction() as db:
        for number in range(45):
            cadence = Cadence("FREQ=WEEKLY;BYDAY=TU", time(11))
            pattern = Pattern(f"Serie {number:02}", 2, cadence, deps.today(), title="X")
            store.add(db, pattern, who=make.AMIRA, now=deps.now())
    shown = say(deps, "plan", "serier")
    assert len(shown["blocks"]) <= 50
    assert shown["blocks"][-1]["elements"][-1]["text"]["text"] == "Visa 25 till"
    click(deps, handler.more, "2")
    assert "*Serie 44*" in told(deps)
    click(deps, handler.more, "3")
    assert "finns inte längre" in told(deps)


def test_the_posts_form_and_answers_name_the_series(deps, slack):
    make_series(deps, slack)
    ack = FakeAck()
    plan_acts.click(deps, "post.change", ack, make.click("post.change", "1"))
    view = slack.views[-1]
    assert view["blocks"][0]["elements"][0]["text"] == "Serie: Här jobbar jag"
    assert submit(deps, view, save=plan_forms.save, title="Amira") == {}
    assert "Serie: Här jobbar jag" in told(deps)
    assert "Serie" not in say(deps, "plan", "v. 49")["text"]
    plan_acts.click(deps, "post.open", FakeAck(), make.click("post.open", "1"))
    assert "Serie: Här jobbar jag" in told(deps)


def test_anybody_in_the_workspace_may_make_a_series(deps, slack):
    with deps.transaction() as db:
        db.execute("insert into team values ('U0ELIN', 'lead', 0)")
    make_series(deps, slack)
    assert days(deps) == DATES


def test_english_has_its_own_words(english, slack):
    answer = make_series(english, slack)
    assert "Saved: *Här jobbar jag* is a series." in answer
    assert "Facebook at 11:00 · every other week: Tuesday · until Thursday 24 June 2027" in answer
    assert "4 drafts are in the plan." in answer
