"""The schema, step by step, each step with the reason for its shape; a module an area.

Append only: a step that has been released is never edited. Tables are STRICT; instants are text
as `bot.store.db.stamp` writes it, local dates and wall times are ISO text, because a slot is wall
time in the team's zone and must not move when the zone's rules do.
"""

# isort: off -- the steps are applied in the order in which they are imported
from bot.store.migrations import first_light, meeting, team

# isort: on
from bot.store.migrations.steps import migrations

__all__ = ["first_light", "meeting", "migrations", "team"]
