"""Terms that come near, terms that passed: run every day, as often as one likes."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from preau.foundation.lifecycle import NotNow
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.notices.enums import NoticeKind
from preau.plan.labels import filing, rules
from preau.plan.labels.models import LabelFile
from preau.plan.labels.states import EXPIRE, LIFE
from preau.plan.labels.telling import tell

_ENDING = LIFE.by_name[EXPIRE].sources


def watch_terms(*, hand: Hand, on: date) -> dict[str, int]:
    """Ends the labels whose term passed, warns of those whose term is near. Gives how many of each."""
    running = LabelFile.objects.filter(state__in=_ENDING).select_related("scheme", "version", "applicant")
    ended = sum(_end(file, hand) for file in running.filter(expires_on__lt=on))
    near = [
        file
        for file in running.filter(expires_on__gte=on).exclude(warned_for=F("expires_on"))
        if file.expires_on and rules.alarm_on(file.expires_on, file.version.notice_months) <= on
    ]
    return {"expired": ended, "warned": sum(_warn(file, hand) for file in near)}


@transaction.atomic
def _end(file: LabelFile, hand: Hand) -> bool:
    try:
        filing.expire(file, hand=hand)
    except NotNow:  # another run was first
        return False
    tell(file, _("%(label)s : le label a pris fin") % {"label": file}, kind=NoticeKind.DUE, hand=hand)
    return True


@transaction.atomic
def _warn(file: LabelFile, hand: Hand) -> bool:
    """Once for each term: the row itself says for which one people were warned."""
    mine = LabelFile.objects.filter(pk=file.pk, expires_on=file.expires_on).exclude(warned_for=file.expires_on)
    if not mine.update(warned_for=file.expires_on):
        return False
    title = _("%(label)s : le label arrive à son terme") % {"label": file}
    tell(file, title, kind=NoticeKind.DUE, hand=hand, due_on=file.expires_on)
    record("label.term_announced", file, by=None, now=hand.now, details={"expires_on": str(file.expires_on)})
    return True
