"""Reserve posts: kept by the form, used by one click, back by undo; races and what is too late."""

import json
from datetime import timedelta

import pytest

from bot.domain.ideas import Thought
from bot.domain.media import Kind, Media
from bot.domain.members import Member, MemberKind
from bot.jobs import digest, home, nag
from bot.jobs.due import Due
from bot.store import ideas, ledger, posts, reserves
from bot.views import gaps as gaps_view
from handlers import gaps, plan_acts, plan_forms
from handlers import ideas as ideas_handler
from handlers import reserves as handler
from tests import make
from tests.commands import say
from tests.fakes import FakeAck
from tests.forms import filled, submission
from tests.make import AMIRA, JONAS, NOW

GAP = "1 2026-11-25 11:00"


def click(deps, act, action_id, value="", *, user=JONAS):
    ack = FakeAck()
    act(deps, ack, make.click(action_id, value, user=user))
    assert ack.calls == [{}]
    return told(deps)[-1]


def send(deps, view, *, user=JONAS, **said):
    ack = FakeAck()
    handler.save(deps, ack, submission(view, user=user, **said))
    return ack.answer


def keep(deps, slack, **said):
    click(deps, handler.click_form, "reserve.form") if told(deps) else _first(deps)
    answer = send(deps, slack.views[-1], **{"title": "Hitta till 1177", "note": "Så.", **said})
    assert answer == {}
    return kept(deps)[-1].idea


def _first(deps):
    handler.click_form(deps, FakeAck(), make.click("reserve.form"))


def kept(deps):
    with deps.reading() as db:
        return sorted(reserves.listed(db), key=lambda each: each.idea.id)


def told(deps):
    with deps.reading() as db:
        rows = db.query("select body from outbox where key like 'note:%' order by id")
        return [json.loads(row["body"])["text"].replace("\xa0", " ") for row in rows]


def planned(deps):
    with deps.reading() as db:
        return posts.between(db, NOW.date(), NOW.date() + timedelta(days=60))


def acts(deps, idea):
    with deps.reading() as db:
        return [(act.who, act.act) for act in ledger.acts(db, f"idea:{idea.id}")]


def idea(deps, title="Möt Lena", note="Ring henne.", **fields):
    with deps.transaction() as db:
        return ideas.add(db, Thought(title, note, **fields), author=AMIRA, now=NOW)


@pytest.mark.parametrize("word", ["reserv", "Reserven", "reserve", " reserve  posts "])
def test_the_reserve_is_shown_in_both_languages(deps, word):
    shown = say(deps, "idea", word)
    assert "Inget av 3 reservinlägg är på plats än." in shown["text"]


def test_a_post_is_put_in_reserve_by_the_form_and_waits_for_no_decision(deps, slack):
    one = keep(deps, slack, outlets="1 2", kind="picture", alt="En skylt med 1177")
    assert told(deps)[-1].startswith(
        "*Hitta till 1177* ligger i reserven. 1 av 3 reservinlägg är på plats."
    )
    (found,) = kept(deps)
    assert (found.outlets, found.media) == ((1, 2), Media(Kind.PICTURE, "En skylt med 1177"))
    assert acts(deps, one) == [(JONAS, "idea.kept"), (JONAS, "reserve.kept")]
    with deps.reading() as db:
        assert ideas.waiting_count(db, today=deps.today()) == 0
    assert "hör hemma i" not in say(deps, "idea", "lista")["text"]
    assert "ligger i reserven" in say(deps, "idea", "lista")["text"]


INCOMPLETE = {
    "no text": ({"note": None}, {"note": "Texten saknas"}),
    "no alt text": ({"kind": "picture"}, {"alt": "Alt-texten till bilden saknas."}),
    "no captions": ({"kind": "film"}, {"captions": "Filmen saknar textning."}),
    "a child": ({"persons": "child"}, {"persons": "kräver ett beslut varje gång"}),
    "no title": ({"title": None}, {"title": ""}),
}


@pytest.mark.parametrize(("said", "beside"), INCOMPLETE.values(), ids=INCOMPLETE.keys())
def test_what_is_not_finished_is_told_beside_its_field(deps, slack, said, beside):
    _first(deps)
    answer = send(deps, slack.views[-1], **{"title": "Titel", "note": "Text", **said})
    ((field, words),) = beside.items()
    assert words in answer["errors"][field]
    assert kept(deps) == []


def test_an_idea_from_the_bank_is_put_in_reserve_and_keeps_its_tags(deps, slack):
    one = idea(deps, tags=("vård",), outlets=(2,))
    ideas_handler.pick(deps, FakeAck(), make.click("idea.menu", f"reserve {one.id}"))
    form = slack.views[-1]
    assert (filled(form, "title"), filled(form, "note")) == ("Möt Lena", "Ring henne.")
    assert filled(form, "outlets") == "2"
    assert send(deps, form, note="Lena tar emot dig.") == {}
    (found,) = kept(deps)
    assert (found.idea.id, found.idea.note, found.idea.tags) == (
        one.id,
        "Lena tar emot dig.",
        ("vård",),
    )
    assert acts(deps, one) == [(JONAS, "reserve.kept")]


def test_one_click_uses_it_in_a_gap_with_its_picture_and_undo_brings_it_back(deps, slack):
    one = keep(deps, slack, kind="picture", alt="En skylt")
    click(deps, gaps.plan_idea, gaps_view.PLAN_IDEA, f"{GAP} {one.id}")
    (post,) = planned(deps)
    assert (post.title, post.text, post.owner) == ("Hitta till 1177", "Så.", JONAS)
    assert post.media == Media(Kind.PICTURE, "En skylt")
    assert kept(deps) == []
    click(deps, plan_acts.restore, "post.restore", f"{post.id} {post.revision}")
    assert planned(deps) == []
    assert [each.idea.id for each in kept(deps)] == [one.id]


def test_the_form_for_a_post_takes_its_picture_along(deps, slack):
    one = keep(deps, slack, kind="picture", alt="En skylt")
    plan_forms.click_idea(deps, FakeAck(), make.click("idea.plan", str(one.id)))
    ack = FakeAck()
    plan_forms.save(deps, ack, submission(slack.views[-1]))
    assert ack.answer == {}
    assert planned(deps)[0].media.alt == "En skylt"


def test_the_nag_and_the_digest_offer_it_first_near_the_day_and_only_there(deps, slack):
    idea(deps, "Facebook i november", outlets=(1,))
    keep(deps, slack)
    due = Due(deps.today(), NOW, NOW)
    digest.run(deps, due)
    nag.run(deps, due)
    with deps.reading() as db:
        rows = db.query("select key, body from outbox where key like '%2026-11-24'")
        said = {row["key"][:3]: json.loads(row["body"])["text"] for row in rows}
    first, *further = said["nag"].split("Passar:")[1:]
    lines = first.strip().splitlines()
    assert lines[0] == "• Hitta till 1177: ligger färdigt i reserven"
    assert lines[1].startswith("• Facebook i november: passar Facebook")
    assert all("Hitta till 1177" not in each for each in further[1:])
    assert "Hitta till 1177\nligger färdigt i reserven" in said["dig"]


def test_an_old_one_is_asked_to_be_looked_over_once(deps, slack, hand):
    one = keep(deps, slack)
    hand.on(days=190)
    shown = say(deps, "idea", "reserv")
    assert "1 är äldre än ett halvår: titta gärna igenom det." in shown["text"]
    said = click(deps, handler.check, "reserve.check", str(one.id))
    assert said == "Tack! *Hitta till 1177* är genomläst och ligger kvar i reserven."
    assert "äldre än" not in say(deps, "idea", "reserv")["text"]


def test_what_is_taken_out_is_an_idea_and_comes_back_by_undo(deps, slack):
    one = keep(deps, slack)
    said = click(deps, handler.remove, "reserve.remove", str(one.id))
    assert said == "*Hitta till 1177* är ute ur reserven och är en vanlig idé igen."
    assert kept(deps) == []
    assert "ligger inte i reserven" in click(deps, handler.remove, "reserve.remove", str(one.id))
    click(deps, handler.restore, "reserve.restore", str(one.id))
    assert [each.idea.id for each in kept(deps)] == [one.id]


def test_a_form_begun_before_somebody_changed_it_changes_nothing(deps, slack):
    one = keep(deps, slack)
    click(deps, handler.click_form, "reserve.form", str(one.id))
    stale = slack.views[-1]
    click(deps, handler.click_form, "reserve.form", str(one.id))
    assert send(deps, slack.views[-1], kind="picture", alt="Ny bild") == {}
    assert "Någon har ändrat" in send(deps, stale, note="Annan text")["errors"]["title"]
    assert kept(deps)[0].media.alt == "Ny bild"


def test_one_that_was_planned_meanwhile_is_not_put_in_reserve(deps, slack):
    one = idea(deps)
    click_form = make.click("reserve.form", str(one.id))
    handler.click_form(deps, FakeAck(), click_form)
    click(deps, gaps.plan_idea, gaps_view.PLAN_IDEA, f"{GAP} {one.id}")
    assert "redan planerad" in send(deps, slack.views[-1])["errors"]["title"]
    assert "redan planerad" in click(deps, handler.click_form, "reserve.form", str(one.id))


def test_the_ordinary_form_cannot_empty_a_reserve(deps, slack):
    one = keep(deps, slack)
    ideas_handler.click_change(deps, FakeAck(), make.click("idea.change", str(one.id)))
    ack = FakeAck()
    ideas_handler.save(deps, ack, submission(slack.views[-1], note=None))
    assert "Texten saknas" in ack.answer["errors"]["note"]


def test_one_whose_text_went_meanwhile_does_not_come_back(deps, slack):
    one = keep(deps, slack)
    click(deps, handler.remove, "reserve.remove", str(one.id))
    with deps.transaction() as db:
        ideas.change(db, one.id, Thought("Hitta till 1177"))
    said = click(deps, handler.restore, "reserve.restore", str(one.id))
    assert said == "Texten saknas. Ett reservinlägg behöver vara helt färdigt."
    assert kept(deps) == []


def test_two_clicks_use_it_once(deps, slack):
    one = keep(deps, slack)
    click(deps, gaps.plan_idea, gaps_view.PLAN_IDEA, f"{GAP} {one.id}")
    said = click(deps, gaps.plan_idea, gaps_view.PLAN_IDEA, f"1 2026-11-27 11:00 {one.id}")
    assert said.startswith("Den idén är redan planerad.")
    assert len(planned(deps)) == 1


def test_one_taken_out_that_suits_several_outlets_says_so_in_the_bank(deps, slack):
    one = keep(deps, slack, outlets="1 2")
    click(deps, handler.remove, "reserve.remove", str(one.id))
    assert "hör hemma i flera kanaler" in say(deps, "idea", "lista")["text"]


def test_the_settings_and_the_home_tab_tell_how_many_there_are(deps, slack):
    keep(deps, slack)
    keep(deps, slack, title="Möt Lena")
    low = "2 av 3 reservinlägg är på plats. Lägg gärna undan ett till"
    assert low in say(deps, "lucka", "inställningar")["text"].replace("\xa0", " ")
    keep(deps, slack, title="Så donerar du blod")
    member = Member(AMIRA, "Amira", MemberKind.MEMBER, NOW)
    with deps.reading() as db:
        tab = str(home.render(db, deps, member, 0)).replace("\xa0", " ")
    assert "3 reservinlägg ligger färdiga." in tab


def test_a_click_on_the_home_tab_answers_in_private(deps):
    ack = FakeAck()
    handler.click_open(deps, ack, make.click("reserve.open", channel=None))
    with deps.reading() as db:
        rows = [*db.query("select channel, body from outbox")]
    assert rows[-1]["channel"] == AMIRA
    assert "reservinlägg" in rows[-1]["body"]
