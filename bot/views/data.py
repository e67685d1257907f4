"""What is stored, for the data protection officer: a message, and the same as a page to keep."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from html import escape as html

from bot.domain.disposal import Class, Rule
from bot.domain.relaying import Discretion
from bot.domain.stored import Purpose, Table, groups
from bot.locales import Words
from bot.views.blocks import (
    Message,
    actions,
    button,
    escape,
    header,
    message,
    section,
)
from bot.views.disposal_list import rule_line
from bot.views.record_files import SEALED

AS_FILE = "data.file"

NAME = "lucka-data.html"
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


def page(words: Words, stored: Stored, *, today: date) -> Message:
    """Tell what is stored, where, how long, who sees it and on what basis."""
    about = list(_about(words, stored, today))
    rows = [_row(words, purpose, kinds, stored) for purpose, kinds in _by_purpose().items()]
    title, button_file = words("data-title"), button(words("data-as-file"), AS_FILE)
    blocks = [header(title), *(section(said) for said in (*about, *rows)), actions(button_file)]
    return message("\n".join([title, *about, *rows]), blocks)


def title(words: Words) -> str:
    """Return what the file is called in Slack."""
    return words("data-file-title")


def file(words: Words, stored: Stored, *, now: datetime, zone: tzinfo) -> bytes:
    """Return the same as a page that needs nothing else, table by table."""
    local = now.astimezone(zone)
    moment = f"{local:%Y-%m-%d %H:%M}"
    title = html(words("data-file-title"))
    about = "".join(f"<p>{_plain(said)}</p>" for said in _about(words, stored, local.date()))
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


def _about(words: Words, stored: Stored, today: date) -> Iterator[str]:
    yield words("data-intro")
    yield words("data-where", file=f"`{escape(stored.file)}`", size=_size(words, stored.size))
    yield words("data-who")
    yield words("data-basis")
    yield words("data-least")
    yield words("data-least-secret")
    yield words("data-masking", mode=words(f"data-mode-{stored.discretion.usual}"))
    yield words("data-retention", rules=_rules(words, stored.rules, today))
    yield words("data-holds", count=stored.holds)
    yield words("data-backups")


def _rules(words: Words, rules: Mapping[Class, Rule], today: date) -> str:
    said = [
        f"{words(f'disposal-class-{kind}')}: {rule_line(words, rule, today=today)}"
        for kind, rule in rules.items()
    ]
    return "\n".join(said) or words("disposal-all-off")


def _by_purpose() -> dict[Purpose, list[tuple[Table, list[str]]]]:
    found: defaultdict[Purpose, list[tuple[Table, list[str]]]] = defaultdict(list)
    for kind, names in groups():
        found[kind.purpose].append((kind, names))
    return found


def _row(
    words: Words, purpose: Purpose, kinds: Sequence[tuple[Table, list[str]]], stored: Stored
) -> str:
    """Tell of one purpose: whose data, how long, how many rows, and in which tables."""
    lines = [f"*{words(f'data-purpose-{purpose}')}*"]
    for kind, names in kinds:
        count = sum(stored.counts.get(name, 0) for name in names)
        rows = words("data-row-count", count=count)
        lines.append(f"{_kept(words, kind)} {rows} {' '.join(f'`{name}`' for name in names)}")
    return "\n".join(lines)


def _kept(words: Words, kind: Table) -> str:
    whose, stays = words(f"data-whose-{kind.whose}"), words(f"data-stays-{kind.stays}")
    return words("data-row", whose=whose, stays=stays)


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
