"""The plan in words: the next weeks, the gaps, their rows, and what can be done about each row."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.domain.calendar import WorkingCalendar
from bot.domain.errors import Refusal
from bot.domain.gaps import Runway
from bot.domain.outlets import Outlet, Slot
from bot.domain.plan import Post, Status, pick, slot_value
from bot.domain.publishing import Publication
from bot.domain.ready import DECISIONS, missing
from bot.domain.relaying import DEFAULT, Discretion
from bot.domain.weeks import Opening, Row, Want, WeekPlan, pages
from bot.locales import Words
from bot.locales import format as say
from bot.views.blocks import (
    BLOCKS_LIMIT,
    Block,
    Message,
    actions,
    button,
    context,
    escape,
    header,
    link,
    message,
    option,
    section,
    simple,
)
from bot.views.free_days import ask_menu, free_name
from bot.views.going_out import next_act, state_lines
from bot.views.refusals import refusal

NEW = "plan.new"
MORE = "plan.more"
PICTURE = "plan.picture"
FILL = "plan.fill"
OPEN = "post.open"
CHANGE = "post.change"
MENU = "post.menu"

_FRAME = 4  # blocks besides weeks and rows: first line, what was left out, buttons, one to spare


@dataclass(frozen=True, slots=True)
class Frame:
    """What every row needs to be said: outlets, names by id, free days, the time and its zone.

    *siblings* are the same content on other outlets, by the id of the post. *page_outlet* is the
    outlet that is published from Slack, None where that is off; *publications* are the newest of
    the posts that have one, by post. *discretion* says how much of comments is shown.
    """

    outlets: Sequence[Outlet]
    names: Mapping[str, str]
    calendar: WorkingCalendar
    now: datetime
    zone: ZoneInfo
    siblings: Mapping[int, Sequence[Post]] = field(default_factory=dict)
    page_outlet: int | None = None
    publications: Mapping[int, Publication] = field(default_factory=dict)
    discretion: Discretion = DEFAULT

    @property
    def today(self) -> date:
        """The date in the team's zone."""
        return self.now.astimezone(self.zone).date()

    def outlet(self, outlet_id: int) -> str:
        """Return what an outlet is called, escaped."""
        return escape(pick(self.outlets, outlet_id).name)


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands with a gap: what fits it, in a *line*, and the button that puts it there."""

    line: str
    take: Block


def overview(
    words: Words, weeks: Sequence[WeekPlan], runway: Runway, frame: Frame, *, further: date
) -> Message:
    """Show *weeks*; *further* is the day from which the next ones would be shown."""
    first = runway_line(words, runway, today=frame.today)
    buttons = actions(
        button(words("plan-new"), NEW),
        button(words("plan-more"), MORE, further.isoformat()),
        button(words("picture-button"), PICTURE),
    )
    room = BLOCKS_LIMIT - _FRAME
    shown = pages(weeks, room)[0]
    lines, blocks = weeks_shown(words, shown, frame)
    left = _left_out(words, sum(len(w.rows) for w in weeks) - sum(len(w.rows) for w in shown))
    return message(
        "\n".join([first, *lines, *left]),
        [section(first), *blocks, *map(context, left), buttons],
    )


def weeks_shown(
    words: Words,
    weeks: Iterable[WeekPlan],
    frame: Frame,
    fitting: Mapping[Slot, Beside] | None = None,
) -> tuple[list[str], list[Block]]:
    """Lay out *weeks* under their headings, in lines of text and in blocks; with what fits a gap."""
    texts: list[str] = []
    blocks: list[Block] = []
    for week in weeks:
        heading, empty = say.week_with_days(week.week.monday, words), words("plan-week-empty")
        lines = [_line(words, row, frame, fitting or {}) for row in week.rows]
        rows = [
            block
            for row, line in zip(week.rows, lines, strict=True)
            for block in _row(words, row, line, frame, fitting or {})
        ]
        texts += [f"*{heading}*", *(lines or [empty])]
        blocks += [header(heading), *(rows or [context(empty)])]
    return texts, blocks


def gap_list(
    words: Words,
    openings: Sequence[Opening],
    runway: Runway,
    frame: Frame,
    fitting: Mapping[Slot, Beside] | None = None,
) -> Message:
    """List the gaps within the horizon, the nearest first, with what fits those of *fitting*."""
    first, beside = runway_line(words, runway, today=frame.today), fitting or {}
    shown = openings[: BLOCKS_LIMIT - _FRAME - len(beside)]  # each of these takes two blocks
    lines = [opening_line(words, each, frame, with_week=True) for each in shown]
    lines = [_with(line, beside.get(each.slot)) for line, each in zip(lines, shown, strict=True)]
    rows = [
        block
        for each, line in zip(shown, lines, strict=True)
        for block in _row(words, each, line, frame, beside)
    ]
    left = _left_out(words, len(openings) - len(shown))
    return message("\n".join([first, *lines, *left]), [section(first), *rows, *map(context, left)])


def unreadable(
    words: Words, refused: Refusal, *, command: str, examples: tuple[date, date, date], today: date
) -> Message:
    """Say what could not be read, with examples that are right today: a weekday, a date, a week."""
    said = refusal(words, refused, today=today)["text"]
    weekday, day, week = examples
    shown = words(
        "plan-examples",
        command=command,
        weekday=words("weekday", number=weekday.isoweekday()),
        day=say.day_short(day, words, today=today),
        week=say.week(week, words),
    )
    return simple(f"{said}\n{shown}")


def usage(words: Words, *, command: str) -> Message:
    """Say what can be written after the command."""
    return simple(words("plan-usage", command=command))


def runway_line(words: Words, runway: Runway, *, today: date) -> str:
    """Say how far the plan reaches: the first number everywhere."""
    if runway.first_gap is None or runway.days is None:
        return words("plan-runway-full", days=runway.horizon)
    day = say.day_long(runway.first_gap.day, words, today=today)
    return words("plan-runway", day=day, days=runway.days)


def status_words(words: Words, post: Post, frame: Frame) -> str:
    """Say how far *post* has come, and whether it should be out by now."""
    status = stage_words(words, post)
    late = post.is_open and post.slot.starts(frame.zone) <= frame.now
    return words("plan-status-late", status=status) if late else status


def stage_words(words: Words, post: Post) -> str:
    """Say how far *post* has come, and whether it waits for a decision."""
    waits = post.status is Status.DRAFT and DECISIONS & set(missing(post))
    return words(f"plan-status-draft-{min(waits)}" if waits else f"plan-status-{post.status}")


def also_words(words: Words, post: Post, frame: Frame) -> list[str]:
    """Say where else the content of *post* goes out, and who watches it; nothing where nobody."""
    places = [
        f"{frame.outlet(s.outlet_id)} {say.day_short(s.day, words, today=frame.today)}"
        for s in frame.siblings.get(post.id, ())
    ]
    also = [words("post-also-on", places=", ".join(places))] if places else []
    watched = [words("watch-by", who=watcher_words(words, post, frame.names))]
    return [*also, *(watched if post.watcher else [])]


def watcher_words(words: Words, post: Post, names: Mapping[str, str]) -> str:
    """Name who keeps an eye on *post*, escaped."""
    return escape(names.get(post.watcher or "", words("somebody")))


def owner_words(words: Words, owner: str | None, names: Mapping[str, str]) -> str:
    """Name who is responsible, escaped and without a mention, which would ping."""
    if owner is None:
        return words("plan-no-owner")
    return escape(names[owner]) if owner in names else words("somebody")


def post_line(words: Words, post: Post, frame: Frame) -> str:
    """Say one post in a line of mrkdwn; a free day is named."""
    day = say.day_long(post.day, words, today=frame.today)
    if free := frame.calendar.free_day(post.day):
        day = words("plan-free-day", day=day, name=free_name(words, free))
    line = words(
        "plan-row-post",
        day=day,
        clock=say.clock(post.at, words),
        outlet=frame.outlet(post.outlet_id),
        title=escape(post.title),
        status=status_words(words, post, frame),
        owner=owner_words(words, post.owner, frame.names),
    )
    out = [link(post.link, words("plan-open"))] if post.link else []
    line = " · ".join([line, *also_words(words, post, frame), *out])
    return "\n".join([line, *state_lines(words, post, frame)])


def opening_line(words: Words, opening: Opening, frame: Frame, *, with_week: bool = False) -> str:
    """Say one slot without a post in a line of mrkdwn."""
    slot = opening.slot
    as_day = say.day_with_week if with_week else say.day_long
    day = as_day(slot.day, words, today=frame.today)
    if opening.free:
        day = words("plan-free-day", day=day, name=free_name(words, opening.free))
    return words(
        f"plan-row-{opening.want}",
        day=day,
        clock=say.clock(slot.at, words),
        outlet=frame.outlet(slot.outlet_id),
    )


def menu(words: Words, post: Post, frame: Frame) -> Block:
    """Return the menu of what is done most to an open *post*; each value is `act id`.

    A menu has room for five; *open* leads to all the rest. What can go out on the page is made a
    draft again in its form.
    """
    mark = "draft" if post.status is Status.READY else "ready"
    acts = ("open", "change", "move", next_act(post, frame) or mark, "cancel")
    options = [
        option(words(f"plan-act-{act}"), f"{act.replace('-', '_')} {post.id}") for act in acts
    ]
    return {"type": "overflow", "action_id": MENU, "options": options}


def open_button(words: Words, post: Post) -> Block:
    """Return the button that shows the whole of *post*."""
    says = words("plan-act-open-says", title=post.title)
    return button(words("plan-act-open"), OPEN, str(post.id), says=says)


def fill_button(words: Words, slot: Slot, says: str) -> Block:
    """Return the button that opens the form for *slot*; its line *says* which."""
    return button(words("plan-fill"), FILL, slot_value(slot), says=says.replace("*", ""))


def _line(words: Words, row: Row, frame: Frame, fitting: Mapping[Slot, Beside]) -> str:
    if isinstance(row, Post):
        return post_line(words, row, frame)
    return _with(opening_line(words, row, frame), fitting.get(row.slot))


def _with(line: str, beside: Beside | None) -> str:
    return f"{line}\n{beside.line}" if beside else line


def _row(
    words: Words, row: Row, line: str, frame: Frame, fitting: Mapping[Slot, Beside]
) -> list[Block]:
    """Put beside a line what can be done about it; under it, where something fits a gap."""
    if isinstance(row, Post):
        beside = menu(words, row, frame) if row.is_open else open_button(words, row)
        return [section(line, accessory=beside)]
    if row.want is Want.LEFT_EMPTY:
        return [section(line)]
    if row.want is Want.ASKS:
        return [section(line, accessory=ask_menu(words, row.slot))]
    fill = fill_button(words, row.slot, line.partition("\n")[0])
    fits = fitting.get(row.slot)
    return [section(line), actions(fits.take, fill)] if fits else [section(line, accessory=fill)]


def _left_out(words: Words, count: int) -> list[str]:
    return [words("plan-left-out", count=count)] if count > 0 else []
