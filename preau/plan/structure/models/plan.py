from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class PlanQuerySet(models.QuerySet["TerritorialEducationPlan"]):
    def on_display(self) -> TerritorialEducationPlan | None:
        """The plan that the public reads: the one shown last."""
        return (
            self.filter(shown_at__isnull=False, discarded_at__isnull=True)
            .select_related("commune")
            .order_by("-shown_at", "-pk")
            .first()
        )

    def kept(self) -> PlanQuerySet:
        return self.filter(discarded_at__isnull=True)


class TerritorialEducationPlan(models.Model):
    """A town's education plan (projet éducatif de territoire), code de l'éducation L551-1 and R551-13.

    It is written in the workspace, shown to the public from ``shown_at`` on, in force from ``adopted_on`` on.
    """

    commune = models.ForeignKey("organisations.Commune", models.PROTECT, related_name="plans")
    title = models.CharField(_("titre"), max_length=200)
    introduction = models.TextField(_("présentation pour les familles"), blank=True)
    easy_read = models.TextField(_("présentation en facile à lire et à comprendre"), blank=True)
    starts_on = models.DateField(_("débute le"), null=True, blank=True)
    ends_on = models.DateField(_("s’achève le"), null=True, blank=True)
    created_at = models.DateTimeField(_("créé le"))
    shown_at = models.DateTimeField(_("montré au public le"), null=True, blank=True)
    adopted_on = models.DateField(_("adopté le"), null=True, blank=True)
    discarded_at = models.DateTimeField(_("retiré le"), null=True, blank=True)
    follows = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="followers")

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("projet éducatif de territoire")
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True) | models.Q(starts_on__lt=models.F("ends_on")),
                name="plan_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_adopted(self) -> bool:
        """Its text is then fixed for good; the next plan starts from it."""
        return self.adopted_on is not None

    @property
    def is_shown(self) -> bool:
        return self.shown_at is not None and self.discarded_at is None
