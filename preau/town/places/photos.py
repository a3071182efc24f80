"""The photos of a place."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.files.actions import discard_file, store_file
from preau.people.files.enums import PICTURES

from .developing import developed
from .models import Site, SitePhoto


@dataclass(frozen=True, slots=True)
class PhotoFacts:
    """``alternative``: what somebody who does not see the picture is told. ``shows_no_child``: the statement."""

    alternative: str
    credit: str
    licence: str = ""
    shows_no_child: bool = False


@transaction.atomic
def add_photo(site: Site, data: bytes, facts: PhotoFacts, *, hand: Hand) -> SitePhoto:
    """Keeps two developed copies and not what was sent. Raises PhotoRefused."""
    made = developed(data)
    small, large = (
        store_file(written, f"{site.slug}-{size}.jpg", by=hand.by, now=hand.now, kinds=PICTURES)
        for size, written in (("petite", made.small), ("grande", made.large))
    )
    photo = SitePhoto.objects.create(
        site=site,
        small=small,
        large=large,
        width=made.width,
        height=made.height,
        alternative=facts.alternative,
        credit=facts.credit,
        licence=facts.licence,
        shows_no_child=facts.shows_no_child,
        added_by=hand.by,
        added_at=hand.now,
    )
    details = {"slug": site.slug, "no_child_recognisable": facts.shows_no_child}
    record("site.photo_added", photo, by=hand.by_id, now=hand.now, details=details)
    return photo


@transaction.atomic
def retell_photo(photo: SitePhoto, *, alternative: str, credit: str, licence: str, hand: Hand) -> SitePhoto:
    photo.alternative, photo.credit, photo.licence = alternative, credit, licence
    photo.save(update_fields=["alternative", "credit", "licence"])
    record("site.photo_retold", photo, by=hand.by_id, now=hand.now)
    return photo


@transaction.atomic
def remove_photo(photo: SitePhoto, *, hand: Hand) -> None:
    record("site.photo_removed", photo, by=hand.by_id, now=hand.now, details={"slug": photo.site.slug})
    files = (photo.small, photo.large)
    photo.delete()
    for stored in files:
        discard_file(stored, by=hand.by, now=hand.now)
