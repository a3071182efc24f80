from __future__ import annotations

from preau.offer.staffing.models import RatioRule
from preau.offer.staffing.rules import Ratio


def ratios() -> list[Ratio]:
    """Every value of the law that the platform knows. One query."""
    return [
        Ratio(rule.case, rule.under_six, rule.children, rule.valid_from, rule.valid_to, rule.source)
        for rule in RatioRule.objects.all()
    ]
