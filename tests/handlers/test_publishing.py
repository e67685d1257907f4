"""Publishing on the page: who may, what is asked first, what is refused, and how it is withdrawn."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from bot.domain.plan import Entry, Status
from bot.domain.publishing import Problem, Publishing, State
from bot.domain.team import Team
from bot.jobs import digest, publish
from bot.jobs.due import Due
from bot.store import ledger, posts, publications, team
from bot.views import going_out, plan_asks
from bot.views import plan_acts as acts_view
from bot.views import publications as view
from bot.views import publishing as settings_view
from bot.views import team as team_view
from handlers import plan_acts, plan_forms, planning, publishing
from handlers import team as team_handler
from tests import make
from tests.commands import say
from tests.fakes import FakeAck
from tests.forms import filled, submission
from tests.make import AMIRA, ELIN, GUEST, JONAS, MIKKO
from tests.publishing import FakePage, allowed, current, last, latest, ready, told


@pytest.fixture
def page(hand):
    return FakePage(hand)


@pytest.fixture
def desk(deps, page):
    """The bot's parts with a page; publishing is off."""
    return replace(deps, page=page)


@pytest.fixture
def on(desk):
    """The same, where the lead and the deputy may publish."""
    allowed(desk)
    return desk


def click(deps, action, post, *, user=AMIRA):
    ack = FakeAck()
    plan_acts.click(deps, action, ack, make.click(action, str(post.id), user=user))
    assert ack.calls == [{}]


def form(deps, slack, post, *, user=AMIRA):
    before = len(slack.views)
    click(deps, going_out.GO_OUT, post, user=user)
    return slack.views[-1] if len(slack.views) > before else None


def confirm(deps, opened, *, user=AMIRA, **said):
    ack = FakeAck()
    publishing.confirm(deps, ack, submission(opened, user=user, **said))
    return ack.answer


def setting(deps):
    with deps.reading() as db:
        return publications.setting(db)


def settings_form(deps, slack, *, user=AMIRA):
    publishing.click_setting(deps, FakeAck(), make.click(settings_view.CHANGE, user=user))
    return slack.views[-1] if slack.views else None


def save(deps, opened, *, user=AMIRA, **said):
    ack = FakeAck()
    publishing.save_setting(deps, ack, submission(opened, user=user, **said))
    return ack.answer


def acts_in(body):
    """Return the acts that a message offers: buttons, and the words of menus."""
    found = []
    for block in body["blocks"]:
        for element in [*block.get("elements", []), block.get("accessory") or {}]:
            found += [o["value"].split()[0] for o in element.get("options", [])]
            found += [element["action_id"]] if element.get("action_id") else []
    return found


# -- the setting


def test_it_is_off_until_somebody_allows_it(desk):
    assert setting(desk) == Publishing()
    assert "*Publicering på Facebook*\nAv." in say(desk, "lucka", "inställningar")["text"]


def test_without_a_page_the_topic_says_so_and_cannot_be_changed(deps, slack):
    said = say(deps, "lucka", "inställningar")["text"]
    assert "Ingen Facebooksida är kopplad" in said
    assert settings_form(deps, slack) is None
    assert "Be den som sköter mig att koppla sidan först" in told(deps)[-1]


def test_the_lead_allows_it_for_the_outlet_that_is_the_page(desk, slack):
    with desk.transaction() as db:
        team.save(db, Team(AMIRA, (JONAS,)))
    opened = settings_form(desk, slack)
    assert (filled(opened, "state"), filled(opened, "outlet")) == ("off", "1")
    assert save(desk, opened, state="on") == {}
    assert setting(desk) == Publishing(is_on=True, outlet_id=1)
    (said,) = told(desk)
    assert said == (
        "Sparat. Så här gäller nu för publicering på Facebook:\n"
        "På, för kanalen Facebook. Får publicera: huvudansvarig och ersättare"
    )
    with desk.reading() as db:
        (act,) = ledger.acts(db, "publishing")
    assert (act.who, act.act, act.detail["is_on"]) == (AMIRA, "publishing.changed", "True")


def test_named_people_may_publish_and_nobody_else(desk, slack):
    with desk.transaction() as db:
        team.save(db, Team(AMIRA))
    save(desk, settings_form(desk, slack), state="on", users=[ELIN, MIKKO])
    assert "Får publicera: Elin Lindqvist, Mikko Niemi" in told(desk)[-1]
    post = ready(desk)
    assert form(desk, slack, post, user=ELIN)
    assert form(desk, slack, post, user=AMIRA) is None
    assert "Du får inte publicera på Facebook härifrån" in told(desk)[-1]


def test_somebody_must_be_allowed(desk, slack):
    answer = save(desk, settings_form(desk, slack), state="on")
    assert "utse en huvudansvarig först" in answer["errors"]["users"]
    assert not setting(desk).is_on


def test_a_guest_cannot_publish(desk, slack):
    answer = save(desk, settings_form(desk, slack), state="on", users=[GUEST])
    assert "Bara medlemmar" in answer["errors"]["users"]


def test_only_the_lead_and_the_deputies_allow_it(desk, slack):
    with desk.transaction() as db:
        team.save(db, Team(AMIRA))
    assert settings_form(desk, slack, user=ELIN) is None
    assert "Det bestämmer huvudansvarig" in told(desk)[-1]


def test_what_waits_is_withdrawn_when_it_is_turned_off(on, slack, page, hand):
    post = ready(on)
    confirm(on, form(on, slack, post))
    save(on, settings_form(on, slack), state="off")
    assert latest(on, post).problem is Problem.FORBIDDEN
    assert any("får inte publiceras härifrån längre" in said for said in told(on))


# -- nothing is shown while it is off


def test_while_it_is_off_no_row_and_no_message_offers_it(desk):
    post = ready(desk)
    digest.run(desk, Due(desk.today(), make.NOW, make.NOW))
    shown = [say(desk, "plan"), last(desk)]
    with desk.reading() as db:
        shown.append(planning.said(desk, db, plan_acts.Act.READY, post))
    assert not any("go_out" in act for body in shown for act in acts_in(body))
    assert "draft" in acts_in(shown[0])


def test_where_it_is_on_the_row_the_digest_and_the_answer_offer_it(on):
    post = ready(on, day=on.today())
    ready(on, title="Utkast", status=Status.DRAFT)
    ready(on, title="Webben", outlet_id=2)
    plan = say(on, "plan")
    assert acts_in(plan).count("go_out") == 1
    menus = [b["accessory"] for b in plan["blocks"] if "options" in b.get("accessory", {})]
    assert [len(menu["options"]) for menu in menus] == [5, 5, 5]
    digest.run(on, Due(on.today(), make.NOW, make.NOW))
    assert acts_in(last(on))[0] == going_out.GO_OUT
    with on.reading() as db:
        said = planning.said(on, db, plan_acts.Act.READY, post)
    assert acts_in(said)[0] == going_out.GO_OUT


# -- the question, and the answer


def test_the_form_shows_what_goes_out_where_and_when(on, slack):
    publish.drain(on)  # the page has told its name
    opened = form(on, slack, ready(on, "Välkommen <hit>!"))
    intro, quote = opened["blocks"][:2]
    assert intro["text"]["text"] == "Det här går ut på *Region Lillsjö*, där alla kan se det:"
    assert "Välkommen <hit>!" in str(quote)
    assert filled(opened, "when") == "planned"
    (when,) = [b["element"] for b in opened["blocks"] if b.get("block_id") == "when"]
    assert [o["text"]["text"] for o in when["options"]] == [
        "När det är dags: fredag 27 november kl. 11.00",
        "Nu",
    ]


def test_a_post_whose_time_has_passed_goes_out_now_or_not_at_all(on, slack, hand):
    post = ready(on)
    opened = form(on, slack, post)
    hand.to(post.slot.starts(on.settings.timezone) + timedelta(minutes=1))
    assert "Den tiden har redan varit" in confirm(on, opened)["errors"]["when"]
    assert filled(form(on, slack, post), "when") == "now"


def test_confirmed_now_it_goes_out_and_the_digest_has_the_link(on, slack, page):
    post = ready(on, day=on.today())
    digest.run(on, Due(on.today(), make.NOW, make.NOW))
    answer = confirm(on, form(on, slack, post), when="now", link="https://lillsjo.example/oppet")
    assert answer == {}
    assert "Jag publicerar *Öppet hus* nu" in told(on)[-1]
    publish.drain(on)
    assert list(page.links.values()) == ["https://lillsjo.example/oppet"]
    assert "<https://www.facebook.example/posts/1|Öppet hus>" in told(on)[0]


def test_confirmed_for_its_time_the_row_says_when_and_it_can_be_withdrawn(on, slack, page, hand):
    post = ready(on)
    confirm(on, form(on, slack, post))
    plan = say(on, "plan")
    assert "Går ut på Facebook fredag 27 november kl. 11.00." in plan["text"]
    assert "withdraw" in acts_in(plan)
    click(on, going_out.WITHDRAW, post, user=MIKKO)
    assert "*Öppet hus* går inte ut." in told(on)[-1]
    hand.to(post.slot.starts(on.settings.timezone))
    publish.drain(on)
    assert page.calls == []
    assert current(on, post).status is Status.READY


def test_withdrawing_twice_or_too_late_is_told(on, slack, page):
    post = ready(on)
    click(on, going_out.WITHDRAW, post)
    assert "Det finns inget som väntar" in told(on)[-1]
    confirm(on, form(on, slack, post), when="now")
    publish.drain(on)
    click(on, going_out.WITHDRAW, post)
    assert "Det finns inget som väntar" in told(on)[-1]


def test_a_moved_post_takes_its_publishing_along_and_says_so(on, slack):
    post = ready(on)
    confirm(on, form(on, slack, post))
    click(on, "post.move", post)
    ack = FakeAck()
    plan_acts.move(on, ack, submission(slack.views[-1], day="2026-12-03", time="13:30"))
    assert "Det går ut på Facebook torsdag 3 december kl. 13.30." in told(on)[-1]
    assert f"{latest(on, post).due:%d %H:%M}" == "03 12:30"


def test_a_changed_text_withdraws_it_and_the_person_who_decided_is_told(on, slack):
    post = ready(on)
    confirm(on, form(on, slack, post))
    click(on, "post.change", post)
    ack = FakeAck()
    body = submission(slack.views[-1], user=JONAS, text="Något annat")
    plan_forms.save(on, ack, body)
    assert latest(on, post).state is State.WITHDRAWN
    with on.reading() as db:
        rows = {r["key"]: r["channel"] for r in db.query("select key, channel from outbox")}
    assert rows["publish:1"] == AMIRA
    assert "går inte ut av sig självt" in told(on)[-1]


def change(post, **fields):
    def do(deps):
        with deps.transaction() as db:
            posts.update(db, replace(posts.get(db, post.id), **fields))

    return do


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"text": "Nytt"}, "Någon har ändrat inlägget"),
        ({"owner": JONAS}, "Någon har ändrat inlägget"),
        ({"status": Status.DRAFT}, "är ett utkast"),
        ({"status": Status.PUBLISHED}, "är redan publicerat"),
        ({"status": Status.CANCELLED}, "är redan inställt"),
        ({"outlet_id": 2}, "hör till en annan kanal"),
        ({"text": ""}, "har ingen text än"),
    ],
    ids=["changed", "given away", "draft", "published", "cancelled", "another outlet", "no text"],
)
def test_what_has_changed_since_is_refused_kindly(on, slack, page, fields, says):
    post = ready(on)
    opened = form(on, slack, post)
    change(post, **fields)(on)
    assert says in confirm(on, opened, when="now")["errors"]["when"]
    publish.drain(on)
    assert page.calls == []


def test_permission_is_asked_for_once_more_when_the_form_comes_in(on, slack, page):
    post = ready(on)
    opened = form(on, slack, post)
    assert "Du får inte publicera" in confirm(on, opened, user=ELIN, when="now")["errors"]["when"]
    with on.transaction() as db:
        publications.decide(db, Publishing(is_on=False, outlet_id=1))
    assert "är avstängd" in confirm(on, opened, when="now")["errors"]["when"]
    publish.drain(on)
    assert page.calls == []


def test_two_people_who_confirm_at_once_publish_it_once(on, slack, page):
    post = ready(on)
    first, second = form(on, slack, post), form(on, slack, post, user=JONAS)
    assert confirm(on, first, when="now") == {}
    assert "redan på väg ut" in confirm(on, second, user=JONAS, when="now")["errors"]["when"]
    publish.drain(on)
    assert len(page.made) == 1


def test_a_form_that_is_sent_twice_decides_once(on, slack, page):
    body = submission(form(on, slack, ready(on)), when="now")
    for _ in range(2):
        ack = FakeAck()
        publishing.confirm(on, ack, body)
        assert ack.answer == {}
    publish.drain(on)
    assert len(page.made) == 1


def test_what_is_out_is_not_published_again_after_an_undo(on, slack, page):
    post = ready(on)
    confirm(on, form(on, slack, post), when="now")
    publish.drain(on)
    out = current(on, post)
    plan_acts.restore(on, FakeAck(), make.click("post.restore", f"{out.id} {out.revision}"))
    assert form(on, slack, post) is None
    assert "är redan ute på Facebook" in told(on)[-1]


@pytest.mark.parametrize(
    "link", ["lillsjo.se", "https://www.facebook.com/lillsjo", "https://", "javascript:x"]
)
def test_a_link_that_the_page_would_not_show_is_refused_beside_its_field(on, slack, link):
    answer = confirm(on, form(on, slack, ready(on)), link=link)
    assert "link" in answer["errors"]


def test_the_same_in_english(on, english, page, slack):
    desk = replace(english, page=page)
    post = ready(desk)
    publish.drain(desk)
    opened = form(desk, slack, post)
    assert opened["blocks"][0]["text"]["text"].startswith("This goes out on *Region Lillsjö*")
    confirm(desk, opened)
    assert "goes out Friday 27 November at 11:00" in told(desk)[-1]
    assert opened["callback_id"] == view.SAVE


def test_a_new_lead_ends_what_the_former_one_let_out(on, slack, page):
    post = ready(on)
    confirm(on, form(on, slack, post))
    team_handler.click(on, FakeAck(), make.click(team_view.CHANGE))
    ack = FakeAck()
    named = {"lead": ELIN, "deputies": [], "members": []}
    team_handler.save(on, ack, submission(slack.views[-1], **named))
    assert (ack.answer, latest(on, post).problem) == ({}, Problem.FORBIDDEN)
    assert any("får inte publicera" in text for text in told(on))


def test_whoever_moves_a_sibling_is_told_that_what_waited_goes_out_no_more(on, slack):
    post = ready(on, at=time(7))
    confirm(on, form(on, slack, post))
    with on.transaction() as db:
        posts.update(db, replace(post, sibling=post.id))
        entry = Entry("På webben", 2, post.day, time(11))
        web = posts.add(db, entry, who=AMIRA, now=on.now(), sibling=post.id)
    click(on, acts_view.MOVE, web)
    opened, ack = slack.views[-1], FakeAck()
    said = {"day": "2026-11-24", "time": "11:30", plan_asks.ALONG: True}
    plan_acts.move(on, ack, submission(opened, **said))
    assert latest(on, post).state is State.WITHDRAWN
    assert any("går inte ut" in text for text in told(on)[1:])
