"""What is declared of the database is what there is, and nobody is profiled in it."""

import ast
import re

import pytest
from sqlite_utils import Database

from bot.domain.disposal import Class
from bot.domain.stored import TABLES, Purpose, Stays, Whose
from bot.locales import Words
from bot.store import sqlviews
from bot.store.schema_page import page, schema_tables
from tests.sources import FILES, ROOT, nodes, text

SOURCES = [file for file in FILES if "sandbox" not in file.parts]
AUTHOR = re.compile(r"author_(?:id|name)")

ABOUT_ONE_COMMENT = {
    "comments": "what the page says of one comment: the id that Facebook may give, and the name",
    "moderation_snapshots": "what one comment was when somebody decided against a rule",
}
"""Where an author may stand, and why that is no profile: one row, one comment, nothing counted."""


def test_every_table_says_what_it_is_for_and_no_other(db: Database) -> None:
    assert set(TABLES) == set(schema_tables(db))


@pytest.mark.parametrize("kind", [Purpose, Whose, Stays], ids=lambda kind: kind.__name__)
def test_every_kind_is_in_use_and_has_words(
    words: Words, kind: type[Purpose | Whose | Stays]
) -> None:
    used = {each for table in TABLES.values() for each in (table.purpose, table.whose, table.stays)}
    for each in kind:
        assert each in used
        assert f"data-{kind.__name__.lower()}-{each}" in words


def test_what_stays_with_a_class_is_a_class_of_disposal() -> None:
    assert {Stays.ROUTINE, Stays.KEPT, Stays.WORKING, Stays.COPIES} == set(Class)


def test_the_schema_page_is_what_the_migrations_make() -> None:
    assert (ROOT / "docs/schema.md").read_text(encoding="utf-8") == page(), "run `make schema`"


def test_an_author_stands_only_beside_one_comment(db: Database) -> None:
    found = {
        table
        for table in schema_tables(db)
        for column in db.table(table).columns
        if AUTHOR.search(column.name) or re.search(r"commenter|resident|sentiment", column.name)
    }
    assert found == set(ABOUT_ONE_COMMENT)


def test_no_index_and_no_view_finds_comments_by_their_author(db: Database) -> None:
    rows = db.execute("select name, sql from sqlite_master where type = 'index' and sql <> ''")
    assert [name for name, sql in rows if AUTHOR.search(sql)] == []
    assert "author_id" not in " ".join(sqlviews.VIEWS.values())


def test_no_query_groups_counts_sorts_or_searches_by_author() -> None:
    """Read off the source: every text in which an author stands is one of SQL's that may."""
    by = re.compile(
        r"(?:group by|order by|partition by|distinct|count\s*\(|where|and|on)\s[^;,]*author_(?:id|name)"
    )
    wrong = [
        (file.relative_to(ROOT).as_posix(), node.value.strip()[:80])
        for file in SOURCES
        for node in nodes(file)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and by.search(node.value.casefold())
    ]
    assert [file for file, _ in wrong] == ["bot/store/records.py"]  # what is asked for by a person


def test_no_code_puts_comments_together_by_author() -> None:
    """`author_id` is read, stored and emptied; no dict, set or sort is keyed by it."""
    users = {file.relative_to(ROOT).as_posix() for file in SOURCES if "author_id" in text(file)}
    assert users <= {
        "bot/domain/page.py",  # what a comment is
        "bot/integrations/facebook_shapes.py",  # reads it off the page
        "bot/store/migrations/first_light.py",
        "bot/store/migrations/moderation.py",
        "bot/store/page.py",  # stores it
        "bot/store/moderation.py",  # in the snapshot of one comment
        "bot/store/disposal_acts.py",  # empties it
        "bot/domain/blocking.py",  # whom one block is about
        "bot/store/records.py",  # what one person wrote is taken out when somebody asks for it
        "bot/views/record_files.py",  # and stands beside each comment in the files
        "bot/store/sqlviews.py",  # says why no view has it
    } | {"bot/integrations/facebook.py"}
