"""The people and the channels of the workspace, in Slack's shapes."""

from dataclasses import asdict, dataclass, field, fields
from typing import Any, Self

from bot.sandbox.identity import (
    APP,
    BOT,
    BOT_USER,
    COMMENTS_CHANNEL,
    GENERAL_CHANNEL,
    PLAN_CHANNEL,
    TEAM,
)
from bot.sandbox.state import Json


class Document:
    """A dataclass that is stored as a JSON document."""

    @classmethod
    def from_json(cls, body: Json) -> Self:
        """Build from a stored document."""
        names = {f.name for f in fields(cls)}  # type: ignore[arg-type]
        lists_to_tuples = {k: tuple(v) if isinstance(v, list) else v for k, v in body.items()}
        return cls(**{k: v for k, v in lists_to_tuples.items() if k in names})

    def to_json(self) -> Json:
        """Return what is stored."""
        return asdict(self)  # type: ignore[call-overload, no-any-return]


@dataclass(frozen=True, slots=True)
class User(Document):
    """A person or an app: members, guests (restricted), strangers, the deleted, bots."""

    id: str
    name: str
    real_name: str
    title: str = ""
    color: str = "9f69e7"
    is_bot: bool = False
    is_restricted: bool = False
    is_ultra_restricted: bool = False
    is_stranger: bool = False
    deleted: bool = False
    is_admin: bool = False

    @property
    def kind(self) -> str:
        """Return `bot`, `guest` or `member`, as the page in the browser calls them."""
        if self.is_bot:
            return "bot"
        return "guest" if self.is_restricted or self.is_ultra_restricted else "member"


@dataclass(frozen=True, slots=True)
class Channel(Document):
    """A channel, or a direct conversation between the bot and one person (`is_im`)."""

    id: str
    name: str
    topic: str = ""
    is_private: bool = False
    is_ext_shared: bool = False
    is_im: bool = False
    is_archived: bool = False
    user: str = ""
    created: int = 0
    members: tuple[str, ...] = field(default=())

    @property
    def type(self) -> str:
        """Return Slack's word for the kind of conversation, as events carry it."""
        if self.is_im:
            return "im"
        return "group" if self.is_private else "channel"

    @property
    def scope_family(self) -> str:
        """Return the first half of the scopes that govern this kind of conversation."""
        return {"im": "im", "group": "groups", "channel": "channels"}[self.type]


def user_info(user: User, timezone: str, offset: int) -> Json:
    """Return *user* as users.info shows them; *offset* is seconds east of Greenwich."""
    first, _, last = user.real_name.partition(" ")
    body: Json = {
        "id": user.id,
        "team_id": "T0ELSEWHERE" if user.is_stranger else TEAM,
        "name": user.name,
        "deleted": user.deleted,
        "color": user.color,
        "real_name": user.real_name,
        "tz": timezone,
        "tz_label": timezone,
        "tz_offset": offset,
        "profile": {
            "title": user.title,
            "real_name": user.real_name,
            "real_name_normalized": user.real_name,
            "display_name": user.real_name,
            "display_name_normalized": user.real_name,
            "first_name": first,
            "last_name": last,
            "team": TEAM,
        },
        "is_admin": user.is_admin,
        "is_owner": user.is_admin,
        "is_primary_owner": False,
        "is_restricted": user.is_restricted,
        "is_ultra_restricted": user.is_ultra_restricted,
        "is_bot": user.is_bot,
        "is_app_user": False,
        "is_email_confirmed": True,
        "updated": 1_700_000_000,
    }
    if user.is_stranger:
        body["is_stranger"] = True
    if user.id == BOT_USER:
        body["profile"] |= {"bot_id": BOT, "api_app_id": APP}
    return body


def channel_info(channel: Channel, bot: str) -> Json:
    """Return *channel* as conversations.info shows it to the user *bot*."""
    if channel.is_im:
        return {"id": channel.id, "created": channel.created, "is_im": True, "user": channel.user,
                "is_archived": False, "is_org_shared": False, "context_team_id": TEAM,
                "priority": 0}  # fmt: skip
    return {
        "id": channel.id,
        "name": channel.name,
        "name_normalized": channel.name,
        "is_channel": not channel.is_private,
        "is_group": channel.is_private,
        "is_im": False,
        "is_mpim": False,
        "is_private": channel.is_private,
        "is_general": channel.id == GENERAL_CHANNEL,
        "is_archived": channel.is_archived,
        "is_member": bot in channel.members,
        "is_shared": channel.is_ext_shared,
        "is_ext_shared": channel.is_ext_shared,
        "is_org_shared": False,
        "created": channel.created,
        "creator": "U0AMIRA",
        "topic": {"value": channel.topic, "creator": "U0AMIRA", "last_set": channel.created},
        "purpose": {"value": "", "creator": "", "last_set": 0},
        "context_team_id": TEAM,
        "previous_names": [],
        "num_members": len(channel.members),
    }


NAMES: dict[str, dict[str, Any]] = {
    "sv": {
        "titles": ("Huvudansvarig", "Kommunikatör", "Kommunikatör", "Redaktör", "Konsult"),
        PLAN_CHANNEL: ("innehållsplan", "Planen för våra kanaler, vecka för vecka"),
        COMMENTS_CHANNEL: ("kommentarer", "Kommentarer från sidan, och vem som svarar"),
        GENERAL_CHANNEL: ("allmänt", "Allt som rör hela redaktionen"),
    },
    "en": {
        "titles": ("Lead", "Content writer", "Content writer", "Editor", "Consultant"),
        PLAN_CHANNEL: ("content-plan", "What we publish, week by week"),
        COMMENTS_CHANNEL: ("comments", "Comments from the page, and who answers"),
        GENERAL_CHANNEL: ("general", "Anything for the whole team"),
    },
}


def default_users(language: str, bot_name: str) -> tuple[User, ...]:
    """Return the little editorial team, a guest, and accounts that only tests meet."""
    lead, first, second, editor, consultant = NAMES[language]["titles"]
    return (
        User("U0AMIRA", "amira", "Amira Haddad", lead, "b4552b", is_admin=True),
        User("U0JONAS", "jonas", "Jonas Berg", first, "2f6f9f"),
        User("U0ELIN", "elin", "Elin Lindqvist", second, "2f7d55"),
        User("U0MIKKO", "mikko", "Mikko Niemi", editor, "7a4fa3"),
        User("U0GAST", "sofia.gast", "Sofia Ek", consultant, "8a6d1f", is_restricted=True),
        User(BOT_USER, "lucka", bot_name, "", "d1495b", is_bot=True),
        User("U0ENKANAL", "enkanal", "Pär Ström", consultant, is_restricted=True,
             is_ultra_restricted=True),
        User("U0FRAMMANDE", "okand", "Kim Utsikt", is_stranger=True),
        User("U0SLUTAT", "slutat", "Rut Åberg", deleted=True),
        User("U0ROBOT", "kalenderbot", "Kalenderbot", is_bot=True),
    )  # fmt: skip


def default_channels(language: str, created: int) -> tuple[Channel, ...]:
    """Return the three channels; the bot is a member of the first two, and one is private."""
    team = ("U0AMIRA", "U0JONAS", "U0ELIN", "U0MIKKO", "U0GAST")
    words = NAMES[language]
    with_bot = (*team, BOT_USER)
    members = {PLAN_CHANNEL: with_bot, COMMENTS_CHANNEL: with_bot, GENERAL_CHANNEL: team}
    return tuple(
        Channel(
            key,
            words[key][0],
            words[key][1],
            is_private=key == COMMENTS_CHANNEL,
            created=created,
            members=members[key],
        )
        for key in members
    )
