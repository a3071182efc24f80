"""Who is told what of an agreement. Titles name the agreement and institutions, never a person."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from preau.cooperation.agreements.models import Agreement, Party
from preau.cooperation.agreements.people import people_of
from preau.people.accounts.hand import Hand
from preau.people.accounts.queries import coordinators
from preau.people.notices.actions import notify
from preau.people.notices.enums import NoticeKind
from preau.plan.structure.models import TerritorialEducationPlan


def ask_signatures(agreement: Agreement, *, hand: Hand) -> None:
    """Each institution is told that its signature is awaited."""
    for party in agreement.parties.select_related("organisation"):
        ask_signature(party, agreement, hand=hand)


def ask_signature(party: Party, agreement: Agreement, *, hand: Hand) -> None:
    notify(
        people_of(party, timezone.localdate(hand.now)),
        kind=NoticeKind.ASKED,
        subject=party,
        title=_("Signature attendue : %(title)s") % {"title": agreement.title},
        path=path_of(agreement),
        now=hand.now,
        by=hand.by,
    )


def tell_coordinators_of_silence(party: Party, agreement: Agreement, *, hand: Hand) -> None:
    words = {"institution": party.institution, "title": agreement.title}
    notify(
        coordinators(timezone.localdate(hand.now)),
        kind=NoticeKind.DUE,
        subject=party,
        title=_("Signature manquante : %(institution)s, %(title)s") % words,
        path=path_of(agreement),
        now=hand.now,
    )


def tell_all_signed(agreement: Agreement, *, hand: Hand) -> None:
    today = timezone.localdate(hand.now)
    people = {each.pk: each for each in coordinators(today)}
    for party in agreement.parties.select_related("organisation"):
        people |= {each.pk: each for each in people_of(party, today)}
    notify(
        people.values(),
        kind=NoticeKind.DECIDED,
        subject=agreement,
        title=_("Signée par tous : %(title)s") % {"title": agreement.title},
        path=path_of(agreement),
        now=hand.now,
        by=hand.by,
    )


def tell_term(subject: Agreement | TerritorialEducationPlan, months: int, ends_on: date, *, hand: Hand) -> None:
    path = (
        path_of(subject) if isinstance(subject, Agreement) else f"{reverse('workspace:adoption')}?projet={subject.pk}"
    )
    words = {"title": subject.title, "months": months}
    notify(
        coordinators(timezone.localdate(hand.now)),
        kind=NoticeKind.DUE,
        subject=subject,
        title=_("Moins de %(months)d mois avant la fin : %(title)s") % words,
        path=path,
        now=hand.now,
        due_on=ends_on,
    )


def path_of(agreement: Agreement) -> str:
    return reverse("workspace:agreement", args=[agreement.pk])
