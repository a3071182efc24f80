"""Where one starts from: a quarter, a place of the town or an address, as people write them."""

from __future__ import annotations

from django.utils.text import slugify
from django.utils.translation import gettext as _

from preau.offer.finding.selection import Point
from preau.people.organisations.models import Commune
from preau.town.addresses.geocoding import locate
from preau.town.areas.enums import AreaKind
from preau.town.areas.locating import surface
from preau.town.areas.queries import areas_of_kind
from preau.town.places.models import Site

_MOST = 3


def start_from(commune: Commune, typed: str) -> tuple[Point | None, str]:
    """The point, rounded to a hundred metres; or a sentence for whoever typed it. What was typed is kept nowhere."""
    return _known(commune, slugify(typed)) or _addressed(commune, typed)


def _known(commune: Commune, wanted: str) -> tuple[Point, str] | None:
    """A place by its name, or the middle of a quarter."""
    for site in Site.objects.filter(commune=commune, is_public=True, lon__isnull=False):
        if wanted in (slugify(site.name), site.slug) and site.lon is not None and site.lat is not None:
            return point_at(site.lon, site.lat), ""
    for area in areas_of_kind(commune, AreaKind.QUARTER):
        if wanted.removeprefix("quartier-") == slugify(area.name):
            middle = surface(area.outline).representative_point()
            return point_at(middle.x, middle.y), ""
    return None


def _addressed(commune: Commune, typed: str) -> tuple[Point | None, str]:
    found = locate(commune, typed)
    if found.is_placed and found.lon is not None and found.lat is not None:
        return point_at(found.lon, found.lat), ""
    if found.candidates:
        names = ", ".join(each.label for each in found.candidates[:_MOST])
        return None, _("Plusieurs adresses ressemblent à celle-ci : %(names)s. Écrivez celle qui convient.") % {
            "names": names
        }
    return None, _("Nous ne trouvons pas cette adresse dans la ville. Essayez le nom de la rue, ou celui d’une école.")


def point_at(lon: float, lat: float) -> Point:
    return Point(round(lon, 3), round(lat, 3))
