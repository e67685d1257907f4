"""Uploads in three steps, as Slack wants them, and messages that show what was uploaded."""

from collections.abc import Iterator
from typing import Any

import pytest

from bot.sandbox.identity import PLAN_CHANNEL
from bot.sandbox.slack.manifest import Manifest
from tests.sandbox.slack_kit import World, refusal, until, without_scope, world

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x06\x40\x00\x00\x04\x00"


@pytest.fixture(scope="module")
def here() -> Iterator[World]:
    with world() as found:
        yield found


def announce(world: World, size: int = len(PNG)) -> Any:
    return world.client.files_getUploadURLExternal(filename="plan.png", length=size)


def send(world: World, url: str, data: bytes = PNG) -> int:
    return world.http.post(url, content=data).status_code


def uploaded(world: World, data: bytes = PNG) -> str:
    told = announce(world, len(data))
    assert told["upload_url"].startswith(f"{world.address}/upload/")
    assert send(world, told["upload_url"], data) == 200
    world.client.files_completeUploadExternal(files=[{"id": told["file_id"], "title": "Planen"}])
    return str(told["file_id"])


def image(file: str) -> list[dict[str, Any]]:
    return [{"type": "image", "slack_file": {"id": file}, "alt_text": "Planen"}]


def show(world: World, file: str) -> Any:
    return world.client.chat_postMessage(channel=PLAN_CHANNEL, text="Planen", blocks=image(file))


def is_seen(world: World, file: str) -> bool:
    return "original_w" in world.client.files_info(file=file)["file"]


def test_a_file_becomes_a_picture_a_moment_after_it_is_completed(here: World) -> None:
    file = uploaded(here)
    assert here.client.files_info(file=file)["file"]["mimetype"] == ""
    assert "invalid slack file" in str(refused(here, file)["errors"])

    until(lambda: is_seen(here, file))

    known = here.client.files_info(file=file)["file"]
    assert (known["mimetype"], known["original_w"], known["title"]) == ("image/png", 1600, "Planen")
    message = show(here, file)["message"]
    assert message["blocks"][0]["slack_file"] == {"id": file}
    picture = here.http.get(f"/files/{file}")
    assert (picture.content, picture.headers["content-type"]) == (PNG, "image/png")


def test_what_has_been_uploaded_is_read_at_its_permalink(here: World) -> None:
    file = uploaded(here, "a;å".encode())
    address = here.client.files_info(file=file)["file"]["permalink"]

    told = here.http.get(address)
    assert told.content.decode() == "a;å"
    assert told.headers["content-disposition"].endswith("plan.png")
    assert here.http.get(address.replace(file, "F0NONE")).status_code == 404


def refused(world: World, file: str) -> Any:
    return refusal(lambda: show(world, file))


def test_what_is_no_picture_cannot_be_shown(here: World) -> None:
    file = uploaded(here, b"hello")
    until(lambda: here.client.files_info(file=file)["file"]["mimetype"])

    assert refused(here, file)["error"] == "invalid_blocks"
    assert refused(here, "F0NONE")["error"] == "invalid_blocks"
    assert here.http.get(f"/files/{file}").status_code == 404


def test_bytes_of_another_length_or_at_another_address_are_refused(here: World) -> None:
    told = announce(here)

    assert send(here, told["upload_url"], PNG + b"more") == 400
    assert send(here, f"{here.address}/upload/v1/elsewhere") == 400
    files = [{"id": told["file_id"], "title": "Planen"}]
    answer = refusal(lambda: here.client.files_completeUploadExternal(files=files))
    assert answer["error"] == "file_not_found"


def test_a_file_is_completed_once_and_not_changed_afterwards(here: World) -> None:
    told = announce(here)
    send(here, told["upload_url"])
    files = [{"id": told["file_id"], "title": "Planen"}]
    here.client.files_completeUploadExternal(files=files)

    answer = refusal(lambda: here.client.files_completeUploadExternal(files=files))
    assert answer["error"] == "file_not_found"
    assert send(here, told["upload_url"]) == 400


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        pytest.param({"filename": "a.png"}, "invalid_arguments", id="no length"),
        pytest.param({"filename": "a.png", "length": 0}, "invalid_arguments", id="nothing"),
        pytest.param({"filename": "a.png", "length": "x"}, "invalid_arguments", id="no number"),
        pytest.param(
            {"filename": "a.png", "length": 1, "alt_txt": "x" * 1001}, "invalid_arguments", id="alt"
        ),
    ],
)
def test_an_upload_needs_a_name_and_a_length(
    here: World, arguments: dict[str, Any], error: str
) -> None:
    call = here.client.api_call
    answer = refusal(lambda: call("files.getUploadURLExternal", params=arguments))

    assert answer["error"] == error


@pytest.mark.parametrize(
    ("scope", "method", "arguments"),
    [
        ("files:write", "files.getUploadURLExternal", {"filename": "a.png", "length": 1}),
        ("files:write", "files.completeUploadExternal", {"files": "[]"}),
        ("files:read", "files.info", {"file": "F1"}),
    ],
)
def test_the_scopes_are_asked_for(
    here: World,
    monkeypatch: pytest.MonkeyPatch,
    scope: str,
    method: str,
    arguments: dict[str, Any],
) -> None:
    monkeypatch.setattr(here.slack, "manifest", Manifest(without_scope(scope)))
    answer = refusal(lambda: here.client.api_call(method, params=arguments))

    assert (answer["error"], answer["needed"]) == ("missing_scope", scope)


def test_unknown_files_and_sharing_are_refused(here: World) -> None:
    answer = refusal(lambda: here.client.files_info(file="F0NONE"))
    assert answer["error"] == "file_not_found"

    files = [{"id": "F0NONE", "title": "x"}]
    sharing = refusal(
        lambda: here.client.files_completeUploadExternal(files=files, channel_id=PLAN_CHANNEL)
    )
    assert sharing["error"] == "not_emulated"


def test_starting_over_forgets_the_files(here: World) -> None:
    file = uploaded(here)
    here.ui("reset")

    assert refusal(lambda: here.client.files_info(file=file))["error"] == "file_not_found"
