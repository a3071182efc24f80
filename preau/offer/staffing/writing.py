"""A value of the law that changes."""

from __future__ import annotations

from dataclasses import asdict
from datetime import timedelta

from django.db import transaction

from preau.offer.staffing.models import RatioRule
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record

from .rules import Ratio


class DateTaken(Exception):
    """The case has a value that begins that day or later."""


@transaction.atomic
def date_ratio(told: Ratio, *, hand: Hand) -> RatioRule:
    """The value that holds from ``told.valid_from``; the one before ends the day before. Raises DateTaken."""
    of_case = RatioRule.objects.select_for_update(no_key=True).filter(case=told.case, under_six=told.under_six)
    if any(rule.valid_from >= told.valid_from for rule in of_case):
        raise DateTaken
    of_case.filter(valid_to__isnull=True).update(valid_to=told.valid_from - timedelta(days=1))
    rule = RatioRule.objects.create(**asdict(told))
    details = {"case": str(told.case), "children": told.children, "from": told.valid_from.isoformat()}
    record("staffing.ratio_dated", rule, by=hand.by_id, now=hand.now, details=details)
    return rule


@transaction.atomic
def correct_ratio(rule: RatioRule, children: int, *, source: str, hand: Hand) -> RatioRule:
    """A value that is not in force yet, told better."""
    rule.children, rule.source = children, source
    rule.save(update_fields=["children", "source"])
    details = {"case": rule.case, "children": children, "from": rule.valid_from.isoformat()}
    record("staffing.ratio_corrected", rule, by=hand.by_id, now=hand.now, details=details)
    return rule
