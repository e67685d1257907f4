"""The team's own settings on the page: decided, refused, undone, lent to a deputy, and as a file."""

import json
from typing import Any

from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.browser.acting import be, go_to, loosely, message, press, say, standing, submit
from tests.scenarios.journey import Journey
from tests.scenarios.world import AMIRA, ELIN, GUEST, JONAS, MIKKO, PLAN

MINE = f"D{AMIRA[1:]}"  # where the file comes
STRANGER = "U0FRAMMANDE"  # of another organisation: in no list of people on the page

SAID = {
    "sv": {
        "start": "/lucka kom igång",
        "none": "0 av 13 bestämt",
        "open": "○ Huvudansvarig: inte bestämt än",
        "lead_first": "Välj en huvudansvarig först",
        "no_guest": "Bara medlemmar i arbetsytan kan vara med i teamet",
        "team": "Ersättare: Jonas Berg",
        "no_link": "Skriv en hel adress",
        "rules": "✔ Länk till reglerna för kommentarer: https://lillsjo.example/regler",
        "roster": "Vem som har bevakning",
        "declined": "– Vem som har bevakning: bestämmer vi inte",
        "some": "4 av 13 bestämt",
        "settings": "/lucka inställningar",
        "overview": "Så här är det bestämt. Alla får titta",
        "language": "Svenska, för alla.",
        "usual": "Vi svarar inom 24 timmar på helgfria vardagar.",
        "number": "Skriv ett antal från 1 till",
        "promised": "Vi svarar inom 4 timmar på arbetstid.",
        "history": "Svar och bevakning · I dag kl. 9",
        "undone": "Ångrat. Så här är Svar och bevakning nu igen:",
        "reads": "Be Amira Haddad göra det",
        "not_lead": "Det bestämmer huvudansvarig eller en ersättare",
        "members": "Bara medlemmar i arbetsytan",
        "publishes": "Mikko Niemi",
        "backwards": "De dagarna stämmer inte",
        "stands_in": "Leder: Jonas Berg: tisdag 24 november till och med söndag 6 december",
        "leads": "Leder i dag: Jonas Berg",
        "file": "Luckas inställningar",
        "outsider": "någon som inte är medlem i arbetsytan: Sofia Ek (U0GAST). Inget är ändrat.",
        "would": "Det här skulle inst.json ändra:",
        "before": "Nu: Vi svarar inom 24 timmar",
        "after": "Med filen: Vi svarar inom 2 arbetsdagar",
        "unit": "Kommer till: Ambulansen",
        "used": "Klart. Det här är nu som i inst.json:",
        "step": "Inläst från en fil · I dag kl. 9",
        "as_before": "Ångrat. Det här är som det var före filen:",
    },
    "en": {
        "start": "/lucka start",
        "none": "0 of 13 decided",
        "open": "○ Lead: not decided yet",
        "lead_first": "Choose a lead first",
        "no_guest": "Only members of the workspace can be in the team",
        "team": "Deputies: Jonas Berg",
        "no_link": "Write a whole address",
        "rules": "✔ Link to the rules for comments: https://lillsjo.example/regler",
        "roster": "Who watches",
        "declined": "– Who watches: we do not decide this",
        "some": "4 of 13 decided",
        "settings": "/lucka settings",
        "overview": "This is how it is decided. Everybody may look",
        "language": "English, for everybody.",
        "usual": "We answer within 24 hours on weekdays that are no holidays.",
        "number": "Write a number from 1 to",
        "promised": "We answer within 4 working hours.",
        "history": "Answers and watch · Today at 09",
        "undone": "Undone. This is how Answers and watch is now again:",
        "reads": "Ask Amira Haddad to do it",
        "not_lead": "The lead or a deputy decides that",
        "members": "Only members of the workspace",
        "publishes": "Mikko Niemi",
        "backwards": "Those days do not fit",
        "stands_in": "Leads: Jonas Berg: Tuesday 24 November up to and including Sunday 6 December",
        "leads": "Leads today: Jonas Berg",
        "file": "Lucka's settings",
        "outsider": "somebody who is no member of this workspace: Sofia Ek (U0GAST). Nothing has",
        "would": "This is what inst.json would change:",
        "before": "Now: We answer within 24 hours",
        "after": "With the file: We answer within 2 working days",
        "unit": "Added: Ambulansen",
        "used": "Done. This is now as inst.json says:",
        "step": "Read in from a file · Today at 09",
        "as_before": "Undone. This is as it was before the file:",
    },
}


WORLD = {"start": "2026-11-24T09:00"}


def begin(journey: Journey) -> None:
    """A team that has decided nothing yet, on a Tuesday morning."""
    journey.settled()


def block(page: Page, block_id: str) -> Locator:
    """Return a field of the form that is open."""
    return page.get_by_test_id("modal").locator(f'.block[data-block-id="{block_id}"]')


def fill(page: Page, block_id: str, text: str) -> None:
    block(page, block_id).locator("input, textarea").first.fill(text)


def pick(page: Page, block_id: str, value: str) -> None:
    block(page, block_id).locator("select").select_option(value)


def add(page: Page, block_id: str, name: str) -> None:
    """Choose one more person in a field of the form that is open."""
    field = block(page, block_id).get_by_role("combobox")
    field.fill(name)
    page.locator(".suggestion").filter(has_text=name).click()
    expect(block(page, block_id).locator(".combo-chip").filter(has_text=name)).to_be_visible()


def refused(page: Page, text: str) -> None:
    """Send the form that is open, and see what is said beside a field."""
    submit(page)
    expect(page.get_by_test_id("modal").get_by_test_id("field-error").first).to_contain_text(text)


def sent(page: Page) -> None:
    """Send the form that is open, and see that it closes."""
    submit(page)
    expect(page.get_by_test_id("modal")).to_be_hidden()


def settings(page: Page, said: dict[str, str]) -> Locator:
    """Show the settings, and return the message."""
    before = message(page, said["overview"]).count()
    stamp = message(page, said["overview"]).get_attribute("data-ts") if before else ""
    say(page, said["settings"])
    shown = page.get_by_test_id("messages").locator(
        f'[data-testid="message"]:not([data-ts="{stamp}"])', has_text=said["overview"]
    )
    return shown.last


def test_a_new_team_decides_what_it_wants_and_leaves_the_rest_open(
    page: Page, said: dict[str, str]
) -> None:
    say(page, said["start"])
    expect(message(page, said["none"])).to_contain_text(said["open"])
    steps = standing(page, said["none"])
    press(steps.locator(".block-section", has_text=said["open"]), "team.change")
    add(page, "deputies", "Jonas Berg")
    refused(page, said["lead_first"])
    pick(page, "lead", AMIRA)
    add(page, "members", "Sofia Ek")
    refused(page, said["no_guest"])
    block(page, "members").locator(".combo-chip button").click()
    add(page, "readers", "Elin Lindqvist")
    sent(page)
    expect(message(page, said["team"])).to_be_visible()

    steps.locator('[data-action-id="first.fact"][data-value="rules"]').press("Enter")
    fill(page, "fact", "på webben")
    refused(page, said["no_link"])
    fill(page, "fact", "https://lillsjo.example/regler")
    sent(page)
    expect(message(page, said["rules"])).to_be_visible()
    steps.locator('[data-action-id="first.decline"]').select_option(label=said["roster"])
    expect(message(page, said["declined"])).to_be_visible()
    say(page, said["start"])
    expect(message(page, said["some"])).to_contain_text(said["declined"])


def test_a_setting_is_changed_refused_remembered_and_undone(
    page: Page, said: dict[str, str]
) -> None:
    shown = settings(page, said)
    expect(shown).to_contain_text(said["language"])
    press(shown, "policy.show")
    press(message(page, loosely(said["usual"])), "policy.change")
    pick(page, "kind", "kontorstimmar")
    refused(page, said["number"])
    fill(page, "count", "4")
    sent(page)
    saved = message(page, loosely(said["promised"]))
    press(saved, "settings.open")
    press(message(page, said["overview"]), "settings.history")
    history = message(page, loosely(said["history"]))
    history.locator('[data-action-id="settings.undo"]').first.press("Enter")
    expect(message(page, loosely(said["undone"]))).to_contain_text(loosely(said["usual"]))


def test_each_does_what_their_role_lets_them(
    page: Page, journey: Journey, said: dict[str, str]
) -> None:
    for who, why in ((ELIN, "reads"), (MIKKO, "not_lead"), (GUEST, "members")):
        be(page, who)
        if who != GUEST:
            press(settings(page, said), "policy.show")
            press(message(page, loosely(said["usual"])), "policy.change")
        else:
            say(page, said["settings"])
        expect(message(page, said[why])).to_be_visible()
    assert said["members"] in journey.ask(STRANGER, said["settings"])

    be(page, AMIRA)
    shown = settings(page, said)
    press(shown, "publishing.change")
    pick(page, "state", "on")
    add(page, "users", said["publishes"])
    sent(page)
    expect(message(page, said["publishes"])).to_be_visible()
    press(shown, "rights.show")
    rights = page.get_by_test_id("message").filter(
        has=page.locator('[data-action-id="rights.stand_in"]')
    )
    press(rights.last, "rights.stand_in")
    pick(page, "person", JONAS)
    fill(page, "first", "2026-11-24")
    fill(page, "last", "2026-11-20")
    refused(page, said["backwards"])
    fill(page, "last", "2026-12-06")
    sent(page)
    expect(message(page, loosely(said["stands_in"]))).to_be_visible()
    expect(settings(page, said)).to_contain_text(said["leads"])


def test_the_settings_are_saved_as_a_file_and_read_in_again(
    page: Page, said: dict[str, str]
) -> None:
    press(settings(page, said), "settings.file")
    go_to(page, MINE)
    link = page.get_by_role("link", name=said["file"])
    data = page.request.get(str(link.get_attribute("href"))).json()
    assert data["settings"]["team"]["readers"] == [ELIN]
    go_to(page, PLAN)

    turns = {"people": [JONAS, GUEST], "from": "2026-11-23"}
    give(page, said, {**data, "settings": {**data["settings"], "roster": turns}})
    expect(message(page, said["outsider"])).to_be_visible()
    assert data["settings"]["policy"] is None  # not decided yet
    policy = {"promise": "2_arbetsdagar", "watch": "watch", "hours": "", "minutes": None}
    data["settings"]["policy"] = {**policy, "waits": []}
    data["settings"]["units"] = [{"name": "Ambulansen", "contact": "", "is_archived": False}]
    give(page, said, data)
    would = message(page, said["would"])
    for part in ("before", "after", "unit"):
        expect(would).to_contain_text(loosely(said[part]))
    press(would, "settings.use_file")
    used = message(page, said["used"])
    press(used, "settings.open")
    press(message(page, said["overview"]), "settings.history")
    expect(message(page, loosely(said["step"]))).to_be_visible()
    press(used, "settings.undo")
    expect(message(page, said["as_before"])).to_be_visible()
    expect(settings(page, said)).to_contain_text(loosely(said["usual"]))


def give(page: Page, said: dict[str, str], data: dict[str, Any]) -> None:
    """Give a file of settings in the form for it."""
    file = FilePayload(
        name="inst.json", mimeType="application/json", buffer=json.dumps(data).encode()
    )
    press(settings(page, said), "settings.read_file")
    expect(page.get_by_test_id("modal")).to_be_visible()  # else it is the former form's field
    block(page, "file").locator("input[type=file]").set_input_files(file)
    expect(block(page, "file").get_by_test_id("files")).to_have_text("inst.json")
    sent(page)
