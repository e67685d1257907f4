"""What the digest looks like, in both languages."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.calendar import WorkingCalendar
from bot.domain.comments import Place, Relay, Relayed, State
from bot.domain.digest import TODAY_IN_FULL, UNMARKED_IN_FULL, Comments, Digest, Further
from bot.domain.gaps import Runway
from bot.domain.ideas import Idea
from bot.domain.outlets import DEFAULT_CADENCE, Outlet, Slot
from bot.domain.page import PageComment
from bot.domain.plan import Post, Status
from bot.domain.suggestions import Reason, Suggestion, Voted
from bot.locales import Words
from bot.views.blocks import Message
from bot.views.digest import render
from bot.views.plan import Frame
from bot.views.tone import ADVICE
from bot.views.unmarked import PAGE, SHOW, page
from tests.conftest import enforce_limits

NOW = datetime(2026, 11, 24, 7, 15, tzinfo=UTC)
TODAY = date(2026, 11, 24)
FRAME = Frame(
    outlets=(Outlet(1, "Facebook", (DEFAULT_CADENCE,)), Outlet(2, "Webb & app")),
    names={"U0AMIRA": "Amira Haddad", "U0JONAS": "Jonas <Berg>"},
    calendar=WorkingCalendar(),
    now=NOW,
    zone=ZoneInfo("Europe/Stockholm"),
)
GAPS = tuple(Slot(date(2026, 12, day), time(11), 1) for day in (9, 11, 14))
EMPTY = Digest(
    day=TODAY,
    late=False,
    today=(),
    unmarked=(),
    comments=None,
    runway=Runway(15, GAPS[0]),
    gaps=GAPS,
)

Snapshot = Callable[[Any], None]


def post(number: int = 1, **changes: Any) -> Post:
    one = Post(
        id=number,
        title="Influensavaccin – så bokar du",
        text="Nu kan du boka tid för vaccin.\n\nGå till 1177.se & välj <tid>.",
        outlet_id=1,
        day=TODAY,
        at=time(11),
        owner="U0AMIRA",
        status=Status.READY,
        idea_id=None,
        link=None,
        created_by="U0AMIRA",
        created_at=NOW,
        updated_at=NOW,
        published_at=None,
    )
    return replace(one, **changes)


def idea(number: int, title: str, *reasons: Reason) -> Suggestion:
    return Suggestion(Idea(number, title, "", (), None, "U0AMIRA", NOW), reasons)


def comment(number: int, text: str, *, hours: int, owner: str | None = None) -> Relayed:
    at = NOW - timedelta(hours=hours)
    state = State.CLAIMED if owner else State.NEW
    return Relayed(
        Relay(f"c{number}", at, state=state, owner=owner),
        PageComment(
            id=f"c{number}",
            post_id="p1",
            parent_id=None,
            author_id=None,
            author_name=None,
            text=text,
            created_at=at,
            permalink=f"https://facebook.example/c{number}",
            attachment=None,
            is_hidden=False,
            from_page=False,
        ),
        Place("Öppet hus på kvinnokliniken", None),
        None,
    )


def buttons(message: Message) -> list[dict[str, Any]]:
    """Every button of a message, beside a paragraph or in a row."""
    found = []
    for block in message["blocks"]:
        found += [block["accessory"]] if "accessory" in block else []
        found += block["elements"] if block["type"] == "actions" else []
    return found


def test_a_full_morning(words: Words, snapshot: Snapshot) -> None:
    waiting = (
        comment(1, "Måste man boka?", hours=3),
        comment(2, "Är det <!channel> gratis?\nFrågar åt en vän.", hours=2, owner="U0JONAS"),
    )
    digest = replace(
        EMPTY,
        today=(
            post(1),
            post(2, at=time(15, 30), outlet_id=2, text="", owner=None, status=Status.DRAFT),
        ),
        unmarked=(post(3, title="Möt Lena", day=date(2026, 11, 20), owner="U0JONAS"),),
        comments=Comments(4, waiting),
    )
    snapshot(render(words, digest, FRAME))


def test_a_day_without_a_post_offers_three_ideas(words: Words, snapshot: Snapshot) -> None:
    ideas = (
        idea(1, "Möt <barnmorskan> Lena"),
        idea(2, "Öppet hus", Voted(2)),
        idea(3, "Cykla i snö"),
    )
    snapshot(render(words, replace(EMPTY, ideas=ideas, comments=Comments(0, ())), FRAME))


def test_a_plan_without_gaps_offers_ideas_for_any_day(words: Words, snapshot: Snapshot) -> None:
    full = replace(EMPTY, runway=Runway(None, None), gaps=(), ideas=(idea(1, "Möt Lena"),))
    snapshot(render(words, full, FRAME))


def test_a_late_digest_after_a_silent_night_says_both(words: Words, snapshot: Snapshot) -> None:
    late = replace(FRAME, now=NOW + timedelta(hours=5))
    published = post(status=Status.PUBLISHED, link="https://facebook.example/p|1")
    silent = Comments(1, (comment(1, "", hours=30),), silent_since=NOW - timedelta(hours=2))
    digest = replace(EMPTY, late=True, today=(published,), comments=silent)
    snapshot(render(words, digest, late))


def test_what_is_wrong_with_the_bot_itself_stands_under_the_day(
    words: Words, snapshot: Snapshot
) -> None:
    old = NOW - timedelta(days=3)
    digest = replace(EMPTY, late=True, missed=date(2026, 11, 23), old_backup=old)
    snapshot(render(words, digest, FRAME))


def test_a_page_that_was_never_read_is_said(words: Words) -> None:
    never = Comments(0, (), never_read=True)
    assert (
        words("digest-page-never") in render(words, replace(EMPTY, comments=never), FRAME)["text"]
    )


def test_nothing_is_said_of_comments_without_a_page(words: Words) -> None:
    assert "omment" not in render(words, EMPTY, FRAME)["text"]


def test_the_text_says_everything_that_the_blocks_say(words: Words) -> None:
    digest = replace(EMPTY, today=(post(),), comments=Comments(1, (comment(1, "Hej", hours=1),)))
    message = render(words, digest, FRAME)
    for block in message["blocks"]:
        if block["type"] in ("section", "header"):
            assert block["text"]["text"] in message["text"]


def test_what_people_wrote_is_shown_and_does_nothing(words: Words) -> None:
    hostile = "<!channel> <https://evil.example|klicka> & mer"
    digest = replace(
        EMPTY,
        today=(post(title=hostile, text=hostile),),
        unmarked=(post(2, title=hostile, day=date(2026, 11, 20)),),
        comments=Comments(1, (comment(1, hostile, hours=1),)),
    )
    text = render(words, digest, FRAME)["text"]
    assert "<!" not in text
    assert "<https://evil" not in text


def test_a_text_of_600_characters_is_whole_and_a_longer_one_cut() -> None:
    words = Words("sv")
    for length, is_whole in ((600, True), (601, False)):
        shown = render(words, replace(EMPTY, today=(post(text="å" * length),)), FRAME)
        assert ("å" * length in shown["text"]) is is_whole


def test_the_fullest_digest_keeps_slacks_limits(words: Words) -> None:
    long = "&" * 3000
    many = tuple(post(number, title=long[:150], text=long) for number in range(40))
    oldest = tuple(comment(n, long, hours=n) for n in range(3))
    digest = replace(
        EMPTY,
        late=True,
        today=many,
        unmarked=many,
        comments=Comments(20_000, oldest, urgent=oldest, urgent_count=90),
    )
    message = render(words, digest, FRAME, prefix="lucka-")
    enforce_limits(message["blocks"])
    assert len(message["blocks"]) <= 50
    assert words("digest-more-today", count=40 - TODAY_IN_FULL, prefix="lucka-") in str(message)
    assert words("digest-more-unmarked", count=40 - UNMARKED_IN_FULL) in str(message)


def test_at_most_one_button_is_primary(words: Words) -> None:
    ideas = tuple(idea(number, f"Idé {number}") for number in range(3))
    for digest in (EMPTY, replace(EMPTY, ideas=ideas), replace(EMPTY, today=(post(), post(2)))):
        shown = render(words, digest, FRAME)
        assert sum(each.get("style") == "primary" for each in buttons(shown)) <= 1


def test_a_published_post_has_no_next_step() -> None:
    shown = render(
        Words("sv"), replace(EMPTY, today=(post(status=Status.PUBLISHED),), gaps=()), FRAME
    )
    assert buttons(shown) == []


def test_advice_is_offered_for_todays_drafts_with_a_text(words: Words) -> None:
    draft = post(1, status=Status.DRAFT)
    shown = (draft, post(2), post(3, status=Status.DRAFT, text=""))

    blocks = render(words, replace(EMPTY, today=shown), FRAME)["blocks"]

    asked = [
        e["value"] for b in blocks for e in b.get("elements", []) if e.get("action_id") == ADVICE
    ]
    assert asked == ["1"]


def slots(first: date, count: int) -> tuple[Slot, ...]:
    return tuple(Slot(first + timedelta(days=n), time(11), 1 + n % 2) for n in range(count))


def test_what_lies_far_ahead_is_listed_and_counted(words: Words, snapshot: Snapshot) -> None:
    far = Further(slots(date(2026, 12, 16), 10), slots(date(2026, 12, 30), 12))
    snapshot(render(words, replace(EMPTY, further=far), FRAME))


def test_what_lies_farthest_is_counted_alone(words: Words) -> None:
    far = Further(beyond=slots(date(2027, 1, 4), 1))
    text = render(words, replace(EMPTY, further=far), FRAME)["text"]
    assert words("digest-beyond", count=1, day={
        "sv": "måndag 4 januari 2027", "en": "Monday 4 January 2027",
    }[words.language]) in text  # fmt: skip


def test_nobody_is_wished_a_good_morning_in_the_afternoon(words: Words) -> None:
    text = render(words, replace(EMPTY, is_morning=False), FRAME)["text"]
    assert text.startswith({"sv": "Hej! Tisdag", "en": "Hello! Tuesday"}[words.language])


def test_the_older_ones_lead_to_a_list_of_all(words: Words) -> None:
    old = tuple(post(n, title=f"Äldre {n}", day=date(2026, 11, 20)) for n in range(50))
    shown = render(words, replace(EMPTY, unmarked=old), FRAME)
    assert [each["value"] for each in buttons(shown) if each["action_id"] == SHOW] == ["0"]

    first, last = page(words, old, 0, FRAME), page(words, old, 2 * PAGE, FRAME)
    enforce_limits(first["blocks"])
    assert words("unmarked-left", count=50 - PAGE) in first["text"]
    assert [each["value"] for each in buttons(first) if each["action_id"] == SHOW] == [str(PAGE)]
    assert "Äldre 49" in last["text"]
    assert not [each for each in buttons(last) if each["action_id"] == SHOW]


def test_when_all_has_been_marked_it_says_so(words: Words) -> None:
    assert page(words, (), 0, FRAME)["text"] == words("unmarked-none")
