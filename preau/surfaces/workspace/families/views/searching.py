"""The first page of the counter: nothing is listed until something is asked."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from preau.people.households.enums import DocumentState
from preau.people.households.models import SupportingDocument
from preau.people.households.permissions import FAMILIES
from preau.people.households.searching import search, understood
from preau.surfaces.shell.request import require
from preau.surfaces.workspace.families.acting import acting
from preau.surfaces.workspace.families.doors import the_town
from preau.surfaces.workspace.families.forms.people import SearchForm
from preau.surfaces.workspace.families.wanted import wanted_unit


@sensitive_post_parameters("asked")
@sensitive_variables("text", "answer")
@require_http_methods(["GET", "HEAD", "POST"])
def families(request: HttpRequest) -> HttpResponse:
    """What is asked is posted: no name stands in the address of a page, nor in what a server writes down."""
    require(request, FAMILIES, "read")
    form = SearchForm(request.POST or None)
    answer = None
    if request.method == "POST" and form.is_valid():
        asked = understood(form.cleaned_data["asked"])
        if asked.is_enough:
            answer = search(the_town(), asked, timezone.localdate())
        else:
            form.add_error("asked", form.TOO_VAGUE)
    context = {
        "form": form,
        "answer": answer,
        "helped": acting(request),
        "wanted": wanted_unit(request),
        "to_check": SupportingDocument.objects.filter(state=DocumentState.SENT).count(),
    }
    response = render(request, "workspace/families/search.html", context, status=422 if form.errors else 200)
    response.headers["Cache-Control"] = "private, no-store"
    return response
