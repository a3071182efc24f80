from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from preau.plan.sheets.enums import Opinion

_EXPLAINED = (Opinion.WITH_RESERVATIONS, Opinion.UNFAVOURABLE)


class SheetApp(models.Model):
    """An application that the action uses, and what the data officer says of it. Changed, it is looked at again."""

    sheet = models.ForeignKey("sheets.ActionSheet", models.CASCADE, related_name="apps")
    name = models.CharField(_("application"), max_length=120)
    publisher = models.CharField(_("éditeur"), max_length=160, blank=True)
    purpose = models.CharField(_("à quoi elle sert"), max_length=300)
    data = models.CharField(_("données concernées"), max_length=300, blank=True)
    has_accounts = models.BooleanField(_("les enfants y ont un compte"), default=False)
    opinion = models.CharField(_("avis"), max_length=20, choices=Opinion, default=Opinion.ASKED)
    opinion_reason = models.TextField(_("raisons de l’avis"), blank=True)
    opinion_at = models.DateTimeField(_("avis donné le"), null=True, blank=True)
    opinion_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("application utilisée")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["sheet", "name"], name="app_once_by_sheet"),
            models.CheckConstraint(
                condition=Q(opinion=Opinion.ASKED, opinion_at__isnull=True)
                | (~Q(opinion=Opinion.ASKED) & Q(opinion_at__isnull=False)),
                name="an_opinion_has_an_instant",
            ),
            models.CheckConstraint(
                condition=~Q(opinion__in=_EXPLAINED) | ~Q(opinion_reason=""), name="a_reserved_opinion_says_why"
            ),
        ]

    def __str__(self) -> str:
        return self.name
