"""Rights and stand-ins in the settings, and readers, who change nothing anywhere."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.domain.answers import Answering
from bot.domain.rights import Grant, Level, Right
from bot.domain.team import Team
from bot.store import answers, ledger, outbox, roster, team
from bot.views.roster import TURNS
from handlers import comment_moderation, comments, register, rights
from handlers import roster as turns
from handlers.app import create
from tests import make
from tests.commands import say
from tests.fakes import FakeAck
from tests.forms import submission
from tests.handlers.test_forged_values import decided, send
from tests.make import AMIRA, ELIN, GUEST, JONAS, MIKKO
from tests.moderating import FIRST, TS, desk
from tests.publishing import FakePage, allowed

READS = "Du kan läsa allt här och be om siffror, men inte ändra. Be Amira Haddad göra det"
DECIDES = "Det bestämmer huvudansvarig"


@pytest.fixture(autouse=True)
def named(deps):
    with deps.transaction() as db:
        team.save(db, Team(AMIRA, (JONAS,), (ELIN,), (MIKKO,)))


def load(deps):
    with deps.reading() as db:
        return team.load(db)


def told(deps):
    with deps.reading() as db:
        return [i.body for i in sorted(outbox.pending(db), key=lambda i: i.id) if i.user]


def press(deps, listener, value="", *, user=AMIRA):
    listener(deps, FakeAck(), make.click("any", value, user=user))


def save(deps, listener, opened, *, user=AMIRA, **said):
    listener(deps, ack := FakeAck(), submission(opened, user=user, **said))
    return ack.answer


def stand_in(deps, user=JONAS, first="2026-11-24", last="2026-12-06"):
    press(deps, rights.click_stand_in)
    return save(deps, rights.add, deps.slack.views[-1], person=user, first=first, last=last)


def test_the_settings_tell_who_leads_and_who_may_what(deps):
    said = say(deps, "lucka", "inställningar")["text"]
    assert "Leder i dag: Amira Haddad" in said
    assert "Gallra: huvudansvarig och ersättare" in said
    assert "Läsare: Mikko" in said


def test_rights_are_set_said_and_written_down(deps):
    press(deps, rights.click)
    said = {"remove": "leads", "disclose": "team", "disclose-besides": ["U0ELIN"]}
    assert save(deps, rights.save, deps.slack.views[-1], **said) == {}
    assert load(deps).rights == {
        Right.REMOVE: Grant(Level.LEADS),
        Right.DISCLOSE: Grant(Level.TEAM, (ELIN,)),
        Right.DISPOSE: Grant(Level.LEADS),
    }
    assert "Lämna ut handlingar: alla i teamet, Elin Lindqvist" in told(deps)[-1]["text"]
    with deps.reading() as db:
        assert ledger.acts(db, "team")[-1].detail["disclose"] == f"team {ELIN}"


def test_a_guest_has_no_rights(deps):
    press(deps, rights.click)
    answer = save(deps, rights.save, deps.slack.views[-1], **{"dispose-besides": [GUEST]})
    assert "Bara medlemmar i arbetsytan" in answer["errors"]["remove"]
    assert load(deps).rights == {}


def test_a_reader_is_given_nothing_to_do(deps):
    press(deps, rights.click)
    answer = save(deps, rights.save, deps.slack.views[-1], **{"dispose-besides": [MIKKO]})
    assert "läser bara" in answer["errors"]["remove"]
    turns.click(deps, TURNS, FakeAck(), make.click(TURNS))
    answer = save(deps, turns.save_turns, deps.slack.views[-1], people=[MIKKO])
    assert "läser bara" in answer["errors"]["people"]


def test_a_deputy_leads_for_a_time_and_it_can_be_undone(deps):
    assert stand_in(deps) == {}
    with deps.reading() as db:
        assert roster.duty(db, deps.today()).leads(deps.today()) == JONAS
    undo = told(deps)[-1]["blocks"][-1]["elements"][0]
    press(deps, rights.remove, undo["value"])
    assert load(deps).stand_ins == ()
    again = told(deps)[-1]["blocks"][-1]["elements"][0]
    press(deps, rights.restore, again["value"])
    press(deps, rights.show)
    said = told(deps)[-1]["text"]
    assert "Leder i dag: Jonas Berg" in said
    assert "Jonas Berg: tisdag 24 november till och med söndag 6 december" in said
    assert [each.last for each in load(deps).stand_ins] == [date(2026, 12, 6)]


@pytest.mark.parametrize(
    ("said", "where", "words"),
    [
        ({"user": ELIN}, "person", "Bara en ersättare kan leda"),
        ({"last": "2026-11-01"}, "last", "De dagarna stämmer inte"),
    ],
    ids=["no deputy", "backwards"],
)
def test_days_that_cannot_be_are_refused_beside_their_field(deps, said, where, words):
    assert words in stand_in(deps, **said)["errors"][where]
    assert load(deps).stand_ins == ()


def test_two_do_not_lead_on_the_same_day(deps):
    stand_in(deps)
    assert "leder redan" in stand_in(deps, last="2026-11-30")["errors"]["first"]
    press(deps, rights.remove, "404")
    assert "redan borttaget" in told(deps)[-1]["text"]


@pytest.mark.parametrize(("user", "words"), [(ELIN, DECIDES), (MIKKO, READS)])
def test_only_the_lead_and_the_deputies_change_rights(deps, user, words):
    press(deps, rights.click)
    opened = deps.slack.views[-1]
    for listener in (rights.click, rights.click_stand_in, rights.remove):
        press(deps, listener, "1", user=user)
        assert words in told(deps)[-1]["text"]
    assert words in str(save(deps, rights.save, opened, user=user)["errors"])
    assert len(deps.slack.views) == 1


def test_a_right_that_is_the_leads_alone_is_checked_at_the_comment_too(deps):
    made = desk(deps)[0]
    ways = (Grant(Level.LEADS), Grant(Level.TEAM), Grant(Level.LEADS, (ELIN,)))
    opened = []
    for grant in ways:
        with made.transaction() as db:
            team.set_rights(db, {Right.REMOVE: grant})
        press(made, comment_moderation.click, FIRST, user=ELIN)
        opened.append(len(made.slack.views))
    assert opened == [0, 1, 2]
    assert [DECIDES in said["text"] for said in told(made)] == [True]


class Recorder:
    """In the place of the app: which clicks, shortcuts and forms somebody listens to."""

    def __init__(self) -> None:
        self.heard: dict[str, list[str]] = {"action": [], "shortcut": [], "view": []}

    def __getattr__(self, kind: str) -> Callable[..., Callable[[Any], None]]:
        def listen(what: Any = "", *_rest: Any) -> Callable[[Any], None]:
            if kind in self.heard:
                self.heard[kind].append(what if isinstance(what, str) else "")
            return lambda _listener: None

        return listen


def listening(deps) -> dict[str, list[str]]:
    recorder = Recorder()
    register(recorder, deps, lambda: None)  # type: ignore[arg-type]
    return {kind: sorted({each for each in ids if each}) for kind, ids in recorder.heard.items()}


@pytest.fixture
def world(deps, hand):
    """Everything that can be switched on is, and named for the reader, too."""
    made = replace(deps, page=FakePage(hand))
    allowed(made)
    with made.transaction() as db:
        team.save(db, Team(AMIRA, (JONAS,), (ELIN,), (MIKKO,)))
        answers.decide(db, Answering(is_on=True, users=(MIKKO,)))
        db.execute(
            "insert into ideas (title, note, links, author, created_at)"
            " values ('Idé', '', '[]', 'U0MIKKO', '2026-11-01T00:00:00.000000+00:00')"
        )
    return made


def unaudited(deps) -> dict[str, Any]:
    return {table: rows for table, rows in decided(deps).items() if table != "audit"}


LOOKING = {"picture.asked"}
"""What is written down of a reader: that they asked to see something."""


def bodies(deps) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every click, shortcut and form of a reader, as Slack sends them."""
    heard = listening(deps)
    for action_id in heard["action"]:
        for value in ("1", "1 2026-11-25 11:00 1", "change 1"):
            yield action_id, make.click(action_id, value, user=MIKKO)
    for number, callback_id in enumerate(heard["view"]):
        shown = {
            "id": f"V{number}",
            "type": "modal",
            "callback_id": callback_id,
            "private_metadata": '{"channel": "C0PLAN", "subject": 1}',
            "state": {"values": {"title": {"a": {"value": "Hej"}}}},
        }
        user = {"id": MIKKO}
        form = {"type": "view_submission", "user": user, "team": {"id": "T0LUCKA"}, "view": shown}
        yield callback_id, {**form, "trigger_id": f"form-{number}"}


def test_no_click_and_no_form_of_a_reader_changes_anything(world, slack):
    app, before = create(world, lambda: None), unaudited(world)
    names = set()
    for name, body in bodies(world):
        send(app, body)
        names.add(name)
        assert slack.views == [], name
    assert unaudited(world) == before
    with world.reading() as db:
        acts = {r["act"] for r in db.query("select act from audit where who = ?", [MIKKO])}
    assert acts <= LOOKING
    texts = [said["text"] for said in told(world) if "text" in said]  # a home tab has none
    assert not [text for text in texts if world.words("surprise") in text]
    assert sum(READS in text for text in texts) > 50
    assert len(names) > 200


@pytest.mark.parametrize(
    "typed",
    [
        ("idea", "Hej #sommar"),
        ("idea", ""),
        ("plan", "add"),
        ("plan", "fredag 11.00 Öppet hus"),
        ("idea", "hjul"),
    ],
    ids=" ".join,
)
def test_no_command_of_a_reader_changes_anything(world, slack, typed):
    before = unaudited(world)
    said = say(world, *typed, user=MIKKO)
    assert unaudited(world) == before
    assert slack.views == []
    assert READS in said["text"]


@pytest.mark.parametrize(
    ("command", "text"),
    [
        ("plan", ""),
        ("plan", "luckor"),
        ("plan", "bild"),
        ("comments", ""),
        ("idea", "lista"),
        ("lucka", ""),
        ("lucka", "inställningar"),
    ],
)
def test_a_reader_sees_everything(world, command, text):
    said = say(world, command, text, user=MIKKO)["text"]
    assert said
    assert "Du kan läsa" not in said


@pytest.mark.parametrize("emoji", ["eyes", "white_check_mark", "blue_heart"])
def test_a_readers_reaction_is_refused_kindly_and_once(deps, emoji):
    made = desk(deps)[0]
    before = decided(made)
    for added in (True, False):
        event = make.reaction(emoji, TS, user=MIKKO, added=added)
        comments.react(made, FakeAck(), event)
    assert [READS in said["text"] for said in told(made)] == [True]
    assert decided(made) == before
