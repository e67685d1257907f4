"""`/compare`: pages are added, changed, pasted, taken away and brought back, beside our own."""

from dataclasses import replace

import pytest

from bot.domain.team import Team
from bot.jobs import given
from bot.store import ledger, outbox, peers, team
from bot.views import peers as view
from handlers import peers as handlers
from handlers.service import READERS
from tests import make, new_year
from tests.commands import say
from tests.fakes import FakeAck
from tests.forms import submission
from tests.make import AMIRA, ELIN, JONAS

TABLE = "Sida;Period;Följare;Kommentarer;Besvarade;Mediantid;Hur\n{}"


def known(deps):
    with deps.reading() as db:
        return {peer.name: peer for peer in peers.known(db)}


def notes(deps, user=AMIRA):
    with deps.reading() as db:
        return [item.body for item in outbox.pending(db) if item.user == user]


def press(deps, listener, value="", user=AMIRA):
    listener(deps, FakeAck(), make.click("any", value, user=user))
    return (notes(deps, user) or [{"text": ""}])[-1]["text"]


def add(deps, slack, user=AMIRA, **said):
    press(deps, handlers.click_new, user=user)
    return submit(deps, slack, user=user, **{"name": "Region A", "period": "oktober", **said})


def submit(deps, slack, user=AMIRA, **said):
    ack = FakeAck()
    handlers.save(deps, ack, submission(slack.views[-1], user=user, **said))
    return ack.answer


def paste(deps, slack, text):
    press(deps, handlers.click_paste)
    ack = FakeAck()
    handlers.save_table(deps, ack, submission(slack.views[-1], user=AMIRA, table=text))
    return ack.answer


def acts(deps, peer_id):
    with deps.reading() as db:
        return [(act.who, act.act) for act in ledger.acts(db, f"peer:{peer_id}")]


def test_an_empty_comparison_says_what_to_do(deps, english):
    assert "Välj tre till fem" in say(deps, "compare")["text"]
    assert "Choose three to five" in say(english, "compare")["text"]


def test_a_page_is_added_in_the_form_and_shown_with_its_source(deps, slack):
    said = {"followers": "12 000", "comments": "9", "answered": "8", "median": "1,5"}
    assert add(deps, slack, how="<!here> för hand", **said) == {}
    shown = str(say(deps, "compare")["blocks"]).replace("\\xa0", " ")
    assert (
        "*Region A:* 12 000 följare · 9 kommentarer · besvarade: 8 av 9 · hälften inom 1 tim 30 min"
        in shown
    )
    assert "Räknad 24 november 2026 av Amira Haddad · &lt;!here&gt; för hand" in shown
    assert "jag läste den inte under hela perioden" in shown
    assert "säger mest med 3 till 5 sidor" in shown


def test_a_count_is_changed_and_reads_back_as_the_same(deps, slack):
    add(deps, slack, followers="100", median="1,25")
    before = known(deps)["Region A"]
    press(deps, handlers.choose, f"{view.CHANGE} {before.id}")
    assert submit(deps, slack) == {}
    after = known(deps)["Region A"]
    assert (after.period.start, after.median, after.followers) == (
        before.period.start, before.median, 100,
    )  # fmt: skip
    press(deps, handlers.choose, f"{view.CHANGE} {before.id}")
    assert submit(deps, slack, followers="200", name="Region B") == {}
    assert known(deps)["Region B"].followers == 200
    assert [act for _, act in acts(deps, before.id)] == [
        "peer.added",
        "peer.changed",
        "peer.changed",
    ]


def test_a_page_is_taken_away_and_brought_back(deps, slack):
    add(deps, slack)
    peer_id = known(deps)["Region A"].id
    for _ in "ab":
        assert "borta" in press(deps, handlers.choose, f"{view.REMOVE} {peer_id}")
    assert known(deps) == {}
    for _ in "ab":
        assert "med igen" in press(deps, handlers.restore, str(peer_id))
    assert list(known(deps)) == ["Region A"]
    assert [act for _, act in acts(deps, peer_id)] == [
        "peer.added", "peer.removed", "peer.restored",
    ]  # fmt: skip


def test_what_came_meanwhile_may_leave_no_room_to_bring_it_back(deps, slack):
    add(deps, slack)
    peer_id = known(deps)["Region A"].id
    press(deps, handlers.choose, f"{view.REMOVE} {peer_id}")
    add(deps, slack)
    assert "inte ett som redan är med" in press(deps, handlers.restore, str(peer_id))


def test_a_table_adds_and_changes_and_refuses_as_a_whole(deps, slack):
    add(deps, slack, followers="1")
    rows = "Region A;oktober;500;20;10;2;räknat\nRegion B;q3;;;;;"
    assert paste(deps, slack, TABLE.format(rows)) == {}
    assert (known(deps)["Region A"].followers, len(known(deps))) == (500, 2)
    wrong = paste(deps, slack, TABLE.format("Region C;oktober;;;;;\nRegion D;oktober;x;;;;"))
    assert "Rad 3: Jag förstår inte ”x”" in wrong["errors"]["table"]
    assert "hittar ingen tabell" in paste(deps, slack, "hej")["errors"]["table"]
    assert len(known(deps)) == 2
    many = "\n".join(f"Sida {n};oktober;;;;;" for n in range(4))
    assert "plats för 5" in paste(deps, slack, TABLE.format(many))["errors"]["table"]
    assert len(known(deps)) == 2


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"followers": "x"}, "followers"),
        ({"answered": "1"}, "answered"),
        ({"period": "hej"}, "period"),
    ],
)
def test_what_is_wrong_is_told_beside_its_field(deps, slack, said, field):
    assert list(add(deps, slack, **said)["errors"]) == [field]
    assert known(deps) == {}


def test_only_the_team_counts_once_people_are_named(deps, slack):
    add(deps, slack)
    with deps.transaction() as db:
        team.save(db, Team(lead=JONAS, members=(AMIRA,)))
    peer_id = known(deps)["Region A"].id
    assert "innehållsteamet" in press(deps, handlers.choose, f"{view.REMOVE} {peer_id}", user=ELIN)
    assert "Region A" in say(deps, "compare", user=ELIN)["text"]
    assert known(deps)


def test_our_own_row_stands_beside_theirs_for_the_same_days(deps, slack, hand):
    new_year.settle(deps, hand)
    add(deps, slack, period="2026-12-14–2027-01-10", comments="40", answered="20")
    shown = say(deps, "compare")["text"].replace("\u00a0", " ")
    assert "*Vår sida:* 0 inlägg · 56 kommentarer · besvarade: 46 av 56 (82 %)" in shown
    assert "besvarade: 20 av 40 (50 %)" in shown


def test_an_old_count_says_so(deps, slack, hand):
    add(deps, slack)
    hand.on(days=121)
    assert "gammal räkning" in say(deps, "compare")["text"]


@pytest.mark.parametrize("text", ["lägg till", "add", "csv", "klistra in"])
def test_words_of_both_languages_open_the_forms(deps, slack, text):
    say_quietly(deps, text)
    assert slack.views[-1]["callback_id"] in {view.SAVE, view.SAVE_TABLE}


def say_quietly(deps, text):
    handlers.answer(deps, make.command("compare", text))


def test_anything_else_is_helped(deps):
    assert "`/compare lägg till`" in say(deps, "compare", "hjälp")["text"]
    assert "`/compare csv`" in say(deps, "compare", "<!channel>")["text"]


def give(deps, slack, data, *, table=None, name="jämför.csv"):
    """Hand in a table as a file, and let it be read; return what the form is answered."""
    press(deps, handlers.click_paste)
    slack.files["FCSV"] = data
    ack = FakeAck()
    files = [{"id": "FCSV", "name": name, "size": 1}]
    said = submission(slack.views[-1], user=AMIRA, file=files, table=table)
    handlers.save_table(deps, ack, said)
    given.drain(deps, READERS)
    return ack.answer


@pytest.fixture
def reading(deps):
    return replace(deps, identity=replace(deps.identity, scopes=frozenset({"files:read"})))


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table_is_taken_as_a_file_as_excel_saves_it(reading, slack, code):
    rows = "Region Ö;oktober;500;20;10;2;räknat\r\n"
    assert give(reading, slack, TABLE.format(rows).encode(code)) == {}
    assert known(reading)["Region Ö"].followers == 500
    assert notes(reading)[-1]["text"] == "Sparat: Region Ö."
    assert acts(reading, known(reading)["Region Ö"].id) == [(AMIRA, "peer.added")]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            TABLE.format("Region C;oktober;;;;;\nRegion D;oktober;x;;;;").encode(),
            "Rad 3: Jag förstår",
        ),
        (b"\x89PNG\0\0", "hittar ingen tabell"),
        (b"", "hittar ingen tabell"),
    ],
)
def test_a_file_is_refused_as_a_whole_with_the_row(reading, slack, data, said):
    assert give(reading, slack, data) == {}
    assert said in notes(reading)[-1]["text"]
    assert known(reading) == {}


def test_a_file_is_read_no_further_than_there_is_room_for(reading, slack):
    rows = "".join(f"Sida {number};oktober;;;;;\n" for number in range(20_000))
    give(reading, slack, TABLE.format(f"{rows}Sida;oktober;x;;;;").encode())
    assert "plats för 5" in notes(reading)[-1]["text"]


def test_a_page_that_a_table_names_twice_is_refused_by_the_row(reading, slack):
    rows = "Region A;oktober;;;;;\nregion a;oktober;5;;;;"
    assert "Rad 3:" in paste(reading, slack, TABLE.format(rows))["errors"]["table"]
    assert known(reading) == {}


def test_a_file_and_a_pasted_table_at_once_are_refused(reading, slack):
    assert "inte båda" in give(reading, slack, b"x", table="Sida;Period")["errors"]["file"]


def test_who_has_left_the_team_before_the_file_is_read_changes_nothing(reading, slack):
    press(reading, handlers.click_paste)
    slack.files["FCSV"] = TABLE.format("Region C;oktober;;;;;").encode()
    files = [{"id": "FCSV", "name": "a.csv", "size": 1}]
    handlers.save_table(reading, FakeAck(), submission(slack.views[-1], user=AMIRA, file=files))
    with reading.transaction() as db:
        team.save(db, Team(JONAS, (), (ELIN,), (AMIRA,)))
    given.drain(reading, READERS)
    assert known(reading) == {}


def test_where_slack_does_not_let_files_be_read_a_table_is_pasted(deps, slack):
    press(deps, handlers.click_paste)
    assert "file_input" not in str(slack.views[-1])
