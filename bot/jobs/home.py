"""The home tab: gathered for one person, and kept true for those who may be looking at it.

It is shown when somebody opens it, and again after each act: to who acted, wherever that was, and
to those who opened it within the last day, at most ten. Slack takes over a hundred such calls
a minute, and the outbox paces them and sends only the newest; a tab that is not among them is made
anew when it is opened. This is done after the act, in a thread of its own, so that nobody who
clicks waits for ten other tabs, and several acts at once cost one look.
"""

from datetime import datetime, timedelta
from typing import Any

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.digest import behind
from bot.domain.fill import FillRate, fill_rates
from bot.domain.first_steps import FirstStep, Step, first_steps
from bot.domain.gaps import runway, window
from bot.domain.members import Member, MemberKind
from bot.domain.weeks import by_week, gaps_in, pages
from bot.jobs import digest, fitting, holidays
from bot.jobs.frames import frame
from bot.store import calendar, comments, homes, ideas, members, outbox, posts, reserves
from bot.store.homes import Viewer
from bot.views import fitting as fitting_view
from bot.views import home as view
from bot.views.home import Home

LATELY = timedelta(days=1)
MOST = 10
WEEKS = 8
"""ISO weeks that are shown: this one, from today on, and the seven after it."""

CALM_SECONDS = 0.1
"""Acts often come in pairs, and whoever clicks goes first."""


def drain(deps: Deps) -> float:
    """Show the tabs anew if anything has happened; return the seconds until more may be due."""
    with deps.reading() as db:
        news, shown = homes.news(db), homes.shown(db)
        due = [] if news == shown else _due(db, shown, deps.now())
    if news == shown:
        return 3600.0
    for viewer in due:
        with deps.transaction() as db:
            _show_again(db, deps, viewer)
    with deps.transaction() as db:
        homes.set_shown(db, news)
    deps.wake()
    return 3600.0


def show(db: Database, deps: Deps, member: Member, page: int = 0) -> None:
    """Decide that the tab of *member* shows its *page*; who is no member sees where to ask."""
    now = deps.now()
    if member.kind is not MemberKind.MEMBER:
        outbox.home(db, member.id, view.closed(deps.words), now=now)
        return
    homes.look(db, member.id, page, now=now)
    outbox.home(db, member.id, render(db, deps, member, page), now=now)


def render(db: Database, deps: Deps, member: Member, page: int) -> dict[str, Any]:
    """Return what *member* sees at this moment; a *page* that is not there is the last."""
    now, zone, today = deps.now(), deps.settings.timezone, deps.today()
    plan = posts.plan(db, *window(today))
    working = calendar.load(db)
    every = by_week(plan, working, now=now, zone=zone)
    weeks = pages(every[:WEEKS], view.ROOM)
    at = min(page, len(weeks) - 1)
    near = fitting_view.nearest(
        (row for week in weeks[at] for row in week.rows), fitting_view.ON_HOME
    )
    rates = fill_rates(plan, working, now=now, zone=zone)
    due = [*posts.open_between(db, *behind(today)), *plan.posts]
    mine = [post for post in due if post.owner == member.id and post.is_open]
    home = Home(
        user=member.id,
        name=member.name,
        runway=runway(gaps_in(every), working, today=today),
        rates=rates,
        steps=_steps(db, deps, rates[0], now),
        posts=mine[: view.MINE_SHOWN],
        posts_count=len(mine),
        comments=comments.open_comments(db, view.COMMENTS_SHOWN, owner=member.id),
        comments_count=comments.count_open(db, owner=member.id),
        waiting=digest.waiting(db, deps, now),
        weeks=weeks[at],
        page=at,
        pages=len(weeks),
        ideas=ideas.waiting_count(db, today=today),
        stock=reserves.stock(db, now=now),
        pack=holidays.to_plan(db, deps, now),
        fitting=fitting.best(db, deps, near, now=now),
    )
    on_duty = home.waiting.on_duty.who if home.waiting and home.waiting.on_duty else None
    shown = frame(db, deps, now, due, [member.id, *([on_duty] if on_duty else [])])
    return view.render(deps.words, home, shown, prefix=deps.settings.command_prefix)


def _show_again(db: Database, deps: Deps, viewer: Viewer) -> None:
    """Show a tab anew; that it was opened stays as long ago as it is."""
    member = members.find(db, viewer.user)
    if member and member.kind is MemberKind.MEMBER:
        body = render(db, deps, member, viewer.page)
        outbox.home(db, member.id, body, now=deps.now())


def _due(db: Database, shown: str, now: datetime) -> list[Viewer]:
    """Return whose tabs to show again: who acted first, then who opened theirs lately."""
    every, acted = homes.viewers(db), homes.actors(db, shown)
    lately = [v for v in every if v.user not in acted and now - v.opened < LATELY]
    return [*(v for v in every if v.user in acted), *lately][:MOST]


def _steps(db: Database, deps: Deps, near: FillRate, now: datetime) -> tuple[FirstStep, ...]:
    """Return the checklist of a new team; once all is done it never comes back."""
    if homes.steps_are_done(db):
        return ()
    done = homes.steps(db) | {Step.FILL: near.wanted > 0 and near.is_full}
    if deps.page is None:
        del done[Step.COMMENT]
    found = first_steps(done)
    if not found:
        homes.set_steps_done(db, now=now)
    return found
