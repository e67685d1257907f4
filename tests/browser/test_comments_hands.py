"""Whose a comment is, as people see it: taken and given; promised, led elsewhere, left unanswered."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.acting import be, comment, go_to, message, press, react, submit
from tests.browser.desk import card, choose, direct, in_thread, relayed, sent
from tests.scenarios.journey import Journey
from tests.scenarios.world import AMIRA, COMMENTS, ELIN, JONAS, MIKKO

HALF = "2026-11-23T13:30"  # half the time to keep a promise of this morning is over

pytestmark = pytest.mark.usefixtures("desk")

SAID = {
    "sv": {
        "waits": "Väntar på svar",
        "has": "{} har den sedan",
        "takes": "Ta den från kollegan som har den. Kollegan får veta det.",
        "took": "Du har den nu. Elin Lindqvist får veta det.",
        "lost": "Jonas Berg har tagit över en kommentar som du hade. Du behöver inte göra något mer.",
        "not_in": "Den personen är inte med i innehållsteamet",
        "handed_over": "Amira Haddad har den nu och har fått veta det.",
        "handed": "Jonas Berg har lämnat över en kommentar till dig",
        "to_amira": "Jonas Berg lämnade över den till Amira Haddad",
        "declined": "Du har sagt nej. Kommentaren väntar i kanalen igen.",
        "returned": "Amira Haddad kan inte ta den",
        "no_why": "Du behöver inte säga varför, och jag säger inte att det var du",
        "passed_on": "Den väntar på en kollega, och du behöver inte säga varför",
        "needs": "Behöver en kollega",
        "kind": "Vi återkommer",
        "promise": "Tack för din fråga! Vi tar reda på det och återkommer här.",
        "promised": "Amira Haddad återkommer, lovade sidan",
        "promised_out": "Amira Haddad lovade som sidan att ni återkommer:",
        "half": "Sidan har lovat att återkomma, och det är du som har tagit det",
        "known": "Sidan har svarat i tråden: ”Tack för din fråga!",
        "answered": "Amira Haddad svarade som sidan",
        "out": "Amira Haddad svarade som sidan:",
        "for_good": "går inte att få tillbaka",
        "removed": "Sidans svar är borttaget, och kommentaren är öppen igen",
        "unneed_means": "Avsluta den utan svar, med en orsak",
        "unneed_else": "Något annat skäl? Då är den obesvarad",
        "tag": "Någon taggar bara en vän",
        "unneeded": "Inget svar behövs (taggar bara en vän): Elin Lindqvist",
        "did_unneed": "Inget svar behövs: ",
        "test_means": "Skriven av en kollega, eller ett test?",
        "left_out": "Inget svar behövs (internt eller ett test, räknas inte): Elin Lindqvist",
        "did_leave_out": "Räknas inte i siffrorna och väntar inte på svar: ",
        "unit": "Verksamheten",
        "unit_text": "Det här svarar {enhet} bäst på. Du når dem här: {länk}",
        "blank": "{länk} är inte ifyllt.",
        "led": "Amira Haddad hänvisade till Verksamheten",
    },
    "en": {
        "waits": "Waiting for an answer",
        "has": "{} has had it since",
        "takes": "Take it from the colleague who has it. They are told.",
        "took": "You have it now. Elin Lindqvist is told.",
        "lost": "Jonas Berg has taken over a comment that you had. There is nothing more for you to do.",
        "not_in": "That person is not in the content team",
        "handed_over": "Amira Haddad has it now and has been told.",
        "handed": "Jonas Berg has handed a comment over to you",
        "to_amira": "Jonas Berg handed it over to Amira Haddad",
        "declined": "You have said no. The comment waits in the channel again.",
        "returned": "Amira Haddad cannot take it",
        "no_why": "You need not say why, and I do not say that it was you",
        "passed_on": "It waits for a colleague, and you need not say why",
        "needs": "Needs a colleague",
        "kind": "We will get back",
        "promise": "Thank you for your question! We will find out and get back to you here.",
        "promised": "Amira Haddad will get back, the page said so",
        "promised_out": "Amira Haddad promised as the page that you will get back:",
        "half": "The page has promised to get back, and you are the one who has taken it",
        "known": "The page has answered in the thread: “Thank you for your question!",
        "answered": "Amira Haddad answered as the page",
        "out": "Amira Haddad answered as the page:",
        "for_good": "cannot be brought back",
        "removed": "The page’s answer is removed, and the comment is open again",
        "unneed_means": "Finish it without an answer, for a reason",
        "unneed_else": "Some other reason? Then it is unanswered",
        "tag": "Somebody only tags a friend",
        "unneeded": "No answer needed (only tags a friend): Elin Lindqvist",
        "did_unneed": "No answer needed: ",
        "test_means": "Written by a colleague, or a test?",
        "left_out": "No answer needed (internal or a test, not counted): Elin Lindqvist",
        "did_leave_out": "Left out of the figures, and waits for no answer: ",
        "unit": "The unit",
        "unit_text": "{unit} knows best about this. This is how you reach them: {link}",
        "blank": "{link} is not filled in.",
        "led": "Amira Haddad led them to The unit",
    },
}


def test_a_comment_goes_from_hand_to_hand_and_whoever_gets_or_loses_it_is_told(
    page: Page, said: dict[str, str]
) -> None:
    relay = relayed(page, "Går bussen på nyårsafton?")
    be(page, ELIN)
    react(page, relay, "eyes")
    expect(relay).to_contain_text(said["has"].format("Elin Lindqvist"))
    relay.locator('[data-reaction="eyes"]').press("Enter")
    expect(relay).to_contain_text(said["waits"])
    react(page, relay, "eyes")
    expect(relay).to_contain_text(said["has"].format("Elin Lindqvist"))

    be(page, JONAS)
    opened = card(page, relay)
    expect(opened).to_contain_text(said["takes"])
    press(opened, "comment.take_over")
    expect(relay).to_contain_text(said["has"].format("Jonas Berg"))
    expect(message(page, said["took"])).to_be_visible()
    expect(direct(page, ELIN, said["lost"])).to_contain_text("Går bussen på nyårsafton?")

    be(page, JONAS)
    go_to(page, COMMENTS)
    press(card(page, relay), "comment.hand_over")
    person = page.get_by_test_id("modal").locator('[data-block-id="person"] select')
    person.select_option(MIKKO)
    submit(page)
    expect(page.get_by_test_id("field-error").first).to_contain_text(said["not_in"])
    person.select_option(AMIRA)
    sent(page)
    expect(message(page, said["handed_over"])).to_be_visible()
    given = direct(page, AMIRA, said["handed"])
    press(given, "comment.decline")
    expect(message(page, said["declined"])).to_be_visible()
    direct(page, JONAS, said["returned"])

    be(page, AMIRA)
    go_to(page, COMMENTS)
    expect(relay).to_contain_text(said["waits"])
    press(relay, "comment.claim")
    expect(relay).to_contain_text(said["has"].format("Amira Haddad"))
    opened = card(page, relay)
    expect(opened).to_contain_text(said["to_amira"])
    expect(opened).to_contain_text(said["no_why"])
    press(opened, "comment.sos")
    expect(relay).to_contain_text(said["needs"])
    expect(relay).not_to_contain_text("Amira")
    expect(message(page, said["passed_on"])).to_be_visible()


def test_no_answer_is_needed_for_a_reason_and_after_all(page: Page, said: dict[str, str]) -> None:
    relay = relayed(page, "Titta här, Sanna!")
    be(page, ELIN)
    opened = card(page, relay)
    expect(opened).to_contain_text(said["unneed_means"])
    press(opened, "comment.unneed")
    form = page.get_by_test_id("modal")
    expect(form).to_contain_text(said["unneed_else"])
    submit(page)
    expect(page.get_by_test_id("field-error").first).to_be_visible()
    choose(page, "reason", said["tag"])
    sent(page)
    expect(relay).to_contain_text(said["unneeded"])
    press(message(page, said["did_unneed"]), "comment.reopen")
    expect(relay).to_contain_text(said["waits"])


def test_a_test_is_left_out_of_the_figures_and_counted_after_all(
    page: Page, said: dict[str, str]
) -> None:
    relay = relayed(page, "Test, bara för att se att allt fungerar")
    be(page, ELIN)
    opened = card(page, relay)
    expect(opened).to_contain_text(said["test_means"])
    press(opened, "comment.uncount")
    expect(relay).to_contain_text(said["left_out"])
    press(message(page, said["did_leave_out"]), "comment.count")
    expect(relay).to_contain_text(said["waits"])


def test_whoever_is_led_elsewhere_is_told_where_and_the_log_knows(
    page: Page, said: dict[str, str]
) -> None:
    relay = relayed(page, "Hur vet jag att remissen har kommit fram?")
    press(relay, "comment.answer")
    form = page.get_by_test_id("modal")
    choose(page, "fill", said["unit"])
    text = form.locator("textarea")
    expect(text).to_have_value(re.compile(re.escape(said["unit_text"])))
    submit(page)
    expect(form).to_contain_text(said["blank"])
    text.fill("Ögonmottagningen svarar bäst på det. Ring 010-123 45 67.")
    sent(page)
    expect(comment(page, "Ögonmottagningen svarar bäst på det.")).to_be_visible()
    expect(relay).to_contain_text(said["answered"])
    expect(card(page, relay)).to_contain_text(said["led"])


def test_we_will_get_back_is_an_answer_with_a_clock_of_its_own_until_the_last_one(
    page: Page, desk: Journey, said: dict[str, str]
) -> None:
    relay = relayed(page, "Hur många böcker får plats i bussen?")
    press(relay, "comment.answer")
    form = page.get_by_test_id("modal")
    choose(page, "kind", said["kind"])
    text = form.locator("textarea")
    expect(text).to_have_value(said["promise"])
    sent(page)
    expect(relay).to_contain_text(said["promised"])
    expect(comment(page, f"{said['promise']} /Amira")).to_be_visible()
    in_thread(page, relay, said["promised_out"])
    page.get_by_test_id("close-thread").click()

    desk.clock_to(HALF)
    reminder = direct(page, AMIRA, said["half"])
    expect(reminder).to_contain_text("Hur många böcker får plats i bussen?")
    expect(reminder).to_contain_text(said["promised"])
    go_to(page, COMMENTS)
    press(relay, "comment.answer")
    expect(form).to_contain_text(said["known"])
    text.fill("Ungefär 3 000 böcker!")
    sent(page)
    expect(relay).to_contain_text(said["answered"])
    expect(comment(page, "Ungefär 3 000 böcker! /Amira")).to_be_visible()

    press(in_thread(page, relay, said["out"]), "answer.delete")
    expect(form).to_contain_text(said["for_good"])
    sent(page)
    expect(page.get_by_test_id("thread")).to_contain_text(said["removed"])
    page.get_by_test_id("close-thread").click()
    expect(relay).to_contain_text(said["promised"])
    expect(page.get_by_test_id("page").get_by_text("Ungefär 3 000 böcker!")).to_have_count(0)
