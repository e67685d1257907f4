"""The page's rules: criticism can never be one."""

import pytest

from bot.domain.comment_rules import (
    LIMIT,
    MOST,
    Rule,
    RuleKind,
    RuleMissing,
    RuleSilences,
    RuleThere,
    TooManyRules,
    check_room,
    rule_text,
)
from bot.domain.kept import in_use
from tests.make import NOW

SPAM = Rule(1, "spam", RuleKind.PAGE)
OLD = Rule(2, "gammal", RuleKind.PAGE, archived_at=NOW)


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("", RuleMissing),
        ("  \n ", RuleMissing),
        ("Kritisk", RuleSilences),
        ("kritik mot regionen", RuleSilences),
        ("negativt om oss", RuleSilences),
        ("Negative comments", RuleSilences),
        ("criticism", RuleSilences),
        ("klagomål", RuleSilences),
        ("SPAM", RuleThere),
        ("Gammal", RuleThere),
    ],
)
def test_what_cannot_be_a_rule(text, refusal):
    with pytest.raises(refusal):
        rule_text(text, [SPAM, OLD])


def test_a_rule_is_kept_short_and_tidy():
    assert rule_text("  utanför   ämnet ", [SPAM]) == "utanför ämnet"
    assert len(rule_text("ord " * 50, [])) <= LIMIT


def test_archived_rules_take_no_room_and_cannot_be_chosen():
    many = [Rule(n, str(n), RuleKind.PAGE) for n in range(MOST)]
    assert in_use([SPAM, OLD]) == [SPAM]
    check_room([*many[1:], OLD])
    with pytest.raises(TooManyRules):
        check_room(many)
