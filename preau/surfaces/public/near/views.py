"""Where somebody is, for the time of one answer. Decision 0017: an address is posted, never logged, never stored.

What leaves is a point rounded to about 100 m, in the address of the page that asked.
"""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from preau.foundation.maps import Map, Point
from preau.foundation.maps.nearby import as_text
from preau.people.organisations.models import Commune
from preau.surfaces.public.near.forms import NearForm, near_form
from preau.town.addresses.geocoding import Candidate, locate, suggest
from preau.town.areas.mapping import ground

_SHORTEST = 3


@login_not_required
@sensitive_post_parameters("adresse")
@sensitive_variables("form", "found")
@require_http_methods(["GET", "HEAD", "POST"])
def near(request: HttpRequest) -> HttpResponse:
    """A place that is sure enough goes back to the page that asked; otherwise people choose among candidates."""
    commune = _commune()
    suite = _back(request, request.POST.get("suite") or request.GET.get("suite", ""))
    form = near_form(commune, suite=suite, data=request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _page(request, form, suite, status=422 if form.is_bound else 200)
    if (school := form.school) is not None and school.lon is not None and school.lat is not None:
        return redirect(beside(suite, school.lon, school.lat))
    found = locate(commune, form.cleaned_data["adresse"])
    if found.lon is not None and found.lat is not None:
        return redirect(beside(suite, found.lon, found.lat))
    if not found.candidates:
        form.add_error("adresse", _("Cette adresse n’est pas reconnue dans la ville. Vérifiez la rue et le numéro."))
    return _page(request, form, suite, found.candidates, status=422)


@login_not_required
@sensitive_post_parameters("adresse")
@require_POST
def near_suggestions(request: HttpRequest) -> JsonResponse:
    """Official addresses for what is being typed. Posted, so that no letter of it is in the address of a request."""
    text = request.POST.get("adresse", "")
    found = suggest(_commune(), text) if len(text.strip()) >= _SHORTEST else ()
    response = JsonResponse({"addresses": [each.label for each in found]})
    response.headers["Cache-Control"] = "no-store"
    return response


def beside(path: str, lon: float, lat: float) -> str:
    """The page of ours at ``path``, asked again for what is near the point; its other filters stay."""
    parts = urlsplit(path)
    kept = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name != "pres"]
    return f"{parts.path}?{urlencode([*kept, ('pres', as_text(lon, lat))], safe=',')}"


def _back(request: HttpRequest, path: str) -> str:
    """Only a page of this site, written from its root."""
    is_ours = path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return path if is_ours else reverse("public:home")


def _commune() -> Commune:
    commune = Commune.objects.current()
    if commune is None:
        raise Http404
    return commune


def _page(
    request: HttpRequest, form: NearForm, suite: str, candidates: tuple[Candidate, ...] = (), *, status: int
) -> HttpResponse:
    chosen = [(each.label, beside(suite, each.lon, each.lat)) for each in candidates]
    context = {"form": form, "suite": suite, "candidates": chosen, "map": _map(candidates, chosen)}
    response = render(request, "public/near/near.html", context, status=status)
    response.headers["Cache-Control"] = "no-store"
    return response


def _map(candidates: tuple[Candidate, ...], chosen: list[tuple[str, str]]) -> Map | None:
    """The candidates where they are: people recognise their street at once."""
    drawn = ground(_commune()) if candidates else None
    box = drawn.frame((each.lon, each.lat) for each in candidates) if drawn else None
    if drawn is None or box is None:
        return None
    points = tuple(
        Point(each.lon, each.lat, label, number, url)
        for number, (each, (label, url)) in enumerate(zip(candidates, chosen, strict=True), 1)
    )
    title, text = _("Les adresses possibles"), _("Chaque numéro est une adresse de la liste : choisissez la vôtre.")
    return Map(box, title, text, outlines=drawn.outlines, points=points)
