"""What a team decides together, on the page: what goes out, the meeting's pack, who watches, the record."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.acting import (
    be,
    choose,
    fill,
    go_to,
    look,
    loosely,
    message,
    pick,
    press,
    say,
    sent,
    settings,
    standing,
    tick,
)
from tests.scenarios.journey import Journey
from tests.scenarios.world import AMIRA, ELIN, JONAS, PLAN

MINE = f"D{AMIRA[1:]}"  # where the bot tells Amira what became of what she decided
TEXT = "Nu kan du boka tid för vaccin mot influensa."
RIDE = "Behöver du sjukresa? Ring oss senast dagen före."

SAID = {
    "sv": {
        "settings": "/lucka inställningar",
        "on": "På, för kanalen Facebook. Får publicera: huvudansvarig och ersättare",
        "vaccine": "/plan i dag 15.00 Facebook Influensavaccin",
        "ride": "/plan i dag 16.00 Facebook Boka sjukresa",
        "planned": "Planerat:",
        "changed": "Ändrat:",
        "everybody": "Det här går ut på er Facebooksida, där alla kan se det:",
        "waits": "Influensavaccin går ut i dag kl. 15.00.",
        "withdrawn": "Influensavaccin går inte ut. Inlägget ligger kvar i planen.",
        "failed": "Influensavaccin är inte ute på Facebook. Jag saknar en rättighet på sidan (200)",
        "out": "Ute på Facebook: Influensavaccin",
        "published": "tisdag 24 november: Influensavaccin · Facebook kl. 15.00 · publicerat",
        "open": "Öppna inlägget",
        "same": "Är det samma? I planen: tisdag 24 november: Boka sjukresa",
        "linked": "Boka sjukresa är ute på Facebook och markerat som publicerat."
        " Amira Haddad länkade det.",
        "idea": "/idea Lyssna på ambulansen",
        "meets": "Nästa gång torsdag 26 november (v. 48).",
        "pack": "Inför redaktionsmötet i morgon kl. 10.00",
        "gap": "Fredag 27 november (v. 48), Facebook kl. 11.00",
        "went": "Så togs inläggen emot sedan sist",
        "lesson": "Sparat: Skriv telefonnumret först. Jag påminner när ni planerar något liknande.",
        "in_pack": "Lärdom: Skriv telefonnumret först.",
        "week": "/plan vecka 48",
        "open_house": "fredag 27 november: Öppet hus",
        "shows": "Visas: Ingen bild",
        "equipped": "Sparat: bild och personer för Öppet hus",
        "watch": "Behöver bevakas när vi är lediga.",
        "calm": "Flytta till måndag 30 november kl. 11.00",
        "moved": "Flyttat: Öppet hus ligger nu måndag 30 november (v. 49) kl. 11.00",
        "record": "Efter mötet torsdag 26 november (v. 48)",
        "done": "Öppet hus, måndag 30 november (v. 49), Facebook: planerat, ändrat, flyttat"
        " (Elin Lindqvist)",
    },
    "en": {
        "settings": "/lucka settings",
        "on": "On, for the outlet Facebook. May publish: the lead and the deputies",
        "vaccine": "/plan today 15:00 Facebook Influensavaccin",
        "ride": "/plan today 16:00 Facebook Boka sjukresa",
        "planned": "Planned:",
        "changed": "Changed:",
        "everybody": "This goes out on your Facebook page, where everybody can see it:",
        "waits": "Influensavaccin goes out today at 15:00.",
        "withdrawn": "Influensavaccin does not go out. The post stays in the plan.",
        "failed": "Influensavaccin is not out on Facebook. I lack a permission on the page (200)",
        "out": "Out on Facebook: Influensavaccin",
        "published": "Tuesday 24 November: Influensavaccin · Facebook at 15:00 · published",
        "open": "Open the post",
        "same": "Is it the same? In the plan: Tuesday 24 November: Boka sjukresa",
        "linked": "Boka sjukresa is out on Facebook and marked as published."
        " Amira Haddad linked it.",
        "idea": "/idea Lyssna på ambulansen",
        "meets": "Next time Thursday 26 November (week 48).",
        "pack": "Before the editorial meeting tomorrow at 10:00",
        "gap": "Friday 27 November (week 48), Facebook at 11:00",
        "went": "How posts were received since last time",
        "lesson": "Kept: Skriv telefonnumret först. I will remind you when you plan something alike.",
        "in_pack": "Lesson: Skriv telefonnumret först.",
        "week": "/plan week 48",
        "open_house": "Friday 27 November: Öppet hus",
        "shows": "Shows: No picture",
        "equipped": "Saved: picture and persons of Öppet hus",
        "watch": "Needs watching while we are off.",
        "calm": "Move to Monday 30 November at 11:00",
        "moved": "Moved: Öppet hus is now planned for Monday 30 November (week 49) at 11:00",
        "record": "After the meeting Thursday 26 November (week 48)",
        "done": "Öppet hus, Monday 30 November (week 49), Facebook: planned, changed, moved"
        " (Elin Lindqvist)",
    },
}


WORLD = {"start": "2026-11-24T09:00"}


def begin(journey: Journey) -> None:
    """An empty world on a Tuesday morning, in which Amira leads a team of three."""
    shown = journey.say(AMIRA, SAID[journey.language]["settings"])
    journey.click(AMIRA, shown, "team.change")
    assert journey.submit(AMIRA, lead=AMIRA, deputies=[JONAS], members=[ELIN])["ok"]
    journey.settled()


def ready(page: Page, said: dict[str, str], command: str, text: str) -> Locator:
    """Plan a post, write its text and make it ready; return what the bot says of it."""
    title = command.partition("Facebook ")[2]
    say(page, command)
    press(standing(page, loosely(f"{said['planned']} {title}")), "post.change")
    fill(page, "text", text)
    pick(page, "status", "ready")
    sent(page)
    return standing(page, loosely(f"{said['changed']} {title}"))


def go_out(page: Page, said: dict[str, str], shown: Locator, when: str) -> None:
    """Publish after the question, which shows what everybody will see."""
    press(shown, "post.go_out")
    form = page.get_by_test_id("modal")
    expect(form).to_contain_text(loosely(said["everybody"]))
    expect(form).to_contain_text(TEXT)
    pick(page, "when", when)
    sent(page)


def test_publishing_is_allowed_confirmed_withdrawn_and_after_a_failure_done_once(
    page: Page, journey: Journey, said: dict[str, str]
) -> None:
    settings(page, said["settings"], "publishing.change")
    pick(page, "state", "on")
    sent(page)
    expect(message(page, loosely(said["on"]))).to_be_visible()
    go_out(page, said, ready(page, said, said["vaccine"], TEXT), "planned")
    press(message(page, loosely(said["waits"])), "post.withdraw")
    withdrawn = message(page, loosely(said["withdrawn"]))
    expect(withdrawn).to_be_visible()

    journey.graph(lacking=["pages_manage_posts"])
    go_out(page, said, withdrawn, "now")
    go_to(page, MINE)
    failed = message(page, loosely(said["failed"]))
    expect(failed).to_be_visible()
    expect(page.get_by_test_id("post")).to_have_count(0)
    journey.graph(lacking=[])
    go_out(page, said, failed, "now")

    expect(page.get_by_test_id("post").filter(has_text=TEXT)).to_have_count(1)
    out = message(page, loosely(said["out"]))
    expect(out.get_by_role("link", name=said["open"])).to_be_visible()
    go_to(page, PLAN)
    row = look(page, "/plan", said["published"])
    expect(row.get_by_role("link", name=said["open"])).to_be_visible()


def test_a_post_that_was_published_by_hand_is_recognised(page: Page, said: dict[str, str]) -> None:
    expect(ready(page, said, said["ride"], RIDE)).to_be_visible()
    page.get_by_test_id("page-post-text").fill(RIDE)
    page.get_by_test_id("page-post-send").click()
    asked = standing(page, loosely(said["same"]))
    press(asked, "found.link")
    expect(asked).to_contain_text(loosely(said["linked"]))


def test_the_meeting_decides_in_its_pack(page: Page, said: dict[str, str]) -> None:
    say(page, said["idea"])
    expect(message(page, "Lyssna på ambulansen")).to_be_visible()
    settings(page, said["settings"], "meeting.change")
    fill(page, "day", "2026-11-26")
    sent(page)
    expect(message(page, loosely(said["meets"]))).to_be_visible()

    page.get_by_test_id("clock-morning").click()
    pack = standing(page, loosely(said["pack"]))
    be(page, ELIN)
    gap = pack.locator(".block-section").filter(has_text=loosely(said["gap"]))
    press(gap, "plan.fill")
    fill(page, "title", "Öppet hus")
    sent(page)
    expect(gap).to_have_count(0)
    press(pack, "idea.route.1")
    expect(pack).not_to_contain_text("Lyssna på ambulansen")
    expect(pack).to_contain_text(said["went"])
    pack.locator('[data-action-id="lesson.open"]').select_option(label="Boka sjukresa")
    expect(page.get_by_test_id("modal")).to_contain_text("Boka sjukresa")
    fill(page, "text", "Skriv telefonnumret först.")
    sent(page)
    expect(message(page, loosely(said["lesson"]))).to_be_visible()
    expect(pack).to_contain_text(said["in_pack"])


def test_what_needs_watching_over_days_off_moves_and_the_record_tells_of_it(
    page: Page, said: dict[str, str]
) -> None:
    be(page, ELIN)
    choose(page, look(page, said["week"], said["open_house"]), "open")
    press(standing(page, said["shows"]), "post.media")
    tick(page, "watch", "watch")
    sent(page)
    expect(message(page, loosely(said["equipped"]))).to_be_visible()

    page.get_by_test_id("clock-morning").click()
    digest = standing(page, said["watch"])
    digest.get_by_role("button", name=loosely(said["calm"])).press("Enter")
    expect(message(page, loosely(said["moved"]))).to_be_visible()
    expect(digest).not_to_contain_text(said["watch"])

    page.get_by_test_id("clock-morning").click()
    record = message(page, loosely(said["record"]))
    expect(record).to_contain_text(loosely(said["done"]))
