"""What was done before the plan: its actions, reviewed each June and put away."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal

from django.utils import timezone

from preau.demo.content import past as story
from preau.demo.content.past_actions import ACTIONS, Action
from preau.people.accounts.models import User
from preau.people.organisations.models import Organisation
from preau.plan.sheets.enums import Audience, EventKind, PartnerRole, SheetState
from preau.plan.sheets.models import ActionReview, ActionSheet, SheetEvent, SheetObjective, SheetPartner, SheetTheme
from preau.plan.structure.models import TerritorialEducationPlan


def act(plan: TerritorialEducationPlan, people: Mapping[str, User], organisations: Mapping[str, Organisation]) -> None:
    """``plan`` is the one of today: what was begun before it is hung on what it continues."""
    items = {item.code: item for item in plan.items.all()}
    coordinator = people["yasmine.ferhat"]
    last: dict[str, ActionSheet] = {}
    for year in story.YEARS:
        held = [each for each in ACTIONS if each.since <= year]
        for number, told in enumerate(held, 1):
            sheet = _sheet(plan, told, year, number, last.get(told.title), coordinator, organisations)
            SheetObjective.objects.create(sheet=sheet, item=items[told.objective])
            SheetTheme.objects.create(sheet=sheet, theme=told.theme)
            SheetPartner.objects.bulk_create(
                SheetPartner(sheet=sheet, organisation=organisations[who], role=PartnerRole.LEADS)
                for who in told.partners[: year - told.since]
            )
            last[told.title] = sheet


def _sheet(
    plan: TerritorialEducationPlan,
    told: Action,
    year: int,
    number: int,
    copied: ActionSheet | None,
    coordinator: User,
    organisations: Mapping[str, Organisation],
) -> ActionSheet:
    reviewed_at = _at(date(year + 1, 6, 24))
    review = ActionReview.objects.create(
        done=told.done if year == story.YEARS[-1] else told.before,
        children=told.children + 15 * (year - told.since),
        adults=12,
        worked=told.worked,
        to_change=told.to_change,
        effect=told.effect,
        cost=Decimal(1800),
        written_at=reviewed_at,
        written_by=coordinator,
    )
    sheet = ActionSheet.objects.create(
        plan=plan,
        school_year=year,
        number=number,
        title=told.title,
        owner=organisations[told.owner],
        co_owner=organisations[told.co_owner],
        state=SheetState.ARCHIVED,
        starts_on=date(year, 10, 1),
        ends_on=date(year + 1, 6, 20),
        audiences=[Audience.CHILDREN],
        created_at=_at(date(year, 9, 10)),
        created_by=coordinator,
        proposed_at=_at(date(year, 9, 18)),
        copied_from=copied,
        review=review,
    )
    SheetEvent.objects.create(
        sheet=sheet,
        kind=EventKind.ARCHIVE,
        at=_at(date(year + 1, 7, 3)),
        by=coordinator,
        from_state=SheetState.REVIEWED,
        to_state=SheetState.ARCHIVED,
        version=1,
    )
    return sheet


def _at(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(9)))
