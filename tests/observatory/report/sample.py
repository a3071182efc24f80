"""A report as a year of Clairval could give it: all that may stand in one, from nothing to too much."""

from __future__ import annotations

from dataclasses import replace

from preau.foundation.charts import Chart, Kind, Point, Series, Standing, Target
from preau.observatory.evaluation.report.model import (
    ActionPart,
    AnswerPart,
    AxisPart,
    ContributionPart,
    Count,
    DissentPart,
    EffectPart,
    FigurePart,
    GeneralPart,
    Lesson,
    ObjectivePart,
    QuestionPart,
    Report,
    SurveyPart,
    VerdictPart,
)

LONG = (
    "Maison de quartier et des associations sportives, culturelles et de loisirs de la porte du canal et des hauts de "
    "la gare, antenne de l’école élémentaire"
)


def line(*values: float | None, title: str = "Part des 11-17 ans qui viennent", aim: float | None = None) -> Chart:
    first = 2026 - len(values)
    points = tuple(
        Point(f"{first + rank}-{first + rank + 1}", standing=Standing.HIDDEN)
        if value is None
        else Point(f"{first + rank}-{first + rank + 1}", value, f"{value:g}\u00a0%", f"{value:g} sur 100")
        for rank, value in enumerate(values)
    )
    target = Target(aim, f"Cible pour 2025-2026 : {aim:g}\u00a0%, fixée le 3 juillet 2025") if aim else None
    return Chart.of(Kind.LINE, title, points, target=target, heads=("Année scolaire", "Chiffre"))


def figure(
    code: str = "A1.G1.E1.i1", words: str = "42\u00a0%", chart: Chart | None = None, **other: object
) -> FigurePart:
    told = {
        "key": f"{code}/2025",
        "number": 1,
        "title": "Part des 11-17 ans qui ont participé au moins trois fois",
        "words": words,
        "among": "252 sur 600",
        "why_not": "",
        "measure": "Enfants de 11 à 17 ans présents au moins trois fois, parmi : ceux qui habitent la ville",
        "span": "année scolaire 2025-2026",
        "source": "compté sur le relevé des faits du 3 juillet 2026",
        "snapshot": "20260703T021500Z-4f2a",
        "doubts": "Un même enfant inscrit dans deux villes est compté deux fois.",
        "target": "",
        "next_target": "Cible pour 2026-2027 : 48\u00a0%, fixée le 6 juillet 2026 (Comité de pilotage)",
        "chart": chart,
        "is_known": True,
    }
    return FigurePart(**{**told, **other})  # type: ignore[arg-type]


def hidden_figure() -> FigurePart:
    return figure(
        "A1.G1.E2.i1",
        "masqué",
        line(31, None),
        title="Part des enfants en situation de handicap accueillis",
        among="",
        why_not="Trop peu de personnes sont derrière ce chiffre : le montrer pourrait les faire reconnaître.",
        next_target="",
        is_known=False,
    )


def verdict(kind: str = "partly", label: str = "en partie confirmé", sign: str = "≈", **other: object) -> VerdictPart:
    told = {
        "kind": kind,
        "label": label,
        "sign": sign,
        "strength": "moyenne",
        "level": 2,
        "reason": "Trois années entières, mais un quartier sur cinq mal connu.",
        "narrative": "Les collégiens viennent plus souvent qu’il y a deux ans, surtout le mercredi. Ceux des hauts de la "
        "gare viennent toujours deux fois moins que les autres.",
        "learnt": "Le car du mercredi compte plus que le prix : les présences ont monté le mois où il a commencé.",
        "change": "Un second car dès la rentrée, et un accueil ouvert jusqu’à 19 h.",
        "note": "",
    }
    return VerdictPart(**{**told, **other})  # type: ignore[arg-type]


def objective(code: str = "A1.G1.O1") -> ObjectivePart:
    action = ActionPart("F-2025-04", "Un car le mercredi pour les hauts de la gare", "terminée", "Service des sports",
                        "Trente-deux mercredis, de septembre à juin. Le car est resté à quai cinq fois.")  # fmt: skip
    words = (
        ("Ce qui a été fait", "Douze séances au bassin, deux sorties."),
        ("Ce qui a aidé", "L’accord du collège sur les horaires."),
        ("Ce qui a freiné", "Le car n’était pas là aux vacances d’hiver."),
        ("Ce que nous proposons", "Commencer dès septembre."),
    )
    return ObjectivePart(code, "Aller chercher les jeunes qui ne viennent pas, là où ils sont.", "Service jeunesse",
                         (action,), (ContributionPart("Club nautique", words, "au téléphone, le 12 mai"),))  # fmt: skip


def effects() -> tuple[EffectPart, ...]:
    dissent = DissentPart(
        "Club nautique", "Le bassin a fermé six semaines : on ne peut rien conclure.", "2 juillet 2026"
    )
    confirmed = verdict("confirmed", "confirmé", "✓", strength="forte", level=3)
    return (
        EffectPart("A1.G1.E1", "Davantage de jeunes participent à une activité.", verdict(), (dissent,),
                   (figure(chart=line(31, 38, 42, aim=45)), hidden_figure())),
        EffectPart("A1.G1.E2", "Les activités sont plus mixtes.", confirmed, (),
                   (figure("A1.G1.E3.i1", "47\u00a0%", line(38, 41, 40, 44, 47), title="Part de filles au sport"),)),
        EffectPart("A1.G1.E3", "Les familles savent à qui demander.", None),
    )  # fmt: skip


def axis(number: int = 1, text: str = "Accompagner chaque enfant, de la crèche à l’âge adulte") -> AxisPart:
    counts = (Count("confirmed", "confirmé", "✓", 1), Count("partly", "en partie confirmé", "≈", 1),
              Count("refuted", "non confirmé", "✕", 0), Count("not_measured", "n’a pas pu être mesuré", "?", 0))  # fmt: skip
    bare = ObjectivePart("A1.G1.O2", "Ouvrir les cours d’école le samedi.", "")
    general = GeneralPart("A1.G1", "Que chaque jeune trouve sa place", (objective(), bare), effects())
    told = (Lesson("A1.G1.E1", "Le car du mercredi compte plus que le prix."),)
    return AxisPart(number, text, counts, (general,), told, (Lesson("A1.G1.E1", "Un second car dès la rentrée."),))


def survey() -> SurveyPart:
    answers = (AnswerPart("Oui", "61\u00a0% (130)"), AnswerPart("Plutôt oui", "22\u00a0% (47)"),
               AnswerPart("Non", "masqué"))  # fmt: skip
    asked = QuestionPart("Savez-vous à qui parler des activités de votre enfant ?", "213 réponses", answers)
    few = QuestionPart("Et en langue des signes ?", "trop peu de réponses : masqué", ())
    return SurveyPart("Enquête de printemps", "Auprès de : familles. Close le 30 mai 2026.", (asked, few))


def report(**other: object) -> Report:
    axes = (axis(), axis(2, "Faire de la ville un lieu où l’on apprend partout"))
    kinds = ("confirmé", "en partie confirmé", "non confirmé", "n’a pas pu être mesuré")
    series = tuple(
        Series(name, tuple(Point(f"Axe {each.number}", each.counts[rank].count, str(each.counts[rank].count))
                           for each in axes))
        for rank, name in enumerate(kinds)
    )  # fmt: skip
    told = Report(
        town="Clairval-sur-Seine",
        title="Évaluation du projet éducatif de territoire, 2025-2026",
        year_name="2025-2026",
        status="Adoptée le 6 juillet 2026 (Comité de pilotage)",
        is_settled=True,
        made_on="24 novembre 2026",
        why="Savoir d’où l’on part, et où aller d’abord.",
        question="Le projet touche-t-il les enfants que l’on ne voyait pas ?",
        criteria="Plus d’enfants, et pas toujours les mêmes.",
        parents_place="Deux parents élus lisent les verdicts avant le comité.",
        conclusion="Un bon départ : les collégiens viennent plus souvent. Les écarts entre quartiers restent, et le "
        "transport compte plus que le prix.",
        counts=tuple(replace(each, count=each.count * 2) for each in axes[0].counts),
        without_verdict=2,
        verdicts=Chart(Kind.SHARES, "Les verdicts, axe par axe", series, heads=("Axe", "Effets")),
        axes=axes,
        surveys=(survey(),),
        address="clairval.example/ce-que-ca-change/",
    )
    return replace(told, **other)
