"""From the checklist to the council's vote, and on to the next plan."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from preau.cooperation.agreements.permissions import AGREEMENTS
from preau.cooperation.agreements.queries import agreements_listed, alarms_on
from preau.people.files.errors import FileRefused
from preau.plan.adoption.actions import (
    Vote,
    adopt_plan,
    following,
    join_scan,
    prepare,
    start_following,
)
from preau.plan.adoption.errors import NotReady, ScanPresent, WrongDay
from preau.plan.adoption.models import CouncilResolution
from preau.plan.adoption.permissions import ADOPTION
from preau.plan.adoption.queries import checklist_for
from preau.plan.structure.models import TerritorialEducationPlan
from preau.plan.versions.errors import AlreadyAdopted
from preau.surfaces.shell.files import send_file
from preau.surfaces.shell.request import actor, hand, load
from preau.surfaces.workspace.adoption.checklist import ChecklistPage
from preau.surfaces.workspace.adoption.forms import AdoptionForm, PreparationForm, ScanForm, SequelForm
from preau.surfaces.workspace.agreements.page import cards
from preau.surfaces.workspace.plan.views.plan import current_plan, plans, the_plan
from preau.surfaces.workspace.uploads import SCANS, keep_upload

_ASK = ["GET", "HEAD", "POST"]


@require_safe
def adoption_page(request: HttpRequest) -> HttpResponse:
    plan = current_plan(request)
    if plan is None:
        return render(request, "workspace/plan_empty.html", {"may_import": False})
    load(request, ADOPTION, "read", plans(request), pk=plan.pk)
    context = _context(request, plan)
    resolution = _resolution(plan)
    if resolution is None:
        return render(request, "workspace/adoption.html", {**context, "page": ChecklistPage(plan, checklist_for(plan))})
    who = actor(request)
    agreements = AGREEMENTS.rows(who, "read", agreements_listed().filter(plan=plan))
    context |= {
        "resolution": resolution,
        "is_intact": resolution.version.is_intact,
        "following": following(plan),
        "cards": cards(agreements),
        "alarm": next(iter(alarms_on(plan.commune_id, timezone.localdate(), plan=plan)), None),
    }
    return render(request, "workspace/adopted.html", context)


@require_http_methods(_ASK)
def adoption_preparation(request: HttpRequest) -> HttpResponse:
    plan = _load(request, "prepare")
    form = PreparationForm(request.POST) if request.method == "POST" else PreparationForm(initial=_facts(plan))
    if request.method == "POST" and form.is_valid():
        prepare(plan, **form.cleaned_data, hand=hand(request))
        messages.success(request, _("Les dates et la présentation sont enregistrées."))
        return _home(plan)
    context = {**_context(request, plan), "form": form}
    return render(request, "workspace/adoption_preparation.html", context, status=422 if form.errors else 200)


@require_http_methods(_ASK)
def adoption_vote(request: HttpRequest) -> HttpResponse:
    """GET says what adopting does; POST does it, if nothing is missing at that very moment."""
    plan = _load(request, "adopt")
    if plan.is_adopted:
        messages.info(request, _("Ce projet est déjà adopté."))
        return _home(plan)
    form = AdoptionForm(request.POST, request.FILES) if request.method == "POST" else AdoptionForm()
    checklist = None
    if request.method == "POST" and form.is_valid():
        try:
            _adopt(request, plan, form)
        except AlreadyAdopted:
            messages.warning(request, _("Quelqu’un a enregistré le vote avant vous. Rien n’a été changé."))
            return _home(plan)
        except NotReady as refusal:
            checklist = refusal.checklist
        except WrongDay as refusal:
            form.add_error("decided_on", refusal.fault.label)
        except FileRefused:
            pass  # its sentence stands at the field
        else:
            messages.success(
                request, _("Le projet est adopté. Le public lit maintenant ce texte, et il ne change plus.")
            )
            return _home(plan)
    page = ChecklistPage(plan, checklist or checklist_for(plan))
    context = {**_context(request, plan), "form": form, "page": page, "was_refused": checklist is not None}
    return render(
        request, "workspace/adoption_vote.html", context, status=422 if form.errors or checklist is not None else 200
    )


@require_safe
def adoption_act(request: HttpRequest) -> FileResponse:
    """The act of the council, scanned."""
    plan = load(request, ADOPTION, "read", plans(request), pk=the_plan(request).pk)
    resolution = _resolution(plan)
    if resolution is None or resolution.scan is None:
        raise Http404
    return send_file(resolution.scan)


@require_http_methods(_ASK)
def adoption_scan(request: HttpRequest) -> HttpResponse:
    plan = _load(request, "adopt")
    resolution = _resolution(plan)
    if resolution is None:
        raise Http404
    form = ScanForm(request.POST, request.FILES) if request.method == "POST" else ScanForm()
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                scan = keep_upload(form, "scan", hand=hand(request), kinds=SCANS)
                if scan is not None:
                    join_scan(resolution, scan, hand=hand(request))
        except ScanPresent:
            messages.warning(request, _("L’acte est déjà joint. Rien n’a été changé."))
            return _home(plan)
        except FileRefused:
            pass  # its sentence stands at the field
        else:
            messages.success(request, _("L’acte du conseil est joint."))
            return _home(plan)
    context = {**_context(request, plan), "form": form, "resolution": resolution}
    return render(request, "workspace/adoption_scan.html", context, status=422 if form.errors else 200)


@require_http_methods(_ASK)
def adoption_sequel(request: HttpRequest) -> HttpResponse:
    """The next plan: GET says what it takes over, POST starts it."""
    plan = _load(request, "follow")
    if not plan.is_adopted:
        raise Http404
    present = following(plan)
    if present is not None:
        return redirect(reverse("workspace:plan") + f"?projet={present.pk}")
    form = SequelForm(request.POST) if request.method == "POST" else SequelForm()
    if request.method == "POST" and form.is_valid():
        started = start_following(plan, form.cleaned_data["title"], hand=hand(request))
        messages.success(request, _("Le projet suivant est ouvert dans l’atelier. Il part du texte adopté."))
        return redirect(reverse("workspace:plan") + f"?projet={started.pk}")
    context = {**_context(request, plan), "form": form}
    return render(request, "workspace/adoption_sequel.html", context, status=422 if form.errors else 200)


def _adopt(request: HttpRequest, plan: TerritorialEducationPlan, form: AdoptionForm) -> CouncilResolution:
    kept = form.cleaned_data
    with transaction.atomic():
        scan = keep_upload(form, "scan", hand=hand(request), kinds=SCANS)
        return adopt_plan(plan, Vote(kept["number"], kept["decided_on"], scan), hand=hand(request))


def _load(request: HttpRequest, action: str) -> TerritorialEducationPlan:
    found: TerritorialEducationPlan = load(request, ADOPTION, action, plans(request), pk=the_plan(request).pk)
    return found


def _resolution(plan: TerritorialEducationPlan) -> CouncilResolution | None:
    return CouncilResolution.objects.select_related("version", "scan", "recorded_by").filter(plan=plan).first()


def _context(request: HttpRequest, plan: TerritorialEducationPlan) -> dict[str, Any]:
    who = actor(request)
    may = {action: ADOPTION.may(who, action) for action in ("prepare", "adopt", "follow")}
    return {"plan": plan, "of_plan": f"?projet={plan.pk}", "may": may}


def _facts(plan: TerritorialEducationPlan) -> dict[str, Any]:
    return PreparationForm.facts(plan)


def _home(plan: TerritorialEducationPlan) -> HttpResponse:
    return redirect(reverse("workspace:adoption") + f"?projet={plan.pk}")
