"""The digest: one calm message in the morning, what is needed first standing first."""

from bot.domain.comments import Relayed
from bot.domain.digest import (
    LISTED_IN_FULL,
    TODAY_IN_FULL,
    UNMARKED_IN_FULL,
    WATCH_IN_FULL,
    Comments,
    Digest,
    Further,
)
from bot.domain.outlets import Slot
from bot.domain.plan import Post, Status
from bot.domain.reuse import Offer
from bot.domain.suggestions import Suggestion
from bot.domain.text import is_blank, title_of
from bot.locales import Words
from bot.locales import format as say
from bot.views import gaps, idea_words, roster, tips, tone, unmarked, urgent, watching
from bot.views.blocks import (
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
    quote,
    section,
)
from bot.views.comments import Reader
from bot.views.discretion import discreet
from bot.views.gaps import PLAN_IDEA
from bot.views.going_out import row_button, state_lines
from bot.views.ideas import PLAN as PLAN_ANY_DAY
from bot.views.plan import CHANGE, Frame, owner_words, runway_line, status_words

TEXT_LIMIT = 600
COMMENT_LIMIT = 80
POST_LIMIT = 40


def render(words: Words, digest: Digest, frame: Frame, *, prefix: str = "") -> Message:
    """Return the digest: today, what was forgotten, comments, how far the plan reaches, gaps."""
    day = say.day_with_week(digest.day, words, today=digest.day)
    title = "digest-title" if digest.is_morning else "digest-title-later"
    blocks: list[Block] = [header(words(title, day=say.sentence(day)))]
    blocks += _own_troubles(words, digest, frame)
    if digest.comments:
        blocks += _urgent(words, digest.comments, frame)
    blocks.append(section(runway_line(words, digest.runway, today=digest.day)))
    blocks += _today(words, digest, frame, prefix)
    blocks += _unmarked(words, digest, frame)
    blocks += _to_watch(words, digest, frame)
    if digest.comments:
        blocks += _comments(words, digest.comments, frame)
    if digest.gaps:
        blocks.append(section(words("digest-gaps")))
    blocks += gaps.rows_to_fill(words, digest.gaps, frame)
    blocks += _further(words, digest.further, frame, prefix)
    blocks += tips.lines(words, digest.tip)
    return message(gaps.spoken(blocks), blocks)


def _own_troubles(words: Words, digest: Digest, frame: Frame) -> list[Block]:
    """Say what is wrong with the bot itself; most days that is nothing."""
    said = [words("digest-late")] if digest.late else []
    if digest.missed:
        day = say.day_long(digest.missed, words, today=digest.day)
        said.append(words("digest-missed", day=day))
    if digest.old_backup:
        local = digest.old_backup.astimezone(frame.zone)
        when = say.day_at(local.date(), local.time(), words, today=digest.day)
        said.append(words("digest-old-backup", when=when))
    return [context(line) for line in said]


def _today(words: Words, digest: Digest, frame: Frame, prefix: str) -> list[Block]:
    if not digest.today:
        return [section(words("digest-nothing")), *_ideas(words, digest, frame, prefix)]
    blocks: list[Block] = []
    for post in digest.today[:TODAY_IN_FULL]:
        blocks += _post(words, post, frame)
    more = len(digest.today) - TODAY_IN_FULL
    if more > 0:
        blocks.append(context(words("digest-more-today", count=more, prefix=prefix)))
    return blocks


def _post(words: Words, post: Post, frame: Frame) -> list[Block]:
    """Return one of today's posts with its text at hand, and the next step."""
    title = escape(post.title)
    said = words(
        "digest-post",
        clock=say.clock(post.at, words),
        title=link(post.link, title) if post.link else title,
        outlet=frame.outlet(post.outlet_id),
        owner=owner_words(words, post.owner, frame.names),
        status=status_words(words, post, frame),
    )
    told = [*watching.lines(words, post, frame), *state_lines(words, post, frame)]
    shown = section("\n".join([said, *told, *_text(words, post)]))
    if not post.is_open:
        return [shown]
    change = button(words("digest-change"), CHANGE, str(post.id))
    advice = tone.asks(words, post) if post.status is Status.DRAFT else []
    out = row_button(words, post, frame)
    return [shown, actions(*out, unmarked.publish_button(words, post), change, *advice)]


def _text(words: Words, post: Post) -> list[str]:
    if not is_blank(post.text):
        return [quote(escape(cut(post.text, TEXT_LIMIT)))]
    return [] if post.status is Status.PUBLISHED else [words("digest-no-text")]


def _to_watch(words: Words, digest: Digest, frame: Frame) -> list[Block]:
    """Return the posts that somebody should keep an eye on while nobody is at work."""
    if not digest.to_watch:
        return []
    rows = [
        block
        for post in digest.to_watch[:WATCH_IN_FULL]
        for block in watching.row(words, post, frame, digest.calm.get(post.id))
    ]
    more = len(digest.to_watch) - WATCH_IN_FULL
    left = [context(words("digest-more-watch", count=more))] if more > 0 else []
    return [section(words("digest-watch")), *rows, *left]


def _unmarked(words: Words, digest: Digest, frame: Frame) -> list[Block]:
    if not digest.unmarked:
        return []
    blocks: list[Block] = [section(words("digest-unmarked"))]
    for post in digest.unmarked[:UNMARKED_IN_FULL]:
        blocks += unmarked.row(words, post, frame)
    more = len(digest.unmarked) - UNMARKED_IN_FULL
    return [*blocks, unmarked.more(words, more)] if more > 0 else blocks


def _further(words: Words, far: Further, frame: Frame, prefix: str) -> list[Block]:
    """Return the gaps far ahead in short: a list of the nearer ones, the rest counted."""
    said = [words("digest-listed")] if far.listed else []
    shown = far.listed[:LISTED_IN_FULL]
    said += [f"• {say.sentence(gaps.named(words, slot, frame).replace('*', ''))}" for slot in shown]
    if more := far.listed[LISTED_IN_FULL:]:
        said.append(words("digest-listed-more", count=len(more), prefix=prefix))
    if far.beyond:
        day = say.day_long(far.beyond[0].day, words, today=frame.today)
        said.append(words("digest-beyond", count=len(far.beyond), day=day))
    return [section("\n".join(said))] if said else []


def _urgent(words: Words, waiting: Comments, frame: Frame) -> list[Block]:
    """Return what is urgent and not judged; no morning passes over it."""
    reader = Reader(words, frame.names, frame.today, frame.zone, frame.discretion)
    return urgent.standing(reader, waiting.urgent, waiting.urgent_count)


def _comments(words: Words, waiting: Comments, frame: Frame) -> list[Block]:
    """Return how many comments wait, with the oldest; and a word when nobody could look."""
    lines = [_comment(words, each, frame) for each in waiting.oldest]
    first = waiting.oldest[0].comment.created_at if waiting.oldest else frame.now
    age = say.ago(frame.now - first, words)
    counted = words("digest-comments", count=waiting.count, age=age)
    watch = [roster.today_line(words, waiting.on_duty, frame.names)] if waiting.on_duty else []
    small = [*watch, *_silence(words, waiting, frame)]
    return [section("\n".join([counted, *lines])), *map(context, small)]


def _comment(words: Words, one: Relayed, frame: Frame) -> str:
    each = discreet(words, frame.discretion, one)
    text = defuse(title_of(each.comment.text, COMMENT_LIMIT)) or "…"
    post = defuse(title_of(each.place.text, POST_LIMIT)) or words("comments-post-untitled")
    shown: dict[str, str | float] = {
        "text": link(each.comment.permalink or "", text),
        "post": post,
        "age": say.ago(frame.now - each.comment.created_at, words),
    }
    if each.relay.owner is None:
        return words("digest-comment", **shown)
    who = owner_words(words, each.relay.owner, frame.names)
    return words("digest-comment-taken", **shown, who=who)


def _silence(words: Words, waiting: Comments, frame: Frame) -> list[str]:
    if waiting.never_read:
        return [words("digest-page-never")]
    if waiting.silent_since is None:
        return []
    local = waiting.silent_since.astimezone(frame.zone)
    when = say.day_at(local.date(), local.time(), words, today=frame.today)
    return [words("digest-page-silent", when=when)]


def _ideas(words: Words, digest: Digest, frame: Frame, prefix: str) -> list[Block]:
    """Return ideas for the next gap, each planned there by one click; without a gap, for any day."""
    if not digest.ideas:
        return [context(words("digest-no-ideas", prefix=prefix))]
    gap = next(iter(digest.gaps), None)
    title = words("digest-ideas-any")
    if gap:
        title = words("digest-ideas", gap=gaps.named(words, gap, frame).replace("*", ""))
    rows = [_idea(words, one, gap, frame, primary=n == 0) for n, one in enumerate(digest.ideas)]
    return [section(title), *rows]


def _idea(words: Words, one: Offer, gap: Slot | None, frame: Frame, *, primary: bool) -> Block:
    act, value = PLAN_IDEA, gaps.offer_value(gap, one) if gap else ""
    if gap is None and isinstance(one, Suggestion):
        act, value = PLAN_ANY_DAY, str(one.idea.id)
    says = words("digest-idea-says", title=cut(gaps.title_of(one), POST_LIMIT))
    plan = button(words("digest-idea-plan"), act, value, primary=primary, says=says)
    return section("\n".join(filter(None, idea_words.lines(words, one, frame))), accessory=plan)
