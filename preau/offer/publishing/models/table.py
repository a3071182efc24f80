from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class EntryTable(models.Model):
    """A spreadsheet that somebody sent and whose effect they are looking at. It goes once applied, or after a day.

    ``outcome`` is what would have come of it when it was sent (``intake.Outcome``, as JSON).
    """

    commune = models.ForeignKey("organisations.Commune", models.CASCADE, related_name="+")
    file = models.OneToOneField("files.StoredFile", models.CASCADE, related_name="+")
    sent_by = models.ForeignKey("accounts.User", models.CASCADE, related_name="+")
    outcome = models.JSONField(_("aperçu"), default=dict)
    sent_at = models.DateTimeField(_("envoyé le"))

    class Meta:
        verbose_name = _("tableau d’activités")

    def __str__(self) -> str:
        return f"{self.file_id}"
