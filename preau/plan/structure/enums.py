from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class ItemKind(models.TextChoices):
    AXIS = "axis", _("axe")
    GENERAL_OBJECTIVE = "general_objective", _("objectif général")
    OPERATIONAL_OBJECTIVE = "operational_objective", _("objectif opérationnel")
    EXPECTED_EFFECT = "expected_effect", _("effet attendu")

    @property
    def letter(self) -> str:
        """The letter of its code: A1.G1.O1 stands beside A1.G1.E1."""
        return {"axis": "A", "general_objective": "G", "operational_objective": "O", "expected_effect": "E"}[self.value]


class ChangeKind(models.TextChoices):
    IMPORTED = "imported", _("importé")
    ADDED = "added", _("ajouté")
    REWORDED = "reworded", _("texte modifié")
    DETAILED = "detailed", _("points de détail modifiés")
    NOTED = "noted", _("note modifiée")
    OWNED = "owned", _("porteur modifié")
    SCHEDULED = "scheduled", _("échéance modifiée")
    MOVED = "moved", _("déplacé")
    REMOVED = "removed", _("retiré")
    RESTORED = "restored", _("rétabli")
    UNDONE = "undone", _("modification annulée")
    RECORDED = "recorded", _("relevé à la mise à jour de la plateforme")
