"""What ran a year ago is offered for a gap, and planned anew by one click."""

import json
from dataclasses import replace
from datetime import date, time

from bot.domain.media import Kind, Media
from bot.domain.plan import Entry, Status
from bot.jobs import nag
from bot.jobs.due import Due
from bot.store import posts
from bot.views import gaps as view
from handlers import gaps, plan_acts, plan_card
from tests import make
from tests.fakes import FakeAck
from tests.make import AMIRA, JONAS, NOW

GAP, LATER = "1 2026-11-25 11:00", "1 2026-12-02 11:00"
PICTURE = Media(Kind.PICTURE, "Jonas vid skrivbordet")


def published(deps, day=date(2025, 11, 26), **fields):
    entry = Entry("Boka din tid", 1, day, time(11), text="Så bokar du.", owner=AMIRA)
    with deps.transaction() as db:
        post = posts.add(db, entry, who=AMIRA, now=NOW, media=PICTURE)
        out = replace(post, status=Status.PUBLISHED, link="https://facebook.example/1", **fields)
        return posts.update(db, out)


def click(deps, act, action_id, value):
    ack = FakeAck()
    act(deps, ack, make.click(action_id, value, user=JONAS))
    assert ack.calls == [{}]
    return told(deps)[-1]


def told(deps):
    with deps.reading() as db:
        rows = db.query("select body from outbox where key like 'note:%' order by id")
        return [json.loads(row["body"])["text"].replace("\xa0", " ") for row in rows]


def made(deps):
    with deps.reading() as db:
        return posts.between(db, date(2026, 11, 24), date(2027, 1, 31))


def reuse(deps, old, gap=GAP):
    return click(deps, gaps.plan_idea, view.PLAN_IDEA, f"{gap} post-{old.id}")


def the_nag(deps):
    with deps.reading() as db:
        (row,) = db.query("select body from outbox where key = 'nag:2026-11-24'")
        return json.loads(row["body"])


def test_the_nag_offers_it_with_the_reason_and_one_click_plans_it(deps):
    old = published(deps)
    nag.run(deps, Due(deps.today(), NOW, NOW))
    stands = the_nag(deps)
    assert "• För ett år sedan: Boka din tid – uppdatera? Gick onsdag 26 november 2025" in stands[
        "text"
    ].replace("\xa0", " ")
    assert stands["text"].count("Boka din tid") == 1
    (menu,) = [
        element
        for block in stands["blocks"]
        for element in block.get("elements", ())
        if element.get("action_id") == view.PLAN_IDEA
    ]
    assert menu["options"][0]["value"] == f"{GAP} post-{old.id}"


def test_it_becomes_a_draft_with_the_text_and_the_way_to_the_old_one(deps):
    old = published(deps)
    said = reuse(deps, old)
    (post,) = made(deps)
    assert (post.title, post.text, post.media) == ("Boka din tid", "Så bokar du.", PICTURE)
    assert (post.status, post.owner, post.link) == (Status.DRAFT, JONAS, None)
    assert "Bygger på *Boka din tid* från onsdag 26 november 2025." in said
    assert "<https://facebook.example/1|" in said
    plan_card.show(deps, make.click("post.open", str(post.id), user=JONAS), post.id)
    assert "Bygger på *Boka din tid*" in told(deps)[-1]


def test_it_rests_until_it_is_undone(deps):
    old = published(deps)
    reuse(deps, old)
    assert reuse(deps, old, LATER) == (
        "”Boka din tid” har gått nyligen eller är redan planerat igen."
        " Välj något annat till den luckan."
    )
    (post,) = made(deps)
    click(deps, plan_acts.restore, "post.restore", f"{post.id} {post.revision}")
    reuse(deps, old, LATER)
    assert [post.day for post in made(deps)] == [date(2026, 12, 2)]


def test_a_gap_is_filled_once(deps):
    old, other = published(deps), published(deps)
    reuse(deps, old)
    assert "fyllt" in reuse(deps, other) or "fylld" in reuse(deps, other)
    assert len(made(deps)) == 1


def test_what_is_not_published_is_not_made_anew(deps):
    draft = published(deps, day=date(2026, 12, 4))
    with deps.transaction() as db:
        posts.update(db, replace(posts.get(db, draft.id), status=Status.DRAFT))
    before = len(made(deps))
    reuse(deps, draft)
    assert len(made(deps)) == before
