from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.people.audit.rules import written


class AuditEvent(models.Model):
    """One thing that was done. The database itself refuses to change or remove it (see the migration).

    The account's id is kept, not its name: erasing a person leaves the journal whole and its seals true.
    """

    number = models.PositiveBigIntegerField(_("numéro"), primary_key=True)
    at = models.DateTimeField(_("quand"))
    actor_id = models.BigIntegerField(_("compte"), null=True)
    verb = models.CharField(_("acte"), max_length=60)
    subject = models.CharField(_("objet"), max_length=120, db_index=True)  # "plan.PlanItem:42"
    details = models.JSONField(_("détails"), default=dict)
    previous_seal = models.CharField(_("sceau précédent"), max_length=64)
    seal = models.CharField(_("sceau"), max_length=64, unique=True)

    class Meta:
        verbose_name = _("entrée du journal")
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.number} {self.verb} {self.subject}"

    def content(self) -> dict[str, Any]:
        """What the seal covers."""
        return {
            "number": self.number,
            "at": written(self.at),
            "actor": self.actor_id,
            "verb": self.verb,
            "subject": self.subject,
            "details": self.details,
        }
