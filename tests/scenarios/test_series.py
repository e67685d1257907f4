"""A series, from the form to its ending, over Slack's own protocol in both languages."""

from pathlib import Path

import pytest

from tests.scenarios.journey import Journey
from tests.scenarios.reading import offered
from tests.scenarios.world import AMIRA, ELIN, JONAS

PLANNED = "select day, at, owner from posts where status <> 'cancelled' order by day"
SAID = {
    "sv": {
        "list": "/plan serier",
        "none": "inga serier än",
        "made": "är en serie",
        "dates": "tisdag 29 december (v. 53): Amira Haddad\n• tisdag 12 januari 2027 (v. 2): Jonas",
        "row": "Närmast: tisdag 1 december (v. 49): Amira Haddad",
        "skipped": "hoppar över tisdag 15 december (v. 51)",
        "changed": "3 utkast i planen har ändrats på samma sätt.",
        "ended": "3 utkast som ingen hade rört är borta ur planen.",
        "resumed": "fortsätter",
    },
    "en": {
        "list": "/plan series",
        "none": "no series yet",
        "made": "is a series",
        "dates": "Tuesday 29 December (week 53): Amira Haddad\n"
        "• Tuesday 12 January 2027 (week 2): Jonas",
        "row": "Next: Tuesday 1 December (week 49): Amira Haddad",
        "skipped": "skips Tuesday 15 December (week 51)",
        "changed": "3 drafts in the plan have been changed in the same way.",
        "ended": "3 drafts that nobody had touched are out of the plan.",
        "resumed": "goes on",
    },
}


@pytest.mark.parametrize("language", SAID)
def test_a_series_fills_its_slots_for_two_months_and_follows_what_people_do(
    tmp_path: Path, language: str
) -> None:
    said = SAID[language]
    with Journey(tmp_path, language, start="2026-11-24T09:00") as journey:
        # made in a form, in turn, every other Tuesday until midsummer
        empty = journey.say(AMIRA, said["list"])
        assert said["none"] in empty["text"]
        assert journey.click(AMIRA, empty, "series.new")["ok"]
        made = journey.submit(
            AMIRA,
            name="Här jobbar jag",
            often="second-week",
            weekdays=["TU"],
            week="2026-11-30",
            time="11:00",
            owner=[AMIRA, JONAS],
            text="Vem är du, och vad gör du på jobbet?",
            last="2027-06-24",
        )
        assert made["ok"], made
        assert said["dates"] in journey.await_whisper(AMIRA, said["made"])["text"]
        days = ["2026-12-01", "2026-12-15", "2026-12-29", "2027-01-12"]
        first = [(d, "11:00", w) for d, w in zip(days, [AMIRA, JONAS] * 2, strict=True)]
        assert journey.sql(PLANNED) == first

        # a colleague skips a date, and takes that back
        listed = journey.say(ELIN, said["list"])
        assert said["row"] in listed["text"]
        skip = offered(listed, "series.skip")[1]
        assert journey.click(ELIN, listed, "series.skip", value=skip)["ok"]
        answer = journey.await_whisper(ELIN, said["skipped"])
        assert journey.sql(PLANNED) == [first[0], *first[2:]]
        assert journey.click(ELIN, answer, "post.restore")["ok"]
        journey.wait_for(lambda: journey.sql(PLANNED) == first, "the post again")

        # the time is changed: untouched drafts follow, the one that Elin undid stays hers
        listed = journey.say(AMIRA, said["list"])
        assert journey.click(AMIRA, listed, "series.change")["ok"]
        assert journey.submit(AMIRA, time="09:30")["ok"]
        journey.await_whisper(AMIRA, said["changed"])
        assert [at for _, at, _ in journey.sql(PLANNED)] == ["09:30", "11:00", "09:30", "09:30"]

        # a power cut, a night: the next date comes in, once
        journey.restart()
        journey.clock_to("2026-11-30T04:20")
        journey.wait_for(lambda: len(journey.sql(PLANNED)) == 5, "the draft of January")
        journey.clock_to("2026-12-02T09:00")
        journey.settled()
        assert len(journey.sql(PLANNED)) == 5

        # ended and taken back
        listed = journey.say(JONAS, said["list"])
        assert journey.click(JONAS, listed, "series.end")["ok"]
        ended = journey.await_whisper(JONAS, said["ended"])
        left = journey.sql(PLANNED)
        assert [day for day, _, _ in left] == ["2026-12-01", "2026-12-15"]
        assert journey.click(JONAS, ended, "series.resume")["ok"]
        assert said["resumed"] in journey.await_whisper(JONAS, said["resumed"])["text"]
        journey.wait_for(lambda: len(journey.sql(PLANNED)) == 5, "the drafts again")
        acts = [act for (act,) in journey.sql("select act from audit where subject = 'series:1'")]
        assert acts == [
            "series.made", "series.skipped", "series.changed", "series.ended", "series.resumed",
        ]  # fmt: skip
        assert "Traceback" not in journey.last_words(1000)
