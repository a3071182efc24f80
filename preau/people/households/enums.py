"""The words of family life, as the town's procedures use them (domain brief, c.1 and glossary k)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Sex(models.TextChoices):
    """Asked only to know whether places go to girls and boys alike; may be left out."""

    GIRL = "girl", _("fille")
    BOY = "boy", _("garçon")


class GuardianKind(models.TextChoices):
    PARENT = "parent", _("parent")
    GUARDIAN = "guardian", _("tuteur ou tutrice")
    FOSTER_CARER = "foster_carer", _("famille d’accueil")
    DELEGATE = "delegate", _("personne à qui l’autorité parentale est déléguée")
    INSTITUTION = "institution", _("service gardien")


class GuardianRights(models.TextChoices):
    """What one adult may do for one child, from the widest to none."""

    FULL = "full", _("autorité parentale")
    USUAL_ACTS = "usual_acts", _("actes usuels")
    INFORMED = "informed", _("information seulement")
    BLOCKED = "blocked", _("aucun accès")


class Channel(models.TextChoices):
    """By which door something came. None of them gives or takes a rank."""

    ONLINE = "online", _("en ligne")
    COUNTER = "counter", _("au guichet")
    PHONE = "phone", _("par téléphone")
    PAPER = "paper", _("sur papier")


class ContactBy(models.TextChoices):
    MAIL = "mail", _("courriel")
    PAPER = "paper", _("courrier postal")
    PHONE = "phone", _("téléphone")


class DocumentKind(models.TextChoices):
    ADDRESS = "address", _("justificatif de domicile")
    INSURANCE = "insurance", _("assurance extrascolaire")
    QUOTIENT = "quotient", _("attestation de quotient familial")
    AUTHORITY = "authority", _("décision sur l’autorité parentale")
    SWIMMING = "swimming", _("attestation d’aisance aquatique")
    VACCINATION = "vaccination", _("vaccinations obligatoires vues")
    OTHER = "other", _("autre pièce demandée")


class DocumentState(models.TextChoices):
    SENT = "sent", _("à vérifier")
    ACCEPTED = "accepted", _("acceptée")
    REFUSED = "refused", _("refusée")


class ConsentPurpose(models.TextChoices):
    """Only what is optional: registration, attendance and billing do not rest on consent (brief, c.1)."""

    PICTURES = "pictures", _("photos et vidéos de l’enfant")
    NEWSLETTER = "newsletter", _("nouvelles des activités")
    SURVEYS = "surveys", _("être recontacté pour une enquête")
    CARE_SHARED = "care_shared", _("partage de « ce qui m’aide » avec l’équipe")
    QUOTIENT_LOOKUP = "quotient_lookup", _("lecture du quotient familial auprès de la CAF ou de la MSA")


class QuotientSource(models.TextChoices):
    DECLARED = "declared", _("déclaré avec un justificatif")
    API = "api", _("lu auprès de la CAF ou de la MSA")
    COUNTER = "counter", _("vu au guichet")


class MandateScope(models.TextChoices):
    """What a helper may do for somebody."""

    FAMILY_FILE = "family_file", _("tenir le dossier de la famille")
    REGISTER = "register", _("inscrire et annuler")
    CAMPAIGN = "campaign", _("faire des vœux et répondre aux propositions")


class FilePart(models.TextChoices):
    """What of a child's file was looked at, as parents read it."""

    FILE = "file", _("la fiche")
    DOCUMENTS = "documents", _("les pièces")
    HEALTH = "health", _("la fiche sanitaire")
    ROLL_CALL = "roll_call", _("la liste d’appel")
    PLACES = "places", _("les inscriptions")


class InvitationKind(models.TextChoices):
    """To what somebody is invited."""

    ACCOUNT = "account", _("ouvrir son compte")
    GUARDIAN = "guardian", _("suivre un enfant")
    YOUNG = "young", _("ouvrir son compte de jeune")


class RetainedThing(models.TextChoices):
    """What is kept for a time: brief, c.3."""

    FAMILY_FILE = "family_file", _("dossier d’une famille sans inscription")
    SCAN = "scan", _("copie d’une pièce vérifiée")
    PAPER = "paper", _("résultat d’une pièce qui n’est plus valable")
    READING = "reading", _("liste de qui a ouvert un dossier")
    INVITATION = "invitation", _("invitation sans suite")


class EliminationOrigin(models.TextChoices):
    TERM = "term", _("durée atteinte")
    REQUEST = "request", _("demande de la famille")
