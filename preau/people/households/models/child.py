from __future__ import annotations

import uuid
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.people.households.enums import Sex
from preau.people.households.rights import age_on


class Child(models.Model):
    """A child or a young person. Addresses carry ``key``, which nobody can guess or count.

    ``account`` is the young person's own, from the age at which the law lets them act. ``school`` is where the child
    goes, ``level`` a value of the school levels. Once ``erased_on`` is set, nothing of the person is left in the row.
    """

    key = models.UUIDField(_("clé"), default=uuid.uuid4, unique=True, editable=False)
    commune = models.ForeignKey("organisations.Commune", models.PROTECT, related_name="children")
    first_name = models.CharField(_("prénom"), max_length=80)
    last_name = models.CharField(_("nom"), max_length=80)
    born_on = models.DateField(_("date de naissance"))
    sex = models.CharField(_("sexe"), max_length=4, choices=Sex, blank=True)
    school = models.ForeignKey("organisations.Organisation", models.SET_NULL, null=True, blank=True, related_name="+")
    level = models.CharField(_("classe"), max_length=12, blank=True)
    account = models.OneToOneField("accounts.User", models.SET_NULL, null=True, blank=True, related_name="as_child")
    created_at = models.DateTimeField(_("créé le"))
    erased_on = models.DateField(_("effacé le"), null=True, blank=True)
    version = models.PositiveIntegerField(_("version"), default=1)

    class Meta:
        verbose_name = _("enfant")
        ordering = ["born_on", "pk"]
        indexes = [models.Index(fields=["commune", "last_name", "born_on"], name="child_by_name")]

    def __str__(self) -> str:
        return f"{self.first_name} {self.last_name}"

    def age_on(self, day: date) -> int:
        """Whole years."""
        return age_on(self.born_on, day)
