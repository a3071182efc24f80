"""The one door to an evaluation, to an effect of it, to a contribution."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.utils import timezone

from preau.observatory.evaluation.models import Contribution, Evaluation
from preau.observatory.evaluation.permissions import CONTRIBUTIONS, EVALUATIONS
from preau.observatory.evaluation.states import LIFE, WAY
from preau.observatory.indicators.queries import Known
from preau.plan.structure.enums import ItemKind
from preau.plan.structure.models import PlanItem
from preau.surfaces.shell.evaluation import known_of
from preau.surfaces.shell.request import actor, load, require
from preau.surfaces.workspace.plan.views.plan import plans

FORM = ["GET", "HEAD", "POST"]


def the_evaluation(request: HttpRequest, pk: int, action: str = "read") -> Evaluation:
    """Of a plan that the person works on. 403 for whoever has no business with evaluations."""
    require(request, EVALUATIONS, "read")
    rows: QuerySet[Evaluation] = Evaluation.objects.filter(plan__in=plans(request)).select_related("plan__commune")
    return load(request, EVALUATIONS, action, rows, pk=pk)


def the_effect(evaluation: Evaluation, code: str) -> PlanItem:
    items = evaluation.plan.items.present().of_kind(ItemKind.EXPECTED_EFFECT)
    found = items.filter(code=code).select_related("plan", "row", "owner", "parent").first()
    if found is None:
        raise Http404
    return found


def the_contribution(request: HttpRequest, pk: int, contribution: int) -> Contribution:
    """A draft is its side's own affair: for anybody else, it is not there."""
    evaluation = the_evaluation(request, pk)
    require(request, CONTRIBUTIONS, "write")
    rows = Contribution.objects.filter(evaluation=evaluation).select_related(
        "objective__row", "organisation", "saved_by", "handed_in_by"
    )
    found = load(request, CONTRIBUTIONS, "write", rows, read="write", pk=contribution)
    found.evaluation = evaluation
    return found


def known(evaluation: Evaluation) -> Known:
    return known_of(evaluation.plan, timezone.localdate())


def frame(request: HttpRequest, evaluation: Evaluation) -> dict[str, object]:
    """What every page of an evaluation needs: where it is in its life, and what the person may do next."""
    who = actor(request)
    labels = dict(type(evaluation)._meta.get_field("state").flatchoices)
    return {
        "evaluation": evaluation,
        "way": [(labels[state], state == evaluation.state) for state in WAY],
        "may": {step.name: EVALUATIONS.may(who, step.name, evaluation) for step in LIFE.open_from(evaluation.state)},
        "may_prepare": EVALUATIONS.may(who, "prepare") and not evaluation.is_settled,
        "may_follow": EVALUATIONS.may(who, "follow"),
        "may_contribute": CONTRIBUTIONS.rows(who, "write", evaluation.contributions.all()).exists(),
        "today": timezone.localdate(),
    }
