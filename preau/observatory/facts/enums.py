from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class SnapshotState(models.TextChoices):
    WAITING = "waiting", _("demandé")
    RUNNING = "running", _("en cours")
    DONE = "done", _("terminé")
    FAILED = "failed", _("arrêté")
    CANCELLED = "cancelled", _("annulé")


AT_WORK = (SnapshotState.WAITING, SnapshotState.RUNNING)
