"""A real browser on the sandbox's page. Where none is installed, these tests are skipped."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from bot.sandbox.slack import delivery
from tests.scenarios.journey import Journey
from tests.scenarios.test_answers import allow
from tests.scenarios.world import COMMENTS

FOLDER = Path(__file__).parent
NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = next((found for name in NAMES if (found := shutil.which(name))), None)
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
PLANTED = {"start": "2026-11-22T18:00", "planted": True}
"""A Sunday evening: the next working morning is Monday, v. 48."""

PATIENCE = 60_000  # milliseconds, on a busy machine

expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything in this folder."""
    for item in items:
        if item.path.is_relative_to(FOLDER):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="module", autouse=True)
def patience() -> Iterator[None]:
    """Let Slack wait for longer than its three seconds: a busy machine is no failure."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(delivery, "ACK_SECONDS", PATIENCE / 1000)
        yield


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The browser, started once a file: Playwright's event loop must be gone for other tests."""
    if CHROMIUM is None:
        pytest.skip("no browser found: install Debian's package chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="module", params=["sv", "en"])
def journey(
    request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Journey]:
    """A world with the bot in it, one for each language: planted, or the file's own.

    `WORLD` in a file is how it begins, and `begin(journey)` what has happened there.
    """
    folder, world = (
        tmp_path_factory.mktemp(request.param),
        getattr(request.module, "WORLD", PLANTED),
    )
    with Journey(folder, request.param, **world) as begun:
        if hasattr(request.module, "begin"):
            request.module.begin(begun)
        yield begun
        assert "Traceback" not in begun.last_words(1000)


@pytest.fixture
def said(request: pytest.FixtureRequest, journey: Journey) -> dict[str, str]:
    """What is typed and told in this world's language: the file's own `SAID`."""
    found: dict[str, str] = request.module.SAID[journey.language]
    return found


@pytest.fixture(scope="module")
def desk(journey: Journey) -> Journey:
    """Monday morning: Amira leads and has allowed answers, Jonas is her deputy."""
    journey.wait_for(lambda: journey.ours(COMMENTS), "comments")
    journey.settled()
    journey.next_working_morning()
    allow(journey)
    return journey


@pytest.fixture
def context(browser: Browser, journey: Journey) -> Iterator[BrowserContext]:
    """A window of one person; whatever it asks for must come from this machine, without errors."""
    opened = browser.new_context(
        base_url=journey.sandbox.address, viewport={"width": 1440, "height": 900}
    )
    opened.set_default_timeout(PATIENCE)
    asked: list[str] = []
    errors: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("weberror", lambda error: errors.append(str(error.error)))
    opened.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
    yield opened
    opened.close()
    assert [url for url in asked if not url.startswith(journey.sandbox.address)] == []
    assert errors == []


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """The page, ready to be used."""
    return ready(context.new_page())


def ready(page: Page) -> Page:
    """Open the sandbox in *page* and return it once it can be used."""
    page.goto("/")
    page.locator(".app:not([aria-busy])").wait_for()
    return page
