"""Comments as files: asked for in a transaction, made and handed over afterwards.

Killed in between, the bot makes the files anew: those it has uploaded by then are shown to nobody,
and the message that shares them is put once, with the end of it. What was looked for is forgotten with the end, and never logged.
"""

import logging

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.disclosure import PATIENCE, Disclosure, Kind, Status, ended
from bot.domain.half_years import asked_on
from bot.integrations.slack import Outcome, SlackTrouble
from bot.jobs import snapshot
from bot.jobs.disclosure_files import made
from bot.store import disclosures, ledger, outbox, records
from bot.views import disclosure as view
from bot.views.blocks import link

log = logging.getLogger(__name__)

LOOK_SECONDS = 60.0  # another process may ask too
RETRY_SECONDS = 30.0

_LATER = {Outcome.UNKNOWN, Outcome.UNREACHED, Outcome.WAIT}


def drain(deps: Deps) -> float:
    """Make and hand over what is asked for; return the seconds until there may be more."""
    with deps.reading() as db:
        waiting = disclosures.waiting(db)
    return min((_further(deps, one) for one in waiting), default=LOOK_SECONDS)


def _further(deps: Deps, one: Disclosure) -> float:
    try:
        count, address = _upload(deps, one)
    except SlackTrouble as trouble:
        log.warning("disclosure: %s (%s)", trouble.code, trouble.outcome)
        if trouble.outcome in _LATER and deps.now() - one.asked_at < PATIENCE:
            return max(trouble.wait, RETRY_SECONDS)
        _fail(deps, one, "scope" if trouble.code == "missing_scope" else "slack")
    except OSError as error:
        log.error("disclosure: not written (%s)", type(error).__name__)  # noqa: TRY400 -- says it all
        _fail(deps, one, "disk")
    else:
        _done(deps, one, count, address)
    deps.wake()
    return 0.0


def _upload(deps: Deps, one: Disclosure) -> tuple[int, str]:
    """Make the files and bring them to Slack; return how many comments, and the address."""
    with made(deps, one) as (archive, count):
        name = view.file_name(deps.words, one, deps.today())
        title = view.title(deps.words, one)
        file = deps.slack.upload(name, archive, title=title, alt="")
    return count, deps.slack.file_link(file)


def _done(deps: Deps, one: Disclosure, count: int, address: str) -> None:
    now = deps.now()
    with deps.transaction() as db:
        done = ended(one, Status.DONE, count, now=now)
        _record(db, deps, one, count)
        disclosures.end(db, done)
        file = link(address, view.file_name(deps.words, one, deps.today()))
        outbox.put(db, f"disclosure:{one.id}", one.who, view.done(deps.words, done, file), now=now)
        _show_snapshot(db, deps, one)


def _fail(deps: Deps, one: Disclosure, why: str) -> None:
    now = deps.now()
    with deps.transaction() as db:
        disclosures.end(db, ended(one, Status.FAILED, None, now=now))
        said = view.failed(deps.words, why)
        outbox.put(db, f"disclosure:{one.id}", one.who, said, now=now)
        _show_snapshot(db, deps, one)


def _show_snapshot(db: Database, deps: Deps, one: Disclosure) -> None:
    """Say in the plan channel what became of the half-year's picture."""
    half = asked_on(deps.local(one.asked_at).date())
    if one.kind is Kind.SNAPSHOT and half:
        snapshot.refresh(db, deps, half, now=deps.now())


def _record(db: Database, deps: Deps, one: Disclosure, count: int) -> None:
    """Write down that it was done: which days, which post, how many. Nobody's name."""
    wanted, zone = one.wanted, deps.settings.timezone
    days = {
        "since": wanted.since.astimezone(zone).isoformat() if wanted.since else "",
        "until": wanted.until.astimezone(zone).isoformat() if wanted.until else "",
        "comment": wanted.comment_id or "",
        "post": _post(db, one),
    }
    told = {name: value for name, value in days.items() if value}
    subject, now = f"disclosure:{one.id}", deps.now()
    ledger.record(db, one.who, f"{one.kind}.made", subject, now=now, comments=str(count), **told)


def _post(db: Database, one: Disclosure) -> str:
    """Return the post that was asked for, or how many fitted; words of it are not kept."""
    if not one.wanted.post:
        return ""
    found = records.posts_of(db, one.wanted)
    return found[0] if len(found) == 1 else str(len(found))
