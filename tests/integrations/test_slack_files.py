"""Files that people gave us in Slack: over real sockets, and from a Slack that is not itself."""

import gzip

import httpx
import pytest

from bot.integrations.slack import Outcome, Slack, SlackTrouble
from bot.integrations.slack_files import FileClosed, FileGone, FileTooLarge, FileUnread, download
from bot.locales import Words
from bot.sandbox import identity
from bot.sandbox.options import SandboxOptions
from bot.sandbox.running import RunningSandbox
from bot.views.manifest import manifest
from tests.make import AMIRA, JONAS

OPTIONS = SandboxOptions(manifest(Words("sv")), paced=False, planted=False)
JPEG = b"\xff\xd8\xff\xe0" + bytes(range(256)) * 400 + b"\r\n--x\r\n"
MOST = 1_000_000


@pytest.fixture(scope="module")
def sandbox():
    with RunningSandbox(OPTIONS) as running:
        yield running


@pytest.fixture
def slack(sandbox):
    return Slack(identity.BOT_TOKEN, f"{sandbox.address}/api/")


def given(sandbox, data=JPEG, name="Väg åäö #1.jpg"):
    return sandbox.slack.files.add(name, data, AMIRA)


def test_a_file_of_a_persons_comes_byte_for_byte(slack, sandbox):
    assert slack.fetch(given(sandbox), most=MOST, of=AMIRA) == JPEG


@pytest.mark.parametrize("of", [JONAS, ""], ids=["somebody else's", "nobody's"])
def test_a_file_is_closed_where_it_is_not_known_to_be_theirs(slack, sandbox, of):
    with pytest.raises(FileClosed):
        slack.fetch(given(sandbox), most=MOST, of=of)


@pytest.mark.parametrize("of", [AMIRA, ""])
def test_a_file_of_which_slack_does_not_say_who_brought_it_is_closed(of):
    found = {name: said for name, said in FOUND.items() if name != "user"}
    with pytest.raises(FileClosed):
        download(found, token="xoxb-secret", base_url=BASE, most=MOST, of=of)


def test_a_file_that_was_deleted_is_gone(slack, sandbox):
    file = given(sandbox)
    sandbox.slack.files.drop(file)
    with pytest.raises(FileGone):
        slack.fetch(file, most=MOST, of=AMIRA)


def test_a_file_that_is_too_large_is_left_off(slack, sandbox):
    with pytest.raises(FileTooLarge):
        slack.fetch(given(sandbox), most=len(JPEG) - 1, of=AMIRA)


def test_another_token_is_led_to_the_login_and_reads_nothing(sandbox):
    found = sandbox.slack.files.info(given(sandbox), sandbox.address)
    with pytest.raises(FileClosed):
        download(found, token="xoxb-other", base_url=f"{sandbox.address}/api/", most=MOST, of=AMIRA)


def test_a_scope_that_is_missing_means_that_it_is_closed_to_us(slack, sandbox):
    body = {"method": "files.info", "kind": "error:missing_scope"}
    httpx.post(f"{sandbox.address}/__emulator/faults", json=body).raise_for_status()
    with pytest.raises(FileClosed):
        slack.fetch(given(sandbox), most=MOST, of=AMIRA)


@pytest.mark.parametrize("kind", ["500", "drop_before", "drop_after"])
def test_a_file_that_does_not_come_can_be_asked_for_again(slack, sandbox, kind):
    file = given(sandbox)
    body = {"method": "file", "kind": kind}
    assert httpx.post(f"{sandbox.address}/__emulator/faults", json=body).json()["ok"]
    with pytest.raises(SlackTrouble) as caught:
        slack.fetch(file, most=MOST, of=AMIRA)
    assert caught.value.outcome is Outcome.UNREACHED
    assert slack.fetch(file, most=MOST, of=AMIRA) == JPEG


BASE = "https://slack.com/api/"
FOUND = {
    "id": "F1",
    "user": AMIRA,
    "url_private": "https://files.slack.com/files-pri/T1-F1/a.jpg",
    "size": 5,
}


def taken(answer, found=FOUND):
    """Download from a Slack that answers so; return the bytes and what was asked of it."""
    asked = []

    def handle(request):
        asked.append(request)
        return answer

    transport = httpx.MockTransport(handle)
    token = "xoxb-secret"
    data = download(found, token=token, base_url=BASE, most=MOST, of=AMIRA, transport=transport)
    return data, asked


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (
            httpx.Response(302, headers={"location": "https://lillsjo.slack.com/?redir=x"}),
            FileClosed,
        ),
        (httpx.Response(302, headers={"location": "https://evil.example/"}), FileClosed),
        (httpx.Response(200, html="<html>Sign in</html>"), FileClosed),
        (
            httpx.Response(
                200, headers={"content-encoding": "gzip"}, content=gzip.compress(bytes(MOST))
            ),
            FileClosed,
        ),
        (httpx.Response(403), FileClosed),
        (httpx.Response(404), FileGone),
        (httpx.Response(410), FileGone),
        (httpx.Response(429), FileUnread),
        (httpx.Response(503), FileUnread),
    ],
    ids=["login", "redirect away", "login page", "zipped", "403", "404", "410", "429", "503"],
)
def test_what_is_no_file_is_sorted_by_what_can_be_done(answer, error):
    with pytest.raises(error):
        taken(answer)


def test_the_token_goes_to_slack_alone():
    data, (asked,) = taken(httpx.Response(200, content=JPEG))
    assert data == JPEG
    assert asked.headers["authorization"] == "Bearer xoxb-secret"


@pytest.mark.parametrize(
    "address",
    [
        "https://drive.example/a.jpg",
        "https://slack.com.evil.example/a.jpg",
        "https://evilslack.com/a.jpg",
        "http://files.slack.com/a.jpg",
        "file:///etc/passwd",
        "nonsense",
    ],
)
def test_another_host_is_never_asked(address):
    with pytest.raises(FileClosed):
        taken(httpx.Response(200, content=JPEG), {**FOUND, "url_private": address})


@pytest.mark.parametrize("found", [{"id": "F1", "mode": "tombstone"}, {"url_private": ""}])
def test_what_has_no_address_is_gone(found):
    with pytest.raises(FileGone):
        taken(httpx.Response(200, content=JPEG), found)


@pytest.mark.parametrize("said", [5, MOST + 1, None], ids=["less", "the truth", "nothing"])
def test_a_file_that_is_too_large_is_left_off_whatever_slack_says_of_its_size(said):
    with pytest.raises(FileTooLarge):
        taken(httpx.Response(200, content=bytes(MOST + 1)), {**FOUND, "size": said})


def test_a_slack_that_cannot_be_reached_is_asked_again_later_and_the_token_is_in_no_trace():
    def handle(request):
        raise httpx.ConnectError("no route", request=request)

    with pytest.raises(FileUnread) as caught:
        download(
            FOUND,
            token="xoxb-secret",
            base_url=BASE,
            most=MOST,
            of=AMIRA,
            transport=httpx.MockTransport(handle),
        )
    assert str(caught.value) == "ConnectError"
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__
