"""Take the README's pictures: `make screenshots`. The world is planted, so they stay the same."""

import tempfile
from datetime import datetime
from pathlib import Path

from playwright.sync_api import Locator, Page, sync_playwright

from bot import demo
from tests.browser.acting import be, go_to, message, react
from tests.browser.conftest import CHROMIUM, FLAGS, ready
from tests.scenarios.journey import Journey
from tests.scenarios.world import COMMENTS, ELIN, PLAN, ZONE

DOCS = Path(__file__).parent.parent / "docs"
START = "2026-11-24T18:00"


def main() -> None:
    """Live until tomorrow morning's digest, and until a colleague has taken a comment."""
    DOCS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        begin = datetime.fromisoformat(START).replace(tzinfo=ZONE)
        demo.plant(folder, "sv", begin)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        with Journey(folder, start=START, planted=True) as journey:
            context = browser.new_context(
                base_url=journey.sandbox.address,
                viewport={"width": 1400, "height": 1500},
                device_scale_factor=1.5,
                reduced_motion="reduce",
            )
            page = ready(context.new_page())
            page.get_by_test_id("guide-close").click()
            be(page, ELIN)
            go_to(page, COMMENTS)
            relay = message(page, "Går 14:an på söndagar")
            react(page, relay, "eyes")
            relay.filter(has_text="Elin Lindqvist har den").wait_for()
            take(page, relay, "relay")
            go_to(page, PLAN)
            page.get_by_test_id("clock-morning").click()
            digest = message(page, "God morgon! Onsdag 25 november")
            digest.wait_for()
            take(page, digest, "digest")
        browser.close()


def take(page: Page, shown: Locator, name: str) -> None:
    """Photograph one message, without the pointer on it."""
    page.mouse.move(0, 0)
    page.evaluate("document.activeElement.blur()")
    shown.scroll_into_view_if_needed()
    file = DOCS / f"{name}.png"
    shown.screenshot(path=file, animations="disabled")
    print(f"{file.relative_to(DOCS.parent)}: {file.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
