"""`bot.py check`: against the sandbox, all well; then each thing broken in turn."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from bot.config import Settings
from bot.domain.answers import Answering
from bot.domain.publishing import Publishing
from bot.domain.relaying import ChannelState, Exposure, allowed
from bot.integrations.slack import Slack
from bot.jobs import check
from bot.jobs.check import Grade
from bot.locales import Words
from bot.sandbox import identity
from bot.sandbox.options import SandboxOptions
from bot.sandbox.running import RunningSandbox
from bot.store import answers, ledger, looks, publications, relaying
from bot.store.db import Store
from bot.store.looks import Looks
from bot.views import terminal
from bot.views.manifest import manifest
from handlers.service import page_of

PAGE = {
    "mode": "full",
    "token": "ok",
    "order": "honoured",
    "engaged_users": 40,
    "lacking": [],
    "fault": None,
}


def options(**changes):
    return SandboxOptions(manifest(Words("sv")), paced=False, **changes)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[RunningSandbox]:
    with RunningSandbox(options()) as running:
        yield running


@pytest.fixture
def switch(sandbox):
    """Break the page in one way; whole again afterwards."""

    def turn(**changes):
        httpx.post(
            f"{sandbox.address}/__emulator/graph", json={**PAGE, **changes}
        ).raise_for_status()

    yield turn
    turn()


@pytest.fixture
def settings(sandbox, tmp_path):
    return Settings(
        slack_bot_token=identity.BOT_TOKEN,
        slack_app_token=identity.APP_TOKEN,
        slack_api_url=f"{sandbox.address}/api/",
        plan_channel="#innehållsplan",
        comments_channel=identity.COMMENTS_CHANNEL,
        facebook_page_id=identity.PAGE,
        facebook_page_token=identity.PAGE_TOKEN,
        facebook_app_secret=identity.PAGE_APP_SECRET,
        facebook_api_url=f"{sandbox.address}/graph",
        database_path=tmp_path / "lucka.db",
    )


def findings(settings, *, now=None):
    slack = Slack(settings.slack_bot_token, settings.slack_api_url)
    now = now or datetime.now(UTC)
    page = page_of(settings)
    try:
        return list(check.run(settings, slack, page, now=now))
    finally:
        if page is not None:
            page.close()


def wrong(found):
    return [one.kind for one in found if one.grade is not Grade.GOOD]


def test_all_is_well_and_said_so_in_both_languages(settings):
    found = findings(settings)

    assert wrong(found) == []
    assert {one.part for one in found} == {
        "database", "audit", "slack", "scope", "clock", "transport", "channel", "page", "token", "comments",
    }  # fmt: skip
    for language in ("sv", "en"):
        rows = [
            terminal.row(
                Words(language),
                one.grade,
                one.part,
                one.kind,
                one.values,
                today=datetime.now(UTC).date(),
            )
            for one in found
        ]
        assert all(row.startswith("ok ") for row in rows)


@pytest.mark.parametrize(
    ("changes", "kinds"),
    [
        pytest.param({"slack_bot_token": "xoxb-fel"}, ["check-slack-refused"], id="bot token"),
        pytest.param(
            {"slack_api_url": "http://127.0.0.1:9/api/"}, ["check-slack-unreachable"], id="no Slack"
        ),
        pytest.param({"slack_app_token": "xapp-fel"}, ["check-socket-refused"], id="app token"),
        pytest.param({"plan_channel": "#finns-inte"}, ["check-channel-missing"], id="no channel"),
        pytest.param({"plan_channel": "#allmänt"}, ["check-channel-uninvited"], id="uninvited"),
        pytest.param(
            {"facebook_page_id": "", "facebook_page_token": ""}, ["check-page-none"], id="no page"
        ),
        pytest.param({"facebook_page_id": "1"}, ["check-page-other"], id="another page"),
        pytest.param({"facebook_page_token": "fel"}, ["check-page-token"], id="page token"),
        pytest.param(
            {"facebook_api_url": "http://127.0.0.1:9/graph"}, ["check-page-refused"], id="no graph"
        ),
    ],
)
def test_a_setting_that_is_wrong_is_named_and_the_rest_is_still_looked_at(settings, changes, kinds):
    found = findings(replace(settings, **changes))

    assert wrong(found) == kinds
    assert any(one.part == "database" and one.grade is Grade.GOOD for one in found)


@pytest.mark.parametrize(
    ("changes", "kinds"),
    [
        pytest.param({"token": "expired"}, ["check-page-token"], id="expired"),
        pytest.param({"token": "password"}, ["check-page-token"], id="password changed"),
        pytest.param({"token": "role_lost"}, ["check-page-permission"], id="role lost"),
        pytest.param({"mode": "bodies_withheld"}, ["check-comments-withheld"], id="no public"),
    ],
)
def test_a_page_that_will_not_do_is_told_why(settings, switch, changes, kinds):
    switch(**changes)

    assert wrong(findings(settings)) == kinds


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        pytest.param({}, "public", id="public"),
        pytest.param({"is_private": True, "is_ext_shared": True}, "shared", id="shared"),
    ],
)
def test_a_channel_in_which_others_read_the_comments_is_wrong_until_it_is_allowed(
    settings, sandbox, change, kind
):
    def open_up(**changes):
        body = {"channel": identity.COMMENTS_CHANNEL, **changes}
        httpx.post(f"{sandbox.address}/__emulator/channels", json=body).raise_for_status()

    open_up(**change)
    try:
        assert wrong(findings(settings)) == [f"check-channel-held-{kind}"]
        store, now = Store(settings.database_path), datetime.now(UTC)
        with store.transaction() as db:
            state = ChannelState(identity.COMMENTS_CHANNEL, Exposure(kind), now, now)
            relaying.save_channel(db, allowed(state, "U0AMIRA", "Vi är ensamma"))
        store.close()
        assert wrong(findings(settings)) == [f"check-channel-allowed-{kind}"]
    finally:
        open_up(is_private=True)


def test_the_right_to_publish_is_asked_for_only_where_the_team_publishes(settings, switch):
    switch(lacking=["pages_manage_posts"])
    assert wrong(findings(settings)) == []
    store = Store(settings.database_path)
    with store.transaction() as db:
        publications.decide(db, Publishing(is_on=True))
    store.close()

    found = findings(settings)

    assert [one.values for one in found if one.kind == "check-token-scope"] == [
        {"scope": "pages_manage_posts"}
    ]


def test_the_right_to_answer_is_asked_for_only_where_the_team_answers(settings, switch):
    switch(lacking=["pages_manage_engagement"])
    assert wrong(findings(settings)) == []
    store = Store(settings.database_path)
    with store.transaction() as db:
        answers.decide(db, Answering(is_on=True))
    store.close()

    found = findings(settings)

    assert [one.values for one in found if one.kind == "check-token-scope"] == [
        {"scope": "pages_manage_engagement"}
    ]


def test_a_clock_that_is_wrong_is_told(settings):
    found = findings(settings, now=datetime.now(UTC) + timedelta(minutes=5))

    (clock,) = (one for one in found if one.part == "clock")
    assert clock.kind == "check-clock-wrong"
    assert 295 <= int(clock.values["seconds"]) <= 305


def test_a_steered_clock_is_wrong_on_purpose(settings, tmp_path):
    found = findings(replace(settings, clock_file=tmp_path / "clock"))

    assert not [one for one in found if one.part == "clock"]


def test_a_missing_scope_is_named(settings, tmp_path):
    made = manifest(Words("sv"))
    made["oauth_config"]["scopes"]["bot"].remove("reactions:read")
    with RunningSandbox(SandboxOptions(made, paced=False, planted=False)) as poor:
        found = findings(
            replace(
                settings,
                slack_api_url=f"{poor.address}/api/",
                facebook_api_url=f"{poor.address}/graph",
            )
        )

    assert [one.values for one in found if one.kind == "check-scope-missing"] == [
        {"scope": "reactions:read"}
    ]


@pytest.mark.parametrize("name", ["a-folder", "not-a-database"])
def test_a_database_that_cannot_be_used_is_told(settings, tmp_path, name):
    (tmp_path / "a-folder").mkdir()
    (tmp_path / "not-a-database").write_bytes(b"x" * 5000)

    found = findings(replace(settings, database_path=tmp_path / name))

    assert found[0].kind == "check-database-unusable"


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_end_of_a_token_is_a_date_in_words(language):
    row = terminal.row(
        Words(language),
        "warning",
        "token",
        "check-token-ending",
        {"date": datetime(2026, 12, 4, tzinfo=UTC).date()},
        today=datetime(2026, 11, 24, tzinfo=UTC).date(),
    )

    assert ("fredag 4 december" if language == "sv" else "Friday 4 December") in row


def test_when_the_page_was_read_is_told_and_a_bot_that_stands_still_is_noticed(settings):
    now = datetime.now(UTC)
    store = Store(settings.database_path)
    with store.transaction() as db:
        looks.note(db, identity.PAGE, Looks(now, now, new=3))
    store.close()

    (fresh,) = [one for one in findings(settings, now=now) if one.part == "looks"]
    later = now + timedelta(hours=2)
    (late,) = [one for one in findings(settings, now=later) if one.part == "looks"]

    assert (fresh.grade, fresh.kind, fresh.values["count"]) == (Grade.GOOD, "check-looks", "3")
    assert (late.grade, late.kind) == (Grade.WARNING, "check-looks-late")
    for language in ("sv", "en"):
        row = terminal.row(
            Words(language), late.grade, late.part, late.kind, late.values, today=now.date()
        )
        assert "Lucka" in row


def test_a_version_that_ends_is_told_with_its_day(settings):
    ended = replace(settings, facebook_api_version="v20.0")

    (version,) = [one for one in findings(ended) if one.part == "version"]

    assert (version.grade, version.kind) == (Grade.WARNING, "check-version-ending")


@pytest.mark.parametrize(
    ("changes", "kinds"),
    [
        pytest.param({"facebook_app_secret": ""}, ["secret"], id="no secret"),
        pytest.param({"http_port": None}, ["port"], id="no port"),
        pytest.param({}, ["app", "page"], id="subscribed at no level"),
    ],
)
def test_what_facebook_needs_to_tell_us_is_named_level_by_level(settings, changes, kinds):
    wanted = {"facebook_verify_token": "a-word", "http_port": 8080, **changes}

    found = findings(replace(settings, **wanted))

    hooks = [(one.grade, one.kind) for one in found if one.part == "hooks"]
    assert hooks == [(Grade.WARNING, f"check-hooks-{kind}") for kind in kinds]


def test_webhooks_are_nobodys_business_where_nobody_wants_them(settings):
    assert not [one for one in findings(settings) if one.part == "hooks"]


def test_what_cannot_be_asked_about_webhooks_is_no_failure(settings, switch):
    switch(fault={"kind": "code2", "times": 1000})
    wanted = replace(settings, facebook_verify_token="a-word", http_port=8080)

    with closing(page_of(wanted)) as page:
        found = list(check._hooks(wanted, page))

    assert [one.kind for one in found] == ["check-hooks-unknown"]


def test_a_broken_log_of_who_did_what_is_wrong_and_names_the_line(settings):
    with closing(Store(settings.database_path)) as store, store.transaction() as held:
        ledger.record(held, "U1", "post.moved", "post:1", now=datetime.now(UTC))
        held.execute("drop trigger audit_no_update")
        held.execute("update audit set who = 'U2'")

    (found,) = [one for one in findings(settings) if one.part == "audit"]

    assert (found.grade, found.kind) == (Grade.WRONG, "audit-changed")
    for language in ("sv", "en"):
        told = terminal.row(
            Words(language),
            "wrong",
            found.part,
            found.kind,
            found.values,
            today=datetime.now(UTC).date(),
        )
        assert " 1" in told
