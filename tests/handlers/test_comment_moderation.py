"""Hiding and removing comments from Slack: the dialogue, the second person, the way back, the list."""

import json
import sqlite3
from dataclasses import replace

import pytest

from bot.domain import moderation_acts
from bot.domain.comments import State as Stand
from bot.domain.moderation import Deed, State
from bot.domain.team import Team
from bot.jobs import page_writer
from bot.store import comment_rules, ledger, moderation, outbox, presence, team
from bot.store import page as store_page
from bot.store.db import stamp
from handlers import comment_card, comment_moderated
from handlers import comment_moderation as handlers
from tests import make, page
from tests.commands import say
from tests.conftest import enforce_limits
from tests.fakes import FakeAck
from tests.forms import filled, submission
from tests.make import AMIRA, ELIN, JONAS
from tests.moderating import (
    FIRST,
    LAW,
    PAGE,
    TS,
    acts,
    asked,
    case,
    decide,
    desk,
    forms,
    press,
    relayed,
    said,
    stored,
    whispers,
)


@pytest.fixture
def parts(deps):
    """A desk where Amira is alone: nobody is named."""
    return desk(deps)[0]


@pytest.fixture
def crew(deps):
    """A desk of three; it is a working morning, so that all are there."""
    return desk(deps, AMIRA, JONAS, ELIN)[0]


def objections(ack: FakeAck) -> str:
    assert ack.answer["response_action"] == "errors"
    return " ".join(ack.answer["errors"].values())


def test_the_card_leads_to_the_dialogue(parts):
    ack = FakeAck()
    comment_card.click(parts, ack, make.click("comment.more", FIRST, channel=make.COMMENTS))
    assert "Dölj eller ta bort" in str(whispers_bodies(parts)[-1])
    press(parts, handlers.click, FIRST, user=AMIRA)
    form = forms(parts).views[-1]
    assert "Kritik är tillåten. Vilken regel bryter kommentaren mot?" in str(form["blocks"])
    options = [o["text"]["text"] for b in form["blocks"] if b.get("block_id") == "rule"
               for o in b["element"]["options"]]  # fmt: skip
    assert options[0] == "hets mot folkgrupp (lag)"
    assert options[-1] == "en annan regel, som du skriver nedanför"
    assert not [o for o in options if "kritisk" in o or "negativ" in o]


def whispers_bodies(deps):
    with deps.reading() as db:
        return [item.body for item in outbox.pending(db) if item.kind == "note"]


def test_the_law_preselects_to_remove_and_says_why_in_one_line(parts):
    form = asked(parts, LAW).answer["view"]
    assert filled(form, "deed") == "remove"
    assert "förbjudet i lag, så jag föreslår att ta bort" in str(form["blocks"])
    form = asked(parts, PAGE).answer["view"]
    assert filled(form, "deed") == "hide"


def test_another_rule_needs_words_and_is_not_the_law(parts):
    assert "Skriv vilken regel det är" in objections(asked(parts, "other"))
    form = asked(parts, "other", "säljer bilar").answer["view"]
    assert filled(form, "words") == "säljer bilar"
    ack = FakeAck()
    handlers.save(parts, ack, submission(form, words=""))
    assert "Skriv vilken regel det är" in objections(ack)
    assert moderated(parts) == []


def moderated(deps):
    with deps.reading() as db:
        return moderation.of(db, FIRST)


def test_all_there_is_is_saved_with_the_decision(parts):
    decide(parts, PAGE, "säljer bilar")
    with parts.reading() as db:
        (saved,) = moderation.snapshots(db, 1)
    assert saved["text"] == "Måste man boka?"
    assert saved["author_name"] == "Maja Lindqvist"
    assert saved["permalink"]
    assert saved["created_at"].startswith("2026-11-24T07:12")
    assert json.loads(saved["slack"])["state"] == "new"
    assert json.loads(saved["versions"]) == []


def test_earlier_versions_are_saved_too(parts):
    with parts.transaction() as db:
        db.execute(
            "insert into comment_versions values (?, 1, 'Förr', ?)", [FIRST, stamp(make.NOW)]
        )
    decide(parts, PAGE)
    with parts.reading() as db:
        (saved,) = moderation.snapshots(db, 1)
    (version,) = json.loads(saved["versions"])
    assert (version["comment_id"], version["text"]) == (FIRST, "Förr")


@pytest.fixture
def broken(monkeypatch):
    """Nothing can be saved any more."""

    def fail(*_):
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(moderation, "_write_snapshot", fail)


@pytest.mark.usefixtures("broken")
def test_what_cannot_be_saved_is_not_hidden(parts):
    ack = decide(parts, PAGE)
    assert "Jag kunde inte spara kommentaren" in objections(ack)
    assert moderated(parts) == []
    page_writer.drain(parts)
    assert stored(parts).state is Stand.NEW
    assert acts(parts) == []


@pytest.mark.usefixtures("broken")
def test_what_the_law_forbids_is_removed_all_the_same_and_the_failure_shows(parts):
    assert decide(parts, LAW).calls == [{}]
    assert "kunde inte spara en kopia" in whispers(parts)[-1]
    page_writer.drain(parts)
    assert stored(parts).state is Stand.REMOVED
    assert acts(parts) == [("lucka", "snapshot_failed"), (AMIRA, "removed")]
    assert "kunde inte spara en kopia" in said(parts, "moderation:1:told")["text"]


@pytest.mark.usefixtures("broken")
def test_a_second_person_cannot_confirm_what_cannot_be_saved(crew, monkeypatch):
    monkeypatch.undo()
    decide(crew, PAGE)
    monkeypatch.setattr(moderation, "_write_snapshot", lambda *_: 1 / 0)
    press(crew, handlers.confirm, 1, user=JONAS)
    assert case(crew).state is State.ASKED


def test_a_second_person_who_is_there_is_asked_in_the_thread(crew):
    decide(crew, PAGE, "säljer bilar")
    assert case(crew).state is State.ASKED
    asks = said(crew, "moderation:1")
    assert asks["thread_ts"] == TS
    assert f"<@{ELIN}> <@{JONAS}>" in asks["text"]
    assert AMIRA not in asks["text"]
    page_writer.drain(crew)
    assert stored(crew).state is Stand.NEW
    press(crew, handlers.confirm, 1, user=AMIRA)
    assert "någon mer än du" in whispers(crew)[-1]
    press(crew, handlers.confirm, 1, user=JONAS)
    page_writer.drain(crew)
    assert stored(crew).state is Stand.HIDDEN
    assert "Jonas Berg sa ja. Kommentaren är dold." in said(crew, "moderation:1")["text"]
    assert "<@" not in said(crew, "moderation:1")["text"]
    assert acts(crew) == [
        (AMIRA, "moderation_asked"),
        (JONAS, "moderation_agreed"),
        (AMIRA, "hidden"),
    ]
    with crew.reading() as db:
        assert len(moderation.snapshots(db, 1)) == 2


def test_a_no_leaves_the_comment_where_it_is(crew):
    decide(crew, PAGE)
    press(crew, handlers.decline, 1, user=JONAS)
    press(crew, handlers.confirm, 1, user=ELIN)
    assert "Det är redan avgjort" in whispers(crew)[-1]
    assert "Jonas Berg sa nej" in said(crew, "moderation:1")["text"]
    assert decide(crew, PAGE).calls == [{}]


def test_with_nobody_there_it_is_done_at_once_and_looked_at_later(crew):
    with crew.transaction() as db:
        for who in (JONAS, ELIN):
            presence.add_absence(db, who, crew.today(), crew.today().replace(day=30))
    decide(crew, PAGE)
    page_writer.drain(crew)
    assert stored(crew).state is Stand.HIDDEN
    listed = comment_moderated.listing(crew, JONAS)
    assert "Ingen mer har tittat på det än" in listed["text"]
    assert "moderation.right" in str(listed["blocks"])
    assert "moderation.right" not in str(comment_moderated.listing(crew, AMIRA)["blocks"])
    press(crew, comment_moderated.review, 1, user=AMIRA)
    assert "någon mer än du" in whispers(crew)[-1]
    press(crew, comment_moderated.review, 1, user=JONAS)
    listed = comment_moderated.listing(crew, JONAS)
    assert "Jonas Berg har tittat efteråt: det var rätt" in listed["text"]
    assert "Någon mer har tittat på allt." in listed["text"]


def test_the_law_does_not_wait_for_a_second_person(crew):
    decide(crew, LAW)
    page_writer.drain(crew)
    assert stored(crew).state is Stand.REMOVED


@pytest.mark.parametrize(
    "text", ["granskade", "Granskade", "moderated", "modererade"], ids=lambda t: t
)
def test_the_list_is_a_word_after_the_command(parts, text):
    assert "Inget är dolt eller borttaget" in say(parts, "comments", text)["text"]
    decide(parts, PAGE)
    page_writer.drain(parts)
    listed = say(parts, "comments", text)["text"]
    assert "Dolda: 1 · borttagna: 0 · 100,0 % av 1 kommentarer" in listed
    assert "spam eller reklam 1" in listed
    assert "Amira Haddad dolde den" in listed


def test_after_sixty_days_the_list_forgets(parts, hand):
    decide(parts, PAGE)
    page_writer.drain(parts)
    hand.on(days=60)
    assert "Inget är dolt" not in say(parts, "comments", "granskade")["text"]
    hand.on(seconds=1)
    assert "Inget är dolt" in say(parts, "comments", "granskade")["text"]


def test_a_long_list_keeps_within_slacks_limits(parts):
    relayed(parts, *(page.comment(n, "x" * 5000) for n in range(2, 60)))
    with parts.transaction() as db:
        done = replace(moderation_of(parts, "y" * 300), state=State.DONE)
        for n in range(2, 60):
            moderation.add(db, replace(done, comment_id=page.comment(n).id))
    enforce_limits(comment_moderated.listing(parts, JONAS)["blocks"])


def moderation_of(deps, words):
    with deps.reading() as db:
        rule = comment_rules.RULES.get(db, 1)
    return moderation_acts.decided(
        page.comment(1), Deed.HIDE, rule, words, AMIRA, is_second_there=False, now=make.NOW
    )


def test_two_decisions_about_one_comment_are_one(parts):
    first, second = asked(parts, PAGE).answer["view"], asked(parts, LAW).answer["view"]
    handlers.save(parts, FakeAck(), submission(first))
    ack = FakeAck()
    handlers.save(parts, ack, submission(second))
    assert "har redan bestämt om den kommentaren" in objections(ack)
    press(parts, handlers.click, FIRST, user=JONAS)
    assert "har redan bestämt" in whispers(parts)[-1]


def test_the_same_form_sent_twice_is_one_decision(parts):
    form = submission(asked(parts, PAGE).answer["view"])
    handlers.save(parts, FakeAck(), form)
    handlers.save(parts, ack := FakeAck(), form)
    assert ack.calls == [{}]
    assert len(moderated(parts)) == 1


def test_what_changed_under_the_form_is_read_again(parts):
    form = asked(parts, PAGE).answer["view"]
    with parts.transaction() as db:
        store_page.keep(db, [page.post()], [page.comment(1, "Tack!")], now=make.NOW)
    handlers.save(parts, ack := FakeAck(), submission(form))
    assert "har ändrat kommentaren" in objections(ack)


def test_a_rule_that_was_archived_under_the_form_is_not_used(parts):
    form = asked(parts, PAGE).answer["view"]
    with parts.transaction() as db:
        comment_rules.RULES.archive(db, int(PAGE), make.NOW)
    handlers.save(parts, ack := FakeAck(), submission(form))
    assert "används inte längre" in objections(ack)


def test_withdrawn_before_the_page_is_written_on_nothing_happens(parts):
    decide(parts, LAW)
    press(parts, handlers.undo, 1, user=AMIRA)
    page_writer.drain(parts)
    assert stored(parts).state is Stand.NEW
    assert acts(parts) == [(AMIRA, "moderation_declined")]
    assert "Det blir inte av" in whispers(parts)[-1]


def test_what_is_removed_cannot_be_brought_back(parts):
    decide(parts, LAW)
    page_writer.drain(parts)
    press(parts, handlers.undo, 1, user=AMIRA)
    assert "går inte att hämta tillbaka" in whispers(parts)[-1]
    press(parts, handlers.click, FIRST, user=AMIRA)
    assert "redan dold eller borta" in whispers(parts)[-1]


def test_a_hidden_comment_can_be_removed_next(parts):
    decide(parts, PAGE)
    page_writer.drain(parts)
    form = asked(parts, PAGE).answer["view"]
    assert filled(form, "deed") == "remove"
    handlers.save(parts, ack := FakeAck(), submission(form, deed="hide"))
    assert "redan dold" in objections(ack)
    handlers.save(parts, FakeAck(), submission(asked(parts, PAGE).answer["view"]))
    page_writer.drain(parts)
    assert stored(parts).state is Stand.REMOVED


def test_only_the_team_acts(crew):
    with crew.transaction() as db:
        team.save(db, Team(JONAS))
    press(crew, handlers.click, FIRST, user=AMIRA)
    assert forms(crew).views == []
    assert "innehållsteamet" in whispers(crew)[-1]


def test_the_message_to_the_author_says_what_was_done_and_why(parts):
    decide(parts, PAGE)
    page_writer.drain(parts)
    told = said(parts, "moderation:1:told")
    assert (
        "Vi har dolt din kommentar till ”Öppet hus på kvinnokliniken”. Den bryter mot en av "
        "sidans regler: spam eller reklam." in told["text"]
    )
    assert "moderation.undo" in str(told["blocks"])


def test_telling_facebook_is_written_down_once_a_person(parts):
    for who in (AMIRA, AMIRA, JONAS):
        press(parts, handlers.report, FIRST, user=who)
    assert acts(parts) == [(AMIRA, "reported"), (JONAS, "reported")]


def test_the_audit_log_names_the_rule_and_never_the_text(parts):
    decide(parts, PAGE, "säljer bilar")
    page_writer.drain(parts)
    with parts.reading() as db:
        (act,) = ledger.acts(db, f"comment:{FIRST}")
    assert act.detail == {"case": "1", "rule": PAGE}


def test_without_a_page_nothing_is_offered(parts):
    bare = replace(parts, page=None)
    press(bare, handlers.click, FIRST, user=AMIRA)
    assert "Ingen Facebooksida är kopplad" in whispers(bare)[-1]
