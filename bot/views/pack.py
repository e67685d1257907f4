"""The meeting's pack with buttons that decide, and the record of what changed since."""

from collections.abc import Sequence

from bot.domain.outlets import Slot
from bot.domain.pack import (
    ASKS_IN_FULL,
    CHANGED_IN_FULL,
    GAPS_IN_FULL,
    STUCK_IN_FULL,
    THEMES_IN_FULL,
    WENT_IN_FULL,
    Changed,
    Pack,
    Record,
    Stuck,
    Went,
)
from bot.domain.plan import Post, Status
from bot.locales import Words
from bot.locales import format as say
from bot.views import blocking, counts, first_steps, gaps, holidays, lessons, reserves
from bot.views.blocks import (
    Block,
    Message,
    actions,
    context,
    cut,
    escape,
    header,
    link,
    message,
    option,
    plain,
    section,
    select,
)
from bot.views.idea_routing import Inbox, in_pack
from bot.views.plan import Frame, menu, owner_words, runway_line

TITLE_LIMIT = 80
LESSON_LIMIT = 160

# What the record calls by a word of its own; everything else is a change.
_NAMED = ("planned", "moved", "cancelled", "ready", "published")


def render(words: Words, pack: Pack, frame: Frame, *, prefix: str = "") -> Message:
    """Return what the meeting has to look at, what wants a decision first."""
    when = say.day_at(pack.meeting, pack.at, words, today=frame.today)
    blocks: list[Block] = [
        header(words("pack-title", when=when)),
        section(runway_line(words, pack.runway, today=frame.today)),
        *_slots(words, "gaps", pack.gaps, GAPS_IN_FULL, frame, prefix),
        *_slots(words, "asks", pack.asks, ASKS_IN_FULL, frame, prefix),
        *holidays.offer(words, pack.holidays, today=frame.today),
        *_stuck(words, pack.stuck, frame),
        *_ideas(words, pack, frame, prefix),
        reserves.row(words, pack.stock),
        *_went(words, pack.went, frame),
        *blocking.pack_line(words, pack.blocks_end, today=frame.today),
        *_themes(words, pack, frame),
        *first_steps.reminder(words, pack.undecided),
    ]
    if not (pack.gaps or pack.asks or pack.stuck):
        blocks.insert(2, section(words("pack-nothing")))
    return message(gaps.spoken(blocks), blocks)


def record(words: Words, made: Record, frame: Frame) -> Message:
    """Return what changed in the plan since the pack."""
    day = say.day_with_week(made.meeting, words, today=frame.today)
    lines = [_changed(words, each, frame) for each in made.changed[:CHANGED_IN_FULL]]
    more = len(made.changed) - CHANGED_IN_FULL
    if more > 0:
        lines.append(words("record-more", count=more))
    lines += _counts(words, made)
    blocks: list[Block] = [
        header(words("record-title", day=day)),
        section(_reach(words, made, frame)),
        *([section("\n".join(f"• {line}" for line in lines))] if lines else []),
    ]
    if not lines:
        blocks.append(context(words("record-nothing")))
    return message(gaps.spoken(blocks), blocks)


def _slots(
    words: Words, kind: str, slots: Sequence[Slot], most: int, frame: Frame, prefix: str
) -> list[Block]:
    """Return the first of *slots*, gaps or those that ask (*kind*), under their title."""
    if not slots:
        return []
    rows = gaps.rows_to_fill(words, slots[:most], frame)
    title = section(words(f"pack-{kind}", count=len(slots)))
    more = len(slots) - most
    left = [context(words("pack-gaps-more", count=more, prefix=prefix))] if more > 0 else []
    return [title, *rows, *left]


def _stuck(words: Words, found: Sequence[Stuck], frame: Frame) -> list[Block]:
    if not found:
        return []
    rows = [_stuck_row(words, each, frame) for each in found[:STUCK_IN_FULL]]
    more = len(found) - STUCK_IN_FULL
    left = [context(words("pack-more", count=more))] if more > 0 else []
    return [section(words("pack-stuck")), *rows, *left]


def _stuck_row(words: Words, each: Stuck, frame: Frame) -> Block:
    lacks = " · ".join(words(f"pack-lacks-{lack}") for lack in each.lacks)
    line = words("pack-stuck-row", post=_named(words, each.post, frame), lacks=lacks)
    return section(line, accessory=menu(words, each.post, frame))


def _ideas(words: Words, pack: Pack, frame: Frame, prefix: str) -> list[Block]:
    box = Inbox(pack.waiting, pack.waiting_count, frame.names, frame.outlets)
    return in_pack(words, box, now=frame.now, today=frame.today, prefix=prefix)


def _themes(words: Words, pack: Pack, frame: Frame) -> list[Block]:
    if not pack.themes:
        return []
    lines = [words("pack-themes")]
    for day, label in pack.themes[:THEMES_IN_FULL]:
        when = say.day_long(day, words, today=frame.today)
        lines.append(f"• {when}: {escape(cut(label, TITLE_LIMIT))}")
    more = len(pack.themes) - THEMES_IN_FULL
    return [section("\n".join([*lines, *([words("pack-more", count=more)] if more > 0 else [])]))]


def _went(words: Words, found: Sequence[Went], frame: Frame) -> list[Block]:
    """Return how posts were received, in the order of the plan: a list, no ranking; and ask why."""
    if not found:
        return []
    shown = found[:WENT_IN_FULL]
    lines = [f"• {_went_line(words, each, frame)}" for each in shown]
    options = [option(each.post.title, f"post {each.post.id}") for each in shown]
    why = {**select(lessons.OPEN, options), "placeholder": plain(words("pack-why"))}
    return [section("\n".join([words("pack-went"), *lines])), actions(why)]


def _went_line(words: Words, each: Went, frame: Frame) -> str:
    title = escape(cut(each.post.title, TITLE_LIMIT))
    pieces = (
        counts.short(words, each.received)
        if each.received
        else [words("pack-comments", count=each.comments)]
    )
    if each.praise:
        pieces.append(words("pack-praise", count=each.praise))
    name = link(each.post.link or "", title)
    outlet = frame.outlet(each.post.outlet_id)
    line = words("pack-went-row", title=name, outlet=outlet, how=" · ".join(pieces))
    if not each.lesson:
        return line
    return f"{line}\n{words('pack-lesson', text=escape(cut(each.lesson, LESSON_LIMIT)))}"


def _named(words: Words, post: Post, frame: Frame) -> str:
    return words(
        "pack-post",
        title=escape(cut(post.title, TITLE_LIMIT)),
        day=say.day_with_week(post.day, words, today=frame.today),
        outlet=frame.outlet(post.outlet_id),
    )


def _changed(words: Words, each: Changed, frame: Frame) -> str:
    acts = dict.fromkeys(act if act in _NAMED else "changed" for act in each.acts)
    if each.post.status is Status.CANCELLED:
        acts = {"cancelled": None}
    done = ", ".join(words(f"record-{act}") for act in acts)
    who = ", ".join(owner_words(words, user, frame.names) for user in each.who)
    return words("record-row", post=_named(words, each.post, frame), done=done, who=who)


def _counts(words: Words, made: Record) -> list[str]:
    counted = (("record-ideas", made.ideas), ("record-left-empty", made.left_empty))
    return [words(key, count=count) for key, count in counted if count]


def _reach(words: Words, made: Record, frame: Frame) -> str:
    """Say how far the plan reaches now, and how far it did before the meeting."""
    now = runway_line(words, made.runway, today=frame.today)
    after = made.runway.first_gap.day if made.runway.first_gap else None
    if made.gap_before is None or made.gap_before == after:
        return now
    day = say.day_long(made.gap_before, words, today=frame.today)
    return words("record-reach", now=now, day=day)
