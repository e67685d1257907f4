"""How a post was received, and what the posts of a month came to, in both languages."""

from dataclasses import replace
from datetime import date

from bot.domain.counts import Metric, Received, Totals, Usual
from bot.views import counts, plan_card, report_table
from bot.views import report as report_view
from bot.views.plan_card import Card
from tests.conftest import enforce_limits
from tests.reporting import ZONE, full
from tests.views.test_lifecycle import FRAME, POST

RECEIVED = Received(
    date(2026, 11, 24),
    {Metric.REACTIONS: 1245, Metric.COMMENTS: 0, Metric.SHARES: 3, Metric.VIEWS: None},
    {
        Metric.REACTIONS: Usual(900, 600, 1200),
        Metric.COMMENTS: Usual(4, 2, 6),
        Metric.SHARES: Usual(3, 1, 4),
    },
    in_series=True,
)
TOTALS = Totals(
    14,
    {
        Metric.REACTIONS: (5400, 12),
        Metric.COMMENTS: (0, 12),
        Metric.SHARES: (31, 12),
        Metric.VIEWS: (0, 0),
    },
)
NEVER = ("rekord", "record", "bäst", "best", "↑", "↓", "↗", "↘", "🏆")


def test_every_count_is_told_calmly(words):
    said = "\n".join(counts.lines(words, RECEIVED))
    expected = {
        "sv": [
            "Reaktioner: 1 245, mer än vanligt för serien (hälften 600–1 200, median 900)",
            "Kommentarer: 0, mindre än vanligt för serien",
            "Delningar: 3, som vanligt för serien",
            "Visningar: finns inte",
        ],
        "en": [
            "Reactions: 1,245, more than usual for the series (half 600–1,200, median 900)",
            "Comments: 0, less than usual for the series",
            "Shares: 3, as usual for the series",
            "Views: not available",
        ],
    }
    plain = said.replace("\u00a0", " ").replace("\u2068", "").replace("\u2069", "")
    for line in expected[words.language]:
        assert line in plain
    assert not [word for word in NEVER if word in said.casefold()]


def test_of_what_was_not_counted_nothing_is_said(words):
    assert counts.lines(words, None) == []
    assert counts.total_lines(words, None) == []
    assert counts.total_lines(words, Totals(0, TOTALS.sums)) == []


def test_the_card_of_a_post_tells_how_it_was_received(words):
    card = Card(POST, [], [], decides=False, received=RECEIVED)
    shown = plan_card.card(words, card, FRAME)
    enforce_limits(shown["blocks"])
    assert words("counts-title") in shown["text"]


def test_a_month_tells_what_its_posts_came_to(words):
    made = replace(full(), received=TOTALS)
    shown = report_view.render(words, made, ZONE)
    enforce_limits(shown["blocks"])
    of = {"sv": "från 12 av 14 inlägg", "en": "from 12 of 14 posts"}[words.language]
    assert of in shown["text"]
    gone = {"sv": "Visningar av inläggen:* finns inte", "en": "Views of the posts:* not available"}
    assert gone[words.language] in str(shown["blocks"])
    assert of in report_table.table(words, made, ZONE).decode("utf-8-sig")
