"""How the advice on a text is said, in both languages."""

from datetime import date, time

import pytest

from bot.domain.plan import Post, Status
from bot.domain.tone import Finding, Kind
from bot.locales import Words
from bot.views import plan_acts, tone
from bot.views.plan_acts import Act, Done
from tests.domain.test_lix import OFFICIAL, PLAIN
from tests.domain.test_tone import ENGLISH, HEAVY, VERY_LONG
from tests.make import AMIRA, NOW
from tests.views.test_plan import FRAME

TEXTS = {
    "fine": PLAIN,
    "fine-english": ENGLISH,
    "short": "Vi bjuder på kaffe på fredag. Kom när du vill!",
    "official": OFFICIAL,
    "heavy": HEAVY,
    "long-sentence": f"{VERY_LONG} <!channel> & <https://bit.ly/a|b>",
    "signs": "Vi har öppet på fredag #A #B #C 🎉🎉🎉🎉 <!channel>",
    "links": "Läs mer här https://bit.ly/3xYz?a=<!here> och https://b.se nu",
    "few": "Inställt avseende fredag",
    "none": " \u200b",
}


def post(text: str, status: Status = Status.DRAFT) -> Post:
    return Post(
        id=7,
        title="Öppet hus <!channel>",
        text=text,
        outlet_id=1,
        day=date(2026, 11, 27),
        at=time(11),
        owner=AMIRA,
        status=status,
        idea_id=None,
        link=None,
        published_at=None,
        created_by=AMIRA,
        created_at=NOW,
        updated_at=NOW,
    )


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_advice_is_said(words, snapshot, text):
    said = tone.advised(words, post(text))
    snapshot(said)
    assert "<!" not in said["text"]


@pytest.mark.parametrize("kind", Kind)
def test_every_finding_has_a_short_line_that_says_what_to_do(words, kind):
    finding = Finding(kind, 40, "Vi ses & <!here> i parken " * 9, "om")
    line = tone._line(words, finding)
    assert len(line) < 160
    assert "<!" not in line


def test_the_figure_is_said_in_words():
    assert "LIX 35: lätt att läsa. 10 ord per mening, 25 % långa ord." in tone._lix(
        Words("sv"), tone.Lix(40, 4, 10)
    )


@pytest.mark.parametrize(
    ("act", "status", "advised"),
    [
        (Act.READY, Status.READY, True),
        (Act.PLANNED, Status.READY, True),
        (Act.CHANGED, Status.READY, True),
        (Act.CHANGED, Status.DRAFT, False),
        (Act.MOVED, Status.READY, False),
        (Act.DRAFT, Status.DRAFT, False),
        (Act.AGAIN, Status.READY, False),
    ],
)
def test_a_text_that_is_called_ready_gets_its_advice_once(words, act, status, advised):
    text = "Läs på https://a.se och på https://b.se nu. #A #B #C"
    said = plan_acts.done(words, Done(act, post(text, status)), FRAME)["text"]
    assert [said.count(line) for line in tone.lines_of(words, text)] == [int(advised)] * 2
    assert said.count(words("tone-only-advice")) == int(advised)


def test_a_fine_text_is_called_ready_without_remarks(words):
    said = plan_acts.done(words, Done(Act.READY, post("Kom!", Status.READY)), FRAME)["text"]
    assert "\n" not in said


def test_the_answer_to_a_ready_post_with_advice(words, snapshot):
    snapshot(plan_acts.done(words, Done(Act.READY, post(OFFICIAL, Status.READY)), FRAME))


def test_advice_is_offered_for_an_open_post_with_a_text(words):
    assert [b["action_id"] for b in tone.asks(words, post("Kom!"))] == [tone.ADVICE]
    assert tone.asks(words, post("\u200b")) == []
    assert tone.asks(words, post("Kom!", Status.PUBLISHED)) == []
