from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.cooperation.agreements.fingerprints import fingerprint_of


class AgreementText(models.Model):
    """The words put to signature, fixed with the vote. The database itself refuses to change them (see the migration).

    ``content`` is described in ``content.py``. An agreement reworked before anybody signed has a second text, and the
    first one stays.
    """

    agreement = models.ForeignKey("agreements.Agreement", models.CASCADE, related_name="texts")
    number = models.PositiveIntegerField(_("numéro"))
    content = models.JSONField(_("contenu"))
    fingerprint = models.CharField(_("empreinte"), max_length=64)
    fixed_at = models.DateTimeField(_("fixé le"))
    fixed_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("texte de la convention")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["agreement", "number"], name="agreement_text_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.agreement_id} · {self.number}"

    @property
    def is_intact(self) -> bool:
        """Whether the words still have the fingerprint that was taken of them."""
        return fingerprint_of(self.content) == self.fingerprint

    @property
    def plan_fingerprint(self) -> str:
        """That of the plan's text to which it commits; "" where there is none."""
        plan: dict[str, Any] = self.content.get("plan") or {}
        return str(plan.get("fingerprint", ""))
