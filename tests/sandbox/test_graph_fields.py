"""The syntax of `fields=`."""

from contextlib import suppress
from string import ascii_letters, ascii_lowercase, digits

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.graph_errors import GraphRefusal
from bot.sandbox.graph_fields import Field, parse, render
from tests.examples import costly

FIRST = ascii_lowercase + "_"
NAMES = st.tuples(st.sampled_from(FIRST), st.text(FIRST + digits, max_size=8)).map("".join)
VALUES = st.text(ascii_letters + digits + "_:,-", max_size=8)
MODIFIERS = st.lists(st.tuples(NAMES, VALUES), max_size=3).map(tuple)
LEAVES = st.builds(Field, NAMES, MODIFIERS)
FIELDS = st.recursive(
    LEAVES,
    lambda below: st.builds(Field, NAMES, MODIFIERS, st.lists(below, max_size=3).map(tuple)),
    max_leaves=12,
)


@costly
@given(st.lists(FIELDS, min_size=1, max_size=4).map(tuple))
def test_what_is_rendered_is_read_back(fields):
    assert parse(render(fields)) == fields


@costly
@given(st.lists(FIELDS, min_size=1, max_size=3).map(tuple), st.sampled_from([" ", "\n", "\t"]))
def test_space_around_names_changes_nothing(fields, space):
    spaced = render(fields)
    for sign in ",{}.":
        spaced = spaced.replace(sign, f"{space}{sign}{space}") if sign != "," else spaced
    assert parse(space + spaced + space) == fields


@given(st.text(max_size=40))
def test_any_text_is_either_read_or_refused(text):
    with suppress(GraphRefusal):
        fields = parse(text)
        assert parse(render(fields)) == fields


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("id,,message", id="nothing between commas"),
        pytest.param("id,", id="a comma at the end"),
        pytest.param("comments{id", id="a brace left open"),
        pytest.param("comments}", id="a brace too many"),
        pytest.param("comments{}", id="nothing in braces"),
        pytest.param("comments.limit", id="a modifier without a value"),
        pytest.param("comments.limit(2", id="a bracket left open"),
        pytest.param("comments.(2)", id="a modifier without a name"),
        pytest.param("id message", id="no comma"),
        pytest.param("42", id="a number"),
    ],
)
def test_nonsense_is_refused_with_its_place(text):
    with pytest.raises(GraphRefusal) as refusal:
        parse(text)
    assert refusal.value.body["error"]["code"] == 2500
    assert "at character" in refusal.value.body["error"]["message"]


def test_modifiers_and_nested_edges_are_read():
    (field,) = parse("comments.filter(stream).limit(5){id,from{name},comments.limit(1){message}}")
    assert field.modifiers == (("filter", "stream"), ("limit", "5"))
    assert [below.name for below in field.fields] == ["id", "from", "comments"]
    assert field.fields[2].fields == (Field("message"),)
