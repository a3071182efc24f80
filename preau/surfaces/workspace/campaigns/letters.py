"""Letters of a campaign: printed together in the order of a round, then noted as posted."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from preau.offer.campaigns.letters import AT_ONCE, write_letters
from preau.offer.campaigns.models import AllocationCampaign
from preau.offer.campaigns.permissions import APPLICATIONS
from preau.offer.campaigns.posting import Post, post, sheet_of, to_post
from preau.people.households.enums import FilePart
from preau.people.households.readings import read_file
from preau.surfaces.shell.request import actor, hand, require
from preau.surfaces.workspace.campaigns.applications import as_pdf
from preau.surfaces.workspace.campaigns.doors import the_campaign


@require_http_methods(["GET", "HEAD", "POST"])
def campaign_letters(request: HttpRequest, slug: str) -> HttpResponse:
    """The next ones, as many as one document holds; sent back, they are noted as posted."""
    found = _campaign(request, slug)
    waiting = to_post(found, timezone.localdate())
    if request.method == "POST":
        return _note(request, found, _ticked(request, waiting))
    context = {"campaign": found, "posts": waiting[:AT_ONCE], "total": len(waiting), "at_once": AT_ONCE}
    response = render(request, "workspace/campaigns/letters.html", context)
    response.headers["Cache-Control"] = "private, no-store"
    return response


@require_POST
def campaign_letters_print(request: HttpRequest, slug: str) -> HttpResponse:
    """One document for those that are ticked. Each child whose letter is printed has a line about it."""
    found = _campaign(request, slug)
    ticked = _ticked(request, to_post(found, timezone.localdate()))
    if not ticked:
        return _nothing(request, found)
    for child in {each.application.child for each in ticked}:
        read_file(child, part=FilePart.PLACES, who=actor(request), hand=hand(request))
    title = _("Lettres de la campagne « %(title)s »") % {"title": found.title}
    return as_pdf(write_letters([sheet_of(each) for each in ticked], title), f"lettres-{found.slug}")


def _note(request: HttpRequest, campaign: AllocationCampaign, ticked: list[Post]) -> HttpResponse:
    if not ticked:
        return _nothing(request, campaign)
    count = post(campaign, ticked, hand=hand(request))
    said = ngettext("%(count)d lettre notée comme postée.", "%(count)d lettres notées comme postées.", count)
    messages.success(request, said % {"count": count})
    return redirect("workspace:campaign_letters", campaign.slug)


def _nothing(request: HttpRequest, campaign: AllocationCampaign) -> HttpResponse:
    messages.warning(request, _("Aucune des lettres cochées n’est encore à poster."))
    return redirect("workspace:campaign_letters", campaign.slug)


def _ticked(request: HttpRequest, waiting: list[Post]) -> list[Post]:
    wanted = set(request.POST.getlist("letter"))
    return [each for each in waiting if each.key in wanted][:AT_ONCE]


def _campaign(request: HttpRequest, slug: str) -> AllocationCampaign:
    found = the_campaign(request, slug)
    require(request, APPLICATIONS, "post")
    return found
