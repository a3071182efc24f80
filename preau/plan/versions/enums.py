from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class VersionKind(models.TextChoices):
    NAMED = "named", _("version nommée")
    ADOPTED = "adopted", _("version adoptée")
