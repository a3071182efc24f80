from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from preau.plan.sheets.enums import PartnerRole


class SheetPartner(models.Model):
    """Somebody who helps: an organisation of the platform, or a name for those who are not on it."""

    sheet = models.ForeignKey("sheets.ActionSheet", models.CASCADE, related_name="partners")
    organisation = models.ForeignKey(
        "organisations.Organisation", models.PROTECT, null=True, blank=True, related_name="sheet_parts"
    )
    name = models.CharField(_("autre organisation"), max_length=160, blank=True)
    role = models.CharField(_("rôle"), max_length=10, choices=PartnerRole)
    task = models.CharField(_("ce que le partenaire apporte"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("partenaire")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(organisation__isnull=False, name="") | (Q(organisation__isnull=True) & ~Q(name="")),
                name="a_partner_is_known_or_named",
            )
        ]

    def __str__(self) -> str:
        return self.who

    @property
    def who(self) -> str:
        return str(self.organisation) if self.organisation else self.name
