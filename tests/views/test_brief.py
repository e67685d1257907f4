"""The page that a manager forwards: short, whole, nobody named, nothing fetched."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from bot.domain.brief import Offered, Quoted
from bot.locales import Words
from bot.views import brief as view
from tests.briefing import BRIEFS, TAGGED, empty, full, html, without_page
from tests.conftest import enforce_limits
from tests.make import NOW
from tests.reporting import NOVEMBER

SV = Words("sv")
TWO_MINUTES = 480
"""Words at 240 a minute, as people read a plain text."""

VOID = {"meta"}


class Read(HTMLParser):
    """The words that are read, the tags, and whether each was closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if not {"style", "title"} & {*self.open}:
            self.words += data.split()


@pytest.mark.parametrize("made", [full, empty, without_page], ids=lambda made: made.__name__)
def test_it_is_read_in_two_minutes(words, made):
    assert len(Read(html(words, made())).words) <= TWO_MINUTES


@pytest.mark.parametrize("made", BRIEFS.values(), ids=BRIEFS)
def test_it_is_one_whole_file_with_headings_in_order(words, made):
    read = Read(html(words, made()))
    assert read.open == []
    assert read.tags[0] == ("html", {"lang": words.language})
    levels = [int(tag[1]) for tag, _ in read.tags if re.fullmatch(r"h\d", tag)]
    assert (levels[0], levels.count(1)) == (1, 1)
    for tag, attrs in read.tags:
        assert tag not in {"script", "link", "img", "iframe", "a"}
        assert not {"src", "href", "onload"} & attrs.keys()
        assert tag != "svg" or attrs.get("aria-label") or attrs.get("aria-hidden") == "true"


@pytest.mark.parametrize("made", BRIEFS.values(), ids=BRIEFS)
def test_the_page_is_reviewed(words, made, snapshot):
    said = re.sub(r"<style>.*?</style>", "<style/>", html(words, made()), flags=re.DOTALL)
    snapshot({"blocks": [], "page": said.splitlines()})


def test_what_people_wrote_stays_words(words):
    nasty = "<script>alert(1)</script><img src=x>"
    brief = replace(
        full(),
        sentence=nasty,
        quoted=Quoted(nasty, nasty),
        outlets={1: nasty},
        themes=((nasty, 1),),
    )
    page = html(words, replace(brief, ahead=(replace(brief.ahead[0], title=nasty),)))
    assert "<script" not in page
    assert "<img" not in page


def test_the_time_it_took_stands_there_only_where_the_team_has_said_it():
    assert "uppskattning" not in html(SV, full())
    said = html(SV, replace(full(), report=replace(full().report, tagging=TAGGED)))
    assert "uppskattning av tiden: ungefär 2–7 tim, kanske mer. Skattade kommentarer: 40" in said


def offer(text: str, *, author: str = "Maja Lindqvist", consent: bool = False) -> Offered:
    return Offered("1_2", text, author, author if consent else "", NOW)


def test_praise_is_quoted_without_name_number_and_address():
    said = view.quoted(SV, offer("Tack!\nHälsar  maja lindqvist, 070-123 45 67, m@lillsjo.example"))
    assert said == "Tack! Hälsar …, [telefonnummer], [e-postadress]"


def test_long_praise_is_cut_between_words():
    said = view.quoted(SV, offer("Tack snälla ni " * 40))
    assert len(said) <= view.QUOTED
    assert said.endswith(" …")


def test_the_form_asks_for_a_sentence_and_one_praise(words, snapshot):
    offered = [offer(f"Tack, avdelning {n}! <!channel> *Ni* är bäst. " * 3) for n in range(20)]
    form = view.form(words, NOVEMBER, offered, "C1")
    enforce_limits(form["blocks"])
    snapshot(form)


def test_without_praise_the_form_says_so(words, snapshot):
    snapshot(view.form(words, NOVEMBER, [], None))


def test_the_page_comes_as_a_link_to_the_file(words, snapshot):
    name = view.file_name(words, NOVEMBER, "html")
    snapshot(view.shown(words, NOVEMBER, name, "https://lucka.slack.example/files/F1"))


def test_the_page_comes_as_pdf_too_or_says_why_not(words):
    assert ".pdf" in view.shown_pdf(words, "lucka-sida.pdf", "https://slack.example/F1")["text"]
    assert "PDF" in view.without_pdf(words)["text"]


def test_without_an_answer_nothing_is_said_of_half_of_them(words):
    report = full().report
    now = replace(
        report.comments.now, first=replace(report.comments.now.first, clock=None, count=0)
    )
    silent = replace(report, comments=replace(report.comments, now=now))
    said = html(words, replace(full(), report=silent))
    assert words("report-never") in said
    assert words("brief-half", count=0) not in said
