"""Closures: added, corrected, taken back. The sessions of these days follow, and the person is told how many."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from preau.offer.activities.following import follow_closure
from preau.people.organisations.models import Commune
from preau.surfaces.shell.request import hand, load
from preau.surfaces.workspace.calendar.forms import ClosureForm
from preau.surfaces.workspace.forms.fields import see_again
from preau.town.calendar.closing import add_closure, change_closure, remove_closure
from preau.town.calendar.errors import ClosureChanged
from preau.town.calendar.models import Closure
from preau.town.calendar.permissions import CALENDAR
from preau.town.places.models import Site

from .year import open_sites, the_commune


@require_http_methods(["GET", "HEAD", "POST"])
def closure_addition(request: HttpRequest) -> HttpResponse:
    commune = the_commune(request, "edit")
    form = ClosureForm(request.POST or None, sites=open_sites(commune))
    if request.method == "POST" and form.is_valid():
        acts = hand(request)
        with transaction.atomic():
            closure = add_closure(commune, form.facts, hand=acts)
            followed = follow_closure(commune, [closure], hand=acts)
        messages.success(request, _("La fermeture est enregistrée.") + followed_words(followed.total))
        return redirect("workspace:calendar")
    return _show(request, form, None)


@require_http_methods(["GET", "HEAD", "POST"])
def closure_edit(request: HttpRequest, pk: int) -> HttpResponse:
    commune = the_commune(request)
    closure = _closure(request, commune, pk)
    form = ClosureForm(request.POST or None, sites=_choices(commune, closure), closure=closure)
    current = None
    if request.method == "POST" and form.is_valid():
        acts = hand(request)
        try:
            with transaction.atomic():
                changed = change_closure(closure, form.facts, seen_version=form.cleaned_data["seen_version"], hand=acts)
                followed = follow_closure(commune, [closure, changed], hand=acts)
        except ClosureChanged as conflict:
            if conflict.current is None:
                raise Http404 from conflict
            current = conflict.current
            see_again(form, current.version)
        else:
            messages.success(request, _("La fermeture est corrigée.") + followed_words(followed.total))
            return redirect("workspace:calendar")
    return _show(request, form, closure, current)


@require_POST
def closure_removal(request: HttpRequest, pk: int) -> HttpResponse:
    commune = the_commune(request)
    closure = _closure(request, commune, pk)
    acts = hand(request)
    with transaction.atomic():
        remove_closure(closure, hand=acts)
        followed = follow_closure(commune, [closure], hand=acts)
    messages.success(request, _("La fermeture est retirée.") + followed_words(followed.total))
    return redirect("workspace:calendar")


def followed_words(count: int) -> str:
    """What a message says of the sessions that moved, after its own sentence."""
    if not count:
        return ""
    return " " + ngettext("%(count)d séance a suivi.", "%(count)d séances ont suivi.", count) % {"count": count}


def _closure(request: HttpRequest, commune: Commune, pk: int) -> Closure:
    return load(request, CALENDAR, "edit", Closure.objects.filter(commune=commune).select_related("site"), pk=pk)


def _choices(commune: Commune, closure: Closure) -> list[Site]:
    """The places that are open, and the one that was chosen even if it has closed for good since."""
    sites = open_sites(commune)
    return sites if closure.site is None or closure.site in sites else [closure.site, *sites]


def _show(
    request: HttpRequest, form: ClosureForm, closure: Closure | None, current: Closure | None = None
) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "closure": closure, "current": current}
    return render(request, "workspace/calendar/closure.html", context, status=status)
