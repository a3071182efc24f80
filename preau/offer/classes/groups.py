"""What a school says of its classes: they exist, they change, they lived something outside of the catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import IntegrityError, transaction

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.organisations.models import Organisation

from .enums import Provenance
from .errors import GroupChanged, NameTaken
from .models import ClassGroup, GroupRecord


@dataclass(frozen=True, slots=True)
class GroupFacts:
    name: str
    levels: Sequence[str]
    size: int
    follows: ClassGroup | None = None


@dataclass(frozen=True, slots=True)
class Lived:
    """``hours`` are those the class spent, all sessions together."""

    title: str
    domain: str
    pillars: Sequence[str]
    hours: Decimal
    happened_on: date


@transaction.atomic
def open_group(school: Organisation, year: int, facts: GroupFacts, *, hand: Hand) -> ClassGroup:
    """Raises NameTaken."""
    group = _write(ClassGroup(organisation=school, school_year=year), facts)
    record("class.opened", group, by=hand.by_id, now=hand.now, details={"year": year, "size": group.size})
    return group


@transaction.atomic
def change_group(group: ClassGroup, facts: GroupFacts, *, seen_version: int, hand: Hand) -> ClassGroup:
    """Raises NameTaken, GroupChanged."""
    held = ClassGroup.objects.select_for_update(no_key=True).get(pk=group.pk)
    if held.version != seen_version:
        raise GroupChanged(held)
    held.version += 1
    _write(held, facts)
    record("class.changed", held, by=hand.by_id, now=hand.now, details={"version": held.version})
    return held


@transaction.atomic
def declare(group: ClassGroup, lived: Lived, *, hand: Hand) -> GroupRecord:
    """What the school says by itself. It counts for the class, and never goes down to a child."""
    told = GroupRecord.objects.create(
        group=group,
        title=lived.title,
        domain=lived.domain,
        pillars=list(lived.pillars),
        hours=lived.hours,
        happened_on=lived.happened_on,
        provenance=Provenance.SCHOOL,
    )
    record("class.declared", told, by=hand.by_id, now=hand.now, details={"group": group.pk, "hours": str(told.hours)})
    return told


@transaction.atomic
def take_back(told: GroupRecord, *, hand: Hand) -> None:
    """Only what the school declared: what an organiser saw stays. Raises ValueError."""
    if told.provenance != Provenance.SCHOOL:
        raise ValueError("an organiser saw it")
    record("class.declaration_removed", told, by=hand.by_id, now=hand.now, details={"group": told.group_id})
    told.delete()


def _write(group: ClassGroup, facts: GroupFacts) -> ClassGroup:
    group.name, group.levels, group.size, group.follows = facts.name, list(facts.levels), facts.size, facts.follows
    try:
        with transaction.atomic():
            group.save()
    except IntegrityError as refused:
        raise NameTaken from refused
    return group
