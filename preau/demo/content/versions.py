"""What was kept of the text, what changed since, and the school's copy that came back."""

from __future__ import annotations

from datetime import UTC, date, datetime


def _at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


VERSIONS: tuple[tuple[str, str, datetime], ...] = (
    # name, note, when (always by the coordinator)
    ("Relu par les services", "Sept services ont rendu leurs remarques ; le théâtre et les sports ont récrit les leurs.", _at(10, 14, 15, 30)),
    ("Comité de pilotage de novembre", "Le texte distribué en séance, avant l’envoi aux écoles.", _at(11, 13, 9, 0)),
)  # fmt: skip

ADDED_FIRST = (
    "A2.G2.R3",
    "Tenir un stand d’inscription au forum des associations.",
    "yasmine.ferhat",
    _at(11, 12, 17, 0),
)
"""In the second version; taken out since. (row, text, who, when)"""

REMOVED = ("Le forum n’aura plus lieu : A2.G2.O8 va plus loin.", "yasmine.ferhat", _at(11, 17, 9, 20))
ADDED_SINCE = ("A1.G1.R3", "Des lycéens qui encadrent les plus jeunes.", "loic.garandeau", _at(11, 19, 10, 5))
REWORDED = (
    "A3.G2.E1",
    "Des familles prévenues six semaines avant chaque inscription.",
    "Une durée, pour pouvoir vérifier.",
    "yasmine.ferhat",
    _at(11, 18, 14, 0),
)
MOVED = ("A4.G1.E4", "A4.G1.R2", "Il répond aux actions sur l’égalité.", "yasmine.ferhat", _at(11, 18, 14, 10))
SCHEDULED = ("A4.G2.O8", date(2027, 3, 31), "yasmine.ferhat", _at(11, 19, 8, 45))

RETURN_NAME = "projet-educatif-clairval-sur-seine-2026-11-13 relu Tilleuls.docx"
RETURNED_AT = _at(11, 20, 16, 12)
RETURN_EDITS: tuple[tuple[str, str, str], ...] = (
    # what the school did: to which item, in which words
    ("reword", "A1.G2.O2", "Associer les parents élus et les enseignants à la préparation de la rentrée dans chaque école."),
    ("reword", "A3.G2.E1", "Des familles prévenues à temps, par l’école aussi."),
    ("rewrite", "A1.G2.E8", "Des parents et des enfants rassurés avant la rentrée."),
    ("remove", "A1.G2.E9", ""),
    ("add", "A1.G2.E6", "Des adultes au courant des besoins de chacun dès le mois de juin."),
    ("add", "A1.G2.O7", "Inviter les familles de grande section à une matinée au CP."),
    ("remove", "A3.G2.E3", ""),
)  # fmt: skip
RETURN_REMARK = ("A1.G2.O2", "Nous étions d’accord en conseil d’école, le 3 novembre.")
