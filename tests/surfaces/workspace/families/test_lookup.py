"""The quotient read at the CAF or the MSA, from the counter, against a fake of the service on loopback."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import time_machine

from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from preau.people.counter.models import Receipt
from preau.people.households.consents import give_consent, withdraw_consent
from preau.people.households.enums import ConsentPurpose
from preau.people.households.lookup import look_up
from preau.people.households.models import Consent, FamilyQuotient
from preau.people.households.quotients import WrongQuotient
from tests.connectors.api_particulier.fake_server import SIRET, TOKEN, Recorded, fake_api_particulier, of_our_own

pytestmark = pytest.mark.django_db
WHO = {
    "demande": "1",
    "agrees": "on",
    "birth_name": "KERBRAT",
    "first_names": "Salomé, Anne",
    "sex": "F",
    "year": "1988",
    "month": "5",
    "day": "2",
    "country": "99100",
    "departement": "29",
    "commune_name": "Quimper",
}


def answers() -> list[Recorded]:
    found = of_our_own()[0]
    params = {
        "nomNaissance": "KERBRAT",
        "prenoms": ["Salomé", "Anne"],
        "sexeEtatCivil": "F",
        "anneeDateNaissance": 1988,
        "moisDateNaissance": 5,
        "jourDateNaissance": 2,
        "codeCogInseePaysNaissance": "99100",
        "nomCommuneNaissance": "Quimper",
        "codeCogInseeDepartementNaissance": "29",
    }
    return [Recorded("found", params, 200, found.payload)]


@pytest.fixture
def service(settings, monkeypatch):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with fake_api_particulier(answers()) as fake:
        settings.API_PARTICULIER_URL = fake.url
        settings.API_PARTICULIER_TOKEN, settings.API_PARTICULIER_SIRET = TOKEN, SIRET
        yield fake


@pytest.fixture
def address(service, family, help_them):
    return f"{help_them(family.adults['Salomé'])}foyers/{family.homes['mother'].key}/quotient/"


def seal_of(page) -> str:
    return re.search(r'name="seal" value="([^"]+)"', page.content.decode())[1]


def test_it_is_shown_before_it_is_kept_and_the_agreement_comes_first(desk, address, family):
    page = desk.post(address, WHO)
    text = page.content.decode()
    assert page.status_code == 200 and "640" in text and "ZELIE KERBRAT" in text and "rien n’est encore gardé" in text
    assert Consent.objects.get().purpose == "quotient_lookup" and not FamilyQuotient.objects.exists()
    assert desk.post(f"{address}garde/", {"seal": seal_of(page)}).status_code == 302
    kept = FamilyQuotient.objects.get()
    assert (kept.value, kept.source, kept.provider, kept.consent) == (640, "api", "CNAF", Consent.objects.get())
    assert Receipt.objects.filter(procedure="quotient").exists()


def test_without_the_agreement_nothing_is_asked(desk, address, service):
    answer = desk.post(address, {name: value for name, value in WHO.items() if name != "agrees"})
    assert answer.status_code == 422 and "Sans cet accord" in answer.content.decode()
    assert service.asked == [] and not Consent.objects.exists()


def test_nor_by_any_other_way_in(family, agent, now):
    class Provider:
        def ask(self, identity, *, month=None):
            raise AssertionError("asked without an agreement")

    hand, home = Hand(agent, now), family.homes["mother"]
    given = give_consent(ConsentPurpose.QUOTIENT_LOOKUP, adult=family.adults["Salomé"], hand=hand)
    withdrawn = withdraw_consent(given, hand=hand)
    other = give_consent(ConsentPurpose.QUOTIENT_LOOKUP, adult=family.adults["Yann"], hand=hand)
    for consent in (None, withdrawn, other):
        with pytest.raises(WrongQuotient):
            look_up(home, None, consent=consent, provider=Provider(), hand=hand)


def test_what_came_back_cannot_be_changed_nor_kept_for_another_home_nor_later(desk, address, family, open_file, now):
    seal = seal_of(desk.post(address, WHO))
    desk.post(f"{address}garde/", {"seal": seal[:-3] + "abc"})
    elsewhere = f"{open_file(family.adults['Yann'])}foyers/{family.homes['father'].key}/quotient/garde/"
    desk.post(elsewhere, {"seal": seal})
    with time_machine.travel(now + timedelta(minutes=16), tick=False):
        desk.post(f"{address}garde/", {"seal": seal})
    desk.post(f"{address}garde/", {})
    assert not FamilyQuotient.objects.exists()


def test_the_agreement_taken_back_in_between_keeps_it_out(desk, address, now):
    seal = seal_of(desk.post(address, WHO))
    withdraw_consent(Consent.objects.get(), hand=Hand(None, now))
    desk.post(f"{address}garde/", {"seal": seal})
    assert not FamilyQuotient.objects.exists()


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (404, "n’ont pas de dossier à cette identité"),
        (403, "pas de votre fait"),
        (409, "déjà posée"),
        (429, "Recommencez dans une minute"),
        (502, "ne répond pas"),
    ],
)
def test_what_goes_wrong_is_one_sentence_and_nothing_typed_is_lost(desk, address, service, status, words, monkeypatch):
    monkeypatch.setattr("preau.connectors.api_particulier.client._USUAL_WAIT", 0.0)
    service.next += [(status, {"errors": [{"code": "00000"}]}, {})] * 2
    answer = desk.post(address, WHO)
    page = answer.content.decode()
    assert answer.status_code == 422 and words in page and 'value="KERBRAT"' in page
    assert AuditEvent.objects.get(verb="quotient.looked_up").details["result"] != "found"


def test_a_refused_field_is_shown_where_it_is(desk, address, service):
    service.next.append((422, {"errors": [{"code": "1", "source": {"parameter": "sexeEtatCivil"}}]}, {}))
    page = desk.post(address, WHO).content.decode()
    assert "n’accepte pas cette information" in page


@pytest.mark.parametrize(
    "odd",
    [
        {"departement": ""},
        {"country": "other"},
        {"country": "other", "country_code": "12345"},
        {"month": "13"},
        {"sex": "X"},
        {"first_names": ""},
    ],
)
def test_an_identity_that_is_not_whole_is_not_sent(desk, address, service, odd):
    assert desk.post(address, WHO | odd).status_code == 422 and service.asked == []


def test_the_journal_holds_neither_identity_nor_amount(desk, address):
    desk.post(address, WHO)
    details = str(AuditEvent.objects.get(verb="quotient.looked_up").details)
    assert "KERBRAT" not in details and "640" not in details and "found" in details
