"""Slash commands as a person types them: kept, answered, and the answer read."""

from typing import Any

from bot.deps import Deps
from bot.store import outbox
from handlers import commands
from handlers.names import command_name
from tests import make
from tests.fakes import FakeAck


def say(deps: Deps, name: str, text: str = "", *, user: str = make.AMIRA) -> dict[str, Any]:
    """Type a command and return the private answer, sent by now; {} where there was none."""
    command = make.command(command_name(deps, name)[1:], text, user=user)
    ack = FakeAck()
    commands.keep(deps, lambda: None, ack, command)
    assert ack.calls == [{}]
    commands.drain(deps)
    with deps.transaction() as db:
        found = [item for item in outbox.pending(db) if command["trigger_id"] in item.key]
        for item in found:
            assert (item.kind, item.user, item.url) == ("note", user, command["response_url"])
            outbox.sent(db, item, None, revision=item.revision, now=deps.now())
    return dict(found[0].body) if found else {}
