"""How a post was received, and what the posts of a period came to: calmly, without any ranking."""

from collections.abc import Iterator
from dataclasses import replace

from bot.domain.counts import Metric, Received, Totals
from bot.locales import Words
from bot.views.report_words import Line

FEW_TOLD = (Metric.REACTIONS, Metric.COMMENTS)
"""What is told of a post where there is little room."""


def lines(words: Words, received: Received | None) -> list[str]:
    """Say how a post was received, in one line for each thing that is counted."""
    if received is None:
        return []
    return [words("counts-title"), *(_line(words, metric, received) for metric in Metric)]


def short(words: Words, received: Received) -> list[str]:
    """Say the same of what matters most, as pieces of one line."""
    return [_line(words, metric, received) for metric in FEW_TOLD]


def total_lines(words: Words, totals: Totals | None) -> list[Line]:
    """Say what the posts of a period came to."""
    return list(_totals(words, totals)) if totals and totals.posts else []


def _line(words: Words, metric: Metric, received: Received) -> str:
    count = received.counts.get(metric)
    if count is None:
        return words("counts-gone", metric=words(f"counts-{metric}"))
    said = words("counts-count", metric=words(f"counts-{metric}"), count=count)
    usual = received.usual.get(metric)
    if usual is None:
        return said
    kind = words("counts-of-series" if received.in_series else "counts-of-outlet")
    beside = words(
        f"counts-{usual.standing(count)}",
        kind=kind,
        low=usual.low,
        high=usual.high,
        median=usual.median,
    )
    return f"{said}, {beside}"


def _totals(words: Words, totals: Totals) -> Iterator[Line]:
    for metric in Metric:
        count, known = totals.sums[metric]
        said = (
            words("counts-total", count=count, known=known, posts=totals.posts)
            if known
            else words("counts-total-gone")
        )
        name, means = words(f"report-name-post-{metric}"), words(f"report-means-post-{metric}")
        line = Line(f"post-{metric}", name, said, means)
        yield replace(line, count=count, among=known) if known else line
