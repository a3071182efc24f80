from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class StudySource(models.TextChoices):
    REPLAY = "replay", _("les vœux d’une campagne passée")
    SYNTHETIC = "synthetic", _("une population inventée")


class StudyState(models.TextChoices):
    WAITING = "waiting", _("en attente")
    RUNNING = "running", _("en calcul")
    DONE = "done", _("terminée")
    FAILED = "failed", _("arrêtée")
    CANCELLED = "cancelled", _("annulée")
