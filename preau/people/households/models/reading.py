from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.people.households.enums import FilePart


class FileReading(models.Model):
    """Somebody of the town looked at a child's file: who, when, what, in which function. Parents can read these lines.

    ``part`` names what was shown, ``role`` the function in which it was read.
    """

    child = models.ForeignKey("households.Child", models.CASCADE, related_name="readings")
    by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    organisation = models.ForeignKey("organisations.Organisation", models.SET_NULL, null=True, related_name="+")
    role = models.CharField(_("fonction"), max_length=20)
    part = models.CharField(_("ce qui a été lu"), max_length=16, choices=FilePart)
    at = models.DateTimeField(_("le"))

    class Meta:
        verbose_name = _("lecture d’un dossier")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["child", "-at"], name="reading_by_child")]

    def __str__(self) -> str:
        return f"{self.child_id} {self.part}"
