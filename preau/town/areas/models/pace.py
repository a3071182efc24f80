from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class WalkingPace(models.Model):
    """How fast the town says that people of an age walk, from a day on. Without a row, the house's own pace counts.

    A pace is never corrected: another one begins, so that a time shown last year can still be explained.
    """

    commune = models.ForeignKey("organisations.Commune", models.PROTECT, related_name="+")
    valid_from = models.DateField(_("valable à partir du"))
    age_under = models.PositiveSmallIntegerField(
        _("âge, strictement inférieur à"), null=True, blank=True, help_text=_("Vide : tous les autres âges.")
    )
    km_per_hour = models.DecimalField(
        _("vitesse en km/h"),
        max_digits=3,
        decimal_places=1,
        validators=[MinValueValidator(1), MaxValueValidator(9)],
    )
    detour = models.DecimalField(
        _("allongement par les rues"),
        max_digits=3,
        decimal_places=2,
        default=1.3,
        validators=[MinValueValidator(1), MaxValueValidator(3)],
    )
    source = models.CharField(_("d’où vient ce choix"), max_length=200)

    class Meta:
        verbose_name = _("vitesse de marche")
        verbose_name_plural = _("vitesses de marche")
        ordering = ["age_under", "-valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["commune", "valid_from", "age_under"], name="pace_once_by_age_and_day"),
            models.UniqueConstraint(
                fields=["commune", "valid_from"],
                condition=models.Q(age_under__isnull=True),
                name="pace_of_adults_once_by_day",
            ),
            models.CheckConstraint(condition=models.Q(km_per_hour__range=(1, 9)), name="pace_is_a_walk"),
            models.CheckConstraint(condition=models.Q(detour__range=(1, 3)), name="detour_is_a_detour"),
        ]

    def __str__(self) -> str:
        return f"{self.km_per_hour} km/h"
