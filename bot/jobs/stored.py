"""What is stored, looked up for the page about it and for the same as a file."""

from sqlite_utils import Database

from bot.deps import Deps
from bot.jobs import exposure
from bot.store import disposal, stored
from bot.views import data as view


def look(deps: Deps, db: Database) -> view.Stored:
    """Return what there is to tell."""
    path = deps.settings.database_path
    return view.Stored(
        file=path.name,
        size=path.stat().st_size if path.exists() else 0,
        counts=stored.counts(db),
        rules=disposal.rules(db),
        holds=len(disposal.holds(db)),
        discretion=exposure.discretion(db, exposure.relay_channel(deps)),
    )
