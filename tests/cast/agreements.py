"""Agreements at each moment of their life, between the town, the State, the academic authority."""

from __future__ import annotations

from datetime import date
from itertools import count

from preau.cooperation.agreements.enums import AgreementKind
from preau.cooperation.agreements.models import Agreement, Party
from preau.cooperation.agreements.signing import Ink, record_paper
from preau.cooperation.agreements.steps import Vote, adopt, review
from preau.cooperation.agreements.writing import Seat, Words, add_party, draft_agreement, remove_party
from preau.people.accounts.hand import Hand
from preau.people.files.actions import store_file
from preau.people.organisations.enums import OrganisationKind

from .adoption import ENDS_ON, STARTS_ON, VOTED_ON, make_adopted_plan
from .people import make_commune, make_organisation, make_person

TOWN, ACADEMY, CAF = "Conseil municipal", "Circonscription", "Caisse d’allocations familiales"
_numbers = count(1)


def make_agreement(
    *, hand: Hand, kind: AgreementKind = AgreementKind.PLAN, with_plan: bool = True, ends_on: date = ENDS_ON
) -> Agreement:
    """A draft with three parties: the town (Hélène signs here), the academy (Jeanne signs here), the CAF (on paper)."""
    plan = make_adopted_plan().plan if with_plan else None
    words = Words("Convention du projet éducatif", "Agir ensemble.", "", plan, STARTS_ON, ends_on)
    agreement = draft_agreement(make_commune(), kind, words, hand=hand)
    for party in agreement.parties.all():
        remove_party(party, hand=hand)
    town, academy = make_organisation(TOWN), make_organisation(ACADEMY, OrganisationKind.INSTITUTION)
    mayor = make_person("elected", organisation=town)
    inspector = make_person("reader", name="Jeanne Roy", organisation=academy)
    add_party(agreement, Seat("la maire", "Ville de Bourg-la-Fontaine", town, mayor), hand=hand)
    add_party(agreement, Seat("l’inspectrice", "", academy, inspector), hand=hand)
    add_party(agreement, Seat("la direction", "", make_organisation(CAF, OrganisationKind.INSTITUTION)), hand=hand)
    agreement.refresh_from_db()
    return agreement


def make_voted_agreement(*, hand: Hand, **details: object) -> Agreement:
    """Voted on 17 November 2026, signatures asked for on the day of the hand."""
    agreement = review(make_agreement(hand=hand, **details), hand=hand)  # type: ignore[arg-type]
    return adopt(agreement, Vote("2026-118", VOTED_ON), hand=hand)


def ink(hand: Hand, *, name: str = "Odile Caron", signed_on: date = VOTED_ON) -> Ink:
    scan = store_file(f"%PDF-1.7 acte {next(_numbers)}".encode(), "acte.pdf", by=hand.by, now=hand.now)
    return Ink(name, "directrice", signed_on, scan)


def sign_all(agreement: Agreement, *, hand: Hand) -> Agreement:
    for party in agreement.parties.unsigned():
        record_paper(party, ink(hand), hand=hand)
    agreement.refresh_from_db()
    return agreement


def party_of(agreement: Agreement, organisation: str) -> Party:
    return agreement.parties.get(organisation__name=organisation)
