"""Read Graph's `fields` syntax: `name.modifier(value){field,field}`, nested at will."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.sandbox.graph_errors import syntax_error

NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
VALUE = re.compile(r"[^(){}]*")


@dataclass(frozen=True, slots=True)
class Field:
    """One wanted field with its modifiers (`limit`: "25") and the fields wanted below it."""

    name: str
    modifiers: tuple[tuple[str, str], ...] = ()
    fields: tuple["Field", ...] = ()


def parse(source: str) -> tuple[Field, ...]:
    """Return what *source* asks for; raise a GraphRefusal (2500) when it cannot be read.

    >>> parse("id,comments.limit(2){message}")[1].modifiers
    (('limit', '2'),)
    """
    if not source.strip():
        return ()
    reader = _Reader(source)
    fields = reader.fields()
    if reader.at < len(source):
        raise reader.error("Expected end of string")
    return fields


def render(fields: Iterable[Field]) -> str:
    """Return the text that `parse` reads as *fields*."""
    return ",".join(_render(field) for field in fields)


def _render(field: Field) -> str:
    modifiers = "".join(f".{name}({value})" for name, value in field.modifiers)
    below = f"{{{render(field.fields)}}}" if field.fields else ""
    return f"{field.name}{modifiers}{below}"


class _Reader:
    """Walk through the text; `at` is the next character."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0

    def fields(self) -> tuple[Field, ...]:
        found = [self._field()]
        while self._take(","):
            found.append(self._field())
        return tuple(found)

    def _field(self) -> Field:
        name = self._match(NAME, "Expected name")
        modifiers = []
        while self._take("."):
            modifiers.append(self._modifier())
        below: tuple[Field, ...] = ()
        if self._take("{"):
            below = self.fields()
            self._need("}")
        return Field(name, tuple(modifiers), below)

    def _modifier(self) -> tuple[str, str]:
        name = self._match(NAME, "Expected modifier")
        self._need("(")
        value = self._match(VALUE, "Expected value")
        self._need(")")
        return name, value.strip()

    def _match(self, pattern: re.Pattern[str], complaint: str) -> str:
        self._skip()
        match = pattern.match(self.source, self.at)
        if match is None:
            raise self.error(complaint)
        self.at = match.end()
        return match[0]

    def _take(self, character: str) -> bool:
        self._skip()
        if not self.source.startswith(character, self.at):
            return False
        self.at += 1
        return True

    def _need(self, character: str) -> None:
        if not self._take(character):
            raise self.error(f"Expected {character}")

    def _skip(self) -> None:
        while self.at < len(self.source) and self.source[self.at].isspace():
            self.at += 1

    def error(self, text: str) -> Exception:
        return syntax_error(text, self.at, self.source)
