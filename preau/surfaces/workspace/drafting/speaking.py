"""For whom a person speaks, and whether they may propose."""

from __future__ import annotations

from django.http import HttpRequest

from preau.people.organisations.models import Organisation
from preau.plan.drafting.permissions import SUGGESTIONS
from preau.plan.structure.models import TerritorialEducationPlan
from preau.surfaces.shell.request import actor


def my_organisation(request: HttpRequest) -> Organisation | None:
    """The first of those that the person holds a role for."""
    return Organisation.objects.filter(pk__in=actor(request).organisations).order_by("pk").first()


def may_propose(request: HttpRequest, plan: TerritorialEducationPlan) -> bool:
    return not plan.is_adopted and SUGGESTIONS.may(actor(request), "propose")
