"""files.*: the three steps of an upload, what has become of a file, and its bytes for the page."""

from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.sandbox.identity import BOT_TOKEN
from bot.sandbox.slack.api_call import ApiError, Call, invalid
from bot.sandbox.slack.core import Slack
from bot.sandbox.slack.files import MOST_ALT
from bot.sandbox.state import Json

SHARING = ("channel_id", "channels", "thread_ts", "initial_comment", "blocks")


def get_upload_url(call: Call) -> Json:
    """Answer the address to which the bytes go."""
    length, alt = call.text("length"), call.text("alt_txt")
    if not length.isdecimal() or int(length) == 0:
        raise invalid("[ERROR] length must be a positive number [json-pointer:/length]")
    if len(alt) > MOST_ALT:
        raise invalid(
            f"[ERROR] must be less than {MOST_ALT + 1} characters [json-pointer:/alt_txt]"
        )
    file = call.slack.files.announce(call.text("filename"), int(length), alt)
    address = f"{call.slack.address}/upload/v1/{file['ticket']}"
    return {"upload_url": address, "file_id": file["id"]}


def complete_upload(call: Call) -> Json:
    """Make the files that were sent files of the workspace; sharing them is not emulated."""
    files = call.structure("files", "invalid_arguments")
    if not isinstance(files, list) or not all(isinstance(f, dict) for f in files) or not files:
        raise invalid("[ERROR] must provide an array [json-pointer:/files]")
    if shared := [name for name in SHARING if call.args.get(name)]:
        raise ApiError("not_emulated", arguments=shared)
    done = [(str(f.get("id")), str(f.get("title") or "")) for f in files]
    if not all(call.slack.files.complete(key, title) for key, title in done):
        raise ApiError("file_not_found")
    return {"files": [{"id": key, "title": title} for key, title in done]}


def info(call: Call) -> Json:
    """Answer what is known of a file."""
    found = call.slack.files.info(call.text("file"), call.slack.address)
    if found is None:
        raise ApiError("file_not_found")
    return {"file": found}


def check_pictures(call: Call, blocks: list[Json]) -> None:
    """Refuse blocks that show a file which is not there, or not looked at yet."""
    for number, block in enumerate(blocks):
        file: Any = block.get("slack_file") if block["type"] == "image" else None
        if file is not None and not _is_shown(call, file):
            pointer = f"/blocks/{number}/slack_file"
            raise invalid(
                f"[ERROR] invalid slack file [json-pointer:{pointer}]", code="invalid_blocks"
            )


def _is_shown(call: Call, file: object) -> bool:
    return (
        isinstance(file, dict) and set(file) == {"id"} and call.slack.files.is_picture(file["id"])
    )


def routes(slack: Slack) -> list[Route]:
    """Return where bytes are sent to, and where the page reads them."""

    async def upload(request: Request) -> Response:
        return await slack.faults.around("upload", request, lambda: _receive(slack, request))

    async def show(request: Request) -> Response:
        data = slack.files.data(request.path_params["file"])
        return Response(data, 404 if data is None else 200, media_type="image/png")

    async def shared(request: Request) -> Response:
        data = slack.files.private(request.path_params["file"])
        name = request.path_params["name"]
        said = {"content-disposition": f"attachment; filename*=utf-8''{quote(name)}"}
        return Response(data, 404 if data is None else 200, headers=said)

    async def bring(request: Request) -> Response:
        user, name = request.query_params.get("as", ""), request.query_params.get("name", "file")
        if user not in slack.workspace.users:
            return JSONResponse({"ok": False, "error": "user_not_found"})
        return JSONResponse({"ok": True, "id": slack.files.add(name, await request.body(), user)})

    async def private(request: Request) -> Response:
        return await slack.faults.around("file", request, lambda: _private(slack, request))

    return [
        Route("/ui/files", bring, methods=["POST"]),
        Route("/files-pri/{file}/{name}", private),
        Route("/files-shared/{file}/{name}", shared),
        Route("/upload/v1/{ticket}", upload, methods=["POST"]),
        Route("/files/{file}", show),
    ]


async def _private(slack: Slack, request: Request) -> Response:
    """Answer the bytes to who brings the bot's token; lead anybody else to the login, as Slack."""
    token = request.headers.get("authorization", "").removeprefix("Bearer ")
    if token != BOT_TOKEN or "files:read" not in slack.manifest.scopes:
        return RedirectResponse("/", 302)
    data = slack.files.private(request.path_params["file"])
    return Response(data, 404 if data is None else 200)


async def _receive(slack: Slack, request: Request) -> Response:
    data = await request.body()
    if not slack.files.receive(request.path_params["ticket"], data):
        return PlainTextResponse("bad upload", 400)
    return PlainTextResponse(f"OK - {len(data)}")
