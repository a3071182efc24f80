"""The income index of a home: kept with what proves it, never written over, never guessed.

Nothing is ever ended or removed here. Several rows may cover the same day: the most recent month stands, and for the
same month what was recorded last. What held on a past day is therefore found again on any later day.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from preau.foundation.prepared import prepared
from preau.foundation.text.days import months_later
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.households.enums import ConsentPurpose, DocumentKind, DocumentState, QuotientRefusal, QuotientSource
from preau.people.households.models import (
    Consent,
    FamilyQuotient,
    Household,
    HouseholdMember,
    QuotientTerm,
    SupportingDocument,
)
from preau.people.organisations.models import Commune

HIGHEST = 20_000
"""In euros a month, far above any that the CAF or the MSA computes: beyond, somebody typed something else."""
MONTHS = 12
"""How long one holds where the town decided nothing."""


class WrongQuotient(Exception):
    """This quotient can't be kept. ``reason`` says why, in a sentence."""

    def __init__(self, reason: QuotientRefusal) -> None:
        super().__init__(str(reason.value))
        self.reason = reason


class WrongTerm(Exception):
    """A quotient holds one month at least, two years at most."""


def quotient_of(household: Household, day: date) -> FamilyQuotient | None:
    """The row that stands that day, with where it comes from."""
    there = household.quotients.filter(valid_from__lte=day, valid_until__gte=day)
    return there.order_by("-month", "-recorded_at", "-pk").first()


def quotient_on(household: Household, day: date) -> int | None:
    """None where no quotient holds: the price rule says what such a home pays."""
    row = quotient_of(household, day)
    return None if row is None else row.value


def quotients_on(homes: Iterable[int], day: date) -> dict[int, int]:
    """The same for many homes, by their keys, in one query; those without one are left out."""
    return dict(_rows_on(homes=tuple(sorted(homes)), day=day))


@prepared
def _rows_on(*, homes: tuple[int, ...], day: date) -> QuerySet[FamilyQuotient, tuple[int, int]]:
    rows = FamilyQuotient.objects.filter(household__pk__in=homes, valid_from__lte=day, valid_until__gte=day)
    return rows.order_by("month", "recorded_at", "pk").values_list("household", "value")


@transaction.atomic
def record_quotient(
    *,
    household: Household,
    value: int,
    source: QuotientSource,
    month: date,
    document: SupportingDocument | None = None,
    consent: Consent | None = None,
    provider: str = "",
    hand: Hand,
) -> FamilyQuotient:
    """Keeps a quotient of any day of ``month``, from its first day on. Raises WrongQuotient.

    ``consent`` is the agreement under which it was read outside, ``document`` the paper that was given.
    """
    today = timezone.localdate(hand.now)
    first = month.replace(day=1)
    last = months_later(first, months_on(household.commune, first)) - timedelta(days=1)
    held = Household.objects.select_for_update(of=("self",), no_key=True).get(pk=household.pk)
    if (reason := _refusal(held, value, source, first, last, document, consent, today)) is not None:
        raise WrongQuotient(reason)
    row = FamilyQuotient.objects.create(
        household=held,
        value=value,
        source=source,
        provider=provider,
        month=first,
        valid_from=first,
        valid_until=last,
        document=document,
        consent=consent,
        recorded_by=hand.by,
        recorded_at=hand.now,
    )
    details = {"source": str(source), "month": first.isoformat()}  # never the value: the journal is read by others
    record("quotient.recorded", row, by=hand.by_id, now=hand.now, details=details)
    return row


def may_look(household: Household, consent: Consent | None, day: date) -> bool:
    """Whether this agreement allows the home's quotient to be read outside: for that, alive, by who lives there."""
    if consent is None or consent.purpose != ConsentPurpose.QUOTIENT_LOOKUP or consent.withdrawn_at is not None:
        return False
    living = HouseholdMember.objects.filter(household=household, adult=consent.adult_id, from_on__lte=day)
    return living.exclude(until_on__lt=day).exists()


def months_on(commune: Commune, day: date) -> int:
    """How many months a quotient of that day holds."""
    decided = QuotientTerm.objects.filter(commune=commune, valid_from__lte=day).order_by("-valid_from").first()
    return decided.months if decided else MONTHS


@transaction.atomic
def set_term(commune: Commune, *, months: int, valid_from: date, hand: Hand) -> QuotientTerm:
    """Decided again for the same day, the last word stands. Raises WrongTerm."""
    if not 1 <= months <= 24:
        raise WrongTerm
    term, _ = QuotientTerm.objects.update_or_create(
        commune=commune,
        valid_from=valid_from,
        defaults={"months": months, "set_at": hand.now, "set_by": hand.by},
    )
    details = {"months": months, "from": valid_from.isoformat()}
    record("quotient.term_set", term, by=hand.by_id, now=hand.now, details=details)
    return term


def _refusal(
    household: Household,
    value: int,
    source: QuotientSource,
    first: date,
    last: date,
    document: SupportingDocument | None,
    consent: Consent | None,
    today: date,
) -> QuotientRefusal | None:
    if not 0 <= value <= HIGHEST:
        return QuotientRefusal.OUT_OF_RANGE
    if first > today:
        return QuotientRefusal.FUTURE
    if last < today:
        return QuotientRefusal.TOO_OLD
    if source == QuotientSource.API and not may_look(household, consent, today):
        return QuotientRefusal.NO_CONSENT
    if document is not None and not _proves(document, household):
        return QuotientRefusal.NO_PROOF
    if source == QuotientSource.DECLARED and document is None:
        return QuotientRefusal.NO_PROOF
    return None


def _proves(document: SupportingDocument, household: Household) -> bool:
    return (
        document.household_id == household.pk
        and document.kind == DocumentKind.QUOTIENT
        and document.state != DocumentState.REFUSED
    )
