"""The day that the bot is for, lived on the page: from an idea on Sunday to an answer on Monday."""

from playwright.sync_api import Page, expect

from tests.browser.acting import (
    be,
    comment,
    go_to,
    loosely,
    message,
    react,
    say,
    write_comment,
)
from tests.browser.desk import answer
from tests.scenarios.journey import Journey
from tests.scenarios.world import COMMENTS, ELIN, JONAS, PLAN

QUESTION = "Kan man komma med barnvagn på söndag?"
ANSWER = "Ja, det finns hiss från Kyrkogatan. /Elin"

SAID = {
    "sv": {
        "idea": "/idea Höstlov på museet",
        "kept": "Sparad: Höstlov på museet",
        "private": "Bara du ser det här",
        "plan": "/plan i morgon 11.00 Facebook Öppet hus på ambulansen",
        "planned": "måndag 23 november (v. 48) kl. 11.00 · Facebook",
        "morning": "God morgon! Måndag 23 november (v. 48)",
        "nag": "luckor de närmaste två veckorna",
        "filled": "Fylld: Höstlov på museet (Jonas Berg)",
        "new": "ny kommentar på",
        "waits": "Väntar på svar",
        "has": "Elin Lindqvist har den sedan",
        "answered": "Besvarad på Facebook",
    },
    "en": {
        "idea": "/idea Höstlov på museet",
        "kept": "Kept: Höstlov på museet",
        "private": "Only visible to you",
        "plan": "/plan tomorrow 11:00 Facebook Öppet hus på ambulansen",
        "planned": "Monday 23 November (week 48) at 11:00 on Facebook",
        "morning": "Good morning! Monday 23 November (week 48)",
        "nag": "gaps in the next two weeks",
        "filled": "Filled: Höstlov på museet (Jonas Berg)",
        "new": "new comment on",
        "waits": "Waiting for an answer",
        "has": "Elin Lindqvist has had it since",
        "answered": "Answered on Facebook",
    },
}


def test_a_day_from_the_idea_to_the_answer(page: Page, journey: Journey) -> None:
    said = SAID[journey.language]
    expect(page.locator("html")).to_have_attribute("lang", journey.language)

    say(page, said["idea"])
    kept = message(page, "Höstlov på museet")
    expect(kept).to_contain_text(loosely(said["kept"]))
    expect(kept).to_contain_text(said["private"])
    say(page, said["plan"])
    expect(message(page, "Öppet hus på ambulansen")).to_contain_text(loosely(said["planned"]))

    page.get_by_test_id("clock-morning").click()
    expect(message(page, said["morning"])).to_contain_text("Öppet hus på ambulansen")
    nag = message(page, said["nag"])
    be(page, JONAS)
    nag.locator('[data-action-id="gap.plan_idea"]').first.select_option(label="Höstlov på museet")
    expect(message(page, said["filled"])).to_be_visible()

    write_comment(page, QUESTION)
    be(page, ELIN)
    go_to(page, COMMENTS)
    relay = message(page, QUESTION)
    expect(relay).to_contain_text(said["new"])
    expect(relay).to_contain_text(said["waits"])
    react(page, relay, "eyes")
    expect(relay).to_contain_text(loosely(said["has"]))

    answer(page, ANSWER, comment(page, QUESTION))
    expect(relay).to_contain_text(loosely(said["answered"]))

    go_to(page, PLAN)
    assert len(journey.keys(PLAN, "digest:")) == 1
    assert len(journey.keys(PLAN, "nag:")) == 1
