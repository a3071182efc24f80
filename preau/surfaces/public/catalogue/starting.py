"""Where one starts from: a quarter, a place of the town or an address, as people write them."""

from __future__ import annotations

from django.utils.translation import gettext as _

from preau.foundation.text.search import folded
from preau.offer.finding.selection import Point
from preau.people.organisations.models import Commune
from preau.town.places.models import Site


def start_from(commune: Commune, typed: str) -> tuple[Point | None, str]:
    """The point, rounded to a hundred metres; or a sentence for whoever typed it."""
    wanted = folded(typed)
    for site in Site.objects.filter(commune=commune, is_public=True, lon__isnull=False):
        if wanted in (folded(site.name), site.slug) and site.lon is not None and site.lat is not None:
            return Point(round(site.lon, 3), round(site.lat, 3)), ""
    return None, _("Nous ne trouvons pas cette adresse dans la ville. Essayez le nom de la rue, ou celui d’une école.")
