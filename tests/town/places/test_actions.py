"""Sites: added, corrected, never confused."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction

from preau.town.places.actions import NameTaken, SiteChanged, SiteFacts, add_site, change_site
from preau.town.places.enums import SiteKind
from preau.town.places.models import Site
from tests.cast import make_commune, make_organisation, make_person

pytestmark = pytest.mark.django_db

FACTS = SiteFacts("École et accueil des Tilleuls", SiteKind.SCHOOL, "3 rue des Tilleuls")


def test_a_site_has_an_address_of_its_own_for_good(now):
    nadia = make_person("coordinator")
    site = add_site(make_commune(), FACTS, by=nadia, now=now)
    assert site.slug == "ecole-et-accueil-des-tilleuls"
    changed = change_site(site, replace(FACTS, name="Les Tilleuls"), seen_version=1, by=nadia, now=now)
    assert (changed.name, changed.slug, changed.version) == ("Les Tilleuls", site.slug, 2)


@pytest.mark.parametrize(("name", "slug"), [("Ajout", "ajout-2"), ("!!!", "site"), ("É" * 160, "e" * 70)])
def test_no_name_makes_an_address_that_leads_elsewhere(now, name, slug):
    assert add_site(make_commune(), replace(FACTS, name=name), by=None, now=now).slug == slug


def test_two_sites_can_t_have_one_name(now):
    add_site(make_commune(), FACTS, by=None, now=now)
    with pytest.raises(NameTaken):
        add_site(make_commune(), replace(FACTS, name=FACTS.name.upper()), by=None, now=now)
    assert Site.objects.count() == 1


def test_two_people_never_overwrite_each_other(now):
    site = add_site(make_commune(), FACTS, by=None, now=now)
    change_site(site, replace(FACTS, address="5 rue des Tilleuls"), seen_version=1, by=None, now=now)
    with pytest.raises(SiteChanged) as refused:
        change_site(site, replace(FACTS, address="7 rue des Tilleuls"), seen_version=1, by=None, now=now)
    assert refused.value.current.address == "5 rue des Tilleuls"


def test_the_two_sides_of_a_site_are_two(now):
    school = make_organisation("École des Tilleuls", "school")
    with pytest.raises(IntegrityError), transaction.atomic():
        add_site(make_commune(), replace(FACTS, school=school, care=school), by=None, now=now)
