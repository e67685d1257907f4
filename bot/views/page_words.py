"""Words for the page itself, ready to paste: its rules, who is behind it, and when it answers."""

from collections.abc import Mapping, Sequence

from bot.domain.comment_rules import Rule
from bot.domain.first_steps import Decision
from bot.domain.kept import in_use
from bot.locales import LANGUAGES, Words
from bot.views import first_steps
from bot.views.blocks import Message, context, escape, header, message, quote, section

NEEDED = (Decision.ABOUT, Decision.REGISTRAR, Decision.RULES)


def rules(words: Words, known: Sequence[Rule], facts: Mapping[Decision, str]) -> Message:
    """Show the rules for comments and what has to stand beside them; tell what is missing."""
    said = {name: escape(text) for name, text in facts.items()}
    title, allowed = words("page-rules-title"), [f"• {escape(r.text)}" for r in in_use(known)]
    forbidden = [words("page-rules-forbidden"), *allowed] if allowed else []
    about = [words(f"page-rules-{each}", said=said[each]) for each in NEEDED if said.get(each)]
    parts = ["\n".join([words("page-rules-hello"), *forbidden]), words("page-rules-record")]
    if about:
        parts.append("\n".join(about))
    missing = [each for each in NEEDED if not said.get(each)]
    tail = first_steps.reminder(words, missing)
    blocks = [header(title), context(words("page-rules-intro")), *map(_quoted, parts), *tail]
    return message("\n\n".join([title, *parts]), blocks)


def hours(words: Words, said: Sequence[str]) -> Message:
    """Show the sentence about answers for the page's About box, in each language."""
    title = words("page-hours-title")
    parts = list(said)[: len(LANGUAGES)]
    blocks = [header(title), context(words("policy-about")), *map(_quoted, parts)]
    return message("\n\n".join([title, *parts]), blocks)


def _quoted(text: str) -> dict[str, object]:
    return section(quote(text))
