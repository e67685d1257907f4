"""What a person does on the sandbox's page, in a word each."""

import re
from contextlib import suppress

from playwright.sync_api import Locator, Page, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

PRESSES, A_MOMENT = 5, 3_000  # milliseconds


def say(page: Page, text: str) -> None:
    """Type *text* into the channel and send it."""
    composer = page.get_by_test_id("composer")
    composer.click()
    composer.fill(text)
    page.keyboard.press("Escape")  # closes the suggestions
    page.get_by_test_id("composer-send").click()


def go_to(page: Page, channel: str) -> None:
    """Open a channel: a press on a list that is drawn anew at that moment is made once more."""
    link = page.locator(f'[data-testid=channel-link][data-id="{channel}"]')
    here = page.locator(f'[data-testid=channel-link][data-id="{channel}"][aria-current=page]')
    for _ in range(PRESSES):
        link.press("Enter")
        with suppress(PlaywrightTimeoutError):
            here.wait_for(timeout=A_MOMENT)
            break
    expect(here).to_be_visible()
    expect(page.locator(".channel.loading")).to_have_count(0)


def message(page: Page, text: str | re.Pattern[str]) -> Locator:
    """Return the newest message that says *text*."""
    return page.get_by_test_id("messages").get_by_test_id("message").filter(has_text=text).last


def standing(page: Page, text: str | re.Pattern[str]) -> Locator:
    """Return the message that is the newest to say *text* now, whatever says so later."""
    stamp = message(page, text).get_attribute("data-ts")
    return page.get_by_test_id("messages").locator(f'[data-ts="{stamp}"]')


def press(shown: Locator, action_id: str) -> None:
    """Press a button of the bot's in a message."""
    shown.locator(f'[data-action-id="{action_id}"]').press("Enter")  # see react


def submit(page: Page) -> None:
    """Send the form that is open."""
    page.get_by_test_id("modal-submit").click()


def be(page: Page, user: str) -> None:
    """Sit down as somebody else."""
    page.get_by_test_id("person").select_option(user)
    expect(page.locator(".channel.loading")).to_have_count(0)


def react(page: Page, to: Locator, name: str) -> None:
    """Put an emoji on a message by the picker."""
    to.get_by_test_id("add-reaction").press("Enter")  # messages may come in and move under a mouse
    page.get_by_test_id("reaction-picker").locator(f'[data-reaction="{name}"]').click()


def write_comment(page: Page, text: str, *, author: str | None = None) -> None:
    """Comment on the newest post; as the chosen resident, or as the page where *author* is ''."""
    if author is not None:
        page.get_by_test_id("page-identity").select_option(author)
    post = page.get_by_test_id("post").first
    post.get_by_test_id("comment-text").fill(text)
    post.get_by_test_id("comment-send").click()
    expect(post).to_contain_text(text[:40])


def comment(page: Page, text: str) -> Locator:
    """Return the innermost comment on the page that says *text*."""
    return page.get_by_test_id("comment").filter(has_text=text).last


def loosely(text: str) -> re.Pattern[str]:
    """Match *text* whatever kind of space stands between its words."""
    return re.compile(r"\s+".join(re.escape(word) for word in text.split()))


def home(page: Page, text: str) -> Locator:
    """Open the home tab, and return its first row that says *text*."""
    page.get_by_test_id("home-link").click()
    row = page.get_by_test_id("home").locator(".block-section").filter(has_text=loosely(text)).first
    expect(row).to_be_visible()
    return row


def choose(page: Page, row: Locator, act: str) -> None:
    """Choose *act* in the menu beside a row."""
    row.locator("[aria-haspopup=menu]").click()
    page.locator(f'[role=menuitem][data-value^="{act} "]').click()


def fill(page: Page, block_id: str, text: str) -> None:
    """Write into a field of the form that is open."""
    field = page.get_by_test_id("modal").locator(f'.block[data-block-id="{block_id}"]')
    field.locator("input, textarea").first.fill(text)


def pick(page: Page, block_id: str, value: str) -> None:
    """Choose in a menu of the form that is open."""
    field = page.get_by_test_id("modal").locator(f'.block[data-block-id="{block_id}"]')
    field.locator("select").select_option(value)


def sent(page: Page) -> None:
    """Send the form that is open, and see that it closes."""
    submit(page)
    expect(page.get_by_test_id("modal")).to_be_hidden()


def look(page: Page, command: str, text: str) -> Locator:
    """Look at the plan, and return its row that says *text*."""
    articles = page.get_by_test_id("messages").get_by_role("article")
    before = articles.count()
    say(page, command)
    shown = articles.nth(before)
    row = shown.locator(".block-section").filter(has_text=loosely(text)).first
    expect(row).to_be_visible()
    return row


def people(page: Page, block_id: str, *names: str) -> None:
    """Name people in a field of the form that is open, one after the other."""
    field = page.get_by_test_id("modal").locator(f'.block[data-block-id="{block_id}"]')
    for name in names:
        field.get_by_role("combobox").fill(name)
        page.locator("[role=listbox] [role=option]").filter(has_text=name).click()
        expect(field.locator(".combo-chip").filter(has_text=name)).to_be_visible()


def tick(page: Page, block_id: str, value: str, *, on: bool = True) -> None:
    """Tick a box of the form that is open, or take the tick away."""
    field = page.get_by_test_id("modal").locator(f'.block[data-block-id="{block_id}"]')
    field.locator(f'[data-value="{value}"]').set_checked(on)


def settings(page: Page, command: str, action_id: str) -> None:
    """Open a form of the settings."""
    say(page, command)
    shown = page.get_by_test_id("messages").locator(f'[data-action-id="{action_id}"]')
    shown.last.press("Enter")
    expect(page.get_by_test_id("modal")).to_be_visible()
