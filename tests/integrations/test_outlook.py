"""The address of a calendar: followed within reason, never told, and never waited for too long."""

import gzip
import socket
import zlib
from itertools import count
from threading import Thread
from time import monotonic

import httpx
import pytest

from bot.domain.import_files import MOST_BYTES
from bot.integrations import outlook
from bot.integrations.outlook import CalendarError, Mark, OutlookCalendar

URL = "https://outlook.example/hemligt/calendar.ics"


def fetch(answer, url=URL, mark=None, tick=lambda: 0.0):
    calendar = OutlookCalendar(url, tick=tick, transport=httpx.MockTransport(answer))
    return calendar.fetch(mark or Mark())


def test_what_was_read_is_asked_for_only_if_it_has_changed():
    def answer(request):
        if request.headers.get("If-None-Match") == '"1"':
            return httpx.Response(304)
        return httpx.Response(200, content=b"hej", headers={"ETag": '"1"'})

    first = fetch(answer)
    assert (first.data, first.mark.etag) == (b"hej", '"1"')
    assert fetch(answer, mark=first.mark).data is None


def redirect(target):
    def answer(request):
        if request.url.path.endswith("/new.ics"):
            return httpx.Response(200, content=b"hej")
        return httpx.Response(302, headers={"Location": target})

    return answer


@pytest.mark.parametrize("target", ["/new.ics", "https://other.example/new.ics"])
def test_a_calendar_that_has_moved_is_followed(target):
    assert fetch(redirect(target)).data == b"hej"


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        pytest.param(lambda r: httpx.Response(404), "refused", id="gone"),
        pytest.param(lambda r: httpx.Response(401), "refused", id="not for us"),
        pytest.param(lambda r: httpx.Response(503), "unreachable", id="down"),
        pytest.param(lambda r: httpx.Response(429), "unreachable", id="too often"),
        pytest.param(redirect("http://outlook.example/new.ics"), "refused", id="to the open"),
        pytest.param(redirect("file:///etc/passwd"), "refused", id="to a file"),
        pytest.param(redirect("/again.ics"), "refused", id="for ever"),
        pytest.param(
            lambda r: httpx.Response(200, content=b"x" * (MOST_BYTES + 1)), "too-large", id="large"
        ),
    ],
)
def test_each_failure_has_its_kind_and_none_tells_the_address(answer, kind):
    with pytest.raises(CalendarError) as failed:
        fetch(answer)

    assert failed.value.kind == kind
    assert "hemligt" not in repr(failed.value)
    assert failed.value.__cause__ is None


def test_no_answer_is_no_answer():
    def answer(request):
        raise httpx.ConnectTimeout("https://outlook.example/hemligt", request=request)

    with pytest.raises(CalendarError) as failed:
        fetch(answer)
    assert (failed.value.kind, failed.value.code) == ("unreachable", "ConnectTimeout")
    assert failed.value.__suppress_context__


def test_a_server_that_sends_a_little_at_a_time_is_left():
    ticks = iter(range(0, 1000, 15))

    with pytest.raises(CalendarError, match="slow"):
        fetch(
            lambda r: httpx.Response(200, content=iter([b"x"] * 50)),
            tick=lambda: float(next(ticks)),
        )


def zipped(data, encoding="gzip"):
    def answer(request):
        headers = {"Content-Encoding": encoding}
        return httpx.Response(200, headers=headers, stream=httpx.ByteStream(data))

    return answer


@pytest.mark.parametrize(
    ("data", "encoding"),
    [(gzip.compress(b"hej"), "GZIP"), (zlib.compress(b"hej"), "deflate"), (b"hej", "identity")],
    ids=["gzip", "deflate", "plain"],
)
def test_a_server_may_zip_unasked(data, encoding):
    assert fetch(zipped(data, encoding)).data == b"hej"


BOMB = gzip.compress(b"0" * 30_000_000)


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        pytest.param(zipped(BOMB), "too-large", id="a bomb"),
        pytest.param(zipped(gzip.compress(BOMB), "gzip, gzip"), "refused", id="a bomb in a bomb"),
        pytest.param(zipped(b"hej", "br"), "refused", id="unknown"),
        pytest.param(zipped(b"hej"), "unreachable", id="not zipped at all"),
        pytest.param(zipped(BOMB[:-50]), "too-large", id="a bomb cut off"),
        pytest.param(zipped(gzip.compress(b"hej")[:-4]), "unreachable", id="cut off"),
    ],
)
def test_what_is_zipped_is_unzipped_within_bounds(answer, kind):
    with pytest.raises(CalendarError) as failed:
        fetch(answer)
    assert failed.value.kind == kind


@pytest.mark.parametrize("etag", [b"\xe5", b'"a\tb"'])
def test_a_mark_that_could_not_be_sent_back_is_none(etag):
    answer = httpx.Response(200, content=b"hej", headers=[(b"ETag", etag)])
    mark = fetch(lambda r: answer).mark

    assert mark.etag == ""
    assert fetch(lambda r: httpx.Response(200, content=b"hej"), mark=mark).data == b"hej"


@pytest.fixture
def endless():
    """A server that answers for ever, a little at a time; yields its address."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = Thread(target=_drip, args=(server,))
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/hemligt.ics"
        thread.join()


def _drip(server):
    connection, _ = server.accept()
    with connection:
        connection.settimeout(0.01)
        connection.recv(1000)
        connection.sendall(b"HTTP/1.1 200 OK\r\n")
        for number in count():
            try:
                connection.sendall(b"X-%d: hej\r\n" % number)
                if not connection.recv(1):
                    return
            except TimeoutError:
                continue
            except OSError:
                return


def test_a_server_that_sends_headers_for_ever_is_left(endless, monkeypatch):
    monkeypatch.setattr(outlook, "WHOLE_SECONDS", 0.3)

    with pytest.raises(CalendarError) as failed:
        OutlookCalendar(endless, tick=monotonic).fetch(Mark())
    assert failed.value.kind == "unreachable"
