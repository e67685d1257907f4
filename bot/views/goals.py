"""Goals as they are put to the team, in the settings and in the report; and milestones, dry."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bot.domain.goals import LEARNING, MOST, Aim, Goal, Milestone, State, Switches
from bot.domain.report import Report
from bot.locales import Words
from bot.locales import format as say
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    context,
    field,
    header,
    message,
    modal,
    section,
    simple,
    text_input,
    values,
)
from bot.views.forms import Origin
from bot.views.report_words import period_name, share
from bot.views.settings import Topic, kept

SHOW = "goals.show"
TAKE = "goals.take"
CHANGE = "goals.change"
DECLINE = "goals.decline"
SAVE = "goals.save"
SWITCH_GOALS = "goals.switch"
SWITCH_MILESTONES = "goals.milestones"

TARGET = "target"


def topic(words: Words, goals: Sequence[Goal], said: Switches, learning: date | None) -> Topic:
    """Say which goals there are; *learning* is until when the bot only looks."""
    return Topic(words("goals-title"), "\n".join(_now(words, goals, said, learning)), SHOW)


def put(words: Words, goals: Sequence[Goal]) -> Message:
    """Put the goals to the team: to be taken, changed or declined."""
    title, intro = words("goals-put"), words("goals-put-intro")
    rows = [block for goal in goals for block in _rows(words, goal)]
    lines = [_line(words, goal) for goal in goals]
    return message("\n".join([title, intro, *lines]), [header(title), context(intro), *rows])


def page(words: Words, goals: Sequence[Goal], said: Switches, learning: date | None) -> Message:
    """Show the goals with all that can be done, and both switches."""
    title, now = words("goals-title"), _now(words, goals, said, learning)
    rows = [block for goal in goals for block in _rows(words, goal)] if said.goals else []
    switches = actions(
        button(words("goals-off" if said.goals else "goals-on"), SWITCH_GOALS, _to(said.goals)),
        button(
            words("milestones-off" if said.milestones else "milestones-on"),
            SWITCH_MILESTONES,
            _to(said.milestones),
        ),
    )
    shown = [] if rows else [section(now[0])]
    blocks = [header(title), *shown, *rows, section(now[-1]), switches]
    return message("\n".join([title, *now]), blocks)


def form(words: Words, goal: Goal, origin: Origin) -> dict[str, Any]:
    """Return the form for a number of one's own."""
    number = text_input("value", str(goal.target or goal.proposed), limit=3)
    hint = words("goals-target-hint", most=MOST[goal.aim])
    label = words(f"goals-target-{goal.aim}")
    blocks = [field(label, number, block_id=TARGET, hint=hint)]
    labels = (words("goals-title"), words("settings-save"), words("settings-close"))
    return modal(f"{SAVE}.{goal.aim}", *labels, blocks, private_metadata=origin.pack())


def read(state: Mapping[str, Any]) -> int:
    """Read the number of the submitted form; 0 for what is none."""
    said = (values(state).get(TARGET) or "").strip().removesuffix("%").strip()
    return int(said) if said.isascii() and said.isdigit() else 0


def saved(words: Words, goal: Goal) -> Message:
    """Say what the goal is from now on."""
    return kept(words, words("goals-saved", goal=_line(words, goal)))


def report_lines(words: Words, report: Report) -> list[str]:
    """Set each goal that was taken beside its figure; nothing else is said of it."""
    return [
        words(
            "goals-beside",
            aim=words(f"goals-{goal.aim}"),
            figure=_figure(words, goal.aim, report),
            target=_amount(words, goal.aim, goal.target or 0),
        )
        for goal in report.goals
        if goal.state is State.ACCEPTED
    ]


def milestone(words: Words, which: Milestone, report: Report) -> Message:
    """Say a milestone in one sentence that can be passed on."""
    name = period_name(words, report.period)
    count = report.comments.now.rate.count if report.comments else 0
    said = words(f"milestone-{which}", period=say.sentence(name), count=count)
    return simple(said, context(words("milestone-why")))


def _now(words: Words, goals: Sequence[Goal], said: Switches, learning: date | None) -> list[str]:
    milestones = words("milestones-are-on" if said.milestones else "milestones-are-off")
    if not said.goals:
        return [words("goals-are-off"), milestones]
    if goals:
        return [*(_line(words, goal) for goal in goals), milestones]
    if learning is None:
        return [words("goals-learning", days=LEARNING.days), milestones]
    day = say.day_long(learning, words, today=learning - LEARNING)
    return [words("goals-learning-until", day=day), milestones]


def _rows(words: Words, goal: Goal) -> list[Block]:
    """Show one goal with its buttons; each button names its goal when it is read aloud."""
    aim = words(f"goals-{goal.aim}")
    buttons = []
    if goal.state is not State.ACCEPTED or goal.is_higher:
        amount = _amount(words, goal.aim, goal.proposed)
        label = words("goals-take", target=amount)
        value = f"{goal.aim} {goal.proposed}"
        buttons.append(button(label, TAKE, value, says=f"{label}: {aim}"))
    change, no = words("goals-change"), words("goals-no")
    buttons.append(button(change, CHANGE, goal.aim, says=f"{change}: {aim}"))
    if goal.state is not State.DECLINED:
        buttons.append(button(no, DECLINE, goal.aim, says=f"{no}: {aim}"))
    return [section(_line(words, goal)), actions(*buttons)]


def _line(words: Words, goal: Goal) -> str:
    return words(
        f"goals-is-{goal.state}",
        aim=words(f"goals-{goal.aim}"),
        own=_own(words, goal),
        proposed=_amount(words, goal.aim, goal.proposed),
        target=_amount(words, goal.aim, goal.target or 0),
    )


def _amount(words: Words, aim: Aim, number: int) -> str:
    if aim is Aim.RUNWAY:
        return words("report-days-ahead", days=number)
    return words("goals-percent", percent=number)


def _own(words: Words, goal: Goal) -> str:
    """Write the own figure with of how many it is, where it is a share and that is known."""
    own = _amount(words, goal.aim, goal.own)
    return own if goal.among is None else words("goals-share", share=own, among=goal.among)


def _figure(words: Words, aim: Aim, report: Report) -> str:
    """Write the figure as the report does."""
    if aim is Aim.RUNWAY:
        reach = report.plan.runway
        full = words("report-days-full", days=reach.horizon)
        return full if reach.days is None else words("report-days-ahead", days=reach.days)
    if report.comments is None:
        return words("report-nothing")
    now = report.comments.now
    return share(words, now.within if aim is Aim.WITHIN else now.rate)


def _to(is_on: bool) -> str:  # noqa: FBT001
    """Return what a switch is to be: a repeated click changes nothing."""
    return "off" if is_on else "on"
