"""The pictures in the form *Picture and persons*, and what is said of them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.domain.media import ALT_LIMIT, Kind, Media
from bot.domain.photos import LARGEST, MOST, Photo
from bot.locales import Words
from bot.views.blocks import (
    Block,
    chosen,
    cut,
    escape,
    field,
    option,
    section,
    several,
    text_input,
    values,
)

ADDED = "photos"
DECORATIVE, REMOVE = "decorative", "remove"

FILE_TYPES = ("jpg", "jpeg", "png", "gif", "webp")
NAME_LIMIT = 60
GLANCE_LIMIT = 180  # ten of them have room beside everything else


def fields(words: Words, media: Media, *, takes_more: bool) -> list[Block]:
    """Return the fields of the pictures that are there, and the one that adds more."""
    held = [
        each
        for number, photo in enumerate(media.photos)
        for each in _of(words, number, photo, media)
    ]
    takes_more = takes_more and len(media.photos) < MOST
    return [*held, _adding(words, media)] if takes_more else held


def kept(state: Mapping[str, Any], before: Sequence[Photo]) -> list[Photo]:
    """Return the pictures from *before* as the submitted form leaves them."""
    return [
        _as_said(state, number, photo)
        for number, photo in enumerate(before)
        if REMOVE not in chosen(state, _ticks(number))
    ]


def lines(words: Words, media: Media, *, limit: int = GLANCE_LIMIT) -> list[str]:
    """Say of each picture what it is called and what it shows, in mrkdwn."""
    return [
        words(
            _key("post-photo-said", photo, media),
            number=number,
            name=escape(cut(photo.name, NAME_LIMIT)),
            alt=escape(cut(photo.alt, limit)),
        )
        for number, photo in enumerate(media.photos, 1)
    ]


def shown(words: Words, media: Media) -> list[Block]:
    """Return each picture that is to go out in words, before anybody confirms it."""
    return [section(line) for line in lines(words, media, limit=ALT_LIMIT)]


def _key(key: str, photo: Photo, media: Media) -> str:
    if media.kind is Kind.DECORATIVE or photo.is_decorative:
        return f"{key}-decorative"
    return f"{key}-wordless" if photo.lacks_alt else key


def _of(words: Words, number: int, photo: Photo, media: Media) -> list[Block]:
    named: dict[str, str | float] = {"number": number + 1, "name": cut(photo.name, NAME_LIMIT)}
    choices = [option(words("post-photo-remove"), REMOVE)]
    if media.kind is Kind.DECORATIVE:
        ticks = several("checkboxes", "value", choices)
        return [_optional(words("post-photo", **named), ticks, _ticks(number))]
    choices.insert(0, option(words("post-photo-decorative"), DECORATIVE))
    ticks = several("checkboxes", "value", choices, [DECORATIVE] if photo.is_decorative else [])
    written = text_input("value", photo.alt, multiline=True, limit=ALT_LIMIT)
    return [
        _optional(words("post-photo-alt", **named), written, _alt(number)),
        _optional(words("post-photo", **named), ticks, _ticks(number)),
    ]


def _adding(words: Words, media: Media) -> Block:
    element = {
        "type": "file_input",
        "action_id": "value",
        "filetypes": list(FILE_TYPES),
        "max_files": MOST - len(media.photos),
    }
    hint = words("post-photos-hint", limit=MOST, size=LARGEST // 1_000_000)
    label = words("post-photos-more" if media.photos else "post-photos")
    return field(label, element, block_id=ADDED, hint=hint, optional=True)


def _optional(label: str, element: Block, block_id: str) -> Block:
    return field(label, element, block_id=block_id, optional=True)


def _as_said(state: Mapping[str, Any], number: int, photo: Photo) -> Photo:
    """Return *photo* as the form leaves it: one that only offers to remove it changes nothing."""
    said = values(state)
    if _alt(number) not in said:
        return photo
    is_decorative = DECORATIVE in chosen(state, _ticks(number))
    return replace(photo, alt=said[_alt(number)] or "", is_decorative=is_decorative)


def _alt(number: int) -> str:
    return f"photo_alt_{number}"


def _ticks(number: int) -> str:
    return f"photo_{number}"
