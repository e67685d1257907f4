"""Other pages beside ours: one table a period, with who counted, when and how; and its forms."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bot.domain.measures import Share
from bot.domain.peers import FEWEST, HOW_LIMIT, MOST, NAME_LIMIT, Ours, Peer, Written
from bot.domain.peers_table import TEXT_LIMIT
from bot.domain.periods import Period
from bot.locales import Words
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    context,
    escape,
    field,
    header,
    message,
    modal,
    option,
    section,
    simple,
    text_input,
    values,
)
from bot.views.forms import Origin
from bot.views.given import file_field
from bot.views.pickers import day_picker
from bot.views.report_words import day_full, length, period_name, share

NEW = "peers.new"
PASTE = "peers.paste"
MENU = "peers.menu"
RESTORE = "peers.restore"
SAVE = "peers.save"
SAVE_TABLE = "peers.save_table"

CHANGE, REMOVE = "change", "remove"
NAME, COUNTED, TABLE = "name", "counted", "table"
NUMBERS = ("followers", "posts", "comments", "answered", "median")
SHORT = 20  # characters of a number


@dataclass(frozen=True, slots=True)
class Table:
    """The other pages and our own rows, one a period; *today* tells which counts are old."""

    peers: Sequence[Peer]
    ours: Sequence[Ours]
    today: date
    prefix: str = ""


def table(words: Words, shown: Table) -> Message:
    """Show the pages by the period they were counted over, ours first."""
    title = words("peers-title")
    rows = list(_groups(words, shown))
    intro = words("peers-intro" if shown.peers else "peers-none", prefix=shown.prefix)
    few = [context(words("peers-few", fewest=FEWEST, most=MOST))] if _is_few(shown) else []
    ways = [button(words("peers-new"), NEW), button(words("peers-paste"), PASTE)]
    told = [title, intro, *(row["text"]["text"] for row in rows if row["type"] == "section")]
    return message("\n".join(told), [header(title), context(intro), *rows, *few, actions(*ways)])


def form(
    words: Words, peer: Peer | None, origin: Origin, *, who: str, today: date
) -> dict[str, Any]:
    """Return the form for a count; *who* is the name that stands there as having counted."""
    said = _said(words, peer, who)
    blocks = [_field(words, NAME, said, limit=NAME_LIMIT, optional=False)]
    blocks.append(_field(words, "period", said, limit=NAME_LIMIT, optional=False))
    blocks += [_field(words, name, said, limit=SHORT) for name in NUMBERS]
    day = day_picker(peer.counted_on if peer else today)
    blocks.append(field(words("peers-counted"), day, block_id=COUNTED))
    blocks.append(_field(words, "counted_by", said, limit=NAME_LIMIT))
    blocks.append(_field(words, "how", said, limit=HOW_LIMIT))
    title = words("peers-form-change" if peer else "peers-form-new")
    labels = (title, words("settings-save"), words("settings-close"))
    return modal(SAVE, *labels, blocks, private_metadata=origin.pack())


def paste_form(words: Words, origin: Origin, *, reads_files: bool = False) -> dict[str, Any]:
    """Return the form into which a table is pasted, or with *reads_files* given as a file."""
    box = text_input("value", multiline=True, limit=TEXT_LIMIT)
    files = [file_field(words, words("peers-file"), ["csv", "txt"], optional=True)]
    blocks = [
        section(words("peers-paste-intro")),
        field(words("peers-table"), box, block_id=TABLE, optional=reads_files),
        *(files if reads_files else []),
    ]
    labels = (words("peers-form-paste"), words("settings-save"), words("settings-close"))
    return modal(SAVE_TABLE, *labels, blocks, private_metadata=origin.pack())


def read(state: Mapping[str, Any], today: date) -> Written:
    """Read a count as it was written."""
    said = {name: text or "" for name, text in values(state).items()}
    numbers = {name: said.get(name, "") for name in NUMBERS}
    return Written(
        name=said.get(NAME, ""),
        period=said.get("period", ""),
        counted=date.fromisoformat(said[COUNTED]) if said.get(COUNTED) else today,
        counted_by=said.get("counted_by", ""),
        how=said.get("how", ""),
        **numbers,
    )


def read_table(state: Mapping[str, Any]) -> str:
    """Read the pasted table."""
    return values(state).get(TABLE) or ""


def saved(words: Words, peers: Sequence[Peer]) -> Message:
    """Say which counts are kept."""
    names = ", ".join(escape(peer.name) for peer in peers)
    return simple(words("peers-saved", names=names))


def removed(words: Words, peer: Peer) -> Message:
    """Say that a page was taken away, with the way back."""
    undo = button(words("plan-undo"), RESTORE, str(peer.id))
    return simple(words("peers-removed", name=escape(peer.name)), actions(undo))


def restored(words: Words, peer: Peer) -> Message:
    """Say that a page is there again."""
    return simple(words("peers-restored", name=escape(peer.name)))


def usage(words: Words, *, command: str) -> Message:
    """Say how the command is used."""
    return simple(words("peers-help", command=command))


def _is_few(shown: Table) -> bool:
    return 0 < len(shown.peers) < FEWEST


def _groups(words: Words, shown: Table) -> Iterator[Block]:
    own = {each.period: each for each in shown.ours}
    periods = dict.fromkeys(
        sorted((peer.period for peer in shown.peers), key=_newest, reverse=True)
    )
    for period in periods:
        mine = _ours(words, own.get(period))
        yield section(f"*{period_name(words, period)}*\n{mine}")
        for peer in shown.peers:
            if peer.period == period:
                yield _row(words, peer, shown.today)


def _ours(words: Words, found: Ours | None) -> str:
    if found is None:
        return words("peers-ours-unknown")
    said = _figures(words, None, found.posts, found.share.among, found.share, found.median)
    return words("peers-row", name=words("peers-ours"), figures=said)


def _row(words: Words, peer: Peer, today: date) -> Block:
    options = [
        option(words("settings-change"), f"{CHANGE} {peer.id}"),
        option(words("peers-remove"), f"{REMOVE} {peer.id}"),
    ]
    menu: Block = {"type": "overflow", "action_id": MENU, "options": options}
    figures = _figures(words, peer.followers, peer.posts, peer.comments, peer.share, peer.median)
    line = words("peers-row", name=escape(peer.name), figures=figures)
    return section(f"{line}\n_{_source(words, peer, today)}_", accessory=menu)


def _figures(
    words: Words,
    followers: int | None,
    posts: int | None,
    comments: int | None,
    answered: Share | None,
    median: timedelta | None,
) -> str:
    """Write what was counted; what was not is left out."""
    counted = (("followers", followers), ("posts", posts), ("comments", comments))
    said = [words(f"peers-count-{name}", count=n) for name, n in counted if n is not None]
    if answered is not None:
        said.append(words("peers-count-answered", share=share(words, answered)))
    if median is not None:
        said.append(words("report-times-short", median=length(words, median)))
    return " · ".join(said) or words("peers-nothing")


def _source(words: Words, peer: Peer, today: date) -> str:
    """Say when it was counted, by whom and how; an old count says that it is."""
    day = day_full(words, peer.counted_on)
    who = escape(peer.counted_by) or words("somebody")
    said = [words("peers-source", day=day, who=who)]
    said += [escape(peer.how)] if peer.how else []
    said += [words("peers-old")] if peer.is_old(today) else []
    return " · ".join(said).replace("_", " ")


def _field(
    words: Words, name: str, said: Mapping[str, str], *, limit: int, optional: bool = True
) -> Block:
    key = name.replace("_", "-")
    box = text_input("value", said[name], limit=limit)
    hint = words("peers-period-hint") if name == "period" else None
    hint = words("peers-median-hint") if name == "median" else hint
    hint = words("peers-answered-hint") if name == "answered" else hint
    return field(words(f"peers-{key}"), box, block_id=name, hint=hint, optional=optional)


def _said(words: Words, peer: Peer | None, who: str) -> dict[str, str]:
    """Return what stands in the fields from the beginning."""
    if peer is None:
        empty = dict.fromkeys((NAME, "period", *NUMBERS, "how"), "")
        return {**empty, "counted_by": who[:NAME_LIMIT]}
    numbers = {name: getattr(peer, name) for name in NUMBERS if name != "median"}
    return {
        NAME: peer.name,
        "period": _period(peer.period),
        **{name: "" if number is None else str(number) for name, number in numbers.items()},
        "median": _hours(words, peer.median),
        "counted_by": peer.counted_by,
        "how": peer.how,
    }


def _period(period: Period) -> str:
    """Write a period so that it is read as the same."""
    return f"{period.start}–{period.last}"


def _hours(words: Words, median: timedelta | None) -> str:
    if median is None:
        return ""
    text = f"{median / timedelta(hours=1):.2f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if words.language == "sv" else text


def _newest(period: Period) -> tuple[object, ...]:
    return period.end, period.start
