"""Which language the team has chosen."""

from sqlite_utils import Database

from bot.domain.language import Language


def chosen(db: Database) -> Language | None:
    """Return the language that the team has chosen, or None while it has chosen none."""
    row = db.execute("select language from language").fetchone()
    return Language(row[0]) if row else None


def choose(db: Database, language: Language) -> None:
    """Let *language* be what the team has chosen."""
    db.execute("insert or replace into language (only, language) values (1, ?)", [language])
