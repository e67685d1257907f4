"""Pictures that go out with a post: what they are, what they need, what follows from a change."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.domain import care, publishing_acts
from bot.domain.media import ALT_LIMIT, AltTooLong, Kind, Media, Persons, Ruling, checked
from bot.domain.media import with_photos as shown
from bot.domain.photos import (
    LARGEST,
    MOST,
    NotAPhoto,
    Photo,
    PhotosAndFilm,
    PhotoTooLarge,
    TooManyPhotos,
    check_added,
    format_of,
)
from bot.domain.plan import Status
from bot.domain.publishing import Fate, Problem, Publishing, fate, pictures
from bot.domain.ready import Need, needs
from tests import make
from tests.make import AMIRA, NOW

ONE = Photo("F1", "vinter.jpg", 1000, "En plogad väg.")
TWO = Photo("F2", "karta.png", 2000)
DECO = Photo("F3", "ram.gif", 10, is_decorative=True)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n\x00", "image/png"),
        (b"GIF87a", "image/gif"),
        (b"GIF89a", "image/gif"),
        (b"RIFF\x24\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"RIFF\x24\x00\x00\x00WAVEfmt ", None),
        (b"<!DOCTYPE html>", None),
        (b"\x89PNG\n\x1a\n", None),
        (b"BM6\x00", None),
        (b"", None),
    ],
    ids=["jpeg", "png", "gif87", "gif89", "webp", "wave", "html", "torn png", "bmp", "empty"],
)
def test_a_picture_is_known_by_its_content(data, kind):
    assert format_of(data) == kind


@pytest.mark.parametrize(
    ("size", "kind", "refusal"),
    [
        (LARGEST, "image/jpeg", None),
        (LARGEST, "", None),
        (LARGEST + 1, "image/png", PhotoTooLarge),
        (10, "application/pdf", NotAPhoto),
    ],
    ids=["as large as may be", "Slack does not know", "too large", "a document"],
)
def test_what_is_added_is_refused_as_early_as_it_is_known(size, kind, refusal):
    if refusal is None:
        check_added("vinter.jpg", size, kind)
        return
    with pytest.raises(refusal):
        check_added("vinter.jpg", size, kind)


def test_who_adds_a_picture_need_not_say_that_there_is_one():
    assert shown(Media(), [], [TWO]) == Media(Kind.PICTURE, photos=(TWO,))


def test_who_says_that_there_is_no_picture_takes_those_from_before_away():
    assert shown(Media(persons=Persons.COLLEAGUE), [ONE, TWO], []) == Media(
        persons=Persons.COLLEAGUE
    )


@pytest.mark.parametrize("kind", [Kind.FILM, Kind.LIVE])
def test_a_film_and_pictures_do_not_go_together(kind):
    with pytest.raises(PhotosAndFilm):
        shown(Media(kind), [ONE], [])
    assert shown(Media(kind), [], []) == Media(kind)


def test_ten_pictures_and_no_more():
    ten = [replace(TWO, file=f"F{number}") for number in range(MOST)]
    assert len(shown(Media(Kind.PICTURE), ten[:4], ten[4:]).photos) == MOST
    with pytest.raises(TooManyPhotos):
        shown(Media(Kind.PICTURE), ten, [ONE])


def test_the_words_for_the_whole_become_those_of_the_first_picture_without_any():
    media = checked(Media(Kind.PICTURE, " Karta över Lillsjö. ", photos=(ONE, TWO)))
    assert media.photos == (ONE, replace(TWO, alt="Karta över Lillsjö."))
    assert media.alt == ""
    assert media.alts == ("En plogad väg.", "Karta över Lillsjö.")


def test_the_reason_of_a_decoration_stays_the_whole_ones():
    media = Media(Kind.DECORATIVE, "Bara en ram.", photos=(TWO,))
    assert checked(media) == media


def test_each_alt_text_has_its_limit():
    with pytest.raises(AltTooLong):
        checked(Media(Kind.PICTURE, photos=(replace(TWO, alt="å" * (ALT_LIMIT + 1)),)))


@pytest.mark.parametrize(
    ("media", "lacks"),
    [
        (Media(Kind.PICTURE, photos=(ONE,)), ()),
        (Media(Kind.PICTURE, photos=(ONE, DECO)), ()),
        (Media(Kind.PICTURE, photos=(ONE, TWO)), (Need.ALT,)),
        (Media(Kind.PICTURE, photos=(ONE, replace(TWO, alt=" \u200b "))), (Need.ALT,)),
        (Media(Kind.DECORATIVE, photos=(TWO,)), (Need.REASON,)),
        (Media(Kind.DECORATIVE, "Bara en ram.", photos=(TWO,)), ()),
    ],
    ids=["said", "said and decorative", "one unsaid", "one blank", "no reason", "decoration"],
)
def test_a_post_is_ready_when_each_picture_is_said_in_words_or_decorates(media, lacks):
    assert needs(make.post(1, date(2026, 11, 27), media=media)) == lacks


def test_what_goes_out_are_the_words_of_what_does_not_decorate():
    media = Media(Kind.PICTURE, photos=(ONE, replace(DECO, alt="Ram")))
    assert [(p.file, p.alt) for p in pictures(media)] == [("F1", ONE.alt), ("F3", "")]
    silent = replace(media, kind=Kind.DECORATIVE)
    assert [p.alt for p in pictures(silent)] == ["", ""]


def test_another_picture_of_a_child_needs_a_new_decision():
    ruling = Ruling(approved=True, note="Samtycke finns.", who=AMIRA)
    media = Media(Kind.PICTURE, photos=(ONE,), persons=Persons.CHILD)
    post = make.post(1, date(2026, 11, 27), media=media, ruling=ruling, status=Status.READY)
    said = replace(media, photos=(replace(ONE, alt="Barn i snö."),))
    assert care.equipped(post, said, now=NOW).ruling == ruling
    other = replace(media, photos=(replace(ONE, file="F9"),))
    after = care.equipped(post, other, now=NOW)
    assert (after.ruling, after.status) == (None, Status.DRAFT)


def decided(post, former=None):
    usual = {"link": None, "who": AMIRA, "is_planned": False, "now": NOW, "zone": UTC}
    return publishing_acts.decided(post, former, **usual)


POST = make.post(
    1, date(2026, 11, 27), status=Status.READY, media=Media(Kind.PICTURE, photos=(ONE, DECO))
)


@pytest.mark.parametrize(
    ("photos", "follows"),
    [
        ((ONE, DECO), Fate.FOLLOW),
        ((replace(ONE, name="annat namn.jpg"), DECO), Fate.DROP),
        ((replace(ONE, alt="En väg."), DECO), Fate.DROP),
        ((DECO, ONE), Fate.DROP),
        ((ONE,), Fate.DROP),
        ((ONE, DECO, TWO), Fate.DROP),
    ],
    ids=["the same", "another name", "other words", "another order", "one less", "one more"],
)
def test_other_pictures_do_not_go_out_unseen(photos, follows):
    publication = replace(
        decided(POST), pictures=tuple(replace(p, page_photo_id="7") for p in pictures(POST.media))
    )
    after = replace(POST, revision=2, media=replace(POST.media, photos=photos))
    assert fate(publication, after) is follows


def test_what_has_begun_is_taken_up_again_only_with_the_same_pictures():
    begun = replace(
        decided(POST),
        tried_at=datetime(2026, 11, 24, 7, tzinfo=UTC),
        problem=Problem.NOWHERE,
        pictures=tuple(replace(p, page_photo_id="7") for p in pictures(POST.media)),
    )
    again = decided(POST, begun)
    assert again.tried_at == begun.tried_at
    assert again.pictures == pictures(POST.media)  # those of an hour ago may have vanished
    other = replace(POST, media=Media(Kind.PICTURE, photos=(ONE,)))
    assert decided(other, begun).tried_at is None


@pytest.mark.parametrize("kind", [Kind.FILM, Kind.LIVE])
def test_a_film_is_published_by_hand(kind):
    post = replace(POST, media=Media(kind))
    with pytest.raises(publishing_acts.FilmByHand):
        publishing_acts.check_fit(post, Publishing(is_on=True, outlet_id=1))
