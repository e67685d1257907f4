"""The help page, the health report, and the alarm."""

from datetime import date, datetime, tzinfo

from bot.domain.status import Status, Trouble
from bot.health import State
from bot.locales import Words
from bot.locales import format as say
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    context,
    escape,
    header,
    message,
    section,
    simple,
)
from bot.views.settings import open_button

RETRY = "outbox.retry"

TOPICS = ("idea", "plan", "comments", "report", "compare", "lesson", "reactions", "lucka")


def help_page(
    words: Words, status: Status, *, prefix: str, now: datetime, zone: tzinfo, unknown: str = ""
) -> Message:
    """Say in one screen what the bot can do, and how it stands; *unknown* is what was not read."""
    helps = [
        f"*{words(f'lucka-topic-{topic}')}*\n{words(f'lucka-help-{topic}', prefix=prefix)}"
        for topic in TOPICS
    ]
    facts = _facts(words, status, now=now, zone=zone)
    intro = words("lucka-unknown", text=escape(unknown)) if unknown else words("lucka-intro")
    blocks: list[Block] = [header(words("lucka-title")), section(intro)]
    blocks += [section(text) for text in helps]
    blocks += [section("*" + words("lucka-health-title") + "*\n" + "\n".join(facts))]
    retry = [button(words("lucka-retry"), RETRY, "dead")] if status.dead else []
    blocks.append(actions(open_button(words), *retry))
    blocks.append(context(" · ".join(f"{name} {number}" for name, number in status.versions)))
    return message("\n".join([intro, *helps, *facts]), blocks)


def retried(words: Words, count: int) -> Message:
    """Say that what could not be sent is tried again."""
    return simple(words("lucka-retried", count=count))


def alarm(words: Words, state: State) -> Message:
    """Say that something has not worked for a while, or that it works again."""
    if state.kind is None:
        return simple(words("alarm-over", part=_part(words, state.part)))
    said = words(state.kind, detail=escape(state.detail))
    return simple(f"*{words('alarm-title')}* {said}")


def unseen(
    words: Words, state: State, since: datetime, *, seen: bool, now: datetime, zone: tzinfo
) -> Message:
    """Say that the page cannot be read *since* when, or not at all; why, and what to do."""
    moment = _moment(words, since, now, zone)
    title = words("unseen-since" if seen else "unseen-never", moment=moment)
    why = words(state.kind or "", detail=escape(state.detail))
    return simple(f"*{title}*\n{why}")


def seen_again(
    words: Words, since: datetime, count: int, *, now: datetime, zone: tzinfo
) -> Message:
    """Say that the page is read again, and how many comments came since it was not."""
    back, moment = _moment(words, now, now, zone), _moment(words, since, now, zone)
    return simple(
        f"*{words('unseen-over', back=back, moment=moment)}* "
        + words("unseen-meanwhile", count=count)
    )


def _moment(words: Words, instant: datetime, now: datetime, zone: tzinfo) -> str:
    """Write the time of day, with the day unless it is today."""
    local, today = instant.astimezone(zone), now.astimezone(zone).date()
    if local.date() == today:
        return say.clock(local.time(), words)
    return say.day_at(local.date(), local.time(), words, today=today)


def _facts(words: Words, status: Status, *, now: datetime, zone: tzinfo) -> list[str]:
    """Return the health report, a line each, troubles first."""
    lines = [_trouble(words, trouble, now) for trouble in status.troubles]
    if not lines:
        lines.append(words("lucka-all-well"))
    lines.append(_page(words, status, now, zone))
    if status.calls_in_a_day:
        lines.append(_cost(words, status))
    lines.append(_outbox(words, status, now))
    today = now.astimezone(zone).date()
    lines.append(_backup(words, status, zone, today))
    lines.append(words("lucka-next-digest", when=_when(words, status.next_digest, zone, today)))
    return lines


def _trouble(words: Words, trouble: Trouble, now: datetime) -> str:
    said = words(trouble.kind, detail=escape(trouble.detail))
    since = say.ago(now - trouble.since, words)
    return words("lucka-trouble", trouble=said, since=since)


def _page(words: Words, status: Status, now: datetime, zone: tzinfo) -> str:
    if not status.has_page:
        return words("lucka-no-page")
    if status.last_look is None:
        return words("lucka-page-never")
    return words(
        "lucka-page-looked",
        moment=_moment(words, status.last_look, now, zone),
        ago=say.ago(now - status.last_look, words),
        count=status.new_today,
        seconds=status.poll_seconds,
    )


def _cost(words: Words, status: Status) -> str:
    return words(
        "lucka-page-cost",
        calls=status.calls,
        day=status.calls_in_a_day,
        percent=status.percent,
    )


def _outbox(words: Words, status: Status, now: datetime) -> str:
    if not status.pending or status.oldest_pending is None:
        return words("lucka-outbox-empty")
    age = say.ago(now - status.oldest_pending, words)
    return words("lucka-outbox-waiting", count=status.pending, age=age)


def _backup(words: Words, status: Status, zone: tzinfo, today: date) -> str:
    if status.last_backup is None:
        return words("lucka-no-backup")
    return words("lucka-backup", when=_when(words, status.last_backup, zone, today))


def _when(words: Words, instant: datetime, zone: tzinfo, today: date) -> str:
    local = instant.astimezone(zone)
    return say.day_at(local.date(), local.time(), words, today=today)


def _part(words: Words, part: str) -> str:
    """Return what a part of the health board is called."""
    return words(f"part-{part.split(':', 1)[0]}")
