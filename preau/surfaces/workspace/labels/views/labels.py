"""Labels: the list, a file, the steps of its life."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from preau.foundation.lifecycle import NotNow, Step
from preau.foundation.text.numbers import whole
from preau.people.organisations.models import Organisation
from preau.plan.labels import filing, states
from preau.plan.labels.enums import Applicant
from preau.plan.labels.errors import AlreadyOpen, DatesDisagree, FileClosed, NotProven, WrongApplicant
from preau.plan.labels.models import LabelFile, LabelScheme
from preau.plan.labels.permissions import APPLICANTS, LABELS, SCHEMES
from preau.plan.labels.queries import dossier, files, in_order
from preau.plan.sheets.models import ActionSheet
from preau.plan.sheets.permissions import SHEETS
from preau.plan.structure.enums import ItemKind
from preau.plan.structure.models import PlanItem
from preau.plan.structure.rules import code_key
from preau.surfaces.shell.request import actor, hand, load, require
from preau.surfaces.workspace.labels.forms import GrantForm, MilestoneForm, OpenForm, ProofForm, ReasonForm, ReviseForm
from preau.surfaces.workspace.labels.page import LabelPage, summary
from preau.surfaces.workspace.plan.views.plan import current_plan

PER_PAGE = 40
_ASK = ["GET", "HEAD", "POST"]


@require_GET
def label_list(request: HttpRequest) -> HttpResponse:
    require(request, LABELS, "read")
    who, today = actor(request), timezone.localdate()
    told = in_order(LABELS.rows(who, "read", files()), today)
    counts = Counter(standing for _file, standing in told)
    page = Paginator(told, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "summary": summary(counts),
        "counts": [(standing, counts[standing]) for standing in counts],
        "may_open": APPLICANTS.may(who, "open"),
        "today": today,
    }
    return render(request, "workspace/labels.html", context)


@require_http_methods(_ASK)
def label_new(request: HttpRequest) -> HttpResponse:
    """First which label, then for whom."""
    require(request, APPLICANTS, "open")
    known = SCHEMES.rows(actor(request), "read", LabelScheme.objects.all())
    sent = request.POST if request.method == "POST" else request.GET
    scheme = known.filter(key=sent.get("label", "")).first()
    version = scheme.version_on(timezone.localdate()) if scheme else None
    if scheme is None or version is None:
        return render(request, "workspace/label_new.html", {"schemes": _openable(request, known), "scheme": None})
    applicants = _applicants(request, scheme)
    form = OpenForm(request.POST if request.method == "POST" else None, version=version, applicants=applicants)
    if request.method == "POST" and form.is_valid():
        kept = form.cleaned_data
        try:
            file = filing.open_file(
                scheme, kept["applicant"], level=kept.get("level"), contact=kept["contact"], hand=hand(request)
            )
        except AlreadyOpen as met:
            messages.info(request, _("Ce dossier existe déjà : le voici."))
            return redirect("workspace:label", met.file.pk)
        except WrongApplicant:
            form.add_error("applicant", _("Cette organisation ne peut pas candidater à ce label."))
        else:
            messages.success(request, _("Le dossier est ouvert. Apportez une première preuve."))
            return redirect("workspace:label", file.pk)
    context = {"scheme": scheme, "version": version, "form": form, "applicants": applicants}
    return render(request, "workspace/label_new.html", context, status=422 if form.errors else 200)


@require_GET
def label_page(request: HttpRequest, pk: int) -> HttpResponse:
    file = load(request, LABELS, "read", files(), pk=pk)
    return show(request, file)


def show(
    request: HttpRequest,
    file: LabelFile,
    *,
    proof: ProofForm | None = None,
    opened: int = 0,
    milestone: MilestoneForm | None = None,
) -> HttpResponse:
    """The page of a file; a form that was refused stands open with what was typed."""
    who = actor(request)
    may = {action for action in LABELS.rules if LABELS.may(who, action, file)}
    told = dossier(file)
    asked = request.GET.get("critere", "")
    opened = opened or (whole(asked))
    works = "prove" in may and file.is_open_to_work
    context: dict[str, Any] = {
        "file": file,
        "dossier": told,
        "page": LabelPage(told, may, timezone.localdate()),
        "may": may,
        "may_prove": works,
        "may_check": "prepare" in may and file.is_open_to_work,
        "may_prepare": "prepare" in may and file.is_live,
        "opened": opened if works else 0,
        "proof_form": proof or (ProofForm(number=opened, sheets=shown_sheets(request, file)) if opened else None),
        "milestones": [
            (each, each.is_late(timezone.localdate())) for each in file.milestones.select_related("done_by")
        ],
        "milestone_form": milestone or MilestoneForm(),
        "objectives": sorted(file.objectives.all(), key=lambda item: code_key(item.code)),
        "steps": [(taken, states.LIFE.by_name[taken.step].label) for taken in file.steps.select_related("by")],
    }
    failed = (proof is not None and proof.errors) or (milestone is not None and milestone.errors)
    return render(request, "workspace/label.html", context, status=422 if failed else 200)


@require_http_methods(_ASK)
def label_edit(request: HttpRequest, pk: int) -> HttpResponse:
    file = load(request, LABELS, "prepare", files(), pk=pk)
    form = ReviseForm(request.POST if request.method == "POST" else None, file=file, objectives=_objectives(request))
    if request.method == "POST" and form.is_valid():
        kept = form.cleaned_data
        try:
            filing.revise(
                file, level=kept.get("level"), contact=kept["contact"], objectives=form.chosen, hand=hand(request)
            )
        except FileClosed:
            form.add_error(None, closed_sentence())
        else:
            messages.success(request, _("C’est enregistré."))
            return redirect("workspace:label", pk)
    return render(
        request, "workspace/label_edit.html", {"file": file, "form": form}, status=422 if form.errors else 200
    )


@require_http_methods(_ASK)
def label_step(request: HttpRequest, pk: int, step: str) -> HttpResponse:
    """GET says what the step means; POST takes it."""
    if step not in states.LIFE.by_name:
        raise Http404
    file = load(request, LABELS, step, files(), pk=pk)
    told = states.LIFE.by_name[step]
    if file.state not in told.sources:
        messages.warning(request, moved_sentence())
        return redirect("workspace:label", pk)
    form = _step_form(request, file, told)
    if request.method == "POST" and form.is_valid():
        try:
            _take(file, step, form.cleaned_data, request)
        except NotNow:
            messages.warning(request, moved_sentence())
        except NotProven as met:
            form.add_error(None, _missing_sentence([str(each) for each in met.missing]))
            return _ask(request, file, told, form)
        except DatesDisagree:
            form.add_error("obtained_on", _("Vérifiez les dates : une décision passée, un terme qui la suit."))
            return _ask(request, file, told, form)
        else:
            messages.success(request, _("C’est noté."))
        return redirect("workspace:label", pk)
    return _ask(request, file, told, form)


def _step_form(request: HttpRequest, file: LabelFile, step: Step) -> forms.Form:
    sent = request.POST if request.method == "POST" else None
    if step.name == states.GRANT:
        return GrantForm(sent, file=file, today=timezone.localdate())
    return ReasonForm(sent, is_needed=step.needs_reason)


def _take(file: LabelFile, step: str, kept: dict[str, Any], request: HttpRequest) -> None:
    who = hand(request)
    match step:
        case states.SUBMIT:
            filing.submit(file, hand=who, reason=kept["reason"])
        case states.GRANT:
            filing.grant(
                file,
                obtained_on=kept["obtained_on"],
                expires_on=kept["expires_on"],
                level=kept.get("level"),
                hand=who,
            )
        case states.REFUSE:
            filing.refuse(file, hand=who, reason=kept["reason"])
        case states.RENEW:
            filing.renew(file, hand=who, reason=kept["reason"])
        case states.ABANDON:
            filing.abandon(file, hand=who, reason=kept["reason"])


def _ask(request: HttpRequest, file: LabelFile, step: Step, form: forms.Form) -> HttpResponse:
    context = {"file": file, "step": step, "form": form, "left": dossier(file).left}
    return render(request, "workspace/label_step.html", context, status=422 if form.errors else 200)


def closed_sentence() -> str:
    return _("Ce dossier n’est plus en préparation : ses preuves restent telles qu’elles ont été déposées.")


def moved_sentence() -> str:
    return _("Ce dossier a changé d’état entre-temps. Rien n’a été fait ; voici où il en est.")


def _missing_sentence(missing: list[str]) -> str:
    return _("Il reste des critères obligatoires à prouver : %(criteria)s") % {"criteria": " ".join(missing)}


def shown_sheets(request: HttpRequest, file: LabelFile) -> QuerySet[ActionSheet]:
    """The actions that the applicant carries, among those that the person may read."""
    readable = SHEETS.rows(actor(request), "read", ActionSheet.objects.committed())
    return readable.filter(Q(owner=file.applicant_id) | Q(co_owner=file.applicant_id))


def _applicants(request: HttpRequest, scheme: LabelScheme) -> Any:
    fitting = Organisation.objects.filter(kind__in=Applicant(scheme.applicant).kinds)
    return APPLICANTS.rows(actor(request), "open", fitting)


def _openable(request: HttpRequest, known: Any) -> list[tuple[LabelScheme, bool]]:
    """Each label, and whether the person may apply for somebody there; those first. Two queries."""
    kinds = set(APPLICANTS.rows(actor(request), "open", Organisation.objects.all()).values_list("kind", flat=True))
    told = [(scheme, bool(kinds & set(Applicant(scheme.applicant).kinds))) for scheme in known]
    return sorted(told, key=lambda each: not each[1])


def _objectives(request: HttpRequest) -> list[PlanItem]:
    plan = current_plan(request)
    if plan is None:
        return []
    items = plan.items.present().of_kind(ItemKind.OPERATIONAL_OBJECTIVE)
    return sorted(items, key=lambda item: code_key(item.code))
