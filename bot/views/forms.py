"""What a form must remember while it is open: where it came from and what it is about."""

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """Travels with a form as its private metadata.

    *channel* is the Slack channel it was opened in, *subject* the id of what is changed and
    *revision* how it stood then; *permalink* leads to the message that an idea comes from;
    *comment* is the id of the comment that it is about, *period* says of which month, week or other
    period, as the button that opened it wrote it.
    """

    channel: str | None = None
    subject: int | None = None
    revision: int | None = None
    permalink: str | None = None
    comment: str | None = None
    period: str | None = None

    def pack(self) -> str:
        """Write it as text, with a comment or a period only where there is one."""
        rare = {"comment": self.comment, "period": self.period}
        held = asdict(self)
        return json.dumps({name: held[name] for name in held if rare.get(name, "") is not None})


@dataclass(frozen=True, slots=True)
class CommentOrigin(Origin):
    """The same for a form about a *comment*.

    *seen* is what the page had said when it was shown, *agreed* of what they were warned.
    """

    comment: str = ""
    seen: str = ""
    agreed: str = ""


NUMBERS = ("subject", "revision")


def unpack(metadata: str) -> Origin:
    """Read what `Origin.pack` wrote; raise TypeError or ValueError where it is something else."""
    held = json.loads(metadata)
    if type(held) is not dict:
        raise TypeError(metadata)
    for name, value in held.items():
        kind = int if name in NUMBERS else str
        if value is not None and type(value) is not kind:
            raise TypeError(name)
        str(value).encode()  # half an emoji can be looked up nowhere
    return CommentOrigin(**held) if "comment" in held else Origin(**held)
