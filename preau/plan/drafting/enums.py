from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class SuggestionKind(models.TextChoices):
    INSERTION = "insertion", _("ajout")
    DELETION = "deletion", _("suppression")
    REPLACEMENT = "replacement", _("remplacement")
    MOVE = "move", _("déplacement")
    ROW_INSERTION = "row_insertion", _("ligne ajoutée")
    ROW_DELETION = "row_deletion", _("ligne supprimée")


class SuggestionState(models.TextChoices):
    OPEN = "open", _("à examiner")
    ACCEPTED = "accepted", _("acceptée")
    REFUSED = "refused", _("refusée")


class PointOutcome(models.TextChoices):
    SETTLED = "settled", _("décidé")
    NOT_A_PROBLEM = "not_a_problem", _("sans objet")
