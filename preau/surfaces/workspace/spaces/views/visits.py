"""Counting visits on a phone, in one look and one send."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from preau.surfaces.shell.request import actor, hand
from preau.surfaces.workspace.spaces.forms import VisitForm
from preau.surfaces.workspace.spaces.views.door import the_space
from preau.town.spaces.counting import as_look, count_visit, remove_visit
from preau.town.spaces.wording import people_words

_SHOWN = 5


@require_http_methods(["GET", "HEAD", "POST"])
def space_visit(request: HttpRequest, slug: str) -> HttpResponse:
    space = the_space(request, slug, "count")
    form = VisitForm(request.POST or None, now=timezone.now())
    if request.method == "POST" and form.is_valid():
        kept = form.cleaned_data
        visit = count_visit(
            space, form.figures, key=kept["key"], day=kept["day"], hour=kept["hour"], hand=hand(request)
        )
        facts = {"people": people_words(as_look(visit).people), "hour": visit.hour}
        messages.success(request, _("Passage de %(hour)d h enregistré : %(people)s.") % facts)
        return redirect("workspace:space_visit", slug)
    mine = space.visits.filter(by=actor(request).user).prefetch_related("cells")[:_SHOWN]
    context = {
        "space": space,
        "site": space.site,
        "form": form,
        "mine": [(visit, as_look(visit)) for visit in mine],
    }
    return render(request, "workspace/spaces/visit.html", context, status=422 if request.method == "POST" else 200)


@require_POST
def space_visit_removal(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One's own counts only."""
    space = the_space(request, slug, "count")
    remove_visit(get_object_or_404(space.visits.filter(by=actor(request).user), pk=pk), hand=hand(request))
    messages.success(request, _("Ce passage est retiré."))
    return redirect("workspace:space_visit", slug)
