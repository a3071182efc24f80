"""Why a figure is not shown. One code for all that is hidden of children: which one was small is told by none."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    FEW = "few"
    BASE = "base"
    FIRMS = "firms"


SENTENCES: dict[Reason, str] = {
    Reason.FEW: "chiffre masqué : trop peu d’enfants",
    Reason.BASE: "pas de pourcentage : trop peu d’enfants pour le calculer",
    Reason.FIRMS: "montant masqué : trop peu de structures, ou l’une d’elles compte pour presque tout",
}
KEPT = "chiffre du {day}, gardé tel quel : le changement porte sur trop peu d’enfants"
"""Under a figure of an earlier date."""
