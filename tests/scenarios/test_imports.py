"""An Outlook calendar that changes, a file, and a table: over real sockets, in both languages."""

import csv
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import StringIO
from pathlib import Path

import pytest

from bot import demo
from tests.scenarios.journey import Journey
from tests.scenarios.world import AMIRA, JONAS, PLAN

SAID = {
    "sv": {
        "first": "Jag har läst in 2 inlägg i planen",
        "differ": "Outlook och planen säger olika",
        "taken": "Amira Haddad tog det som står i Outlook",
        "kept": "Jonas Berg behöll det som står i planen",
        "added": "Amira Haddad tog in det i planen",
        "undone": "Amira Haddad har ångrat inläsningen",
        "new": "1 nya",
        "known": "1 fanns redan",
        "own": "våra egna",
        "row": "Rad 2",
        "line": "rad 2",
        "check": "Kalendern i OUTLOOK_CALENDAR_URL går att läsa",
    },
    "en": {
        "first": "I have read 2 posts into the plan",
        "differ": "Outlook and the plan differ",
        "taken": "Amira Haddad took what Outlook says",
        "kept": "Jonas Berg kept what the plan says",
        "added": "Amira Haddad put it into the plan",
        "undone": "Amira Haddad undid the import",
        "new": "1 new",
        "known": "1 already there",
        "own": "our own",
        "row": "Line 2",
        "line": "line 2",
        "check": "The calendar in OUTLOOK_CALENDAR_URL can be read",
    },
}

ALL = {
    "sv": {
        "first": "Jag har läst in 12 inlägg",
        "differ": "säger olika på",
        "one": "*Outlook och planen säger olika*",
        "taken": "Amira Haddad tog det som står i Outlook på 12 ställen",
        "undone": "Jonas Berg ångrade: 12 ställen",
        "kept": "Amira Haddad behöll det som står i planen på 2 ställen",
        "gone": "Amira Haddad har ångrat inläsningen",
    },
    "en": {
        "first": "I have read 12 posts",
        "differ": "Outlook and the plan differ in",
        "one": "*Outlook and the plan differ*",
        "taken": "Amira Haddad took what Outlook says in 12 places",
        "undone": "Jonas Berg undid it: 12 places",
        "kept": "Amira Haddad kept what the plan says in 2 places",
        "gone": "Amira Haddad undid the import",
    },
}


class Outlook:
    """A tiny server with one published calendar: (UID, title, wall time) by Windows' zone."""

    def __init__(self) -> None:
        self.events: list[tuple[str, str, str]] = []
        outlook = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                body = outlook.calendar()
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/hemligt/calendar.ics"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def calendar(self) -> bytes:
        zone = "W. Europe Standard Time"
        events = "".join(
            f"BEGIN:VEVENT\r\nUID:{uid}\r\nSUMMARY:{title}\r\nDTSTART;TZID={zone}:{at}\r\nEND:VEVENT\r\n"
            for uid, title, at in self.events
        )
        return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n".encode()


@pytest.fixture
def outlook() -> Iterator[Outlook]:
    made = Outlook()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_calendar_in_outlook_and_the_plan_live_together(
    tmp_path: Path, outlook: Outlook, language: str
) -> None:
    said = SAID[language]
    outlook.events = [
        ("open", "Facebook: Öppet hus", "20261203T110000"),
        ("tips", "Veckans tips", "20261204T090000"),
    ]
    settings = {"OUTLOOK_CALENDAR_URL": outlook.url}
    with Journey(tmp_path, language, settings=settings) as journey:
        first = journey.await_message(PLAN, said["first"])
        assert "Öppet hus" in journey.ask(AMIRA, "/plan")

        outlook.events[0] = ("open", "Facebook: Öppet hus", "20261203T130000")
        outlook.events[1] = ("tips", "Veckans råd", "20261204T090000")
        outlook.events.append(("new", "Julkonsert", "20261210T180000"))
        journey.clock_to("2026-11-24T07:46")
        journey.wait_for(lambda: len(journey.ours(PLAN, said["differ"])) == 3, "three questions")
        (moved,), (renamed,), (new,) = (
            journey.ours(PLAN, part) for part in ("13", "Veckans råd", "Julkonsert")
        )

        journey.click(AMIRA, moved, "import.take")
        journey.await_words(moved, PLAN, said["taken"])
        journey.click(JONAS, renamed, "import.keep")
        journey.await_words(renamed, PLAN, said["kept"])
        journey.click(AMIRA, new, "import.take")
        journey.await_words(new, PLAN, said["added"])
        assert journey.sql("select title, at from posts order by id") == [
            ("Öppet hus", "13:00"), ("Veckans tips", "09:00"), ("Julkonsert", "18:00"),
        ]  # fmt: skip

        journey.clock_to("2026-11-24T08:01")
        journey.wait_for(
            lambda: journey.sql(
                "select 1 from job_runs where job = 'outlook' and due like '%07:00:%'"
            ),
            "another look",
        )
        code, shown = journey.run("job", "outlook")
        assert code == 0, shown
        assert len(journey.ours(PLAN, said["differ"])) == 0

        code, shown = journey.run("check")
        assert (code, said["check"] in shown, "hemligt" in shown) == (0, True, False)

        journey.click(AMIRA, first, "import.undo")
        journey.await_words(first, PLAN, said["undone"])
        statuses = journey.sql("select title, status from posts order by id")
        assert [status for _, status in statuses] == ["draft", "cancelled", "draft"]
        assert "hemligt" not in journey.last_words(1000)
        assert "Traceback" not in journey.last_words(1000)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_somebody_shifts_the_whole_calendar_of_the_sandbox(tmp_path: Path, language: str) -> None:
    said = ALL[language]
    with Journey(tmp_path, language) as journey:
        for number in range(12):
            event = {"title": f"Nr {number}", "day": f"2026-12-{number + 1:02}", "at": "11:00"}
            assert journey.http.post("/ui/outlook/keep", json=event).json()["ok"]
        journey.stop_bot()
        journey.environment |= demo.calendar(journey.sandbox.address)
        journey.start_bot()
        first = journey.await_message(PLAN, said["first"])

        journey.http.post("/ui/outlook/shift", json={"days": 1})
        journey.clock_to("2026-11-24T07:46")
        question = journey.await_message(PLAN, said["differ"])
        assert len(journey.ours(PLAN, said["differ"])) == 1
        journey.click(AMIRA, question, "import.take_all")
        journey.await_words(question, PLAN, said["taken"])
        days = "select min(day), max(day) from posts where status = 'draft'"
        assert journey.sql(days) == [("2026-12-02", "2026-12-13")]

        journey.click(JONAS, question, "import.undo_all")
        journey.await_words(question, PLAN, said["undone"])
        assert journey.sql(days) == [("2026-12-01", "2026-12-12")]
        again = journey.await_message(PLAN, said["differ"])
        journey.click(JONAS, again, "import.apart")
        journey.wait_for(lambda: len(journey.ours(PLAN, said["one"])) == 10, "ten questions")
        journey.click(AMIRA, again, "import.keep_all")
        journey.await_words(again, PLAN, said["kept"])

        journey.click(AMIRA, first, "import.undo")
        journey.await_words(first, PLAN, said["gone"])
        assert "Traceback" not in journey.last_words(1000)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_files_are_read_in_beside_the_running_bot(tmp_path: Path, language: str) -> None:
    said, sheet, broken = SAID[language], tmp_path / "in.csv", tmp_path / "in.ics"
    with Journey(tmp_path, language) as journey:
        sheet.write_bytes("datum;titel\r\n2026-12-01;=1+1 Öppet hus\r\n".encode("cp1252"))
        code, shown = journey.run("import", str(sheet), "--dry-run")
        assert (code, said["new"] in shown) == (0, True)
        assert journey.sql("select count(*) from posts") == [(0,)]
        code, shown = journey.run("import", str(sheet))
        assert (code, said["new"] in shown) == (0, True)
        code, shown = journey.run("import", str(sheet))
        assert (code, said["known"] in shown) == (0, True)
        assert journey.sql("select title from posts") == [("=1+1 Öppet hus",)]
        journey.await_message(PLAN, "1 ")

        code, _ = journey.run("export", str(tmp_path / "out"))
        assert code == 0
        written = (tmp_path / "out" / "plan.csv").read_bytes()
        assert written.startswith(b"\xef\xbb\xbf")
        rows = list(csv.reader(StringIO(written.decode("utf-8-sig")), delimiter=";"))
        assert "'=1+1 Öppet hus" in rows[1]
        for name in ("plan.csv", "plan.ics"):
            code, shown = journey.run("import", str(tmp_path / "out" / name))
            assert (code, said["own"] in shown) == (0, True)

        sheet.write_text("datum;titel\n2026-02-30;Fel\n2026-12-02;Rätt\n", encoding="utf-8")
        broken.write_bytes(b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n")
        for file, where in ((sheet, said["row"]), (broken, said["line"])):
            code, shown = journey.run("import", str(file))
            assert (code, where in shown) == (1, True), shown
        for wrong in ("in.txt", "missing.ics"):
            assert journey.run("import", str(tmp_path / wrong))[0] == 1
        assert journey.run("import")[0] == 2
        assert journey.sql("select count(*) from posts") == [(1,)]
