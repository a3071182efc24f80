"""What waits because of agreements."""

from __future__ import annotations

from datetime import date

import pytest

from preau.people.accounts.hand import Hand
from preau.surfaces.shell.waiting.agreements import awaited_signatures, ending_terms
from tests.cast import make_person
from tests.cast.agreements import TOWN, make_voted_agreement, party_of, sign_all

TODAY = date(2026, 11, 24)
pytestmark = pytest.mark.django_db


@pytest.fixture
def hand(now):
    return Hand(make_person("coordinator"), now)


def test_the_person_named_and_the_coordination_are_told(client, hand, django_assert_num_queries):
    agreement = make_voted_agreement(hand=hand)
    mayor = party_of(agreement, TOWN).signatory
    stranger = make_person("contributor")
    with django_assert_num_queries(3):
        told = awaited_signatures([hand.by, mayor, stranger], TODAY)
    assert set(told) == {hand.by.pk, mayor.pk}
    [mine] = told[mayor.pk]
    assert mine.title == "votre signature : Convention du projet éducatif"
    client.force_login(mayor)
    assert client.get(mine.path).status_code == 200
    [missing] = told[hand.by.pk]
    assert missing.title == "3 signatures manquent : Convention du projet éducatif"
    client.force_login(hand.by)
    assert client.get(missing.path).status_code == 200


def test_somebody_who_left_is_not_waited_for(hand):
    agreement = make_voted_agreement(hand=hand)
    mayor = party_of(agreement, TOWN).signatory
    mayor.memberships.update(ends_on=date(2026, 11, 1))
    assert mayor.pk not in awaited_signatures([mayor], TODAY)


def test_nothing_waits_once_signed_but_the_end_does_when_it_comes_near(hand, django_assert_num_queries):
    sign_all(make_voted_agreement(hand=hand), hand=hand)
    assert awaited_signatures([hand.by], TODAY) == {}
    assert ending_terms([hand.by], TODAY) == {}
    with django_assert_num_queries(5):
        [end] = ending_terms([hand.by], date(2029, 1, 5))[hand.by.pk]
    assert (end.due_on, end.why) == (date(2029, 8, 31), "moins de 9 mois avant la fin")
