"""What was hidden and removed of late, by which rule and who; and whether somebody has looked."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.domain.comments import Relayed
from bot.domain.copies import Copy
from bot.domain.moderation import FOLLOWED, Case, Deed, State
from bot.domain.text import title_of
from bot.locales import Words
from bot.locales import format as say
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    context,
    defuse,
    header,
    message,
    quote,
    section,
    simple,
)
from bot.views.comment_cases import CONFIRM, DECLINE, copied, reason, undo_button
from bot.views.comments import Reader
from bot.views.discretion import discreet

RIGHT = "moderation.right"

ROWS = 15
RULES_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Followed:
    """The cases of the last while, in order, with their comments, and how many comments came."""

    cases: Sequence[Case]
    comments: Mapping[str, Relayed]
    relayed: int
    copies: Mapping[int, Sequence[Copy]] = field(default_factory=dict)


def listing(reader: Reader, found: Followed, *, user: str) -> Message:
    """Show what was done of late, *user* being who looks."""
    words = reader.words
    title = words("moderated-title", days=FOLLOWED.days)
    figures = _figures(words, found)
    if not found.cases:
        return simple("\n".join([f"*{title}*", words("moderated-none")]))
    blocks: list[Block] = [header(title), section(figures)]
    told = []
    for case in found.cases[:ROWS]:
        kept = found.copies.get(case.id, ())
        row = _row(reader, case, found.comments[case.comment_id])
        text = "\n".join([row, *copied(words, kept)])
        told.append(text)
        ways = _ways(words, case, user)
        blocks += [section(text), *([actions(*ways)] if ways else [])]
    more = len(found.cases) - ROWS
    rest = [words("moderated-more", count=more)] if more > 0 else []
    return message("\n".join([title, figures, *told, *rest]), [*blocks, *map(context, rest)])


def right(words: Words) -> Message:
    """Say that a case is looked at."""
    return simple(words("moderated-right-said"))


def _figures(words: Words, found: Followed) -> str:
    """Say how many, of how many, and by which rules: too much should show."""
    standing = [case for case in found.cases if case.state is State.DONE]
    away = len({case.comment_id for case in standing})
    by_deed = Counter(case.deed for case in standing)
    share = f"{100 * away / found.relayed:.1f}" if found.relayed else "0"
    share = share.replace(".", "," if words.language == "sv" else ".")
    head = words(
        "moderated-figures",
        hidden=by_deed[Deed.HIDE],
        removed=by_deed[Deed.REMOVE],
        share=share,
        total=found.relayed,
    )
    rules = Counter(case.rule or words("rule-other-short") for case in standing)
    named = [f"{defuse(rule)} {count}" for rule, count in rules.most_common(RULES_SHOWN)]
    waiting = sum(not case.is_reviewed for case in standing)
    return "\n".join(
        [
            head,
            *([" · ".join(named)] if named else []),
            words("moderated-unreviewed", count=waiting),
        ]
    )


def _row(reader: Reader, case: Case, shown: Relayed) -> str:
    words = reader.words
    day = say.day_short(reader.day(case.decided_at), words, today=reader.today)
    stand = (
        f"{case.state}-{case.deed}" if case.state in {State.ASKED, State.DONE} else str(case.state)
    )
    told = discreet(words, reader.discretion, shown).comment
    name = defuse(title_of(told.author_name or "", 60)) or words("comments-author-unknown")
    head = words(f"moderated-{stand}", author=name, who=reader.who(case.who), day=day)
    text = defuse(title_of(told.text, 200)) or words("comments-no-text")
    return "\n".join([head, quote(text), reason(words, case), _look(reader, case)])


def _look(reader: Reader, case: Case) -> str:
    words = reader.words
    if case.state is State.UNDONE:
        return words("moderation-undone-by", who=reader.who(case.undone_by))
    if case.second:
        return words("moderated-seconded", who=reader.who(case.second))
    if case.reviewed_by:
        return words("moderated-reviewed", who=reader.who(case.reviewed_by))
    return words("moderated-waits" if case.state is State.ASKED else "moderated-not-reviewed")


def _ways(words: Words, case: Case, user: str) -> list[Block]:
    """Return what *user* can do: nobody looks at their own decision."""
    value, ways = str(case.id), []
    if case.state is State.ASKED:
        yes = button(words(f"moderation-yes-{case.deed}"), CONFIRM, value)
        return [
            *([yes] if user != case.who else []),
            button(words("moderation-no"), DECLINE, value),
        ]
    if case.state not in {State.DONE, State.WAITING}:
        return []
    if not case.is_reviewed and user != case.who:
        ways.append(button(words("moderated-right"), RIGHT, value))
    if case.deed is Deed.HIDE or case.state is State.WAITING:
        ways.append(undo_button(words, case))
    return ways
