"""Taking comments out: what is wanted, the review before it is done, and what comes of it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import Any

from bot.domain.disclosure import (
    PROVISION_LIMIT,
    WORDS_LIMIT,
    Disclosure,
    Kind,
    Review,
    Wanted,
)
from bot.locales import Words
from bot.views.blocks import (
    Message,
    chosen,
    context,
    escape,
    field,
    modal,
    option,
    section,
    several,
    simple,
    text_input,
    values,
)
from bot.views.forms import Origin
from bot.views.pickers import day_picker
from bot.views.record_words import Teller

ASK = "disclosure.ask"
SAVE = "disclosure.save"

SINCE, UNTIL, POST, PERSON = "since", "until", "post", "person"
LEFT_OUT, PROVISION = "left_out", "provision"
NUMBERS, NAMES = "numbers", "names"


@dataclass(frozen=True, slots=True)
class Asked:
    """What stands in the first form."""

    since: date | None
    until: date | None
    post: str
    person: str


def ask(words: Words, origin: Origin) -> dict[str, Any]:
    """Return the form that asks what is wanted; nothing of who wants it, or why."""

    def one(name: str, element: dict[str, Any], hint: str | None = None) -> dict[str, Any]:
        label = words(f"disclosure-{name}")
        said = words(hint) if hint else None
        return field(label, element, block_id=name, hint=said, optional=True)

    blocks = [
        section(words("disclosure-intro")),
        one(SINCE, day_picker(None)),
        one(UNTIL, day_picker(None)),
        one(POST, text_input("value", limit=WORDS_LIMIT), "disclosure-post-hint"),
        one(PERSON, text_input("value", limit=WORDS_LIMIT), "disclosure-person-hint"),
        context(words("disclosure-never-who")),
    ]
    labels = (words("disclosure-title"), words("disclosure-next"), words("settings-close"))
    return modal(ASK, *labels, blocks, private_metadata=origin.pack())


def review(words: Words, wanted: Wanted, count: int) -> dict[str, Any]:
    """Return the form in which it is reviewed what is left out; *count* is how many fit."""
    options = [
        option(words("disclosure-mask-numbers"), NUMBERS),
        option(words("disclosure-mask-names"), NAMES),
    ]
    boxes = several("checkboxes", "value", options, [NUMBERS])
    blocks = [
        section(f"*{words('disclosure-count', count=count)}*"),
        section(words("disclosure-review")),
        field(words("disclosure-left-out"), boxes, block_id=LEFT_OUT, optional=True),
        field(
            words("disclosure-provision"),
            text_input("value", limit=PROVISION_LIMIT),
            block_id=PROVISION,
            hint=words("disclosure-provision-hint"),
            optional=True,
        ),
        context(words("disclosure-logged")),
    ]
    labels = (words("disclosure-title"), words("disclosure-do"), words("settings-close"))
    return modal(SAVE, *labels, blocks, private_metadata=_pack(wanted))


def read_ask(state: Mapping[str, Any]) -> Asked:
    """Read what stands in the first form."""
    said = values(state)
    since, until = (_day(said.get(name)) for name in (SINCE, UNTIL))
    return Asked(since, until, said.get(POST) or "", said.get(PERSON) or "")


def read_review(state: Mapping[str, Any], provision: str) -> Review:
    """Read what is left out, with the *provision* as it is kept."""
    held = chosen(state, LEFT_OUT)
    return Review(NUMBERS in held, NAMES in held, provision)


def provision_in(state: Mapping[str, Any]) -> str:
    """Return the provision that stands in the second form."""
    return values(state).get(PROVISION) or ""


def wanted_in(metadata: str) -> Wanted:
    """Read what the second form remembers; raise ValueError, KeyError or TypeError if it is odd."""
    held = json.loads(metadata)["wanted"]
    since, until = (datetime.fromisoformat(held[n]) if held[n] else None for n in (SINCE, UNTIL))
    return Wanted(since, until, str(held[POST]), str(held[PERSON]))


def asked(words: Words, count: int) -> Message:
    """Say that the files are being made, and where they will come."""
    return simple(words("disclosure-asked", count=count))


def done(words: Words, one: Disclosure, file: str) -> Message:
    """Give the files by *file* (a link), say what was left out of them, and to read them first."""
    lines = [words("disclosure-done", file=file, count=one.comments or 0)]
    if one.kind is Kind.DISCLOSURE:
        lines += [*map(escape, _left_out(words, one.review)), words("disclosure-read-first")]
    return simple("\n".join(lines))


def failed(words: Words, why: str) -> Message:
    """Say why there are no files, and what to do."""
    return simple(words(f"disclosure-failed-{why}"))


def title(words: Words, one: Disclosure) -> str:
    """Name the files."""
    return words(f"disclosure-files-{one.kind}")


def file_name(words: Words, one: Disclosure, today: date) -> str:
    """Return what the archive is called; nothing in it tells what was looked for."""
    return f"{words(f'disclosure-file-{one.kind}')}-{today.isoformat()}-{one.id}.zip"


def page_head(teller: Teller, one: Disclosure, number: int) -> tuple[str, list[str]]:
    """Return the title of a page of the files, and what is said before the first comment."""
    words = teller.words
    page = f" ({number})" if number > 1 else ""
    lines = [words("disclosure-made", at=teller.at(one.asked_at))]
    period = _period(teller, one.wanted, teller.zone)
    return title(words, one) + page, [*period, *lines, *_left_out(words, one.review)]


def _period(teller: Teller, wanted: Wanted, zone: tzinfo) -> list[str]:
    """Say of which days it is; what else was looked for is not said."""
    first = wanted.since.astimezone(zone).date().isoformat() if wanted.since else ""
    end = wanted.until
    last = (end - timedelta(microseconds=1)).astimezone(zone).date().isoformat() if end else ""
    if first and last:
        return [teller.words("disclosure-period", first=first, last=last)]
    if first:
        return [teller.words("disclosure-period-from", first=first)]
    return [teller.words("disclosure-period-to", last=last)] if last else []


def _left_out(words: Words, review: Review) -> list[str]:
    said = []
    if review.is_masked:
        said.append(words("disclosure-masked"))
    if review.is_nameless:
        said.append(words("disclosure-nameless"))
    if review.provision:
        said.append(words("disclosure-by", provision=review.provision))
    return said


def _pack(wanted: Wanted) -> str:
    held = {
        SINCE: wanted.since.isoformat() if wanted.since else "",
        UNTIL: wanted.until.isoformat() if wanted.until else "",
        POST: wanted.post,
        PERSON: wanted.person,
    }
    return json.dumps({"wanted": held}, ensure_ascii=False)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
