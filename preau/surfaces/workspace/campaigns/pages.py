"""How campaigns stand; who stopped half-way is called by a human, once."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from preau.offer.campaigns.accompanying import BEFORE_THE_DRAW, looks_at_it
from preau.offer.campaigns.enums import ApplicationState, CampaignState, OverrideState, RunKind
from preau.offer.campaigns.intake import FIRST_WISHES, by_day
from preau.offer.campaigns.models import AllocationCampaign, Appeal
from preau.offer.campaigns.permissions import APPLICATIONS, CAMPAIGNS
from preau.offer.campaigns.states import RESULTS, WAY, steps_of
from preau.offer.campaigns.wishing import remind
from preau.people.organisations.models import Commune
from preau.people.permissions import Actor
from preau.surfaces.shell.request import actor, hand, require
from preau.surfaces.workspace.campaigns.doors import the_campaign

SENT, DRAFT = Q(applications__state=ApplicationState.SENT), Q(applications__state=ApplicationState.DRAFT)
OPEN_APPEALS = Q(answered_on=None, withdrawn_on=None)
MOST = 200


@require_safe
def campaigns(request: HttpRequest) -> HttpResponse:
    require(request, CAMPAIGNS, "read")
    rows = AllocationCampaign.objects.filter(commune=Commune.objects.current())
    rows = rows.annotate(sent=Count("applications", filter=SENT), drafts=Count("applications", filter=DRAFT))
    rows = rows.order_by("-opens_at", "pk")
    context = {"campaigns": rows[:MOST], "may_edit": CAMPAIGNS.may(actor(request), "edit")}
    return render(request, "workspace/campaigns/campaigns.html", context)


@require_safe
def campaign(request: HttpRequest, slug: str) -> HttpResponse:
    """Numbers for who steers; names of those who stopped half-way for the desk only."""
    found, who = the_campaign(request, slug), actor(request)
    reads = APPLICATIONS.may(who, "remind")
    drafts = found.applications.filter(state=ApplicationState.DRAFT).select_related("child", "asked_by", "reminded_by")
    accompanied = found.applications.exclude(accompanied=None).select_related("child").distinct()
    accompanied = accompanied.prefetch_related("accompanied__unit__activity").order_by("child__last_name", "pk")
    context = {
        "campaign": found,
        "way": [
            (CampaignState(each).label, each == found.state)
            for each in WAY
            if found.second_round or each != CampaignState.SECOND
        ],
        **_steps(found, who),
        "due": Appeal.objects.filter(OPEN_APPEALS, application__campaign=found).count() if reads else 0,
        "to_sign": found.overrides.filter(state=OverrideState.ASKED).count() if reads else 0,
        "days": by_day(found),
        "sent": found.applications.filter(state=ApplicationState.SENT).count(),
        "draft_count": drafts.count(),
        "drafts": drafts[:MOST] if reads else [],
        "reads": reads,
        "notes": reads and looks_at_it(found),
        "may_note": found.state in BEFORE_THE_DRAW,
        "accompanied": accompanied[:MOST] if reads else [],
        "has_answers": found.state in RESULTS,
        "offers": found.offers.select_related("unit__activity").annotate(
            asked=Count("wishes", filter=Q(wishes__application__state=ApplicationState.SENT)), first=FIRST_WISHES
        ),
        "rules": found.priority_rules.all(),
        "trials": found.runs.filter(kind=RunKind.SIMULATION)[:3],
        "second": found.runs.filter(kind=RunKind.SECOND).first(),
        "official": found.runs.filter(kind=RunKind.OFFICIAL).first(),
        "history": found.steps.select_related("by"),
        "may_edit": found.state == CampaignState.PREPARED and CAMPAIGNS.may(who, "edit"),
        "may_try": CAMPAIGNS.may(who, "simulate") and found.state in (CampaignState.OPEN, CampaignState.CLOSED),
    }
    return render(request, "workspace/campaigns/campaign.html", context)


def _steps(campaign: AllocationCampaign, who: Actor) -> dict[str, Any]:
    """Those that may be taken now, those that wait for their instant, and the one that stops everything, apart."""
    now = timezone.now()
    instants = {"open": campaign.opens_at, "close": campaign.closes_at, "second": campaign.answer_until}
    found = [
        each for each in steps_of(campaign.state, has_second=campaign.second_round) if CAMPAIGNS.may(who, each.name)
    ]
    later = [(each, at) for each in found if (at := instants.get(each.name)) is not None and now <= at]
    waits = {each.name for each, _at in later}
    return {
        "steps": [each for each in found if each.name not in waits and each.name != "cancel"],
        "later": later,
        "ends": next((each for each in found if each.name == "cancel"), None),
    }


@require_POST
def application_reminder(request: HttpRequest, slug: str, key: UUID) -> HttpResponse:
    found = the_campaign(request, slug)
    require(request, APPLICATIONS, "remind")
    application = get_object_or_404(found.applications, key=key, state=ApplicationState.DRAFT)
    remind(application, hand=hand(request))
    messages.success(request, _("L’appel est noté."))
    return redirect("workspace:campaign", found.slug)
