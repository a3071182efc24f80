"""What the desk does from a group: towards the counter for a new place; a place given back, or ended for a reason."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from preau.foundation.lifecycle import NotNow
from preau.offer.enrolment.permissions import ENROLMENTS
from preau.offer.enrolment.taking import refuse, release
from preau.surfaces.shell.request import hand, require
from preau.surfaces.workspace.enrolments.doors import the_place, the_unit
from preau.surfaces.workspace.enrolments.forms import RefusalForm
from preau.surfaces.workspace.families.wanted import want


@require_POST
def unit_addition(request: HttpRequest, pk: int) -> HttpResponse:
    """There is one way to act for a family, the counter's: identity, mandate, the family's own verbs, a receipt."""
    unit = the_unit(request, pk)
    require(request, ENROLMENTS, "enter")
    want(request, unit)
    return redirect("workspace:families")


@require_http_methods(["GET", "HEAD", "POST"])
def place_return(request: HttpRequest, pk: int) -> HttpResponse:
    """Gives a place back, when a family asks for it."""
    place = the_place(request, pk, "release")
    if request.method == "POST":
        try:
            release(place, hand=hand(request))
        except NotNow:
            messages.warning(request, _("Cette place a changé entre-temps : rien n’a été fait."))
        else:
            messages.success(request, _("La place est rendue. Elle est proposée à l’enfant suivant."))
        return redirect("workspace:unit", place.unit_id)
    return render(request, "workspace/enrolments/return.html", {"place": place, "unit": place.unit})


@require_http_methods(["GET", "HEAD", "POST"])
def place_refusal(request: HttpRequest, pk: int) -> HttpResponse:
    """Ends a place for one of the published reasons: the family reads it, with what it can do."""
    place = the_place(request, pk, "refuse")
    form = RefusalForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            refuse(place, reason=form.cleaned_data["reason"], hand=hand(request))
        except NotNow:
            messages.warning(request, _("Cette place a changé entre-temps : rien n’a été fait."))
        else:
            messages.success(request, _("C’est fait. Les responsables de l’enfant reçoivent le motif."))
        return redirect("workspace:unit", place.unit_id)
    context = {"place": place, "unit": place.unit, "form": form}
    return render(request, "workspace/enrolments/refusal.html", context, status=422 if form.errors else 200)
