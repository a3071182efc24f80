"""Roles, each with a sentence that says what the person does and may see."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    ADMINISTRATOR = "administrator", _("administration")
    PLAN_COORDINATOR = "plan_coordinator", _("coordination du projet éducatif")
    CONTRIBUTOR = "contributor", _("contribution d’une organisation")
    ELECTED_MEMBER = "elected_member", _("élu ou élue")
    READER = "reader", _("lecture")
    DATA_OFFICER = "data_officer", _("délégué à la protection des données")

    @property
    def description(self) -> str:
        return str(_DESCRIPTIONS[self])


_DESCRIPTIONS = {
    Role.ADMINISTRATOR: _("Ouvre les comptes, règle la plateforme, vérifie le journal. N’écrit pas le projet."),
    Role.PLAN_COORDINATOR: _(
        "Tient le projet éducatif : l’importe, le corrige, tranche les points ouverts, le publie."
    ),
    Role.CONTRIBUTOR: _(
        "Complète les objectifs portés par son organisation et répond aux points qui lui sont confiés."
    ),
    Role.ELECTED_MEMBER: _("Voit où en est le projet, axe par axe, et ce qui attend une décision. Ne modifie rien."),
    Role.READER: _("Lit le projet en cours d’écriture et ses points ouverts, sans rien modifier."),
    Role.DATA_OFFICER: _(
        "Lit tout le projet et donne son avis sur les applications des projets numériques. Ne modifie rien d’autre."
    ),
}
