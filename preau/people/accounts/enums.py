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
    CATALOGUE_AGENT = "catalogue_agent", _("catalogue des activités et lieux")
    PROVIDER = "provider", _("activités d’une organisation")
    SCHOOL_HEAD = "school_head", _("direction d’école ou d’établissement")
    TEACHER = "teacher", _("enseignement")
    FAMILY_AGENT = "family_agent", _("accueil des familles")
    ACTIVITY_LEADER = "activity_leader", _("animation")

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
    Role.CATALOGUE_AGENT: _(
        "Tient les lieux et le catalogue de la ville : importe les données ouvertes, relit les fiches, les publie."
    ),
    Role.PROVIDER: _("Propose les activités de son organisation et tient ses pièces à jour. Ne voit que les siennes."),
    Role.SCHOOL_HEAD: _("Déclare les classes de son établissement et confirme les demandes de ses enseignants."),
    Role.TEACHER: _("Demande des activités pour sa classe et suit la réponse. Ne voit que son établissement."),
    Role.FAMILY_AGENT: _(
        "Reçoit les familles au guichet et au téléphone, tient leur dossier avec elles, inscrit, mène les campagnes."
    ),
    Role.ACTIVITY_LEADER: _("Fait l’appel des séances de son organisation et sait ce qui aide chaque enfant présent."),
}

PLAN_ROLES = (
    Role.ADMINISTRATOR,
    Role.PLAN_COORDINATOR,
    Role.CONTRIBUTOR,
    Role.ELECTED_MEMBER,
    Role.READER,
    Role.DATA_OFFICER,
    Role.CATALOGUE_AGENT,
)
"""Who works around the plan. Associations that only publish activities, and teachers, read it as the public does."""
