"""What is said about urgent comments, in both languages: one mention at most, and no formatting."""

from dataclasses import replace

import pytest

from bot.domain.comments import LUCKA, State
from bot.domain.judgements import Judgement, Outcome
from bot.domain.relaying import DEFAULT
from bot.domain.urgent import Asked
from bot.domain.watch_word_seed import SEED
from bot.domain.watch_words import LIMIT, MOST, WordCount, WordKind, WordList
from bot.locales import Words
from bot.views import urgent as view
from bot.views import watch_words as words_view
from bot.views.comments import Reader
from bot.views.forms import Origin
from bot.views.urgent import Ping
from tests import page
from tests.conftest import enforce_limits
from tests.make import AMIRA, ELIN, JONAS, NOW
from tests.views.test_comments import NAMES, ZONE, Check, minutes, shown

FLAGGED = shown(page.comment(text="Jag vet var du bor"), flagged_by=LUCKA, flagged_at=minutes(1))
JUDGED = Judgement(
    FLAGGED.comment.id, LUCKA, minutes(1), AMIRA, minutes(20), Outcome.REPORTED, "Hot mot *chefen*"
)
OVER = replace(shown(state=State.REMOVED, closed_by=JONAS, closed_at=minutes(9)), judged=JUDGED)
FIRST, SECOND = Asked(1, ELIN, minutes(1)), Asked(2, AMIRA, minutes(16))


def reader(words: Words) -> Reader:
    return Reader(words, NAMES, NOW.date(), ZONE, DEFAULT)


PINGS = {
    "the first": (FLAGGED, Ping(FIRST, None, is_danger=False)),
    "danger to life": (FLAGGED, Ping(FIRST, None, is_danger=True)),
    "somebody was asked after": (FLAGGED, Ping(FIRST, SECOND, is_danger=False)),
    "the channel": (FLAGGED, Ping(replace(SECOND, who=None), None, is_danger=False)),
    "judged": (OVER, Ping(FIRST, SECOND, is_danger=True)),
    "taken back": (shown(), Ping(FIRST, None, is_danger=False)),
}


@pytest.mark.parametrize("case", PINGS)
def test_a_question_to_one_person(words: Words, snapshot: Check, case: str) -> None:
    snapshot(view.ping(reader(words), *PINGS[case]))


@pytest.mark.parametrize("case", PINGS)
def test_it_mentions_one_person_at_most_and_only_while_it_is_open(case: str, words: Words) -> None:
    one, it = PINGS[case]
    said = view.ping(reader(words), one, it)
    asked = [it.asked.who] if it.asked.who and one.relay.flagged_by else []
    assert said["text"].count("<@") == len(asked)
    assert "<!" not in said["text"]


def test_the_form_and_the_question_what_it_was(words: Words, snapshot: Check) -> None:
    snapshot(view.form(reader(words), FLAGGED, Origin("C1", comment=FLAGGED.comment.id)))
    snapshot(view.ask_what_it_was(words, FLAGGED))


@pytest.mark.parametrize("outcome", Outcome)
def test_an_outcome_is_confirmed(words: Words, outcome: Outcome) -> None:
    said = view.judged(words, OVER, replace(JUDGED, outcome=outcome))["text"]
    assert words(f"outcome-{outcome}") in said
    is_whole = outcome in {Outcome.KEPT, Outcome.ANSWERED}
    assert is_whole == (words("comments-open-facebook") not in said)


def test_what_stands_above_all_is_counted(words: Words, snapshot: Check) -> None:
    blocks = view.standing(reader(words), [FLAGGED, FLAGGED], 7)
    snapshot({"blocks": blocks})
    assert view.standing(reader(words), [], 0) == []


def test_the_longest_comment_keeps_within_the_limits(words: Words) -> None:
    long = shown(
        page.comment(text="<&>" * 3000, author_name="&" * 300), flagged_by=LUCKA, flagged_at=NOW
    )
    said = view.ping(reader(words), long, Ping(FIRST, SECOND, is_danger=True))
    enforce_limits(said["blocks"])
    enforce_limits(view.standing(reader(words), [long] * 3, 100))
    enforce_limits(view.form(reader(words), long, Origin())["blocks"])
    assert words("urgent-danger-text") in str(said["blocks"])


def test_the_watch_words(words: Words, snapshot: Check) -> None:
    lists = {kind: WordList() for kind in WordKind} | {
        WordKind.THREAT: WordList(("döda*", "vapen"), ("hämnd",))
    }
    snapshot(words_view.page(words, lists, {"vapen": WordCount(4, 3)}))
    snapshot(words_view.form(words, WordKind.THREAT, lists[WordKind.THREAT], Origin("C1")))


def test_the_fullest_list_keeps_within_the_limits(words: Words) -> None:
    many = tuple(f"{n:03}".ljust(LIMIT // MOST - 1, "x") for n in range(MOST))
    full = {kind: WordList(many, many) for kind in WordKind}
    counts = {word: WordCount(10_000, 9_999) for word in many}
    for lists in (full, SEED):
        enforce_limits(words_view.page(words, lists, counts)["blocks"])
        for kind in WordKind:
            form = words_view.form(words, kind, lists[kind], Origin())
            enforce_limits(form["blocks"])
