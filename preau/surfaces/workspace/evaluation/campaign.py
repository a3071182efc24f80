"""The coordination's side of the campaign: what is asked, of whom, until when, and how far it is."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from preau.foundation.lifecycle import NotNow
from preau.observatory.evaluation import preparing
from preau.observatory.evaluation.errors import AlreadyEvaluated, NotOpen, NotPrepared, Settled, WrongDays
from preau.observatory.evaluation.permissions import EVALUATIONS
from preau.observatory.evaluation.progress import progress_of
from preau.observatory.evaluation.rules import asked_pairs
from preau.people.organisations.models import Organisation
from preau.plan.sheets.done import sides_of_year
from preau.plan.structure.enums import ItemKind
from preau.plan.structure.rules import code_key
from preau.surfaces.shell.request import hand, require
from preau.surfaces.workspace.evaluation.doors import FORM, frame, the_evaluation
from preau.surfaces.workspace.evaluation.forms import AskForm, PreparationForm, QuestionForm, ReopeningForm
from preau.surfaces.workspace.plan.views.plan import of_plan, the_plan


@require_http_methods(FORM)
def preparation(request: HttpRequest) -> HttpResponse:
    require(request, EVALUATIONS, "prepare")
    plan = the_plan(request)
    form = PreparationForm(request.POST if request.method == "POST" else None, today=timezone.localdate(), plan=plan)
    if form.is_bound and form.is_valid():
        try:
            made = preparing.prepare(plan, form.cleaned_data["school_year"], form.asked, hand=hand(request))
        except AlreadyEvaluated:
            form.add_error("school_year", _("Cette année a déjà son évaluation."))
        else:
            messages.success(request, _("L’évaluation %(year)s est en préparation.") % {"year": made.year_name})
            return redirect("workspace:evaluation_opening", made.pk)
    context = {"plan": plan, "of_plan": of_plan(request, plan), "form": form}
    return render(request, "workspace/evaluation/preparation.html", context, status=422 if form.is_bound else 200)


@require_http_methods(FORM)
def question(request: HttpRequest, pk: int) -> HttpResponse:
    found = the_evaluation(request, pk, "prepare")
    if found.is_settled:
        messages.warning(request, _settled())
        return redirect("workspace:evaluation", pk)
    form = QuestionForm(request.POST if request.method == "POST" else None, evaluation=found)
    if form.is_bound and form.is_valid():
        try:
            preparing.reword(found, form.asked, hand=hand(request))
        except Settled:
            messages.warning(request, _settled())
        else:
            messages.success(request, _("La question est enregistrée."))
        return redirect("workspace:evaluation", pk)
    context = {**frame(request, found), "form": form}
    return render(request, "workspace/evaluation/question.html", context, status=422 if form.is_bound else 200)


@require_http_methods(FORM)
def opening(request: HttpRequest, pk: int) -> HttpResponse:
    """Who will be asked, before anybody is."""
    found = the_evaluation(request, pk, "open")
    sides = sides_of_year(found.plan, found.school_year)
    problem = ""
    if request.method == "POST":
        try:
            preparing.open_contributions(found, sides, hand=hand(request))
        except NotPrepared:
            problem = _("Il manque la question, la date de fin, ou quelqu’un à interroger.")
        except WrongDays:
            problem = _("La date de fin est passée. Donnez-en une autre dans la question.")
        except NotNow:
            messages.info(request, _("Les contributions sont déjà ouvertes."))
            return redirect("workspace:evaluation_progress", pk)
        else:
            messages.success(request, _("Les contributions sont ouvertes. Chaque organisation est prévenue."))
            return redirect("workspace:evaluation_progress", pk)
    items = found.plan.items.present().of_kind(ItemKind.OPERATIONAL_OBJECTIVE)
    objectives = sorted(items, key=lambda each: code_key(each.code))
    pairs = asked_pairs([(each.pk, each.owner_id) for each in objectives], sides)
    context = {
        **frame(request, found),
        "problem": problem,
        "asked": _by_side(pairs),
        "alone": [each for each in objectives if each.pk not in {objective for objective, _side in pairs}],
    }
    return render(request, "workspace/evaluation/opening.html", context, status=422 if problem else 200)


@require_http_methods(FORM)
def closing(request: HttpRequest, pk: int) -> HttpResponse:
    found = the_evaluation(request, pk, "close")
    if request.method == "POST":
        try:
            preparing.close(found, hand=hand(request))
        except NotNow:
            messages.info(request, _("Les contributions sont déjà closes."))
        else:
            messages.success(
                request, _("Les contributions sont closes. Proposez maintenant un verdict pour chaque effet.")
            )
        return redirect("workspace:evaluation", pk)
    context = {**frame(request, found), "progress": progress_of(found)}
    return render(request, "workspace/evaluation/closing.html", context)


@require_http_methods(FORM)
def reopening(request: HttpRequest, pk: int) -> HttpResponse:
    found = the_evaluation(request, pk, "reopen")
    form = ReopeningForm(request.POST if request.method == "POST" else None, today=timezone.localdate())
    if form.is_bound and form.is_valid():
        try:
            preparing.reopen(found, **form.cleaned_data, hand=hand(request))
        except NotNow:
            messages.warning(request, _("Elles ne peuvent pas être rouvertes maintenant."))
        else:
            messages.success(request, _("Les contributions sont rouvertes."))
        return redirect("workspace:evaluation_progress", pk)
    context = {**frame(request, found), "form": form}
    return render(request, "workspace/evaluation/reopening.html", context, status=422 if form.is_bound else 200)


@require_safe
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """Who is awaited: for the coordination and those who decide."""
    found = the_evaluation(request, pk, "follow")
    return _board(request, pk, AskForm(evaluation=found))


@require_POST
def demand(request: HttpRequest, pk: int) -> HttpResponse:
    """One more side on one more objective."""
    found = the_evaluation(request, pk, "open")
    form = AskForm(request.POST, evaluation=found)
    if not form.is_valid():
        return _board(request, pk, form)
    try:
        preparing.ask(found, form.cleaned_data["objective"], form.cleaned_data["organisation"], hand=hand(request))
    except NotOpen:
        messages.warning(request, _("Les contributions ne sont pas ouvertes : personne ne peut être interrogé."))
    else:
        messages.success(request, _("%(name)s est invitée à contribuer.") % {"name": form.cleaned_data["organisation"]})
    return redirect("workspace:evaluation_progress", pk)


def _board(request: HttpRequest, pk: int, form: AskForm) -> HttpResponse:
    found = the_evaluation(request, pk, "follow")
    board = progress_of(found)
    context = {**frame(request, found), "progress": board, "form": form, "is_late": board.is_late(timezone.localdate())}
    return render(request, "workspace/evaluation/progress.html", context, status=422 if form.errors else 200)


def _by_side(pairs: set[tuple[int, int]]) -> list[tuple[Organisation, int]]:
    """Each organisation with how many objectives, those that carry most first."""
    counts: dict[int, int] = {}
    for _objective, side in pairs:
        counts[side] = counts.get(side, 0) + 1
    rows = Organisation.objects.filter(pk__in=counts)
    return sorted(((each, counts[each.pk]) for each in rows), key=lambda each: (-each[1], each[0].name))


def _settled() -> str:
    return _("Le comité s’est prononcé : cela ne change plus.")
