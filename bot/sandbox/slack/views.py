"""Modals in their stacks and home tabs, with hashes, external ids and what was typed in them."""

from collections.abc import Iterator
from secrets import token_hex

from bot.clock import Clock
from bot.sandbox.identity import APP, BOT, TEAM
from bot.sandbox.slack.blocks import with_ids
from bot.sandbox.slack.workspace import Refused
from bot.sandbox.state import Json, State

MOST_IN_STACK = 3
EMPTY_TITLE = {"type": "plain_text", "text": "", "emoji": True}


class Views:
    """Keep every open view; stacks and homes are per person."""

    def __init__(self, state: State, clock: Clock) -> None:
        self._state = state
        self._clock = clock
        self._stacks: dict[str, list[str]] = {}
        self._kept = state.load("view")
        for view_id, entry in self._kept.items():
            self._stacks.setdefault(entry["user"], []).append(view_id)
        self._homes = state.load("home")

    # -- looking

    def stack(self, user: str) -> list[Json]:
        """Return a person's open modals, top last, each with `errors`."""
        kept = (self._kept[view_id] for view_id in self._stacks.get(user, ()))
        return [entry["view"] | {"errors": entry["errors"]} for entry in kept]

    def home(self, user: str) -> Json | None:
        """Return a person's home tab."""
        entry = self._homes.get(user)
        view: Json | None = entry["view"] if entry else None
        return view

    def get(self, view_id: str) -> Json:
        """Return a modal or home view by id; refuse `not_found`."""
        return self._entry(view_id)["view"]  # type: ignore[no-any-return]

    def owner(self, view_id: str) -> str:
        """Return whose view it is."""
        return str(self._entry(view_id)["user"])

    def by_external_id(self, external_id: str) -> Json:
        """Return a view by the app's own id; refuse `not_found`."""
        for entry in self._all():
            if entry["view"]["external_id"] == external_id:
                return entry["view"]  # type: ignore[no-any-return]
        raise Refused("not_found")

    def _all(self) -> Iterator[Json]:
        yield from self._kept.values()
        yield from self._homes.values()

    def _entry(self, view_id: str) -> Json:
        for entry in self._all():
            if entry["view"]["id"] == view_id:
                return entry
        raise Refused("not_found")

    # -- changing

    def open(self, user: str, given: Json) -> Json:
        """Show a modal as the only one."""
        self._check_external_id(given, None)
        self.clear(user)
        return self._add(user, given, None)

    def push(self, user: str, given: Json) -> Json:
        """Put a modal on top of the stack; refuse the fourth."""
        stack = self._stacks.get(user, [])
        if len(stack) >= MOST_IN_STACK:
            raise Refused("push_limit_reached")
        self._check_external_id(given, None)
        return self._add(user, given, self._kept[stack[-1]]["view"] if stack else None)

    def update(self, view_id: str, given: Json, expected_hash: str | None) -> Json:
        """Put new content into a view; what was typed under the same ids stays."""
        entry = self._entry(view_id)
        old = entry["view"]
        if expected_hash is not None and expected_hash != old["hash"]:
            raise Refused("hash_conflict")
        self._check_external_id(given, view_id)
        new = self._built(given, view_id, old["root_view_id"], old["previous_view_id"])
        new["state"] = {"values": _surviving(old["state"]["values"], new["blocks"])}
        self._save(entry | {"view": new, "errors": None})
        return new

    def publish(self, user: str, given: Json, expected_hash: str | None) -> Json:
        """Show *given* on a person's home tab."""
        old = self.home(user)
        if expected_hash is not None and old and expected_hash != old["hash"]:
            raise Refused("hash_conflict")
        view_id = old["id"] if old else _new_id()
        self._check_external_id(given, view_id)
        view = self._built(given, view_id, view_id, None)
        self._save({"user": user, "view": view, "errors": None})
        return view

    def remember(self, view_id: str, values: Json, errors: dict[str, str] | None) -> Json:
        """Keep what a person typed, and what the app objected to."""
        entry = self._entry(view_id)
        view: Json = entry["view"] | {"state": {"values": values}}
        self._save(entry | {"view": view, "errors": errors})
        return view

    def close(self, user: str, view_id: str) -> None:
        """Close one modal; one that is gone already is no error."""
        if view_id in self._stacks.get(user, ()):
            self._stacks[user].remove(view_id)
            del self._kept[view_id]
            self._state.drop("view", view_id)

    def clear(self, user: str) -> None:
        """Close the whole stack."""
        for view_id in list(self._stacks.get(user, ())):
            self.close(user, view_id)

    # -- inside

    def _add(self, user: str, given: Json, below: Json | None) -> Json:
        view_id = _new_id()
        root = below["root_view_id"] if below else view_id
        view = self._built(given, view_id, root, below["id"] if below else None)
        self._stacks.setdefault(user, []).append(view_id)
        self._save({"user": user, "view": view, "errors": None})
        return view

    def _save(self, entry: Json) -> None:
        view = entry["view"]
        if view["type"] == "home":
            self._homes[entry["user"]] = entry
            self._state.put("home", entry["user"], entry)
        else:
            self._kept[view["id"]] = entry
            self._state.put("view", view["id"], entry)

    def _built(self, given: Json, view_id: str, root: str, previous: str | None) -> Json:
        """Return Slack's view object around what the app gave."""
        return {
            "id": view_id,
            "team_id": TEAM,
            "type": given["type"],
            "blocks": with_ids(given["blocks"]),
            "private_metadata": given.get("private_metadata", ""),
            "callback_id": given.get("callback_id", ""),
            "state": {"values": {}},
            "hash": f"{int(self._clock.now().timestamp())}.{token_hex(4)}",
            "title": given.get("title", EMPTY_TITLE),
            "clear_on_close": given.get("clear_on_close", False),
            "notify_on_close": given.get("notify_on_close", False),
            "close": given.get("close"),
            "submit": given.get("submit"),
            "previous_view_id": previous,
            "root_view_id": root,
            "app_id": APP,
            "external_id": given.get("external_id", ""),
            "app_installed_team_id": TEAM,
            "bot_id": BOT,
        }

    def _check_external_id(self, given: Json, own: str | None) -> None:
        external_id = given.get("external_id")
        taken = (e["view"] for e in self._all() if e["view"]["external_id"] == external_id)
        if external_id and any(view["id"] != own for view in taken):
            raise Refused("duplicate_external_id")


def _new_id() -> str:
    return "V" + token_hex(5).upper()


def _surviving(values: Json, blocks: list[Json]) -> Json:
    """Return the typed values whose block is still there."""
    ids = {block["block_id"] for block in blocks}
    return {block_id: entry for block_id, entry in values.items() if block_id in ids}
