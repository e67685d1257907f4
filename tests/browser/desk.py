"""What people do at the comment desk on the sandbox's page, in a word each."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.acting import be, go_to, message, press, standing, submit, write_comment
from tests.scenarios.world import AMIRA, COMMENTS


def relayed(page: Page, text: str) -> Locator:
    """Write a comment as a resident; return its message in Slack, where Amira looks."""
    write_comment(page, text)
    be(page, AMIRA)
    go_to(page, COMMENTS)
    return standing(page, text)


def in_thread(page: Page, relay: Locator, text: str) -> Locator:
    """Open the thread under a comment and return its newest message that says *text*."""
    relay.get_by_test_id("open-thread").click()
    shown = page.get_by_test_id("thread").get_by_test_id("message").filter(has_text=text).last
    expect(shown).to_be_visible()
    return shown


def direct(page: Page, who: str, text: str) -> Locator:
    """Sit down as *who*; return the newest message to them alone that says *text*."""
    be(page, who)
    go_to(page, f"D{who[1:]}")
    shown = message(page, text)
    expect(shown).to_be_visible()
    return shown


def card(page: Page, relay: Locator) -> Locator:
    """Open what is behind *More* under a comment, and return it."""
    only_there = page.locator('[data-action-id="record.open"]')
    cards = page.get_by_test_id("messages").get_by_test_id("message").filter(has=only_there)
    before = cards.count()
    press(relay, "comment.more")
    opened = cards.nth(before)
    expect(opened).to_have_attribute("data-ephemeral", "true")
    return opened


def answer(page: Page, text: str, under: Locator) -> None:
    """Answer a comment on the page itself, as the page."""
    page.get_by_test_id("page-identity").select_option("")
    under.get_by_test_id("comment-reply").first.click()
    form = page.locator(f'[data-for="{under.get_attribute("data-comment-id")}"]')
    form.get_by_test_id("reply-text").fill(text)
    form.get_by_test_id("reply-send").click()


def choose(page: Page, block_id: str, label: str) -> None:
    """Choose in a menu of the form that is open."""
    field = page.get_by_test_id("modal").locator(f'[data-block-id="{block_id}"]')
    field.locator("select").select_option(label=label)


def sent(page: Page) -> None:
    """Send the form that is open, and see that it closes."""
    submit(page)
    expect(page.get_by_test_id("modal")).to_be_hidden()
