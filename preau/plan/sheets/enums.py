"""The vocabulary of action sheets."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class SheetState(models.TextChoices):
    """In the order of an ordinary life; the last two are ends that nobody wishes."""

    DRAFT = "draft", _("brouillon")
    PROPOSED = "proposed", _("proposée")
    CO_VALIDATED = "co_validated", _("validée par les deux")
    SCHEDULED = "scheduled", _("programmée")
    RUNNING = "running", _("en cours")
    REVIEWED = "reviewed", _("bilan fait")
    ARCHIVED = "archived", _("archivée")
    REJECTED = "rejected", _("refusée")
    CANCELLED = "cancelled", _("annulée")


class Audience(models.TextChoices):
    CHILDREN = "children", _("enfants")
    CLASSES = "classes", _("classes")
    YOUNG = "young", _("jeunes")
    FAMILIES = "families", _("familles")
    PROFESSIONALS = "professionals", _("équipes éducatives")


class Theme(models.TextChoices):
    CITIZENSHIP = "citizenship", _("citoyenneté")
    ENVIRONMENT = "environment", _("environnement")
    LAICITE = "laicite", _("laïcité")
    FOOD = "food", _("alimentation")
    SPORT = "sport", _("sports")
    CULTURE = "culture", _("arts et culture")
    DIGITAL = "digital", _("numérique")
    READING = "reading", _("lecture")
    HEALTH = "health", _("santé")
    INCLUSION = "inclusion", _("handicap et inclusion")
    PARENTING = "parenting", _("parentalité")
    TRANSITION = "transition", _("passerelle")


class PartnerRole(models.TextChoices):
    LEADS = "leads", _("anime des séances")
    HOSTS = "hosts", _("accueille")
    LENDS = "lends", _("prête du matériel")
    FINANCES = "finances", _("finance")
    ADVISES = "advises", _("conseille")
    TRAINS = "trains", _("forme les adultes")
    RELAYS = "relays", _("fait connaître")


class BudgetKind(models.TextChoices):
    EXPENSE = "expense", _("dépense")
    INCOME = "income", _("recette")


class Opinion(models.TextChoices):
    """What the data officer says of an application."""

    ASKED = "asked", _("avis attendu")
    FAVOURABLE = "favourable", _("avis favorable")
    WITH_RESERVATIONS = "with_reservations", _("favorable avec réserves")
    UNFAVOURABLE = "unfavourable", _("avis défavorable")


class EventKind(models.TextChoices):
    """What a line of a sheet's history tells: a step of its life, or something that happened on the way."""

    CREATED = "created", _("a créé la fiche")
    COPIED = "copied", _("a repris la fiche de l’an passé")
    EDITED = "edited", _("a modifié la fiche")
    PROPOSE = "propose", _("a proposé la fiche")
    SIGNED = "signed", _("a validé la fiche")
    VALIDATE = "validate", _("a apporté la seconde validation")
    REVISE = "revise", _("a changé le fond : les validations sont à redonner")
    SCHEDULE = "schedule", _("a programmé l’action")
    START = "start", _("a démarré l’action")
    REVIEW = "review", _("a écrit le bilan")
    ARCHIVE = "archive", _("a archivé la fiche")
    REJECT = "reject", _("a refusé la fiche")
    CANCEL = "cancel", _("a annulé l’action")
    REDRAFT = "redraft", _("a remis la fiche en brouillon")
    OPINION = "opinion", _("a donné son avis sur une application")


class ReminderKind(models.TextChoices):
    MILESTONE = "milestone", _("étape proche")
    NOT_STARTED = "not_started", _("début passé")
    NOT_ENDED = "not_ended", _("fin passée")
    REVIEW = "review", _("bilan attendu")
