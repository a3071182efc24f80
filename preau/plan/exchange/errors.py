from __future__ import annotations

from preau.plan.drafting.models import ReturnedDocument

SENTENCES = {
    "other_plan": (
        "Presque rien de ce document ne se retrouve dans le projet ouvert. Vérifiez que vous renvoyez une copie de "
        "ce projet-ci, et non d’un autre."
    ),
    "no_table": (
        "Ce tableau n’a pas les colonnes attendues (Repère, Nature, Texte…). Partez du fichier téléchargé ici, "
        "modifiez-le sans renommer ses colonnes, puis renvoyez-le."
    ),
    "too_big_table": "Ce tableau compte bien plus de lignes qu’un projet. Vérifiez que c’est le bon fichier.",
    "too_long": "Ce document compte bien plus de passages qu’un projet. Vérifiez que c’est le bon fichier.",
    "unreadable_table": (
        "Ce classeur ne peut pas être ouvert : il est abîmé ou protégé. Enregistrez-le de nouveau au format .xlsx, "
        "puis renvoyez-le."
    ),
}


class NotThisPlan(Exception):
    """The file can be read, but is no copy of this plan. ``sentence`` says it to the sender."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code, self.sentence = code, SENTENCES[code]


class AlreadyReceived(Exception):
    """The very same file was sent back before. Carries what came of it."""

    def __init__(self, returned: ReturnedDocument) -> None:
        super().__init__(f"received as {returned.pk}")
        self.returned = returned
