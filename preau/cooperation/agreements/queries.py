"""What screens and jobs read of agreements, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from preau.cooperation.agreements.enums import PROMISED, AgreementKind, AgreementState, DelayKind
from preau.cooperation.agreements.models import Agreement, DelayRule, Party, Signature
from preau.cooperation.agreements.rules import DEFAULT_DELAYS, alarm_due
from preau.plan.structure.models import TerritorialEducationPlan


@dataclass(frozen=True, slots=True)
class Place:
    """Where a party signs, and its signature once it has."""

    party: Party
    signature: Signature | None


@dataclass(frozen=True, slots=True)
class TermAlarm:
    """An agreement or a plan whose end is near: ``months`` is the stage that was reached."""

    subject: Agreement | TerritorialEducationPlan
    ends_on: date
    months: int


def agreements_listed() -> QuerySet[Agreement]:
    """With the places of signature, for lists and for one page: three queries."""
    return Agreement.objects.select_related("commune", "plan", "version").prefetch_related(_parties())


def places_of(agreement: Agreement) -> list[Place]:
    """In the order of the agreement. No query where the parties came along (``agreements_listed``)."""
    known = getattr(agreement, "_prefetched_objects_cache", {})
    parties = agreement.parties.all() if "parties" in known else parties_with_signatures(agreement)
    return [Place(party, next(iter(party.standing), None)) for party in parties]  # type: ignore[attr-defined]


def parties_with_signatures(agreement: Agreement) -> QuerySet[Party]:
    return agreement.parties.select_related("organisation", "signatory").prefetch_related(_standing())


def delays_on(commune_id: int, day: date) -> dict[str, tuple[int, ...]]:
    """The delays that hold that day, by kind: those of the town, else the usual ones. One query."""
    found = dict(DEFAULT_DELAYS)
    rules = DelayRule.objects.filter(commune=commune_id, valid_from__lte=day).order_by("valid_from")
    for rule in rules:
        found[rule.kind] = tuple(rule.steps)
    return found


def alarms_on(commune_id: int, day: date, *, plan: TerritorialEducationPlan | None = None) -> list[TermAlarm]:
    """What comes to its end and has nothing voted to follow it, the nearest end first. Three queries."""
    months = delays_on(commune_id, day)[DelayKind.TERM]
    agreements = _without_sequel(Agreement.objects.promised().filter(commune=commune_id))
    plans = plans_without_agreement(commune_id)
    if plan is not None:
        agreements, plans = agreements.filter(plan=plan), plans.filter(pk=plan.pk)
    ending: list[Agreement | TerritorialEducationPlan] = [*agreements.filter(ends_on__gte=day)]
    ending += plans.filter(ends_on__gte=day)
    alarms = [
        TermAlarm(each, each.ends_on, stage)
        for each in ending
        if each.ends_on is not None and (stage := alarm_due(each.ends_on, day, months)) is not None
    ]
    return sorted(alarms, key=lambda alarm: (alarm.ends_on, str(alarm.subject)))


def plans_without_agreement(commune_id: int) -> QuerySet[TerritorialEducationPlan]:
    """Adopted plans that no convention watches over, and that no adopted plan follows."""
    watched = Agreement.objects.promised().filter(kind=AgreementKind.PLAN, plan__isnull=False).values("plan")
    followed = TerritorialEducationPlan.objects.kept().filter(adopted_on__isnull=False, follows__isnull=False)
    return (
        TerritorialEducationPlan.objects.kept()
        .filter(commune=commune_id, adopted_on__isnull=False)
        .exclude(pk__in=watched)
        .exclude(pk__in=followed.values("follows"))
    )


def signed_institutions(plan: TerritorialEducationPlan) -> Sequence[str]:
    """The institutions that have signed the convention of a plan; never a person. One query."""
    parties = (
        Party.objects.filter(
            agreement__plan=plan, agreement__kind=AgreementKind.PLAN, agreement__state__in=(*PROMISED, *_ENDED)
        )
        .filter(signatures__in=Signature.objects.standing())
        .select_related("organisation")
        .order_by("position", "pk")
        .distinct()
    )
    return [party.institution for party in parties]


_ENDED = (AgreementState.EXPIRED, AgreementState.RENEWED)


def _without_sequel(agreements: QuerySet[Agreement]) -> QuerySet[Agreement]:
    voted = Agreement.objects.filter(follows__isnull=False, state__in=PROMISED)
    return agreements.exclude(pk__in=voted.values("follows"))


def _parties() -> Prefetch:
    return Prefetch("parties", Party.objects.select_related("organisation", "signatory").prefetch_related(_standing()))


def _standing() -> Prefetch:
    return Prefetch(
        "signatures",
        Signature.objects.standing().select_related("scan", "signed_by", "recorded_by"),
        to_attr="standing",
    )
