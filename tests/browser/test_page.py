"""The page itself: forms, keyboard, languages, strangers' words, and what only one person sees."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.acting import be, go_to, loosely, message, react, say, write_comment
from tests.browser.conftest import ready
from tests.scenarios.journey import Journey
from tests.scenarios.world import COMMENTS, ELIN, JONAS

SAID = {
    "sv": {
        "unknown": "känner jag inte igen",
        "help": "Så funkar Lucka",
        "saved": "Sparad:",
        "home": "av 6 steg gjorda",
        "first": "har redan tagit den",
        "offered": "Planera ett inlägg",
    },
    "en": {
        "unknown": "I do not know",
        "help": "How Lucka works",
        "saved": "Kept:",
        "home": "of 6 steps done",
        "first": "has taken it already",
        "offered": "Plan a post",
    },
}

EVIL = (
    "<img src=x onerror=alert(1)> <!channel> <https://evil.example|1177.se> *fet* "
    "\u202eomvänt\u202c &lt;b&gt;"
)


def test_a_form_says_beside_the_field_what_is_wrong_and_keeps_what_was_written(
    page: Page, said: dict[str, str]
) -> None:
    say(page, "/plan add")
    form = page.get_by_test_id("modal")
    expect(form).to_contain_text(said["offered"])
    form.locator('[data-block-id="title"] input').fill("Biblioteksfilm")
    form.locator('[data-block-id="day"] input').fill("2026-11-01")
    page.get_by_test_id("modal-submit").click()
    expect(form.get_by_test_id("field-error")).to_be_visible()
    expect(form.locator('[data-block-id="title"] input')).to_have_value("Biblioteksfilm")

    form.locator('[data-block-id="day"] input').fill("2026-12-08")
    page.get_by_test_id("modal-submit").click()
    expect(form).to_be_hidden()
    expect(message(page, "Biblioteksfilm")).to_contain_text("8")


def test_escape_closes_a_form_and_nothing_is_planned(page: Page, journey: Journey) -> None:
    before = journey.decided()
    say(page, "/plan add")
    expect(page.get_by_test_id("modal")).to_be_visible()

    page.keyboard.press("Escape")

    expect(page.get_by_test_id("modal")).to_be_hidden()
    assert journey.decided() == before


def test_any_message_can_be_kept_as_an_idea(page: Page, said: dict[str, str]) -> None:
    say(page, "Tänk om vi filmade bokbussen från förarplatsen")
    talk = message(page, "bokbussen från förarplatsen")
    talk.get_by_test_id("message-menu").press("Enter")
    page.locator('[data-shortcut="idea.save_message"]').click()
    page.get_by_test_id("modal-submit").click()

    expect(message(page, said["saved"])).to_contain_text("bokbussen från förarplatsen")


def test_a_private_word_can_be_put_away(page: Page, said: dict[str, str]) -> None:
    say(page, "/lucka dansa")
    word = message(page, said["unknown"])
    expect(word).to_have_attribute("data-ephemeral", "true")
    stamp = word.get_attribute("data-ts")

    word.get_by_test_id("dismiss").click()

    expect(page.locator(f'[data-testid=message][data-ts="{stamp}"]')).to_have_count(0)


def test_whoever_types_a_command_far_up_in_the_channel_is_taken_to_its_answer(
    page: Page, said: dict[str, str]
) -> None:
    articles = page.get_by_test_id("messages").get_by_role("article")
    before = articles.count()
    say(page, "/plan")
    expect(articles).to_have_count(before + 1)
    page.locator(".channel .scroller").evaluate("node => node.scrollTo(0, 0)")
    expect(page.get_by_test_id("messages").locator("..")).to_have_js_property("scrollTop", 0)

    say(page, "/lucka bortom")

    answer = message(page, "bortom")
    expect(answer).to_contain_text(said["unknown"])
    expect(answer).to_be_in_viewport()


def test_the_home_tab_shows_how_to_begin(page: Page, said: dict[str, str]) -> None:
    page.get_by_test_id("home-link").click()

    expect(page.get_by_test_id("home")).to_contain_text(said["home"])


def test_the_second_who_takes_a_comment_is_told_who_has_it(
    page: Page, said: dict[str, str]
) -> None:
    go_to(page, COMMENTS)
    relay = page.get_by_test_id("messages").locator('[data-action-id="comment.claim"]').first
    stamp = relay.locator("xpath=ancestor::*[@data-testid='message']").get_attribute("data-ts")
    taken = page.locator(f'[data-testid=message][data-ts="{stamp}"]')
    be(page, JONAS)
    react(page, taken, "eyes")
    expect(taken).to_contain_text("Jonas Berg")
    be(page, ELIN)

    react(page, taken, "eyes")

    expect(message(page, said["first"])).to_contain_text("Jonas Berg")


def test_a_command_works_by_keyboard_alone(page: Page, said: dict[str, str]) -> None:
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.textContent")
    assert focused.strip(), "the first stop is a skip link"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_test_id("composer").focus()
    page.keyboard.type("/luc")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")

    expect(message(page, said["help"])).to_be_visible()


def test_what_a_stranger_writes_is_shown_and_does_nothing(page: Page, journey: Journey) -> None:
    go_to(page, COMMENTS)

    write_comment(page, EVIL + "x" * 3000)

    relay = message(page, "<img src=x onerror=alert(1)> <!channel>")
    expect(relay).to_contain_text("*fet*")
    expect(relay.locator("img[src=x]")).to_have_count(0)
    expect(relay.locator('a[href*="evil.example"]')).to_have_count(0)
    (posted,) = (m for m in journey.ours(COMMENTS) if "onerror" in m["text"])
    assert "<!" not in posted["text"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_can_be_read_in_light_and_in_dark(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)

    worst = page.evaluate(CONTRAST)

    assert worst["ratio"] >= 4.5, worst


CONTRAST = """() => {
  const numbers = (css) => css.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => {
    const part = (c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const behind = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const style = getComputedStyle(e);
      if (style.backgroundImage !== "none") return null;
      const colour = numbers(style.backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  let worst = { ratio: 21 };
  for (const element of document.querySelectorAll(".app p, .app span, .app button, .app a, .app h2")) {
    const box = element.getBoundingClientRect();
    const own = [...element.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    if (!own || !box.width || element.closest("[hidden], [disabled], .visually-hidden")) continue;
    const ground = behind(element);
    if (!ground) continue;
    const [a, b] = [light(numbers(getComputedStyle(element).color)), light(ground)];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < worst.ratio) worst = { ratio, text: element.textContent.slice(0, 60), class: element.className };
  }
  return worst;
}"""


def test_every_button_has_a_name(page: Page) -> None:
    names = page.evaluate(
        """() => [...document.querySelectorAll("button")]
          .filter((b) => b.offsetParent)
          .map((b) => (b.getAttribute("aria-label") || b.textContent || b.title).trim())"""
    )

    assert len(names) > 10
    assert all(names)


def test_a_narrow_window_needs_no_sideways_scrolling(
    context: BrowserContext, journey: Journey
) -> None:
    narrow = context.new_page()
    narrow.set_viewport_size({"width": 380, "height": 780})
    ready(narrow)
    for pane in ("pane-slack", "pane-page", "pane-channels"):
        narrow.get_by_test_id(pane).click()
        assert narrow.evaluate("document.documentElement.scrollWidth <= innerWidth"), pane


def test_the_clock_speaks_the_readers_language(page: Page, journey: Journey) -> None:
    clock = page.get_by_test_id("clock")

    expect(clock).to_contain_text(loosely("v. 47" if journey.language == "sv" else "week 47"))
