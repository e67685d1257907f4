"""What is said after an act on a post; what is asked before it is in `plan_asks`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.beside import is_within_hour
from bot.domain.ideas import Idea
from bot.domain.plan import Post, Status
from bot.domain.ready import missing
from bot.locales import Words
from bot.locales import format as say
from bot.views import plan_ready, tone
from bot.views.blocks import (
    Block,
    Message,
    button,
    escape,
    link,
    message,
    section,
)
from bot.views.blocks import actions as row
from bot.views.free_days import free_name
from bot.views.going_out import row_button
from bot.views.plan import CHANGE, Frame, owner_words, stage_words, watcher_words
from bot.views.plan_asks import moment

BESIDE = 3  # other posts of the day that are named; the rest are counted

MOVE = "post.move"
PUBLISH = "post.publish"
CANCEL = "post.cancel"
READY = "post.ready"
DRAFT = "post.draft"
RESTORE = "post.restore"


class Act(StrEnum):
    """What has been done to a post."""

    PLANNED = "planned"
    AGAIN = "again"  # the same words, entered twice: nothing was done
    CHANGED = "changed"
    MOVED = "moved"
    PUBLISHED = "published"
    CANCELLED = "cancelled"
    READY = "ready"
    DRAFT = "draft"
    RESTORED = "restored"
    EQUIPPED = "equipped"  # picture and persons
    OVERRIDDEN = "ready-overridden"
    RULED = "ruled"
    WATCHED = "watched"
    ALSO = "also"  # planned on other outlets too
    UNLINKED = "unlinked"
    SECONDED = "seconded"  # a second person has said yes
    PAIRED = "paired"  # it needs two persons
    UNPAIRED = "unpaired"


@dataclass(frozen=True, slots=True)
class Done:
    """An act on a post, with what one may want to know about where it stands now.

    *beside* are the other posts of the same outlet and day, or hour; *idea* is where it comes from;
    *same* has the same text. *along* are the siblings to which the act was done too; for them, by
    id, *crowded* says what goes out within the hour on their outlets, and *doubled* what has the
    same text there. *unready* is a post that should
    be ready but cannot, *decides* who acted and may let that pass. *series* is the name of the
    series it belongs to, *source* the published post that it is made of.
    """

    act: Act
    post: Post
    beside: Sequence[Post] = ()
    idea: Idea | None = None
    same: Post | None = None
    along: Sequence[Post] = ()
    crowded: Mapping[int, Sequence[Post]] = field(default_factory=dict)
    doubled: Mapping[int, Post] = field(default_factory=dict)
    unready: bool = False
    decides: bool = False
    series: str = ""
    source: Post | None = None


def done(words: Words, what: Done, frame: Frame) -> Message:
    """Say what was done, what follows from it, and how to undo it."""
    lines = [
        _said(words, what, frame),
        *_along(words, what, frame),
        *_lacking(words, what),
        *_remarks(words, what, frame),
        *_advice(words, what),
    ]
    text = "\n".join(lines)
    return message(text, [section(text), *_buttons(words, what, frame)])


def undo_button(words: Words, post: Post, along: Sequence[Post] = ()) -> Block:
    """Return the button that undoes the last act on *post* and those *along*, and no later one."""
    value = " ".join(f"{each.id} {each.revision}" for each in (post, *along))
    return button(words("plan-undo"), RESTORE, value)


def _said(words: Words, what: Done, frame: Frame) -> str:
    post, key = what.post, f"plan-done-{what.act}"
    if what.act is Act.CANCELLED and post.idea_id and not frame.siblings.get(post.id):
        key = "plan-done-cancelled-idea"
    if what.act is Act.RESTORED and not post.is_living:
        key = "plan-done-unplanned"
    return words(
        key,
        title=escape(post.title),
        when=moment(words, post.slot, frame),
        outlet=frame.outlet(post.outlet_id),
        who=watcher_words(words, post, frame.names),
        status=stage_words(words, post),
        owner=owner_words(words, post.owner, frame.names),
    )


def _remarks(words: Words, what: Done, frame: Frame) -> list[str]:
    if what.post.link:
        return [link(what.post.link, words("plan-open"))]
    if what.act is Act.CANCELLED and what.series:
        return [words("plan-skips-series", name=escape(what.series))]
    if not what.post.is_open or what.act in (Act.READY, Act.DRAFT, Act.AGAIN):
        return []
    remarks = [_beside(words, what.post, other, frame) for other in what.beside[:BESIDE]]
    if more := len(what.beside[BESIDE:]):
        remarks.append(words("plan-beside-more", count=more))
    if what.same:
        remarks.append(words("plan-same-text", title=escape(what.same.title)))
    if what.act is Act.EQUIPPED:
        remarks += plan_ready.remarks(words, what.post.media)
        remarks += [] if what.unready else plan_ready.waits(words, what.post, decides=what.decides)
    if free := frame.calendar.free_day(what.post.day):
        remarks.append(words("plan-on-free-day", name=free_name(words, free)))
    return [*remarks, *_origins(words, what, frame)]


def _origins(words: Words, what: Done, frame: Frame) -> list[str]:
    """Say where the post comes from."""
    said = []
    if what.idea:
        said.append(words("plan-from-idea", title=escape(what.idea.title)))
    if what.series:
        said.append(words("plan-in-series", name=escape(what.series)))
    if what.source:
        said.append(source_words(words, "reuse-made-of", what.source, frame))
    return said


def source_words(words: Words, key: str, source: Post, frame: Frame) -> str:
    """Say of which published post another is made, with the way to it."""
    day = say.day_long(source.day, words, today=frame.today)
    said = words(key, title=escape(source.title), day=day)
    return f"{said} {link(source.link, words('plan-open'))}" if source.link else said


def _beside(words: Words, post: Post, other: Post, frame: Frame) -> str:
    """Say that *other* goes out on the same day, or even within the hour, on the same outlet."""
    title = escape(other.title)
    if other.day != post.day:
        when = say.day_at(other.day, other.at, words, today=frame.today)
        return words("plan-same-hour-over-midnight", title=title, when=when)
    key = "plan-same-hour" if is_within_hour(post, other, frame.zone) else "plan-beside"
    return words(key, title=title, clock=say.clock(other.at, words))


def _along(words: Words, what: Done, frame: Frame) -> list[str]:
    """Say to which siblings the act was done too, or where they are."""
    if not what.along:
        return []
    places = "; ".join(
        f"{frame.outlet(each.outlet_id)} {moment(words, each.slot, frame)}" for each in what.along
    )
    return [words("plan-along", places=places), *_notes(words, what, frame)]


def _notes(words: Words, what: Done, frame: Frame) -> Iterator[str]:
    """Point out what goes out within the hour of a sibling, the same text, and a free day."""
    for each in what.along:
        outlet = frame.outlet(each.outlet_id)
        for other in what.crowded.get(each.id, ())[:BESIDE]:
            yield words(
                "plan-along-same-hour",
                outlet=outlet,
                title=escape(other.title),
                when=say.day_at(other.day, other.at, words, today=frame.today),
            )
        if same := what.doubled.get(each.id):
            yield words("plan-along-same-text", outlet=outlet, title=escape(same.title))
        free = frame.calendar.free_day(each.day)
        if free and each.is_open and each.day != what.post.day:
            yield words("plan-along-on-free-day", outlet=outlet, name=free_name(words, free))


def _lacking(words: Words, what: Done) -> list[str]:
    """Say why a post that should be ready is a draft."""
    lacking = missing(what.post) if what.unready else ()
    if not lacking:
        return []
    return [
        words("ready-not-yet"),
        *plan_ready.missing_lines(words, lacking),
        *plan_ready.asks(words, what.post),
        *plan_ready.waits(words, what.post, decides=what.decides),
    ]


def _advice(words: Words, what: Done) -> list[str]:
    """Return advice on a text that has just been called ready; it stops nobody."""
    written = what.act in (Act.READY, Act.PLANNED, Act.CHANGED)
    found = tone.lines_of(words, what.post.text) if written else []
    if not found or what.post.status is not Status.READY:
        return []
    return [*(f"• {line}" for line in found), words("tone-only-advice")]


def _buttons(words: Words, what: Done, frame: Frame) -> list[Block]:
    if what.act in (Act.RESTORED, Act.AGAIN):
        return []
    shown = [undo_button(words, what.post, what.along)]
    if what.post.is_open:
        change = button(words("plan-change"), CHANGE, str(what.post.id))
        begun = what.act is Act.EQUIPPED and what.post.media.wordless
        asked = what.unready or begun
        lacks = plan_ready.ways(words, what.post, decides=what.decides) if asked else []
        more = [each for each in lacks if each["action_id"] != CHANGE]
        out = row_button(words, what.post, frame)
        shown = [*out, change, *more, *tone.asks(words, what.post), *shown]
    return [row(*shown)]
