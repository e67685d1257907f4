"""A report as it is read: in one message, as charts, as a table, as a list of comments."""

import csv
from dataclasses import asdict, replace
from datetime import date, timedelta
from io import StringIO

import pytest

from bot.domain.measures import Group, Share
from bot.domain.periods import parse_period
from bot.domain.relaying import Discretion, Mode
from bot.domain.tables import FORMULA
from bot.drawing.bars import Sheet
from bot.drawing.wire import dump, load
from bot.locales import Words
from bot.views import report as view
from bot.views import report_behind as behind
from bot.views import report_chart, report_table
from bot.views.comments import Reader
from bot.views.report_words import (
    comment_lines,
    definitions,
    length,
    period_name,
    plan_lines,
    share,
)
from tests.conftest import enforce_limits
from tests.make import NOW as TODAY
from tests.reporting import NOVEMBER, REPORTS, ZONE, full, thin
from tests.views.test_comments import shown

SV = Words("sv")


def sections(blocks):
    return "\n".join(b["text"]["text"] for b in blocks if b["type"] == "section")


@pytest.mark.parametrize("made", REPORTS.values(), ids=REPORTS)
def test_a_report_is_one_message(words, made, snapshot):
    snapshot(view.render(words, made(), ZONE))


def test_a_month_that_goes_on_says_so_far(words):
    going = replace(full(), at=full().at - timedelta(days=3))
    assert view.render(words, going, ZONE)["blocks"][0]["text"]["text"].endswith(
        {"sv": "hittills", "en": "so far"}[words.language]
    )


def test_the_draft_asks_whether_the_channel_gets_it(words, snapshot):
    snapshot(view.draft(words, view.Draft(full(), is_late=True), ZONE))


def test_without_a_lead_the_channel_hears_of_the_draft(words, snapshot):
    snapshot(view.draft_in_channel(words, view.Draft(full(), is_late=False)))


@pytest.mark.parametrize("is_sent", [True, False], ids=["sent", "skipped"])
def test_what_was_decided_stands_in_the_drafts_place(words, is_sent, snapshot):
    snapshot(view.decided(words, NOVEMBER, who="<!channel>", is_sent=is_sent, prefix=""))


def test_every_figure_has_its_definition_below_it(words):
    shown = view.figures(words, full(), ZONE)["blocks"]
    every = {line.key: line for line in (*comment_lines(words, full()), *plan_lines(words, full()))}
    for line in every.values():
        assert line.is_quiet or f"\n_{line.means}_" in sections(shown)
    for key in view.FIRST:
        assert f"\n_{every[key].means}_" in sections(view.render(words, full(), ZONE)["blocks"])


@pytest.mark.parametrize("made", REPORTS.values(), ids=REPORTS)
def test_every_figure_stands_in_a_form(words, made, snapshot):
    snapshot(view.figures(words, made(), ZONE))


@pytest.mark.parametrize("made", REPORTS.values(), ids=REPORTS)
def test_the_message_fits_on_a_screen(words, made):
    blocks = view.render(words, made(), ZONE)["blocks"]
    assert len(sections(blocks).splitlines()) <= 25


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Share(7, 8), "7 av 8"),
        (Share(9, 10), "9 av 10 (90\u00a0%)"),
        (Share(0, 0), "inget att räkna än"),
    ],
    ids=str,
)
def test_of_fewer_than_ten_there_is_no_percentage(found, said):
    assert share(SV, found) == said


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("november 2026", "Räknat bakåt i tiden: version 2 från 28 november 2026"),
        ("december 2026", "Så räknar jag: version 2 från 28 november 2026"),
    ],
)
def test_a_report_of_days_before_a_version_says_that_it_counts_back_in_time(said, expected):
    period = parse_period(said, today=date(2027, 1, 4))
    assert definitions(SV, period).replace("\xa0", " ") == expected


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (0, "en minut"),
        (0.01, "en minut"),
        (0.02, "2\u00a0min"),
        (0.99, "1\u00a0tim"),
        (1.5, "1\u00a0tim 30\u00a0min"),
        (2, "2\u00a0tim"),
        (64.5, "64\u00a0tim 30\u00a0min"),
        (1234, "1\u00a0234\u00a0tim"),
    ],
    ids=str,
)
def test_a_length_of_time_is_told_to_the_minute_within_which_it_was_done(hours, said):
    assert length(SV, timedelta(hours=hours)) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("november", "november 2026"),
        ("q3", "kvartal 3 2026"),
        ("2025", "2025"),
        ("v. 47", "v. 47 2026"),
        ("v. 40-47", "v. 40–47 2026"),
        ("v. 51-2 2025", "v. 51 2025–v. 2 2026"),
        ("2026-10-30–2026-11-15", "30 oktober–15 november 2026"),
        ("2025-12-30–2026-01-05", "30 december 2025–5 januari 2026"),
        ("2026-11-01–2026-11-15", "1–15 november 2026"),
        ("2026-11-26–2026-11-26", "26 november 2026"),
    ],
)
def test_a_period_is_named(text, said):
    assert period_name(SV, parse_period(text, today=date(2026, 11, 27))) == said


def sheet(words, report):
    return report_chart.sheet(words, report, report.comments, ZONE)


def test_what_is_drawn_is_reviewed(words, snapshot):
    drawn = sheet(words, full())
    snapshot({"blocks": [], "drawn": asdict(drawn)})
    assert load(dump(drawn)) == drawn
    assert isinstance(load(dump(drawn)), Sheet)


def test_the_description_says_what_the_charts_say(words, snapshot):
    report = full()
    message = report_chart.shown(words, report, report.comments, "F123")
    snapshot(message)
    for panel in sheet(words, report).panels:
        assert panel.says in message["blocks"][1]["alt_text"]


def test_no_chart_has_more_bars_than_can_be_read():
    for text in ("2025", "q3", "2024-01-01–2025-12-30", "v. 47", "november"):
        report = replace(full(), period=parse_period(text, today=date(2026, 11, 27)))
        assert max(len(panel.bars) for panel in sheet(SV, report).panels) <= 27


def rows(words, report):
    text = report_table.table(words, report, ZONE).decode("utf-8-sig")
    return list(csv.reader(StringIO(text, newline=""), delimiter=";"))


def test_the_table_opens_right_in_swedish_excel(words):
    report = full()
    assert report_table.table(words, report, ZONE).startswith(b"\xef\xbb\xbf")
    found = rows(words, report)
    assert {len(row) for row in found} == {len(report_table.HEADS)}
    assert not [cell for row in found for cell in row if cell[:1] in FORMULA]


def test_the_table_has_the_figures_as_numbers():
    by_name = {row[1]: row for row in rows(SV, full())}
    assert by_name["Svarsfrekvens"][2:5] == ["43 av 52 (82\u00a0%)", "43", "52"]
    assert by_name["Tid till svar"][3:9] == ["43", "", "90", "2160", "90", "570"]
    assert by_name["Inom löftet"][9] == "27 av 38 (71\u00a0%)"


def test_the_table_comes_as_a_link_to_the_file(words, snapshot):
    snapshot(report_table.shown(words, thin(), "https://lucka.slack.example/files/F1"))


def behind_(group=Group.LATE, offset=0, *, count=12, total=30):
    sizes = dict.fromkeys(Group, 0) | {Group.RECEIVED: 50, group: total}
    return behind.Behind(NOVEMBER, group, offset, sizes, [shown() for _ in range(count)])


def reader(words, mode=Mode.FULL):
    return Reader(words, {}, TODAY.date(), ZONE, Discretion(mode, Mode.LINK))


def test_behind_a_figure_stand_its_comments_page_by_page(words, snapshot):
    snapshot(behind.form(reader(words), behind_(offset=12, count=2), "C1"))


def test_an_empty_figure_says_so(words):
    form = behind.form(reader(words), behind_(count=0, total=0), None)
    enforce_limits(form["blocks"])
    assert len(form["blocks"]) == 3


def test_the_list_keeps_the_channels_discretion():
    form = behind.form(reader(SV, Mode.LINK), behind_(count=1, total=1), None)
    assert "Måste man boka" not in str(form)


def test_values_fit_into_slacks_limits():
    for group in Group:
        assert len(behind.value(NOVEMBER, group, 99999)) <= 150
