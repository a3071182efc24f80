"""Sentences that the site and the letter say alike: how it was decided, on what data, and what one can do about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from preau.foundation.text.days import french_day

from .criteria import KNOWN
from .enums import RunKind
from .models import AllocationCampaign, Application
from .remedies import CADA, DEFENDER, Office, ask_until, court_of, delays_on


@dataclass(frozen=True, slots=True)
class Way:
    """One thing that a family can do. ``lines``: where to write."""

    title: str
    words: str
    lines: tuple[str, ...] = ()


def told_on(campaign: AllocationCampaign, *steps: str) -> date:
    """The last day on which families were told: at any round, or at the one that is named."""
    step = campaign.steps.filter(step__in=steps or ("notify", "second")).order_by("-at").first()
    return timezone.localdate(step.at if step else campaign.closes_at)


def told_to(application: Application) -> date:
    """The day of the last answer to this demand: delays run from it. A second round does not tell something to all."""
    again = application.cases.filter(run__kind=RunKind.SECOND).exists()
    return told_on(application.campaign, "second" if again else "notify")


def known_of(application: Application) -> list[tuple[str, str]]:
    """(what was held to be true of the child, where that came from), as kept at the decision."""
    facts: dict[str, Any] = application.facts or {}
    return [(str(KNOWN[code].words), source) for code, source in facts.get("sources", {}).items() if code in KNOWN]


def notice_of(campaign: AllocationCampaign) -> list[str]:
    """The explicit notice of an algorithm: what it is for, its part in the decision, the data, how they weigh, what it
    does, the right to know more and how to use it (CRPA, L. 311-3-1, R. 311-3-1-1 and R. 311-3-1-2). Twenty words a
    sentence at most.
    """
    delays = delays_on(told_on(campaign))
    facts = {
        "number": campaign.resolution_number,
        "day": french_day(campaign.resolution_on or told_on(campaign)),
        "service": campaign.organisation.name,
        "wait": months(delays.explanation),
        "then": months(delays.access),
        "office": CADA.name,
    }
    return [
        _(
            "Décision individuelle prise sur le fondement d’un traitement algorithmique. Ce calcul sert à ranger les "
            "demandes et à donner les places. Il suit les règles votées par le conseil municipal (délibération "
            "%(number)s du %(day)s). Le rang vient du seul calcul. Une place hors de ce rang demande un motif écrit et "
            "deux signatures. Le nombre de ces places est public."
        )
        % facts,
        _(
            "Il se sert de vos vœux, dans leur ordre, et d’un tirage au sort. Il se sert aussi des renseignements de "
            "votre dossier que les règles nomment. L’heure d’arrivée ne compte pas. Le métier des parents non plus."
        ),
        _(
            "Il essaie vos vœux un par un, du premier au dernier. Quand une activité est pleine, la première priorité "
            "passe avant la suivante. À priorité égale, le plus petit numéro du tirage passe d’abord. Il n’y a ni "
            "points ni notes. Les règles peuvent garder des places pour certains enfants."
        ),
        _(
            "Vous avez le droit de demander les règles du calcul, et comment elles ont joué pour votre enfant. Écrivez "
            "à ce service : %(service)s. Il vous dira les données, leur source, les priorités et leur poids. Il vous "
            "dira aussi les étapes du calcul, et sa part dans la décision. Ce droit est dans le code des relations "
            "entre le public et l’administration. Ce sont les articles L. 311-3-1, R. 311-3-1-1 et R. 311-3-1-2. "
            "Sans réponse après %(wait)s, vous pouvez écrire à la %(office)s. Vous avez %(then)s pour le faire."
        )
        % facts,
    ]


def ways_of(campaign: AllocationCampaign, from_on: date | None = None) -> list[Way]:
    """Before whom a decision can be contested, until when. ``from_on``: the day it was told, if not with the others."""
    start = from_on or told_on(campaign)
    delays, last = delays_on(start), french_day(ask_until(start))
    silence = months(delays.silence)
    return [
        Way(
            _("À la ville : un nouvel examen"),
            _(
                "Une personne relit votre dossier. Demandez-le avant le %(day)s : dans votre espace famille, au "
                "guichet ou par courrier. Sans réponse au bout de %(silence)s, c’est un refus. Vous avez alors "
                "%(court)s pour aller au tribunal."
            )
            % {"day": last, "silence": silence, "court": months(delays.court)},
            contact_of(campaign),
        ),
        Way(
            _("Au Défenseur des droits"),
            _("C’est gratuit, à tout moment. Cela n’allonge pas le délai pour aller au tribunal."),
            DEFENDER.lines,
        ),
        _court(court_of(campaign.commune.insee_code), last),
    ]


def contact_of(campaign: AllocationCampaign) -> tuple[str, ...]:
    return tuple(line for line in (campaign.organisation.name, campaign.contact) if line)


def _court(office: Office, last: str) -> Way:
    words = _(
        "Avant le %(day)s. Si vous demandez d’abord à la ville, le délai repart de sa réponse. Un avocat n’est pas "
        "obligatoire."
    )
    return Way(_("Au tribunal administratif"), words % {"day": last}, (office.name, *office.lines))


def months(count: int) -> str:
    return {1: _("un mois"), 2: _("deux mois")}.get(count) or _("%(count)d mois") % {"count": count}
