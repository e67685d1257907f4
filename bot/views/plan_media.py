"""The form *Picture and persons*: what a post shows, who is seen, whether it needs watching."""

from collections.abc import Mapping
from typing import Any

from bot.domain.media import ALT_LIMIT, NOTE_LIMIT, Captions, Kind, Media, Persons
from bot.domain.plan import Post
from bot.locales import Words
from bot.views import plan_photos
from bot.views.blocks import (
    Block,
    button,
    chosen,
    escape,
    field,
    modal,
    option,
    section,
    select,
    text_input,
    values,
)
from bot.views.forms import Origin

OPEN = "post.media"
SAVE = "post.media_save"

KIND, ALT, CAPTIONS, PERSONS, CONSENT, WATCH = (
    "kind", "alt", "captions", "persons", "consent", "watch",
)  # fmt: skip


def open_button(words: Words, post: Post) -> Block:
    """Return the button that opens the form."""
    return button(words("post-media"), OPEN, str(post.id))


def form(words: Words, post: Post, origin: Origin, *, takes_photos: bool = False) -> dict[str, Any]:
    """Return the form as *post* is now; with a field for more pictures where it *takes_photos*."""
    intro = section(words("post-media-intro", title=escape(post.title)))
    labels = (words("post-media-title"), words("plan-save"), words("plan-close"))
    kind, alt, *others = fields(words, post.media)
    own = post.media.kind is Kind.PICTURE and post.media.photos  # each in words of its own
    told = [kind] if own else [kind, alt]
    photos = plan_photos.fields(words, post.media, takes_more=takes_photos)
    blocks = [intro, *told, *photos, *others]
    return modal(SAVE, *labels, blocks, private_metadata=origin.pack())


def fields(words: Words, media: Media) -> list[Block]:
    """Return the fields for what is shown, as *media* is now."""
    alt = text_input("value", media.alt, multiline=True, limit=ALT_LIMIT)
    consent = text_input("value", media.consent, limit=NOTE_LIMIT)
    return [
        field(words("post-kind"), _menu(words, "kind", Kind, media.kind), block_id=KIND),
        field(words("post-alt"), alt, block_id=ALT, hint=words("post-alt-hint"), optional=True),
        field(
            words("post-captions"),
            _menu(words, "captions", Captions, media.captions),
            block_id=CAPTIONS,
        ),
        field(
            words("post-persons"),
            _menu(words, "persons", Persons, media.persons),
            block_id=PERSONS,
            hint=words("post-persons-hint"),
        ),
        field(
            words("post-consent"),
            consent,
            block_id=CONSENT,
            hint=words("post-consent-hint"),
            optional=True,
        ),
        field(
            words("post-watch"),
            tick(words("post-watch-yes"), WATCH, ticked=media.watch),
            block_id=WATCH,
            hint=words("post-watch-hint"),
            optional=True,
        ),
    ]


def read(state: Mapping[str, Any]) -> Media:
    """Read what the submitted form says; raise ValueError where a menu says what none offers."""
    said = values(state)
    return Media(
        kind=Kind(said.get(KIND) or ""),
        alt=said.get(ALT) or "",
        captions=Captions(said.get(CAPTIONS) or ""),
        persons=Persons(said.get(PERSONS) or ""),
        consent=said.get(CONSENT) or "",
        watch=bool(chosen(state, WATCH)),
    )


def tick(label: str, value: str, *, ticked: bool = False) -> Block:
    """Return one box to tick."""
    box = option(label, value)
    element: Block = {"type": "checkboxes", "action_id": "value", "options": [box]}
    return {**element, "initial_options": [box]} if ticked else element


def lines(words: Words, post: Post) -> list[str]:
    """Say what *post* shows in lines of mrkdwn."""
    media = post.media
    shown = words(f"post-kind-{media.kind}")
    if media.kind is Kind.FILM:
        shown = f"{shown} · {words(f'post-captions-{media.captions}')}"
    said = [words("post-shows", shown=shown)]
    if media.alt and media.kind is not Kind.NONE:
        said.append(words("post-alt-said", alt=escape(media.alt)))
    said += plan_photos.lines(words, media)
    if media.persons is not Persons.NONE:
        said.append(words("post-persons-said", persons=words(f"post-persons-{media.persons}")))
    if media.consent:
        said.append(words("post-consent-said", consent=escape(media.consent)))
    if media.watch:
        said.append(words("post-watch-said"))
    return said


def _menu(words: Words, name: str, choices: type[Kind | Captions | Persons], held: str) -> Block:
    options = [option(words(f"post-{name}-{each}"), each) for each in choices]
    return select("value", options, held)
