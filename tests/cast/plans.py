from __future__ import annotations

from datetime import UTC, date, datetime

from preau.people.accounts.hand import Hand
from preau.plan.drafting.models import OpenPoint, PlanComment, Suggestion
from preau.plan.importing.draft import DraftAxis, DraftGeneralObjective, DraftItem, DraftRow, PlanDraft
from preau.plan.structure.actions import show_to_public
from preau.plan.structure.models import TerritorialEducationPlan

from .people import make_commune, make_organisation

WRITTEN = datetime(2026, 10, 5, 8, 0, tzinfo=UTC)


def make_plan(*, shown: bool = False, title: str = "Grandir à Bourg-la-Fontaine") -> TerritorialEducationPlan:
    """Two axes, three rows, five objectives, six effects; two open points, one suggestion, one comment.

    A1.G1.O2 belongs to the sports department; A1.G1.E1 has an open point that asks for a decision.
    """
    from preau.plan.importing.writing import write_plan

    plan = write_plan(draft_of_the_cast(), title=title, commune=make_commune(), hand=Hand(None, WRITTEN), decisions=[])
    sports = make_organisation("Service des sports")
    items = {item.code: item for item in plan.items.all()}
    items["A1.G1.O2"].owner, items["A1.G1.O2"].horizon_on = sports, date(2027, 6, 30)
    items["A1.G1.O2"].save()
    first = items["A1.G1.O2"].changes.get()
    first.facts |= {"owner": [None, sports.slug], "horizon_on": [None, "2027-06-30"]}
    first.save()
    OpenPoint.objects.create(
        plan=plan,
        item=items["A1.G1.E1"],
        kind="placeholder",
        quote="(à préciser)",
        reason="Le texte annonce une précision qui manque.",
        needs_town_decision=True,
        raised_at=WRITTEN,
    )
    OpenPoint.objects.create(
        plan=plan,
        item=items["A1.G1.O2"],
        kind="open_list",
        quote="natation…",
        reason="La liste reste ouverte.",
        owner=sports,
        due_on=date(2026, 11, 10),
        raised_at=WRITTEN,
    )
    Suggestion.objects.create(
        plan=plan,
        item=items["A2.G1.O1"],
        place="A2.G1.O1",
        kind="replacement",
        old="chaque école",
        new="chaque site",
        start=items["A2.G1.O1"].text.index("chaque école"),
        author="Claire Aubin",
        proposed_at=WRITTEN,
    )
    PlanComment.objects.create(
        plan=plan, item=items["A2.G1.O1"], author="Claire Aubin", written_at=WRITTEN, text="Et les crèches ?"
    )
    if shown:
        show_to_public(plan, hand=Hand(None, WRITTEN))
    return plan


def make_big_plan(objectives: int, *, shown: bool = True) -> TerritorialEducationPlan:
    """One axis with that many objectives, as many effects, ten by row: for the tests of size."""
    from preau.plan.importing.writing import write_plan

    rows = [
        DraftRow(
            f"A1.G1.R{number // 10 + 1}",
            [_item(f"A1.G1.O{n}", f"Ouvrir la porte numéro {n}") for n in range(number + 1, number + 11)],
            [_item(f"A1.G1.E{n}", f"Des portes ouvertes, {n} fois") for n in range(number + 1, number + 11)],
        )
        for number in range(0, objectives, 10)
    ]
    draft = PlanDraft(
        "Un très grand plan", [DraftAxis("A1", "Ouvrir", 1, [DraftGeneralObjective("A1.G1", "Tout", 2, rows)])]
    )
    plan = write_plan(draft, title=draft.title, commune=make_commune(), hand=Hand(None, WRITTEN), decisions=[])
    if shown:
        show_to_public(plan, hand=Hand(None, WRITTEN))
    return plan


def draft_of_the_cast() -> PlanDraft:
    """The plan of ``make_plan`` before it is written: what a reviewer has in front of them."""
    first = DraftRow(
        "A1.G1.R1",
        [
            _item("A1.G1.O1", "Offrir à chaque enfant une sortie au théâtre par an"),
            _item("A1.G1.O2", "Ouvrir les bassins aux centres de loisirs (nage, natation…)"),
        ],
        [
            _item("A1.G1.E1", "Plus d’enfants vont au spectacle (à préciser)"),
            _item("A1.G1.E2", "Des enfants à l’aise dans l’eau"),
        ],
    )
    second = DraftRow(
        "A1.G1.R2",
        [_item("A1.G1.O3", "Prêter les salles des écoles aux associations")],
        [_item("A1.G1.E3", "Des salles occupées le soir")],
    )
    third = DraftRow(
        "A2.G1.R1",
        [
            _item("A2.G1.O1", "Nommer une personne référente dans chaque école"),
            _item("A2.G1.O2", "Écrire un guide d’accueil"),
        ],
        [
            _item("A2.G1.E1", "Des familles qui savent à qui parler"),
            _item("A2.G1.E2", "Moins de refus d’accueil"),
            _item("A2.G1.E3", "Des équipes plus sûres d’elles"),
        ],
    )
    return PlanDraft(
        "Grandir à Bourg-la-Fontaine",
        [
            DraftAxis(
                "A1",
                "Découvrir et pratiquer",
                1,
                [DraftGeneralObjective("A1.G1", "Donner le goût", 2, [first, second])],
            ),
            DraftAxis("A2", "Accueillir chacun", 20, [DraftGeneralObjective("A2.G1", "Mieux accueillir", 21, [third])]),
        ],
    )


def _item(id: str, text: str) -> DraftItem:
    return DraftItem(id, text, bulleted=True, line=0)
