"""Slack's Web API as the bot uses it, against the sandbox over real sockets."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import httpx
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse

from bot.domain.members import MemberKind
from bot.domain.relaying import Exposure
from bot.integrations.slack import Outcome, Slack, SlackTrouble, trouble_in
from bot.locales import Words
from bot.sandbox import identity
from bot.sandbox.options import SandboxOptions
from bot.sandbox.running import RunningSandbox
from bot.sandbox.slack.interactions import response_url
from bot.sandbox.slack.replies import ReplyUrl
from bot.views.manifest import SCOPES, manifest
from tests.make import AMIRA

OPTIONS = SandboxOptions(manifest(Words("sv")), paced=False, planted=False)
BODY = {
    "text": "hej",
    "blocks": [{"type": "section", "text": {"type": "plain_text", "text": "hej"}}],
}
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[RunningSandbox]:
    with RunningSandbox(OPTIONS) as running:
        yield running


@pytest.fixture
def slack(sandbox):
    return Slack(identity.BOT_TOKEN, f"{sandbox.address}/api/")


@pytest.fixture
def order(sandbox):
    """Order a fault for the next calls of a method."""

    def place(method, kind, **more):
        body = {"method": method, "kind": kind, **more}
        httpx.post(f"{sandbox.address}/__emulator/faults", json=body).raise_for_status()

    return place


def trouble(call):
    with pytest.raises(SlackTrouble) as caught:
        call()
    return caught.value


def test_a_message_to_a_person_is_changed_where_it_stands(slack, sandbox):
    ts = slack.post(AMIRA, BODY, key="decision:1")
    slack.update(AMIRA, ts, {**BODY, "text": "nytt"})
    workspace = sandbox.slack.workspace
    shown = workspace.find(workspace.dm(AMIRA).id, ts)
    assert shown["text"] == "nytt"


def test_no_link_in_a_message_is_unfolded():
    asked = []

    class Listener(BaseHTTPRequestHandler):
        def do_POST(self):
            asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b'{"ok": true, "ts": "1.1"}')

        def log_message(self, *_):
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Listener) as server:
        serving = Thread(target=server.handle_request)
        serving.start()
        Slack("xoxb-x", f"http://127.0.0.1:{server.server_port}/").post("C1", BODY, key="relay:1")
        serving.join()

    (said,) = asked
    assert (said["unfurl_links"], said["unfurl_media"]) == (False, False)


def test_how_a_channel_is_found_says_who_can_read_it(slack, sandbox):
    opened = {"channel": identity.COMMENTS_CHANNEL}
    for change, exposure in (
        ({"is_private": False, "is_ext_shared": False}, Exposure.PUBLIC),
        ({"is_private": True, "is_ext_shared": True}, Exposure.SHARED),
        ({"is_private": True, "is_ext_shared": False}, Exposure.PRIVATE),
    ):
        httpx.post(f"{sandbox.address}/__emulator/channels", json=opened | change)
        assert slack.channel(identity.COMMENTS_CHANNEL).exposure is exposure


def found(slack, channel, key, **where):
    """Read page after page until *key* is found."""
    ts, page = slack.find(channel, key, **where)
    while page and not ts:
        ts, page = slack.find(channel, key, page=page, **where)
    return ts


def test_a_message_is_found_again_by_its_key(slack):
    ts = slack.post(identity.PLAN_CHANNEL, BODY, key="digest:1")

    assert found(slack, identity.PLAN_CHANNEL, "digest:1", oldest=LONG_AGO) == ts
    assert found(slack, identity.PLAN_CHANNEL, "digest:2", oldest=LONG_AGO) is None
    later = datetime.now(UTC) + timedelta(minutes=5)
    assert found(slack, identity.PLAN_CHANNEL, "digest:1", oldest=later) is None


def test_a_message_in_a_thread_stands_in_the_channel_too_and_is_found_again(slack, sandbox):
    parent = slack.post(identity.COMMENTS_CHANNEL, BODY, key="relay:parent")
    ts = slack.post(identity.COMMENTS_CHANNEL, BODY, key="relay:reply", thread=parent)

    shown = sandbox.slack.workspace.find(identity.COMMENTS_CHANNEL, ts)
    assert (shown["thread_ts"], shown["subtype"]) == (parent, "thread_broadcast")
    wanted = {"oldest": LONG_AGO, "thread": parent}
    assert found(slack, identity.COMMENTS_CHANNEL, "relay:reply", **wanted) == ts
    assert found(slack, identity.COMMENTS_CHANNEL, "relay:other", **wanted) is None


def test_a_message_is_found_on_a_later_page_of_the_history(slack):
    ts = slack.post(identity.COMMENTS_CHANNEL, BODY, key="relay:first")
    for number in range(210):
        slack.post(identity.COMMENTS_CHANNEL, BODY, key=f"relay:{number}")

    nothing, further = slack.find(identity.COMMENTS_CHANNEL, "relay:first", oldest=LONG_AGO)
    assert (nothing, bool(further)) == (None, True), "a call reads one page"
    assert found(slack, identity.COMMENTS_CHANNEL, "relay:first", oldest=LONG_AGO) == ts


def test_a_message_in_a_thread_is_found_and_changed_there(slack, sandbox):
    channel = identity.COMMENTS_CHANNEL
    parent = slack.post(channel, BODY, key="relay:parent")
    body = {**BODY, "thread_ts": parent}
    ts = slack.post(channel, body, key="answer:1")

    assert found(slack, channel, "answer:1", oldest=LONG_AGO, thread=parent) == ts
    assert found(slack, channel, "answer:1", oldest=LONG_AGO) is None
    slack.update(channel, ts, {**body, "text": "ändrat"})
    shown = sandbox.slack.workspace.find(channel, ts)
    assert (shown["text"], shown["thread_ts"]) == ("ändrat", parent)


def test_reactions_are_read_page_by_page_in_the_order_in_which_they_came(slack, sandbox):
    channel = identity.COMMENTS_CHANNEL
    first = slack.post(channel, BODY, key="relay:first")
    for user in ("U0JONAS", "U0AMIRA", "U0ELIN"):
        said = {"as": user, "channel": channel, "ts": first, "name": "eyes", "action": "add"}
        assert httpx.post(f"{sandbox.address}/ui/reactions", json=said).json()["ok"]
    for number in range(210):
        slack.post(channel, BODY, key=f"relay:{number}")

    oldest = datetime.fromtimestamp(float(first), UTC)
    pages = list(slack.reacted(channel, oldest=oldest))

    found = {message.ts: message.reactions for page in pages for message in page}
    assert len(pages) == 2
    assert found[first] == (("eyes", "U0JONAS"), ("eyes", "U0AMIRA"), ("eyes", "U0ELIN"))
    assert not any(each for ts, each in found.items() if ts != first)


def test_a_message_is_updated_and_linked(slack):
    ts = slack.post(identity.PLAN_CHANNEL, BODY, key="digest:3")

    slack.update(identity.PLAN_CHANNEL, ts, {**BODY, "text": "hej igen"})

    assert ts.replace(".", "") in slack.permalink(identity.PLAN_CHANNEL, ts)
    slack.note(identity.PLAN_CHANNEL, "U0AMIRA", BODY)
    slack.home("U0AMIRA", {"type": "home", "blocks": BODY["blocks"]})


def test_who_we_are_and_what_we_may_do(slack):
    ourselves = slack.identity()

    assert (ourselves.user_id, ourselves.bot_id) == (identity.BOT_USER, identity.BOT)
    assert ourselves.team_id == identity.TEAM
    assert ourselves.scopes == frozenset(SCOPES)
    assert abs(slack.server_time() - datetime.now(UTC)) < timedelta(seconds=10)
    slack.try_socket(identity.APP_TOKEN)


@pytest.mark.parametrize(
    ("user", "kind"),
    [
        ("U0AMIRA", MemberKind.MEMBER),
        ("U0GAST", MemberKind.GUEST),
        ("U0ENKANAL", MemberKind.GUEST),
        ("U0FRAMMANDE", MemberKind.STRANGER),
        ("U0SLUTAT", MemberKind.GONE),
        ("U0ROBOT", MemberKind.BOT),
        (identity.BOT_USER, MemberKind.BOT),
    ],
)
def test_who_somebody_is(slack, user, kind):
    assert slack.member(user, team_id=identity.TEAM, now=LONG_AGO).kind is kind


@pytest.mark.parametrize("name", [identity.PLAN_CHANNEL, "#innehållsplan", "innehållsplan"])
def test_a_channel_is_found_by_id_and_by_name(slack, name):
    found = slack.channel(name)

    assert found.id == identity.PLAN_CHANNEL
    assert found.is_member


@pytest.mark.parametrize("name", ["C0NOWHERE", "#finns-inte"])
def test_a_channel_that_is_not_there_is_none(slack, name):
    assert slack.channel(name) is None


@pytest.mark.parametrize(
    ("kind", "outcome", "code"),
    [
        pytest.param("429", Outcome.WAIT, "ratelimited", id="too many"),
        pytest.param("500", Outcome.UNKNOWN, None, id="a server error may have worked"),
        pytest.param("not_json", Outcome.UNKNOWN, None, id="no json"),
        pytest.param("drop_after", Outcome.UNKNOWN, None, id="hung up after the work"),
        pytest.param("drop_before", Outcome.UNKNOWN, None, id="hung up before it"),
        pytest.param("error:internal_error", Outcome.UNKNOWN, "internal_error", id="maybe done"),
        pytest.param("error:not_in_channel", Outcome.CHANNEL, "not_in_channel", id="uninvited"),
        pytest.param("error:is_archived", Outcome.CHANNEL, "is_archived", id="archived"),
        pytest.param("error:token_revoked", Outcome.ACCOUNT, "token_revoked", id="revoked"),
        pytest.param("error:missing_scope", Outcome.ACCOUNT, "missing_scope", id="a scope"),
        pytest.param("error:msg_too_long", Outcome.REFUSED, "msg_too_long", id="too long"),
    ],
)
def test_what_goes_wrong_is_sorted_by_what_can_be_done(slack, order, kind, outcome, code):
    order("chat.postMessage", kind, retry_after=7)

    found = trouble(lambda: slack.post(identity.PLAN_CHANNEL, BODY, key="x"))

    assert found.outcome is outcome
    assert code in (None, found.code)
    assert found.wait == (7 if outcome is Outcome.WAIT else 0)


@pytest.fixture
def address(sandbox):
    """The response address of a command that Amira has given."""
    return response_url(sandbox.slack, ReplyUrl(AMIRA, identity.PLAN_CHANNEL))


def whispers(sandbox):
    shown = httpx.get(
        f"{sandbox.address}/ui/channels/{identity.PLAN_CHANNEL}", params={"as": AMIRA}
    )
    return [m["text"] for m in shown.json()["messages"] if m["ephemeral"]]


def test_a_command_is_answered_at_its_address_for_one_pair_of_eyes(slack, sandbox, address):
    slack.reply(address, BODY | {"text": "bara du"})

    assert "bara du" in whispers(sandbox)


def test_an_address_that_is_spent_is_refused(slack, address):
    for _ in range(5):
        slack.reply(address, BODY)

    assert trouble(lambda: slack.reply(address, BODY)).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        pytest.param("429", Outcome.WAIT, id="too many"),
        pytest.param("500", Outcome.UNKNOWN, id="a server error"),
        pytest.param("drop_after", Outcome.UNKNOWN, id="hung up after the work"),
    ],
)
def test_what_goes_wrong_with_an_answer_is_sorted_too(slack, order, address, kind, outcome):
    order("response_url", kind, retry_after=7)

    assert trouble(lambda: slack.reply(address, BODY)).outcome is outcome


def test_an_address_where_nobody_is_was_certainly_not_reached(slack):
    found = trouble(lambda: slack.reply("http://127.0.0.1:9/response/x", BODY))

    assert found.outcome is Outcome.UNREACHED


def refusal(headers):
    response = SlackResponse(
        client=None,
        http_verb="POST",
        api_url="chat.postMessage",
        req_args={},
        data={"ok": False, "error": "ratelimited"},
        headers=headers,
        status_code=429,
    )
    return SlackApiError("no", response)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        pytest.param({"Retry-After": "7"}, 7, id="said"),
        pytest.param({"retry-after": "7"}, 7, id="said in small letters"),
        pytest.param({}, 30, id="not said"),
        pytest.param({"Retry-After": "Fri, 27 Nov 2026 12:00:00 GMT"}, 30, id="a date"),
        pytest.param({"Retry-After": "-1"}, 30, id="nonsense"),
        pytest.param({"Retry-After": "999999999"}, 3600, id="nearly for ever"),
    ],
)
def test_how_long_to_wait_is_what_slack_says_within_reason(headers, seconds):
    assert trouble_in(refusal(headers)).wait == seconds


@pytest.fixture
def answering():
    """A server in Slack's place that answers everything with the text in `said`."""

    class Gateway(BaseHTTPRequestHandler):
        def do_POST(self):
            self.send_response(200)
            self.send_header("Content-Length", str(len(server.said)))
            self.end_headers()
            self.wfile.write(server.said.encode())

        def log_message(self, *_):
            pass

    with HTTPServer(("127.0.0.1", 0), Gateway) as server:
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    "said", ["", "[]", "null", '"ok"', "1", '{"ok": true}', '{"ok": true, "ts": 1}', "[" * 5000]
)
def test_an_answer_that_is_none_of_slacks_may_have_worked(answering, said):
    answering.said = said
    slack = Slack("xoxb-x", f"http://127.0.0.1:{answering.server_port}/api/")

    found = trouble(lambda: slack.post(identity.PLAN_CHANNEL, BODY, key="x"))

    assert found.outcome is Outcome.UNKNOWN


def test_a_dropped_connection_is_not_tried_again_behind_our_back(slack, order, sandbox):
    order("chat.postMessage", "drop_after")

    trouble(lambda: slack.post(identity.PLAN_CHANNEL, BODY, key="once"))

    dump = httpx.get(f"{sandbox.address}/__emulator/messages?channel={identity.PLAN_CHANNEL}")
    assert dump.text.count('"once"') == 1


def test_a_server_that_is_not_there_was_certainly_not_reached():
    away = Slack(identity.BOT_TOKEN, "http://127.0.0.1:9/api/")

    assert trouble(away.identity).outcome is Outcome.UNREACHED


def test_what_slack_refuses_does_not_quote_the_message(slack):
    block = {"type": "section", "text": {"type": "mrkdwn", "text": "hemligt" * 1000}}

    found = trouble(
        lambda: slack.post(identity.PLAN_CHANNEL, {"text": "x", "blocks": [block]}, key="x")
    )

    assert found.outcome is Outcome.REFUSED
    assert "hemligt" not in str(found)
    assert found.__cause__ is None


def test_a_wrong_token_concerns_the_account(sandbox):
    stranger = Slack("xoxb-somebody-else", f"{sandbox.address}/api/")

    assert trouble(stranger.identity).outcome is Outcome.ACCOUNT


def test_the_manifest_of_http_mode_names_its_address_everywhere():
    url = "https://lucka.example/slack/events"

    made = manifest(Words("en"), prefix="lucka-", events_url=url)

    assert [c["command"] for c in made["features"]["slash_commands"]] == [
        "/lucka-idea", "/lucka-plan", "/lucka-comments", "/lucka-report",
        "/lucka-compare", "/lucka-lesson", "/lucka-lucka",
    ]  # fmt: skip
    assert {c["url"] for c in made["features"]["slash_commands"]} == {url}
    assert made["settings"]["event_subscriptions"]["request_url"] == url
    assert made["settings"]["socket_mode_enabled"] is False


PICTURE = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x06\x40\x00\x00\x04\x00"


def upload(slack):
    return slack.upload("plan.png", PICTURE, title="Planen", alt="Planen i ord")


def test_a_picture_is_uploaded_seen_and_shown(slack):
    file = upload(slack)
    deadline = datetime.now(UTC) + timedelta(seconds=10)
    while not slack.is_ready(file):
        assert datetime.now(UTC) < deadline
    image = {"type": "image", "slack_file": {"id": file}, "alt_text": "Planen i ord"}

    assert slack.post(identity.PLAN_CHANNEL, {"text": "Planen", "blocks": [image]}, key="p:1")


def test_a_table_is_uploaded_and_has_an_address_that_a_message_can_share(slack):
    file = slack.upload("siffror.csv", b"a;b", title="Siffror", alt="")
    address = slack.file_link(file)

    assert file in address
    assert slack.post(identity.PLAN_CHANNEL, {"text": f"<{address}|Siffror>"}, key="t:1")


@pytest.mark.parametrize(
    "method", ["files.getUploadURLExternal", "upload", "files.completeUploadExternal"]
)
@pytest.mark.parametrize("kind", ["500", "not_json", "drop_after", "drop_before"])
def test_an_upload_that_fails_on_its_way_may_be_repeated(slack, order, method, kind):
    if (method, kind) != ("upload", "not_json"):  # the bytes' answer is not read
        order(method, kind)
        assert trouble(lambda: upload(slack)).outcome in (Outcome.UNKNOWN, Outcome.UNREACHED)

    assert upload(slack)


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        ("429", Outcome.WAIT),
        ("error:missing_scope", Outcome.ACCOUNT),
        ("error:file_uploads_disabled", Outcome.REFUSED),
        ("error:storage_limit_reached", Outcome.REFUSED),
    ],
)
def test_an_upload_that_is_refused_says_what_can_be_done(slack, order, kind, outcome):
    order("files.getUploadURLExternal", kind)

    assert trouble(lambda: upload(slack)).outcome is outcome
