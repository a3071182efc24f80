"""A reason as the family reads it: the published sentence, then what it is about in this very case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from preau.foundation.text.days import french_day
from preau.offer.activities.enums import SchoolLevel
from preau.people.households.enums import DocumentKind

from .models import BookingUnit
from .reasons import PUBLISHED, Effect, ReasonCode
from .rules import Misfit


@dataclass(frozen=True, slots=True)
class Told:
    code: str
    sentence: str
    here: str
    remedy: str
    is_paper: bool
    lets_wait: bool


def tell(misfit: Misfit, unit: BookingUnit) -> Told:
    known = PUBLISHED[misfit.code]
    return Told(
        misfit.code.value,
        str(known.sentence),
        _here(misfit, unit),
        str(known.remedy),
        misfit.code == ReasonCode.PAPERS,
        known.effect == Effect.NO_SEAT,
    )


def moment(at: datetime) -> str:
    """« 26 novembre 2026 à 9 h 30 »."""
    here = timezone.localtime(at)
    hour = f"{here.hour} h {here:%M}" if here.minute else f"{here.hour} h"
    return _("%(day)s à %(hour)s") % {"day": french_day(here.date()), "hour": hour}


def _here(misfit: Misfit, unit: BookingUnit) -> str:
    about = misfit.about
    match misfit.code:
        case ReasonCode.TOO_YOUNG:
            return _("Il faut avoir %(least)s ans, il ou elle en aura %(age)s.") % {"age": about[0], "least": about[1]}
        case ReasonCode.TOO_OLD:
            return _("Il faut avoir %(most)s ans au plus, il ou elle en aura %(age)s.") % {
                "age": about[0],
                "most": about[1],
            }
        case ReasonCode.LEVEL:
            wanted = ", ".join(str(SchoolLevel(each).label) for each in unit.activity.levels)
            return _("Classes accueillies : %(levels)s.") % {"levels": wanted}
        case ReasonCode.PAPERS:
            kinds = ", ".join(str(DocumentKind(each).label) for each in about)
            return _("Il manque : %(kinds)s.") % {"kinds": kinds}
        case ReasonCode.OVERLAP:
            return _("Place déjà tenue : %(titles)s.") % {"titles": ", ".join(about)}
        case ReasonCode.CAP:
            return _("Limite : %(most)s par année. Déjà tenu : %(titles)s.") % {
                "most": about[0],
                "titles": ", ".join(about[1:]),
            }
        case ReasonCode.NOT_OPEN if unit.opens_at:
            return _("Ouverture le %(moment)s.") % {"moment": moment(unit.opens_at)}
        case ReasonCode.CLOSED if unit.closes_at:
            return _("Fermées depuis le %(moment)s.") % {"moment": moment(unit.closes_at)}
        case _:
            return ""
