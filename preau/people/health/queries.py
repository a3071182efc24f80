"""Sheets as each reader may read them. A sheet past its term is read by its family only."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from preau.people.health.care import Care, only
from preau.people.health.models import HealthSheet
from preau.people.health.permissions import Reader, parts_for
from preau.people.households.enums import ConsentPurpose, GuardianRights
from preau.people.households.models import Child, Consent, Guardian


def current_sheet(child: Child) -> HealthSheet | None:
    return HealthSheet.objects.current().filter(child=child).first()


def cares_on(children: Iterable[int], day: date, reader: Reader) -> dict[int, Care]:
    """By child, for those whose sheet is valid that day. Three queries; the caller says who may ask for whom."""
    sheets = HealthSheet.objects.valid_on(day).filter(child__in=list(children))
    shared = shared_on([each.child_id for each in sheets], day)
    return {each.child_id: only(each.care, parts_for(reader, is_shared=each.child_id in shared)) for each in sheets}


def shared_on(children: Iterable[int], day: date) -> set[int]:
    """Children for whom somebody who has full authority that day, or the young person, agreed to the sharing."""
    given = Consent.objects.filter(
        child__in=list(children), purpose=ConsentPurpose.CARE_SHARED, withdrawn_at__isnull=True
    ).values_list("child_id", "adult_id")
    holders = set(
        Guardian.objects.on(day)
        .filter(child__in=[child for child, _ in given], rights=GuardianRights.FULL)
        .values_list("child_id", "adult_id")
    )
    return {child for child, adult in given if (child, adult) in holders}
