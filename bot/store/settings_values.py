"""The settings that are one value each, as plain values: hours, promise, words, switches."""

from datetime import date

from sqlite_utils import Database

from bot.domain.answers import Answering
from bot.domain.first_steps import FACT_LIMIT, Decision, read_fact
from bot.domain.language import Language
from bot.domain.meetings import INTERVALS, Meetings
from bot.domain.policy import (
    USUAL_WAITS,
    Policy,
    Preset,
    read_minutes,
    read_promise,
    read_waits,
)
from bot.domain.publishing import Publishing
from bot.domain.relaying import Discretion, Mode
from bot.domain.settings_file import Json, Node
from bot.domain.watch_words import LIMIT, WordKind, WordList, read_words
from bot.domain.weekly_word import WEEKDAYS, Weekly
from bot.domain.workhours import HalfDay, Hours, check_week, read_hours
from bot.store import (
    answers,
    calendar,
    claims,
    first_steps,
    language,
    meetings,
    outlets,
    policy,
    publications,
    relaying,
    tips,
    watch_words,
    weekly_word,
)
from bot.store.calendar import write_hours

MOST_USERS = 50
MOST_DAYS = 400
MOST_LAPSE = 1000
SIGNATURE_LIMIT = 60


def dump_hours(db: Database) -> Json:
    """Return when people are at work."""
    found = calendar.load(db)
    return {
        "week": {str(n): write_hours(hours) for n, hours in enumerate(found.week, start=1)},
        "halves": {str(half): f"{end:%H:%M}" for half, end in sorted(found.halves.items())},
        "squeezed": [day.isoformat() for day in sorted(found.squeezed)],
        "all_squeezed": found.all_squeezed,
        "own": {day.isoformat(): name for day, name in sorted(found.own.items())},
    }


def load_hours(db: Database, node: Node) -> None:
    """Let people be at work when it is written down."""
    node.only("week", "halves", "squeezed", "all_squeezed", "own")
    days = node.at("week").only(*(str(n) for n in range(1, 8)))
    week = tuple(_hours(days.at(str(n))) for n in range(1, 8))
    days.read(check_week, week)
    halves = {node.read(HalfDay, name): at.clock() for name, at in node.at("halves").items()}
    own = {at.read(date.fromisoformat, name): at.text(80) for name, at in node.at("own").items()}
    calendar.set_week(db, week)
    calendar.set_halves(db, halves)
    squeezed = [each.day() for each in node.at("squeezed").each(MOST_DAYS)]
    calendar.set_squeezed(db, squeezed, every=node.at("all_squeezed").flag())
    for day in calendar.load(db).own:
        calendar.remove_own(db, day)
    for day, name in own.items():
        calendar.add_own(db, day, name)


def dump_policy(db: Database) -> Json:
    """Return what is promised and watched."""
    found = policy.load(db)
    return {
        "promise": found.promise.code,
        "watch": str(found.preset),
        "hours": write_hours(found.own_hours),
        "minutes": found.own_minutes,
        "waits": [*found.own_waits],
    }


def load_policy(db: Database, node: Node) -> None:
    """Promise and watch what is written down."""
    node.only("promise", "watch", "hours", "minutes", "waits")
    promise = node.at("promise")
    waits = node.at("waits")
    numbers = " ".join(str(each.number()) for each in waits.each(len(USUAL_WAITS)))
    said = Policy(
        promise.read(read_promise, promise.text(40)),
        node.at("watch").choice(Preset),
        _hours(node.at("hours")),
        node.at("minutes").maybe(_every),
        waits.read(read_waits, numbers),
    )
    policy.save(db, said)


def dump_watch_words(db: Database) -> Json:
    """Return the words that flag, by kind."""
    found = watch_words.load(db)
    return {str(kind): {"on": [*of.on], "off": [*of.off]} for kind, of in found.items()}


def load_watch_words(db: Database, node: Node) -> None:
    """Let those words flag that are written down."""
    node.only(*WordKind)
    for kind in WordKind:
        said = node.at(kind).only("on", "off")
        watch_words.save(db, kind, WordList(_words(said.at("on")), _words(said.at("off"))))


def dump_meetings(db: Database) -> Json:
    """Return when the team meets."""
    found = meetings.load(db)
    if found is None:
        return None
    return {"first": found.anchor.isoformat(), "at": f"{found.at:%H:%M}", "weeks": found.every}


def load_meetings(db: Database, node: Node) -> None:
    """Let the team meet when it is written down."""
    meetings.save(db, node.maybe(_meetings))


def dump_publishing(db: Database) -> Json:
    """Return whether the bot publishes, on which outlet, and for whom."""
    found = publications.setting(db)
    names = {outlet.id: outlet.name for outlet in outlets.known(db)}
    outlet = names.get(found.outlet_id) if found.outlet_id else None
    return {"is_on": found.is_on, "outlet": outlet, "users": [*found.users]}


def load_publishing(db: Database, node: Node) -> None:
    """Publish as it is written down; the outlet is found by its name."""
    node.only("is_on", "outlet", "users")
    ids = {outlet.name: outlet.id for outlet in outlets.known(db)}
    name = node.at("outlet").maybe(lambda outlet: outlet.text(200))
    if name is not None and name not in ids:
        raise node.at("outlet").bad()
    is_on, users = node.at("is_on").flag(), node.at("users").people(MOST_USERS)
    if is_on and name is None:
        raise node.at("outlet").bad()
    publications.decide(db, Publishing(is_on, ids[name] if name else None, users))


def dump_relaying(db: Database) -> Json:
    """Return how much of comments is shown."""
    found = relaying.setting(db)
    return {"usual": str(found.usual), "delicate": str(found.delicate)}


def load_relaying(db: Database, node: Node) -> None:
    """Show as much of comments as it is written down."""
    node.only("usual", "delicate")
    usual, delicate = (node.at(name).choice(Mode) for name in ("usual", "delicate"))
    relaying.decide(db, Discretion(usual, delicate))


def dump_answering(db: Database) -> Json:
    """Return whether the page answers from Slack, for whom, and how they sign."""
    found = answers.setting(db)
    return {"is_on": found.is_on, "users": [*found.users], "signature": found.signature}


def load_answering(db: Database, node: Node) -> None:
    """Answer as it is written down."""
    node.only("is_on", "users", "signature")
    signature = node.at("signature").text(SIGNATURE_LIMIT, empty=True)
    users = node.at("users").people(MOST_USERS)
    answers.decide(db, Answering(node.at("is_on").flag(), users, signature))


def dump_lapsing(db: Database) -> Json:
    """Return after how many hours a claim lapses, null for never, and a question for a second."""
    return {"claims": claims.lapse_hours(db), "second": claims.second_hours(db)}


def load_lapsing(db: Database, node: Node) -> None:
    """Let claims and questions lapse after the hours that are written down."""
    node.only("claims", "second")
    claims.set_lapse_hours(db, node.at("claims").maybe(_lapse))
    claims.set_second_hours(db, _lapse(node.at("second")))


def _lapse(node: Node) -> int:
    hours = node.number()
    if not 0 < hours <= MOST_LAPSE:
        raise node.bad()
    return hours


def dump_weekly_word(db: Database) -> Json:
    """Return on which weekday the weekly word is drafted, null for never, and where it goes."""
    found = weekly_word.load(db)
    return {"weekday": found.weekday, "channel": found.channel}


def load_weekly_word(db: Database, node: Node) -> None:
    """Draft the weekly word when it is written down."""
    node.only("weekday", "channel")
    weekday, channel = (
        node.at("weekday").maybe(Node.number),
        node.at("channel").maybe(Node.channel),
    )
    if weekday is not None and weekday not in WEEKDAYS:
        raise node.at("weekday").bad()
    weekly_word.save(db, Weekly(weekday, channel))


def load_tips(db: Database, node: Node) -> None:
    """Give tips, or none."""
    tips.switch(db, on=node.flag())


def load_language(db: Database, node: Node) -> None:
    """Speak the language that is written down."""
    language.choose(db, node.choice(Language))


def dump_decisions(db: Database) -> Json:
    """Return what is decided in words; '' for what is not to be decided."""
    return {str(name): text for name, text in sorted(first_steps.facts(db).items())}


def load_decisions(db: Database, node: Node) -> None:
    """Let that be decided which is written down, and nothing else."""
    node.only(*Decision)
    said = {
        each: node.at(each).maybe(lambda at: at.text(FACT_LIMIT, empty=True)) for each in Decision
    }
    for each, text in said.items():
        kept = node.at(each).read(read_fact, each, text) if text else text
        first_steps.set_fact(db, each, kept)


def _every(node: Node) -> int | None:
    return node.read(read_minutes, str(node.number()))


def _hours(node: Node) -> Hours:
    return node.read(read_hours, node.text(120, empty=True))


def _words(node: Node) -> tuple[str, ...]:
    said = "\n".join(each.text(60) for each in node.each(100))
    if len(said) > LIMIT:
        raise node.bad()
    return node.read(read_words, said, "")


def _meetings(node: Node) -> Meetings:
    node.only("first", "at", "weeks")
    weeks = node.at("weeks").number()
    if weeks not in INTERVALS:
        raise node.at("weeks").bad()
    return Meetings(node.at("first").day(), node.at("at").clock(), weeks)
