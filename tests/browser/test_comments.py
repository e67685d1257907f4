"""The comment desk on the page: answered, urgent, hidden, blocked and praised, as people see it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.acting import be, comment, go_to, loosely, message, press, react, say, submit
from tests.browser.desk import direct, in_thread, relayed
from tests.scenarios.world import AMIRA, COMMENTS, ELIN, JONAS

pytestmark = pytest.mark.usefixtures("desk")

SAID = {
    "sv": {
        "public": "Det du skickar blir offentligt på Facebook",
        "care": "bekräftar att personen har varit i kontakt med vården",
        "anyway": "Skicka ändå",
        "state": "Amira Haddad svarade som sidan",
        "out": "Amira Haddad svarade som sidan:",
        "waits": "Väntar på svar",
        "flagged": "Akut: flaggad av Elin Lindqvist",
        "asks": "den här kommentaren är akut. Kan du bedöma den?",
        "does_nothing": "Jag döljer, tar bort och svarar aldrig själv",
        "kept": "kvar, inte regelbrott",
        "judged": "Bedömd: kvar, inte regelbrott",
        "over": "Klart: kommentaren är bedömd.",
        "spam": "spam eller reklam",
        "saved_first": "Jag sparar allt om kommentaren först. Sedan frågar jag",
        "hide_asks": "Amira Haddad vill dölja kommentaren. Skäl: spam eller reklam: säljer bilar",
        "agreed": "Jonas Berg sa ja. Kommentaren är dold.",
        "hidden": "Dold: Amira Haddad",
        "to_author": "Vi har dolt din kommentar",
        "last_day": "Sista dagen",
        "block_asks": "Amira Haddad vill blockera den som skrev kommentaren",
        "block_agreed": "Jonas Berg sa ja. Det är gjort.",
        "blocked": "Den som skrev är blockerad till och med",
        "list": "/comments blockerade",
        "listed": "Blockerade just nu",
        "until": "till och med",
        "free": "Den som skrev är inte blockerad längre",
        "nobody": "Ingen är blockerad",
        "praised": "Beröm: markerat av Elin Lindqvist",
        "ready": "Klart att skicka till Kvinnokliniken.",
        "passed_on": "Skickat vidare till Kvinnokliniken",
    },
    "en": {
        "public": "What you send becomes public on Facebook",
        "care": "confirms that the person has been in contact with health care",
        "anyway": "Send anyway",
        "state": "Amira Haddad answered as the page",
        "out": "Amira Haddad answered as the page:",
        "waits": "Waiting for an answer",
        "flagged": "Urgent: flagged by Elin Lindqvist",
        "asks": "this comment is urgent. Can you judge it?",
        "does_nothing": "I never hide, remove or answer anything myself",
        "kept": "kept, breaks no rule",
        "judged": "Judged: kept, breaks no rule",
        "over": "Done: the comment is judged.",
        "spam": "spam or advertising",
        "saved_first": "I save all about the comment first. Then I ask",
        "hide_asks": "Amira Haddad wants to hide the comment. Reason: spam or advertising: säljer bilar",
        "agreed": "Jonas Berg said yes. The comment is hidden.",
        "hidden": "Hidden: Amira Haddad",
        "to_author": "We have hidden your comment",
        "last_day": "Last day",
        "block_asks": "Amira Haddad wants to block the author of the comment",
        "block_agreed": "Jonas Berg said yes. It is done.",
        "blocked": "The author is blocked up to and with",
        "list": "/comments blocked",
        "listed": "Blocked just now",
        "until": "up to and with",
        "free": "The author is not blocked any more",
        "nobody": "Nobody is blocked",
        "praised": "Praise: marked by Elin Lindqvist",
        "ready": "Ready to send to Kvinnokliniken.",
        "passed_on": "Passed on to Kvinnokliniken",
    },
}


def test_an_answer_is_written_thought_over_sent_once_and_changed(
    page: Page, said: dict[str, str]
) -> None:
    relay = relayed(page, "Måste man boka tid till rundturen?")
    expect(relay).to_contain_text(said["waits"])
    press(relay, "comment.answer")
    form = page.get_by_test_id("modal")
    expect(form).to_contain_text(said["public"])
    form.locator('[data-block-id="fill"] select').select_option(label="1177")
    text = form.locator("textarea")
    expect(text).to_have_value(re.compile("1177"))
    text.fill("Vi ser i din journal att du var här.")
    submit(page)
    expect(form).to_contain_text(said["care"])
    expect(page.get_by_test_id("modal-submit")).to_have_text(said["anyway"])
    text.fill("Nej, det är bara att komma!")
    submit(page)
    expect(form).to_be_hidden()

    expect(comment(page, "Nej, det är bara att komma! /Amira")).to_be_visible()
    expect(relay).to_contain_text(said["state"])
    out = in_thread(page, relay, said["out"])
    expect(out).to_contain_text("Nej, det är bara att komma! /Amira")
    press(out, "answer.edit")
    form.locator("textarea").fill("Nej, ingen tid behövs! /Amira")
    submit(page)
    expect(out).to_contain_text("Nej, ingen tid behövs! /Amira")
    page.get_by_test_id("close-thread").click()
    expect(comment(page, "Nej, ingen tid behövs! /Amira")).to_be_visible()
    expect(page.get_by_test_id("page").get_by_text(re.compile("^Nej,.* /Amira"))).to_have_count(1)


def test_what_is_urgent_is_asked_about_until_somebody_says_what_it_was(
    page: Page, said: dict[str, str]
) -> None:
    relay = relayed(page, "Jag vet inte om jag orkar mer")
    be(page, ELIN)
    react(page, relay, "triangular_flag_on_post")
    expect(relay).to_contain_text(said["flagged"])
    page.get_by_test_id("clock-hour").click()
    asked = message(page, said["asks"])
    expect(asked).to_contain_text("@Amira Haddad")
    react(page, relay, "white_check_mark")
    expect(relay.locator('[data-reaction="white_check_mark"]')).to_be_visible()
    expect(relay).to_contain_text(said["flagged"])

    be(page, AMIRA)
    press(relay, "comment.judge")
    form = page.get_by_test_id("modal")
    expect(form).to_contain_text(said["does_nothing"])
    submit(page)
    expect(form.get_by_test_id("field-error").first).to_be_visible()
    form.locator('[data-block-id="outcome"] select').select_option(label=said["kept"])
    form.locator('[data-block-id="reason"] textarea').fill("Trött, ingen fara. Vi har svarat.")
    submit(page)
    expect(relay).to_contain_text(said["judged"])
    expect(relay).to_contain_text("Trött, ingen fara.")
    expect(message(page, said["over"])).to_be_visible()


def test_a_comment_is_hidden_by_two_its_author_blocked_and_all_of_it_undone(
    page: Page, said: dict[str, str]
) -> None:
    relay = relayed(page, "Billiga bilar, ring mig!")
    press(relay, "comment.more")
    card = message(page, said["waits"])
    expect(card).to_have_attribute("data-ephemeral", "true")
    press(card, "moderation.open")
    form = page.get_by_test_id("modal")
    form.locator('[data-block-id="rule"] select').select_option(
        label=form.locator("option").filter(has_text=said["spam"]).inner_text()
    )
    form.locator('[data-block-id="words"] textarea').fill("säljer bilar")
    submit(page)
    expect(form).to_contain_text(said["saved_first"])
    submit(page)
    expect(form).to_be_hidden()
    be(page, JONAS)
    asks = in_thread(page, relay, said["hide_asks"])
    press(asks, "moderation.confirm")
    expect(asks).to_contain_text(said["agreed"])
    expect(relay).to_contain_text(said["hidden"])
    page.get_by_test_id("close-thread").click()
    expect(comment(page, "Billiga bilar")).to_have_class(re.compile("comment-hidden"))

    outcome = direct(page, AMIRA, said["to_author"])
    press(outcome, "block.open")
    expect(form).to_contain_text(said["last_day"])
    form.locator('[data-block-id="reason"] textarea').fill("Skriver samma sak under allt")
    submit(page)
    expect(form).to_be_hidden()
    be(page, JONAS)
    go_to(page, COMMENTS)
    asks = in_thread(page, relay, said["block_asks"])
    press(asks, "block.confirm")
    expect(asks).to_contain_text(said["block_agreed"])
    page.get_by_test_id("close-thread").click()
    say(page, said["list"])
    listed = message(page, said["listed"])
    expect(listed).to_contain_text(said["until"])
    press(listed, "block.lift")
    direct(page, AMIRA, said["free"])
    press(direct(page, AMIRA, said["to_author"]), "moderation.undo")
    go_to(page, COMMENTS)
    expect(relay).to_contain_text(said["waits"])
    expect(comment(page, "Billiga bilar")).not_to_have_class(re.compile("comment-hidden"))
    say(page, said["list"])
    expect(message(page, said["nobody"])).to_be_visible()


def test_praise_is_marked_and_passed_on_by_hand(page: Page, said: dict[str, str]) -> None:
    relay = relayed(page, "Vilka hjältar ni är på förlossningen!")
    be(page, ELIN)
    react(page, relay, "blue_heart")
    expect(relay).to_contain_text(said["praised"])
    press(relay, "praise.pass_on")
    form = page.get_by_test_id("modal")
    expect(form).to_contain_text("Vilka hjältar")
    form.locator('[data-block-id="other"] input').fill("Kvinnokliniken")
    submit(page)
    ready = message(page, loosely(said["ready"]))
    expect(ready).to_contain_text("Vilka hjältar ni är på förlossningen!")
    press(ready, "praise.sent")
    expect(message(page, said["passed_on"])).to_be_visible()
