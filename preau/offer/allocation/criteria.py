"""Every criterion that a rule may use. The list is closed: what is not here gives nobody an advantage."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Criterion:
    """``is_told``: a family may read « with this, you would have had the place ». Never about what people earn."""

    label: str
    is_told: bool = True


CRITERIA: dict[str, Criterion] = {
    "resident": Criterion("habite la commune"),
    "near": Criterion("habite le secteur de l’activité"),
    "school_there": Criterion("va à l’école sur place"),
    "sibling_there": Criterion("a un frère ou une sœur sur place"),
    "not_served_last_year": Criterion("n’a eu aucune place l’an dernier"),
    "continues": Criterion("poursuit un apprentissage commencé"),
    "last_year_of_age": Criterion("n’aura plus l’âge l’an prochain"),
    "priority_quarter": Criterion("habite un quartier prioritaire", is_told=False),
    "low_quotient": Criterion("a un quotient familial parmi les plus bas", is_told=False),
    "lone_parent": Criterion("vit avec un seul parent", is_told=False),
    "parents_work": Criterion("a ses parents au travail ou en formation", is_told=False),
    "inclusion": Criterion("est attendu avec l’accompagnement décidé par l’équipe", is_told=False),
}

_INSIDERS = "les enfants de celles et ceux qui organisent, travaillent ou sont élus ici n’ont aucun avantage"
FORBIDDEN: dict[str, str] = {
    "staff": _INSIDERS,
    "agent": _INSIDERS,
    "employee": _INSIDERS,
    "elected": _INSIDERS,
    "organis": _INSIDERS,
    "organiz": _INSIDERS,
    "provider": _INSIDERS,
    "leader": _INSIDERS,
    "teacher": _INSIDERS,
    "arriv": "l’heure d’arrivée de la demande ne compte pas",
    "first_come": "l’heure d’arrivée de la demande ne compte pas",
    "national": "la nationalité ne compte pas",
    "relig": "la religion ne compte pas",
    "health": "la santé ne compte pas : une place accompagnée est décidée par des personnes",
    "disab": "le handicap ne compte pas : une place accompagnée est décidée par des personnes",
}
"""Beginnings of words that a criterion may not contain, and why."""


def refusal(code: str) -> str:
    """Why a criterion is not accepted; empty when it is."""
    if code in CRITERIA:
        return ""
    for word, why in FORBIDDEN.items():
        if word in code.lower():
            return why
    return "il n’est pas dans la liste publiée des critères"
