"""The evaluation of the cast's plan for 2025-2026: sports and the culture department are asked for their word."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

from preau.observatory.evaluation.adopting import Sitting, adopt, publish
from preau.observatory.evaluation.concluding import Proposal, leave_unmeasured, propose_verdict
from preau.observatory.evaluation.contributing import hand_in
from preau.observatory.evaluation.enums import Strength, VerdictKind
from preau.observatory.evaluation.models import Contribution, Evaluation, Survey, Verdict
from preau.observatory.evaluation.preparing import Question, close, conclude, open_contributions, prepare
from preau.observatory.evaluation.surveys.reading import read_survey
from preau.observatory.evaluation.surveys.recording import About, record_survey
from preau.observatory.indicators.entering import Typed, type_value
from preau.observatory.indicators.models import Indicator, Value
from preau.observatory.indicators.queries import Known
from preau.people.accounts.hand import Hand
from preau.people.organisations.models import Organisation
from preau.plan.structure.models import PlanItem, TerritorialEducationPlan

from .indicators import make_indicator
from .people import make_organisation
from .plans import make_plan

NOW = datetime(2026, 10, 20, 9, tzinfo=UTC)
HAND = Hand(None, NOW)
QUESTION = Question(
    why="Savoir d’où l’on part.",
    question="Le projet touche-t-il les enfants que l’on ne voyait pas ?",
    criteria="Plus d’enfants, et pas toujours les mêmes.",
    parents_place="Deux parents élus lisent les verdicts avant le comité.",
    opens_on=date(2026, 10, 20),
    closes_on=date(2026, 11, 13),
)
SITTING = Sitting("Comité de pilotage", date(2026, 10, 20))
WORDS = {"done": "Douze séances au bassin.", "helped": "Le car.", "hindered": "", "proposed": "Commencer plus tôt."}
PROPOSAL = Proposal(
    VerdictKind.PARTLY,
    Strength.MODERATE,
    "Une seule année, un seul relevé.",
    "Les enfants viennent plus souvent, pas encore tous.",
    "Le transport compte plus que le prix.",
    "Un car le mercredi.",
)

TABLE = (
    "question;réponse;nombre\nAimez-vous l’école ?;Oui;71\n;Un peu;20\n;Non;9\nVenez-vous à pied ?;Oui;60\n;Non;40\n"
)
ABOUT = About(2025, "Le climat à l’école", "Élèves de CE2 à CM2", date(2026, 5, 22), asked=140)

ORDER = ("prepared", "open", "review", "adopted", "published")


def make_evaluation(state: str = "prepared", *, year: int = 2025) -> Evaluation:
    """In that state, got there by its real steps. A1.G1.O2 is carried by sports, A2.G1.O1 by culture.

    From ``review`` on, A1.G1.E1 has a verdict; from ``adopted`` on, the other effects could not be measured.
    """
    plan = TerritorialEducationPlan.objects.first() or make_plan()
    PlanItem.objects.filter(plan=plan, code="A2.G1.O1").update(owner=culture())
    evaluation = prepare(plan, year, QUESTION, hand=HAND)
    for step in ORDER[1 : ORDER.index(state) + 1]:
        evaluation = _take(step, evaluation)
    return evaluation


def _take(state: str, evaluation: Evaluation) -> Evaluation:
    match state:
        case "open":
            return open_contributions(evaluation, hand=HAND)
        case "review":
            hand_in(the_contribution(evaluation), WORDS, seen_version=0, hand=HAND)
            evaluation = close(evaluation, hand=HAND)
            propose_verdict(evaluation, effect_of(evaluation), PROPOSAL, hand=HAND)
            return evaluation
        case "adopted":
            leave_unmeasured(evaluation, "Aucun relevé n’existait cette année-là.", hand=HAND)
            evaluation = conclude(evaluation, "Un bon départ, des écarts entre quartiers.", hand=HAND)
            return adopt(evaluation, SITTING, known_of(evaluation.plan), hand=HAND)
        case _:
            return publish(evaluation, hand=HAND)


def culture() -> Organisation:
    return make_organisation("Service de la culture")


def the_contribution(evaluation: Evaluation, code: str = "A1.G1.O2") -> Contribution:
    return evaluation.contributions.get(objective__code=code)


def the_verdict(evaluation: Evaluation, code: str = "A1.G1.E1") -> Verdict:
    return evaluation.verdicts.get(effect__code=code)


def effect_of(evaluation: Evaluation, code: str = "A1.G1.E1") -> PlanItem:
    return evaluation.plan.items.get(code=code)


def known_of(plan: TerritorialEducationPlan) -> Known:
    """Without facts: what is typed is known all the same."""
    return Known(plan, None, NOW.date())


def make_survey() -> Survey:
    """A hundred pupils answered two questions."""
    plan = TerritorialEducationPlan.objects.first() or make_plan()
    return record_survey(plan, ABOUT, read_survey(TABLE.encode(), "climat.csv"), hand=HAND)


def make_typed_indicator(*, years: tuple[int, ...] = (2024, 2025), counted: int = 12, among: int = 40) -> Indicator:
    """Of A1.G1.E1, with a value typed for each of those years."""
    indicator = make_indicator()
    for year in years:
        type_the_value(indicator, year, counted=counted, among=among)
    return indicator


def type_the_value(indicator: Indicator, year: int, *, counted: int, among: int) -> Value:
    typed = Typed(year, "relevé du service", date(year + 1, 6, 30), counted=Decimal(counted), among=Decimal(among))
    return type_value(indicator, typed, upload=(b"jour;total\n2026-06-30;12\n", "releve.csv"), hand=HAND)
