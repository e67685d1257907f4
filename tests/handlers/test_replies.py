"""Ready texts: listed, added, changed, removed and brought back; their owners told once a month."""

from datetime import date, timedelta
from typing import Any

import pytest

from bot.deps import Deps
from bot.domain.replies import MOST, Kind, Reply, ReplyGone, TooManyReplies
from bot.domain.team import Team
from bot.jobs import replies as job
from bot.jobs.due import Due
from bot.locales import Words
from bot.store import outbox, replies, team
from bot.views import replies as view
from handlers import replies as handlers
from tests import make
from tests.commands import say
from tests.conftest import enforce_limits
from tests.fakes import FakeAck, FakeSlack, Hand
from tests.forms import submission
from tests.make import AMIRA, GUEST, JONAS, NOW

TODAY = NOW.date()


def kept(deps: Deps, **fields: Any) -> Reply:
    usual: dict[str, Any] = {"kind": Kind.REPLY, "name": "Öppettider", "text": "Hej {namn}!"}
    with deps.transaction() as db:
        return replies.save(db, Reply(0, **{**usual, **fields}))


def known(deps: Deps) -> list[str]:
    with deps.reading() as db:
        return [reply.name for reply in replies.known(db)]


def last(deps: Deps) -> dict[str, Any]:
    with deps.reading() as db:
        return dict(outbox.pending(db)[-1].body)


def save(deps: Deps, form: dict[str, Any], kind: Kind, **said: Any) -> dict[str, Any]:
    ack = FakeAck()
    handlers.save(deps, kind, ack, submission(form, **said))
    return ack.answer


@pytest.mark.parametrize("kind", list(Kind))
def test_a_text_is_added_changed_removed_and_brought_back(
    deps: Deps, slack: FakeSlack, kind: Kind
) -> None:
    handlers.add(deps, kind, FakeAck(), make.click("any"))
    said = {"name": "Boka", "text": "Boka här: {länk}", "link": "https://a.se", "owner": JONAS}
    assert save(deps, slack.views[-1], kind, review="2027-03-01", **said) == {}
    with deps.reading() as db:
        (made,) = replies.known(db)
    assert (made.kind, made.link, made.owner) == (kind, "https://a.se", JONAS)
    assert made.review_on == date(2027, 3, 1)
    handlers.change(deps, FakeAck(), make.click(view.CHANGE, str(made.id)))
    save(deps, slack.views[-1], kind, name="Boka tid")
    assert known(deps) == ["Boka tid"]
    handlers.delete(deps, FakeAck(), make.click(view.DELETE, str(made.id)))
    assert known(deps) == []
    assert view.RESTORE in str(last(deps))
    handlers.restore(deps, FakeAck(), make.click(view.RESTORE, str(made.id)))
    assert known(deps) == ["Boka tid"]


@pytest.mark.parametrize(
    ("said", "field", "says"),
    [
        ({"name": " ", "text": "Hej"}, "name", "Ge texten ett namn"),
        ({"name": "A", "text": ""}, "text", "Skriv texten först"),
        ({"name": "A", "text": "Hej", "link": "nej"}, "link", "https://"),
        ({"name": "A", "text": "Hej", "owner": GUEST}, "owner", "medlem"),
    ],
)
def test_what_does_not_fit_is_said_beside_its_field(
    deps: Deps, slack: FakeSlack, said: dict[str, str], field: str, says: str
) -> None:
    handlers.add(deps, Kind.REPLY, FakeAck(), make.click("any"))
    assert says in save(deps, slack.views[-1], Kind.REPLY, **said)["errors"][field]
    assert known(deps) == []


def test_the_settings_tell_how_many_there_are_and_lead_to_them(deps: Deps) -> None:
    kept(deps, review_on=TODAY)
    said = say(deps, "lucka", "inställningar")["text"]
    assert "*Färdiga svar*\n1 sparat svar och 0 hänvisningar.\n1 behöver ses över." in said
    handlers.show(deps, FakeAck(), make.click(view.SHOW))
    assert "”Öppettider” behöver ses över" in last(deps)["text"]


def test_an_empty_list_says_what_it_is_good_for(deps: Deps) -> None:
    handlers.show(deps, FakeAck(), make.click(view.SHOW))
    assert "Här finns inga texter än" in last(deps)["text"]


def test_one_text_is_shown_with_its_buttons(deps: Deps) -> None:
    it = kept(deps, owner=JONAS, review_on=TODAY - timedelta(days=1), text="<!channel>")
    handlers.pick(deps, FakeAck(), make.click(view.PICK, str(it.id)))
    said = last(deps)
    assert "Jonas Berg ansvarar" in said["text"]
    assert "skulle ha setts över" in said["text"]
    assert "<!channel>" not in said["text"]


def test_only_the_team_changes_them(deps: Deps, slack: FakeSlack) -> None:
    it = kept(deps)
    with deps.transaction() as db:
        team.save(db, Team(JONAS))
    for act in (handlers.change, handlers.delete):
        act(deps, FakeAck(), make.click("any", str(it.id), user=AMIRA))
    assert known(deps) == ["Öppettider"]
    assert slack.views == []


def test_long_and_many_texts_keep_within_slacks_limits(deps: Deps, words: Words) -> None:
    many = [
        Reply(n, kind, "å" * 60, "<" * 2000, "https://a.se", AMIRA, TODAY)
        for kind in Kind
        for n in range(MOST)
    ]
    enforce_limits(view.page(words, many, TODAY)["blocks"])
    enforce_limits(view.card(words, many[0], {}, TODAY)["blocks"])
    enforce_limits(view.due(words, many)["blocks"])


def test_there_is_an_end_to_how_many(deps: Deps) -> None:
    first, *_ = [kept(deps, name=f"A{n}") for n in range(MOST)]
    with pytest.raises(TooManyReplies):
        kept(deps)
    with deps.transaction() as db:
        replies.delete(db, first.id, now=NOW)
    kept(deps)
    with pytest.raises(TooManyReplies), deps.transaction() as db:
        replies.restore(db, first.id)
    with pytest.raises(ReplyGone), deps.transaction() as db:
        replies.get(db, first.id)


def test_a_new_team_begins_with_the_routes_in_its_language(deps: Deps, words: Words) -> None:
    for _ in range(2):
        with deps.transaction() as db:
            replies.ensure_defaults(db, words)
    assert len(known(deps)) == len(replies.ROUTES)


# -- the monthly word


def told(deps: Deps) -> list[str]:
    with deps.reading() as db:
        rows = db.query("select key from outbox where key like 'replies:%' order by id")
        return [row["key"] for row in rows]


def test_an_owner_is_told_once_a_month_and_only_of_what_is_due(deps: Deps, hand: Hand) -> None:
    kept(deps, owner=JONAS, review_on=TODAY, name="Gammal")
    kept(deps, owner=JONAS, review_on=TODAY + timedelta(days=1), name="Ny")
    kept(deps, review_on=TODAY, name="Ingens")
    for day in range(9):
        hand.to(NOW + timedelta(days=day))
        job.run(deps, Due(deps.today(), deps.now(), deps.now()))
    assert told(deps) == [f"replies:2026-11:{JONAS}", f"replies:2026-12:{JONAS}"]
    with deps.reading() as db:
        first = next(it for it in outbox.pending(db) if it.key.startswith("replies:"))
    assert "• Gammal" in first.body["text"]
    assert "Ny" not in first.body["text"]


def test_nobody_is_told_on_a_day_off(deps: Deps) -> None:
    kept(deps, owner=JONAS, review_on=TODAY)
    saturday = NOW + timedelta(days=4)
    job.run(deps, Due(saturday.date(), saturday, saturday))
    assert told(deps) == []
