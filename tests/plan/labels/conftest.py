from __future__ import annotations

import pytest

from preau.people.accounts.hand import Hand
from preau.people.organisations.enums import OrganisationKind
from preau.plan.labels.filing import grant, open_file, submit
from preau.plan.labels.models import LabelScheme
from preau.plan.labels.proving import add_proof, check
from preau.plan.labels.schemes import install_catalogue
from tests.cast import make_commune, make_organisation, make_person


@pytest.fixture
def school(db):
    return make_organisation("École des Tilleuls", OrganisationKind.SCHOOL)


@pytest.fixture
def head(school):
    """The head of the school: contributes for it."""
    return make_person("contributor", name="Claire Aubin", organisation=school)


@pytest.fixture
def hand(head, now):
    return Hand(head, now)


@pytest.fixture
def schemes(db, now):
    install_catalogue(make_commune(), hand=Hand(None, now))
    return {scheme.key: scheme for scheme in LabelScheme.objects.all()}


@pytest.fixture
def file(schemes, school, hand):
    """E3D, in preparation, nothing proven."""
    return open_file(schemes["e3d"], school, hand=hand, level=1)


@pytest.fixture
def prove():
    def proving(file, hand):
        for criterion in file.version.criteria.filter(is_compulsory=True):
            add_proof(file, criterion, sentence="Fait en classe.", upload=None, hand=hand)
            check(file, criterion, hand=hand)

    return proving


@pytest.fixture
def obtained(file, hand, prove):
    """``obtained(day)``: the same file, granted on that day, for five years."""

    def obtaining(day, **more):
        prove(file, hand)
        submit(file, hand=hand)
        return grant(file, obtained_on=day, level=1, hand=hand, **more)

    return obtaining
