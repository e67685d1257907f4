"""The Graph API of the sandbox's page: HTTP in, HTTP out, and the switches for tests.

It says in every answer that it is an emulator, so that nothing it shows is taken for Meta's word.
"""

import asyncio
import json
import logging
import re
from collections.abc import Callable, Mapping
from contextlib import suppress

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from bot import clock as wall
from bot.clock import Clock
from bot.sandbox.graph_calls import Answer, Call, Graph, weight
from bot.sandbox.graph_errors import GraphRefusal, over_budget, unknown_path
from bot.sandbox.graph_state import CALLS_PER_ENGAGED_USER, Fault, FaultKind, Meter, Switches
from bot.sandbox.graph_tokens import recognised
from bot.sandbox.graph_view import View
from bot.sandbox.hooks import Hooks
from bot.sandbox.identity import PAGE
from bot.sandbox.multipart import Upload, parse
from bot.sandbox.page import Page
from bot.sandbox.pictures import dot

Canned = Callable[[Mapping[str, str]], Response]

log = logging.getLogger(__name__)

LABEL = {"x-emulator": "1"}
NEWEST = "v26.0"
USABLE_UNTIL = {  # Meta's version table, 2026-11
    "v19.0": "2026-05-21",
    "v20.0": "2026-09-24",
    "v21.0": "2027-01-21",
    "v22.0": "2027-05-20",
    "v23.0": "2027-10-08",
    "v24.0": "2028-02-18",
    "v25.0": "2028-07-29",
    "v26.0": "9999-12-31",
}
VERSION = re.compile(r"v\d+\.\d+")
LONGEST_SILENCE = 60.0  # seconds until an unanswered call is dropped

HTML = "<!DOCTYPE html><html><body>Sorry, something went wrong.</body></html>"
CODE_1 = GraphRefusal(1, "An unknown error occurred", status=500)
CODE_2 = GraphRefusal(
    2,
    "Service temporarily unavailable",
    status=500,
    transient=True,
)
TOO_MUCH = GraphRefusal(
    1, "Please reduce the amount of data you're asking for, then retry your request", status=500
)


def routes(page: Page, clock: Clock) -> list[Route]:
    """Return the routes of the Graph API, of its switches, and of the page's public addresses."""
    server = GraphServer(page, clock)
    return [
        Route("/graph/{path:path}", server.serve, methods=["GET", "POST", "DELETE"]),
        Route("/__emulator/graph", server.switch, methods=["GET", "POST"]),
        Route("/__emulator/hooks", server.switch_hooks, methods=["GET", "POST"]),
        Route("/facebook/{path:path}", server.visit),
        Route("/facebook-media/{id}", server.media),
    ]


class GraphServer:
    """Serve Graph calls; what is not the page's own is forgotten with the process."""

    def __init__(self, page: Page, clock: Clock) -> None:
        self.page = page
        self.clock = clock
        self.switches = Switches()
        self.meter = Meter()
        self.hooks = Hooks(page, clock)
        self.hooks.listen()

    async def serve(self, request: Request) -> Response:
        """Answer one call, the way the next fault says."""
        version, path = self._version(request.path_params["path"])
        headers = LABEL | {"facebook-api-version": version}
        params, files = await _given(request)
        fault = self.switches.next_fault(request.method)
        if fault is not None and fault.kind in CANNED:
            return CANNED[fault.kind](headers)
        if fault is not None and fault.kind is FaultKind.SLOW:
            await asyncio.sleep(fault.seconds)
        status, body = self._answer(request, version, path, params, files, fault)
        if fault is not None and fault.kind is FaultKind.ERROR_AFTER:
            return CANNED[FaultKind.SERVER_ERROR](headers)
        if fault is not None and fault.kind is FaultKind.TIMEOUT_AFTER:
            await _until_left(request)
        return JSONResponse(body, status, headers | self._usage())

    def _version(self, path: str) -> tuple[str, tuple[str, ...]]:
        """Return the version that answers, and the path below it.

        A version that has ended is served by the oldest one alive.
        """
        today = self.clock.now().date().isoformat()
        alive = [name for name, end in USABLE_UNTIL.items() if end >= today]
        first, *rest = [step for step in path.split("/") if step] or [""]
        if not VERSION.fullmatch(first):
            log.warning("graph: a call without a version was answered by %s", alive[0])
            return alive[0], (first, *rest) if first else ()
        if first not in USABLE_UNTIL:
            return NEWEST, (first, *rest)  # an unknown version is just a strange path
        return first if first in alive else alive[0], tuple(rest)

    def _answer(
        self,
        request: Request,
        version: str,
        path: tuple[str, ...],
        params: dict[str, str],
        files: dict[str, Upload],
        fault: Fault | None,
    ) -> tuple[int, Answer]:
        """Return status and body."""
        try:
            if path and VERSION.fullmatch(path[0]):
                raise unknown_path("/" + "/".join(path))
            shown = params.pop("access_token", None)
            text = shown or request.headers.get("authorization", "").removeprefix("Bearer ")
            token = recognised(text, params.pop("appsecret_proof", None), self.switches)
            site = str(request.base_url).rstrip("/")
            quirk = fault.kind if fault else None
            view = View(
                token.caller, self.clock.now(), site, f"{site}/graph/{version}", shown, quirk
            )
            call = Call(params.pop("method", request.method).upper(), path, params, files)
            counts = weight(call, nested=self.switches.nested_counts)
            if self.meter.count(wall.monotonic(), self._budget(), counts):
                raise over_budget(self.switches.limit_status)
            return 200, Graph(self.page, self.switches, token, view, self.hooks).answer(call)
        except GraphRefusal as refusal:
            return refusal.status, refusal.body

    def _budget(self) -> int:
        return CALLS_PER_ENGAGED_USER * self.switches.engaged_users

    def _usage(self) -> dict[str, str]:
        """Return the usage header, which only comes once there is something to tell."""
        percent = self.meter.percent(self._budget())
        if percent == 0:
            return {}
        wait = self.meter.wait_minutes(wall.monotonic(), self._budget())
        entry = {
            "type": "pages",
            "call_count": percent,
            "total_cputime": percent // 4,
            "total_time": percent // 4,
            "estimated_time_to_regain_access": wait,
        }
        return {"X-Business-Use-Case-Usage": json.dumps({PAGE: [entry]})}

    async def switch(self, request: Request) -> Response:
        """Show the switches (GET) or change the named ones (POST)."""
        if request.method == "POST":
            try:
                self.switches.change(await request.json())
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                return JSONResponse({"ok": False, "error": str(error)}, 400, LABEL)
        return JSONResponse({"ok": True, "emulator": True, **self.switches.shown()}, headers=LABEL)

    async def switch_hooks(self, request: Request) -> Response:
        """Show (GET) or change what happens to webhooks on their way."""
        if request.method == "POST":
            try:
                self.hooks.change(await request.json())
            except (ValueError, TypeError) as error:
                return JSONResponse({"ok": False, "error": str(error)}, 400, LABEL)
        return JSONResponse({"ok": True, "emulator": True, **self.hooks.shown()}, headers=LABEL)

    async def media(self, request: Request) -> Response:
        """Show the picture of a comment: one dot, of a colour of its own."""
        if self.switches.media_gone:
            return Response(status_code=404, headers=LABEL)
        return Response(dot(request.path_params["id"]), media_type="image/png", headers=LABEL)

    async def visit(self, request: Request) -> Response:
        """Lead a permalink to the simulated page in the browser."""
        query = request.query_params
        wanted = query.get("reply_comment_id") or query.get("comment_id")
        slug = request.path_params["path"].rpartition("/")[2]
        place = f"comment/{wanted}" if wanted else slug
        return RedirectResponse(f"/#page/{place}", headers=LABEL)


async def _given(request: Request) -> tuple[dict[str, str], dict[str, Upload]]:
    """Return the parameters of address and body, and the files that came with them."""
    kind = request.headers.get("content-type", "")
    if not kind.startswith("multipart/form-data"):
        return await _params(request), {}
    texts, files = parse(kind, await request.body())
    return dict(request.query_params) | texts, files


async def _params(request: Request) -> dict[str, str]:
    """Return the parameters of address and body (form or JSON) as text."""
    params = dict(request.query_params)
    body = await request.body()
    if request.headers.get("content-type", "").startswith("application/json"):
        return params | {name: _text(value) for name, value in json.loads(body or b"{}").items()}
    if request.method == "POST" and body:
        form = Request({"type": "http", "method": "GET", "query_string": body, "headers": []})
        params |= dict(form.query_params)
    return params


def _text(value: object) -> str:
    """Return a JSON value the way a form would carry it."""
    return value if isinstance(value, str) else json.dumps(value)


async def _until_left(request: Request) -> None:
    """Wait until the caller has given up."""
    with suppress(TimeoutError):
        async with asyncio.timeout(LONGEST_SILENCE):
            while (await request.receive())["type"] != "http.disconnect":
                pass


def _refused(refusal: GraphRefusal, status: int | None = None) -> Canned:
    def answer(headers: Mapping[str, str]) -> Response:
        return JSONResponse(refusal.body, status or refusal.status, headers)

    return answer


CANNED: dict[FaultKind, Canned] = {
    FaultKind.SERVER_ERROR: lambda headers: PlainTextResponse(HTML, 500, headers),
    FaultKind.NOT_JSON: lambda headers: PlainTextResponse("Service Unavailable", 200, headers),
    FaultKind.CODE_1: _refused(CODE_1),
    FaultKind.CODE_2: _refused(CODE_2),
    FaultKind.TOO_MUCH: _refused(TOO_MUCH),
    FaultKind.ERROR_200: _refused(CODE_2, 200),
}
