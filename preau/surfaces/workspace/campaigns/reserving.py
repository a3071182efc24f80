"""A campaign before the vote, group by group: seats kept for some children, groups asked for as one, ways of giving."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from preau.offer.campaigns.errors import NotReady, RulesFixed
from preau.offer.campaigns.models import AllocationCampaign, CampaignOffer
from preau.offer.campaigns.reserving import bundle_offers, minutes_of, remove_bundle, set_offer, set_ways
from preau.surfaces.shell.request import hand
from preau.surfaces.workspace.campaigns.doors import the_campaign
from preau.surfaces.workspace.campaigns.forms import BundleForm, ReserveForm, SeatsForm, WaysForm

_BLANKS = 2
"""Empty reserves under those that stand."""


@require_http_methods(["GET", "HEAD", "POST"])
def campaign_offer(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Seats of a group, and those kept for some children; a reserve left empty is none."""
    found = the_campaign(request, slug, "edit")
    rows = found.offers.select_related("unit__activity", "unit__slot", "unit__session__slot")
    offer = get_object_or_404(rows, pk=pk)
    data = request.POST if request.method == "POST" else None
    form = SeatsForm(data, initial={"seats": offer.seats, "beside": offer.beside})
    reserves = _reserve_forms(found, offer, data)
    problems: list[str] = []
    wrong = data is not None and any([bool(each.errors) for each in (form, *reserves)])  # noqa: C419  each says its own
    if data is not None and not wrong:
        try:
            facts = [each.facts for each in reserves if each.facts]
            set_offer(offer, **form.cleaned_data, reserves=facts, hand=hand(request))
        except NotReady as met:
            problems = met.sentences
        except RulesFixed:
            problems = [fixed()]
        else:
            messages.success(request, _("Les places du groupe sont enregistrées."))
            return redirect("workspace:campaign_offers", found.slug)
    context = {"campaign": found, "offer": offer, "form": form, "reserves": reserves, "problems": problems}
    context["minutes"] = minutes_of(offer.unit)
    return render(request, "workspace/campaigns/offer.html", context, status=422 if problems or wrong else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def campaign_bundles(request: HttpRequest, slug: str) -> HttpResponse:
    found = the_campaign(request, slug, "edit")
    offers = {str(each.pk): each for each in found.offers.select_related("unit__activity")}
    choices = [(pk, f"{each.unit.activity.title}, {each.unit.label}") for pk, each in offers.items()]
    form = BundleForm(request.POST if request.method == "POST" else None, choices)
    problems: list[str] = []
    if request.method == "POST" and form.is_valid():
        chosen = [offers[pk] for pk in form.cleaned_data["offers"]]
        try:
            bundle_offers(found, form.cleaned_data["label"], chosen, hand=hand(request))
        except NotReady as met:
            problems = met.sentences
        except RulesFixed:
            problems = [fixed()]
        else:
            messages.success(request, _("Les groupes se demandent ensemble."))
            return redirect("workspace:campaign_bundles", found.slug)
    bundles = found.bundles.prefetch_related("offers__unit__activity")
    context = {"campaign": found, "bundles": bundles, "form": form, "problems": problems, "offers": offers}
    return render(request, "workspace/campaigns/bundles.html", context, status=422 if problems or form.errors else 200)


@require_POST
def campaign_bundle_removal(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    found = the_campaign(request, slug, "edit")
    try:
        remove_bundle(get_object_or_404(found.bundles, pk=pk), hand=hand(request))
    except RulesFixed:
        messages.warning(request, fixed())
    else:
        messages.success(request, _("Les groupes se demandent de nouveau un par un."))
    return redirect("workspace:campaign_bundles", found.slug)


@require_http_methods(["GET", "HEAD", "POST"])
def campaign_ways(request: HttpRequest, slug: str) -> HttpResponse:
    """First activity first, second round, travel between two places, what counts as a low quotient."""
    found = the_campaign(request, slug, "edit")
    initial = {name: getattr(found, name) for name in WaysForm.base_fields}
    form = WaysForm(request.POST if request.method == "POST" else None, initial=initial)
    problems: list[str] = []
    if request.method == "POST" and form.is_valid():
        try:
            set_ways(found, **form.cleaned_data, hand=hand(request))
        except RulesFixed:
            problems = [fixed()]
        else:
            messages.success(request, _("La façon de donner les places est enregistrée."))
            return redirect("workspace:campaign", found.slug)
    context = {"campaign": found, "form": form, "problems": problems}
    return render(request, "workspace/campaigns/ways.html", context, status=422 if problems or form.errors else 200)


def fixed() -> str:
    return _("Les règles sont votées : elles ne changent plus.")


def _reserve_forms(campaign: AllocationCampaign, offer: CampaignOffer, data: object) -> list[ReserveForm]:
    known = list(offer.reserves.all())
    initials = [
        {
            "criterion": each.criterion,
            "seats": each.seats,
            "hours": (each.staff_minutes or 0) / 60 or None,
            "kind": each.kind,
            "order": each.order,
        }
        for each in known
    ]
    rows = [*initials, *({} for _blank in range(_BLANKS))]
    return [ReserveForm(data, campaign=campaign, prefix=f"p{n}", initial=initial) for n, initial in enumerate(rows)]
