"""The grounds of the town: the list, one of them, its sheet, its poster."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from preau.foundation.schoolyears import first_day, last_day, school_year_of, year_name
from preau.foundation.text.numbers import whole
from preau.surfaces.shell.request import actor, hand, require
from preau.surfaces.workspace.forms.fields import see_again
from preau.surfaces.workspace.spaces.forms import SpaceForm, SpaceSiteForm
from preau.surfaces.workspace.spaces.views.door import grounds, the_space, the_town
from preau.town.places.models import Site
from preau.town.spaces.keeping import SpaceChanged, change_space, open_space, renew_token
from preau.town.spaces.models import OpenSpace
from preau.town.spaces.permissions import SPACES
from preau.town.spaces.poster import spoken, write_poster
from preau.town.spaces.queries import attendance_of, reports_to_answer, spaces, terms_on, years_counted


@require_GET
def space_list(request: HttpRequest) -> HttpResponse:
    require(request, SPACES, "read")
    now = timezone.now()
    found = spaces(now, terms_on(the_town(), timezone.localdate(now))).order_by("site__name")
    may_edit = SPACES.may(actor(request), "edit")
    context = {
        "grounds": grounds(list(found), now),
        "to_answer": reports_to_answer().count() if may_edit else 0,
        "may_edit": may_edit,
        "may_count": SPACES.may(actor(request), "count"),
    }
    return render(request, "workspace/spaces/list.html", context)


@require_GET
def space_page(request: HttpRequest, slug: str) -> HttpResponse:
    space = the_space(request, slug)
    now, today = timezone.now(), timezone.localdate()
    years = years_counted(space) or [school_year_of(today)]
    asked = request.GET.get("annee", "")
    year = whole(asked) if whole(asked) in years else years[0]
    context = {
        "space": space,
        "site": space.site,
        "ground": grounds([space], now)[0],
        "closings": space.closings.filter(lifted_at__isnull=True, ends_at__gt=now),
        "reports": reports_to_answer().filter(space=space) if SPACES.may(actor(request), "edit") else [],
        "seen": attendance_of(space, year),
        "year": year,
        "year_name": year_name(year),
        "is_unfinished": first_day(year) <= today <= last_day(year),
        "years": [(each, year_name(each)) for each in years],
        "gate": spoken(_gate(request, space)),
        "may_edit": SPACES.may(actor(request), "edit", space),
        "may_count": SPACES.may(actor(request), "count", space),
    }
    return render(request, "workspace/spaces/space.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def space_addition(request: HttpRequest) -> HttpResponse:
    require(request, SPACES, "edit")
    sites = Site.objects.filter(commune=the_town(), open_space__isnull=True).order_by("name")
    form = SpaceSiteForm(request.POST or None, sites=list(sites))
    if request.method == "POST" and form.is_valid():
        space = open_space(form.cleaned_data["site"], form.facts, hand=hand(request))
        messages.success(request, _("La fiche est ouverte. Imprimez maintenant le panneau de l’entrée."))
        return redirect("workspace:space", space.site.slug)
    return _form(request, form, None)


@require_http_methods(["GET", "HEAD", "POST"])
def space_edit(request: HttpRequest, slug: str) -> HttpResponse:
    space = the_space(request, slug, "edit")
    form = SpaceForm(request.POST or None, space=space)
    current = None
    if request.method == "POST" and form.is_valid():
        try:
            change_space(space, form.facts, seen_version=form.cleaned_data["seen_version"], hand=hand(request))
        except SpaceChanged as conflict:
            current = conflict.current
            see_again(form, current.version)
        else:
            messages.success(request, _("La fiche est corrigée : les familles la lisent déjà."))
            return redirect("workspace:space", slug)
    return _form(request, form, space, current)


@require_GET
def space_poster(request: HttpRequest, slug: str) -> HttpResponse:
    space = the_space(request, slug)
    response = HttpResponse(write_poster(space, _gate(request, space)), content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="panneau-{space.site.slug}.pdf"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def space_token(request: HttpRequest, slug: str) -> HttpResponse:
    """A stolen or copied poster: its address stops leading anywhere, said before it is done."""
    space = the_space(request, slug, "edit")
    if request.method == "POST":
        renew_token(space, hand=hand(request))
        messages.success(
            request, _("L’ancien panneau ne mène plus nulle part. Imprimez le nouveau et changez-le sur place.")
        )
        return redirect("workspace:space", slug)
    return render(request, "workspace/spaces/token.html", {"space": space, "site": space.site})


def _form(
    request: HttpRequest, form: SpaceForm, space: OpenSpace | None, current: OpenSpace | None = None
) -> HttpResponse:
    context = {"form": form, "space": space, "site": space.site if space else None, "current": current}
    status = 422 if request.method == "POST" else 200
    return render(request, "workspace/spaces/edit.html", context, status=status)


def _gate(request: HttpRequest, space: OpenSpace) -> str:
    return request.build_absolute_uri(reverse("public:gate", args=[space.token]))
