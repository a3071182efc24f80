"""The evaluations of a plan, and one of them axis by axis."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from preau.observatory.evaluation.enums import VerdictKind
from preau.observatory.evaluation.models import Evaluation
from preau.observatory.evaluation.permissions import EVALUATIONS, SURVEYS
from preau.observatory.evaluation.progress import progress_of
from preau.observatory.evaluation.reading import Told
from preau.observatory.evaluation.wording import counted_words
from preau.surfaces.shell.evaluation import told
from preau.surfaces.shell.request import actor, require
from preau.surfaces.workspace.evaluation.doors import frame, the_evaluation
from preau.surfaces.workspace.plan.views.plan import current_plan, of_plan

type Tally = list[tuple[VerdictKind, int, str]]
"""Kind, how many effects, the words that follow the number."""


@require_safe
def evaluations(request: HttpRequest) -> HttpResponse:
    require(request, EVALUATIONS, "read")
    plan = current_plan(request)
    who = actor(request)
    rows = EVALUATIONS.rows(who, "read", Evaluation.objects.filter(plan=plan).select_related("plan"))
    context = {
        "plan": plan,
        "of_plan": of_plan(request, plan),
        "lines": [
            (each, _tally(list(each.verdicts.values_list("kind", flat=True))), progress_of(each)) for each in rows
        ],
        "may_prepare": plan is not None and EVALUATIONS.may(who, "prepare"),
        "may_read_surveys": SURVEYS.may(who, "read"),
        "today": timezone.localdate(),
    }
    return render(request, "workspace/evaluation/list.html", context)


@require_safe
def evaluation(request: HttpRequest, pk: int) -> HttpResponse:
    found = the_evaluation(request, pk)
    whole = told(found, timezone.localdate())
    context = {
        **frame(request, found),
        "told": whole,
        "tally": tally_of(whole),
        "steps": found.steps.select_related("by"),
    }
    return render(request, "workspace/evaluation/evaluation.html", context)


def tally_of(whole: Told) -> Tally:
    """Each kind with how many effects, in the order of the kinds."""
    return _tally([kind for kind, count in whole.verdicts.items() for _each in range(count)])


def _tally(kinds: Sequence[str]) -> Tally:
    counts = [(kind, kinds.count(kind)) for kind in VerdictKind]
    return [(kind, count, counted_words(kind, count)) for kind, count in counts]
