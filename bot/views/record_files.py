"""Records as files: pages that any browser shows and prints, and a table that Excel opens right.

Both are written piece by piece, so that a hundred thousand comments need no more memory than one.
"""

from collections.abc import Mapping, Sequence
from html import escape

from bot.domain.records import Record
from bot.domain.tables import safe
from bot.views.record_words import Teller

COLUMNS = (
    "number", "received", "direction", "author", "text", "attachment", "earlier", "post",
    "post-link", "link", "reply-to", "state", "hidden", "gone", "answers", "steps", "moderation",
    "registered", "seen", "id", "author-id", "post-id",
)  # fmt: skip
POST_COLUMNS = ("received", "text", "link", "id")
SEALED = (
    '<meta http-equiv="Content-Security-Policy"'
    " content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    '<meta name="referrer" content="no-referrer">\n'
)
"""What keeps a page from loading and running anything, whatever stands in it."""

MARK = "\ufeff"  # by which Excel knows the table for what it is

Facts = Mapping[str, str]
"""What there is to say of a record beside its text, by name."""

STYLE = """
body{font:16px/1.5 "Segoe UI",Arial,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;
color:#1a1a1a;background:#fff}
h1{font-size:1.5rem}h2{font-size:1.05rem;margin:0}p{margin:.3rem 0}
article{border-top:1px solid #767676;padding:.8rem 0;break-inside:avoid}
.said{white-space:pre-wrap;overflow-wrap:anywhere;border-left:3px solid #767676;padding-left:.8rem;
margin:.5rem 0}
.small{color:#4a4a4a;font-size:.9rem;overflow-wrap:anywhere}dt{font-weight:600}
dd{margin:0 0 .3rem 1rem;white-space:pre-wrap;overflow-wrap:anywhere}
@media print{body{font-size:11pt;margin:0;max-width:none}a{color:inherit}}
"""


def head(teller: Teller, title: str, lines: Sequence[str]) -> str:
    """Return the beginning of a page."""
    said = "".join(f"<p>{escape(line)}</p>\n" for line in lines)
    return (
        f'<!doctype html>\n<html lang="{teller.words.language}">\n<head><meta charset="utf-8">\n'
        f"{SEALED}<title>{escape(title)}</title>\n<style>{STYLE}</style></head>\n"
        f"<body>\n<h1>{escape(title)}</h1>\n{said}"
    )


def foot() -> str:
    """Return the end of a page."""
    return "</body>\n</html>\n"


def article(teller: Teller, number: int, record: Record, facts: Facts) -> str:
    """Return one record, with the *facts* that the teller tells of it, for a page."""
    comment = record.comment
    where = teller.say(f"record-direction-{record.direction}")
    title = f"{number}. {teller.at(comment.created_at)} · {where} · {teller.author(comment)}"
    post = teller.post(record) or teller.say("record-post-untitled")
    under = f"{teller.say('record-post')}: {_link(record.place.permalink, post)}"
    link = teller.link(comment)
    own = f" · {_link(link, teller.say('record-link'))}" if link else ""
    said = teller.text(comment.text) or teller.say("comments-no-text")
    told = "".join(_fact(teller.say(f"record-{name}"), said) for name, said in facts.items())
    return (
        f'<article><h2>{escape(title)}</h2>\n<p class="small">{under}{own}</p>\n'
        f'<p class="said">{escape(said)}</p>\n<dl>{told}</dl></article>\n'
    )


def post_article(teller: Teller, at: str, text: str, permalink: str | None) -> str:
    """Return one post of the page for a page."""
    link = (
        f'<p class="small">{_link(permalink, teller.say("record-link"))}</p>' if permalink else ""
    )
    said = text or teller.say("record-post-untitled")
    return f'<article><h2>{escape(at)}</h2>{link}<p class="said">{escape(said)}</p></article>\n'


def columns(teller: Teller) -> list[str]:
    """Return the first line of the table."""
    return [teller.say(f"record-column-{name}") for name in COLUMNS]


def cells(teller: Teller, number: int, record: Record, facts: Facts) -> list[str]:
    """Return one record, with the *facts* that the teller tells of it, as a line of the table.

    A spreadsheet runs none of it.
    """
    comment, place = record.comment, record.place
    is_shown = not teller.review.is_nameless  # an id leads to the name
    held = [
        str(number),
        teller.at(comment.created_at),
        teller.say(f"record-direction-{record.direction}"),
        teller.author(comment),
        teller.text(comment.text),
        facts.get("attachment", ""),
        facts.get("earlier", ""),
        teller.post(record),
        place.permalink or "",
        teller.link(comment),
        (comment.parent_id or "") if is_shown else "",
        facts.get("state", ""),
        facts.get("hidden", ""),
        facts.get("gone", ""),
        facts.get("answers", ""),
        facts.get("steps", ""),
        facts.get("moderation", ""),
        facts.get("registered", ""),
        teller.at(record.seen_at),
        comment.id if is_shown else "",
        (comment.author_id or "") if is_shown else "",
        comment.post_id,
    ]
    return [safe(cell) for cell in held]


def post_columns(teller: Teller) -> list[str]:
    """Return the first line of the table of posts."""
    return [teller.say(f"record-column-{name}") for name in POST_COLUMNS]


def post_cells(at: str, text: str, permalink: str | None, post_id: str) -> list[str]:
    """Return one post as a line of the table."""
    return [safe(cell) for cell in (at, text, permalink or "", post_id)]


def _fact(name: str, said: str) -> str:
    return f"<dt>{escape(name)}</dt><dd>{escape(said)}</dd>"


def _link(url: str | None, label: str) -> str:
    if not url or not url.startswith(("https://", "http://")):
        return escape(label)
    return f'<a href="{escape(url)}">{escape(label)}</a>'
