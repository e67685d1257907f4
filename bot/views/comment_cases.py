"""A case in words: the question to a second person, and the outcome with a message to the author."""

from collections.abc import Collection, Sequence

from bot.domain.comment_rules import RuleKind
from bot.domain.comments import Relayed
from bot.domain.copies import Copy
from bot.domain.moderation import Case, Deed, Problem, State
from bot.domain.text import title_of
from bot.locales import Words
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    context,
    escape,
    message,
    quotation,
    section,
    simple,
)
from bot.views.comments import Reader, row

CONFIRM = "moderation.confirm"
DECLINE = "moderation.decline"
UNDO = "moderation.undo"
AGAIN = "moderation.again"
OPEN = "moderation.open"
REPORTED = "moderation.reported"
BLOCK = "block.open"

CALLED = 3
"""How many colleagues are called at most."""


def request(
    reader: Reader, case: Case, shown: Relayed, called: Collection[str], *, again: bool = False
) -> Message:
    """Ask for a second person, or *again*, or say what became of the question."""
    words, who = reader.words, reader.who(case.who)
    asks = words(f"moderation-asks-{case.deed}", who=who, reason=reason(words, case))
    if case.state is not State.ASKED:
        return simple("\n".join([asks, _settled(reader, case)]))
    calls = " ".join(f"<@{user}>" for user in sorted(called)[:CALLED])
    second = words("moderation-asks-again" if again else "moderation-asks-second")
    lines = [line for line in (calls, asks, second) if line]
    comment = row(reader, shown)
    return message(
        "\n".join([*lines, comment]),
        [
            section("\n".join(lines)),
            section(comment),
            actions(
                button(words(f"moderation-yes-{case.deed}"), CONFIRM, str(case.id), primary=True),
                button(words("moderation-no"), DECLINE, str(case.id)),
            ),
        ],
    )


def outcome(
    reader: Reader,
    case: Case,
    shown: Relayed,
    *,
    page: str,
    is_saved: bool,
    copies: Sequence[Copy] = (),
) -> Message:
    """Tell who decided it what has become of it, and all that can be done then."""
    words = reader.words
    if case.is_lapsed:
        return _lapsed(reader, case, shown)
    if case.problem is not None:
        return _failed(reader, case, shown)
    title = words(f"moderation-{_fate(case)}", reason=reason(words, case))
    unsaved = [] if is_saved else [words("moderation-unsaved")]
    lines = [title, *unsaved, *copied(words, copies)]
    head = [section("\n".join(lines)), section(row(reader, shown))]
    text = "\n".join([*lines, row(reader, shown)])
    if case.state is State.UNDONE:
        return message(text, head)
    ready = to_author(words, case, shown, page)
    blocks = [
        *head,
        section(words("moderation-author")),
        quotation(ready),
        context(words("moderation-report-hint")),
        actions(*_after(words, case)),
    ]
    return message("\n".join([text, words("moderation-author"), escape(ready)]), blocks)


def to_author(words: Words, case: Case, shown: Relayed, page: str) -> str:
    """Write what can be sent to the author (not escaped): what was done, and under which rule."""
    post = title_of(shown.place.text, 80) or words("comments-post-untitled")
    law = "-law" if case.kind is RuleKind.LAW else ""
    rule = case.rule or case.words
    return words(f"moderation-message-{case.deed}{law}", post=post, rule=rule, page=page)


def copied(words: Words, copies: Sequence[Copy]) -> list[str]:
    """Say, a line each, which pictures were kept, by their fingerprints."""
    return [
        words("moderation-copied", size=_kilobytes(each), fingerprint=each.fingerprint)
        if each.fingerprint
        else words("moderation-uncopied", code=each.trouble or "")
        for each in copies
    ]


def _kilobytes(copy: Copy) -> int:
    return -(-copy.size // 1000)


def reason(words: Words, case: Case) -> str:
    """Say the rule and what was written beside it, escaped."""
    kind = words(f"rule-kind-{case.kind}")
    return words("moderation-reason", reason=escape(case.reason), kind=kind)


def report_button(words: Words, comment_id: str) -> Block:
    """Return the button by which somebody says that they have told Facebook."""
    return button(words("moderation-reported"), REPORTED, comment_id)


def block_button(words: Words, case: Case) -> Block:
    """Return the button that opens the form in which the author of a comment is blocked."""
    return button(words("block-open"), BLOCK, str(case.id))


def undo_button(words: Words, case: Case) -> Block:
    """Return the button that shows a hidden comment again."""
    return button(words("moderation-undo"), UNDO, str(case.id))


def _fate(case: Case) -> str:
    return "undone" if case.state is State.UNDONE else f"done-{case.deed}"


def _after(words: Words, case: Case) -> list[Block]:
    undo = [undo_button(words, case)] if case.deed is Deed.HIDE else []
    return [*undo, report_button(words, case.comment_id), block_button(words, case)]


def _lapsed(reader: Reader, case: Case, shown: Relayed) -> Message:
    """Say that nobody answered in time, and that they may ask anew."""
    said = reader.words("moderation-lapsed-told", reason=reason(reader.words, case))
    comment, again = row(reader, shown), open_button(reader.words, case.comment_id)
    blocks = [section(said), section(comment), actions(again)]
    return message(f"{said}\n{comment}", blocks)


def _failed(reader: Reader, case: Case, shown: Relayed) -> Message:
    words = reader.words
    problem = words(f"moderation-problem-{case.problem}", code=case.code)
    if case.state is State.DONE:
        head = words("moderation-not-undone", problem=problem)
        way = undo_button(words, case)
    else:
        head = words(f"moderation-not-{case.deed}", problem=problem)
        way = _way_on(words, case)
    comment = row(reader, shown)
    ways = [] if case.problem is Problem.GONE else [actions(way)]
    return message(f"{head}\n{comment}", [section(head), section(comment), *ways])


def open_button(words: Words, comment_id: str) -> Block:
    """Return the button that opens the form in which a comment is hidden or removed."""
    return button(words("moderation-open"), OPEN, comment_id, primary=True)


def _way_on(words: Words, case: Case) -> Block:
    """Return what helps: to decide anew where the decision does not fit, else to try again."""
    if case.problem in {Problem.NO_HIDE, Problem.CHANGED}:
        return open_button(words, case.comment_id)
    return button(words("moderation-again"), AGAIN, str(case.id), primary=True)


def _settled(reader: Reader, case: Case) -> str:
    words, who = reader.words, reader.who(case.second)
    if case.is_lapsed:
        return words("moderation-lapsed")
    if case.state is State.DECLINED:
        return words(
            "moderation-taken-back" if case.second == case.who else "moderation-declined", who=who
        )
    if case.state in {State.UNDONE, State.UNDOING}:
        return words("moderation-undone-by", who=reader.who(case.undone_by))
    stand = {State.WAITING: "waiting", State.FAILED: "failed"}.get(case.state, case.deed.value)
    return words(f"moderation-agreed-{stand}", who=who)
