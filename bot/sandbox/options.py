"""How a sandbox is started."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.clock import Clock

SLACK_RETRY_DELAYS = (0.0, 60.0, 300.0)  # seconds: at once, after a minute, after five


@dataclass(frozen=True, slots=True)
class SandboxOptions:
    """What the sandbox is given; the manifest decides scopes, commands, shortcuts and events.

    *state_file* None keeps everything in memory. *paced* turns Slack's rate limits on.
    *retry_delays* are seconds between deliveries of an event that nobody acknowledged.
    With *request_url* everything is posted there, signed, instead of over Socket Mode.
    *planted* False leaves the little world out: only people and channels.
    *on_line* gets one line of text for each thing that happens.
    """

    manifest: dict[str, Any]
    state_file: Path | None = None
    clock: Clock = field(default_factory=Clock)
    language: str = "sv"
    timezone: str = "Europe/Stockholm"
    on_reset: Callable[[], Awaitable[None]] | None = None
    paced: bool = True
    retry_delays: tuple[float, ...] = SLACK_RETRY_DELAYS
    request_url: str | None = None
    planted: bool = True
    on_line: Callable[[str], None] | None = None
