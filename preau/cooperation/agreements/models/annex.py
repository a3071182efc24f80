from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Annex(models.Model):
    """A document that belongs to the agreement; its fingerprint stands in the text that is signed.

    ``is_plan``: the adopted plan itself, made and joined by the program when the council votes the agreement.
    """

    agreement = models.ForeignKey("agreements.Agreement", models.CASCADE, related_name="annexes")
    title = models.CharField(_("intitulé de l’annexe"), max_length=160)
    file = models.OneToOneField("files.StoredFile", models.PROTECT, related_name="+")
    is_plan = models.BooleanField(_("texte du projet"), default=False)
    position = models.PositiveIntegerField(_("ordre"), default=1)

    class Meta:
        verbose_name = _("annexe")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement"], condition=models.Q(is_plan=True), name="the_plan_is_annexed_once"
            )
        ]

    def __str__(self) -> str:
        return self.title
