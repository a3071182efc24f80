"""Targets: which indicators have a year to start from, and what the committee aims at."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from preau.foundation.schoolyears import school_year_of, year_name
from preau.observatory.evaluation.aiming import Baseline, baseline, set_target
from preau.observatory.evaluation.errors import NoBaseline, WrongDays
from preau.observatory.evaluation.figures import look_ahead
from preau.observatory.evaluation.models import Target
from preau.observatory.evaluation.permissions import EVALUATIONS, TARGETS
from preau.observatory.indicators.errors import Withdrawn
from preau.observatory.indicators.models import Indicator
from preau.observatory.indicators.queries import Known, kept_indicators
from preau.observatory.indicators.wording import number_words
from preau.surfaces.shell.evaluation import known_of
from preau.surfaces.shell.request import actor, hand, require
from preau.surfaces.workspace.evaluation.doors import FORM
from preau.surfaces.workspace.evaluation.forms import TargetForm
from preau.surfaces.workspace.indicators.doors import the_indicator
from preau.surfaces.workspace.plan.views.plan import of_plan, the_plan


@dataclass(frozen=True, slots=True)
class Line:
    """An indicator, the year it may start from, the target that stands for the running year."""

    indicator: Indicator
    start: Baseline | None
    target: Target | None

    @property
    def start_words(self) -> str:
        return self.start.figure.words(self.indicator.entry) if self.start else ""

    @property
    def target_words(self) -> str:
        return number_words(float(self.target.amount), self.indicator.entry.unit) if self.target else ""


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Those with a start first; the others say that they have none yet."""
    require(request, EVALUATIONS, "read")
    plan = the_plan(request)
    year = school_year_of(timezone.localdate())
    known = known_of(plan, timezone.localdate())
    standing = Target.objects.standing().filter(indicator__plan=plan, school_year=year)  # type: ignore[attr-defined]
    targets = {each.indicator_id: each for each in standing}
    kept = kept_indicators(plan)
    look_ahead(kept, known, year - 1)
    lines = [Line(each, baseline(each, year, known), targets.get(each.pk)) for each in kept]
    context = {
        "plan": plan,
        "of_plan": of_plan(request, plan),
        "ready": sorted((each for each in lines if each.start), key=lambda each: each.target is None),
        "set": len(targets),
        "year_name": year_name(year),
        "waiting": [each for each in lines if not each.start],
        "may_set": TARGETS.may(actor(request), "set"),
    }
    return render(request, "workspace/evaluation/targets.html", context)


@require_http_methods(FORM)
def target(request: HttpRequest, pk: int) -> HttpResponse:
    require(request, TARGETS, "set")
    found = the_indicator(request, pk)
    known: Known = known_of(found.plan, timezone.localdate())
    form = TargetForm(request.POST if request.method == "POST" else None, today=timezone.localdate())
    if form.is_bound and form.is_valid():
        year, amount = form.cleaned_data["school_year"], form.cleaned_data["amount"]
        try:
            set_target(found, year, amount, form.sitting, known, hand=hand(request))
        except NoBaseline:
            form.add_error(None, _("Aucune année entière n’est encore connue : une cible sans départ n’est qu’un vœu."))
        except WrongDays:
            form.add_error("held_on", _("La réunion doit avoir eu lieu."))
        except Withdrawn:
            messages.warning(request, _("La ville ne regarde plus cet indicateur."))
            return redirect("workspace:targets")
        else:
            messages.success(request, _("La cible du comité est enregistrée."))
            return redirect("workspace:targets")
    year = school_year_of(timezone.localdate())
    context = {
        "indicator": found,
        "line": Line(found, baseline(found, year, known), None),
        "before": Target.objects.filter(indicator=found).order_by("-recorded_at"),
        "form": form,
    }
    return render(request, "workspace/evaluation/target.html", context, status=422 if form.is_bound else 200)
