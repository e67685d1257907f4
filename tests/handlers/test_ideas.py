"""`/idea`, its form and its buttons, and *Save as idea*."""

from dataclasses import replace

import pytest

from bot.domain.ideas import read
from bot.domain.plan import Entry
from bot.integrations.slack import Outcome, SlackTrouble
from bot.store import ideas, ledger, outbox, posts
from bot.views import ideas as view
from handlers import ideas as handler
from tests import make
from tests.commands import say
from tests.fakes import FakeAck, FakeSlack
from tests.forms import filled, submission


def command(deps, text, *, user=make.AMIRA):
    return say(deps, "idea", text, user=user)


def click(deps, act, value):
    ack = FakeAck()
    act(deps, ack, make.click("idea", value))
    assert ack.calls == [{}]


def submit(deps, form, **said):
    ack = FakeAck()
    handler.save(deps, ack, submission(form, **said))
    return ack.answer


def bank(deps):
    with deps.reading() as db:
        return ideas.search(db, limit=100)


def keep(deps, text):
    with deps.transaction() as db:
        return ideas.add(db, read(text), author=make.AMIRA, now=deps.now())


def words_to(deps):
    """Return what waits to be said, oldest first."""
    with deps.reading() as db:
        return [item.body["text"] for item in outbox.pending(db)]


def labels(message):
    return [
        element["text"]["text"]
        for block in message["blocks"]
        for element in block.get(
            "elements", [block.get("accessory")] if "accessory" in block else []
        )
        if element["type"] == "button"
    ]


def test_an_idea_is_kept_with_title_note_links_author_and_time(deps):
    answer = command(deps, "Höstlov på museet\nFråga Elin, se https://a.se")
    (idea,) = bank(deps)
    assert (idea.title, idea.author, idea.created_at) == ("Höstlov på museet", make.AMIRA, make.NOW)
    assert idea.links == ("https://a.se",)
    assert answer["text"] == "Sparad: *Höstlov på museet*"
    assert labels(answer) == ["Planera", "Ändra", "Ångra", "Facebook", "Webb", "Intranät", "Nej"]
    with deps.reading() as db:
        assert [act.act for act in ledger.acts(db, f"idea:{idea.id}")] == ["idea.kept"]


def test_the_same_idea_entered_twice_is_kept_once_and_said(deps, hand):
    command(deps, "Höstlov")
    hand.on(seconds=30)
    assert command(deps, "Höstlov")["text"].startswith("Den har du redan sparat")
    hand.on(seconds=31)
    command(deps, "Höstlov")
    assert len(bank(deps)) == 2


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("🎉", "🎉", id="emoji"),
        pytest.param("חדשות", "חדשות", id="right to left"),
        pytest.param("&lt;!channel&gt; r&amp;d", "<!channel> r&d", id="escaped by Slack"),
        pytest.param("<!channel>", "<!channel>", id="as typed"),
    ],
)
def test_odd_words_are_kept_and_never_act(deps, text, title):
    answer = command(deps, text)
    assert bank(deps)[0].title == title
    assert "<!channel>" not in answer["text"]


def test_four_thousand_characters_are_refused_kindly_and_nothing_is_kept(deps):
    assert "högst 3 000" in command(deps, "x" * 4000)["text"].replace("\u00a0", " ")
    assert bank(deps) == []


def test_a_long_first_line_is_a_short_title_and_a_whole_note(deps):
    command(deps, "ord " * 200)
    (idea,) = bank(deps)
    assert len(idea.title) <= 150
    assert idea.note == ("ord " * 200).strip()


def test_nothing_opens_the_form_which_keeps_what_it_says_and_confirms_where_it_was_opened(
    deps, slack
):
    assert say(deps, "idea") == {}
    assert submit(deps, slack.views[0], title="Höstlov", note="Fråga Elin") == {}
    assert (bank(deps)[0].title, bank(deps)[0].note) == ("Höstlov", "Fråga Elin")
    with deps.reading() as db:
        (item,) = outbox.pending(db)
    assert (item.kind, item.channel, item.user) == ("note", make.PLAN, make.AMIRA)
    assert item.body["text"] == "Sparad: *Höstlov*"


def test_a_form_that_is_sent_twice_is_kept_once(deps, slack):
    say(deps, "idea")
    sent = submission(slack.views[0], title="Höstlov")
    for _ in range(2):
        ack = FakeAck()
        handler.save(deps, ack, sent)
        assert ack.answer == {}
    assert len(bank(deps)) == 1


@pytest.mark.parametrize("title", [None, "  ", "\u200b"])
def test_a_form_without_a_title_says_so_beside_the_field(deps, slack, title):
    say(deps, "idea")
    answer = submit(deps, slack.views[0], title=title)
    assert answer["response_action"] == "errors"
    assert list(answer["errors"]) == ["title"]
    assert bank(deps) == []


def test_when_slack_does_not_open_the_form_one_is_asked_to_try_again(deps, slack):
    slack.down = "expired_trigger_id"
    assert "Försök igen" in command(deps, "")["text"]


@pytest.mark.parametrize("text", ["list", "lista", "LISTA"])
def test_the_bank_is_listed_newest_first(deps, text):
    keep(deps, "Höstlov")
    keep(deps, "Åtgärd")
    answer = command(deps, text)
    assert answer["text"].index("Åtgärd") < answer["text"].index("Höstlov")
    assert "Amira Haddad" in answer["text"]
    assert labels(answer) == ["Planera", "👍"] * 2 + ["2 idéer väntar på beslut"]


@pytest.mark.parametrize("text", ["sök ÅTG vård", "find vård åtgärd", "list  vårDEN "])
def test_ideas_are_found_by_words_in_any_order(deps, text):
    keep(deps, "Åtgärd i vården")
    keep(deps, "Höstlov")
    answer = command(deps, text)
    assert "Åtgärd i vården" in answer["text"]
    assert "Höstlov" not in answer["text"]


def test_a_planned_idea_says_when_and_is_not_offered_again(deps):
    idea = keep(deps, "Höstlov")
    with deps.transaction() as db:
        entry = Entry("Höstlov", 1, make.NOW.date(), make.NOW.time(), idea_id=idea.id)
        posts.add(db, entry, who=make.AMIRA, now=make.NOW)
    answer = command(deps, "lista")
    assert "planerad tisdag 24 november" in answer["text"]
    assert labels(answer) == ["👍"]


def test_ten_ideas_are_shown_and_the_rest_on_request(deps):
    for number in range(12):
        keep(deps, f"Idé nummer {number}")
    answer = command(deps, "lista idé")
    assert labels(answer) == ["Planera", "👍"] * 10 + ["Visa fler", "12 idéer väntar på beslut"]
    value = answer["blocks"][-1]["elements"][0]["value"]
    click(deps, handler.more, value)
    assert "Idé nummer 0" in words_to(deps)[0]
    assert "Idé nummer 5" not in words_to(deps)[0]


def test_an_empty_bank_says_how_to_begin(deps):
    assert "/idea Höstlov" in command(deps, "lista")["text"]


def test_what_is_not_found_can_be_kept_as_an_idea(deps, slack):
    answer = command(deps, "sök sommarjobb i regionen")
    assert labels(answer) == ["Spara som ny idé"]
    value = answer["blocks"][-1]["elements"][0]["value"]
    click(deps, handler.click_new, value)
    assert filled(slack.views[0], view.TITLE) == "sommarjobb i regionen"


def test_help_says_what_can_be_written(deps):
    assert "/idea lista" in command(deps, "hjälp")["text"]
    assert bank(deps) == []


def test_an_idea_is_changed_in_the_form_that_shows_it(deps, slack):
    idea = keep(deps, "Höstlov\nFråga Elin")
    click(deps, handler.click_change, str(idea.id))
    assert filled(slack.views[0], view.NOTE) == "Fråga Elin"
    assert submit(deps, slack.views[0], title="Sportlov") == {}
    assert [each.title for each in bank(deps)] == ["Sportlov"]
    assert words_to(deps) == ["Ändrad: *Sportlov*"]


def test_undo_takes_the_idea_out_and_offers_to_keep_it_after_all(deps, slack):
    idea = keep(deps, "Höstlov\nFråga Elin")
    click(deps, handler.undo, str(idea.id))
    assert bank(deps) == []
    assert words_to(deps) == ["Ångrat: *Höstlov* är borta ur idébanken."]
    click(deps, handler.click_new, "Höstlov\nFråga Elin")
    assert filled(slack.views[0], view.NOTE) == "Fråga Elin"


def test_a_planned_idea_is_not_dropped(deps):
    idea = keep(deps, "Höstlov")
    with deps.transaction() as db:
        entry = Entry("Höstlov", 1, make.NOW.date(), make.NOW.time(), idea_id=idea.id)
        posts.add(db, entry, who=make.AMIRA, now=make.NOW)
    click(deps, handler.undo, str(idea.id))
    assert len(bank(deps)) == 1
    assert words_to(deps)[0].startswith("Den idén är planerad")


def test_an_idea_that_a_colleague_changed_meanwhile_is_not_overwritten(deps, slack):
    idea = keep(deps, "Höstlov")
    for _ in range(2):
        click(deps, handler.click_change, str(idea.id))
    theirs, mine = slack.views

    assert submit(deps, theirs, title="Höstlov på museet") == {}
    answer = submit(deps, mine, note="Fråga Elin")

    assert "Någon har ändrat idén" in answer["errors"]["title"]
    with deps.reading() as db:
        assert ideas.get(db, idea.id).title == "Höstlov på museet"


@pytest.mark.parametrize("value", ["", "x", "999", "-1", "1 or 1", "٣", "9" * 40])
@pytest.mark.parametrize("act", [handler.undo, handler.click_change], ids=["undo", "change"])
def test_foreign_values_get_a_clear_word_and_change_nothing(deps, slack, act, value):
    keep(deps, "Höstlov")
    click(deps, act, value)
    assert len(bank(deps)) == 1
    assert slack.views == []
    assert "finns inte" in words_to(deps)[0]


def shortcut(text, *, callback_id=view.SAVE_MESSAGE):
    return {
        "type": "message_action",
        "callback_id": callback_id,
        "trigger_id": "trigger-message",
        "user": {"id": make.AMIRA},
        "channel": {"id": "C0ALLMAN"},
        "message": {"ts": "1700000000.000100", "text": text, "user": make.JONAS},
    }


def test_a_message_becomes_an_idea_with_its_address_once_it_is_confirmed(deps, slack):
    ack = FakeAck()
    said = "<@U0ELIN> kan visa <https://a.se|muséet> &amp; <#C1|plan> <!here>\nMer text"
    handler.save_message(deps, ack, shortcut(said))
    assert ack.calls == [{}]
    assert bank(deps) == []
    title = filled(slack.views[0], view.TITLE)
    assert title == "@Elin Lindqvist kan visa muséet (https://a.se) & #plan @here"
    assert submit(deps, slack.views[0]) == {}
    (idea,) = bank(deps)
    assert (idea.title, idea.note, idea.links) == (title, "Mer text", ("https://a.se",))
    assert idea.permalink == "https://lucka.slack.example/archives/C0ALLMAN/p1700000000000100"


@pytest.mark.parametrize("said", ["", "x" * 9000, "ord " * 2000], ids=["empty", "word", "words"])
def test_any_message_opens_a_form_that_slack_takes(deps, slack, said):
    handler.save_message(deps, FakeAck(), shortcut(said))
    assert len(filled(slack.views[0], view.TITLE) or "") <= 150
    assert len(filled(slack.views[0], view.NOTE) or "") <= 3000


class NoAddresses(FakeSlack):
    """A Slack that does not say where a message is."""

    def permalink(self, channel, ts):
        raise SlackTrouble(Outcome.REFUSED, "message_not_found")


def test_a_message_without_an_address_is_kept_all_the_same(deps):
    slack = NoAddresses()
    handler.save_message(replace(deps, slack=slack), FakeAck(), shortcut("Höstlov"))
    submit(deps, slack.views[0])
    assert bank(deps)[0].permalink is None


def test_the_global_shortcut_opens_the_empty_form_and_confirms_directly(deps, slack):
    body = {
        "type": "shortcut",
        "callback_id": view.NEW,
        "trigger_id": "t",
        "user": {"id": make.JONAS},
    }
    handler.click_new(deps, FakeAck(), body)
    ack = FakeAck()
    handler.save(deps, ack, submission(slack.views[0], user=make.JONAS, title="Höstlov"))
    with deps.reading() as db:
        (item,) = outbox.pending(db)
    assert (item.kind, item.channel) == ("post", make.JONAS)


def test_it_all_speaks_english_too(english):
    assert command(english, "Autumn break")["text"] == "Kept: *Autumn break*"
    assert "Autumn break" in command(english, "find AUTUMN")["text"]
