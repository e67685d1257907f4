"""Files in forms: brought by a person, told to the app in Slack's shape, read with its token."""

from typing import Any

import pytest

from bot.sandbox.identity import BOT_TOKEN
from bot.sandbox.slack.manifest import Manifest
from tests.sandbox.slack_kit import Json, Recorder, World, plain, without_scope
from tests.sandbox.test_slack_modals import modal, opened

JPEG = b"\xff\xd8\xff\xe0" + bytes(range(256))


def files(**more: Any) -> Json:
    element = {"type": "file_input", "action_id": "value", **more}
    block = {"type": "input", "block_id": "photos", "label": plain("Bilder"), "optional": True}
    return modal(block | {"element": element})


def bring(world: World, name: str = "väg åäö.jpg", data: bytes = JPEG) -> str:
    answer = world.http.post("/ui/files", params={"as": "U0AMIRA", "name": name}, content=data)
    return str(answer.json()["id"])


def submit(world: World, view: Json, *ids: str) -> Json:
    return world.ui(f"views/{view['id']}/submit", values={"photos": {"value": list(ids)}})


def told(app: Recorder) -> Any:
    return app.last("view")["view"]["state"]["values"]["photos"]["value"]


def test_the_app_is_told_of_files_and_reads_them_with_its_token(here: World, app: Recorder) -> None:
    view = opened(here, app, files(filetypes=["jpg", "png"], max_files=2))
    assert submit(here, view, bring(here)) == {"ok": True}
    assert told(app)["type"] == "file_input"
    (file,) = told(app)["files"]
    assert (file["name"], file["size"], file["mimetype"]) == (
        "väg åäö.jpg",
        len(JPEG),
        "image/jpeg",
    )
    assert here.client.files_info(file=file["id"])["file"]["url_private"] == file["url_private"]
    asked = {"authorization": f"Bearer {BOT_TOKEN}"}
    assert here.http.get(file["url_private"], headers=asked).content == JPEG
    login = here.http.get(file["url_private"])
    assert (login.status_code, JPEG in login.content) == (302, False)


def test_without_the_scope_the_token_reads_no_file(
    here: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = here.slack.files.info(bring(here), here.address) or {}
    monkeypatch.setattr(here.slack, "manifest", Manifest(without_scope("files:read")))
    asked = {"authorization": f"Bearer {BOT_TOKEN}"}
    assert here.http.get(file["url_private"], headers=asked).status_code == 302


def test_nothing_chosen_is_an_empty_list(here: World, app: Recorder) -> None:
    view = opened(here, app, files())
    assert here.ui(f"views/{view['id']}/submit", values={}) == {"ok": True}
    assert told(app) == {"type": "file_input", "files": []}


@pytest.mark.parametrize(
    ("names", "more", "error"),
    [
        (["a.pdf"], {"filetypes": ["jpg"]}, "file_type_not_allowed"),
        (["a.jpg", "b.jpg"], {"max_files": 1}, "invalid_action"),
    ],
    ids=["another type", "too many"],
)
def test_what_the_field_does_not_take_is_refused(
    here: World, app: Recorder, names: list[str], more: Json, error: str
) -> None:
    view = opened(here, app, files(**more))
    answer = submit(here, view, *(bring(here, name) for name in names))
    assert (answer["ok"], answer["error"]) == (False, error)


def test_a_file_that_is_not_there_is_refused(here: World, app: Recorder) -> None:
    assert submit(here, opened(here, app, files()), "F0NONE")["error"] == "file_not_found"
