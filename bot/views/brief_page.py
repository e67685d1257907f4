"""The page that a manager forwards, as one file of HTML: nothing in it is fetched, and nothing runs.

It is read in two minutes and printed on one A4, so everything on it has a limit. What people wrote
is escaped; no resident is named unless they agreed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, tzinfo
from html import escape

from bot.domain.brief import Brief, Quoted, Tally
from bot.domain.measures import Measures, Share
from bot.domain.plan import Post
from bot.domain.report import Comments, Report
from bot.domain.text import title_of
from bot.drawing.bars import Panel
from bot.locales import Words
from bot.locales import format as say
from bot.views.brief_style import STYLE
from bot.views.policy import promise_words
from bot.views.report import standing
from bot.views.report_tagging import spent_words
from bot.views.report_words import (
    before_name,
    comment_lines,
    day_full,
    days_of,
    length,
    period_name,
    share,
)

TITLES, AHEAD, TALLIES = 5, 4, 3
TITLE_LIMIT, NAME_LIMIT, OUTLET_LIMIT = 50, 24, 14

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart as it is drawn (SVG), with the boxes of its legend."""

    panel: Panel
    drawn: str
    some: str
    others: str


def page(words: Words, brief: Brief, zone: tzinfo, figures: Iterable[Figure]) -> str:
    """Return the whole file."""
    report = brief.report
    title = escape(words("brief-page-title", period=period_name(words, report.period)))
    body = [
        _head(words, brief, title, zone),
        _tiles(words, report),
        _columns(_went(words, brief), _wrote(words, brief)),
        _columns(*(_figure(each) for each in figures)),
        _columns(_praise(words, brief), _ahead(words, brief)),
        _small(words, report, zone),
    ]
    return (
        f'<!DOCTYPE html>\n<html lang="{words.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n{_lines(body)}\n</main>\n</body>\n</html>\n"
    )


def _head(words: Words, brief: Brief, title: str, zone: tzinfo) -> str:
    report = brief.report
    key = "brief-page-days" if report.is_over(zone) else "brief-page-so-far"
    days = _p(words(key, days=days_of(words, report.period)), "days")
    return _lines([f"<header><h1>{title}</h1>", days, _p(brief.sentence, "own"), "</header>"])


def _tiles(words: Words, report: Report) -> str:
    """Show the four figures that a manager asks for; without comments there are none."""
    found = report.comments
    if found is None or not found.now.received:
        return ""
    now = found.now
    tiles = [
        _tile(words, "received", words("report-count", count=now.received), _before(words, report)),
        _tile(words, "rate", *_share(words, now.rate)),
        _tile(words, "within", *_share(words, now.within)),
        _tile(words, "first", *_first(words, now)),
    ]
    return f'<dl class="tiles">{"".join(tiles)}</dl>'


def _first(words: Words, now: Measures) -> tuple[str, str]:
    """Say the median time to the first answer, and of how many; without any, only that."""
    if now.first.clock is None:
        return words("report-never"), ""
    median = say.sentence(length(words, now.first.clock.median))
    return median, words("brief-half", count=now.first.count)


def _tile(words: Words, key: str, value: str, below: str) -> str:
    name = escape(words(f"report-name-{key}"))
    said = f'<dd class="big">{escape(value)}</dd><dd>{escape(below)}</dd>'
    return f"<div><dt>{name}</dt>{said}</div>"


def _share(words: Words, said: Share) -> tuple[str, str]:
    """Say a percentage, and of what; of fewer than ten only the numbers."""
    if said.percent is None:
        return share(words, said), ""
    among = words("report-share-few", count=said.count, among=said.among)
    return words("brief-percent", percent=said.percent), among


def _before(words: Words, report: Report) -> str:
    """Say how many comments came in the period before, where that is known."""
    before = report.comments and report.comments.before
    if not before:
        return ""
    name = before_name(words, report.period)
    return words("brief-before", period=name, count=before.received)


def _went(words: Words, brief: Brief) -> str:
    if not brief.went:
        return _section(words("brief-went"), [_p(words("brief-went-none"))])
    count = sum(number for _, number in brief.by_outlet)
    said = words("brief-went-count", count=count, outlets=_tally(words, brief.by_outlet))
    series = words("brief-went-series", series=_tally(words, brief.by_series))
    rows = [_title(post.title) for post in brief.went[:TITLES]]
    lines = [_p(said), _p(series) if brief.by_series else "", _list(rows)]
    return _section(words("brief-went"), [*lines, _more(words, len(brief.went) - TITLES)])


def _wrote(words: Words, brief: Brief) -> str:
    return _section(words("brief-wrote"), [_p(line) for line in _wrote_lines(words, brief)])


def _wrote_lines(words: Words, brief: Brief) -> list[str]:
    """Say how much residents wrote, about what, and what became of it; never who."""
    report, found = brief.report, brief.report.comments
    if found is None:
        return [words("brief-no-page")]
    if found.seen_from and found.seen_from >= report.period.end:
        return [words("report-not-seen", day=day_full(words, found.seen_from))]
    lines = [words("brief-promise", promise=promise_words(words, report.policy.promise))]
    if not found.now.received:
        return [words("report-comments-none"), *lines]
    return [*lines, *_about(words, brief, found)]


def _about(words: Words, brief: Brief, found: Comments) -> list[str]:
    now, said = found.now, list[str]()
    if late := now.rate.among - now.rate.count:
        said.append(words("brief-late", count=late))
    if brief.themes:
        said.append(words("brief-themes", themes=_tally(words, brief.themes)))
    if brief.praised:
        said.append(words("brief-praised", count=brief.praised))
    said.append(words("brief-outside", share=share(words, now.outside)))
    tagging = brief.report.tagging
    if tagging and tagging.timed.count:
        span = spent_words(words, tagging.spent)
        said.append(words("brief-spent", spent=span, timed=share(words, tagging.timed)))
    return [*said, *_seen(words, found)]


def _seen(words: Words, found: Comments) -> list[str]:
    if found.seen_from is None:
        return []
    return [words("report-seen-from", day=day_full(words, found.seen_from))]


def _praise(words: Words, brief: Brief) -> str:
    if brief.quoted is None:
        return ""
    return _section(words("brief-page-praise"), [_quote(words, brief.quoted)])


def _quote(words: Words, quoted: Quoted) -> str:
    by = words("brief-by-name", name=quoted.name) if quoted.name else words("brief-by")
    said = words("brief-quote", text=quoted.text)
    return f"<blockquote><p>{escape(said)}</p><footer>{escape(by)}</footer></blockquote>"


def _ahead(words: Words, brief: Brief) -> str:
    if not brief.ahead:
        return _section(words("brief-ahead"), [_p(words("brief-ahead-none"))])
    rows = [_coming(words, post, brief.outlets) for post in brief.ahead[:AHEAD]]
    more = _more(words, len(brief.ahead) - AHEAD)
    return _section(words("brief-ahead"), [_list(rows), more])


def _coming(words: Words, post: Post, outlets: Mapping[int, str]) -> str:
    outlet = title_of(outlets.get(post.outlet_id, ""), OUTLET_LIMIT)
    day = _day(words, post.day)
    return words("brief-coming", day=day, outlet=outlet, title=_title(post.title))


def _small(words: Words, report: Report, zone: tzinfo) -> str:
    """Define what stands above: only the figures that are there."""
    said = [f"{standing(words, report, zone)}."]
    if report.comments is not None and report.comments.now.received:
        told = ("rate", "within", "first")
        lines = {line.key: line for line in comment_lines(words, report)}
        said += [f"{lines[key].label}: {lines[key].means}" for key in told]
        said.append(words("report-badge"))
    said.append(words("brief-nobody"))
    return f'<footer class="small"><p>{escape(" ".join(said))}</p></footer>'


def _figure(each: Figure) -> str:
    panel = each.panel
    legend = "".join(
        f"<span>{box}{escape(word)}</span>"
        for box, word in ((each.some, panel.some), (each.others, panel.others))
    )
    return (
        f"<figure><h3>{escape(panel.title)}</h3>{each.drawn}"
        f'<figcaption><div class="legend">{legend}</div>{escape(panel.says)}</figcaption></figure>'
    )


def _tally(words: Words, tallies: tuple[Tally, ...]) -> str:
    """Say the most frequent names with their numbers, and that there are more."""
    said = [
        words("brief-tally", name=title_of(name, NAME_LIMIT), count=count)
        for name, count in tallies[:TALLIES]
    ]
    if rest := tallies[TALLIES:]:
        said.append(words("brief-tally-rest", count=sum(count for _, count in rest)))
    return ", ".join(said)


def _title(title: str) -> str:
    return title_of(title, TITLE_LIMIT)


def _day(words: Words, day: date) -> str:
    month = words("month-short", number=day.month)
    return words("day-plain", day=day.day, month=month)


def _more(words: Words, count: int) -> str:
    return _p(words("brief-more", count=count), "days") if count > 0 else ""


def _section(title: str, parts: Iterable[str]) -> str:
    return _lines([f"<section><h2>{escape(title)}</h2>", *parts, "</section>"])


def _columns(*parts: str) -> str:
    """Put what there is side by side."""
    there = [part for part in parts if part]
    return f'<div class="two">{_lines(there)}</div>' if there else ""


def _list(rows: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(row)}</li>' for row in rows)}</ul>"


def _p(text: str, kind: str = "") -> str:
    if not text:
        return ""
    marked = f' class="{kind}"' if kind else ""
    return f"<p{marked}>{escape(text)}</p>"


def _lines(parts: Iterable[str]) -> str:
    return "\n".join(part for part in parts if part)
