"""The coordination brings two sides together for a school year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.organisations.models import Organisation
from preau.town.places.models import Site

from .enums import Side
from .errors import PairPresent, SideHasWritten
from .models import SitePair


@dataclass(frozen=True, slots=True)
class PairFacts:
    school: Organisation
    care: Organisation
    due_on: date


def usual_due_on(year: int) -> date:
    """What a form proposes: 15 October. Each pair keeps its own day."""
    return date(year, 10, 15)


@transaction.atomic
def open_pair(site: Site, year: int, facts: PairFacts, *, hand: Hand) -> SitePair:
    """Raises PairPresent."""
    Site.objects.select_for_update(no_key=True).get(pk=site.pk)
    if (present := SitePair.objects.filter(site=site, school_year=year).first()) is not None:
        raise PairPresent(present)
    pair = SitePair.objects.create(
        site=site, school_year=year, school=facts.school, care=facts.care, due_on=facts.due_on
    )
    record("pair.opened", pair, by=hand.by_id, now=hand.now, details={"site": site.slug, "year": year})
    return pair


@transaction.atomic
def change_pair(pair: SitePair, facts: PairFacts, *, hand: Hand) -> SitePair:
    """Raises SideHasWritten when an organisation that wrote something would be put out."""
    held = hold_pair(pair)
    for side, organisation in ((Side.SCHOOL, facts.school), (Side.CARE, facts.care)):
        if held.side(side) != organisation and held.summaries.filter(side=side).exists():
            raise SideHasWritten
    held.school, held.care, held.due_on = facts.school, facts.care, facts.due_on
    held.save()
    record("pair.changed", held, by=hand.by_id, now=hand.now, details={"due_on": held.due_on.isoformat()})
    return held


def hold_pair(pair: SitePair) -> SitePair:
    """The pair, locked until the end of the transaction: what two sides do to it happens one after the other."""
    held = SitePair.objects.select_for_update(of=("self",), no_key=True).select_related("site", "school", "care")
    return held.get(pk=pair.pk)
