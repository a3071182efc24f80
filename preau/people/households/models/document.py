from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from preau.people.households.enums import DocumentKind, DocumentState


class SupportingDocument(models.Model):
    """A piece given once, for a home or for a child, with the day on which it stops being valid.

    ``file`` is empty when an agent only saw the paper, or once it was destroyed: the result stays, the document goes.
    """

    key = models.UUIDField(_("clé"), default=uuid.uuid4, unique=True, editable=False)
    household = models.ForeignKey(
        "households.Household", models.CASCADE, null=True, blank=True, related_name="documents"
    )
    child = models.ForeignKey("households.Child", models.CASCADE, null=True, blank=True, related_name="documents")
    kind = models.CharField(_("nature"), max_length=12, choices=DocumentKind)
    file = models.ForeignKey("files.StoredFile", models.SET_NULL, null=True, blank=True, related_name="+")
    state = models.CharField(_("état"), max_length=8, choices=DocumentState, default=DocumentState.SENT)
    reason = models.CharField(_("raison du refus"), max_length=240, blank=True)
    valid_until = models.DateField(_("valable jusqu’au"), null=True, blank=True)
    given_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    given_at = models.DateTimeField(_("donnée le"))
    checked_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, blank=True, related_name="+")
    checked_at = models.DateTimeField(_("vérifiée le"), null=True, blank=True)

    class Meta:
        verbose_name = _("pièce justificative")
        ordering = ["-given_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(household__isnull=False, child__isnull=True)
                | Q(household__isnull=True, child__isnull=False),
                name="a_document_is_of_a_home_or_of_a_child",
            ),
            models.CheckConstraint(
                condition=Q(state=DocumentState.SENT) | Q(checked_at__isnull=False),
                name="a_document_is_judged_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"
