"""Named versions of the plan: kept, compared, gone back to, one item at a time."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from preau.foundation.text.differences import word_differences
from preau.plan.structure.comparison import compare
from preau.plan.structure.errors import EditConflict, NoPlace, NotEmpty, PlanAdopted
from preau.plan.structure.models import PlanItem, TerritorialEducationPlan
from preau.plan.structure.replay import snapshot_of
from preau.plan.versions.actions import name_version
from preau.plan.versions.errors import NameTaken, NothingToRestore
from preau.plan.versions.models import PlanVersion
from preau.plan.versions.permissions import VERSIONS
from preau.plan.versions.restoring import Restoring, restore_from, restoring
from preau.surfaces.shell.request import actor, hand, load, require
from preau.surfaces.workspace.forms.fields import SeenForm
from preau.surfaces.workspace.plan.views.plan import current_plan, of_plan, the_plan
from preau.surfaces.workspace.versions.comparing import NOW, ComparisonPage, Sides
from preau.surfaces.workspace.versions.forms import ComparisonForm, VersionForm

PER_PAGE = 10


@require_http_methods(["GET", "HEAD", "POST"])
def version_list(request: HttpRequest) -> HttpResponse:
    """GET shows what was kept; POST keeps the text as it stands."""
    require(request, VERSIONS, "name" if request.method == "POST" else "read")
    plan = current_plan(request)
    if plan is None:
        return render(request, "workspace/plan_empty.html", {"may_import": False})
    form = VersionForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _kept(request, plan, form):
        return redirect(reverse("workspace:versions") + of_plan(request, plan))
    page = Paginator(plan.versions.select_related("made_by"), PER_PAGE).get_page(request.GET.get("page"))
    last = page.object_list[0] if page.number == 1 and page.object_list else None
    context = {
        "plan": plan,
        "of_plan": of_plan(request, plan),
        "form": form,
        "page": page,
        "last": last,
        "since": len(compare(last.snapshot, snapshot_of(plan)).differences) if last else 0,
        "may_name": VERSIONS.may(actor(request), "name"),
    }
    return render(request, "workspace/versions.html", context, status=422 if form.errors else 200)


def _kept(request: HttpRequest, plan: TerritorialEducationPlan, form: VersionForm) -> bool:
    try:
        version = name_version(plan, form.cleaned_data["name"], note=form.cleaned_data["note"], hand=hand(request))
    except NameTaken:
        form.add_error("name", _("Une autre version porte déjà ce nom. Donnez-en un qui la distingue."))
        return False
    messages.success(request, _("« %(name)s » est gardée : son texte ne changera plus.") % {"name": version.name})
    return True


@require_safe
def comparison(request: HttpRequest) -> HttpResponse:
    """Any two states of the plan; the address says which, so that it can be sent to somebody."""
    require(request, VERSIONS, "read")
    plan = the_plan(request)
    sides = Sides(plan)
    form = ComparisonForm(request.GET, sides=sides)
    context: dict[str, Any] = {"plan": plan, "of_plan": of_plan(request, plan), "form": form, "shown": None}
    if form.is_valid():
        left, right = (
            sides.side(form[name].value(), form[f"{name}_le"].value() or "") for name in ("gauche", "droite")
        )
        if left is None or right is None:
            raise Http404
        may_restore = left.version is not None and right.token == NOW and VERSIONS.may(actor(request), "restore")
        context |= {
            "shown": ComparisonPage(left, right, request.GET),
            "restorable": left.version if may_restore and not plan.is_adopted else None,
        }
    return render(request, "workspace/comparison.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def version_restoring(request: HttpRequest, number: int, code: str) -> HttpResponse:
    """One item as the version had it. GET says what will happen; POST does it."""
    plan = the_plan(request)
    version = load(request, VERSIONS, "restore", plan.versions.select_related("plan"), number=number)
    item = plan.items.select_related("plan", "parent", "row", "owner").filter(code=code).first()
    if item is None:
        raise Http404
    form = SeenForm(request.POST if request.method == "POST" else None, initial={"seen_version": item.version})
    problem = ""
    if request.method == "POST" and form.is_valid():
        problem = _restored(request, version, item, form.cleaned_data["seen_version"])
        if not problem:
            return redirect(reverse("workspace:item", args=[item.slug]) + of_plan(request, plan))
        item = plan.items.select_related("plan", "parent", "row", "owner").get(code=code)
    wanted = restoring(version, item)
    context = {
        "plan": plan,
        "of_plan": of_plan(request, plan),
        "version": version,
        "item": item,
        "wanted": wanted,
        "pieces": _pieces(wanted),
        "points": _points(wanted),
        "form": SeenForm(initial={"seen_version": item.version}),
        "problem": problem,
    }
    return render(request, "workspace/version_restoring.html", context, status=422 if problem else 200)


def _restored(request: HttpRequest, version: PlanVersion, item: PlanItem, seen_version: int) -> str:
    """ "" once it is done, else the sentence that says why it is not."""
    names = {"code": item.code, "name": version.name}
    try:
        restored = restore_from(version, item, seen_version=seen_version, hand=hand(request))
    except EditConflict:
        return _("Quelqu’un a modifié %(code)s entre-temps. Relisez ce qui changerait maintenant.") % names
    except NoPlace:
        return (
            _("Ce sous quoi %(code)s se rangeait n’est plus dans le projet. Rétablissez-le d’abord, puis revenez ici.")
            % names
        )
    except NotEmpty:
        return _("%(code)s contient encore des objectifs ou des effets. Déplacez-les ou retirez-les d’abord.") % names
    except NothingToRestore:
        messages.info(request, _("%(code)s dit déjà ce que disait « %(name)s ».") % names)
        return ""
    except PlanAdopted:
        return _("Ce projet est adopté : son texte ne change plus. Le projet suivant partira de lui.")
    if restored.removed_at is not None:
        messages.success(request, _("%(code)s est retiré : « %(name)s » ne le connaissait pas.") % names)
    else:
        messages.success(request, _("%(code)s est rétabli tel qu’il était dans « %(name)s ».") % names)
    return ""


def _pieces(wanted: Restoring) -> Any:
    return word_differences(wanted.now.text, wanted.was.text) if wanted.rewords and wanted.was else []


def _points(wanted: Restoring) -> Any:
    if not wanted.details or wanted.was is None:
        return []
    return word_differences("\n".join(wanted.now.sub_points), "\n".join(wanted.was.sub_points))
