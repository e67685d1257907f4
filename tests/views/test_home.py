"""What the home tab looks like, in both languages."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.digest import Comments
from bot.domain.gaps import Runway
from bot.domain.outlets import DEFAULT_CADENCE, Outlet, Slot
from bot.domain.plan import Post, Status
from bot.locales import Words
from bot.views import home
from bot.views.plan import Frame

NOW = datetime(2026, 11, 24, 7, 15, tzinfo=UTC)
FRAME = Frame(
    outlets=(Outlet(1, "Facebook", DEFAULT_CADENCE),),
    names={"U0AMIRA": "Amira <Haddad>"},
    now=NOW,
    zone=ZoneInfo("Europe/Stockholm"),
)
GAP = Slot(date(2026, 12, 9), time(11), 1)
POST = Post(
    id=7,
    title="Influensavaccin <3",
    text="",
    outlet_id=1,
    day=date(2026, 11, 25),
    at=time(11),
    owner="U0AMIRA",
    status=Status.DRAFT,
    idea_id=None,
    link=None,
    created_by="U0AMIRA",
    created_at=NOW,
    updated_at=NOW,
    published_at=None,
)

Snapshot = Callable[[Any], None]


def test_somebody_with_posts_sees_how_it_stands(words: Words, snapshot: Snapshot) -> None:
    snapshot(
        home.render(
            words,
            name="Amira <Haddad>",
            runway=Runway(15, GAP),
            gaps_ahead=[GAP],
            mine=[POST] * 5,
            comments=Comments(3, ()),
            frame=FRAME,
            prefix="lucka-",
        )
    )


def test_somebody_new_sees_how_to_begin(words: Words, snapshot: Snapshot) -> None:
    snapshot(
        home.render(
            words,
            name="Elin",
            runway=Runway(None, None),
            gaps_ahead=[],
            mine=[],
            comments=None,
            frame=FRAME,
            prefix="",
        )
    )


def test_a_guest_sees_whom_to_ask(words: Words, snapshot: Snapshot) -> None:
    snapshot(home.closed(words))
