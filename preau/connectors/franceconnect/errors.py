from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class LoginRefusal(models.TextChoices):
    """Why nobody enters: what the person reads."""

    CANCELLED = "cancelled", _("Vous avez quitté FranceConnect avant la fin. Rien n’a été transmis.")
    NOT_ASKED = "not_asked", _("Cette connexion n’a pas été demandée ici, ou trop longtemps avant. Recommencez.")
    NOT_TRUSTED = "not_trusted", _("La réponse de FranceConnect n’a pas pu être vérifiée : personne n’est entré.")
    TOO_LATE = "too_late", _("Cette connexion a expiré. Recommencez depuis la page de connexion.")
    AWAY = "away", _("FranceConnect ne répond pas en ce moment. Vous pouvez entrer avec un code par courriel.")


class LoginRefused(Exception):
    """``detail`` is for tests and logs: it names what was wrong, never a person."""

    def __init__(self, reason: LoginRefusal, detail: str = "") -> None:
        super().__init__(f"{reason.value} {detail}".strip())
        self.reason = reason
