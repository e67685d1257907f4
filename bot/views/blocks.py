"""The pieces of Block Kit that are in use, and the one place that keeps Slack's limits.

Plain dicts: they are what is sent and what snapshots show. Everything that people wrote passes
`escape` (in mrkdwn) or stands in plain text; `verbatim` stops Slack from finding mentions and
links by itself. Sizes are Slack's (block kit reference).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypedDict
from urllib.parse import quote as quote_url

from bot.domain.text import unturned

TEXT_LIMIT = 3000
FALLBACK_LIMIT = 3900  # chat.update refuses 4,000 characters and more
BUTTON_LIMIT = 75
OPTION_LIMIT = 75
BLOCKS_LIMIT = 50
ELLIPSIS = "…"
_HALF = re.compile(r"(?:&[a-z]{0,3}|<[^>]*)$")  # what `escape` and `link` write, only begun

_ENDING = re.compile(r"[|<>\s\x00-\x1f\x7f]")  # what would end an address in the middle

Block = dict[str, Any]


class Message(TypedDict):
    """What is posted: `text` says it all for notifications and screen readers."""

    text: str
    blocks: list[Block]


def escape(text: str) -> str:
    """Return what people wrote so that Slack shows it and does nothing with it.

    Signs that turn the direction of writing are left out: one left open turns our words, too.

    >>> escape("<!channel> & <https://a.example|trust me>")
    '&lt;!channel&gt; &amp; &lt;https://a.example|trust me&gt;'
    """
    said = unturned(text)
    return said.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


_LOOK_ALIKES = str.maketrans({"*": "∗", "_": "ˍ", "~": "∼", "`": "ˋ"})


def defuse(text: str) -> str:
    """Return what a stranger wrote so that it cannot even format: for mrkdwn that is not theirs.

    Slack has no escape for its four signs, so they are shown by signs that look like them. Where
    the words themselves matter, use `quotation`, which shows them unchanged.

    >>> defuse("*Chefen* & `jag`")
    '∗Chefen∗ &amp; ˋjagˋ'
    """
    return escape(text.translate(_LOOK_ALIKES))


def quotation(text: str) -> Block:
    """Return *text*, not escaped, as somebody's words: rich text formats and links nothing."""
    words = {"type": "text", "text": cut(text, TEXT_LIMIT)}
    return {
        "type": "rich_text",
        "elements": [{"type": "rich_text_quote", "elements": [words]}],
    }


def cut(text: str, limit: int) -> str:
    """Return *text*, as people wrote it, in at most *limit* characters."""
    return text if len(text) <= limit else text[: limit - len(ELLIPSIS)] + ELLIPSIS


def cut_markup(text: str, limit: int) -> str:
    """Return *text*, which is mrkdwn, cut so that it ends inside no escaped sign and no link.

    >>> cut_markup("a &amp; b", 6), cut_markup("a <https://a.example|b>", 12)
    ('a …', 'a …')
    """
    short = cut(text, limit)
    return text if short == text else _HALF.sub("", short[: -len(ELLIPSIS)]) + ELLIPSIS


def message(text: str, blocks: Sequence[Block]) -> Message:
    """Return a message whose fallback is *text*; *blocks* beyond Slack's limit are a bug."""
    if len(blocks) > BLOCKS_LIMIT:
        raise ValueError(f"{len(blocks)} blocks, Slack takes {BLOCKS_LIMIT}")
    return {"text": cut_markup(text, FALLBACK_LIMIT), "blocks": list(blocks)}


def simple(text: str, *extra: Block) -> Message:
    """Return a message of one paragraph (mrkdwn, already escaped) and *extra* blocks."""
    return message(text, [section(text), *extra])


def plain(text: str) -> Block:
    """Return a plain text object: shown as it is written, from left to right."""
    return {"type": "plain_text", "text": unturned(text), "emoji": True}


def mrkdwn(text: str) -> Block:
    """Return a mrkdwn object in which Slack finds no mentions and links by itself."""
    return {"type": "mrkdwn", "text": cut_markup(text, TEXT_LIMIT), "verbatim": True}


def header(text: str) -> Block:
    """Return a heading."""
    return {"type": "header", "text": plain(cut(text, 150))}


def section(text: str, *, accessory: Block | None = None) -> Block:
    """Return a paragraph of mrkdwn, perhaps with one element beside it."""
    block: Block = {"type": "section", "text": mrkdwn(text)}
    if accessory is not None:
        block["accessory"] = accessory
    return block


def context(*texts: str) -> Block:
    """Return small print; at most ten pieces of mrkdwn."""
    return {"type": "context", "elements": [mrkdwn(text) for text in texts if text][:10]}


def divider() -> Block:
    """Return a line."""
    return {"type": "divider"}


def actions(*elements: Block) -> Block:
    """Return a row of buttons and menus."""
    return {"type": "actions", "elements": list(elements)}


def button(
    label: str,
    action_id: str,
    value: str = "",
    *,
    primary: bool = False,
    says: str | None = None,
) -> Block:
    """Return a button; *says* is read aloud where *label* alone is ambiguous."""
    block: Block = {
        "type": "button",
        "text": plain(cut(label, BUTTON_LIMIT)),
        "action_id": action_id,
    }
    if value:
        block["value"] = value
    if primary:
        block["style"] = "primary"
    if says:
        block["accessibility_label"] = cut(says, BUTTON_LIMIT)
    return block


def option(label: str, value: str) -> Block:
    """Return one choice of a menu."""
    return {"text": plain(cut(label, OPTION_LIMIT) or ELLIPSIS), "value": value}


def field(
    label: str,
    element: Block,
    *,
    block_id: str,
    hint: str | None = None,
    optional: bool = False,
) -> Block:
    """Return a labelled field of a form; its block id is where an error is shown."""
    block: Block = {
        "type": "input",
        "block_id": block_id,
        "label": plain(label),
        "element": element,
        "optional": optional,
    }
    if hint:
        block["hint"] = plain(hint)
    return block


def text_input(
    action_id: str, initial: str = "", *, multiline: bool = False, limit: int = 3000
) -> Block:
    """Return a field to write in; *limit* is the most that may be written."""
    block: Block = {
        "type": "plain_text_input",
        "action_id": action_id,
        "multiline": multiline,
        "max_length": limit,
    }
    if initial:
        block["initial_value"] = initial
    return block


def select(action_id: str, options: Sequence[Block], initial: str | None = None) -> Block:
    """Return a menu; *initial* is the value that is chosen from the start."""
    block: Block = {"type": "static_select", "action_id": action_id, "options": list(options)}
    chosen = next((o for o in options if o["value"] == initial), None)
    if chosen:
        block["initial_option"] = chosen
    return block


def several(
    kind: str, action_id: str, options: Sequence[Block], initial: Iterable[str] = ()
) -> Block:
    """Return checkboxes or a menu that takes several; *initial* are the values chosen so far."""
    block: Block = {"type": kind, "action_id": action_id, "options": list(options)}
    held = set(initial)
    if chosen := [o for o in options if o["value"] in held]:
        block["initial_options"] = chosen
    return block


def modal(
    callback_id: str, title: str, submit: str, close: str, blocks: Iterable[Block], **extra: object
) -> dict[str, Any]:
    """Return a form; titles and buttons have room for 24 characters (a longer one is a bug)."""
    for label in (title, submit, close):
        if len(label) > 24:
            raise ValueError(f"too long for a form's title or button: {label!r}")
    return {
        "type": "modal",
        "callback_id": callback_id,
        "title": plain(title),
        "submit": plain(submit),
        "close": plain(close),
        "blocks": list(blocks),
        **extra,
    }


def quote(text: str) -> str:
    """Return *text* (escaped already) set off as somebody's words."""
    return "\n".join(f"> {line}" for line in text.splitlines() or [""])


def link(url: str, label: str) -> str:
    """Return a link named *label* (escaped already); an address that is not http is left out."""
    if not url.startswith(("https://", "http://")):
        return label
    safe = _ENDING.sub(lambda found: quote_url(found[0]), unturned(url))
    return f"<{safe.replace('&', '&amp;')}|{label}>"


def values(state: Mapping[str, Any]) -> dict[str, str | None]:
    """Return what a submitted form holds, by block id: text, chosen value, date, time or None."""
    return {block: _value(next(iter(held.values()))) for block, held in state["values"].items()}


def chosen(state: Mapping[str, Any], block_id: str) -> tuple[str, ...]:
    """Return what was chosen in a field of a submitted form that takes several: values or people.

    A field that was not shown holds nothing.
    """
    held: Mapping[str, Any] = next(iter(state["values"].get(block_id, {}).values()), {})
    options = [option["value"] for option in held.get("selected_options") or ()]
    return tuple(map(_whole, held.get("selected_users") or options))


def _value(held: Mapping[str, Any]) -> str | None:
    names = ("value", "selected_date", "selected_time", "selected_user", "selected_conversation")
    found: str | None = next((held[name] for name in names if name in held), None)
    if "selected_option" in held:
        found = (held["selected_option"] or {}).get("value")
    return None if found is None else _whole(found)


def _whole(text: str) -> str:
    """Return *text* without half an emoji, which cannot be stored."""
    return text.encode(errors="replace").decode()
