"""The watch words are looked at by everybody, changed by the lead, and switched off one by one."""

import pytest

from bot.domain.team import Team
from bot.domain.watch_word_seed import SEED
from bot.domain.watch_words import Hit, WordKind, WordList
from bot.store import ledger, outbox, team
from bot.store import watch_words as store
from bot.views import watch_words as view
from handlers import watch_words
from tests import make, page
from tests.commands import say
from tests.fakes import FakeAck
from tests.forms import filled, submission
from tests.handlers.test_comments import relayed
from tests.make import AMIRA, ELIN, NOW


def form(deps, slack, kind=WordKind.THREAT, *, user=AMIRA):
    watch_words.click(deps, FakeAck(), make.click(view.CHANGE, kind, user=user))
    return slack.views[-1]


def save(deps, opened, *, user=AMIRA, **said):
    ack = FakeAck()
    watch_words.save(deps, ack, submission(opened, user=user, **said))
    return ack.answer


def stored(deps):
    with deps.reading() as db:
        return store.load(db)


def told(deps):
    with deps.reading() as db:
        return [item.body["text"] for item in outbox.pending(db)]


def test_the_settings_say_how_many_words_flag(deps, english):
    count = sum(len(each.on) for each in SEED.values())
    assert f"{count} ord flaggar en kommentar" in say(deps, "lucka", "settings")["text"]
    assert f"{count} words flag a comment" in say(english, "lucka", "settings")["text"]


def test_a_form_that_is_sent_as_it_was_changes_nothing(deps, slack):
    for kind in WordKind:
        save(deps, form(deps, slack, kind))
    assert stored(deps) == SEED


def test_words_are_added_taken_away_and_switched_off(deps, slack):
    save(deps, form(deps, slack), on="Döda*\nvapen\nhämnd", off="hämnd, HAT*")
    assert stored(deps)[WordKind.THREAT] == WordList(("döda*", "vapen"), ("hämnd", "hat*"))
    assert stored(deps)[WordKind.HATE] == SEED[WordKind.HATE]
    assert "Avstängda: hämnd, hat*" in told(deps)[0]
    opened = form(deps, slack)
    assert (filled(opened, "on"), filled(opened, "off")) == ("döda*\nvapen", "hämnd\nhat*")
    with deps.reading() as db:
        (act,) = ledger.acts(db, "watch_words:threat")
    assert (act.act, act.detail) == ("watch_words.changed", {"on": "2", "off": "2"})


def test_a_kind_without_words_stays_empty(deps, slack):
    save(deps, form(deps, slack), on="", off="")
    assert stored(deps)[WordKind.THREAT] == WordList()


def test_what_is_no_word_is_refused_beside_its_field(deps, slack):
    answer = save(deps, form(deps, slack), on="<!channel>")
    assert "kan jag inte leta efter" in answer["errors"]["on"]
    answer = save(deps, form(deps, slack), off="a*")
    assert "”a*” kan jag inte leta efter" in answer["errors"]["off"]
    assert stored(deps) == SEED


def test_a_colleague_may_look_but_not_change(deps, slack):
    opened = form(deps, slack)
    with deps.transaction() as db:
        team.save(db, Team(lead=AMIRA))
    watch_words.show(deps, FakeAck(), make.click(view.SHOW, user=ELIN))
    watch_words.click(deps, FakeAck(), make.click(view.CHANGE, "threat", user=ELIN))
    assert len(slack.views) == 1
    assert "*Fara för liv*\nsjälvmord…" in told(deps)[0]
    assert "Det bestämmer huvudansvarig" in told(deps)[1]
    assert save(deps, opened, user=ELIN, on="döda")["response_action"] == "errors"
    assert stored(deps) == SEED


@pytest.mark.parametrize(("found", "words"), [(1, "1 gång"), (12, "12 gånger")])
def test_the_page_shows_what_each_word_has_found_the_busiest_first(deps, found, words):
    for number in range(1, found + 1):
        relayed(deps, page.comment(number))
        with deps.transaction() as db:
            hits = [Hit("heil hitler", WordKind.HATE)]
            store.add_hits(db, page.comment(number).id, hits, now=NOW)
    watch_words.show(deps, FakeAck(), make.click(view.SHOW))
    (said,) = [text for text in told(deps) if text.startswith("Ord som flaggar")]
    assert f"*Hat*\nheil hitler ({words})" in said.replace("\xa0", " ")
