"""Picture and persons, ready with its exceptions, siblings, watching, the whole post, its history."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from bot.domain.ideas import read
from bot.domain.media import Kind, Media, Persons
from bot.domain.plan import Entry, Status
from bot.domain.team import Team
from bot.jobs import digest
from bot.jobs.due import Due
from bot.store import history, ideas, ledger, outbox, outlets, posts, team
from handlers import (
    plan_acts,
    plan_card,
    plan_forms,
    plan_media,
    plan_ready,
    plan_siblings,
    watching,
)
from tests import make
from tests.fakes import FakeAck
from tests.forms import submission
from tests.make import AMIRA, ELIN, GUEST, JONAS, NOW

FRIDAY = date(2026, 11, 27)
HISTORY = 99


@pytest.fixture
def post(deps):
    return planned(deps)


@pytest.fixture
def lead(deps):
    """Jonas leads."""
    with deps.transaction() as db:
        team.save(db, Team(JONAS, (), (AMIRA,)))


def planned(deps, *, media=None, **fields):
    entry = Entry("Öppet hus", 1, FRIDAY, time(11), text="Välkommen!", owner=AMIRA)
    with deps.transaction() as db:
        found = posts.add(db, replace(entry, **fields), who=AMIRA, now=NOW)
        return posts.update(db, replace(found, media=media)) if media else found


def click(deps, handler, action_id, value, *, user=AMIRA):
    ack = FakeAck()
    handler(deps, ack, make.click(action_id, str(value), user=user))
    assert ack.calls == [{}]


def act(deps, name, post, *, user=AMIRA):
    ack = FakeAck()
    body = make.click(f"post.{name}", str(post.id), user=user)
    plan_acts.click(deps, f"post.{name}", ack, body)


def submit(deps, handler, view, *, user=AMIRA, **said):
    ack = FakeAck()
    handler(deps, ack, submission(view, user=user, **said))
    return ack.answer


def undo(deps, value):
    plan_acts.restore(deps, FakeAck(), make.click("post.restore", value))


def now(deps, post):
    with deps.reading() as db:
        return posts.get(db, post.id)


def items(deps):
    with deps.reading() as db:
        return sorted(outbox.pending(db), key=lambda item: item.id)


def last(deps):
    """Return what was told last to who acted, and its buttons by action id."""
    body = [item for item in items(deps) if item.key.startswith("note:")][-1].body
    elements = [e for block in body["blocks"] for e in block.get("elements", [])]
    return body["text"], {e["action_id"]: e.get("value") for e in elements if "action_id" in e}


def to_lead(deps):
    return [item for item in items(deps) if item.key.startswith("decision:")]


def audit(deps, post):
    with deps.reading() as db:
        return [(a.act, dict(a.detail)) for a in ledger.acts(db, f"post:{post.id}")]


def notes(deps, post):
    with deps.reading() as db:
        return [(c.who, c.note) for c in history.of(db, post.id, limit=HISTORY)]


# -- picture and persons


def test_a_post_gets_a_picture_with_alt_text_and_back(deps, slack, post):
    click(deps, plan_media.click, "post.media", post.id)
    form = slack.views[0]
    said = {"kind": "picture", "alt": "En ambulans.", "persons": "colleague", "watch": True}
    assert submit(deps, plan_media.save, form, **said) == {}
    shown = Media(Kind.PICTURE, "En ambulans.", persons=Persons.COLLEAGUE, watch=True)
    assert now(deps, post).media == shown
    text, buttons = last(deps)
    assert text.startswith("Sparat: bild och personer för *Öppet hus* · utkast")
    assert "var samtycket finns" in text
    undo(deps, buttons["post.restore"])
    assert now(deps, post).media == post.media


def test_saving_the_form_as_it_was_changes_nothing(deps, slack, post):
    click(deps, plan_media.click, "post.media", post.id)
    assert submit(deps, plan_media.save, slack.views[0]) == {}
    assert now(deps, post) == post


def test_an_alt_text_of_unusual_length_gets_a_word(deps, slack, post):
    click(deps, plan_media.click, "post.media", post.id)
    submit(deps, plan_media.save, slack.views[0], kind="picture", alt="Snö")
    assert "Alt-texten är 3 tecken" in last(deps)[0]


def test_a_picture_form_that_was_open_while_the_post_changed_is_outdated(deps, slack, post):
    click(deps, plan_media.click, "post.media", post.id)
    act(deps, "ready", post)
    answer = submit(deps, plan_media.save, slack.views[0], kind="film")
    assert "Någon har ändrat" in answer["errors"]["kind"]
    assert now(deps, post).media == post.media


def test_a_ready_post_with_a_new_picture_is_a_draft_again_and_says_so(deps, slack, post):
    act(deps, "ready", post)
    click(deps, plan_media.click, "post.media", post.id)
    submit(deps, plan_media.save, slack.views[0], kind="picture")
    assert now(deps, post).status is Status.DRAFT
    text, buttons = last(deps)
    assert "Det är ett utkast tills det här finns på plats:\n• alt-text till bilden" in text
    undo(deps, buttons["post.restore"])
    assert now(deps, post).status is Status.READY


# -- ready


def test_all_that_is_missing_is_said_at_once_with_the_ways_there(deps):
    post = planned(deps, media=Media(Kind.PICTURE), owner=None, text="")
    act(deps, "ready", post)
    text, buttons = last(deps)
    assert text == (
        "*Öppet hus* är inte riktigt klart. 3 saker saknas:\n"
        "• ansvarig\n• text\n• alt-text till bilden"
    )
    assert set(buttons) == {"post.change", "post.media", "post.override"}
    assert now(deps, post) == post


def test_the_form_keeps_what_was_written_and_says_why_it_is_a_draft(deps, slack):
    plan_forms.click_new(deps, FakeAck(), make.click("plan.new"))
    answer = submit(deps, plan_forms.save, slack.views[0], title="Nytt", status="ready")
    assert answer == {}
    text, buttons = last(deps)
    assert "utkast" in text
    assert "• text" in text
    assert "post.change" in buttons
    with deps.reading() as db:
        assert posts.get(db, 1).status is Status.DRAFT


def test_a_ready_post_that_loses_its_text_in_the_form_is_a_draft_again(deps, slack, post):
    act(deps, "ready", post)
    act(deps, "change", post)
    assert submit(deps, plan_forms.save, slack.views[0], text=None) == {}
    assert now(deps, post).status is Status.DRAFT
    assert "• text" in last(deps)[0]


def test_a_draft_that_lacks_something_can_be_marked_as_published(deps, slack):
    post = planned(deps, media=Media(Kind.PICTURE, persons=Persons.CHILD), text="")
    act(deps, "publish", post)
    assert submit(deps, plan_acts.publish, slack.views[0]) == {}
    assert now(deps, post).status is Status.PUBLISHED


def test_the_lead_calls_a_post_ready_anyway_and_the_reason_stands_in_its_history(deps, slack, lead):
    post = planned(deps, media=Media(Kind.PICTURE))
    act(deps, "ready", post, user=JONAS)
    assert "post.override" in last(deps)[1]
    click(deps, plan_ready.click_override, "post.override", post.id, user=JONAS)
    assert submit(deps, plan_ready.override, slack.views[0], user=JONAS, note="Bråttom") == {}
    assert now(deps, post).status is Status.READY
    assert audit(deps, post)[-1] == ("post.ready_overridden", {"checks": "alt"})
    assert notes(deps, post)[0] == (JONAS, "Bråttom")
    assert last(deps)[0].startswith("*Öppet hus* är klart ändå.")


@pytest.mark.parametrize("action", ["override", "decide"])
def test_only_the_lead_lets_pass_and_decides(deps, slack, lead, action):
    post = planned(deps, media=Media(Kind.PICTURE, persons=Persons.CHILD))
    act(deps, "ready", post)
    assert f"post.{action}" not in last(deps)[1]
    handler = {"override": plan_ready.click_override, "decide": plan_ready.click_decide}
    click(deps, handler[action], f"post.{action}", post.id)
    assert last(deps)[0].startswith("Det bestämmer huvudansvarig")
    assert slack.views == []


def test_who_led_when_the_form_was_opened_leads_no_more(deps, slack, lead):
    post = planned(deps, media=Media(Kind.PICTURE))
    click(deps, plan_ready.click_override, "post.override", post.id, user=JONAS)
    with deps.transaction() as db:
        team.save(db, Team(ELIN))
    answer = submit(deps, plan_ready.override, slack.views[0], user=JONAS, note="Bråttom")
    assert "huvudansvarig" in answer["errors"]["note"]
    assert now(deps, post).status is Status.DRAFT


# -- decisions


def test_the_lead_is_asked_once_and_the_question_follows_the_post(deps, slack, lead):
    post = planned(deps)
    click(deps, plan_media.click, "post.media", post.id)
    submit(deps, plan_media.save, slack.views[0], persons="child")
    (asked,) = to_lead(deps)
    assert asked.channel == JONAS
    assert asked.body["text"].startswith("Amira Haddad vill ha ditt beslut om ett inlägg.")
    assert "utkast – behöver beslut" in asked.body["text"]
    act(deps, "ready", post)
    text, buttons = last(deps)
    assert "huvudansvarigs beslut" in text
    assert "Huvudansvarig får frågan." in text
    assert "post.decide" not in buttons
    assert len(to_lead(deps)) == 1

    click(deps, plan_ready.click_decide, "post.decide", post.id, user=JONAS)
    said = {"decision": "yes", "note": "Föräldrarna vet"}
    assert submit(deps, plan_ready.decide, slack.views[-1], user=JONAS, **said) == {}
    (asked,) = to_lead(deps)
    assert "Beslut: ja, Jonas Berg: ”Föräldrarna vet”" in asked.body["text"]
    act(deps, "ready", post)
    assert now(deps, post).status is Status.READY
    assert ("post.ruled", {"decision": "yes"}) in audit(deps, post)
    assert "Föräldrarna" not in str(audit(deps, post))


def test_who_is_responsible_and_who_asked_hear_what_was_decided(deps, slack, lead):
    post = planned(deps, media=Media(Kind.PICTURE, "Ett barn", persons=Persons.CHILD))
    act(deps, "ready", post, user=ELIN)
    click(deps, plan_ready.click_decide, "post.decide", post.id, user=JONAS)
    said = {"decision": "no", "note": "Samtycke saknas"}
    assert submit(deps, plan_ready.decide, slack.views[-1], user=JONAS, **said) == {}
    with deps.reading() as db:
        heard = [item for item in outbox.pending(db) if item.key.startswith("ruling:")]
    assert {item.channel for item in heard} == {AMIRA, ELIN}
    assert all("Beslut: nej, Jonas Berg: ”Samtycke saknas”" in i.body["text"] for i in heard)


def test_a_no_keeps_the_post_from_being_ready(deps, slack):
    post = planned(deps, media=Media(Kind.PICTURE, "Ett barn.", persons=Persons.PATIENT))
    click(deps, plan_ready.click_decide, "post.decide", post.id)
    submit(deps, plan_ready.decide, slack.views[0], decision="no", note="Nej tack")
    assert "utkast – beslutet blev nej" in last(deps)[0]
    act(deps, "ready", post)
    assert "en annan bild" in last(deps)[0]
    assert now(deps, post).status is Status.DRAFT


def test_a_decision_without_a_reason_or_a_choice_is_not_noted(deps, slack):
    post = planned(deps, media=Media(persons=Persons.CHILD))
    click(deps, plan_ready.click_decide, "post.decide", post.id)
    answer = submit(deps, plan_ready.decide, slack.views[0], decision="yes", note=" ")
    assert "Skriv varför" in answer["errors"]["note"]
    assert "errors" in str(submit(deps, plan_ready.decide, slack.views[0], note="Ja").keys())
    assert now(deps, post).ruling is None


def test_where_nobody_leads_nobody_is_asked_and_everybody_decides(deps):
    post = planned(deps, media=Media(persons=Persons.CHILD))
    act(deps, "ready", post)
    assert "post.decide" in last(deps)[1]
    assert to_lead(deps) == []


def test_a_question_about_a_cancelled_post_is_over(deps, slack, lead):
    post = planned(deps, media=Media(persons=Persons.CHILD))
    act(deps, "ready", post)
    act(deps, "cancel", post)
    submit(deps, plan_acts.cancel, slack.views[0])
    assert "Inget beslut behövs längre." in to_lead(deps)[0].body["text"]


def test_what_the_lead_decided_is_undone_by_the_lead_alone(deps, slack, lead):
    post = planned(deps, media=Media(persons=Persons.CHILD))
    click(deps, plan_ready.click_decide, "post.decide", post.id, user=JONAS)
    submit(deps, plan_ready.decide, slack.views[0], user=JONAS, decision="no", note="Nej")
    value = last(deps)[1]["post.restore"]
    undo(deps, value)
    assert last(deps)[0].startswith("Det bestämmer huvudansvarig")
    plan_acts.restore(deps, FakeAck(), make.click("post.restore", value, user=JONAS))
    assert now(deps, post).ruling is None


# -- siblings


def siblings(deps, slack, post, **said):
    click(deps, plan_siblings.click, "post.also", post.id)
    answer = submit(deps, plan_siblings.save, slack.views[-1], **{"on-2": True, **said})
    assert answer == {}
    with deps.reading() as db:
        return posts.siblings(db, posts.get(db, post.id))


def test_the_same_content_goes_out_on_another_outlet_too(deps, slack):
    with deps.transaction() as db:
        idea = ideas.add(db, read("Öppet hus"), author=AMIRA, now=NOW)
    post = planned(deps, media=Media(Kind.LIVE), idea_id=idea.id)
    (web,) = siblings(deps, slack, post, **{"day-2": "2026-11-30", "time-2": "09:30"})
    assert (web.outlet_id, web.day, web.at) == (2, date(2026, 11, 30), time(9, 30))
    assert (web.text, web.media, web.idea_id) == (post.text, Media(Kind.LIVE), idea.id)
    text, buttons = last(deps)
    assert text.startswith(
        "*Öppet hus* är planerat på fler kanaler.\nOckså: Webb måndag 30 november"
    )
    undo(deps, buttons["post.restore"])
    assert now(deps, web).status is Status.CANCELLED
    assert now(deps, post).sibling is None


def test_an_outlet_that_has_the_content_is_not_offered_again(deps, slack, post):
    siblings(deps, slack, post, **{"on-3": True})
    click(deps, plan_siblings.click, "post.also", post.id)
    assert last(deps)[0] == "Det finns ingen fler kanal att lägga det i."


def test_a_form_without_a_tick_says_what_to_do(deps, slack, post):
    click(deps, plan_siblings.click, "post.also", post.id)
    answer = submit(deps, plan_siblings.save, slack.views[0])
    assert list(answer["errors"].values()) == ["Kryssa för minst en kanal."]


def test_a_refusal_stands_beside_a_field_that_the_form_has(deps, slack, post):
    click(deps, plan_siblings.click, "post.also", post.id)
    past = {"on-3": True, "day-3": "2026-11-20"}
    answer = submit(deps, plan_siblings.save, slack.views[-1], **past)
    assert list(answer["errors"]) == ["on-2"]


def test_an_outlet_that_was_retired_meanwhile_gets_no_sibling(deps, slack, post):
    click(deps, plan_siblings.click, "post.also", post.id)
    with deps.transaction() as db:
        outlets.retire(db, 2, now=NOW)
    answer = submit(deps, plan_siblings.save, slack.views[-1], **{"on-2": True})
    assert "används inte längre" in answer["errors"]["on-2"]
    assert now(deps, post).sibling is None


@pytest.mark.parametrize("name", ["move", "cancel"])
def test_siblings_keep_the_idea_that_they_share_when_an_act_is_undone(deps, slack, name):
    with deps.transaction() as db:
        idea = ideas.add(db, read("Öppet hus"), author=AMIRA, now=NOW)
    post = planned(deps, idea_id=idea.id)
    (web,) = siblings(deps, slack, post)
    act(deps, name, post)
    said = {"day": "2026-12-01", "along": True} if name == "move" else {}
    handler = {"move": plan_acts.move, "cancel": plan_acts.cancel}[name]
    submit(deps, handler, slack.views[-1], **said)
    undo(deps, last(deps)[1]["post.restore"])
    assert now(deps, post).is_open
    assert [now(deps, each).idea_id for each in (post, web)] == [idea.id, idea.id]


def test_siblings_move_together_and_one_undo_moves_all_back(deps, slack, post):
    (web,) = siblings(deps, slack, post)
    act(deps, "move", post)
    assert submit(deps, plan_acts.move, slack.views[-1], day="2026-12-01", along=True) == {}
    assert now(deps, post).day == date(2026, 12, 1)
    assert now(deps, web).day == web.day + timedelta(days=4)
    text, buttons = last(deps)
    assert "Också: Webb tisdag 1 december" in text
    undo(deps, buttons["post.restore"])
    assert (now(deps, post).day, now(deps, web).slot) == (FRIDAY, web.slot)


def test_siblings_keep_their_distance_when_only_the_hour_is_another(deps, slack, post):
    (web,) = siblings(deps, slack, post)
    act(deps, "move", post)
    later = time(post.at.hour + 3)
    assert submit(deps, plan_acts.move, slack.views[-1], time=f"{later:%H:%M}", along=True) == {}
    assert now(deps, post).slot == replace(post.slot, at=later)
    assert now(deps, web).slot == replace(web.slot, at=time(web.at.hour + 3, web.at.minute))
    undo(deps, last(deps)[1]["post.restore"])
    assert (now(deps, post).slot, now(deps, web).slot) == (post.slot, web.slot)


def test_a_post_within_the_hour_is_pointed_out_over_midnight_before_others_of_the_day(deps, slack):
    for n in range(4):
        planned(deps, title=f"Inlägg {n}", text=f"{n}", day=FRIDAY, at=time(8 + n))
    planned(deps, title="Sent", text="", day=FRIDAY - timedelta(days=1), at=time(23, 30))
    post = planned(deps, title="Tidigt", day=FRIDAY + timedelta(days=3), at=time(11))
    act(deps, "move", post)
    assert submit(deps, plan_acts.move, slack.views[-1], day=f"{FRIDAY}", time="00:15") == {}
    lines = last(deps)[0].splitlines()
    assert lines[1] == (
        "OBS, inom samma timme i samma kanal: ”Sent” torsdag 26 november kl. 23.30."
    ).replace("kl. ", "kl.\xa0")
    assert lines[-1] == "Och 2 till samma dag."


def test_what_crowds_a_sibling_is_pointed_out_when_it_is_planned_and_when_it_moves(
    deps, slack, post
):
    planned(deps, title="Webbnytt", outlet_id=2, day=FRIDAY, at=time(10, 30))
    said = "OBS, inom samma timme i kanalen Webb: ”Webbnytt” fredag 27 november kl.\xa010.30."
    siblings(deps, slack, post, **{"day-2": f"{FRIDAY}", "time-2": "09:45"})
    assert said in last(deps)[0].splitlines()
    act(deps, "move", post)
    submit(deps, plan_acts.move, slack.views[-1], time="14:00", along=True)
    assert said not in last(deps)[0].splitlines()
    act(deps, "move", post)
    submit(deps, plan_acts.move, slack.views[-1], time="12:00", along=True)
    assert said in last(deps)[0].splitlines()


def test_the_same_text_on_the_outlet_of_a_sibling_is_pointed_out(deps, slack, post):
    planned(deps, title="Webbnytt", outlet_id=2, day=date(2026, 12, 3))
    siblings(deps, slack, post)
    said = "OBS, samma text finns redan i kanalen Webb: ”Webbnytt”."
    assert last(deps)[0].splitlines().count(said) == 1


def test_a_sibling_that_comes_to_a_day_off_is_told_so_when_it_is_planned_and_when_it_moves(
    deps, slack, post
):
    said = "I kanalen Webb är dagen ledig: Juldagen."
    siblings(deps, slack, post, **{"day-2": "2026-12-25", "time-2": "09:45"})
    assert said in last(deps)[0]
    for day, is_free in (("2026-12-01", False), ("2026-11-27", True)):
        act(deps, "move", post)
        submit(deps, plan_acts.move, slack.views[-1], day=day, along=True)
        assert (said in last(deps)[0]) is is_free


def test_one_day_off_for_all_siblings_is_told_once(deps, slack, post):
    siblings(deps, slack, post, **{"day-2": f"{FRIDAY}"})
    act(deps, "move", post)
    submit(deps, plan_acts.move, slack.views[-1], day="2026-12-25", along=True)
    assert last(deps)[0].count("Juldagen") == 1


def test_a_together_move_is_undone_as_a_whole_or_not_at_all(deps, slack, post):
    (web,) = siblings(deps, slack, post)
    act(deps, "move", post)
    submit(deps, plan_acts.move, slack.views[-1], day="2026-12-01", along=True)
    _, buttons = last(deps)
    act(deps, "ready", web)  # somebody does something to one of them
    undo(deps, buttons["post.restore"])
    assert last(deps)[0].startswith("Någon har ändrat")
    assert now(deps, post).day == date(2026, 12, 1)


def test_one_moves_alone_where_the_box_is_not_ticked(deps, slack, post):
    (web,) = siblings(deps, slack, post)
    act(deps, "move", post)
    submit(deps, plan_acts.move, slack.views[-1], day="2026-12-01")
    assert now(deps, web).day == FRIDAY


def test_cancelling_one_leaves_the_others_and_their_idea(deps, slack):
    with deps.transaction() as db:
        idea = ideas.add(db, read("Öppet hus"), author=AMIRA, now=NOW)
    post = planned(deps, idea_id=idea.id)
    (web,) = siblings(deps, slack, post)
    act(deps, "cancel", post)
    assert "idébanken" not in str(slack.views[-1])
    submit(deps, plan_acts.cancel, slack.views[-1])
    text, buttons = last(deps)
    assert "idébanken" not in text
    assert now(deps, web).status is Status.DRAFT
    undo(deps, buttons["post.restore"])
    assert now(deps, post).idea_id == idea.id


def test_a_post_is_let_go_of_its_siblings(deps, slack, post):
    (web,) = siblings(deps, slack, post)
    click(deps, plan_siblings.unlink, "post.unlink", post.id)
    with deps.reading() as db:
        assert posts.siblings(db, web) == []
    click(deps, plan_siblings.unlink, "post.unlink", post.id)
    assert last(deps)[0].startswith("Det är redan så")


# -- warnings


def test_two_posts_within_the_hour_and_the_same_text_twice_are_said(deps, slack, post):
    other = planned(deps, title="Annat", at=time(15), text=" VÄLKOMMEN!")
    act(deps, "move", other)
    submit(deps, plan_acts.move, slack.views[0], time="11:30")
    text, _ = last(deps)
    assert "OBS, inom samma timme i samma kanal: ”Öppet hus” kl. 11.00." in text
    assert "OBS, samma text finns redan i samma kanal: ”Öppet hus”." in text


# -- watching


def todays(deps, day):
    due = deps.now().replace(day=day)
    deps.now.to(due)
    digest.run(deps, Due(due.date(), due, due))
    return todays_text(deps, day)


def todays_text(deps, day):
    return next(i.body["text"] for i in items(deps) if i.key == f"digest:2026-11-{day}")


def test_the_working_day_before_the_digest_asks_who_watches_and_shows_the_answer(deps):
    post = planned(deps, media=Media(watch=True))
    asked = todays(deps, 26)
    assert "Behöver bevakas när vi är lediga" in asked
    assert "Ingen bevakar än." in asked
    click(deps, watching.mine, "post.watch_mine", post.id, user=JONAS)
    assert now(deps, post).watcher == JONAS
    assert "Bevakas av Jonas Berg" in todays_text(deps, 26)


def test_a_question_without_an_answer_stands_in_the_digest_of_the_day(deps):
    planned(deps, media=Media(watch=True))
    assert "Ingen bevakar än." in todays(deps, 27)


def test_somebody_else_is_named_in_the_form_but_no_guest(deps, slack):
    post = planned(deps, media=Media(watch=True))
    click(deps, watching.ask, "post.watch", post.id)
    assert "errors" in submit(deps, watching.save, slack.views[0], watcher=GUEST)
    assert "errors" in submit(deps, watching.save, slack.views[0], watcher=None)
    assert submit(deps, watching.save, slack.views[0], watcher=ELIN) == {}
    assert now(deps, post).watcher == ELIN
    text, buttons = last(deps)
    assert text.startswith("*Öppet hus* bevakas av Elin Lindqvist.")
    undo(deps, buttons["post.restore"])
    assert now(deps, post).watcher is None


def buttons(deps, key):
    (item,) = [each for each in items(deps) if each.key == key]
    elements = [e for block in item.body["blocks"] for e in block.get("elements", [])]
    return [e for e in elements if e.get("action_id") == "post.watch_calm"]


def test_a_post_to_watch_moves_to_the_next_working_slot_with_one_click_and_back(deps):
    post = planned(deps, media=Media(watch=True))
    todays(deps, 26)
    (button,) = buttons(deps, "digest:2026-11-26")
    assert button["text"]["text"] == "Flytta till måndag 30 november kl. 11.00"
    click(deps, watching.move, "post.watch_calm", button["value"])
    assert (now(deps, post).day, now(deps, post).at) == (date(2026, 11, 30), time(11))
    assert buttons(deps, "digest:2026-11-26") == []

    undo(deps, last(deps)[1]["post.restore"])
    assert now(deps, post).day == FRIDAY


def test_a_move_that_was_offered_before_somebody_changed_the_post_is_refused(deps):
    post = planned(deps, media=Media(watch=True))
    todays(deps, 26)
    (button,) = buttons(deps, "digest:2026-11-26")
    click(deps, watching.mine, "post.watch_mine", post.id, user=JONAS)
    click(deps, watching.move, "post.watch_calm", button["value"])
    assert now(deps, post).day == FRIDAY


def test_nobody_watches_what_does_not_ask_for_it(deps, slack, post):
    click(deps, watching.mine, "post.watch_mine", post.id)
    assert last(deps)[0] == "Det inlägget behöver inte bevakas längre."
    click(deps, watching.ask, "post.watch", post.id)
    assert slack.views == []


# -- the whole post, and its history


def test_the_whole_post_is_shown_with_all_that_can_be_done(deps, slack, post):
    siblings(deps, slack, post)
    act(deps, "open", post)
    text, buttons = last(deps)
    assert "även på Webb 27/11" in text
    assert {"post.media", "post.also", "post.unlink", "post.publish"} < set(buttons)
    act(deps, "cancel", post)
    submit(deps, plan_acts.cancel, slack.views[-1])
    act(deps, "open", post)
    assert set(last(deps)[1]) == {"post.history", "lesson.open"}


def test_the_history_tells_who_did_what_newest_first(deps, slack, post):
    act(deps, "move", post, user=JONAS)
    submit(deps, plan_acts.move, slack.views[0], user=JONAS, day="2026-12-01", time="09:00")
    act(deps, "ready", post)
    click(deps, plan_card.tell_history, "post.history", post.id)
    lines = last(deps)[0].splitlines()
    assert lines == [
        "*Historik för Öppet hus*",
        "I dag kl. 8.15 · Amira Haddad gjorde klart",
        (
            "I dag kl. 8.15 · Jonas Berg flyttade från fredag 27 november kl. 11.00"
            " till tisdag 1 december kl. 9.00"
        ),
        "I dag kl. 8.15 · Amira Haddad planerade",
    ]


def test_a_long_history_is_shown_in_parts(deps, post):
    for _ in range(10):
        act(deps, "ready", post)
        act(deps, "draft", post)
    click(deps, plan_card.tell_history, "post.history", post.id)
    text, buttons = last(deps)
    assert len(text.splitlines()) == 16
    click(deps, plan_card.tell_history, "post.history", buttons["post.history"])
    text, buttons = last(deps)
    assert text.splitlines()[-1].endswith("planerade")
    assert "post.history" not in buttons
