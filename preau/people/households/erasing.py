"""Nothing of a person is left: the row stays for what counts it, its names go. The journal named nobody: it stays."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from preau.people.accounts.actions import close_account
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.audit.actions import record
from preau.people.files.actions import discard_file
from preau.people.households.models import (
    Adult,
    Child,
    Consent,
    FamilyQuotient,
    FileReading,
    Guardian,
    Household,
    HouseholdMember,
    Invitation,
    PickupAuthorisation,
    Residence,
    SupportingDocument,
)
from preau.people.notices.models import Digest, DigestChoice, Notice

type Eraser = Callable[[Child | Adult, Hand], object]
"""Another part of the house lets go of what it keeps of somebody, inside the same transaction."""


@transaction.atomic
def erase_family(adult: Adult, *, hand: Hand, also: Collection[Eraser] = ()) -> tuple[int, int]:
    """The adult, the children whom nobody else follows, the homes left empty. Gives how many children and homes went.

    A child whom another guardian follows stays whole: it is that guardian's too. ``also``: what others keep.
    """
    held = Adult.objects.select_for_update(no_key=True).get(pk=adult.pk)
    today = timezone.localdate(hand.now)
    children = [child for child in Child.objects.filter(guardians__adult=held).distinct() if _is_alone(child, held)]
    homes = list(Household.objects.filter(members__adult=held).distinct())
    people: list[Child | Adult] = [*children, held]
    for person in people:
        for eraser in also:
            eraser(person, hand)
    for child in children:
        erase_child(child, hand=hand)
    erase_adult(held, hand=hand)
    empty = [home for home in homes if _is_empty(home, today)]
    for home in empty:
        erase_home(home, hand=hand)
    return len(children), len(empty)


@transaction.atomic
def erase_child(child: Child, *, hand: Hand) -> None:
    """The year of birth stays, for counts by age; the day does not."""
    held = Child.objects.select_for_update(no_key=True).get(pk=child.pk)
    _let_go(SupportingDocument.objects.filter(child=held), hand)
    for model in (Guardian, Residence, PickupAuthorisation, Consent, FileReading, Invitation):
        model._default_manager.filter(child=held).delete()
    held.receipts.all().delete()
    account = held.account
    held.first_name = held.last_name = held.sex = held.level = ""
    held.born_on, held.school, held.account = date(held.born_on.year, 1, 1), None, None
    held.erased_on = timezone.localdate(hand.now)
    held.save()
    _forget_notices(held, f"/{held.key}/")
    if account is not None:
        _close(account, hand)
    record("family.child_erased", held, by=hand.by_id, now=hand.now)


@transaction.atomic
def erase_adult(adult: Adult, *, hand: Hand) -> None:
    held = Adult.objects.select_for_update(no_key=True).get(pk=adult.pk)
    for paper in held.mandates.select_related("signed_paper"):
        if paper.signed_paper is not None:
            discard_file(paper.signed_paper, by=hand.by, now=hand.now)
    held.receipts.all().delete()  # before the mandates that they name
    held.mandates.all().delete()
    held.outside_logins.all().delete()
    Guardian.objects.filter(adult=held).delete()
    HouseholdMember.objects.filter(adult=held).delete()
    Consent.objects.filter(adult=held).delete()
    Invitation.objects.filter(Q(adult=held) | Q(sent_by=held.account, sent_by__isnull=False)).delete()
    account = held.account
    held.first_name = held.last_name = held.email = held.phone = ""
    held.language, held.account = "fr", None
    held.erased_on = timezone.localdate(hand.now)
    held.save()
    _forget_notices(held, f"/{held.key}/")
    if account is not None:
        _close(account, hand)
    record("family.adult_erased", held, by=hand.by_id, now=hand.now)


@transaction.atomic
def erase_home(home: Household, *, hand: Hand) -> None:
    """Where it was goes; that it was in the town stays."""
    held = Household.objects.select_for_update(no_key=True).get(pk=home.pk)
    _let_go(SupportingDocument.objects.filter(household=held), hand)
    FamilyQuotient.objects.filter(household=held).delete()
    Residence.objects.filter(household=held).delete()
    HouseholdMember.objects.filter(household=held).delete()
    held.address = held.postcode = held.city = held.place_key = held.quarter = ""
    held.lon = held.lat = None
    held.erased_on = timezone.localdate(hand.now)
    held.save()
    _forget_notices(held, f"/{held.key}/")
    record("family.home_erased", held, by=hand.by_id, now=hand.now)


def _close(account: User, hand: Hand) -> None:
    close_account(account, by=hand.by, now=hand.now)
    if not account.is_active:
        Digest.objects.filter(user=account).delete()
        DigestChoice.objects.filter(user=account).delete()


def _let_go(documents: QuerySet[SupportingDocument], hand: Hand) -> None:
    for document in documents.select_related("file"):
        file = document.file
        document.delete()
        if file is not None:
            discard_file(file, by=hand.by, now=hand.now)


def _forget_notices(thing: Child | Adult | Household, path: str) -> None:
    """Their titles name people: whoever received them."""
    Notice.objects.filter(Q(subject=f"{thing._meta.label}:{thing.pk}") | Q(path__contains=path)).delete()


def _is_alone(child: Child, adult: Adult) -> bool:
    """Nobody else holds a right over the child; somebody kept away does not count."""
    others = Guardian.objects.filter(child=child, until_on__isnull=True, adult__erased_on__isnull=True)
    return child.erased_on is None and not others.exclude(adult=adult).exclude(rights="blocked").exists()


def _is_empty(home: Household, on: date) -> bool:
    still = Q(until_on__isnull=True) | Q(until_on__gte=on)
    lived_in = home.members.filter(still).exists() or home.residences.filter(still).exists()
    return home.erased_on is None and not lived_in
