"""The pieces of Block Kit: harmless, within Slack's limits, readable back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.locales import Words
from bot.views import blocks
from bot.views.manifest import COMMANDS, manifest


@given(st.text())
def test_nothing_that_people_write_can_begin_a_control_sequence(text):
    shown = blocks.escape(text)

    assert "<" not in shown
    assert ">" not in shown


TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@given(st.text(st.sampled_from(TURNING + "ab<>&*")))
def test_nothing_that_people_write_turns_what_stands_beside_it(text):
    said = [blocks.escape(text), blocks.defuse(text), blocks.option(text, "1")["text"]["text"]]
    said += [blocks.header(text)["text"]["text"], blocks.button(text, "a.b")["text"]["text"]]

    assert not [each for each in said if set(each) & set(TURNING)]


@given(st.text())
def test_no_address_ends_its_link_or_disguises_it(text):
    shown = blocks.link(f"https://a.example/{text}", "här")

    assert shown.startswith("<https://a.example/")
    assert shown.endswith("|här>")
    address = shown[1 : -len("|här>")]
    assert not set(address) & {*"<>|\n\r\t ", *TURNING}


@given(st.text(), st.integers(min_value=2, max_value=50))
def test_cutting_never_ends_inside_an_escaped_sign(text, limit):
    short = blocks.cut_markup(blocks.escape(text), limit)

    assert len(short) <= limit
    rest = short.replace("&amp;", "").replace("&lt;", "").replace("&gt;", "")
    assert "&" not in rest


def test_a_sign_near_the_beginning_does_not_swallow_what_follows():
    text = "Kost & motion <3 " + "ord " * 1000

    assert blocks.header(text)["text"]["text"] == text[:149] + "…"
    assert len(blocks.section(blocks.escape(text))["text"]["text"]) > 2990


def test_cutting_never_ends_inside_a_link():
    text = "ord " + blocks.link("https://a.example/" + "x" * 3000, "här")

    assert blocks.section(text)["text"]["text"] == "ord …"


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://a.example/x", "<https://a.example/x|här>"),
        (
            "https://a.example/x|evil> <!channel>",
            "<https://a.example/x%7Cevil%3E%20%3C!channel%3E|här>",
        ),
        ("javascript:alert(1)", "här"),
        ("", "här"),
    ],
)
def test_a_link_leads_where_it_says_and_nowhere_else(url, shown):
    assert blocks.link(url, "här") == shown


def test_every_line_of_a_quote_is_set_off():
    assert blocks.quote("a\n\nb") == "> a\n> \n> b"
    assert blocks.quote("") == "> "


def test_a_message_beyond_slacks_limit_is_a_bug():
    with pytest.raises(ValueError, match="51 blocks"):
        blocks.message("x", [blocks.divider()] * 51)


def test_a_title_that_no_form_has_room_for_is_a_bug():
    with pytest.raises(ValueError, match="too long"):
        blocks.modal("x", "En alldeles för lång rubrik", "Ok", "Stäng", [])


def test_half_an_emoji_in_a_form_is_read_as_what_can_be_stored():
    held = {"person": {"person": {"type": "users_select", "selected_user": "U\ud83d"}}}
    several = {"with": {"with": {"type": "multi_users_select", "selected_users": ["U\ud83d"]}}}

    assert blocks.values({"values": held}) == {"person": "U?"}
    assert blocks.chosen({"values": several}, "with") == ("U?",)


def test_a_submitted_form_is_read_by_block():
    state = {
        "values": {
            "title": {"title": {"type": "plain_text_input", "value": "Hej"}},
            "note": {"note": {"type": "plain_text_input", "value": None}},
            "day": {"day": {"type": "datepicker", "selected_date": "2026-12-01"}},
            "time": {"time": {"type": "timepicker", "selected_time": "11:00"}},
            "owner": {"owner": {"type": "users_select", "selected_user": "U1"}},
            "outlet": {"outlet": {"type": "static_select", "selected_option": {"value": "1"}}},
            "idea": {"idea": {"type": "static_select", "selected_option": None}},
        }
    }

    assert blocks.values(state) == {
        "title": "Hej", "note": None, "day": "2026-12-01", "time": "11:00",
        "owner": "U1", "outlet": "1", "idea": None,
    }  # fmt: skip


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_manifest_keeps_slacks_limits(language):
    made = manifest(Words(language))

    assert len(made["display_information"]["description"]) <= 140
    assert [c["command"] for c in made["features"]["slash_commands"]] == [f"/{c}" for c in COMMANDS]
    assert all(len(s["name"]) <= 24 for s in made["features"]["shortcuts"])
    assert all(len(s["description"]) <= 150 for s in made["features"]["shortcuts"])
    assert "url" not in made["features"]["slash_commands"][0]
