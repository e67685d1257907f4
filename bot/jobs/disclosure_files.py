"""Write what is taken out into one archive: pages to read and print, and a table.

Everything goes to the disk piece by piece, beside the database, and is removed with its folder.
"""

import csv
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from shutil import rmtree
from typing import TextIO

from sqlite_utils import Database

from bot.deps import Deps
from bot.domain.disclosure import Disclosure, Kind
from bot.domain.records import Record
from bot.store import members, own, records
from bot.store.db import instant
from bot.views import disclosure as words
from bot.views import record_files as view
from bot.views.record_words import Teller

PAGE = 5000
"""How many comments a page holds: more, and an office computer takes its time to show it."""

FOLDER = "disclosures"

Row = Callable[[list[str]], object]


@dataclass(slots=True)
class Writer:
    """The open files of one archive; pages are begun as they are needed."""

    folder: Path
    teller: Teller
    one: Disclosure
    stack: ExitStack
    count: int = 0
    pages: list[TextIO] = field(default_factory=list)
    row: Row | None = None

    def add(self, record: Record) -> None:
        """Write one record."""
        if self.count % PAGE == 0:
            self._turn()
        self.count += 1
        facts = {name: "\n".join(said) for name, said in self.teller.facts(record).items()}
        told = (self.teller, self.count, record, facts)
        self.pages[-1].write(view.article(*told))
        if self.row is None:
            self.row = self.table("record-file", view.columns(self.teller))
        self.row(view.cells(*told))

    def _turn(self) -> None:
        if self.pages:
            self.pages[-1].write(view.foot())
            self.pages[-1].close()
        number = len(self.pages) + 1
        name = self.teller.say("record-file") + (f"-{number}" if number > 1 else "")
        self.pages.append(self.open(f"{name}.html"))
        title, lines = words.page_head(self.teller, self.one, number)
        self.pages[-1].write(view.head(self.teller, title, lines))

    def open(self, name: str) -> TextIO:
        """Open a new file, closed with all others."""
        return self.stack.enter_context(own.opened(self.folder / name, "utf-8"))

    def table(self, name: str, columns: list[str]) -> Row:
        """Begin a table as Swedish Excel knows it; return what writes a row."""
        opened = self.open(f"{self.teller.say(name)}.csv")
        opened.write(view.MARK)
        row: Row = csv.writer(opened, delimiter=";").writerow
        row(columns)
        return row

    def close(self) -> None:
        """End the last page."""
        if self.pages:
            self.pages[-1].write(view.foot())


@contextmanager
def made(deps: Deps, one: Disclosure) -> Iterator[tuple[Path, int]]:
    """Yield the archive and how many comments are in it; both are gone afterwards."""
    folder = deps.settings.database_path.parent / FOLDER
    rmtree(folder, ignore_errors=True)  # what a bot that was killed left behind
    folder.mkdir(mode=0o700, parents=True)
    try:
        with deps.reading() as db:
            count = _write(deps, db, one, folder)
        archive = folder / "archive.zip"
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
            for file in sorted(folder.iterdir()):
                if file != archive:
                    packed.write(file, file.name)
        yield archive, count
    finally:
        rmtree(folder, ignore_errors=True)


def _write(deps: Deps, db: Database, one: Disclosure, folder: Path) -> int:
    zone = deps.settings.timezone
    teller = Teller(deps.words, members.everybody(db), zone, one.review)
    with ExitStack() as stack:
        writer = Writer(folder, teller, one, stack)
        if one.kind is Kind.SNAPSHOT:
            _write_posts(db, writer)
        for record in records.stream(db, one.wanted):
            writer.add(record)
        writer.close()
        return writer.count


def _write_posts(db: Database, writer: Writer) -> None:
    """Write the page's own posts of the time, as a page and as a table."""
    teller, name = writer.teller, writer.teller.say("record-file-posts")
    page, row = (
        writer.open(f"{name}.html"),
        writer.table("record-file-posts", view.post_columns(teller)),
    )
    title, lines = words.page_head(teller, writer.one, 1)
    page.write(view.head(teller, title, lines))
    for post in records.posts(db, writer.one.wanted):
        at = teller.at(instant(post.created_at))
        page.write(view.post_article(teller, at, post.text, post.permalink))
        row(view.post_cells(at, post.text, post.permalink, post.id))
    page.write(view.foot())
