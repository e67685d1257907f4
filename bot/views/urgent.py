"""Urgent comments: the message that asks one person, the form for what came of it, the reminders.

The message that asks is the only one about a comment that mentions anybody. It is posted once and
then only brought up to date, which pings nobody.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.comments import Relayed
from bot.domain.judgements import Judgement, Outcome
from bot.domain.reasons import REASON_LIMIT
from bot.domain.urgent import Asked
from bot.locales import LANGUAGES, Words
from bot.locales import format as say
from bot.views import comment_cases
from bot.views.blocks import (
    Block,
    Message,
    actions,
    context,
    field,
    link,
    message,
    modal,
    option,
    quote,
    section,
    select,
    simple,
    text_input,
    values,
)
from bot.views.comments import JUDGE, MORE, Reader, buttons, head, row, whole
from bot.views.discretion import discreet
from bot.views.forms import Origin

JUDGE_SAVE = "comment.judge_save"
OUTCOME, REASON = "outcome", "reason"


@dataclass(frozen=True, slots=True)
class Ping:
    """One step: who is *asked* (None is the channel), and who was asked *after* them.

    *is_danger* is whether a word was found that means danger to life.
    """

    asked: Asked
    after: Asked | None
    is_danger: bool


def ping(reader: Reader, shown: Relayed, it: Ping) -> Message:
    """Ask one person, or the channel, to judge a comment; once that is done, say so."""
    words, about = reader.words, row(reader, shown)
    told = discreet(words, reader.discretion, shown)
    if shown.relay.flagged_by is None:
        over = words("urgent-over" if shown.judged else "urgent-taken-back")
        return message(f"{over}\n{about}", [section(over), section(about)])
    asks = _asks(words, it.asked.who)
    after = [_after(reader, it.after)] if it.after else []
    help_text = _danger(words) if it.is_danger else []
    return message(
        "\n".join([asks, *after, about, *help_text]),
        [
            section(asks),
            section(about),
            *map(section, help_text),
            *map(context, after),
            actions(*buttons(words, told, JUDGE, MORE, primary=JUDGE)),
        ],
    )


def ask_what_it_was(words: Words, shown: Relayed) -> Message:
    """Ask who took the emoji off what came of the flag, which stands."""
    said = words("refusal-flag-stands")
    return simple(
        f"{said}\n{head(words, shown)}", actions(*buttons(words, shown, JUDGE, MORE, primary=JUDGE))
    )


def form(reader: Reader, shown: Relayed, origin: Origin) -> dict[str, Any]:
    """Return the form for the outcome and its reason."""
    words = reader.words
    outcomes = [option(words(f"outcome-{each}"), each) for each in Outcome]
    why = text_input("value", multiline=True, limit=REASON_LIMIT)
    blocks = [
        *whole(reader, shown),
        field(words("urgent-outcome"), select("value", outcomes), block_id=OUTCOME),
        field(words("urgent-reason"), why, block_id=REASON, hint=words("urgent-reason-hint")),
        context(words("urgent-does-nothing")),
    ]
    labels = (words("urgent-form"), words("settings-save"), words("settings-close"))
    return modal(JUDGE_SAVE, *labels, blocks, private_metadata=origin.pack())


def read(state: Mapping[str, Any]) -> tuple[Outcome | None, str]:
    """Read the outcome, None where none of ours was chosen, and the reason."""
    said = values(state)
    outcome = next((each for each in Outcome if each == said.get(OUTCOME)), None)
    return outcome, said.get(REASON) or ""


def judged(words: Words, shown: Relayed, it: Judgement) -> Message:
    """Confirm the outcome, and say what it has not done."""
    outcome = words(f"outcome-{it.outcome}")
    said = words("urgent-judged", outcome=outcome, comment=head(words, shown))
    left = {
        Outcome.HIDDEN: "urgent-left-hidden",
        Outcome.REMOVED: "urgent-left-removed",
        Outcome.REPORTED: "urgent-left-reported",
        Outcome.PASSED: "urgent-left-passed",
    }
    rest = [words(left[it.outcome])] if it.outcome in left else []
    where = link(shown.comment.permalink or "", words("comments-open-facebook"))
    lines = [said, *rest, *([where] if rest and shown.comment.permalink else [])]
    is_moderated = it.outcome in {Outcome.HIDDEN, Outcome.REMOVED, Outcome.REPORTED}
    way = [actions(comment_cases.open_button(words, shown.comment.id))] if is_moderated else []
    return simple("\n".join(lines), *way)


def standing(reader: Reader, shown: Sequence[Relayed], count: int) -> list[Block]:
    """Return what is urgent and not judged, *shown* of *count*: it stands above everything else."""
    rest = count - len(shown)
    more = reader.words("comments-list-more", count=rest) if rest > 0 else ""
    ends = ["" for _ in shown[1:]] + [more]
    return [_standing(reader, one, end) for one, end in zip(shown, ends, strict=False)]


def _standing(reader: Reader, one: Relayed, more: str) -> Block:
    since = one.relay.flagged_at
    local = since.astimezone(reader.zone) if since else None
    when = say.day_at(local.date(), local.time(), reader.words, today=reader.today) if local else ""
    shown = discreet(reader.words, reader.discretion, one)
    said = reader.words("urgent-standing", when=when, comment=head(reader.words, shown))
    (judge,) = buttons(reader.words, shown, JUDGE)
    return section("\n".join(filter(None, [said, more])), accessory=judge)


def _asks(words: Words, who: str | None) -> str:
    return words("urgent-asks", who=f"<@{who}>") if who else words("urgent-asks-channel")


def _after(reader: Reader, it: Asked) -> str:
    clock = say.clock(it.at.astimezone(reader.zone).time(), reader.words)
    if it.who is None:
        return reader.words("urgent-after-channel", clock=clock)
    return reader.words("urgent-after", who=reader.who(it.who), clock=clock)


def _danger(words: Words) -> list[str]:
    """Return what one may answer where somebody's life is in danger, in both languages."""
    copied = "\n".join(quote(Words(language)("urgent-danger-text")) for language in LANGUAGES)
    return [f"{words('urgent-danger')}\n{copied}"]
