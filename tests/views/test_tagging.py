"""The question after a comment is closed, and the fear beside the figure, in both languages."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.measures import Share
from bot.domain.tagging import Course, Effort, Fear, Mark, Spent, Tag, Tagging, Then
from bot.views import fears, report_table, tagging
from bot.views import report as report_view
from bot.views.forms import Origin
from tests.conftest import enforce_limits
from tests.reporting import ZONE, full
from tests.views.test_comments import shown

WRITTEN = datetime(2026, 9, 1, 8, tzinfo=UTC)
FEAR = Fear("hälften blir <kritiska>", "5 tim i veckan", WRITTEN)
FOUND = Tagging(
    tagged=Share(48, 52),
    tags={
        Tag.CRITICAL: Share(6, 48),
        Tag.QUESTION: Share(32, 48),
        Tag.PRAISE: Share(8, 48),
        Tag.OTHER: Share(2, 48),
    },
    flagged=1,
    hidden=Share(2, 52),
    removed=Share(0, 52),
    rules=(("spam <eller> reklam", 2),),
    timed=Share(40, 52),
    spent=Spent(130, 400, is_open=True),
    then=(
        Then(1, Share(5, 47), Course.ALIKE),
        Then(3, Share(12, 40), Course.LOWER),
        Then(6, Share(1, 4), Course.UNKNOWN),
    ),
    fear=FEAR,
)
NONE = Tagging(
    Share(0, 52),
    dict.fromkeys(Tag, Share(0, 0)),
    0,
    Share(0, 52),
    Share(0, 52),
    (),
    Share(0, 52),
    Spent(0, 0, is_open=False),
)


@pytest.mark.parametrize(
    "mark",
    [Mark(), Mark(Tag.QUESTION), Mark(effort=Effort.LONG), Mark(Tag.PRAISE, Effort.SHORT)],
    ids=["unknown", "tagged", "timed", "both"],
)
def test_what_is_asked_after_closing(words, mark, snapshot):
    snapshot(tagging.asked(words, shown(), mark))


@pytest.mark.parametrize("found", [FOUND, NONE], ids=["tagged", "nothing tagged"])
def test_the_fear_stands_beside_the_figure(words, found, snapshot):
    snapshot(report_view.render(words, replace(full(), tagging=found), ZONE))


def test_a_report_with_everything_keeps_within_the_limits(words):
    long = Fear("<" * 200, "&" * 200, WRITTEN, WRITTEN)
    rules = tuple((f"<regel {n}> " * 40, 9) for n in range(40))
    made = replace(full(), tagging=replace(FOUND, fear=long, rules=rules))
    enforce_limits(report_view.render(words, made, ZONE)["blocks"])


def test_the_table_has_the_same_lines_unescaped(words):
    table = report_table.table(words, replace(full(), tagging=FOUND), ZONE).decode("utf-8-sig")
    assert "spam <eller> reklam: 2" in table


@pytest.mark.parametrize("fear", [None, FEAR], ids=["none", "written"])
def test_the_fear_in_the_settings(words, fear, snapshot):
    assert (fears.topic(words, fear).label == "") == (fear is not None)
    snapshot(fears.form(words, fear, Origin("C1")))
