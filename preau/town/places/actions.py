"""What people do to sites: add one, correct one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from preau.foundation.text.addresses import address_of, first_free
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.audit.actions import record
from preau.people.organisations.models import Commune, Organisation
from preau.town.places.enums import SiteKind
from preau.town.places.models import Site

_NOUNS = ("ajout", "delais", "signalements")


class SiteChanged(Exception):
    """Somebody corrected the site meanwhile. Carries it as it stands; the caller keeps what was typed."""

    def __init__(self, current: Site) -> None:
        super().__init__(f"{current.slug} is at version {current.version}")
        self.current = current


class NameTaken(Exception):
    """Another site of the town has this name."""


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """What a person says of a site. ``school`` and ``care`` are never the same organisation.

    ``lon`` and ``lat`` (WGS84) are both known or both None; ``part_of`` is the building of a room.
    """

    name: str
    kind: SiteKind
    address: str = ""
    school: Organisation | None = None
    care: Organisation | None = None
    lon: float | None = None
    lat: float | None = None
    part_of: Site | None = None
    is_public: bool = True


@dataclass(frozen=True, slots=True)
class Practical:
    """What a family needs before it leaves home."""

    about: str = ""
    phone: str = ""
    website: str = ""
    transport: str = ""
    parking: str = ""


@transaction.atomic
def add_site(commune: Commune, facts: SiteFacts, *, by: User | None, now: datetime, slug: str = "") -> Site:
    """``slug`` proposes the address on the screen, the name does when it is empty. Raises NameTaken."""
    Commune.objects.select_for_update(no_key=True).get(pk=commune.pk)
    site = Site(commune=commune, slug=_free_slug(commune, slug or facts.name))
    _write(site, facts)
    record("site.added", site, by=by.pk if by else None, now=now, details={"slug": site.slug})
    return site


@transaction.atomic
def change_site(site: Site, facts: SiteFacts, *, seen_version: int, by: User | None, now: datetime) -> Site:
    """Its address on the screen (``slug``) stays: links to it stand elsewhere. Raises NameTaken, SiteChanged."""
    held = hold_site(site, seen_version)
    _write(held, facts)
    record("site.changed", held, by=by.pk if by else None, now=now, details={"version": held.version})
    return held


@transaction.atomic
def describe_site(site: Site, told: Practical, *, seen_version: int, hand: Hand) -> Site:
    """Raises SiteChanged."""
    held = hold_site(site, seen_version)
    held.about, held.phone, held.website = told.about, told.phone, told.website
    held.transport, held.parking = told.transport, told.parking
    held.save()
    record("site.described", held, by=hand.by_id, now=hand.now, details={"version": held.version})
    return held


def hold_site(site: Site, seen_version: int) -> Site:
    """The site, held until the transaction ends and one version further; the caller saves it. Raises SiteChanged."""
    held = Site.objects.select_for_update(no_key=True).get(pk=site.pk)
    if held.version != seen_version:
        raise SiteChanged(held)
    held.version += 1
    return held


def _write(site: Site, facts: SiteFacts) -> None:
    if Site.objects.filter(commune=site.commune_id, name__iexact=facts.name).exclude(pk=site.pk).exists():
        raise NameTaken
    site.name, site.kind, site.address = facts.name, facts.kind, facts.address
    site.school, site.care = facts.school, facts.care
    site.lon, site.lat, site.part_of, site.is_public = facts.lon, facts.lat, facts.part_of, facts.is_public
    site.save()


def _free_slug(commune: Commune, name: str) -> str:
    """``les-tilleuls``, ``les-tilleuls-2``; never a noun that the lists of sites keep for themselves."""
    first = address_of(name, longest=70, otherwise="site")
    taken = {*_NOUNS, *Site.objects.filter(commune=commune, slug__startswith=first).values_list("slug", flat=True)}
    return first_free(first, taken)
