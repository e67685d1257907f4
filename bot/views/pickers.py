"""Pickers of days, times and people, as forms hold them; what is None is not chosen yet."""

from collections.abc import Sequence
from datetime import date, time

from bot.views.blocks import Block


def day_picker(day: date | None) -> Block:
    """Return a picker of days that begins with *day*."""
    picker: Block = {"type": "datepicker", "action_id": "value"}
    return {**picker, "initial_date": day.isoformat()} if day else picker


def time_picker(at: time | None, zone: str) -> Block:
    """Return a picker of times that begins with *at*, in the team's *zone* whoever looks at it."""
    picker: Block = {"type": "timepicker", "action_id": "value", "timezone": zone}
    return {**picker, "initial_time": f"{at:%H:%M}"} if at is not None else picker


def person_picker(user: str | None) -> Block:
    """Return a picker of one person that begins with *user*."""
    picker: Block = {"type": "users_select", "action_id": "value"}
    return {**picker, "initial_user": user} if user else picker


def people_picker(users: Sequence[str], *, most: int) -> Block:
    """Return a picker of *most* people that begins with *users*."""
    picker: Block = {"type": "multi_users_select", "action_id": "value", "max_selected_items": most}
    return {**picker, "initial_users": list(users)} if users else picker
