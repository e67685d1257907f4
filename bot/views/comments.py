"""A comment in Slack: the one message that stands for it, the list, and private words about it.

Names are shown, never mentioned: a message that is updated all day must ping nobody. What a
resident wrote is set off as somebody's words, and can neither ping, link nor format.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from bot.domain.comments import FACEBOOK, Act, Relayed, State
from bot.domain.page import PageComment
from bot.domain.relaying import WHOLE, Discretion
from bot.domain.text import is_blank, tidy, title_of
from bot.locales import Words
from bot.locales import format as say
from bot.views.blocks import (
    TEXT_LIMIT,
    Block,
    Message,
    actions,
    button,
    context,
    cut,
    defuse,
    escape,
    header,
    link,
    message,
    quotation,
    quote,
    section,
    simple,
)
from bot.views.comment_attachments import attachment_words, instead_of_text
from bot.views.comment_states import state_lines
from bot.views.discretion import discreet

CLAIM = "comment.claim"
RELEASE = "comment.release"
HANDLE = "comment.handle"
REOPEN = "comment.reopen"
ORIGINAL = "comment.original"
ANSWER = "comment.answer"
SOS = "comment.sos"
WAS_ME = "comment.was_me"
WAS_NOT_ME = "comment.was_not_me"
MORE = "comment.more"
CONCERN = "concern.open"
PASS_ON = "praise.pass_on"  # noqa: S105 -- not a secret
FLAG = "comment.flag"
UNFLAG = "comment.unflag"
JUDGE = "comment.judge"
UNCOUNT = "comment.uncount"
COUNT = "comment.count"

ROWS = 15
"""How many comments a list shows; two blocks each."""

TEXT_SHOWN = 2000  # of a comment's text; the fallback must hold it escaped, and all the rest
LINES_SHOWN = 30
ORIGINAL_PIECES = 4  # Facebook takes 8,000 characters
GONE_TEXT_SHOWN = False
"""Whether Slack still shows what a comment said that is not on the page any more."""

LABELS = {
    CLAIM: "comments-claim",
    RELEASE: "comments-release",
    HANDLE: "comments-handle",
    REOPEN: "comments-reopen",
    ORIGINAL: "comments-original",
    ANSWER: "comments-answer",
    WAS_ME: "comments-was-me",
    WAS_NOT_ME: "comments-was-not-me",
    MORE: "comments-more",
    PASS_ON: "comments-pass-on",
    FLAG: "comments-flag",
    UNFLAG: "comments-unflag",
    JUDGE: "comments-judge",
    UNCOUNT: "comment-uncount",
    COUNT: "comment-count",
}
UNDO = {
    Act.CLAIM: RELEASE,
    Act.RELEASE: CLAIM,
    Act.SOS: CLAIM,
    Act.HANDLE: REOPEN,
    Act.UNNEED: REOPEN,
    Act.REOPEN: HANDLE,
    Act.WAS_ME: WAS_NOT_ME,
    Act.WAS_NOT_ME: WAS_ME,
    Act.FLAG: UNFLAG,
    Act.UNFLAG: FLAG,
    Act.UNCOUNT: COUNT,
    Act.COUNT: UNCOUNT,
}


@dataclass(frozen=True, slots=True)
class Reader:
    """How the message is told: in which words, with whose names (by id), when, where, how much."""

    words: Words
    names: Mapping[str, str]
    today: date
    zone: tzinfo
    discretion: Discretion

    def who(self, user: str | None) -> str:
        """Name a person."""
        return escape(self.names.get(user or "", self.words("somebody")))

    def day(self, at: datetime) -> date:
        """Return the local date of *at*."""
        return at.astimezone(self.zone).date()

    def written(self, comment: PageComment) -> str:
        """Write in full when it was written: the message is read on other days, too."""
        day = say.day_long(self.day(comment.created_at), self.words, today=self.today)
        return self.words("day-at", date=day, clock=self._clock(comment.created_at))

    def when(self, at: datetime | None, comment: PageComment) -> str:
        """Write when something was done: the time, with the date unless the comment has it."""
        if at is None:
            return ""
        clock = self._clock(at)
        if self.day(at) == self.day(comment.created_at):
            return clock
        day = say.day_short(self.day(at), self.words, today=self.today)
        return self.words("day-at", date=day, clock=clock)

    def _clock(self, at: datetime) -> str:
        return say.clock(at.astimezone(self.zone).time(), self.words)


def relay(
    words: Words,
    one: Relayed,
    names: Mapping[str, str],
    *,
    today: date,
    zone: tzinfo,
    discretion: Discretion,
) -> Message:
    """Show one comment with its state and what can be done; *names* of people by id."""
    reader, shown = Reader(words, names, today, zone, discretion), discreet(words, discretion, one)
    comment = shown.comment
    fresh = "-new" if shown.relay.state is State.NEW else ""
    author, written = _author(words, comment), reader.written(comment)
    text, is_short = _said(words, shown)
    thread, states, facts = _thread(words, shown), state_lines(reader, shown), _facts(reader, shown)
    headline = words(f"comments-headline{fresh}", author=author, post=_post(words, shown))
    plain = words(
        f"comments-plain{fresh}", author=author, post=_post_title(words, shown), when=written
    )
    small = [written, *facts, *_open(words, shown, is_cut=is_short or shown.is_cut)]
    return message(
        "\n".join([plain, *thread, *states, *facts, escape(text)]),
        [
            section("\n".join([headline, *thread])),
            quotation(text),
            section("\n".join([f"*{states[0]}*", *states[1:]])),
            context(" · ".join(small)),
            actions(*_buttons(words, shown, _offered(shown), primary=CLAIM)),
        ],
    )


def listing(
    reader: Reader,
    rows: Sequence[Relayed],
    *,
    total: int,
    user: str,
    is_mine: bool,
    now: datetime,
) -> Message:
    """Show open comments, *rows* of *total*, with the buttons that make sense to *user*."""
    words = reader.words
    title = words("comments-list-mine" if is_mine else "comments-list-title", count=total)
    texts = [row(reader, one, now=now) for one in rows]
    blocks: list[Block] = [header(title)]
    for one in rows:
        blocks += row_shown(reader, one, user=user, now=now)
    rest = [words("comments-list-more", count=total - len(rows))] if total > len(rows) else []
    return message("\n".join([title, *texts, *rest]), [*blocks, *map(context, rest)])


def row_shown(
    reader: Reader, one: Relayed, *, user: str, now: datetime, stays: bool = False
) -> list[Block]:
    """Show one comment of a list with the buttons that make sense to *user*.

    Where the list *stays*, as on a home tab, the original is not offered: the answer would, too.
    """
    shown = discreet(reader.words, reader.discretion, one)
    left_out = {RELEASE} if one.relay.owner != user else set()
    left_out |= {ORIGINAL} if stays else set()
    acts = [act for act in _offered(shown) if act not in left_out]
    return [section(row(reader, one, now=now)), actions(*_buttons(reader.words, shown, acts))]


def row(reader: Reader, one: Relayed, *, now: datetime | None = None) -> str:
    """Say one comment in three lines; with *now*, how old it is instead of when it was written."""
    words, shown = reader.words, discreet(reader.words, reader.discretion, one)
    comment = shown.comment
    head = words("comments-list-row", author=_author(words, comment), post=_post(words, one))
    text = _short(words, shown)
    written = (
        words("comments-list-age", age=say.ago(now - comment.created_at, words))
        if now
        else reader.written(comment)
    )
    links = _open(words, shown, is_cut=shown.is_cut)
    small = [*state_lines(reader, one), written, *_facts(reader, shown), *links]
    return "\n".join([head, quote(text), " · ".join(small)])


def whole(reader: Reader, one: Relayed) -> list[Block]:
    """Show a comment with all its text to one person who is about to answer it."""
    words, shown = reader.words, discreet(reader.words, WHOLE, one)
    head = words("comments-list-row", author=_author(words, shown.comment), post=_post(words, one))
    text, is_cut = _said(words, shown)
    links = _open(words, shown, is_cut=is_cut)
    small = [*state_lines(reader, one), reader.written(one.comment), *_facts(reader, shown), *links]
    return [section(head), quotation(text), context(" · ".join(small))]


def head(words: Words, one: Relayed) -> str:
    """Name a comment: who wrote it, and under what."""
    return words("comments-list-row", author=_author(words, one.comment), post=_post(words, one))


def buttons(words: Words, one: Relayed, *acts: str, primary: str | None = None) -> list[Block]:
    """Return the buttons of *acts* for what is said about a comment elsewhere."""
    return _buttons(words, one, acts, primary=primary)


def empty(words: Words, *, command: str, is_mine: bool) -> Message:
    """Say that there is nothing to do."""
    return simple(words("comments-empty-mine" if is_mine else "comments-empty", command=command))


def no_page(words: Words) -> Message:
    """Say that no page is connected, and how to connect one."""
    return simple(words("comments-no-page"))


def usage(words: Words, *, command: str, unknown: str = "") -> Message:
    """Say how the command is used; *unknown* is what was not understood."""
    said = [words("comments-unknown", text=escape(title_of(unknown)))] if unknown else []
    return simple("\n".join([*said, words("comments-help", command=command)]))


def did(words: Words, act: Act, shown: Relayed, rows: Sequence[Block] = ()) -> Message:
    """Tell who acted on a list what they did, with the way back; *rows* ask what it was."""
    author, post = _author(words, shown.comment), _post(words, shown)
    said = words(f"comments-did-{act.value}", author=author, post=post)
    return simple(said, actions(*_buttons(words, shown, [UNDO[act]])), *rows)


def original(words: Words, one: Relayed) -> Message:
    """Show the whole of a comment as it was written, for one person's eyes."""
    whole = tidy(one.comment.text) or instead_of_text(words, one.comment.attachment)
    pieces = [whole[at : at + TEXT_LIMIT] for at in range(0, len(whole), TEXT_LIMIT)]
    author, post = _author(words, one.comment), _post(words, one)
    said = words("comments-original-of", author=author, post=post)
    quoted = map(quotation, pieces[:ORIGINAL_PIECES])
    return message(f"{said}\n{escape(whole)}", [section(said), *quoted])


def continued(reader: Reader, shown: Relayed) -> Message:
    """Tell who had a thread, and them alone, that somebody writes in it again."""
    words, acts = reader.words, [act for act in _possible(shown) if act != RELEASE]
    said = "\n".join([words("comments-continued"), row(reader, shown)])
    return simple(said, actions(*_buttons(words, shown, acts, primary=CLAIM)))


def _author(words: Words, comment: PageComment) -> str:
    name = title_of(comment.author_name or "", 60)
    return defuse(name) or words("comments-author-unknown")


def _post_title(words: Words, shown: Relayed) -> str:
    return defuse(title_of(shown.place.text, 80)) or words("comments-post-untitled")


def _post(words: Words, shown: Relayed) -> str:
    """Return the post's first line, linked."""
    return link(shown.place.permalink or "", _post_title(words, shown))


def _thread(words: Words, shown: Relayed) -> list[str]:
    """Say under what a reply stands; of what is gone nothing is told."""
    if shown.comment.parent_id is None or is_struck(shown):
        return []
    parent = shown.parent
    if parent is None:
        return [words("comments-thread-unknown")]
    author = words("comments-own-page") if parent.from_page else _author(words, parent)
    text = defuse(title_of(parent.text, 80)) or _text(words, parent)[0]
    return [words("comments-thread", author=author, text=text)]


def is_struck(shown: Relayed) -> bool:
    """Tell whether Slack says no more what the comment said."""
    return shown.gone_at is not None and not GONE_TEXT_SHOWN


def _said(words: Words, shown: Relayed) -> tuple[str, bool]:
    """Return what is shown of a comment's text, not escaped, and whether some was left out."""
    if is_struck(shown):
        return words("comments-gone-text"), False
    return _text(words, shown.comment)


def _short(words: Words, shown: Relayed) -> str:
    """Return the beginning of a comment in one line."""
    said = "" if is_struck(shown) else defuse(title_of(shown.comment.text, 200))
    return said or _said(words, shown)[0]


def _text(words: Words, comment: PageComment) -> tuple[str, bool]:
    """Return a comment's text, not escaped, and whether some of it was left out."""
    if is_blank(comment.text):
        return instead_of_text(words, comment.attachment), False
    lines = tidy(comment.text).splitlines()
    whole = "\n".join(lines)
    short = cut("\n".join(lines[:LINES_SHOWN]), TEXT_SHOWN)
    return short, short != whole


def _facts(reader: Reader, shown: Relayed) -> list[str]:
    """Say what else there is to know of a comment."""
    words, comment = reader.words, shown.comment
    facts = []
    if shown.gone_at and shown.relay.state is not State.GONE:
        facts.append(words("comments-gone", when=reader.when(shown.gone_at, comment)))
    if comment.attachment and not is_blank(comment.text) and not is_struck(shown):
        what = attachment_words(words, comment.attachment)
        facts.append(words("comments-with-attachment", what=what))
    if shown.edited_at:
        facts.append(words("comments-edited", when=reader.when(shown.edited_at, comment)))
    if comment.is_hidden and shown.relay.state is not State.HIDDEN:
        facts.append(words("comments-hidden"))
    if shown.is_masked:
        facts.append(words("comments-masked"))
    return facts


def _open(words: Words, shown: Relayed, *, is_cut: bool) -> list[str]:
    """Return the link to the comment, else to its post, as far as one is known."""
    label = words("comments-read-all" if is_cut else "comments-open-facebook")
    url = shown.comment.permalink or shown.place.permalink
    return [link(url, label)] if url else []


def _possible(shown: Relayed) -> list[str]:
    """Return what is mostly done; all the rest is behind the last button."""
    return [*([JUDGE] if shown.relay.flagged_by else []), *_usual(shown)]


def _usual(shown: Relayed) -> list[str]:
    relay, answer = shown.relay, [ANSWER] if shown.is_answerable else []
    praise = [PASS_ON] if relay.praised_by else []
    if relay.state is State.GONE or (shown.gone_at and not relay.state.is_open):
        return [*praise, MORE]
    if relay.state in (State.HIDDEN, State.REMOVED):
        return [*praise, MORE]
    if not relay.state.is_open:
        is_nobodys = relay.state is State.ANSWERED and relay.closed_by == FACEBOOK
        return [*([WAS_ME] if is_nobodys else []), REOPEN, *praise, MORE]
    return [RELEASE if relay.owner else CLAIM, *answer, HANDLE, *praise, MORE]


def _offered(shown: Relayed) -> list[str]:
    """Return what can be done now, with the original where not all of it is shown."""
    *acts, more = _possible(shown)
    is_less = (shown.is_cut or shown.is_masked) and not is_struck(shown)
    original = [ORIGINAL] if is_less else []
    return [*acts, *original, more]


def _buttons(
    words: Words, shown: Relayed, acts: Sequence[str], *, primary: str | None = None
) -> list[Block]:
    """Return buttons; read aloud, each also says whose comment it is about."""
    author = _author(words, shown.comment)
    labels = [(act, words(LABELS[act])) for act in acts]
    return [
        button(
            label,
            act,
            shown.comment.id,
            primary=act == primary,
            says=words("comments-says", act=label, author=author),
        )
        for act, label in labels
    ]
