"""What a family reaches of a campaign: those that were announced, and the wishes of its own children."""

from __future__ import annotations

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone

from preau.offer.campaigns.models import AllocationCampaign, Application
from preau.people.households.doors import adult_of, homes_of
from preau.people.households.enums import Channel
from preau.people.households.models import Adult, Child, Household
from preau.people.organisations.models import Commune
from preau.surfaces.portal.doors import guardian
from preau.surfaces.portal.enrolments.doors import homes_for
from preau.surfaces.shell.request import hand


def load_campaign(slug: str) -> AllocationCampaign:
    rows = AllocationCampaign.objects.public().select_related("organisation")
    return get_object_or_404(rows, commune=Commune.objects.current(), slug=slug)


def application_of(campaign: AllocationCampaign, child: Child) -> Application | None:
    rows = campaign.applications.select_related("child", "household", "asked_by")
    return rows.filter(child=child).first()


def shares_home(request: HttpRequest, application: Application) -> bool:
    """Whether the account lives in the home that asked, or is the child's own: facts of a home are read there only."""
    account = guardian(request)
    if application.child.account_id == account.pk:
        return True
    return application.household in homes_of(account, timezone.localdate())


def named_home(request: HttpRequest, child: Child) -> Household | None:
    """One of the homes of the child that the account may name, if the form names one."""
    wanted = request.POST.get("home")
    return next((each for each in homes_for(request, child) if str(each.key) == wanted), None)


def asker(request: HttpRequest, child: Child) -> Adult | None:
    """None for a young person who acts alone."""
    who = hand(request)
    return None if child.account_id == who.by_id else adult_of(who.by)


def blank(request: HttpRequest, campaign: AllocationCampaign, child: Child) -> Application:
    """As it would begin: never written by a page that is only read. The home named, or the main one."""
    home = named_home(request, child) or next(iter(homes_for(request, child)), None)
    return Application(
        campaign=campaign, child=child, household=home, asked_by=asker(request, child), channel=Channel.ONLINE
    )
