"""The days themselves: who came, what was told before, what one adult left to the next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.utils import timezone

from preau.offer.attendance.models import AbsenceNotice, Attendance, FollowUp, HandoverNote
from preau.people.accounts.models import User
from preau.people.households.copying import Tables
from preau.people.households.models import Child


def days_copied(account: User, children: Sequence[Child], on: date) -> Tables:
    came = Attendance.objects.filter(child__in=children).select_related("child", "session__activity")
    left = HandoverNote.objects.filter(child__in=children).select_related("child", "session__activity")
    return {
        "presences": [
            {
                "enfant": str(each.child),
                "jour": each.session.day.isoformat(),
                "activité": each.session.activity.title,
                "présence": each.get_state_display(),
                "arrivée": _moment(each.arrived_at),
                "départ": _moment(each.left_at),
                "parti avec": each.left_with,
            }
            for each in came
        ],
        "absences annoncees": [
            {
                "enfant": str(each.child),
                "du": each.from_on.isoformat(),
                "au": each.until_on.isoformat(),
                "annoncée le": _moment(each.told_at),
                "retirée le": _moment(each.cancelled_at),
            }
            for each in AbsenceNotice.objects.filter(child__in=children).select_related("child")
        ],
        "rappels apres des absences": [
            {
                "enfant": str(each.child),
                "activité": each.unit.activity.title,
                "absences de suite": str(each.absences),
                "depuis le": each.since.isoformat(),
                "suite donnée": each.get_outcome_display() if each.outcome else "",
            }
            for each in FollowUp.objects.filter(child__in=children).select_related("child", "unit__activity")
        ],
        "mots d un adulte au suivant": [
            {
                "enfant": str(each.child),
                "jour": each.session.day.isoformat(),
                "activité": each.session.activity.title,
                "mot": each.get_code_display(),
            }
            for each in left
        ],
    }


def _moment(at: datetime | None) -> str:
    return timezone.localtime(at).isoformat(timespec="minutes") if at else ""
