"""Where children live, by area; how people walk."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from preau.people.organisations.models import Commune
from preau.people.smallnumbers.deciding import small_numbers_on
from preau.surfaces.shell.request import actor, hand, require
from preau.surfaces.workspace.areas import page
from preau.surfaces.workspace.areas.forms import PaceForm
from preau.town.areas.actions import PaceTaken, decide_pace
from preau.town.areas.permissions import AREAS
from preau.town.areas.queries import areas_of_kind, kinds_of, paces_of, population_of


@require_safe
def area_page(request: HttpRequest) -> HttpResponse:
    require(request, AREAS, "read")
    commune = _commune()
    present = kinds_of(commune)
    kind = page.chosen_kind(request.GET.get("decoupage", ""), present)
    age = request.GET.get("age", page.MINORS)
    age = age if age in page.ages() else page.MINORS
    small = small_numbers_on(commune, timezone.localdate())
    populations = population_of(commune, areas_of_kind(commune, kind), small)
    listed = page.rows(populations)
    context = {
        "map": page.area_map(commune, populations, age) if populations else None,
        "ages": page.choices(age, kind),
        "kinds": page.kinds(present, kind, age),
        "columns": list(page.ages().values()),
        "rows": listed,
        "totals": page.totals(listed),
        "small": small,
        "has_people": any(each.is_told for each in populations),
        "walks": page.walks(paces_of(commune), timezone.localdate()),
        "may_decide": AREAS.may(actor(request), "decide_pace"),
    }
    return render(request, "workspace/areas/areas.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def pace_addition(request: HttpRequest) -> HttpResponse:
    require(request, AREAS, "decide_pace")
    form = PaceForm(request.POST or None, initial={"valid_from": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        try:
            decide_pace(_commune(), form.pace, hand=hand(request))
        except PaceTaken:
            form.add_error("valid_from", _("Une vitesse est déjà décidée pour cet âge à partir de ce jour."))
        else:
            messages.success(request, _("La vitesse est enregistrée. Les temps de marche en tiennent compte."))
            return redirect("workspace:areas")
    return render(request, "workspace/areas/pace.html", {"form": form}, status=422 if form.is_bound else 200)


def _commune() -> Commune:
    commune = Commune.objects.current()
    if commune is None:
        raise Http404
    return commune
