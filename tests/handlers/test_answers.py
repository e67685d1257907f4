"""Answering as the page: who may, what the form shows first, and that only its button sends."""

from dataclasses import replace
from typing import Any

import pytest

from bot.deps import Deps
from bot.domain.answers import Answering, Kind, State
from bot.domain.comments import Act
from bot.domain.comments import State as Stand
from bot.domain.replies import Kind as Text
from bot.domain.replies import Reply
from bot.domain.team import Team
from bot.jobs import page_writer
from bot.locales import Words
from bot.store import answer_changes as changes_store
from bot.store import answers, comments, ledger, outbox, replies, team
from bot.store.outbox import Kind as Sent
from bot.views import answering as setting_view
from bot.views import answers as view
from bot.views.comments import ANSWER
from handlers import answer_changes, answer_settings, comment_card
from handlers import answers as handlers
from handlers import comments as comment_handlers
from tests import make, page
from tests.answering import (
    TEXT,
    AnswerPage,
    acts,
    allowed,
    decide,
    in_slack,
    read,
    relay_of,
    relayed,
    said,
)
from tests.commands import say
from tests.fakes import FakeAck, FakeSlack, Hand
from tests.forms import filled, submission
from tests.make import AMIRA, COMMENTS, ELIN, GUEST, JONAS, MIKKO

ASKED = page.comment(1)
PLAIN = "Nej, kom när du vill!"


@pytest.fixture
def fake(hand: Hand) -> AnswerPage:
    return AnswerPage(hand)


@pytest.fixture
def off(deps: Deps, fake: AnswerPage) -> Deps:
    """The bot's parts with one comment; answering is off."""
    made = replace(deps, page=fake)  # type: ignore[arg-type]
    relayed(made, fake, ASKED)
    return made


@pytest.fixture
def desk(off: Deps) -> Deps:
    """The same, where Amira and Jonas may answer."""
    allowed(off)
    return off


def ask(deps: Deps, slack: FakeSlack, *, user: str = AMIRA) -> dict[str, Any]:
    """Click on *Answer*; return the form, or nothing."""
    before = len(slack.views)
    handlers.ask(deps, FakeAck(), make.click(ANSWER, ASKED.id, user=user, channel=COMMENTS))
    return slack.views[-1] if len(slack.views) > before else {}


def send(deps: Deps, form: dict[str, Any], *, user: str = AMIRA, **said: Any) -> dict[str, Any]:
    """Submit the form, with *text* in the block in which it is now."""
    if "text" in said:
        said[block_of(form)] = said.pop("text")
    ack = FakeAck()
    handlers.send(deps, ack, submission(form, user=user, **said))
    return ack.answer


def choose(
    deps: Deps, slack: FakeSlack, form: dict[str, Any], action: str, value: str, **said: Any
) -> dict[str, Any]:
    """Choose something in a menu of the form; return the form as it is then."""
    if "text" in said:
        said[block_of(form)] = said.pop("text")
    body = submission(form, **said)
    body["type"] = "block_actions"
    body["view"]["hash"] = "1.a"
    body["actions"] = [
        {"type": "static_select", "action_id": action, "selected_option": {"value": value}}
    ]
    handlers.choose(deps, action, FakeAck(), body)
    return slack.views[-1]


def block_of(form: dict[str, Any]) -> str:
    (found,) = [
        block["block_id"]
        for block in form["blocks"]
        if block.get("block_id", "").startswith("text-")
    ]
    return str(found)


def text_of(form: dict[str, Any]) -> str | None:
    return filled(form, block_of(form))


def whispers(deps: Deps) -> list[str]:
    with deps.reading() as db:
        return [str(it.body["text"]) for it in outbox.pending(db) if it.kind is Sent.NOTE]


def stored(deps: Deps) -> list[tuple[str, State]]:
    with deps.reading() as db:
        rows = db.query("select text, state from answers order by id")
        return [(row["text"], State(row["state"])) for row in rows]


def shown(form: dict[str, Any]) -> str:
    """Everything that is read in a form."""
    return str(form["blocks"]) + str(form["submit"])


# -- who may


def test_it_is_off_until_somebody_allows_it(off: Deps, slack: FakeSlack) -> None:
    assert "*Svara från Slack*\nAv." in say(off, "lucka", "inställningar")["text"]
    assert ask(off, slack) == {}
    assert "Huvudansvarig slår på det i inställningarna" in whispers(off)[-1]
    assert "comment.answer" not in relay_body(off)


def relay_body(deps: Deps) -> str:
    with deps.reading() as db:
        (row,) = db.query("select body from outbox where key = ?", [f"relay:{ASKED.id}"])
    return str(row["body"])


def save_setting(deps: Deps, slack: FakeSlack, *, user: str = AMIRA, **said: Any) -> Any:
    answer_settings.click(deps, FakeAck(), make.click(setting_view.CHANGE, user=user))
    ack = FakeAck()
    answer_settings.save(deps, ack, submission(slack.views[-1], user=user, **said))
    return ack.answer


def test_the_lead_turns_it_on_and_the_messages_get_the_button(off: Deps, slack: FakeSlack) -> None:
    with off.transaction() as db:
        team.save(db, Team(AMIRA, (JONAS,)))
    assert save_setting(off, slack, state="on") == {}
    with off.reading() as db:
        assert answers.setting(db) == Answering(is_on=True)
        (act,) = ledger.acts(db, "answering")
    assert (act.who, act.act) == (AMIRA, "answering.changed")
    assert (
        "Får svara: huvudansvarig och ersättare. Svaren slutar med: /{förnamn}"
        in (whispers(off)[-1])
    )
    assert "comment.answer" in relay_body(off)


def test_somebody_must_be_allowed_and_no_guest(off: Deps, slack: FakeSlack) -> None:
    assert "utse en huvudansvarig" in str(save_setting(off, slack, state="on"))
    assert "Bara medlemmar" in str(save_setting(off, slack, state="on", users=[GUEST]))


def test_only_the_lead_and_the_deputies_allow_it(desk: Deps, slack: FakeSlack) -> None:
    answer_settings.click(desk, FakeAck(), make.click(setting_view.CHANGE, user=ELIN))
    assert slack.views == []


@pytest.mark.parametrize("user", [ELIN, MIKKO])
def test_who_is_not_named_may_not_answer(desk: Deps, slack: FakeSlack, user: str) -> None:
    assert ask(desk, slack, user=user) == {}
    assert len(whispers(desk)) == 1
    allowed(desk, users=(ELIN,))
    assert bool(ask(desk, slack, user=user)) == (user == ELIN)


def test_what_waits_is_ended_when_it_is_turned_off(
    desk: Deps, slack: FakeSlack, fake: AnswerPage
) -> None:
    send(desk, ask(desk, slack), text=PLAIN)
    save_setting(desk, slack, state="off")
    page_writer.drain(desk)
    assert fake.own() == []
    assert "Det får inte svaras härifrån längre" in said(desk)[0][1]


# -- the form


def test_the_form_shows_the_comment_and_that_it_will_be_public(
    desk: Deps, slack: FakeSlack
) -> None:
    form = ask(desk, slack)
    assert ASKED.text in shown(form)
    assert "Det du skickar blir offentligt på Facebook" in shown(form)
    assert "Skicka som sidan" in shown(form)
    assert "Jag lägger till /Amira sist." in shown(form)


def test_nothing_goes_out_before_the_button_and_then_once_and_signed(
    desk: Deps, slack: FakeSlack, fake: AnswerPage
) -> None:
    form = ask(desk, slack)
    page_writer.drain(desk)
    assert fake.calls == []
    assert send(desk, form, text=PLAIN) == {}
    page_writer.drain(desk)
    assert [c.text for c in fake.written.values() if c.from_page] == [TEXT]
    assert relay_of(desk, ASKED).state is Stand.ANSWERED


def test_the_same_form_sent_twice_counts_once(desk: Deps, slack: FakeSlack) -> None:
    form = ask(desk, slack)
    body = submission(form, **{block_of(form): PLAIN})
    for _ in range(2):
        ack = FakeAck()
        handlers.send(desk, ack, body)
        assert ack.answer == {}
    assert len(stored(desk)) == 1


def test_a_second_answer_waits_for_the_first(desk: Deps, slack: FakeSlack) -> None:
    first, second = ask(desk, slack), ask(desk, slack, user=JONAS)
    send(desk, first, text=PLAIN)
    answer = send(desk, second, user=JONAS, text="Nej!")
    assert "redan på väg ut" in str(answer["errors"])
    assert ask(desk, slack) == {}


@pytest.mark.parametrize(
    ("text", "says"), [("", "Skriv ett svar"), ("  ", "Skriv ett svar"), ("a" * 2896, "högst")]
)
def test_an_empty_and_a_too_long_answer_are_refused(
    desk: Deps, slack: FakeSlack, text: str, says: str
) -> None:
    form = ask(desk, slack)
    answer = send(desk, form, text=text)
    assert says in answer["errors"][block_of(form)]
    assert stored(desk) == []


def test_without_a_signature_it_goes_out_word_for_word(desk: Deps, slack: FakeSlack) -> None:
    with desk.transaction() as db:
        answers.decide(db, Answering(is_on=True, signature=""))
    send(desk, ask(desk, slack), text=PLAIN)
    assert stored(desk) == [(PLAIN, State.WAITING)]


def test_a_comment_that_is_done_is_opened_first(desk: Deps, slack: FakeSlack) -> None:
    comment_handlers.click(
        desk, Act.HANDLE, FakeAck(), make.click("any", ASKED.id, channel=COMMENTS)
    )
    assert ask(desk, slack) == {}
    assert "redan klar" in whispers(desk)[-1]


def test_the_card_offers_it_with_a_line_that_says_what_it_does(desk: Deps) -> None:
    comment_card.click(desk, FakeAck(), make.click("any", ASKED.id, channel=COMMENTS))
    with desk.reading() as db:
        (card,) = [it for it in outbox.pending(db) if it.kind is Sent.NOTE]
    assert "Skriv ett svar som går ut som sidan" in str(card.body)
    assert ANSWER in str(card.body)


# -- advice, once


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Vi ser i din journal att du var här.", "bekräftar att personen"),
        ("Du kommer att få tid på måndag, det lovar vi.", "kan läsas som ett löfte"),
        ("Hej 850709-9805, ring oss gärna.", "ser ut som ett personnummer"),
        ("Ring {enhet} så hjälper de dig vidare.", "{enhet} är inte ifyllt"),
    ],
    ids=["care", "promise", "number", "blank"],
)
def test_what_is_worth_a_thought_is_shown_once_and_blocks_nothing(
    desk: Deps, slack: FakeSlack, text: str, says: str
) -> None:
    answer = send(desk, ask(desk, slack), text=text)
    assert answer["response_action"] == "update"
    assert says in shown(answer["view"])
    assert "Skicka ändå" in shown(answer["view"])
    assert text_of(answer["view"]) == text
    assert "850709" not in says
    assert stored(desk) == []
    assert send(desk, answer["view"]) == {}
    assert len(stored(desk)) == 1


def test_an_answer_of_the_pages_meanwhile_is_shown_before_anything_is_sent(
    desk: Deps, slack: FakeSlack, fake: AnswerPage
) -> None:
    form = ask(desk, slack)
    fake.put(page.answer(7, under=1, at=desk.now()))
    read(desk, fake)
    answer = send(desk, form, text=PLAIN)
    assert "Sidan har svarat under tiden" in shown(answer["view"])
    assert "kom när du vill! /Elin" in shown(answer["view"])
    assert send(desk, answer["view"]) == {}
    page_writer.drain(desk)
    assert len(fake.own()) == 1


def test_a_colleagues_answer_meanwhile_is_shown_too(
    desk: Deps, slack: FakeSlack, fake: AnswerPage
) -> None:
    form = ask(desk, slack, user=JONAS)
    send(desk, ask(desk, slack), text=PLAIN)
    page_writer.drain(desk)
    answer = send(desk, form, user=JONAS, text="Nej!")
    assert answer["response_action"] == "update"
    assert len(fake.own()) == 1


# -- ready texts


def test_a_chosen_text_is_put_in_with_the_name_and_a_route_is_written_down(
    desk: Deps, slack: FakeSlack
) -> None:
    with desk.transaction() as db:
        replies.ensure_defaults(db, Words("sv"))
        kept = replies.save(db, Reply(0, Text.REPLY, "Hej", "Hej {namn}, ring {enhet}."))
        route = next(it for it in replies.known(db) if it.name == "1177")
    form = ask(desk, slack)
    form = choose(desk, slack, form, view.FILL, str(kept.id))
    assert text_of(form) == "Hej Maja, ring {enhet}."
    form = choose(desk, slack, form, view.FILL, str(route.id))
    assert (text_of(form) or "").startswith("Hej Maja! Frågor om din egen hälsa")
    assert "https://www.1177.se" in (text_of(form) or "")
    answer = send(desk, form)
    if answer:
        answer = send(desk, answer["view"])
    assert answer == {}
    page_writer.drain(desk)
    assert acts(desk, ASKED)[-1] == (AMIRA, "comment.routed")
    with desk.reading() as db:
        assert "hänvisade till 1177" in comment_card.card(desk, db, ASKED.id, JONAS)["text"]


def test_what_was_typed_is_never_lost_to_a_chosen_text(desk: Deps, slack: FakeSlack) -> None:
    with desk.transaction() as db:
        kept = replies.save(db, Reply(0, Text.REPLY, "Tack", "Tack för frågan!"))
    form = choose(desk, slack, ask(desk, slack), view.FILL, str(kept.id), text="Hej Maja!")
    assert text_of(form) == "Hej Maja!\nTack för frågan!"


def test_we_will_get_back_is_prefilled_and_promises(
    desk: Deps, slack: FakeSlack, fake: AnswerPage
) -> None:
    form = choose(desk, slack, ask(desk, slack), view.KIND, "promise", kind="promise")
    assert "återkommer här" in (text_of(form) or "")
    assert send(desk, form) == {}
    assert "Vad var det" not in whispers(desk)[-1], "it is asked once it is done"
    page_writer.drain(desk)
    it = relay_of(desk, ASKED)
    assert (it.state, it.owner) == (Stand.PROMISED, AMIRA)
    assert acts(desk, ASKED) == [(AMIRA, "comment.promised")]
    assert "lovade som sidan" in said(desk)[0][1]
    with desk.reading() as db:
        (answer,) = answers.of_thread(db, ASKED.id)
    assert answer.kind is Kind.PROMISE


def test_a_text_that_is_gone_is_refused_kindly(desk: Deps, slack: FakeSlack) -> None:
    before = ask(desk, slack)
    choose(desk, slack, before, view.FILL, "99")
    assert "Den texten finns inte längre" in whispers(desk)[-1]


# -- again, change, remove


def test_trying_again_begins_with_the_text_that_did_not_go_out(
    desk: Deps, slack: FakeSlack, fake: AnswerPage, hand: Hand
) -> None:
    del fake.written[ASKED.id]
    send(desk, ask(desk, slack), text=PLAIN)
    page_writer.drain(desk)
    handlers.ask_again(desk, FakeAck(), make.click(view.AGAIN, "1"))
    form = slack.views[-1]
    assert text_of(form) == TEXT
    fake.put(ASKED)
    send(desk, form)
    page_writer.drain(desk)
    assert len(fake.own()) == 1


def test_trying_again_still_leads_where_the_first_attempt_led(
    desk: Deps, slack: FakeSlack, fake: AnswerPage
) -> None:
    with desk.transaction() as db:
        route = replies.save(db, Reply(0, Text.ROUTE, "1177", "Ring 1177."))
    del fake.written[ASKED.id]
    decide(desk, ASKED, route_id=route.id)
    page_writer.drain(desk)
    handlers.ask_again(desk, FakeAck(), make.click(view.AGAIN, "1"))
    fake.put(ASKED)
    send(desk, slack.views[-1])
    page_writer.drain(desk)
    assert acts(desk, ASKED)[-1] == (AMIRA, "comment.routed")


@pytest.fixture
def out(desk: Deps, slack: FakeSlack, fake: AnswerPage) -> Deps:
    """The same, where an answer is out."""
    send(desk, ask(desk, slack), text=PLAIN)
    page_writer.drain(desk)
    in_slack(desk)
    fake.calls.clear()
    return desk


def edit(deps: Deps, slack: FakeSlack, text: str) -> dict[str, Any]:
    answer_changes.ask_edit(deps, FakeAck(), make.click(view.EDIT, "1", channel=COMMENTS))
    form = slack.views[-1]
    ack = FakeAck()
    answer_changes.edit(deps, ack, submission(form, **{block_of(form): text}))
    return ack.answer


def test_our_answer_is_changed_where_it_stands(
    out: Deps, slack: FakeSlack, fake: AnswerPage
) -> None:
    assert edit(out, slack, "Nej, kom på fredag! /Amira") == {}
    page_writer.drain(out)
    assert len(fake.own("Nej, kom på fredag! /Amira")) == 1
    assert acts(out, ASKED)[-1] == (AMIRA, "comment.answer_edited")
    assert "kom på fredag" in said(out)[0][1]


def test_a_change_is_advised_on_like_an_answer(out: Deps, slack: FakeSlack) -> None:
    answer = edit(out, slack, "Vi ser i din journal att du var här.")
    assert "bekräftar att personen" in shown(answer["view"])


def test_the_same_text_is_no_change(out: Deps, slack: FakeSlack) -> None:
    assert "samma text" in str(edit(out, slack, TEXT)["errors"])


def test_removing_our_answer_opens_the_comment_again(
    out: Deps, slack: FakeSlack, fake: AnswerPage
) -> None:
    remove(out, slack)
    page_writer.drain(out)
    assert fake.own() == []
    assert relay_of(out, ASKED).state is Stand.NEW
    assert acts(out, ASKED)[-2:] == [
        (AMIRA, "comment.answer_deleted"),
        (AMIRA, "comment.reopened"),
    ]
    assert "är borttaget" in said(out)[0][1]
    assert ask(out, slack)


def remove(deps: Deps, slack: FakeSlack) -> None:
    answer_changes.ask_delete(deps, FakeAck(), make.click(view.DELETE, "1", channel=COMMENTS))
    form = slack.views[-1]
    assert "går inte att få tillbaka" in shown(form)
    ack = FakeAck()
    answer_changes.delete(deps, ack, submission(form))
    assert ack.answer == {}


def test_a_reading_from_before_the_removal_does_not_answer_it_again(
    out: Deps, slack: FakeSlack, fake: AnswerPage
) -> None:
    seen = dict(fake.written)
    remove(out, slack)
    page_writer.drain(out)
    fake.written = seen
    read(out, fake)
    assert relay_of(out, ASKED).state is Stand.NEW


def test_what_is_being_changed_is_not_changed_twice(out: Deps, slack: FakeSlack) -> None:
    edit(out, slack, "Ja!")
    answer_changes.ask_delete(out, FakeAck(), make.click(view.DELETE, "1", channel=COMMENTS))
    assert "håller redan på att ändras" in whispers(out)[-1]
    with out.reading() as db:
        assert changes_store.waiting_for(db, 1)


def test_a_removed_answer_cannot_be_changed(out: Deps, slack: FakeSlack, fake: AnswerPage) -> None:
    remove(out, slack)
    page_writer.drain(out)
    answer_changes.ask_edit(out, FakeAck(), make.click(view.EDIT, "1", channel=COMMENTS))
    assert "finns inte kvar på Facebook" in whispers(out)[-1]


def test_the_same_in_english(desk: Deps, slack: FakeSlack, fake: AnswerPage) -> None:
    english = replace(desk, words=Words("en"))
    form = ask(english, slack)
    assert "Send as the page" in shown(form)
    send(english, form, text="No, come when you like!")
    page_writer.drain(english)
    assert "answered as the page" in said(english)[0][1]
    with english.reading() as db:
        assert comments.find(db, ASKED.id)
