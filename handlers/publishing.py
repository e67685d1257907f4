"""Publishing on the page: allowed in the settings, confirmed in a form, withdrawn by a button."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from sqlite_utils import Database

from bot.deps import Deps
from bot.domain import publishing as domain
from bot.domain import publishing_acts
from bot.domain.plan import Post
from bot.domain.publishing import Publishing
from bot.jobs import publications as going_out
from bot.jobs import publish, refresh
from bot.jobs.frames import frame
from bot.store import ledger, members, outlets, posts, publications, team
from bot.views import publications as view
from bot.views import publishing as settings_view
from bot.views.forms import Origin
from handlers.answering import actor, deciding, place, submitting, tell, whispering
from handlers.forms import check_shown, open_form, origin_of
from handlers.picked import number
from handlers.planning import OwnerNotMember, check_owner
from handlers.settings import check_may_change
from handlers.settings_history import changing


class NoPage(publishing_acts.PublishingOff):
    """Refuse where no page is connected."""

    kind = "refusal-publish-no-page"


class PublisherNotMember(OwnerNotMember):
    """Refuse to let somebody publish who may not act at all."""

    kind = "refusal-publisher-not-member"
    field = settings_view.USERS


def register(app: App, deps: Deps) -> None:
    """Put the listeners on *app*; what is done to a post is in `handlers.plan_acts`."""
    app.action(settings_view.CHANGE)(partial(click_setting, deps))
    app.view(settings_view.SAVE)(partial(save_setting, deps))
    app.view(view.SAVE)(partial(confirm, deps))


def click_setting(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Open the form that allows publishing."""
    with whispering(deps, ack, body):
        _check_page(deps)
        with deps.reading() as db:
            check_may_change(db, body)
            setting, known = publications.setting(db), outlets.known(db)
        origin = Origin(place(body))
        open_form(deps, body, settings_view.form(deps.words, setting, known, origin))


def save_setting(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Let publishing be as the form says; what may not go out any more is withdrawn at once."""
    with submitting(deps, ack, body, settings_view.STATE):
        check_shown(body, settings_view.STATE)
        is_on, outlet, users = settings_view.read(body["view"]["state"])
        _check_page(deps)
        for user in users:
            check_owner(deps, user, PublisherNotMember)
        with changing(deps, body) as db:
            setting = Publishing(is_on, outlets.get(db, number(outlet)).id, users)
            if is_on and not (users or domain.deciders(team.load(db))):
                raise publishing_acts.NobodyPublishes
            _decide_setting(deps, db, setting, actor(body) or "")
            names = members.names(db, users)
            told = settings_view.saved(deps.words, setting, outlets.known(db), names)
            tell(deps, db, body, told)
    deps.publish()


def ask(deps: Deps, body: Mapping[str, Any], post_id: int) -> None:
    """Open the form that asks before a post goes out."""
    with deps.reading() as db:
        post = _fit(deps, db, actor(body) or "", post_id)
        former = publications.latest(db, [post_id]).get(post_id)
        opened = view.form(
            deps.words,
            post,
            Origin(place(body), post.id, post.revision),
            frame(db, deps, deps.now(), [post]),
            page=publish.page_name(db, deps),
            former=former,
        )
    open_form(deps, body, opened)


def confirm(deps: Deps, ack: Ack, body: dict[str, Any]) -> None:
    """Decide that a post goes out as it was shown: the explicit act, by somebody who may."""
    with submitting(deps, ack, body, view.WHEN):
        check_shown(body, view.WHEN)
        said = view.read(body["view"]["state"])
        link, origin, who = (
            publishing_acts.outward_link(said.link),
            origin_of(body),
            actor(body) or "",
        )
        with deciding(deps, body) as db:
            post = _fit(deps, db, who, origin.subject or 0)
            publishing_acts.check_unchanged(post, origin.revision)
            publication = publications.add(
                db,
                publishing_acts.decided(
                    post,
                    publications.latest(db, [post.id]).get(post.id),
                    link=link,
                    who=who,
                    is_planned=said.is_planned,
                    now=deps.now(),
                    zone=deps.settings.timezone,
                ),
            )
            _note(deps, db, who, "post.publishing_decided", post)
            shown = frame(db, deps, deps.now(), [post])
            tell(deps, db, body, view.decided(deps.words, publication, post, shown))
    deps.publish()


def withdraw(deps: Deps, body: Mapping[str, Any], post_id: int) -> None:
    """Keep back what waits to go out; that is open to everybody."""
    with deciding(deps, body) as db:
        post = posts.get(db, post_id)
        publications.save(db, publishing_acts.withdrawn(publications.active_of(db, post_id)))
        _note(deps, db, actor(body) or "", "post.publishing_withdrawn", post)
        tell(deps, db, body, view.withdrawn(deps.words, post))


def _fit(deps: Deps, db: Database, who: str, post_id: int) -> Post:
    """Return the post if *who* may let it go out now; refuse otherwise."""
    _check_page(deps)
    setting = publications.setting(db)
    publishing_acts.check_allowed(setting, team.load(db), who)
    post = posts.get(db, post_id)
    publishing_acts.check_fit(post, setting)
    if publications.is_out(db, post_id):
        raise publishing_acts.IsOut(title=post.title)
    if publications.active_of(db, post_id):
        raise publishing_acts.UnderWay(title=post.title)
    return post


def _note(deps: Deps, db: Database, who: str, act: str, post: Post) -> None:
    now = deps.now()
    ledger.record(db, who, act, f"post:{post.id}", now=now)
    refresh.plan_changed(db, deps, now)


def _decide_setting(deps: Deps, db: Database, setting: Publishing, who: str) -> None:
    now = deps.now()
    publications.decide(db, setting)
    ledger.record(
        db,
        who,
        "publishing.changed",
        "publishing",
        now=now,
        is_on=str(setting.is_on),
        outlet=str(setting.outlet_id),
        users=" ".join(setting.users),
    )
    publish.forget_name(db, deps)
    going_out.recheck(db, deps)
    refresh.plan_changed(db, deps, now)


def _check_page(deps: Deps) -> None:
    if deps.page is None:
        raise NoPage
