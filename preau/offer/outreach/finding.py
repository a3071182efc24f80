"""Whom the town knows in a group, and whom of them it has not seen this school year. No list from elsewhere is crossed:

neither school rolls, nor what another service keeps; only the files that families opened with the town.
"""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from preau.foundation.schoolyears import first_day, last_day, school_year_of
from preau.offer.attendance.enums import CAME
from preau.offer.attendance.models import Attendance
from preau.offer.campaigns.enums import ApplicationState
from preau.offer.campaigns.models import Application
from preau.offer.enrolment.enums import LIVE
from preau.offer.enrolment.models import Enrolment
from preau.people.households.enums import GuardianRights
from preau.people.households.models import Child, FamilyQuotient, Guardian, Residence
from preau.people.organisations.models import Commune

from .groups import Group, Means
from .models import OutreachObjection


def children_of(group: Group, commune: Commune, on: date) -> QuerySet[Child]:
    """Residents of the group, by their main home of that day and the last quotient known of the year."""
    year = school_year_of(on)
    main = Residence.objects.on(on).filter(child=OuterRef("pk")).order_by("-is_main", "-from_on", "-pk")
    known = (
        Child.objects.filter(commune=commune, erased_on__isnull=True, born_on__range=group.born_between(year))
        .annotate(
            home=Subquery(main.values("household")[:1]),
            quarter=Subquery(main.values("household__quarter")[:1]),
            is_here=Subquery(main.values("household__is_resident")[:1]),
        )
        .filter(is_here=True)
    )
    if group.quarter:
        known = known.filter(quarter=group.quarter)
    if not group.means:
        return known
    held = FamilyQuotient.objects.filter(
        household=OuterRef("home"), valid_from__lte=last_day(year), valid_until__gte=first_day(year)
    )
    last = held.order_by("-month", "-recorded_at", "-pk").values("value")[:1]
    told = known.annotate(quotient=Subquery(last))
    bounds = Means(group.means).bounds
    if bounds is None:
        return told.filter(quotient__isnull=True)
    return told.filter(quotient__gte=bounds[0], quotient__lt=bounds[1])


def not_seen(children: QuerySet[Child], on: date) -> QuerySet[Child]:
    """Those who came to nothing since September, who neither hold nor wait for a place, and have sent no wish."""
    year = school_year_of(on)
    came = Attendance.objects.filter(
        child=OuterRef("pk"), state__in=CAME, session__day__range=(first_day(year), last_day(year))
    )
    placed = Enrolment.objects.filter(child=OuterRef("pk"), state__in=LIVE, unit__ends_on__gte=on)
    wished = Application.objects.filter(
        child=OuterRef("pk"), state=ApplicationState.SENT, campaign__closes_at__date__gte=first_day(year)
    )
    return children.filter(~Exists(came), ~Exists(placed), ~Exists(wished))


def who_may_be_called(children: QuerySet[Child], on: date) -> QuerySet[Child]:
    """Without those of whom one guardian objects, nor those whom nobody may register."""
    links = Guardian.objects.on(on).filter(child=OuterRef("pk"), adult__erased_on__isnull=True)
    objects = OutreachObjection.objects.filter(
        withdrawn_at__isnull=True,
        adult__in=Guardian.objects.on(on)
        .filter(child=OuterRef(OuterRef("pk")))
        .exclude(rights=GuardianRights.BLOCKED)
        .values("adult"),
    )
    registers = links.filter(rights__in=[GuardianRights.FULL, GuardianRights.USUAL_ACTS])
    return children.filter(Exists(registers), ~Exists(objects))
