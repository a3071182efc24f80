"""Preparing an agreement: its words, who signs, what is annexed. Nothing of it changes once the council has voted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from preau.cooperation.agreements.articles import USUAL_PARTIES
from preau.cooperation.agreements.enums import AgreementKind, DelayKind
from preau.cooperation.agreements.errors import ChangedMeanwhile, NoRole, SomebodySigned, TextFixed
from preau.cooperation.agreements.models import Agreement, Annex, DelayRule, Party
from preau.cooperation.agreements.people import holds_a_place
from preau.cooperation.agreements.rules import in_order
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.audit.actions import record
from preau.people.files.actions import discard_file
from preau.people.files.models import StoredFile
from preau.people.organisations.models import Commune, Organisation
from preau.plan.structure.models import TerritorialEducationPlan


@dataclass(frozen=True, slots=True)
class Words:
    """What the coordinator writes of an agreement."""

    title: str
    purpose: str = ""
    terms: str = ""
    plan: TerritorialEducationPlan | None = None
    starts_on: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class Seat:
    """A party as it is typed."""

    capacity: str
    name: str = ""
    organisation: Organisation | None = None
    signatory: User | None = None


@transaction.atomic
def draft_agreement(
    commune: Commune, kind: AgreementKind, words: Words, *, hand: Hand, follows: Agreement | None = None
) -> Agreement:
    """A draft, with those who sign such an agreement as a rule; those of the one before where it follows one."""
    agreement = Agreement.objects.create(
        commune=commune, kind=kind, follows=follows, created_at=hand.now, created_by=hand.by, **_facts(words)
    )
    if follows is None:
        seats = [Seat(capacity, name.format(town=commune.name)) for name, capacity in USUAL_PARTIES[kind]]
    else:
        seats = [Seat(each.capacity, each.name, each.organisation, each.signatory) for each in follows.parties.all()]
    Party.objects.bulk_create(_party(agreement, seat, number) for number, seat in enumerate(seats, 1))
    details = {"kind": str(kind), "follows": follows.pk if follows else None}
    record("agreement.drafted", agreement, by=hand.by_id, now=hand.now, details=details)
    return agreement


@transaction.atomic
def edit_agreement(agreement: Agreement, words: Words, *, seen_revision: int, hand: Hand) -> Agreement:
    """Raises ChangedMeanwhile, TextFixed."""
    held = hold_to_write(agreement.pk)
    if held.revision != seen_revision:
        raise ChangedMeanwhile
    for name, value in _facts(words).items():
        setattr(held, name, value)
    return _written(held, "agreement.edited", hand)


@transaction.atomic
def add_party(agreement: Agreement, seat: Seat, *, hand: Hand) -> Party:
    """Raises TextFixed, NoRole."""
    held = hold_to_write(agreement.pk)
    last = held.parties.order_by("-position").values_list("position", flat=True).first() or 0
    party = _party(held, seat, last + 1)
    _check_signatory(party, hand)
    party.save()
    _written(held, "agreement.party_added", hand)
    return party


@transaction.atomic
def edit_party(party: Party, seat: Seat, *, hand: Hand) -> Party:
    """Raises NoRole, TextFixed when what the agreement says of it would change: who signs for it may still be named."""
    held = hold(party.agreement_id)
    fresh = held.parties.select_related("organisation").get(pk=party.pk)
    before = (fresh.institution, fresh.capacity, fresh.organisation_id)
    fresh.name, fresh.capacity = seat.name, seat.capacity
    fresh.organisation, fresh.signatory = seat.organisation, seat.signatory
    if not held.is_being_written and before != (fresh.institution, fresh.capacity, fresh.organisation_id):
        raise TextFixed
    _check_signatory(fresh, hand)
    fresh.save()
    _written(held, "agreement.party_edited", hand)
    return fresh


@transaction.atomic
def remove_party(party: Party, *, hand: Hand) -> None:
    """Raises TextFixed, SomebodySigned: a cancelled signature stays, and its party with it."""
    held = hold_to_write(party.agreement_id)
    if party.signatures.exists():
        raise SomebodySigned
    held.parties.filter(pk=party.pk).delete()
    _written(held, "agreement.party_removed", hand)


@transaction.atomic
def add_annex(agreement: Agreement, title: str, file: StoredFile, *, hand: Hand, is_plan: bool = False) -> Annex:
    """Raises TextFixed."""
    held = hold_to_write(agreement.pk)
    last = held.annexes.order_by("-position").values_list("position", flat=True).first() or 0
    annex = Annex.objects.create(
        agreement=held, title=title, file=file, is_plan=is_plan, position=0 if is_plan else last + 1
    )
    _written(held, "agreement.annexed", hand, sha256=file.sha256)
    return annex


@transaction.atomic
def remove_annex(annex: Annex, *, hand: Hand) -> None:
    """Raises TextFixed."""
    held = hold_to_write(annex.agreement_id)
    file = annex.file
    held.annexes.filter(pk=annex.pk).delete()
    discard_file(file, by=hand.by, now=hand.now)
    _written(held, "agreement.annex_removed", hand, sha256=file.sha256)


@transaction.atomic
def set_delays(commune: Commune, kind: DelayKind, steps: Sequence[int], *, valid_from: date, hand: Hand) -> DelayRule:
    """From that day on; another rule of the same day is replaced. Raises ValueError for steps that say nothing."""
    kept = in_order(kind, steps)
    rule, _ = DelayRule.objects.update_or_create(
        commune=commune,
        kind=kind,
        valid_from=valid_from,
        defaults={"steps": kept, "set_at": hand.now, "set_by": hand.by},
    )
    details = {"kind": str(kind), "steps": kept, "valid_from": valid_from.isoformat()}
    record("agreement.delays_set", rule, by=hand.by_id, now=hand.now, details=details)
    return rule


def hold(agreement_id: int) -> Agreement:
    """The agreement, locked until the end of the transaction: two people never act on it at once."""
    held = Agreement.objects.select_for_update(of=("self",), no_key=True).select_related("commune", "plan", "version")
    return held.get(pk=agreement_id)


def hold_to_write(agreement_id: int) -> Agreement:
    held = hold(agreement_id)
    if not held.is_being_written:
        raise TextFixed
    return held


def _written(held: Agreement, verb: str, hand: Hand, **details: object) -> Agreement:
    held.revision += 1
    held.save()
    record(verb, held, by=hand.by_id, now=hand.now, details={"revision": held.revision, **details})
    return held


def _facts(words: Words) -> dict[str, object]:
    return {
        "title": words.title,
        "purpose": words.purpose,
        "terms": words.terms,
        "plan": words.plan,
        "starts_on": words.starts_on,
        "ends_on": words.ends_on,
    }


def _party(agreement: Agreement, seat: Seat, position: int) -> Party:
    return Party(
        agreement=agreement,
        organisation=seat.organisation,
        name=seat.name,
        capacity=seat.capacity,
        signatory=seat.signatory,
        position=position,
    )


def _check_signatory(party: Party, hand: Hand) -> None:
    if party.signatory is not None and not holds_a_place(party.signatory, party, timezone.localdate(hand.now)):
        raise NoRole
