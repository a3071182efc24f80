"""A small study of rules, computed: forty children who do not exist, two sets of rules, few draws."""

from __future__ import annotations

from datetime import UTC, datetime

from preau.offer.laboratory.demands import Invention
from preau.offer.laboratory.models import RuleStudy
from preau.offer.laboratory.rulesets import RuleSet
from preau.offer.laboratory.studying import ask_study, carry_out
from preau.people.accounts.hand import Hand
from tests.cast.people import make_commune

ASKED = Hand(None, datetime(2026, 9, 14, 8, tzinfo=UTC))
SMALL = Invention(children=40, offers=5, places_for=50)
RULE_SETS = (
    RuleSet("Tirage seul"),
    RuleSet("Sans place l’an dernier d’abord", (("resident", "not_served_last_year"), ("resident",))),
)


def asked_study(*, draws: int = 4, **facts: object) -> RuleStudy:
    """Waiting. The same each time."""
    values: dict[str, object] = {"title": "Qui passe d’abord ?", "rule_sets": RULE_SETS, "seed": "2a"}
    if "campaign" not in facts:
        values["invention"] = SMALL
    study = ask_study(make_commune(), hand=ASKED, **(values | facts))
    RuleStudy.objects.filter(pk=study.pk).update(draws=draws)
    study.refresh_from_db()
    return study


def make_study(**facts: object) -> RuleStudy:
    """Done."""
    study = asked_study(**facts)
    carry_out(study, clock=lambda: ASKED.now)
    study.refresh_from_db()
    return study
