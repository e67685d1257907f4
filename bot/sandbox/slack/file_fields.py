"""Files in forms: a person hands ids of what they brought, the app is told of files."""

from bot.sandbox.slack.core import Slack
from bot.sandbox.slack.inputs import elements
from bot.sandbox.slack.workspace import Refused
from bot.sandbox.state import Json


def with_files(slack: Slack, blocks: list[Json], given: Json) -> Json:
    """Return *given* values with files in the place of their ids."""
    told = dict(given)
    for block in blocks:
        for element in elements(block):
            action_id, typed = element.get("action_id"), given.get(block["block_id"], {})
            if element["type"] == "file_input" and action_id in typed:
                files = [_file(slack, element, key) for key in typed[action_id] or ()]
                told[block["block_id"]] = typed | {action_id: files}
    return told


def _file(slack: Slack, element: Json, key: object) -> Json:
    """Return what the app is told of a file; one of another type than is asked for is refused."""
    found = slack.files.info(str(key), slack.address)
    if found is None:
        raise Refused("file_not_found")
    ending = found["name"].rpartition(".")[2].lower()
    if ending not in element.get("filetypes", [ending]):
        raise Refused("file_type_not_allowed")
    return found
