"""What the sandbox remembers: through restarts, through being killed, and until it starts over."""

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx

from tests.sandbox.slack_kit import World, refusal, world


def test_starting_over_brings_the_beginning_back_and_tells_who_asked() -> None:
    told = []

    async def on_reset() -> None:
        told.append("reset")

    with world(on_reset=on_reset) as here:
        here.post()
        here.ui("commands", channel="C0ALLMANT", command="/invite", text="@lucka")
        assert here.ui("reset")["ok"]

        assert told == ["reset"]
        assert here.messages("C0PLAN") == []
        assert refusal(here.client.chat_postMessage, channel="C0ALLMANT", text="x")["error"] == (
            "not_in_channel"
        )


def test_while_starting_over_the_old_bot_can_write_nothing() -> None:
    errors: list[str] = []

    async def on_reset() -> None:
        call = found[0].client.chat_postMessage
        answer = await asyncio.to_thread(refusal, call, channel="C0PLAN", text="x")
        errors.append(answer["error"])

    found: list[World] = []
    with world(on_reset=on_reset) as here:
        found.append(here)
        assert here.ui("reset")["ok"]

        assert errors == ["service_unavailable"]
        assert here.post()


def test_everything_survives_a_restart(tmp_path: Path) -> None:
    file = tmp_path / "sandbox.db"
    home = {"type": "home", "blocks": [{"type": "divider"}]}
    with world(state_file=file, planted=True) as here:
        ts = here.post(metadata={"event_type": "x", "event_payload": {"k": "1"}})
        here.post(text="Svar", thread_ts=ts)
        here.ui("reactions", channel="C0PLAN", ts=ts, name="eyes", action="add")
        here.client.chat_postEphemeral(channel="C0PLAN", user="U0AMIRA", text="Psst")
        here.client.views_publish(user_id="U0AMIRA", view=home)
        before = (here.messages("C0PLAN"), here.read("home"), here.http.get("/ui/page").json())
    with world(state_file=file, planted=True) as here:
        after = (here.messages("C0PLAN"), here.read("home"), here.http.get("/ui/page").json())

        assert _without_links(after) == _without_links(before)
        assert here.post() > ts


def _without_links(seen: Any) -> Any:
    messages, *rest = seen
    return [m | {"permalink": ""} for m in messages], rest


KILLED = """
import asyncio, sys
from pathlib import Path
from bot.sandbox.app import serve
from tests.sandbox.slack_kit import options

def ready(port):
    print(port, flush=True)

asyncio.run(serve(options(state_file=Path(sys.argv[1]), retry_delays=(60.0,)), "127.0.0.1", 0, ready=ready))
"""


def started(file: Path) -> tuple[subprocess.Popen[str], str]:
    """A sandbox in a process of its own, and its address."""
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(file)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert process.stdout is not None
    return process, f"http://127.0.0.1:{process.stdout.readline().strip()}"


def test_what_was_answered_survives_being_killed(tmp_path: Path) -> None:
    file = tmp_path / "sandbox.db"
    process, address = started(file)
    with process, httpx.Client(base_url=address) as http:
        for number in range(20):
            message = {"as": "U0AMIRA", "channel": "C0PLAN", "text": str(number)}
            assert http.post("/ui/messages", json=message).json()["ok"]
        process.kill()

    with world(state_file=file) as here:
        assert [m["text"] for m in here.messages("C0PLAN")] == [str(n) for n in range(20)]
        assert len(here.slack.events) == 20


def test_a_signal_ends_it_at_once_with_a_browser_looking(tmp_path: Path) -> None:
    process, address = started(tmp_path / "sandbox.db")
    with process, httpx.stream("GET", f"{address}/ui/stream") as stream:
        next(stream.iter_lines())
        process.send_signal(signal.SIGTERM)
        process.wait(3)
