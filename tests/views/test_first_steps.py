"""What there is to decide and what is pasted, in both languages and at its fullest."""

from bot.domain.comment_rules import LIMIT, MOST, Rule, RuleKind
from bot.domain.first_steps import FACT_LIMIT, Decision, checklist
from bot.views import first_steps, page_words
from bot.views.forms import Origin
from tests.conftest import enforce_limits

FACTS = {
    Decision.ABOUT: "Region Lillsjö <!here>",
    Decision.RULES: "https://lillsjo.example/regler",
    Decision.ROSTER: "",
}
SOME = checklist({Decision.LEAD: True, Decision.PROMISE: True}, FACTS)
NONE = checklist({}, {})
ALL = checklist(dict.fromkeys(Decision, True), {})


def test_the_list(words, snapshot):
    snapshot(first_steps.page(words, SOME))
    snapshot(first_steps.form(words, Decision.RULES, FACTS[Decision.RULES], Origin("C1")))


def test_nothing_left_to_decide_is_said_without_a_menu(words):
    assert first_steps.DECLINE not in str(first_steps.page(words, ALL))
    assert first_steps.reminder(words, ALL.open) == []
    assert len(first_steps.reminder(words, NONE.open)) == 1


def test_the_words_for_the_page(words, snapshot):
    rules = [Rule(1, "hot", RuleKind.LAW), Rule(2, "spam & reklam", RuleKind.PAGE)]
    snapshot(page_words.rules(words, rules, FACTS))


def test_the_fullest_pages_keep_slacks_limits(words):
    facts = dict.fromkeys(Decision, "&" * FACT_LIMIT)
    rules = [Rule(n, "&" * LIMIT, RuleKind.PAGE) for n in range(MOST)]
    for shown in (
        first_steps.page(words, NONE),
        first_steps.page(words, checklist({}, facts)),
        page_words.rules(words, rules, facts),
    ):
        enforce_limits(shown["blocks"])
    assert "<!" not in first_steps.page(words, SOME)["text"]
