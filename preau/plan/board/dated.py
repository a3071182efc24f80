"""The dated things of a plan, in six queries whatever there is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from preau.plan.board.timeline import Event, EventKind
from preau.plan.labels.models import LabelFile, LabelMilestone
from preau.plan.sheets.models import ActionSheet, SheetMilestone, SheetObjective
from preau.plan.structure.enums import ItemKind
from preau.plan.structure.models import TerritorialEducationPlan


def dated(plan: TerritorialEducationPlan, sheets: QuerySet[ActionSheet], labels: QuerySet[LabelFile]) -> list[Event]:
    """``sheets``, ``labels``: those that the reader may see. In no order."""
    return [*_of_the_plan(plan), *_horizons(plan), *_actions(plan, sheets), *_labels(plan, labels)]


def _of_the_plan(plan: TerritorialEducationPlan) -> list[Event]:
    days: tuple[tuple[date | None, str], ...] = (
        (plan.starts_on, _("Le projet commence")),
        (plan.adopted_on, _("Le projet est adopté")),
        (plan.ends_on, _("Le projet s’achève")),
    )
    path = reverse("workspace:plan") + f"?projet={plan.pk}"
    return [Event(EventKind.PLAN, day, words, path, words) for day, words in days if day]


def _horizons(plan: TerritorialEducationPlan) -> list[Event]:
    items = plan.items.present().of_kind(ItemKind.OPERATIONAL_OBJECTIVE).filter(horizon_on__isnull=False)
    return [
        Event(
            EventKind.HORIZON,
            item.horizon_on,
            item.text,
            reverse("workspace:item", args=[item.slug]) + f"?projet={plan.pk}",
            item.code,
            axes=frozenset({item.axis_number}),
        )
        for item in items.only("code", "text", "horizon_on", "plan_id")
        if item.horizon_on
    ]


def _actions(plan: TerritorialEducationPlan, sheets: QuerySet[ActionSheet]) -> list[Event]:
    """Those that still stand, and what has to be done on the way."""
    standing = sheets.filter(plan=plan, starts_on__isnull=False).exclude(state__in=("rejected", "cancelled"))
    served = _axes_of(SheetObjective.objects.filter(sheet__plan=plan).values_list("sheet_id", "item__code"))
    known = {sheet.pk: sheet for sheet in standing}
    found = [
        Event(
            EventKind.ACTION,
            sheet.starts_on,
            sheet.title,
            _sheet_path(sheet.pk),
            sheet.code,
            sheet.ends_on,
            served.get(sheet.pk, frozenset()),
            is_done=sheet.review_id is not None,
        )
        for sheet in known.values()
        if sheet.starts_on
    ]
    for milestone in SheetMilestone.objects.filter(sheet__in=standing):
        sheet = known[milestone.sheet_id]
        found.append(
            Event(
                EventKind.MILESTONE,
                milestone.due_on,
                f"{milestone.name} ({sheet.code})",
                _sheet_path(sheet.pk),
                axes=served.get(sheet.pk, frozenset()),
                is_done=milestone.is_done,
            )
        )
    return found


def _labels(plan: TerritorialEducationPlan, labels: QuerySet[LabelFile]) -> list[Event]:
    """The last day of each label that is held or was, and the milestones of those in preparation."""
    links = LabelFile.objectives.through.objects.filter(planitem__plan=plan)
    served = _axes_of(links.values_list("labelfile_id", "planitem__code"))
    known = {file.pk: file for file in labels.select_related("scheme", "applicant")}
    found = [
        Event(
            EventKind.LABEL,
            file.expires_on,
            _("Fin du label %(label)s") % {"label": file},
            reverse("workspace:label", args=[file.pk]),
            file.scheme.name.split(",")[0][:24],
            axes=served.get(file.pk, frozenset()),
        )
        for file in known.values()
        if file.expires_on
    ]
    for milestone in LabelMilestone.objects.filter(file__in=[pk for pk, file in known.items() if file.is_live]):
        found.append(
            Event(
                EventKind.MILESTONE,
                milestone.due_on,
                f"{milestone.name} ({known[milestone.file_id]})",
                reverse("workspace:label", args=[milestone.file_id]) + "#jalons",
                axes=served.get(milestone.file_id, frozenset()),
                is_done=milestone.done_at is not None,
            )
        )
    return found


def _axes_of(links: Iterable[tuple[int, str]]) -> dict[int, frozenset[int]]:
    """{thing: numbers of the axes that it serves}, from pairs of a thing and the code of an objective."""
    found: dict[int, set[int]] = {}
    for thing, code in links:
        found.setdefault(thing, set()).add(int(code.split(".")[0].lstrip("A")))
    return {thing: frozenset(axes) for thing, axes in found.items()}


def _sheet_path(pk: int) -> str:
    return reverse("workspace:sheet", args=[pk])
