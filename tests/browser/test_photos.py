"""Pictures in a form and on the page, as somebody sees them who uses a browser."""

import struct
import zlib

from playwright.sync_api import FilePayload, Page, expect

from tests.browser.acting import loosely
from tests.browser.conftest import ready
from tests.scenarios.journey import Journey
from tests.scenarios.test_publishing import TEXT, allow, go_out, planned
from tests.scenarios.test_publishing_photos import SAID, choose
from tests.scenarios.world import AMIRA

FORM = {"sv": "Alt-text till bild", "en": "Alt text for picture"}
SHOWN = {"sv": "Alt-text: ", "en": "Alt text: "}


WORLD = {"start": "2026-11-24T09:00"}


def begin(journey: Journey) -> None:
    """An empty world in which publishing is allowed and one post is ready."""
    allow(journey)
    planned(journey)


def png(red: int, green: int, blue: int) -> bytes:
    """Return a picture of one colour, large enough to be looked at."""
    size = 48
    rows = (b"\0" + bytes((red, green, blue)) * size) * size
    head = struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    packed = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def file(name: str, data: bytes) -> FilePayload:
    return {"name": name, "mimeType": "image/png", "buffer": data}


def test_two_pictures_are_chosen_said_in_words_and_seen_on_the_page(
    page: Page, journey: Journey
) -> None:
    language, alts = journey.language, SAID[journey.language]["alts"]
    card = choose(journey, "open")
    journey.click(AMIRA, card, "post.media")
    ready(page)
    modal = page.get_by_test_id("modal")
    chosen = [file("vinter.png", png(30, 90, 160)), file("karta.png", png(40, 120, 60))]
    modal.locator("input[type=file]").set_input_files(chosen)
    expect(modal.get_by_test_id("files")).to_have_text("vinter.png, karta.png")
    modal.locator(".dialog-foot button[type=submit]").click()
    expect(modal).to_be_hidden()
    told = page.get_by_test_id("message").filter(has_text=loosely(SAID[language]["wordless"])).last
    told.locator('[data-action-id="post.media"]').click()
    for number, alt in enumerate(alts):
        modal.get_by_label(f"{FORM[language]} {number + 1}").fill(alt)
    modal.locator(".dialog-foot button[type=submit]").click()
    expect(modal).to_be_hidden()
    choose(journey, "ready")
    go_out(journey, AMIRA, journey.say(AMIRA, "/plan"))
    expect(modal).to_contain_text(alts[1])
    journey.submit(AMIRA, when="now")
    post = page.get_by_test_id("post").filter(has_text=TEXT)
    expect(post.get_by_test_id("post-photo")).to_have_count(2)
    for alt in alts:
        expect(post.get_by_alt_text(alt, exact=True)).to_be_visible()
        expect(post).to_contain_text(f"{SHOWN[language]}{alt}")
    widths = post.locator("img").evaluate_all("all => all.map((one) => one.naturalWidth)")
    assert widths == [48, 48]
