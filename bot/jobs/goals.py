"""Goals are put to the team after four weeks and then each quarter; milestones are told once.

What is put to the team is one message a quarter, to the lead, or in the plan's channel where nobody
leads. It follows what is decided.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.goals import (
    ANSWERED,
    LEARNING,
    Aim,
    Goal,
    Milestone,
    has_everyone,
    is_due,
    is_unbroken,
    looked_at,
    own,
    proposal,
    quarter,
    with_among,
)
from bot.domain.measures import Measures
from bot.domain.periods import month
from bot.domain.report import Report
from bot.jobs import reports
from bot.jobs.due import Due
from bot.store import calendar, goals, ledger, measures, outbox, team
from bot.views import goals as view
from bot.views.blocks import Message

JOB = "goals"


@dataclass(frozen=True, slots=True)
class Found:
    """What there is to say: goals to put to the team, and milestones with last month's figures."""

    goals: tuple[Goal, ...] = ()
    milestones: tuple[tuple[Milestone, Report], ...] = ()


def run(deps: Deps, due: Due) -> None:
    """Put goals to the team if that is due, and tell a milestone that was reached.

    Figures are counted before anything is decided: nobody waits for them.
    """
    with deps.reading() as db:
        if ledger.ran(db, JOB, due.key):
            return
        found = _look(db, deps, due) if calendar.load(db).is_working_day(due.day) else Found()
    with deps.transaction() as db:
        if ledger.claim(db, JOB, due.key, now=due.now, late=due.late):
            _propose(db, deps, due, found.goals)
            for each, report in found.milestones:
                _tell(db, deps, due, each, report)
    deps.wake()


def seen_since(db: Database, deps: Deps) -> date | None:
    """Return the day on which the bot began to see comments."""
    began = measures.seen_since(db)
    return deps.local(began).date() if began else None


def learning_until(db: Database, deps: Deps) -> date | None:
    """Return the day from which goals are proposed; None while the bot has seen nothing."""
    since = seen_since(db, deps)
    return since + LEARNING if since else None


def known(db: Database, deps: Deps) -> list[Goal]:
    """Return the goals, each with of how many comments its own figure was when it was proposed."""
    found = goals.known(db)
    then = {day: _then(db, deps, day) for day in {goal.on for goal in found}}
    return [with_among(goal, then[goal.on]) for goal in found]


def told(db: Database, deps: Deps, goal: Goal) -> Goal:
    """Return *goal* with of how many comments its own figure was when it was proposed."""
    return with_among(goal, _then(db, deps, goal.on))


def refresh(db: Database, deps: Deps) -> None:
    """Bring what was put to the team up to date."""
    found = known(db, deps)
    key = _key(max(goal.on for goal in found)) if found else ""
    if key and outbox.holds(db, key):
        _put(db, deps, key, view.put(deps.words, found))


def _then(db: Database, deps: Deps, day: date) -> Measures:
    """Measure what a proposal of *day* was made of, as it stood then."""
    period = looked_at(day)
    return reports.measured(db, deps, period, ledger.ran_at(db, JOB, day.isoformat()))


def _look(db: Database, deps: Deps, due: Due) -> Found:
    said = goals.switches(db)
    return Found(
        tuple(_proposals(db, deps, due)) if said.goals else (),
        tuple(_reached(db, deps, due)) if said.milestones else (),
    )


def _proposals(db: Database, deps: Deps, due: Due) -> Iterator[Goal]:
    former = {goal.aim: goal for goal in goals.known(db)}
    last = max((goal.on for goal in former.values()), default=None)
    if not is_due(last, seen_since(db, deps), due.day):
        return
    report = reports.gather(db, deps, looked_at(due.day), due.now)
    for aim in Aim:
        figure = own(aim, report.comments.now if report.comments else None, report.plan)
        if figure is not None:
            yield proposal(aim, figure, former.get(aim), due.day)


def _reached(db: Database, deps: Deps, due: Due) -> Iterator[tuple[Milestone, Report]]:
    waiting = [each for each in Milestone if not ledger.ran(db, JOB, _once(each))]
    if not waiting:
        return
    before = month(due.day).before
    report = reports.gather(db, deps, before, due.now)
    since, comments = seen_since(db, deps), report.comments
    is_whole = since is not None and since <= before.start
    reached = {
        Milestone.UNBROKEN: is_unbroken(report.plan),
        Milestone.HUNDRED: goals.answered_count(db) >= ANSWERED,
        Milestone.EVERYONE: is_whole and has_everyone(comments.now if comments else None),
    }
    for each in waiting:
        if reached[each]:
            yield each, report


def _propose(db: Database, deps: Deps, due: Due, found: Sequence[Goal]) -> None:
    for goal in found:
        goals.save(db, goal)
    if found:
        _put(db, deps, _key(due.day), view.put(deps.words, known(db, deps)))


def _tell(db: Database, deps: Deps, due: Due, each: Milestone, report: Report) -> None:
    if ledger.claim(db, JOB, _once(each), now=due.now, late=False):
        said = view.milestone(deps.words, each, report)
        outbox.put(db, f"{JOB}:milestone:{each}", deps.plan_channel, said, now=due.now)


def _put(db: Database, deps: Deps, key: str, said: Message) -> None:
    outbox.put(db, key, team.load(db).lead or deps.plan_channel, said, now=deps.now())


def _key(day: date) -> str:
    year, number = quarter(day)
    return f"{JOB}:{year}-{number}"


def _once(each: Milestone) -> str:
    return f"milestone:{each}"
