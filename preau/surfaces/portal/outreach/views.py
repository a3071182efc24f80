"""One press each way, for the grown-up who asks: what another parent said is not shown here."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from preau.offer.outreach.objecting import object_to, objects, take_back
from preau.surfaces.portal.doors import my_adult
from preau.surfaces.shell.request import hand


@require_safe
def outreach(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/outreach/outreach.html", {"objects": objects(my_adult(request))})


@require_POST
def objection(request: HttpRequest) -> HttpResponse:
    object_to(my_adult(request), hand=hand(request))
    messages.success(request, _("C’est noté : la ville ne vous appellera pas pour proposer des activités."))
    return redirect("portal:outreach")


@require_POST
def return_(request: HttpRequest) -> HttpResponse:
    take_back(my_adult(request), hand=hand(request))
    messages.success(request, _("C’est noté : la ville peut de nouveau vous appeler pour proposer une activité."))
    return redirect("portal:outreach")
