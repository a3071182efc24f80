"""The words of a campaign (domain brief, f.2 and f.4)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class CampaignState(models.TextChoices):
    PREPARED = "prepared", _("en préparation")
    RULES_ADOPTED = "rules_adopted", _("règles adoptées")
    ANNOUNCED = "announced", _("annoncée")
    OPEN = "open", _("ouverte aux vœux")
    CLOSED = "closed", _("vœux clos")
    DECIDED = "decided", _("places attribuées")
    NOTIFIED = "notified", _("familles prévenues")
    SECOND = "second", _("second tour publié")
    SETTLED = "settled", _("terminée")
    CANCELLED = "cancelled", _("annulée")


class LegalProfile(models.TextChoices):
    """What the law says of the service limits the criteria that may be chosen (brief, c.4 and f.4)."""

    LUNCH = "lunch", _("restauration scolaire")
    OUT_OF_CLASS = "out_of_class", _("accueil périscolaire ou de loisirs")
    SPORT_CULTURE = "sport_culture", _("sport, culture, vacances")
    EARLY_YEARS = "early_years", _("petite enfance")


class ApplicationState(models.TextChoices):
    DRAFT = "draft", _("brouillon")
    SENT = "sent", _("envoyée")
    WITHDRAWN = "withdrawn", _("retirée")


class Answer(models.TextChoices):
    """What became of an application, as the desk counts it: the best that the child has today."""

    TAKEN = "taken", _("place acceptée")
    PROPOSED = "proposed", _("place proposée, sans réponse encore")
    WAITING = "waiting", _("en liste d’attente")
    NOTHING = "nothing", _("ni place ni attente")


class RunKind(models.TextChoices):
    SIMULATION = "simulation", _("essai")
    OFFICIAL = "official", _("tirage officiel")
    SECOND = "second", _("second tour")


class OverrideReason(models.TextChoices):
    """Why two named people moved somebody: a closed list, counted in public."""

    PROTECTION = "protection", _("protection d’un enfant")
    SHELTER = "shelter", _("famille hébergée en urgence")
    DATA_ERROR = "data_error", _("renseignement corrigé")
    COURT = "court", _("décision de justice")


class OverrideState(models.TextChoices):
    ASKED = "asked", _("à signer")
    SIGNED = "signed", _("signée")
    REFUSED = "refused", _("refusée")
    WITHDRAWN = "withdrawn", _("retirée")


class Seat(models.TextChoices):
    """Where the place comes from: nobody who has one loses it."""

    EXTRA = "extra", _("une place de plus, tout de suite")
    RANK = "rank", _("un rang sur la liste d’attente")


class AppealKind(models.TextChoices):
    REVIEW = "review", _("nouvel examen par la ville")
    DEFENDER = "defender", _("Défenseur des droits")
    COURT = "court", _("tribunal administratif")


class AppealGround(models.TextChoices):
    """What a family says is wrong: it tells the desk where to look first."""

    DATA = "data", _("un renseignement est faux ou n’est plus vrai")
    SITUATION = "situation", _("le calcul ne pouvait pas connaître notre situation")
    RULES = "rules", _("les règles votées n’ont pas été suivies")
    UNCLEAR = "unclear", _("je ne comprends pas la réponse")


class AppealResult(models.TextChoices):
    UPHELD = "upheld", _("la décision est revue")
    CONFIRMED = "confirmed", _("la décision est maintenue")


class LetterSubject(models.TextChoices):
    """What a letter tells; each goes once to each guardian who is reached on paper."""

    DECISION = "decision", _("la réponse à la demande")
    SECOND = "second", _("la réponse du second tour")
    EXCEPTION = "exception", _("une place donnée hors de l’ordre")
    RECEIPT = "receipt", _("le récépissé d’un recours")
    ANSWER = "answer", _("la réponse à un recours")
