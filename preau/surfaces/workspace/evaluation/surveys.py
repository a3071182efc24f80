"""Results of surveys: from a table or typed, shown without small counts, given to an indicator."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from preau.observatory.evaluation.errors import AlreadyEvaluated, NotASurvey, WrongDays
from preau.observatory.evaluation.models import Survey, SurveyQuestion
from preau.observatory.evaluation.permissions import SURVEYS
from preau.observatory.evaluation.surveys.recording import give_figure, record_survey, takes_a_survey
from preau.observatory.evaluation.surveys.showing import question_shown
from preau.observatory.indicators.errors import Withdrawn
from preau.observatory.indicators.models import Indicator
from preau.people.files.errors import FileRefused
from preau.plan.structure.models import TerritorialEducationPlan
from preau.surfaces.shell.request import actor, hand, load, require
from preau.surfaces.workspace.evaluation.doors import FORM
from preau.surfaces.workspace.evaluation.surveyforms import FigureForm, SurveyForm
from preau.surfaces.workspace.plan.views.plan import current_plan, of_plan, plans, the_plan


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    require(request, SURVEYS, "read")
    plan = current_plan(request)
    rows = Survey.objects.filter(plan=plan).prefetch_related("questions__value__indicator__effect")
    context = {
        "plan": plan,
        "of_plan": of_plan(request, plan),
        "surveys": rows,
        "may_record": plan is not None and SURVEYS.may(actor(request), "record"),
    }
    return render(request, "workspace/evaluation/surveys.html", context)


@require_http_methods(FORM)
def addition(request: HttpRequest) -> HttpResponse:
    require(request, SURVEYS, "record")
    plan = the_plan(request)
    data = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = SurveyForm(*data, today=timezone.localdate())
    if form.is_bound and form.is_valid():
        try:
            made = record_survey(plan, form.about, form.questions, upload=form.upload, hand=hand(request))
        except AlreadyEvaluated:
            form.add_error("title", _("Cette enquête est déjà enregistrée pour cette année."))
        except WrongDays:
            form.add_error("held_on", _("L’enquête doit être close."))
        except FileRefused as refused:
            form.add_error("table", str(refused))
        except ValueError:
            form.add_error("asked", _("Plus de personnes ont répondu qu’il n’y en a d’interrogées."))
        else:
            messages.success(request, _("L’enquête est enregistrée. Dites maintenant quel indicateur elle renseigne."))
            return redirect("workspace:survey", made.pk)
    context = {"plan": plan, "of_plan": of_plan(request, plan), "form": form}
    return render(request, "workspace/evaluation/survey_addition.html", context, status=422 if form.is_bound else 200)


@require_safe
def survey(request: HttpRequest, pk: int) -> HttpResponse:
    found = _the_survey(request, pk)
    return _page(request, found)


@require_http_methods(["POST"])
def figure(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """A question gives an indicator its figure of the year."""
    found = _the_survey(request, pk, "record")
    question = next((each for each in found.questions.all() if each.number == number), None)
    if question is None:
        raise Http404
    form = FigureForm(request.POST, question=question, indicators=_indicators(found.plan))
    if not form.is_valid():
        return _page(request, found, failed=form)
    try:
        value = give_figure(question, form.cleaned_data["indicator"], form.cleaned_data["answers"], hand=hand(request))
    except (NotASurvey, Withdrawn):
        messages.warning(request, _("Cet indicateur n’attend pas d’enquête, ou la ville ne le regarde plus."))
    else:
        messages.success(request, _("L’indicateur « %(title)s » a son chiffre.") % {"title": value.indicator})
    return redirect("workspace:survey", pk)


def _the_survey(request: HttpRequest, pk: int, action: str = "read") -> Survey:
    require(request, SURVEYS, "read")
    questions = SurveyQuestion.objects.select_related("value__indicator__effect").prefetch_related("answers")
    rows = Survey.objects.filter(plan__in=plans(request)).select_related("plan", "proof")
    return load(request, SURVEYS, action, rows.prefetch_related(Prefetch("questions", questions)), pk=pk)


def _page(request: HttpRequest, found: Survey, *, failed: FigureForm | None = None) -> HttpResponse:
    may_record = SURVEYS.may(actor(request), "record")
    indicators = _indicators(found.plan) if may_record else []
    lines = []
    for question in found.questions.all():
        form = failed if failed and failed.question == question else None
        if form is None and indicators:
            form = FigureForm(question=question, indicators=indicators)
        lines.append((question_shown(question, found), form))
    context = {"survey": found, "lines": lines, "may_record": may_record, "has_indicators": bool(indicators)}
    return render(request, "workspace/evaluation/survey.html", context, status=422 if failed else 200)


def _indicators(plan: TerritorialEducationPlan) -> list[Indicator]:
    """Those that a question may answer."""
    rows = Indicator.objects.kept().filter(plan=plan).select_related("effect")
    return [each for each in rows if takes_a_survey(each)]
