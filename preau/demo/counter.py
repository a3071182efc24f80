"""What the desk of the fictional town did: a mandate, receipts, quotients, papers that wait, rules of silence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from preau.demo.content import counter as story
from preau.demo.families import Families
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.counter.contacts import set_contact
from preau.people.counter.enums import Procedure, Silence
from preau.people.counter.receipts import Helped, give_receipt
from preau.people.counter.silence import set_silence
from preau.people.households.documents import give_document
from preau.people.households.enums import Channel, DocumentKind, QuotientSource
from preau.people.households.mandates import give_mandate
from preau.people.households.quotients import record_quotient, set_term
from preau.people.organisations.models import Commune, Organisation


def open_counter(
    commune: Commune, people: Mapping[str, User], organisations: Mapping[str, Organisation], families: Families
) -> None:
    desk, service = people["mathilde.aubry"], organisations["accueil-familles"]
    for at, procedure, silence, months in story.SILENCE:
        set_silence(
            commune, Procedure(procedure), Silence(silence), months=months, valid_from=at.date(), hand=Hand(desk, at)
        )
    set_contact(service, story.CONTACT, valid_from=date(2026, 1, 1), hand=Hand(desk, story.OPENED_AT))
    set_term(commune, months=12, valid_from=date(2026, 1, 1), hand=Hand(desk, story.OPENED_AT))
    for child, value, month in story.QUOTIENTS:
        home = families.homes[child][0]
        record_quotient(
            household=home, value=value, source=QuotientSource.COUNTER, month=month, hand=Hand(desk, story.OPENED_AT)
        )
    for child, kind, at in story.WAITING:
        one = families.children[child]
        owner = families.homes[child][0] if kind == DocumentKind.ADDRESS else one
        give_document(DocumentKind(kind), owner=owner, hand=Hand(desk, at))
    principal, hand = families.adults[story.PRINCIPAL], Hand(people["gaspard.emery"], story.MANDATE_AT)
    assert hand.by is not None  # noqa: S101  the cast is whole
    mandate = give_mandate(
        principal=principal,
        helper=hand.by,
        organisation=service,
        scopes=story.SCOPES,
        identity_seen="passport",
        from_on=story.MANDATE_AT.date(),
        until_on=story.MANDATE_UNTIL,
        hand=hand,
    )
    helped = Helped(principal, Channel.COUNTER, service, mandate)
    for at, procedure, line, waits in story.RECEIPTS:
        give_receipt(helped, procedure=Procedure(procedure), lines=[line], waits=waits, hand=Hand(hand.by, at))
