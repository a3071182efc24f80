"""Open points: what waits for whom, and the form that settles one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from preau.foundation.text.differences import word_differences
from preau.foundation.text.numbers import whole
from preau.people.organisations.models import Organisation
from preau.plan.drafting.enums import PointOutcome
from preau.plan.drafting.errors import AlreadyDecided
from preau.plan.drafting.models import OpenPoint
from preau.plan.drafting.permissions import POINTS
from preau.plan.drafting.points import entrust_point, reopen_point, settle_point
from preau.plan.drafting.queries import points_of
from preau.plan.structure.errors import EditConflict
from preau.plan.structure.models import TerritorialEducationPlan
from preau.plan.structure.permissions import ITEMS
from preau.surfaces.shell.request import actor, hand, load
from preau.surfaces.workspace.drafting.forms.deciding import EntrustForm, SettleForm
from preau.surfaces.workspace.drafting.pointlist import PointList
from preau.surfaces.workspace.forms.fields import see_again
from preau.surfaces.workspace.plan.views.plan import current_plan, of_plan, the_plan

PER_PAGE = 25


@dataclass(slots=True)
class OpenedPoint:
    """The point whose forms are on the screen; ``conflict`` shows the wording that somebody else wrote meanwhile."""

    point: OpenPoint
    settle: SettleForm
    entrust: EntrustForm | None
    problem: str = ""
    conflict: Any = None


@require_GET
def point_list(request: HttpRequest) -> HttpResponse:
    plan = current_plan(request)
    if plan is None:
        return render(request, "workspace/plan_empty.html", {"may_import": False})
    return show(request, plan, _opened(request, plan, request.GET.get("ouvert", "")))


@require_POST
def point_decision(request: HttpRequest, pk: int) -> HttpResponse:
    plan = the_plan(request)
    point = load(request, POINTS, "settle", points_of(plan), pk=pk)
    opened = _forms(request, plan, point, settle=request.POST)
    form = opened.settle
    if not form.is_valid():
        return show(request, plan, opened)
    try:
        settle_point(
            point,
            outcome=PointOutcome(form.cleaned_data["outcome"]),
            decision=form.cleaned_data["decision"],
            hand=hand(request),
            new_text=form.rewording,
            seen_version=form.cleaned_data["seen_version"],
        )
    except AlreadyDecided:
        opened.point = points_of(plan).get(pk=pk)
        opened.problem = _("Quelqu’un a réglé ce point avant vous. Rien n’a été changé.")
        return show(request, plan, opened)
    except EditConflict as conflict:
        return show(request, plan, _after_conflict(opened, conflict))
    return _done(request, plan, pk)


@require_POST
def point_owner(request: HttpRequest, pk: int) -> HttpResponse:
    plan = the_plan(request)
    point = load(request, POINTS, "assign", points_of(plan), pk=pk)
    opened = _forms(request, plan, point, entrust=request.POST)
    form = opened.entrust
    if form is None or not form.is_valid():
        return show(request, plan, opened)
    entrust_point(point, owner=form.cleaned_data["owner"], due_on=form.cleaned_data["due_on"], hand=hand(request))
    return _done(request, plan, pk)


@require_POST
def point_return(request: HttpRequest, pk: int) -> HttpResponse:
    plan = the_plan(request)
    point = load(request, POINTS, "settle", points_of(plan), pk=pk)
    if not point.is_open:
        reopen_point(point, hand=hand(request))
    return _done(request, plan, pk)


def show(request: HttpRequest, plan: TerritorialEducationPlan, opened: OpenedPoint | None) -> HttpResponse:
    """The list with one point open at most; htmx gets that point's card alone."""
    who = actor(request)
    sent = request.POST if request.method == "POST" else request.GET
    listed = PointList(plan, who.organisations, timezone.localdate(), sent)
    context: dict[str, Any] = {
        "plan": plan,
        "of_plan": of_plan(request, plan),
        "listed": listed,
        "opened": opened,
        "place": _place(request, listed),
    }
    failed = opened is not None and request.method == "POST"
    if request.htmx and opened is not None:  # type: ignore[attr-defined]
        return render(
            request, "workspace/points.html#card", {**context, "point": opened.point, "settleable": {opened.point.pk}}
        )
    page = Paginator(listed.points, PER_PAGE).get_page(sent.get("page"))
    shown = [point.pk for point in page.object_list]
    settleable = set(POINTS.rows(who, "settle", OpenPoint.objects.filter(pk__in=shown)).values_list("pk", flat=True))
    pinned = opened is not None and opened.point.pk not in shown
    context |= {"page": page, "settleable": settleable, "pinned": opened.point if opened and pinned else None}
    return render(request, "workspace/points.html", context, status=422 if failed else 200)


def _opened(request: HttpRequest, plan: TerritorialEducationPlan, asked: str) -> OpenedPoint | None:
    number = whole(asked)
    if not number or not POINTS.may(actor(request), "settle"):
        return None
    point = POINTS.rows(actor(request), "settle", points_of(plan)).filter(pk=number, settled_at__isnull=True).first()
    return _forms(request, plan, point) if point else None


def _forms(
    request: HttpRequest, plan: TerritorialEducationPlan, point: OpenPoint, *, settle: Any = None, entrust: Any = None
) -> OpenedPoint:
    who = actor(request)
    may_reword = point.item is not None and ITEMS.may(who, "edit", point.item)
    entrusting = None
    if POINTS.may(who, "assign", point):
        owners = list(Organisation.objects.filter(commune=plan.commune_id))
        entrusting = EntrustForm(entrust, point=point, owners=owners)
    return OpenedPoint(point, SettleForm(settle, point=point, may_reword=may_reword), entrusting)


def _after_conflict(opened: OpenedPoint, conflict: EditConflict) -> OpenedPoint:
    """Both wordings side by side, the form ready to be sent again, knowingly."""
    form = opened.settle
    typed = form.rewording or ""
    see_again(form, conflict.current.version)
    opened.problem = _("Le texte a changé entre-temps. Relisez les deux versions, puis enregistrez de nouveau.")
    opened.conflict = {"current": conflict.current, "pieces": word_differences(conflict.current.text, typed)}
    return opened


def _done(request: HttpRequest, plan: TerritorialEducationPlan, pk: int) -> HttpResponse:
    if request.htmx:  # type: ignore[attr-defined]
        point = points_of(plan).get(pk=pk)
        listed = PointList(plan, actor(request).organisations, timezone.localdate(), request.POST)
        context = {
            "plan": plan,
            "of_plan": of_plan(request, plan),
            "listed": listed,
            "opened": None,
            "place": _place(request, listed),
            "point": point,
            "settleable": {pk},
            "is_fresh": True,
        }
        return render(request, "workspace/points.html#card", context)
    listed = PointList(plan, actor(request).organisations, timezone.localdate(), request.POST)
    return HttpResponseRedirect(reverse("workspace:points") + f"?{_place(request, listed)}#point-{pk}")


def _place(request: HttpRequest, listed: PointList) -> str:
    """The filters, page and plan of the list, to come back to."""
    sent = request.POST if request.method == "POST" else request.GET
    kept = listed.kept() | {name: sent[name] for name in ("page", "projet") if sent.get(name)}
    return urlencode(kept)
