"""Who may do what: roles, rights, and who leads when."""

from datetime import date

import pytest

from bot.domain.rights import Grant, Level, Right
from bot.domain.team import (
    NotInTeam,
    NotLead,
    ReadsOnly,
    StandIn,
    StandInBackwards,
    StandInNotDeputy,
    StandInTaken,
    Team,
    TooManyStandIns,
    check_decides,
    check_may,
    check_stand_in,
    check_works,
    named,
)
from tests.make import AMIRA, ELIN, JONAS, MIKKO

TODAY = date(2026, 11, 24)
JULY, AUGUST, SEPTEMBER = date(2027, 7, 1), date(2027, 8, 1), date(2027, 9, 1)
STAND_IN = StandIn(1, JONAS, JULY, AUGUST)
TEAM = Team(AMIRA, (JONAS, "U0SARA"), (ELIN,), (MIKKO,), (STAND_IN,))


def may(team, user):
    return {str(right) for right in Right if team.may(user, right)}


@pytest.mark.parametrize(
    ("user", "rights"),
    [
        (AMIRA, {"remove", "disclose", "dispose"}),
        (JONAS, {"remove", "disclose", "dispose"}),
        (ELIN, {"remove"}),
        (MIKKO, set()),
        ("U0NEW", set()),
    ],
    ids=["the lead", "a deputy", "a colleague", "a reader", "somebody else"],
)
def test_rights_that_nobody_has_set(user, rights):
    assert may(TEAM, user) == rights


def test_in_a_team_that_has_named_nobody_everybody_may_but_a_reader():
    team = Team(readers=(MIKKO,))
    assert may(team, AMIRA) == {"remove", "disclose", "dispose"}
    assert may(team, MIKKO) == set()
    assert not team.works(MIKKO)


def test_who_is_named_for_a_right_has_it_but_never_a_reader():
    grant = Grant(Level.LEADS, ("U0REG", MIKKO))
    team = Team(AMIRA, (), (ELIN,), (MIKKO,), rights={Right.DISCLOSE: grant, Right.REMOVE: grant})
    assert may(team, "U0REG") == {"remove", "disclose"}
    assert may(team, ELIN) == may(team, MIKKO) == set()


@pytest.mark.parametrize("user", [ELIN, "U0NEW"], ids=["a colleague", "somebody else"])
def test_who_lacks_a_right_is_told_who_has_it(user):
    with pytest.raises(NotLead):
        check_may(TEAM, user, Right.DISPOSE)


def test_somebody_who_is_not_in_the_team_is_told_so():
    with pytest.raises(NotInTeam):
        check_may(TEAM, "U0NEW", Right.REMOVE)


def test_a_reader_is_told_whom_to_ask():
    for check in (check_works, check_decides, lambda *args: check_may(*args, Right.REMOVE)):
        with pytest.raises(ReadsOnly) as refused:
            check(TEAM, MIKKO)
        assert refused.value.values == {"who": AMIRA}


def test_the_higher_role_counts():
    team = named(AMIRA, (JONAS, AMIRA), (ELIN, JONAS), (MIKKO, ELIN, AMIRA, MIKKO))
    assert team == Team(AMIRA, (JONAS,), (ELIN,), (MIKKO,))


@pytest.mark.parametrize(
    ("day", "line"),
    [
        (date(2027, 6, 30), (AMIRA, JONAS, "U0SARA")),
        (JULY, (JONAS, AMIRA, "U0SARA")),
        (date(2027, 7, 31), (JONAS, AMIRA, "U0SARA")),
        (AUGUST, (AMIRA, JONAS, "U0SARA")),
    ],
    ids=["before", "first day", "last day", "after"],
)
def test_a_deputy_leads_on_the_days_that_are_theirs(day, line):
    assert TEAM.line(day) == line


def test_who_is_no_deputy_any_more_leads_no_more():
    assert Team(AMIRA, (), (JONAS,), stand_ins=(STAND_IN,)).line(JULY) == (AMIRA,)
    assert Team().line(JULY) == ()


@pytest.mark.parametrize(
    ("user", "start", "end", "refusal"),
    [
        (ELIN, AUGUST, SEPTEMBER, StandInNotDeputy),
        (JONAS, SEPTEMBER, AUGUST, StandInBackwards),
        (JONAS, date(2026, 11, 1), TODAY, StandInBackwards),
        (JONAS, AUGUST, date(2030, 1, 1), StandInBackwards),
        ("U0SARA", date(2027, 7, 31), SEPTEMBER, StandInTaken),
    ],
    ids=["no deputy", "backwards", "over", "too far", "taken"],
)
def test_days_that_cannot_be(user, start, end, refusal):
    with pytest.raises(refusal):
        check_stand_in(TEAM, user, start, end, today=TODAY)


def test_the_day_after_is_free_and_there_is_a_limit():
    check_stand_in(TEAM, JONAS, AUGUST, SEPTEMBER, today=TODAY)
    many = tuple(StandIn(n, JONAS, date(2027, 1, n), date(2027, 1, n + 1)) for n in range(1, 21))
    full = Team(AMIRA, (JONAS,), stand_ins=many)
    with pytest.raises(TooManyStandIns):
        check_stand_in(full, JONAS, AUGUST, SEPTEMBER, today=TODAY)
