"""Records on the page: read as a whole, registered, disclosed, kept each half year, disposed of."""

import csv
import io
import re
import zipfile

from playwright.sync_api import Locator, Page, expect

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
from tests.scenarios.journey import Journey
from tests.scenarios.world import AMIRA, COMMENTS, ELIN, GUEST, JONAS, PLAN

MINE = f"D{AMIRA[1:]}"  # where files, lists and reports come
STRANGER = "U0FRAMMANDE"  # of another organisation: in no list of people on the page
ASKED, MENDED = "Kan man boka? Ring 070-123 45 67", "Måste man boka? Ring 070-123 45 67"
ANSWER = "Nej, det är bara att komma. Berit!"
OLD = "Tack för en fin rundtur"

SAID = {
    "sv": {
        "settings": "/lucka inställningar",
        "answered": "Besvarad på Facebook",
        "direction": "inkommen · Maja Forsberg",
        "earlier": "Så stod det förut Till 2026-12-11 09",
        "answers": "Våra svar 2026-12-11 09",
        "steps": "Facebook visade en ny text",
        "whom": "Be Amira Haddad göra det",
        "letter": re.compile(f"Kommentar på vår Facebooksida.*{re.escape(MENDED)}", re.DOTALL),
        "number": "Diarieförd: RL 2026/7, fredag 11 december, Maja Forsberg.",
        "table": "kommentarer.csv",
        "sheet": "kommentarer.html",
        "columns": ["Text", "Namn på sidan", "Diarieförd", "Våra svar"],
        "disclose": "/lucka lämna ut",
        "chosen": "Fyll i minst en ruta",
        "members": "Bara medlemmar i arbetsytan",
        "found": "2 kommentarer och svar stämmer",
        "one": "1 kommentar eller svar stämmer",
        "masked": "[telefonnummer]",
        "nameless": "(namnet utelämnat)",
        "left_out": "Namnen på dem som skrev är utelämnade.",
        "provision": "Bestämmelse: OSL 25:1",
        "snapshot": "Ta en bild av sidan (v. 51)",
        "again": "Jag frågar igen tisdag 15 december",
        "taken": "Amira Haddad tog bilden",
        "posts": "inlagg.csv",
        "overview": "Så här är det bestämt. Alla får titta",
        "off": "Av: inget gallringsbeslut är inskrivet.",
        "both": "Skriv både gallringsbeslutet och dess datum",
        "by": "Gallringsbeslut RS 2026/114, 8 januari 2026. Gallras tidigast 1 dag efter slutet.",
        "list": "Det här kan gallras",
        "look": f"kommentar: {OLD}",
        "own": "svar från sidan: Tack själv!",
        "held": "hålls kvar, med sin tråd",
        "skipped": "2 handlingar hoppades över, för att ett gallringsstopp håller dem kvar",
        "done": "Gallrat: 2 (Amira Haddad)",
        "gone": "Det som stod här är gallrat.",
        "data": "/lucka uppgifter",
        "stored": "Vad jag lagrar",
    },
    "en": {
        "settings": "/lucka settings",
        "answered": "Answered on Facebook",
        "direction": "received · Maja Forsberg",
        "earlier": "What it said before Until 2026-12-11 09",
        "answers": "Our answers 2026-12-11 09",
        "steps": "Facebook showed a new text",
        "whom": "Ask Amira Haddad to do it",
        "letter": re.compile(f"Comment on our Facebook page.*{re.escape(MENDED)}", re.DOTALL),
        "number": "Registered: RL 2026/7, Friday 11 December, Maja Forsberg.",
        "table": "comments.csv",
        "sheet": "comments.html",
        "columns": ["Text", "Name on the page", "Registered", "Our answers"],
        "disclose": "/lucka disclose",
        "chosen": "Fill in at least one field",
        "members": "Only members of the workspace",
        "found": "2 comments and answers fit",
        "one": "1 comment or answer fits",
        "masked": "[phone number]",
        "nameless": "(name left out)",
        "left_out": "The names of those who wrote are left out.",
        "provision": "Provision: OSL 25:1",
        "snapshot": "Take a picture of the page (week 51)",
        "again": "I will ask again on Tuesday 15 December",
        "taken": "Amira Haddad took the picture",
        "posts": "posts.csv",
        "overview": "This is how it is decided. Everybody may look",
        "off": "Off: no disposal decision has been entered.",
        "both": "Write both the disposal decision and its date",
        "by": "RS 2026/114, 8 January 2026. Disposed of at the earliest 1 day after the end.",
        "list": "This may be disposed of",
        "look": f"comment: {OLD}",
        "own": "answer from the page: Tack själv!",
        "held": "is kept, with its thread",
        "skipped": "2 items were skipped",
        "done": "Disposed of: 2 (Amira Haddad)",
        "gone": "What stood here has been disposed of.",
        "data": "/lucka data",
        "stored": "What I store",
    },
}


WORLD = {"start": "2026-12-11T09:00"}


def begin(journey: Journey) -> None:
    """A page with one post on a Friday in December; Amira leads, Elin only reads."""
    journey.click(AMIRA, journey.say(AMIRA, SAID[journey.language]["settings"]), "team.change")
    assert journey.submit(AMIRA, lead=AMIRA, deputies=[JONAS], readers=[ELIN])["ok"]
    journey.sandbox.page.describe("Region Lillsjö", "", ("Maja Forsberg",))
    journey.publish("Öppet hus på ambulansen")


def answer(page: Page, text: str, reply: str) -> None:
    """Answer a comment as the page, on the page."""
    page.get_by_test_id("page-identity").select_option("")
    asked = comment(page, text)
    asked.get_by_test_id("comment-reply").click()
    form = page.locator(f'[data-for="{asked.get_attribute("data-comment-id")}"]')
    form.get_by_test_id("reply-text").fill(reply)
    form.get_by_test_id("reply-send").click()
    expect(comment(page, reply)).to_be_visible()


def whispered(page: Page, relay: Locator, act: str, text: str) -> Locator:
    """Press *act* on a message, and return what only this person is told, which says *text*."""
    articles = page.get_by_test_id("messages").get_by_test_id("message")
    before = articles.count()
    press(relay, act)
    shown = articles.nth(before)
    expect(shown).to_contain_text(loosely(text))
    expect(shown).to_have_attribute("data-ephemeral", "true")
    return shown


def archive(page: Page, number: int) -> dict[str, str]:
    """Download the archive with *number* from our own conversation, and return what is in it."""
    go_to(page, MINE)
    link = page.get_by_role("link", name=re.compile(rf"-{number}\.zip$"))
    data = page.request.get(str(link.get_attribute("href"))).body()
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return {name: opened.read(name).decode() for name in opened.namelist()}


def rows(table: str) -> list[dict[str, str]]:
    return [*csv.DictReader(io.StringIO(table.removeprefix("\ufeff")), delimiter=";")]


def fill(page: Page, **said: str) -> None:
    """Write into the form that is open, by block."""
    for block_id, text in said.items():
        field = page.get_by_test_id("modal").locator(f'.block[data-block-id="{block_id}"]')
        field.locator("input, textarea").first.fill(text)


def sent(page: Page) -> None:
    """Send the form that is open, and see that it closes."""
    submit(page)
    expect(page.get_by_test_id("modal")).to_be_hidden()


def disclose(page: Page, command: str, found: str, *names: str, **wanted: str) -> None:
    """Ask for comments, see how many are *found*, and leave what has *names* out."""
    say(page, command)
    form = page.get_by_test_id("modal")
    fill(page, **wanted)
    submit(page)
    expect(form).to_contain_text(found)
    for name in names:
        form.locator(f'input[value="{name}"]').check()
    fill(page, provision="OSL 25:1")
    sent(page)


def test_a_comment_is_read_as_a_whole_registered_and_taken_out(
    page: Page, said: dict[str, str]
) -> None:
    write_comment(page, ASKED, author="Maja Forsberg")
    go_to(page, COMMENTS)
    expect(message(page, "Kan man boka?")).to_be_visible()
    comment(page, ASKED).get_by_test_id("comment-edit").click()
    page.get_by_test_id("edit-text").fill(MENDED)
    page.get_by_test_id("edit-save").click()
    relay = standing(page, "Måste man boka?")
    answer(page, MENDED, ANSWER)
    expect(relay).to_contain_text(said["answered"])

    be(page, ELIN)
    card = whispered(page, relay, "comment.more", said["answered"])
    whole = whispered(page, card, "record.open", said["direction"])
    for part in (said["earlier"], ASKED, said["answers"], ANSWER, said["steps"]):
        expect(whole).to_contain_text(loosely(part))
    press(card, "registration.open")
    expect(message(page, said["whom"])).to_be_visible()

    be(page, AMIRA)
    card = whispered(page, relay, "comment.more", said["answered"])
    press(card, "registration.open")
    form = page.get_by_test_id("modal")
    expect(form.locator('[data-block-id="text"] textarea')).to_have_value(said["letter"])
    submit(page)
    expect(form.get_by_test_id("field-error").first).to_be_visible()
    fill(page, number="RL 2026/7")
    sent(page)
    expect(message(page, loosely(said["number"]))).to_be_visible()
    card = whispered(page, relay, "comment.more", said["number"])
    whole = whispered(page, card, "record.open", "RL 2026/7 · 2026-12-11 · Maja Forsberg")
    press(whole, "record.files")
    files = archive(page, 1)
    (row,) = rows(files[said["table"]])
    text, author, registered, answers = (row[name] for name in said["columns"])
    assert (text, author, registered.partition(" · ")[0]) == (MENDED, "Maja Forsberg", "RL 2026/7")
    assert ANSWER in answers
    assert MENDED in files[said["sheet"]]


def test_comments_are_disclosed_by_day_post_and_person_with_what_is_secret_left_out(
    page: Page, journey: Journey, said: dict[str, str]
) -> None:
    be(page, GUEST)
    say(page, said["disclose"])
    expect(message(page, said["members"])).to_be_visible()
    assert said["members"] in journey.ask(STRANGER, said["disclose"])
    be(page, ELIN)
    say(page, said["disclose"])
    expect(message(page, said["whom"])).to_be_visible()

    be(page, AMIRA)
    say(page, command := said["disclose"])
    submit(page)
    expect(page.get_by_test_id("modal")).to_contain_text(said["chosen"])
    page.get_by_test_id("modal-dismiss").click()
    disclose(page, command, said["found"], since="2026-12-11", until="2026-12-11")
    files = archive(page, 2)
    asked, answered = rows(files[said["table"]])
    assert said["masked"] in asked[said["columns"][0]]
    assert answered[said["columns"][0]] == ANSWER
    assert said["provision"] in files[said["sheet"]]
    disclose(page, command, said["found"], post="ambulansen")
    assert len(rows(archive(page, 3)[said["table"]])) == 2
    disclose(page, command, said["one"], "names", person="forsberg")
    files = archive(page, 4)
    assert rows(files[said["table"]])[0][said["columns"][1]] == said["nameless"]
    assert said["left_out"] in files[said["sheet"]]
    assert "Maja" not in "".join(files.values())
    go_to(page, PLAN)


def test_each_half_year_a_picture_of_the_page_is_asked_for(
    page: Page, journey: Journey, said: dict[str, str]
) -> None:
    page.get_by_test_id("clock-morning").click()
    asked = message(page, loosely(said["snapshot"]))
    press(asked, "snapshot.later")
    expect(asked).to_contain_text(loosely(said["again"]))
    press(asked, "snapshot.take")
    expect(asked).to_contain_text(said["taken"])
    (post,) = rows(archive(page, 5)[said["posts"]])
    assert "Öppet hus på ambulansen" in post.values()


def test_what_is_old_goes_after_a_decision_a_list_and_a_click_unless_it_is_held(
    page: Page, journey: Journey, said: dict[str, str]
) -> None:
    write_comment(page, OLD, author="Maja Forsberg")
    held = str(comment(page, OLD).get_attribute("data-comment-id"))
    answer(page, OLD, "Tack själv!")
    go_to(page, COMMENTS)
    relay = standing(page, OLD)
    expect(relay).to_contain_text(said["answered"])
    decide(page, said)
    journey.clock_to("2026-12-17T09:00")

    rules = standing(page, said["off"])
    press(rules, "disposal.list")
    go_to(page, MINE)
    listed = standing(page, said["list"])
    press(listed, "disposal.look")
    seen = message(page, said["look"])
    expect(seen).to_contain_text(said["own"])
    go_to(page, PLAN)
    hold(page, rules, held)
    stands = message(page, said["held"])
    go_to(page, MINE)
    press(listed, "disposal.dispose")
    page.get_by_test_id("confirm-ok").click()
    expect(message(page, said["skipped"])).to_be_visible()

    go_to(page, PLAN)
    press(stands, "hold.lift")
    page.get_by_test_id("confirm-ok").click()
    press(rules, "disposal.list")
    go_to(page, MINE)
    again = message(page, said["list"]).locator('[data-action-id="disposal.dispose"]')
    again.press("Enter")
    page.get_by_test_id("confirm-ok").click()
    expect(message(page, loosely(said["done"]))).to_be_visible()
    go_to(page, COMMENTS)
    expect(relay).to_have_text(re.compile(re.escape(said["gone"])))
    say(page, said["data"])
    expect(message(page, said["stored"])).to_contain_text("RS 2026/114")
    kept = journey.sql("select text, author_name, created_at from comments where id = ?", held)
    assert [(text, author) for text, author, at in kept if at] == [("", None)]
    assert journey.sql("select class, decision, disposed from disposals where state = 'done'") == [
        ("routine", "RS 2026/114", 0),
        ("routine", "RS 2026/114", 2),
    ]


def decide(page: Page, said: dict[str, str]) -> None:
    """Let routine comments go a day after their end, by a decision with its date."""
    go_to(page, PLAN)
    say(page, said["settings"])
    press(message(page, said["overview"]), "disposal.show")
    rules = message(page, said["off"])
    rules.locator('[data-action-id="disposal.change"][data-value="routine"]').press("Enter")
    fill(page, decision="RS 2026/114", amount="1")
    page.get_by_test_id("modal").locator('[data-block-id="unit"] select').select_option("days")
    submit(page)
    expect(page.get_by_test_id("modal")).to_contain_text(said["both"])
    fill(page, decided="2026-01-08")
    sent(page)
    expect(message(page, loosely(said["by"]))).to_be_visible()


def hold(page: Page, rules: Locator, comment_id: str) -> None:
    """Keep one comment with its thread."""
    press(rules, "hold.ask")
    form = page.get_by_test_id("modal")
    form.locator('[data-block-id="scope"] select').select_option("comment")
    fill(page, link=comment_id, reason="Begärd handling")
    sent(page)
