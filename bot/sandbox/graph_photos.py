"""Pictures over the Graph API: brought unpublished, then shown by a post."""

import json
from collections.abc import Mapping
from typing import Any

from bot.sandbox.graph_errors import GraphRefusal, bad_parameter, no_permission
from bot.sandbox.multipart import Upload
from bot.sandbox.page import Page
from bot.sandbox.pictures import kind_of


def bring(page: Page, params: Mapping[str, str], source: Upload | None) -> dict[str, Any]:
    """Keep a picture that no post shows yet; publishing one by itself is not emulated."""
    if params.get("published", "true").lower() in {"true", "1"}:
        raise bad_parameter("the emulator takes pictures with published=false only")
    if source is None:
        raise GraphRefusal(324, "(#324) Requires upload file")
    if not source.mime:
        raise no_permission()  # what the real one says of a picture without its type
    kind = kind_of(source.data)
    if kind is None:
        raise GraphRefusal(324, "(#324) Missing or invalid image file")
    return {"id": page.add_photo(source.data, kind, params.get("alt_text_custom", ""))}


def attached(page: Page, params: Mapping[str, str]) -> list[str]:
    """Return the pictures that a new post is to show, all of which must still be there."""
    try:
        given = json.loads(params.get("attached_media", "[]"))
        photos = [str(each["media_fbid"]) for each in given]
    except (ValueError, TypeError, KeyError) as error:
        raise bad_parameter("param attached_media must be an array.") from error
    if len(set(photos)) < len(photos) or not all(page.photo_waits(each) for each in photos):
        raise bad_parameter("Invalid parameter: attached_media")
    return photos
