"""An evaluation with all that it is told from: the facts in use and the actions of its year. For every surface."""

from __future__ import annotations

from datetime import date

from preau.observatory.evaluation.models import Evaluation
from preau.observatory.evaluation.reading import Told, evaluation_told
from preau.observatory.facts.reading import facts_in_use
from preau.observatory.indicators.queries import Known
from preau.plan.sheets.done import actions_done
from preau.plan.structure.models import TerritorialEducationPlan


def told(evaluation: Evaluation, today: date) -> Told:
    """What was adopted asks no facts: its figures are those that the committee had."""
    known = None if evaluation.is_settled else known_of(evaluation.plan, today)
    return evaluation_told(evaluation, known, actions_done(evaluation.plan, evaluation.school_year))


def known_of(plan: TerritorialEducationPlan, today: date) -> Known:
    return Known(plan, facts_in_use(), today)
