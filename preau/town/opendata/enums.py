from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportState(models.TextChoices):
    """The first three are of the screens only: a file that waits for its preview, for a yes, for its turn."""

    RECEIVED = "received", _("en cours de lecture")
    PREVIEWED = "previewed", _("à confirmer")
    CONFIRMED = "confirmed", _("confirmé, va commencer")
    RUNNING = "running", _("en cours")
    DONE = "done", _("importé")
    REFUSED = "refused", _("fichier refusé")
    ABANDONED = "abandoned", _("abandonné")
    INTERRUPTED = "interrupted", _("interrompu")
    UNDONE = "undone", _("annulé")


WAITING = (ImportState.RECEIVED, ImportState.PREVIEWED, ImportState.CONFIRMED)
"""Nothing is written yet."""


class ChangeKind(models.TextChoices):
    CREATED = "created", _("ajouté")
    UPDATED = "updated", _("modifié")
    BACK = "back", _("revenu")
    GONE = "gone", _("disparu")
