"""Comments on their way to Slack, as people see it: how much, to whom, very many, changed, and none."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.acting import (
    be,
    comment,
    go_to,
    loosely,
    message,
    press,
    say,
    standing,
    submit,
    write_comment,
)
from tests.browser.desk import answer, card, choose, relayed, sent
from tests.scenarios.journey import Journey
from tests.scenarios.world import AMIRA, COMMENTS, ELIN, PLAN

LONG = (
    "Ring mig på 070-123 45 67 om tiden. " + "Jag har väntat länge på besked. " * 8 + "Hälsningar!"
)
PERSONAL = "Jag är 811218-9876. När får jag komma?"
MANY = 120

pytestmark = pytest.mark.usefixtures("desk")

SAID = {
    "sv": {
        "settings": "/lucka inställningar",
        "phone": "[telefonnummer]",
        "person": "[personnummer]",
        "masked": "Personuppgifter dolda",
        "withheld": "(texten visas inte här)",
        "original": "som det skrevs. Det är bara du som ser det här.",
        "lead_only": "huvudansvarig",
        "full": "Hela texten",
        "excerpt": "De första 200 tecknen",
        "link": "Bara länken",
        "at_once": "Det ändras genast i alla kommentarer som väntar",
        "now_shown": "Så mycket visas: {}",
        "wait": "Kommentarerna väntar. Alla i arbetsytan kan läsa",
        "one_waits": "1 kommentar väntar. Den är sparad och räknad",
        "everybody_sees": "alla kommer att se vad invånarna skriver",
        "allowed": "Amira Haddad har bestämt att kommentarerna visas där ändå: Bara vi är med än",
        "many": "Många kommentarer på Vaccinbussen är försenad i dag",
        "gathered": "kommentarer är samlade här",
        "list": "väntar på svar på Vaccinbussen är försenad i dag",
        "more": " till.",
        "out": "1 till har tagits eller flaggats och har ett eget meddelande",
        "has": "Amira Haddad har den sedan",
        "flagged": "Akut: flaggad av ordlistan",
        "waits": "Väntar på svar",
        "calm": "Det har lugnat sig",
        "edited": "Redigerad kl.",
        "before": "Så stod det förut",
        "gone": "Borttagen på Facebook kl.",
        "no_more": "(finns inte kvar på Facebook)",
        "answered": "Besvarad på Facebook kl.",
        "signed": "Besvarad på Facebook av Elin Lindqvist",
        "unseen": "Jag har inte sett Facebooksidan sedan kl.",
        "why": "Jag försöker tills det går och hämtar allt som kommit under tiden. Titta på sidan själv",
        "back": "Jag läser Facebooksidan igen sedan kl.",
        "meanwhile": "Under tiden kom 1 ny kommentar; den finns nu här.",
    },
    "en": {
        "settings": "/lucka settings",
        "phone": "[phone number]",
        "person": "[personal number]",
        "masked": "Personal data hidden",
        "withheld": "(the text is not shown here)",
        "original": "as it was written. Only you see this.",
        "lead_only": "lead",
        "full": "The whole text",
        "excerpt": "The first 200 characters",
        "link": "Only the link",
        "at_once": "It changes at once in all comments that wait",
        "now_shown": "So much is shown: {}",
        "wait": "The comments wait. Everybody in the workspace can read",
        "one_waits": "1 comment waits. It is kept and counted",
        "everybody_sees": "will see what residents write",
        "allowed": "Amira Haddad decided that comments are shown there anyway: Bara vi är med än",
        "many": "Many comments on Vaccinbussen är försenad i dag",
        "gathered": "comments are gathered here",
        "list": "wait for an answer on Vaccinbussen är försenad i dag",
        "more": " more.",
        "out": "1 more has been taken or flagged and has a message of its own",
        "has": "Amira Haddad has had it since",
        "flagged": "Urgent: flagged by the word list",
        "waits": "Waiting for an answer",
        "calm": "It has calmed down",
        "edited": "Edited, ",
        "before": "What it said before",
        "gone": "Removed on Facebook, ",
        "no_more": "(no longer on Facebook)",
        "answered": "Answered on Facebook, ",
        "signed": "Answered on Facebook by Elin Lindqvist",
        "unseen": "I have not seen the Facebook page since",
        "why": "I keep trying, and fetch everything that arrived meanwhile. Look at the page yourself",
        "back": "I have been reading the Facebook page again since",
        "meanwhile": "Meanwhile 1 new comment came; it is here now.",
    },
}


def then(first: str, second: str) -> re.Pattern[str]:
    """Match *first*, and somewhere after it *second*."""
    return re.compile(rf"{re.escape(first)}[\s\S]*{re.escape(second)}")


def show(page: Page, said: dict[str, str], *, usual: str, delicate: str) -> None:
    """Set how much of comments is shown, and of the delicate ones."""
    say(page, said["settings"])
    press(page.get_by_test_id("message").last, "relaying.show")
    press(page.get_by_test_id("message").last, "relaying.change")
    expect(page.get_by_test_id("modal")).to_contain_text(said["at_once"])
    choose(page, "usual", said[usual])
    choose(page, "delicate", said[delicate])
    sent(page)
    expect(message(page, said["now_shown"].format(said[usual]))).to_be_visible()


def test_as_much_is_shown_as_the_team_has_set_and_the_original_to_who_asks(
    page: Page, said: dict[str, str]
) -> None:
    write_comment(page, LONG)
    be(page, AMIRA)
    go_to(page, COMMENTS)
    relay = standing(page, said["phone"])
    expect(relay).to_contain_text(said["masked"])
    expect(relay).not_to_contain_text("Hälsningar!")
    press(relay, "comment.original")
    original = message(page, loosely(said["original"]))
    expect(original).to_contain_text("070-123 45 67")
    expect(original).to_contain_text("Hälsningar!")

    write_comment(page, PERSONAL)
    author = page.get_by_test_id("page-identity").input_value()
    delicate = standing(page, then(author, said["withheld"]))
    expect(delicate).not_to_contain_text("komma?")
    press(delicate, "comment.original")
    expect(message(page, PERSONAL)).to_have_attribute("data-ephemeral", "true")

    show(page, said, usual="full", delicate="full")
    expect(relay).to_contain_text("Hälsningar!")
    expect(relay).to_contain_text(said["phone"])
    expect(delicate).to_contain_text(f"Jag är {said['person']}. När får jag komma?")
    show(page, said, usual="link", delicate="link")
    expect(relay).to_contain_text(said["withheld"])
    expect(relay).not_to_contain_text("länge")
    show(page, said, usual="excerpt", delicate="link")
    expect(relay).to_contain_text("länge")


def test_nothing_comes_to_a_channel_that_all_can_read_until_the_lead_says_why_it_may(
    page: Page, desk: Journey, said: dict[str, str]
) -> None:
    desk.do("/__emulator/channels", channel=COMMENTS)
    page.get_by_test_id("clock-hour").click()
    go_to(page, PLAN)
    told = standing(page, loosely(said["wait"]))
    write_comment(page, "Syns det här för alla?")
    expect(told).to_contain_text(said["one_waits"])
    be(page, ELIN)
    press(told, "channel.allow")
    expect(message(page, said["lead_only"])).to_have_attribute("data-ephemeral", "true")
    be(page, AMIRA)
    press(told, "channel.allow")
    form = page.get_by_test_id("modal")
    expect(form).to_contain_text(said["everybody_sees"])
    submit(page)
    expect(page.get_by_test_id("field-error").first).to_be_visible()
    form.locator("textarea").fill("Bara vi är med än")
    sent(page)
    expect(told).to_contain_text(said["allowed"])
    go_to(page, COMMENTS)
    expect(message(page, "Syns det här för alla?")).to_be_visible()

    desk.do("/__emulator/channels", channel=COMMENTS, is_private=True)
    page.get_by_test_id("clock-hour").click()


def test_what_is_changed_or_removed_on_the_page_is_so_in_slack(
    page: Page, said: dict[str, str]
) -> None:
    relay = relayed(page, "När stänger badet?")
    written = comment(page, "När stänger badet?")
    written.get_by_test_id("comment-edit").click()
    page.get_by_test_id("edit-text").fill("När stänger badet på lördag?")
    page.get_by_test_id("edit-save").click()
    expect(relay).to_contain_text("När stänger badet på lördag?")
    expect(relay).to_contain_text(loosely(said["edited"]))
    opened = card(page, relay)
    expect(opened).to_contain_text(said["before"])
    comment(page, "på lördag?").get_by_test_id("comment-delete").click()
    page.get_by_test_id("confirm-ok").click()
    expect(relay).to_contain_text(loosely(said["gone"]))
    expect(relay).to_contain_text(said["no_more"])
    expect(relay).not_to_contain_text("badet")


def test_an_answer_given_on_the_page_itself_is_seen_and_gets_a_name(
    page: Page, said: dict[str, str]
) -> None:
    relay = relayed(page, "Finns det kaffe på bussen?")
    answer(page, "Ja, och te!", comment(page, "Finns det kaffe på bussen?"))
    expect(relay).to_contain_text(loosely(said["answered"]))
    be(page, ELIN)
    press(relay, "comment.was_me")
    expect(relay).to_contain_text(said["signed"])
    press(card(page, relay), "comment.was_not_me")
    expect(relay).to_contain_text(loosely(said["answered"]))


def test_a_page_that_cannot_be_read_is_told_once_and_so_is_that_it_is_back(
    page: Page, desk: Journey, said: dict[str, str]
) -> None:
    be(page, AMIRA)
    go_to(page, COMMENTS)
    before = failed(desk)
    desk.graph(fault={"kind": "500", "times": 10_000})
    desk.wait_for(lambda: failed(desk) >= before + 3, "three failed looks")
    page.get_by_test_id("clock-hour").click()
    told = standing(page, loosely(said["unseen"]))
    expect(told).to_contain_text(said["why"])
    write_comment(page, "Är ni där?")
    desk.graph(fault=None)
    expect(told).to_contain_text(loosely(said["back"]))
    expect(told).to_contain_text(said["meanwhile"])
    expect(message(page, "Är ni där?")).to_be_visible()
    expect(message(page, loosely(said["unseen"]))).to_have_count(0)


def failed(desk: Journey) -> int:
    """Count the looks at the page that failed."""
    ((count,),) = desk.sql("select sum(looks) from page_looks where trouble is not null")
    return count or 0


def test_a_storm_is_gathered_each_can_be_taken_out_of_it_and_it_calms_down(
    page: Page, desk: Journey, said: dict[str, str]
) -> None:
    post = desk.publish("Vaccinbussen är försenad i dag")
    for number in range(MANY):
        desk.comment(post, f"Fråga nummer {number:03}")
    be(page, AMIRA)
    go_to(page, COMMENTS)
    storm = standing(page, loosely(said["many"]))
    expect(storm).to_contain_text(said["gathered"])
    write_comment(page, "Jag orkar inte leva så här")
    flagged = message(page, then("Vaccinbussen", said["flagged"]))
    expect(flagged).to_contain_text(said["withheld"])

    press(storm, "storm.list")
    listed = standing(page, loosely(said["list"]))
    claims = listed.locator('[data-action-id="comment.claim"]')
    expect(claims).to_have_count(15)
    expect(listed).to_contain_text(said["more"])
    oldest = listed.locator("blockquote").first.inner_text()
    claims.first.press("Enter")
    expect(message(page, oldest)).to_contain_text(said["has"])
    expect(storm).to_contain_text(said["out"])

    page.get_by_test_id("clock-hour").click()
    expect(storm).to_contain_text(said["calm"])
    write_comment(page, "Kommer den i dag?")
    expect(message(page, "Kommer den i dag?")).to_contain_text(said["waits"])
