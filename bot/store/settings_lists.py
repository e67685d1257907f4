"""The settings that are lists, as plain values: outlets, ready texts, rules, units.

An entry is known again by its name. What a file does not name is retired, archived or deleted as
people do it, so that what is old still reads and can be brought back.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot.domain.cadences import (
    MOST_CADENCES,
    MOST_OUTLETS,
    NAME_LIMIT,
    check_name,
    named,
)
from bot.domain.comment_rules import MOST as MOST_IN_USE
from bot.domain.comment_rules import Rule, RuleKind, rule_text
from bot.domain.kept import K
from bot.domain.outlets import Cadence, Departure, Outlet, Pause
from bot.domain.plan import LINK_LIMIT, read_link
from bot.domain.praise import CONTACT_LIMIT, Unit, unit_name
from bot.domain.replies import MOST as MOST_REPLIES
from bot.domain.replies import TEXT_LIMIT, Kind, written
from bot.domain.settings_file import Json, Node
from bot.domain.text import fold
from bot.store import cadences, outlets, replies
from bot.store.cadences import Part
from bot.store.comment_rules import RULES
from bot.store.kept import KeptTable
from bot.store.units import UNITS

MOST_KEPT = 500
MOST_PARTS = 200


def dump_outlets(db: Database) -> Json:
    """Return the outlets in order, with what they want."""
    return [
        {
            "name": outlet.name,
            "is_retired": outlet.retired,
            "two_persons": outlet.pair,
            "cadences": [_cadence(each) for each in outlet.cadences],
            "departures": [_departure(each) for each in outlet.departures],
            "pauses": [_pause(each) for each in outlet.pauses],
        }
        for outlet in outlets.known(db)
    ]


def load_outlets(db: Database, node: Node, *, now: datetime) -> None:
    """Let the outlets be those that are written down; others are retired."""
    seen: list[Outlet] = []
    for place, said in enumerate(node.each(MOST_OUTLETS)):
        said.only("name", "is_retired", "two_persons", "cadences", "departures", "pauses")
        name = said.at("name").read(named, said.at("name").text(NAME_LIMIT))
        said.at("name").read(check_name, name, seen)
        outlet = _same_outlet(db, name) or outlets.add(db, name)
        outlets.arrange(db, outlet.id, name, place)
        outlets.set_pair(db, outlet.id, wanted=said.at("two_persons").flag())
        seen.append(outlet)
        _turn_outlet(db, outlet.id, is_retired=said.at("is_retired").flag(), now=now)
        _load_parts(db, outlet.id, said, now)
    for outlet in outlets.known(db):
        if outlet.id not in {each.id for each in seen}:
            outlets.retire(db, outlet.id, now=now)
    if all(outlet.retired for outlet in outlets.known(db)):
        raise node.bad()


def dump_replies(db: Database) -> Json:
    """Return the ready texts."""
    return [
        {
            "kind": str(each.kind),
            "name": each.name,
            "text": each.text,
            "link": each.link,
            "owner": each.owner,
            "review": each.review_on.isoformat() if each.review_on else None,
        }
        for each in replies.known(db)
    ]


def load_replies(db: Database, node: Node, *, now: datetime) -> None:
    """Let the ready texts be those that are written down; others are deleted."""
    there = {(each.kind, fold(each.name)): each.id for each in replies.known(db)}
    wanted = []
    for said in node.each(2 * MOST_REPLIES):
        said.only("kind", "name", "text", "link", "owner", "review")
        kind, name = said.at("kind").choice(Kind), said.at("name").text(200)
        found = there.pop((kind, fold(name)), 0)
        wanted.append(
            said.read(
                written,
                found,
                kind,
                name=name,
                text=said.at("text").text(TEXT_LIMIT),
                link=said.at("link").maybe(_link),
                owner=said.at("owner").maybe(Node.person),
                review_on=said.at("review").maybe(Node.day),
            )
        )
    for gone in there.values():
        replies.delete(db, gone, now=now)
    for reply in wanted:
        node.read(replies.save, db, reply)


def dump_rules(db: Database) -> Json:
    """Return the page's rules for comments."""
    return [
        {"text": each.text, "kind": str(each.kind), "is_archived": bool(each.archived_at)}
        for each in RULES.known(db)
    ]


def load_rules(db: Database, node: Node, *, now: datetime) -> None:
    """Let the rules be those that are written down; others are archived."""

    def read(said: Node, others: list[Rule]) -> dict[str, str]:
        text = said.at("text")
        kept = text.read(rule_text, text.text(200), others)
        return {"text": kept, "kind": said.at("kind").choice(RuleKind)}

    _load_kept(db, RULES, node, read, key="text", names=("text", "kind"), now=now)


def dump_units(db: Database) -> Json:
    """Return the units that get praise."""
    return [
        {"name": each.name, "contact": each.contact, "is_archived": bool(each.archived_at)}
        for each in UNITS.known(db)
    ]


def load_units(db: Database, node: Node, *, now: datetime) -> None:
    """Let the units be those that are written down; others are archived."""

    def read(said: Node, others: list[Unit]) -> dict[str, str]:
        name = said.at("name")
        contact = said.at("contact").text(CONTACT_LIMIT, empty=True)
        return {"name": name.read(unit_name, name.text(200), others), "contact": contact}

    _load_kept(db, UNITS, node, read, key="name", names=("name", "contact"), now=now)


def _load_kept(
    db: Database,
    table: KeptTable[K],
    node: Node,
    read: Callable[[Node, list[K]], dict[str, str]],
    *,
    key: str,
    names: tuple[str, ...],
    now: datetime,
) -> None:
    """Let a kept list be what *node* says, where *key* is what an entry is known again by."""
    seen: list[K] = []
    used = 0
    for said in node.each(MOST_KEPT):
        columns = read(said.only(*names, "is_archived"), seen)
        is_archived = said.at("is_archived").flag()
        entry = _same(table.known(db), key, columns[key])
        made = table.change(db, entry.id, columns) if entry else table.add(db, columns)
        if is_archived != bool(made.archived_at):
            made = table.archive(db, made.id, now if is_archived else None)
        seen.append(made)
        used += not is_archived
    if used > MOST_IN_USE:
        raise node.bad()
    kept = {entry.id for entry in seen}
    for entry in table.known(db):
        if entry.id not in kept and not entry.archived_at:
            table.archive(db, entry.id, now)


def _link(node: Node) -> str | None:
    return node.read(read_link, node.text(LINK_LIMIT))


def _same(entries: Iterable[K], key: str, said: str) -> K | None:
    return next((e for e in entries if str(getattr(e, key)).casefold() == said.casefold()), None)


def _same_outlet(db: Database, name: str) -> Outlet | None:
    return next((each for each in outlets.known(db) if fold(each.name) == fold(name)), None)


def _turn_outlet(db: Database, outlet_id: int, *, is_retired: bool, now: datetime) -> None:
    if is_retired:
        outlets.retire(db, outlet_id, now=now)
    else:
        outlets.revive(db, outlet_id)


def _load_parts(db: Database, outlet_id: int, said: Node, now: datetime) -> None:
    """Let an outlet want what *said* says: what is new is added, what is not there is removed."""
    there = cadences.of(db, outlet_id)
    kinds: tuple[tuple[Part, Mapping[int, Any], list[Any], Callable[..., int]], ...] = (
        (Part.CADENCE, there.cadences, _read(said, "cadences", _read_cadence), cadences.add),
        (
            Part.DEPARTURE,
            there.departures,
            _read(said, "departures", _read_departure),
            cadences.depart,
        ),
        (Part.PAUSE, there.pauses, _read(said, "pauses", _read_pause), cadences.pause),
    )
    for part, held, wanted, add in kinds:
        for number, value in held.items():
            if value in wanted:
                wanted.remove(value)
            else:
                cadences.remove(db, part, number, now=now)
        for value in wanted:
            add(db, outlet_id, value)


def _read(said: Node, name: str, read: Callable[[Node], Any]) -> list[Any]:
    most = MOST_CADENCES if name == "cadences" else MOST_PARTS
    return [read(each) for each in said.at(name).each(most)]


def _cadence(cadence: Cadence) -> Json:
    return {"rule": cadence.rule, "at": f"{cadence.at:%H:%M}", "later": cadence.later}


def _read_cadence(node: Node) -> Cadence:
    node.only("rule", "at", "later")
    rule, later = node.at("rule"), node.at("later").number()
    if not 0 <= later <= 520:
        raise node.at("later").bad()
    return rule.read(Cadence, rule.text(300), node.at("at").clock(), later)


def _departure(departure: Departure) -> Json:
    at = f"{departure.at:%H:%M}" if departure.at else None
    return {"day": departure.day.isoformat(), "at": at, "extra": departure.extra}


def _read_departure(node: Node) -> Departure:
    node.only("day", "at", "extra")
    at, extra = node.at("at").maybe(Node.clock), node.at("extra").flag()
    if extra and at is None:
        raise node.at("at").bad()
    return Departure(node.at("day").day(), at, extra=extra)


def _pause(pause: Pause) -> Json:
    return {"name": pause.name, "start": pause.start.isoformat(), "end": pause.end.isoformat()}


def _read_pause(node: Node) -> Pause:
    node.only("name", "start", "end")
    start, end = node.at("start").day(), node.at("end").day()
    if end <= start:
        raise node.at("end").bad()
    return Pause(node.at("name").text(NAME_LIMIT, empty=True), start, end)
