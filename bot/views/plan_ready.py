"""What keeps a post from being ready, and what the lead decides about that."""

from collections.abc import Mapping
from typing import Any

from bot.domain.media import ALT_ADVISED, Kind, Media, Persons
from bot.domain.plan import Post
from bot.domain.ready import DECISIONS, Need, awaits_decision, missing, waivable
from bot.domain.reasons import REASON_LIMIT
from bot.locales import Words
from bot.views import plan_media
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    escape,
    field,
    message,
    modal,
    option,
    section,
    select,
    text_input,
)
from bot.views.forms import Origin
from bot.views.plan import CHANGE, OPEN, Frame, post_line

OVERRIDE = "post.override"
OVERRIDE_SAVE = "post.override_save"
DECIDE = "post.decide"
DECIDE_SAVE = "post.decide_save"

DECISION, NOTE = "decision", "note"
YES, NO = "yes", "no"

_IN_FORM = frozenset({Need.OWNER, Need.TEXT})


def missing_lines(words: Words, lacking: tuple[Need, ...]) -> list[str]:
    """Say each thing that is missing, in a line of mrkdwn."""
    return [f"• {words(f'ready-need-{need}')}" for need in lacking]


def ways(words: Words, post: Post, *, decides: bool) -> list[Block]:
    """Return the buttons that lead to what *post* lacks; the lead's only for who *decides*."""
    lacking = missing(post)
    shown = []
    if _IN_FORM & set(lacking):
        shown.append(button(words("plan-change"), CHANGE, str(post.id)))
    if set(lacking) - _IN_FORM - {Need.SECOND}:
        shown.append(plan_media.open_button(words, post))
    if decides and waivable(lacking):
        shown.append(button(words("ready-override"), OVERRIDE, str(post.id)))
    if decides and DECISIONS & set(lacking):
        shown.append(button(words("ready-decide"), DECIDE, str(post.id)))
    return shown


def not_ready(words: Words, post: Post, *, decides: bool) -> Message:
    """Say all that is missing at once, with the buttons that lead there."""
    lacking = missing(post)
    first = words("ready-missing", title=escape(post.title), count=len(lacking))
    text = "\n".join([first, *missing_lines(words, lacking), *asks(words, post)])
    text = "\n".join([text, *waits(words, post, decides=decides)])
    shown = ways(words, post, decides=decides)
    return message(text, [section(text), *([actions(*shown)] if shown else [])])


def waits(words: Words, post: Post, *, decides: bool) -> list[str]:
    """Say who decides, to somebody who does not."""
    return [words("ready-lead-asked")] if awaits_decision(post) and not decides else []


def asks(words: Words, post: Post) -> list[str]:
    """Say that a colleague is asked, where a second yes is all that *post* lacks."""
    return [words("pair-channel-asked")] if missing(post) == (Need.SECOND,) else []


def remarks(words: Words, media: Media) -> list[str]:
    """Say what one may want to think of; it stops nobody."""
    said = []
    if media.wordless:
        said.append(words("ready-photos-wordless", count=media.wordless))
    if media.kind is Kind.PICTURE:
        lengths = [len(alt) for alt in media.alts if alt and len(alt) not in ALT_ADVISED]
        said += [words("ready-alt-length", length=length) for length in lengths[:1]]
    if media.kind is Kind.LIVE:
        said.append(words("ready-live"))
    if media.persons is not Persons.NONE and not media.consent:
        said.append(words("ready-consent"))
    return said


def override_form(words: Words, post: Post, origin: Origin) -> dict[str, Any]:
    """Return the form in which the lead says why *post* is ready all the same."""
    lacking = missing(post)
    text = "\n".join(
        [
            words("ready-missing", title=escape(post.title), count=len(lacking)),
            *missing_lines(words, lacking),
        ]
    )
    blocks = [section(text), _note(words("ready-override-note"), words("ready-note-hint"))]
    labels = (words("ready-override-title"), words("ready-override-submit"), words("plan-close"))
    return modal(OVERRIDE_SAVE, *labels, blocks, private_metadata=origin.pack())


def decide_form(words: Words, post: Post, origin: Origin) -> dict[str, Any]:
    """Return the form in which the lead decides about the persons in *post*."""
    intro = words(
        "ready-decide-intro",
        title=escape(post.title),
        persons=words(f"post-persons-{post.media.persons}"),
    )
    options = [option(words(f"ready-decide-{each}"), each) for each in (YES, NO)]
    blocks = [
        section("\n".join([intro, *plan_media.lines(words, post)])),
        field(words("ready-decision"), select("value", options), block_id=DECISION),
        _note(words("ready-decide-note"), words("ready-note-hint")),
    ]
    labels = (words("ready-decide-title"), words("plan-save"), words("plan-close"))
    return modal(DECIDE_SAVE, *labels, blocks, private_metadata=origin.pack())


def asked(words: Words, post: Post, asker: str, frame: Frame) -> Message:
    """Tell the lead that *post* waits for a decision, or how it was decided."""
    who = _named(words, asker, frame.names)
    line = post_line(words, post, frame)
    persons = words(f"post-persons-{post.media.persons}")
    first = words("ready-asked", who=who, persons=persons)
    if awaits_decision(post):
        text = f"{first}\n{line}"
        decide = button(words("ready-decide"), DECIDE, str(post.id), primary=True)
        shown = button(words("plan-act-open"), OPEN, str(post.id))
        return message(text, [section(text), actions(decide, shown)])
    text = "\n".join([line, *ruling_lines(words, post, frame.names)])
    if post.ruling is None:
        text = f"{line}\n{words('ready-asked-over')}"
    return message(text, [section(text)])


def decided(words: Words, post: Post, frame: Frame) -> Message:
    """Tell a colleague what was decided about the persons in *post*."""
    text = "\n".join([post_line(words, post, frame), *ruling_lines(words, post, frame.names)])
    shown = button(words("plan-act-open"), OPEN, str(post.id))
    return message(text, [section(text), actions(shown)])


def ruling_lines(words: Words, post: Post, names: Mapping[str, str]) -> list[str]:
    """Say what was decided about the persons in *post*, if anything was."""
    if post.ruling is None:
        return []
    key = "ready-ruled-yes" if post.ruling.approved else "ready-ruled-no"
    who = _named(words, post.ruling.who, names)
    return [words(key, who=who, note=escape(post.ruling.note))]


def _note(label: str, hint: str) -> Block:
    note = text_input("value", multiline=True, limit=REASON_LIMIT)
    return field(label, note, block_id=NOTE, hint=hint)


def _named(words: Words, user: str, names: Mapping[str, str]) -> str:
    return escape(names[user]) if user in names else words("somebody")
