"""A campaign before the vote: its dates, its classes of priority, its places."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from preau.offer.campaigns.errors import NotReady, RulesFixed
from preau.offer.campaigns.models import AllocationCampaign
from preau.offer.campaigns.permissions import CAMPAIGNS
from preau.offer.campaigns.preparing import add_offer, prepare_campaign, remove_offer, set_rules
from preau.offer.campaigns.terms import terms_on
from preau.offer.enrolment.models import BookingUnit
from preau.people.accounts.enums import Role
from preau.people.organisations.models import Organisation
from preau.surfaces.shell.request import actor, hand, require
from preau.surfaces.workspace.campaigns.doors import the_campaign
from preau.surfaces.workspace.campaigns.forms import CampaignForm, OfferForm, RuleForm
from preau.surfaces.workspace.campaigns.reserving import fixed


@require_http_methods(["GET", "HEAD", "POST"])
def campaign_addition(request: HttpRequest) -> HttpResponse:
    require(request, CAMPAIGNS, "edit")
    form = CampaignForm(request.POST if request.method == "POST" else None)
    problems: list[str] = []
    if request.method == "POST" and form.is_valid():
        try:
            made = prepare_campaign(_service(request), **form.cleaned_data, hand=hand(request))
        except NotReady as wrong:
            problems = wrong.sentences
        else:
            messages.success(request, _("La campagne est préparée. Ajoutez ses places, puis ses règles."))
            return redirect("workspace:campaign", made.slug)
    context = {"form": form, "problems": problems}
    return render(request, "workspace/campaigns/addition.html", context, status=422 if problems or form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def campaign_rules(request: HttpRequest, slug: str) -> HttpResponse:
    """As many blocks as rules may be, first one first; an empty block is no rule."""
    found = the_campaign(request, slug, "edit")
    known = list(found.priority_rules.all())
    data = request.POST if request.method == "POST" else None
    forms = []
    for number in range(terms_on(found.commune_id, timezone.localdate()).rules):
        rule = known[number] if number < len(known) else None
        initial = {"label": rule.label, "criteria": rule.criteria, "legal_basis": rule.legal_basis} if rule else {}
        forms.append(RuleForm(data, campaign=found, prefix=f"r{number}", initial=initial))
    problems: list[str] = []
    wrong_form = data is not None and any([bool(each.errors) for each in forms])  # noqa: C419  each says its own errors
    if data is not None and not wrong_form:
        try:
            set_rules(found, [facts for each in forms if (facts := each.facts)], hand=hand(request))
        except NotReady as wrong:
            problems = wrong.sentences
        except RulesFixed:
            problems = [fixed()]
        else:
            messages.success(request, _("Les règles sont enregistrées."))
            return redirect("workspace:campaign", found.slug)
    context = {"campaign": found, "forms": forms, "problems": problems}
    return render(request, "workspace/campaigns/rules.html", context, status=422 if problems or wrong_form else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def campaign_offers(request: HttpRequest, slug: str) -> HttpResponse:
    found = the_campaign(request, slug, "edit")
    units = {str(each.pk): each for each in _units(found)}
    choices = [(pk, f"{each.activity.title}, {each.label}") for pk, each in units.items()]
    form = OfferForm(request.POST if request.method == "POST" else None, choices)
    problems: list[str] = []
    if request.method == "POST" and form.is_valid():
        try:
            add_offer(found, units[form.cleaned_data["unit"]], seats=form.cleaned_data["seats"], hand=hand(request))
        except NotReady as wrong:
            problems = wrong.sentences
        except RulesFixed:
            problems = [fixed()]
        else:
            messages.success(request, _("Les places sont ajoutées à la campagne."))
            return redirect("workspace:campaign_offers", found.slug)
    offers = found.offers.select_related("unit__activity").prefetch_related("reserves")
    context = {"campaign": found, "offers": offers, "form": form, "problems": problems, "has_units": bool(units)}
    return render(request, "workspace/campaigns/offers.html", context, status=422 if problems or form.errors else 200)


@require_POST
def campaign_offer_removal(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    found = the_campaign(request, slug, "edit")
    try:
        remove_offer(get_object_or_404(found.offers, pk=pk), hand=hand(request))
    except RulesFixed:
        messages.warning(request, fixed())
    else:
        messages.success(request, _("Le groupe prend de nouveau des inscriptions directes."))
    return redirect("workspace:campaign_offers", found.slug)


def _service(request: HttpRequest) -> Organisation:
    """The service of whoever prepares."""
    mine = actor(request).parts.get(Role.FAMILY_AGENT, frozenset())
    organisation = Organisation.objects.filter(pk__in=mine).order_by("pk").first()
    if organisation is None:
        raise NotReady([_("Votre compte n’est rattaché à aucun service.")])
    return organisation


def _units(campaign: AllocationCampaign) -> list[BookingUnit]:
    rows = BookingUnit.objects.filter(
        activity__commune=campaign.commune, campaign_offer__isnull=True, ends_on__gte=timezone.localdate()
    )
    return list(rows.select_related("activity").order_by("activity__title", "label", "pk")[:300])
