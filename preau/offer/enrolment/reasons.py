"""Why a place is refused, or cannot be given at once: a closed list, published, each with what one can do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class ReasonCode(models.TextChoices):
    """The values are kept with each refusal: one of them never changes its meaning."""

    NO_RIGHT = "no_right", _("vous ne pouvez pas inscrire cet enfant")
    NOT_HOME = "not_home", _("foyer de l’enfant")
    NOT_SHOWN = "not_shown", _("activité retirée")
    CAMPAIGN = "campaign", _("places données sur vœux")
    NOT_OPEN = "not_open", _("pas encore ouvert")
    CLOSED = "closed", _("inscriptions fermées")
    OVER = "over", _("activité terminée")
    TOO_YOUNG = "too_young", _("enfant trop jeune")
    TOO_OLD = "too_old", _("enfant trop grand")
    LEVEL = "level", _("classe de l’enfant")
    PAPERS = "papers", _("pièce manquante")
    ALREADY = "already", _("déjà inscrit")
    OVERLAP = "overlap", _("autre activité au même moment")
    CAP = "cap", _("nombre d’activités par année")
    FULL = "full", _("groupe complet")
    STAFFING = "staffing", _("encadrement insuffisant")
    CALLED_OFF = "called_off", _("groupe annulé")
    WRONG_FACTS = "wrong_facts", _("renseignement inexact")
    UNANSWERED = "unanswered", _("proposition sans réponse")


class Effect(StrEnum):
    REFUSES = "refuses"  # nothing can be kept for the child as long as it holds
    NO_SEAT = "no_seat"  # a seat cannot be taken, waiting is allowed
    WAITS = "waits"  # the child waits, with a rank
    DECIDED = "decided"  # an agent or time ended a place that existed


@dataclass(frozen=True, slots=True)
class Reason:
    code: ReasonCode
    effect: Effect
    sentence: str | Promise
    remedy: str | Promise


PUBLISHED: dict[ReasonCode, Reason] = {
    each.code: each
    for each in (
        Reason(
            ReasonCode.NO_RIGHT,
            Effect.REFUSES,
            _("Seuls les responsables légaux de l’enfant, et les personnes à qui il est confié, peuvent l’inscrire."),
            _("Si votre situation a changé, montrez le document qui le dit à l’accueil des familles."),
        ),
        Reason(
            ReasonCode.NOT_HOME,
            Effect.REFUSES,
            _("Le foyer choisi n’est pas un foyer où cet enfant habite."),
            _("Choisissez le foyer où il habite, ou faites mettre son dossier à jour à l’accueil des familles."),
        ),
        Reason(
            ReasonCode.NOT_SHOWN,
            Effect.REFUSES,
            _("Cette activité n’est plus proposée."),
            _("Cherchez une activité du même genre dans le catalogue."),
        ),
        Reason(
            ReasonCode.CAMPAIGN,
            Effect.REFUSES,
            _("Il y a plus de demandes que de places : elles sont données sur vœux, puis par tirage au sort."),
            _("Faites un vœu pendant la campagne : le jour et l’heure où vous le faites ne comptent pas."),
        ),
        Reason(
            ReasonCode.NOT_OPEN,
            Effect.REFUSES,
            _("Les inscriptions ne sont pas encore ouvertes."),
            _("Revenez à la date d’ouverture. L’accueil des familles peut aussi vous inscrire, ce jour-là."),
        ),
        Reason(
            ReasonCode.CLOSED,
            Effect.REFUSES,
            _("Les inscriptions sont fermées."),
            _("En cas d’urgence, appelez l’accueil des familles."),
        ),
        Reason(
            ReasonCode.OVER,
            Effect.REFUSES,
            _("Cette activité est terminée."),
            _("Cherchez une activité du même genre dans le catalogue."),
        ),
        Reason(
            ReasonCode.TOO_YOUNG,
            Effect.REFUSES,
            _("L’enfant n’aura pas l’âge demandé le premier jour de l’activité."),
            _("Cherchez dans le catalogue une activité de son âge."),
        ),
        Reason(
            ReasonCode.TOO_OLD,
            Effect.REFUSES,
            _("L’enfant aura passé l’âge de cette activité le premier jour."),
            _("Cherchez dans le catalogue une activité de son âge."),
        ),
        Reason(
            ReasonCode.LEVEL,
            Effect.REFUSES,
            _("L’activité est réservée à certaines classes, et l’enfant est dans une autre."),
            _("Si sa classe a changé, corrigez-la dans son dossier."),
        ),
        Reason(
            ReasonCode.PAPERS,
            Effect.REFUSES,
            _("Une pièce demandée manque, ou n’est plus valable."),
            _("Envoyez-la, ou montrez-la à l’accueil des familles : elle sert une fois pour toutes."),
        ),
        Reason(
            ReasonCode.ALREADY,
            Effect.REFUSES,
            _("L’enfant a déjà une place, ou un rang d’attente, dans ce groupe."),
            _("Rien à faire : la première demande est gardée."),
        ),
        Reason(
            ReasonCode.OVERLAP,
            Effect.NO_SEAT,
            _("L’enfant a une place au même moment, ou trop loin pour y aller à temps."),
            _("Rendez d’abord l’autre place, ou choisissez un autre créneau."),
        ),
        Reason(
            ReasonCode.CAP,
            Effect.NO_SEAT,
            _("L’enfant a déjà autant de groupes de ce domaine que la ville en donne par année à chacun."),
            _("Rendez une de ces places, ou choisissez un autre domaine."),
        ),
        Reason(
            ReasonCode.FULL,
            Effect.WAITS,
            _("Le groupe est complet."),
            _("L’enfant attend à son rang. Une place rendue est proposée dans l’ordre, avec un délai pour répondre."),
        ),
        Reason(
            ReasonCode.STAFFING,
            Effect.WAITS,
            _("La loi demande un adulte de plus pour accueillir un enfant de plus."),
            _("L’enfant attend à son rang : la place s’ouvre dès qu’un adulte est trouvé."),
        ),
        Reason(
            ReasonCode.CALLED_OFF,
            Effect.DECIDED,
            _("Le groupe ou la séance n’a pas lieu."),
            _("Rien n’est dû. Cherchez une activité du même genre, ou appelez l’accueil des familles."),
        ),
        Reason(
            ReasonCode.WRONG_FACTS,
            Effect.DECIDED,
            _("Un renseignement donné pour l’inscription n’est pas exact."),
            _("Corrigez le dossier, puis demandez de nouveau. Vous pouvez contester cette décision."),
        ),
        Reason(
            ReasonCode.UNANSWERED,
            Effect.DECIDED,
            _("La place proposée n’a pas reçu de réponse à temps : elle est passée à l’enfant suivant."),
            _("Vous pouvez demander de nouveau : l’enfant reprend un rang à la suite."),
        ),
    )
}
BY_AN_AGENT = (ReasonCode.CALLED_OFF, ReasonCode.WRONG_FACTS, ReasonCode.PAPERS)
"""Reasons that somebody may choose; the others follow from facts."""


def reason(code: str) -> Reason:
    return PUBLISHED[ReasonCode(code)]
