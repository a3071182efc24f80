"""What people call the cells of a cut."""

from __future__ import annotations

from django.utils.text import capfirst, slugify
from django.utils.translation import gettext as _

from preau.offer.activities.enums import Domain, SchoolLevel
from preau.people.households.enums import Sex
from preau.people.organisations.models import Commune
from preau.town.areas.enums import AreaKind
from preau.town.areas.queries import areas_of_kind

from .enums import Breakdown


def names_of(by: Breakdown, commune: Commune) -> dict[str, str]:
    """In the order in which they are read; what is unknown comes last."""
    match by:
        case Breakdown.AREA:
            names = {slugify(area.name)[:80]: area.name for area in areas_of_kind(commune, AreaKind.QUARTER)}
        case Breakdown.LEVEL:
            names = {
                key: capfirst(str(label)) for value, label in SchoolLevel.choices for key in (value, value.upper())
            }
        case Breakdown.SEX:
            names = {Sex.GIRL: _("Filles"), Sex.BOY: _("Garçons")}
        case Breakdown.QUOTIENT:
            names = {
                "under_400": _("Moins de 400"),
                "400_599": _("De 400 à 599"),
                "600_799": _("De 600 à 799"),
                "800_1199": _("De 800 à 1 199"),
                "1200_1799": _("De 1 200 à 1 799"),
                "from_1800": _("1 800 et plus"),
            }
        case Breakdown.AGE:
            names = {
                band: _("%(band)s ans") % {"band": band} for band in ("0-2", "3-5", "6-10", "11-14", "15-17", "18-25")
            }
        case _:
            names = {value: capfirst(str(label)) for value, label in Domain.choices}
    return {**{str(key): name for key, name in names.items()}, "": _("Non connu")}
