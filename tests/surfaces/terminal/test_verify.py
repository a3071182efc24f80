"""``preau plan verify`` takes every fingerprint again."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from preau.cooperation.agreements.models import AgreementText
from preau.people.accounts.hand import Hand
from preau.plan.versions.actions import name_version
from preau.plan.versions.models import PlanVersion
from preau.surfaces.terminal.root import main
from tests.cast import make_person, make_plan
from tests.cast.agreements import make_voted_agreement

pytestmark = pytest.mark.django_db


@pytest.fixture
def hand(now):
    return Hand(make_person("coordinator"), now)


def verify():
    return CliRunner().invoke(main, ("plan", "verify"))


def test_every_version_and_every_voted_convention_is_checked(hand):
    make_voted_agreement(hand=hand)
    name_version(make_plan(title="Un autre"), "Avant le comité", hand=hand)
    result = verify()
    assert result.exit_code == 0
    assert "Textes intacts : 3 vérifiés." in result.stderr


def test_the_text_that_differs_is_named(hand):
    version = name_version(make_plan(), "Avant le comité", hand=hand)
    content = version.content
    content["items"][0]["text"] = "Autre"
    PlanVersion.objects.update(content=content)
    result = verify()
    assert result.exit_code == 1
    assert "version 1 (Avant le comité)" in result.stderr
    assert "1 texte(s) sur 1" in result.stderr


def test_a_convention_that_differs_is_named(hand):
    make_voted_agreement(hand=hand)
    AgreementText.objects.update(fingerprint="0" * 64)
    assert "convention « Convention du projet éducatif », texte 1" in verify().stderr


def test_nothing_to_check_is_no_fault():
    assert verify().exit_code == 0
