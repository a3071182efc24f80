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
    HEALTH = "health", _("recopier la fiche santé d’un enfant")


class IdentityPaper(models.TextChoices):
    """What was shown to say who one is. Only its nature is kept, never its number nor a copy."""

    CARD = "card", _("carte nationale d’identité")
    PASSPORT = "passport", _("passeport")
    RESIDENCE = "residence", _("titre de séjour")
    DRIVING = "driving", _("permis de conduire")
    ASYLUM = "asylum", _("attestation de demande d’asile")
    SIGNED = "signed", _("signature comparée à celle du dossier")
    ANSWERS = "answers", _("réponses aux questions de vérification, au téléphone")


class QuotientRefusal(models.TextChoices):
    """Why a quotient is not kept, said to whoever entered it."""

    OUT_OF_RANGE = "out_of_range", _("Un quotient familial est un nombre entier entre 0 et 20 000.")
    FUTURE = "future", _("Ce mois n’est pas encore commencé : indiquez le mois écrit sur l’attestation.")
    TOO_OLD = "too_old", _("Ce quotient n’est plus valable aujourd’hui : demandez une attestation plus récente.")
    NO_PROOF = "no_proof", _("Un quotient déclaré s’appuie sur l’attestation de ce foyer : joignez-la d’abord.")
    NO_CONSENT = "no_consent", _("Sans l’accord d’un adulte de ce foyer, son quotient n’est ni lu ni gardé.")


class MandateRefusal(models.TextChoices):
    """Why a mandate is not recorded."""

    NOT_A_HELPER = "not_a_helper", _("Seul un agent de l’accueil des familles peut recevoir un mandat.")
    TOO_LONG = "too_long", _("Un mandat dure un an au plus.")
    DATES = "dates", _("Un mandat commence aujourd’hui ou plus tard, et finit après avoir commencé.")
    NO_SCOPE = "no_scope", _("Choisissez au moins une démarche.")
    ONE_CALL = "one_call", _("Au téléphone, sans papier signé, un mandat vaut pour la journée seulement.")
    NO_IDENTITY = "no_identity", _("Dites quelle pièce d’identité vous avez vue.")


class FilePart(models.TextChoices):
    """What of a child's file was looked at, as parents read it."""

    FILE = "file", _("la fiche")
    DOCUMENTS = "documents", _("les pièces")
    HEALTH = "health", _("la fiche sanitaire")
    ROLL_CALL = "roll_call", _("la liste d’appel")
    PLACES = "places", _("les inscriptions")
    OUTREACH = "outreach", _("le nom et comment joindre la famille, pour proposer une activité")


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
