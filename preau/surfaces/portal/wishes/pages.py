"""Campaigns of the moment by child; one child's wishes, put in order, sent, changed, withdrawn."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from preau.offer.campaigns.errors import WindowClosed, WrongWish
from preau.offer.campaigns.models import AllocationCampaign, Application
from preau.offer.campaigns.states import RESULTS
from preau.offer.campaigns.wishing import ask_in_name_of, send, withdraw
from preau.people.households.doors import children_for
from preau.people.households.rights import Act
from preau.people.organisations.models import Commune
from preau.surfaces.portal.doors import guardian, load_child, may
from preau.surfaces.portal.enrolments.doors import homes_for
from preau.surfaces.portal.wishes.doors import application_of, asker, blank, load_campaign, named_home, shares_home
from preau.surfaces.shell.request import hand
from preau.surfaces.shell.wishes import Typed, drawing, is_open, keep, kept, typed, window_is_closed


@require_safe
def campaigns(request: HttpRequest) -> HttpResponse:
    """Each campaign with the state of each child's wishes: those that one can still write come first."""
    children = list(children_for(guardian(request), Act.READ, timezone.localdate()))
    rows = list(AllocationCampaign.objects.public().filter(commune=Commune.objects.current())[:20])
    known = Application.objects.filter(campaign__in=rows, child__in=children)
    by_child = {(each.campaign_id, each.child_id): each for each in known}
    told = []
    for row in sorted(rows, key=lambda each: not is_open(each)):
        asked = [(child, by_child.get((row.pk, child.pk))) for child in children]
        has_answers = row.state in RESULTS
        told.append((row, is_open(row), has_answers, [each for each in asked if each[1] or not has_answers]))
    return render(request, "portal/wishes/campaigns.html", {"told": told, "children": children})


@require_http_methods(["GET", "HEAD", "POST"])
def wishes(request: HttpRequest, slug: str, child: UUID) -> HttpResponse:
    """Every button saves: what was added or moved is kept, and the page is drawn again from what is kept."""
    posted = request.method == "POST"
    one = load_child(request, child, Act.REGISTER if posted else Act.READ)
    campaign = load_campaign(slug)
    kept_one = application_of(campaign, one)
    if not posted:
        return _page(request, kept_one or blank(request, campaign, one), kept(kept_one))
    form = typed(request)
    application, problem = keep(request, kept_one or blank(request, campaign, one), form)
    if not problem and (home := named_home(request, one)) is not None:
        try:
            ask_in_name_of(application, home, asked_by=asker(request, one), hand=hand(request))
        except WindowClosed:
            problem = window_is_closed()
    if problem:
        return _page(request, application, form, problem)
    if request.POST.get("do") == "recap":
        return redirect("portal:wishes_sending", campaign.slug, one.key)
    return redirect("portal:wishes", campaign.slug, one.key)


@require_http_methods(["GET", "HEAD", "POST"])
def wishes_sending(request: HttpRequest, slug: str, child: UUID) -> HttpResponse:
    """Everything once more, then one gesture; afterwards, the receipt."""
    posted = request.method == "POST"
    one = load_child(request, child, Act.REGISTER if posted else Act.READ)
    campaign = load_campaign(slug)
    application = application_of(campaign, one)
    if application is None:
        return redirect("portal:wishes", campaign.slug, one.key)
    problem = ""
    if posted:
        try:
            send(application, hand=hand(request))
        except WindowClosed:
            problem = window_is_closed()
        except WrongWish as wrong:
            problem = wrong.sentence
        else:
            messages.success(request, _("Les vœux de %(name)s sont envoyés.") % {"name": one.first_name})
            return redirect("portal:wishes_sending", campaign.slug, one.key)
    context = _context(request, application, kept(application)) | {"problem": problem}
    context["sees_home"] = shares_home(request, application)
    return render(request, "portal/wishes/sending.html", context, status=422 if problem else 200)


@require_POST
def wishes_withdrawal(request: HttpRequest, slug: str, child: UUID) -> HttpResponse:
    """The wishes stay written, and ask for nothing."""
    one, campaign = load_child(request, child, Act.REGISTER), load_campaign(slug)
    application = application_of(campaign, one)
    if application is not None:
        try:
            withdraw(application, hand=hand(request))
        except WindowClosed:
            messages.warning(request, window_is_closed())
        else:
            messages.success(request, _("La demande est retirée. Vous pouvez l’envoyer de nouveau jusqu’à la clôture."))
    return redirect("portal:wishes", campaign.slug, one.key)


def _page(request: HttpRequest, application: Application, form: Typed, problem: str = "") -> HttpResponse:
    if problem and application.pk:  # what was typed replaces what is kept only if it is saved again, knowingly
        form = replace(form, version=application.version)
    context = _context(request, application, form) | {"problem": problem}
    return render(request, "portal/wishes/wishes.html", context, status=422 if problem else 200)


def _context(request: HttpRequest, application: Application, form: Typed) -> dict[str, object]:
    """With the homes that the account may name: prices are those of one's own, never those of the other."""
    child, homes = application.child, homes_for(request, application.child)
    is_ours = application.household in homes
    drawn = drawing(
        application, form, may_write=may(request, child, Act.REGISTER), hand=hand(request), sees_price=is_ours
    )
    there = child.residences.filter(until_on__isnull=True).count()  # type: ignore[attr-defined]
    return drawn | {"homes": homes, "is_ours": is_ours, "has_other_home": there > len(homes)}
