from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class SheetValidation(models.Model):
    """One institution agrees with the sheet as it stands. Taken back when what it says changes; never erased.

    ``how`` is filled where the coordination writes down an agreement given elsewhere, in a meeting or by letter.
    """

    sheet = models.ForeignKey("sheets.ActionSheet", models.CASCADE, related_name="validations")
    organisation = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="sheet_validations")
    by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="sheet_validations")
    at = models.DateTimeField(_("validée le"))
    how = models.CharField(_("comment l’accord a été donné"), max_length=300, blank=True)
    version = models.PositiveIntegerField(_("version validée"))
    withdrawn_at = models.DateTimeField(_("reprise le"), null=True, blank=True)

    class Meta:
        verbose_name = _("validation")
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["sheet", "organisation"],
                condition=Q(withdrawn_at__isnull=True),
                name="an_institution_validates_once",
            ),
            models.UniqueConstraint(
                fields=["sheet", "by"],
                condition=Q(withdrawn_at__isnull=True, by__isnull=False),
                name="nobody_validates_for_both_sides",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.at:%Y-%m-%d}"

    @property
    def holds(self) -> bool:
        return self.withdrawn_at is None
