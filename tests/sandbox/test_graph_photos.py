"""Pictures on the emulated page: brought first, then shown by one post, and the client's part."""

from contextlib import closing

import httpx
import pytest

from bot.domain.page import PageTrouble
from bot.integrations.facebook_errors import GraphError
from bot.sandbox.multipart import parse
from tests.page_server import page_server

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8 + b"\r\n\r\n--\r"
JPEG = b"\xff\xd8\xff\xe0JFIF\r\n"
ALT = 'En "plogad" väg; å ä ö 💛'


@pytest.fixture(scope="module")
def served():
    with page_server() as server:
        yield server


@pytest.fixture
def site(served):
    started = served.start_over()
    started.switch(lacking=[])
    return started


@pytest.fixture
def client(site):
    made = site.client(timeout=60.0)
    yield made
    made.close()


def refused(call):
    with pytest.raises(GraphError) as raised:
        call()
    return raised.value


def test_a_post_shows_its_pictures_in_order_with_their_words_once_it_is_released(site, client):
    photos = [
        client.upload_photo("F1.png", PNG, "image/png", ALT),
        client.upload_photo("F2.jpeg", JPEG, "image/jpeg", ""),
    ]
    assert client.drafts() == []
    made = client.create_unpublished("Se här!", None, photos[::-1])
    assert site.http.get("/ui/page").json()["posts"] == []
    client.release(made)
    (shown,) = site.http.get("/ui/page").json()["posts"]
    assert [each["alt"] for each in shown["photos"]] == ["", ALT]
    picture = site.http.get(shown["photos"][1]["src"])
    assert (picture.content, picture.headers["content-type"]) == (PNG, "image/png")


@pytest.mark.parametrize(
    ("data", "mime", "code"),
    [(b"<html>", "image/png", 324), (PNG, "", 200)],
    ids=["no picture", "without its type"],
)
def test_what_is_no_picture_is_refused(client, data, mime, code):
    assert refused(lambda: client.upload_photo("a.png", data, mime, ALT)).code == code


def test_a_picture_is_shown_by_one_post_and_vanishes_after_a_day(site, client):
    first, late = (client.upload_photo("a.png", PNG, "image/png", ALT) for _ in range(2))
    client.create_unpublished("Ett", None, [first])
    assert refused(lambda: client.create_unpublished("Två", None, [first])).code == 100
    assert refused(lambda: client.create_unpublished("Tre", None, [late, late])).code == 100
    site.clock.pass_by(hours=24)
    assert refused(lambda: client.create_unpublished("Fyra", None, [late])).code == 100
    assert [draft.text for draft in client.drafts()] == ["Ett"]


def test_without_the_permission_no_picture_is_taken(site, client):
    site.switch(lacking=["pages_manage_posts"])
    error = refused(lambda: client.upload_photo("a.png", PNG, "image/png", ALT))
    assert (error.kind, error.code) == (PageTrouble.PERMISSION, 200)


def test_an_upload_without_an_answer_may_have_been_taken(site, client):
    site.switch(fault={"kind": "timeout_after", "method": "POST"})
    with closing(site.client(timeout=1.0)) as hasty:
        error = refused(lambda: hasty.upload_photo("a.png", PNG, "image/png", ALT))
    assert error.kind is PageTrouble.RETRY
    assert client.create_unpublished("Se", None, [client.upload_photo("a", PNG, "image/png", "")])


def test_a_deleted_post_takes_its_pictures_along(site, client):
    photo = client.upload_photo("a.png", PNG, "image/png", ALT)
    made = client.create_unpublished("Se", None, [photo])
    site.page.delete_post(made)
    assert site.http.get(f"/ui/page/photos/{photo}").status_code == 404


def test_a_form_with_files_is_read_byte_for_byte():
    request = httpx.Request(
        "POST",
        "http://x",
        data={"alt": ALT, "empty": ""},
        files={"source": ("å.png", PNG, "image/png"), "bare": ("b", b"", "")},
    )
    texts, files = parse(request.headers["content-type"], request.read())
    assert texts == {"alt": ALT, "empty": ""}
    assert (files["source"].data, files["source"].mime) == (PNG, "image/png")
    assert files["bare"].data == b""
