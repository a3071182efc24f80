"""Photos of places: upright, small, and silent about where and with what they were taken."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.db import IntegrityError, transaction
from PIL import Image

from preau.people.accounts.hand import Hand
from preau.people.files.models import StoredFile
from preau.town.places.developing import LARGE, SMALL, PhotoRefused, developed
from preau.town.places.photos import PhotoFacts, add_photo, remove_photo
from tests.cast import make_person, make_site

GPS, MAKE, ORIENTATION = 0x8825, 0x010F, 0x0112


def picture(size=(2000, 1000), *, kind="JPEG", mode="RGB", exif=None) -> bytes:
    image = Image.new(mode, size, (200, 40, 40) if mode == "RGB" else (200, 40, 40, 0))
    written = BytesIO()
    image.save(written, kind, exif=exif or Image.Exif())
    return written.getvalue()


def told_by_a_phone() -> Image.Exif:
    exif = Image.Exif()
    exif[MAKE] = "Téléphone"
    exif[ORIENTATION] = 6
    exif.get_ifd(GPS)[2] = (48.0, 56.0, 38.4)
    return exif


def test_what_the_camera_wrote_is_gone_and_the_picture_stands_upright():
    sent = picture(exif=told_by_a_phone())
    with Image.open(BytesIO(sent)) as before:
        assert before.getexif().get_ifd(GPS)
    made = developed(sent)
    for data in (made.small, made.large):
        with Image.open(BytesIO(data)) as after:
            assert (after.format, dict(after.getexif())) == ("JPEG", {})
            assert after.height > after.width
            assert b"phone" not in data
            assert not {"exif", "icc_profile", "comment", "xmp"} & set(after.info)
    assert made.height == 2000 * made.width // 1000


def test_two_widths_and_never_larger_than_what_was_sent():
    wide, narrow = developed(picture()), developed(picture((600, 400), kind="PNG"))
    assert [Image.open(BytesIO(data)).width for data in (wide.small, wide.large)] == [SMALL, LARGE]
    assert (narrow.width, narrow.height) == (600, 400)


def test_what_was_transparent_is_paper():
    made = developed(picture((400, 400), kind="PNG", mode="RGBA"))
    assert Image.open(BytesIO(made.large)).getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize(
    "data",
    [b"", b"not a picture", b"\xff\xd8\xff\xe0 cut short", b"GIF89a", picture((200, 200))],
    ids=["empty", "words", "cut", "gif", "too small"],
)
def test_what_cant_be_a_photo_is_refused_in_one_sentence(data):
    with pytest.raises(PhotoRefused) as refused:
        developed(data)
    assert str(refused.value).endswith(".")


def test_a_cut_photo_is_refused():
    with pytest.raises(PhotoRefused):
        developed(picture()[:-2000])


@pytest.mark.django_db
def test_a_photo_needs_its_words_and_the_statement_about_children(now):
    site, hand = make_site(with_hours=False), Hand(make_person("agent"), now)
    for facts in (PhotoFacts("", "Ville", shows_no_child=True), PhotoFacts("Le portail", "Ville")):
        with pytest.raises(IntegrityError), transaction.atomic():
            add_photo(site, picture(), facts, hand=hand)


@pytest.mark.django_db
def test_a_photo_that_goes_takes_its_files_along(now, django_capture_on_commit_callbacks):
    site, hand = make_site(with_hours=False), Hand(make_person("agent"), now)
    photo = add_photo(site, picture(), PhotoFacts("Le portail vert", "Ville", shows_no_child=True), hand=hand)
    assert StoredFile.objects.count() == 2
    assert photo.small.size < photo.large.size
    with django_capture_on_commit_callbacks(execute=True):
        remove_photo(photo, hand=hand)
    assert not StoredFile.objects.exists()
