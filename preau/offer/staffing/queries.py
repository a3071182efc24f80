from __future__ import annotations

from preau.foundation.kept import kept
from preau.offer.staffing.models import RatioRule
from preau.offer.staffing.rules import Ratio


@kept
def ratios() -> list[Ratio]:
    """Every value of the law that the platform knows. One query at most."""
    return [
        Ratio(rule.case, rule.under_six, rule.children, rule.valid_from, rule.valid_to, rule.source)
        for rule in RatioRule.objects.all()
    ]
