"""What a message carries: text, blocks, metadata; checked alike wherever it comes from."""

import json
import re
from typing import Any

from bot.sandbox.identity import APP, BOT, TEAM
from bot.sandbox.slack.blocks import message_problems, with_ids
from bot.sandbox.state import Json

MOST_TEXT = 40_000  # longer is cut
MOST_UPDATE_TEXT = 4_000
MOST_METADATA_BYTES = 8_000  # Slack's own limit is unpublished
EVENT_TYPE = re.compile(r"[A-Za-z0-9_]{1,255}")
METADATA_KEY = re.compile(r"[a-z][a-z0-9_]*")


class BadContent(Exception):
    """Slack's word for what is wrong, and the details."""

    def __init__(self, code: str, messages: list[str] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.messages = messages or []


def checked_blocks(blocks: Any) -> list[Json]:  # noqa: ANN401
    """Return blocks with their ids filled in; raise `invalid_blocks` with every problem."""
    if not isinstance(blocks, list):
        raise BadContent("invalid_blocks_format")
    problems = message_problems(blocks)
    if problems:
        raise BadContent("invalid_blocks", problems)
    return with_ids(blocks)


def checked_metadata(metadata: Any) -> Json:  # noqa: ANN401
    """Return message metadata; raise what Slack says to anything else."""
    if not isinstance(metadata, dict) or not isinstance(metadata.get("event_payload"), dict):
        raise BadContent("invalid_metadata_format")
    kind = metadata.get("event_type")
    if not isinstance(kind, str) or not EVENT_TYPE.fullmatch(kind):
        raise BadContent("invalid_metadata_format")
    if not all(METADATA_KEY.fullmatch(key) for key in metadata["event_payload"]):
        raise BadContent("invalid_metadata_schema")
    if len(json.dumps(metadata).encode()) > MOST_METADATA_BYTES:
        raise BadContent("metadata_too_large")
    return {"event_type": kind, "event_payload": metadata["event_payload"]}


def authored(bot_name: str) -> Json:
    """Return the keys that say a message is the app's."""
    return {
        "bot_id": BOT,
        "app_id": APP,
        "bot_profile": {
            "id": BOT,
            "app_id": APP,
            "name": bot_name,
            "deleted": False,
            "updated": 1_700_000_000,
            "team_id": TEAM,
            "icons": {},
        },
    }


def fallback(blocks: list[Json]) -> str:
    """Return the text that Slack assembles from blocks where an app sent none."""
    return "\n".join(line for block in blocks for line in _lines(block))[:MOST_UPDATE_TEXT]


def _lines(block: Json) -> list[str]:
    parts = [block.get("text"), *block.get("fields", ())]
    if block["type"] == "context":
        parts = block["elements"]
    texts = (part.get("text") if isinstance(part, dict) else part for part in parts)
    return [text for text in texts if isinstance(text, str)]
