"""The labels that a town knows."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from preau.people.accounts.hand import Hand
from preau.plan.labels.catalogue import CATALOGUE
from preau.plan.labels.enums import Applicant
from preau.plan.labels.errors import NameTaken, VersionTaken
from preau.plan.labels.models import LabelScheme
from preau.plan.labels.schemes import Rules, change_rules, declare, install_catalogue
from tests.cast import make_commune

RULES = Rules(date(2027, 9, 1), ["un", "deux"], 36, 6, ["Un conseil.", "Un jardin."], ["Un film."])


def test_the_catalogue_says_where_it_was_read_and_what_it_asks():
    assert len({entry.key for entry in CATALOGUE}) == len(CATALOGUE) == 6
    for entry in CATALOGUE:
        assert entry.source and entry.compulsory and entry.notice_months
        assert entry.term_months or entry.caution, entry.key


@pytest.mark.django_db
def test_the_catalogue_comes_in_once_and_leaves_the_towns_own_rules_alone(schemes, now):
    LabelScheme.objects.filter(key="e3d").update(given_by="notre académie")
    assert install_catalogue(make_commune(), hand=Hand(None, now)) == 0
    assert LabelScheme.objects.get(key="e3d").given_by == "notre académie"


@pytest.mark.django_db
def test_rules_are_dated(schemes, hand):
    scheme = schemes["e3d"]
    before = scheme.version_on(date(2026, 11, 24))
    change_rules(scheme, RULES, hand=hand)
    assert scheme.version_on(date(2027, 8, 31)) == before
    assert scheme.version_on(date(2027, 9, 1)).levels == ["un", "deux"]
    assert scheme.version_on(date(2020, 1, 1)) is None
    with pytest.raises(VersionTaken):
        change_rules(scheme, RULES, hand=hand)


@pytest.mark.django_db
def test_a_town_declares_a_label_of_its_own(schemes, hand):
    town = make_commune()
    told = {"given_by": "le département", "applicant": Applicant.SCHOOL, "summary": "", "rules": RULES, "hand": hand}
    scheme = declare(town, "Cours vertes", **told)
    criteria = scheme.versions.get().criteria.values_list("number", "is_compulsory")
    assert list(criteria) == [(1, True), (2, True), (3, False)]
    with pytest.raises(NameTaken):
        declare(town, "cours VERTES", **told)


@pytest.mark.django_db
def test_an_alarm_longer_than_the_term_is_kept_out_by_the_database(schemes):
    with pytest.raises(IntegrityError), transaction.atomic():
        schemes["e3d"].versions.update(term_months=6, notice_months=6)
