"""Rules that JSON must keep, composed like sentences; a broken one is told as Slack tells it.

A rule is called with a value and the spot where it stands. It says what is wrong there; it never
raises, so that one check names every problem with its JSON pointer.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.state import Json

SURFACES = frozenset(("message", "modal", "home"))


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in the payload a value stands, and on which surface it would be shown."""

    pointer: str
    surface: str
    problems: list[str]

    def at(self, step: str | int) -> "Spot":
        """Return the spot one step further in."""
        return Spot(f"{self.pointer}/{step}", self.surface, self.problems)

    def say(self, message: str) -> None:
        """Note a problem in Slack's form."""
        self.problems.append(f"[ERROR] {message} [json-pointer:{self.pointer or '/'}]")


Rule = Callable[[Any, Spot], None]
Check = Callable[[Json, Spot], None]


@dataclass(frozen=True, slots=True)
class Shape:
    """An object's fields; *checks* see the whole object; *surfaces* are where it may stand."""

    required: Mapping[str, Rule] = field(default_factory=dict)
    optional: Mapping[str, Rule] = field(default_factory=dict)
    checks: tuple[Check, ...] = ()
    surfaces: frozenset[str] = SURFACES

    def __call__(self, value: Any, spot: Spot) -> None:  # noqa: ANN401
        """Check an object."""
        if not isinstance(value, dict):
            spot.say("must provide an object")
            return
        self._check_fields(value, spot)
        for check in self.checks:
            check(value, spot)

    def _check_fields(self, value: Json, spot: Spot) -> None:
        for name in self.required.keys() - value.keys():
            spot.say(f"missing required field: {name}")
        for name, part in value.items():
            rule = self.required.get(name) or self.optional.get(name)
            if rule:
                rule(part, spot.at(name))
            elif name != "type":
                spot.say(f"invalid additional property: {name}")


def string(low: int = 0, high: int | None = None, pattern: str = "") -> Rule:
    """Return the rule of a string of *low* to *high* characters."""

    def rule(value: Any, spot: Spot) -> None:  # noqa: ANN401
        if not isinstance(value, str):
            spot.say("must provide a string")
        elif len(value) < low:
            spot.say(f"must be more than {low - 1} characters")
        elif high is not None and len(value) > high:
            spot.say(f"must be less than {high + 1} characters")
        elif pattern and not re.fullmatch(pattern, value):
            spot.say("must match the required format")

    return rule


def boolean(value: Any, spot: Spot) -> None:  # noqa: ANN401
    """Check a boolean."""
    if not isinstance(value, bool):
        spot.say("must provide a boolean")


def integer(low: int, high: int) -> Rule:
    """Return the rule of a whole number between *low* and *high*."""

    def rule(value: Any, spot: Spot) -> None:  # noqa: ANN401
        if isinstance(value, bool) or not isinstance(value, int):
            spot.say("must provide an integer")
        elif not low <= value <= high:
            spot.say(f"must be between {low} and {high}")

    return rule


def choice(*words: str) -> Rule:
    """Return the rule of one out of some words."""

    def rule(value: Any, spot: Spot) -> None:  # noqa: ANN401
        if value not in words:
            spot.say(f"must be a valid value: {', '.join(words)}")

    return rule


def items(each: Rule, low: int = 0, high: int | None = None) -> Rule:
    """Return the rule of a list of *low* to *high* items."""

    def rule(value: Any, spot: Spot) -> None:  # noqa: ANN401
        if not isinstance(value, list):
            spot.say("must provide an array")
            return
        if len(value) < low:
            spot.say(f"no fewer than {low} items allowed")
        if high is not None and len(value) > high:
            spot.say(f"no more than {high} items allowed")
        for index, one in enumerate(value):
            each(one, spot.at(index))

    return rule


def nullable(rule: Rule) -> Rule:
    """Return *rule*, with null allowed."""
    return lambda value, spot: None if value is None else rule(value, spot)


def anything(_value: Any, _spot: Spot) -> None:  # noqa: ANN401
    """Allow any value."""


def one_of_type(shapes: Mapping[str, Shape], *allowed: str) -> Rule:
    """Return the rule of an object whose `type` names its shape; *allowed* narrows the types."""

    def rule(value: Any, spot: Spot) -> None:  # noqa: ANN401
        kind = value.get("type") if isinstance(value, dict) else None
        shape = shapes.get(kind) if isinstance(kind, str) else None
        if not isinstance(value, dict):
            spot.say("must provide an object")
        elif kind is None:
            spot.say("missing required field: type")
        elif shape is None or (allowed and kind not in allowed):
            spot.at("type").say(f"unsupported type: {kind}")
        elif spot.surface not in shape.surfaces:
            spot.at("type").say(f"unsupported type on this surface ({spot.surface}): {kind}")
        else:
            shape(value, spot)

    return rule


def exactly_one(*names: str) -> Check:
    """Return the check that one of the fields is there, and not two."""

    def check(value: Json, spot: Spot) -> None:
        if sum(name in value for name in names) != 1:
            spot.say(f"must provide exactly one of: {', '.join(names)}")

    return check


def at_least_one(*names: str) -> Check:
    """Return the check that one of the fields is there."""

    def check(value: Json, spot: Spot) -> None:
        if not any(value.get(name) for name in names):
            spot.say(f"missing required field: {' or '.join(names)}")

    return check


def text(high: int, *kinds: str, low: int = 1) -> Rule:
    """Return the rule of a text object; *kinds* default to plain text and mrkdwn."""
    shapes = {
        "plain_text": Shape({"text": string(low, high)}, {"emoji": boolean}),
        "mrkdwn": Shape({"text": string(low, high)}, {"verbatim": boolean}),
    }
    return one_of_type(shapes, *kinds)


def plain(high: int, low: int = 1) -> Rule:
    """Return the rule of a plain text object."""
    return text(high, "plain_text", low=low)
