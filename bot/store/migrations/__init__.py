"""The schema, step by step, each step with the reason for its shape; a module an area.

Append only: a step that has been released is never edited. Tables are STRICT; instants are text
as `bot.store.db.stamp` writes it, local dates and wall times are ISO text, because a slot is wall
time in the team's zone and must not move when the zone's rules do.
"""

# The steps are applied in the order in which they are imported.
# isort: off
from bot.store.migrations import first_light
from bot.store.migrations import team
from bot.store.migrations import cadence
from bot.store.migrations import picture
from bot.store.migrations import meeting
from bot.store.migrations import ideas
from bot.store.migrations import lifecycle
from bot.store.migrations import series
from bot.store.migrations import imports
from bot.store.migrations import publishing
from bot.store.migrations import wheel
from bot.store.migrations import nags
from bot.store.migrations import desk
from bot.store.migrations import policy
from bot.store.migrations import reserves
from bot.store.migrations import relaying
from bot.store.migrations import answers
from bot.store.migrations import claims
from bot.store.migrations import reading
from bot.store.migrations import moderation
from bot.store.migrations import urgent
from bot.store.migrations import photos
from bot.store.migrations import hooks
from bot.store.migrations import report
from bot.store.migrations import roles
from bot.store.migrations import records
from bot.store.migrations import commentrest
from bot.store.migrations import planrest
from bot.store.migrations import disposal
from bot.store.migrations import sqlviews
from bot.store.migrations import manager
from bot.store.migrations import figures
from bot.store.migrations import trails
from bot.store.migrations import takenback
from bot.store.migrations import paths
from bot.store.migrations import writing
from bot.store.migrations import given
from bot.store.migrations import givers
from bot.store.migrations import language
from bot.store.migrations import uncounted

# isort: on
from bot.store.migrations.steps import migrations

__all__ = [
    "answers",
    "cadence",
    "claims",
    "commentrest",
    "desk",
    "disposal",
    "figures",
    "first_light",
    "given",
    "givers",
    "hooks",
    "ideas",
    "imports",
    "language",
    "lifecycle",
    "manager",
    "meeting",
    "migrations",
    "moderation",
    "nags",
    "paths",
    "photos",
    "picture",
    "planrest",
    "policy",
    "publishing",
    "reading",
    "records",
    "relaying",
    "report",
    "reserves",
    "roles",
    "series",
    "sqlviews",
    "takenback",
    "team",
    "trails",
    "uncounted",
    "urgent",
    "wheel",
    "writing",
]
