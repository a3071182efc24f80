from __future__ import annotations

from django.http import HttpRequest

from preau.offer.campaigns.models import AllocationCampaign
from preau.offer.campaigns.permissions import CAMPAIGNS
from preau.people.organisations.models import Commune
from preau.surfaces.shell.request import load, require


def the_campaign(request: HttpRequest, slug: str, action: str = "read") -> AllocationCampaign:
    """403 for whoever has no business with campaigns."""
    require(request, CAMPAIGNS, "read")
    rows = AllocationCampaign.objects.filter(commune=Commune.objects.current()).select_related("organisation")
    return load(request, CAMPAIGNS, action, rows, slug=slug)
