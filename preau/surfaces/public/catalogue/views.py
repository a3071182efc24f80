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
from .starting import start_from

_ADDRESS = "adresse"


@login_not_required
@require_safe
@vary_on_headers("HX-Request")
def catalogue(request: HttpRequest) -> HttpResponse:
    """The form's empty fields are taken out of the address by a redirect; an address typed becomes a rounded point."""
    town = the_town()
    asked, ignored = read_selection(request.GET)
    typed = " ".join(request.GET.get(_ADDRESS, "").split())[:120]
    problem = ""
    if typed:
        point, problem = start_from(town, typed)
        if point:
            asked, typed = asked.but(near=point, minutes=asked.minutes or _minutes(request)), ""
    if not (problem or ignored or request.htmx) and _is_untidy(request):  # type: ignore[attr-defined]
        return HttpResponseRedirect(_address(asked))
    page = page_of(town, asked, now=timezone.localtime(), ignored=ignored, address=typed, address_error=problem)
    return _answer(request, page)


def _answer(request: HttpRequest, page: Page) -> HttpResponse:
    """A swap gets the same part of the same template, and the address that says it."""
    if not request.htmx:  # type: ignore[attr-defined]
        return render(request, "public/catalogue/catalogue.html", {"page": page, "is_swap": False})
    response = render(request, "public/catalogue/catalogue.html#results", {"page": page, "is_swap": True})
    response.headers["HX-Push-Url"] = _address(page.asked)
    return response


def _is_untidy(request: HttpRequest) -> bool:
    return _ADDRESS in request.GET or any(not value for values in request.GET.lists() for value in values[1])


def _minutes(request: HttpRequest) -> int | None:
    """Without a point, the selection forgets its minutes: here the point comes with them."""
    typed = request.GET.get("minutes", "")
    return int(typed) if typed.isdigit() and 1 <= int(typed) <= 90 else 15


def _address(asked: Selection) -> str:
    query = asked.query_string
    return reverse("public:catalogue") + (f"?{query}" if query else "")


def the_town() -> Commune:
    """404 before the town exists."""
    town = Commune.objects.current()
    if town is None:
        raise Http404
    return town
