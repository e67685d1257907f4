"""Folding, Swedish order, titles and links."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.text import fold, is_blank, links, swedish_key, tidy, title_of

# V and W are letters of their own, Ü sorts as Y, Ø as Ö.
IN_ORDER = [
    *("andersson", "éclair", "Ek", "ek", "elev", "Vik", "Wik", "Über", "Yr", "Zebra"),
    *("Ål", "ål", "Ängel", "ärta", "Öl", "øre", "Ωmega"),
]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Åtgärd", "åtgärd"),
        ("A\u030atga\u0308rd", "åtgärd"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("  två \n\t ord ", "två ord"),
        ("kl.\u00a011", "kl. 11"),
        ("", ""),
    ],
    ids=["upper case", "two characters", "plain", "sharp s", "white space", "no break", "empty"],
)
def test_text_is_folded_for_searching(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.permutations(IN_ORDER))
def test_the_swedish_letters_come_after_z(mixed: list[str]) -> None:
    assert sorted(mixed, key=swedish_key) == IN_ORDER


def test_composed_and_decomposed_letters_sort_as_one() -> None:
    assert swedish_key("a\u030al")[0] == swedish_key("ål")[0]


@given(st.text(), st.text())
def test_only_equal_texts_have_equal_keys(one: str, other: str) -> None:
    assert (swedish_key(one) == swedish_key(other)) is (one == other)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Vaccin i höst\nmed plats och tid", "Vaccin i höst"),
        ("\n \u200b\n  Andra   raden ", "Andra raden"),
        ("   ", ""),
        ("\u202eomvänt", "omvänt"),
        ("bell\x07\x00", "bell"),
        ("👩\u200d⚕️ Här jobbar jag", "👩\u200d⚕️ Här jobbar jag"),
        ("مرحبا بكم", "مرحبا بكم"),
    ],
    ids=["first line", "first that says something", "blank", "turned", "controls", "emoji", "rtl"],
)
def test_the_title_is_the_first_line_that_says_something(text: str, title: str) -> None:
    assert title_of(text) == title


@given(st.text(), st.integers(10, 50))
def test_a_title_is_one_line_of_at_most_the_limit(text: str, limit: int) -> None:
    title = title_of(text, limit)
    assert len(title) <= limit
    assert "\n" not in title
    assert title == title.strip()


def test_a_word_without_end_is_cut() -> None:
    assert title_of("å" * 4000, limit=20) == "å" * 18 + " …"


@pytest.mark.parametrize("text", ["", " \n", "\u200b\u2060", "\u3164", "\u2800"])
def test_what_cannot_be_seen_is_blank(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["a", "👀", "—", " å "])
def test_what_can_be_seen_is_not_blank(text: str) -> None:
    assert not is_blank(text)


def test_tidying_keeps_lines_and_letters() -> None:
    assert tidy(" En\r\ntvå\r\x1b[0m \ta\u030a ") == "En\ntvå\n[0m \tå"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("inga", ()),
        ("Se https://1177.se.", ("https://1177.se",)),
        ("(se http://x.se/a_(b))", ("http://x.se/a_(b)",)),
        ("<https://1177.se/vaccin|1177>", ("https://1177.se/vaccin",)),
        ("https://a.se, https://b.se; https://a.se", ("https://a.se", "https://b.se")),
        ("”https://å.se/ö?q=1#x”", ("https://å.se/ö?q=1#x",)),
        ("HTTPS://A.SE!", ("HTTPS://A.SE",)),
        ("javascript:alert(1) ftp://a.se http://", ()),
    ],
    ids=["none", "full stop", "brackets", "Slack", "twice", "quotes", "upper", "other schemes"],
)
def test_links_are_found_without_the_marks_around(text: str, expected: tuple[str, ...]) -> None:
    assert links(text) == expected


def test_tidying_leaves_no_half_of_an_emoji_that_was_cut_in_two() -> None:
    assert tidy("hej \ud83d") == "hej"


def test_tidying_leaves_no_byte_order_mark() -> None:
    assert tidy("\ufeffhej") == "hej"
