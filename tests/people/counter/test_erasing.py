"""What the desk wrote about somebody goes with them."""

from __future__ import annotations

from datetime import date

import pytest

from preau.people.accounts.hand import Hand
from preau.people.counter.enums import Procedure
from preau.people.counter.models import Receipt
from preau.people.counter.receipts import Helped, give_receipt
from preau.people.households.enums import Channel
from preau.people.households.erasing import erase_adult, erase_child
from preau.people.households.mandates import give_mandate
from preau.people.households.models import AssistanceMandate, OutsideLogin
from tests.cast import make_person
from tests.cast.families import make_two_homes

TODAY = date(2026, 11, 24)


@pytest.fixture
def hand(db, now):
    return Hand(make_person("family_agent"), now)


@pytest.fixture
def family(hand, now):
    told = make_two_homes()
    salome, service = told.adults["Salomé"], hand.by.memberships.get().organisation
    mandate = give_mandate(
        principal=salome, helper=hand.by, organisation=service, scopes=["register"], identity_seen="card",
        from_on=TODAY, until_on=TODAY, hand=hand,
    )  # fmt: skip
    helped = Helped(salome, Channel.COUNTER, service, mandate)
    give_receipt(helped, procedure=Procedure.MANDATE, lines=["Mandat."], hand=hand)
    give_receipt(helped, procedure=Procedure.REGISTRATION, lines=["Zélie."], child=told.children["Zélie"], hand=hand)
    OutsideLogin.objects.create(adult=salome, provider="franceconnect", subject="abc", linked_at=now)
    return told


def test_receipts_mandates_and_logins_go_with_an_adult(family, hand):
    erase_adult(family.adults["Salomé"], hand=hand)
    assert not (Receipt.objects.exists() or AssistanceMandate.objects.exists() or OutsideLogin.objects.exists())


def test_receipts_about_a_child_go_with_the_child(family, hand):
    erase_child(family.children["Zélie"], hand=hand)
    assert [receipt.lines for receipt in Receipt.objects.all()] == [["Mandat."]]
