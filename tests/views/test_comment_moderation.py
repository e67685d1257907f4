"""Hiding and removing in words, in both languages."""

from dataclasses import replace

import pytest

from bot.domain.comment_rules import Rule, RuleKind
from bot.domain.comments import State as Stand
from bot.domain.moderation import Case, Deed, Problem, State
from bot.views import comment_cases, comment_moderated, comment_moderation
from bot.views.comment_moderated import Followed
from bot.views.comment_rules import RULES
from bot.views.comments import Reader
from bot.views.forms import Origin
from tests.conftest import enforce_limits
from tests.make import AMIRA, JONAS, NOW
from tests.views.test_comments import NAMES, OPEN, ZONE, minutes, shown

LAW = Rule(1, "hets mot folkgrupp", RuleKind.LAW)
SPAM = Rule(7, "spam eller reklam", RuleKind.PAGE)
OLD = Rule(9, "gammal regel", RuleKind.PAGE, archived_at=NOW)
ORIGIN = Origin("C0KOMMENT", None, 1234, comment="122_1")
LONG = Rule(8, "<!channel> *&" * 4, RuleKind.PAGE)


def reader(words):
    return Reader(words, NAMES, NOW.date(), ZONE, OPEN)


def case(**fields) -> Case:
    usual = Case(
        id=1,
        comment_id=shown().comment.id,
        deed=Deed.HIDE,
        rule_id=7,
        rule=SPAM.text,
        kind=RuleKind.PAGE,
        words="säljer <!channel>",
        fingerprint=1,
        who=AMIRA,
        decided_at=minutes(1),
        since=minutes(1),
        next_at=minutes(1),
        state=State.DONE,
    )
    return replace(usual, **fields)


def test_the_dialogue(words, snapshot):
    told = reader(words)
    snapshot(comment_moderation.ask(told, shown(), [LAW, SPAM], ORIGIN))
    snapshot(comment_moderation.confirm(told, shown(), LAW, "", ORIGIN, second="Jonas Berg"))
    snapshot(comment_moderation.confirm(told, shown(), SPAM, "bilar", ORIGIN, second="Jonas Berg"))
    snapshot(comment_moderation.confirm(told, shown(), None, "bilar", ORIGIN, second=""))


def test_the_question_to_a_second_person_and_its_end(words, snapshot):
    told = reader(words)
    snapshot(comment_cases.request(told, case(state=State.ASKED), shown(), [JONAS]))
    for state in (State.DECLINED, State.WAITING, State.DONE, State.FAILED, State.UNDONE):
        it = case(state=state, second=JONAS, undone_by=JONAS)
        enforce_limits(comment_cases.request(told, it, shown(), ())["blocks"])


def test_the_outcome_with_a_message_to_the_author(words, snapshot):
    told = reader(words)
    hidden = shown(state=Stand.HIDDEN, closed_by=AMIRA, closed_at=minutes(2), reason="spam")
    say = comment_cases.outcome
    snapshot(say(told, case(), hidden, page="Region Lillsjö", is_saved=True))
    removed = case(deed=Deed.REMOVE, kind=RuleKind.LAW, rule=LAW.text)
    snapshot(say(told, removed, hidden, page="Region Lillsjö", is_saved=False))


@pytest.mark.parametrize("problem", Problem)
@pytest.mark.parametrize("state", [State.FAILED, State.DONE])
def test_every_problem_says_what_to_do(words, problem, state):
    it = case(problem=problem, state=state, code="200", undone_by=JONAS)
    told = comment_cases.outcome(reader(words), it, shown(), page="", is_saved=True)
    assert words(f"moderation-problem-{problem}", code="200") in told["text"]
    enforce_limits(told["blocks"])


def test_the_list(words, snapshot):
    one = shown()
    cases = [
        case(),
        case(id=2, second=JONAS, deed=Deed.REMOVE, kind=RuleKind.LAW, rule=LAW.text, words=""),
        case(id=3, state=State.ASKED),
        case(id=4, state=State.UNDONE, undone_by=JONAS, rule_id=None, rule=""),
    ]
    found = Followed(cases, {one.comment.id: one}, 1234)
    snapshot(comment_moderated.listing(reader(words), found, user=JONAS))
    snapshot(comment_moderated.listing(reader(words), Followed([], {}, 0), user=JONAS))


def test_the_rules(words, snapshot):
    snapshot(RULES.page(words, [LAW, SPAM, OLD]))
    snapshot(RULES.form(words, SPAM, Origin("C1", 7)))
    assert RULES.topic(words, []).now == words("rules-none")
    many = [replace(SPAM, id=n, text="x" * 60) for n in range(25)]
    old = [replace(OLD, id=n) for n in range(25, 90)]
    enforce_limits(RULES.page(words, [*many, *old])["blocks"])
    enforce_limits(comment_moderation.ask(reader(words), shown(), many, ORIGIN)["blocks"])


def test_what_people_wrote_calls_nobody(words):
    told = reader(words)
    for said in (
        comment_cases.request(told, case(state=State.ASKED, rule=LONG.text), shown(), ()),
        comment_cases.outcome(told, case(rule=LONG.text), shown(), page="<!here>", is_saved=True),
        RULES.page(words, [LONG]),
    ):
        assert "<!" not in said["text"]
