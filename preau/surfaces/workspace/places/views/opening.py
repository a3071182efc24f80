"""When the door is open: the usual week, and the days that are not like the others."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from preau.foundation.text.numbers import whole
from preau.surfaces.shell.request import hand
from preau.surfaces.workspace.forms.fields import see_again
from preau.surfaces.workspace.places.forms import ChangeForm, DoorForm, DoorLines, door_lines
from preau.surfaces.workspace.places.views.door import answer, the_place
from preau.town.places.actions import SiteChanged
from preau.town.places.hours import add_change, remove_change, timetable_of, write_openings
from preau.town.places.models import Site

BLANK_LINES = 2


@require_http_methods(["GET", "HEAD", "POST"])
def site_opening(request: HttpRequest, slug: str) -> HttpResponse:
    site = the_place(request, slug)
    form = DoorForm(request.POST or None, site=site)
    lines = _lines(request, site)
    asked_more = "plus" in request.POST
    current = None
    if request.method == "POST" and not asked_more and all([form.is_valid(), lines.is_valid()]):
        kept = form.cleaned_data
        try:
            write_openings(
                site,
                lines.openings,
                always=kept["always"],
                on_bank_holidays=kept["on_bank_holidays"],
                seen_version=kept["seen_version"],
                hand=hand(request),
            )
        except SiteChanged as conflict:
            current = conflict.current
            see_again(form, current.version)
        else:
            messages.success(request, _("Les horaires sont enregistrés : les familles les lisent déjà."))
            return redirect("workspace:site_families", site.slug)
    context = {
        "site": site,
        "form": form,
        "lines": lines,
        "current": current,
        "is_checked": request.method == "POST" and not asked_more,
    }
    page = answer(request, "workspace/places/opening.html", context)
    page.status_code = 422 if context["is_checked"] else 200
    return page


@require_http_methods(["GET", "HEAD", "POST"])
def site_change_addition(request: HttpRequest, slug: str) -> HttpResponse:
    site = the_place(request, slug)
    form = ChangeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        add_change(site, form.change, hand=hand(request))
        messages.success(request, _("Ce changement d’horaire est annoncé."))
        return redirect("workspace:site_families", site.slug)
    return answer(request, "workspace/places/change.html", {"site": site, "form": form})


@require_POST
def site_change_removal(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    site = the_place(request, slug)
    remove_change(get_object_or_404(site.opening_changes.select_related("site"), pk=pk), hand=hand(request))
    messages.success(request, _("Ce changement d’horaire est retiré."))
    return redirect("workspace:site_families", site.slug)


def _lines(request: HttpRequest, site: Site) -> DoorLines:
    """``plus`` asks for more empty lines and keeps what was typed."""
    timetable = timetable_of(site)
    if request.method != "POST":
        return door_lines(timetable=timetable, blank=BLANK_LINES)
    data = request.POST.copy()
    if "plus" in data:
        total = data.get("lignes-TOTAL_FORMS", "")
        data["lignes-TOTAL_FORMS"] = str(min(whole(total), 38) + BLANK_LINES)
    return door_lines(data, timetable=timetable)
