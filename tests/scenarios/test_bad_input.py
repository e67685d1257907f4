"""What people type, click and forge that cannot be right: a clear answer, and nothing written."""

from collections.abc import Iterator

import pytest

from tests.scenarios.journey import Journey
from tests.scenarios.reading import Json, offered, pings
from tests.scenarios.world import AMIRA, COMMENTS, ELIN, GUEST, JONAS, MIKKO, PLAN

ONE_CHANNEL_GUEST, STRANGER = "U0ENKANAL", "U0FRAMMANDE"
PEOPLE = (AMIRA, JONAS, ELIN, MIKKO, GUEST, ONE_CHANNEL_GUEST, STRANGER)

TYPED = {
    "a day, and no title": ("/plan fredag", "Rubriken saknas", "The title is missing"),
    "a title that cannot be seen": ("/plan fredag \u200b", "Rubriken saknas", "title is missing"),
    "an idea that cannot be seen": ("/idea \u200b\u202e", "Rubriken saknas", "title is missing"),
    "4,000 characters as a title": (
        f"/plan fredag 11.00 {'x' * 4000}",
        "Rubriken är 4\xa0000 tecken",
        "The title has 4,000 characters",
    ),
    "4,000 characters and no day": (f"/plan {'y' * 4000}", "Jag ser ingen dag", "I see no day"),
    "4,000 characters as an idea": (
        f"/idea {'z' * 4000}",
        "Anteckningen är 4\xa0000 tecken",
        "The note has 4,000 characters",
    ),
    "4,000 characters of help": (f"/lucka {'?' * 4000}", "känner jag inte igen", "I do not know"),
    "nothing but emoji": ("/plan 🎉🎉", "Jag ser ingen dag i ”🎉🎉”", "I see no day in “🎉🎉”"),
    "right to left": ("/plan يوم الجمعة", "Jag ser ingen dag", "I see no day"),
    "a mark that turns the line": ("/plan \u202eabc", "ingen dag i ”abc”", "no day in “abc”"),
    "a broadcast": ("/plan <!channel>", "i ”&lt;!channel&gt;”", "in “&lt;!channel&gt;”"),
    "a broadcast by name": ("/plan @channel", "ingen dag i ”@channel”", "no day in “@channel”"),
    "a mention": ("/comments @jonas", "känner jag inte igen", "I don’t know"),
    "the 31st of February": ("/plan 31/2 Titel", "31/2 finns inte", "31/2 is not in"),
    "a leap day without a leap year": (
        "/plan 2027-02-29 Titel",
        "2027-02-29 finns inte",
        "2027-02-29 is not in",
    ),
    "a thirteenth month": ("/plan 2026-13-01 Titel", "finns inte i kalendern", "is not in the"),
    "week 54": ("/plan v. 54 Titel", "Vecka 54 finns inte", "There is no week 54"),
    "week 99 to look at": ("/plan vecka 99", "Vecka 99 finns inte", "There is no week 99"),
    "a weekday that the date is not": ("/plan måndag 24/11 X", "stämmer inte", "does not fit"),
    "an hour that no day has": ("/plan fredag 25:00 X", "inget klockslag", "not a time of day"),
    "yesterday": ("/plan 2026-11-23 Titel", "har redan varit", "has passed"),
    "years ahead": ("/plan 2040-01-01 Titel", "mer än tre år bort", "more than three years away"),
    "an unknown subcommand": ("/comments hundar", "”hundar” känner jag inte", "know “hundar”"),
}

FORGED = {
    "a gap without a value": ("gap.take", ""),
    "a gap of an unknown outlet": ("gap.leave_empty", "99 2026-11-27 11:00"),
    "a gap on a day that does not exist": ("gap.take", "1 2026-02-30 11:00"),
    "an idea that does not exist": ("gap.plan_idea", "1 2026-11-27 11:00 999"),
    "a form for an unknown outlet": ("plan.fill", "99 2026-11-27 11:00"),
    "a post that does not exist": ("post.change", "999"),
    "a post by injection": ("post.publish", "1; drop table posts"),
    "an act that does not exist": ("post.menu", "explode 1"),
    "an undo of nothing": ("post.restore", "999 1"),
    "a comment that does not exist": ("comment.claim", "nonsense"),
    "a later that does not exist": ("gap.later", "1 2026-11-27 11:00 never"),
    "a gap that nobody marked": ("gap.restore", "1 2026-11-27 11:00"),
    "a page of weeks": ("plan.more", "i morgon"),
    "an idea in Arabic numerals": ("idea.change", "٣"),
    "an idea below zero": ("idea.undo", "-1"),
    "an idea to plan": ("idea.plan", "9" * 30),
    "a button of a former version": ("idea.shelve", "x" * 2000),
}


@pytest.fixture(scope="module", params=["sv", "en"])
def journey(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Journey]:
    folder = tmp_path_factory.mktemp("bad")
    with Journey(folder, request.param, start="2026-11-24T08:15") as begun:
        yield begun
        assert_nobody_was_called(begun)
        assert "Traceback" not in begun.last_words(1000)


swedish = pytest.mark.parametrize("journey", ["sv"], indirect=True)


@pytest.mark.parametrize(("typed", "sv", "en"), TYPED.values(), ids=TYPED)
def test_what_cannot_be_read_is_answered(journey: Journey, typed: str, sv: str, en: str) -> None:
    before = journey.decided()
    assert {"sv": sv, "en": en}[journey.language] in journey.ask(AMIRA, typed)
    assert journey.decided() == before


@pytest.mark.parametrize("who", [GUEST, ONE_CHANNEL_GUEST, STRANGER])
@pytest.mark.parametrize("command", ["/idea Bra idé", "/plan fredag Titel", "/comments", "/lucka"])
def test_a_guest_is_told_to_ask_a_colleague(journey: Journey, who: str, command: str) -> None:
    before = journey.decided()
    said = {"sv": "Bara medlemmar i arbetsytan", "en": "Only members of the workspace"}
    assert said[journey.language] in journey.ask(who, command)
    assert journey.decided() == before


@swedish
def test_a_guest_neither_takes_a_comment_nor_a_gap(journey: Journey) -> None:
    journey.comment(journey.publish("Hej"), "Får gäster svara?")
    relay = journey.await_message(COMMENTS, "Får gäster svara?")
    before = journey.decided()
    journey.react(GUEST, relay, "eyes")
    assert journey.click(GUEST, relay, "comment.claim", channel=COMMENTS)["ok"]
    assert journey.click(GUEST, nag_of(journey), "gap.take")["ok"]
    journey.await_whisper(GUEST, "Bara medlemmar", COMMENTS)
    journey.await_whisper(GUEST, "Bara medlemmar", PLAN)
    journey.settled()
    assert journey.decided() == before


@swedish
def test_buttons_of_a_cancelled_post_say_so(journey: Journey) -> None:
    planned = journey.say(MIKKO, "/plan fredag 11.00 Ställs snart in")
    week = journey.say(MIKKO, "/plan vecka")
    cancel = next(v for v in offered(week, "post.menu") if v.startswith("cancel"))
    assert journey.click(MIKKO, week, "post.menu", value=cancel)["ok"]
    assert journey.submit(MIKKO)["ok"]
    before = journey.decided()
    for value in offered(week, "post.menu"):
        assert journey.click(MIKKO, week, "post.menu", value=value)["ok"]
    assert journey.click(MIKKO, planned, "post.change")["ok"]
    assert journey.click(MIKKO, planned, "post.restore")["ok"]
    word = "”Ställs snart in” är redan inställt"

    def answers() -> int:
        return sum(word in w["text"] for w in journey.whispers(MIKKO))

    journey.wait_for(lambda: answers() == 5, "answer to each click that would change it")
    journey.await_whisper(MIKKO, "*Ställs snart in* · Facebook kl. 11.00 · inställt")  # shown whole
    journey.await_whisper(MIKKO, "Någon har ändrat inlägget sedan dess")
    assert not journey.get("/ui/views", **{"as": MIKKO})["stack"]
    assert journey.decided() == before


@swedish
def test_a_form_keeps_what_is_wrong_in_it_and_says_where(journey: Journey) -> None:
    journey.ask(AMIRA, "/plan add")
    before = journey.decided()
    assert journey.submit(AMIRA, title="För sent", day="2020-01-01")["errors"].keys() == {"day"}
    assert journey.submit(AMIRA, title="\u200b", day="2026-12-01")["errors"].keys() == {"title"}
    assert journey.decided() == before
    assert journey.submit(AMIRA, title="I tid", day="2026-12-01")["ok"]


@swedish
def test_a_resident_who_writes_anything_at_all_calls_nobody(journey: Journey) -> None:
    post = journey.publish("<!everyone> <@U0AMIRA> öppnar *snart*")
    wild = "<!channel> <!here> <@U0JONAS> @channel \u202e <https://x.example|klicka> 🎉 \x07"
    journey.comment(post, wild, author="<!channel> <@U0ELIN>")
    journey.comment(post, "å" * 4000, author="\u202eBakfram")
    first = journey.await_message(COMMENTS, "&lt;!channel&gt; &lt;!here&gt; &lt;@U0JONAS&gt;")
    second = journey.await_message(COMMENTS, "åååååååå")
    for message in (first, second):
        assert not pings(message)
        assert "\u202e" not in message["text"]
    assert "https://x.example|" not in first["text"].replace("&lt;https://x.example|", "")


@swedish
@pytest.mark.parametrize(("action_id", "value"), FORGED.values(), ids=FORGED)
def test_a_forged_click_is_answered(journey: Journey, action_id: str, value: str) -> None:
    before, answers = journey.decided(), answers_to(journey, ELIN)
    forge(journey, ELIN, action_id, value)
    new = answers_to(journey, ELIN)[len(answers) :]
    assert len(new) == 1
    assert any(word in new[0] for word in ("finns inte", "redan ångrat", "redan varit"))
    assert journey.decided() == before
    assert not journey.get("/ui/views", **{"as": ELIN})["stack"]


def answers_to(journey: Journey, who: str) -> list[str]:
    """Return the private words that are decided for somebody; many at once are paced."""
    return [body for (body,) in journey.sql("select body from outbox where user = ?", who)]


def forge(journey: Journey, who: str, action_id: str, value: str) -> None:
    """Send a click on a button that no message has."""
    nag = nag_of(journey)
    journey.do(
        "/ui/actions",
        **{"as": who},
        container={"type": "message", "channel": PLAN, "ts": nag["ts"]},
        block_id=nag["blocks"][0]["block_id"],
        action_id=action_id,
        forge={"value": value},
    )


def nag_of(journey: Journey) -> Json:
    """Return today's nag."""
    return journey.await_message(PLAN, "de närmaste två veckorna")


def assert_nobody_was_called(journey: Journey) -> None:
    """Look at everything that stands in Slack, private words and home tabs too."""
    channels = [channel["id"] for channel in journey.get("/ui/world")["channels"]]
    everything = [m for channel in channels for m in journey.ours(channel)]
    everything += [w for c in (PLAN, COMMENTS) for who in PEOPLE for w in journey.whispers(who, c)]
    assert everything
    assert not [call for message in everything for call in pings(message)]
