"""The demonstration's past: a plan voted in 2023 with its convention, and what is signed, awaited, ending today."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time

from django.utils import timezone

from preau.cooperation.agreements.chasing import follow_agreements
from preau.cooperation.agreements.document import write_convention
from preau.cooperation.agreements.enums import AgreementKind
from preau.cooperation.agreements.models import Agreement
from preau.cooperation.agreements.queries import places_of
from preau.cooperation.agreements.signing import Ink, record_paper, sign_here
from preau.cooperation.agreements.steps import Vote as Passed
from preau.cooperation.agreements.steps import adopt, review, review_year
from preau.cooperation.agreements.writing import (
    Seat,
    Words,
    add_party,
    draft_agreement,
    edit_party,
    remove_party,
)
from preau.demo.content import adoption as past
from preau.demo.draft import draft_of
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.files.actions import store_file
from preau.people.notices.actions import mark_read
from preau.people.notices.models import Notice
from preau.people.organisations.models import Organisation
from preau.plan.adoption.actions import Vote, adopt_plan, prepare
from preau.plan.importing.writing import write_plan
from preau.plan.structure.actions import entrust, schedule
from preau.plan.structure.models import TerritorialEducationPlan


def tell_the_past(
    plan: TerritorialEducationPlan, people: Mapping[str, User], organisations: Mapping[str, Organisation]
) -> None:
    """``plan`` is the one being written: it follows the plan of 2023."""
    coordinator = people["yasmine.ferhat"]
    before = _voted_plan(plan, organisations, coordinator)
    TerritorialEducationPlan.objects.filter(pk=plan.pk).update(follows=before)
    _convention(before, organisations, coordinator)
    _charter(before, people, organisations)
    _sharing(plan, organisations, coordinator)


def _voted_plan(
    plan: TerritorialEducationPlan, organisations: Mapping[str, Organisation], coordinator: User
) -> TerritorialEducationPlan:
    writing = Hand(coordinator, past.WRITTEN_AT)
    draft = draft_of(past.AXES, past.WRITTEN_AT.date())
    before = write_plan(draft, title=past.TITLE, commune=plan.commune, hand=writing, decisions=[])
    objectives = [
        (f"A{a}.G{g}.O{n}", objective)
        for a, axis in enumerate(past.AXES, 1)
        for g, general in enumerate(axis.generals, 1)
        for n, objective in enumerate([each for row in general.rows for each in row.objectives], 1)
    ]
    items = {item.code: item for item in before.items.all()}
    for code, objective in objectives:
        item = entrust(items[code], organisations[objective.owner], seen_version=1, hand=writing)
        schedule(item, objective.horizon, seen_version=2, hand=writing)
    prepare(before, starts_on=past.STARTS_ON, ends_on=past.ENDS_ON, introduction=past.INTRODUCTION, hand=writing)
    adopt_plan(before, Vote(past.VOTE, past.VOTED_ON), hand=Hand(coordinator, past.RECORDED_AT))
    before.refresh_from_db()
    return before


def _convention(before: TerritorialEducationPlan, organisations: Mapping[str, Organisation], coordinator: User) -> None:
    """Signed by all in 2023, reviewed twice, at its end since the last day of August."""
    hand = Hand(coordinator, past.CONVENTION_AT)
    words = Words(past.CONVENTION, past.CONVENTION_PURPOSE, "", before, past.STARTS_ON, past.ENDS_ON)
    agreement = _drafted(before, AgreementKind.PLAN, words, past.SEATS, organisations, hand)
    agreement = adopt(review(agreement, hand=hand), Passed(past.CONVENTION_VOTE, past.CONVENTION_VOTED_ON), hand=hand)
    signing = Hand(coordinator, past.SIGNED_2023_AT)
    paper = write_convention(agreement)
    for place, (name, office, signed_on) in zip(places_of(agreement), past.SIGNED_2023, strict=True):
        record_paper(place.party, _ink(paper, name, office, signed_on, signing), hand=signing)
    _morning(past.STARTS_ON)
    for held_on, summary in past.REVIEWS:
        review_year(agreement, held_on=held_on, summary=summary, hand=Hand(coordinator, _at(held_on)))
    _morning(date(2026, 9, 1))
    for notice in Notice.objects.unread().filter(recipient=coordinator, subject=f"agreements.Agreement:{agreement.pk}"):
        mark_read(notice, now=_at(date(2026, 9, 2)))


def _charter(
    before: TerritorialEducationPlan, people: Mapping[str, User], organisations: Mapping[str, Organisation]
) -> None:
    """Two have signed, on paper and here; the town and the CAF are awaited, and its end is near."""
    coordinator = people["yasmine.ferhat"]
    hand = Hand(coordinator, past.CHARTER_AT)
    term = (past.CHARTER_STARTS_ON, past.CHARTER_ENDS_ON)
    words = Words(past.CHARTER, past.CHARTER_PURPOSE, "", before, *term)
    agreement = _drafted(before, AgreementKind.WEDNESDAY, words, past.SEATS, organisations, hand)
    named = {"conseil-municipal": "bernard.lacaze", "circonscription": "jean.baptiste.roy", "caf": "fatou.ndiaye"}
    for party in agreement.parties.select_related("organisation"):
        who = named.get(party.organisation.slug if party.organisation else "")
        if who:
            seat = Seat(party.capacity, party.name, party.organisation, people[who])
            edit_party(party, seat, hand=hand)
    agreement = adopt(review(agreement, hand=hand), Passed(past.CHARTER_VOTE, past.CHARTER_VOTED_ON), hand=hand)
    text = agreement.texts.get()
    inspector = agreement.parties.get(organisation__slug="circonscription")
    here = Hand(people["jean.baptiste.roy"], past.CHARTER_HERE_AT)
    sign_here(inspector, office="inspecteur de l’Éducation nationale", seen=text.fingerprint, hand=here)
    paper = Hand(coordinator, past.CHARTER_PAPER_AT)
    state = agreement.parties.get(organisation__isnull=True)
    record_paper(state, _ink(write_convention(agreement), *past.CHARTER_PAPER, paper), hand=paper)
    for day in past.CHASED_ON:
        _morning(day)


def _sharing(plan: TerritorialEducationPlan, organisations: Mapping[str, Organisation], coordinator: User) -> None:
    """Read again, waiting for the council."""
    hand = Hand(coordinator, past.SHARING_AT)
    term = (past.SHARING_STARTS_ON, past.SHARING_ENDS_ON)
    words = Words(past.SHARING, past.SHARING_PURPOSE, past.SHARING_TERMS, None, *term)
    review(
        _drafted(plan, AgreementKind.SHARING, words, past.SHARING_SEATS, organisations, hand),
        hand=hand,
    )


def _drafted(
    plan: TerritorialEducationPlan,
    kind: AgreementKind,
    words: Words,
    seats: tuple[tuple[str, str, str], ...],
    organisations: Mapping[str, Organisation],
    hand: Hand,
) -> Agreement:
    agreement = draft_agreement(plan.commune, kind, words, hand=hand)
    for party in agreement.parties.all():
        remove_party(party, hand=hand)
    for name, organisation, capacity in seats:
        add_party(agreement, Seat(capacity, name, organisations.get(organisation)), hand=hand)
    agreement.refresh_from_db()
    return agreement


def _ink(paper: bytes, name: str, office: str, signed_on: date, hand: Hand) -> Ink:
    """The paper itself stands for its scan."""
    scan = store_file(paper, "convention-signee.pdf", by=hand.by, now=hand.now)
    return Ink(name, office, signed_on, scan)


def _morning(day: date) -> None:
    """What the job did that day."""
    follow_agreements(on=day, hand=Hand(None, _at(day)))


def _at(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(6, 20)))
