"""Move, publish, cancel, mark, and undo the last act."""

from datetime import date, time

import pytest

from bot.domain.ideas import read
from bot.domain.outlets import Slot
from bot.domain.plan import Entry, Status, slot_value
from bot.store import ideas, ledger, outbox, posts
from handlers import plan_acts as handler
from tests import make
from tests.fakes import FakeAck
from tests.forms import submission

FRIDAY = date(2026, 11, 27)


@pytest.fixture
def post(deps):
    with deps.transaction() as db:
        idea = ideas.add(db, read("Öppet hus"), author=make.AMIRA, now=make.NOW)
        values = {"text": "Välkommen!", "owner": make.AMIRA, "idea_id": idea.id}
        entry = Entry("Öppet hus", 1, FRIDAY, time(11), **values)
        return posts.add(db, entry, who=make.AMIRA, now=make.NOW)


def click(deps, act, value):
    ack = FakeAck()
    handler.click(deps, f"post.{act}", ack, make.click(f"post.{act}", str(value)))
    assert ack.calls == [{}]


def choose(deps, value):
    body = make.click("post.menu")
    body["actions"] = [{"type": "overflow", "selected_option": {"value": value}}]
    ack = FakeAck()
    handler.choose(deps, ack, body)
    assert ack.calls == [{}]


def submit(deps, act, view, **said):
    ack = FakeAck()
    act(deps, ack, submission(view, **said))
    return ack.answer


def last(deps):
    """Return what was said last, and the value of its undo button."""
    with deps.reading() as db:
        items = sorted(outbox.pending(db), key=lambda item: item.id)
    body = items[-1].body
    elements = [e for block in body["blocks"] for e in block.get("elements", [])]
    undo = [e["value"] for e in elements if e.get("action_id") == "post.restore"]
    return body["text"], undo[0] if undo else None


def undo(deps, value):
    ack = FakeAck()
    handler.restore(deps, ack, make.click("post.restore", value))
    assert ack.calls == [{}]


def now(deps, post):
    with deps.reading() as db:
        return posts.get(db, post.id)


def cancelled(deps, slack, post):
    click(deps, "cancel", post.id)
    assert submit(deps, handler.cancel, slack.views[-1]) == {}


def test_a_post_is_moved_to_a_day_and_a_time_and_back(deps, slack, post):
    click(deps, "move", post.id)
    assert submit(deps, handler.move, slack.views[0], day="2026-12-03", time="13:30") == {}
    assert now(deps, post).slot == Slot(date(2026, 12, 3), time(13, 30), 1)
    said, value = last(deps)
    assert said.startswith("Flyttat: *Öppet hus* ligger nu torsdag 3 december (v. 49) kl. 13.30")
    undo(deps, value)
    assert now(deps, post).slot == post.slot
    assert last(deps)[0].startswith("Ångrat: *Öppet hus*, fredag 27 november")


def test_the_next_five_gaps_of_the_outlet_are_offered_and_the_chosen_one_counts(deps, slack, post):
    click(deps, "move", post.id)
    (menu,) = [b["element"] for b in slack.views[0]["blocks"] if b.get("block_id") == "gap"]
    assert [o["value"] for o in menu["options"]] == [
        slot_value(Slot(date(2026, month, day), time(11), 1))
        for month, day in [(11, 25), (11, 30), (12, 2), (12, 4), (12, 7)]
    ]
    gap = menu["options"][1]["value"]
    assert submit(deps, handler.move, slack.views[0], gap=gap, day="2026-12-24") == {}
    assert now(deps, post).day == date(2026, 11, 30)


@pytest.mark.parametrize(
    ("said", "field", "words"),
    [
        ({"day": "2026-11-23"}, "day", "har redan varit"),
        ({"day": "2027-03-28", "time": "02:30"}, "time", "sommartid"),
        ({"day": None}, "day", "Välj en dag"),
        ({}, "day", "Det är redan så"),
    ],
    ids=["past", "skipped", "no day", "nothing new"],
)
def test_a_post_is_not_moved_where_it_cannot_be(deps, slack, post, said, field, words):
    click(deps, "move", post.id)
    answer = submit(deps, handler.move, slack.views[0], **said)
    assert words in answer["errors"][field]
    assert now(deps, post) == post


def test_a_post_is_marked_as_published_with_its_link(deps, slack, post):
    click(deps, "publish", post.id)
    assert submit(deps, handler.publish, slack.views[0], link="https://fb.example/1") == {}
    after = now(deps, post)
    assert (after.status, after.link) == (Status.PUBLISHED, "https://fb.example/1")
    assert after.published_at == make.NOW
    said, value = last(deps)
    assert "<https://fb.example/1|Öppna inlägget>" in said
    undo(deps, value)
    after = now(deps, post)
    assert (after.status, after.link, after.published_at) == (Status.DRAFT, None, None)


def test_the_longest_link_is_kept_and_shown(deps, slack, post):
    address = "https://fb.example/" + "x" * 981
    click(deps, "publish", post.id)
    assert submit(deps, handler.publish, slack.views[0], link=address) == {}
    assert address in last(deps)[0]


def test_a_post_is_published_without_a_link_too(deps, slack, post):
    click(deps, "publish", post.id)
    assert submit(deps, handler.publish, slack.views[0]) == {}
    assert now(deps, post).status is Status.PUBLISHED


def test_what_is_no_link_is_said_beside_the_field(deps, slack, post):
    click(deps, "publish", post.id)
    answer = submit(deps, handler.publish, slack.views[0], link="facebook.com/1")
    assert list(answer["errors"]) == ["link"]
    assert now(deps, post) == post


def test_a_cancelled_post_gives_its_idea_back_and_can_be_restored(deps, slack, post):
    cancelled(deps, slack, post)
    said, value = last(deps)
    assert said.startswith("Inställt: *Öppet hus*")
    assert "idébanken" in said
    with deps.reading() as db:
        assert ideas.is_free(db, post.idea_id)
        assert posts.between(db, FRIDAY, date(2026, 11, 28)) == []
    undo(deps, value)
    assert (now(deps, post).status, now(deps, post).idea_id) == (Status.DRAFT, post.idea_id)
    with deps.reading() as db:
        acts = [act.act for act in ledger.acts(db, f"post:{post.id}")]
    assert acts == ["post.cancelled", "post.restored"]


def test_an_idea_that_was_planned_meanwhile_stays_where_it_is(deps, slack, post):
    cancelled(deps, slack, post)
    _, value = last(deps)
    with deps.transaction() as db:
        entry = Entry("Öppet hus", 1, date(2026, 12, 2), time(11), idea_id=post.idea_id)
        other = posts.add(db, entry, who=make.JONAS, now=make.NOW)
    undo(deps, value)
    assert now(deps, post).idea_id is None
    assert now(deps, other).idea_id == post.idea_id


def test_cancelling_what_is_cancelled_is_told_privately_since_the_form_has_no_field(
    deps, slack, post
):
    click(deps, "cancel", post.id)
    click(deps, "cancel", post.id)
    assert submit(deps, handler.cancel, slack.views[0]) == {}
    assert submit(deps, handler.cancel, slack.views[1]) == {}
    assert last(deps)[0] == "”Öppet hus” är redan inställt. Planera det på nytt om det ska ut ändå."


def test_a_post_is_marked_as_ready_and_as_a_draft_again(deps, post):
    click(deps, "ready", post.id)
    assert now(deps, post).status is Status.READY
    assert last(deps)[0] == "*Öppet hus* är klart att publicera."
    choose(deps, f"draft {post.id}")
    assert now(deps, post).status is Status.DRAFT


def test_marking_what_is_so_already_is_said(deps, post):
    click(deps, "draft", post.id)
    assert last(deps)[0].startswith("Det är redan så")
    assert now(deps, post) == post


@pytest.mark.parametrize("act", ["move", "publish", "cancel", "change"])
def test_the_menu_opens_the_same_forms_as_the_buttons(deps, slack, post, act):
    choose(deps, f"{act} {post.id}")
    click(deps, act, post.id)
    assert slack.views[0] == slack.views[1]


@pytest.mark.parametrize("act", ["change", "move", "publish", "cancel", "ready", "draft"])
def test_a_stale_button_is_told_how_it_stands(deps, slack, post, act):
    cancelled(deps, slack, post)
    opened = len(slack.views)
    click(deps, act, post.id)
    assert "redan inställt" in last(deps)[0]
    assert len(slack.views) == opened


@pytest.mark.parametrize("value", ["", "x", "999", "-1", "1;drop", "٣", "9" * 40])
@pytest.mark.parametrize("act", ["change", "move", "publish", "cancel", "ready", "draft"])
def test_foreign_values_get_a_clear_word_and_change_nothing(deps, slack, post, act, value):
    click(deps, act, value)
    assert "finns inte" in last(deps)[0]
    assert slack.views == []
    assert now(deps, post) == post


@pytest.mark.parametrize("value", ["", "explode 1", "ready", "ready x", "restore 1"])
def test_foreign_choices_get_a_clear_word(deps, post, value):
    choose(deps, value)
    assert "finns inte" in last(deps)[0]
    assert now(deps, post) == post


@pytest.mark.parametrize("value", ["", "1", "1 x", "x 1", "1 99", "999 1"])
def test_a_foreign_undo_changes_nothing(deps, post, value):
    undo(deps, value)
    assert now(deps, post) == post
    assert last(deps)[0].startswith(("Det där finns inte", "Det inlägget finns inte", "Någon har"))


def test_only_the_last_act_is_undone(deps, post):
    click(deps, "ready", post.id)
    _, value = last(deps)
    click(deps, "draft", post.id)
    undo(deps, value)
    assert now(deps, post).status is Status.DRAFT
    assert last(deps)[0].startswith("Någon har ändrat")


def test_undoing_the_planning_itself_takes_the_post_out(deps, post):
    undo(deps, f"{post.id} {post.revision}")
    assert now(deps, post).status is Status.CANCELLED
    assert last(deps)[0] == "Ångrat: *Öppet hus* är borta ur planen."
    undo(deps, f"{post.id} {post.revision}")  # a second click
    assert now(deps, post).status is Status.CANCELLED


def test_a_form_that_was_open_while_the_post_changed_is_outdated(deps, slack, post):
    click(deps, "move", post.id)
    click(deps, "ready", post.id)
    answer = submit(deps, handler.move, slack.views[0], day="2026-12-03")
    assert "Någon har ändrat" in answer["errors"]["day"]
    assert now(deps, post).day == FRIDAY
