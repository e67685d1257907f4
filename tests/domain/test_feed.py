"""What an outlet's calendar is called."""

import pytest

from bot.domain.feed import Feed, find, slug
from bot.domain.outlets import Outlet

OUTLETS = (Outlet(1, "Facebook"), Outlet(2, "Intranät"), Outlet(7, "Vård & hälsa"), Outlet(9, "🎈"))


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Facebook", "facebook"),
        ("Intranät", "intranat"),
        ("Intrana\u0308t", "intranat"),
        ("Å Ä Ö", "a-a-o"),
        ("  Vård / hälsa…  ", "vard-halsa"),
        ("Ærø", "aero"),
        ("../../etc", "etc"),
    ],
)
def test_the_address_of_an_outlet_is_its_name_in_plain_letters(name, address):
    assert slug(name) == address


@pytest.mark.parametrize(
    ("asked", "number"),
    [("facebook", 1), ("1", 1), ("intranat", 2), ("vard-halsa", 7), ("9", 9)],
)
def test_an_outlet_is_found_by_its_name_or_its_id(asked, number):
    found = find(OUTLETS, asked)

    assert found is not None
    assert found.id == number


@pytest.mark.parametrize("asked", ["", "radio", "3", "Facebook", "plan", "-"])
def test_what_names_no_outlet_finds_none(asked):
    assert find(OUTLETS, asked) is None


def test_of_two_outlets_with_one_address_the_second_is_found_by_its_id():
    twins = (Outlet(1, "Webb"), Outlet(2, "webb!"))

    assert find(twins, "webb") == twins[0]
    assert find(twins, "2") == twins[1]


def test_a_calendar_of_nothing_is_a_calendar():
    assert Feed("lucka-1", OUTLETS, (), {}).of(OUTLETS[0]).posts == ()
