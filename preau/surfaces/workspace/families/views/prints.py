"""Forms on paper: blank for whoever takes them away, filled in for the family whose file is open."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from preau.people.counter.printed import HealthLists, PaperForm, write_form
from preau.people.health.enums import Allergen, Meal
from preau.people.households.models import Adult
from preau.people.households.permissions import FAMILIES
from preau.surfaces.shell.request import require
from preau.surfaces.workspace.families.doors import opened, the_town

_LISTS = HealthLists(Allergen.choices, Meal.choices)


@require_GET
def family_prints(request: HttpRequest) -> HttpResponse:
    require(request, FAMILIES, "read")
    return render(request, "workspace/families/prints.html", {"forms": list(PaperForm), "adult": None})


@require_GET
def family_print(request: HttpRequest, name: str) -> HttpResponse:
    require(request, FAMILIES, "read")
    form = _form(name)
    return _pdf(write_form(form, town=the_town(), today=timezone.localdate(), lists=_LISTS), form)


@require_GET
@opened
def family_filled_prints(request: HttpRequest, adult: Adult) -> HttpResponse:
    return render(request, "workspace/families/prints.html", {"forms": list(PaperForm), "adult": adult})


@require_GET
@opened
def family_filled_print(request: HttpRequest, adult: Adult, name: str) -> HttpResponse:
    """The code in the corner opens the file when it is scanned at the counter; it names nobody."""
    form = _form(name)
    address = request.build_absolute_uri(reverse("workspace:family", args=[adult.key]))
    return _pdf(
        write_form(form, town=adult.commune, today=timezone.localdate(), adult=adult, address=address, lists=_LISTS),
        form,
    )


def _form(name: str) -> PaperForm:
    if name not in PaperForm.values:
        raise Http404
    return PaperForm(name)


def _pdf(content: bytes, form: PaperForm) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{form}.pdf"'
    response.headers["Cache-Control"] = "private, no-store"
    return response
