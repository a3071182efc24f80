"""Correcting what is known: the adult, a child, where they live."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from preau.people.counter.enums import Procedure
from preau.people.households.hearing import tell_guardians
from preau.people.households.homes import lodge, move, open_home, settle
from preau.people.households.models import Adult
from preau.people.households.opening import change_adult, change_child
from preau.people.households.rights import Act
from preau.surfaces.shell.request import hand
from preau.surfaces.workspace.families.acting import done, helped_here
from preau.surfaces.workspace.families.doors import child_of, home_of, opened
from preau.surfaces.workspace.families.forms.homes import AddressForm
from preau.surfaces.workspace.families.forms.people import (
    AdultForm,
    ChildForm,
    schools_of,
)


@require_http_methods(["GET", "HEAD", "POST"])
@opened
def family_edit(request: HttpRequest, adult: Adult) -> HttpResponse:
    form = AdultForm(request.POST or None, initial=AdultForm.of(adult))
    if request.method == "POST" and form.is_valid():
        change_adult(adult, form.adult_facts, hand=hand(request))
        line = _("Les coordonnées de %(name)s sont à jour.") % {"name": form.adult_facts.first_name}
        done(request, helped_here(request, adult), Procedure.FAMILY_FILE, [line])
        return redirect("workspace:family", adult.key)
    return _form(request, adult, form, _("Coordonnées de %(name)s") % {"name": adult})


@require_http_methods(["GET", "HEAD", "POST"])
@opened
def family_child_edit(request: HttpRequest, adult: Adult, child: UUID) -> HttpResponse:
    one = child_of(adult, child, Act.EDIT)
    schools = schools_of(adult.commune)
    form = ChildForm(request.POST or None, schools=schools, today=timezone.localdate(), initial=ChildForm.of_child(one))
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            if change_child(one, form.child_facts, hand=hand(request)):
                tell_guardians(one, _("La fiche de %(name)s a été corrigée à l’accueil"), hand=hand(request))
        line = _("La fiche de %(name)s est corrigée.") % {"name": form.child_facts.first_name}
        done(request, helped_here(request, adult), Procedure.FAMILY_FILE, [line], child=one)
        return redirect("workspace:family_child", adult.key, one.key)
    return _form(request, adult, form, _("Fiche de %(name)s") % {"name": one})


@require_http_methods(["GET", "HEAD", "POST"])
@opened
def family_move(request: HttpRequest, adult: Adult, home: UUID) -> HttpResponse:
    held = home_of(adult, home)
    form = AddressForm(request.POST or None, commune=adult.commune, initial=AddressForm.of_home(held))
    if request.method == "POST" and form.is_valid() and form.home_facts is not None:
        move(held, form.home_facts, hand=hand(request))
        line = _("Nouvelle adresse : %(address)s. Un justificatif de domicile sera demandé.") % {
            "address": form.home_facts.address
        }
        done(request, helped_here(request, adult), Procedure.FAMILY_FILE, [line])
        return redirect("workspace:family", adult.key)
    lead = _("Tous ceux qui vivent à cette adresse déménagent ensemble. L’autre foyer d’un enfant n’en saura pas plus.")
    return _form(request, adult, form, _("Nouvelle adresse"), lead)


@require_http_methods(["GET", "HEAD", "POST"])
@opened
def family_home_new(request: HttpRequest, adult: Adult) -> HttpResponse:
    """A second home for the children, or the first of somebody who had none."""
    form = AddressForm(request.POST or None, commune=adult.commune, initial={"city": adult.commune.name})
    if request.method == "POST" and form.is_valid() and form.home_facts is not None:
        with transaction.atomic():
            home = open_home(adult.commune, form.home_facts, hand=hand(request))
            settle(adult, home, hand=hand(request))
            for each in adult.wards.filter(until_on__isnull=True, rights__in=("full", "usual_acts")):  # type: ignore[attr-defined]
                lodge(each.child, home, hand=hand(request))
        line = _("Foyer ajouté : %(address)s.") % {"address": form.home_facts.address}
        done(request, helped_here(request, adult), Procedure.FAMILY_FILE, [line])
        return redirect("workspace:family", adult.key)
    lead = _("Où vit %(name)s. Ses enfants y vivent au moins de temps en temps.") % {"name": adult.first_name}
    return _form(request, adult, form, _("Ajouter un foyer"), lead)


def _form(request: HttpRequest, adult: Adult, form: object, title: str, lead: str = "") -> HttpResponse:
    context = {"adult": adult, "form": form, "title": title, "lead": lead, "button": _("Enregistrer")}
    status = 422 if getattr(form, "errors", None) else 200
    return render(request, "workspace/families/form.html", context, status=status)
