"""What a notice may say, and how often a person wants to read about it by mail."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class NoticeKind(models.TextChoices):
    """Why this concerns the person. The order is that of the mail: what asks something of them comes first."""

    ASKED = "asked", _("On attend votre réponse")
    ENTRUSTED = "entrusted", _("On vous confie")
    DUE = "due", _("Une date approche")
    MENTIONED = "mentioned", _("On vous cite")
    REPLIED = "replied", _("On vous répond")
    PROPOSED = "proposed", _("On propose")
    DECIDED = "decided", _("C’est décidé")
    CHANGED = "changed", _("Cela a changé")


class Frequency(models.TextChoices):
    DAILY = "daily", _("chaque matin, s’il y a du nouveau")
    WEEKLY = "weekly", _("le lundi, avec ce qui m’attend")
    NEVER = "never", _("jamais")


class DigestKind(models.TextChoices):
    """The frequencies at which a mail leaves."""

    DAILY = "daily", _("du jour")
    WEEKLY = "weekly", _("de la semaine")


class MailLanguage(models.TextChoices):
    FRENCH = "fr", _("français")
    ENGLISH = "en", _("anglais")
