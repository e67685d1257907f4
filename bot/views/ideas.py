"""The idea bank in words: what was kept, what was found, and the form."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.domain.ideas import NOTE_LIMIT, TITLE_LIMIT, Idea
from bot.domain.outlets import Outlet
from bot.domain.plan import Post
from bot.domain.routing import Where
from bot.locales import Words
from bot.locales import format as say
from bot.views import idea_words
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    cut,
    escape,
    field,
    header,
    link,
    message,
    modal,
    option,
    section,
    several,
    simple,
    text_input,
)
from bot.views.forms import Origin
from bot.views.idea_routing import WAITING, question

PLAN = "idea.plan"
CHANGE = "idea.change"
UNDO = "idea.undo"
VOTE = "idea.vote"
MENU = "idea.menu"
MORE = "idea.more"
NEW = "idea.new"
SAVE = "idea.save"
SAVE_MESSAGE = "idea.save_message"

TITLE, NOTE, TAGS, OUTLETS, SEASON = "title", "note", "tags", "outlets", "season"
MENU_CHANGE, MENU_ROUTE, MENU_RESERVE, MENU_DROP = "change", "route", "reserve", "drop"

PAGE = 10
_NOTE_SHOWN = 120
_SEARCH_SHOWN = 100
_VALUE_LIMIT = 1900  # of what a button can carry, with room for two numbers
_TAGS_LIMIT = 3000
_MOST_OUTLETS = 100


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what a search found: *text* is what was searched, *more* says there is more.

    *planned* are living posts by idea, *names* those of authors by id, *outlets* names by id;
    *waiting* counts the ideas that nobody has routed; *kept* are in reserve.
    """

    text: str
    ideas: Sequence[Idea]
    planned: Mapping[int, Post]
    names: Mapping[str, str]
    offset: int
    more: bool
    outlets: Mapping[int, str]
    waiting: int = 0
    kept: Collection[int] = ()


def kept(words: Words, idea: Idea, outlets: Sequence[Outlet], *, again: bool = False) -> Message:
    """Say that *idea* is kept (or was, a moment ago), and ask at once where it belongs."""
    text = words("idea-kept-again" if again else "idea-kept", title=escape(idea.title))
    if tags := idea_words.tags(idea):
        text = f"{text} · {tags}"
    asked: list[Block] = []
    if idea.routing.where is Where.WAITING:
        asked = [section(words("idea-where-now")), question(words, idea, outlets)]
    return simple(text, _next_steps(words, idea), *asked)


def changed(words: Words, idea: Idea) -> Message:
    """Say that *idea* was changed."""
    text = words("idea-changed", title=escape(idea.title))
    return simple(text, actions(plan_button(words, idea)))


def dropped(words: Words, idea: Idea) -> Message:
    """Say that *idea* is out of the bank; what it said is shown, so that it can be kept anew."""
    whole = f"{idea.title}\n{idea.note}".strip()
    again = button(words("idea-keep-again"), NEW, cut(whole, _VALUE_LIMIT))
    return simple(words("idea-dropped", title=escape(idea.title)), actions(again))


def found(words: Words, page: Found, *, now: datetime, today: date, command: str) -> Message:
    """Show one page of ideas, newest first, or say kindly that there is none."""
    if not page.ideas:
        return _nothing(words, page, command)
    heading = words("idea-list")
    if page.text:
        heading = words("idea-list-search", text=cut(page.text, _SEARCH_SHOWN))
    rows = [_row(words, idea, page, now=now, today=today) for idea in page.ideas]
    blocks: list[Block] = [header(heading)]
    for idea, text in zip(page.ideas, rows, strict=True):
        blocks += [section(text), _acts(words, idea, page)]
    return message("\n".join([escape(heading), *rows]), [*blocks, *_further(words, page)])


def usage(words: Words, *, command: str) -> Message:
    """Say what can be written after the command."""
    return simple(words("idea-usage", command=command))


def form(
    words: Words,
    origin: Origin,
    idea: Idea | None = None,
    *,
    outlets: Sequence[Outlet],
    today: date,
    title: str = "",
    note: str = "",
) -> dict[str, Any]:
    """Return the form that keeps an idea that begins as *title* and *note*, or changes *idea*."""
    if idea:
        title, note = idea.title, idea.note
    heading = words("idea-form-change" if idea else "idea-form-new")
    labels = (heading, words("idea-form-save"), words("idea-form-close"))
    hint = words("idea-form-source" if origin.permalink else "idea-form-hint")
    blocks = [
        field(
            words("idea-form-name"), text_input("value", title, limit=TITLE_LIMIT), block_id=TITLE
        ),
        field(
            words("idea-form-note"),
            text_input("value", note, multiline=True, limit=NOTE_LIMIT),
            block_id=NOTE,
            hint=hint,
            optional=True,
        ),
        *_places(words, idea, outlets, today),
    ]
    return modal(SAVE, *labels, blocks, private_metadata=origin.pack())


def plan_button(words: Words, idea: Idea) -> Block:
    """Return the button that opens the form for a post of *idea*."""
    return button(
        words("idea-plan"), PLAN, str(idea.id), says=words("idea-plan-says", title=idea.title)
    )


def _places(words: Words, idea: Idea | None, outlets: Sequence[Outlet], today: date) -> list[Block]:
    """Return the fields for what an idea is about, where it suits and when."""
    tags = cut(" ".join(f"#{tag}" for tag in idea.tags), _TAGS_LIMIT) if idea else ""
    when = idea_words.season(words, idea.season, today=today) if idea and idea.season else ""
    options = [option(o.name, str(o.id)) for o in outlets[:_MOST_OUTLETS]]
    chosen = {str(outlet) for outlet in idea.outlets} if idea else set()
    return [
        field(
            words("idea-form-tags"),
            text_input("value", tags, limit=_TAGS_LIMIT),
            block_id=TAGS,
            hint=words("idea-form-tags-hint"),
            optional=True,
        ),
        field(
            words("idea-form-outlets"),
            several("multi_static_select", "value", options, chosen),
            block_id=OUTLETS,
            optional=True,
        ),
        field(
            words("idea-form-season"),
            text_input("value", when, limit=TITLE_LIMIT),
            block_id=SEASON,
            hint=words("idea-form-season-hint"),
            optional=True,
        ),
    ]


def _next_steps(words: Words, idea: Idea) -> Block:
    return actions(
        plan_button(words, idea),
        button(words("idea-change"), CHANGE, str(idea.id)),
        button(words("idea-undo"), UNDO, str(idea.id)),
    )


def _acts(words: Words, idea: Idea, page: Found) -> Block:
    """Return what can be done to a row: plan it, vote, and the rest in a menu."""
    is_free, is_kept = idea.id not in page.planned, idea.id in page.kept
    free = [MENU_RESERVE, MENU_DROP] if is_kept else [MENU_ROUTE, MENU_RESERVE, MENU_DROP]
    acts = [MENU_CHANGE, *(free if is_free else [])]
    vote = button(
        words("idea-vote", count=idea.votes),
        VOTE,
        f"{idea.id} {page.offset} {cut(page.text, _VALUE_LIMIT)}".strip(),
        says=words("idea-vote-says", title=idea.title),
    )
    menu: Block = {
        "type": "overflow",
        "action_id": MENU,
        "options": [option(words(f"idea-menu-{act}"), f"{act} {idea.id}") for act in acts],
    }
    return actions(*([plan_button(words, idea)] if is_free else []), vote, menu)


def _further(words: Words, page: Found) -> list[Block]:
    """Return the ways on: more of what was found, and the ideas that wait for a decision."""
    ways: list[Block] = []
    if page.more:
        further = f"{page.offset + PAGE} {cut(page.text, _VALUE_LIMIT)}".strip()
        ways.append(button(words("idea-more"), MORE, further))
    if page.waiting:
        ways.append(button(words("idea-inbox", count=page.waiting), WAITING))
    return [actions(*ways)] if ways else []


def _row(words: Words, idea: Idea, page: Found, *, now: datetime, today: date) -> str:
    post = page.planned.get(idea.id)
    is_kept = idea.id in page.kept and not post
    standing = idea_words.standing(words, idea, post, page.outlets, today)
    facts = [
        idea_words.author(words, idea, page.names),
        words("idea-age", age=say.ago(now - idea.created_at, words)),
        words("idea-votes", count=idea.votes) if idea.votes else "",
        words("reserve-in") if is_kept else standing,
        idea_words.season(words, idea.season, today=today) if idea.season else "",
        link(idea.permalink, words("idea-source")) if idea.permalink else "",
    ]
    note = escape(cut(" ".join(idea.note.split()), _NOTE_SHOWN))
    title = f"*{escape(idea.title)}* {idea_words.tags(idea)}".rstrip()
    lines = [title, note, " · ".join(fact for fact in facts if fact)]
    return "\n".join(line for line in lines if line)


def _nothing(words: Words, page: Found, command: str) -> Message:
    """Say that nothing was found, and offer to keep what was written after all."""
    if not page.text:
        return simple(words("idea-list-empty", command=command))
    keep = button(words("idea-keep-search"), NEW, cut(page.text, _VALUE_LIMIT))
    return simple(
        words("idea-list-none", text=escape(cut(page.text, _SEARCH_SHOWN))), actions(keep)
    )
