"""The counter is for those who receive families, and for nobody else: every address, every part."""

from __future__ import annotations

from datetime import date

import pytest

from preau.people.accounts.hand import Hand
from preau.people.counter.enums import Procedure
from preau.people.counter.receipts import Helped, give_receipt
from preau.people.households.enums import Channel, DocumentKind
from preau.people.households.mandates import give_mandate
from preau.people.households.models import FileReading, Guardian, SupportingDocument
from tests.cast import make_organisation, make_person
from tests.cast.families import make_young_person
from tests.house.access import ROLES

pytestmark = pytest.mark.django_db
OTHERS = [role for role in ROLES if role not in ("visitor", "family_agent", "guardian")]


@pytest.fixture
def addresses(family, agent, now):
    """Every address of one file, by GET and by POST."""
    salome, zelie, home = family.adults["Salomé"], family.children["Zélie"], family.homes["mother"]
    hand, service = Hand(agent, now), agent.memberships.get().organisation
    today = date(2026, 11, 24)
    mandate = give_mandate(
        principal=salome, helper=agent, organisation=service, scopes=["register"], identity_seen="card",
        from_on=today, until_on=today, hand=hand,
    )  # fmt: skip
    receipt = give_receipt(
        Helped(salome, Channel.COUNTER, service, mandate), procedure=Procedure.MANDATE, lines=["x"], hand=hand
    )
    paper = SupportingDocument.objects.create(household=home, kind=DocumentKind.ADDRESS, given_at=now)
    held = Guardian.objects.get(child=zelie, adult=salome)
    file, child = f"/atelier/familles/{salome.key}/", f"/atelier/familles/{salome.key}/enfants/{zelie.key}/"
    of_home = f"{file}foyers/{home.key}/"
    return [
        "/atelier/familles/", "/atelier/familles/ajout/", "/atelier/familles/pieces/", "/atelier/familles/imprimes/",
        "/atelier/familles/imprimes/mandat.pdf", "/atelier/familles/aide/fin/",
        f"/atelier/familles/pieces/{paper.key}/", f"/atelier/familles/pieces/{paper.key}/document/",
        file, f"{file}ouverture/", f"{file}modifier/", f"{file}aide/", f"{file}mandats/{mandate.pk}/reprise/",
        f"{file}accords/", f"{file}pieces/ajout/", f"{file}foyers/ajout/", f"{of_home}adresse/", f"{of_home}quotient/",
        f"{of_home}quotient/garde/", f"{file}recepisses/{receipt.key}.pdf", f"{file}imprimes/",
        f"{file}imprimes/mandat.pdf", f"{file}enfants/ajout/", child, f"{child}modifier/",
        f"{child}places/", f"{child}places/1/", f"{child}voeux/", f"{child}voeux/mercredis/",
        f"{child}voeux/mercredis/envoi/", f"{child}voeux/mercredis/retrait/", f"{child}voeux/mercredis/formulaire.pdf",
        f"{child}responsables/ajout/", f"{child}responsables/{held.pk}/",
    ]  # fmt: skip


def refused(client, addresses) -> dict[str, tuple[int, int]]:
    told = {
        each: (client.get(each).status_code, client.post(each, {"asked": "kerbrat"}).status_code) for each in addresses
    }
    return {each: codes for each, codes in told.items() if not set(codes) <= {403, 404, 405}}


@pytest.mark.parametrize("role", OTHERS)
def test_no_other_part_opens_any_of_it(client, addresses, role):
    client.force_login(make_person(role))
    assert refused(client, addresses) == {}
    assert not FileReading.objects.exists()


@pytest.mark.parametrize("first_name", ["Salomé", "Yann"])
def test_nor_does_the_family_itself(client, addresses, family, first_name):
    client.force_login(family.adults[first_name].account)
    assert refused(client, addresses) == {}


def test_nor_a_young_person(client, addresses):
    client.force_login(make_young_person().children["Sacha"].account)
    assert refused(client, addresses) == {}


def test_a_visitor_is_sent_to_the_login(client, addresses):
    assert {client.get(each).status_code for each in addresses} == {302}


def test_an_agent_of_another_desk_does_not_act_under_a_mandate_given_to_this_one(client, addresses, family):
    other = make_person("family_agent", name="Rémi Autre", organisation=make_organisation("Mairie annexe"))
    client.force_login(other)
    file = f"/atelier/familles/{family.adults['Salomé'].key}/"
    client.post(f"{file}ouverture/", {"reason": "counter"})
    assert "Un mandat est déjà donné" not in client.get(f"{file}aide/").content.decode()


def test_every_address_of_an_unknown_file_is_not_there(desk, addresses, family):
    unknown = "00000000-0000-4000-8000-000000000000"
    known = str(family.adults["Salomé"].key)
    asked = [each.replace(known, unknown) for each in addresses if known in each]
    assert {desk.get(each).status_code for each in asked} <= {404, 405}
