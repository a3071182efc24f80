"""From a line of a register to a place of the town: which line speaks of which place, and where they differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast
from urllib.parse import urlsplit

from django.db import transaction
from django.db.models import CharField, QuerySet
from django.utils.translation import gettext as _

from preau.foundation.text.search import folded
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.organisations.models import Commune

from .actions import NameTaken, SiteFacts, add_site, hold_site
from .enums import PlaceRegister, SiteKind
from .likeness import Known, Likeness, likeliest, metres_between
from .models import PlaceRecord, Site

MOVED = 100
"""Metres from which two points of one place are said to differ."""
_KINDS = {PlaceRegister.SPORTS: SiteKind.SPORT, PlaceRegister.SCHOOLS: SiteKind.SCHOOL}
_SECONDARY = frozenset({"college", "lycee", "erea"})
_CORRECTED_AT = {
    PlaceRegister.SCHOOLS: "https://www.education.gouv.fr/annuaire",
    PlaceRegister.SPORTS: "https://equipements.sports.gouv.fr/",
    PlaceRegister.ACCESS: "https://acceslibre.beta.gouv.fr/",
    PlaceRegister.DIGITAL: "https://cartographie.societenumerique.gouv.fr/",
}


class RecordTaken(Exception):
    """Somebody linked the line to another place meanwhile. Carries it."""

    def __init__(self, site: Site) -> None:
        super().__init__(f"linked to {site.slug}")
        self.site = site


@dataclass(frozen=True, slots=True)
class Difference:
    """``name`` is the field of ``Site``, or "point"; ``metres`` says how far the two points are."""

    name: str
    ours: str
    theirs: str
    metres: int | None = None


def unlinked(commune: Commune) -> QuerySet[PlaceRecord]:
    return PlaceRecord.objects.filter(commune=commune, site__isnull=True, gone_on__isnull=True).order_by("name", "pk")


def proposals(records: Sequence[PlaceRecord], sites: Sequence[Site]) -> dict[int, Likeness[Site]]:
    """By record id: the place of the town that each resembles most, where one is worth proposing."""
    known = [Known(site, site.name, site.point) for site in sites]
    found = {each.pk: likeliest(each.name, point_of(each), known) for each in records}
    return {pk: likeness for pk, likeness in found.items() if likeness is not None}


def point_of(line: PlaceRecord) -> tuple[float, float] | None:
    return None if line.lon is None or line.lat is None else (line.lon, line.lat)


def differences(site: Site, line: PlaceRecord) -> list[Difference]:
    """What the register says otherwise than the town. What only one of them says is no contradiction, but is told."""
    pairs = (
        ("name", site.name, line.name),
        ("address", site.address, line.address),
        ("phone", site.phone, line.phone),
        ("website", site.website, _web(line.website)),
    )
    found = [Difference(name, ours, theirs) for name, ours, theirs in pairs if theirs and _bare(ours) != _bare(theirs)]
    there, here = point_of(line), site.point
    if there is not None and (here is None or metres_between(here, there) >= MOVED):
        metres = metres_between(here, there) if here else None
        found.append(Difference("point", _degrees(here), _degrees(there), metres))
    return found


def corrected_at(line: PlaceRecord) -> str:
    """Where the register is corrected: its own page for the line when it gave one."""
    page = str(line.facts.get("url", ""))
    return page if urlsplit(page).scheme == "https" else _CORRECTED_AT[PlaceRegister(line.register)]


@transaction.atomic
def link_record(line: PlaceRecord, site: Site, *, hand: Hand) -> PlaceRecord:
    """« C’est ce lieu »: nothing of the place is overwritten. Raises RecordTaken."""
    held = PlaceRecord.objects.select_for_update(no_key=True, of=("self",)).select_related("site").get(pk=line.pk)
    if held.site is not None and held.site_id != site.pk:
        raise RecordTaken(held.site)
    if held.site_id != site.pk:
        held.site = site
        held.save(update_fields=["site"])
        record("place_record.linked", held, by=hand.by_id, now=hand.now, details={"site": site.slug})
    return held


@transaction.atomic
def unlink_record(line: PlaceRecord, *, hand: Hand) -> None:
    if line.site is None:
        return
    record("place_record.unlinked", line, by=hand.by_id, now=hand.now, details={"site": line.site.slug})
    line.site = None
    line.save(update_fields=["site"])


@transaction.atomic
def site_from_record(line: PlaceRecord, *, hand: Hand) -> Site:
    """« Faire de cette fiche un lieu ». Raises NameTaken, RecordTaken."""
    facts = SiteFacts(line.name[:160], kind_of(line), line.address[:240], lon=line.lon, lat=line.lat)
    site = add_site(line.commune, facts, by=hand.by, now=hand.now)
    link_record(line, site, hand=hand)
    if line.phone or line.website:
        site.phone, site.website = line.phone, _web(line.website)
        site.save(update_fields=["phone", "website"])
    return site


@transaction.atomic
def sites_from_records(lines: Sequence[PlaceRecord], *, hand: Hand) -> tuple[list[Site], list[PlaceRecord]]:
    """Several at once: the places that were made, and the lines whose name another place has already."""
    made: list[Site] = []
    left: list[PlaceRecord] = []
    for line in lines:
        try:
            made.append(site_from_record(line, hand=hand))
        except (NameTaken, RecordTaken):
            left.append(line)
    return made, left


@transaction.atomic
def take_over(site: Site, line: PlaceRecord, name: str, *, seen_version: int, hand: Hand) -> Site:
    """The place takes what the register says of one thing, because somebody asked. Raises NameTaken, SiteChanged."""
    difference = next(each for each in differences(site, line) if each.name == name)
    held = hold_site(site, seen_version)
    if name == "point":
        held.lon, held.lat = line.lon, line.lat
    else:
        if name == "name" and Site.objects.filter(commune=held.commune_id, name__iexact=difference.theirs).exists():
            raise NameTaken
        longest = cast(CharField, Site._meta.get_field(name)).max_length
        setattr(held, name, difference.theirs[:longest])
    held.save()
    details = {"fact": name, "register": line.register, "version": held.version}
    record("site.took_from_register", held, by=hand.by_id, now=hand.now, details=details)
    return held


def kind_of(line: PlaceRecord) -> SiteKind:
    register = PlaceRegister(line.register)
    if register == PlaceRegister.SCHOOLS and _SECONDARY & set(folded(f"{line.kind} {line.name}").split()):
        return SiteKind.SECONDARY
    return _KINDS.get(register, SiteKind.OTHER)


def difference_label(name: str) -> str:
    if name == "point":
        return _("position sur la carte")
    return str(cast(CharField, Site._meta.get_field(name)).verbose_name)


def _degrees(point: tuple[float, float] | None) -> str:
    return f"{point[1]:.5f}, {point[0]:.5f}" if point else ""


def _web(address: str) -> str:
    """Only what a browser may open; registers forget the beginning."""
    address = address.strip()
    if address and "://" not in address:
        address = f"https://{address}"
    return address if urlsplit(address).scheme in ("http", "https") else ""


def _bare(text: str) -> str:
    return "".join(letter for letter in folded(text) if letter.isalnum())
