"""What a post shows, as it is stored: JSON, because nothing asks the database for a part of it."""

import json
from dataclasses import asdict

from bot.domain.media import NOTHING, Captions, Kind, Media, Persons
from bot.domain.photos import Photo


def written(media: Media) -> str:
    """Write *media*."""
    return "{}" if media == NOTHING else json.dumps(asdict(media), ensure_ascii=False)


def read(stored: str) -> Media:
    """Read what `written` wrote."""
    if stored == "{}":  # most posts
        return NOTHING
    held = json.loads(stored)
    return Media(
        kind=Kind(held["kind"]),
        alt=held["alt"],
        captions=Captions(held["captions"]),
        persons=Persons(held["persons"]),
        consent=held["consent"],
        watch=held["watch"],
        photos=tuple(Photo(**photo) for photo in held.get("photos", ())),
    )
