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
    REWORDING = "rewording", _("nouvelle formulation")
    DETAILING = "detailing", _("points de détail")
    ADDITION = "addition", _("nouvel élément")
    REMOVAL = "removal", _("retrait")
    RELOCATION = "relocation", _("changement de place")
    OWNING = "owning", _("porteur")
    SCHEDULING = "scheduling", _("échéance")


class SuggestionState(models.TextChoices):
    OPEN = "open", _("à examiner")
    ACCEPTED = "accepted", _("acceptée")
    REFUSED = "refused", _("refusée")
    WITHDRAWN = "withdrawn", _("reprise par son auteur")


class Certainty(models.TextChoices):
    """How surely the place of a change was found again in a file that came back."""

    SURE = "sure", _("certain")
    LIKELY = "likely", _("probable")
    UNCERTAIN = "uncertain", _("à vérifier")


class PointOutcome(models.TextChoices):
    SETTLED = "settled", _("décidé")
    NOT_A_PROBLEM = "not_a_problem", _("sans objet")
