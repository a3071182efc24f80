from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from preau.people.households.enums import GuardianKind, GuardianRights


class GuardianQuerySet(models.QuerySet["Guardian"]):
    def on(self, day: date) -> GuardianQuerySet:
        return self.filter(from_on__lte=day).filter(Q(until_on__isnull=True) | Q(until_on__gte=day))


class Guardian(models.Model):
    """What one adult may do for one child, from a day to a day. A change ends the row and opens another.

    ``basis`` is what it rests on (« acte de naissance », « jugement du … »), ``document`` the paper that was shown. Two
    rows of the same pair never hold on the same day: the verbs see to it, and the database to the open one.
    """

    child = models.ForeignKey("households.Child", models.CASCADE, related_name="guardians")
    adult = models.ForeignKey("households.Adult", models.CASCADE, related_name="wards")
    kind = models.CharField(_("lien"), max_length=12, choices=GuardianKind)
    rights = models.CharField(_("droits"), max_length=10, choices=GuardianRights)
    basis = models.CharField(_("fondé sur"), max_length=200, blank=True)
    document = models.ForeignKey(
        "households.SupportingDocument", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    from_on = models.DateField(_("depuis le"))
    until_on = models.DateField(_("jusqu’au"), null=True, blank=True)
    recorded_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    recorded_at = models.DateTimeField(_("enregistré le"))

    objects = GuardianQuerySet.as_manager()

    class Meta:
        verbose_name = _("responsable légal")
        ordering = ["child", "from_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["child", "adult"], condition=Q(until_on__isnull=True), name="one_open_link_by_child_and_adult"
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")), name="guardian_ends_after_start"
            ),
            models.CheckConstraint(condition=Q(rights__in=GuardianRights.values), name="guardian_rights_are_known"),
        ]

    def __str__(self) -> str:
        return f"{self.child_id} {self.adult_id} {self.rights}"
