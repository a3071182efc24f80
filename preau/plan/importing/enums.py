from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportState(models.TextChoices):
    IN_REVIEW = "in_review", _("à relire")
    CONFIRMED = "confirmed", _("confirmé")
    ABANDONED = "abandoned", _("abandonné")
    UNDONE = "undone", _("annulé")
