"""What a person should know of the reading of a copy, one sentence each: nothing that was left aside is silent."""

from __future__ import annotations

from preau.plan.exchange.changes import Reading
from preau.plan.exchange.returned import ReturnedPlan

_LONGEST = 20_000
"""Characters of one item. A page of a plan has 3,000."""
_MOST_TOLD = 100


def set_aside(copy: ReturnedPlan) -> list[str]:
    """Takes away the texts that no plan holds: those items keep their words. Gives a sentence for each.

    An item without a text, in a spreadsheet, keeps its words too.
    """
    told = [f"Texte vide pour {item.code or item.mark} : ses mots restent." for item in copy.items if not item.text]
    for item in copy.items:
        longest = max(map(len, (item.text, *(item.sub_points or ()))))
        if longest > _LONGEST:
            told.append(
                f"Passage laissé de côté, car trop long ({longest} signes) : « {(item.text or item.code)[:60]}… »"
            )
            item.text, item.sub_points = "", None
    return told


def remarks_on(copy: ReturnedPlan, reading: Reading) -> list[str]:
    """Words outside the tables are given whole."""
    return [*_about_words(reading), *_about_rows(reading), *_leftovers(copy.leftovers)]


def _about_words(reading: Reading) -> list[str]:
    notes = []
    if reading.retouched:
        notes.append(
            "Passages où seule la typographie diffère (espaces, apostrophes, guillemets, tirets), comptés comme "
            f"inchangés : {reading.retouched}."
        )
    if reading.absent:
        notes.append(
            f"Passages du projet absents de ce fichier : {reading.absent}. Ils restent dans le projet ; "
            "pour proposer un retrait, faites-le depuis sa page."
        )
    return notes


def _about_rows(reading: Reading) -> list[str]:
    notes = [
        f"Les lignes de {code} sont dans un autre ordre : cet ordre n’est pas repris, une ligne nouvelle va à la fin."
        for code in reading.reordered
    ]
    if reading.is_sorted:
        notes.append("Les lignes de ce fichier ont été triées : leur ordre n’est pas repris.")
    homes = {home.code for home in reading.matching.homes.values()}
    return notes + [
        f"L’objectif général {code} n’a plus de texte dans ce document, mais ses lignes y sont : il est gardé."
        for code in sorted(homes)
    ]


def _leftovers(texts: list[str]) -> list[str]:
    told = [f"Texte hors des tableaux, à reprendre à la main : « {text[:_LONGEST]} »" for text in texts[:_MOST_TOLD]]
    if len(texts) > _MOST_TOLD:
        told.append(f"Autres passages hors des tableaux, non affichés : {len(texts) - _MOST_TOLD}.")
    return told
