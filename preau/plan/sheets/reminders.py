"""Days that come or have passed, recalled to those who carry the action: once for each day, however often it runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from preau.people.notices.actions import notify
from preau.people.notices.enums import NoticeKind

from .enums import ReminderKind, SheetState
from .models import ActionSheet, SheetMilestone, SheetReminder
from .rules import MILESTONE_NOTICE, REVIEW_AFTER
from .states import ON_THE_WAY
from .telling import address, contributors

_ACTIVE = frozenset({*ON_THE_WAY, SheetState.RUNNING})


@dataclass(frozen=True, slots=True)
class Recall:
    """``due_on`` is the day it is about; a day that is changed is recalled anew."""

    kind: ReminderKind
    sheet: ActionSheet
    due_on: date
    title: str
    milestone: SheetMilestone | None = None


def remind(*, today: date, now: datetime) -> int:
    """Tells what is to be told that day. Gives how many recalls were made; run again, none."""
    return sum(_tell(recall, today, now) for recall in recalls(today))


def recalls(today: date) -> Iterator[Recall]:
    """Everything that stands that day, whether it was told or not. Three queries."""
    coming = SheetMilestone.objects.filter(
        done_at__isnull=True,
        due_on__lte=today + MILESTONE_NOTICE,
        sheet__state__in=_ACTIVE,
        sheet__plan__discarded_at=None,
    )
    for milestone in coming.select_related("sheet__owner").order_by("due_on", "pk"):
        title = _("« %(name)s » dans %(code)s") % {"name": milestone.name, "code": milestone.sheet.code}
        yield Recall(ReminderKind.MILESTONE, milestone.sheet, milestone.due_on, title, milestone)
    sheets = ActionSheet.objects.filter(plan__discarded_at=None).select_related("owner").order_by("pk")
    for sheet in sheets.filter(state__in=ON_THE_WAY, starts_on__lt=today):
        title = _("Le début de %(code)s est passé : démarrez l’action ou changez sa date") % {"code": sheet.code}
        yield Recall(ReminderKind.NOT_STARTED, sheet, sheet.starts_on, title)  # type: ignore[arg-type]
    for sheet in sheets.filter(state=SheetState.RUNNING, ends_on__lt=today):
        yield from _ended(sheet, today)


def _ended(sheet: ActionSheet, today: date) -> Iterator[Recall]:
    """First the review is asked for; thirty days later it is late."""
    assert sheet.ends_on is not None  # noqa: S101  the database has it for a sheet under way
    if today - sheet.ends_on < REVIEW_AFTER:
        title = _("%(code)s est finie : écrivez son bilan") % {"code": sheet.code}
        yield Recall(ReminderKind.NOT_ENDED, sheet, sheet.ends_on, title)
    else:
        title = _("Le bilan de %(code)s est attendu depuis un mois") % {"code": sheet.code}
        yield Recall(ReminderKind.REVIEW, sheet, sheet.ends_on + REVIEW_AFTER, title)


@transaction.atomic
def _tell(recall: Recall, today: date, now: datetime) -> bool:
    """The unique row is the gate: another worker that is here too finds it taken."""
    _row, is_new = SheetReminder.objects.get_or_create(
        sheet=recall.sheet,
        kind=recall.kind,
        due_on=recall.due_on,
        milestone=recall.milestone,
        defaults={"sent_at": now},
    )
    if is_new:
        subject = recall.milestone or recall.sheet
        people = contributors([recall.sheet.owner_id], today)
        notify(
            people,
            kind=NoticeKind.DUE,
            subject=subject,
            title=recall.title,
            path=address(recall.sheet),
            now=now,
            due_on=recall.due_on,
        )
    return is_new
