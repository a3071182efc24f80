from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReturnedDocument(models.Model):
    """A copy of the plan that a partner edited elsewhere and sent back: a batch of suggestions to go through.

    ``base_moment`` is the moment of the plan that the copy was taken from (the number of a change), None when the
    copy no longer says. The file itself is not kept.
    """

    plan = models.ForeignKey("plan.TerritorialEducationPlan", models.CASCADE, related_name="returns")
    file_name = models.CharField(_("fichier"), max_length=255)
    file_format = models.CharField(_("format"), max_length=8)
    file_size = models.PositiveIntegerField(_("taille en octets"))
    sha256 = models.CharField(_("empreinte"), max_length=64)
    base_moment = models.PositiveBigIntegerField(_("état de départ"), null=True, blank=True)
    has_marks = models.BooleanField(_("repères conservés"), default=True)
    unchanged = models.PositiveIntegerField(_("passages inchangés"), default=0)
    notes = models.JSONField(_("remarques de lecture"), default=list)
    by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    organisation = models.ForeignKey(
        "organisations.Organisation", models.SET_NULL, null=True, blank=True, related_name="returns"
    )
    received_at = models.DateTimeField(_("reçu le"))
    discarded_at = models.DateTimeField(_("écarté le"), null=True, blank=True)

    class Meta:
        verbose_name = _("retour d’un partenaire")
        ordering = ["-received_at", "-pk"]

    def __str__(self) -> str:
        return self.file_name
