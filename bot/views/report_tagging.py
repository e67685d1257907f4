"""The fear beside the figure: what the comments were and what they cost, as far as people said."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import tzinfo

from bot.domain.measures import Share
from bot.domain.report import Report
from bot.domain.tagging import Fear, Spent, Tag, Tagging
from bot.locales import Words
from bot.views.blocks import cut, escape
from bot.views.report_words import Line, day_full, share

RULES_SHOWN = 5
RULE_LIMIT = 60


def lines(words: Words, report: Report, said: Callable[[str], str] = escape) -> list[Line]:
    """Say how the comments of a period were tagged; nothing where none came.

    *said* is how the words of a rule, which people wrote, are brought in.
    """
    found = report.tagging
    if found is None or not found.tagged.among:
        return []
    return list(_lines(words, found, said))


def lead(words: Words, report: Report, zone: tzinfo) -> list[str]:
    """Say what was feared beside what came (mrkdwn), and how it was some months before."""
    found = report.tagging
    if found is None or not found.tagged.among:
        return []
    beside = _beside(words, found, found.fear, zone) if found.fear else []
    return [*beside, *_then(words, found)]


def spent_words(words: Words, spent: Spent) -> str:
    """Write a range in whole hours: nothing more exact than the taps."""
    low, high = spent.hours
    if not high:
        return words("report-none")
    key = "report-spent" if low else "report-spent-most"
    said = words(key, low=low, high=high)
    return words("report-spent-open", spent=said) if spent.is_open else said


def _lines(words: Words, found: Tagging, said: Callable[[str], str]) -> Iterator[Line]:
    yield _shared(words, "tagged", found.tagged)
    for tag in Tag:
        yield _shared(words, f"tag-{tag}", found.tags[tag])
    flagged = str(found.flagged) if found.flagged else words("report-none")
    yield replace(_line(words, "flagged", flagged), count=found.flagged)
    yield _shared(words, "hidden", found.hidden)
    yield _shared(words, "removed", found.removed)
    if found.rules:
        yield _line(words, "rules", _rules(words, found, said))
    yield _time(words, found)


def _time(words: Words, found: Tagging) -> Line:
    timed = share(words, found.timed)
    said = words("report-spent-of", spent=spent_words(words, found.spent), timed=timed)
    line = _line(words, "spent", said if found.timed.count else words("report-spent-unknown"))
    return replace(line, count=found.timed.count, among=found.timed.among)


def _shared(words: Words, key: str, found: Share) -> Line:
    line = _line(words, key, share(words, found))
    return replace(line, count=found.count, among=found.among, is_quiet=not found.among)


def _line(words: Words, key: str, value: str) -> Line:
    return Line(key, words(f"report-name-{key}"), value, words(f"report-means-{key}"))


def _rules(words: Words, found: Tagging, said: Callable[[str], str]) -> str:
    """Name the rules in the words they had, the most frequent first."""
    shown = [
        words("report-rule", rule=said(cut(rule, RULE_LIMIT)), count=count)
        for rule, count in found.rules[:RULES_SHOWN]
    ]
    more = sum(count for _, count in found.rules[RULES_SHOWN:])
    return " · ".join([*shown, *([words("report-rules-more", count=more)] if more else [])])


def _beside(words: Words, found: Tagging, fear: Fear, zone: tzinfo) -> list[str]:
    """Set each fear beside what came, in one line."""
    came = (
        ("criticism", fear.criticism, _critical(words, found)),
        ("time", fear.time, _spent(words, found)),
    )
    day = day_full(words, fear.written_at.astimezone(zone).date())
    said = [
        words(f"report-fear-{name}", fear=escape(text), day=day, came=figure)
        for name, text, figure in came
        if text
    ]
    if fear.changed_at:
        changed = day_full(words, fear.changed_at.astimezone(zone).date())
        said.append(words("report-fear-changed", day=changed))
    return said


def _critical(words: Words, found: Tagging) -> str:
    """Write the share of criticism, and that it is one of what was tagged."""
    critical = found.tags[Tag.CRITICAL]
    said = share(words, critical)
    return words("report-fear-among", share=said) if critical.among else said


def _spent(words: Words, found: Tagging) -> str:
    if not found.timed.count:
        return words("report-spent-unknown")
    return spent_words(words, found.spent)


def _then(words: Words, found: Tagging) -> list[str]:
    """Say in one line how the share of criticism stands beside that of some months before."""
    said = [
        words(f"report-then-{then.course}", months=then.months, share=share(words, then.critical))
        for then in found.then
    ]
    return [words("report-then", said="; ".join(said))] if said else []
