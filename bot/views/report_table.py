"""A report as a table (CSV) that Swedish Excel opens right: one row a measure."""

import csv
from datetime import tzinfo
from io import StringIO

from bot.domain.report import Report
from bot.domain.tables import safe
from bot.locales import Words
from bot.views import counts, report_tagging
from bot.views.blocks import Message, link, simple
from bot.views.report import standing
from bot.views.report_words import Line, comment_lines, period_name, plan_lines

HEADS = (
    "period",
    "name",
    "value",
    "count",
    "among",
    "median",
    "ninety",
    "office-median",
    "office-ninety",
    "before",
    "means",
    "standing",
)
TIMES = 4


def table(words: Words, report: Report, zone: tzinfo) -> bytes:
    """Write every measure with a byte order mark and semicolons, which is how Excel knows it."""
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    writer.writerow(words(f"report-head-{head}") for head in HEADS)
    period, standing_ = period_name(words, report.period), standing(words, report, zone)
    tagged = report_tagging.lines(words, report, str)
    posts = counts.total_lines(words, report.received)
    for line in [*comment_lines(words, report), *tagged, *plan_lines(words, report), *posts]:
        writer.writerow(safe(cell) for cell in [period, *_cells(line), standing_])
    return out.getvalue().encode("utf-8-sig")


def name(words: Words, report: Report) -> str:
    """Name the file after its period."""
    return f"lucka-{words('report-table-name')}-{report.period.start}.csv"


def shown(words: Words, report: Report, address: str) -> Message:
    """Give the file at *address*, one of Slack's, to whoever reads this."""
    file = link(address, name(words, report))
    period = period_name(words, report.period)
    return simple(words("report-table-ready", period=period, file=file))


def _cells(line: Line) -> list[str]:
    numbers = ("" if number is None else str(number) for number in (line.count, line.among))
    minutes = [str(number) for number in line.minutes] or [""] * TIMES
    return [line.label, line.value, *numbers, *minutes, line.before, line.means]
