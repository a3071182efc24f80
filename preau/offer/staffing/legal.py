"""The values of today, with where they are written. Loaded at set-up; a value that changes is a new row.

``SINCE`` is the first day for which they are all known to hold, the return to school of 2018: nothing is computed
for a day before it.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from preau.offer.staffing.enums import RatioCase
from preau.offer.staffing.models import RatioRule
from preau.offer.staffing.rules import Ratio

SINCE = date(2018, 9, 1)
_OUT = "Code de l’action sociale et des familles, article R. 227-15"
_AROUND = "Code de l’action sociale et des familles, article R. 227-16"
_WITH_PLAN = "Code de l’action sociale et des familles, article R. 227-16, II (décret n° 2018-647 du 23 juillet 2018)"

# case, children under six, children of six and over, source
_TABLE: tuple[tuple[RatioCase, int, int, str], ...] = (
    (RatioCase.OUT_OF_SCHOOL, 8, 12, _OUT),
    (RatioCase.AROUND, 10, 14, _AROUND),
    (RatioCase.AROUND_LONG, 8, 12, _AROUND),
    (RatioCase.AROUND_PLAN, 14, 18, _WITH_PLAN),
    (RatioCase.AROUND_PLAN_LONG, 10, 14, _WITH_PLAN),
    (RatioCase.WALK, 10, 14, _AROUND),
)
LEGAL: tuple[Ratio, ...] = tuple(
    Ratio(case, under_six, small if under_six else tall, SINCE, None, source)
    for case, small, tall, source in _TABLE
    for under_six in (True, False)
)


def install_ratios() -> int:
    """Adds the cases that were never told; what was dated since stays. Gives how many were added."""
    known = set(RatioRule.objects.values_list("case", "under_six"))
    missing = [ratio for ratio in LEGAL if (ratio.case, ratio.under_six) not in known]
    RatioRule.objects.bulk_create(RatioRule(**asdict(ratio)) for ratio in missing)
    return len(missing)
