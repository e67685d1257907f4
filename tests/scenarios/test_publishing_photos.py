"""A post with two pictures over real sockets: added in a form, said in words, seen on the page."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.scenarios.journey import Journey
from tests.scenarios.reading import Json
from tests.scenarios.test_publishing import (
    TEXT,
    allow,
    go_out,
    planned,
    state,
    strike,
    told,
    visible,
)
from tests.scenarios.world import AMIRA, MIKKO

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 200 + b"\r\n"
GIF = b"GIF89a\x01\x00\x01\x00\x00\x00\x00;"
SAID = {
    "sv": {
        "wordless": "2 bilder saknar alt-text",
        "not_ready": "alt-text till bilden",
        "alts": ["En sköterska ger en spruta.", "Karta till vaccinationen."],
        "picture": "Bild 1, väg åäö.jpg",
        "decided": "går ut i dag kl. 11.00",
        "out": "Ute på Facebook: *Influensavaccin*",
        "gone": "Bilden karta.gif finns inte kvar i Slack",
        "unfit": "karta.gif är ingen bild",
        "dropped": "går inte ut av sig självt",
    },
    "en": {
        "wordless": "2 pictures have no alt text",
        "not_ready": "an alt text for the picture",
        "alts": ["A nurse gives an injection.", "The way to the vaccination."],
        "picture": "Picture 1, väg åäö.jpg",
        "decided": "goes out today at 11:00",
        "out": "Out on Facebook: *Influensavaccin*",
        "gone": "The picture karta.gif is not in Slack any more",
        "unfit": "karta.gif is not a picture",
        "dropped": "no longer goes out on Facebook by itself",
    },
}


@pytest.fixture(params=["sv", "en"])
def journey(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Journey]:
    with Journey(tmp_path, request.param, start="2026-11-24T09:00") as begun:
        yield begun
        assert "Traceback" not in begun.last_words(1000)


swedish = pytest.mark.parametrize("journey", ["sv"], indirect=True)


def bring(journey: Journey, name: str, data: bytes, who: str = AMIRA) -> str:
    """Bring a file into Slack, as the page does when one is chosen in a form."""
    answer = journey.http.post("/ui/files", params={"as": who, "name": name}, content=data)
    return str(answer.json()["id"])


def answer(journey: Journey, act: Callable[[], object]) -> Json:
    """Do *act* and return the private word that answers it."""
    before = {w["ts"] for w in journey.whispers(AMIRA)}
    act()
    new = journey.wait_for(
        lambda: [w for w in journey.whispers(AMIRA) if w["ts"] not in before], "an answer"
    )
    return dict(new[-1])


def choose(journey: Journey, value: str) -> Json:
    """Choose *value* in the menu of the post's row; return the answer."""
    shown = journey.say(AMIRA, "/plan")
    return answer(journey, lambda: journey.click(AMIRA, shown, "post.menu", value=f"{value} 1"))


def equip(journey: Journey, shown: Json, **said: object) -> Json:
    """Fill in *Picture and persons* and return what is said of it."""
    journey.click(AMIRA, shown, "post.media")
    assert journey.form(AMIRA)
    return answer(journey, lambda: journey.submit(AMIRA, **said))


def pictured(journey: Journey) -> tuple[Json, list[str]]:
    """Plan a ready post and give it two pictures without words; return the answer and the files."""
    allow(journey)
    planned(journey)
    files = [bring(journey, "väg åäö.jpg", JPEG), bring(journey, "karta.gif", GIF)]
    return equip(journey, choose(journey, "open"), photos=files), files


def ready(journey: Journey) -> list[str]:
    """Do the same, with words for both, and mark it as ready; return the files."""
    first, second = SAID[journey.language]["alts"]
    shown, files = pictured(journey)
    equip(journey, shown, photo_alt_0=first, photo_alt_1=second)
    choose(journey, "ready")
    journey.settled()
    return files


def publish(journey: Journey, when: str) -> None:
    go_out(journey, AMIRA, journey.say(AMIRA, "/plan"))
    assert SAID[journey.language]["picture"] in str(journey.form(AMIRA)["blocks"])
    assert journey.submit(AMIRA, when=when)["ok"]


def test_two_pictures_go_out_once_each_is_said_in_words(journey: Journey) -> None:
    said = SAID[journey.language]
    shown, _ = pictured(journey)
    assert said["wordless"] in shown["text"]
    refused = choose(journey, "ready")
    assert said["not_ready"] in refused["text"]
    equip(journey, refused, photo_alt_0=said["alts"][0], photo_alt_1=said["alts"][1])
    choose(journey, "ready")
    publish(journey, "planned")
    journey.await_whisper(AMIRA, said["decided"])
    assert visible(journey) == []
    journey.clock_to("2026-11-24T11:00")
    journey.wait_for(lambda: visible(journey) == [TEXT], "the post on the page")
    (post,) = journey.get("/ui/page")["posts"]
    assert [photo["alt"] for photo in post["photos"]] == said["alts"]
    assert [journey.http.get(photo["src"]).content for photo in post["photos"]] == [JPEG, GIF]
    journey.wait_for(lambda: any(said["out"] in text for text in told(journey)), "a message")
    assert state(journey) == ["published"]


def test_a_picture_that_is_gone_is_told_and_nothing_is_out_without_it(journey: Journey) -> None:
    said = SAID[journey.language]
    files = ready(journey)
    journey.sandbox.slack.files.drop(files[1])
    publish(journey, "now")
    journey.wait_for(lambda: any(said["gone"] in text for text in told(journey)), "the reason")
    assert (visible(journey), state(journey)) == ([], ["failed"])


@swedish
def test_what_is_only_called_a_picture_does_not_go_out(journey: Journey) -> None:
    allow(journey)
    planned(journey)
    files = [bring(journey, "väg åäö.jpg", JPEG), bring(journey, "karta.gif", b"<html>")]
    shown = equip(journey, choose(journey, "open"), photos=files)
    equip(journey, shown, photo_alt_0="En väg.", photo_alt_1="En karta.")
    choose(journey, "ready")
    publish(journey, "now")
    journey.wait_for(lambda: any("karta.gif är ingen" in text for text in told(journey)), "it")
    assert visible(journey) == []


@swedish
def test_a_form_that_names_a_picture_of_somebody_else_s_gets_it_nowhere(journey: Journey) -> None:
    allow(journey)
    planned(journey)
    secret = bring(journey, "hemlig.jpg", JPEG, MIKKO)  # in a channel that Amira is not in, say
    shown = equip(journey, choose(journey, "open"), photos=[secret])
    equip(journey, shown, photo_alt_0="En väg.")
    choose(journey, "ready")
    go_out(journey, AMIRA, journey.say(AMIRA, "/plan"))
    assert journey.submit(AMIRA, when="now")["ok"]
    journey.wait_for(
        lambda: any("inte läsa bilden hemlig.jpg" in text for text in told(journey)), "the reason"
    )
    assert (visible(journey), state(journey)) == ([], ["failed"])


@swedish
@pytest.mark.parametrize("line", ["page photo", "page draft", "page post "])
def test_killed_on_its_way_it_still_shows_once_with_both_pictures(
    journey: Journey, line: str
) -> None:
    ready(journey)
    strike(journey, line)
    publish(journey, "now")
    journey.await_death()
    journey.start_bot()
    journey.wait_for(lambda: state(journey) == ["published"], "the end of it")
    (post,) = journey.get("/ui/page")["posts"]
    assert [photo["alt"] for photo in post["photos"]] == SAID["sv"]["alts"]
    assert len(journey.sandbox.page.posts(unpublished=True)) == 1


@swedish
def test_another_picture_after_it_was_confirmed_keeps_it_from_going_out(journey: Journey) -> None:
    ready(journey)
    publish(journey, "planned")
    journey.await_whisper(AMIRA, SAID["sv"]["decided"])
    shown = equip(journey, choose(journey, "open"), photo_1=["remove"])
    assert SAID["sv"]["dropped"] in shown["text"]
    journey.clock_to("2026-11-24T11:00")
    journey.wait_for(lambda: state(journey) == ["withdrawn"], "the end of it")
    assert visible(journey) == []
