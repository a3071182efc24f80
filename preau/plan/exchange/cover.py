"""What a copy says of itself on its first page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from preau.foundation.text.days import french_day


@dataclass(frozen=True, slots=True)
class Cover:
    """``moment`` is the number of the last change that the copy holds; ``status`` says draft or adopted, in words."""

    town: str
    title: str
    made_on: date
    moment: int
    starts_on: date | None = None
    ends_on: date | None = None
    status: str = "Texte en cours d’écriture"
    fingerprint: str = ""

    @property
    def term(self) -> str:
        if self.starts_on and self.ends_on:
            return f"Du {french_day(self.starts_on)} au {french_day(self.ends_on)}"
        return ""

    @property
    def state_line(self) -> str:
        return f"{self.status}, état du {french_day(self.made_on)}"


COLUMNS = ("Objectif général", "Objectifs opérationnels", "Effets attendus")
HOW_TO = (
    "Modifiez ce document comme vous le souhaitez, avec ou sans suivi des modifications, puis renvoyez-le : "
    "chaque changement sera montré à sa place, et rien ne sera remplacé sans être relu."
)
