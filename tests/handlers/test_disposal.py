"""Disposal in Slack: decisions, holds, what was handed over, and the clicks on the list."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.deps import Deps
from bot.domain.comments import State as Ended
from bot.domain.disposal import Class, Rule, Scope, State, Unit
from bot.jobs import disposal as job
from bot.jobs import drawings, pictures
from bot.store import comments, disposal, ledger, outbox
from bot.store import settings_history as history
from bot.views import data as data_view
from bot.views import disposal as view
from bot.views import disposal_list
from handlers import disposal as handlers
from handlers import disposal_list as clicks
from handlers import files, settings_history
from tests import make, page
from tests.commands import say
from tests.disposing import (
    LONG_AGO,
    RULE,
    allow,
    arrive,
    bot,
    close,
    finish,
    is_due,
    listed,
    stored,
)
from tests.fakes import FakeAck, FakeSlack, Hand
from tests.forms import filled, submission
from tests.make import AMIRA, ELIN, JONAS

FIRST = page.comment(1).id


@pytest.fixture
def parts(deps: Deps, tmp_path: Path) -> Deps:
    return bot(deps, tmp_path)


@pytest.fixture
def over(parts: Deps) -> Deps:
    """The same with a matter that is over."""
    arrive(parts, page.comment(1, at=LONG_AGO))
    close(parts, FIRST)
    return parts


def form(parts: Deps, slack: FakeSlack, kind: str = Class.ROUTINE, *, user: str = AMIRA) -> Any:
    handlers.click(parts, FakeAck(), make.click(view.CHANGE, kind, user=user))
    return slack.views[-1] if slack.views else None


def save(parts: Deps, opened: Any, *, user: str = AMIRA, **said: Any) -> dict[str, Any]:
    ack = FakeAck()
    handlers.save(parts, ack, submission(opened, user=user, **said))
    return ack.answer


def set_hold(parts: Deps, slack: FakeSlack, *, user: str = AMIRA, **said: Any) -> dict[str, Any]:
    handlers.ask_hold(parts, FakeAck(), make.click(view.HOLD))
    ack = FakeAck()
    handlers.set_hold(parts, ack, submission(slack.views[-1], user=user, **said))
    return ack.answer


def rules(parts: Deps) -> dict[Class, Rule]:
    with parts.reading() as db:
        return disposal.rules(db)


def notes(parts: Deps) -> str:
    """Return all that was said to anybody."""
    with parts.reading() as db:
        return "\n".join(row[0] for row in db.execute("select body from outbox").fetchall())


def click(parts: Deps, what: str, value: str = "", *, user: str = AMIRA) -> None:
    do = {
        disposal_list.LOOK: clicks.look,
        disposal_list.DISPOSE: clicks.dispose,
        disposal_list.LATER: clicks.later,
        view.LIST: handlers.list_now,
        view.LIFT: handlers.lift,
    }[what]
    do(parts, FakeAck(), make.click(what, value, user=user))


def test_the_settings_say_that_it_is_off(parts: Deps, english: Deps) -> None:
    assert "Av för alla klasser" in say(parts, "lucka", "inställningar")["text"]
    assert "Off for all classes" in say(english, "lucka", "settings")["text"]


def test_a_class_is_switched_on_by_a_decision_and_off_without(
    parts: Deps, slack: FakeSlack
) -> None:
    said = {"decision": "RS 2026/114", "decided": "2026-01-08", "amount": "30", "unit": "days"}
    assert save(parts, form(parts, slack), **said) == {}
    assert rules(parts) == {Class.ROUTINE: RULE}
    assert filled(form(parts, slack), view.DECISION) == "RS 2026/114"
    assert "RS 2026/114" in say(parts, "lucka", "inställningar")["text"]
    with parts.reading() as db:
        (act,) = ledger.acts(db, "disposal_rule:routine")
    assert act.detail == {"decision": "RS 2026/114", "decided": "2026-01-08", "period": "30 days"}

    assert save(parts, form(parts, slack), decision="", decided=None) == {}
    assert rules(parts) == {}


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"decision": "RS 1", "amount": "3"}, "decision"),
        ({"decided": "2026-01-08", "amount": "3"}, "decision"),
        ({"decision": "RS 1", "decided": "2026-11-25", "amount": "3"}, "decided"),
        ({"decision": "RS 1", "decided": "2026-01-08", "amount": "0"}, "amount"),
        ({"decision": "RS 1", "decided": "2026-01-08", "amount": "tre"}, "amount"),
        ({"decision": "RS 1", "decided": "2026-01-08", "amount": "99999"}, "amount"),
    ],
)
def test_half_a_decision_is_refused_beside_its_field(
    parts: Deps, slack: FakeSlack, said: dict[str, str], field: str
) -> None:
    answer = save(parts, form(parts, slack), **said)

    assert list(answer["errors"]) == [field]
    assert rules(parts) == {}


def test_only_the_lead_and_the_deputies_decide(over: Deps, slack: FakeSlack) -> None:
    assert form(over, slack, user=ELIN) is None
    opened = form(over, slack)
    assert "errors" in save(
        over, opened, user=ELIN, decision="RS 1", decided="2026-01-08", amount="3"
    )
    allow(over, Class.ROUTINE)
    (only,) = listed(over)
    for what in (disposal_list.LOOK, disposal_list.DISPOSE, disposal_list.LATER, view.LIST):
        click(over, what, str(only.id), user=ELIN)
    assert stored(over, only.id).state is State.LISTED

    click(over, disposal_list.DISPOSE, str(only.id), user=JONAS)
    assert stored(over, only.id).who == JONAS


def test_a_list_is_looked_through_and_disposed_of_once(over: Deps) -> None:
    allow(over, Class.ROUTINE)
    click(over, view.LIST)
    job.go_on(over, over.now())
    click(over, disposal_list.LOOK, "1")
    assert "2026-08-26 · kommentar: Måste man boka?" in notes(over)

    click(over, disposal_list.DISPOSE, "1")
    click(over, disposal_list.DISPOSE, "1", user=JONAS)
    click(over, disposal_list.LATER, "1")
    finish(over)

    assert "Om den listan har någon redan bestämt" in notes(over)
    assert stored(over, 1).who == AMIRA
    with over.reading() as db:
        assert comments.find(db, FIRST) is None


def test_what_the_page_wrote_is_called_what_it_is(english: Deps, tmp_path: Path) -> None:
    parts = bot(english, tmp_path)
    own = page.comment(3, "Öppet i dag!", at=LONG_AGO, from_page=True)
    arrive(parts, page.comment(1, at=LONG_AGO), page.answer(2, under=1, at=LONG_AGO), own)
    close(parts, FIRST)
    allow(parts, Class.ROUTINE)
    (only,) = listed(parts)
    click(parts, disposal_list.LOOK, str(only.id))

    told = notes(parts)
    assert "· comment: Måste man boka?" in told
    assert "· answer from the page: Nej, kom när du vill! /Elin" in told
    assert "· the page's own comment: Öppet i dag!" in told


def test_a_decision_that_was_changed_stands_in_the_history_and_is_not_undone_there(
    parts: Deps, slack: FakeSlack
) -> None:
    said = {"decision": "RS 2026/114", "decided": "2026-01-08", "amount": "24"}
    for _ in "ab":  # the second time changes nothing
        assert save(parts, form(parts, slack), **said) == {}
    with parts.reading() as db:
        (change,) = history.latest(db, 10)
    assert (change.who, change.name, change.before) == (AMIRA, "disposal", {})
    settings_history.show(parts, FakeAck(), make.click("settings.history"))
    told = notes(parts)
    assert "*Gallring* · I dag kl. 8.15 · Amira Haddad" in told.replace("\xa0", " ")
    assert "settings.undo" not in told
    settings_history.undo(parts, FakeAck(), make.click("settings.undo", str(change.id)))
    assert "ändrats igen" in notes(parts)
    assert rules(parts)[Class.ROUTINE].decision == "RS 2026/114"


def test_not_now_leaves_everything(over: Deps) -> None:
    allow(over, Class.ROUTINE)
    click(over, view.LIST)
    job.go_on(over, over.now())
    click(over, disposal_list.LATER, "1")
    click(over, disposal_list.DISPOSE, "1")

    assert stored(over, 1).state is State.DECLINED
    assert "Gallras inte nu" in notes(over)
    assert is_due(over, Class.ROUTINE)


def test_a_new_list_makes_the_former_void(over: Deps) -> None:
    allow(over, Class.ROUTINE)
    listed(over)
    with over.transaction() as db:
        db.execute("update disposals set message = 'disposal:former'")
    listed(over)

    assert [stored(over, number).state for number in (1, 2)] == [State.DECLINED, State.LISTED]


@pytest.mark.parametrize("value", ["", "x", "99", "-1"])
def test_a_stale_or_forged_button_changes_nothing(over: Deps, value: str) -> None:
    allow(over, Class.ROUTINE)
    (only,) = listed(over)
    for what in (disposal_list.LOOK, disposal_list.DISPOSE, disposal_list.LATER, view.LIFT):
        click(over, what, value)

    assert stored(over, only.id).state is State.LISTED


@pytest.mark.parametrize(
    ("said", "scope"),
    [
        ({"scope": "all"}, Scope.ALL),
        ({"scope": "comment", "link": page.comment(1).permalink}, Scope.COMMENT),
        ({"scope": "post", "link": page.POST}, Scope.POST),
        ({"scope": "period", "first": "2026-08-26", "last": "2026-08-26"}, Scope.PERIOD),
    ],
)
def test_a_hold_is_set_and_lifted(
    over: Deps, slack: FakeSlack, said: dict[str, str], scope: Scope
) -> None:
    assert set_hold(over, slack, reason="Begärt ut", **said) == {}
    assert is_due(over, Class.ROUTINE) == []
    with over.reading() as db:
        (hold,) = disposal.holds(db)
    assert (hold.scope, hold.reason, hold.set_by) == (scope, "Begärt ut", AMIRA)
    assert "1 gallringsstopp gäller" in say(over, "lucka", "inställningar")["text"]

    click(over, view.LIFT, str(hold.id), user=ELIN)
    assert is_due(over, Class.ROUTINE) == []
    click(over, view.LIFT, str(hold.id))
    assert is_due(over, Class.ROUTINE)


@pytest.mark.parametrize(
    ("scope", "subject", "told"),
    [
        ("comment", FIRST, f"<{page.comment(1).permalink}|länk till kommentaren>"),
        ("post", page.POST, f"<{page.post().permalink}|{page.TITLE}> hålls kvar"),
    ],
)
def test_a_hold_leads_to_what_it_keeps_and_tells_no_residents_words(
    over: Deps, slack: FakeSlack, scope: str, subject: str, told: str
) -> None:
    set_hold(over, slack, reason="Begärt ut", scope=scope, link=subject)
    handlers.show(over, FakeAck(), make.click(view.SHOW, user=ELIN))
    with over.reading() as db:
        said = [item.body["text"] for item in outbox.pending(db) if item.user]
    assert [told in text for text in said[-2:]] == [True, True]
    assert "Måste man boka?" not in "".join(said)


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"scope": "comment"}, "link"),
        ({"scope": "post", "link": "https://www.facebook.example/somebody"}, "link"),
        ({"scope": "period", "first": "2026-08-26"}, "last"),
        ({"scope": "period", "first": "2026-08-26", "last": "2026-08-25"}, "last"),
    ],
)
def test_a_hold_on_nothing_is_refused(
    over: Deps, slack: FakeSlack, said: dict[str, str], field: str
) -> None:
    assert list(set_hold(over, slack, reason="Begärt ut", **said)["errors"]) == [field]
    assert is_due(over, Class.ROUTINE)


def test_what_was_removed_is_marked_as_handed_over_and_back(parts: Deps, slack: FakeSlack) -> None:
    handlers.ask_handed(parts, FakeAck(), make.click(view.HANDED))
    assert slack.views == []
    assert "väntar på att överlämnas" in notes(parts)
    arrive(parts, page.comment(1, at=LONG_AGO))
    close(parts, FIRST, state=Ended.REMOVED)

    for chosen, count in ((FIRST, 1), ("", 0)):
        handlers.ask_handed(parts, FakeAck(), make.click(view.HANDED))
        ack = FakeAck()
        handlers.set_handed(parts, ack, submission(slack.views[-1], comments=chosen))
        assert ack.answer == {}
        with parts.reading() as db:
            assert sum(handed for _, handed in disposal.kept(db, -1)) == count
    with parts.reading() as db:
        acts = [act.act for act in ledger.acts(db, f"comment:{FIRST}")]
    assert acts == ["comment.handed_over", "comment.not_handed_over"]


@pytest.mark.parametrize("word", ["data", "uppgifter", "dataskydd"])
def test_anybody_may_ask_what_is_stored(parts: Deps, word: str) -> None:
    said = say(parts, "lucka", word, user=ELIN)["text"]

    assert "Vad jag lagrar" in said
    assert "ingen profil över den som kommenterar" in said


def test_what_is_stored_comes_as_a_file_once(parts: Deps, slack: FakeSlack) -> None:
    allow(parts, Class.ROUTINE, rule=Rule("<RS> 1", date(2026, 1, 8), 24, Unit.MONTHS))
    files.ask(parts, drawings.DATA, FakeAck(), make.click(data_view.AS_FILE, user=ELIN))
    for _ in range(3):
        pictures.drain(parts)

    (made,) = slack.files.values()
    assert isinstance(made, bytes)
    assert "&lt;RS&gt; 1" in made.decode()
    assert "<code>comments</code>" in made.decode()
    assert given(parts, ELIN) == [f"Här är filen: <{slack.file_link('F0')}|Vad Lucka lagrar>"]


def test_a_file_that_slack_cannot_take_now_is_tried_again(parts: Deps, slack: FakeSlack) -> None:
    files.ask(parts, drawings.DATA, FakeAck(), make.click(data_view.AS_FILE, user=ELIN))
    slack.down = "ratelimited"
    pictures.drain(parts)
    assert given(parts, ELIN) == []
    slack.down = None
    for _ in range(2):
        pictures.drain(parts)
    assert len(given(parts, ELIN)) == 1


def test_a_file_that_slack_never_takes_is_told_of(
    parts: Deps, slack: FakeSlack, hand: Hand
) -> None:
    files.ask(parts, drawings.DATA, FakeAck(), make.click(data_view.AS_FILE, user=ELIN))
    slack.down = "timeout"
    hand.to(parts.now() + pictures.PATIENCE)
    pictures.drain(parts)
    assert given(parts, ELIN) == ["Filen gick inte att lägga i Slack. Försök igen om en stund."]


def given(parts: Deps, who: str) -> list[str]:
    """What comes to *who* in their own conversation."""
    with parts.reading() as db:
        return [
            item.body["text"]
            for item in outbox.pending(db)
            if item.channel == who and item.key.startswith("picture:")
        ]
