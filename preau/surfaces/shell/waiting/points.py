"""Open points that wait for the people of an organisation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from preau.people.accounts.enums import Role
from preau.people.accounts.models import Membership, User
from preau.people.notices.waiting import Waiting
from preau.plan.drafting.models import OpenPoint


def entrusted_points(people: Sequence[User], on: date) -> Mapping[int, Sequence[Waiting]]:
    """Open points of the organisations that a person contributes for. Two queries."""
    held = Membership.objects.on(on).filter(user__in=people, role=Role.CONTRIBUTOR)
    members: dict[int, list[int]] = {}
    for organisation, person in held.values_list("organisation_id", "user_id"):
        members.setdefault(organisation, []).append(person)
    points = OpenPoint.objects.filter(
        owner__in=members, settled_at__isnull=True, item__removed_at__isnull=True, plan__discarded_at__isnull=True
    )
    found: dict[int, list[Waiting]] = {}
    for point in points.select_related("item").order_by("due_on", "pk"):
        for person in members[point.owner_id or 0]:
            found.setdefault(person, []).append(_point(point, on))
    return found


def _point(point: OpenPoint, on: date) -> Waiting:
    late = point.due_on is not None and point.due_on < on
    return Waiting(
        title=_("un point ouvert dans %(code)s") % {"code": point.item.code} if point.item else _("un point ouvert"),
        path=reverse("workspace:points") + f"?projet={point.plan_id}&ouvert={point.pk}#point-{point.pk}",
        due_on=point.due_on,
        why=_("en retard") if late else _("confié à votre organisation"),
    )
