"""The fictional places: doors that open, grounds that live, pictures that are nobody's."""

from __future__ import annotations

from django.core.files.storage import storages

from preau.demo.content.doors import DOORS
from preau.demo.content.grounds import GROUNDS
from preau.demo.content.places import PLACES
from preau.town.places.access import BY_NAME, understood
from preau.town.places.hours import timetable_of
from preau.town.places.models import Site, SitePhoto
from preau.town.places.opening import overlap
from preau.town.spaces.models import OpenSpace, VisitCount
from preau.town.spaces.queries import reports_to_answer

EXPECTED = {place.slug for place in PLACES} | {"les-tilleuls", "le-lavoir", "les-coteaux"}


def test_answers_are_acceslibre_s_own():
    for slug, door in DOORS.items():
        assert set(door.access) <= set(BY_NAME), slug
        assert all(understood(BY_NAME[name], value) is not None for name, value in door.access.items()), slug


def test_the_places_of_the_town_are_on_the_map_and_alive(clairval, client):
    sites = {site.slug: site for site in Site.objects.all()}
    assert set(sites) == EXPECTED
    assert all(site.point for site in sites.values())
    assert all(2.150 <= site.lon <= 2.192 and 48.930 <= site.lat <= 48.956 for site in sites.values())
    assert all(overlap(timetable_of(site).openings) is None for site in sites.values())
    assert set(OpenSpace.objects.values_list("site__slug", flat=True)) == set(GROUNDS)
    assert [each.shown_words for each in reports_to_answer()] != []
    assert VisitCount.objects.count() > 20
    assert all(storages["files"].exists(photo.small.path) for photo in SitePhoto.objects.select_related("small"))
    for slug in sites:
        assert client.get(f"/lieux/{slug}/").status_code == 200, slug
