"""Figures that people believe, on the page: asked for, looked behind, sent on, and what comes of them."""

import csv

from playwright.sync_api import Locator, Page, expect

from tests.browser.acting import (
    fill,
    go_to,
    loosely,
    message,
    press,
    react,
    say,
    sent,
    settings,
    standing,
)
from tests.scenarios.journey import Journey
from tests.scenarios.reading import Json
from tests.scenarios.world import AMIRA, COMMENTS, ELIN, JONAS, PLAN

MINE = f"D{AMIRA[1:]}"
QUESTION = "Måste man boka tid till rundturen?"

SAID = {
    "sv": {
        "settings": "/lucka inställningar",
        "fear": "hälften av kommentarerna blir kritiska",
        "kept": "Om kritiken: ”hälften av kommentarerna blir kritiska”",
        "ask": "Vad var det, och hur lång tid tog det?",
        "question": "Märkt: Fråga. Hur lång tid tog det?",
        "tagged": "Märkt: Fråga · 5–15 min",
        "beside": "Om kritiken trodde ni 26 november 2026: ”hälften av kommentarerna blir kritiska”. Det blev: 0 av 1 bland de märkta.",
        "spent": "högst 1 tim, enligt teamets tryck för 1 av 9",
        "so far": "Siffror för november 2026 hittills",
        "version": "Räknat bakåt i tiden: version 2 från 28 november 2026",
        "rate": "Svarsfrekvens: 9 av 9 Besvarade av dem som behöver svar",
        "no percentage": "9 av 9 (",
        "quick": "Tid till svar: hälften inom en minut",
        "strict": "Strikt svarsfrekvens: 9 av 9 Besvarade av alla kommentarer direkt på inlägg",
        "kept group": "Besvarade inom löftet (9)",
        "page": "1–9 av 9",
        "charts": "Tre diagram, november 2026. 9 kommentarer kom. Besvarade: 9.",
        "table": "Här är tabellen med november 2026",
        "head": "Period;Mått;Värde;Antal;Av;",
        "row": "november 2026|Svarsfrekvens|9 av 9|9|9",
        "compare": "/compare lägg till",
        "csv": "/compare csv",
        "hands": "Sida;Period;Följare;Kommentarer;Besvarade;Mediantid\n"
        "Region B;2026-11-26–2026-11-26;12 500;40;38;1,5\n"
        "Region C;2026-11-26–2026-11-26;;9;7;\n",
        "saved": "Sparat: Region A.",
        "both": "Sparat: Region B, Region C.",
        "peer": "Region B: 12 500 följare · 40 kommentarer · besvarade: 38 av 40 (95 %) · hälften inom 1 tim 30 min",
        "few": "Region C: 9 kommentarer · besvarade: 7 av 9",
        "ours": "Vår sida: 1 inlägg · 9 kommentarer · besvarade: 9 av 9 · hälften inom en minut",
        "lesson": "Lova aldrig ett datum för bokningen",
        "plan": "/plan 4 december 11.00 Datum för bokningen",
        "again": "Från förra gången: Lova aldrig ett datum för bokningen",
        "draft": "Här är veckans ord till resten av organisationen",
        "coming": "fredag 4/12: Datum för bokningen",
        "word sent": "Amira Haddad skickade veckans ord (v. 48)",
        "tip": "Veckans knep: Visa hela adressen. En förkortad länk säger inte vart den leder.",
        "month": "Här är november 2026 i siffror. Läs igenom, och välj sedan om planens kanal ska få den.",
        "shared": "Amira Haddad delar november 2026 i siffror",
        "decided": "Amira Haddad skickade siffrorna för november 2026 till kanalen.",
        "learning": "Från torsdag 24 december föreslår jag mål ur era egna siffror",
        "goals": "Mål att ta ställning till",
        "proposed": "Svarsfrekvens: förslag minst 95 %. Ni låg på 100 % av 10 kommentarer.",
        "goal": "Svarsfrekvens: målet är minst 95 %. Ni låg på 100 % av 10 kommentarer.",
        "milestone": "December 2026: alla 10 som behövde svar har fått det.",
        "december": "/report december 2026",
        "goal beside": "Svarsfrekvens: 10 av 10 (100 %) · mål: minst 95 %",
    },
    "en": {
        "settings": "/lucka settings",
        "fear": "half of the comments will be critical",
        "kept": "About criticism: “half of the comments will be critical”",
        "ask": "What was it, and how long did it take?",
        "question": "Tagged: Question. How long did it take?",
        "tagged": "Tagged: Question · 5–15 min",
        "beside": "About criticism you expected on 26 November 2026: “half of the comments will be critical”. What came: 0 of 1 among those that were tagged.",
        "spent": "at most 1 h, by the team's taps for 1 of 9",
        "so far": "Figures for November 2026 so far",
        "version": "Counted back in time: version 2 of 28 November 2026",
        "rate": "Response rate: 9 of 9 Answered, of those that need an answer",
        "no percentage": "9 of 9 (",
        "quick": "Time to answer: half within a minute",
        "strict": "Strict response rate: 9 of 9 Answered, of all comments directly on posts",
        "kept group": "Answered within the promise (9)",
        "page": "1–9 of 9",
        "charts": "Three charts, November 2026. 9 comments came. Answered: 9.",
        "table": "Here is the table of November 2026",
        "head": "Period;Measure;Value;Count;Of;",
        "row": "November 2026|Response rate|9 of 9|9|9",
        "compare": "/compare add",
        "csv": "/compare csv",
        "hands": "Page;Period;Followers;Comments;Answered;Median\n"
        "Region B;2026-11-26–2026-11-26;12500;40;38;1.5\n"
        "Region C;2026-11-26–2026-11-26;;9;7;\n",
        "saved": "Saved: Region A.",
        "both": "Saved: Region B, Region C.",
        "peer": "Region B: 12,500 followers · 40 comments · answered: 38 of 40 (95%) · half within 1 h 30 min",
        "few": "Region C: 9 comments · answered: 7 of 9",
        "ours": "Our page: 1 post · 9 comments · answered: 9 of 9 · half within a minute",
        "lesson": "Never promise a date for the booking",
        "plan": "/plan 4 December 11:00 We promise a booking",
        "again": "From last time: Never promise a date for the booking",
        "draft": "Here is the weekly word to the rest of the organisation",
        "coming": "Friday 4 Dec: We promise a booking",
        "word sent": "Amira Haddad sent the weekly word (week 48)",
        "tip": "Tip of the week: Show the whole address. A shortened link does not say where it leads.",
        "month": "Here is November 2026 in figures. Read it through, then choose whether the plan's channel gets it.",
        "shared": "Amira Haddad shares November 2026 in figures",
        "decided": "Amira Haddad sent the figures for November 2026 to the channel.",
        "learning": "From Thursday 24 December I propose goals out of your own figures",
        "goals": "Goals to decide about",
        "proposed": "Response rate: proposed at least 95%. You were at 100% of 10 comments.",
        "goal": "Response rate: the goal is at least 95%. You were at 100% of 10 comments.",
        "milestone": "December 2026: all 10 who needed an answer have had one.",
        "december": "/report December 2026",
        "goal beside": "Response rate: 10 of 10 (100%) · goal: at least 95%",
    },
}


WORLD = {"start": "2026-11-26T10:00"}


def begin(journey: Journey) -> None:
    """A Thursday in November: Amira leads, the weekly word has a channel, eight comments are answered."""
    shown = journey.say(AMIRA, SAID[journey.language]["settings"])
    journey.click(AMIRA, shown, "team.change")
    assert journey.submit(AMIRA, lead=AMIRA, members=[JONAS, ELIN])["ok"]
    journey.click(AMIRA, shown, "weekly.change")
    assert journey.submit(AMIRA, channel=COMMENTS)["ok"]
    answered(journey, journey.publish("Öppet hus på kvinnokliniken"), 8)
    journey.settled()


def answered(journey: Journey, post: str, count: int) -> None:
    """Let residents write so many comments, and the page answer each."""
    done = "select 1 from relays where state = 'answered'"
    wanted = len(journey.sql(done)) + count
    for number in range(count):
        about = journey.comment(post, f"Undrar en sak till, nummer {number + 1}")
        journey.comment(post, "Det ska vi ta reda på!", None, under=about)
    journey.wait_for(lambda: len(journey.sql(done)) == wanted, "answers")


def ask(page: Page, command: str, text: str) -> Locator:
    """Type a command in the plan's channel, and return the answer that says *text*."""
    go_to(page, PLAN)
    say(page, command)
    shown = message(page, loosely(text))
    expect(shown).to_be_visible()
    return shown


def mine(page: Page, text: str) -> Locator:
    """Go to Amira's own conversation with the bot, and return what says *text* there."""
    page.locator(f'[data-testid=channel-link][data-id="{MINE}"]').click(timeout=120_000)
    shown = message(page, loosely(text))
    expect(shown).to_be_visible(timeout=120_000)
    return shown


def closed(page: Page) -> None:
    """Close the form that is open."""
    page.get_by_test_id("modal-close").click()
    expect(page.get_by_test_id("modal")).to_be_hidden()


def write(journey: Journey, planned: Json, text: str) -> None:
    """Write the text of a post that was planned just now."""
    journey.click(AMIRA, planned, "post.change")
    assert journey.submit(AMIRA, text=text)["ok"]
    journey.wait_for(lambda: journey.sql("select 1 from posts where text = ?", text), "its text")
    journey.wait_for(lambda: not journey.get("/ui/views", **{"as": AMIRA})["stack"], "no form")


def test_a_fear_is_written_down_and_stands_beside_what_people_tapped(
    page: Page, journey: Journey, said: dict[str, str]
) -> None:
    settings(page, said["settings"], "fear.change")
    fill(page, "criticism", said["fear"])
    sent(page)
    expect(message(page, loosely(said["kept"]))).to_be_visible()

    journey.comment(journey.get("/ui/page")["posts"][0]["id"], QUESTION)
    go_to(page, COMMENTS)
    expect(message(page, QUESTION)).to_be_visible()
    react(page, standing(page, QUESTION), "white_check_mark")
    press(message(page, said["ask"]), "comment.tag.question")
    press(message(page, loosely(said["question"])), "comment.effort.middle")
    expect(message(page, loosely(said["tagged"]))).to_be_visible()

    shown = ask(page, "/report", said["so far"])
    expect(shown).to_contain_text(loosely(said["beside"]))
    press(shown, "report.all")
    expect(page.get_by_test_id("modal")).to_contain_text(loosely(said["spent"]))
    closed(page)


def test_a_month_is_read_looked_behind_drawn_and_downloaded(
    page: Page, said: dict[str, str]
) -> None:
    shown = ask(page, "/report", said["so far"])
    for text in ("version", "rate", "quick"):
        expect(shown).to_contain_text(loosely(said[text]))
    expect(shown).not_to_contain_text(said["no percentage"])
    form = page.get_by_test_id("modal")
    press(shown, "report.all")
    expect(form).to_contain_text(loosely(said["strict"]))
    closed(page)
    press(shown, "report.behind")
    form.locator('[data-action-id="report.choose"]').select_option(label=said["kept group"])
    expect(form).to_contain_text(loosely(said["page"]))
    expect(form).to_contain_text(QUESTION)
    closed(page)

    press(shown, "report.chart")
    press(shown, "report.table")
    link = mine(page, said["table"]).get_by_role("link")
    picture = page.get_by_role("img", name=loosely(said["charts"]))
    expect(picture).to_be_visible(timeout=120_000)
    page.wait_for_function("img => img.naturalWidth > 1000", arg=picture.element_handle())
    table = page.request.get(link.get_attribute("href") or "").body().decode("utf-8-sig")
    assert table.startswith(said["head"])
    rows = list(csv.reader(table.splitlines(), delimiter=";"))
    assert said["row"].split("|") in [row[:5] for row in rows]


def test_other_pages_are_counted_in_a_form_and_in_a_file(page: Page, said: dict[str, str]) -> None:
    go_to(page, PLAN)
    say(page, said["compare"])
    form = page.get_by_test_id("modal")
    fill(page, "name", "Region A")
    fill(page, "period", "2026-11-26–2026-11-26")
    fill(page, "comments", "40")
    fill(page, "answered", "41")
    page.get_by_test_id("modal-submit").click()
    expect(form.get_by_test_id("field-error").first).to_be_visible()
    fill(page, "answered", "20")
    sent(page)
    expect(message(page, said["saved"])).to_be_visible()

    say(page, said["csv"])
    table = {"name": "sidor.csv", "mimeType": "text/csv", "buffer": said["hands"].encode()}
    form.locator("input[type=file]").set_input_files(table)
    sent(page)
    expect(message(page, said["both"])).to_be_visible()
    shown = ask(page, "/compare", "Region B")
    for text in ("ours", "peer", "few"):
        expect(shown).to_contain_text(loosely(said[text]))


def test_a_lesson_comes_back_when_something_alike_is_planned(
    page: Page, said: dict[str, str]
) -> None:
    ask(page, f"/lesson {said['lesson']}", said["lesson"])
    expect(ask(page, said["plan"], said["again"])).to_be_visible()
    ask(page, "/lesson", said["lesson"])


def test_the_weekly_word_is_read_changed_and_sent_and_a_tip_comes_on_monday(
    page: Page, journey: Journey, said: dict[str, str]
) -> None:
    for title in ("Vaccin mot influensa", "Träffa sjuksköterskan"):
        journey.say(AMIRA, f"/plan 2027-01-13 {title}")  # what was saved before may be told later
        planned = journey.await_whisper(AMIRA, title)
        write(journey, planned, f"{title}: läs mer på https://bit.ly/abc123")
    page.get_by_test_id("clock-morning").click()
    press(mine(page, said["draft"]), "weekly.edit")
    text = page.get_by_test_id("modal").locator("textarea")
    expect(text).to_have_value(loosely(said["coming"]))
    text.fill(f"Hej alla! {text.input_value()}")
    sent(page)
    expect(message(page, loosely(said["word sent"]))).to_be_visible()
    go_to(page, COMMENTS)
    expect(message(page, "Hej alla!")).to_contain_text(loosely(said["coming"]))

    page.get_by_test_id("clock-morning").click()
    go_to(page, PLAN)
    expect(message(page, loosely(said["tip"]))).to_be_visible()


def test_a_month_comes_as_a_draft_and_a_person_sends_it_on(
    page: Page, said: dict[str, str]
) -> None:
    page.get_by_test_id("clock-morning").click()
    mine(page, said["month"])
    draft = standing(page, loosely(said["month"]))
    expect(draft).to_contain_text(loosely(said["rate"]))
    press(draft, "report.send")
    expect(draft).to_contain_text(loosely(said["decided"]))
    go_to(page, PLAN)
    expect(message(page, loosely(said["shared"]))).to_be_visible()
    expect(page.get_by_role("img", name=loosely(said["charts"]))).to_be_visible(timeout=120_000)


def test_goals_come_after_four_weeks_and_are_taken_by_a_person(
    page: Page, journey: Journey, said: dict[str, str]
) -> None:
    shown = ask(page, said["settings"], said["learning"])
    press(shown, "goals.show")
    journey.clock_to("2026-12-10T09:00")
    answered(journey, journey.publish("Så bokar du vaccin"), 10)
    journey.clock_to("2027-01-04T08:16")
    mine(page, said["goals"])
    put = standing(page, loosely(said["goals"]))
    expect(put).to_contain_text(loosely(said["proposed"]))
    put.locator('[data-action-id="goals.take"][data-value^="rate "]').press("Enter")
    expect(put).to_contain_text(loosely(said["goal"]))

    go_to(page, PLAN)
    expect(message(page, loosely(said["milestone"]))).to_be_visible(timeout=120_000)
    ask(page, said["december"], said["goal beside"])
