"""Papers asked once, agreements by purpose, who may collect, where a child lives, who looked."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from preau.people.accounts.hand import Hand
from preau.people.households.consent_texts import words_for
from preau.people.households.consents import give_consent, holds_for, withdraw_consent
from preau.people.households.documents import (
    accept_document,
    give_document,
    refuse_document,
    usual_term,
)
from preau.people.households.drawer import papers_of
from preau.people.households.enums import ConsentPurpose, DocumentKind, FilePart
from preau.people.households.errors import Judged, KeptAway, LastHome, NotForThisPurpose, NotHolder
from preau.people.households.homes import HomeFacts, lodge, move, open_home, unlodge
from preau.people.households.models import Consent, Residence, SupportingDocument
from preau.people.households.pickups import PickupFacts, authorise, authorised_on, end_authorisation
from preau.people.households.readings import read_file, readings_of
from preau.people.notices.models import Notice
from preau.people.permissions import actor_of
from tests.cast import make_person
from tests.cast.families import make_commune, make_fostered, make_sheltered, make_two_homes

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)
ELSEWHERE = HomeFacts("3 rue Haute", "99990", "Bourg-la-Fontaine")


@pytest.fixture
def family():
    return make_two_homes()


@pytest.fixture
def hand(now):
    return Hand(None, now)


def checked(child, home, day):
    return papers_of(child, home, day).checked


def test_a_paper_of_the_home_serves_all_its_children_and_not_the_other_home(family, hand):
    mothers, fathers = family.homes["mother"], family.homes["father"]
    given = give_document(DocumentKind.ADDRESS, owner=mothers, hand=hand)
    assert checked(family.children["Zélie"], mothers, TODAY) == set()
    accept_document(given, hand=hand, valid_until=date(2027, 11, 24))
    assert all(checked(child, mothers, TODAY) == {"address"} for child in family.children.values())
    assert checked(family.children["Zélie"], fathers, TODAY) == set()
    assert checked(family.children["Zélie"], mothers, date(2027, 11, 25)) == set()


def test_what_was_given_counts_for_registering_until_somebody_refuses_it(family, hand):
    zelie, home = family.children["Zélie"], family.homes["mother"]
    first = give_document(DocumentKind.INSURANCE, owner=zelie, hand=hand)
    held = papers_of(zelie, home, TODAY)
    assert (held.given, held.unchecked, held.checked) == ({"insurance"}, {"insurance"}, frozenset())
    accept_document(first, hand=hand)
    give_document(DocumentKind.INSURANCE, owner=zelie, hand=hand)
    assert papers_of(zelie, home, TODAY).unchecked == frozenset()
    SupportingDocument.objects.filter(state="accepted").delete()
    refuse_document(SupportingDocument.objects.get(), reason="Illisible.", hand=hand)
    assert papers_of(zelie, home, TODAY).given == frozenset()


def test_a_child_s_own_paper_serves_in_both_homes(family, hand):
    zelie = family.children["Zélie"]
    accept_document(give_document(DocumentKind.INSURANCE, owner=zelie, hand=hand), hand=hand)
    assert all(checked(zelie, home, TODAY) == {"insurance"} for home in family.homes.values())
    assert checked(family.children["Noé"], family.homes["mother"], TODAY) == set()


def test_a_paper_sent_again_replaces_the_one_that_waits(family, hand):
    zelie = family.children["Zélie"]
    for _ in range(2):
        give_document(DocumentKind.INSURANCE, owner=zelie, hand=hand)
    assert SupportingDocument.objects.count() == 1


def test_a_refusal_says_why_and_is_final(family, hand):
    given = give_document(DocumentKind.INSURANCE, owner=family.children["Zélie"], hand=hand)
    refused = refuse_document(given, reason="Attestation de l’an dernier.", hand=hand)
    assert (refused.state, refused.reason) == ("refused", "Attestation de l’an dernier.")
    with pytest.raises(Judged):
        accept_document(refused, hand=hand)


@pytest.mark.parametrize(
    ("kind", "on", "until"),
    [
        ("insurance", date(2026, 11, 24), date(2027, 8, 31)),
        ("insurance", date(2027, 3, 1), date(2027, 8, 31)),
        ("address", date(2026, 11, 24), date(2027, 11, 24)),
        ("quotient", date(2026, 11, 24), date(2027, 1, 31)),
        ("authority", date(2026, 11, 24), None),
    ],
)
def test_until_when_a_paper_usually_holds(kind, on, until):
    assert usual_term(kind, on) == until


def test_pictures_take_both_parents(family, hand):
    zelie = family.children["Zélie"]
    first = give_consent(ConsentPurpose.PICTURES, adult=family.adults["Salomé"], child=zelie, hand=hand)
    assert not holds_for(zelie, ConsentPurpose.PICTURES, TODAY)
    give_consent(ConsentPurpose.PICTURES, adult=family.adults["Yann"], child=zelie, hand=hand)
    assert holds_for(zelie, ConsentPurpose.PICTURES, TODAY)
    withdraw_consent(first, hand=hand)
    assert not holds_for(zelie, ConsentPurpose.PICTURES, TODAY)


def test_care_is_shared_when_one_holder_agrees(family, hand):
    zelie = family.children["Zélie"]
    give_consent(ConsentPurpose.CARE_SHARED, adult=family.adults["Yann"], child=zelie, hand=hand)
    assert holds_for(zelie, ConsentPurpose.CARE_SHARED, TODAY)


def test_agreeing_twice_is_agreeing_once_and_agreeing_again_opens_a_row(family, hand, now):
    zelie, yann = family.children["Zélie"], family.adults["Yann"]
    for _ in range(2):
        given = give_consent(ConsentPurpose.PICTURES, adult=yann, child=zelie, hand=hand)
    withdraw_consent(given, hand=Hand(None, now + timedelta(hours=1)))
    give_consent(ConsentPurpose.PICTURES, adult=yann, child=zelie, hand=Hand(None, now + timedelta(hours=2)))
    assert Consent.objects.count() == 2


def test_a_foster_carer_does_not_agree_to_pictures(hand):
    fostered = make_fostered()
    with pytest.raises(NotHolder):
        give_consent(ConsentPurpose.PICTURES, adult=fostered.adults["Odile"], child=fostered.children["Tom"], hand=hand)


def test_a_purpose_is_of_a_child_or_of_oneself(family, hand):
    with pytest.raises(NotForThisPurpose):
        give_consent(ConsentPurpose.NEWSLETTER, adult=family.adults["Yann"], child=family.children["Zélie"], hand=hand)
    with pytest.raises(NotForThisPurpose):
        give_consent(ConsentPurpose.PICTURES, adult=family.adults["Yann"], hand=hand)


def test_whoever_a_decision_keeps_away_is_not_named_to_collect(hand):
    family = make_sheltered()
    facts = PickupFacts("AZIZ Karim", "père")
    with pytest.raises(KeptAway):
        authorise(family.children["Inès"], facts, given_by=family.adults["Farida"], hand=hand)


def test_an_authorisation_ends_the_moment_it_is_taken_back(family, hand, now):
    zelie = family.children["Zélie"]
    earlier = Hand(None, now - timedelta(days=3))
    named = authorise(zelie, PickupFacts("Jeanne Prigent", "voisine"), given_by=family.adults["Yann"], hand=earlier)
    assert authorised_on(zelie, TODAY).get() == named
    end_authorisation(named, hand=hand)
    assert not authorised_on(zelie, TODAY).exists()
    assert authorised_on(zelie, TODAY - timedelta(days=1)).exists()


def test_a_move_tells_the_other_parent_that_it_happened_and_not_where(family, hand):
    mothers = family.homes["mother"]
    given = accept_document(give_document(DocumentKind.ADDRESS, owner=mothers, hand=hand), hand=hand)
    Notice.objects.all().delete()
    move(mothers, ELSEWHERE, hand=hand)
    told = Notice.objects.filter(recipient=family.adults["Yann"].account)
    assert {notice.title for notice in told} == {
        "Un foyer de Zélie a changé d’adresse",
        "Un foyer de Noé a changé d’adresse",
    }
    assert "Haute" not in str(list(Notice.objects.values()))
    given.refresh_from_db()
    assert given.valid_until == date(2026, 11, 23)


def test_a_child_has_one_main_home_and_one_home_at_least(family, hand):
    zelie = family.children["Zélie"]
    third = open_home(make_commune(), ELSEWHERE, hand=hand)
    lodge(zelie, third, hand=hand, is_main=True)
    assert Residence.objects.get(child=zelie, is_main=True).household == third
    unlodge(zelie, third, hand=hand)
    unlodge(zelie, family.homes["father"], hand=hand)
    with pytest.raises(LastHome):
        unlodge(zelie, family.homes["mother"], hand=hand)
    assert Residence.objects.get(child=zelie, until_on__isnull=True).is_main


def test_who_looks_at_a_file_leaves_one_line_a_visit(family, now):
    agent, zelie = make_person("family_agent"), family.children["Zélie"]
    who = actor_of(agent, TODAY)
    for minutes in (0, 5, 14, 30):
        read_file(zelie, part=FilePart.FILE, who=who, hand=Hand(agent, now + timedelta(minutes=minutes)))
    read_file(zelie, part=FilePart.HEALTH, who=who, hand=Hand(agent, now))
    lines = [(each.part, each.role, each.organisation.name) for each in readings_of(zelie)]
    assert lines == [
        ("file", "family_agent", "Accueil des familles"),
        ("health", "family_agent", "Accueil des familles"),
        ("file", "family_agent", "Accueil des familles"),
    ]


def test_a_corrected_wording_leaves_an_agreement_with_the_words_that_were_read(family, now):
    early = Hand(family.adults["Salomé"].account, now.replace(day=10))
    zelie, purpose = family.children["Zélie"], ConsentPurpose.CARE_SHARED
    given = give_consent(purpose, adult=family.adults["Salomé"], child=zelie, hand=early)
    late = give_consent(purpose, adult=family.adults["Yann"], child=zelie, hand=Hand(None, now))
    assert (given.text_version, late.text_version) == ("2026-1", "2026-2")
    assert "entre vous et l’accueil" in str(words_for(purpose, given.text_version, TODAY))
    assert "ne la lit jamais" in str(words_for(purpose, "", TODAY))
    withdraw_consent(given, hand=Hand(None, now))
    again = give_consent(purpose, adult=family.adults["Salomé"], child=zelie, hand=Hand(None, now))
    assert again.text_version == "2026-2"
