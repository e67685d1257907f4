"""SQLite through sqlite-utils: one module a noun, functions that take `db` and return dataclasses."""
