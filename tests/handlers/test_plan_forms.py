"""The form for a post: what it begins with, what it takes, and what it refuses beside the field."""

from datetime import date, time

import pytest

from bot.domain.ideas import read
from bot.domain.members import MemberKind
from bot.domain.outlets import Slot
from bot.domain.plan import Entry, Status, slot_value
from bot.store import gaps, ideas, ledger, members, outbox, posts
from bot.views import fitting
from bot.views import plan_form as form
from handlers import plan_acts, plan_forms
from tests import make
from tests.fakes import FakeAck
from tests.forms import filled, submission

FRIDAY = date(2026, 11, 27)


def click(deps, act, value="", *, action_id="plan.fill"):
    ack = FakeAck()
    act(deps, ack, make.click(action_id, value))
    assert ack.calls == [{}]


def open_new(deps, slack):
    click(deps, plan_forms.click_new)
    return slack.views[-1]


def open_change(deps, slack, post):
    ack = FakeAck()
    plan_acts.click(deps, "post.change", ack, make.click("post.change", str(post.id)))
    return slack.views[-1]


def submit(deps, view, **said):
    ack = FakeAck()
    plan_forms.save(deps, ack, submission(view, **said))
    return ack.answer


def planned(deps):
    with deps.reading() as db:
        return posts.between(db, date(2026, 1, 1), date(2030, 1, 1))


def put(deps, **fields):
    entry = Entry("Öppet hus", 1, FRIDAY, time(11), **fields)
    with deps.transaction() as db:
        return posts.add(db, entry, who=make.AMIRA, now=deps.now())


def keep(deps, text):
    with deps.transaction() as db:
        return ideas.add(db, read(text), author=make.AMIRA, now=deps.now())


def words_to(deps):
    with deps.reading() as db:
        return [item.body["text"] for item in outbox.pending(db)]


def test_a_new_post_begins_at_the_next_gap_and_with_who_opened_the_form(deps, slack):
    view = open_new(deps, slack)
    assert filled(view, form.DAY) == "2026-11-25"
    assert filled(view, form.TIME) == "11:00"
    assert filled(view, form.OUTLET) == "1"
    assert filled(view, form.OWNER) == make.AMIRA
    assert filled(view, form.STATUS) == "draft"


def test_a_free_day_is_not_proposed(deps, slack, hand):
    hand.on(days=30)  # Christmas Eve; the first slots ahead are 25, 28 December
    assert filled(open_new(deps, slack), form.DAY) == "2026-12-28"


def test_everything_the_form_says_is_planned(deps, slack):
    idea = keep(deps, "Öppet hus\nVälkommen!")
    said = {
        "title": "Öppet hus på ambulansen",
        "text": "Välkommen!",
        "outlet": "2",
        "day": "2026-12-03",
        "time": "14:30",
        "owner": make.JONAS,
        "status": "ready",
        "idea": str(idea.id),
    }
    assert submit(deps, open_new(deps, slack), **said) == {}
    (post,) = planned(deps)
    assert (post.title, post.text) == ("Öppet hus på ambulansen", "Välkommen!")
    assert post.slot == Slot(date(2026, 12, 3), time(14, 30), 2)
    assert (post.owner, post.status, post.idea_id) == (make.JONAS, Status.READY, idea.id)
    assert "· Webb · klart · Jonas Berg" in words_to(deps)[0]


def test_the_gaps_button_opens_the_form_at_that_gap(deps, slack):
    click(deps, plan_forms.click_gap, slot_value(Slot(FRIDAY, time(11), 1)))
    assert filled(slack.views[0], form.DAY) == "2026-11-27"
    assert submit(deps, slack.views[0], title="Öppet hus") == {}
    assert planned(deps)[0].slot == Slot(FRIDAY, time(11), 1)


def test_a_slot_that_was_left_empty_can_be_filled_all_the_same(deps, slack):
    slot = Slot(FRIDAY, time(11), 1)
    with deps.transaction() as db:
        gaps.leave_empty(db, slot, who=make.AMIRA, now=make.NOW)
    click(deps, plan_forms.click_gap, slot_value(slot))
    assert submit(deps, slack.views[0], title="Öppet hus") == {}
    assert len(planned(deps)) == 1


def test_the_gaps_form_starts_with_what_fits_and_puts_it_in_on_a_click(deps, slack):
    idea = keep(deps, "Höstlov\nFråga Elin")
    click(deps, plan_forms.click_gap, "1 2026-11-27 11:00")
    (offer,) = [b for b in slack.views[0]["blocks"] if b.get("accessory")]
    assert "Passar: Höstlov" in offer["text"]["text"]

    body = make.click(fitting.USE, offer["accessory"]["value"])
    body["view"] = {
        "id": "V1", "hash": "h", "private_metadata": slack.views[0]["private_metadata"],
    }  # fmt: skip
    ack = FakeAck()
    plan_forms.use_offer(deps, ack, body)
    assert ack.calls == [{}]
    view = slack.views[1]
    assert filled(view, form.TITLE) == "Höstlov"
    assert filled(view, form.DAY) == "2026-11-27"
    submit(deps, view)
    (post,) = planned(deps)
    assert (post.idea_id, post.title) == (idea.id, "Höstlov")


def test_a_slot_that_was_filled_meanwhile_is_told_so_instead_of_filled_twice(deps, slack):
    put(deps)
    click(deps, plan_forms.click_gap, "1 2026-11-27 11:00")
    assert slack.views == []
    assert "Öppet hus" in words_to(deps)[-1]


def test_an_idea_is_planned_in_three_steps(deps, slack):
    idea = keep(deps, "Höstlov\nFråga Elin")
    click(deps, plan_forms.click_idea, str(idea.id), action_id="idea.plan")
    view = slack.views[0]
    assert filled(view, form.TITLE) == "Höstlov"
    assert filled(view, form.TEXT) == "Fråga Elin"
    assert filled(view, form.IDEA) == str(idea.id)
    assert submit(deps, view) == {}
    assert planned(deps)[0].idea_id == idea.id


def test_an_idea_that_is_planned_is_not_planned_again(deps, slack):
    idea = keep(deps, "Höstlov")
    click(deps, plan_forms.click_idea, str(idea.id), action_id="idea.plan")
    put(deps, idea_id=idea.id)
    click(deps, plan_forms.click_idea, str(idea.id), action_id="idea.plan")
    assert len(slack.views) == 1
    assert "redan planerad" in words_to(deps)[0]
    answer = submit(deps, slack.views[0])  # the form that was open meanwhile
    assert list(answer["errors"]) == ["idea"]
    assert len(planned(deps)) == 1


def test_a_hundred_ideas_fit_the_menu_newest_first(deps, slack):
    for number in range(105):
        keep(deps, f"Idé {number}")
    view = open_new(deps, slack)
    (menu,) = [b["element"] for b in view["blocks"] if b["block_id"] == form.IDEA]
    assert len(menu["options"]) == 100
    assert menu["options"][0]["text"]["text"] == "Idé 104"


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"title": None}, "title"),
        ({"title": " \u200b "}, "title"),
        ({"title": "x" * 151}, "title"),
        ({"title": "X", "text": "x" * 3001}, "text"),
        ({"title": "X", "day": "2026-11-23"}, "day"),
        ({"title": "X", "day": "2126-11-24"}, "day"),
        ({"title": "X", "day": None}, "day"),
        ({"title": "X", "time": None}, "time"),
        ({"title": "X", "day": "2027-03-28", "time": "02:30"}, "time"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_written(deps, slack, said, field):
    answer = submit(deps, open_new(deps, slack), **said)
    assert answer["response_action"] == "errors"
    assert list(answer["errors"]) == [field]
    assert planned(deps) == []


def test_a_foreign_outlet_is_refused_beside_its_field(deps, slack):
    body = submission(open_new(deps, slack), title="X")
    held = body["view"]["state"]["values"]["outlet"]["value"]
    held["selected_option"] = {"value": "99"}
    ack = FakeAck()
    plan_forms.save(deps, ack, body)
    assert list(ack.answer["errors"]) == ["outlet"]


def test_a_form_that_is_sent_twice_is_planned_once(deps, slack):
    body = submission(open_new(deps, slack), title="Öppet hus")
    for _ in range(2):
        ack = FakeAck()
        plan_forms.save(deps, ack, body)
        assert ack.answer == {}
    assert len(planned(deps)) == 1
    assert len(words_to(deps)) == 1


def test_a_chosen_owner_who_has_never_acted_is_asked_for_by_name(deps, slack):
    submit(deps, open_new(deps, slack), title="X", owner="U0NYKOMMEN")
    with deps.reading() as db:
        assert members.names(db, ["U0NYKOMMEN"]) == {"U0NYKOMMEN": "U0Nykommen"}


@pytest.mark.parametrize("kind", [MemberKind.GUEST, MemberKind.STRANGER, MemberKind.BOT])
def test_an_owner_who_could_not_act_on_the_post_is_refused_beside_the_field(deps, slack, kind):
    slack.kinds["U0NY"] = kind

    answer = submit(deps, open_new(deps, slack), title="X", owner="U0NY")

    assert list(answer["errors"]) == ["owner"]
    assert planned(deps) == []


def test_a_post_of_somebody_who_has_left_can_still_be_changed(deps, slack):
    slack.kinds["U0BORTA"] = MemberKind.GONE
    post = put(deps, owner="U0BORTA")

    assert submit(deps, open_change(deps, slack, post), title="Nytt") == {}
    assert planned(deps)[0].title == "Nytt"


def test_an_owner_whose_name_slack_does_not_tell_is_somebody(deps, slack):
    view = open_new(deps, slack)
    slack.down = "fatal_error"
    assert submit(deps, view, title="X", owner="U0NYKOMMEN") == {}
    assert words_to(deps)[0].endswith("· någon")


def test_a_change_shows_the_post_and_stores_what_is_new(deps, slack):
    idea = keep(deps, "Höstlov")
    post = put(deps, text="Välkommen!", owner=make.JONAS, idea_id=idea.id)
    view = open_change(deps, slack, post)
    assert filled(view, form.TEXT) == "Välkommen!"
    assert filled(view, form.OWNER) == make.JONAS
    assert filled(view, form.IDEA) == str(idea.id)
    assert submit(deps, view, title="Öppet hus i vår", idea=None) == {}
    (after,) = planned(deps)
    assert (after.title, after.idea_id, after.revision) == ("Öppet hus i vår", None, 2)
    assert words_to(deps)[0].startswith("Ändrat: *Öppet hus i vår*")
    with deps.reading() as db:
        assert [act.act for act in ledger.acts(db, f"post:{post.id}")] == ["post.changed"]


def test_a_change_of_nothing_closes_the_form_and_says_nothing(deps, slack):
    post = put(deps)
    assert submit(deps, open_change(deps, slack, post)) == {}
    assert words_to(deps) == []
    assert planned(deps) == [post]


def test_what_a_colleague_changed_meanwhile_is_not_overwritten(deps, slack):
    post = put(deps)
    mine, theirs = open_change(deps, slack, post), open_change(deps, slack, post)
    assert submit(deps, theirs, title="Deras") == {}
    answer = submit(deps, mine, title="Min")
    assert "Någon har ändrat" in answer["errors"]["title"]
    assert planned(deps)[0].title == "Deras"


@pytest.mark.parametrize("value", ["", "x", "1 2026-11-31 11:00", "99 2026-11-27 11:00"])
def test_foreign_gaps_get_a_clear_word(deps, slack, value):
    click(deps, plan_forms.click_gap, value)
    assert slack.views == []
    assert "finns inte" in words_to(deps)[0]


def test_the_global_shortcut_opens_the_form_and_confirms_directly(deps, slack):
    body = {
        "type": "shortcut",
        "callback_id": "plan.new",
        "trigger_id": "t",
        "user": {"id": make.ELIN},
    }
    plan_forms.click_new(deps, FakeAck(), body)
    plan_forms.save(deps, FakeAck(), submission(slack.views[0], user=make.ELIN, title="X"))
    with deps.reading() as db:
        (item,) = outbox.pending(db)
    assert (item.kind, item.channel) == ("post", make.ELIN)


@pytest.mark.parametrize("memory", ["", "nonsense", "[]", '{"v": 0}', "null"])
def test_a_form_of_a_former_version_is_told_so_and_changes_nothing(deps, slack, memory):
    view = open_new(deps, slack) | {"private_metadata": memory}

    answer = submit(deps, view, title="Öppet hus")

    assert "finns inte längre" in answer["errors"]["title"]
    assert planned(deps) == []
