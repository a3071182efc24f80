"""The staffing of a session as it stands: the law's need for who is there, and for who is still expected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from preau.offer.activities.ratios import has_plan, is_care
from preau.offer.attendance.calling import day_of
from preau.offer.attendance.queries import RollCall
from preau.offer.attendance.ratio import LiveRatio, live_ratio
from preau.offer.staffing.enums import Setting
from preau.offer.staffing.queries import ratios
from preau.offer.staffing.rules import Need, Ratio, adults_needed
from preau.town.calendar.enums import TimeBand

_WEEKEND = (5, 6)


def watched(calls: Sequence[RollCall]) -> dict[int, LiveRatio]:
    """By session, for those that the law binds: what a town service offers to children. Two queries and one by plan."""
    bound = [call for call in calls if is_care(call.session.activity) and not call.session.is_cancelled]
    if not bound:
        return {}
    known = ratios()
    first = bound[0].session
    plan = has_plan(first.activity.commune_id, day_of(first))
    found = {call.session.pk: _watched(call, known, plan) for call in bound}
    return {pk: ratio for pk, ratio in found.items() if ratio is not None}


def _watched(call: RollCall, known: Sequence[Ratio], plan: bool) -> LiveRatio | None:
    session, on = call.session, day_of(call.session)
    away = session.band == TimeBand.HOLIDAY or on.weekday() in _WEEKEND
    setting = Setting.OUT_OF_SCHOOL if away else Setting.AROUND_SCHOOL
    duration = session.ends_at - session.starts_at

    def need_of(children: Mapping[int, int]) -> Need | None:
        return adults_needed(children, setting, duration, on, has_plan=plan, ratios=known)

    return live_ratio(
        [line.child.age_on(on) for line in call.there],
        [line.child.age_on(on) for line in call.awaited],
        [each.function for each in call.adults],
        need_of,
    )
