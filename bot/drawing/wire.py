"""How what is to be drawn goes to the process that draws it."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from bot.drawing.bars import Bar, Panel, Sheet
from bot.drawing.chart import Box, Chart, Day, Look, Row

Drawing = Chart | Sheet


def dump(drawing: Drawing) -> bytes:
    """Write *drawing* for the process that draws it."""
    return json.dumps({"kind": type(drawing).__name__, **asdict(drawing)}).encode()


def load(data: bytes) -> Drawing:
    """Read what `dump` wrote."""
    found = json.loads(data)
    return _sheet(found) if found["kind"] == Sheet.__name__ else _chart(found)


def _chart(found: Mapping[str, Any]) -> Chart:
    return Chart(
        found["title"],
        found["subtitle"],
        tuple(found["weekdays"]),
        tuple(Row(r["label"], r["span"], tuple(map(_day, r["days"]))) for r in found["rows"]),
        tuple((Look(look), word) for look, word in found["legend"]),
    )


def _day(found: Mapping[str, Any]) -> Day:
    boxes = tuple(Box(**{**box, "look": Look(box["look"])}) for box in found["boxes"])
    return Day(**{**found, "boxes": boxes})


def _sheet(found: Mapping[str, Any]) -> Sheet:
    return Sheet(found["title"], found["subtitle"], tuple(map(_panel, found["panels"])))


def _panel(found: Mapping[str, Any]) -> Panel:
    return Panel(**{**found, "bars": tuple(Bar(**bar) for bar in found["bars"])})
