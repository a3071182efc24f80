"""A teacher asks for a class, or corrects the request before the head confirms it."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from preau.foundation.lifecycle import NotNow
from preau.offer.classes.asking import ask, change_wish
from preau.offer.classes.errors import AskedAlready, DoesNotFit
from preau.offer.classes.models import ClassOffer, ClassWish
from preau.offer.classes.permissions import CLASSES
from preau.surfaces.shell.request import actor, hand
from preau.surfaces.workspace.classes.forms import AskForm
from preau.surfaces.workspace.classes.views.offers import the_offer
from preau.surfaces.workspace.classes.views.schools import groups_of
from preau.surfaces.workspace.classes.views.wishes import the_wish

_ASK = ["GET", "HEAD", "POST"]


@require_http_methods(_ASK)
def class_request(request: HttpRequest, pk: int) -> HttpResponse:
    offer = the_offer(request, pk)
    if not CLASSES.may(actor(request), "ask"):
        raise PermissionDenied
    groups = groups_of(request, "ask")
    form = AskForm(request.POST or None, groups=groups, offer=offer)
    if request.method == "POST" and form.is_valid():
        try:
            wish = ask(offer, form.cleaned_data["group"], form.facts, hand=hand(request))
        except AskedAlready as met:
            messages.info(request, _("Cette classe a déjà demandé cette activité : voici sa demande."))
            return redirect("workspace:class_wish", met.wish.pk)
        except DoesNotFit as met:
            _say(form, met)
        else:
            messages.success(request, _("La demande est enregistrée. La direction de l’école doit la confirmer."))
            return redirect("workspace:class_wish", wish.pk)
    return _form(request, form, offer, None, has_groups=bool(groups))


@require_http_methods(_ASK)
def wish_edit(request: HttpRequest, pk: int) -> HttpResponse:
    wish = the_wish(request, pk, "edit")
    form = AskForm(request.POST or None, groups=[], offer=wish.offer, wish=wish)
    if request.method == "POST" and form.is_valid():
        try:
            change_wish(wish, form.facts, hand=hand(request))
        except NotNow:
            messages.info(request, _("La demande a été confirmée : elle ne change plus. Vous pouvez la retirer."))
            return redirect("workspace:class_wish", wish.pk)
        except DoesNotFit as met:
            _say(form, met)
        else:
            messages.success(request, _("La demande est corrigée."))
            return redirect("workspace:class_wish", wish.pk)
    return _form(request, form, wish.offer, wish)


def _say(form: forms.Form, met: DoesNotFit) -> None:
    """At the field that can mend it, else on top."""
    for each in met.misfits:
        form.add_error(each.field if each.field in form.fields else None, each.sentence)


def _form(
    request: HttpRequest, form: AskForm, offer: ClassOffer, wish: ClassWish | None, *, has_groups: bool = True
) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "offer": offer, "wish": wish, "has_groups": has_groups}
    return render(request, "workspace/classes/request.html", context, status=status)
