"""The applications of a campaign, for the desk: found by name, fifty at a time; taken away by somebody who is named."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from preau.offer.campaigns.enums import ApplicationState, CampaignState
from preau.offer.campaigns.listing import Told, cells, headings, look_through, take_away, told, write_list
from preau.offer.campaigns.models import AllocationCampaign
from preau.offer.campaigns.permissions import APPLICATIONS
from preau.offer.campaigns.received import lines_of
from preau.offer.campaigns.states import RESULTS
from preau.surfaces.shell.access import recording_readings
from preau.surfaces.shell.request import actor, hand, require
from preau.surfaces.shell.tables import send_table
from preau.surfaces.workspace.campaigns.applications import as_pdf
from preau.surfaces.workspace.campaigns.doors import the_campaign
from preau.surfaces.workspace.campaigns.filters import Filtered

PER_PAGE = 50


@sensitive_post_parameters("mots")
@sensitive_variables("filtered", "rows")
@require_http_methods(["GET", "HEAD", "POST"])
def campaign_applications(request: HttpRequest, slug: str) -> HttpResponse:
    """What is looked for is posted: no name stands in an address. Each child on the page has a line about it."""
    campaign, filtered = _asked(request, slug, "read")
    page = Paginator(filtered.lines, PER_PAGE).get_page(request.GET.get("page") if not filtered.words else 1)
    rows = told(campaign, list(page.object_list))
    with recording_readings():
        look_through(rows, who=actor(request), hand=hand(request))
    context = {
        "campaign": campaign,
        "filtered": filtered,
        "page": page,
        "rows": rows,
        "has_answers": campaign.state in RESULTS,
        "may_take": APPLICATIONS.may(actor(request), "take"),
        "to_call": _to_call(campaign),
    }
    response = render(request, "workspace/campaigns/applications.html", context)
    response.headers["Cache-Control"] = "private, no-store"
    return response


@sensitive_post_parameters("mots")
@sensitive_variables("rows")
@require_POST
def campaign_applications_table(request: HttpRequest, slug: str) -> HttpResponse:
    """The table of the page, whole: for a spreadsheet."""
    campaign, rows, _about = _taken(request, slug, "csv")
    response = send_table(_("Demandes %(title)s") % {"title": campaign.title}, headings(), map(cells, rows))
    response.headers["Cache-Control"] = "private, no-store"
    return response


@sensitive_post_parameters("mots")
@sensitive_variables("rows")
@require_POST
def campaign_applications_print(request: HttpRequest, slug: str) -> HttpResponse:
    campaign, rows, about = _taken(request, slug, "pdf")
    return as_pdf(write_list(campaign, rows, about=about, hand=hand(request)), f"demandes-{campaign.slug}")


def _asked(request: HttpRequest, slug: str, action: str) -> tuple[AllocationCampaign, Filtered]:
    campaign = the_campaign(request, slug)
    require(request, APPLICATIONS, action)
    words = request.POST.get("mots", "").replace("\0", "")[:120]
    return campaign, Filtered(lines_of(campaign, timezone.localdate()), request.GET, words)


def _taken(request: HttpRequest, slug: str, form: str) -> tuple[AllocationCampaign, list[Told], str]:
    campaign, filtered = _asked(request, slug, "take")
    rows = told(campaign, filtered.lines)
    take_away(campaign, rows, form=form, who=actor(request), hand=hand(request))
    return campaign, rows, filtered.about or _("Toutes les demandes")


def _to_call(campaign: AllocationCampaign) -> int:
    """Families that stopped half-way, whom nobody has called yet, while it still serves."""
    if campaign.state != CampaignState.OPEN:
        return 0
    return campaign.applications.filter(state=ApplicationState.DRAFT, reminded_at=None).count()
