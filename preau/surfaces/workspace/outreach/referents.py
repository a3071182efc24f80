"""Whom the administration trusts with lists of names, from when to when."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from preau.offer.outreach.designating import designate, end_designation, may_be_designated
from preau.offer.outreach.errors import WrongReferent
from preau.offer.outreach.models import OutreachReferent
from preau.offer.outreach.permissions import OUTREACH
from preau.surfaces.shell.request import hand, load, require
from preau.surfaces.workspace.outreach.forms import ReferentForm
from preau.surfaces.workspace.outreach.overview import town


@require_http_methods(["GET", "HEAD", "POST"])
def addition(request: HttpRequest) -> HttpResponse:
    require(request, OUTREACH, "designate")
    who, commune = hand(request), town()
    form = ReferentForm(request.POST if request.method == "POST" else None)
    form.fields["person"].queryset = may_be_designated(timezone.localdate(), who.by)  # type: ignore[attr-defined]
    if form.is_bound and form.is_valid():
        kept = form.cleaned_data
        try:
            designate(kept["person"], basis=kept["basis"], ends_on=kept["ends_on"], commune=commune, hand=who)
        except WrongReferent:
            form.add_error("ends_on", _("Ce jour est passé, ou cette personne est déjà désignée."))
        else:
            said = _("%(name)s peut ouvrir des listes d’aller vers, dès aujourd’hui.") % {"name": kept["person"]}
            messages.success(request, said)
            return redirect("workspace:outreach")
    return render(request, "workspace/outreach/referent.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    row = load(request, OUTREACH, "designate", OutreachReferent.objects.on(timezone.localdate()), pk=pk)
    end_designation(row, hand=hand(request))
    messages.success(request, _("La désignation est finie : ses listes sont fermées et les noms effacés."))
    return redirect("workspace:outreach")
