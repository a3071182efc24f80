"""What the public reads of the other versions of an entry."""

from __future__ import annotations

from datetime import date

import pytest
from django.template.loader import render_to_string

from preau.offer.activities.models import Activity
from preau.offer.versions.fingerprint import fingerprint
from preau.offer.versions.languages import EASY_READ
from preau.offer.versions.queries import versions_of
from preau.offer.versions.writing import VersionText, validate_version, write_version
from preau.people.accounts.hand import Hand
from tests.cast import make_activity

pytestmark = pytest.mark.django_db


def read(activity):
    return render_to_string("public/versions/other.html", {"versions": versions_of(activity)})


@pytest.fixture
def judo(now):
    activity = make_activity("Judo")
    for kind, title, body in (("ar", "جودو", "رياضة"), (EASY_READ, "Le judo", "Un sport.\n\nOn joue.")):
        told = VersionText(title, body, fingerprint(activity))
        write_version(activity, kind, told, seen_version=0, hand=Hand(None, now))
    return activity


def test_each_version_has_its_own_name_language_and_direction_easy_french_first(judo):
    page = read(judo)
    assert '<span lang="ar" dir="rtl">العربية</span>' in page
    assert '<span lang="fr" dir="ltr">Facile à lire</span>' in page
    assert page.index("Facile à lire") < page.index("العربية")
    assert "pas encore relu" in page
    assert "a changé depuis" not in page


def test_readers_who_validated_are_said(judo, now):
    version = judo.other_versions.get(kind=EASY_READ)
    validate_version(version, "quatre lecteurs de l’Esat", date(2026, 11, 20), seen_version=1, hand=Hand(None, now))
    assert "Relue par quatre lecteurs de l’Esat, le 20 novembre 2026." in read(judo)


def test_a_version_that_its_french_text_left_behind_says_so(judo):
    Activity.objects.filter(pk=judo.pk).update(summary="Autre chose.")
    page = read(Activity.objects.get(pk=judo.pk))
    assert page.count("is-behind") == 2
    assert "le texte français a changé depuis" in page


def test_nothing_is_drawn_for_no_version():
    assert read(make_activity("Jeux")).strip() == ""
