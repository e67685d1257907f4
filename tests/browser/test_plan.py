"""The plan desk on the page: a gap becomes a post that is ready, and what a free day asks."""

from playwright.sync_api import Page, expect

from tests.browser.acting import (
    be,
    choose,
    fill,
    go_to,
    home,
    look,
    loosely,
    message,
    pick,
    press,
    say,
    sent,
    standing,
    submit,
)
from tests.scenarios.journey import Journey
from tests.scenarios.world import AMIRA, JONAS

MINE = f"D{AMIRA[1:]}"  # where the bot tells Amira what she did on her home tab
TEXT = "Nu kan du boka tid för vaccin mot influensa."

SAID = {
    "sv": {
        "settings": "/lucka inställningar",
        "idea": "/idea Så bokar du vaccin",
        "fits": "Passar: Så bokar du vaccin",
        "row": "onsdag 25 november: Så bokar du vaccin · Facebook kl. 11.00 · utkast",
        "shows": "Visas: Ingen bild",
        "equipped": "Sparat: bild och personer för Så bokar du vaccin",
        "two": "2 saker saknas: • text • alt-text till bilden",
        "one": "En sak saknas: • alt-text till bilden",
        "anyway": "Så bokar du vaccin är klart ändå. Skälet står i historiken.",
        "history": "gjorde klart ändå: ”Bilden tas på plats.”",
        "is_ready": "onsdag 25 november: Så bokar du vaccin · Facebook kl. 11.00 · klart",
        "moved": "Så bokar du vaccin ligger nu fredag 27 november (v. 48) kl. 11.00",
        "moved_row": "fredag 27 november: Så bokar du vaccin · Facebook kl. 11.00 · klart",
        "christmas": "fredag 25 december, Juldagen: ledig dag",
        "free": "Dagen är ledig: Juldagen. Ingen är på plats och bevakar",
        "planned": "Planerat: God jul, fredag 25 december (v. 52) kl. 11.00",
        "new_year": "fredag 1 januari 2027, Nyårsdagen: ledig dag",
        "shifted": "är flyttad till tisdag 29 december (v. 53) kl. 11.00",
        "unshifted": "tiden ligger på den lediga dagen igen",
        "epiphany": "onsdag 6 januari 2027, Trettondedag jul: ledig dag",
        "empty": "Onsdag 6 januari 2027 (v. 1), Facebook kl. 11.00, lämnas tom.",
        "left": "onsdag 6 januari 2027, Trettondedag jul: lämnas tom",
        "restored": "Onsdag 6 januari 2027 (v. 1), Facebook kl. 11.00, är en lucka igen.",
        "week": "/plan vecka",
    },
    "en": {
        "settings": "/lucka settings",
        "idea": "/idea Så bokar du vaccin",
        "fits": "Fits: Så bokar du vaccin",
        "row": "Wednesday 25 November: Så bokar du vaccin · Facebook at 11:00 · draft",
        "shows": "Shows: No picture",
        "equipped": "Saved: picture and persons of Så bokar du vaccin",
        "two": "2 things are missing: • a text • an alt text for the picture",
        "one": "One thing is missing: • an alt text for the picture",
        "anyway": "Så bokar du vaccin is ready anyway. The reason stands in its history.",
        "history": "made it ready anyway: ”Bilden tas på plats.”",
        "is_ready": "Wednesday 25 November: Så bokar du vaccin · Facebook at 11:00 · ready",
        "moved": "Så bokar du vaccin is now planned for Friday 27 November (week 48) at 11:00",
        "moved_row": "Friday 27 November: Så bokar du vaccin · Facebook at 11:00 · ready",
        "christmas": "Friday 25 December, Christmas Day: a day off",
        "free": "That is a day off: Christmas Day. Nobody is there to watch",
        "planned": "Planned: God jul, Friday 25 December (week 52) at 11:00",
        "new_year": "Friday 1 January 2027, New Year's Day: a day off",
        "shifted": "has moved to Tuesday 29 December (week 53) at 11:00",
        "unshifted": "the slot is on the day off again",
        "epiphany": "Wednesday 6 January 2027, Epiphany: a day off",
        "empty": "Wednesday 6 January 2027 (week 1), Facebook at 11:00, is left empty.",
        "left": "Wednesday 6 January 2027, Epiphany: left empty",
        "restored": "Wednesday 6 January 2027 (week 1), Facebook at 11:00, is a gap again.",
        "week": "/plan week",
    },
}


WORLD = {"start": "2026-11-24T09:00"}


def begin(journey: Journey) -> None:
    """An empty world on a Tuesday morning, in which Amira leads the team."""
    settings = journey.say(AMIRA, SAID[journey.language]["settings"])
    journey.click(AMIRA, settings, "team.change")
    assert journey.submit(AMIRA, lead=AMIRA, deputies=[JONAS])["ok"]
    journey.settled()


def test_a_gap_becomes_a_post_that_is_ready_with_a_reason_moved_and_put_back(
    page: Page, said: dict[str, str]
) -> None:
    say(page, said["idea"])
    expect(message(page, "Så bokar du vaccin")).to_be_visible()
    home(page, said["fits"])
    page.get_by_test_id("home").locator('[data-action-id="gap.plan_idea"]').first.click()
    choose(page, home(page, said["row"]), "open")

    go_to(page, MINE)
    card = standing(page, said["shows"])
    press(card, "post.media")
    pick(page, "kind", "picture")
    sent(page)
    expect(message(page, loosely(said["equipped"]))).to_be_visible()
    press(card, "post.ready")
    missing = message(page, loosely(said["two"]))
    press(missing, "post.change")
    fill(page, "text", TEXT)
    sent(page)
    press(card, "post.ready")
    press(message(page, loosely(said["one"])), "post.override")
    submit(page)
    expect(page.get_by_test_id("field-error").first).to_be_visible()
    fill(page, "note", "Bilden tas på plats.")
    sent(page)
    expect(message(page, loosely(said["anyway"]))).to_be_visible()
    press(card, "post.history")
    expect(message(page, loosely(said["history"]))).to_be_visible()

    choose(page, home(page, said["is_ready"]), "move")
    gaps = page.get_by_test_id("modal").locator('.block[data-block-id="gap"] select')
    gaps.select_option(index=1)
    sent(page)
    home(page, said["moved_row"])
    go_to(page, MINE)
    press(message(page, loosely(said["moved"])), "post.restore")
    home(page, said["is_ready"])


def test_a_slot_on_a_free_day_asks_and_each_answer_does_what_it_says(
    page: Page, said: dict[str, str]
) -> None:
    be(page, JONAS)
    choose(page, look(page, f"{said['week']} 52", said["christmas"]), "fill")
    expect(page.get_by_test_id("modal")).to_contain_text(loosely(said["free"]))
    fill(page, "title", "God jul")
    sent(page)
    planned = message(page, loosely(said["planned"]))
    expect(planned).to_contain_text(loosely(said["free"]))

    choose(page, look(page, f"{said['week']} 53", said["new_year"]), "move")
    press(message(page, loosely(said["shifted"])), "slot.move_back")
    expect(message(page, loosely(said["unshifted"]))).to_be_visible()
    look(page, f"{said['week']} 53", said["new_year"])

    choose(page, look(page, f"{said['week']} 1", said["epiphany"]), "empty")
    empty = message(page, loosely(said["empty"]))
    expect(empty).to_be_visible()
    look(page, f"{said['week']} 1", said["left"])
    press(empty, "gap.restore")
    expect(message(page, loosely(said["restored"]))).to_be_visible()
