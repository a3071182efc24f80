"""Signatures: on paper with their scan, or in the platform by the person named, who has just proved who they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from preau.cooperation.agreements.enums import AgreementState, SignatureWay
from preau.cooperation.agreements.errors import (
    AllSigned,
    AlreadySigned,
    ChangedMeanwhile,
    NotTheSignatory,
    ProofBroken,
    WrongDay,
)
from preau.cooperation.agreements.models import Agreement, AgreementText, Party, Signature
from preau.cooperation.agreements.people import holds_a_place
from preau.cooperation.agreements.proof import proof_of
from preau.cooperation.agreements.rules import day_is_possible
from preau.cooperation.agreements.steps import move, start_if_due
from preau.cooperation.agreements.telling import tell_all_signed
from preau.cooperation.agreements.writing import hold
from preau.foundation.lifecycle import NotNow, ReasonMissing
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.audit.actions import record
from preau.people.files.models import StoredFile


@dataclass(frozen=True, slots=True)
class Ink:
    """What stands at the foot of the paper."""

    name: str
    office: str
    signed_on: date
    scan: StoredFile


@transaction.atomic
def record_paper(party: Party, ink: Ink, *, hand: Hand) -> Signature:
    """Raises NotNow, AlreadySigned, ProofBroken, WrongDay."""
    held, text = _open(party)
    today = timezone.localdate(hand.now)
    if held.resolution_on is None or not day_is_possible(ink.signed_on, voted_on=held.resolution_on, today=today):
        raise WrongDay
    facts = {"signatory_name": ink.name, "signatory_office": ink.office, "signed_on": ink.signed_on, "scan": ink.scan}
    return _sign(held, party, text, hand, way=SignatureWay.PAPER, **facts)


@transaction.atomic
def sign_here(party: Party, *, office: str, seen: str, hand: Hand) -> Signature:
    """The act of the person named. ``seen``: the fingerprint of the words that were on the screen.

    That the person has just proved who they are is for the screen to see to. Raises NotTheSignatory, NotNow,
    AlreadySigned, ProofBroken, ChangedMeanwhile.
    """
    person = hand.by
    if person is None or not may_sign(person, party, timezone.localdate(hand.now)):
        raise NotTheSignatory
    held, text = _open(party)
    if seen != text.fingerprint:
        raise ChangedMeanwhile
    facts = {
        "signatory_name": person.full_name,
        "signatory_office": office,
        "signed_on": timezone.localdate(hand.now),
        "signed_by": person,
    }
    return _sign(held, party, text, hand, way=SignatureWay.ELECTRONIC, **facts)


@transaction.atomic
def cancel_signature(signature: Signature, *, reason: str, hand: Hand) -> Signature:
    """A mistake is taken back, with its reason, while others still have to sign. Raises ReasonMissing, AllSigned.

    A signature cancelled twice stays as it was.
    """
    if not reason.strip():
        raise ReasonMissing("cancel_signature")
    agreement = hold(signature.party.agreement_id)
    if agreement.state != AgreementState.ADOPTED:
        raise AllSigned
    held = Signature.objects.select_for_update(of=("self",), no_key=True).get(pk=signature.pk)
    if held.cancelled_at is None:
        held.cancelled_at, held.cancelled_by, held.cancel_reason = hand.now, hand.by, reason[:300]
        held.save(update_fields=["cancelled_at", "cancelled_by", "cancel_reason"])
        record("agreement.signature_cancelled", held, by=hand.by_id, now=hand.now, details={"party": held.party_id})
    return held


def may_sign(person: User, party: Party, on: date) -> bool:
    """The person is named for this party, and speaks for its organisation that day."""
    return holds_a_place(person, Party.objects.get(pk=party.pk), on)


def _open(party: Party) -> tuple[Agreement, AgreementText]:
    """The agreement, held, and its words, proved to be those that were voted."""
    held = hold(party.agreement_id)
    if held.state != AgreementState.ADOPTED:
        raise NotNow("sign", held.state)
    if Signature.objects.standing().filter(party=party).exists():
        raise AlreadySigned
    text = held.texts.first()
    if text is None or not proof_of(held, text).holds:
        raise ProofBroken
    return held, text


def _sign(
    held: Agreement, party: Party, text: AgreementText, hand: Hand, *, way: SignatureWay, **facts: object
) -> Signature:
    signature = Signature.objects.create(
        party=party,
        text=text,
        sha256=text.fingerprint,
        way=way,
        recorded_at=hand.now,
        recorded_by=hand.by,
        **facts,
    )
    details = {"party": party.pk, "way": str(way), "sha256": text.fingerprint}
    record("agreement.party_signed", signature, by=hand.by_id, now=hand.now, details=details)
    if not held.parties.unsigned().exists():  # type: ignore[attr-defined]
        move(held, "sign", hand)
        tell_all_signed(held, hand=hand)
        start_if_due(held, timezone.localdate(hand.now), hand)
    return signature
