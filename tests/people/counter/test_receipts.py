"""The paper one leaves with, and what silence means afterwards."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from preau.foundation.text.days import months_later
from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from preau.people.counter.contacts import ContactFacts, set_contact
from preau.people.counter.enums import Procedure, Silence
from preau.people.counter.models import Receipt
from preau.people.counter.receipts import Helped, entered_for, give_receipt, receipts_of
from preau.people.counter.silence import GENERAL, WrongSilence, rule_on, set_silence
from preau.people.households.enums import Channel
from tests.cast import make_commune, make_person
from tests.cast.families import make_paper_family

TODAY = date(2026, 11, 24)


@pytest.fixture
def hand(db, now):
    return Hand(make_person("family_agent"), now)


@pytest.fixture
def helped(hand):
    service = hand.by.memberships.get().organisation
    return Helped(make_paper_family().adults["Mariam"], Channel.COUNTER, service)


def test_a_receipt_says_who_did_what_for_whom(helped, hand):
    receipt = give_receipt(helped, procedure=Procedure.FAMILY_FILE, lines=["Téléphone corrigé.", ""], hand=hand)
    assert entered_for(receipt) == "saisi par Mathilde Caron pour Mariam Traoré"
    assert receipt.lines == ["Téléphone corrigé."] and list(receipts_of(helped.principal)) == [receipt]


def test_what_is_done_waits_for_nothing(helped, hand):
    receipt = give_receipt(helped, procedure=Procedure.RELEASE, lines=["Place rendue."], hand=hand)
    assert (receipt.silence, receipt.silence_on) == ("", None)


def test_what_waits_says_from_which_day_silence_means_something(helped, hand):
    first = give_receipt(helped, procedure=Procedure.DOCUMENT, lines=["Pièce donnée."], waits=True, hand=hand)
    assert (first.silence, first.silence_on) == ("accepted", date(2027, 1, 24))
    set_silence(make_commune(), Procedure.DOCUMENT, Silence.REFUSED, months=3, valid_from=TODAY, hand=hand)
    second = give_receipt(helped, procedure=Procedure.DOCUMENT, lines=["Pièce donnée."], waits=True, hand=hand)
    first.refresh_from_db()
    assert (second.silence, second.silence_on) == ("refused", date(2027, 2, 24))
    assert first.silence == "accepted"


def test_the_general_rule_holds_until_the_town_decides(hand):
    set_silence(make_commune(), Procedure.WISHES, Silence.REFUSED, months=4, valid_from=date(2027, 1, 1), hand=hand)
    assert rule_on(make_commune(), Procedure.WISHES, TODAY) == GENERAL
    assert rule_on(make_commune(), Procedure.WISHES, date(2027, 1, 1)).months == 4
    assert rule_on(make_commune(), Procedure.DOCUMENT, date(2027, 1, 1)) == GENERAL
    with pytest.raises(WrongSilence):
        set_silence(make_commune(), Procedure.WISHES, Silence.REFUSED, months=0, valid_from=TODAY, hand=hand)


def test_the_database_knows_no_silence_without_a_day(helped, hand):
    receipt = give_receipt(helped, procedure=Procedure.DOCUMENT, lines=["x"], waits=True, hand=hand)
    with pytest.raises(IntegrityError), transaction.atomic():
        Receipt.objects.filter(pk=receipt.pk).update(silence_on=None)


def test_a_receipt_keeps_where_the_desk_was_reached_that_day(helped, hand):
    before = give_receipt(helped, procedure=Procedure.MANDATE, lines=["x"], hand=hand)
    set_contact(helped.organisation, ContactFacts("1 place du Puits", "01 00 00 00 00"), valid_from=TODAY, hand=hand)
    after = give_receipt(helped, procedure=Procedure.MANDATE, lines=["x"], hand=hand)
    before.refresh_from_db()
    assert (before.contact, after.contact) == ("", "1 place du Puits\n01 00 00 00 00")


def test_the_journal_names_nobody(helped, hand):
    give_receipt(helped, procedure=Procedure.FAMILY_FILE, lines=["Adresse de Mariam Traoré."], hand=hand)
    assert "Mariam" not in str(AuditEvent.objects.get(verb="receipt.given").details)


@given(st.dates(date(2020, 1, 1), date(2060, 1, 1)), st.integers(1, 12))
def test_months_later_is_the_same_day_or_the_last_of_a_shorter_month(day, months):
    later = months_later(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later.day < day.day and later.day >= 28)
