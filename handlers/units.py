"""The units that get praise, in the settings."""

from collections.abc import Iterable, Mapping
from typing import Any

from bot.domain.praise import Unit, check_room, unit_name
from bot.store import units
from bot.views import units as view
from handlers.kept_lists import Desk


def _read(state: Mapping[str, Any], others: Iterable[Unit]) -> dict[str, str]:
    name, contact = view.read(state)
    return {"name": unit_name(name, others), "contact": contact}


UNITS = Desk("unit", units.UNITS, view.UNITS, _read, check_room)
