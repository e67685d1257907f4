"""How a report says its figures: one line a measure, for every way in which it is shown."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.domain.calendar import Week
from bot.domain.fill import FillRate
from bot.domain.measures import Measures, Share, Spread, Times
from bot.domain.periods import Kind, Period
from bot.domain.plan_measures import PlanMeasures, Stock
from bot.domain.report import DEFINITIONS, Report
from bot.locales import Words

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Line:
    """One measure in words: its value, that of the period before, what it means.

    *key* names it; *count* and *among* are the numbers behind the value, where there are such.
    *minutes* are those of a time: median and 90th percentile by the clock, then in office time.
    *before* is empty where there is nothing to compare with. *is_quiet* says that a short report
    may leave it out: there is none of it.
    """

    key: str
    label: str
    value: str
    means: str
    before: str = ""
    count: int | None = None
    among: int | None = None
    minutes: tuple[int, ...] = ()
    is_quiet: bool = False


def period_name(words: Words, period: Period) -> str:
    """Name *period*: *november 2026*, *kvartal 4 2026*, *2026*, *v. 40–47 2026*."""
    start, year = period.start, str(period.start.year)
    match period.kind:
        case Kind.MONTH:
            return words("month-with-year", month=_month(words, start), year=year)
        case Kind.QUARTER:
            return words("report-period-quarter", number=_quarter(start), year=year)
        case Kind.YEAR:
            return year
        case Kind.WEEKS:
            return _weeks(words, period)
        case Kind.DAYS:
            return days_of(words, period)


def days_of(words: Words, period: Period) -> str:
    """Write the days of *period*: *1–30 november 2026*, *1 oktober–31 december 2026*, or its day."""
    start, last = period.start, period.last
    if start == last:
        return day_full(words, last)
    if start.year != last.year:
        first = day_full(words, start)
    elif start.month != last.month:
        first = words("day-plain", day=start.day, month=_month(words, start))
    else:
        first = words("number", value=start.day)
    return words("report-period-days", first=first, last=day_full(words, last))


def before_name(words: Words, period: Period) -> str:
    """Name the period before *period*, shortly."""
    before = period.before
    match period.kind:
        case Kind.MONTH:
            return _month(words, before.start)
        case Kind.QUARTER:
            return words("report-before-quarter", number=_quarter(before.start))
        case Kind.YEAR:
            return str(before.start.year)
        case Kind.WEEKS | Kind.DAYS:
            return words("report-before-same")


def definitions(words: Words, period: Period) -> str:
    """Say which version of the definitions is used, for all of *period* also where it is older."""
    version, day = DEFINITIONS
    key = "report-definitions-back" if period.start < day else "report-definitions"
    return words(key, version=version, day=day_full(words, day))


def day_full(words: Words, day: date) -> str:
    """Write a day with its year: a report lasts."""
    month = _month(words, day)
    return words("report-day-full", day=day.day, month=month, year=str(day.year))


def comment_lines(words: Words, report: Report) -> list[Line]:
    """Say the figures of the comments."""
    found = report.comments
    return [] if found is None else list(_comment_lines(words, found.now, found.before))


def plan_lines(words: Words, report: Report) -> list[Line]:
    """Say the figures of the plan."""
    return list(_plan_lines(words, report.plan))


def share(words: Words, said: Share) -> str:
    """Write *40 av 44 (90 %)*; of fewer than ten no percentage."""
    return _written(words, said, said.percent)


def _written(words: Words, said: Share, percent: int | None) -> str:
    if not said.among:
        return words("report-nothing")
    if percent is None:
        return words("report-share-few", count=said.count, among=said.among)
    return words("report-share", count=said.count, among=said.among, percent=percent)


def length(words: Words, span: timedelta) -> str:
    """Write within how long something was done, in hours and whole minutes, rounded up.

    What took no minute at all was done within one.
    """
    hours, minutes = divmod(max(1, _minutes_up(span)), 60)
    if (hours, minutes) == (0, 1):
        return words("report-length-minute")
    if not hours:
        return words("report-length-minutes", minutes=minutes)
    if not minutes:
        return words("report-length-hours", hours=hours)
    return words("report-length", hours=hours, minutes=minutes)


def _comment_lines(words: Words, now: Measures, before: Measures | None) -> Iterator[Line]:
    """Say each figure, with that of the period before where it is known."""

    def counted(key: str, count: int, old: int, *, quiet: bool = True) -> Line:
        line = _line(words, key, _count(words, count), _count(words, old) if before else None)
        return replace(line, count=count, is_quiet=quiet and not count and not old)

    def shared(key: str, found: Share, old: Share) -> Line:
        return _shared(words, key, found, old if before else None)

    def timed(key: str, found: Times, old: Times, *, quiet: bool = True) -> Line:
        line = _line(words, key, _times(words, found), _times_short(words, old) if before else None)
        is_quiet = quiet and not found.count and not old.count
        return replace(line, count=found.count, minutes=_minutes(found), is_quiet=is_quiet)

    old = before or now
    yield counted("received", now.received, old.received, quiet=False)
    yield replace(shared("rate", now.rate, old.rate), is_quiet=False)
    yield shared("within", now.within, old.within)
    yield timed("first", now.first, old.first, quiet=False)
    yield counted("ongoing", now.ongoing, old.ongoing)
    yield shared("strict", now.strict, old.strict)
    yield shared("outside", now.outside, old.outside)
    yield timed("claim", now.claim, old.claim)
    yield counted("promised", now.promises, old.promises)
    final = timed("final", now.final, old.final)
    yield replace(final, is_quiet=final.is_quiet or not now.promises)
    yield timed("judgement", now.judgement, old.judgement)
    yield counted("afterwards", now.seen_afterwards, old.seen_afterwards)
    yield counted("uncounted", now.uncounted, old.uncounted)


def _plan_lines(words: Words, plan: PlanMeasures) -> Iterator[Line]:
    reach, stock = plan.runway, plan.stock
    full = words("report-days-full", days=reach.horizon)
    ahead = full if reach.days is None else words("report-days-ahead", days=reach.days)
    yield replace(_line(words, "runway", ahead), count=reach.days)
    yield _line(words, "fill", " · ".join(_fill(words, rate) for rate in plan.rates))
    yield _line(words, "filled-ready", " · ".join(_ready(words, rate) for rate in plan.rates))
    yield _shared(words, "owned", plan.owned)
    yield replace(_line(words, "stock", _stock(words, stock)), count=stock.ideas)
    yield replace(_line(words, "published", _count(words, plan.published)), count=plan.published)
    yield _shared(words, "ready", plan.ready)
    yield _shared(words, "series", plan.series)
    let_pass = _line(words, "overridden", _count(words, plan.overridden))
    yield replace(let_pass, count=plan.overridden, is_quiet=not plan.overridden)


def _shared(words: Words, key: str, found: Share, old: Share | None = None) -> Line:
    line = _line(words, key, share(words, found), share(words, old) if old else None)
    is_quiet = not found.among and not (old and old.among)
    return replace(line, count=found.count, among=found.among, is_quiet=is_quiet)


def _line(words: Words, key: str, value: str, before: str | None = None) -> Line:
    name, means = words(f"report-name-{key}"), words(f"report-means-{key}")
    return Line(key, name, value, means, before or "")


def _minutes(times: Times) -> tuple[int, ...]:
    if times.clock is None or times.office is None:
        return ()
    spans = (each for s in (times.clock, times.office) for each in (s.median, s.p90))
    return tuple(map(_minutes_up, spans))


def _minutes_up(span: timedelta) -> int:
    """Return within how many minutes something was done."""
    return -(-span // _MINUTE)


def _count(words: Words, count: int) -> str:
    return words("report-count", count=count) if count else words("report-none")


def _fill(words: Words, rate: FillRate) -> str:
    found = Share(rate.filled, rate.wanted)
    return words("report-fill", days=rate.days, share=_written(words, found, rate.percent))


def _ready(words: Words, rate: FillRate) -> str:
    return words("report-fill", days=rate.days, share=share(words, Share(rate.ready, rate.wanted)))


def _stock(words: Words, stock: Stock) -> str:
    if stock.weeks is None:
        return words("report-weeks-none", ideas=stock.ideas)
    if not stock.ideas:
        return words("report-none")
    return words("report-weeks", ideas=stock.ideas, weeks=stock.weeks)


def _times(words: Words, times: Times) -> str:
    """Write the median and the 90th percentile, by the clock and in office time."""
    if times.clock is None or times.office is None:
        return words("report-never")
    (median, ninety), (office, office_ninety) = (
        _spread(words, spread) for spread in (times.clock, times.office)
    )
    return words(
        "report-times",
        median=median,
        ninety=ninety,
        count=times.count,
        office=office,
        officeninety=office_ninety,
    )


def _times_short(words: Words, times: Times) -> str:
    if times.clock is None:
        return words("report-never")
    median = length(words, times.clock.median)
    return words("report-times-short-of", median=median, count=times.count)


def _spread(words: Words, spread: Spread) -> tuple[str, str]:
    return length(words, spread.median), length(words, spread.p90)


def _weeks(words: Words, period: Period) -> str:
    first, last = Week.of(period.start), Week.of(period.last)
    year, numbers = str(first.year), {"first": first.number, "last": last.number}
    if first == last:
        return words("report-period-week", week=first.number, year=year)
    if first.year == last.year:
        return words("report-period-weeks", year=year, **numbers)
    return words("report-period-weeks-years", year=year, lastyear=str(last.year), **numbers)


def _month(words: Words, day: date) -> str:
    return words("month", number=day.month)


def _quarter(day: date) -> int:
    return (day.month + 2) // 3
