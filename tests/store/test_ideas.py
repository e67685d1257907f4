"""The idea bank keeps, finds, changes and lets go."""

from datetime import date, time, timedelta

import pytest

from bot.domain.acts import cancelled
from bot.domain.ideas import IdeaGone, read
from bot.domain.plan import Entry
from bot.locales import Words
from bot.store import ideas, outlets, posts
from tests.make import AMIRA, JONAS, NOW


def keep(db, text, *, author=AMIRA, now=NOW, permalink=None):
    return ideas.add(db, read(text), author=author, now=now, permalink=permalink)


def plan(db, idea):
    outlets.ensure_defaults(db, Words("sv"))
    entry = Entry(idea.title, 1, date(2026, 11, 27), time(11), idea_id=idea.id)
    return posts.add(db, entry, who=AMIRA, now=NOW)


def titles(found):
    return [idea.title for idea in found]


def test_an_idea_is_read_back_as_it_was_kept(db):
    idea = keep(db, "Höstlov\nse https://a.se", permalink="https://slack.example/1")
    assert idea.links == ("https://a.se",)
    assert ideas.get(db, idea.id) == idea


@pytest.mark.parametrize(
    "words",
    ["ÅTGÄRD", "åtg", "vård åtgärd", "åtgärd VÅRD", "elin", "A\u030atga\u0308rd", "100%", "”vård”"],
)
def test_an_idea_is_found_by_words_in_any_order_and_their_beginnings(db, words):
    keep(db, "Åtgärd i vården\nfråga Elin, 100 % klart")
    keep(db, "Höstlov")
    assert titles(ideas.search(db, words, limit=10)) == ["Åtgärd i vården"]


@pytest.mark.parametrize("words", ["tgärd", "atgard", "åtgärd höstlov", "_tgärd"])
def test_an_idea_is_not_found_by_other_words(db, words):
    keep(db, "Åtgärd i vården")
    assert ideas.search(db, words, limit=10) == []


def test_ideas_come_newest_first_and_page_by_page(db):
    for number in range(5):
        keep(db, f"Idé {number}", now=NOW + timedelta(minutes=number))
    assert titles(ideas.search(db, limit=2)) == ["Idé 4", "Idé 3"]
    assert titles(ideas.search(db, "idé", limit=2, offset=4)) == ["Idé 0"]


def test_a_changed_idea_is_found_by_its_new_words_only(db):
    idea = keep(db, "Höstlov")
    ideas.change(db, idea.id, read("Sportlov\nhttps://b.se"))
    assert ideas.search(db, "höstlov", limit=1) == []
    assert ideas.search(db, "sportlov", limit=1)[0].links == ("https://b.se",)


def test_a_dropped_idea_is_out_of_the_bank(db):
    idea = keep(db, "Höstlov")
    ideas.drop(db, idea.id, now=NOW)
    assert ideas.search(db, limit=10) == ideas.free(db) == []
    for act in (lambda: ideas.get(db, idea.id), lambda: ideas.drop(db, idea.id, now=NOW)):
        with pytest.raises(IdeaGone):
            act()


def test_the_same_words_a_moment_ago_are_the_same_idea(db):
    idea = keep(db, "Höstlov")
    soon, later = NOW + timedelta(seconds=59), NOW + timedelta(seconds=60)
    assert ideas.echo(db, read("Höstlov"), author=AMIRA, now=soon) == idea
    assert ideas.echo(db, read("Höstlov"), author=AMIRA, now=later) is None
    assert ideas.echo(db, read("Höstlov"), author=JONAS, now=soon) is None
    assert ideas.echo(db, read("Sportlov"), author=AMIRA, now=soon) is None


def test_an_idea_is_free_until_it_is_planned_and_again_when_the_post_is_cancelled(db):
    idea = keep(db, "Höstlov")
    post = plan(db, idea)
    assert ideas.free(db) == []
    assert not ideas.is_free(db, idea.id)
    assert posts.of_ideas(db, [idea.id]) == {idea.id: post}
    posts.update(db, cancelled(post, now=NOW))
    assert ideas.free(db) == [idea]
    assert ideas.is_free(db, idea.id)
    assert posts.of_idea(db, idea.id) is None


def test_a_free_idea_is_known_by_its_title(db):
    keep(db, "Höstlov på museet")
    idea = keep(db, "Höstlov")
    assert ideas.titled(db, "  HÖSTLOV ") == idea
    assert ideas.titled(db, "Höst") is None
    plan(db, idea)
    assert ideas.titled(db, "Höstlov") is None
