"""Homes: one opens, moves, takes in a child or an adult, lets them go. The other home never reads the address."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.households.documents import end_documents
from preau.people.households.enums import DocumentKind
from preau.people.households.errors import LastHome
from preau.people.households.hearing import tell_guardians, tell_of_move
from preau.people.households.models import Adult, Child, Household, HouseholdMember, Residence
from preau.people.organisations.models import Commune


@dataclass(frozen=True, slots=True)
class HomeFacts:
    """An address; ``place_key``, degrees and ``quarter`` where the town's register knows it."""

    address: str
    postcode: str
    city: str
    place_key: str = ""
    lon: float | None = None
    lat: float | None = None
    quarter: str = ""
    is_resident: bool = True


@transaction.atomic
def open_home(commune: Commune, facts: HomeFacts, *, hand: Hand) -> Household:
    home = Household.objects.create(commune=commune, created_at=hand.now, **asdict(facts))
    record("home.opened", home, by=hand.by_id, now=hand.now)
    return home


@transaction.atomic
def move(home: Household, facts: HomeFacts, *, hand: Hand) -> Household:
    """Everybody who lives there moves. The proof of the old address stops holding; both guardians hear of it."""
    held = _hold(home)
    for name, value in asdict(facts).items():
        setattr(held, name, value)
    held.version += 1
    held.save()
    end_documents(held, DocumentKind.ADDRESS, hand=hand)
    record("home.moved", held, by=hand.by_id, now=hand.now, details={"resident": held.is_resident})
    tell_of_move(held, hand=hand)
    return held


@transaction.atomic
def settle(adult: Adult, home: Household, *, hand: Hand) -> HouseholdMember:
    """The adult lives there from today. Already there, nothing changes."""
    _hold(home)
    known = HouseholdMember.objects.filter(household=home, adult=adult, until_on__isnull=True).first()
    if known is not None:
        return known
    record("home.joined", home, by=hand.by_id, now=hand.now, details={"adult": adult.pk})
    return HouseholdMember.objects.create(household=home, adult=adult, from_on=timezone.localdate(hand.now))


@transaction.atomic
def leave(adult: Adult, home: Household, *, hand: Hand) -> None:
    """The adult no longer lives there from today."""
    _hold(home)
    there = HouseholdMember.objects.filter(household=home, adult=adult, until_on__isnull=True).first()
    if there is not None:
        record("home.left", home, by=hand.by_id, now=hand.now, details={"adult": adult.pk})
        _end(there, hand)


@transaction.atomic
def lodge(child: Child, home: Household, *, hand: Hand, is_main: bool = False) -> Residence:
    """The child lives there at least some of the time. The first home of a child is the main one."""
    Child.objects.select_for_update(no_key=True).get(pk=child.pk)
    open_ones = Residence.objects.filter(child=child, until_on__isnull=True)
    is_main = is_main or not open_ones.filter(is_main=True).exists()
    if is_main:
        open_ones.exclude(household=home).update(is_main=False)
    known = open_ones.filter(household=home).first()
    if known is not None:
        known.is_main = known.is_main or is_main
        known.save(update_fields=["is_main"])
        return known
    record("home.child_lodged", home, by=hand.by_id, now=hand.now, details={"child": child.pk, "main": is_main})
    there = Residence.objects.create(household=home, child=child, is_main=is_main, from_on=timezone.localdate(hand.now))
    tell_guardians(child, _("Les foyers de %(name)s ont changé"), hand=hand)
    return there


@transaction.atomic
def unlodge(child: Child, home: Household, *, hand: Hand) -> None:
    """The child no longer lives there; the other home becomes the main one. Raises LastHome."""
    Child.objects.select_for_update(no_key=True).get(pk=child.pk)
    open_ones = Residence.objects.filter(child=child, until_on__isnull=True)
    there = open_ones.filter(household=home).first()
    if there is None:
        return
    others = open_ones.exclude(pk=there.pk)
    if not others.exists():
        raise LastHome
    record("home.child_left", home, by=hand.by_id, now=hand.now, details={"child": child.pk})
    was_main = there.is_main
    _end(there, hand)
    if was_main and (other := others.order_by("pk").first()) is not None:
        other.is_main = True
        other.save(update_fields=["is_main"])
    tell_guardians(child, _("Les foyers de %(name)s ont changé"), hand=hand)


def homes_of_child(child: Child, on: date) -> QuerySet[Residence]:
    """The main home first."""
    there = Residence.objects.on(on).filter(child=child, household__erased_on__isnull=True)
    return there.select_related("household").order_by("-is_main", "pk")


def _end(row: HouseholdMember | Residence, hand: Hand) -> None:
    """Until yesterday; a row of today never held a whole day and goes."""
    today = timezone.localdate(hand.now)
    if row.from_on >= today:
        row.delete()
        return
    row.until_on = today - timedelta(days=1)
    row.save(update_fields=["until_on"])


def _hold(home: Household) -> Household:
    return Household.objects.select_for_update(no_key=True).get(pk=home.pk)
