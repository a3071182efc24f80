from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportState(models.TextChoices):
    """``RECEIVED`` and ``PREVIEWED`` are of the screens only: a file that waits for its preview, then for a yes."""

    RECEIVED = "received", _("en cours de lecture")
    PREVIEWED = "previewed", _("à confirmer")
    RUNNING = "running", _("en cours")
    DONE = "done", _("importé")
    REFUSED = "refused", _("fichier refusé")
    ABANDONED = "abandoned", _("abandonné")
    INTERRUPTED = "interrupted", _("interrompu")
    UNDONE = "undone", _("annulé")


class ChangeKind(models.TextChoices):
    CREATED = "created", _("ajouté")
    UPDATED = "updated", _("modifié")
    BACK = "back", _("revenu")
    GONE = "gone", _("disparu")
