"""What a form remembers is read back, and nothing else is taken for it."""

import json

import pytest

from bot.views.forms import unpack


@pytest.mark.parametrize(
    "held",
    [
        pytest.param('{"subject": "7"}', id="a number in words"),
        pytest.param('{"subject": true}', id="a number that is none"),
        pytest.param(json.dumps({"comment": "\ud83d"}), id="half an emoji"),
        pytest.param('{"comment": ["1_2"]}', id="a list"),
        pytest.param('{"what": "else"}', id="another name"),
        pytest.param("[]", id="no names"),
        pytest.param("", id="no words"),
    ],
)
def test_what_is_no_origin_is_refused(held: str) -> None:
    with pytest.raises((TypeError, ValueError)):
        unpack(held)
