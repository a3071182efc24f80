"""What comes of going towards a family, and why an offer was not used (domain brief, i.5)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Outcome(models.TextChoices):
    REACHED = "reached", _("famille jointe")
    DECLINED = "declined", _("ne souhaite pas")
    NO_ANSWER = "no_answer", _("sans réponse")


class Barrier(models.TextChoices):
    """The four ways of not using what one could use, as the Odenore tells them apart. Never a judgment on a family."""

    NOT_KNOWN = "not_known", _("ne connaissait pas l’offre")
    NOT_ASKED = "not_asked", _("la connaissait, l’offre ne convient pas")
    NOT_GOT = "not_got", _("a demandé et n’a pas obtenu")
    NOT_OFFERED = "not_offered", _("personne ne l’avait proposée")


class Ending(models.TextChoices):
    """Why a list closed."""

    DONE = "done", _("fermée par le référent")
    TERM = "term", _("fin du délai")
    LEFT = "left", _("fin de la désignation")
