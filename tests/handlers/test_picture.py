"""`/plan bild`: the wish is kept at once, the picture comes later and to whoever asked."""

from dataclasses import replace

import pytest

from bot.store import pictures
from bot.views.plan import PICTURE
from handlers import picture
from tests import make
from tests.commands import say
from tests.fakes import FakeAck
from tests.make import AMIRA, JONAS


def wishes(deps):
    with deps.reading() as db:
        return [(wish.key, wish.channel, wish.file) for wish in pictures.waiting(db)]


@pytest.mark.parametrize("text", ["bild", "BILD", "bilden", "picture", "image", " bild "])
def test_the_picture_is_asked_for_in_both_languages(deps, text):
    woken = []
    deps = replace(deps, draw=lambda: woken.append(wishes(deps)))

    answer = say(deps, "plan", text)

    assert answer["text"].startswith("Jag ritar planen.")
    assert woken == [[(f"person:{AMIRA}", AMIRA, None)]]


def test_english_says_where_it_comes(english):
    assert "our own conversation" in say(english, "plan", "picture")["text"]


def test_the_button_under_the_plan_asks_too(deps):
    buttons = say(deps, "plan")["blocks"][-1]["elements"]
    assert PICTURE in [button["action_id"] for button in buttons]

    ack = FakeAck()
    picture.click(deps, ack, make.click(PICTURE, user=JONAS))

    assert ack.calls == [{}]
    assert wishes(deps) == [(f"person:{JONAS}", JONAS, None)]


def test_clicking_twice_is_one_picture(deps):
    for _ in range(2):
        picture.click(deps, FakeAck(), make.click(PICTURE))

    assert wishes(deps) == [(f"person:{AMIRA}", AMIRA, None)]


def test_that_it_was_asked_for_is_on_record(deps):
    say(deps, "plan", "bild")

    with deps.reading() as db:
        rows = list(db.query("select who, act, subject from audit"))
    assert rows == [{"who": AMIRA, "act": "picture.asked", "subject": "plan"}]


def test_a_title_that_begins_with_the_word_is_a_title_still(deps):
    assert "Planerat" in say(deps, "plan", "fredag bild på ambulansen")["text"]
