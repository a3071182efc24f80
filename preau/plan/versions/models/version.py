from __future__ import annotations

from functools import cached_property

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.plan.structure.snapshot import PlanSnapshot
from preau.plan.versions.enums import VersionKind


class PlanVersion(models.Model):
    """The whole text of a plan at a moment. The database itself refuses to change it (see the migration).

    ``content`` is the snapshot as JSON, ``fingerprint`` its SHA-256, ``moment`` the number of the last change in it.
    ``number`` counts the versions of the plan.
    """

    plan = models.ForeignKey("plan.TerritorialEducationPlan", models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(_("numéro"))
    kind = models.CharField(_("nature"), max_length=10, choices=VersionKind, default=VersionKind.NAMED)
    name = models.CharField(_("nom"), max_length=120)
    note = models.TextField(_("note"), blank=True)
    moment = models.PositiveBigIntegerField(_("dernière modification comprise"))
    content = models.JSONField(_("contenu"))
    fingerprint = models.CharField(_("empreinte"), max_length=64)
    made_at = models.DateTimeField(_("créée le"))
    made_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("version du projet")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="version_number_once_by_plan"),
            models.UniqueConstraint(fields=["plan", "name"], name="version_name_once_by_plan"),
            models.UniqueConstraint(
                fields=["plan"], condition=models.Q(kind=VersionKind.ADOPTED), name="a_plan_is_adopted_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @cached_property
    def snapshot(self) -> PlanSnapshot:
        return PlanSnapshot.of_data(self.content)

    @property
    def is_adopted(self) -> bool:
        return self.kind == VersionKind.ADOPTED

    @property
    def is_intact(self) -> bool:
        """Whether the content still has the fingerprint that was taken of it."""
        return self.snapshot.fingerprint == self.fingerprint
