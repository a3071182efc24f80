"""What is only looked at: a child's file, a home, who read."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from preau.offer.activities.enums import SchoolLevel
from preau.people.households.doors import adult_of, children_for, homes_of
from preau.people.households.enums import GuardianRights
from preau.people.households.homes import homes_of_child
from preau.people.households.models import Child, Guardian
from preau.people.households.pickups import authorised_on
from preau.people.households.readings import readings_of
from preau.people.households.rights import Act, alone_from
from preau.surfaces.portal.doors import guardian, load_child, load_home, may
from preau.surfaces.portal.families.papers import papers_shown

_LAST_READINGS = 3


@require_safe
def child(request: HttpRequest, key: UUID) -> HttpResponse:
    """The file: who decides what, where the child lives, papers, who may collect, agreements, who looked."""
    account, today = guardian(request), timezone.localdate()
    child = load_child(request, key, Act.READ)
    mine = set(homes_of(account, today).values_list("pk", flat=True))
    readings = readings_of(child)
    context = {
        "child": child,
        "age": child.age_on(today),
        "level": dict(SchoolLevel.choices).get(child.level, ""),
        "is_mine": child.account_id == account.pk,
        "may_edit": may(request, child, Act.EDIT),
        "may_decide": may(request, child, Act.CONSENT),
        "guardians": guardians_shown(request, child),
        "homes": [(each, each.household_id in mine) for each in homes_of_child(child, today)],
        "papers": papers_shown(account, [child], today),
        "pickups": authorised_on(child, today),
        "readings": readings[:_LAST_READINGS],
        "readings_count": readings.count(),
        "may_have_account": child.account_id is None and child.age_on(today) >= alone_from(today),
        "alone_from": alone_from(today),
    }
    return render(request, "portal/families/child.html", context)


@require_safe
def readings(request: HttpRequest, key: UUID) -> HttpResponse:
    """Everybody of the town who looked at the file in the last twelve months."""
    child = load_child(request, key, Act.READ)
    return render(request, "portal/families/readings.html", {"child": child, "readings": readings_of(child)[:200]})


@require_safe
def home_page(request: HttpRequest, key: UUID) -> HttpResponse:
    today = timezone.localdate()
    home = load_home(request, key)
    there = home.residences.filter(until_on__isnull=True).select_related("child").order_by("child__born_on")
    allowed = set(children_for(guardian(request), Act.READ, today).values_list("pk", flat=True))
    context = {
        "home": home,
        "adults": [each.adult for each in home.members.filter(until_on__isnull=True).select_related("adult")],
        "children": [each for each in there if each.child_id in allowed],
        "papers": [
            each for each in papers_shown(guardian(request), [], today) if each.document.household_id == home.pk
        ],
    }
    return render(request, "portal/families/home.html", context)


def guardians_shown(request: HttpRequest, child: Child) -> list[Guardian]:
    """Those who hold a right today. Who is kept away is named only to those who decide."""
    rows = Guardian.objects.on(timezone.localdate()).filter(child=child).select_related("adult")
    if not may(request, child, Act.CONSENT):
        rows = rows.exclude(rights=GuardianRights.BLOCKED)
    me = adult_of(guardian(request))
    return sorted(rows, key=lambda row: (row.rights == GuardianRights.BLOCKED, row.adult != me, row.pk))
