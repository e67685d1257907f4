"""The address of a calendar: followed within reason, never told, and never waited for too long."""

import httpx
import pytest

from bot.domain.import_files import MOST_BYTES
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
