"""Events become posts once; what differs later is asked about, and nothing is overwritten."""

import json
from dataclasses import replace
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain import acts
from bot.domain.imports import Event, ImportUndone, QuestionOver
from bot.domain.plan import Entry, Status
from bot.integrations import ics, table
from bot.jobs import asking, imports, refresh, sweeping, taking
from bot.locales import Words
from bot.store import feed, outlets, posts
from bot.views import feed as feed_view
from bot.views import table as table_view
from tests.make import AMIRA, NOW

ZONE = ZoneInfo("Europe/Stockholm")
TODAY = date(2026, 11, 24)
DAY = date(2026, 12, 3)
OPEN_HOUSE = Event("open@house", "Öppet hus", DAY, time(11))


def take(deps, *events, source="calendar", ask_about_new=False):
    return taking.take_in(deps, events, source=source, ask_about_new=ask_about_new)


def plan(deps):
    with deps.reading() as db:
        living = posts.between(db, TODAY, TODAY + timedelta(days=1000))
        return [(post.title, post.day, post.at) for post in living]


def only(deps):
    with deps.reading() as db:
        (found,) = posts.between(db, TODAY, TODAY + timedelta(days=1000))
        return found


def messages(deps):
    """Return what every message about a difference says, and the value of its buttons."""
    with deps.reading() as db:
        rows = db.query("select key, body from outbox where key like 'import:%' order by id")
        bodies = [json.loads(row["body"]) for row in rows]
    values = [
        next((e["value"] for b in body["blocks"] for e in b.get("elements", [])), None)
        for body in bodies
    ]
    return list(zip([body["text"] for body in bodies], values, strict=True))


def said(deps, prefix):
    """Return what the newest message with a key like that says."""
    with deps.reading() as db:
        rows = db.query("select body from outbox where key like ? order by id desc", [f"{prefix}%"])
        return json.loads(next(rows)["body"])["text"]


def answer(deps, value, *, take):
    thing, _, version = value.partition(" ")
    with deps.transaction() as db:
        return imports.answer(db, deps, thing, version, take=take, who=AMIRA)


def test_an_event_becomes_a_draft_without_an_owner_once(deps):
    first, second = take(deps, OPEN_HOUSE), take(deps, OPEN_HOUSE)

    post = only(deps)
    assert (first.new, second.new, second.known) == (1, 0, 1)
    assert (post.title, post.day, post.at, post.outlet_id) == ("Öppet hus", DAY, time(11), 1)
    assert (post.owner, post.status, post.created_by) == (None, Status.DRAFT, "lucka")
    assert messages(deps) == []


def test_what_somebody_has_planned_by_hand_already_is_not_planned_again(deps):
    with deps.transaction() as db:
        posts.add(db, Entry("öppet  HUS", 1, DAY, time(9)), who=AMIRA, now=NOW)

    assert take(deps, OPEN_HOUSE).new == 0
    assert len(plan(deps)) == 1


@pytest.mark.parametrize(
    ("now", "says"),
    [
        pytest.param(replace(OPEN_HOUSE, title="Öppen dag"), "heter *Öppen dag* i Outlook", id="r"),
        pytest.param(replace(OPEN_HOUSE, day=date(2026, 12, 4)), "fredag 4 december", id="moved"),
        pytest.param(replace(OPEN_HOUSE, at=time(13)), "kl. 13.00 i Outlook", id="later that day"),
        pytest.param(None, "finns inte längre i Outlook", id="gone"),
        pytest.param(replace(OPEN_HOUSE, is_cancelled=True), "finns inte längre", id="cancelled"),
    ],
)
@pytest.mark.parametrize("taken", [True, False], ids=["taken", "kept"])
def test_a_difference_is_asked_about_once_and_only_an_answer_changes_the_plan(
    deps, now, says, taken
):
    take(deps, OPEN_HOUSE)
    before = plan(deps)
    events = [now] if now else []

    for _ in range(3):
        take(deps, *events)
    ((text, value),) = messages(deps)
    assert says in text
    assert plan(deps) == before

    answer(deps, value, take=taken)
    take(deps, *events)
    gone = now is None or now.is_cancelled
    expected = [] if gone else [(now.title, now.day, now.at)]
    assert plan(deps) == (expected if taken else before)
    ((text, value),) = messages(deps)
    assert text.startswith("Amira Haddad tog" if taken else "Amira Haddad behöll")
    assert value is None


def test_a_further_change_asks_anew_in_a_new_message(deps):
    take(deps, OPEN_HOUSE)
    take(deps, replace(OPEN_HOUSE, title="Öppen dag"))
    answer(deps, messages(deps)[0][1], take=False)

    take(deps, replace(OPEN_HOUSE, title="Öppen kväll"))

    assert len(messages(deps)) == 2
    assert "Öppen kväll" in messages(deps)[1][0]


def test_a_difference_that_goes_away_by_itself_settles_its_message(deps):
    take(deps, OPEN_HOUSE)
    take(deps, replace(OPEN_HOUSE, title="Öppen dag"))
    take(deps, OPEN_HOUSE)

    ((text, value),) = messages(deps)
    assert "Det löste sig" in text
    assert value is None


def test_a_change_of_ours_that_ends_the_difference_settles_it_at_once(deps):
    take(deps, OPEN_HOUSE)
    take(deps, replace(OPEN_HOUSE, title="Öppen dag"))
    with deps.transaction() as db:
        post = posts.get(db, 1)
        entry = replace(acts.entry_of(post), title="Öppen dag")
        posts.update(db, acts.changed(post, entry, today=TODAY, now=NOW))
        refresh.plan_changed(db, deps, NOW)

    ((text, _),) = messages(deps)
    assert "Det löste sig" in text
    assert only(deps).title == "Öppen dag"


def test_what_only_the_plan_has_changed_is_the_plans_business(deps):
    take(deps, OPEN_HOUSE)
    with deps.transaction() as db:
        moved = acts.moved(posts.get(db, 1), DAY, time(15), today=TODAY, zone=ZONE, now=NOW)
        posts.update(db, moved)

    assert take(deps, OPEN_HOUSE).differing == 0
    assert messages(deps) == []


def test_taking_changes_nothing_that_the_plan_alone_has_changed(deps):
    take(deps, OPEN_HOUSE)
    with deps.transaction() as db:
        moved = acts.moved(posts.get(db, 1), DAY, time(15), today=TODAY, zone=ZONE, now=NOW)
        posts.update(db, moved)
    take(deps, replace(OPEN_HOUSE, title="Öppen dag"))
    answer(deps, messages(deps)[0][1], take=True)

    assert plan(deps) == [("Öppen dag", DAY, time(15))]


@pytest.mark.parametrize("wanted", [True, False])
def test_a_later_event_is_asked_about_before_it_comes_into_the_plan(deps, wanted):
    take(deps)
    take(deps, OPEN_HOUSE, ask_about_new=True)
    ((text, value),) = messages(deps)
    assert "finns i Outlook men inte i planen" in text
    assert plan(deps) == []

    answer(deps, value, take=wanted)
    assert take(deps, OPEN_HOUSE, ask_about_new=True).differing == 0
    assert len(plan(deps)) == wanted


def test_many_occurrences_of_one_thing_are_one_question(deps):
    days = [DAY + timedelta(weeks=n) for n in range(20)]
    series = [Event("weekly", "Tips", day, time(9), occurrence=f"{day}") for day in days]
    take(deps)
    take(deps, *series, ask_about_new=True)
    ((text, value),) = messages(deps)
    assert "… och 12 till" in text

    assert len(answer(deps, value, take=True)) == 20
    moved = [replace(event, at=time(10)) for event in series]
    take(deps, *moved, ask_about_new=True)
    answer(deps, messages(deps)[1][1], take=True)
    assert {at for _, _, at in plan(deps)} == {time(10)}


@pytest.mark.parametrize("wanted", [True, False])
def test_an_occurrence_that_comes_into_view_follows_what_was_decided(deps, wanted):
    with deps.transaction() as db:
        db.execute("insert into facts values (?, ?)", [taking.HORIZON, f"{DAY}"])
    first = Event("weekly", "Tips", DAY - timedelta(7), time(9), occurrence="1")
    take(deps, first, ask_about_new=True)
    answer(deps, messages(deps)[0][1], take=wanted)

    take(deps, first, replace(first, day=DAY, occurrence="2"), ask_about_new=True)
    assert len(plan(deps)) == 2 * wanted
    assert len(messages(deps)) == 1


def test_a_question_that_has_changed_takes_no_old_answer(deps):
    take(deps, OPEN_HOUSE)
    take(deps, replace(OPEN_HOUSE, title="Öppen dag"))
    old = messages(deps)[0][1]
    take(deps, replace(OPEN_HOUSE, title="Öppen kväll"))

    with pytest.raises(QuestionOver):
        answer(deps, old, take=True)
    answer(deps, messages(deps)[0][1], take=True)
    with pytest.raises(QuestionOver):
        answer(deps, messages(deps)[0][1] or old, take=True)
    assert plan(deps) == [("Öppen kväll", DAY, time(11))]


def test_nothing_is_gone_because_another_file_was_read(deps):
    take(deps, OPEN_HOUSE, source="file")
    take(deps, replace(OPEN_HOUSE, uid="other", title="Annat"), source="file")

    assert messages(deps) == []
    assert len(plan(deps)) == 2


def test_an_import_is_undone_as_a_whole_but_for_what_was_touched(deps):
    events = [replace(OPEN_HOUSE, uid=f"{n}", title=f"Nr {n}") for n in range(3)]
    done = take(deps, *events, source="file")
    with deps.transaction() as db:
        moved = acts.moved(posts.get(db, 2), DAY, time(15), today=TODAY, zone=ZONE, now=NOW)
        posts.update(db, moved)
        imports.undo(db, done.import_id, who=AMIRA, now=NOW)
    sweeping.go_on(deps)

    assert "2 inlägg är borta ur planen.\n1 inlägg som någon har ändrat" in said(deps, "imported:")
    assert plan(deps) == [("Nr 1", DAY, time(15))]
    with deps.transaction() as db, pytest.raises(ImportUndone):
        imports.undo(db, done.import_id, who=AMIRA, now=NOW)
    assert take(deps, *events, source="file").new == 2


def test_a_calendar_that_was_undone_is_not_read_in_again(deps):
    done = take(deps, OPEN_HOUSE)
    with deps.transaction() as db:
        imports.undo(db, done.import_id, who=AMIRA, now=NOW)
    sweeping.go_on(deps)

    assert take(deps, OPEN_HOUSE, ask_about_new=True).new == 0
    assert (plan(deps), messages(deps)) == ([], [])


def test_owners_are_known_by_their_name_or_not_at_all(deps):
    known = replace(OPEN_HOUSE, owner="amira haddad")
    unknown = replace(OPEN_HOUSE, uid="2", title="Annat", owner="Okänd")

    assert take(deps, known, unknown, source="file").strangers == 1
    with deps.reading() as db:
        assert [p.owner for p in posts.between(db, DAY, DAY + timedelta(1))] == [AMIRA, None]


def test_a_text_that_is_cut_is_counted(deps):
    assert take(deps, replace(OPEN_HOUSE, text="ord " * 2000), source="file").shortened == 1
    assert len(only(deps).text) <= 3000


words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=30)
entries = st.builds(
    Entry,
    title=words.filter(lambda text: text.strip()),
    outlet_id=st.integers(1, 3),
    day=st.integers(0, 900).map(lambda n: TODAY + timedelta(days=n)),
    at=st.times().map(lambda at: at.replace(second=0, microsecond=0, tzinfo=None)),
    text=words,
    status=st.sampled_from([Status.DRAFT, Status.READY, Status.CANCELLED]),
)
patient = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def outcome(deps):
    with deps.reading() as db:
        rows = db.execute("select * from posts order by id").fetchall()
        return rows, db.execute("select count(*) from imported").fetchone(), messages(deps)


@patient
@given(planned=st.lists(entries, max_size=6))
@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("kind", ["feed", "table"])
def test_what_we_write_ourselves_changes_nothing_when_it_comes_back(deps, planned, language, kind):
    with deps.transaction() as db:
        for entry in planned:
            posts.add(db, entry, who=AMIRA, now=NOW)
        shown, known = feed.load(db, now=NOW, zone=ZONE), outlets.known(db)
    words_ = Words(language)
    if kind == "feed":
        events = ics.read(feed_view.calendar(words_, shown, zone=ZONE), zone=ZONE, today=TODAY)
    else:
        data, name = table_view.table(words_, shown), shown.namespace
        events = table.read(data, outlets=known, namespace=name, today=TODAY)
    before = outcome(deps)

    assert take(deps, *events, source="file").own == len(events)
    assert outcome(deps) == before


events_ = st.builds(
    Event,
    uid=st.sampled_from(["a", "b", "c"]),
    title=words,
    day=st.integers(0, 900).map(lambda n: TODAY + timedelta(days=n)),
    at=st.none() | st.times().map(lambda at: at.replace(tzinfo=None)),
    occurrence=st.sampled_from(["", "1", "2"]),
    is_cancelled=st.booleans(),
)


@patient
@given(events=st.lists(events_, max_size=8, unique_by=lambda event: event.key))
@pytest.mark.parametrize("source", ["file", "calendar"])
def test_reading_the_same_twice_changes_nothing(deps, events, source):
    take(deps, *events, source=source)
    before = outcome(deps)

    assert take(deps, *events, source=source).new == 0
    assert outcome(deps) == before


def test_questions_stay_true_when_refreshed_without_any_change(deps):
    take(deps, OPEN_HOUSE)
    take(deps, replace(OPEN_HOUSE, title="Öppen dag"))
    before = outcome(deps)
    with deps.transaction() as db:
        asking.refresh(db, deps, NOW)

    assert outcome(deps) == before
