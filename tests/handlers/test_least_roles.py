"""Who may do what: one table of every button and form, and nobody below may do more by forging one.

A button that is pressed, or a form that is sent, is what its bytes say; nothing of it is believed.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from slack_bolt import App

from bot.deps import Deps
from bot.domain.answers import Answering
from bot.domain.members import MemberKind
from bot.domain.team import Team
from bot.store import answers, outlets, team
from handlers.app import create
from tests import make
from tests.fakes import FakeSlack, Hand
from tests.forms import submission
from tests.handlers.least_roles import LEAD, LEAST, ROLES, TEAM
from tests.handlers.test_forged_values import decided, send
from tests.handlers.test_rights import listening
from tests.make import AMIRA, ELIN, GUEST, JONAS, MIKKO
from tests.moderating import FIRST, desk
from tests.publishing import allowed, ready

OTHER, STRANGER = "U0OTHER", "U0STRANGER"

VALUES = (
    "1", "1 on", "1 2026-11-27 11:00 1", "change 1", "cadence 1", "2026-11-27", FIRST,
    f"{FIRST} U0AMIRA", "U0JONAS 2026-11-27 2026-12-01", "month 2026-10-01 2026-11-01", "2026-v26",
    "2026-v51", "cadences 1", "purpose", "routine", "threat",
    "on", "within",
)  # fmt: skip
"""What stands in some button, so that each act finds something to be done to."""

PEOPLE = ("users_select", "multi_users_select")

OPENING = ("1", "1 2026-11-27 11:00 1", "change 1", FIRST, "purpose", "routine", "threat", "within")

WRITTEN = {
    "plain_text_input": "5",
    "users_select": JONAS,
    "multi_users_select": [JONAS],
    "datepicker": "2026-12-01",
    "timepicker": "11:00",
}

LEADS = "Det bestämmer huvudansvarig"
TEAMS = "Det här är för dem som är med"
MEMBERS = "Bara medlemmar i arbetsytan"
BEYOND = {
    GUEST: (tuple(ROLES), (MEMBERS,)),
    STRANGER: (tuple(ROLES), (MEMBERS,)),
    OTHER: ((TEAM, LEAD), (TEAMS, LEADS)),
    ELIN: ((LEAD,), (LEADS,)),
}


ELSEWHERE = {
    "brief.make", "concern.answered", "concern.save", "lesson.open", "lesson.save", "peers.save",
    "weekly.edit", "weekly.send", "weekly.skip", "goals.take", "goals.decline", "goals.save.rate",
    "goals.save.runway", "goals.save.within",
    "block.extend_save", "block.save", "cadence.add", "channel.allowed", "comment.unneed_save",
    "disclosure.ask", "disclosure.save", "handed_over.save", "moderation.save", "post.decide_save",
    "praise.save", "registration.save", "replies.save", "replies.save_route",
}  # fmt: skip
"""What needs more than this world holds before it asks who acts; see the tests of each.

Nothing is changed by them here either.
"""


@pytest.fixture
def world(deps: Deps, slack: FakeSlack, hand: Hand) -> Deps:
    """A comment, a post, an idea and outlets; everything that can be switched on is."""
    slack.kinds[STRANGER] = MemberKind.STRANGER
    made, _ = desk(replace(deps, settings=replace(deps.settings, calendar_token="a" * 32)), AMIRA)
    allowed(made)
    with made.transaction() as db:
        outlets.ensure_defaults(db, made.words)
        team.save(db, Team(AMIRA, (JONAS,), (ELIN,), (MIKKO,)))
        answers.decide(db, Answering(is_on=True))
        db.execute(
            "insert into ideas (title, note, links, author, created_at)"
            " values ('Idé', '', '[]', 'U0AMIRA', '2026-11-01T00:00:00.000000+00:00')"
        )
    ready(made)
    return made


@pytest.fixture
def app(world: Deps) -> App:
    return create(world, lambda: None)


@pytest.fixture
def forms(world: Deps, app: App, slack: FakeSlack) -> dict[str, dict[str, Any]]:
    """The forms that a deputy is shown, by what they are sent as."""
    for act in listening(world)["action"]:
        for value in OPENING:
            before = len(slack.views)
            send(app, make.click(act, value, user=JONAS))
            if len(slack.views) > before:
                break
    found = {view["callback_id"]: view for view in slack.views}
    slack.views.clear()
    return found


def filled(form: dict[str, Any], user: str) -> dict[str, Any]:
    """Return what Slack sends when somebody has written or chosen something everywhere."""
    inputs = {b["block_id"]: b["element"] for b in form["blocks"] if b["type"] == "input"}
    said: dict[str, Any] = {}
    for name, element in inputs.items():
        if element["type"] == "static_select":
            said[name] = element["options"][0]["value"]
        elif element["type"] in WRITTEN:
            said[name] = WRITTEN[element["type"]]
    return submission(form, user=user, **said)


def bodies(act: str, user: str, forms: dict[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the act as Slack would send it, with everything that might be in it."""
    if act in forms:
        yield submission(forms[act], user=user)
        yield filled(forms[act], user)
    else:
        yield from (make.click(act, value, user=user) for value in VALUES)


def heard(deps: Deps, app: App, body: dict[str, Any]) -> str:
    """Return what whoever acts hears of it, in private or beside a field."""
    with deps.reading() as db:
        (last,) = db.execute("select coalesce(max(id), 0) from outbox").fetchone()
    answer = send(app, body)
    with deps.reading() as db:
        told = [row["body"] for row in db.query("select body from outbox where id > ?", [last])]
    said = [json.loads(each).get("text", "") for each in told]
    errors = json.loads(answer).get("errors", {}).values() if answer else ()
    return "\n".join([*said, *errors])


def test_every_button_and_form_has_its_least_role_and_nothing_else_has(world: Deps) -> None:
    found = listening(world)
    assert set(LEAST) == {*found["action"], *found["view"]}
    assert sum(len(acts.split()) for acts in ROLES.values()) == len(LEAST)


@pytest.mark.parametrize("named", ["U0JONAS> <!channel", "C0SECRET", "#general", "U0JONAS\n"])
def test_a_form_names_nobody_who_is_not_even_a_person(
    world: Deps, app: App, forms: dict[str, dict[str, Any]], named: str
) -> None:
    """Else the bot would call everybody, or write in a channel that whoever sends it is not in."""
    asked = 0
    for form in forms.values():
        for block in form["blocks"]:
            if block.get("element", {}).get("type") not in PEOPLE:
                continue
            body = filled(form, JONAS)
            held = body["view"]["state"]["values"][block["block_id"]]["value"]
            held |= {"selected_user": named, "selected_users": [named]}
            assert world.words("surprise") not in send(app, body), block["block_id"]
            asked += 1
    assert asked > 15
    rows = [row for table in decided(world).values() for row in table]
    assert [row for row in rows if any(named in str(value) for value in row)] == []


def test_nobody_does_more_than_their_role_may_whatever_they_send(
    world: Deps, app: App, slack: FakeSlack, forms: dict[str, dict[str, Any]]
) -> None:
    before = decided(world)
    unheard: dict[str, set[str]] = {}
    for user, (roles, words) in BEYOND.items():
        acts = [act for act, role in LEAST.items() if role in roles]
        for act in acts:
            is_told = False
            for body in bodies(act, user, forms):
                said = heard(world, app, body)
                assert slack.views == [], (user, act)
                is_told = any(word in said for word in words)
                if is_told:
                    break
            if not is_told:
                unheard.setdefault(user, set()).add(act)
    assert decided(world) == before
    assert set().union(*unheard.values()) <= ELSEWHERE, unheard
