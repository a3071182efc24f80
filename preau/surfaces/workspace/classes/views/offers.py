"""What receives classes: the list, one offer with its queue, its terms, and the answer to everybody at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from preau.foundation.schoolyears import school_year_of
from preau.offer.activities.enums import Pillar, SchoolLevel
from preau.offer.activities.models import Activity
from preau.offer.classes.answering import share_out
from preau.offer.classes.errors import OfferChanged, TooManySeated
from preau.offer.classes.models import ClassOffer
from preau.offer.classes.offers import change_offer, open_offer
from preau.offer.classes.permissions import CLASS_OFFERS, CLASSES, WISHES
from preau.offer.classes.queries import offers, places, wishes
from preau.offer.classes.states import SEATED
from preau.people.accounts.enums import Role
from preau.surfaces.shell.choices import Choice
from preau.surfaces.shell.request import actor, hand, load, require
from preau.surfaces.workspace.classes.forms import OfferForm
from preau.surfaces.workspace.forms.fields import see_again

_ASK = ["GET", "HEAD", "POST"]


@require_GET
def offer_list(request: HttpRequest) -> HttpResponse:
    """Filtered by level and pillar: few offers, so that the filter is read in Python."""
    require(request, CLASS_OFFERS, "read")
    today = timezone.localdate()
    asked = {"niveau": request.GET.get("niveau", ""), "pilier": request.GET.get("pilier", "")}
    year = offers().filter(activity__school_year=school_year_of(today))
    every = list(CLASS_OFFERS.rows(actor(request), "read", year))
    shown = [each for each in every if _is_asked(each, asked)]
    context = {
        "offers": shown,
        "count": len(every),
        "levels": _choices(SchoolLevel.choices, "niveau", asked, every),
        "pillars": _choices(Pillar.choices, "pilier", asked, every),
        "today": today,
        "receives": CLASS_OFFERS.may(actor(request), "edit"),
        "openable": _openable(request),
    }
    return render(request, "workspace/classes/offers.html", context)


@require_GET
def offer_page(request: HttpRequest, pk: int) -> HttpResponse:
    offer = the_offer(request, pk)
    who, today = actor(request), timezone.localdate()
    receives = CLASS_OFFERS.may(who, "edit", offer)
    seated = wishes().filter(offer=offer, state__in=SEATED)
    mine = wishes().filter(offer=offer)
    context = {
        "offer": offer,
        "receives": receives,
        "queue": places(offer) if receives else [],
        "seated": list(seated) if receives else [],
        "mine": list(WISHES.rows(who, "edit", mine)),
        "may_ask": CLASSES.may(who, "ask") and offer.opens_on <= today <= offer.closes_on,
        "free": max(0, offer.seats - seated.count()),
        "today": today,
    }
    return render(request, "workspace/classes/offer.html", context)


@require_http_methods(_ASK)
def offer_addition(request: HttpRequest, slug: str) -> HttpResponse:
    require(request, CLASS_OFFERS, "edit")
    activity = _openable(request).filter(slug=slug).first()
    if activity is None:
        raise Http404
    form = OfferForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            offer = open_offer(activity, form.facts, hand=hand(request))
        except OfferChanged as met:
            messages.info(request, _("Quelqu’un a ouvert cet accueil avant vous : le voici."))
            return redirect("workspace:class_offer", met.current.pk)
        messages.success(
            request, _("L’accueil de classes est ouvert. Les écoles le voient dès que l’activité est publiée.")
        )
        return redirect("workspace:class_offer", offer.pk)
    return _form(request, form, activity, None)


@require_http_methods(_ASK)
def offer_edit(request: HttpRequest, pk: int) -> HttpResponse:
    offer = the_offer(request, pk, "edit")
    form = OfferForm(request.POST or None, offer=offer)
    current = None
    if request.method == "POST" and form.is_valid():
        try:
            change_offer(offer, form.facts, seen_version=form.cleaned_data["seen_version"], hand=hand(request))
        except TooManySeated as met:
            words = ngettext(
                "%(n)d classe est déjà acceptée : gardez au moins autant de places.",
                "%(n)d classes sont déjà acceptées : gardez au moins autant de places.",
                met.seated,
            )
            form.add_error("seats", words % {"n": met.seated})
        except OfferChanged as conflict:
            current = conflict.current
            see_again(form, current.version)
        else:
            messages.success(request, _("L’accueil est changé."))
            return redirect("workspace:class_offer", offer.pk)
    return _form(request, form, offer.activity, offer, current)


@require_http_methods(_ASK)
def sharing(request: HttpRequest, pk: int) -> HttpResponse:
    """GET shows who would have a place; POST answers everybody, in that order."""
    offer = the_offer(request, pk, "edit")
    if request.method == "POST":
        accepted, waiting = share_out(offer, hand=hand(request))
        words = {"accepted": len(accepted), "waiting": len(waiting)}
        messages.success(
            request,
            _("Classes acceptées : %(accepted)d ; en file d’attente : %(waiting)d. Chacune est prévenue.") % words,
        )
        return redirect("workspace:class_offer", offer.pk)
    return render(request, "workspace/classes/sharing.html", {"offer": offer, "queue": places(offer)})


def the_offer(request: HttpRequest, pk: int, action: str = "read") -> ClassOffer:
    require(request, CLASS_OFFERS, "read")
    return load(request, CLASS_OFFERS, action, offers(), pk=pk)


def _openable(request: HttpRequest) -> QuerySet[Activity]:
    """Activities for classes that do not say yet how they receive them."""
    year = school_year_of(timezone.localdate())
    found = Activity.objects.filter(school_year=year, class_offer__isnull=True).select_related("organisation")
    who = actor(request)
    if not who.holds(Role.CATALOGUE_AGENT, Role.PLAN_COORDINATOR):
        found = found.filter(organisation__in=_mine(request))
    return found.filter(pk__in=[each.pk for each in found if "class" in each.audiences])


def _mine(request: HttpRequest) -> frozenset[int]:
    parts = actor(request).parts
    return parts.get(Role.PROVIDER, frozenset()) | parts.get(Role.CONTRIBUTOR, frozenset())


def _is_asked(offer: ClassOffer, asked: dict[str, str]) -> bool:
    levels, pillars = offer.activity.levels, offer.activity.pillars
    return (not asked["niveau"] or not levels or asked["niveau"] in levels) and (
        not asked["pilier"] or asked["pilier"] in pillars
    )


def _choices(
    values: Sequence[tuple[str, Any]], name: str, asked: dict[str, str], every: list[ClassOffer]
) -> list[Choice]:
    """Links that keep the other filter, each with how many offers it would show."""
    found = []
    for value, label in [("", _("tous")), *values]:
        said = {**asked, name: value}
        query = urlencode({key: each for key, each in sorted(said.items()) if each})
        found.append(Choice(label, query, sum(_is_asked(each, said) for each in every), asked[name] == value))
    return found


def _form(
    request: HttpRequest,
    form: OfferForm,
    activity: Activity,
    offer: ClassOffer | None,
    current: ClassOffer | None = None,
) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "activity": activity, "offer": offer, "current": current}
    return render(request, "workspace/classes/offer_edit.html", context, status=status)
