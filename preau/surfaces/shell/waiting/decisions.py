"""What waits for those who decide: points of the text that only the town can settle, documents under review."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.db.models import Count, Min
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from preau.people.accounts.enums import Role
from preau.people.accounts.models import Membership, User
from preau.people.notices.waiting import Waiting
from preau.plan.drafting.models import OpenPoint
from preau.plan.importing.enums import ImportState
from preau.plan.importing.models import PlanImport


def decisions(people: Sequence[User], on: date) -> Mapping[int, Sequence[Waiting]]:
    """One line for each plan, however many points it has: for the coordination and elected members. Three queries."""
    coordinators, elected = (_holders(people, on, role) for role in (Role.PLAN_COORDINATOR, Role.ELECTED_MEMBER))
    if not coordinators | elected:
        return {}
    points = OpenPoint.objects.open().filter(needs_town_decision=True, plan__discarded_at__isnull=True)
    counted = points.exclude(item__removed_at__isnull=False).order_by("plan")
    found: dict[int, list[Waiting]] = {}
    for plan, title, count, due_on in counted.values_list("plan", "plan__title").annotate(Count("pk"), Min("due_on")):
        words = ngettext("%(n)d point à décider", "%(n)d points à décider", count) % {"n": count}
        paths = {
            reverse("workspace:points") + f"?etat=a-decider&projet={plan}": coordinators,
            reverse("steering:decisions"): elected - coordinators,
        }
        for path, deciders in paths.items():
            for person in deciders:
                found.setdefault(person, []).append(Waiting(words, path, due_on, title))
    return found


def reviews(people: Sequence[User], on: date) -> Mapping[int, Sequence[Waiting]]:
    """Documents that came in and whose reading nobody has finished: for the coordination. Two queries."""
    coordinators = _holders(people, on, Role.PLAN_COORDINATOR)
    if not coordinators:
        return {}
    waiting = PlanImport.objects.filter(state=ImportState.IN_REVIEW).order_by("pk").values_list("pk", "file_name")
    things = [
        Waiting(
            _("la relecture de %(name)s") % {"name": name},
            reverse("workspace:import", args=[pk]),
            None,
            _("rien n’est écrit tant que ce n’est pas confirmé"),
        )
        for pk, name in waiting
    ]
    return dict.fromkeys(coordinators, things) if things else {}


def _holders(people: Sequence[User], on: date, role: Role) -> set[int]:
    return set(Membership.objects.on(on).filter(user__in=people, role=role).values_list("user_id", flat=True))
