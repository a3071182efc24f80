"""The catalogue, for anybody: one address says one selection, with or without JavaScript."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from preau.offer.finding.selection import Selection, read_selection
from preau.people.organisations.models import Commune

from .page import Page, page_of


@login_not_required
@require_safe
@vary_on_headers("HX-Request")
def catalogue(request: HttpRequest) -> HttpResponse:
    """The form's empty fields are taken out of the address by a redirect."""
    town = the_town()
    asked, ignored = read_selection(request.GET)
    if not (ignored or request.htmx) and _is_untidy(request):  # type: ignore[attr-defined]
        return HttpResponseRedirect(_address(asked))
    return _answer(request, page_of(town, asked, now=timezone.localtime(), ignored=ignored))


def _answer(request: HttpRequest, page: Page) -> HttpResponse:
    """A swap gets the same part of the same template, and the address that says it."""
    if not request.htmx:  # type: ignore[attr-defined]
        return render(request, "public/catalogue/catalogue.html", {"page": page, "is_swap": False})
    response = render(request, "public/catalogue/catalogue.html#results", {"page": page, "is_swap": True})
    response.headers["HX-Push-Url"] = _address(page.asked)
    return response


def _is_untidy(request: HttpRequest) -> bool:
    return any(not value for _, values in request.GET.lists() for value in values)


def _address(asked: Selection) -> str:
    query = asked.query_string
    return reverse("public:catalogue") + (f"?{query}" if query else "")


def the_town() -> Commune:
    """404 before the town exists."""
    town = Commune.objects.current()
    if town is None:
        raise Http404
    return town
