"""Does Facebook tell us what happens? It has to be asked for twice: by the app, and for the page.

A level that is missing is silent. Nothing is lost by it, for the page is read all the same.
"""

from contextlib import closing

from bot.config import Settings
from bot.integrations.facebook import GraphPage

FIELD = "feed"


def problems(settings: Settings, page: GraphPage) -> list[str]:
    """Return the kinds of what is missing, none where all is well; raise GraphError."""
    unset = _unset(settings)
    if unset:
        return unset
    return [
        *(["app"] if FIELD not in _app_fields(settings, page) else []),
        *(["page"] if FIELD not in page.subscribed_fields() else []),
    ]


def _unset(settings: Settings) -> list[str]:
    wanted = {"secret": settings.facebook_app_secret, "port": settings.http_port}
    return [name for name, value in wanted.items() if not value]


def _app_fields(settings: Settings, page: GraphPage) -> frozenset[str]:
    """Ask as the app itself, which only the app's own token may do."""
    app_id = page.debug_token().app_id
    app = GraphPage(
        base_url=settings.facebook_api_url,
        version=settings.facebook_api_version,
        page_id=settings.facebook_page_id,
        token=f"{app_id}|{settings.facebook_app_secret}",
    )
    with closing(app):
        return app.app_fields(app_id)
