"""Loads the fictional town: the same every time, in seconds, and never over a real one."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from preau.demo.activities import open_activities
from preau.demo.adoption import tell_the_past
from preau.demo.calendar import open_calendar
from preau.demo.campaigns import open_campaigns
from preau.demo.classes import open_classes
from preau.demo.content import activities, cast, classes, drafting, families, sites, town
from preau.demo.content.axes import AXES
from preau.demo.content.organisations import ORGANISATIONS
from preau.demo.counter import open_counter
from preau.demo.day import open_day
from preau.demo.doors import open_doors
from preau.demo.draft import draft_of
from preau.demo.drafting import draft_together
from preau.demo.enrolments import open_enrolments
from preau.demo.evaluation import open_evaluations
from preau.demo.families import open_families
from preau.demo.geography import draw_town
from preau.demo.indicators import open_indicators
from preau.demo.labels import open_labels
from preau.demo.laboratory import open_laboratory
from preau.demo.languages import tell_otherwise
from preau.demo.logins import DEMO_PASSWORD, FAMILY_LOGINS
from preau.demo.news import tell_the_news
from preau.demo.opendata import take_in_official_files
from preau.demo.outreach import go_towards
from preau.demo.past import open_past
from preau.demo.places import open_other_places
from preau.demo.prices import open_prices
from preau.demo.replies import follow_answers
from preau.demo.sheets import open_sheets
from preau.demo.sites import bring_together, open_places
from preau.demo.versions import keep_versions
from preau.people.accounts.enums import Role
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import Membership, User
from preau.people.audit.actions import record
from preau.people.households.parts import family_part
from preau.people.organisations.models import Commune, Organisation
from preau.plan.drafting.enums import PointOutcome, SuggestionKind
from preau.plan.drafting.models import PlanComment, Suggestion
from preau.plan.drafting.points import entrust_point, settle_point
from preau.plan.importing.writing import write_plan
from preau.plan.structure.actions import show_to_public
from preau.plan.structure.enums import ChangeKind
from preau.plan.structure.models import ItemChange, PlanItem, TerritorialEducationPlan
from preau.plan.structure.state import differences


class TownPresent(Exception):
    """The database already belongs to a town, real or fictional; nothing was loaded."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


@transaction.atomic
def load_demo() -> str:
    """Raises TownPresent. Gives a sentence that says what was loaded."""
    if (present := Commune.objects.current()) is not None:
        raise TownPresent(present.name)
    commune = Commune.objects.create(
        name=town.NAME,
        insee_code=town.INSEE,
        departement=town.DEPARTEMENT,
        population=town.POPULATION,
        is_fictional=True,
    )
    organisations = _organisations(commune)
    hashed = _hashed(DEMO_PASSWORD)
    people = _people(organisations, hashed)
    coordinator = people["yasmine.ferhat"]
    plan = _plan(commune, Hand(coordinator, town.IMPORTED_AT))
    items = {item.code: item for item in plan.items.select_related("parent", "row", "owner")}
    _entrust_items(items, organisations)
    _history(items, people)
    _points(plan, organisations, coordinator)
    _voices(plan, items)
    draft_together(plan, people, organisations)
    keep_versions(plan, people, organisations)
    places = open_places(commune, organisations, Hand(coordinator, town.IMPORTED_AT))
    draw_town(commune, Hand(coordinator, town.IMPORTED_AT))
    open_other_places(commune, organisations, Hand(coordinator, town.IMPORTED_AT))
    open_calendar(commune, Hand(coordinator, town.IMPORTED_AT))
    open_doors(commune, people, Hand(coordinator, town.SHOWN_AT))
    prices = open_prices(commune, organisations)
    open_activities(commune, items, people, organisations, prices)
    tell_otherwise(commune, people)
    open_classes(people, organisations)
    take_in_official_files(commune, coordinator)
    families_told = open_families(commune, people, organisations, hashed)
    open_counter(commune, people, organisations, families_told)
    open_enrolments(commune, people, families_told)
    open_campaigns(commune, people, organisations, families_told)
    follow_answers(people, families_told)
    open_laboratory(commune, people)
    open_day(commune, people, families_told)
    open_sheets(plan, items, people, organisations)
    bring_together(plan, places, organisations, people, Hand(coordinator, town.IMPORTED_AT))
    open_labels(commune, items, organisations, people, town.IMPORTED_AT)
    tell_the_past(plan, people, organisations)
    open_past(plan, people, organisations)
    open_indicators(plan, people)
    open_evaluations(plan, people)
    go_towards(commune, people, families_told)
    tell_the_news(items, people)
    show_to_public(plan, hand=Hand(coordinator, town.SHOWN_AT))
    return (
        f"Ville fictive chargée : {commune.name}, {len(organisations)} organisations, {len(people)} personnes, "
        f"{len(items)} éléments de projet."
    )


def demo_accounts() -> list[tuple[str, str, str]]:
    """(role, address, name) of the account that opens each part, families last; empty in a real town."""
    commune = Commune.objects.current()
    if commune is None or not commune.is_fictional:
        return []
    doors = [
        (str(Role(person.role).label), person.email, person.name)
        for person in cast.CAST + activities.PEOPLE + classes.PEOPLE + families.PEOPLE
        if person.opens
    ]
    known = User.objects.filter(email__in=FAMILY_LOGINS.values()).order_by("pk")
    return doors + [(family_part(each, town.TODAY), each.email, each.full_name) for each in known]


def _organisations(commune: Commune) -> dict[str, Organisation]:
    return {
        each.key: Organisation.objects.create(
            commune=commune,
            slug=each.key,
            name=each.name,
            kind=each.kind,
            description=each.description,
            uai=each.uai,
            email=f"{each.key}@clairval.example",
        )
        for each in ORGANISATIONS + sites.ORGANISATIONS + activities.ORGANISATIONS + families.ORGANISATIONS
    }


def _people(organisations: dict[str, Organisation], hashed: str) -> dict[str, User]:
    people: dict[str, User] = {}
    for each in cast.CAST + sites.PEOPLE + activities.PEOPLE + classes.PEOPLE + families.PEOPLE:
        user = User(email=each.email, full_name=each.name, is_demo=True, password=hashed if each.opens else "!")
        user.save()
        people[each.key] = user
        Membership.objects.create(
            user=user,
            organisation=organisations[each.organisation],
            role=each.role,
            job_title=each.job,
            starts_on=date(2026, 9, 1),
        )
        record("account.opened", user, by=None, now=town.IMPORTED_AT, details={"role": each.role})
    return people


def _hashed(password: str) -> str:
    """Once for all of them: hashing is slow on purpose."""
    from django.contrib.auth.hashers import make_password

    return make_password(password)


def _plan(commune: Commune, hand: Hand) -> TerritorialEducationPlan:
    plan = write_plan(draft_of(AXES, hand.now.date()), title=town.TITLE, commune=commune, hand=hand, decisions=[])
    plan.introduction, plan.easy_read = town.INTRODUCTION, town.EASY_READ
    plan.starts_on, plan.ends_on = town.STARTS_ON, town.ENDS_ON
    plan.save()
    record("import.confirmed", plan, by=hand.by_id, now=hand.now, details={"items": plan.items.count()})
    return plan


def _entrust_items(items: dict[str, PlanItem], organisations: dict[str, Organisation]) -> None:
    objectives = [
        (f"A{a}.G{g}.O{n}", objective)
        for a, axis in enumerate(AXES, 1)
        for g, general in enumerate(axis.generals, 1)
        for n, objective in enumerate([each for row in general.rows for each in row.objectives], 1)
    ]
    for code, objective in objectives:
        items[code].owner = organisations.get(objective.owner)
        items[code].horizon_on = objective.horizon
    for number, axis in enumerate(AXES, 1):
        items[f"A{number}"].summary = axis.summary
    PlanItem.objects.bulk_update(items.values(), ["owner", "horizon_on", "summary"], batch_size=200)
    _restate(items)


def _restate(items: dict[str, PlanItem]) -> None:
    """The fictional document said who carries what: its history starts with that."""
    changes = list(ItemChange.objects.filter(item__in=items.values()).select_related("item__parent", "item__row"))
    for change in changes:
        change.facts = differences(None, items[change.item.code].state)
    ItemChange.objects.bulk_update(changes, ["facts"], batch_size=200)


def _history(items: dict[str, PlanItem], people: dict[str, User]) -> None:
    for code, who, at, before, reason in drafting.HISTORY:
        item, by = items[code], people[who]
        first = differences(None, item.state.changed(text=before))
        item.changes.filter(kind=ChangeKind.IMPORTED).update(after=before, facts=first)
        ItemChange.objects.create(
            item=item,
            kind=ChangeKind.REWORDED,
            at=at,
            by=by,
            before=before,
            after=item.text,
            reason=reason,
            facts={"text": [before, item.text]},
            version=2,
        )
        PlanItem.objects.filter(pk=item.pk).update(version=2)
        record("plan.item_reworded", item, by=by.pk, now=at, details={"code": code, "version": 2})


def _points(plan: TerritorialEducationPlan, organisations: dict[str, Organisation], coordinator: User) -> None:
    for code, kind, key, due_on in drafting.ENTRUSTED:
        point = plan.open_points.filter(item__code=code, kind=kind)[0]
        entrust_point(point, owner=organisations[key], due_on=due_on, hand=Hand(coordinator, town.SHOWN_AT))
    for code, kind, outcome, decision, at in drafting.SETTLED:
        point = plan.open_points.filter(item__code=code, kind=kind)[0]
        settle_point(point, outcome=PointOutcome(outcome), decision=decision, hand=Hand(coordinator, at))


def _voices(plan: TerritorialEducationPlan, items: dict[str, PlanItem]) -> None:
    for code, old, new, author, at in drafting.SUGGESTIONS:
        text = items[code].text
        start = text.index(old) if old else len(text.rstrip("."))
        kind = (
            SuggestionKind.REPLACEMENT if old and new else SuggestionKind.DELETION if old else SuggestionKind.INSERTION
        )
        Suggestion.objects.create(
            plan=plan,
            item=items[code],
            place=code,
            kind=kind,
            old=old,
            new=new,
            start=start,
            author=author,
            proposed_at=at,
        )
    for code, quote, text, author, at in drafting.COMMENTS:
        PlanComment.objects.create(plan=plan, item=items[code], quote=quote, text=text, author=author, written_at=at)
