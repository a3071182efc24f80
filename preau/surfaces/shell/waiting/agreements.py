"""Signatures that are awaited, for those who sign and for those who chase; ends that come near."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from preau.cooperation.agreements.enums import AgreementState
from preau.cooperation.agreements.models import Agreement, Party
from preau.cooperation.agreements.people import speaking_for
from preau.cooperation.agreements.queries import TermAlarm, alarms_on
from preau.people.accounts.models import User
from preau.people.accounts.queries import coordinators
from preau.people.notices.waiting import Waiting
from preau.people.organisations.models import Commune


def awaited_signatures(people: Sequence[User], on: date) -> Mapping[int, Sequence[Waiting]]:
    """To the person named: their signature. To the coordination: how many are missing, by agreement. Three queries."""
    waiting = list(
        Party.objects.unsigned()  # type: ignore[attr-defined]
        .filter(agreement__state=AgreementState.ADOPTED)
        .select_related("agreement")
        .order_by("asked_on", "pk")
    )
    if not waiting:
        return {}
    found: dict[int, list[Waiting]] = {}
    speaking = speaking_for(people, on)
    for party in waiting:
        if (party.signatory_id, party.organisation_id) in speaking:
            found.setdefault(party.signatory_id or 0, []).append(_signature(party))
    missing = _missing(waiting)
    for person in coordinators(on).filter(pk__in=[each.pk for each in people]):
        found.setdefault(person.pk, []).extend(missing)
    return found


def ending_terms(people: Sequence[User], on: date) -> Mapping[int, Sequence[Waiting]]:
    """To the coordination: what comes to its end with nothing voted to follow. Five queries."""
    commune = Commune.objects.current()
    alarms = alarms_on(commune.pk, on) if commune else []
    if not alarms:
        return {}
    told = [_term(alarm) for alarm in alarms]
    return {person.pk: told for person in coordinators(on).filter(pk__in=[each.pk for each in people])}


def _signature(party: Party) -> Waiting:
    return Waiting(
        title=_("votre signature : %(title)s") % {"title": party.agreement.title},
        path=reverse("workspace:signature", args=[party.pk]),
        why=_("vous signez pour : %(institution)s") % {"institution": party.capacity},
    )


def _missing(waiting: list[Party]) -> list[Waiting]:
    counts: dict[Agreement, int] = {}
    for party in waiting:
        counts[party.agreement] = counts.get(party.agreement, 0) + 1
    return [
        Waiting(
            title=ngettext("%(count)s signature manque : %(title)s", "%(count)s signatures manquent : %(title)s", count)
            % {"count": count, "title": agreement.title},
            path=reverse("workspace:agreement", args=[agreement.pk]),
            why=_("la convention est votée, tous n’ont pas signé"),
        )
        for agreement, count in counts.items()
    ]


def _term(alarm: TermAlarm) -> Waiting:
    subject = alarm.subject
    path = (
        reverse("workspace:agreement", args=[subject.pk])
        if isinstance(subject, Agreement)
        else reverse("workspace:adoption") + f"?projet={subject.pk}"
    )
    return Waiting(
        title=_("préparer la suite : %(title)s") % {"title": subject.title},
        path=path,
        due_on=alarm.ends_on,
        why=_("moins de %(months)d mois avant la fin") % {"months": alarm.months},
    )
