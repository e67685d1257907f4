"""What is stored: in short in a message, and table by table as a page for whoever protects data."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from html import escape as html

from bot.domain.disposal import Class, Rule
from bot.domain.relaying import Discretion
from bot.domain.stored import Purpose, Table, Whose, groups
from bot.locales import Words
from bot.views.blocks import (
    Message,
    actions,
    button,
    context,
    escape,
    header,
    message,
    section,
)
from bot.views.disposal_list import rule_line
from bot.views.record_files import SEALED

AS_FILE = "data.file"

NAME = "lucka-data.html"
_IN_FILE = frozenset({"basis", "secret", "backups"})
"""What only somebody who protects data asks for."""

_STYLE = (
    "body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%}"
    "th,td{border:1px solid #767676;padding:.4rem;text-align:left;vertical-align:top}"
    "td:last-child{text-align:right}code{overflow-wrap:anywhere}"
)


@dataclass(frozen=True, slots=True)
class Stored:
    """What there is to tell: the file, its size in bytes, rows by table, and what was decided."""

    file: str
    size: int
    counts: Mapping[str, int]
    rules: Mapping[Class, Rule]
    holds: int
    discretion: Discretion


def page(words: Words, stored: Stored) -> Message:
    """Tell in short what is stored, where, how long and who sees it; the file has the rest."""
    about = [said for key, said in _about(words, stored).items() if key not in _IN_FILE]
    lines = [_line(words, purpose, kinds) for purpose, kinds in _by_purpose().items()]
    title, rest = words("data-title"), words("data-rest")
    told = ["\n".join(about), "\n".join([words("data-kinds"), *lines])]
    button_file = button(words("data-as-file"), AS_FILE)
    blocks = [header(title), *map(section, told), context(rest), actions(button_file)]
    return message("\n".join([title, *told, rest]), blocks)


def title(words: Words) -> str:
    """Return what the file is called in Slack."""
    return words("data-file-title")


def file(words: Words, stored: Stored, *, now: datetime, zone: tzinfo) -> bytes:
    """Return the same as a page that needs nothing else, table by table."""
    local = now.astimezone(zone)
    moment = f"{local:%Y-%m-%d %H:%M}"
    title = html(words("data-file-title"))
    said = _about(words, stored).values()
    about = "".join(f"<p>{_plain(each)}</p>" for each in said)
    heads = ("data-file-tables", "data-file-purpose", "data-file-whose", "data-file-stays",
             "data-file-rows")  # fmt: skip
    head = "".join(f'<th scope="col">{html(words(name))}</th>' for name in heads)
    rows = "".join(_table_row(words, kind, names, stored) for kind, names in groups())
    return (
        f'<!doctype html><html lang="{words.language}"><head><meta charset="utf-8">{SEALED}'
        f"<title>{title}</title><style>{_STYLE}</style></head><body><h1>{title}</h1>"
        f"<p>{html(words('data-file-made', moment=moment))}</p>{about}"
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></body></html>\n"
    ).encode()


def _about(words: Words, stored: Stored) -> Mapping[str, str]:
    where = words("data-where", file=f"`{escape(stored.file)}`", size=_size(words, stored.size))
    return {
        "intro": words("data-intro"),
        "where": where,
        "who": words("data-who"),
        "basis": words("data-basis"),
        "least": words("data-least"),
        "secret": words("data-least-secret"),
        "masking": words("data-masking", mode=words(f"data-mode-{stored.discretion.usual}")),
        "retention": words("data-retention", rules=_rules(words, stored.rules)),
        "holds": words("data-holds", count=stored.holds),
        "backups": words("data-backups"),
    }


def _rules(words: Words, rules: Mapping[Class, Rule]) -> str:
    said = [
        f"{words(f'disposal-class-{kind}')}: {rule_line(words, rule)}"
        for kind, rule in rules.items()
    ]
    return "\n".join(said) or words("disposal-all-off")


def _by_purpose() -> dict[Purpose, list[Table]]:
    found: defaultdict[Purpose, list[Table]] = defaultdict(list)
    for kind, _ in groups():
        found[kind.purpose].append(kind)
    return found


def _line(words: Words, purpose: Purpose, kinds: Sequence[Table]) -> str:
    """Tell in a line what something is for, about whom it is and how long it stays."""
    about = {kind.whose for kind in kinds} - {Whose.NOBODY} or {Whose.NOBODY}
    whose = next(iter(about)) if len(about) == 1 else Whose.BOTH
    stays = dict.fromkeys(words(f"data-short-{kind.stays}") for kind in kinds)
    return words(
        "data-line",
        purpose=words(f"data-purpose-{purpose}"),
        whose=words(f"data-about-{whose}"),
        stays=" · ".join(stays),
    )


def _table_row(words: Words, kind: Table, names: Sequence[str], stored: Stored) -> str:
    cells = [
        " ".join(f"<code>{html(name)}</code>" for name in names),
        html(words(f"data-purpose-{kind.purpose}")),
        html(words(f"data-whose-{kind.whose}")),
        html(words(f"data-stays-{kind.stays}")),
        html(words("number", value=sum(stored.counts.get(name, 0) for name in names))),
    ]
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _plain(said: str) -> str:
    """Write mrkdwn of ours as HTML: it has no more than bold and code, and is escaped already."""
    return said.replace("*", "").replace("`", "").replace("\n", "<br>")


def _size(words: Words, size: int) -> str:
    return words("data-size", megabytes=round(size / 1_000_000, 1))
