"""The promise and the watch in the settings, and the sentence about them for the page itself."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from bot.domain.calendar import WorkingCalendar
from bot.domain.policy import (
    USUAL_WAITS,
    Policy,
    Preset,
    Promise,
    PromiseKind,
    read_count,
    read_minutes,
    read_waits,
)
from bot.domain.workhours import read_hours
from bot.locales import LANGUAGES, Words
from bot.views.blocks import (
    Message,
    button,
    context,
    field,
    header,
    message,
    modal,
    option,
    quote,
    section,
    select,
    text_input,
    values,
)
from bot.views.forms import Origin
from bot.views.settings import Topic, kept
from bot.views.workdays import hours_words, week_words

SHOW = "policy.show"
CHANGE = "policy.change"
SAVE = "policy.save"

KIND, COUNT, PRESET, HOURS, EVERY = "kind", "count", "preset", "hours", "every"
WAITS = "waits"
_HOURS_LIMIT = 60
_WAITS_LIMIT = 20
_MINUTE = timedelta(minutes=1)


def topic(words: Words, policy: Policy, calendar: WorkingCalendar) -> Topic:
    """Say what is promised and what is watched."""
    return Topic(words("policy-title"), "\n".join(_lines(words, policy, calendar)), SHOW)


def page(words: Words, policy: Policy, calendar: WorkingCalendar) -> Message:
    """Show what is set, and what to write about it on the page, in both languages."""
    title, said = words("policy-title"), "\n".join(_lines(words, policy, calendar))
    copied = [about(Words(language), policy, calendar) for language in LANGUAGES]
    blocks = [
        header(title),
        context(words("policy-intro")),
        section(said, accessory=button(words("settings-change"), CHANGE)),
        section(words("policy-about")),
        *(section(quote(text)) for text in copied),
    ]
    return message("\n".join([title, said, words("policy-about"), *copied]), blocks)


def about(words: Words, policy: Policy, calendar: WorkingCalendar) -> str:
    """Write for the page's About box what is measured: the promise and the watch."""
    hours = week_words(words, calendar.week)
    answers = words("policy-about-answers", hours=hours, promise=_promise(words, policy))
    return f"{answers} {words(f'policy-about-{policy.preset}', **_watch(policy, words))}"


def form(words: Words, policy: Policy, origin: Origin) -> dict[str, Any]:
    """Return the form for the promise and the watch."""
    kinds = [option(words(f"policy-kind-{kind.name.lower()}"), kind) for kind in PromiseKind]
    presets = [option(words(f"policy-preset-{preset}"), preset) for preset in Preset]
    promise = policy.promise
    count = "" if promise.kind is PromiseKind.WEEKDAY else str(promise.count)
    hours = text_input("value", hours_words(words, policy.own_hours), limit=_HOURS_LIMIT)
    every = text_input("value", str(policy.own_minutes or ""), limit=3)
    blocks = [
        field(words("policy-kind"), select("value", kinds, promise.kind), block_id=KIND),
        field(
            words("policy-count"),
            text_input("value", count, limit=2),
            block_id=COUNT,
            hint=words("policy-count-hint"),
            optional=True,
        ),
        field(words("policy-preset"), select("value", presets, policy.preset), block_id=PRESET),
        field(
            words("policy-hours"),
            hours,
            block_id=HOURS,
            hint=words("policy-hours-hint"),
            optional=True,
        ),
        field(
            words("policy-every"),
            every,
            block_id=EVERY,
            hint=words("policy-every-hint"),
            optional=True,
        ),
        field(
            words("policy-waits"),
            text_input("value", _minutes(policy.own_waits), limit=_WAITS_LIMIT),
            block_id=WAITS,
            hint=words("policy-waits-hint", usual=_minutes(USUAL_WAITS)),
            optional=True,
        ),
    ]
    labels = (words("policy-title"), words("settings-save"), words("settings-close"))
    return modal(SAVE, *labels, blocks, private_metadata=origin.pack())


def read(state: Mapping[str, Any]) -> Policy:
    """Read the submitted policy; a menu without a choice of ours leaves the default."""
    said = values(state)
    kind = next((each for each in PromiseKind if each == said.get(KIND)), PromiseKind.WEEKDAY)
    preset = next((each for each in Preset if each == said.get(PRESET)), Preset.WATCH)
    return Policy(
        read_count(kind, said.get(COUNT) or ""),
        preset,
        read_hours(said.get(HOURS) or "", HOURS),
        read_minutes(said.get(EVERY) or ""),
        read_waits(said.get(WAITS) or ""),
    )


def saved(words: Words, policy: Policy, calendar: WorkingCalendar) -> Message:
    """Say how it is from now on, and what to write on the page."""
    about_it = [words("policy-about"), quote(about(words, policy, calendar))]
    return kept(
        words, "\n".join([words("policy-saved"), *_lines(words, policy, calendar), *about_it])
    )


def promise_words(words: Words, promise: Promise) -> str:
    """Say how soon an answer is promised: *inom 2 arbetsdagar*."""
    return words(f"policy-promise-{promise.kind.name.lower()}", count=promise.count)


def _promise(words: Words, policy: Policy) -> str:
    return promise_words(words, policy.promise)


def _lines(words: Words, policy: Policy, calendar: WorkingCalendar) -> list[str]:
    hours = week_words(words, calendar.week)
    answers = words("policy-answers", promise=_promise(words, policy), hours=hours)
    watches = words(f"policy-watches-{policy.preset}", **_watch(policy, words))
    return [answers, watches, words("policy-urgent", waits=_minutes(policy.waits))]


def _minutes(waits: Iterable[int]) -> str:
    return ", ".join(map(str, waits))


def _watch(policy: Policy, words: Words) -> dict[str, str | float]:
    """Return when and how often is watched, as the catalogues want it."""
    return {"hours": hours_words(words, policy.hours), "minutes": policy.every // _MINUTE}
