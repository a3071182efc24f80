from __future__ import annotations

from django.http import HttpRequest

from preau.offer.laboratory.models import RuleStudy
from preau.offer.laboratory.permissions import STUDIES
from preau.people.organisations.models import Commune
from preau.surfaces.shell.request import load, require


def the_study(request: HttpRequest, pk: int, action: str = "read") -> RuleStudy:
    """403 for whoever has no business with studies."""
    require(request, STUDIES, "read")
    rows = RuleStudy.objects.filter(commune=Commune.objects.current()).select_related("campaign", "by", "commune")
    return load(request, STUDIES, action, rows, pk=pk)
