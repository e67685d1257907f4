"""`/report`: figures for whoever asks, files in their own conversation, and one decision a month."""

from datetime import UTC, datetime
from threading import Thread

import pytest

from bot.domain.measures import Group
from bot.domain.periods import month
from bot.domain.team import Team
from bot.jobs import pictures
from bot.jobs import report as job
from bot.jobs.due import Due
from bot.store import outbox, outbox_looks, team
from bot.store import pictures as kept
from bot.views import report as view
from bot.views import report_behind as behind
from handlers import report, report_behind
from handlers.answering import actor
from tests import make, new_year
from tests.commands import say
from tests.fakes import FakeAck
from tests.make import AMIRA, ELIN, JONAS, PLAN
from tests.new_year import CODE

JANUARY = datetime(2027, 1, 4, 7, 15, tzinfo=UTC)
DECEMBER = month(datetime(2026, 12, 1, tzinfo=UTC).date())


@pytest.fixture
def settled(deps, hand):
    new_year.settle(deps, hand)
    with deps.transaction() as db:
        outbox_looks.forget(db, "")
    return deps


def pending(deps, channel=None):
    with deps.reading() as db:
        found = [item for item in outbox.pending(db) if channel in (None, item.channel)]
    return {item.key: item.body for item in found}


def click(deps, listener, action_id, value, *given, user=AMIRA):
    body = make.click(action_id, value, user=user)
    listener(deps, *given, FakeAck(), body)
    key = f"note:{body['trigger_id']}:{actor(body)}"
    return pending(deps).get(key, {}).get("text", "")


@pytest.mark.parametrize("text", ["v. 51-1 2026", "weeks 51-1 2026", "2026-12-14–2027-01-10"])
def test_the_figures_are_told_to_whoever_asks(settled, text):
    said = say(settled, "report", text)["text"]
    assert "47 av 50 (94\u00a0%)" in said


def test_without_a_word_it_is_this_month_so_far(deps, english):
    assert "Siffror för november 2026 hittills" in say(deps, "report")["text"]
    assert "Figures for November 2026 so far" in say(english, "report")["text"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hej <!channel>", "Jag förstår inte perioden ”hej &lt;!channel&gt;”"),
        ("2031", "har inte börjat"),
        ("2020-01-01–2026-01-01", "för lång"),
        ("2026-13", "månad"),
        ("v. 54", "54"),
    ],
)
def test_what_is_no_period_gets_a_kind_answer(deps, text, said):
    assert said in say(deps, "report", text)["text"]


def test_nothing_is_stored_by_looking(settled):
    with settled.reading() as db:
        before = db.execute("select count(*) from audit").fetchone()
    say(settled, "report", "v. 51-1 2026")
    with settled.reading() as db:
        assert db.execute("select count(*) from audit").fetchone() == before


def test_a_button_shows_the_period_before(settled):
    assert "december 2026" in click(settled, report.turn, view.SHOW, DECEMBER.code)


@pytest.mark.parametrize("value", ["", "hej", "month 2026-11-01", "month 0001-01-01 0001-02-01"])
@pytest.mark.parametrize(
    ("listener", "given"),
    [
        (report.turn, ()),
        (report.ask, ("charts",)),
        (report.decide, (True,)),
        (report_behind.show, ()),
        (report.figures, ()),
    ],
    ids=["turn", "ask", "decide", "behind", "figures"],
)
def test_a_stale_button_gets_a_kind_answer(deps, listener, given, value):
    assert "finns inte längre" in click(deps, listener, view.SHOW, value, *given)


def drain(deps, drawn=None):
    seen = []

    def draw(drawing, folder):
        seen.append(drawing)
        return b"\x89PNG"

    for _ in range(4):
        pictures.drain(deps, drawn or draw)
    return seen


def test_the_charts_come_to_whoever_asked_once(settled, slack):
    for _ in range(2):
        said = click(settled, report.ask, view.CHART, CODE, "charts", user=JONAS)
    assert said.startswith("Jag ritar diagrammen.")
    (sheet,) = drain(settled)
    assert len(sheet.panels) == 3
    (shown,) = [b for k, b in pending(settled, JONAS).items() if k.startswith("picture:")]
    assert shown["blocks"][1]["slack_file"] == {"id": "F0"}
    assert "59 kommentarer kom" in shown["blocks"][1]["alt_text"]


def test_the_table_comes_as_a_file_that_the_message_shares(settled, slack):
    assert click(settled, report.ask, view.TABLE, CODE, "table").startswith("Jag gör tabellen.")
    drain(settled)
    assert slack.files["F0"].startswith(b"\xef\xbb\xbfPeriod;")
    (shown,) = [b for k, b in pending(settled, AMIRA).items() if k.startswith("picture:")]
    assert "https://lucka.slack.example/files/F0" in shown["text"]
    with settled.reading() as db:
        assert kept.waiting(db) == []


def test_where_nothing_can_be_drawn_the_figures_come_in_words(deps):
    click(deps, report.ask, view.CHART, DECEMBER.before.code, "charts")
    drain(deps)
    (shown,) = [b for k, b in pending(deps, AMIRA).items() if k.startswith("picture:")]
    assert shown["text"].startswith("Diagrammen gick inte att rita")
    assert "Framförhållning" in shown["text"]


def rows(form):
    return [b for b in form["blocks"] if b["type"] == "section"]


@pytest.mark.parametrize(
    ("listener", "action_id"),
    [(report.figures, view.ALL), (report_behind.show, view.BEHIND)],
    ids=["figures", "behind"],
)
def test_who_only_reads_sees_all_there_is_to_see(settled, slack, listener, action_id):
    with settled.transaction() as db:
        team.save(db, Team(lead=AMIRA, readers=(ELIN,)))
    assert click(settled, listener, action_id, CODE, user=ELIN) == ""
    assert len(slack.views) == 1


def test_the_comments_behind_a_figure_are_listed_what_is_late_first(settled, slack):
    click(settled, report_behind.show, view.BEHIND, CODE)
    (form,) = slack.views
    menu = form["blocks"][1]["elements"][0]
    assert menu["initial_option"]["text"]["text"] == "Obesvarade, löftet är ute (3)"
    assert len(rows(form)) == 3
    assert "facebook.example" in rows(form)[0]["text"]["text"]


def turned(deps, action_id, value):
    body = make.click(action_id, value, channel=None)
    body["view"] = {"id": "V1", "hash": "h1", "private_metadata": "{}"}
    report_behind.turn(deps, FakeAck(), body)


def test_a_figure_is_chosen_and_its_pages_are_turned(settled, slack):
    period = report.period_of(CODE)
    turned(settled, behind.CHOOSE, behind.value(period, Group.KEPT))
    turned(settled, behind.NEXT, behind.value(period, Group.KEPT, 36))
    turned(settled, behind.NEXT, behind.value(period, Group.KEPT, 4000))
    first, last, beyond = slack.views
    assert (len(rows(first)), len(rows(last)), len(rows(beyond))) == (12, 9, 12)
    buttons = [
        b["action_id"]
        for blocks in last["blocks"]
        for b in blocks.get("elements", ())
        if b.get("type") == "button"
    ]
    assert buttons == [behind.BACK]


@pytest.mark.parametrize(
    "value", ["", "kept", "wrong 0 x", f"kept x {CODE}", "kept 0 x", f"kept -1 {CODE}"]
)
def test_a_forged_choice_changes_nothing(settled, slack, value):
    turned(settled, behind.CHOOSE, value)
    assert slack.views == []


def draft(deps, hand, lead=AMIRA):
    hand.to(JANUARY)
    with deps.transaction() as db:
        team.save(db, Team(lead=lead))
    job.run(deps, Due(JANUARY.date(), JANUARY, JANUARY))


def test_the_lead_sends_the_months_report_to_the_channel_once(settled, hand):
    draft(settled, hand)
    assert [*pending(settled, AMIRA)] == ["report:draft:2026-12"]
    for _ in range(2):
        said = click(settled, report.decide, view.SEND, DECEMBER.code, True)
    assert "redan bestämt" in said
    sent = pending(settled, PLAN)["report:sent:2026-12"]
    assert sent["text"].startswith("Amira Haddad delar december 2026 i siffror.")
    assert "skickade siffrorna" in pending(settled)["report:draft:2026-12"]["text"]
    with settled.reading() as db:
        assert [w.channel for w in kept.waiting(db)] == [PLAN]
        acts = db.execute(
            "select who, act, subject from audit where act like 'report.%'"
        ).fetchall()
    assert acts == [(AMIRA, "report.sent", "report:2026-12")]


def test_not_this_month_is_remembered_and_can_be_changed_until_it_is_sent(settled, hand):
    draft(settled, hand)
    click(settled, report.decide, view.SKIP, DECEMBER.code, False)
    assert "report:sent:2026-12" not in pending(settled)
    closed = pending(settled)["report:draft:2026-12"]
    assert "valde att inte skicka" in closed["text"]
    assert view.SEND in str(closed["blocks"])
    assert "redan bestämt" in click(settled, report.decide, view.SKIP, DECEMBER.code, False)
    click(settled, report.decide, view.SEND, DECEMBER.code, True)
    assert "report:sent:2026-12" in pending(settled)
    assert "redan bestämt" in click(settled, report.decide, view.SKIP, DECEMBER.code, False)
    assert "skickade" in pending(settled)["report:draft:2026-12"]["text"]


def test_of_several_who_send_it_at_once_one_has_sent_it(settled, hand):
    draft(settled, hand, lead=None)

    def send():
        report.decide(settled, True, FakeAck(), make.click(view.SEND, DECEMBER.code))

    threads = [Thread(target=send) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with settled.reading() as db:
        (acts,) = db.execute("select count(*) from audit where act like 'report.%'").fetchone()
    refused = [b for b in pending(settled).values() if "redan bestämt" in b["text"]]
    assert (acts, len(refused)) == (1, 5)


def test_only_who_leads_decides(settled, hand):
    draft(settled, hand)
    click(settled, report.decide, view.SEND, DECEMBER.code, True, user=ELIN)
    assert "report:sent:2026-12" not in pending(settled)


def test_a_month_without_a_draft_cannot_be_sent(settled):
    said = click(settled, report.decide, view.SEND, DECEMBER.before.code, True)
    assert "finns inte längre" in said
