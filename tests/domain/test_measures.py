"""The published definitions, one by one."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import WorkingCalendar
from bot.domain.measures import Case, Share, Spread, Times, measure
from bot.domain.policy import Policy, Promise, PromiseKind, deadlines, due
from tests.examples import costly

ZONE = ZoneInfo("Europe/Stockholm")
PLAIN = WorkingCalendar()
MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)  # 10.00 in Stockholm
NOW = MONDAY + timedelta(days=7)


def hours(number):
    return timedelta(hours=number)


def case(number=1, *, after=0.0, **said):
    """A comment of Monday at ten, *after* some hours."""
    written = MONDAY + hours(after)
    return Case(f"c{number}", written, written, **said)


def answered(count, *, after=1.0):
    """Comments of Monday, each answered *after* so many hours."""
    return [case(n, answered=MONDAY + hours(after)) for n in range(count)]


PROMISED = Policy()


def measured(*cases, policy=PROMISED, calendar=PLAIN, now=NOW):
    ordered = sorted(cases, key=lambda each: each.written)
    return measure(ordered, policy, calendar, now=now, zone=ZONE)


def test_nothing_came():
    nothing = measured()
    assert (nothing.received, nothing.rate, nothing.first) == (0, Share(0, 0), Times())
    assert nothing.rate.percent is None


def test_of_fewer_than_ten_there_is_no_percentage():
    assert measured(*answered(7), case(8)).rate == Share(7, 8)
    assert Share(7, 8).percent is None
    assert measured(*answered(9), case(10)).rate.percent == 90


def test_a_percentage_is_never_rounded_up():
    assert Share(999, 1000).percent == 99


def test_what_is_open_in_time_is_ongoing_and_not_in_the_rate():
    found = measured(*answered(2), case(3), now=MONDAY + hours(23))
    assert (found.rate, found.ongoing, found.needing) == (Share(2, 2), 1, 3)
    late = measured(*answered(2), case(3), now=MONDAY + hours(25))
    assert (late.rate, late.ongoing) == (Share(2, 3), 0)


def test_no_answer_needed_leaves_the_rate_but_not_the_strict_one():
    found = measured(*answered(2), case(3, is_spared=True))
    assert (found.needing, found.rate, found.strict) == (2, Share(2, 2), Share(2, 3))


def test_a_colleagues_comment_and_a_test_are_in_no_figure_but_their_own():
    left_out = {
        "spared": {"is_spared": True},
        "answered": {"answered": MONDAY + hours(1), "claimed": MONDAY + hours(1)},
        "judged": {"flagged": MONDAY, "judged": MONDAY + hours(2)},
    }
    others = answered(3)
    told = [case(name, is_counted=False, **said) for name, said in left_out.items()]
    assert measured(*others, *told) == replace(measured(*others), uncounted=3)


def test_a_slow_answer_cannot_be_spared_away():
    slow = case(3, answered=MONDAY + hours(90), is_spared=True)
    assert measured(*answered(2), slow).within == Share(2, 3)


def test_replies_are_not_in_the_strict_rate():
    assert measured(case(1), case(2, is_top=False)).strict == Share(0, 1)


def test_within_the_promise_counts_to_the_very_second():
    until = due(Policy(), PLAIN, MONDAY, zone=ZONE)
    late = until + timedelta(seconds=1)
    assert measured(case(1, answered=until), case(2, answered=late)).within == Share(1, 2)


def test_the_promise_decides_what_is_within():
    two_days = Policy(Promise(PromiseKind.DAYS, 2))
    slow = answered(1, after=30)
    assert measured(*slow).within == Share(0, 1)
    assert measured(*slow, policy=two_days).within == Share(1, 1)


def test_times_have_a_median_and_a_percentile_and_never_a_mean():
    cases = [case(n, answered=MONDAY + timedelta(minutes=n)) for n in range(1, 11)]
    outlier = case(11, answered=MONDAY + timedelta(days=6))
    found = measured(*cases, outlier).first
    assert found.count == 11
    assert found.clock == Spread(timedelta(minutes=6), timedelta(minutes=10))
    assert found.office == found.clock


def test_half_have_their_answer_within_the_median_of_an_even_number():
    pair = [case(1, answered=MONDAY + hours(1)), case(2, answered=MONDAY + hours(3))]
    assert measured(*pair).first.clock == Spread(hours(1), hours(3))


def test_clock_and_office_time_differ_over_a_night():
    found = measured(case(1, after=11.25, answered=MONDAY + hours(22) + timedelta(minutes=20)))
    assert found.first.clock == Spread(*[timedelta(hours=11, minutes=5)] * 2)
    assert found.first.office == Spread(*[timedelta(minutes=20)] * 2)


def test_we_will_get_back_is_a_first_answer_and_counted_apart():
    promised = case(
        1, promised=MONDAY + hours(1), answered=MONDAY + hours(1), final=MONDAY + hours(5)
    )
    open_still = case(2, promised=MONDAY + hours(2), answered=MONDAY + hours(2))
    found = measured(promised, open_still, *answered(1))
    assert (found.promises, found.rate) == (2, Share(3, 3))
    assert found.final == Times(1, Spread(hours(5), hours(5)), Spread(hours(5), hours(5)))


def test_what_was_seen_afterwards_stays_in_the_rate_with_its_delay():
    seen = MONDAY + hours(5)
    late = Case("c1", MONDAY, seen, answered=MONDAY + hours(6), claimed=MONDAY + hours(5.5))
    found = measured(late)
    assert (found.seen_afterwards, found.rate) == (1, Share(1, 1))
    assert found.first.clock == Spread(hours(6), hours(6))
    assert found.claim.clock == Spread(hours(0.5), hours(0.5))


def test_the_time_to_a_judgement_runs_from_the_flag():
    judged = case(1, flagged=MONDAY + hours(1), judged=MONDAY + hours(3))
    found = measured(judged, case(2, flagged=MONDAY + hours(1)))
    assert found.judgement == Times(1, Spread(hours(2), hours(2)), Spread(hours(2), hours(2)))


def test_a_corrected_calendar_corrects_the_past():
    cases = [case(1, answered=MONDAY + hours(23)), case(2, answered=MONDAY + hours(47))]
    closed = WorkingCalendar(own={date(2026, 11, 24): "Planeringsdag"})
    before, after = measured(*cases), measured(*cases, calendar=closed)
    assert before.within == Share(1, 2)
    assert after.within == Share(2, 2)
    assert before.first.clock == after.first.clock
    assert after.first.office.p90 == before.first.office.p90 - timedelta(hours=8, minutes=30)


promises = st.sampled_from([Promise(), Promise(PromiseKind.DAYS, 2), Promise(PromiseKind.HOURS, 8)])
moments = st.lists(
    st.integers(0, 60 * 24 * 400).map(lambda n: MONDAY + timedelta(minutes=n)), min_size=1
)


@costly
@given(promises, moments)
def test_many_deadlines_are_the_same_as_each_by_itself(promise, written):
    policy = Policy(promise)
    first, last = (at.astimezone(ZONE).date() for at in (min(written), max(written)))
    many = deadlines(policy, PLAIN, first, last, zone=ZONE)
    for at in written:
        assert many(at) == due(policy, PLAIN, at, zone=ZONE)
