"""What people do with comments, from Slack's payload to what is stored and said."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest

from bot.deps import Deps
from bot.domain.comments import Act, Relay, State
from bot.domain.page import PageComment
from bot.domain.team import Team
from bot.jobs import poll, relay
from bot.store import comments, ledger, outbox, team
from bot.store import page as store_page
from bot.store.outbox import Item, Kind
from handlers import comment_card
from handlers import comments as handlers
from tests import make, page
from tests.commands import say
from tests.fakes import FakeAck
from tests.make import AMIRA, COMMENTS, JONAS, NOW, PLAN
from tests.page import FakePage

PAYLOADS = Path(__file__).parents[1] / "payloads" / "slack"
FIRST = page.comment(1).id
TS = "1795504521.000100"
"""Where the message of the first comment stands, here and in the payload files."""


def payload(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((PAYLOADS / f"{name}.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture
def deps(deps: Deps) -> Deps:
    """Everything, with one comment that is relayed and stands in Slack."""
    relayed(deps, page.comment(1))
    sent(deps, FIRST, TS)
    return replace(deps, page=FakePage())  # type: ignore[arg-type]


def relayed(deps: Deps, *found: PageComment) -> None:
    """Store and relay comments."""
    with deps.transaction() as db:
        kept = store_page.keep(db, [page.post()], found, now=NOW)
        new = comments.add_relays(db, kept.new, since=NOW.replace(year=2000), now=NOW)
        relay.show(deps, db, new, now=NOW)


def sent(deps: Deps, comment_id: str, ts: str) -> None:
    """Let the message of a comment stand in Slack at *ts*."""
    with deps.transaction() as db:
        for item in outbox.pending(db):
            if item.key == f"relay:{comment_id}":
                outbox.sent(db, item, ts, revision=item.revision, now=NOW)


def react(
    deps: Deps, emoji: str, *, user: str = AMIRA, added: bool = True, ts: str = TS
) -> FakeAck:
    """React to a message; return the acknowledgement."""
    ack = FakeAck()
    handlers.react(deps, ack, make.reaction(emoji, ts, user=user, added=added))
    return ack


def click(deps: Deps, act: Act, *, user: str = AMIRA, value: str = FIRST) -> FakeAck:
    """Click a button below the relayed comment."""
    ack = FakeAck()
    handlers.click(deps, act, ack, make.click("any", value, user=user, channel=COMMENTS))
    return ack


def stored(deps: Deps, comment_id: str = FIRST) -> Relay:
    with deps.reading() as db:
        found = comments.find(db, comment_id)
    assert found
    return found


def whispers(deps: Deps) -> list[Item]:
    with deps.reading() as db:
        return [item for item in outbox.pending(db) if item.kind is Kind.NOTE]


def shown(deps: Deps) -> str:
    """What the message of the first comment says, or will say in a moment."""
    with deps.reading() as db:
        (row,) = db.query("select body from outbox where key = ?", [f"relay:{FIRST}"])
    return str(json.loads(row["body"])["text"])


def acts(deps: Deps) -> list[tuple[str, str]]:
    with deps.reading() as db:
        return [(act.who, act.act) for act in ledger.acts(db, f"comment:{FIRST}")]


def listing(deps: Deps, text: str = "", *, user: str = AMIRA) -> str:
    return str(say(deps, "comments", text, user=user)["text"])


TAKEN = "Amira Haddad har redan tagit den. Skriv i tråden om du vill hjälpa till."


@pytest.mark.parametrize("way", ["emoji", "button"])
def test_taking_and_releasing_works_by_emoji_and_by_button(deps: Deps, way: str) -> None:
    ack = react(deps, "eyes") if way == "emoji" else click(deps, Act.CLAIM)
    assert ack.calls == [{}]
    assert (stored(deps).state, stored(deps).owner) == (State.CLAIMED, AMIRA)
    assert "Amira Haddad har den sedan kl. 8.15" in shown(deps)
    ack = react(deps, "eyes", added=False) if way == "emoji" else click(deps, Act.RELEASE)
    assert ack.calls == [{}]
    assert stored(deps).state is State.NEW
    assert "Väntar på svar" in shown(deps)
    assert acts(deps) == [(AMIRA, "comment.claimed"), (AMIRA, "comment.released")]
    assert whispers(deps) == []


@pytest.mark.parametrize("way", ["emoji", "button"])
def test_who_is_not_in_the_team_is_told_so_once_people_are_named(deps: Deps, way: str) -> None:
    with deps.transaction() as db:
        team.save(db, Team(lead=JONAS))
    react(deps, "eyes") if way == "emoji" else click(deps, Act.CLAIM)
    assert stored(deps).state is State.NEW
    (whisper,) = whispers(deps)
    assert "med i innehållsteamet" in str(whisper.body)
    click(deps, Act.CLAIM, user=JONAS)
    assert stored(deps).owner == JONAS


def test_more_shows_the_comment_with_its_history_to_whoever_asks(deps: Deps) -> None:
    click(deps, Act.CLAIM, user=JONAS)
    comment_card.click(deps, FakeAck(), make.click("any", FIRST, user=AMIRA, channel=COMMENTS))
    (whisper,) = whispers(deps)
    assert whisper.user == AMIRA
    assert "Jonas Berg tog den" in str(whisper.body)


def test_more_about_a_comment_that_is_not_there_is_refused(deps: Deps) -> None:
    comment_card.click(deps, FakeAck(), make.click("any", "9_9", user=AMIRA, channel=COMMENTS))
    (whisper,) = whispers(deps)
    assert "finns inte längre här" in str(whisper.body)


@pytest.mark.parametrize("way", ["emoji", "button"])
def test_finishing_and_reopening_works_by_emoji_and_by_button(deps: Deps, way: str) -> None:
    react(deps, "white_check_mark") if way == "emoji" else click(deps, Act.HANDLE)
    assert stored(deps).state is State.HANDLED
    assert "Klar: Amira Haddad hanterade den kl. 8.15" in shown(deps)
    react(deps, "white_check_mark", added=False) if way == "emoji" else click(deps, Act.REOPEN)
    assert stored(deps).state is State.NEW
    assert acts(deps) == [(AMIRA, "comment.handled"), (AMIRA, "comment.reopened")]


@pytest.mark.parametrize(
    ("emoji", "word", "recorded"),
    [
        ("triangular_flag_on_post", "Akut: flaggad av Amira Haddad", "flagged"),
        ("blue_heart", "Beröm: markerat av Amira Haddad", "praised"),
    ],
)
def test_a_mark_is_set_and_cleared_by_who_set_it(
    deps: Deps, emoji: str, word: str, recorded: str
) -> None:
    react(deps, emoji)
    react(deps, emoji, user=JONAS, added=False)
    assert word in shown(deps)
    react(deps, emoji, added=False)
    assert word not in shown(deps)
    assert acts(deps) == [(AMIRA, f"comment.{recorded}"), (AMIRA, f"comment.un{recorded}")]


@pytest.mark.parametrize("way", ["emoji", "button"])
def test_a_second_claim_gets_a_private_word(deps: Deps, way: str) -> None:
    react(deps, "eyes")
    ack = react(deps, "eyes", user=JONAS) if way == "emoji" else click(deps, Act.CLAIM, user=JONAS)
    (word,) = whispers(deps)
    assert ack.calls == [{}]
    assert (word.user, word.channel) == (JONAS, COMMENTS)
    assert word.body["text"] == TAKEN
    assert stored(deps).owner == AMIRA


def test_releasing_what_a_colleague_has_gets_a_private_word(deps: Deps) -> None:
    react(deps, "eyes")
    click(deps, Act.RELEASE, user=JONAS)
    assert whispers(deps)[0].body["text"] == TAKEN


def test_who_takes_an_emoji_back_that_changed_nothing_is_not_told_so(deps: Deps) -> None:
    react(deps, "eyes")
    react(deps, "eyes", user=JONAS)
    before = len(whispers(deps))
    assert react(deps, "eyes", user=JONAS, added=False).calls == [{}]
    assert len(whispers(deps)) == before
    assert stored(deps).owner == AMIRA


def test_taking_what_i_have_says_nothing(deps: Deps) -> None:
    react(deps, "eyes")
    click(deps, Act.CLAIM)
    assert (whispers(deps), acts(deps)) == ([], [(AMIRA, "comment.claimed")])


@pytest.mark.parametrize("done", ["answered", "handled"])
def test_taking_what_is_done_gets_a_private_word(deps: Deps, done: str) -> None:
    if done == "answered":
        answered(deps)
    else:
        react(deps, "white_check_mark", user=JONAS)
    react(deps, "eyes")
    assert "redan klar" in whispers(deps)[-1].body["text"]
    assert not stored(deps).state.is_open


def answered(deps: Deps) -> None:
    """Let the page answer the comment on Facebook."""
    fake = FakePage()
    fake.comments = [page.comment(1), page.answer(2, under=1, at=NOW)]
    poll.run(replace(deps, page=fake), NOW)  # type: ignore[arg-type]


def test_what_facebook_answered_can_be_reopened_by_button_only(deps: Deps) -> None:
    answered(deps)
    react(deps, "white_check_mark", added=False)
    assert stored(deps).state is State.ANSWERED
    click(deps, Act.REOPEN)
    assert stored(deps).state is State.NEW


def test_somebody_else_cannot_take_back_that_it_is_done(deps: Deps) -> None:
    react(deps, "white_check_mark")
    react(deps, "white_check_mark", user=JONAS, added=False)
    assert stored(deps).state is State.HANDLED


def test_a_skin_tone_changes_nothing(deps: Deps) -> None:
    ack = FakeAck()
    handlers.react(deps, ack, payload("reaction_added_with_a_skin_tone"))
    assert stored(deps).owner == AMIRA
    assert ack.calls == [{}]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(make.reaction("tada", TS), id="another emoji"),
        pytest.param(make.reaction("eyes", "1.2"), id="another message"),
        pytest.param(make.reaction("eyes", TS, channel=PLAN), id="another channel"),
        pytest.param(payload("reaction_on_a_file_of_a_webhook"), id="a file"),
    ],
)
def test_other_emoji_and_other_messages_are_passed_over(deps: Deps, body: dict[str, Any]) -> None:
    ack = FakeAck()
    handlers.react(deps, ack, body)
    assert ack.calls == [{}]
    assert stored(deps).state is State.NEW
    assert whispers(deps) == []


def test_a_reaction_on_another_message_of_ours_means_nothing(deps: Deps) -> None:
    with deps.transaction() as db:
        outbox.put(db, "digest:2026-11-24", COMMENTS, {"text": "God morgon"}, now=NOW)
        (item,) = [one for one in outbox.pending(db) if one.key.startswith("digest")]
        outbox.sent(db, item, "7.7", revision=1, now=NOW)
    assert react(deps, "eyes", ts="7.7").calls == [{}]


def test_an_event_that_slack_repeats_is_decided_once(deps: Deps) -> None:
    body = make.reaction("eyes", TS)
    handlers.react(deps, FakeAck(), body)
    react(deps, "eyes", added=False)
    ack = FakeAck()
    handlers.react(deps, ack, body)
    assert ack.calls == [{}]
    assert stored(deps).state is State.NEW


def test_a_reaction_before_the_place_is_known_is_asked_for_again(deps: Deps) -> None:
    relayed(deps, page.comment(2))
    second = page.comment(2).id
    body, ack = make.reaction("eyes", "9.9"), FakeAck()
    with deps.transaction() as db:
        (item,) = [one for one in outbox.pending(db) if one.key == f"relay:{second}"]
        outbox.trying(db, item, now=NOW)
    with pytest.raises(handlers.NotYetKnownError):
        handlers.react(deps, ack, body)
    assert ack.calls == []
    sent(deps, second, "9.9")
    handlers.react(deps, ack, body)
    assert ack.calls == [{}]
    assert stored(deps, second).owner == AMIRA


def test_a_reaction_to_somebody_elses_message_is_not_waited_for(deps: Deps) -> None:
    relayed(deps, page.comment(2))
    with deps.transaction() as db:
        outbox.trying(db, outbox.pending(db)[0], now=NOW)
    body = make.reaction("eyes", "9.9")
    body["event"]["item_user"] = JONAS
    ack = FakeAck()
    handlers.react(deps, ack, body)
    assert ack.calls == [{}]


@pytest.mark.parametrize("value", ["", "1", "relay", "1_404", "<!channel>", "x" * 2000])
def test_a_foreign_button_value_changes_nothing_and_says_where_to_look(
    deps: Deps, value: str
) -> None:
    ack = click(deps, Act.CLAIM, value=value)
    assert ack.calls == [{}]
    assert "`/comments`" in whispers(deps)[0].body["text"]
    assert acts(deps) == []


def test_a_click_on_the_message_itself_needs_no_further_word(deps: Deps) -> None:
    handlers.click(deps, Act.CLAIM, FakeAck(), payload("click_on_a_relayed_comment"))
    assert stored(deps).owner == AMIRA
    assert whispers(deps) == []


def test_a_click_on_the_list_says_what_was_done_with_the_way_back(deps: Deps) -> None:
    handlers.click(deps, Act.CLAIM, FakeAck(), payload("click_on_the_list_of_comments"))
    (word,) = whispers(deps)
    assert (word.user, word.channel) == (AMIRA, PLAN)
    assert word.body["text"].startswith("Nu har du den: Maja Lindqvist")
    assert word.body["blocks"][1]["elements"][0]["action_id"] == "comment.release"


def test_of_two_claims_at_the_same_instant_one_wins(deps: Deps) -> None:
    start, users = Barrier(2), [AMIRA, JONAS]

    def claim(user: str) -> None:
        start.wait()
        react(deps, "eyes", user=user)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(claim, users))
    assert stored(deps).owner in users
    (word,) = whispers(deps)
    assert {word.user, stored(deps).owner} == set(users)
    assert len(acts(deps)) == 1


def test_the_list_has_the_oldest_first_and_says_how_many_there_are(deps: Deps) -> None:
    relayed(deps, *(page.comment(n, f"Fråga {n}", at=NOW) for n in range(2, 20)))
    said = listing(deps)
    assert said.startswith("19 kommentarer väntar på svar")
    assert said.index("Måste man boka?") < said.index("Fråga 10")
    assert said.endswith("… och 4 till.")


@pytest.mark.parametrize("word", ["mine", "mina", "MINE", " mina "])
def test_my_list_has_what_i_have_taken(deps: Deps, word: str) -> None:
    relayed(deps, page.comment(2, "Inte min", at=NOW))
    react(deps, "eyes")
    said = listing(deps, word)
    assert "Måste man boka?" in said
    assert "Inte min" not in said
    assert "Du har inga kommentarer" in listing(deps, word, user=JONAS)


def test_an_empty_list_is_good_news(deps: Deps) -> None:
    react(deps, "white_check_mark")
    assert listing(deps) == "Inga kommentarer väntar. Skönt!"


def test_without_a_page_the_list_says_how_to_connect_one(deps: Deps) -> None:
    alone = replace(deps, page=None)
    assert "1 kommentar väntar" in listing(alone)
    react(deps, "white_check_mark")
    assert "FACEBOOK_PAGE_ID" in listing(alone)


@pytest.mark.parametrize("text", ["hjälp", "help", "help me", "ägg &lt;!channel&gt; " * 200, "🎄"])
def test_an_unknown_word_gets_the_help_text(deps: Deps, text: str) -> None:
    said = listing(deps, text)
    assert "`/comments mina`" in said
    assert "<!channel>" not in said
    assert "&amp;lt;" not in said


def test_help_knows_the_workspaces_prefix(deps: Deps) -> None:
    prefixed = replace(deps, settings=replace(deps.settings, command_prefix="lucka-"))
    assert "`/lucka-comments mina`" in listing(prefixed, "help")


def test_everything_is_said_in_english_too(english: Deps) -> None:
    assert listing(english).startswith("1 comment is waiting for an answer")
    click(english, Act.CLAIM)
    click(english, Act.CLAIM, user=JONAS)
    assert (
        whispers(english)[0].body["text"]
        == "Amira Haddad has taken it already. Write in the thread if you want to help."
    )
