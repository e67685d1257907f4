"""Throws inputs at the bot: what people type, choose and forge, and what files and services say.

Each input is made from the one before it and a seed; what is decided of it does not matter here.
"""

import hashlib
import hmac
import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from random import Random
from typing import Any

from slack_bolt import App, BoltRequest

from bot.deps import Deps
from bot.domain.errors import Refusal
from bot.integrations import facebook_hooks, ics, table
from bot.jobs import poll
from bot.store import outlets
from handlers import hooks, settings_file
from tests import commands, forms, make, page
from tests.fakes import FakeSlack
from tests.jobs import test_poll_fuzzed as graph

PEOPLE = (make.AMIRA, make.JONAS, make.ELIN, make.GUEST)
WORDS = (
    *("torsdag", "fredag", "imorgon", "11.00", "13:00", "25:61", "webb", "facebook", "2026-11-25"),
    *("2026-02-30", "9999-12-31", "0001-01-01", "v. 53", "29/2", "idag kl", "nästa vecka", "alla"),
    *("list", "mine", "mina", "help", "hjälp", "settings", "wheel", "report", "klar", "flytta"),
    *("<!channel>", "<@U0AMIRA>", "<#C0PLAN|plan>", "<https://x.example|y>", "&lt;b&gt;", "*fet*"),
    *("\u202e", "\u200b", "\ud83d", "\x00", "\x1b[31m", "\r\n", "\t", "=1+1", "' or 1=1 --", "%s"),
    *("{x}", "../../etc", "🏳️‍🌈", "ǅ", "ß", "١٢", "-1", "0", "1", "2", "7", "404", "1e9", "NaN"),
    *(
        "a" * 300,
        "å" * 3001,
        " ",
        "",
        "null",
        "true",
        "[]",
        "{}",
        '"',
        "\\",
        "—",
        "1 2026-11-25 11:00 1",
    ),
)
ODD: tuple[Any, ...] = (None, True, -1, 10**30, 1.5, "", "x", [], {}, "\ud83d", "x" * 5000)
TYPED = ("value", "selected_date", "selected_time", "selected_user")
COMMANDS = ("idea", "plan", "comments", "report", "lucka")
EVENTS = ("message", "app_mention", "app_home_opened", "reaction_added", "reaction_removed")
SECRET = "app-secret"

ICS = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:1@x
DTSTART;TZID=Europe/Stockholm:20261201T110000
DTEND;TZID=Europe/Stockholm:20261201T113000
RRULE:FREQ=WEEKLY;COUNT=5
EXDATE;TZID=Europe/Stockholm:20261208T110000
SUMMARY:Facebook: Hej
DESCRIPTION:Text\\, mer
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")
CSV = "dag;tid;kanal;rubrik;text\n2026-12-01;11.00;Facebook;Hej;Text\n2026-12-02;;Webb;Två;\n"


class Thrower:
    """`throw` makes one input and hands it over; it raises what the bot lets escape."""

    def __init__(
        self,
        deps: Deps,
        app: App,
        slack: FakeSlack,
        rng: Random,
        buttons: list[str],
        callbacks: list[str],
    ) -> None:
        self.deps, self.app, self.slack, self.rng = deps, app, slack, rng
        self.buttons, self.callbacks = buttons, callbacks
        self.number = 0
        self.views: list[dict[str, Any]] = []
        self.hooked = replace(
            deps,
            settings=replace(
                deps.settings, facebook_app_secret=SECRET, facebook_page_id=graph.PAGE
            ),
        )
        self.kinds: tuple[Callable[[], None], ...] = (
            *(self.command, self.click, self.click, self.form, self.form, self.forged_form),
            *(self.event, self.graph, self.hook, self.calendar, self.table, self.settings),
        )

    def throw(self) -> None:
        self.number += 1
        self.rng.choice(self.kinds)()

    # -- Slack

    def command(self) -> None:
        commands.say(self.deps, self.rng.choice(COMMANDS), self.text(), user=self.who())

    def click(self) -> None:
        body = make.click(self.rng.choice(self.buttons), self.value(), user=self.who())
        if self.rng.random() < 0.3:
            kind = self.rng.choice(("static_select", "overflow", "datepicker", "users_select"))
            chosen = self.rng.choice((*ODD, {"value": self.value()}, {"value": self.odd()}))
            action = {"type": kind, "action_id": body["actions"][0]["action_id"]}
            body["actions"] = [{**action, "selected_option": chosen, "selected_date": self.text()}]
        if self.rng.random() < 0.2:
            body["channel"] = {"id": make.COMMENTS}
        seen = len(self.slack.views)
        self.send(body)
        self.views = (self.views + self.slack.views[seen:])[-20:]
        del self.slack.views[:]

    def form(self) -> None:
        """Send a form that was opened, with something odd in it."""
        if not self.views:
            self.forged_form()
            return
        view = self.rng.choice(self.views)
        body = forms.submission(view, user=self.who())
        held = [one for block in body["view"]["state"]["values"].values() for one in block.values()]
        typed = [(one, name) for one in held for name in TYPED if name in one]
        if typed:
            one, name = self.rng.choice(typed)
            one[name] = self.rng.choice((None, self.text()))
        if self.rng.random() < 0.1:
            body["view"]["private_metadata"] = self.text()
        self.send(body)

    def forged_form(self) -> None:
        values = {self.word(): {"a": {"value": self.text()}} for _ in range(self.rng.randint(0, 3))}
        view = {
            "id": f"VF{self.number}",
            "type": "modal",
            "callback_id": self.rng.choice(self.callbacks),
            "private_metadata": self.rng.choice(
                ("", "{", "[]", "null", json.dumps({"subject": self.value()}))
            ),
            "state": {"values": values},
        }
        self.send(
            {
                "type": "view_submission",
                "user": {"id": self.who()},
                "team": {"id": "T0LUCKA"},
                "trigger_id": f"thrown-{self.number}",
                "view": view,
            }
        )

    def event(self) -> None:
        item = {
            "type": "message",
            "channel": make.COMMENTS,
            "ts": self.rng.choice(("1.1", "x", "1")),
        }
        told: dict[str, Any] = {
            "type": self.rng.choice(EVENTS),
            "user": self.who(),
            "channel": self.rng.choice((make.PLAN, make.COMMENTS, "D1")),
            "ts": "1.1",
            "text": self.text(),
            "reaction": self.rng.choice(
                ("eyes", "eyes::skin-tone-2", "white_check_mark", self.word())
            ),
            "item": item,
            "tab": "home",
        }
        if self.rng.random() < 0.3:
            told.pop(self.rng.choice(("user", "channel", "ts", "text", "tab")))
        if not told["type"].startswith(("message", "app_mention")):
            told.setdefault("user", make.AMIRA)  # Slack's schema has it always
        self.send(
            {
                "type": "event_callback",
                "event_id": f"EvThrown{self.number}",
                "team_id": "T0LUCKA",
                "event": told,
            }
        )

    def send(self, body: dict[str, Any]) -> None:
        answer = self.app.dispatch(BoltRequest(body=body, mode="socket_mode"))
        assert answer.status == 200, body
        assert self.deps.words("surprise") not in str(answer.body), body

    # -- the page

    def graph(self) -> None:
        """Read a page whose answers are bent."""
        first = graph.posts()
        places = list(graph.paths(first))
        bends = [
            (self.rng.choice(places), self.rng.choice(graph.ODD))
            for _ in range(self.rng.randint(1, 4))
        ]
        read = graph.page(graph.bent(first, bends), json.dumps(graph.behind()).encode())
        poll.run(replace(self.deps, page=read), self.deps.now())

    def hook(self) -> None:
        change = {
            "field": "feed",
            "value": {"item": "comment", "comment_id": "1_2", "post_id": "1_1", "verb": "add"},
        }
        said: dict[str, Any] = {
            "object": "page",
            "entry": [{"id": graph.PAGE, "time": 1, "changes": [change]}],
        }
        for _ in range(self.rng.randint(0, 3)):
            self.bend(said, self.odd)
        body = json.dumps(said).encode()
        if self.rng.random() < 0.2:
            body = self.cut(body)
        made = hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()
        signature = facebook_hooks.ALGORITHM + (made if self.rng.random() < 0.9 else self.word())
        hooks.take(self.hooked, lambda: None, body, signature)

    # -- files

    def calendar(self) -> None:
        with suppress(Refusal):
            ics.read(self.mangled(ICS), zone=self.deps.settings.timezone, today=self.deps.today())

    def table(self) -> None:
        with self.deps.reading() as db:
            known = outlets.known(db)
        with suppress(Refusal):
            table.read(self.mangled(CSV), outlets=known, namespace="x", today=self.deps.today())

    def settings(self) -> None:
        with self.deps.reading() as db:
            said: Any = json.loads(
                settings_file.written(settings_file.store.dump(db, now=self.deps.now()))
            )
        for _ in range(self.rng.randint(1, 3)):
            self.bend(said, self.odd)
        data = json.dumps(said).encode()
        with suppress(Refusal), self.deps.transaction() as db:
            settings_file.take_in(
                self.deps, db, self.cut(data) if self.rng.random() < 0.1 else data
            )

    # -- odd things

    def who(self) -> str:
        return self.rng.choice(PEOPLE)

    def word(self) -> str:
        return self.rng.choice(WORDS)

    def text(self) -> str:
        return " ".join(self.word() for _ in range(self.rng.randint(0, 6)))[:4000]

    def odd(self) -> Any:
        return self.rng.choice((*ODD, self.word()))

    def value(self) -> str:
        usual = (
            "1",
            "2",
            "3",
            page.comment(1).id,
            page.comment(2).id,
            f"{page.comment(1).id} {make.JONAS}",
        )
        return self.rng.choice((*usual, *usual, self.word(), self.text()))[:2000]

    def bend(self, said: Any, make_odd: Callable[[], Any]) -> None:
        """Put something odd into one place of *said*."""
        places = [(node, key) for node, key in _leaves(said)]
        if places:
            node, key = self.rng.choice(places)
            node[key] = make_odd()

    def cut(self, data: bytes) -> bytes:
        return data[: self.rng.randint(0, len(data))]

    def mangled(self, text: str) -> bytes:
        lines = text.splitlines(keepends=True)
        for _ in range(self.rng.randint(1, 4)):
            at = self.rng.randrange(len(lines))
            what = self.rng.random()
            if what < 0.3:
                lines.insert(at, lines[self.rng.randrange(len(lines))])
            elif what < 0.5 and len(lines) > 1:
                del lines[at]
            else:
                head = lines[at][: self.rng.randint(0, len(lines[at]))]
                lines[at] = head + self.text() + self.rng.choice(("", "\r\n", "\n"))
        data = "".join(lines).encode(errors="surrogatepass")
        return self.cut(data) if self.rng.random() < 0.1 else data


def _leaves(node: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in *node* that holds no more places, with what holds it."""
    below = (
        node.items()
        if isinstance(node, dict)
        else enumerate(node)
        if isinstance(node, list)
        else ()
    )
    for key, value in list(below):
        if isinstance(value, dict | list) and value:
            yield from _leaves(value)
        else:
            yield node, key
