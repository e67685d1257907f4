"""The tip of the week: what was found most, if it came twice, and not again for eight weeks."""

from datetime import date, timedelta

import pytest

from bot.domain.media import Kind, Media
from bot.domain.tips import REST, Tip, choose, tips_for
from tests.make import post

MONDAY = date(2026, 11, 30)
HASHED = "Nu kan du boka tid hos oss. #vård #hälsa #sjukhus #boka"
SMILING = "Nu kan du boka tid hos oss. 🎉🎉🎉🎉🎉"
FINE = "Nu kan du boka tid hos oss."


def posts(*texts):
    return [post(n, MONDAY, text=text) for n, text in enumerate(texts)]


def chosen(found, given=None):
    return choose(found, given or {}, monday=MONDAY, language="sv")


@pytest.mark.parametrize(
    ("texts", "tip"),
    [
        ([HASHED, HASHED, SMILING], Tip.HASHTAGS),
        ([SMILING, SMILING, HASHED], Tip.EMOJI),
        ([HASHED, SMILING], None),
        ([FINE] * 5, None),
        ([], None),
    ],
)
def test_it_is_what_was_found_most_and_more_than_once(texts, tip):
    assert chosen(posts(*texts)) is tip


def test_a_picture_without_description_counts_too():
    bare = [post(n, MONDAY, text=FINE, media=Media(kind=Kind.PICTURE)) for n in range(2)]
    assert tips_for(bare[0], language="sv") == {Tip.ALT}
    assert chosen(bare) is Tip.ALT


@pytest.mark.parametrize(
    ("before", "tip"),
    [
        (timedelta(weeks=1), Tip.EMOJI),
        (REST - timedelta(weeks=1), Tip.EMOJI),
        (REST, Tip.HASHTAGS),
    ],
)
def test_it_is_not_given_again_within_eight_weeks(before, tip):
    found = posts(*[HASHED] * 3, *[SMILING] * 2)
    assert chosen(found, {MONDAY - before: Tip.HASHTAGS}) is tip


def test_where_all_has_been_said_there_is_none():
    assert chosen(posts(HASHED, HASHED), {MONDAY - timedelta(weeks=2): Tip.HASHTAGS}) is None


def test_every_finding_of_the_advice_has_its_tip(words):
    assert all(f"tip-{tip}" in words for tip in Tip)
