"""`/lesson`: keep what was learned, and tell it again when something alike is planned."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.lessons import Lesson, read_text
from bot.domain.plan import Post
from bot.domain.team import check_works
from bot.jobs import refresh
from bot.jobs.frames import frame
from bot.store import comments, ledger, lessons, posts, team
from bot.views import lessons as view
from bot.views.blocks import Message
from bot.views.forms import Origin
from bot.views.plan_acts import Act
from handlers.answering import actor, deciding, place, submitting, tell, whisper, whispering
from handlers.forms import check_shown, open_form, origin_of
from handlers.picked import Stale, number, picked
from handlers.slack_text import text_of

LIST = frozenset({"", "list", "lista", "visa", "show", "help", "hjälp", "?"})
"""What is written after `/lesson` to see them."""


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*."""
    app.action(view.OPEN)(partial(click, deps))
    app.action(view.MENU)(partial(choose, deps))
    app.action(view.DROP)(partial(turn, deps, is_dropped=True))
    app.action(view.REVIVE)(partial(turn, deps, is_dropped=False))
    app.action(view.PAGE)(partial(page, deps))
    app.view(view.SAVE)(partial(save, deps))


def answer(deps: Deps, command: Mapping[str, Any]) -> None:
    """Answer `/lesson`: keep what is written, or list what was learned."""
    text = text_of(command)
    if text.casefold() in LIST:
        _show(deps, command, 0)
        return
    said, who = read_text(text), actor(command) or ""
    with deciding(deps, command) as db:
        check_works(team.load(db), who)
        lesson = lessons.add(db, said, who=who, now=deps.now())
        _note(deps, db, command, "kept", lesson)
        tell(deps, db, command, view.kept(deps.words, lesson))


def beside(deps: Deps, db: Database, act: Act, post: Post, shown: Message) -> Message:
    """Return *shown*, which says that a *post* was planned, with a lesson that is of use."""
    lesson = lessons.alike(db, post) if act is Act.PLANNED else None
    return view.with_lesson(deps.words, shown, lesson) if lesson else shown


def click(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form for what was learned from a post or a comment."""
    with whispering(deps, ack, body):
        kind, _, about = picked(body).partition(" ")
        is_post = kind == "post"
        if not about or kind not in {"post", "comment"}:
            raise Stale
        with deps.reading() as db:
            check_works(team.load(db), actor(body) or "")
            post = posts.get(db, number(about)) if is_post else None
        where = place(body)
        origin = Origin(where, post.id, 0) if post else Origin(where, comment=about)
        open_form(deps, body, view.form(deps.words, None, origin, about=post))


def choose(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Do what the menu beside a lesson says: change it, or take it away."""
    act, _, lesson_id = picked(body).partition(" ")
    if act == view.PUT_AWAY:
        _turn(deps, ack, body, lesson_id, is_dropped=True)
        return
    with whispering(deps, ack, body):
        with deps.reading() as db:
            check_works(team.load(db), actor(body) or "")
            lesson = lessons.get(db, number(lesson_id))
        open_form(deps, body, view.form(deps.words, lesson, Origin(place(body), lesson.id)))


def save(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Keep the lesson that the form says, or let one be another."""
    with submitting(deps, ack, body, view.TEXT):
        check_shown(body, view.TEXT)
        said, origin, who = (
            read_text(view.read(body["view"]["state"])),
            origin_of(body),
            actor(body),
        )
        with deciding(deps, body) as db:
            check_works(team.load(db), who or "")
            lesson, act = _saved(deps, db, origin, said, who or "")
            _note(deps, db, body, act, lesson)
            tell(deps, db, body, view.kept(deps.words, lesson))


def turn(deps: Deps, ack: Ack, body: dict[str, Any], *, is_dropped: bool) -> None:
    """Take a lesson away, or back."""
    _turn(deps, ack, body, picked(body), is_dropped=is_dropped)


def page(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Show older lessons, or the newest again."""
    with whispering(deps, ack, body):
        _show(deps, body, number(picked(body)))


def _saved(deps: Deps, db: Database, origin: Origin, said: str, who: str) -> tuple[Lesson, str]:
    """Store what the form says; a form that remembers a revision is about a post, not a lesson."""
    now = deps.now()
    if origin.comment is not None:
        about = origin.comment if comments.find(db, origin.comment) else None
        return lessons.add(db, said, who=who, now=now, comment_id=about), "kept"
    if origin.revision is not None:
        post = posts.get(db, origin.subject or 0)
        return lessons.add(db, said, who=who, now=now, post_id=post.id), "kept"
    return lessons.change(db, origin.subject or 0, said), "changed"


def _turn(deps: Deps, ack: Ack, body: dict[str, Any], lesson_id: str, *, is_dropped: bool) -> None:
    with whispering(deps, ack, body), deciding(deps, body) as db:
        check_works(team.load(db), actor(body) or "")
        lesson = lessons.drop(db, number(lesson_id), deps.now() if is_dropped else None)
        _note(deps, db, body, "dropped" if is_dropped else "revived", lesson)
        tell(deps, db, body, view.turned(deps.words, lesson))


def _show(deps: Deps, body: Mapping[str, Any], offset: int) -> None:
    with deps.reading() as db:
        found, total = lessons.newest(db, limit=view.SHOWN, offset=offset), lessons.count(db)
        shown = frame(db, deps, deps.now(), [], {each.who for each in found})
    prefix = deps.settings.command_prefix
    said = view.listing(deps.words, found, shown, offset=offset, total=total, prefix=prefix)
    whisper(deps, body, said)


def _note(deps: Deps, db: Database, body: Mapping[str, Any], act: str, lesson: Lesson) -> None:
    """Write down what was done to a lesson; the meeting's pack tells those of its posts."""
    who, subject = actor(body) or "", f"lesson:{lesson.id}"
    ledger.record(db, who, f"lesson.{act}", subject, now=deps.now())
    refresh.today_changed(db, deps, deps.now())
