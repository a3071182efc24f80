"""Action sheets of the cast: the sports department and the nursery school of the Lavoir carry one together."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Model

from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.organisations.enums import OrganisationKind
from preau.people.organisations.models import Organisation
from preau.plan.sheets import stepping
from preau.plan.sheets.models import ActionSheet
from preau.plan.sheets.writing import create_sheet
from preau.plan.structure.models import PlanItem, TerritorialEducationPlan
from preau.town.places.models import Site

from .people import make_commune, make_organisation, make_person
from .plans import make_plan

OPENED = datetime(2026, 10, 12, 8, 0, tzinfo=UTC)
REVIEW = stepping.Reviewed(
    done="Dix séances au bassin, deux classes à la fois.",
    children=48,
    adults=9,
    worked="Les plus inquiets ont mis la tête sous l’eau.",
    to_change="Partir plus tôt de l’école.",
    effect="Quarante enfants sur quarante-huit traversent le petit bain.",
    cost=Decimal("1240.50"),
)
_WAY = ("proposed", "co_validated", "scheduled", "running", "reviewed", "archived")


def make_pool(name: str = "Piscine des Bords de Seine") -> Site:
    return Site.objects.get_or_create(
        commune=make_commune(), slug=name.lower().replace(" ", "-"), defaults={"name": name, "kind": "sport"}
    )[0]


def the_owner() -> Organisation:
    return make_organisation("Service des sports")


def the_co_owner() -> Organisation:
    return make_organisation("École du Lavoir", OrganisationKind.SCHOOL)


def the_signer(organisation: Organisation) -> User:
    """Somebody who agrees for an organisation in the tests that need it agreed on."""
    name = f"Dominique {organisation.slug}"
    return User.objects.filter(full_name=name).first() or make_person(
        "contributor", name=name, organisation=organisation
    )


def make_sheet(state: str = "draft", plan: TerritorialEducationPlan | None = None, **facts: Any) -> ActionSheet:
    """A sheet in that state, got there by its real steps. It serves A1.G1.O2 and lacks nothing."""
    plan = plan or TerritorialEducationPlan.objects.first() or make_plan()
    hand = Hand(None, OPENED)
    given: dict[str, Any] = {
        "title": "Apprivoiser l’eau en grande section",
        "owner": the_owner(),
        "co_owner": the_co_owner(),
        "school_year": 2026,
        "objectives": [PlanItem.objects.get(plan=plan, code="A1.G1.O2")],
        "audiences": ["classes"],
        "bands": ["school"],
        "sites": [make_pool()],
        "starts_on": date(2027, 1, 11),
        "ends_on": date(2027, 3, 26),
        "age_from": 5,
        "age_to": 6,
        **facts,
    }
    sheet = create_sheet(plan, hand=hand, **given)
    if state == "cancelled":
        return stepping.cancel(sheet, hand=hand, reason="Le bassin ferme pour travaux.")
    if state == "draft":
        return sheet
    sheet = stepping.propose(sheet, hand=hand)
    if state == "rejected":
        return stepping.reject(sheet, hand=hand, reason="Le trajet est trop long.")
    for step in _WAY[1 : _WAY.index(state) + 1]:
        sheet = _take(step, sheet, hand)
    return sheet


def make_full_sheet(state: str) -> ActionSheet:
    """With something in each of its sections, done, late and to come."""
    sheet = make_sheet(state, summary="Se laver de la peur de l’eau", description="Des jeux.", themes=["digital"])
    for name, due_on, done_at in (
        ("Réserver le car", date(2026, 10, 2), OPENED),
        ("Relever les niveaux", date(2026, 11, 20), None),
        ("Inviter les familles", date(2027, 3, 12), None),
    ):
        sheet.milestones.create(name=name, due_on=due_on, done_at=done_at)
    sheet.budget.create(kind="expense", label="Car", planned=Decimal("810.50"))
    sheet.budget.create(kind="income", label="Subvention", funder=sheet.owner, planned=600, granted=400)
    sheet.partners.create(name="Maîtres-nageurs réunis", role="leads", task="Une séance sur deux")
    sheet.apps.create(name="Carnet", purpose="Garder des photos", opinion="favourable", opinion_at=OPENED)
    sheet.apps.create(name="Fil", purpose="Écrire aux familles", data="prénoms")
    sheet.comments.create(text="Et le lundi ?", written_at=OPENED)
    return sheet


def _take(state: str, sheet: ActionSheet, hand: Hand) -> ActionSheet:
    match state:
        case "co_validated":
            agree(sheet, sheet.owner)
            return agree(sheet, sheet.co_owner)
        case "scheduled":
            return stepping.schedule(sheet, hand=hand)
        case "running":
            return stepping.start(sheet, hand=hand)
        case "reviewed":
            return stepping.review(sheet, REVIEW, hand=hand)
        case _:
            return stepping.archive(sheet, hand=hand)


def agree(sheet: ActionSheet, organisation: Organisation | None) -> ActionSheet:
    assert organisation is not None
    return stepping.validate(sheet, organisation=organisation, hand=Hand(the_signer(organisation), OPENED))


def fresh[M: Model](thing: M) -> M:
    """The same row, read again."""
    return type(thing)._default_manager.get(pk=thing.pk)
