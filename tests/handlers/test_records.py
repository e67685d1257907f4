"""The whole record behind *More*, in Slack and as files; and the registrar's number."""

import pytest

from bot.domain.disclosure import Kind, Wanted
from bot.domain.first_steps import Decision
from bot.domain.team import Team
from bot.store import disclosures, first_steps, ledger, outbox, registrations, team
from bot.views import records as view
from bot.views import registrations as form_view
from handlers import comment_card
from handlers import records as handlers
from handlers import registrations as register
from tests import make, page
from tests.conftest import enforce_limits
from tests.fakes import FakeAck
from tests.forms import filled, submission
from tests.handlers.test_comments import relayed
from tests.make import AMIRA, COMMENTS, ELIN, JONAS
from tests.records import FIRST, answered


@pytest.fixture
def deps(deps):
    relayed(deps, page.comment(1, "Måste man *boka*? <!channel> 811218-9876", attachment="photo"))
    with deps.transaction() as db:
        answered(db)
    return deps


def click(deps, act, *, user=AMIRA, value=FIRST):
    listeners = {
        view.OPEN: handlers.show,
        view.FILES: handlers.files,
        form_view.OPEN: register.click,
        form_view.UNDO: register.undo,
        "more": comment_card.click,
    }
    listeners[act](deps, FakeAck(), make.click(act, value, user=user, channel=COMMENTS))
    return last(deps, user)


def last(deps, user=AMIRA):
    with deps.reading() as db:
        found = [item for item in outbox.pending(db) if user in (item.user, item.channel)]
    return found[-1].body if found else {}


def acts(deps):
    with deps.reading() as db:
        return [(act.who, act.act) for act in ledger.acts(db, f"comment:{FIRST}")]


def form(deps, slack, **said):
    click(deps, form_view.OPEN, **said)
    enforce_limits(slack.views[-1]["blocks"])
    return slack.views[-1]


def save(deps, opened, *, user=AMIRA, **said):
    ack = FakeAck()
    register.save(deps, ack, submission(opened, user=user, **said))
    return ack.answer


def undo_of(message):
    buttons = [e for b in message["blocks"] if b["type"] == "actions" for e in b["elements"]]
    return next(b["value"] for b in buttons if b["action_id"] == form_view.UNDO)


def test_the_whole_record_is_shown_unmasked_to_one_person_and_that_is_written_down(deps):
    told = click(deps, view.OPEN, user=JONAS)

    enforce_limits(told["blocks"])
    assert "811218-9876" in str(told["blocks"])
    assert "<!channel>" not in told["text"]
    for line in ("Nej, kom närsom", "ändrade sidans svar: Nej, kom när som helst", "Boka?", "bild"):
        assert line in told["text"]
    assert acts(deps)[-1] == (JONAS, "comment.shown")


def test_a_record_that_is_too_long_says_so_and_keeps_within_the_limits(deps):
    with deps.transaction() as db:
        for minute in range(3000):
            ledger.record(db, AMIRA, "comment.claimed", f"comment:{FIRST}", now=make.NOW)
            db.execute(
                "insert into comment_versions values (?, ?, ?, ?)",
                [FIRST, minute + 9, "&" * 5000, "2026-11-24T08:00:00.000000+00:00"],
            ) if minute < 60 else None

    told = click(deps, view.OPEN)

    enforce_limits(told["blocks"])
    assert "Allt finns i filen" in str(told["blocks"])


def test_the_record_comes_as_files_unmasked(deps):
    told = click(deps, view.FILES)

    assert "Jag gör i ordning filerna" in told["text"]
    with deps.reading() as db:
        (wish,) = disclosures.waiting(db)
    assert (wish.kind, wish.who, wish.wanted) == (Kind.RECORD, AMIRA, Wanted(comment_id=FIRST))
    assert not wish.review.is_masked


def test_only_the_team_sees_the_record_and_notes_numbers(deps, slack):
    opened = form(deps, slack)
    with deps.transaction() as db:
        team.save(db, Team(lead=AMIRA))
    before = acts(deps)

    for act in (view.OPEN, view.FILES, form_view.OPEN):
        assert "innehållsteamet" in click(deps, act, user=ELIN)["text"]
    assert "innehållsteamet" in str(save(deps, opened, user=ELIN, number="RL 1"))
    assert acts(deps) == before


@pytest.mark.parametrize("act", [view.OPEN, view.FILES, form_view.OPEN, form_view.UNDO])
def test_a_comment_that_is_not_there_is_answered_kindly(deps, act):
    assert click(deps, act, value="999")["text"]


def test_the_form_has_a_ready_text_for_the_registrar(deps, slack):
    opened = form(deps, slack)

    text = filled(opened, form_view.TEXT)
    assert text.startswith("Kommentar på vår Facebooksida, inkommen 2026-11-24 08:12\nFrån: Maja")
    assert "Måste man *boka*?" in text
    assert "Nej, kom när som helst. /Jonas" in text
    assert (filled(opened, "day"), filled(opened, "party")) == ("2026-11-24", "Maja Lindqvist")
    assert "Jag diarieför inget själv" in str(opened["blocks"])


def test_a_very_long_comment_still_opens_the_form(deps, slack):
    relayed(deps, page.comment(2, "å" * 8000, author_name="M" * 500))

    assert len(filled(form(deps, slack, value=page.comment(2).id), form_view.TEXT)) <= 2900


def test_a_number_is_kept_shown_corrected_and_taken_back(deps, slack):
    save(deps, form(deps, slack), number=" RL  2026/7 ")
    first = undo_of(last(deps))
    assert "Diarieförd: RL 2026/7, tisdag 24 november, Maja Lindqvist" in last(deps)["text"]
    assert "Diarieförd: RL 2026/7" in click(deps, "more")["text"]
    assert "RL 2026/7 · 2026-11-24 · Maja Lindqvist" in click(deps, view.OPEN)["text"]

    again = form(deps, slack)
    assert filled(again, "number") == "RL 2026/7"
    save(deps, again, number="RL 2026/8", party="")
    second = undo_of(last(deps))

    assert "gäller inte längre" in click(deps, form_view.UNDO, value=first)["text"]
    assert "Ångrat. Diarieförd: RL 2026/7" in click(deps, form_view.UNDO, value=second)["text"]
    assert "inte noterad" in click(deps, form_view.UNDO, value=first)["text"]
    assert "gäller inte längre" in click(deps, form_view.UNDO, value=first)["text"]
    noted = [act for _, act in acts(deps) if act.endswith("registered")]
    assert noted == ["comment.registered"] * 2 + ["comment.unregistered"] * 2
    with deps.reading() as db:
        assert registrations.of(db, [FIRST]) == {}


@pytest.mark.parametrize(
    ("said", "field", "words"),
    [
        ({"number": " "}, "number", "Skriv diarienumret"),
        ({"number": "1", "day": None}, "day", "Välj vilken dag"),
        ({"number": "1", "day": "2026-11-25"}, "day", "har inte varit än"),
    ],
    ids=["no number", "no day", "a day ahead"],
)
def test_what_is_missing_is_said_beside_its_field(deps, slack, said, field, words):
    assert words in save(deps, form(deps, slack), **said)["errors"][field]


def test_the_form_tells_where_the_registrar_is_reached_once_that_is_decided(deps, slack):
    assert "Registratorn:" not in str(form(deps, slack)["blocks"][0])
    with deps.transaction() as db:
        first_steps.set_fact(db, Decision.REGISTRAR, "registrator@lillsjo.example")
    assert "Registratorn: registrator@lillsjo.example" in str(form(deps, slack)["blocks"][0])


def test_in_english_too(english, deps, slack):
    opened = form(english, slack)
    assert filled(opened, form_view.TEXT).startswith("Comment on our Facebook page, received")
    save(english, opened, number="RL 1")
    assert "Registered: RL 1, Tuesday 24 November, Maja Lindqvist." in last(deps)["text"]
    assert "noted the registration number" in click(english, view.OPEN)["text"]
