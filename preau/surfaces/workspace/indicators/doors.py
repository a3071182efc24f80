from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from preau.observatory.facts.reading import facts_in_use
from preau.observatory.indicators.models import Indicator
from preau.observatory.indicators.permissions import INDICATORS
from preau.observatory.indicators.queries import Known
from preau.plan.structure.models import TerritorialEducationPlan
from preau.surfaces.shell.request import load, require
from preau.surfaces.workspace.plan.views.plan import plans


def the_indicator(request: HttpRequest, pk: int, action: str = "read") -> Indicator:
    """Of a plan that the person works on. 403 for whoever has no business with indicators."""
    require(request, INDICATORS, "read")
    rows: QuerySet[Indicator] = Indicator.objects.filter(plan__in=plans(request))
    related = rows.select_related("plan__commune", "effect__row", "effect__owner", "effect__plan", "carrier")
    return load(request, INDICATORS, action, related, pk=pk)


def known(plan: TerritorialEducationPlan) -> Known:
    return Known(plan, facts_in_use(), timezone.localdate())
