"""Tables as Swedish Excel, other programs and we ourselves write them."""

from datetime import date, time

import pytest

from bot.domain import tables
from bot.domain.errors import Refusal
from bot.domain.import_files import RowsUnfit
from bot.domain.outlets import DEFAULT_CADENCE, Outlet
from bot.domain.plan import Status
from bot.integrations import table
from bot.locales import Words

OUTLETS = (Outlet(1, "Facebook", (DEFAULT_CADENCE,)), Outlet(2, "Intranät"))
TODAY = date(2026, 11, 24)
SWEDISH = "datum;tid;kanal;titel;text;ansvarig;status\n"


def read(text, encoding="utf-8"):
    data = text.encode(encoding)
    return table.read(data, outlets=OUTLETS, namespace="lucka-1", today=TODAY)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(SWEDISH + "2026-12-01;11.00;intranät;Öppet hus;Hej;Amira;klart", id="Swedish"),
        pytest.param(
            "Date,Time,Outlet,Title,Text,Owner,Status\n"
            "2026-12-01,11:00,INTRANÄT,Öppet hus,Hej,Amira,ready",
            id="English",
        ),
        pytest.param(
            "titel\tdatum\ttid\tkanal\ttext\tansvarig\tstatus\tfärg\n"
            "Öppet hus\t1/12/2026\tkl. 11\tIntranät\tHej\tAmira\tklar\tröd",
            id="tabs, another order, another column",
        ),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_every_usual_table_is_read(text, encoding):
    (event,) = read(text.replace("\n", "\r\n"), encoding)

    assert (event.day, event.at, event.title) == (date(2026, 12, 1), time(11), "Öppet hus")
    assert (event.text, event.owner, event.status) == ("Hej", "Amira", Status.READY)


def test_a_row_keeps_its_name_and_two_alike_are_two():
    text = "datum;rubrik\n2026-12-01;Öppet hus\n2026-12-01;öppet HUS\n"

    first, second = read(text)
    assert first.key != second.key
    assert [event.key for event in read(text)] == [first.key, second.key]


def test_rows_that_are_over_or_cancelled_are_passed_by():
    assert read(
        "datum;rubrik;status\n2026-11-23;I går;\n2026-12-01;Inställt;inställt\n;;\n\n"
    ) == ()  # fmt: skip


def test_every_bad_row_is_named_with_its_line_and_its_reason():
    text = SWEDISH + (
        "2026-02-30;;;Fel dag;;;\n"
        '2026-12-01;;;"Två\nrader";;;\n'
        "2026-12-01;25.00;;Fel tid;;;\n"
        "2026-12-01;;Radio;Fel kanal;;;\n"
        "2026-12-01;;;;text;;\n"
        "2026-12-01;;;Fel status;;;kanske\n"
        "2036-12-01;;;Långt bort;;;\n"
    )
    with pytest.raises(RowsUnfit) as refused:
        read(text)

    assert [(p.line, p.kind.removeprefix("import-row-")) for p in refused.value.problems] == [
        (2, "day"), (5, "time"), (6, "outlet"), (7, "title"), (8, "status"), (9, "far"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("", "column", id="nothing"),
        pytest.param("datum;kanal\n2026-12-01;Facebook", "column", id="no title"),
        pytest.param("rubrik\nÖppet hus", "column", id="no day"),
        pytest.param('datum;rubrik\n2026-12-01;"öppen', "line", id="a quote without end"),
        pytest.param("datum;rubrik\n" + "2026-12-01;x\n" * 5000, "too-large", id="too many"),
        pytest.param("datum;rubrik\n2026-12-01;" + "x" * 200_000, "line", id="a cell without end"),
    ],
)
def test_what_is_no_table_is_refused(text, kind):
    with pytest.raises(Refusal) as refused:
        read(text)

    assert refused.value.kind == f"refusal-import-{kind}"


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_headings_that_we_write_are_headings_that_we_read(language):
    words = Words(language)

    assert [tables.column(words(f"table-{c.value}")) for c in tables.Column] == list(tables.Column)
    assert [tables.status(words(f"plan-status-{s}")) for s in Status] == list(Status)
