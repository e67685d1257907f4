"""The table of a list that is kept in the settings; archived, never deleted: old acts name it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic

from sqlite_utils import Database

from bot.domain.errors import Refusal
from bot.domain.kept import K
from bot.store.db import stamp


@dataclass(frozen=True, slots=True)
class KeptTable(Generic[K]):
    """The entries in the table *name*, in *order*, each made of its row by *read*."""

    name: str
    order: str
    read: Callable[[Mapping[str, Any]], K]
    gone: type[Refusal]

    def known(self, db: Database) -> list[K]:
        """Return every entry in order, archived ones too."""
        return [self.read(row) for row in db[self.name].rows_where(order_by=self.order)]

    def get(self, db: Database, entry_id: int) -> K:
        """Return the entry *entry_id*; refuse where there is none."""
        for row in db[self.name].rows_where("id = ?", [entry_id]):
            return self.read(row)
        raise self.gone

    def add(self, db: Database, columns: Mapping[str, str]) -> K:
        """Add an entry."""
        names, places = ", ".join(columns), ", ".join("?" * len(columns))
        sql = f"insert into {self.name} ({names}) values ({places})"  # noqa: S608 -- names of ours
        return self.get(db, int(db.execute(sql, [*columns.values()]).lastrowid or 0))

    def change(self, db: Database, entry_id: int, columns: Mapping[str, str]) -> K:
        """Let an entry be another; what was done with it keeps what it was then."""
        self._set(db, entry_id, columns)
        return self.get(db, entry_id)

    def archive(self, db: Database, entry_id: int, at: datetime | None) -> K:
        """Take an entry out of use at *at*, or into use again (None)."""
        self._set(db, entry_id, {"archived_at": stamp(at) if at else None})
        return self.get(db, entry_id)

    def _set(self, db: Database, entry_id: int, columns: Mapping[str, str | None]) -> None:
        pairs = ", ".join(f"{name} = ?" for name in columns)
        sql = f"update {self.name} set {pairs} where id = ?"  # noqa: S608 -- names of ours
        db.execute(sql, [*columns.values(), entry_id])
