"""The question that Clairval's council asked in October, before it voted the rules of its winter workshops."""

from __future__ import annotations

from datetime import UTC, datetime

from preau.offer.laboratory.demands import Invention
from preau.offer.laboratory.rulesets import RuleSet

TITLE = "Ateliers de janvier : qui passe d’abord ?"
SEED = "c1a17a1500000000000000000002026a"
INVENTION = Invention(children=480, offers=20, places_for=62, new=30, second=20, inclusion=6)
RULE_SETS = (
    RuleSet("Tirage seul"),
    RuleSet(
        "Habitants qui n’ont rien eu l’an dernier",
        (("not_served_last_year", "resident"), ("resident",)),
        reserve_for="inclusion",
        reserve_percent=10,
    ),
    RuleSet("Quartier de l’activité", (("near", "resident"), ("resident",))),
    RuleSet(
        "Une place sur cinq aux petits quotients",
        (("not_served_last_year", "resident"), ("resident",)),
        reserve_for="low_quotient",
        reserve_percent=20,
    ),
)
ASKED_AT = datetime(2026, 9, 14, 8, 20, tzinfo=UTC)
ENDED_AT = datetime(2026, 9, 14, 8, 22, tzinfo=UTC)
