"""What a post needs before it is ready, and what follows when it no longer has it."""

from dataclasses import replace
from enum import StrEnum

from bot.domain.errors import Refusal
from bot.domain.media import DECIDED, Captions, Kind, Media
from bot.domain.plan import Entry, Post, Status
from bot.domain.text import is_blank


class Need(StrEnum):
    """One thing that a post lacks."""

    OWNER = "owner"
    TEXT = "text"
    ALT = "alt"
    REASON = "reason"
    CAPTIONS = "captions"
    DESCRIPTION = "description"
    DECISION = "decision"
    REFUSED = "refused"
    SECOND = "second"


DECISIONS = frozenset({Need.DECISION, Need.REFUSED})
"""What no reason makes good: persons who must be protected wait for a decision."""


class NotReady(Refusal):
    """Refuse to call ready what lacks something; `missing` says what."""

    kind = "refusal-not-ready"


def needs(post: Post) -> tuple[Need, ...]:
    """List what *post* lacks, whether or not the lead has let it pass."""
    second = (Need.SECOND,) if post.pair and post.second is None else ()
    return (*_basic(post), *lacking(post.media), *_persons(post), *second)


def missing(post: Post) -> tuple[Need, ...]:
    """List what keeps *post* from being ready."""
    return tuple(need for need in needs(post) if need not in post.waived)


def waivable(lacking: tuple[Need, ...]) -> bool:
    """Tell whether the lead may let *lacking* pass with a reason."""
    return bool(lacking) and not DECISIONS & set(lacking)


def awaits_decision(post: Post) -> bool:
    """Tell whether the lead has yet to decide about the persons in an open *post*."""
    return post.is_open and post.media.persons in DECIDED and post.ruling is None


def settle(post: Post) -> Post:
    """Make a draft of a ready *post* that lacks something; in a draft nothing has been let pass."""
    is_fit = post.status is Status.READY and not missing(post)
    return post if is_fit else replace(post, status=Status.DRAFT, waived=frozenset())


def begun(entry: Entry) -> Entry:
    """Make a draft of a new *entry* that was to be ready but lacks something."""
    unfit = entry.status is Status.READY and _basic(entry)
    return replace(entry, status=Status.DRAFT) if unfit else entry


def _basic(entry: Entry | Post) -> tuple[Need, ...]:
    lacks = {Need.OWNER: entry.owner is None, Need.TEXT: is_blank(entry.text)}
    return tuple(need for need, is_so in lacks.items() if is_so)


def lacking(media: Media) -> tuple[Need, ...]:
    """List what a picture or a film lacks; a live broadcast gets its captions afterwards."""
    silent = media.captions is Captions.SILENT
    lacks = {
        Need.ALT: media.kind is Kind.PICTURE and _wordless(media),
        Need.REASON: media.kind is Kind.DECORATIVE and is_blank(media.alt),
        Need.CAPTIONS: media.kind is Kind.FILM and media.captions is Captions.NONE,
        Need.DESCRIPTION: media.kind is Kind.FILM and silent and is_blank(media.alt),
    }
    return tuple(need for need, is_so in lacks.items() if is_so)


def _wordless(media: Media) -> bool:
    """Tell whether a picture is said in no words."""
    return media.wordless > 0 if media.photos else is_blank(media.alt)


def _persons(post: Post) -> tuple[Need, ...]:
    if post.media.persons not in DECIDED or (post.ruling and post.ruling.approved):
        return ()
    return (Need.REFUSED if post.ruling else Need.DECISION,)
