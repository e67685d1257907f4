"""A file of settings is given in Slack: told in words, used as one step, undone, or refused."""

import json
from dataclasses import replace
from datetime import date

import pytest

from bot.domain.given import MOST_BYTES, Brought, Purpose
from bot.domain.members import MemberKind
from bot.domain.policy import Policy, Preset
from bot.domain.team import Team
from bot.integrations.slack import Outcome, SlackTrouble
from bot.integrations.slack_files import FileClosed
from bot.jobs import given as job
from bot.jobs import housekeeping
from bot.jobs.due import Due
from bot.locales import Words
from bot.store import comment_rules, given, members, outbox, policy, roster, team
from bot.store import settings as store
from bot.store import settings_history as history
from bot.store.units import UNITS
from bot.views import settings_given as view
from handlers import settings_given, settings_history
from handlers.service import READERS
from tests import make
from tests.commands import say
from tests.fakes import FakeAck
from tests.forms import submission
from tests.make import AMIRA, ELIN, GUEST, JONAS, MIKKO


@pytest.fixture
def deps(deps):
    """A team that has decided a little, in a workspace where files may be read."""
    with deps.transaction() as db:
        team.save(db, Team(AMIRA, (JONAS,), (ELIN,), (MIKKO,)))
        comment_rules.ensure_defaults(db, deps.words)
        policy.save(db, Policy())
        UNITS.add(db, {"name": "Ambulansen", "contact": "ring 123"})
    return replace(deps, identity=replace(deps.identity, scopes=frozenset({"files:read"})))


def now_is(deps):
    with deps.reading() as db:
        return store.dump(db, deps.now())


def notes(deps, user=AMIRA):
    with deps.reading() as db:
        items = sorted(outbox.pending(db), key=lambda item: item.id)
        return [item.body for item in items if user in (item.user, item.channel)]


def wire(settings):
    return json.dumps({"lucka_settings": 1, "settings": settings}).encode()


def press(deps, listener, value="", user=AMIRA):
    listener(deps, FakeAck(), make.click("any", str(value), user=user))
    return (notes(deps, user) or [{}])[-1]


def submit(deps, slack, data, *, name="inst.json", size=None, user=AMIRA):
    """Give a file in the form; return what the form is answered."""
    press(deps, settings_given.click, user=user)
    slack.files["FGIVEN"] = data
    size = size if size is not None else len(data) if isinstance(data, bytes) else 1
    files = [{"id": "FGIVEN", "name": name, "size": size}]
    ack = FakeAck()
    settings_given.save(deps, ack, submission(slack.views[-1], user=user, file=files))
    return ack.answer


def give(deps, slack, data, **how):
    """Give a file, let it be read, and return what is told of it."""
    assert submit(deps, slack, data, **how) == {}
    assert "Jag läser filen" in notes(deps)[-1]["text"]
    job.drain(deps, READERS)
    return notes(deps)[-1]


def other(deps, **said):
    """Return the settings as they are, some of them otherwise, as a file."""
    return wire({**now_is(deps), **said})


def button(body, action_id):
    return next(
        e["value"] for b in body["blocks"] if b["type"] == "actions" for e in b["elements"]
        if e["action_id"] == action_id
    )  # fmt: skip


def promised(deps, promise):
    return {**now_is(deps)["policy"], "promise": promise}


def test_what_a_file_would_change_is_told_in_words_and_nothing_is_changed(deps, slack):
    before = now_is(deps)
    units = [{"name": "Ambulansen", "contact": "ring 456", "is_archived": False},
             {"name": "<!channel>", "contact": "", "is_archived": False}]  # fmt: skip
    said = give(deps, slack, other(deps, policy=promised(deps, "2_arbetsdagar"), units=units))
    text = said["text"].replace("\xa0", " ")
    assert text.startswith("Det här skulle inst.json ändra:")
    assert "*Svar och bevakning*\nNu: Vi svarar inom 24 timmar" in text
    assert "Med filen: Vi svarar inom 2 arbetsdagar" in text
    assert "Kommer till: &lt;!channel&gt;\nÄndras: Ambulansen" in text
    assert now_is(deps) == before
    with deps.reading() as db:
        assert history.latest(db, 10) == []


def test_a_file_that_is_used_is_one_step_that_is_undone_and_done_again(deps, slack):
    before = now_is(deps)
    said = give(deps, slack, other(deps, policy=promised(deps, "2_arbetsdagar"), units=[]))
    used = press(deps, settings_given.use, button(said, view.USE))
    assert used["text"].startswith("Klart. Det här är nu som i inst.json:\n> Svar och bevakning, ")
    assert now_is(deps)["policy"]["promise"] == "2_arbetsdagar"
    with deps.reading() as db:
        (step,) = history.latest(db, 10)
    assert (step.who, step.name, set(step.after)) == (AMIRA, history.FILE, {"policy", "units"})
    shown = press(deps, settings_history.show)["text"]
    assert "*Inläst från en fil* · I dag kl. 8.15 · Amira Haddad" in shown.replace("\xa0", " ")

    undone = press(deps, settings_history.undo, button(used, "settings.undo"))
    assert "som det var före filen:\n> Svar och bevakning, " in undone["text"]
    assert now_is(deps) == before
    with deps.reading() as db:
        newest, _ = history.latest(db, 10)
    press(deps, settings_history.undo, newest.id)
    assert now_is(deps)["policy"]["promise"] == "2_arbetsdagar"


def test_a_step_is_not_undone_after_any_of_it_was_changed_again(deps, slack):
    said = give(deps, slack, other(deps, policy=promised(deps, "2_arbetsdagar"), units=[]))
    press(deps, settings_given.use, button(said, view.USE))
    with deps.transaction() as db:
        policy.save(db, Policy(preset=Preset.CRISIS))
    with deps.reading() as db:
        (step,) = history.latest(db, 10)
    assert "ändrats igen" in press(deps, settings_history.undo, step.id)["text"]


def test_settings_that_were_changed_meanwhile_are_shown_anew_and_then_used(deps, slack):
    said = give(deps, slack, other(deps, policy=promised(deps, "2_arbetsdagar")))
    with deps.transaction() as db:
        policy.save(db, Policy(preset=Preset.CRISIS))
    anew = press(deps, settings_given.use, button(said, view.USE))
    assert "Inställningarna har ändrats sedan jag visade det här" in anew["text"]
    assert now_is(deps)["policy"]["promise"] == "24h_vardag"
    press(
        deps, settings_given.use, button(said, view.USE)
    )  # the former button still changes nothing
    assert now_is(deps)["policy"]["promise"] == "24h_vardag"
    press(deps, settings_given.use, button(anew, view.USE))
    assert now_is(deps)["policy"]["promise"] == "2_arbetsdagar"


def test_what_somebody_else_has_changed_just_so_needs_nothing_more(deps, slack):
    said = give(deps, slack, other(deps, units=[]))
    with deps.transaction() as db:
        UNITS.archive(db, UNITS.known(db)[0].id, deps.now())
    assert "ändrar inget" in press(deps, settings_given.use, button(said, view.USE))["text"]


def test_a_click_more_on_a_file_that_is_used_or_left_is_answered_kindly(deps, slack):
    data = other(deps, policy=promised(deps, "2_arbetsdagar"))
    said = give(deps, slack, data)
    press(deps, settings_given.use, button(said, view.USE))
    assert "redan avgjord" in press(deps, settings_given.use, button(said, view.USE))["text"]
    press(deps, settings_given.leave, "x")
    assert "Oj" not in notes(deps)[-1]["text"]
    with deps.reading() as db:
        assert len(history.latest(db, 10)) == 1


def test_what_the_words_of_a_setting_leave_out_is_told_beside_them(deps, slack):
    rights = now_is(deps)["rights"]
    rights["rights"]["remove"]["users"] = [ELIN]
    rights["stand_ins"] = [{"user": JONAS, "first": "2027-07-01", "last": "2027-07-31"}]
    text = give(deps, slack, other(deps, rights=rights))["text"]
    assert "Med filen: " in text
    assert f'`rights.stand_ins`: [] → [{{"user": "{JONAS}", "first": "2027-07-01"' in text


def test_a_file_that_is_left_changes_nothing_and_is_forgotten(deps, slack):
    said = give(deps, slack, other(deps, units=[]))
    left = press(deps, settings_given.leave, button(said, view.LEAVE))
    assert left["text"] == "Inget är ändrat. inst.json är glömd."
    assert len(now_is(deps)["units"]) == 1
    assert "redan avgjord" in press(deps, settings_given.use, button(said, view.USE))["text"]


def test_the_same_settings_change_nothing(deps, slack):
    assert give(deps, slack, other(deps))["text"] == "inst.json ändrar inget: allt är redan så."


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'{"lucka_settings": 1,\n "settings": {\n  "policy": {,', "felet är på rad 3"),
        (b"\xff\xd8\xff\xe0", "ingen fil med inställningar från mig"),
        (b"Sida;Period\n", "felet är på rad 1"),
        (b"[]", "ingen fil med inställningar från mig"),
        (b'{"lucka_settings": 9, "settings": {}}', "nyare version av mig"),
        (wire({"policy": {"promise": "snart"}}), "settings.policy"),
        (wire({"färg": 1}), "settings.färg"),
        (b"[" * 100_000, "ingen fil med inställningar från mig"),
        (b'{"lucka_settings": 1, "settings": {"\\ud800": 1}}', "ingen fil med inställningar"),
        (
            b'{"lucka_settings": 1, "settings": {"tips": true, "tips": false}}',
            "står tips två gånger",
        ),
        (b'{"lucka_settings": 1, "settings": {"tips": NaN}}', "settings.tips"),
        (b"x" * (MOST_BYTES + 1), "är för stor"),
        (FileClosed(), "visar mig inte inst.json"),
        (SlackTrouble(Outcome.REFUSED, "no"), "Slack svarade inte"),
        (ValueError("a bug"), "Oj"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_why(deps, slack, data, said):
    before = now_is(deps)
    told = give(deps, slack, data, size=1)["text"]
    assert said in told
    assert now_is(deps) == before
    with deps.reading() as db:
        assert given.waiting(db) == []


@pytest.mark.parametrize(
    ("name", "path"),
    [("minutes", -5), ("minutes", 10**30), ("minutes", 10**9), ("minutes", 0)],
)
def test_a_number_that_nobody_could_keep_is_a_wrong_value(deps, slack, name, path):
    changed = {**now_is(deps)["policy"], name: path}
    assert "settings.policy.minutes" in give(deps, slack, wire({"policy": changed}))["text"]


def test_a_day_beyond_all_days_is_a_wrong_value(deps, slack):
    rights = {**now_is(deps)["rights"]}
    rights["stand_ins"] = [{"user": JONAS, "first": "2026-12-01", "last": "9999-12-31"}]
    assert (
        "settings.rights.stand_ins[0].last" in give(deps, slack, wire({"rights": rights}))["text"]
    )


def test_a_file_that_somebody_else_brought_to_slack_is_not_read(deps, slack):
    slack.owners["FGIVEN"] = ELIN
    assert "visar mig inte inst.json" in give(deps, slack, other(deps, units=[]))["text"]


def test_a_name_with_half_an_emoji_or_lines_is_told_in_one_line(deps, slack):
    said = give(deps, slack, other(deps), name="a\ud83d\n\u202e<!channel>.json")
    assert said["text"].startswith("a &lt;!channel&gt;.json ändrar inget")


def test_who_could_not_change_it_back_does_not_use_it(deps, slack):
    before = now_is(deps)
    foreign = {"lead": "U0ELSEWHERE", "deputies": [JONAS], "members": [], "readers": []}
    assert "får du inte längre ändra" in give(deps, slack, other(deps, team=foreign))["text"]
    said = give(deps, slack, other(deps, team={**foreign, "deputies": [AMIRA]}))
    told = press(deps, settings_given.use, button(said, view.USE), user=JONAS)
    assert "får du inte längre ändra" in told["text"]
    assert now_is(deps) == before
    press(deps, settings_given.use, button(said, view.USE))
    assert now_is(deps)["team"]["deputies"] == [AMIRA]


NAMED = {
    "team": {"lead": AMIRA, "deputies": [JONAS], "members": [GUEST], "readers": []},
    "rights": {
        "rights": {
            each: {"level": "team", "users": [GUEST]} for each in ("remove", "disclose", "dispose")
        },
        "stand_ins": [],
    },
    "roster": {"people": [GUEST], "from": "2026-11-23"},
    "answering": {"is_on": False, "users": [GUEST], "signature": ""},
}


@pytest.mark.parametrize("name", NAMED)
def test_somebody_who_is_no_member_here_is_refused_by_name_wherever_they_stand(deps, slack, name):
    before = now_is(deps)
    told = give(deps, slack, other(deps, **{name: NAMED[name]}))["text"]
    assert "inte är medlem i arbetsytan: Gäst Gästsson (U0GAST). Inget är ändrat." in told
    assert now_is(deps) == before


def test_who_only_reads_is_refused_by_name_and_place_before_anything_is_shown(deps, slack):
    with deps.transaction() as db:
        team.save(db, Team(AMIRA, (JONAS,), (), (MIKKO,)))
    before = now_is(deps)
    told = give(deps, slack, other(deps, roster={"people": [MIKKO], "from": "2026-11-23"}))["text"]
    assert "(U0MIKKO) settings.roster.people[0]. Inget är ändrat." in told
    assert now_is(deps) == before


@pytest.mark.parametrize(
    ("kind", "is_refused"),
    [
        (MemberKind.STRANGER, True),
        (MemberKind.BOT, True),
        (MemberKind.GONE, False),  # keeps what they have until somebody else gets it
        (MemberKind.MEMBER, False),
    ],
)
def test_slack_is_asked_who_somebody_is_whom_nobody_has_met(deps, slack, kind, is_refused):
    slack.kinds["U0NEW"] = kind
    data = other(deps, roster={"people": ["U0NEW", JONAS], "from": "2026-11-23"})
    assert ("U0New (U0NEW)" in give(deps, slack, data)["text"]) is is_refused


def test_where_slack_tells_nothing_a_file_counts_all_the_same(deps, slack, monkeypatch):
    def member(*_, **__):
        raise SlackTrouble(Outcome.UNREACHED, "timeout")

    monkeypatch.setattr(slack, "member", member)
    data = other(deps, roster={"people": ["U0NEW"], "from": "2026-11-23"})
    assert "Det här skulle inst.json ändra" in give(deps, slack, data)["text"]


def test_whom_slack_knows_nothing_of_is_of_another_workspace(deps, slack, monkeypatch):
    def member(*_, **__):
        raise SlackTrouble(Outcome.REFUSED, "user_not_found")

    monkeypatch.setattr(slack, "member", member)
    data = other(deps, roster={"people": ["U0NEW"], "from": "2026-11-23"})
    assert "inte är medlem i arbetsytan: U0NEW. Inget" in give(deps, slack, data)["text"]


def test_whom_the_settings_name_already_is_asked_about_no_more(deps, slack):
    with deps.transaction() as db:
        roster.set_turns(db, [GUEST], date(2026, 11, 23))
    data = other(deps, units=[], roster={"people": [GUEST, JONAS], "from": "2026-11-23"})
    assert "Det här skulle inst.json ändra" in give(deps, slack, data)["text"]


def test_a_unit_with_a_name_like_an_id_is_no_person(deps, slack):
    slack.kinds["UNICEF"] = MemberKind.STRANGER
    units = [{"name": "UNICEF", "contact": "", "is_archived": False}]
    assert "Kommer till: UNICEF" in give(deps, slack, other(deps, units=units))["text"]


def test_slack_is_asked_for_so_many_people_and_no_more(deps, slack):
    crowd = {f"U{n:09}": "" for n in range(settings_given.MOST_ASKED + 50)}
    give(deps, slack, json.dumps({"lucka_settings": 1, "settings": {"x": [*crowd]}}).encode())
    with deps.reading() as db:
        met = set(members.everybody(db)) & set(crowd)
    assert len(met) == settings_given.MOST_ASKED


def test_a_button_of_a_file_that_is_over_says_nothing_of_the_next_one(deps, slack):
    former = give(deps, slack, other(deps, units=[]))
    press(deps, settings_given.leave, button(former, view.LEAVE))
    said = give(deps, slack, other(deps, units=[]))
    assert "redan avgjord" in press(deps, settings_given.leave, button(former, view.LEAVE))["text"]
    press(deps, settings_given.use, button(said, view.USE))
    assert now_is(deps)["units"][0]["is_archived"]


def test_one_wrong_value_keeps_all_of_the_file_out(deps, slack):
    before = now_is(deps)
    data = wire({"policy": promised(deps, "2_arbetsdagar"), "team": {"lead": "Amira"}})
    assert "settings.team" in give(deps, slack, data)["text"]
    assert now_is(deps) == before


def test_a_file_that_is_too_large_or_missing_is_refused_beside_its_field(deps, slack):
    answer = submit(deps, slack, b"", size=MOST_BYTES + 1)
    assert answer["response_action"] == "errors"
    assert "för stor" in answer["errors"]["file"]
    press(deps, settings_given.click)
    ack = FakeAck()
    settings_given.save(deps, ack, submission(slack.views[-1], file=[]))
    assert ack.answer["errors"]["file"] == "Välj en fil först."


@pytest.mark.parametrize("user", [ELIN, MIKKO])
def test_only_the_lead_and_the_deputies_may_give_and_use_one(deps, slack, user):
    assert slack.views == []
    press(deps, settings_given.click, user=user)
    assert slack.views == []
    said = give(deps, slack, other(deps, units=[]))
    press(deps, settings_given.use, button(said, view.USE), user=user)
    assert len(now_is(deps)["units"]) == 1


def test_slack_that_does_not_answer_is_asked_again_for_ten_minutes(deps, slack, hand):
    submit(deps, slack, SlackTrouble(Outcome.UNREACHED, "timeout"))
    assert job.drain(deps, READERS) == job.RETRY_SECONDS
    slack.files["FGIVEN"] = other(deps, units=[])
    assert job.drain(deps, READERS) == 0
    assert "Tas bort: Ambulansen" in notes(deps)[-1]["text"]
    submit(deps, slack, SlackTrouble(Outcome.UNREACHED, "timeout"))
    hand.on(minutes=11)
    job.drain(deps, READERS)
    assert "Slack svarade inte" in notes(deps)[-1]["text"]


def test_a_file_that_nobody_decides_about_is_forgotten_after_two_days(deps, slack, hand):
    said = give(deps, slack, other(deps, units=[]))
    hand.on(hours=50)
    housekeeping.run(deps, Due(deps.today(), deps.now(), deps.now()))
    with deps.reading() as db:
        assert not db["given_files"].count
    assert "läst för länge sedan" in press(deps, settings_given.use, button(said, view.USE))["text"]


def test_given_from_the_home_tab_it_is_told_in_our_own_conversation(deps):
    deps.slack.files["F1"] = other(deps, units=[])
    with deps.transaction() as db:
        given.add(db, Purpose.SETTINGS, Brought("F1", "a.json", 1), JONAS, None, now=deps.now())
    job.drain(deps, READERS)
    with deps.reading() as db:
        (item,) = [i for i in outbox.pending(db) if i.channel == JONAS]
    assert item.kind is outbox.Kind.POST


def test_the_settings_offer_it_where_slack_lets_files_be_read(deps):
    assert "settings.read_file" in str(say(deps, "lucka", "inställningar")["blocks"])
    shut = replace(deps, identity=make.identity())
    assert "settings.read_file" not in str(say(shut, "lucka", "inställningar")["blocks"])


@pytest.mark.parametrize("language", ["sv", "en"])
def test_shown(deps, slack, snapshot, language):
    deps = replace(deps, words=Words(language))
    data = other(
        deps,
        policy=promised(deps, "4_kontorstimmar"),
        units=[{"name": "Kollektivtrafiken", "contact": "", "is_archived": False}],
        rules=now_is(deps)["rules"][::-1],
        decisions={**now_is(deps)["decisions"], "about": "Region Lillsjö"},
        tips=not now_is(deps)["tips"],
    )
    submit(deps, slack, data)
    snapshot(slack.views[-1])
    job.drain(deps, READERS)
    said = notes(deps)[-1]
    snapshot(said)
    snapshot(press(deps, settings_given.use, button(said, view.USE)))
    snapshot(press(deps, settings_history.show))
