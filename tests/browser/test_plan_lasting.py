"""What makes the plan last, on the page: series, theme days, reserves, last year's posts, holidays."""

import re

from playwright.sync_api import Page, expect

from tests.browser.acting import (
    fill,
    go_to,
    home,
    look,
    loosely,
    message,
    people,
    pick,
    press,
    say,
    sent,
    standing,
    submit,
    tick,
)
from tests.scenarios.journey import Journey
from tests.scenarios.world import JONAS, PLAN

SAID = {
    "sv": {
        "series": "/plan serier",
        "none": "Ni har inga serier än",
        "made": "Här jobbar jag är en serie",
        "turns": "fredag 4 december (v. 49): Amira Haddad • fredag 18 december (v. 51): Jonas Berg",
        "free": "hoppar över: fredag 1 januari 2027 (v. 53)",
        "skipped": "Här jobbar jag hoppar över fredag 18 december (v. 51).",
        "back": "Ångrat: Här jobbar jag, fredag 18 december (v. 51) kl. 11.00",
        "week": "/plan vecka 51",
        "gap": "fredag 18 december: Lucka",
        "post": "fredag 18 december: Här jobbar jag · Facebook kl. 11.00 · utkast · Jonas Berg",
        "wheel": "/idea årshjul",
        "empty": "Årshjulet är tomt",
        "kept": "Sparad i årshjulet: Rörelsens dag, 3 december. 1 ny idé ligger redan i idébanken",
        "gaps": "/plan luckor",
        "fits": "Passar: Rörelsens dag: passar Facebook · temadagen är torsdag 3 december"
        " · inget annat om rörelse den veckan",
        "fitting": "Rörelsens dag, onsdag 2 december (v. 49) kl. 11.00",
        "origin": "Kommer från idén ”Rörelsens dag”",
        "reserve": "/idea reserv",
        "lacks": "Alt-texten till bilden saknas.",
        "reserved": "Hitta till 1177 ligger i reserven. 1 av 3 reservinlägg är på plats.",
        "ready": "Passar: Hitta till 1177: ligger färdigt i reserven",
        "planned": "onsdag 25 november: Hitta till 1177 · Facebook kl. 11.00",
        "nag": "luckor de närmaste två veckorna",
        "again": "För ett år sedan: Boka din tid – uppdatera? Gick onsdag 26 november 2025",
        "reused": "Bygger på Boka din tid från onsdag 26 november 2025. Uppdatera texten",
        "pack": "Julpaketet 0 av 6 tider är fyllda från 21/12 till 10/1"
        ", och 3 tider på lediga dagar är inte bestämda.",
        "asks": "Onsdag 6 januari 2027 (v. 1), Facebook kl. 11.00, är röd dag (Trettondedag jul)",
        "taken": "1 av 6 tider är fyllda från 21/12 till 10/1, och 3 tider",
        "left": "1 av 6 tider är fyllda från 21/12 till 10/1, och 2 tider",
        "first": "Måndag 21 december (v. 52)",
        "second": "Onsdag 23 december (v. 52)",
    },
    "en": {
        "series": "/plan series",
        "none": "You have no series yet",
        "made": "Här jobbar jag is a series",
        "turns": "Friday 4 December (week 49): Amira Haddad"
        " • Friday 18 December (week 51): Jonas Berg",
        "free": "skips: Friday 1 January 2027 (week 53)",
        "skipped": "Här jobbar jag skips Friday 18 December (week 51).",
        "back": "Undone: Här jobbar jag, Friday 18 December (week 51) at 11:00",
        "week": "/plan week 51",
        "gap": "Friday 18 December: Gap",
        "post": "Friday 18 December: Här jobbar jag · Facebook at 11:00 · draft · Jonas Berg",
        "wheel": "/idea wheel",
        "empty": "The year wheel is empty",
        "kept": "Kept in the year wheel: Rörelsens dag, 3 December."
        " 1 new idea is in the idea bank already",
        "gaps": "/plan gaps",
        "fits": "Fits: Rörelsens dag: suits Facebook · the theme day is Thursday 3 December"
        " · nothing else about rörelse that week",
        "fitting": "Rörelsens dag, Wednesday 2 December (week 49) at 11:00",
        "origin": "Comes from the idea “Rörelsens dag”",
        "reserve": "/idea reserve",
        "lacks": "The picture's alt text is missing.",
        "reserved": "Hitta till 1177 is in reserve. 1 of 3 reserve posts are there.",
        "ready": "Fits: Hitta till 1177: lies ready in the reserve",
        "planned": "Wednesday 25 November: Hitta till 1177 · Facebook at 11:00",
        "nag": "gaps in the next two weeks",
        "again": "A year ago: Boka din tid – update it? Ran Wednesday 26 November 2025",
        "reused": "Made of Boka din tid from Wednesday 26 November 2025. Update the text",
        "pack": "The Christmas pack 0 of 6 slots are filled from 21 Dec to 10 Jan"
        ", and 3 slots on days off are not decided.",
        "asks": "Wednesday 6 January 2027 (week 1), Facebook at 11:00, is a public holiday (Epiphany)",
        "taken": "1 of 6 slots are filled from 21 Dec to 10 Jan, and 3 slots",
        "left": "1 of 6 slots are filled from 21 Dec to 10 Jan, and 2 slots",
        "first": "Monday 21 December (week 52)",
        "second": "Wednesday 23 December (week 52)",
    },
}


WORLD = {"start": "2025-11-26T07:30"}


def begin(journey: Journey) -> None:
    """A Tuesday morning in November; a year before, Jonas published something."""
    journey.say(JONAS, "/plan 26/11 11.00 Boka din tid")
    journey.clock_to("2025-11-26T08:15")
    digest = journey.await_message(PLAN, "Boka din tid")
    journey.click(JONAS, digest, "post.publish")
    assert journey.submit(JONAS, link="https://facebook.example/boka")["ok"]
    journey.clock_to("2026-11-24T09:00")
    journey.settled()


def test_a_series_fills_its_slots_in_turn_and_skips_a_date(
    page: Page, said: dict[str, str]
) -> None:
    say(page, said["series"])
    press(message(page, said["none"]), "series.new")
    fill(page, "name", "Här jobbar jag")
    tick(page, "weekdays", "TU", on=False)
    tick(page, "weekdays", "FR")
    pick(page, "week", "2026-11-30")
    fill(page, "time", "11:00")
    people(page, "owner", "Amira Haddad", "Jonas Berg")
    sent(page)
    made = message(page, loosely(said["made"]))
    expect(made).to_contain_text(loosely(said["turns"]))
    expect(made).to_contain_text(loosely(said["free"]))

    look(page, said["week"], said["post"])
    say(page, said["series"])
    skip = page.get_by_test_id("messages").locator('[data-action-id="series.skip"]').last
    skip.select_option("1 2026-12-18")
    skipped = message(page, loosely(said["skipped"]))
    expect(skipped).to_be_visible()
    look(page, said["week"], said["gap"])
    press(skipped, "post.restore")
    expect(message(page, loosely(said["back"]))).to_be_visible()
    look(page, said["week"], said["post"])


def test_a_theme_day_becomes_an_idea_and_fits_the_gap_beside_it(
    page: Page, said: dict[str, str]
) -> None:
    say(page, said["wheel"])
    press(message(page, said["empty"]), "wheel.add")
    fill(page, "title", "Rörelsens dag")
    fill(page, "when", "3 december")
    pick(page, "outlet", "1")
    fill(page, "tags", "#rörelse")
    sent(page)
    expect(message(page, loosely(said["kept"]))).to_be_visible()

    look(page, said["gaps"], said["fits"])
    gaps = message(page, loosely(said["fits"]))
    gaps.locator('[data-action-id="plan.fill"][data-value="1 2026-12-02 11:00"]').press("Enter")
    form = page.get_by_test_id("modal")
    expect(form).to_contain_text(loosely(said["fits"]))
    form.locator('[data-action-id="plan.use_offer"]').first.click()
    expect(form.locator('[data-block-id^="title"] input')).to_have_value("Rörelsens dag")
    sent(page)
    planned = message(page, loosely(said["fitting"]))
    expect(planned).to_contain_text(said["origin"])


def test_the_reserve_and_last_year_fill_the_nearest_gaps(page: Page, said: dict[str, str]) -> None:
    say(page, said["reserve"])
    press(message(page, loosely(said["reserve"].split()[-1])), "reserve.form")
    fill(page, "title", "Hitta till 1177")
    fill(page, "note", "Så gör du.")
    pick(page, "kind", "picture")
    submit(page)
    expect(page.get_by_test_id("field-error").first).to_have_text(said["lacks"])
    fill(page, "alt", "En skylt med siffrorna 1177.")
    sent(page)
    expect(message(page, loosely(said["reserved"]))).to_be_visible()

    nag = standing(page, loosely(said["nag"]))
    expect(nag).to_contain_text(loosely(said["again"]))
    home(page, said["ready"])
    page.get_by_test_id("home").locator('[data-action-id="gap.plan_idea"]').first.press("Enter")
    home(page, said["planned"])

    go_to(page, PLAN)
    again = nag.locator('option[value*="post-"]').first.get_attribute("value") or ""
    nag.locator(f'select:has(option[value="{again}"])').select_option(again)
    expect(message(page, loosely(said["reused"]))).to_be_visible()


def test_the_holiday_pack_gathers_the_gaps_of_the_days_off(
    page: Page, said: dict[str, str]
) -> None:
    nag = standing(page, loosely(said["pack"]))
    press(nag, "holiday.open")
    pack = standing(page, loosely(said["asks"]))
    press(pack.locator(".block-actions").first, "gap.take")
    expect(nag).to_contain_text(loosely(said["taken"]))
    expect(pack).to_contain_text(loosely(said["asks"]))
    pack.locator('[data-action-id="gap.leave_empty"][data-value="1 2027-01-06 11:00"]').press(
        "Enter"
    )
    expect(nag).to_contain_text(loosely(said["left"]))
    press(nag, "holiday.open")
    shown = rf"{loosely(said['left']).pattern}[\s\S]*{loosely(said['second']).pattern}"
    anew = standing(page, re.compile(shown))
    expect(anew).not_to_contain_text(loosely(said["first"]))
    expect(anew).not_to_contain_text(loosely(said["asks"]))
