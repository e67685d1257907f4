"""The report in one screen: the first figures, what they mean, and the ways to all the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import tzinfo
from typing import Any

from bot.domain.periods import Period
from bot.domain.report import Comments, Report
from bot.locales import Words
from bot.locales import format as say
from bot.views import counts, goals, report_tagging
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    context,
    escape,
    header,
    message,
    plain,
    section,
    simple,
)
from bot.views.policy import promise_words
from bot.views.report_words import (
    Line,
    before_name,
    comment_lines,
    day_full,
    days_of,
    definitions,
    period_name,
    plan_lines,
)

SHOW = "report.show"
BEHIND = "report.behind"
TABLE = "report.table"
CHART = "report.chart"
BRIEF = "brief.open"
SEND = "report.send"
SKIP = "report.skip"
ALL = "report.all"
FORM = "report.figures"

FIRST = frozenset({"received", "rate", "within", "first", "runway", "fill", "published"})
"""The figures that the message shows; the others are one click away, in a form, and in the CSV."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A month's report before somebody decides: *is_late* where it came after its day."""

    report: Report
    is_late: bool


def render(words: Words, report: Report, zone: tzinfo, *, lead: Sequence[str] = ()) -> Message:
    """Show *report*; *lead* are lines (mrkdwn, escaped) that come before it."""
    name = period_name(words, report.period)
    title = words("report-title" if report.is_over(zone) else "report-title-so-far", period=name)
    promise, comments = _comments(words, report)
    comments, plan = _firsts(comments), _firsts(_plan(words, report))
    beside, tagged = _tagged(words, report, zone)
    posts = counts.total_lines(words, report.received)
    aims = goals.report_lines(words, report)
    told = [
        *lead,
        title,
        promise,
        *(_line(words, each, report.period) for each in [*comments, *tagged, *plan, *posts]),
        *aims,
    ]
    blocks = [
        *map(section, lead),
        header(title),
        context(standing(words, report, zone)),
        *_part(words, "report-comments", promise, comments, report.period),
        *([context(words("report-badge"))] if comments else []),
        *_in_short(words, "report-tagging", beside, tagged, report.period),
        *_part(words, "report-plan", "", plan, report.period),
        *_in_short(words, "report-posts", "", posts, report.period),
        *([section("\n".join([f"*{words('report-goals')}*", *aims]))] if aims else []),
        actions(*_ways(words, report)),
    ]
    return message("\n".join(filter(None, told)), blocks)


def figures(words: Words, report: Report, zone: tzinfo) -> dict[str, Any]:
    """Return the form with every figure, each with what it means; it has nothing to submit."""
    promise, comments = _comments(words, report)
    beside, tagged = _tagged(words, report, zone)
    posts = counts.total_lines(words, report.received)
    return {
        "type": "modal",
        "callback_id": FORM,
        "title": plain(words("report-all")),
        "close": plain(words("report-close")),
        "blocks": [
            context(period_name(words, report.period), standing(words, report, zone)),
            *_part(words, "report-comments", promise, comments, report.period),
            *([context(words("report-badge"))] if comments else []),
            *(_part(words, "report-tagging", beside, tagged, report.period) if tagged else []),
            *_part(words, "report-plan", "", _plan(words, report), report.period),
            context(words("report-plan-now")),
            *(_part(words, "report-posts", "", posts, report.period) if posts else []),
        ],
    }


def draft(words: Words, found: Draft, zone: tzinfo) -> Message:
    """Show a month's report to who decides whether the channel gets it."""
    report = found.report
    lead = [words("report-draft", period=period_name(words, report.period)), *_late(words, found)]
    shown = render(words, report, zone, lead=[" ".join(lead)])
    return message(shown["text"], [*shown["blocks"], _decision(words, report.period)])


def draft_in_channel(words: Words, found: Draft) -> Message:
    """Say in the channel that a month's report waits, where there is no lead to be asked."""
    period = found.report.period
    name = say.sentence(period_name(words, period))
    said = " ".join([words("report-draft-channel", period=name), *_late(words, found)])
    read = button(words("report-read"), SHOW, period.code)
    return simple(said, actions(read, *_decision(words, period)["elements"]))


def sent(words: Words, report: Report, zone: tzinfo, *, who: str) -> Message:
    """Show the report in the channel, as *who* (a name) sent it on."""
    name = period_name(words, report.period)
    head = words("report-sent-head", who=escape(who), period=name)
    return render(words, report, zone, lead=[head])


def decided(words: Words, period: Period, *, who: str, is_sent: bool, prefix: str) -> Message:
    """Say in the draft's place what *who* (a name) decided, with the way to the figures."""
    name, who = period_name(words, period), escape(who)
    said = (
        words("report-sent-by", who=who, period=name)
        if is_sent
        else words("report-skipped-by", who=who, period=name, prefix=prefix)
    )
    ways = [button(words("report-read"), SHOW, period.code)]
    if not is_sent:
        ways.append(button(words("report-send-after-all"), SEND, period.code))
    return simple(said, actions(*ways))


def asked(words: Words, *, table: bool) -> Message:
    """Say that a file is being made, and where it will come."""
    return simple(words("report-table-asked" if table else "report-asked"))


def instead(words: Words, kind: str, report: Message) -> Message:
    """Show *report* in words, and say why there is no file."""
    said = words(f"report-{kind}")
    return message(f"{said}\n{report['text']}", [section(said), *report["blocks"]])


def standing(words: Words, report: Report, zone: tzinfo) -> str:
    """Say of which days the figures are, as of when, and by which definitions."""
    local = report.at.astimezone(zone)
    moment = words(
        "plan-moment", day=day_full(words, local.date()), clock=say.clock(local.time(), words)
    )
    return words(
        "report-standing",
        days=days_of(words, report.period),
        moment=moment,
        definitions=definitions(words, report.period),
    )


def _comments(words: Words, report: Report) -> tuple[str, list[Line]]:
    """Return what is to be said of the comments as a whole, and their figures."""
    found = report.comments
    if found is None:
        return words("report-comments-short"), []
    if found.seen_from and found.seen_from >= report.period.end:
        return words("report-not-seen", day=day_full(words, found.seen_from)), []
    return "\n".join(_whole(words, report, found)), [
        line for line in comment_lines(words, report) if found.now.received and not line.is_quiet
    ]


def _plan(words: Words, report: Report) -> list[Line]:
    return [line for line in plan_lines(words, report) if not line.is_quiet]


def _tagged(words: Words, report: Report, zone: tzinfo) -> tuple[str, list[Line]]:
    """Return what stands beside the fear as a whole, and the figures of what was tagged."""
    lines = [line for line in report_tagging.lines(words, report) if not line.is_quiet]
    return "\n".join(report_tagging.lead(words, report, zone)), lines


def _firsts(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if line.key in FIRST]


def _whole(words: Words, report: Report, found: Comments) -> list[str]:
    late = found.now.rate.among - found.now.rate.count
    said = [words("report-promise", promise=promise_words(words, report.policy.promise))]
    if found.seen_from:
        said.append(words("report-seen-from", day=day_full(words, found.seen_from)))
    elif found.before is None:
        said.append(words("report-before-unknown"))
    if not found.now.received:
        said.append(words("report-comments-none"))
    return [*said, *([words("report-late", count=late)] if late else [])]


def _part(
    words: Words, title: str, lead: str, lines: Sequence[Line], period: Period
) -> list[Block]:
    """Show some figures, each with what it means below it, in as few sections as hold them."""
    head = "\n".join(filter(None, [f"*{words(title)}*", lead]))
    rows = [f"{_line(words, line, period)}\n_{line.means}_" for line in lines]
    return [
        section(head),
        *(section("\n".join(rows[at : at + 4])) for at in range(0, len(rows), 4)),
    ]


def _in_short(
    words: Words, title: str, lead: str, lines: Sequence[Line], period: Period
) -> list[Block]:
    """Show some figures in a row, without what they mean; nothing where there are none."""
    row = " · ".join(_line(words, line, period) for line in lines)
    said = filter(None, [f"*{words(title)}*", lead, row])
    return [section("\n".join(said))] if lines else []


def _line(words: Words, line: Line, period: Period) -> str:
    if not line.before:
        return words("report-line", label=line.label, value=line.value)
    name = before_name(words, period)
    return words(
        "report-line-before", label=line.label, value=line.value, period=name, before=line.before
    )


def _ways(words: Words, report: Report) -> list[Block]:
    code = report.period.code
    has_comments = report.comments is not None and report.comments.now.received > 0
    ways = [("report-behind", BEHIND, code), ("report-chart", CHART, code)] if has_comments else []
    ways += [("report-all", ALL, code), ("report-table", TABLE, code), ("brief-open", BRIEF, code)]
    ways += [("report-earlier", SHOW, report.period.before.code)]
    return [button(words(label), action_id, value) for label, action_id, value in ways]


def _late(words: Words, found: Draft) -> list[str]:
    return [words("report-draft-late")] if found.is_late else []


def _decision(words: Words, period: Period) -> Block:
    return actions(
        button(words("report-send"), SEND, period.code, primary=True),
        button(words("report-skip"), SKIP, period.code),
    )
