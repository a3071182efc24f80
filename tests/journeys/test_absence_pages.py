"""A parent tells an absence with one thumb, and writes what must be known of a child: pages that anybody can use."""

from __future__ import annotations

import pytest
from django.utils import timezone

from preau.offer.attendance.models import AbsenceNotice
from preau.people.health.models import HealthSheet
from tests.cast.day import make_group, make_session
from tests.cast.families import make_two_homes
from tests.journeys.browser import assert_accessible, half, log_in, says

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def family():
    family = make_two_homes()
    make_group(make_session(day=timezone.localdate()), *family.children.values())
    return family


def _pages(family):
    zelie = family.children["Zélie"].key
    return ("/famille/absences/", f"/famille/enfants/{zelie}/presences/", f"/famille/enfants/{zelie}/sante/")


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")])
def test_the_pages_are_accessible(page_at, family, width, scheme):
    page = page_at(width=width, scheme=scheme)
    log_in(page, family.adults["Salomé"].email)
    for path in half(_pages(family), width, scheme):
        page.goto(path)
        assert_accessible(page)


def test_two_taps_without_scripts_on_the_narrowest_phone(page_at, family):
    page = page_at(width=320, javascript=False)
    log_in(page, family.adults["Salomé"].email)
    page.goto("/famille/absences/")
    page.get_by_role("button", name="Zélie").first.click()
    says(page, "C’est dit : Zélie ne viendra pas")
    assert AbsenceNotice.objects.get().child == family.children["Zélie"]
    page.get_by_role("button", name="Finalement, il vient (Zélie").click()
    says(page, "C’est noté : Zélie viendra.")
    assert AbsenceNotice.objects.get().cancelled_at is not None
    page.goto(_pages(family)[2])
    page.get_by_label("arachide").check()
    page.get_by_role("button", name="Enregistrer").click()
    says(page, "La fiche est à jour")
    assert HealthSheet.objects.count() == 1
