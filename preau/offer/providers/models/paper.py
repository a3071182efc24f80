from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from preau.offer.providers.enums import PaperKind, PaperState


class ProviderPaper(models.Model):
    """What an organisation declared of one paper, and what the town saw of it: the result and the dates, never a copy.

    ``reference`` is a number or the name of an insurer, never that of a person. A paper that is given again is
    another row: what held before is still known.
    """

    organisation = models.ForeignKey("organisations.Organisation", models.CASCADE, related_name="papers")
    kind = models.CharField(_("pièce"), max_length=12, choices=PaperKind)
    reference = models.CharField(_("référence"), max_length=120, blank=True)
    declared_on = models.DateField(_("en date du"))
    valid_until = models.DateField(_("valable jusqu’au"), null=True, blank=True)
    state = models.CharField(_("état"), max_length=10, choices=PaperState, default=PaperState.DECLARED)
    given_at = models.DateTimeField(_("déclarée le"))
    given_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    checked_at = models.DateTimeField(_("contrôlée le"), null=True, blank=True)
    checked_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")
    remark = models.CharField(_("ce qui ne va pas"), max_length=240, blank=True)

    class Meta:
        verbose_name = _("pièce d’une organisation")
        ordering = ["kind", "-given_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=PaperKind.values), name="paper_kind_is_known"),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("declared_on")),
                name="paper_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(state=PaperState.DECLARED, checked_at__isnull=True)
                | Q(state__in=(PaperState.VALID, PaperState.REFUSED), checked_at__isnull=False),
                name="a_checked_paper_says_when",
            ),
            models.UniqueConstraint(
                fields=["organisation", "kind"],
                condition=Q(state=PaperState.DECLARED),
                name="one_paper_of_a_kind_waits",
            ),
        ]
        indexes = [models.Index(fields=["organisation", "kind"], name="paper_by_organisation")]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.kind}"
