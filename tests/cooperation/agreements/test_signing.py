"""Who signs, how, and what is proved of it."""

from __future__ import annotations

import hashlib
import json
import threading
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from preau.cooperation.agreements.enums import AgreementState
from preau.cooperation.agreements.errors import (
    AllSigned,
    AlreadySigned,
    ChangedMeanwhile,
    NotTheSignatory,
    ProofBroken,
    WrongDay,
)
from preau.cooperation.agreements.models import Agreement, AgreementText, Signature
from preau.cooperation.agreements.permissions import AGREEMENTS, PARTIES
from preau.cooperation.agreements.proof import proof_of
from preau.cooperation.agreements.queries import agreements_listed, places_of, signed_institutions
from preau.cooperation.agreements.signing import cancel_signature, record_paper, sign_here
from preau.foundation.lifecycle import NotNow, ReasonMissing
from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from preau.people.notices.models import Notice
from preau.people.permissions import actor_of
from preau.plan.versions.models import PlanVersion
from tests.cast import make_organisation, make_person
from tests.cast.adoption import VOTED_ON
from tests.cast.agreements import ACADEMY, CAF, TOWN, ink, make_agreement, make_voted_agreement, party_of, sign_all
from tests.conftest import NOW

TODAY = date(2026, 11, 24)


@pytest.fixture
def agreement(hand):
    return make_voted_agreement(hand=hand)


@pytest.fixture
def seen(agreement):
    return agreement.texts.get().fingerprint


@pytest.fixture
def mayor(agreement):
    return Hand(party_of(agreement, TOWN).signatory, NOW)


def test_a_signature_on_paper_keeps_its_scan_and_the_fingerprint_of_what_was_signed(agreement, hand, seen):
    signature = record_paper(party_of(agreement, CAF), ink(hand), hand=hand)
    assert (signature.way, signature.sha256, signature.scan.kind) == ("paper", seen, "pdf")
    assert signature.signed_by is None
    details = AuditEvent.objects.filter(verb="agreement.party_signed").get().details
    assert details["sha256"] == seen


def test_the_person_named_signs_in_the_platform(agreement, mayor, seen):
    signature = sign_here(party_of(agreement, TOWN), office="maire", seen=seen, hand=mayor)
    kept = (signature.signed_by, signature.signatory_name, signature.signed_on, signature.sha256, signature.scan)
    assert kept == (mayor.by, "Hélène Marchetti", TODAY, seen, None)


def test_anybody_can_take_the_fingerprint_again(agreement, seen):
    content = agreement.texts.get().content
    written = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert hashlib.sha256(written.encode()).hexdigest() == seen


@pytest.mark.parametrize("who", ["another institution", "the coordinator", "a colleague", "nobody"])
def test_nobody_signs_in_the_place_of_another(agreement, hand, seen, who):
    party = party_of(agreement, TOWN)
    person = {
        "another institution": party_of(agreement, ACADEMY).signatory,
        "the coordinator": hand.by,
        "a colleague": make_person("elected", name="Martine Leroux", organisation=party.organisation),
        "nobody": None,
    }[who]
    with pytest.raises(NotTheSignatory):
        sign_here(party, office="maire", seen=seen, hand=Hand(person, NOW))
    assert Signature.objects.count() == 0


@pytest.mark.parametrize("change", ["left", "closed", "moved"])
def test_somebody_who_has_left_does_not_sign_any_more(agreement, mayor, seen, change):
    if change == "left":
        mayor.by.memberships.update(ends_on=date(2026, 11, 23))
    elif change == "moved":
        mayor.by.memberships.update(organisation=make_organisation("Ailleurs"))
    else:
        mayor.by.is_active = False
        mayor.by.save()
    with pytest.raises(NotTheSignatory):
        sign_here(party_of(agreement, TOWN), office="maire", seen=seen, hand=mayor)


def test_what_is_signed_is_what_was_on_the_screen(agreement, mayor):
    with pytest.raises(ChangedMeanwhile):
        sign_here(party_of(agreement, TOWN), office="maire", seen="0" * 64, hand=mayor)


def test_a_party_signs_once(agreement, hand, mayor, seen):
    sign_here(party_of(agreement, TOWN), office="maire", seen=seen, hand=mayor)
    with pytest.raises(AlreadySigned):
        record_paper(party_of(agreement, TOWN), ink(hand), hand=hand)
    with pytest.raises(AlreadySigned):
        sign_here(party_of(agreement, TOWN), office="maire", seen=seen, hand=mayor)


@pytest.mark.parametrize("day", [VOTED_ON - timedelta(days=1), TODAY + timedelta(days=1)])
def test_a_paper_is_not_signed_before_the_vote_nor_tomorrow(agreement, hand, day):
    with pytest.raises(WrongDay):
        record_paper(party_of(agreement, CAF), ink(hand, signed_on=day), hand=hand)


def test_a_draft_is_not_signed(hand):
    agreement = make_agreement(hand=hand)
    with pytest.raises(NotNow):
        record_paper(party_of(agreement, CAF), ink(hand), hand=hand)


def test_nobody_signs_a_plan_that_is_not_the_one_adopted(agreement, hand):
    """Somebody with the keys of the database changed the adopted text: the proof fails, the signature is refused."""
    version = agreement.version
    content = version.content
    content["items"][0]["text"] = "Tout autre chose"
    PlanVersion.objects.filter(pk=version.pk).update(content=content)
    held = Agreement.objects.get(pk=agreement.pk)
    assert proof_of(held, held.texts.get()).plan is False
    with pytest.raises(ProofBroken):
        record_paper(party_of(agreement, CAF), ink(hand), hand=hand)


def test_nobody_signs_words_that_were_changed(agreement, hand):
    AgreementText.objects.update(content={**agreement.texts.get().content, "title": "Autre"})
    assert proof_of(agreement, agreement.texts.get()).text is False
    with pytest.raises(ProofBroken):
        record_paper(party_of(agreement, CAF), ink(hand), hand=hand)


def test_a_mistake_is_cancelled_with_its_reason_and_stays_in_the_history(agreement, hand):
    party = party_of(agreement, CAF)
    signature = record_paper(party, ink(hand, name="Odile Carron"), hand=hand)
    with pytest.raises(ReasonMissing):
        cancel_signature(signature, reason=" ", hand=hand)
    cancel_signature(signature, reason="nom mal écrit", hand=hand)
    again = record_paper(party, ink(hand), hand=hand)
    assert [each.cancel_reason for each in party.signatures.all()] == ["nom mal écrit", ""]
    assert places_of(agreement)[2].signature == again


def test_once_everybody_has_signed_nothing_is_corrected(agreement, hand):
    sign_all(agreement, hand=hand)
    with pytest.raises(AllSigned):
        cancel_signature(Signature.objects.first(), reason="trop tard", hand=hand)


def test_signed_only_when_every_party_has(agreement, hand, mayor, seen):
    sign_here(party_of(agreement, TOWN), office="maire", seen=seen, hand=mayor)
    record_paper(party_of(agreement, CAF), ink(hand), hand=hand)
    agreement.refresh_from_db()
    assert agreement.state == AgreementState.ADOPTED
    inspector = Hand(party_of(agreement, ACADEMY).signatory, NOW)
    sign_here(party_of(agreement, ACADEMY), office="inspectrice", seen=seen, hand=inspector)
    agreement.refresh_from_db()
    assert agreement.state == AgreementState.IN_FORCE
    told = Notice.objects.filter(kind="decided").values_list("recipient__full_name", flat=True)
    assert set(told) == {"Nadia Benhaddou", "Hélène Marchetti"}  # Jeanne, who signed last, knows


def test_the_public_reads_institutions_and_never_a_person(agreement, hand):
    record_paper(party_of(agreement, CAF), ink(hand), hand=hand)
    assert list(signed_institutions(agreement.plan)) == [CAF]


def test_the_database_refuses_two_signatures_or_a_paper_without_its_scan(agreement, hand):
    signature = record_paper(party_of(agreement, CAF), ink(hand), hand=hand)
    for change in ({"scan": None}, {"scan": None, "way": "electronic", "pk": None}):
        with pytest.raises(IntegrityError), transaction.atomic():
            twin = Signature.objects.get(pk=signature.pk)
            for name, value in change.items():
                setattr(twin, name, value)
            twin.save()


RIGHTS = {
    "coordinator": {"read", "record"},
    "administrator": {"read"},
    "elected": {"read"},
    "data_officer": {"read"},
    "contributor": set(),
    "reader": set(),
    "stranger": set(),
}


@pytest.mark.parametrize("role", RIGHTS)
@pytest.mark.parametrize("action", ["read", "record", "sign"])
def test_role_by_action_on_a_party_of_others(agreement, hand, role, action):
    person = hand.by if role == "coordinator" else make_person(role, name="Autre Personne")
    who = actor_of(person, TODAY)
    party = party_of(agreement, ACADEMY)
    assert PARTIES.may(who, action, party) == (action in RIGHTS[role])


@pytest.mark.parametrize("role", ["contributor", "reader", "elected"])
def test_people_of_the_institution_read_their_agreement_and_may_sign_there(agreement, role):
    who = actor_of(make_person(role, name="Autre Personne", organisation=make_organisation(ACADEMY)), TODAY)
    assert AGREEMENTS.may(who, "read", agreement)
    assert PARTIES.may(who, "sign", party_of(agreement, ACADEMY))
    assert not PARTIES.may(who, "sign", party_of(agreement, CAF))
    assert not AGREEMENTS.may(who, "write", agreement)


def test_the_list_takes_three_queries_whatever_the_number_of_parties(agreement, hand, django_assert_num_queries):
    record_paper(party_of(agreement, CAF), ink(hand), hand=hand)
    with django_assert_num_queries(3):
        assert [len(places_of(each)) for each in agreements_listed()] == [3]


@pytest.mark.django_db(transaction=True)
def test_the_last_two_sign_at_the_same_instant_and_the_agreement_is_signed_once(hand):
    agreement = make_voted_agreement(hand=hand)
    record_paper(party_of(agreement, CAF), ink(hand), hand=hand)
    seen = agreement.texts.get().fingerprint
    start, faults = threading.Barrier(2), []

    def sign(party):
        try:
            start.wait(30)
            sign_here(party, office="x", seen=seen, hand=Hand(party.signatory, NOW))
        except BaseException as fault:  # a thread must not keep its fault to itself
            faults.append(fault)
        finally:
            connection.close()

    parties = [party_of(agreement, name) for name in (TOWN, ACADEMY)]
    threads = [threading.Thread(target=sign, args=(party,)) for party in parties]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    agreement.refresh_from_db()
    assert (faults, agreement.state) == ([], AgreementState.IN_FORCE)
    assert agreement.steps.filter(name="sign").count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_same_person_who_clicks_twice_signs_once(hand):
    agreement = make_voted_agreement(hand=hand)
    party, seen = party_of(agreement, TOWN), agreement.texts.get().fingerprint
    start, told = threading.Barrier(2), []

    def sign():
        try:
            start.wait(30)
            sign_here(party, office="maire", seen=seen, hand=Hand(party.signatory, NOW))
            told.append("signed")
        except AlreadySigned:
            told.append("already")
        finally:
            connection.close()

    threads = [threading.Thread(target=sign) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(told) == ["already", "signed"]
