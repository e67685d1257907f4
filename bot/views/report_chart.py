"""The charts of a report: what is drawn, and what it says to those who do not see it."""

from datetime import date, timedelta, tzinfo
from itertools import pairwise

from bot.domain.calendar import Week
from bot.domain.report import SPANS, Comments, Pair, Report, Step
from bot.drawing.bars import Bar, Panel, Sheet
from bot.locales import Words
from bot.locales import format as say
from bot.views.blocks import Message, cut, escape, message, section
from bot.views.policy import promise_words
from bot.views.report import standing
from bot.views.report_words import period_name

ALT_LIMIT = 1000
_HOUR = timedelta(hours=1)


def sheet(words: Words, report: Report, comments: Comments, zone: tzinfo) -> Sheet:
    """Return what is to be drawn."""
    return Sheet(
        title(words, report),
        standing(words, report, zone),
        (_came(words, comments), _spans(words, report, comments), _hours(words, comments)),
    )


def title(words: Words, report: Report) -> str:
    """Say what the charts are of."""
    return words("report-chart-title", period=period_name(words, report.period))


def described(words: Words, report: Report, comments: Comments) -> str:
    """Say in plain text what the charts say."""
    said = words(
        "report-chart-alt",
        period=period_name(words, report.period),
        came=_came_says(words, comments),
        spans=_spans_says(words, report, comments),
        hours=_hours_says(words, comments),
    )
    return cut(said, ALT_LIMIT)


def shown(words: Words, report: Report, comments: Comments, file: str) -> Message:
    """Show the charts that are in Slack as *file*."""
    alt = described(words, report, comments)
    image = {"type": "image", "slack_file": {"id": file}, "alt_text": alt}
    return message(escape(alt), [section(f"*{title(words, report)}*"), image])


def _came(words: Words, comments: Comments) -> Panel:
    course = comments.course
    return Panel(
        title=words("report-chart-came"),
        says=_came_says(words, comments),
        some=words("report-chart-answered"),
        others=words("report-chart-open"),
        below=words(f"report-chart-step-{course.step}"),
        bars=tuple(
            _bar(words, _step_label(words, course.step, day), pair) for day, pair in course.came
        ),
    )


def _came_says(words: Words, comments: Comments) -> str:
    course = comments.course
    count = sum(_total(pair) for _, pair in course.came)
    answered = sum(pair.some for _, pair in course.came)
    most, pair = max(course.came, key=lambda each: _total(each[1]), default=(date.min, Pair(0, 0)))
    return words(
        "report-chart-came-says",
        count=count,
        answered=answered,
        most=_step_named(words, course.step, most),
        peak=_total(pair),
    )


def _spans(words: Words, report: Report, comments: Comments) -> Panel:
    labels = _span_labels(words)
    pairs = zip(labels, comments.course.spans, strict=True)
    return Panel(
        title=words("report-chart-spans"),
        says=_spans_says(words, report, comments),
        some=words("report-chart-kept"),
        others=words("report-chart-slow"),
        below=words("report-chart-spans-below"),
        bars=tuple(_bar(words, label, pair) for label, pair in pairs),
    )


def _spans_says(words: Words, report: Report, comments: Comments) -> str:
    spans = comments.course.spans
    return words(
        "report-chart-spans-says",
        count=sum(map(_total, spans)),
        kept=sum(pair.some for pair in spans),
        promise=promise_words(words, report.policy.promise),
    )


def _span_labels(words: Words) -> list[str]:
    ends = [span // _HOUR for span in SPANS]
    between = pairwise(ends)
    return [
        words("report-chart-span-first", hours=ends[0]),
        *(words("report-chart-span", **{"from": begin, "hours": end}) for begin, end in between),
        words("report-chart-span-last", hours=ends[-1]),
    ]


def _hours(words: Words, comments: Comments) -> Panel:
    return Panel(
        title=words("report-chart-hours"),
        says=_hours_says(words, comments),
        some=words("report-chart-inside"),
        others=words("report-chart-outside"),
        below=words("report-chart-hours-below"),
        bars=tuple(
            _bar(words, f"{hour:02}", pair, is_wide=False)
            for hour, pair in enumerate(comments.course.hours)
        ),
    )


def _hours_says(words: Words, comments: Comments) -> str:
    outside = comments.now.outside
    return words("report-chart-hours-says", count=outside.among, outside=outside.count)


def _bar(words: Words, label: str, pair: Pair, *, is_wide: bool = True) -> Bar:
    """Return a bar with its number; a wide one says how many of how many its full part is."""
    total = _total(pair)
    told = words("report-count", count=total) if total else ""
    if is_wide and pair.others:
        told = words("report-share-few", count=pair.some, among=total)
    return Bar(label, pair.some, pair.others, told)


def _total(pair: Pair) -> int:
    return pair.some + pair.others


def _step_label(words: Words, step: Step, day: date) -> str:
    match step:
        case Step.DAY:
            return words("day-plain", day=day.day, month=words("month-short", number=day.month))
        case Step.WEEK:
            return say.week(day, words)
        case Step.MONTH:
            return words("month-short", number=day.month)


def _step_named(words: Words, step: Step, day: date) -> str:
    month = words("month", number=day.month)
    match step:
        case Step.DAY:
            said = words("day-plain", day=day.day, month=month)
            return words("report-chart-most-day", day=said)
        case Step.WEEK:
            return words("report-chart-most-week", week=Week.of(day).number)
        case Step.MONTH:
            return words("report-chart-most-month", month=month)
