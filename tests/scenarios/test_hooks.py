"""Facebook says when something happens: comments come at once, and nothing rests on it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.jobs import goals, hook_silence
from bot.sandbox import identity
from bot.sandbox.graph_tokens import APP_ID, APP_TOKEN
from bot.sandbox.hooks import signature
from tests.scenarios.journey import Journey, free_port
from tests.scenarios.world import AMIRA, COMMENTS, PLAN

WORD = "a-word-of-our-own"
RARELY = "3600"

SAID = {
    "sv": {
        "edited": "Redigerad kl.",
        "hidden": "Dold på Facebook",
        "gone": "Borttagen på Facebook",
        "answered": "Besvarad på Facebook",
        "today": "nya kommentarer i dag",
        "told": "appen och sidan är anslutna",
        "app": "Appen prenumererar inte",
        "page": "Sidan är inte ansluten",
        "unseen": "Jag har inte sett Facebooksidan sedan kl. 8.",
        "again": "Jag läser Facebooksidan igen",
        "meanwhile": "Under tiden kom 1 ny kommentar",
        "silent": "Facebook har slutat säga till när någon kommenterar på sidan",
        "works": "Nu fungerar det igen: Facebooks tillsägelser",
    },
    "en": {
        "edited": "Edited, ",
        "hidden": "Hidden on Facebook",
        "gone": "Removed on Facebook",
        "answered": "Answered on Facebook",
        "today": "new comments today",
        "told": "the app and the page are subscribed",
        "app": "The app is not subscribed",
        "page": "The page is not connected",
        "unseen": "I have not seen the Facebook page since 08:",
        "again": "I have been reading the Facebook page again",
        "meanwhile": "Meanwhile 1 new comment came",
        "silent": "Facebook no longer tells me when somebody comments on the page",
        "works": "It works again: what Facebook tells me",
    },
}


class Hooked(Journey):
    """A world in which Facebook can reach the bot at a port of its own, and seldom is asked.

    What is told within an hour, Facebook has said.
    """

    def __init__(self, folder: Path, language: str, *, polls: str = RARELY) -> None:
        port = free_port()
        self.hook = f"http://127.0.0.1:{port}/facebook/webhook"
        settings = {
            "HTTP_PORT": str(port),
            "FACEBOOK_VERIFY_TOKEN": WORD,
            "FACEBOOK_POLL_SECONDS": polls,
        }
        super().__init__(folder, language, start="2026-11-24T08:20", settings=settings)

    def start_bot(self, *, connected: bool = True) -> None:
        """Start the process; its port may answer a moment after it is connected to Slack."""
        super().start_bot(connected=connected)
        if connected:
            self.wait_for(self._answers, "a bot that answers at its port")

    def _answers(self) -> bool:
        try:
            httpx.get(self.hook, trust_env=False)
        except httpx.TransportError:
            return False
        return True

    def as_facebook(self, method: str, path: str, token: str, **params: Any) -> httpx.Response:
        headers = {"Authorization": f"Bearer {token}"}
        return self.http.request(method, f"/graph/v26.0/{path}", params=params, headers=headers)

    def subscribe_app(self, word: str = WORD) -> bool:
        wanted = {"object": "page", "callback_url": self.hook, "fields": "feed"}
        path = f"{APP_ID}/subscriptions"
        return self.as_facebook("POST", path, APP_TOKEN, verify_token=word, **wanted).is_success

    def subscribe_page(self) -> bool:
        path, token = f"{identity.PAGE}/subscribed_apps", identity.PAGE_TOKEN
        return self.as_facebook("POST", path, token, subscribed_fields="feed").is_success

    def hooks(self, **switches: Any) -> None:
        self.do("/__emulator/hooks", **switches)

    def statuses(self) -> list[int]:
        return list(self.get("/__emulator/hooks")["statuses"])

    def calls(self) -> int:
        """Count how often the page was read."""
        return int(self.sql("select count(*) from page_looks")[0][0])

    def is_calm(self) -> bool:
        """Tell whether the first looks are over: one at the start, one before the morning's jobs."""
        ran = self.sql("select 1 from job_runs where job = ?", goals.JOB)  # the last of them
        return bool(ran and self.sql("select 1 from page_looks"))


@pytest.fixture(params=["sv", "en"])
def journey(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Hooked]:
    with Hooked(tmp_path, request.param) as begun:
        begun.wait_for(begun.is_calm, "the first looks")
        yield begun
        assert "Traceback" not in begun.last_words(1000)
        assert WORD not in begun.log.read_text(encoding="utf-8")


swedish = pytest.mark.parametrize("journey", ["sv"], indirect=True)  # where the bot says nothing


def test_a_comment_comes_at_once_by_facebooks_word(journey: Hooked) -> None:
    said = SAID[journey.language]
    assert not journey.subscribe_app("guessed")
    code, shown = journey.run("check")
    assert said["app"] in shown
    assert said["page"] in shown
    assert code == 0
    assert journey.subscribe_app()
    assert journey.subscribe_page()
    assert said["told"] in journey.run("check")[1]

    post = journey.publish("Öppet hus på kvinnokliniken")
    first = journey.comment(post, "Måste man boka på söndag?")
    relay = journey.await_message(COMMENTS, "Måste man boka på söndag?")
    assert "Öppet hus på kvinnokliniken" in relay["text"]

    journey.do(f"/ui/page/comments/{first}", message="Måste man boka tid?")
    journey.await_words(relay, COMMENTS, "Måste man boka tid?", said["edited"])
    journey.do(f"/ui/page/comments/{first}", hidden=True)
    journey.await_words(relay, COMMENTS, said["hidden"], "Berit Ek")
    journey.do(f"/ui/page/comments/{first}", hidden=False)
    other = journey.comment(post, "Var ligger det?", "Nils Åberg")
    lost = journey.await_message(COMMENTS, "Var ligger det?")
    journey.comment(post, "Nej! /Elin", None, under=first)
    journey.await_words(relay, COMMENTS, said["answered"])
    journey.do(f"/ui/page/comments/{other}/delete")
    journey.await_words(lost, COMMENTS, said["gone"])
    assert said["today"] in journey.ask(AMIRA, "/lucka")

    ad = journey.sandbox.page.add_post("Vaccinera dig!", published=False)
    journey.sandbox.page.add_comment(ad, "Gäller det alla?", author="Nils Åberg")
    assert "Vaccinera dig!" in journey.await_message(COMMENTS, "Gäller det alla?")["text"]


@swedish
def test_what_comes_twice_late_and_in_disorder_is_one_message(journey: Hooked) -> None:
    assert journey.subscribe_app()
    assert journey.subscribe_page()
    journey.hooks(batch=5, duplicates=2, reorder=True, delay=0.3)
    post = journey.publish("Öppet hus")
    for number in range(8):
        journey.comment(post, f"Nr {number}")
    for number in range(8):
        journey.await_message(COMMENTS, f"Nr {number}")
    journey.wait_for(lambda: not journey.sql("select 1 from page_hints"), "no hint left")
    journey.settled()
    keys = journey.keys(COMMENTS, "relay:")
    assert len(keys) == len(set(keys)) == 8


@swedish
def test_a_forged_word_is_refused_and_nothing_is_read(journey: Hooked) -> None:
    assert journey.subscribe_app()
    assert journey.subscribe_page()
    journey.hooks(forged=True)
    before = journey.calls()
    journey.comment(journey.publish("Öppet hus"), "Hör någon?")
    journey.wait_for(lambda: len(journey.statuses()) >= 2, "a refusal")
    assert set(journey.statuses()) == {403}
    body = b'{"object":"page","entry":[]}'
    for headers in ({}, {"x-hub-signature-256": signature(body + b" ")}):
        assert httpx.post(journey.hook, content=body, headers=headers).status_code == 403
    assert journey.sql("select 1 from page_hints") == []
    assert journey.calls() == before
    assert journey.ours(COMMENTS) == []


def test_what_facebook_does_not_say_is_found_all_the_same(tmp_path: Path) -> None:
    with Hooked(tmp_path, "sv", polls="1") as journey:
        assert journey.subscribe_app()
        assert journey.subscribe_page()
        journey.hooks(drop=2)
        journey.comment(journey.publish("Öppet hus"), "Hör någon?")
        journey.await_message(COMMENTS, "Hör någon?")
        assert journey.statuses() == []


@pytest.mark.parametrize("language", ["sv", "en"])
def test_webhooks_that_fall_silent_are_told_once_and_so_is_their_end(
    tmp_path: Path, language: str
) -> None:
    said = SAID[language]
    with Hooked(tmp_path, language, polls="1") as journey:
        assert journey.subscribe_app()
        assert journey.subscribe_page()
        post = journey.publish("Öppet hus")
        journey.comment(post, "Före")
        journey.await_message(COMMENTS, "Före")
        journey.wait_for(journey.statuses, "a word of Facebook's")
        journey.hooks(drop=1000)
        journey.clock_to("2026-11-25T09:00")
        for number in range(hook_silence.UNTOLD):
            journey.comment(post, f"Nr {number}")
            journey.await_message(COMMENTS, f"Nr {number}")
        journey.settled()
        assert not journey.ours(PLAN, said["silent"])
        journey.clock_to("2026-11-25T09:15")
        alarm = journey.await_message(PLAN, said["silent"])
        assert said["silent"] in journey.run("check")[1]
        journey.restart()
        journey.settled()
        assert len(journey.ours(PLAN, said["silent"])) == 1
        journey.hooks(drop=0)
        journey.comment(post, "Efter")
        journey.await_message(COMMENTS, "Efter")
        journey.await_words(alarm, PLAN, said["works"])
        assert not journey.ours(PLAN, said["silent"])


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_page_that_goes_silent_is_told_loudly_and_once(tmp_path: Path, language: str) -> None:
    said = SAID[language]
    with Journey(tmp_path, language, start="2026-11-24T08:20") as journey:
        post = journey.publish("Öppet hus")
        journey.comment(post, "Före")
        journey.await_message(COMMENTS, "Före")
        journey.graph(token="expired")
        failed = "select sum(looks) from page_looks where trouble is not null"
        journey.wait_for(lambda: (journey.sql(failed)[0][0] or 0) >= 3, "three failed looks")
        assert not journey.ours(COMMENTS, said["unseen"])
        journey.clock_to("2026-11-24T08:45")
        alarm = journey.await_message(COMMENTS, said["unseen"])
        journey.restart()
        journey.comment(post, "Under tiden")
        journey.wait_for(lambda: (journey.sql(failed)[0][0] or 0) >= 6, "more failed looks")
        assert len(journey.ours(COMMENTS, said["unseen"])) == 1
        journey.graph(token="ok")
        journey.await_words(alarm, COMMENTS, said["again"], said["meanwhile"])
        assert not journey.ours(COMMENTS, said["unseen"])
