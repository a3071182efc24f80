"""A sheet is opened and written. Each act is atomic and keeps who, when and what."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max

from preau.people.accounts.hand import Hand
from preau.people.organisations.models import Organisation
from preau.plan.structure.enums import ItemKind
from preau.plan.structure.models import PlanItem, TerritorialEducationPlan
from preau.town.places.models import Site

from .enums import EventKind
from .errors import WrongObjective
from .ledger import Change, changing, write_down
from .models import ActionSheet, SheetObjective, SheetTheme
from .state import state_of

_ON_THE_SHEET = frozenset(
    "title summary description means owner co_owner contact starts_on ends_on age_from age_to audiences bands".split()
)
_BESIDE_IT = frozenset({"objectives", "sites", "themes"})


@transaction.atomic
def create_sheet(
    plan: TerritorialEducationPlan, *, title: str, owner: Organisation, school_year: int, hand: Hand, **facts: Any
) -> ActionSheet:
    """A draft. ``facts`` are those of ``edit_sheet``. Raises WrongObjective."""
    sheet = open_sheet(plan, title=title, owner=owner, school_year=school_year, hand=hand)
    _set(sheet, facts)
    sheet.save()
    said = {name: [None, value] for name, value in state_of(sheet).items() if value not in ("", None, [])}
    write_down(sheet, EventKind.CREATED, hand=hand, from_state="", facts=said)
    return sheet


def open_sheet(
    plan: TerritorialEducationPlan, *, title: str, owner: Organisation, school_year: int, hand: Hand, **facts: Any
) -> ActionSheet:
    """The row with its number, the first never used in that year. Holds the plan: two sheets can't take one number."""
    TerritorialEducationPlan.objects.select_for_update(of=("self",), no_key=True).get(pk=plan.pk)
    last = plan.sheets.filter(school_year=school_year).aggregate(last=Max("number"))["last"]
    return ActionSheet.objects.create(
        plan=plan,
        school_year=school_year,
        number=(last or 0) + 1,
        title=title,
        owner=owner,
        created_at=hand.now,
        created_by=hand.by,
        **facts,
    )


@transaction.atomic
def edit_sheet(
    sheet: ActionSheet, facts: Mapping[str, Any], *, seen_version: int, hand: Hand, reason: str = ""
) -> Change:
    """Replaces the facts given, and no other: fields of the sheet, ``objectives``, ``sites``, ``themes`` (whole lists).

    Raises SheetConflict if somebody changed one of them since ``seen_version``, SheetClosed, NotReady, WrongObjective.
    """
    with changing(sheet, frozenset(facts), hand=hand, seen_version=seen_version, reason=reason) as change:
        _set(change.sheet, facts)
    return change


def _set(sheet: ActionSheet, facts: Mapping[str, Any]) -> None:
    if unknown := facts.keys() - _ON_THE_SHEET - _BESIDE_IT:
        raise TypeError(f"a sheet has no {', '.join(sorted(unknown))}")
    for name in _ON_THE_SHEET & facts.keys():
        setattr(sheet, name, facts[name])
    if "objectives" in facts:
        set_objectives(sheet, facts["objectives"])
    if "sites" in facts:
        sheet.sites.set(Site.objects.filter(commune=sheet.plan.commune_id, pk__in=[each.pk for each in facts["sites"]]))
    if "themes" in facts:
        set_themes(sheet, facts["themes"])


def set_objectives(sheet: ActionSheet, items: Collection[PlanItem]) -> None:
    """Links that stay keep their row. Raises WrongObjective."""
    for item in items:
        is_ours = item.plan_id == sheet.plan_id and item.removed_at is None
        if not is_ours or item.kind != ItemKind.OPERATIONAL_OBJECTIVE:
            raise WrongObjective
    wanted = {item.pk for item in items}
    there = set(sheet.objective_links.values_list("item_id", flat=True))
    sheet.objective_links.exclude(item__in=wanted).delete()
    SheetObjective.objects.bulk_create(SheetObjective(sheet=sheet, item_id=pk) for pk in sorted(wanted - there))


def set_themes(sheet: ActionSheet, themes: Collection[str]) -> None:
    there = set(sheet.themes.values_list("theme", flat=True))
    sheet.themes.exclude(theme__in=list(themes)).delete()
    SheetTheme.objects.bulk_create(SheetTheme(sheet=sheet, theme=theme) for theme in sorted(set(themes) - there))
