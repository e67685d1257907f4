"""What a form must remember while it is open: where it came from and what it is about."""

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """Travels with a form as its private metadata.

    *channel* is the Slack channel it was opened in, *subject* the id of what is changed and
    *revision* how it stood then; *permalink* leads to the message that an idea comes from;
    *comment* is the id of the comment that it is about.
    """

    channel: str | None = None
    subject: int | None = None
    revision: int | None = None
    permalink: str | None = None
    comment: str | None = None

    def pack(self) -> str:
        """Write it as text, with the comment only where there is one."""
        held = asdict(self)
        if self.comment is None:
            del held["comment"]
        return json.dumps(held)


@dataclass(frozen=True, slots=True)
class CommentOrigin(Origin):
    """The same for a form about a *comment*.

    *seen* is what the page had said when it was shown, *agreed* of what they were warned.
    """

    comment: str = ""
    seen: str = ""
    agreed: str = ""


def unpack(metadata: str) -> Origin:
    """Read what `Origin.pack` wrote."""
    held = json.loads(metadata)
    return CommentOrigin(**held) if "comment" in held else Origin(**held)
