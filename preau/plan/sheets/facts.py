"""What may be counted of actions: who carries them, what for, how far they went. Counts of people, as reviews tell."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from preau.foundation.facts import CHUNK, Fact, code, count, day, decimal, whole

from .enums import BudgetKind
from .models import ActionSheet, BudgetLine, SheetMilestone, SheetObjective, SheetPartner


def _years(today: date) -> Collection[int]:
    return set(ActionSheet.objects.order_by().values_list("school_year", flat=True).distinct())


def _actions(year: int, today: date) -> Iterator[tuple[Any, ...]]:
    mine = Q(sheet=OuterRef("pk"))
    rows = ActionSheet.objects.filter(school_year=year).select_related("owner", "co_owner", "review")
    told = rows.order_by("pk").annotate(
        helpers=_number(SheetPartner.objects.filter(mine)),
        stones=_number(SheetMilestone.objects.filter(mine)),
        reached=_number(SheetMilestone.objects.filter(mine, done_at__isnull=False)),
        planned=_euros(BudgetLine.objects.filter(mine, kind=BudgetKind.EXPENSE), "planned"),
        granted=_euros(BudgetLine.objects.filter(mine, kind=BudgetKind.INCOME), "granted"),
    )
    for each in told.iterator(chunk_size=CHUNK):
        review = each.review
        yield (
            each.pk,
            each.school_year,
            each.plan_id,
            each.state,
            each.owner.slug,
            each.owner.kind,
            each.co_owner.slug if each.co_owner else "",
            each.co_owner.kind if each.co_owner else "",
            each.helpers,
            each.starts_on,
            each.ends_on,
            timezone.localdate(each.proposed_at) if each.proposed_at else None,
            timezone.localdate(review.written_at) if review else None,
            review.children if review else None,
            review.adults if review else None,
            each.stones,
            each.reached,
            float(each.planned or 0),
            float(each.granted or 0),
            float(review.cost) if review else None,
            each.copied_from_id,
        )


def _number(rows: QuerySet[Any]) -> Any:
    counted = rows.order_by().values("sheet").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted), 0)


def _euros(rows: QuerySet[Any], field: str) -> Any:
    return Subquery(rows.order_by().values("sheet").annotate(n=Sum(field)).values("n"))


def _objectives(year: int, today: date) -> Iterator[tuple[Any, ...]]:
    rows = SheetObjective.objects.filter(sheet__school_year=year).order_by("sheet", "item")
    yield from rows.values_list("sheet", "sheet__school_year", "item", "item__code")


def _tags(year: int, today: date) -> Iterator[tuple[Any, ...]]:
    rows = ActionSheet.objects.filter(school_year=year).order_by("pk").prefetch_related("themes", "sites")
    for each in rows.iterator(chunk_size=CHUNK):
        themes, sites = [row.theme for row in each.themes.all()], [site.slug for site in each.sites.all()]
        told = (("theme", themes), ("audience", each.audiences), ("time_band", each.bands), ("site", sites))
        for kind, values in told:
            for value in sorted(set(values)):
                yield each.pk, each.school_year, kind, value


def _structures(year: int, today: date) -> Iterator[tuple[Any, ...]]:
    """A structure that is not on the platform counts for one, under the number of its line."""
    for each in ActionSheet.objects.filter(school_year=year).select_related("owner", "co_owner").order_by("pk"):
        yield each.pk, year, each.owner.slug, each.owner.kind, "owner"
        if each.co_owner:
            yield each.pk, year, each.co_owner.slug, each.co_owner.kind, "co_owner"
    for part in SheetPartner.objects.filter(sheet__school_year=year).select_related("organisation").order_by("pk"):
        slug, kind = (part.organisation.slug, part.organisation.kind) if part.organisation else (f"line-{part.pk}", "")
        yield part.sheet_id, year, slug, kind, part.role


_ACTION = whole("action", "sheets.ActionSheet.id", sentence="key of the action")
_YEAR = whole("school_year", "sheets.ActionSheet.school_year", sentence="first calendar year of its school year")

ACTIONS = Fact(
    "actions",
    "One row for each action of the plan and of its school year.",
    (
        _ACTION,
        _YEAR,
        whole("plan", "sheets.ActionSheet.plan", sentence="key of the plan"),
        code("state", "sheets.ActionSheet.state", sentence="a value of SheetState"),
        code("owner", "organisations.Organisation.slug", sentence="who carries it"),
        code("owner_kind", "organisations.Organisation.kind", sentence="a value of OrganisationKind"),
        code("co_owner", "organisations.Organisation.slug", sentence="who carries it too, of another institution"),
        code("co_owner_kind", "organisations.Organisation.kind", sentence="a value of OrganisationKind"),
        count("partners", "sheets.SheetPartner.id", sentence="others who help"),
        day("starts_on", "sheets.ActionSheet.starts_on", sentence="first day"),
        day("ends_on", "sheets.ActionSheet.ends_on", sentence="last day"),
        day("proposed_on", "sheets.ActionSheet.proposed_at", sentence="when the others first saw it"),
        day("reviewed_on", "sheets.ActionReview.written_at", sentence="when what came of it was written"),
        whole("children", "sheets.ActionReview.children", sentence="children and young people, as the review counts"),
        whole("adults", "sheets.ActionReview.adults", sentence="adults, as the review counts"),
        count("milestones", "sheets.SheetMilestone.id", sentence="its milestones"),
        count("milestones_done", "sheets.SheetMilestone.done_at", sentence="those that were reached"),
        decimal("planned", "sheets.BudgetLine.planned", sentence="expenses planned, in euros"),
        decimal("granted", "sheets.BudgetLine.granted", sentence="what funders granted, in euros"),
        decimal("cost", "sheets.ActionReview.cost", sentence="what it cost, in euros; nothing before the review"),
        whole("copied_from", "sheets.ActionSheet.copied_from", sentence="the action of the year before, or nothing"),
    ),
    rows=_actions,
    years=_years,
)

OBJECTIVES = Fact(
    "action_objectives",
    "One row for each objective of the plan that an action serves.",
    (
        _ACTION,
        _YEAR,
        whole("objective", "plan.PlanItem.id", sentence="key of the item of the plan"),
        code("objective_code", "plan.PlanItem.code", sentence="how people call it"),
    ),
    rows=_objectives,
    years=_years,
)

TAGS = Fact(
    "action_tags",
    "One row for each theme, audience, moment of the week or site of an action.",
    (
        _ACTION,
        _YEAR,
        code("kind", sentence="theme, audience, time_band or site"),
        code(
            "value",
            "sheets.SheetTheme.theme",
            "sheets.ActionSheet.audiences",
            "sheets.ActionSheet.bands",
            "places.Site.slug",
            sentence="a value of Theme, Audience or TimeBand, or the slug of a site",
        ),
    ),
    rows=_tags,
    years=_years,
)

STRUCTURES = Fact(
    "action_structures",
    "One row for each part that a structure has in an action.",
    (
        _ACTION,
        _YEAR,
        code("organisation", "organisations.Organisation.slug", sentence="who, or the line of one that is not known"),
        code("kind", "organisations.Organisation.kind", sentence="a value of OrganisationKind, or empty"),
        code("role", "sheets.SheetPartner.role", sentence="owner, co_owner, or a value of PartnerRole"),
    ),
    rows=_structures,
    years=_years,
)

FACTS = (ACTIONS, OBJECTIVES, TAGS, STRUCTURES)
