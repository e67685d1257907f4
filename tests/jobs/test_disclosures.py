"""Comments as files: readable, masked, harmless in a spreadsheet, handed over once, told of."""

import csv
import io
import json
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pytest

from bot.domain.disclosure import PATIENCE, Kind, Review, Status, Wanted
from bot.jobs import disclosure_files, disclosures
from bot.store import comments, ledger, outbox
from bot.store import disclosures as kept
from bot.store import page as store_page
from tests import page
from tests.make import AMIRA, NOW, settle
from tests.records import answered

SECRET = "Ring 070-123 45 67, jag heter 811218-9876. <script>alert(1)</script>"


@pytest.fixture
def deps(deps, tmp_path):
    with deps.transaction() as db:
        told = [
            page.comment(1, SECRET, author_name="Maja Lindqvist"),
            page.comment(2, "=HYPERLINK(1)", author_name="@Berit", author_id="7"),
        ]
        new = store_page.keep(db, [page.post()], told, now=NOW).new
        comments.add_relays(db, new, since=NOW.replace(year=2000), now=NOW)
        answered(db)
    return deps


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)  # the database's path of the test's settings is relative


def ask(deps, wanted=Wanted(since=NOW.replace(year=2020)), review=Review(), kind=Kind.DISCLOSURE):  # noqa: B008
    with deps.transaction() as db:
        return kept.ask(db, kind, AMIRA, wanted, review, now=deps.now()).id


def files(slack):
    *_, data = slack.files.values()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {each: archive.read(each).decode() for each in archive.namelist()}


def made(deps, slack, *given, **named):
    ask(deps, *given, **named)
    disclosures.drain(deps)
    return files(slack)


def rows(table):
    assert table.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(table[1:]), delimiter=";"))


def told(deps):
    with deps.reading() as db:
        return [item.body["text"] for item in outbox.pending(db) if item.channel == AMIRA]


class Loading(HTMLParser):
    """Collects what a page would load or run, and what it says of its own safety."""

    def __init__(self):
        super().__init__()
        self.found, self.sealed = [], ""

    def handle_starttag(self, tag, attrs):
        held = dict(attrs)
        if held.get("http-equiv") == "Content-Security-Policy":
            self.sealed = held["content"]
        if tag in {"script", "img", "iframe", "link", "object", "embed", "base", "form", "b"}:
            self.found.append(tag)
        self.found += [name for name in held if name.startswith("on") or name in {"src", "style"}]
        if not held.get("href", "https:").startswith("https:"):
            self.found.append(held["href"])


EVIL = '"><img src=x onerror=alert(1)><a href="javascript:alert(1)">x</a><!-- \u202e'


def test_a_page_loads_and_runs_nothing_whatever_was_written(deps, slack):
    with deps.transaction() as db:
        evil = page.comment(
            3, EVIL, author_name=EVIL, author_id="8", permalink="javascript:alert(1)"
        )
        store_page.keep(db, [page.post()], [evil], now=NOW)
        comments.add_relays(db, [evil.id], since=NOW.replace(year=2000), now=NOW)
    review = Review(is_masked=False, provision=EVIL)
    for name, text in made(deps, slack, review=review).items():
        if name.endswith(".html"):
            assert EVIL not in text
            reader = Loading()
            reader.feed(text)
            assert reader.found == []
            assert reader.sealed == "default-src 'none'; style-src 'unsafe-inline'"
            assert "alert(1)" in text
        assert Path(name).name == name


def test_a_page_to_read_and_a_table_hold_the_whole_record(deps, slack):
    found = made(deps, slack, review=Review(is_masked=False, provision="OSL 25:1 & <b>"))

    assert set(found) == {"kommentarer.html", "kommentarer.csv"}
    html, (first, second) = found["kommentarer.html"], rows(found["kommentarer.csv"])
    assert html.startswith("<!doctype html>")
    assert "<script>" not in html
    assert "OSL 25:1 &amp; &lt;b&gt;" in html
    assert first["Text"] == SECRET
    assert first["Datum och tid"] == "2026-11-24 08:12"
    assert first["Riktning"] == "inkommen"
    for said in ("Nej, kom närsom. /Jonas", "Nej, kom när som helst. /Jonas"):
        assert said in html
        assert said in first["Våra svar"]
    assert "2026-11-24 08:18 · Elin Lindqvist" not in first["Vad som hänt"]  # who passed it on
    assert "Jonas Berg lämnade över den (Elin Lindqvist)" in first["Vad som hänt"]
    assert (second["Text"], second["Namn på sidan"]) == ("'=HYPERLINK(1)", "'@Berit")


def test_private_numbers_are_masked_unless_somebody_decides_otherwise(deps, slack):
    found = made(deps, slack)

    for text in found.values():
        assert "070-123" not in text
        assert "811218" not in text
    assert "Maja Lindqvist" in found["kommentarer.html"]


def test_without_names_neither_names_nor_what_leads_to_them_is_there(deps, slack):
    found = made(deps, slack, review=Review(is_nameless=True))

    for text in found.values():
        for name in ("Maja", "Berit", "comment_id=", page.comment(1).id, "24000000000000011"):
            assert name not in text


def test_the_log_says_who_of_us_and_how_much_but_no_name_and_no_word(deps, slack, caplog):
    number = ask(deps, Wanted(post="kvinnokliniken", person="maja lind"))
    disclosures.drain(deps)

    with deps.reading() as db:
        (act,) = ledger.acts(db, f"disclosure:{number}")
        stored = json.dumps([list(row) for row in db.execute("select * from disclosures")])
        everything = json.dumps([list(row) for row in db.execute("select * from audit")])
        done = kept.get(db, number)
    assert (act.who, act.act) == (AMIRA, "disclosure.made")
    assert act.detail == {"comments": "1", "post": page.POST}
    assert done.status is Status.DONE
    for place in (stored, everything, caplog.text, *told(deps)):
        assert "maja" not in place.casefold()
        assert "kvinnokliniken" not in place


def test_a_snapshot_has_the_posts_too(deps, slack):
    found = made(deps, slack, Wanted(since=NOW.replace(year=2020)), kind=Kind.SNAPSHOT)

    assert set(found) == {
        "kommentarer.html",
        "kommentarer.csv",
        "inlagg.html",
        "inlagg.csv",
    }
    assert page.TITLE in found["inlagg.html"]
    (post,) = rows(found["inlagg.csv"])
    assert (post["Text"], post["Id"]) == (page.TITLE, page.POST)


def test_many_comments_are_parted_into_pages(deps, slack, monkeypatch):
    monkeypatch.setattr(disclosure_files, "PAGE", 1)

    found = made(deps, slack)

    assert set(found) == {"kommentarer.html", "kommentarer-2.html", "kommentarer.csv"}
    assert all(text.endswith("</html>\n") for name, text in found.items() if "html" in name)


def test_while_slack_is_out_of_reach_it_waits_then_says_so_and_leaves_nothing(
    deps, slack, hand, tmp_path
):
    slack.down = "timeout"
    number = ask(deps, Wanted(person="maja"))
    assert disclosures.drain(deps) == disclosures.RETRY_SECONDS
    assert told(deps) == []

    hand.to(NOW + PATIENCE)
    disclosures.drain(deps)

    assert told(deps)[0].startswith("Filerna blev inte av: Slack tog inte emot dem.")
    with deps.reading() as db:
        assert kept.get(db, number).wanted.person == ""
    assert not list(tmp_path.rglob("disclosures"))


def test_killed_before_the_end_it_makes_the_files_anew(deps, slack, monkeypatch):
    class Killed(BaseException):
        pass

    def die(*_given, **_named):
        raise Killed

    ask(deps)
    with monkeypatch.context() as patched:
        patched.setattr(disclosures, "_done", die)
        with pytest.raises(Killed):
            disclosures.drain(deps)
    assert told(deps) == []

    disclosures.drain(deps)

    assert "kommentarer.html" in files(slack)
    (said,) = told(deps)  # of what was uploaded twice one is shared, once
    assert f"<{slack.file_link('F1')}|" in said
    assert "F0" not in said


def test_in_english_the_files_are_english(english, slack, deps):
    ask(deps)
    disclosures.drain(english)

    found = files(slack)
    assert set(found) == {"comments.html", "comments.csv"}
    assert rows(found["comments.csv"])[0]["Direction"] == "received"
    assert '<html lang="en">' in found["comments.html"]


def test_nothing_at_all_is_still_an_answer(deps, slack):
    settle(deps)
    ask(deps, Wanted(person="nobody"))
    disclosures.drain(deps)

    (said,) = told(deps)
    assert said.startswith(f"Klart: 0 kommentarer och svar i <{slack.file_link('F0')}|utlamnande-")
    assert ".zip>" in said
