"""The desk notes what the inclusion team decided for one child, group by group: never why."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from preau.offer.campaigns.accompanying import BEFORE_THE_DRAW, accompany, asked_by_child, looks_at_it
from preau.offer.campaigns.enums import ApplicationState
from preau.offer.campaigns.errors import WindowClosed, WrongWish
from preau.offer.campaigns.permissions import APPLICATIONS
from preau.people.households.enums import FilePart
from preau.people.households.readings import read_file
from preau.surfaces.shell.access import recording_readings
from preau.surfaces.shell.request import actor, hand, load
from preau.surfaces.workspace.campaigns.doors import the_campaign
from preau.surfaces.workspace.campaigns.forms import AccompanimentForm


@require_http_methods(["GET", "HEAD", "POST"])
def application_accompaniment(request: HttpRequest, slug: str, key: UUID) -> HttpResponse:
    """404 where the rules do not look at it: nothing is noted that serves nothing."""
    campaign = the_campaign(request, slug)
    rows = campaign.applications.exclude(state=ApplicationState.WITHDRAWN).select_related("campaign", "child")
    application = load(request, APPLICATIONS, "accompany", rows, key=key)
    if not looks_at_it(campaign):
        raise Http404
    with recording_readings():
        read_file(application.child, part=FilePart.PLACES, who=actor(request), hand=hand(request))
    asked, noted = list(asked_by_child(application)), list(application.accompanied.select_related("unit__activity"))
    offers = list(dict.fromkeys([*asked, *noted]))
    form = AccompanimentForm(request.POST if request.method == "POST" else None, offers=offers, noted=noted)
    problem = ""
    if request.method == "POST" and form.is_valid():
        try:
            accompany(application, form.chosen, hand=hand(request))
        except WindowClosed:
            problem = _("Les places sont attribuées : l’accompagnement ne peut plus être changé ici.")
        except WrongWish as wrong:
            problem = wrong.sentence
        else:
            messages.success(request, _("C’est noté pour %(name)s.") % {"name": application.child.first_name})
            return redirect("workspace:campaign", campaign.slug)
    context = {
        "campaign": campaign,
        "application": application,
        "form": form,
        "problem": problem,
        "offers": offers,
        "noted": noted,
        "may_change": campaign.state in BEFORE_THE_DRAW,
    }
    response = render(
        request, "workspace/campaigns/accompaniment.html", context, status=422 if problem or form.errors else 200
    )
    response.headers["Cache-Control"] = "private, no-store"
    return response
