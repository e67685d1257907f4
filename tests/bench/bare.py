"""The floors: the least that Bolt can be, in a process of its own.

`python -m tests.bench.bare socket` is an app on Socket Mode with everything as Bolt has it;
`http` is one behind Starlette, through Bolt's own adapter or through the bot's door.
"""

import argparse
from threading import Event

from slack_bolt import Ack, App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

SECRET = "bench-signing-secret"


def main() -> None:
    """Run until killed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("door", choices=("socket", "adapter", "threads"))
    parser.add_argument("api")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--ping", type=float, default=10.0, help="seconds; ten is Bolt's own")
    asked = parser.parse_args()
    if asked.door == "socket":
        SocketModeHandler(_app(asked.api), "xapp-bench", ping_interval=asked.ping).connect()
        Event().wait()
    else:
        _serve(_app(asked.api), asked.door, asked.port)


def _app(api: str) -> App:
    app = App(signing_secret=SECRET, client=WebClient(token="xoxb-bench", base_url=api))
    app.command("/idea")(_acknowledge)
    app.command("/plan")(_acknowledge)
    return app


def _acknowledge(ack: Ack) -> None:
    ack()


def _serve(app: App, door: str, port: int) -> None:
    import uvicorn
    from starlette.applications import Starlette

    if door == "threads":
        from bot import web
        from bot.health import Health
        from handlers.app import dispatcher

        served: Starlette = web.create(Health(), dispatcher(app, SECRET))
    else:
        from slack_bolt.adapter.starlette import SlackRequestHandler
        from starlette.routing import Route

        handle = SlackRequestHandler(app).handle
        served = Starlette(routes=[Route("/slack/events", handle, methods=["POST"])])
    uvicorn.run(served, host="127.0.0.1", port=port, log_level="error", access_log=False)


if __name__ == "__main__":
    main()
