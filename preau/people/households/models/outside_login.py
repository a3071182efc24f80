from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class OutsideLogin(models.Model):
    """An adult may enter by a login of the State. ``subject`` is how that login names them to this town only.

    Nothing else of the identity that was read there is kept.
    """

    adult = models.ForeignKey("households.Adult", models.CASCADE, related_name="outside_logins")
    provider = models.CharField(_("par"), max_length=20)
    subject = models.CharField(_("identifiant reçu"), max_length=255)
    linked_at = models.DateTimeField(_("relié le"))

    class Meta:
        verbose_name = _("connexion par l’État")
        constraints = [
            models.UniqueConstraint(fields=["provider", "subject"], name="one_adult_by_outside_login"),
            models.UniqueConstraint(fields=["adult", "provider"], name="one_outside_login_by_adult"),
        ]

    def __str__(self) -> str:
        return f"{self.adult_id} {self.provider}"
