"""The fictional sheets, written and lived through the same verbs as real ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from preau.demo.content import town
from preau.demo.content.sheets import SHEETS
from preau.demo.content.sheets import shapes as told
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.notices.actions import mark_read
from preau.people.notices.models import Notice
from preau.people.organisations.models import Organisation
from preau.plan.sheets import stepping
from preau.plan.sheets.commenting import comment
from preau.plan.sheets.enums import Opinion
from preau.plan.sheets.lines import (
    BudgetFacts,
    PartnerFacts,
    mark_milestone,
    save_budget_line,
    save_milestone,
    save_partner,
)
from preau.plan.sheets.models import ActionSheet
from preau.plan.sheets.opinions import AppFacts, add_app, give_opinion
from preau.plan.sheets.writing import create_sheet
from preau.plan.structure.models import PlanItem, TerritorialEducationPlan
from preau.town.places.models import Site

_EXPENSE, _INCOME = "expense", "income"
_PLAIN = {
    "propose": stepping.propose,
    "schedule": stepping.schedule,
    "start": stepping.start,
    "archive": stepping.archive,
}
_EXPLAINED = {"reject": stepping.reject, "redraft": stepping.redraft, "cancel": stepping.cancel}


@dataclass(frozen=True, slots=True)
class World:
    """Who and where the story may speak of, by key."""

    plan: TerritorialEducationPlan
    items: Mapping[str, PlanItem]
    people: Mapping[str, User]
    organisations: Mapping[str, Organisation]
    sites: Mapping[str, Site]


def open_sheets(
    plan: TerritorialEducationPlan,
    items: Mapping[str, PlanItem],
    people: Mapping[str, User],
    organisations: Mapping[str, Organisation],
) -> None:
    """After the sites are there."""
    sites = {site.slug: site for site in Site.objects.filter(commune=plan.commune)}
    world = World(plan, items, people, organisations, sites)
    for each in SHEETS:
        _live(_open(each, world), each, world)
    _read_the_old_news()


def _read_the_old_news() -> None:
    """What happened before mid-November was read the next day."""
    for notice in Notice.objects.unread().filter(subject__startswith="sheets.", at__lt=town.NEWS_SINCE):
        mark_read(notice, now=notice.at + timedelta(days=1))


def _open(each: told.Sheet, world: World) -> ActionSheet:
    hand = Hand(world.people[each.by], each.opened)
    sheet = create_sheet(
        world.plan,
        title=each.title,
        owner=world.organisations[each.owner],
        school_year=2026,
        hand=hand,
        summary=each.summary,
        description=each.description,
        means=each.means,
        co_owner=world.organisations.get(each.co_owner),
        contact=world.people.get(each.contact),
        objectives=[world.items[code] for code in each.objectives],
        themes=list(each.themes),
        audiences=list(each.audiences),
        bands=list(each.bands),
        sites=[world.sites[slug] for slug in each.sites],
        age_from=each.ages[0],
        age_to=each.ages[1],
        starts_on=each.days[0],
        ends_on=each.days[1],
    )
    for partner in each.partners:
        known = world.organisations.get(partner.who)
        facts = PartnerFacts(known, "" if known else partner.who, partner.role, partner.task)
        save_partner(sheet, facts, hand=hand)
    for money in each.budget:
        save_budget_line(sheet, _money(money, world), hand=hand)
    for milestone in each.milestones:
        save_milestone(sheet, milestone.name, milestone.due_on, hand=hand)
    for app in each.apps:
        add_app(sheet, AppFacts(*astuple(app)), hand=hand)
    return sheet


def _live(sheet: ActionSheet, each: told.Sheet, world: World) -> None:
    """Steps, ticks and remarks in the order in which they happened."""
    happened: list[tuple[datetime, Any]] = [(step.at, step) for step in each.steps]
    happened += [(mark.done_at, mark) for mark in each.milestones if mark.done_at]
    happened += [(when, (who, words)) for who, when, words in each.comments]
    for when, what in sorted(happened, key=lambda pair: pair[0]):
        match what:
            case told.Step():
                sheet = _take(sheet, what, each, world)
            case told.Milestone():
                line = sheet.milestones.get(name=what.name)
                mark_milestone(line, is_done=True, hand=Hand(world.people[each.by], when))
            case (who, words):
                comment(sheet, words, hand=Hand(world.people[who], when), organisation=_of(world.people[who]))


def _take(sheet: ActionSheet, step: told.Step, each: told.Sheet, world: World) -> ActionSheet:
    hand = Hand(world.people[step.who], step.at)
    match step.name:
        case "sign":
            side = world.organisations[step.side]
            return stepping.validate(sheet, organisation=side, hand=hand, how=step.words)
        case "opinion":
            give_opinion(sheet.apps.get(), Opinion(step.side), hand=hand, reason=step.words)
            return sheet
        case "review":
            assert each.review is not None  # noqa: S101  the story says so
            return stepping.review(sheet, stepping.Reviewed(*astuple(each.review)), hand=hand)
        case name if name in _EXPLAINED:
            return _EXPLAINED[name](sheet, hand=hand, reason=step.words)
        case name:
            return _PLAIN[name](sheet, hand=hand)


def _money(line: told.Money, world: World) -> BudgetFacts:
    kind = _INCOME if line.funder else _EXPENSE
    granted = None if line.granted is None else Decimal(line.granted)
    return BudgetFacts(kind, line.label, world.organisations.get(line.funder), "", Decimal(line.planned), granted)


def _of(person: User) -> Organisation | None:
    membership = person.memberships.select_related("organisation").first()
    return membership.organisation if membership else None
