"""A picture is kept before its comment is hidden or removed, or nothing is done but for the law."""

import csv
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from bot.deps import Deps
from bot.domain.comments import State as Stand
from bot.domain.copies import Picture, PictureUnread
from bot.domain.moderation import Problem, State
from bot.domain.page import PageTrouble
from bot.integrations.facebook_errors import GraphError
from bot.jobs import page_writer
from bot.store import backup, copies
from bot.store import page as store_page
from handlers import comment_moderated
from handlers import comment_moderation as handlers
from tests import page
from tests.make import AMIRA, JONAS
from tests.moderating import (
    FIRST,
    LAW,
    PAGE,
    FakePage,
    acts,
    case,
    decide,
    desk,
    press,
    said,
    stored,
    unanswered,
)

SEEN = Picture("image/png", b"\x89PNG what was there")
HASH = sha256(SEEN.data).hexdigest()
Parts = tuple[Deps, FakePage]


@pytest.fixture
def parts(deps: Deps) -> Parts:
    """A desk with a comment that came with a picture."""
    made, fake = desk(deps)
    with made.transaction() as db:
        pictured = page.comment(1, attachment="photo")
        store_page.keep(db, [page.post()], [pictured], now=made.now())
    fake.picture = SEEN
    return made, fake


def kept(deps: Deps) -> list[tuple[str | None, str | None]]:
    with deps.reading() as db:
        found = copies.of(db, [1, 2])
    return [(each.fingerprint, each.trouble) for each in found.get(1, [])]


@pytest.mark.parametrize(("rule", "deed"), [(PAGE, "hide"), (LAW, "remove")])
def test_the_picture_is_kept_before_anything_is_done(parts: Parts, rule: str, deed: str) -> None:
    deps, fake = parts
    decide(deps, rule)
    page_writer.drain(deps)
    assert fake.calls == ["picture", deed]
    assert kept(deps) == [(HASH, None)]
    told = said(deps, "moderation:1:told")["text"]
    assert f"En kopia av bilden är sparad (1 kB, sha256 {HASH})." in told
    assert HASH in comment_moderated.listing(deps, JONAS)["text"]


def test_what_came_without_a_picture_asks_for_none(deps: Deps) -> None:
    made, fake = desk(deps)
    decide(made, PAGE)
    page_writer.drain(made)
    assert fake.calls == ["hide"]


def test_a_link_has_nothing_to_copy(parts: Parts) -> None:
    deps, fake = parts
    fake.picture = None
    decide(deps, PAGE)
    page_writer.drain(deps)
    assert fake.calls == ["picture", "hide"]
    assert kept(deps) == []


def test_without_a_copy_the_pages_own_rules_do_nothing_and_it_can_be_tried_again(
    parts: Parts,
) -> None:
    deps, fake = parts
    fake.picture = PictureUnread("404")
    decide(deps, PAGE)
    page_writer.drain(deps)
    assert fake.calls == ["picture", "picture"]
    assert (case(deps).state, case(deps).problem) == (State.FAILED, Problem.UNCOPIED)
    assert stored(deps).state is Stand.NEW
    told = said(deps, "moderation:1:told")
    assert "Jag kunde inte spara bilden i den (404), så jag har inte gjort något" in told["text"]
    assert "moderation.again" in str(told["blocks"])
    fake.picture = SEEN
    press(deps, handlers.again, 1, user=AMIRA)
    page_writer.drain(deps)
    assert stored(deps).state is Stand.HIDDEN
    assert kept(deps) == [(HASH, None)]


def test_the_law_goes_on_and_what_is_missing_is_noted(parts: Parts) -> None:
    deps, fake = parts
    fake.picture = PictureUnread("kind")
    decide(deps, LAW)
    page_writer.drain(deps)
    assert stored(deps).state is Stand.REMOVED
    assert kept(deps) == [(None, "kind")]
    assert acts(deps) == [("lucka", "copy_failed"), (AMIRA, "removed")]
    assert "bilden kunde inte sparas (kind)" in said(deps, "moderation:1:told")["text"]


def test_a_blip_is_waited_for_and_nothing_is_done_meanwhile(parts: Parts, hand: object) -> None:
    deps, fake = parts
    fake.picture = unanswered()
    decide(deps, PAGE)
    page_writer.drain(deps)
    assert (fake.calls, case(deps).state) == (["picture"], State.WAITING)
    fake.picture = SEEN
    hand.on(seconds=15)  # type: ignore[attr-defined]
    page_writer.drain(deps)
    assert stored(deps).state is Stand.HIDDEN


def test_a_comment_that_is_gone_is_told_as_gone(parts: Parts) -> None:
    deps, fake = parts
    fake.picture = GraphError(PageTrouble.GONE, code=100, subcode=33)
    fake.there.discard(FIRST)
    decide(deps, PAGE)
    page_writer.drain(deps)
    assert case(deps).problem is Problem.GONE


def test_a_copy_is_taken_once_a_case(parts: Parts) -> None:
    deps, fake = parts
    fake.fault = lambda name, do: _fail_once(fake, name, do)
    decide(deps, PAGE)
    page_writer.drain(deps)
    with deps.transaction() as db:
        db.execute("update moderation set tried_at = null, next_at = since")
    page_writer.drain(deps)
    assert fake.calls == ["picture", "hide", "hide"]
    assert len(kept(deps)) == 1


def _fail_once(fake: FakePage, name: str, do: object) -> object:
    if name == "hide" and fake.calls.count("hide") == 1:
        raise unanswered()
    return do()  # type: ignore[operator]


def test_showing_it_again_copies_nothing(parts: Parts) -> None:
    deps, fake = parts
    decide(deps, PAGE)
    page_writer.drain(deps)
    press(deps, handlers.undo, 1, user=AMIRA)
    page_writer.drain(deps)
    assert fake.calls == ["picture", "hide", "show"]


def test_copies_are_exported_as_files_for_their_owner_alone(parts: Parts, tmp_path: Path) -> None:
    deps, _ = parts
    decide(deps, PAGE)
    page_writer.drain(deps)
    with deps.reading() as db:
        files = backup.export(db, tmp_path)
    (file,) = [each for each in files if each.suffix == ".png"]
    assert file.name == f"moderation-1-{HASH[:16]}.png"
    assert file.read_bytes() == SEEN.data
    assert file.stat().st_mode & 0o077 == 0
    with (tmp_path / "moderation_copies.csv").open(encoding="utf-8-sig") as listed:
        (row,) = csv.DictReader(listed, delimiter=";")
    assert (row["fingerprint"], row["data"]) == (HASH, f"{len(SEEN.data)} bytes")


def test_in_english(english: Deps) -> None:
    made, fake = desk(english)
    with made.transaction() as db:
        pictured = replace(page.comment(1), attachment="photo")
        store_page.keep(db, [page.post()], [pictured], now=made.now())
    fake.picture = SEEN
    decide(made, PAGE)
    page_writer.drain(made)
    assert "A copy of the picture is saved (1 kB" in said(made, "moderation:1:told")["text"]
